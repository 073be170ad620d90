//! What catalogue and event offer for a form: services, event types, fields and values to pick.

use super::change::is_picked;
use super::read::document;
use super::{Built, Change, Matcher, Operator, Row};
use crate::catalogue::{Catalogue, Confidence, EventType, FieldInfo, Kind, leaves};
use rulepad_document::Role;
use rulepad_document::json::{self, Node, Value};
use rulepad_pattern::dialect::record;
use rulepad_pattern::event::Scalar;
use rulepad_pattern::operator::Test;
use rulepad_pattern::{Dialect, parse_in};

/// One of a list to choose from.
#[derive(Clone, Debug, PartialEq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The catalogue.
    Catalogue,
    /// The event at hand.
    Event,
}

/// A field that could be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChoice {
    /// The joined name, for [`Change::AddField`].
    pub field: String,
    /// What stands there, in a few words.
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

/// Fields outside `detail` that rules test.
const ENVELOPE: [&str; 3] = ["account", "region", "resources"];

/// Adds to a form what can be chosen in it.
pub(super) fn add(out: &mut Built, event: &str, dialect: Dialect, catalogue: Option<&Catalogue>) {
    let record = json::parse_unchecked(event, Role::Event).root.map(|root| decoded(dialect, &root));
    let seen = Seen::of(record.as_ref());
    let types: Vec<&EventType> = match catalogue.filter(|_| dialect.has_envelope()) {
        Some(catalogue) => catalogue.types.iter().collect(),
        None => Vec::new(),
    };
    let (source, detail_type) = (Wants::of(out, "source"), Wants::of(out, "detail-type"));
    let by_source: Vec<&EventType> =
        types.iter().filter(|own| source.accepts(&own.source)).copied().collect();
    let chosen = chosen(&detail_type, &by_source);
    out.services = services(&source, &types);
    out.event_types = event_types(&detail_type, &by_source);
    let known = merged(&chosen);
    for row in &mut out.rows {
        let field = known.iter().find(|field| field.path == row.field);
        row.kind = field.map(|field| field.kind).or_else(|| seen.kind(&row.field));
        row.offers = match row.field.as_str() {
            "detail-type" => offers(row, by_source.iter().map(|own| json::quote(&own.detail_type)), &[]),
            "source" => offers(row, std::iter::empty(), &seen.values("source")),
            name => {
                let values = field.map(|field| field.values.clone()).unwrap_or_default();
                offers(row, values.into_iter(), &seen.values(name))
            }
        };
        row.note = note(row, &by_source, &chosen, &known, &seen);
    }
    out.fields = fields(out, &known, &seen, dialect);
}

/// What a row accepts.
struct Wants(Option<Vec<Test>>);

impl Wants {
    fn of(out: &Built, field: &str) -> Self {
        Self(out.row(field).map(|row| {
            let list: Vec<&str> = row.matchers.iter().map(|shown| shown.text.as_str()).collect();
            let parsed = parse_in(&format!("{{\"field\": [{}]}}", list.join(", ")), Dialect::Rule);
            let conditions = parsed.pattern.conditions.into_iter();
            conditions.flat_map(|condition| condition.matchers).map(|matcher| matcher.test).collect()
        }))
    }

    /// Whether there is a row and it accepts this string.
    fn accepts(&self, value: &str) -> bool {
        let value = Scalar::String(value.to_owned());
        self.0.iter().flatten().any(|test| test.accepts(&value))
    }
}

/// The event types whose fields are offered: those the pattern names, or the only one its source has.
fn chosen<'c>(wants: &Wants, by_source: &[&'c EventType]) -> Vec<&'c EventType> {
    if wants.0.is_some() {
        by_source.iter().filter(|own| wants.accepts(&own.detail_type)).copied().collect()
    } else if by_source.len() == 1 {
        by_source.to_vec()
    } else {
        Vec::new()
    }
}

fn services(wants: &Wants, types: &[&EventType]) -> Vec<Choice> {
    let mut found: Vec<Choice> = Vec::new();
    for own in types {
        let picked = wants.accepts(&own.source);
        // An application's own source is only of use where the pattern has it.
        if own.confidence == Confidence::Own && !picked {
            continue;
        }
        let (matcher, detail) = known_source(&own.source);
        if !found.iter().any(|choice| choice.detail == detail) {
            let change = Change::Only { field: "source".to_owned(), matcher };
            found.push(Choice { label: own.service.clone(), detail, picked, change });
        }
    }
    found.sort_by_key(|choice| (choice.label != "CodeBuild", choice.label.to_lowercase()));
    found
}

/// A partner's source ends in the names of an account of its own: its beginning is what a rule can know.
fn known_source(source: &str) -> (Matcher, String) {
    let mut parts = source.splitn(3, '/');
    match (parts.next(), parts.next(), parts.next()) {
        (Some("aws.partner"), Some(partner), Some(_)) => {
            let beginning = format!("aws.partner/{partner}/");
            (Matcher::Text(Operator::Prefix, beginning.clone()), beginning)
        }
        _ => (Matcher::string(source), source.to_owned()),
    }
}

