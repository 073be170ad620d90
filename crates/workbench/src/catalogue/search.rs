//! One box to find a sample: by service, event type, field or value.

use super::fields::leaves;
use super::{Catalogue, FieldInfo};
use rulepad_document::Lang;
use rulepad_document::Role;
use rulepad_document::json;
use rulepad_event::fields;
use rulepad_pattern::Dialect;
use rulepad_pattern::words::shortened;
use serde::Serialize;

/// What a search found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// What it is.
    pub found: FoundItem,
    /// The part that decided its place in the list.
    pub part: SearchPart,
    /// Why it is in the list, with names and values in backticks; empty where service and event type tell.
    pub why: String,
}

/// Something of the catalogue, by its place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FoundItem {
    /// A sample of [`Catalogue::events`].
    Event(usize),
    /// One of [`Catalogue::types`] that has no sample.
    Type(usize),
    /// A record of [`Catalogue::records`].
    Record(usize),
}

/// A part that can be searched, the one that counts most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SearchPart {
    /// The service, or `source`; of a record, its title.
    Service,
    /// `detail-type`.
    DetailType,
    /// The name of a field.
    Field,
    /// What a field is, or can be.
    Value,
}

/// Everything that can be found, in the order of an unasked list.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Index(Vec<Indexed>);

#[derive(Clone, Debug, PartialEq)]
struct Indexed {
    found: FoundItem,
    dialects: Vec<Dialect>,
    terms: Vec<Term>,
}

#[derive(Clone, Debug, PartialEq)]
struct Term {
    part: SearchPart,
    /// As it is compared.
    plain: String,
    /// Where the parts of a name begin in `plain`.
    starts: Vec<usize>,
    why: Option<FieldFound>,
}

/// Why something was found by a field.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum FieldFound {
    /// By its name.
    Name(String),
    /// By a value that it can have.
    Can { path: String, value: String },
    /// By the value that it has.
    Is { path: String, value: String },
}

/// How well a word fits, the best first: the part, then whether it is the whole, a [`BEGINNING`], the beginning
/// of a word, or some place in the middle.
type Fit = (SearchPart, u32);

const BEGINNING: u32 = 1;
const INSIDE: u32 = 3;

/// A shorter word fits only where a word begins: `iam` is not looked for in `media`.
const SHORTEST_INSIDE: usize = 4;

impl Catalogue {
    /// What fits every word of the query, the best first; without a word, everything by service.
    ///
    /// Case, spaces and separators do not count: `code build` finds `CodeBuild`, `buildstatus` finds
    /// `build-status`. The dialect decides whether events are looked for, or records.
    #[must_use]
    pub fn search(&self, query: &str, dialect: Dialect, lang: Lang) -> Vec<Hit> {
        let words: Vec<String> =
            query.split_whitespace().map(squash).filter(|word| !word.is_empty()).collect();
        let phrase = squash(query);
        let mut hits: Vec<((SearchPart, u32), Hit)> = Vec::new();
        for item in self.index.0.iter().filter(|item| item.dialects.contains(&dialect)) {
            if let Some(hit) = item.fit(&words, &phrase, lang) {
                hits.push(hit);
            }
        }
        hits.sort_by_key(|(fit, hit)| {
            let bare = matches!(hit.found, FoundItem::Type(_));
            // What has no event to open comes behind what has one, unless the words name it from its beginning.
            let (part, how) = *fit;
            (bare && (part > SearchPart::DetailType || how > BEGINNING), part, how, bare)
        });
        hits.into_iter().map(|(_, hit)| hit).collect()
    }
}

impl Catalogue {
    /// Where something the query names is read, when not here: in a sentence, for a search that found nothing.
    #[must_use]
    pub fn elsewhere(&self, query: &str, dialect: Dialect, lang: Lang) -> Option<String> {
        let phrase = squash(query);
        let named = |item: &&Indexed| {
            let terms = item.terms.iter().filter(|term| term.part == SearchPart::Service);
            !item.dialects.contains(&dialect)
                && best(terms, &phrase).is_some_and(|((_, how), _)| how < INSIDE)
        };
        let item = self.index.0.iter().find(named).filter(|_| !phrase.is_empty())?;
        let (name, is_event) = match item.found {
            FoundItem::Event(at) => (&self.events.get(at)?.detail_type, true),
            FoundItem::Type(at) => (&self.types.get(at)?.detail_type, true),
            FoundItem::Record(at) => (&self.records.get(at)?.title, false),
        };
        Some(words!(lang, catalogue::elsewhere(name, is_event, &item.dialects)))
    }
}

impl Indexed {
    fn fit(&self, words: &[String], phrase: &str, lang: Lang) -> Option<((SearchPart, u32), Hit)> {
        let hit = |part, why| Hit { found: self.found, part, why };
        if words.is_empty() {
            return Some(((SearchPart::Service, 0), hit(SearchPart::Service, String::new())));
        }
        // The words together name a service or an event type: `code build`, `object created`.
        let named = |term: &&Term| term.part <= SearchPart::DetailType;
        if let Some(((part, how), _)) = best(self.terms.iter().filter(named), phrase) {
            return Some(((part, how), hit(part, String::new())));
        }
        let (mut worst, mut sum) = (SearchPart::Service, 0);
        let mut whys: Vec<&FieldFound> = Vec::new();
        for word in words {
            let ((part, how), term) = best(self.terms.iter(), word)?;
            worst = worst.max(part);
            // Words that fit apart are worth less than a phrase that fits as a whole.
            sum += BEGINNING + 1 + how + 4 * (part as u32);
            whys.extend(term.why.iter().filter(|why| !whys.contains(why)).collect::<Vec<_>>());
        }
        Some((
            (worst, sum),
            hit(
                worst,
                whys.into_iter()
                    .map(|why| words!(lang, catalogue::found(why)))
                    .collect::<Vec<_>>()
                    .join(", "),
            ),
        ))
    }
}

