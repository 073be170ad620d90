//! One box to find a sample: by service, event type, field or value.

use super::fields::leaves;
use super::hangul::is_hangul;
use super::query::{Meaning, Query, plain};
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
    /// Why it is in the list, with names and values in backticks; empty where service and event type tell. A Korean
    /// word has what it stands for behind it.
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
    /// `build-status`. A Korean word finds what it stands for, and what is typed in Hangul by mistake is read as the
    /// Latin letters on the same keys when it finds nothing else. The dialect decides whether events are looked for, or
    /// records.
    #[must_use]
    pub fn search(&self, query: &str, dialect: Dialect, lang: Lang) -> Vec<Hit> {
        let hits = self.hits(&Query::read(query), dialect, lang);
        match Query::in_latin_mode(query).filter(|_| hits.is_empty()) {
            Some(other) => self.hits(&other, dialect, lang),
            None => hits,
        }
    }

    fn hits(&self, query: &Query, dialect: Dialect, lang: Lang) -> Vec<Hit> {
        let items = self.index.0.iter().filter(|item| item.dialects.contains(&dialect));
        let mut hits: Vec<((SearchPart, u32), Hit)> =
            items.filter_map(|item| item.fit(query, lang)).collect();
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
        let named_by = |query: &Query| {
            let named = |item: &&Indexed| {
                let terms = || item.terms.iter().filter(|term| term.part == SearchPart::Service);
                !item.dialects.contains(&dialect)
                    && best(terms, &query.phrase).is_some_and(|found| found.fit.1 < INSIDE)
            };
            self.index.0.iter().find(named).filter(|_| !query.is_empty())
        };
        let item = named_by(&Query::read(query))
            .or_else(|| Query::in_latin_mode(query).and_then(|query| named_by(&query)))?;
        let (name, is_event) = match item.found {
            FoundItem::Event(at) => (self.events.get(at)?.detail_type.as_str(), true),
            FoundItem::Type(at) => (self.types.get(at)?.detail_type.as_str(), true),
            FoundItem::Record(at) => (self.records.get(at)?.title.words(lang), false),
        };
        Some(words!(lang, catalogue::elsewhere(name, is_event, &item.dialects)))
    }
}

impl Indexed {
    fn fit(&self, query: &Query, lang: Lang) -> Option<((SearchPart, u32), Hit)> {
        let hit = |part, why| Hit { found: self.found, part, why };
        if query.is_empty() {
            return Some(((SearchPart::Service, 0), hit(SearchPart::Service, String::new())));
        }
        // The words together name a service or an event type: `code build`, `object created`.
        let named = || self.terms.iter().filter(|term| term.part <= SearchPart::DetailType);
        if let Some(found) = best(named, &query.phrase) {
            return Some((found.fit, hit(found.fit.0, found.why(lang).unwrap_or_default())));
        }
        let (mut worst, mut sum) = (SearchPart::Service, 0);
        let mut whys: Vec<String> = Vec::new();
        for word in &query.words {
            let found = best(|| self.terms.iter(), word)?;
            let (part, how) = found.fit;
            worst = worst.max(part);
            // Words that fit apart are worth less than a phrase that fits as a whole.
            sum += BEGINNING + 1 + how + 4 * (part as u32);
            whys.extend(found.why(lang).filter(|why| !whys.contains(why)));
        }
        Some(((worst, sum), hit(worst, whys.join(", "))))
    }
}

/// What fits a word best.
struct Best<'t> {
    fit: Fit,
    term: &'t Term,
    meaning: &'t Meaning,
}

impl Best<'_> {
    /// Why it fits, where the words of the query do not tell.
    fn why(&self, lang: Lang) -> Option<String> {
        match (&self.term.why, &self.meaning.translated) {
            (Some(why), _) => Some(words!(lang, catalogue::found(why))),
            (None, Some((typed, meant))) => Some(format!("`{typed}` = `{meant}`")),
            (None, None) => None,
        }
    }
}

/// The term that fits best; of the meanings that fit as well the first.
fn best<'t, T: Iterator<Item = &'t Term>>(
    terms: impl Fn() -> T,
    meanings: &'t [Meaning],
) -> Option<Best<'t>> {
    let fits = meanings.iter().flat_map(|meaning| {
        terms().filter_map(move |term| Some(Best { fit: (term.part, term.how(meaning)?), term, meaning }))
    });
    fits.min_by_key(|found| found.fit)
}

impl Term {
    fn new(part: SearchPart, text: &str, why: Option<FieldFound>) -> Self {
        let mut plain = String::new();
        let mut starts = Vec::new();
        let mut before = ' ';
        for c in text.chars() {
            if c.is_alphanumeric() {
                // A capital behind anything else begins a word too, and so does another script.
                let capital = c.is_uppercase() && !before.is_uppercase();
                let script = c.is_alphabetic() && is_hangul(c) != is_hangul(before);
                if !before.is_alphanumeric() || capital || script {
                    starts.push(plain.len());
                }
                plain.push_str(&self::plain(c.encode_utf8(&mut [0; 4])));
            }
            before = c;
        }
        Self { part, plain, starts, why }
    }

    fn how(&self, meaning: &Meaning) -> Option<u32> {
        let word = meaning.plain.as_str();
        // Whether the word is there, and a word ends with it.
        let begins = |at: usize| {
            let ends = |end: usize| end == self.plain.len() || self.starts.contains(&end);
            self.plain.get(at..).is_some_and(|rest| rest.starts_with(word))
                && (!meaning.whole || ends(at + word.len()))
        };
        if self.plain == word {
            Some(0)
        } else if begins(0) {
            Some(BEGINNING)
        } else if self.starts.iter().any(|at| begins(*at)) {
            Some(2)
        } else {
            // Of Hangul these are letters, so two syllables.
            let long = word.chars().nth(SHORTEST_INSIDE - 1).is_some() && !meaning.whole;
            (long && self.plain.contains(word)).then_some(INSIDE)
        }
    }
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
            let titles = Lang::ALL.map(|lang| record.title.words(lang));
            let mut terms = titles.map(|title| Term::new(SearchPart::Service, title, None)).to_vec();
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
