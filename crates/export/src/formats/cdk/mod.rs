//! The constructs of a CDK app: the resources of the CloudFormation template, one construct of the first level each,
//! so that nothing of the rule is left to a helper that knows less than EventBridge.

pub mod python;
pub mod typescript;

use crate::formats::text::{holds_key, holds_text, script, shown};
use crate::message::{Loss, Note, PatternAsText, Program, TargetLoss};
use crate::plan::{Plan, Planned, camel};
use crate::remarks::Remarks;
use crate::stack::{self, StackRule};
use rulepad_cloudformation::yaml::comment;
use rulepad_document::json::build::string;
use rulepad_document::json::{Member, Node, Value, compact, pretty};
use rulepad_rule::Location;

/// What an app in any language consists of.
pub struct App {
    /// What it does, on one line for a comment.
    pub purpose: &'static str,
    /// The name of the stack.
    pub stack: String,
    /// Where the rule is, as far as that is known.
    pub place: Location,
    /// In an order in which each comes after those it names.
    pub constructs: Vec<Construct>,
    /// The values that the stack gives.
    pub outputs: Vec<StackOutput>,
}

/// A value that a stack gives.
pub struct StackOutput {
    /// Its id.
    pub id: String,
    /// The id of the construct.
    pub construct: String,
    /// The attribute of the construct, such as `Arn`.
    pub attribute: &'static str,
}

/// One construct, with the names of CloudFormation.
pub struct Construct {
    /// Its id, which is also its logical id in the template.
    pub id: String,
    /// The service, in lower case: the library's module is called after it.
    pub service: String,
    /// The class, as `CfnRule`.
    pub class: String,
    /// Whether other constructs name it.
    pub is_named: bool,
    /// Its properties.
    pub properties: Vec<Member>,
    /// The event pattern, where it must travel as text.
    pub pattern_text: Option<Node>,
    /// What a reader has to know of it.
    pub comment: Option<String>,
    /// The id of the construct that is created before it, although it does not name it.
    pub after: Option<String>,
}

impl App {
    /// The app of a plan.
    fn of(mut plan: Plan<'_>) -> (Self, Remarks) {
        let mut remarks = Remarks { notes: plan.take_notes(), ..Remarks::default() };
        let mut resources = stack::Resources::default();
        let rule =
            StackRule { resource: "Rule", name: &plan.rule.name, targets: plan.targets.iter().collect() };
        stack::add_rule(&mut resources, &plan, &rule, &mut remarks);
        if plan.pattern.is_some_and(|pattern| pattern.get("$or").is_some()) {
            remarks.notes.push(Note::OrInCdk);
        }
        let resources = resources.into_node();
        let mut constructs: Vec<Construct> =
            resources.members().unwrap_or_default().iter().filter_map(construct).collect();
        // The rule names the roles, and everything else the rule.
        constructs.sort_by_key(|own| match own.class.as_str() {
            "CfnRole" => 0,
            "CfnRule" => 1,
            _ => 2,
        });
        for rule in constructs.iter_mut().filter(|own| own.class == "CfnRule") {
            pattern_as_text(rule, &mut remarks.notes);
        }
        remarks.losses.extend(plan.targets.iter().filter_map(stack::takes_for_function));
        remarks.losses.extend(stack::dynamic_reference(&compact(&resources)));
        remarks.losses.extend(plan.targets.iter().filter_map(|planned| loses_key(planned, Program::Cdk)));
        let outputs = vec![StackOutput { id: "RuleArn".into(), construct: "Rule".into(), attribute: "Arn" }];
        let purpose = "Creates the rule, its targets and the permissions they need";
        (Self { purpose, stack: camel(&plan.slug()), place: plan.place, constructs, outputs }, remarks)
    }
}

/// What is known of the stack's environment, account first.
fn environment(place: &Location) -> impl Iterator<Item = (&'static str, &str)> {
    let parts = [("account", place.account.as_str()), ("region", place.region.as_str())];
    parts.into_iter().filter(|(_, value)| !value.is_empty())
}

/// CDK and Pulumi copy maps into plain objects: a key that JavaScript takes for the prototype of an object is lost.
pub(crate) fn loses_key(planned: &Planned<'_>, program: Program) -> Option<Loss> {
    let is_prototype = |key: &str| key == "__proto__";
    holds_key(&planned.request, &is_prototype)
        .then(|| Loss::of(&planned.target.id, TargetLoss::PrototypeKey(program)))
}

