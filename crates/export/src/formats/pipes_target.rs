//! A rule's target as the target of a pipe: its own property under the pipe's name, its input option as the pipe's
//! input template (user guide, `eb-pipes-event-target` and `eb-pipes-input-transformation`).

use super::rule_json;
use crate::message::{Loss, Note, PipeVariable, TargetLoss, TargetNote};
use rulepad_document::json::build::{list, object, string};
use rulepad_document::json::{Member, Node, Value, compact};
use rulepad_rule::{Target, TargetKind};
use rulepad_transformer::{Input, placeholders};

/// The target's side of a pipe.
pub(crate) struct OfPipe {
    /// `TargetParameters`.
    pub parameters: Node,
    /// The target with its property as the pipe has it.
    pub request: Target,
}

/// Whether pipes deliver to this kind.
pub(crate) fn is_target(kind: TargetKind) -> bool {
    !matches!(
        kind,
        TargetKind::AppSync
            | TargetKind::SsmRunCommand
            | TargetKind::SsmAutomation
            | TargetKind::SsmOpsItem
            | TargetKind::IncidentManager
            | TargetKind::CodeBuild
            | TargetKind::CodePipeline
            | TargetKind::Glue
            | TargetKind::Ec2Action
    )
}

/// What the pipe delivers, and how. `key` holds the event in the source's records; `None` where paths are of the
/// record itself.
pub(crate) fn target(
    target: &Target,
    key: Option<&str>,
    losses: &mut Vec<Loss>,
    notes: &mut Vec<Note>,
) -> OfPipe {
    let request = rule_json::target(target, &mut Vec::new());
    let kind = target.kind();
    let root = key.map_or_else(|| "$".to_owned(), |key| format!("$.{key}"));
    let own = kind.and_then(TargetKind::parameters).and_then(|name| request.get(name));
    let own = own.map(|own| moved(own, &root));
    let own = match (kind, own) {
        (Some(TargetKind::Redshift), Some(own)) => Some(one_statement_of_several(own)),
        (_, own) => own,
    };
    let with_own = Target {
        parameters: own.as_ref().map(compact).unwrap_or_else(|| target.parameters.clone()),
        ..target.clone()
    };
    let template = template(target, &request, &root, losses, notes);
    if matches!(kind, Some(TargetKind::Lambda | TargetKind::StepFunctions)) {
        losses.push(Loss::of(&target.id, TargetLoss::ListOfRecords));
    }
    let named = |name: &'static str, value: Node| Some((name, Some(value)));
    let property = match (kind, own) {
        (Some(TargetKind::Lambda), _) => named("LambdaFunctionParameters", asynchronous()),
        (Some(TargetKind::StepFunctions), _) => named("StepFunctionStateMachineParameters", asynchronous()),
        (Some(TargetKind::Kinesis), own) => {
            let path = own.as_ref().and_then(|own| own.get("PartitionKeyPath")).and_then(Node::as_str);
            let path = path.map_or_else(|| format!("{root}.id"), str::to_owned);
            named("KinesisStreamParameters", object([("PartitionKey", Some(string(path)))]))
        }
        (Some(TargetKind::EventBus), _) if key.is_some() => {
            let field = |name: &str| Some(string(format!("{root}.{name}")));
            let envelope =
                [("Source", field("source")), ("DetailType", field("detail-type")), ("Time", field("time"))];
            named("EventBridgeEventBusParameters", object(envelope))
        }
        (Some(TargetKind::Sqs), Some(own)) => named("SqsQueueParameters", own),
        (Some(TargetKind::Ecs), Some(own)) => named("EcsTaskParameters", capitals(&own)),
        (Some(TargetKind::Batch), Some(own)) => named("BatchJobParameters", own),
        (Some(TargetKind::Redshift), Some(own)) => named("RedshiftDataParameters", own),
        (Some(TargetKind::SageMakerPipeline), Some(own)) => named("SageMakerPipelineParameters", own),
        (Some(TargetKind::ApiDestination | TargetKind::ApiGateway), Some(own)) => {
            named("HttpParameters", own)
        }
        _ => None,
    };
    let template = template.map(|template| ("InputTemplate", Some(string(template))));
    OfPipe { parameters: object(property.into_iter().chain(template)), request: with_own }
}

/// A pipe calls functions and state machines and waits for them unless it is set not to; a rule never waits.
fn asynchronous() -> Node {
    object([("InvocationType", Some(string("FIRE_AND_FORGET")))])
}

