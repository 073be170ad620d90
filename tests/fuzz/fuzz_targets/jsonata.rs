//! Any text as an expression of JSONata on one event: no panic, the bounds hold, places are in the text, and the pieces of a
//! payload are all of it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rulepad_document::{Lang, Role, Words, json};
use rulepad_jsonata::{Bounds, Events, Outcome, Settings, Use, evaluate, parse};

const EVENT: &str = r#"{"Data": {"detail": {"id": 7, "total": 1.50, "name": "Ann", "none": null, "tags": ["a", "b"],
  "items": [{"sku": "s1", "n": 2}, {"sku": "s2", "n": 30, "n": 31}]}}, "Metadata": {"tenant": "acme"}, "SystemMetadata": {}}"#;

fuzz_target!(|body: &str| {
    let text = format!("{{%{body}%}}");
    let parsed = parse(&text, Role::Event, Use::UniversalInput);
    for found in &parsed.diagnostics {
        assert!(text.get(found.span().range()).is_some());
        for lang in Lang::ALL {
            assert!(!found.message.words(lang).is_empty());
        }
    }
    let Some(expression) = parsed.expression else { return };
    let event = json::parse(EVENT, Role::Event).root.expect("the event is JSON");
    let bounds = Bounds { steps: 50_000, bytes: 1 << 20, ..Bounds::default() };
    let settings = Settings { bounds, now: 1_764_590_400_000, seed: 1 };
    for events in [Events::One(&event), Events::Batch(&[&event, &event])] {
        let found = evaluate(&expression, events, &settings);
        for found in found.diagnostics(&expression, Role::Event, Use::Transformer) {
            assert!(text.get(found.span().range()).is_some());
            assert!(!found.message.words(Lang::KO).is_empty());
        }
        let Outcome::Delivered(payload) = found.outcome else { continue };
        let mut at = 0;
        for piece in &payload.pieces {
            assert!(piece.out.start == at && piece.out.end > at && payload.text.get(piece.out.range()).is_some());
            at = piece.out.end;
        }
        assert_eq!(at as usize, payload.text.len());
        // Whether the time ran out is the machine's affair.
        let again = evaluate(&expression, events, &settings).outcome;
        let same = again == Outcome::Delivered(payload);
        assert!(same || matches!(again, Outcome::Stopped { .. }));
    }
});
