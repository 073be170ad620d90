//! What catalogue and event offer for a form: services, event types, fields and values to pick.

use super::change::is_picked;
use super::read::document;
use super::{Built, Change, Matcher, Operator, Row, RowNote};
use crate::catalogue::{Confidence, EventType, FieldInfo, FieldKind, Named, leaves};
use rulepad_document::json::{self, Node, Value};
use rulepad_document::{Lang, Role};
use rulepad_pattern::Dialect;
use rulepad_pattern::dialect::record;
use rulepad_pattern::words::shortened;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One of a list to choose from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// What the list shows.
    pub label: String,
    /// A word more about it; empty where the label says it all.
    pub detail: String,
    /// Whether the pattern accepts it.
    pub picked: bool,
    /// What choosing it does.
    pub change: Change,
}

/// A value to pick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// What the list shows: a string without its quotes, another value or matcher as it is written.
    pub label: String,
    /// The value or matcher in JSON, for [`Change::Toggle`].
    pub value: String,
    /// Whether it is in the list.
    pub picked: bool,
    /// Where it is known from.
    pub origin: Origin,
}

/// Where something offered is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// The catalogue.
    Catalogue,
    /// The event at hand.
    Event,
}

/// A field that could be added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChoice {
    /// The joined name, for [`Change::AddField`].
    pub field: String,
    /// What is there, in a few words.
    pub kind: String,
    /// A value it has, in JSON, cut to what fits beside the name; empty without one.
    pub sample: String,
    /// The values known, in JSON.
    pub values: Vec<String>,
    /// Where it is known from.
    pub origin: Origin,
}

/// More values of one field of the event than these are not offered.
const MOST_SEEN: usize = 12;

/// More fields that only the event has than these are not offered.
const MOST_FIELDS: usize = 300;

/// Fields outside `detail` that rules often test, beside `source` and `detail-type`.
const OFTEN_TESTED: [&str; 3] = ["account", "region", "resources"];

/// Adds to a form what can be chosen in it.
pub(super) fn add(out: &mut Built, event: &str, dialect: Dialect, named: &Named<'_>, lang: Lang) {
    let record = json::parse_unchecked(event, Role::Event).root.map(|root| decoded(dialect, &root));
    let seen = Seen::of(record.as_ref());
    out.services = services(named);
    out.event_types = event_types(named, lang);
    for row in &mut out.rows {
        let name = row.field.as_str();
        row.kind = named.field(name).map(|field| field.kind).or_else(|| seen.kind(name));
        // Sources have their own list, the services.
        let known = if name == "source" { Vec::new() } else { named.values(name) };
        row.offers = offers(row, known, seen.values(name));
        name_offers(&mut row.offers, named.field(name), lang);
        row.note =
            note(row, named, &seen).map_or("", |note| words!(lang, builder::row_note(note))).to_owned();
    }
    out.fields = fields(out, named, &seen, dialect, lang);
}

fn services(named: &Named<'_>) -> Vec<Choice> {
    let mut found: Vec<Choice> = Vec::new();
    let mut sources = BTreeSet::new();
    for own in &named.all {
        let picked = named.source.accepts(&own.source);
        // An application's own source is only of use where the pattern has it.
        if own.confidence == Confidence::Own && !picked {
            continue;
        }
        let beginning = own.partner();
        let detail = beginning.clone().unwrap_or_else(|| own.source.clone());
        if sources.insert(detail.clone()) {
            let matcher = beginning
                .map_or_else(|| Matcher::string(&own.source), |text| Matcher::Text(Operator::Prefix, text));
            let change = Change::Only { field: "source".to_owned(), matcher };
            found.push(Choice { label: own.service.clone(), detail, picked, change });
        }
    }
    found.sort_by_key(|choice| (choice.label != "CodeBuild", choice.label.to_lowercase()));
    found
}

