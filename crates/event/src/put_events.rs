//! Entries of PutEvents to the events a bus gets of them, and what PutEvents answers to bad ones (EventBridge API
//! reference, `PutEvents`; the sentences of entries as recorded on AWS).

use crate::aws::AwsSentence;
use crate::diagnostics::{Diagnostic, entry as say};
use crate::document::{BytePlace, Document};
use crate::fields::{
    ENTRY_MEMBERS, MAX_DETAIL_TYPE, MAX_ENTRIES, MAX_RESOURCE, MAX_TRACE_HEADER, SMALL, TIME_SIZE,
};
use crate::kind::Noun;
use crate::made::Envelope;
use crate::message::{DetailFault, Expected};
use crate::reading::{EntryError, Title};
use crate::similar::similar;
use crate::step::ReadingStep;
use crate::time::{Moment, TimeForm};
use crate::tree::Tree;
use rulepad_document::fix_all::fix_all;
use rulepad_document::json::{self, Member, Node, Value};
use rulepad_document::{Edit, Role, Span};

/// What became of an entry.
pub(crate) struct PutEntry {
    pub event: Tree,
    pub title: Title,
    pub steps: Vec<ReadingStep>,
    pub error: Option<EntryError>,
    /// How many bytes it counts.
    pub size: usize,
    pub problems: Vec<Diagnostic>,
}

/// The event of an entry; `number` counts from 1.
pub(crate) fn entry(node: &Node, number: usize, document: &Document) -> PutEntry {
    let mut entry = Members { document, members: Vec::new(), number, problems: Vec::new() };
    entry.collect(node);
    let source = entry.text("Source");
    let detail_type = entry.text("DetailType");
    let detail = entry.detail();
    let time = entry.time();
    let resources = entry.resources();
    entry.length("DetailType", MAX_DETAIL_TYPE);
    entry.length("TraceHeader", MAX_TRACE_HEADER);
    let error = entry.refusal(node, source.as_deref(), detail_type.as_deref(), &detail);

    let bytes = |text: &Option<String>| text.as_ref().map_or(0, String::len);
    let size = if entry.get("Time").is_some() { TIME_SIZE } else { 0 }
        + bytes(&source)
        + bytes(&detail_type)
        + detail.bytes
        + resources.iter().map(|(text, _)| text.len()).sum::<usize>();
    let mut steps = Vec::new();
    if detail.parsed {
        steps.push(ReadingStep::DetailParsed);
    }
    if let Some(bus) = entry.text("EventBusName") {
        steps.push(ReadingStep::BusName(bus));
    }
    if entry.get("TraceHeader").is_some() {
        steps.push(ReadingStep::TraceHeader);
    }
    let title = match (source.as_deref(), detail_type.as_deref()) {
        (Some(source), Some(kind)) => Title::Named(format!("{source} · {kind}")),
        (Some(only), None) | (None, Some(only)) => Title::Named(only.to_owned()),
        (None, None) => Title::Numbered(Noun::Entry, number),
    };
    let literal = |name: &str| entry.get(name).map(|member| Tree::of(&member.value, document));
    let (event, made) = Envelope {
        detail_type: literal("DetailType"),
        source: literal("Source"),
        time: time.map(|time| Tree::string(&time)),
        resources: Some(Tree::Array(resources.into_iter().map(|(_, tree)| tree).collect())),
        detail: detail.tree,
        ..Envelope::default()
    }
    .event();
    steps.push(ReadingStep::MadeUp(made));
    PutEntry { event, title, steps, error, size, problems: entry.problems }
}

/// The detail of an entry.
#[derive(Default)]
struct Detail {
    tree: Option<Tree>,
    bytes: usize,
    /// Whether it was a text that holds an object.
    parsed: bool,
    malformed: bool,
}

/// The members of an entry, misspelt ones under the name that was meant.
struct Members<'n> {
    document: &'n Document,
    members: Vec<(&'static str, &'n Member)>,
    number: usize,
    problems: Vec<Diagnostic>,
}

