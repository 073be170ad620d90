//! The resources of the AWS provider, which Terraform and Pulumi share: the rule, its targets and what lets EventBridge
//! deliver, with the provider's own names.

use super::plan::{Grant, Plan, Planned, qualifier, role_name};
use crate::formats::rule_json;
use crate::message::{FileKind, Loss, MissingRole, Note, Shared, TargetLoss, TargetNote};
use rulepad_document::Span;
use rulepad_document::json::build::{node, string};
use rulepad_document::json::{Member, Node, Value};
use rulepad_rule::AttachedTo;
use rulepad_rule::provider::{BLOCKS, Holds, Name};
use rulepad_transformer::Input;

/// One resource of a file.
pub(super) struct Resource {
    /// Its type, as `aws_cloudwatch_event_rule`.
    pub kind: &'static str,
    /// Its name, unique among those of its type.
    pub name: String,
    /// What it holds.
    pub body: Body,
    /// What a reader has to know of it.
    pub comment: Option<String>,
}

/// Attributes, and blocks after them, each in order.
#[derive(Default)]
pub(super) struct Body {
    /// Attributes by their names.
    pub attributes: Vec<(&'static str, Setting)>,
    /// Blocks by their names; a name may appear several times.
    pub blocks: Vec<(&'static str, Body)>,
}

/// What an attribute is set to.
pub(super) enum Setting {
    /// The value.
    Plain(Node),
    /// An input template, a text that must not be read as JSON.
    Template(String),
    /// The event pattern, a JSON text there.
    Pattern(Node),
    /// A policy, a JSON text there; `RULE_ARN` is written in it for the rule's ARN.
    Document(Node),
    /// An attribute of another resource.
    Of {
        /// The type of that resource.
        kind: &'static str,
        /// Its name.
        name: String,
        /// The attribute.
        attribute: &'static str,
    },
}

/// The type of the rule's own resource.
pub(super) const RULE: &str = "aws_cloudwatch_event_rule";

/// A file's resources, and what of the rule the provider cannot carry.
pub(super) struct Resources {
    /// In the order in which a person reads them; each after those it names.
    pub all: Vec<Resource>,
    /// What is lost.
    pub losses: Vec<Loss>,
    /// What is to do.
    pub notes: Vec<Note>,
}

impl Resources {
    /// The resources of a plan; `file` is what they are written into.
    pub fn of(plan: &mut Plan<'_>, file: FileKind) -> Self {
        let rule = plan.slug();
        Self::beside(plan, &rule, file)
    }

    /// The same where the rule's resource has another name.
    pub fn beside(plan: &mut Plan<'_>, rule: &str, file: FileKind) -> Self {
        let mut made = Self { all: Vec::new(), losses: Vec::new(), notes: plan.take_notes() };
        made.all.push(Resource { kind: RULE, name: rule.to_owned(), body: self::rule(plan), comment: None });
        for planned in &plan.targets {
            let granted = grants(plan, planned, rule, file, &mut made.losses, &mut made.notes);
            made.all.extend(granted);
            let body = target(planned, rule, &mut made.losses);
            let name = planned.slug.clone();
            made.all.push(Resource { kind: "aws_cloudwatch_event_target", name, body, comment: None });
        }
        made
    }
}

impl Body {
    fn set(&mut self, name: &'static str, value: Setting) {
        self.attributes.push((name, value));
    }

    fn plain(&mut self, name: &'static str, text: impl Into<String>) {
        self.set(name, Setting::Plain(string(text)));
    }

    fn given(&mut self, name: &'static str, text: &str) {
        if !text.is_empty() {
            self.plain(name, text);
        }
    }

    fn of(&mut self, name: &'static str, kind: &'static str, resource: &str, attribute: &'static str) {
        self.set(name, Setting::Of { kind, name: resource.to_owned(), attribute });
    }

    fn within(&mut self, name: &'static str, block: Self) {
        self.blocks.push((name, block));
    }
}

fn rule(plan: &Plan<'_>) -> Body {
    let rule = plan.rule;
    let mut body = Body::default();
    body.given("name", &rule.name);
    body.given("description", &rule.description);
    body.plain("event_bus_name", rule.bus());
    body.plain("state", rule.state.name());
    body.given("role_arn", &rule.role_arn);
    if let Some(pattern) = plan.pattern {
        body.set("event_pattern", Setting::Pattern(pattern.clone()));
    }
    body.given("schedule_expression", &rule.schedule);
    if let Some(tags) = rule_json::tags(rule) {
        body.set("tags", Setting::Plain(pairs(&tags)));
    }
    body
}

fn target(planned: &Planned<'_>, rule: &str, losses: &mut Vec<Loss>) -> Body {
    let target = planned.target;
    let mut block = Body::default();
    block.of("rule", RULE, rule, "name");
    block.of("event_bus_name", RULE, rule, "event_bus_name");
    block.given("target_id", &target.id);
    block.given("arn", &target.arn);
    match planned.made_role {
        Some(_) => block.of("role_arn", "aws_iam_role", &planned.slug, "arn"),
        None => block.given("role_arn", target.sent_role()),
    }
    match &target.input {
        Input::MatchedEvent => {}
        Input::Path(path) => block.plain("input_path", path),
        Input::Constant(text) => block.plain("input", text),
        Input::Transformer { template, .. } => {
            let mut transformer = Body::default();
            let paths = planned.request.get("InputTransformer").and_then(|own| own.get("InputPathsMap"));
            if let Some(paths) = paths {
                transformer.set("input_paths", Setting::Plain(paths.clone()));
            }
            transformer.set("input_template", Setting::Template(template.clone()));
            block.within("input_transformer", transformer);
        }
    }
    for name in BLOCKS {
        if let Some(own) = planned.request.get(name.member) {
            setting(&mut block, name, own, &target.id, losses);
        }
    }
    block
}

/// A member under the provider's name.
fn setting(block: &mut Body, name: &Name, own: &Node, id: &str, losses: &mut Vec<Loss>) {
    match name.holds {
        Holds::Text | Holds::Number | Holds::Truth | Holds::Texts => {
            block.set(name.argument, Setting::Plain(own.clone()));
        }
        Holds::Switch => {
            let on = own.as_str() == Some("ENABLED");
            block.set(name.argument, Setting::Plain(node(Value::Bool(on))));
        }
        Holds::Pairs => block.set(name.argument, Setting::Plain(pairs(own))),
        Holds::Spread(names) => settings(block, own, names, id, losses),
        Holds::Block(names) => block.within(name.argument, block_of(own, names, id, losses)),
        Holds::Blocks(names) => {
            for item in items(own) {
                block.within(name.argument, block_of(item, names, id, losses));
            }
        }
    }
}

fn block_of(own: &Node, names: &[Name], id: &str, losses: &mut Vec<Loss>) -> Body {
    let mut block = Body::default();
    settings(&mut block, own, names, id, losses);
    block
}

/// The members of an object; those that the provider has no name for are lost.
fn settings(block: &mut Body, of: &Node, names: &[Name], id: &str, losses: &mut Vec<Loss>) {
    for name in names {
        if let Some(own) = of.get(name.member) {
            setting(block, name, own, id, losses);
        }
    }
    for member in of.members().unwrap_or_default() {
        if names.iter().all(|name| name.member != member.key) {
            losses.push(Loss::of(id, TargetLoss::NoArgument(member.key.clone())));
        }
    }
}

fn items(node: &Node) -> &[Node] {
    match &node.value {
        Value::Array(items) => items,
        _ => &[],
    }
}

/// A list of `Key` and `Value` as a map.
fn pairs(list: &Node) -> Node {
    let pair = |tag: &Node| {
        let key = tag.get("Key").and_then(Node::as_str)?.to_owned();
        let value = tag.get("Value").cloned().unwrap_or_else(|| string(""));
        Some(Member { key, key_span: Span::default(), value })
    };
    node(Value::Object(items(list).iter().filter_map(pair).collect()))
}

fn grants(
    plan: &Plan<'_>,
    planned: &Planned<'_>,
    rule: &str,
    file: FileKind,
    losses: &mut Vec<Loss>,
    notes: &mut Vec<Note>,
) -> Vec<Resource> {
    let (id, arn) = (&planned.target.id, &planned.target.arn);
    let document = |grant: &Grant| Setting::Document(grant.document.clone());
    let mut made = Vec::new();
    // A role comes before what names it.
    let is_trust = |grant: &&Grant| grant.attached_to == AttachedTo::RoleTrust;
    let (trusts, others): (Vec<_>, Vec<_>) = planned.grants.iter().partition(is_trust);
    for grant in trusts.into_iter().chain(others) {
        let mut block = Body::default();
        let shared = Shared::of(grant.attached_to);
        losses.extend(shared.map(|shared| shared.replaced(id, file)));
        let kind = match grant.attached_to {
            AttachedTo::Function => {
                block.plain("statement_id", format!("{}{}", plan.sid(), qualifier(arn)));
                block.plain("action", "lambda:InvokeFunction");
                block.plain("function_name", arn);
                block.plain("principal", "events.amazonaws.com");
                block.of("source_arn", RULE, rule, "arn");
                "aws_lambda_permission"
            }
            AttachedTo::Topic => {
                block.plain("arn", arn);
                block.set("policy", document(grant));
                "aws_sns_topic_policy"
            }
            AttachedTo::Queue | AttachedTo::DeadLetterQueue => {
                let queue = match grant.attached_to {
                    AttachedTo::Queue => arn,
                    _ => &planned.target.dead_letter_arn,
                };
                block.plain("queue_url", plan.queue_url(queue));
                block.set("policy", document(grant));
                "aws_sqs_queue_policy"
            }
            AttachedTo::Logs => {
                block.plain("policy_name", plan.policy_name(&planned.slug));
                block.set("policy_document", document(grant));
                "aws_cloudwatch_log_resource_policy"
            }
            AttachedTo::RoleTrust if planned.made_role.is_some() => {
                block.plain("name", role_name(plan.rule, &planned.slug));
                block.set("assume_role_policy", document(grant));
                "aws_iam_role"
            }
            AttachedTo::Role if planned.made_role.is_some() => {
                block.plain("name", "deliver");
                block.of("role", "aws_iam_role", &planned.slug, "id");
                block.set("policy", document(grant));
                "aws_iam_role_policy"
            }
            AttachedTo::Role => {
                notes.push(Note::of(id, TargetNote::AddRole(MissingRole::Argument)));
                continue;
            }
            AttachedTo::RoleTrust | AttachedTo::OtherAccount => continue,
            AttachedTo::RestApi => {
                notes.push(Note::of(id, TargetNote::ApiPolicy));
                continue;
            }
        };
        let dead_letter = if grant.attached_to == AttachedTo::DeadLetterQueue { "_dead_letter" } else { "" };
        let name = format!("{}{dead_letter}", planned.slug);
        made.push(Resource { kind, name, body: block, comment: shared.map(Shared::comment) });
    }
    made
}
