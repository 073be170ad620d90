//! One change of a form, carried out on the JSON.

use super::NotBuilt;
use super::edit::Sheet;
use super::matcher::{Matcher, parsed, same};
use super::read::{Left, Slot, document, parts};
use rulepad_document::diagnostic::apply;
use rulepad_document::json::{Node, Value};
use rulepad_document::{Diagnostic, Edit, Lang, Span};
use rulepad_pattern::{Dialect, parse_in};
use serde::{Deserialize, Serialize};

/// What a person does to a form. Fields go by their joined names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// Replaces all matchers of a field with one; a field that is not there is added.
    Only {
        /// The field.
        field: String,
        /// The matcher.
        matcher: Matcher,
    },
    /// Picks a value, or drops it: the last one dropped leaves the field with any value.
    Toggle {
        /// The field; one that is not there is added.
        field: String,
        /// The value, or another matcher, in JSON.
        value: String,
    },
    /// Adds a matcher to a field's list; a field that is not there is added.
    AddMatcher {
        /// The field.
        field: String,
        /// The matcher.
        matcher: Matcher,
    },
    /// Replaces a matcher with another one.
    SetMatcher {
        /// The field.
        field: String,
        /// Its place in the list.
        at: usize,
        /// The matcher.
        matcher: Matcher,
    },
    /// Removes a matcher; with the last one, the field.
    RemoveMatcher {
        /// The field.
        field: String,
        /// Its place in the list.
        at: usize,
    },
    /// Adds a field, with any value.
    AddField(String),
    /// Removes a field, and objects around it that would be empty.
    RemoveField(String),
}

/// The edits of the pattern that carry a change out, and touch nothing else.
///
/// # Errors
/// A sentence without a full stop, when the form has no such field, the JSON is broken, or AWS would refuse what
/// comes out of a pattern that it takes.
pub fn build(pattern: &str, dialect: Dialect, change: &Change, lang: Lang) -> Result<Vec<Edit>, String> {
    edits(pattern, dialect, change).map_err(|why| words!(lang, builder::not_built(&why)))
}

fn edits(pattern: &str, dialect: Dialect, change: &Change) -> Result<Vec<Edit>, NotBuilt> {
    let root = document(pattern)?;
    let sheet = Sheet { text: pattern, root: &root };
    let edits = Form::of(sheet).change(change)?;
    if !edits.is_empty() {
        judge(pattern, &apply(pattern, &edits), dialect)?;
    }
    Ok(edits)
}

/// Whether AWS takes what came out, or at least refuses it for nothing new.
fn judge(before: &str, after: &str, dialect: Dialect) -> Result<(), NotBuilt> {
    let errors = |text: &str| {
        let found = parse_in(text, dialect).diagnostics;
        found.into_iter().filter(Diagnostic::is_error).map(|found| found.message).collect::<Vec<_>>()
    };
    let empty = document(before).is_ok_and(|root| root.members().is_some_and(<[_]>::is_empty));
    let mut known = if empty { Vec::new() } else { errors(before) };
    for message in errors(after) {
        match known.iter().position(|own| *own == message) {
            Some(at) => drop(known.swap_remove(at)),
            // One error in place of another is no step back.
            None => drop(known.pop().ok_or(NotBuilt::Refused(Box::new(message)))?),
        }
    }
    Ok(())
}

struct Form<'t> {
    sheet: Sheet<'t>,
    slots: Vec<Slot<'t>>,
    left: Vec<Left<'t>>,
}

impl<'t> Form<'t> {
    fn of(sheet: Sheet<'t>) -> Self {
        let (slots, left) = parts(sheet.root);
        Self { sheet, slots, left }
    }

    fn change(&self, change: &Change) -> Result<Vec<Edit>, NotBuilt> {
        match change {
            Change::Only { field, matcher } => self.only(field, matcher),
            Change::Toggle { field, value } => self.toggle(field, value.trim()),
            Change::AddMatcher { field, matcher } => self.add_matcher(field, matcher),
            Change::SetMatcher { field, at, matcher } => self.set_matcher(field, *at, matcher),
            Change::RemoveMatcher { field, at } => self.remove_matcher(field, *at),
            Change::AddField(field) => match self.slot(field) {
                Some(_) => Ok(Vec::new()),
                None => self.add_field(field, &Matcher::Exists(true).json()),
            },
            Change::RemoveField(field) => self.remove_field(field),
        }
    }

