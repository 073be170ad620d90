//! Any text as an event pattern: no panic, AWS's sentence where there is an error, fixing that ends.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rulepad_workbench::builder::{Change, build, built};
use rulepad_workbench::{Dialect, Draft, Lang, Verdict, complete, evaluate, fix_pattern};

fuzz_target!(|text: &str| {
    let event = r#"{"source": "aws.s3", "detail": {"a": ["b", 1, {"c": null}]}}"#;
    for dialect in Dialect::ALL {
        let draft =
            Draft { event: event.to_owned(), pattern: text.to_owned(), dialect, ..Draft::default() };
        let report = evaluate(&draft, Lang::En);
        let refused = report.pattern.iter().any(|found| found.is_error());
        assert_eq!(refused, report.verdict == Verdict::PatternError);
        assert!(report.pattern.iter().all(|found| text.get(found.span().range()).is_some()));
    }
    let _ = fix_pattern(text, Dialect::Rule);
    for row in built(text, event, Dialect::Rule, None, Lang::KO).rows {
        let _ = build(text, Dialect::Rule, &Change::RemoveField(row.field), Lang::En);
    }
    let _ = complete(text, event, text.len() / 2, None, Lang::En);
});
