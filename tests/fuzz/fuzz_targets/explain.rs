//! Any pattern on any event: no panic, and the verdict is the fold of the explanation.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rulepad_workbench::{Draft, Lang, Verdict, evaluate};

fuzz_target!(|texts: (String, String)| {
    let (pattern, event) = texts;
    let report = evaluate(&Draft { event, pattern, ..Draft::default() }, Lang::KO);
    if let Some(explanation) = &report.explanation {
        let expected = match explanation.alternatives.iter().any(|alternative| alternative.holds()) {
            _ if explanation.exhausted => Verdict::Undecided,
            true => Verdict::Match,
            false => Verdict::NoMatch,
        };
        assert_eq!(report.verdict, expected);
    }
});
