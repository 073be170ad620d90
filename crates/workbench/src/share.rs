//! Share links: a draft in the fragment of a URL, whether its texts are valid or not.

pub use crate::query::from_query;

use crate::bus::Bus;
use crate::draft::Draft;
use crate::file::Events;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use rulepad_document::{Lang, Words};
use serde::Deserialize;

/// The format: `1.` and the base64url of the deflated JSON of a [`Draft`].
const VERSION: &str = "1.";

/// Links longer than this, in characters, are cut by some programs they are pasted into.
pub const LONG: usize = 8_000;

/// The member of the JSON with the loaded events; no draft has one of this name.
const EVENTS: &str = "loadedEvents";

/// The member with the other rules and the tests.
const BUS: &str = "bus";

/// The largest draft a link may unpack to, in bytes.
const MAX_SIZE: usize = 8 << 20;

/// Why a link cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadLink {
    /// Made by a later version of Rulepad.
    Version,
    /// Cut or changed on its way.
    Damaged,
    /// Its `dialect` is not one that Rulepad knows.
    Dialect,
    /// Its loaded events, other rules or tests cannot be read.
    Beside,
}

impl Words for BadLink {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => crate::words_en::draft::bad_link(*self).to_owned(),
            Lang::Ko(_) => crate::words_ko::draft::bad_link(*self).to_owned(),
        }
    }
}

/// In English: what programs show of an error.
impl std::fmt::Display for BadLink {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.words(Lang::En))
    }
}

impl std::error::Error for BadLink {}

/// The fragment for a draft, without `#`. The same draft gives the same fragment.
#[must_use]
pub fn encode(draft: &Draft) -> String {
    encode_with(draft, None, None)
}

/// The fragment for a draft, several loaded events, of which the draft has one, and the other rules with the tests. A
/// reader that knows nothing of these opens the draft alone.
#[must_use]
pub fn encode_with(draft: &Draft, events: Option<&Events>, bus: Option<&Bus>) -> String {
    let mut json = serde_json::to_string(draft).unwrap_or_default();
    let events = events.and_then(|events| serde_json::to_string(events).ok());
    let bus = bus.filter(|bus| !bus.is_blank()).and_then(|bus| serde_json::to_string(bus).ok());
    for (name, member) in [(EVENTS, events), (BUS, bus)] {
        if let Some(member) = member.filter(|_| json.ends_with('}')) {
            json.pop();
            json = format!("{json},\"{name}\":{member}}}");
        }
    }
    format!("{VERSION}{}", packed(&json))
}

fn packed(json: &str) -> String {
    URL_SAFE_NO_PAD.encode(compress_to_vec(json.as_bytes(), 9))
}

