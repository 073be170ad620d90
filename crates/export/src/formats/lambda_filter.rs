//! The filter of a Lambda event source mapping, as a CloudFormation template (Lambda developer guide,
//! `invocation-eventfiltering`).

use crate::filter::{self, Parameters, criteria, ids, is_same, of_records};
use crate::later::Marked;
use crate::message::{FilterOwner, Loss, Note, RecordSource, TargetLoss};
use crate::stack::resource;
use crate::{Rendered, file_name};
use rulepad_cloudformation::unresolved;
use rulepad_document::json::build::{node, object, string};
use rulepad_document::json::{Value, compact};
use rulepad_pattern::Dialect;
use rulepad_rule::{State, TargetKind};

/// The mapping with its filter.
pub(crate) fn export(marked: &Marked<'_>) -> Rendered {
    let subject = &marked.subject;
    let records = of_records(marked, None);
    let pattern = compact(&records.pattern);
    let function = subject.targets.iter().find(|target| target.kind() == Some(TargetKind::Lambda));
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
    let mut losses = records.against(Dialect::EventSourceMapping);
    let mut notes = Vec::new();
    let text = filter::template(
        "The filter of a Lambda event source mapping. `FilterCriteria` is what `--filter-criteria` takes as JSON.",
        parameters,
        vec![("EventSourceMapping", resource("AWS::Lambda::EventSourceMapping", mapping))],
        marked.later,
        &mut losses,
        &mut notes,
    );
    let left =
        subject.targets.iter().filter(|target| !is_same(function, target) && !is_same(records.from, target));
    let ids = ids(left);
    if !ids.is_empty() {
        losses.push(Loss::TargetsLeftOut { owner: FilterOwner::EventSourceMapping, ids });
    }
    losses.extend(function.and_then(reshaped));
    notes.extend(records.key.map(Note::KeyOfEvent));
    notes.push(Note::RoleMayRead { owner: FilterOwner::EventSourceMapping, source });
    if source == RecordSource::Unknown {
        notes.push(Note::SourceSettings);
    }
    Rendered {
        file_name: file_name(subject.rule, "lambda-filter.yaml"),
        media_type: "application/yaml",
        text,
        losses,
        notes,
    }
}

/// What the function gets is the record, whatever the target's input option says.
fn reshaped(target: &rulepad_rule::Target) -> Option<Loss> {
    let is_lost = target.input != rulepad_transformer::Input::MatchedEvent;
    is_lost.then(|| Loss::of(&target.id, TargetLoss::RecordUnchanged))
}