fn best<'t>(terms: impl Iterator<Item = &'t Term>, word: &str) -> Option<(Fit, &'t Term)> {
    terms.filter_map(|term| Some(((term.part, term.how(word)?), term))).min_by_key(|(fit, _)| *fit)
}

impl Term {
    fn new(part: SearchPart, text: &str, why: Option<FieldFound>) -> Self {
        let mut plain = String::new();
        let mut starts = Vec::new();
        let mut before = ' ';
        for c in text.chars() {
            if c.is_alphanumeric() {
                // A capital behind anything else begins a word too.
                if !before.is_alphanumeric() || (c.is_uppercase() && !before.is_uppercase()) {
                    starts.push(plain.len());
                }
                plain.extend(c.to_lowercase());
            }
            before = c;
        }
        Self { part, plain, starts, why }
    }

    fn how(&self, word: &str) -> Option<u32> {
        let begins = |at: &usize| self.plain.get(*at..).is_some_and(|rest| rest.starts_with(word));
        if self.plain == word {
            Some(0)
        } else if self.plain.starts_with(word) {
            Some(BEGINNING)
        } else if self.starts.iter().any(begins) {
            Some(2)
        } else {
            (word.len() >= SHORTEST_INSIDE && self.plain.contains(word)).then_some(INSIDE)
        }
    }
}

/// Letters and digits alone, in lower case.
fn squash(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

impl Index {
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        let buses = || Dialect::ALL.into_iter().filter(|dialect| dialect.has_envelope()).collect::<Vec<_>>();
        let mut all: Vec<(String, Indexed)> = Vec::new();
        for (at, sample) in catalogue.events.iter().enumerate() {
            let mut terms = named(&sample.service, &sample.source, &sample.detail_type);
            terms.extend(described(&sample.fields));
            terms.extend(seen(&sample.event));
            let item = Indexed { found: FoundItem::Event(at), dialects: buses(), terms };
            all.push((sample.service.clone(), item));
        }
        for (at, own) in catalogue.types.iter().enumerate().filter(|(_, own)| own.samples.is_empty()) {
            let mut terms = named(&own.service, &own.source, &own.detail_type);
            terms.extend(described(&own.fields));
            let item = Indexed { found: FoundItem::Type(at), dialects: buses(), terms };
            all.push((own.service.clone(), item));
        }
        for (at, record) in catalogue.records.iter().enumerate() {
            let mut terms = vec![Term::new(SearchPart::Service, &record.title, None)];
            terms.extend(seen(&record.record));
            let dialects = record.dialects.clone();
            all.push((String::new(), Indexed { found: FoundItem::Record(at), dialects, terms }));
        }
        // CodeBuild first; in a service, what has an event to open comes first.
        all.sort_by_key(|(service, item)| {
            (service != "CodeBuild", service.to_lowercase(), matches!(item.found, FoundItem::Type(_)))
        });
        Self(all.into_iter().map(|(_, item)| item).collect())
    }
}

fn named(service: &str, source: &str, detail_type: &str) -> Vec<Term> {
    let bare = source.strip_prefix("aws.").unwrap_or(source);
    vec![
        Term::new(SearchPart::Service, service, None),
        Term::new(SearchPart::Service, bare, None),
        Term::new(SearchPart::Service, source, None),
        Term::new(SearchPart::DetailType, detail_type, None),
    ]
}

/// Fields by their name, with and without what is above it, and the values they are known to have.
fn described(fields: &[FieldInfo]) -> Vec<Term> {
    let mut terms = Vec::new();
    for field in fields {
        let path = &field.path;
        let last = path.rsplit('.').next().unwrap_or(path);
        terms.push(Term::new(SearchPart::Field, last, Some(FieldFound::Name(path.clone()))));
        terms.push(Term::new(SearchPart::Field, path, Some(FieldFound::Name(path.clone()))));
        for value in &field.values {
            let why = FieldFound::Can { path: path.clone(), value: bare(value).to_owned() };
            terms.push(Term::new(SearchPart::Value, value, Some(why)));
        }
    }
    terms
}

/// What is in an event or a record. Names that every event has find nothing.
fn seen(text: &str) -> Vec<Term> {
    let root = json::parse_unchecked(text, Role::Event).root;
    let mut terms = Vec::new();
    for (name, value) in root.iter().flat_map(leaves) {
        if fields::STRINGS.contains(&name.as_str()) {
            continue;
        }
        if !name.starts_with("detail.") {
            terms.push(Term::new(SearchPart::Field, &name, Some(FieldFound::Name(name.clone()))));
        }
        let text = value.as_str().map_or_else(|| json::compact(value), str::to_owned);
        let why = FieldFound::Is { path: name, value: shortened(&text) };
        terms.push(Term::new(SearchPart::Value, &text, Some(why)));
    }
    terms
}

/// A JSON string without its quotes, anything else as it is.
fn bare(value: &str) -> &str {
    value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(value)
}
