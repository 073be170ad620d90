//! What a readable case of `tests/suite/subscriber` finds about an event source.

use super::{KOREAN, code, lines, problems, verdict};
use rulepad_subscriber::source::{SourceReport, of_source};
use rulepad_workbench::suite::Case;
use rulepad_workbench::{Diagnostic, EventCode, Lang, apply};

/// The report about a case with an `event-source` block.
fn report(case: &Case, lang: Lang) -> Option<SourceReport> {
    Some(of_source(case.block("event-source")?, case.block("event").unwrap_or("{}"), lang))
}

/// What there is under a tag; `None` for a tag that is not known.
pub(super) fn answer(case: &Case, tag: &str, lang: Lang) -> Option<String> {
    let report = report(case, lang)?;
    let text = case.block("event-source").unwrap_or_default();
    let event = case.block("event").unwrap_or("{}");
    let of_event = report.event.iter().filter(|found| !found.is(EventCode::MissingFields));
    let told: Vec<(&Diagnostic, &str)> =
        report.source.iter().map(|found| (found, text)).chain(of_event.map(|found| (found, event))).collect();
    let first = told.first().map(|(found, _)| *found);
    Some(match tag {
        "verdict" => verdict(report.verdict),
        "why" => report.why.join("\n"),
        "proof" => report.proof.clone().unwrap_or_default(),
        "not-verified" => report.unverified.join("\n"),
        KOREAN => problems(&told),
        "diagnostics" => lines(told.iter().map(|(found, text)| code(found, text))),
        "message" => first.map(|found| found.message.clone()).unwrap_or_default(),
        "help" => lines(first.into_iter().flat_map(|found| &found.help).map(|help| help.text.clone())),
        "aws" => {
            let reference = first.and_then(|found| found.reference.as_ref());
            reference.map(|reference| reference.sentence.clone()).unwrap_or_default()
        }
        "fixed" => {
            let fix = told.first().and_then(|(found, text)| Some((found.first_fix()?, *text)));
            fix.map(|(fix, text)| apply(text, &fix.edits)).unwrap_or_default()
        }
        _ => return None,
    })
}