fn event_types(wants: &Wants, by_source: &[&EventType]) -> Vec<Choice> {
    let mut found: Vec<Choice> = Vec::new();
    for own in by_source {
        if found.iter().any(|choice| choice.label == own.detail_type) {
            continue;
        }
        found.push(Choice {
            label: own.detail_type.clone(),
            detail: if own.samples.is_empty() { String::new() } else { "sample".to_owned() },
            picked: wants.accepts(&own.detail_type),
            change: Change::Only {
                field: "detail-type".to_owned(),
                matcher: Matcher::string(&own.detail_type),
            },
        });
    }
    found.sort_by_key(|choice| choice.label.to_lowercase());
    found
}

/// The fields of several event types as one list.
fn merged(types: &[&EventType]) -> Vec<FieldInfo> {
    let mut all: Vec<FieldInfo> = Vec::new();
    for own in types {
        for field in &own.fields {
            crate::catalogue::put(&mut all, field.clone());
        }
    }
    all
}

fn offers(row: &Row, known: impl Iterator<Item = String>, seen: &[String]) -> Vec<Offer> {
    let list: Vec<&str> = row.matchers.iter().map(|shown| shown.text.as_str()).collect();
    let items = super::matcher::parsed(&format!("[{}]", list.join(",")));
    let items = match items.as_ref().map(|list| &list.value) {
        Some(Value::Array(items)) => items.as_slice(),
        _ => &[],
    };
    let mut out: Vec<Offer> = Vec::new();
    let known = known.map(|value| (value, Origin::Catalogue));
    let seen = seen.iter().map(|value| (value.clone(), Origin::Event));
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

fn note(
    row: &Row,
    by_source: &[&EventType],
    chosen: &[&EventType],
    known: &[FieldInfo],
    seen: &Seen<'_>,
) -> String {
    if row.field == "detail-type" && !by_source.is_empty() && chosen.is_empty() {
        return "The catalogue knows no such event type of this source.".to_owned();
    }
    let Some(below) = row.field.strip_prefix("detail.").filter(|_| !known.is_empty()) else {
        return String::new();
    };
    let sure = chosen.iter().all(|own| own.confidence == Confidence::Schema);
    let fits = |field: &FieldInfo| {
        let open = matches!(field.kind, Kind::Object | Kind::Any | Kind::Null);
        row.field == field.path || (open && under(&row.field, &field.path))
    };
    if !sure || below.is_empty() || known.iter().any(fits) || seen.has(&row.field) {
        return String::new();
    }
    "Neither the schema of this event type nor the event has this field.".to_owned()
}

fn under(name: &str, outer: &str) -> bool {
    name.strip_prefix(outer).is_some_and(|rest| rest.starts_with('.'))
}

fn fields(out: &Built, known: &[FieldInfo], seen: &Seen<'_>, dialect: Dialect) -> Vec<FieldChoice> {
    let taken = |name: &str| {
        out.rows.iter().any(|row| row.field == name || under(name, &row.field) || under(&row.field, name))
            || out.kept.iter().any(|kept| kept.field == name || under(name, &kept.field))
    };
    let mut all: Vec<FieldChoice> = Vec::new();
    for field in known.iter().filter(|field| field.kind != Kind::Object) {
        let sample = seen.values(&field.path).into_iter().next().unwrap_or_else(|| field.sample.clone());
        all.push(FieldChoice {
            field: field.path.clone(),
            kind: field.kind_name(),
            sample: rulepad_pattern::words::shortened(&sample),
            values: field.values.clone(),
            origin: Origin::Catalogue,
        });
    }
    let first = if dialect.has_envelope() { &ENVELOPE[..] } else { &[] };
    for name in first {
        all.push(FieldChoice {
            field: (*name).to_owned(),
            kind: if *name == "resources" { "string, in an array" } else { "string" }.to_owned(),
            sample: seen.values(name).into_iter().next().unwrap_or_default(),
            values: Vec::new(),
            origin: Origin::Catalogue,
        });
    }
    for (name, value) in &seen.0 {
        if !all.iter().any(|choice| choice.field == *name) {
            all.push(FieldChoice {
                field: name.clone(),
                kind: value.value.kind().trim_start_matches("an ").trim_start_matches("a ").to_owned(),
                sample: rulepad_pattern::words::shortened(&json::compact(value)),
                values: Vec::new(),
                origin: Origin::Event,
            });
        }
    }
    // An empty step has no place in a joined name that a person types.
    all.retain(|choice| !taken(&choice.field) && !choice.field.split('.').any(str::is_empty));
    all
}

/// The scalars of the event, by joined name.
struct Seen<'e>(Vec<(String, &'e Node)>);

impl<'e> Seen<'e> {
    fn of(event: Option<&'e Node>) -> Self {
        Self(event.map(leaves).unwrap_or_default())
    }

    fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(own, _)| own == name)
    }

    fn kind(&self, name: &str) -> Option<Kind> {
        let (_, node) = self.0.iter().find(|(own, _)| own == name)?;
        Some(match node.value {
            Value::String(_) => Kind::String,
            Value::Number(_) => Kind::Number,
            Value::Bool(_) => Kind::Boolean,
            _ => Kind::Null,
        })
    }

    /// The values at a name, in JSON, each once.
    fn values(&self, name: &str) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for (_, node) in self.0.iter().filter(|(own, _)| own == name) {
            let text = json::compact(node);
            if out.len() < MOST_SEEN && !out.contains(&text) {
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
