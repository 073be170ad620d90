//! Any text as an event, and as something that carries events: no panic, spans on character boundaries, fixes that apply.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rulepad_workbench::{Dialect, Draft, Lang, apply, evaluate, fix_event, paste, tidy};

fuzz_target!(|text: &str| {
    let pattern = r#"{"source": ["aws.s3"], "detail": {"a": [{"prefix": "b"}, 1]}}"#;
    let draft = Draft { event: text.to_owned(), pattern: pattern.to_owned(), ..Draft::default() };
    for found in evaluate(&draft, Lang::En).event {
        assert!(text.get(found.span().range()).is_some());
        for help in found.help {
            let _ = apply(text, &help.edits);
        }
    }
    for dialect in [Dialect::Rule, Dialect::Pipes, Dialect::SnsBody] {
        let pasted = paste(text, pattern, dialect, Lang::KO);
        for span in pasted.events.iter().map(|event| event.span).chain(pasted.problems.iter().map(|found| found.span())) {
            assert!(text.get(span.range()).is_some());
        }
    }
    let _ = fix_event(text);
    if let Some(tidied) = tidy(text) {
        assert_eq!(tidy(&tidied).as_deref(), Some(tidied.as_str()));
    }
});