fn construct(resource: &Member) -> Option<Construct> {
    let kind = resource.value.get("Type")?.as_str()?;
    let (service, class) = kind.strip_prefix("AWS::")?.split_once("::")?;
    let properties = resource.value.get("Properties")?.members()?.to_vec();
    let is_named = matches!(class, "Rule" | "Role");
    Some(Construct {
        id: resource.key.clone(),
        service: service.to_ascii_lowercase(),
        class: format!("Cfn{class}"),
        is_named,
        properties,
        pattern_text: None,
        comment: comment(&resource.value).map(str::to_owned),
        after: None,
    })
}

/// The class takes an object and nothing else, so a text is put in its place afterwards. Besides what CloudFormation
/// would change, CDK loses `__proto__` and takes a few texts for its own values.
fn pattern_as_text(rule: &mut Construct, notes: &mut Vec<Note>) {
    let is_pattern = |(_, own): &(usize, &Member)| own.key == "EventPattern";
    let found = rule.properties.iter().enumerate().find(is_pattern);
    let Some((at, pattern)) = found.map(|(at, own)| (at, own.value.clone())) else { return };
    let is_own = |text: &str| text == "__proto__" || text.starts_with("$jsii.") || holds_token(text);
    let text = match &pattern.value {
        Value::String(_) => pattern,
        _ if !script::keeps(&pattern)
            || holds_key(&pattern, &is_own)
            || holds_text(&pattern, &holds_token) =>
        {
            notes.push(Note::PatternAsText(PatternAsText::Cdk));
            let line = compact(&pattern);
            string(if holds_token(&line) { line } else { shown(&pretty(&pattern)) })
        }
        _ => return,
    };
    rule.properties.remove(at);
    rule.pattern_text = Some(text);
}

/// A value that is written as an expression.
enum Expression<'n> {
    /// The ARN of the construct with this id.
    Arn(&'n str),
    /// A text in which CloudFormation puts values.
    Sub(&'n str),
    /// A text that CDK would take for one of its own values, in parts that CloudFormation joins.
    Parts(Vec<&'n str>),
}

impl<'n> Expression<'n> {
    /// The expression of a value, if it needs one.
    pub fn of(node: &'n Node) -> Option<Self> {
        match &node.value {
            Value::String(text) if holds_token(text) => Some(Self::Parts(parts(text))),
            Value::Object(members) => match members.as_slice() {
                [Member { key, value, .. }] if key == "Fn::Sub" => Some(Self::Sub(value.as_str()?)),
                [Member { key, value: Node { value: Value::Array(parts), .. }, .. }]
                    if key == "Fn::GetAtt" =>
                {
                    Some(Self::Arn(parts.first()?.as_str()?))
                }
                _ => None,
            },
            _ => None,
        }
    }
}

/// How CDK marks values in texts and in lists: it looks them up, and stops where it does not know one.
const TOKENS: [&str; 2] = ["${Token[", "#{Token["];

fn holds_token(text: &str) -> bool {
    TOKENS.iter().any(|token| text.contains(token))
}

/// The text, parted behind the first character of each mark.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(at) = TOKENS.iter().filter_map(|token| rest.find(token)).min() {
        let Some((part, later)) = rest.split_at_checked(at + 1) else { break };
        parts.push(part);
        rest = later;
    }
    parts.push(rest);
    parts
}