    fn slot(&self, field: &str) -> Option<&Slot<'t>> {
        self.slots.iter().find(|slot| slot.field == field)
    }

    fn must(&self, field: &str) -> Result<&Slot<'t>, NotBuilt> {
        self.slot(field).ok_or_else(|| match self.left.iter().any(|left| left.field == field) {
            true => NotBuilt::KeptAsWritten(field.to_owned()),
            false => NotBuilt::NoField(field.to_owned()),
        })
    }

    fn only(&self, field: &str, matcher: &Matcher) -> Result<Vec<Edit>, NotBuilt> {
        let (text, node) = matcher.checked()?;
        let text = self.sheet.styled(&text);
        if let Some(slot) = self.slot(field) {
            return Ok(match slot.items() {
                [item] if same(item, &node) => Vec::new(),
                _ => vec![self.sheet.only_item(&slot.member.value, &text)],
            });
        }
        // A value without its list is what AWS refuses most; choosing one puts the list there.
        let bare = self.left.iter().find(|left| left.field == field && is_scalar(&left.member.value));
        match bare.filter(|_| self.left.iter().filter(|left| left.field == field).count() == 1) {
            Some(left) => Ok(vec![Edit { span: left.member.value.span, text: format!("[{text}]") }]),
            None => self.add_field(field, &text),
        }
    }

    fn toggle(&self, field: &str, value: &str) -> Result<Vec<Edit>, NotBuilt> {
        Matcher::of_json(value)?;
        let Some(slot) = self.slot(field) else { return self.add_field(field, value) };
        let (items, list) = (slot.items(), &slot.member.value);
        let wanted = parsed(value);
        let is_it = |at: &usize| items.get(*at).zip(wanted.as_ref()).is_some_and(|(item, it)| same(item, it));
        let picked: Vec<usize> = (0..items.len()).filter(is_it).collect();
        match picked.as_slice() {
            [] => Ok(vec![self.add_text(slot, value)]),
            _ if picked.len() == items.len() => {
                let any = self.sheet.styled(&Matcher::Exists(true).json());
                Ok(vec![self.sheet.only_item(list, &any)])
            }
            _ => Ok(self.without(list, &picked)),
        }
    }

    fn add_matcher(&self, field: &str, matcher: &Matcher) -> Result<Vec<Edit>, NotBuilt> {
        let (text, _) = matcher.checked()?;
        match self.slot(field) {
            Some(slot) => Ok(vec![self.add_text(slot, &text)]),
            None => self.add_field(field, &text),
        }
    }

    fn add_text(&self, slot: &Slot<'t>, text: &str) -> Edit {
        let (list, text) = (&slot.member.value, self.sheet.styled(text));
        // Beside "any value" nothing else would count.
        let any =
            matches!(slot.items(), [item] if Matcher::read(self.sheet.text, item) == Matcher::Exists(true));
        if any { self.sheet.only_item(list, &text) } else { self.sheet.add_item(list, &text) }
    }

    fn set_matcher(&self, field: &str, at: usize, matcher: &Matcher) -> Result<Vec<Edit>, NotBuilt> {
        let (text, _) = matcher.checked()?;
        let slot = self.must(field)?;
        let item = slot.items().get(at).ok_or_else(|| no_matcher(field, at))?;
        if Matcher::read(self.sheet.text, item) == *matcher {
            return Ok(Vec::new());
        }
        Ok(vec![Edit { span: item.span, text: self.sheet.styled(&text) }])
    }

    fn remove_matcher(&self, field: &str, at: usize) -> Result<Vec<Edit>, NotBuilt> {
        let slot = self.must(field)?;
        match slot.items().len() {
            count if at >= count => Err(no_matcher(field, at)),
            1 => self.remove_field(field),
            _ => Ok(vec![self.sheet.take_item(&slot.member.value, at)]),
        }
    }

    /// The edits that take several elements out of a list that keeps one at least.
    fn without(&self, list: &Node, places: &[usize]) -> Vec<Edit> {
        let Value::Array(items) = &list.value else { return Vec::new() };
        let Some(kept) = (0..items.len()).find(|at| !places.contains(at)) else { return Vec::new() };
        // Those before the first that stays go with the comma behind them, the others with the one before.
        let spans = |at: usize| items.get(at).map(|item| item.span).unwrap_or_default();
        places
            .iter()
            .map(|at| {
                let span = if *at < kept {
                    Span { start: spans(*at).start, end: spans(at + 1).start }
                } else {
                    Span { start: spans(at - 1).end, end: spans(*at).end }
                };
                Edit { span, text: String::new() }
            })
            .collect()
    }

    fn remove_field(&self, field: &str) -> Result<Vec<Edit>, NotBuilt> {
        let slot = self.must(field)?;
        let chain = chain(self.sheet.root, slot.member.key_span);
        let holder =
            chain.iter().rev().find(|(object, _)| object.members().is_some_and(|members| members.len() > 1));
        match holder {
            Some((object, at)) => Ok(vec![self.sheet.take_member(object, *at)]),
            None => Err(NotBuilt::OnlyField),
        }
    }

    /// Puts a field with one matcher where its name belongs.
    fn add_field(&self, field: &str, text: &str) -> Result<Vec<Edit>, NotBuilt> {
        let steps: Vec<&str> = field.split('.').collect();
        if field.trim().is_empty() || steps.contains(&"") {
            return Err(NotBuilt::NoName);
        }
        if steps.contains(&"$or") {
            return Err(NotBuilt::Or);
        }
        if self.left.iter().any(|left| left.field == field) {
            return Err(NotBuilt::KeptAsWritten(field.to_owned()));
        }
        let list = format!("[{}]", self.sheet.styled(text));
        let mut object = self.sheet.root;
        let mut rest = field;
        loop {
            let members = object.members().unwrap_or_default();
            let leads = |key: &str| rest.strip_prefix(key).is_some_and(|more| more.starts_with('.'));
            if members.iter().any(|member| member.key == rest) {
                return Err(NotBuilt::HasFields(field.to_owned()));
            }
            let inner =
                members.iter().filter(|member| leads(&member.key)).max_by_key(|member| member.key.len());
            let Some(inner) = inner else {
                let at =
                    if std::ptr::eq(object, self.sheet.root) { place(object, rest) } else { members.len() };
                let steps: Vec<&str> = rest.split('.').collect();
                return Ok(vec![self.sheet.add_member(object, at, &steps, &list)]);
            };
            let name = &inner.key;
            if members.iter().filter(|member| member.key == *name).count() > 1 {
                return Err(NotBuilt::Twice(name.clone()));
            }
            if inner.value.members().is_none() {
                return Err(NotBuilt::HasValues(name.clone()));
            }
            object = &inner.value;
            rest =
                rest.strip_prefix(name.as_str()).and_then(|more| more.strip_prefix('.')).unwrap_or_default();
        }
    }
}

