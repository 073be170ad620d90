//! What the catalogue knows of the events that a pattern names.

use super::{Catalogue, EventType, FieldInfo, put};
use crate::words::Completes;
use rulepad_document::Lang;
use rulepad_document::json::{self, Node};
use rulepad_pattern::Pattern;
use rulepad_pattern::event::Scalar;
use rulepad_pattern::operator::Test;
use rulepad_pattern::syntax::ObjectEntry;

/// The event types of a pattern. A pattern that is still being typed names what can be read of it.
pub(crate) struct Named<'c> {
    /// Every type there is.
    pub(crate) all: Vec<&'c EventType>,
    /// Those whose source the pattern accepts.
    pub(crate) by_source: Vec<&'c EventType>,
    /// Those it names: by `detail-type` too, or as the only one its source has.
    pub(crate) types: Vec<&'c EventType>,
    /// The fields of the types it names; none when it names very many.
    pub(crate) fields: Vec<FieldInfo>,
    pub(crate) source: Wants,
    pub(crate) detail_type: Wants,
}

/// More event types than these have no fields in common worth offering.
const MOST_TYPES: usize = 12;

impl<'c> Named<'c> {
    pub(crate) fn by(pattern: &Pattern, catalogue: Option<&'c Catalogue>) -> Self {
        let (source, detail_type) = (Wants::of(pattern, "source"), Wants::of(pattern, "detail-type"));
        let all: Vec<&EventType> = catalogue.iter().flat_map(|catalogue| &catalogue.types).collect();
        let by_source: Vec<&EventType> =
            all.iter().filter(|own| source.accepts(&own.source)).copied().collect();
        let types: Vec<&EventType> = if detail_type.asks() {
            by_source.iter().filter(|own| detail_type.accepts(&own.detail_type)).copied().collect()
        } else {
            by_source.iter().filter(|_| by_source.len() == 1).copied().collect()
        };
        let mut fields = Vec::new();
        for own in types.iter().filter(|_| types.len() <= MOST_TYPES) {
            own.fields.iter().for_each(|field| put(&mut fields, field.clone()));
        }
        Self { all, by_source, types, fields, source, detail_type }
    }

    /// Whether an event can be of a type the pattern asks for: its source and its type are accepted, where the
    /// pattern asks for them.
    pub(crate) fn could_be(&self, event: &Node) -> bool {
        let fits = |wants: &Wants, key: &str| {
            !wants.asks() || event.get(key).and_then(Node::as_str).is_none_or(|text| wants.accepts(text))
        };
        fits(&self.source, "source") && fits(&self.detail_type, "detail-type")
    }

    /// A field by its joined name.
    pub(crate) fn field(&self, name: &str) -> Option<&FieldInfo> {
        self.fields.iter().find(|field| field.path == name)
    }

    /// What a field is known to be, as matchers in JSON.
    pub(crate) fn values(&self, name: &str) -> Vec<String> {
        match name {
            "source" => known(self.all.iter().map(|own| own.source_matcher())),
            "detail-type" => known(self.by_source.iter().map(|own| json::quote(&own.detail_type))),
            _ => self.field(name).map(|field| field.values.clone()).unwrap_or_default(),
        }
    }

    /// The keys under a joined name, each with a word about it, and whether it holds others.
    pub(crate) fn keys(&self, outer: &str, lang: Lang) -> Vec<(String, String, bool)> {
        let mut out: Vec<(String, String, bool)> = Vec::new();
        for field in &self.fields {
            let inner = field.path.strip_prefix(outer).and_then(|rest| rest.strip_prefix('.'));
            let Some(inner) = inner else { continue };
            let (key, nested) = inner.split_once('.').map_or((inner, false), |(key, _)| (key, true));
            if !out.iter().any(|(own, ..)| own == key) {
                let about = if nested {
                    words!(lang, values::completes(Completes::Object))
                } else {
                    field.kind_name(lang)
                };
                out.push((key.to_owned(), about, nested));
            }
        }
        out
    }
}

fn known(values: impl Iterator<Item = String>) -> Vec<String> {
    let mut out: Vec<String> = values.collect();
    out.sort_by_key(|value| value.to_lowercase());
    out.dedup();
    out
}

impl EventType {
    /// What a rule can know of the source, as a matcher in JSON. A partner's source ends in names of an account of
    /// its own.
    fn source_matcher(&self) -> String {
        match self.partner() {
            Some(beginning) => format!("{{\"prefix\": {}}}", json::quote(&beginning)),
            None => json::quote(&self.source),
        }
    }

    /// The beginning that every source of the same partner has.
    pub(crate) fn partner(&self) -> Option<String> {
        let mut parts = self.source.splitn(3, '/');
        match (parts.next(), parts.next(), parts.next()) {
            (Some(first @ "aws.partner"), Some(partner), Some(_)) => Some(format!("{first}/{partner}/")),
            _ => None,
        }
    }
}

/// What a condition on a field of the outermost object accepts.
pub(crate) struct Wants(Option<Vec<Test>>);

impl Wants {
    fn of(pattern: &Pattern, field: &str) -> Self {
        let conditions = pattern.root.entries.iter().rev().filter_map(|entry| match entry {
            ObjectEntry::Condition(number) => pattern.conditions.get(*number),
            _ => None,
        });
        let found = conditions.into_iter().find(|condition| condition.name == field);
        Self(found.map(|condition| condition.matchers.iter().map(|matcher| matcher.test.clone()).collect()))
    }

    /// Whether there is a condition.
    pub(crate) fn asks(&self) -> bool {
        self.0.is_some()
    }

    /// Whether there is a condition and it accepts this string.
    pub(crate) fn accepts(&self, value: &str) -> bool {
        let value = Scalar::String(value.to_owned());
        self.0.iter().flatten().any(|test| test.accepts(&value))
    }
}
