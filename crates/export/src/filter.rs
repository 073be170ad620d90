//! What the filters of other services share: where their records hold the event, what they lack of the language,
//! and the CloudFormation template around them.

use super::fill::filled;
use super::later::{Later, Marked};
use crate::message::{Loss, Note, RecordSource};
use rulepad_cloudformation::yaml;
use rulepad_document::Span;
use rulepad_document::json::build::{list, object, string};
use rulepad_document::json::{Node, compact};
use rulepad_pattern::{Code, Dialect, parse_in};
use rulepad_rule::{Target, TargetKind};
use rulepad_transformer::Input;

/// The pattern as a filter of records, and the source it is for.
pub(super) struct OfRecords<'s> {
    /// The pattern, under the key of the payload.
    pub pattern: Node,
    /// The same with its references as they are shown.
    typed: Node,
    /// The source.
    pub source: RecordSource,
    /// What was put around the pattern: `None` where it was written for records.
    pub key: Option<&'static str>,
    /// The target of the rule that the source may be: it receives whole events.
    pub from: Option<&'s Target>,
}

/// The pattern as it meets the records of a source. One that is written for events of a bus finds them in the
/// payload: in that of the rule's own queue or stream, unless that is `delivered_to`, otherwise of a queue.
pub(super) fn of_records<'s>(marked: &Marked<'s>, delivered_to: Option<&Target>) -> OfRecords<'s> {
    let Marked { subject, typed, .. } = marked;
    let none = object([]);
    let (pattern, typed) = (subject.pattern.unwrap_or(&none), typed.unwrap_or(&none));
    if matches!(subject.dialect, Dialect::Pipes | Dialect::EventSourceMapping) {
        let keys = [
            ("body", RecordSource::Queue),
            ("data", RecordSource::Stream),
            ("dynamodb", RecordSource::Table),
        ];
        let mut found = keys.into_iter().filter(|(key, _)| pattern.get(key).is_some());
        let source = found.next().map_or(RecordSource::Unknown, |(_, source)| source);
        return OfRecords { pattern: pattern.clone(), typed: typed.clone(), source, key: None, from: None };
    }
    let whole = |kind: TargetKind| {
        let is = |target: &&Target| target.kind() == Some(kind) && target.input == Input::MatchedEvent;
        subject.targets.iter().filter(is).find(|target| !is_same(delivered_to, target))
    };
    let (source, key, from) = match (whole(TargetKind::Sqs), whole(TargetKind::Kinesis)) {
        (None, Some(stream)) => (RecordSource::Stream, "data", Some(stream)),
        (queue, _) => (RecordSource::Queue, "body", queue),
    };
    let around = |pattern: &Node| object([(key, Some(pattern.clone()))]);
    OfRecords { pattern: around(pattern), typed: around(typed), source, key: Some(key), from }
}

/// Whether it is this very target.
pub(super) fn is_same(one: Option<&Target>, target: &Target) -> bool {
    one.is_some_and(|one| std::ptr::eq(one, target))
}

impl OfRecords<'_> {
    /// What the service has against the pattern.
    pub fn against(&self, dialect: Dialect) -> Vec<Loss> {
        against(&self.typed, dialect)
    }
}

/// What the service has against the pattern, each with the field it is about.
pub(super) fn against(pattern: &Node, dialect: Dialect) -> Vec<Loss> {
    let parsed = parse_in(&compact(pattern), dialect);
    let mut losses: Vec<Loss> = Vec::new();
    for found in &parsed.diagnostics {
        if !(found.is_error() || found.code.of::<Code>().is_some_and(Code::is_of_dialect)) {
            continue;
        }
        let within = |span: Span| span.start <= found.span().start && found.span().end <= span.end;
        let field = parsed.pattern.conditions.iter().find(|condition| within(condition.span));
        let loss =
            Loss::Refused { field: field.map(|field| field.name.clone()), message: found.message.clone() };
        if !losses.contains(&loss) {
            losses.push(loss);
        }
    }
    losses
}

/// The ids of targets.
pub(super) fn ids<'t>(targets: impl Iterator<Item = &'t Target>) -> Vec<String> {
    targets.map(|target| target.id.clone()).collect()
}

/// The parameters of a template: what the rule does not tell.
#[derive(Default)]
pub(super) struct Parameters(Vec<(&'static str, Node)>);

impl Parameters {
    /// The value where it is known, else a reference to a parameter that asks for it.
    pub fn ask(&mut self, name: &'static str, description: &str, known: Option<&str>) -> Node {
        if let Some(known) = known {
            return string(known);
        }
        let asked = object([("Type", Some(string("String"))), ("Description", Some(string(description)))]);
        self.0.push((name, asked));
        reference(name)
    }
}

/// A template in YAML, with a comment in front.
pub(super) fn template(
    comment: &str,
    parameters: Parameters,
    resources: Vec<(&str, Node)>,
    later: &[Later],
    losses: &mut Vec<Loss>,
    notes: &mut Vec<Note>,
) -> String {
    let asked = (!parameters.0.is_empty()).then(|| members(parameters.0));
    let template = object([
        ("AWSTemplateFormatVersion", Some(string("2010-09-09"))),
        ("Parameters", asked),
        ("Resources", Some(members(resources))),
    ]);
    format!("# {comment}\n{}", yaml::block(&filled(&template, later, losses, notes), 0))
}

fn members(members: Vec<(&str, Node)>) -> Node {
    object(members.into_iter().map(|(key, value)| (key, Some(value))))
}

/// A reference to a parameter or a resource.
pub(super) fn reference(name: &str) -> Node {
    object([("Ref", Some(string(name)))])
}

/// Strings of a list.
pub(super) fn strings(texts: &[&str]) -> Node {
    list(texts.iter().map(|text| string(*text)))
}

/// `FilterCriteria` of one filter; its pattern is a JSON text.
pub(super) fn criteria(pattern: &str) -> Node {
    object([("Filters", Some(list([object([("Pattern", Some(string(pattern)))])])))])
}
