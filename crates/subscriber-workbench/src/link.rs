//! A draft in the fragment of an address: docs/LINKS.md has the format.

use crate::draft::SubscriberDraft;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use rulepad_workbench::Draft;
use rulepad_workbench::share::BadLink;
use serde::{Deserialize, Serialize};

/// What a subscriber's link starts with; that of a rule starts with `1.`.
const VERSION: &str = "s1.";
/// The largest draft a link may unpack to, in bytes.
const MAX_SIZE: usize = 8 << 20;

/// What a link carries.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Linked {
    /// The draft.
    #[serde(flatten)]
    pub draft: SubscriberDraft,
    /// The rule that the page of rules took along, to be migrated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<Box<Draft>>,
}

/// The fragment, without `#`. The same draft gives the same fragment.
#[must_use]
pub fn encode(linked: &Linked) -> String {
    let json = serde_json::to_string(linked).unwrap_or_default();
    format!("{VERSION}{}", URL_SAFE_NO_PAD.encode(compress_to_vec(json.as_bytes(), 9)))
}

/// The draft in a fragment; a leading `#` does not matter. Nothing for a fragment that is no subscriber's.
///
/// # Errors
/// What is wrong with the link.
pub fn decode(fragment: &str) -> Option<Result<Linked, BadLink>> {
    let fragment = fragment.trim_start_matches('#');
    let (version, body) = fragment.strip_prefix('s')?.split_once('.')?;
    Some(match version {
        "1" => unpacked(body),
        other if other.parse::<u32>().is_ok_and(|own| own > 1) => Err(BadLink::Version),
        _ => Err(BadLink::Damaged),
    })
}

fn unpacked(body: &str) -> Result<Linked, BadLink> {
    let packed = URL_SAFE_NO_PAD.decode(body).map_err(|_| BadLink::Damaged)?;
    let json = decompress_to_vec_with_limit(&packed, MAX_SIZE).map_err(|_| BadLink::Damaged)?;
    serde_json::from_slice(&json).map_err(|_| BadLink::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_draft_survives_the_way() {
        let draft = SubscriberDraft { event: "{\"a\": 1.50, é😀".into(), ..SubscriberDraft::default() };
        let linked = Linked { draft, rule: Some(Box::default()) };
        let fragment = encode(&linked);
        assert!(fragment.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b)), "{fragment}");
        assert_eq!(decode(&format!("#{fragment}")), Some(Ok(linked)));
    }

    #[test]
    fn a_rule_is_taken_along() {
        let rule = Draft { event: "{\"a\": 1".into(), pattern: "{\"a\": [1]}".into(), ..Draft::default() };
        let linked = decode(&rulepad_workbench::share::to_subscriber(&rule)).unwrap().unwrap();
        assert_eq!((&linked.draft.event, &linked.draft.data), (&rule.event, &rule.pattern));
        assert_eq!(linked.rule.as_deref(), Some(&rule));
    }

    #[test]
    fn bad_links_say_what_is_wrong() {
        assert_eq!(decode("#1.abc"), None, "a rule's");
        assert_eq!(decode("s2.abc"), Some(Err(BadLink::Version)));
        for damaged in ["s1.", "s0.a", "s1.!!", "s1.AAAA"] {
            assert_eq!(decode(damaged), Some(Err(BadLink::Damaged)), "{damaged}");
        }
    }
}