/// The class of a property's value, or of its items, where that is not a plain map: `CfnRule.…Property`, or a class
/// of the library itself.
fn class_within(property: &str) -> Option<&'static str> {
    const CLASSES: [(&str, &str); 44] = [
        ("AppSyncParameters", "AppSyncParametersProperty"),
        ("ArrayProperties", "BatchArrayPropertiesProperty"),
        ("AwsVpcConfiguration", "AwsVpcConfigurationProperty"),
        ("BatchParameters", "BatchParametersProperty"),
        ("CapacityProviderStrategy", "CapacityProviderStrategyItemProperty"),
        ("DeadLetterConfig", "DeadLetterConfigProperty"),
        ("EcsParameters", "EcsParametersProperty"),
        ("HttpParameters", "HttpParametersProperty"),
        ("InputTransformer", "InputTransformerProperty"),
        ("KinesisParameters", "KinesisParametersProperty"),
        ("NetworkConfiguration", "NetworkConfigurationProperty"),
        ("PipelineParameterList", "SageMakerPipelineParameterProperty"),
        ("PlacementConstraints", "PlacementConstraintProperty"),
        ("PlacementStrategies", "PlacementStrategyProperty"),
        ("Policies", "PolicyProperty"),
        ("RedshiftDataParameters", "RedshiftDataParametersProperty"),
        ("RetryPolicy", "RetryPolicyProperty"),
        ("RetryStrategy", "BatchRetryStrategyProperty"),
        ("RunCommandParameters", "RunCommandParametersProperty"),
        ("RunCommandTargets", "RunCommandTargetProperty"),
        ("SageMakerPipelineParameters", "SageMakerPipelineParametersProperty"),
        ("SqsParameters", "SqsParametersProperty"),
        ("TagList", "CfnTag"),
        ("Tags", "CfnTag"),
        ("Targets", "TargetProperty"),
        // Subscribers and event sources of custom event buses.
        ("AwsServiceEventsConfiguration", "AwsServiceEventsConfigurationProperty"),
        ("BatchConfiguration", "BatchConfigurationProperty"),
        ("Configuration", "EventSourceConfigurationProperty"),
        ("DeduplicationConfiguration", "DeduplicationConfigurationProperty"),
        ("EventBusV2Parameters", "EventBusV2ParametersProperty"),
        ("FilterConfiguration", "FilterConfigurationProperty"),
        ("Filters", "FilterProperty"),
        ("InvokeConfiguration", "InvokeConfigurationProperty"),
        ("JsonataConfiguration", "JsonataConfigurationProperty"),
        ("LambdaParameters", "LambdaParametersProperty"),
        ("LogConfiguration", "LogConfigurationProperty"),
        ("OnFailureConfiguration", "OnFailureConfigurationProperty"),
        ("PartnerEventsConfiguration", "PartnerEventsConfigurationProperty"),
        ("PointInTimeConfiguration", "PointInTimeConfigurationProperty"),
        ("SnsParameters", "SnsParametersProperty"),
        ("StepFunctionsParameters", "StepFunctionsParametersProperty"),
        ("SystemMetadata", "EventBusV2SystemMetadataProperty"),
        ("Transformer", "TransformerProperty"),
        ("UniversalTargetParameters", "UniversalTargetParametersProperty"),
    ];
    CLASSES.iter().find(|(name, _)| *name == property).map(|(_, class)| *class)
}

/// The class of each value of a property that is a map.
fn class_of_values(property: &str) -> Option<&'static str> {
    matches!(property, "MessageAttributes" | "MessageSystemAttributes")
        .then_some("MessageAttributeValueProperty")
}

/// A name of CloudFormation as CDK has it: `GraphQLOperation` is `graphQlOperation`.
#[must_use]
pub fn property(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let is = |at: Option<usize>, test: fn(&char) -> bool| at.and_then(|at| chars.get(at)).is_some_and(test);
    let letter = |(at, c): (usize, &char)| {
        let within =
            is(at.checked_sub(1), char::is_ascii_uppercase) && !is(Some(at + 1), char::is_ascii_lowercase);
        if at == 0 || within { c.to_ascii_lowercase() } else { *c }
    };
    chars.iter().enumerate().map(letter).collect()
}

/// The same in Python: `graph_ql_operation`.
#[must_use]
pub fn snake(name: &str) -> String {
    let mut out = String::new();
    for c in property(name).chars() {
        if c.is_ascii_uppercase() {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_library() {
        for (name, script, python) in [
            ("GraphQLOperation", "graphQlOperation", "graph_ql_operation"),
            ("EnableECSManagedTags", "enableEcsManagedTags", "enable_ecs_managed_tags"),
            ("MaximumEventAgeInSeconds", "maximumEventAgeInSeconds", "maximum_event_age_in_seconds"),
            ("Sqls", "sqls", "sqls"),
            ("SfnConstant2Role", "sfnConstant2Role", "sfn_constant2_role"),
        ] {
            assert_eq!(property(name), script);
            assert_eq!(snake(name), python);
        }
    }

    #[test]
    fn marks_of_the_library_are_parted() {
        assert_eq!(parts("a ${Token[b.1]}#{Token[c.2]}"), ["a $", "{Token[b.1]}#", "{Token[c.2]}"]);
        assert!(!holds_token("${token} $Token[a]"));
    }
}
