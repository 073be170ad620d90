//! Laws over every text that the readable cases paste, and over broken copies of them.

use crate::{Dice, check};
use rulepad_workbench::Lang;
use rulepad_workbench::suite;
use rulepad_workbench::{Diagnostic, Dialect, Draft, apply, evaluate, paste};
use std::path::Path;

/// Every text that the readable cases paste, and copies of the short ones that are cut or have a slip.
fn pasted() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/event");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let cases = files.iter().flat_map(|file| suite::parse(&std::fs::read_to_string(file).unwrap()).cases);
    let text = |case: &suite::Case| case.block("pasted").or(case.block("event")).map(str::to_owned);
    let whole: Vec<String> = cases.filter_map(|case| text(&case)).collect();
    let mut dice = Dice(7);
    let mut out = Vec::new();
    for text in whole.iter().filter(|text| text.len() < 2000) {
        let mut chars: Vec<char> = text.chars().collect();
        out.push(chars.iter().take(dice.roll(chars.len())).collect());
        for _ in 0..3 {
            let at = dice.roll(chars.len());
            match chars.get_mut(at) {
                Some(c) => *c = ['"', '{', ']', '\\', '\n', 'é', '\'', ','][dice.roll(8)],
                None => chars.push('{'),
            }
            out.push(chars.iter().collect());
        }
    }
    out.extend(whole);
    out
}

#[test]
fn an_event_that_was_read_is_read_as_it_is() {
    let mut events = 0;
    for text in pasted() {
        let pasted = paste(&text, "{}", Dialect::Rule, Lang::En);
        for event in pasted.events.iter().take(3) {
            events += 1;
            let again = paste(&event.text, "{}", Dialect::Rule, Lang::En);
            let texts: Vec<&str> = again.events.iter().map(|event| event.text.as_str()).collect();
            assert_eq!(texts, [&event.text], "of {text}");
            let report = evaluate(&Draft { event: event.text.clone(), ..Draft::default() }, Lang::En);
            assert_eq!(report.wrapped, None, "of {text}: {}", event.text);
        }
    }
    assert!(events > 300, "only {events} events were read");
}

#[test]
fn what_is_said_of_a_pasted_text_fits_it() {
    for text in pasted().iter().filter(|text| text.len() < 2000) {
        for dialect in [Dialect::Rule, Dialect::Pipes, Dialect::SnsBody] {
            let pasted = paste(text, "{}", dialect, Lang::En);
            for found in &pasted.problems {
                check(text, found);
                // The fixes of a broken text are held to this law one text at a time, in `laws`.
                if found.code.starts_with("json.") {
                    continue;
                }
                for help in found.help.iter().filter(|help| !help.edits.is_empty()) {
                    let after = paste(&apply(text, &help.edits), "{}", dialect, Lang::En).problems;
                    let count =
                        |list: &[Diagnostic]| list.iter().filter(|other| other.code == found.code).count();
                    assert!(count(&after) < count(&pasted.problems), "{}: {text}", found.code);
                }
            }
            for event in &pasted.events {
                assert!(text.get(event.span.range()).is_some(), "{:?} in {text}", event.span);
                event.diagnostics.iter().for_each(|found| check(&event.text, found));
            }
            assert!(!pasted.form.is_empty());
            assert!(!pasted.events.is_empty() || !pasted.problems.is_empty(), "nothing is said of {text}");
        }
    }
}

#[test]
fn a_fix_of_an_envelope_removes_its_diagnostic_and_adds_no_error() {
    let mut fixes = 0;
    for text in pasted() {
        let report =
            |text: &str| evaluate(&Draft { event: text.to_owned(), ..Draft::default() }, Lang::En).event;
        let before = report(&text);
        for found in before.iter().filter(|found| found.code.starts_with("event.")) {
            for help in found.help.iter().filter(|help| !help.edits.is_empty()) {
                fixes += 1;
                let after = report(&apply(&text, &help.edits));
                let count =
                    |list: &[Diagnostic]| list.iter().filter(|other| other.code == found.code).count();
                assert!(count(&after) < count(&before), "{}: {text}", found.code);
                let errors = |list: &[Diagnostic]| list.iter().filter(|found| found.is_error()).count();
                assert!(errors(&after) <= errors(&before), "{}: {text}", found.code);
            }
        }
    }
    assert!(fixes > 30, "only {fixes} fixes were tried");
}

#[test]
fn numbers_keep_their_spelling_through_every_wrapper() {
    for number in ["9007199254740993", "1.0", "2e2", "-0.0", "1E+400", "0.10000000000000000000001"] {
        let event = format!(r#"{{"source": "a", "detail": {{"n": {number}}}}}"#);
        let quoted = |text: &str| serde_json::to_string(text).unwrap();
        let message = format!(r#"{{"messageId": "1", "body": {}}}"#, quoted(&event));
        let entry = format!(
            r#"{{"Source": "a", "DetailType": "b", "Detail": {}}}"#,
            quoted(&format!(r#"{{"n": {number}}}"#))
        );
        let twice = quoted(&quoted(&event));
        for text in [event.clone(), format!("[{event}]"), format!("{event}\n{event}"), message, entry, twice]
        {
            let pasted = paste(&text, "{}", Dialect::Rule, Lang::En);
            assert!(!pasted.events.is_empty(), "{text}");
            for event in &pasted.events {
                assert!(event.text.contains(&format!("\"n\": {number}\n")), "{text} {}", event.text);
            }
        }
    }
}

#[test]
fn hostile_nesting_and_length_are_bounded() {
    let deep =
        |open: &str, close: &str, levels: usize| format!("{}{}", open.repeat(levels), close.repeat(levels));
    let mut wrapped = r#"{"source": "a"}"#.to_owned();
    for _ in 0..12 {
        wrapped = format!(r#"{{"messageId": "1", "body": {}}}"#, serde_json::to_string(&wrapped).unwrap());
    }
    for text in [
        deep("[", "]", 5000),
        deep("{\"a\":", "}", 5000),
        deep("[{\"Records\":", "}]", 400),
        "{".repeat(20_000),
        "[{".repeat(20_000),
        "{\n".repeat(3000),
        "'".repeat(20_000),
        "```\n".repeat(3000),
        "\\\"".repeat(3000),
        "aws ".repeat(3000),
        "<<A\n".repeat(3000),
        "a: b\n".repeat(3000),
        wrapped,
    ] {
        let pasted = paste(&text, "{}", Dialect::Rule, Lang::En);
        assert!(!pasted.form.is_empty());
    }
}