/// The fragment that opens the page of subscribers with the event and the pattern of a rule, and the rule beside them:
/// that of `rulepad_subscriber_workbench::link`, which reads it.
#[must_use]
pub fn to_subscriber(draft: &Draft) -> String {
    let text = |text: &str| serde_json::to_string(text).unwrap_or_default();
    let rule = serde_json::to_string(draft).unwrap_or_default();
    let json = format!(r#"{{"event":{},"data":{},"rule":{rule}}}"#, text(&draft.event), text(&draft.pattern));
    format!("s1.{}", packed(&json))
}

/// The draft in a fragment; a leading `#` does not matter.
///
/// # Errors
/// [`BadLink`] says what is wrong with the link, in a sentence for the page. A link is also refused where only
/// its loaded events, other rules or tests cannot be read.
pub fn decode(fragment: &str) -> Result<Draft, BadLink> {
    let json = unpacked(fragment)?;
    let draft = serde_json::from_slice(&json).map_err(|_| BadLink::Damaged)?;
    Beside::read(&json)?;
    Ok(draft)
}

/// The loaded events in a fragment; `None` where it has none, or cannot be opened.
#[must_use]
pub fn events(fragment: &str) -> Option<Events> {
    Beside::read(&unpacked(fragment).ok()?).ok()?.events
}

/// The other rules and the tests in a fragment; `None` where it has none, or cannot be opened.
#[must_use]
pub fn bus(fragment: &str) -> Option<Bus> {
    Beside::read(&unpacked(fragment).ok()?).ok()?.bus
}

/// What a link has beside the draft.
#[derive(Deserialize)]
struct Beside {
    #[serde(default, rename = "loadedEvents")]
    events: Option<Events>,
    #[serde(default)]
    bus: Option<Bus>,
}

impl Beside {
    fn read(json: &[u8]) -> Result<Self, BadLink> {
        let found: Self = serde_json::from_slice(json).map_err(|_| BadLink::Beside)?;
        let has_place = found.events.as_ref().is_none_or(|events| events.at < events.events.len());
        let fits = found.bus.as_ref().is_none_or(|bus| bus.fits(found.events.as_ref()));
        if has_place && fits { Ok(found) } else { Err(BadLink::Beside) }
    }
}

/// The JSON in a fragment.
fn unpacked(fragment: &str) -> Result<Vec<u8>, BadLink> {
    let fragment = fragment.trim_start_matches('#');
    let Some(body) = fragment.strip_prefix(VERSION) else {
        let version = fragment.split_once('.').and_then(|(version, _)| version.parse::<u32>().ok());
        let newer = version.is_some_and(|version| version > 1);
        return Err(if newer { BadLink::Version } else { BadLink::Damaged });
    };
    let packed = URL_SAFE_NO_PAD.decode(body).map_err(|_| BadLink::Damaged)?;
    decompress_to_vec_with_limit(&packed, MAX_SIZE).map_err(|_| BadLink::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_rule::{Reference, ReferenceLanguage, ReferenceValue, Tag};

    #[test]
    fn a_broken_draft_survives_the_way() {
        let draft = Draft {
            event: "{\"a\": 9007199254740993, # é😀".into(),
            pattern: "{'broken\u{0}".into(),
            ..Draft::default()
        };
        let fragment = encode(&draft);
        assert!(fragment.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b)), "{fragment}");
        assert_eq!(decode(&format!("#{fragment}")), Ok(draft));
    }

    #[test]
    fn a_link_carries_references_schedule_and_tags_and_older_links_have_none() {
        let mut draft = Draft {
            references: vec![Reference {
                shown: "${Topic.TopicName}".into(),
                language: ReferenceLanguage::CloudFormation,
                value: ReferenceValue::Any,
                source: "{\"Fn::GetAtt\":[\"Topic\",\"TopicName\"]}".into(),
            }],
            ..Draft::default()
        };
        draft.rule.schedule = "rate(1 day)".into();
        draft.rule.tags = vec![Tag { key: "team".into(), value: "orders".into() }];
        assert_eq!(decode(&encode(&draft)), Ok(draft));
        let older = r#"{"event":"{}","pattern":"","dialect":"rule","rule":{"name":"r","event_bus":"","description":"","state":"ENABLED","role_arn":""},"targets":[]}"#;
        let older = format!("{VERSION}{}", URL_SAFE_NO_PAD.encode(compress_to_vec(older.as_bytes(), 9)));
        let draft = decode(&older).unwrap();
        assert_eq!((draft.rule.name.as_str(), &*draft.rule.schedule), ("r", ""));
        assert!(draft.rule.tags.is_empty() && draft.references.is_empty());
        assert_eq!(encode(&draft), older, "what is blank makes no link longer");
    }

    #[test]
    fn loaded_events_are_in_a_link_that_asks_for_them() {
        let draft = Draft { event: "{}".into(), ..Draft::default() };
        let all = Events {
            form: "an array".into(),
            original: None,
            events: vec![("one".into(), "{}".into()), ("two".into(), "é".into())],
            at: 0,
        };
        let link = encode_with(&draft, Some(&all), None);
        assert_eq!((decode(&link), events(&link)), (Ok(draft.clone()), Some(all.clone())));
        assert_eq!((encode_with(&draft, None, None), events(&encode(&draft))), (encode(&draft), None));
        assert_eq!(events("1.AAAA"), None);
        let beyond = Events { at: 2, ..all };
        let beyond = encode_with(&draft, Some(&beyond), None);
        assert_eq!(decode(&beyond), Err(BadLink::Beside), "none of them is the draft's");
    }

    #[test]
    fn other_rules_and_tests_are_in_a_link_that_asks_for_them() {
        let draft = Draft { event: "{}".into(), ..Draft::default() };
        let other = Draft { pattern: "{".into(), ..Draft::default() };
        let bus = Bus { others: vec![other], ..Bus::default() };
        let link = encode_with(&draft, None, Some(&bus));
        assert_eq!((decode(&link), super::bus(&link)), (Ok(draft.clone()), Some(bus.clone())));
        assert_eq!(encode_with(&draft, None, Some(&Bus::default())), encode(&draft));
        assert_eq!(super::bus(&encode(&draft)), None);
        let beyond = Bus { at: 2, ..bus };
        assert_eq!(decode(&encode_with(&draft, None, Some(&beyond))), Err(BadLink::Beside));
        let misspelled = r#"{"event": "{}", "bus": {"tetss": []}}"#;
        let misspelled =
            format!("{VERSION}{}", URL_SAFE_NO_PAD.encode(compress_to_vec(misspelled.as_bytes(), 9)));
        assert_eq!(decode(&misspelled), Err(BadLink::Beside), "its tests would be lost");
    }

    #[test]
    fn bad_links_say_what_is_wrong() {
        assert_eq!(decode("2.abc"), Err(BadLink::Version));
        assert_eq!(decode("0.abc"), Err(BadLink::Damaged), "no version was ever 0");
        for damaged in ["", "#", "1.", "1.!!", "1.AAAA", "hello"] {
            assert_eq!(decode(damaged), Err(BadLink::Damaged), "{damaged}");
        }
        let whole = encode(&Draft { event: "{}".repeat(50), ..Draft::default() });
        let cut = whole.get(..whole.len() - 5).unwrap();
        assert_eq!(decode(cut), Err(BadLink::Damaged));
    }
}
