//! Any filters on any event, and any text as a subscriber: no panic, the verdict is the fold of the scopes, spans are on
//! character boundaries, and fixes apply.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rulepad_document::Lang;
use rulepad_document::diagnostic::apply;
use rulepad_subscriber::report::{Report, of_filters, of_subscriber};
use rulepad_subscriber::{Filter, Published, Scope, Verdict};

fuzz_target!(|texts: (String, String, String, String)| {
    let (data, metadata, system, event) = texts;
    let patterns = [(Scope::Data, &data), (Scope::Metadata, &metadata), (Scope::SystemMetadata, &system)];
    let filters = patterns.map(|(scope, pattern)| Filter { scope, pattern: pattern.clone() });
    for published in [Published::Recognize, Published::PutEvents, Published::PutRawEvents] {
        let report = of_filters(&filters, &event, published, Lang::En);
        check(&report, None, &event);
    }
    let report = of_subscriber(&data, &event, Published::Recognize, Lang::KO);
    check(&report, Some(&data), &event);
});

fn check(report: &Report, subscriber: Option<&str>, event: &str) {
    for own in &report.events {
        let any = |wanted| own.scopes.iter().any(|scope| scope.holds == wanted);
        match own.verdict {
            Verdict::Match => assert!(!any(Some(false)) && !any(None)),
            Verdict::NoMatch => assert!(any(Some(false))),
            Verdict::Undecided => assert!(any(None) && !any(Some(false))),
            _ => {}
        }
    }
    let of_filters = report.filters.iter().map(|filter| (filter.pattern.as_str(), &filter.diagnostics));
    let of_event = [(event, &report.event)];
    let of_subscriber = subscriber.map(|text| (text, &report.subscriber));
    for (text, found) in of_filters.chain(of_event).chain(of_subscriber) {
        for own in found {
            assert!(text.get(own.span().range()).is_some(), "{own:?}");
            for help in &own.help {
                let _ = apply(text, &help.edits);
            }
        }
    }
}
