//! The readable cases of `tests/suite/subscriber`: whether they hold, and what is found in another language.

mod event_source;
mod report;

use crate::words_en;
pub use report::subscriber_case_report;
use report::{USUAL, written};
use rulepad_subscriber::Verdict;
use rulepad_subscriber::report::{ArrivedOutcome, Report};
use rulepad_workbench::suite::{Blocks, Case, is_given};
use rulepad_workbench::{Diagnostic, Lang, Severity, apply};

/// The block of what is worded in Korean.
const KOREAN: &str = "korean";

/// Runs a case about a subscriber.
///
/// # Errors
/// Each expectation that was not met, with what was found instead; also a case that expects nothing, a block whose tag is
/// not known, and an undecided verdict without what it depends on.
pub fn run_subscriber_case(case: &Case) -> Result<(), Vec<String>> {
    let found = subscriber_case_report(case, Lang::En);
    let mut wrong = Vec::new();
    let mut expected = 0;
    for (tag, text) in case.blocks.iter().filter(|(tag, _)| !is_given(Blocks::Subscriber, tag)) {
        let own = match tag.as_str() {
            tag if case.block("event-source").is_some() => {
                event_source::answer(case, tag, if tag == KOREAN { Lang::KO } else { Lang::En })
            }
            KOREAN => Some(problems(&told(case, &subscriber_case_report(case, Lang::KO), &subscriber(case)))),
            tag => answer(case, &found, tag, Lang::En),
        };
        let Some(own) = own else {
            wrong.push(words_en::no_block(tag));
            continue;
        };
        expected += 1;
        if own != *text {
            wrong.push(words_en::not_met(tag, text, &own));
        }
    }
    if expected == 0 {
        wrong.push(words_en::EXPECTS_NOTHING.to_owned());
    }
    // What a verdict depends on is shown wherever the verdict is.
    let open = open(&found);
    let undecided = found.verdict == Verdict::Undecided && case.block("verdict").is_some();
    if undecided && case.block("not-verified").is_none() {
        wrong.push(words_en::undecided_without(&open));
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

/// The blocks of a case with what is found in a language in place of what they expect, which is in English.
pub(crate) fn blocks_in(case: &Case, lang: Lang) -> Vec<(String, String)> {
    let report = subscriber_case_report(case, lang);
    let found = |tag: &str| match tag {
        tag if is_given(Blocks::Subscriber, tag) => None,
        tag if case.block("event-source").is_some() => event_source::answer(case, tag, lang),
        tag => answer(case, &report, tag, lang),
    };
    case.blocks.iter().map(|(tag, text)| (tag.clone(), found(tag).unwrap_or_else(|| text.clone()))).collect()
}

/// The text of the subscriber of a case; blank without one.
fn subscriber(case: &Case) -> String {
    written(case).unwrap_or_default()
}

/// The diagnostics of a case with the text that each is about.
fn told<'r>(case: &'r Case, report: &'r Report, subscriber: &'r str) -> Vec<(&'r Diagnostic, &'r str)> {
    let mut all: Vec<(&Diagnostic, &str)> = Vec::new();
    match subscriber {
        text if !text.is_empty() => all.extend(report.subscriber.iter().map(|found| (found, text))),
        _ => {
            for filter in &report.filters {
                all.extend(filter.diagnostics.iter().map(|found| (found, filter.pattern.as_str())));
            }
        }
    }
    // Missing fields of an envelope are left out, so that events can be short.
    let missing = rulepad_workbench::EventCode::MissingFields;
    let event = case.block("event").unwrap_or("{}");
    all.extend(report.event.iter().filter(|found| !found.is(missing)).map(|found| (found, event)));
    all
}

/// What there is under a tag; `None` for a tag that is not known.
fn answer(case: &Case, report: &Report, tag: &str, lang: Lang) -> Option<String> {
    let subscriber = subscriber(case);
    let told = told(case, report, &subscriber);
    let first = told.first().map(|(found, _)| *found);
    let events = report.events.iter();
    Some(match tag {
        "verdict" => verdict(report.verdict),
        "verdicts" => lines(events.map(|event| verdict(event.verdict))),
        "headline" => report.headline.clone(),
        "scopes" => lines(
            events
                .flat_map(|event| &event.scopes)
                .map(|scope| words!(lang, scope(scope.scope.name(), scope.holds, &scope.summary))),
        ),
        "why" => lines(events.flat_map(|event| &event.scopes).flat_map(|scope| {
            scope.why.iter().map(|line| {
                let mark = if line.holds { '✓' } else { '✕' };
                format!("{}{mark} {}", "  ".repeat(line.depth), line.sentence)
            })
        })),
        "near" => {
            let scopes = events.flat_map(|event| &event.scopes);
            lines(
                scopes.flat_map(|scope| &scope.why).flat_map(|line| &line.near).map(|near| near.text.clone()),
            )
        }
        "said" => lines(events.map(|event| event.said.clone())),
        "whole" => lines(events.map(|event| event.event.clone())),
        "notes" => report.notes.join("\n"),
        "diagnostics" => lines(told.iter().map(|(found, text)| code(found, text))),
        "message" => first.map(|found| found.message.clone()).unwrap_or_default(),
        "help" => lines(first.into_iter().flat_map(|found| &found.help).map(|help| help.text.clone())),
        "aws" => {
            let reference = first.and_then(|found| found.reference.as_ref());
            reference.map(|reference| reference.sentence.clone()).unwrap_or_default()
        }
        "fixed" => {
            let fix = told.first().and_then(|(found, text)| Some((found.first_fix()?, *text)));
            fix.map(|(fix, text)| without_usual(&apply(text, &fix.edits))).unwrap_or_default()
        }
        "target" => {
            let states = report.target.as_ref().map(|target| {
                let kind = target.kind.as_deref();
                words!(lang, target(kind, target.refused_at_create, target.refused_by_target))
            });
            states.unwrap_or_default()
        }
        "refusals" => lines(report.target.iter().flat_map(|target| &target.findings).map(|own| {
            let by = serde_json::to_value(own.refusal).ok();
            let by = by.and_then(|by| by.as_str().map(str::to_owned)).unwrap_or_default();
            format!("{by}: {}", own.diagnostic.code)
        })),
        "settings" => lines(report.target.iter().flat_map(|target| target.settings.clone())),
        "arrives" => lines(events.flat_map(|event| &event.arrives).map(|own| {
            let what = serde_json::to_value(own.outcome).ok();
            let what = what.and_then(|what| what.as_str().map(str::to_owned)).unwrap_or_default();
            match &own.payload {
                Some(payload) if own.outcome == ArrivedOutcome::Bytes => format!("bytes {payload}"),
                Some(payload) => payload.clone(),
                None => what,
            }
        })),
        "parameters" => {
            lines(events.flat_map(|event| &event.arrives).flat_map(|own| &own.parameters).map(|own| {
                let value = own.value.clone().unwrap_or_default();
                format!("{} = {value}", own.path)
            }))
        }
        "call" => lines(events.flat_map(|event| &event.arrives).flat_map(|own| own.call.clone())),
        "trust" => policy(report, 0),
        "policy" => policy(report, 1),
        "not-verified" => open(report),
        _ => return None,
    })
}

/// A text without what `request` blocks leave out.
fn without_usual(text: &str) -> String {
    USUAL.iter().fold(text.to_owned(), |text, (_, usual)| text.replacen(usual, "", 1))
}

/// A policy of the role, the trust policy first.
fn policy(report: &Report, at: usize) -> String {
    let policies = report.target.as_ref().map(|target| &target.policies);
    policies.and_then(|policies| policies.get(at)).map(|policy| policy.text.clone()).unwrap_or_default()
}

/// What is not verified about the events of a report; what is true of every report is left out.
fn open(report: &Report) -> String {
    let of_events = report.events.iter().flat_map(|event| event.unverified.clone());
    let arrived = report.events.iter().flat_map(|event| &event.arrives);
    let of_events = of_events.chain(arrived.flat_map(|own| own.unverified.clone()));
    lines(of_events.chain(report.target.iter().flat_map(|target| target.unverified.clone())))
}

fn verdict(verdict: Verdict) -> String {
    let name = serde_json::to_value(verdict).ok();
    name.and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Code, severity and the underlined text of a diagnostic.
fn code(found: &Diagnostic, text: &str) -> String {
    let severity = match found.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let place: String = found.span().of(text).replace('\n', "⏎");
    let length = place.chars().count();
    let shown = if length > 60 {
        let start: String = place.chars().take(20).collect();
        let end: String = place.chars().skip(length - 20).collect();
        format!("{start}…{end}")
    } else {
        place
    };
    format!("{} {severity} `{shown}`", found.code)
}

/// The message of each diagnostic, and its helps below it.
fn problems(told: &[(&Diagnostic, &str)]) -> String {
    lines(told.iter().map(|(found, _)| {
        let helps = found.help.iter().map(|help| format!("- {}", help.text));
        lines(std::iter::once(found.message.clone()).chain(helps))
    }))
}

fn lines(texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join("\n")
}