fn event_types(named: &Named<'_>, lang: Lang) -> Vec<Choice> {
    let mut names = BTreeSet::new();
    let types = named.by_source.iter().filter(|own| names.insert(own.detail_type.as_str()));
    let choice = |own: &&EventType| Choice {
        label: own.detail_type.clone(),
        detail: if own.samples.is_empty() { String::new() } else { words!(lang, builder::SAMPLE).to_owned() },
        picked: named.detail_type.accepts(&own.detail_type),
        change: Change::Only { field: "detail-type".to_owned(), matcher: Matcher::string(&own.detail_type) },
    };
    let mut found: Vec<Choice> = types.map(choice).collect();
    found.sort_by_key(|choice| choice.label.to_lowercase());
    found
}

fn offers(row: &Row, known: Vec<String>, seen: Vec<String>) -> Vec<Offer> {
    let list: Vec<&str> = row.matchers.iter().map(|shown| shown.text.as_str()).collect();
    let items = super::matcher::parsed(&format!("[{}]", list.join(",")));
    let items = match items.as_ref().map(|list| &list.value) {
        Some(Value::Array(items)) => items.as_slice(),
        _ => &[],
    };
    let mut out: Vec<Offer> = Vec::new();
    let known = known.into_iter().map(|value| (value, Origin::Catalogue));
    let seen = seen.into_iter().map(|value| (value, Origin::Event));
    for (value, origin) in known.chain(seen) {
        if out.iter().any(|offer| offer.value == value) {
            continue;
        }
        let text = super::matcher::parsed(&value).and_then(|node| node.as_str().map(str::to_owned));
        let picked = is_picked(items, &value);
        out.push(Offer { label: text.unwrap_or_else(|| value.clone()), value, picked, origin });
    }
    out
}

/// Says what numbers and ranges mean: `High: 7 or more, below 9`.
fn name_offers(offers: &mut [Offer], field: Option<&FieldInfo>, lang: Lang) {
    for offer in offers {
        let Ok(matcher) = Matcher::of_json(&offer.value) else { continue };
        let said = match matcher {
            Matcher::Numeric(list) => {
                list.iter().map(|one| words!(lang, builder::comparison(one))).collect::<Vec<_>>().join(", ")
            }
            Matcher::Text(Operator::Prefix, text) => words!(lang, builder::starts_with(&text)),
            Matcher::Text(Operator::Suffix, text) => words!(lang, builder::ends_with(&text)),
            _ => offer.label.clone(),
        };
        let name = field.and_then(|field| {
            let at = field.values.iter().position(|value| *value == offer.value)?;
            field.names.get(at)
        });
        offer.label = name.map_or_else(|| said.clone(), |name| format!("{name}: {said}"));
    }
}

fn note(row: &Row, named: &Named<'_>, seen: &Seen<'_>) -> Option<RowNote> {
    if row.field == "detail-type" && !named.by_source.is_empty() && named.types.is_empty() {
        return Some(RowNote::UnknownType);
    }
    if !row.field.starts_with("detail.") || named.fields.is_empty() {
        return None;
    }
    let sure = named.types.iter().all(|own| own.confidence == Confidence::Schema);
    let fits = |field: &FieldInfo| {
        let open = matches!(field.kind, FieldKind::Object | FieldKind::Any | FieldKind::Null);
        row.field == field.path || (open && under(&row.field, &field.path))
    };
    if !sure || named.fields.iter().any(fits) || seen.has(&row.field) {
        return None;
    }
    Some(RowNote::UnknownField)
}

fn under(name: &str, outer: &str) -> bool {
    name.strip_prefix(outer).is_some_and(|rest| rest.starts_with('.'))
}

