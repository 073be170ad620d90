//! From the JSON of a pattern to the rows of a form, and to what it cannot show.

use super::{Built, Kept, KeptWhy, Matcher, MatcherForm, NoForm, Row};
use rulepad_document::json::{self, Member, Node, Value};
use rulepad_document::{Diagnostic, Lang, LineIndex, Message, Role, Span, Words};
use rulepad_pattern::Pattern;
use std::collections::{BTreeMap, BTreeSet};

/// The longest pattern that a form shows, in bytes: many times what AWS takes.
const MOST_TEXT: usize = 32 << 10;

/// The pattern's object, or why there is none. A text of blanks is an empty pattern.
pub(super) fn document(text: &str) -> Result<Node, NoForm> {
    if text.trim().is_empty() {
        let span = Span::new(0, text.len());
        return Ok(Node { span, value: Value::Object(Vec::new()) });
    }
    if text.len() > MOST_TEXT {
        return Err(NoForm::TooLong);
    }
    let parsed = json::parse_unchecked(text, Role::Pattern);
    if let Some(first) = parsed.diagnostics.iter().find(|found| found.is_error()) {
        return Err(broken(text, first));
    }
    match parsed.root {
        Some(root) if root.members().is_some() => Ok(root),
        Some(root) => Err(NoForm::NotAnObject(root.value.kind())),
        None => Err(NoForm::Unreadable),
    }
}

fn broken(text: &str, first: &Diagnostic<Message>) -> NoForm {
    let line = LineIndex::new(text).position(first.span().start as usize).line;
    NoForm::Broken { line, message: Box::new(first.message.clone()) }
}

/// A field with a list.
pub(super) struct Slot<'n> {
    pub(super) field: String,
    pub(super) member: &'n Member,
}

impl Slot<'_> {
    pub(super) fn items(&self) -> &[Node] {
        match &self.member.value.value {
            Value::Array(items) => items,
            _ => &[],
        }
    }
}

/// A part that is left as it is.
pub(super) struct Left<'n> {
    pub(super) field: String,
    pub(super) member: &'n Member,
    why: KeptWhy,
}

/// Every member of a pattern: shown, or left as it is.
pub(super) fn parts(root: &Node) -> (Vec<Slot<'_>>, Vec<Left<'_>>) {
    let mut slots = Vec::new();
    let mut left = Vec::new();
    walk(root, "", &mut slots, &mut left);
    // A name can be spelled in two ways, `{"a.b": …}` and `{"a": {"b": …}}`; of two the later counts.
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    slots.iter().for_each(|slot: &Slot<'_>| *times.entry(slot.field.clone()).or_default() += 1);
    let twice: BTreeSet<String> =
        times.into_iter().filter(|(_, times)| *times > 1).map(|(name, _)| name).collect();
    let (shown, again): (Vec<_>, Vec<_>) = slots.into_iter().partition(|slot| !twice.contains(&slot.field));
    left.extend(again.into_iter().map(|slot| Left {
        field: slot.field,
        member: slot.member,
        why: KeptWhy::Twice,
    }));
    left.sort_by_key(|part| part.member.key_span.start);
    (shown, left)
}

fn walk<'n>(object: &'n Node, path: &str, slots: &mut Vec<Slot<'n>>, left: &mut Vec<Left<'n>>) {
    let members = object.members().unwrap_or_default();
    let mut keys: BTreeMap<&str, usize> = BTreeMap::new();
    members.iter().for_each(|member| *keys.entry(member.key.as_str()).or_default() += 1);
    for member in members {
        let field = if path.is_empty() { member.key.clone() } else { format!("{path}.{}", member.key) };
        let mut leave = |why: KeptWhy| left.push(Left { field: field.clone(), member, why });
        if keys.get(member.key.as_str()).is_some_and(|times| *times > 1) {
            leave(KeptWhy::Twice);
            continue;
        }
        match &member.value.value {
            _ if member.key == "$or" => {
                leave(KeptWhy::Or);
            }
            Value::Object(inner) if inner.is_empty() => leave(KeptWhy::Empty),
            Value::Object(_) => walk(&member.value, &field, slots, left),
            Value::Array(_) => slots.push(Slot { field, member }),
            _ => leave(KeptWhy::NoList),
        }
    }
}

/// The rows of a form, without what could be added to them.
pub(super) fn form(text: &str, root: &Node, pattern: &Pattern, lang: Lang) -> Built {
    let (slots, left) = parts(root);
    let matchers = pattern.conditions.iter().flat_map(|condition| &condition.matchers);
    let words: BTreeMap<Span, String> =
        matchers.map(|matcher| (matcher.span, matcher.test.words(lang))).collect();
    let row = |slot: &Slot<'_>| Row {
        field: slot.field.clone(),
        span: slot.member.key_span.to(slot.member.value.span),
        matchers: slot.items().iter().map(|item| shown(text, item, &words)).collect(),
        offers: Vec::new(),
        kind: None,
        note: String::new(),
    };
    let kept = |part: &Left<'_>| {
        let span = part.member.key_span.to(part.member.value.span);
        let why = words!(lang, builder::kept_why(part.why, &part.field));
        Kept { field: part.field.clone(), text: span.of(text).to_owned(), why, span }
    };
    Built { rows: slots.iter().map(row).collect(), kept: left.iter().map(kept).collect(), ..Built::default() }
}

fn shown(text: &str, item: &Node, words: &BTreeMap<Span, String>) -> MatcherForm {
    MatcherForm {
        matcher: Matcher::read(text, item),
        text: item.span.of(text).to_owned(),
        words: words.get(&item.span).cloned().unwrap_or_default(),
        span: item.span,
    }
}
