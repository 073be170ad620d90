//! What the filters of other services share: where their records hold the event, what they lack of the language,
//! and the CloudFormation template around them.

use super::Subject;
use super::fill::filled;
use rulepad_cloudformation::yaml;
use rulepad_document::json::Node;
use rulepad_document::json::build::{list, object, string};
use rulepad_document::words::en;
use rulepad_document::{Lang, Span, Words};
use rulepad_pattern::{Code, Dialect, parse_in};
use rulepad_rule::{Kind, Target};
use rulepad_transformer::Input;

/// A source of records, by what holds the payload in them (user guide, `eb-pipes-event-filtering`).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// SQS: `body`.
    Queue,
    /// Kinesis: `data`.
    Stream,
    /// DynamoDB streams: `dynamodb`.
    Table,
    /// Kafka, Amazon MQ, or a pattern that tests no payload.
    Unknown,
}

/// The pattern as a filter of records, and the source it is for.
pub(super) struct OfRecords<'s> {
    /// The pattern, under the key of the payload.
    pub pattern: Node,
    /// The source.
    pub source: Source,
    /// What was put around the pattern: `None` where it was written for records.
    pub key: Option<&'static str>,
    /// The target of the rule that the source may be: it receives whole events.
    pub from: Option<&'s Target>,
}

impl Source {
    /// What reading from it takes.
    pub fn actions(self) -> &'static [&'static str] {
        match self {
            Self::Queue => &["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
            Self::Stream => &[
                "kinesis:DescribeStream",
                "kinesis:DescribeStreamSummary",
                "kinesis:GetRecords",
                "kinesis:GetShardIterator",
                "kinesis:ListShards",
            ],
            Self::Table => &[
                "dynamodb:DescribeStream",
                "dynamodb:GetRecords",
                "dynamodb:GetShardIterator",
                "dynamodb:ListStreams",
            ],
            Self::Unknown => &[],
        }
    }

    /// What a person calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Queue => "SQS queue",
            Self::Stream => "Kinesis stream",
            Self::Table => "DynamoDB stream",
            Self::Unknown => "source",
        }
    }

    /// Whether reading begins at a position that has to be named.
    pub fn has_position(self) -> bool {
        matches!(self, Self::Stream | Self::Table)
    }
}

/// The pattern as it meets the records of a source. One that is written for events of a bus finds them in the
/// payload: in that of the rule's own queue or stream, unless that is `delivered_to`, otherwise of a queue.
pub(super) fn of_records<'s>(subject: &Subject<'s>, delivered_to: Option<&Target>) -> OfRecords<'s> {
    let none = object([]);
    let pattern = subject.pattern.unwrap_or(&none);
    if matches!(subject.dialect, Dialect::Pipes | Dialect::EventSourceMapping) {
        let keys = [("body", Source::Queue), ("data", Source::Stream), ("dynamodb", Source::Table)];
        let mut found = keys.into_iter().filter(|(key, _)| pattern.get(key).is_some());
        let source = found.next().map_or(Source::Unknown, |(_, source)| source);
        return OfRecords { pattern: pattern.clone(), source, key: None, from: None };
    }
    let whole = |kind: Kind| {
        let is = |target: &&Target| target.kind() == Some(kind) && target.input == Input::MatchedEvent;
        subject.targets.iter().filter(is).find(|target| !is_same(delivered_to, target))
    };
    let (source, key, from) = match (whole(Kind::Sqs), whole(Kind::Kinesis)) {
        (None, Some(stream)) => (Source::Stream, "data", Some(stream)),
        (queue, _) => (Source::Queue, "body", queue),
    };
    OfRecords { pattern: object([(key, Some(pattern.clone()))]), source, key: Some(key), from }
}

/// Whether it is this very target.
pub(super) fn is_same(one: Option<&Target>, target: &Target) -> bool {
    one.is_some_and(|one| std::ptr::eq(one, target))
}

/// Where the event stands in the records, and what to write for other sources.
pub(super) fn placed(key: &str) -> String {
    format!(
        "The filter finds the event in the `{key}` of each record: that is `body` for SQS, `data` for Kinesis and \
         Amazon MQ, `value` for Kafka."
    )
}

/// What the service has against the pattern, a sentence each, with the field it is about.
pub(super) fn against(pattern: &str, dialect: Dialect) -> Vec<String> {
    let parsed = parse_in(pattern, dialect);
    let mut said: Vec<String> = Vec::new();
    for found in &parsed.diagnostics {
        if !(found.is_error() || found.code.of::<Code>().is_some_and(Code::is_of_dialect)) {
            continue;
        }
        let within = |span: Span| span.start <= found.span().start && found.span().end <= span.end;
        let field = parsed.pattern.conditions.iter().find(|condition| within(condition.span));
        let message = found.message.words(Lang::En);
        let sentence = match field {
            Some(field) => format!("At `{}`: {message}.", field.name),
            None => en::sentence(&message),
        };
        if !said.contains(&sentence) {
            said.push(sentence);
        }
    }
    said
}

/// The ids of targets as a sentence has them.
pub(super) fn ids<'t>(targets: impl Iterator<Item = &'t Target>) -> String {
    let ids: Vec<String> = targets.map(|target| format!("`{}`", target.id)).collect();
    match &ids[..] {
        [.., last] if ids.len() > 1 => {
            let all = ids.join(", ");
            let head = all.strip_suffix(&format!(", {last}")).unwrap_or(&all);
            format!("{head} and {last}")
        }
        _ => ids.join(""),
    }
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
    losses: &mut Vec<String>,
    notes: &mut Vec<String>,
) -> String {
    let asked = (!parameters.0.is_empty()).then(|| members(parameters.0));
    let template = object([
        ("AWSTemplateFormatVersion", Some(string("2010-09-09"))),
        ("Parameters", asked),
        ("Resources", Some(members(resources))),
    ]);
    format!("# {comment}\n{}", yaml::block(&filled(&template, losses, notes), 0))
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

/// Which targets a file leaves out, with their verb.
pub(super) fn left<'t>(targets: impl Iterator<Item = &'t Target> + Clone) -> String {
    let verb = if targets.clone().count() == 1 { "is" } else { "are" };
    format!("{} {verb}", ids(targets))
}

/// Actions of a policy as a sentence has them.
pub(super) fn actions(actions: &[&str]) -> String {
    let actions: Vec<String> = actions.iter().map(|action| format!("`{action}`")).collect();
    actions.join(", ")
}
