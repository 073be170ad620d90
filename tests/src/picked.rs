//! Laws of picking: a value of an event made a condition or a variable, over every recorded pattern.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use rulepad_workbench::Lang;
use rulepad_workbench::pick::{add_to_pattern, add_variable, at};
use rulepad_workbench::{Dialect, Input, Verdict, apply, batch};
use serde::Deserialize;
use std::path::Path;

#[derive(Deserialize)]
struct Recorded {
    pattern: String,
    event: String,
}

fn recorded() -> Vec<Recorded> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("recorded/pattern-verdicts.ndjson");
    let text = std::fs::read_to_string(file).unwrap();
    let lines = text.lines().map(|line| serde_json::from_str::<Recorded>(line).unwrap());
    lines.filter(|line| line.pattern.len() < 1500 && line.event.len() < 1500).step_by(23).collect()
}

/// The places of an event where something begins.
fn places(event: &str) -> impl Iterator<Item = usize> {
    event.char_indices().filter(|(_, c)| "\"tfn0123456789[".contains(*c)).map(|(at, _)| at).step_by(3)
}

#[test]
fn a_picked_condition_keeps_a_pattern_valid_and_matching() {
    let (mut added, mut refused) = (0, 0);
    for Recorded { pattern, event } in &recorded() {
        let (before, _) = batch::verdict(pattern, event, Lang::En);
        for place in places(event) {
            let Ok(change) = add_to_pattern(pattern, event, place, Dialect::Rule, Lang::En) else {
                refused += 1;
                continue;
            };
            added += 1;
            let after = apply(pattern, &change.edits);
            let (now, said) = batch::verdict(&after, event, Lang::En);
            if before != Verdict::PatternError {
                assert_ne!(now, Verdict::PatternError, "{pattern}\n{after}\n{said:?}");
            }
            if before == Verdict::Match {
                assert_eq!(now, Verdict::Match, "{pattern}\n{after}\n{event}");
            }
            let again = add_to_pattern(&after, event, place, Dialect::Rule, Lang::En).unwrap();
            assert!(again.edits.is_empty(), "{pattern}\n{after}\n{}", again.said);
        }
    }
    assert!(added > 300 && refused > 30, "{added} added, {refused} refused");
}

#[test]
fn a_picked_variable_renders_the_value_that_was_picked() {
    let mut rendered = 0;
    for Recorded { event, .. } in &recorded() {
        for place in places(event) {
            let Some(picked) = at(event, place, Lang::En) else { continue };
            let Ok(new) = add_variable(&Input::MatchedEvent, event, place, Lang::En) else { continue };
            let Input::Transformer { paths, template } = new.input else { panic!("another option") };
            let line = serde_json::json!({
                "event": event, "input_paths_map": paths, "input_template": template,
            });
            let batch::Answer::Payload { payload: Some(payload), outcome, .. } =
                batch::answer(1, &line.to_string(), Lang::En)
            else {
                continue;
            };
            assert_eq!(outcome, "delivered", "{paths} {template}");
            if !picked.value.is_empty() {
                assert!(payload.contains(&picked.value), "{payload} of {picked:?}");
                rendered += 1;
            }
        }
    }
    assert!(rendered > 200, "{rendered}");
}