/// The value with its paths below another root.
fn moved(node: &Node, root: &str) -> Node {
    let value = match &node.value {
        Value::String(text) if text == "$" || text.starts_with("$.") => Value::String(below(text, root)),
        Value::Array(items) => Value::Array(items.iter().map(|item| moved(item, root)).collect()),
        Value::Object(members) => {
            let member = |member: &Member| Member { value: moved(&member.value, root), ..member.clone() };
            Value::Object(members.iter().map(member).collect())
        }
        other => other.clone(),
    };
    Node { span: node.span, value }
}

fn below(path: &str, root: &str) -> String {
    path.strip_prefix('$').map_or_else(|| path.to_owned(), |rest| format!("{root}{rest}"))
}

/// `Sql` as the one of `Sqls`, which is all that pipes know.
fn one_statement_of_several(mut own: Node) -> Node {
    if let Value::Object(members) = &mut own.value {
        for member in members.iter_mut().filter(|member| member.key == "Sql") {
            "Sqls".clone_into(&mut member.key);
            member.value = list([member.value.clone()]);
        }
    }
    own
}

/// `EcsParameters` as CloudFormation spells it for pipes: every name with a capital.
fn capitals(node: &Node) -> Node {
    let value = match &node.value {
        Value::Array(items) => Value::Array(items.iter().map(capitals).collect()),
        Value::Object(members) => {
            let member = |member: &Member| {
                let mut chars = member.key.chars();
                let first =
                    chars.next().map(|first| first.to_ascii_uppercase().to_string()).unwrap_or_default();
                let key = format!("{first}{}", chars.as_str());
                Member { key, value: capitals(&member.value), ..member.clone() }
            };
            Value::Object(members.iter().map(member).collect())
        }
        other => other.clone(),
    };
    Node { span: node.span, value }
}

/// `InputTemplate`; `None` where the target gets the record itself.
fn template(
    target: &Target,
    request: &Node,
    root: &str,
    losses: &mut Vec<Loss>,
    notes: &mut Vec<Note>,
) -> Option<String> {
    let id = &target.id;
    let whole = if target.kind() == Some(TargetKind::EventBus) && root != "$" {
        notes.push(Note::of(id, TargetNote::PipeMakesEvent));
        format!("<{root}.detail>")
    } else {
        format!("<{root}>")
    };
    match &target.input {
        Input::MatchedEvent => (root != "$").then_some(whole),
        Input::Path(path) => Some(format!("<{}>", below(path, root))),
        Input::Constant(text) => {
            if let Some((name, _)) = placeholders(text).first() {
                losses.push(Loss::of(id, TargetLoss::PlaceholderInConstant(name.clone())));
            }
            Some(text.clone())
        }
        Input::Transformer { template, .. } => {
            notes.push(Note::of(id, TargetNote::PipeTemplate));
            let paths = request.get("InputTransformer").and_then(|own| own.get("InputPathsMap"));
            Some(inlined(template, paths, (id, root), losses))
        }
    }
}

/// The template with the path of each variable instead of its name.
fn inlined(template: &str, paths: Option<&Node>, (id, root): (&str, &str), losses: &mut Vec<Loss>) -> String {
    let mut out = String::new();
    let mut done = 0;
    for (name, span) in placeholders(template) {
        let path = paths.and_then(|paths| paths.get(&name)).and_then(Node::as_str);
        let (inner, lost) = match (path, name.as_str()) {
            (Some(path), _) => (below(path, root), None),
            (None, "aws.events.rule-arn") => ("aws.pipes.pipe-arn".to_owned(), Some(PipeVariable::PipeArn)),
            (None, "aws.events.rule-name") => {
                ("aws.pipes.pipe-name".to_owned(), Some(PipeVariable::PipeName))
            }
            (None, "aws.events.event.ingestion-time") => ("aws.pipes.event.ingestion-time".to_owned(), None),
            (None, "aws.events.event.json") => (root.to_owned(), None),
            (None, "aws.events.event") => (root.to_owned(), Some(PipeVariable::EventWithDetail)),
            (None, _) => (name.clone(), Some(PipeVariable::Unknown)),
        };
        if let Some(gives) = lost {
            let loss = Loss::of(id, TargetLoss::Variable { rule: name, pipe: inner.clone(), gives });
            if !losses.contains(&loss) {
                losses.push(loss);
            }
        }
        out.push_str(template.get(done..span.start as usize).unwrap_or_default());
        out.push_str(&format!("<{inner}>"));
        done = span.end as usize;
    }
    out.push_str(template.get(done..).unwrap_or_default());
    out
}
