//! Any patterns, one a line, on any bytes as an event: the set refuses the events that their reader refuses, and gives
//! the verdicts that each pattern gives alone.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rulepad_document::{Role, json};
use rulepad_pattern::{Event, Pattern, matches, parse};
use rulepad_ruleset::{RuleSet, Scratch};

fuzz_target!(|texts: (String, Vec<u8>)| {
    let (patterns, event) = texts;
    let patterns: Vec<Pattern> = patterns.lines().filter_map(|text| parse(text).valid().cloned()).collect();
    let mut rules = RuleSet::default();
    for pattern in &patterns {
        rules.add(pattern.clone());
    }
    let matcher = rules.compile();
    let mut scratch = Scratch::default();
    let read = std::str::from_utf8(&event).ok().map(|text| json::parse(text, Role::Event));
    let flat = read.as_ref().and_then(|read| read.valid()).and_then(Event::new);
    let found = matcher.matching(&event, &mut scratch);
    assert_eq!(found.is_ok(), flat.is_some());
    if let (Ok(found), Some(flat)) = (found, flat) {
        for (number, pattern) in (0..).zip(&patterns) {
            match matches(pattern, &flat) {
                Some(verdict) => {
                    assert_eq!(found.matched.contains(&number), verdict);
                    assert!(!found.undecided.contains(&number));
                }
                // The set may decide where a pattern alone reaches its limit.
                None => {}
            }
        }
    }
});
