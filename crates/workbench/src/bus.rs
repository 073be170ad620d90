//! The rules of a bus beside the draft's, and what is expected of the loaded events.

use crate::draft::Draft;
use crate::file::Events;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Several rules on one bus, of which the draft has one, and the tests of all of them.
///
/// A rule is named by its place among all rules, an event by its place among the loaded events. A member that is not
/// known is an error: a test that is misspelled would be one that never runs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Bus {
    /// The place of the draft's rule among all.
    pub at: usize,
    /// The other rules, in their order: drafts without an event.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Draft>,
    /// What is expected of one rule and one event.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tests: Vec<Expectation>,
    /// Which rules an event triggers, all of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub routes: Vec<Route>,
}

/// What is expected of one rule and one event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    /// The rule's place.
    pub rule: usize,
    /// The event's place.
    pub event: usize,
    /// What is expected.
    pub expects: Expects,
}

/// What is expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expects {
    /// The event matches.
    Match,
    /// The event does not match. The fields are those whose conditions fail, all of them; none for any reason.
    NoMatch(Vec<String>),
    /// A target receives this.
    Delivers(Box<Delivered>),
}

/// What one target receives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Delivered {
    /// The target's `Id`.
    pub target: String,
    /// Parts of the request, by the service's name: `body` for the payload, `group` for the message group. Each is the
    /// text that is delivered; JSON is compared as JSON.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub parts: BTreeMap<String, String>,
    /// A part of the reason why the delivery is refused, blank for any reason; `None` where it is not refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<String>,
}

/// Which rules one event triggers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// The event's place.
    pub event: usize,
    /// The places of the rules it triggers, all of them.
    pub rules: Vec<usize>,
}

impl Bus {
    /// Whether it says nothing: one rule without tests.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.others.is_empty() && self.tests.is_empty() && self.routes.is_empty()
    }

    /// How many rules there are, the draft's included.
    #[must_use]
    pub fn count(&self) -> usize {
        self.others.len() + 1
    }

    /// Every rule, each with the draft's event.
    #[must_use]
    pub fn rules(&self, draft: &Draft) -> Vec<Draft> {
        let with_event = |other: &Draft| Draft { event: draft.event.clone(), ..other.clone() };
        let mut rules: Vec<Draft> = self.others.iter().map(with_event).collect();
        rules.insert(self.at.min(rules.len()), draft.clone());
        rules
    }

    /// Whether every place is one of a rule or an event that exists.
    #[must_use]
    pub fn fits(&self, events: Option<&Events>) -> bool {
        let (rules, events) = (self.count(), events.map_or(0, |events| events.events.len()));
        self.at < rules
            && self.tests.iter().all(|test| test.rule < rules && test.event < events)
            && self.routes.iter().all(|own| own.event < events && own.rules.iter().all(|rule| *rule < rules))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Draft {
        let mut draft = Draft::default();
        draft.rule.name = name.into();
        draft
    }

    #[test]
    fn the_drafts_rule_has_its_place_among_all() {
        let bus = Bus { at: 1, others: vec![named("a"), named("c")], ..Bus::default() };
        let all = bus.rules(&Draft { event: "{}".into(), ..named("b") });
        let names: Vec<(&str, &str)> =
            all.iter().map(|own| (own.rule.name.as_str(), own.event.as_str())).collect();
        assert_eq!(names, [("a", "{}"), ("b", "{}"), ("c", "{}")]);
    }

    #[test]
    fn places_beyond_the_rules_and_events_do_not_fit() {
        let events =
            Events { form: "".into(), original: None, events: vec![("one".into(), "{}".into())], at: 0 };
        let test = |rule, event| Expectation { rule, event, expects: Expects::Match };
        let bus = |test| Bus { tests: vec![test], ..Bus::default() };
        assert!(bus(test(0, 0)).fits(Some(&events)));
        assert!(!bus(test(1, 0)).fits(Some(&events)));
        assert!(!bus(test(0, 1)).fits(Some(&events)));
        assert!(!bus(test(0, 0)).fits(None));
        assert!(!Bus { at: 1, ..Bus::default() }.fits(None));
        let route = Route { event: 0, rules: vec![1] };
        assert!(!Bus { routes: vec![route], ..Bus::default() }.fits(Some(&events)));
    }
    #[test]
    fn a_member_that_is_not_known_is_an_error() {
        let test = r#"{"rule": 0, "event": 0, "expects": "match"}"#;
        let read = |text: &str| serde_json::from_str::<Bus>(text).map_err(|error| error.to_string());
        assert!(read(&format!("{{\"at\": 0, \"tests\": [{test}]}}")).is_ok());
        for (wrong, name) in [
            (format!("{{\"tetss\": [{test}]}}"), "tetss"),
            (format!("{{\"tests\": [{}]}}", test.replace("\"rule\"", "\"only\": 1, \"rule\"")), "only"),
            (r#"{"routes": [{"event": 0, "rules": [], "not": 1}]}"#.to_owned(), "not"),
            (
                format!("{{\"tests\": [{}]}}", test.replace("\"match\"", r#"{"delivers": {"bodi": 1}}"#)),
                "bodi",
            ),
        ] {
            assert!(read(&wrong).unwrap_err().contains(&format!("unknown field `{name}`")), "{wrong}");
        }
    }
}
