//! A text to a subscriber, and every problem of it.

use super::check;
use super::diagnostics as say;
use super::model::{
    Batch, Block, Invoke, Log, Ordering, Placed, Retry, Start, State, Subscriber, Transformer,
};
use super::parameters;
use super::place::{PlacedFilter, PlacedText};
use super::schema::{ANSWER, FILTER_LIST, FILTERS, REQUEST};
use crate::filter::Filter;
use crate::message::Diagnostic;
use crate::scope::Scope;
use rulepad_document::Role;
use rulepad_document::json::{self, Node, Value};

/// What a text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DraftForm {
    /// The request of `CreateSubscriber`, which is Rulepad's file of a subscriber too.
    #[default]
    Request,
    /// The answer of `DescribeSubscriber`.
    Answer,
    /// A `FilterConfiguration`, or its list of filters: there is no subscriber yet.
    Filters,
}

/// What a text holds.
#[derive(Clone, Debug, Default)]
pub struct DraftReading {
    /// What it is.
    pub form: DraftForm,
    /// The subscriber as far as it can be read.
    pub subscriber: Subscriber,
    /// Problems of the text, in its order; those of patterns are of the filters.
    pub problems: Vec<Diagnostic>,
}

/// Reads a subscriber. Unknown members are errors: AWS and its tools refuse them or store nothing.
#[must_use]
pub fn read(text: &str) -> DraftReading {
    let parsed = json::parse(text, Role::Import);
    let mut problems: Vec<Diagnostic> =
        parsed.diagnostics.into_iter().map(rulepad_document::Diagnostic::lift).collect();
    // Tools read the text before AWS does: what AWS's parser says of it is not heard.
    problems.iter_mut().for_each(|found| found.reference = None);
    let broken = problems.iter().any(Diagnostic::is_error);
    let Some(root) = parsed.root.filter(|root| root.value != Value::Invalid) else {
        return DraftReading { problems, ..DraftReading::default() };
    };
    let is_list = matches!(root.value, Value::Array(_));
    let has = |name: &str| root.get(name).is_some();
    let form = if is_list || has("Filters") {
        DraftForm::Filters
    } else if has("SubscriberArn") || has("CreationTime") {
        DraftForm::Answer
    } else {
        DraftForm::Request
    };
    if !is_list && root.members().is_none() {
        if !broken {
            problems.push(say::not_a_subscriber(root.span, root.value.kind()));
        }
        return DraftReading { form, problems, ..DraftReading::default() };
    }
    let mut found = Vec::new();
    let mut subscriber = Subscriber { span: root.span, ..Subscriber::default() };
    match form {
        DraftForm::Filters => {
            check::value(&root, if is_list { FILTER_LIST } else { FILTERS }, "", &mut found);
            subscriber.filters = filters(&root, text, &mut found);
        }
        DraftForm::Request | DraftForm::Answer => {
            let more = if form == DraftForm::Answer { ANSWER } else { &[] };
            check::object(&root, REQUEST, more, "", &mut found);
            whole(&root, text, &mut subscriber, &mut found);
        }
    }
    problems.extend(found);
    rulepad_document::order::sort_by_key(&mut problems, |found| (found.span().start, found.severity));
    DraftReading { form, subscriber, problems }
}