impl<'n> Members<'n> {
    fn collect(&mut self, node: &'n Node) {
        for member in node.members().unwrap_or_default() {
            let span = self.document.place.of(member.key_span);
            if let Some(name) = ENTRY_MEMBERS.into_iter().find(|name| *name == member.key) {
                if self.get(name).is_some() {
                    self.problems.push(say::duplicate(span, name));
                    self.members.retain(|(own, _)| *own != name);
                }
                self.members.push((name, member));
                continue;
            }
            let meant =
                ENTRY_MEMBERS.into_iter().find(|name| similar(name, &member.key) && node.get(name).is_none());
            let edit = meant.filter(|_| self.document.is_exact());
            let edit = edit.map(|name| Edit { span, text: json::quote(name) });
            self.problems.push(say::unknown(span, &member.key, self.number, meant, edit));
            if let Some(name) = meant.filter(|name| self.get(name).is_none()) {
                self.members.push((name, member));
            }
        }
    }

    fn get(&self, name: &str) -> Option<&'n Member> {
        self.members.iter().find(|(own, _)| *own == name).map(|(_, member)| *member)
    }

    /// The text of a member; `None` where it is missing or no text.
    fn text(&mut self, name: &'static str) -> Option<String> {
        let node = &self.get(name)?.value;
        if node.as_str().is_none() {
            let span = self.document.span(node);
            if !self.problems.iter().any(|found| found.span() == span) {
                self.problems.push(say::wrong_type(span, name, node, Expected::String, None));
            }
        }
        node.as_str().map(str::to_owned)
    }

    fn detail(&mut self) -> Detail {
        let Some(member) = self.get("Detail") else { return Detail::default() };
        let node = &member.value;
        let span = self.document.span(node);
        let Some(text) = node.as_str() else {
            let tree = Tree::of(node, self.document);
            let text = tree.compact();
            let object = node.members().is_some();
            let edit = (object && self.document.is_exact()).then(|| Edit { span, text: json::quote(&text) });
            self.problems.push(say::wrong_type(span, "Detail", node, Expected::JsonText, edit));
            let bytes = text.len();
            return Detail { tree: Some(tree), bytes, parsed: false, malformed: !object };
        };
        let parsed = json::parse_unchecked(text, Role::Event);
        let Some(root) = parsed.valid().filter(|root| root.members().is_some()) else {
            let error = parsed.diagnostics.into_iter().find(rulepad_document::Diagnostic::is_error);
            let fault = match error {
                Some(found) => DetailFault::Json(found.message),
                None => DetailFault::Other(parsed.root.map(|root| root.value.kind())),
            };
            if !text.is_empty() {
                let (fixed, _) = fix_all(text, |text| json::parse(text, Role::Event).diagnostics);
                let object = json::parse_unchecked(&fixed, Role::Event)
                    .valid()
                    .is_some_and(|root| root.members().is_some());
                let edit =
                    (object && self.document.is_exact()).then(|| Edit { span, text: json::quote(&fixed) });
                self.problems.push(say::malformed(span, fault, edit));
            }
            let tree = Some(Tree::of(node, self.document));
            return Detail { tree, bytes: text.len(), parsed: false, malformed: true };
        };
        if let Some(number) = beyond_64_bit(root) {
            self.problems.push(say::integer(span, number));
        }
        let inner = Document {
            text: text.to_owned(),
            place: BytePlace::Within(span),
            root: root.clone(),
            found: Vec::new(),
            fixes: 0,
            notation: None,
        };
        let tree = Some(Tree::of(root, &inner));
        Detail { tree, bytes: text.len(), parsed: true, malformed: false }
    }

    fn time(&mut self) -> Option<String> {
        let node = &self.get("Time")?.value;
        let span = self.document.span(node);
        let moment = match &node.value {
            Value::String(text) => {
                Moment::parse(text).filter(|(_, form)| *form != TimeForm::Spelling).map(|(moment, _)| moment)
            }
            Value::Number(number) => Moment::epoch(number),
            _ => None,
        };
        if moment.is_none() {
            self.problems.push(say::bad_time(span, span_text(node)));
        }
        moment.map(Moment::text)
    }

    fn resources(&mut self) -> Vec<(String, Tree)> {
        let Some(member) = self.get("Resources") else { return Vec::new() };
        let Value::Array(items) = &member.value.value else {
            let span = self.document.span(&member.value);
            self.problems.push(say::wrong_type(span, "Resources", &member.value, Expected::Strings, None));
            return Vec::new();
        };
        let mut out = Vec::new();
        for item in items {
            let span = self.document.span(item);
            match item.as_str() {
                Some(text) => {
                    let length = text.chars().count();
                    if length > MAX_RESOURCE {
                        self.problems.push(say::too_long(span, "Resources", length, MAX_RESOURCE));
                    }
                    out.push((text.to_owned(), Tree::of(item, self.document)));
                }
                None => self.problems.push(say::wrong_type(span, "Resources", item, Expected::Strings, None)),
            }
        }
        out
    }

    fn length(&mut self, name: &'static str, most: usize) {
        let Some(member) = self.get(name) else { return };
        let length = member.value.as_str().map_or(0, |text| text.chars().count());
        if length > most {
            self.problems.push(say::too_long(self.document.span(&member.value), name, length, most));
        }
    }

    /// What PutEvents answers to the entry instead of taking it.
    fn refusal(
        &mut self,
        node: &Node,
        source: Option<&str>,
        detail_type: Option<&str>,
        detail: &Detail,
    ) -> Option<EntryError> {
        let error =
            |code: &str, said: &AwsSentence| EntryError { code: code.to_owned(), message: said.sentence() };
        let blank = |text: Option<&str>| text.is_none_or(str::is_empty);
        let detail_blank = detail.bytes == 0;
        let missing =
            [("Source", blank(source)), ("DetailType", blank(detail_type)), ("Detail", detail_blank)];
        let mut first = None;
        let missing: Vec<&'static str> = missing
            .into_iter()
            .filter(|(name, blank)| *blank && self.is_text_or_missing(name))
            .map(|(name, _)| name)
            .collect();
        for name in missing {
            let span = self.get(name).map_or_else(
                || {
                    let span = self.document.span(node);
                    Span { start: span.start, end: span.end.min(span.start + 1) }
                },
                |member| self.document.span(&member.value),
            );
            let empty = self.get(name).is_some();
            self.problems.push(say::required(span, name, empty));
            first = first.or_else(|| Some(error("InvalidArgument", &AwsSentence::Required(name))));
        }
        if first.is_some() {
            return first;
        }
        if let Some(member) =
            self.get("Source").filter(|_| source.is_some_and(|source| source.starts_with("aws.")))
        {
            let span = self.document.span(&member.value);
            self.problems.push(say::reserved(span, source.unwrap_or_default()));
            return Some(error("NotAuthorizedForSourceException", &AwsSentence::NotAuthorized));
        }
        detail.malformed.then(|| error("MalformedDetail", &AwsSentence::MalformedDetail))
    }

    /// A member of a wrong type has its own problem, and the call is not sent at all.
    fn is_text_or_missing(&self, name: &str) -> bool {
        self.get(name).is_none_or(|member| member.value.as_str().is_some())
    }
}

/// What the whole request is refused for.
pub(crate) fn request(spans: &[Span], sizes: &[usize]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if let Some(span) = spans.get(MAX_ENTRIES) {
        found.push(say::count(*span, spans.len()));
    }
    let total: usize = sizes.iter().sum();
    if let (true, Some(first), Some(last)) = (total > SMALL, spans.first(), spans.last()) {
        found.push(say::total_size(first.to(*last), total));
    }
    found
}

/// The first integer outside what PutEvents takes: 64 bits with a sign (API reference of PutEvents, checked
/// 2026-11-29).
fn beyond_64_bit(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Number(text) if !text.contains(['.', 'e', 'E']) => {
            text.parse::<i64>().is_err().then_some(text)
        }
        Value::Array(items) => items.iter().find_map(beyond_64_bit),
        Value::Object(members) => members.iter().find_map(|member| beyond_64_bit(&member.value)),
        _ => None,
    }
}

fn span_text(node: &Node) -> String {
    let text = json::compact(node);
    text.chars().take(40).collect()
}