fn fields(out: &Built, named: &Named<'_>, seen: &Seen<'_>, dialect: Dialect, lang: Lang) -> Vec<FieldChoice> {
    let first = |name: &str| seen.values(name).into_iter().next();
    let mut all: Vec<FieldChoice> = Vec::new();
    for field in named.fields.iter().filter(|field| field.kind != FieldKind::Object) {
        all.push(FieldChoice {
            field: field.path.clone(),
            kind: field.kind_name(lang),
            sample: shortened(&first(&field.path).unwrap_or_else(|| field.sample.clone())),
            values: field.values.clone(),
            origin: Origin::Catalogue,
        });
    }
    let envelope = if dialect.has_envelope() { &OFTEN_TESTED[..] } else { &[] };
    for name in envelope {
        all.push(FieldChoice {
            field: (*name).to_owned(),
            kind: FieldInfo::new(name, FieldKind::String, *name == "resources").kind_name(lang),
            sample: shortened(&first(name).unwrap_or_default()),
            values: Vec::new(),
            origin: Origin::Catalogue,
        });
    }
    let known: BTreeSet<String> = all.iter().map(|choice| choice.field.clone()).collect();
    let own = seen.order.iter().filter(|name| !known.contains(*name));
    for name in own.take(MOST_FIELDS) {
        let value = first(name).unwrap_or_default();
        all.push(FieldChoice {
            field: name.clone(),
            kind: seen.kind(name).unwrap_or(FieldKind::Any).name(lang).to_owned(),
            sample: shortened(&value),
            values: Vec::new(),
            origin: Origin::Event,
        });
    }
    let rows: BTreeSet<&str> = out.rows.iter().map(|row| row.field.as_str()).collect();
    let kept: BTreeSet<&str> = out.kept.iter().map(|part| part.field.as_str()).collect();
    all.retain(|choice| {
        let name = choice.field.as_str();
        let mut outer = name.match_indices('.').filter_map(|(at, _)| name.get(..at));
        let holds = |other: &&str| under(other, name);
        let next = rows.range(name..).find(|row| !row.starts_with(name) || holds(row));
        // An empty step has no place in a joined name that a person types.
        !rows.contains(name)
            && !kept.contains(name)
            && !outer.any(|outer| rows.contains(outer) || kept.contains(outer))
            && !next.is_some_and(holds)
            && !name.split('.').any(str::is_empty)
    });
    all
}

/// The scalars of the event, by joined name.
struct Seen<'e> {
    /// The names in the order of the event, each once.
    order: Vec<String>,
    values: BTreeMap<String, Vec<&'e Node>>,
}

impl<'e> Seen<'e> {
    fn of(event: Option<&'e Node>) -> Self {
        let (mut order, mut values) = (Vec::new(), BTreeMap::<String, Vec<&Node>>::new());
        for (name, node) in event.map(leaves).unwrap_or_default() {
            if !values.contains_key(&name) {
                order.push(name.clone());
            }
            values.entry(name).or_default().push(node);
        }
        Self { order, values }
    }

    fn has(&self, name: &str) -> bool {
        self.values.contains_key(name)
    }

    fn kind(&self, name: &str) -> Option<FieldKind> {
        let node = self.values.get(name)?.first()?;
        Some(match node.value {
            Value::String(_) => FieldKind::String,
            Value::Number(_) => FieldKind::Number,
            Value::Bool(_) => FieldKind::Boolean,
            _ => FieldKind::Null,
        })
    }

    /// The values at a name, in JSON, each once.
    fn values(&self, name: &str) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for node in self.values.get(name).into_iter().flatten() {
            if out.len() == MOST_SEEN {
                break;
            }
            let text = json::compact(node);
            if !out.contains(&text) {
                out.push(text);
            }
        }
        out
    }
}

/// The event as the dialect sees it, with every payload that is JSON read.
fn decoded(dialect: Dialect, event: &Node) -> Node {
    // A pattern that asks for JSON under every key that can carry a payload.
    let asking = document(r#"{"body": {}, "data": {}, "key": {}, "value": {}}"#).ok();
    record::read(dialect, event, asking.as_ref()).root
}