fn no_matcher(field: &str, at: usize) -> NotBuilt {
    NotBuilt::NoMatcher { field: field.to_owned(), at }
}

fn is_scalar(node: &Node) -> bool {
    !matches!(node.value, Value::Array(_) | Value::Object(_) | Value::Invalid)
}

/// The objects around a key, the outermost first, each with the place of the member that leads on.
fn chain(root: &Node, key: Span) -> Vec<(&Node, usize)> {
    let mut out = Vec::new();
    let mut object = root;
    loop {
        let members = object.members().unwrap_or_default();
        let found = members.iter().position(|member| member.key_span.to(member.value.span).covers(key));
        let Some((at, member)) = found.and_then(|at| Some((at, members.get(at)?))) else { return out };
        out.push((object, at));
        object = &member.value;
    }
}

/// Fields of an event in the order in which patterns are read and written; `detail` and `$or` come last.
const ORDER: [&str; 9] =
    ["source", "detail-type", "account", "region", "resources", "time", "id", "version", "replay-name"];

/// The place of a new field of the outermost object.
fn place(root: &Node, field: &str) -> usize {
    let rank = |key: &str| match key.split('.').next().unwrap_or_default() {
        "detail" => ORDER.len() + 1,
        "$or" => ORDER.len() + 2,
        first => ORDER.iter().position(|name| *name == first).unwrap_or(ORDER.len()),
    };
    let members = root.members().unwrap_or_default();
    members.iter().position(|member| rank(&member.key) > rank(field)).unwrap_or(members.len())
}

/// The value that a JSON text of a matcher has, for comparison with what is picked.
pub(super) fn is_picked(items: &[Node], value: &str) -> bool {
    parsed(value).is_some_and(|value| items.iter().any(|item| same(item, &value)))
}
