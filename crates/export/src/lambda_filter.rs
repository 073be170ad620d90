//! The filter of a Lambda event source mapping, as a CloudFormation template (Lambda developer guide,
//! `invocation-eventfiltering`).

use super::filter::{self, Parameters, Source, against, criteria, is_same, of_records, placed};
use super::stack::resource;
use super::{Exported, Subject, file_name};
use rulepad_cloudformation::unresolved;
use rulepad_document::json::build::{node, object, string};
use rulepad_document::json::{Value, compact};
use rulepad_pattern::Dialect;
use rulepad_rule::{Kind, State};

/// The mapping with its filter.
pub(super) fn export(subject: &Subject<'_>) -> Exported {
    let records = of_records(subject, None);
    let pattern = compact(&records.pattern);
    let function = subject.targets.iter().find(|target| target.kind() == Some(Kind::Lambda));
    let source = records.source;
    let mut parameters = Parameters::default();
    let from = records.from.map(|target| target.arn.as_str());
    let source_arn = parameters.ask("EventSourceArn", "The ARN of the queue or stream that is read", from);
    let known = function.map(|target| target.arn.as_str());
    let function_name =
        parameters.ask("FunctionName", "The name or ARN of the function that gets the records", known);
    let off = (subject.rule.state == State::Disabled).then(|| node(Value::Bool(false)));
    let mapping = object([
        ("EventSourceArn", Some(source_arn)),
        ("FunctionName", Some(function_name)),
        ("Enabled", off),
        ("StartingPosition", source.has_position().then(|| string("LATEST"))),
        ("FilterCriteria", Some(criteria(&unresolved(&pattern)))),
    ]);
    let mut losses = against(&pattern, Dialect::EventSourceMapping);
    let mut notes = Vec::new();
    let text = filter::template(
        "The filter of a Lambda event source mapping. `FilterCriteria` is what `--filter-criteria` takes as JSON.",
        parameters,
        vec![("EventSourceMapping", resource("AWS::Lambda::EventSourceMapping", mapping))],
        &mut losses,
        &mut notes,
    );
    let left =
        subject.targets.iter().filter(|target| !is_same(function, target) && !is_same(records.from, target));
    if left.clone().next().is_some() {
        losses.push(format!(
            "An event source mapping has one function and no targets: {} left out.",
            filter::left(left)
        ));
    }
    losses.extend(function.and_then(reshaped));
    notes.extend(records.key.map(placed));
    notes.push(match source {
        Source::Unknown => {
            "The function's execution role must be allowed to read from the source.".to_owned()
        }
        _ => format!(
            "The function's execution role must be allowed {} on the {}.",
            filter::actions(source.actions()),
            source.name()
        ),
    });
    if source == Source::Unknown {
        notes.push("Kafka, Amazon MQ and DocumentDB need properties of their own on the mapping.".to_owned());
    }
    Exported {
        file_name: file_name(subject.rule, "lambda-filter.yaml"),
        media_type: "application/yaml".to_owned(),
        text,
        refused: Vec::new(),
        losses,
        notes,
    }
}

/// What the function gets is the record, whatever the target's input option says.
fn reshaped(target: &rulepad_rule::Target) -> Option<String> {
    (target.input != rulepad_transformer::Input::MatchedEvent).then(|| {
        format!(
            "The function receives the records unchanged: an event source mapping has no input option for `{}`.",
            target.id
        )
    })
}