fn whole(root: &Node, text: &str, own: &mut Subscriber, found: &mut Vec<Diagnostic>) {
    own.name = string(root, "Name");
    own.bus = string(root, "EventBusArn");
    if let Some(configuration) = root.get("FilterConfiguration") {
        own.filters = filters(configuration, text, found);
    }
    let choice = |node: &Node, name: &str| string(node, name);
    own.ordering = choice(root, "Type").map(|own| own.map(|text| fifo(&text)));
    own.state = choice(root, "State").map(|own| own.map(|text| state(&text)));
    own.start = start(root);
    own.transformer =
        root.get("Transformer").map(|node| Placed { value: transformer(node), span: node.span });
    own.expression = root
        .get("Transformer")
        .and_then(|node| node.get("JsonataConfiguration"))
        .and_then(|node| node.get("Expression"))
        .and_then(|node| Some(PlacedText::new(node, node.as_str()?, text)));
    own.parameters = parameters::of(root, text);
    own.invoke = root.get("InvokeConfiguration").filter(|node| node.members().is_some()).map(|node| {
        let arn = string(node, "TargetArn");
        let role = string(node, "RoleArn");
        let members = node.members().unwrap_or_default().iter();
        let blocks = members.filter_map(|member| {
            let block = Block::ALL.into_iter().find(|block| block.name() == member.key)?;
            Some((block, Placed { value: member.value.clone(), span: member.key_span }))
        });
        Placed { value: Invoke { arn, role, blocks: blocks.collect() }, span: node.span }
    });
    own.batch = root.get("BatchConfiguration").map(|node| {
        let batch =
            Batch { size: integer(node, "MaxBatchSize"), window: integer(node, "MaxBatchWindowInSeconds") };
        Placed { value: batch, span: node.span }
    });
    own.retry = root.get("RetryPolicy").map(|node| {
        let usual = Retry::default();
        let attempts = integer(node, "MaxRetryAttempts").map_or(usual.attempts, |own| own.value);
        let age = integer(node, "MaxEventAgeInSeconds").map_or(usual.age, |own| own.value);
        Placed { value: Retry { attempts, age }, span: node.span }
    });
    own.queue = root.get("OnFailureConfiguration").and_then(|node| string(node, "Arn"));
    own.log = root.get("LogConfiguration").map(|node| Log {
        level: string(node, "Level").map(|own| own.value).filter(|level| level != "OFF"),
        payload: string(node, "IncludePayload").is_some_and(|own| own.value == "FULL"),
    });
}

/// The filters of a configuration, or of its list.
fn filters(node: &Node, text: &str, found: &mut Vec<Diagnostic>) -> Vec<PlacedFilter> {
    let list = if node.members().is_some() { node.get("Filters") } else { Some(node) };
    let items = match list.map(|list| &list.value) {
        Some(Value::Array(items)) if !items.is_empty() => items,
        Some(Value::Array(_)) | None => {
            found.push(say::no_filter(node.span));
            return Vec::new();
        }
        Some(_) => return Vec::new(),
    };
    let filter = |item: &Node| {
        let scope = item.get("Scope").and_then(Node::as_str).and_then(Scope::named)?;
        let pattern = item.get("Pattern")?;
        let written = match &pattern.value {
            Value::String(text) => text.clone(),
            // It is refused as it is, and read all the same.
            Value::Object(_) | Value::Array(_) => pattern.span.of(text).to_owned(),
            _ => return None,
        };
        let place = PlacedText::new(pattern, &written, text);
        Some(PlacedFilter { filter: Filter { scope, pattern: written }, place })
    };
    items.iter().filter_map(filter).collect()
}

fn transformer(node: &Node) -> Transformer {
    match node.get("Type").and_then(Node::as_str) {
        Some("WITH_METADATA") => Transformer::WithMetadata,
        Some("JSONATA") => Transformer::Jsonata(
            node.get("JsonataConfiguration").and_then(|configuration| string(configuration, "Expression")),
        ),
        _ => Transformer::Raw,
    }
}

fn start(root: &Node) -> Start {
    let point = root.get("PointInTimeConfiguration");
    let starting = point.and_then(|point| point.get("StartingPoint")).and_then(|node| match &node.value {
        Value::Number(text) | Value::String(text) => Some(Placed { value: text.clone(), span: node.span }),
        _ => None,
    });
    Start {
        in_time: string(root, "StartingPosition").map(|own| own.map(|text| text == "POINT_IN_TIME")),
        point: point.map(|point| point.span),
        is_timestamp: point.and_then(|point| point.get("PointType")).and_then(Node::as_str)
            == Some("TIMESTAMP"),
        starting,
    }
}

fn fifo(text: &str) -> Ordering {
    if text == "FIFO" { Ordering::Fifo } else { Ordering::Unordered }
}

fn state(text: &str) -> State {
    if text == "STOPPED" { State::Stopped } else { State::Running }
}

fn string(node: &Node, name: &str) -> Option<Placed<String>> {
    let own = node.get(name)?;
    Some(Placed { value: own.as_str()?.to_owned(), span: own.span })
}

fn integer(node: &Node, name: &str) -> Option<Placed<u32>> {
    let own = node.get(name)?;
    match &own.value {
        Value::Number(text) => Some(Placed { value: text.parse().ok()?, span: own.span }),
        _ => None,
    }
}

impl<T> Placed<T> {
    /// Another value at the same place.
    #[must_use]
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Placed<U> {
        Placed { value: make(self.value), span: self.span }
    }
}
