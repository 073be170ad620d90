//! Running a case: what each block expects, beside what was found.

use super::block::{self, Blocks, KOREAN};
use super::{Case, DELIVERED, OUTCOMES};
use crate::draft::Draft;
use crate::evaluate::evaluate;
use crate::fix_all::fix_pattern;
use crate::paste::{Pasted, PastedEvent, paste};
use crate::render::render;
use crate::report::{Line, LineKind, Report, TargetReport, Verdict};
use crate::words_en::suite as words;
use crate::words_ko::suite as words_ko;
use rulepad_document::diagnostic::apply;
use rulepad_document::{Diagnostic, Lang, Role, Severity, TargetProperty};
use rulepad_rule::{Delivery, Source, Target};
use rulepad_transformer::{Certainty, Input, Outcome, Rendered};

/// The diagnostic that is shown only where a case writes out nothing but an event: in other cases, events are
/// short for the reader's sake.
const INCOMPLETE: rulepad_event::Code = rulepad_event::Code::MissingFields;

fn is_given(tag: &str) -> bool {
    block::is_given(Blocks::Rule, tag)
}

impl Case {
    /// Runs a case about rules.
    ///
    /// # Errors
    /// Each expectation that was not met, with what was found instead; also a case that expects nothing, a
    /// block whose tag is not known, a target that cannot be read, and a payload shown as certain that is not
    /// verified.
    pub fn run(&self) -> Result<(), Vec<String>> {
        let run = Run::new(self, Lang::En);
        let mut wrong = Vec::new();
        if let Some(Err(problem)) = self.block("target").map(serde_json::from_str::<Target>) {
            wrong.push(words::no_target(&problem));
        }
        let mut expected = 0;
        for (tag, text) in self.blocks.iter().filter(|(tag, _)| !is_given(tag)) {
            let found = if tag == KOREAN {
                Some(problems(&Run::new(self, Lang::KO).diagnostics))
            } else {
                run.found(tag)
            };
            let Some(found) = found else {
                wrong.push(words::no_block(tag));
                continue;
            };
            expected += 1;
            if found != *text {
                wrong.push(format!("{tag}\n  expected: {text}\n  found:    {found}"));
            }
        }
        if expected == 0 {
            wrong.push(words::EXPECTS_NOTHING.to_owned());
        }
        let certainty = run.rendered.as_ref().map(|rendered| &rendered.certainty);
        if let Some(Certainty::Unverified(notes)) = certainty
            && self.block("payload").is_some()
            && self.block("not-verified").is_none()
        {
            wrong.push(words::shown_without("payload", "not-verified", &notes.join("\n")));
        }
        if let Some(delivery) = run.delivery().filter(|_| self.block("delivery").is_some()) {
            if delivery.refused.is_some() && self.block("not-taken").is_none() {
                wrong.push(words::shown_without("delivery", "not-taken", &said("not-taken", delivery)));
            }
            if !delivery.unverified.is_empty() && self.block("unseen").is_none() {
                wrong.push(words::shown_without("delivery", "unseen", &said("unseen", delivery)));
            }
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }

    /// The blocks of a case about rules with what is found in a language in place of what they expect, which is in English.
    #[must_use]
    pub fn blocks_in(&self, lang: Lang) -> Vec<(String, String)> {
        let run = Run::new(self, lang);
        let found = |tag: &str| if is_given(tag) { None } else { run.found(tag) };
        let blocks = self.blocks.iter();
        blocks.map(|(tag, text)| (tag.clone(), found(tag).unwrap_or_else(|| text.clone()))).collect()
    }
}

/// What a delivery says under a tag of [`DELIVERED`].
fn said(tag: &str, delivery: &Delivery) -> String {
    let part = |part: &rulepad_rule::DeliveredPart| {
        let mark = match part.source {
            Source::Payload => "* ",
            Source::Event { .. } => "@ ",
            Source::Settings => "",
        };
        format!("{mark}{} = {}", part.name, part.text)
    };
    match tag {
        "delivery" => {
            lines(std::iter::once(delivery.operation.clone()).chain(delivery.parts.iter().map(part)))
        }
        "not-taken" => delivery.refused.clone().unwrap_or_default(),
        "unseen" => delivery.unverified.join("\n"),
        _ => delivery.notes.join("\n"),
    }
}

/// A case evaluated.
struct Run {
    lang: Lang,
    draft: Draft,
    report: Report,
    /// What the target receives.
    rendered: Option<Rendered>,
    /// What was pasted, and what it holds.
    pasted: Option<(String, Pasted)>,
    /// The problems of the texts the case writes out.
    diagnostics: Vec<Diagnostic>,
}

impl Run {
    fn new(case: &Case, lang: Lang) -> Self {
        let draft = case.draft();
        let report = evaluate(&draft, lang);
        let target = report.targets.first();
        let options = case.options();
        let conflict = options.chosen().is_none();
        let rendered = if conflict {
            render(&draft.event, &options, lang).rendered
        } else {
            target.and_then(|target| target.rendered.clone())
        };
        let of_target = match (&rendered, target) {
            (Some(rendered), _) if conflict => rendered.diagnostics.as_slice(),
            (_, target) => target.map(|target| target.diagnostics.as_slice()).unwrap_or_default(),
        };
        let pattern = case.block("pattern").map(|_| report.pattern.as_slice()).unwrap_or_default();
        let alone = case.blocks.iter().all(|(tag, _)| tag == "event" || !is_given(tag));
        let of_event = report.event.iter().filter(|found| alone || !found.is(INCOMPLETE));
        let pasted = case
            .block("pasted")
            .map(|text| (text.to_owned(), paste(text, &draft.pattern, draft.dialect, lang)));
        let diagnostics = match &pasted {
            Some((_, pasted)) => pasted.problems.clone(),
            None => pattern.iter().chain(of_event).chain(of_target).cloned().collect(),
        };
        Self { lang, draft, report, rendered, pasted, diagnostics }
    }

    /// What there is to say under a tag; `None` for a tag that is not known.
    fn found(&self, tag: &str) -> Option<String> {
        let in_words = self.report.in_words.as_ref();
        let first = self.diagnostics.first();
        Some(match tag {
            "verdict" => verdict(self.report.verdict),
            "aws" => self.report.aws_error.clone().unwrap_or_default(),
            "diagnostics" => lines(self.diagnostics.iter().map(|found| self.told(found))),
            "message" => first.map(|found| found.message.clone()).unwrap_or_default(),
            "help" => lines(first.into_iter().flat_map(|found| &found.help).map(|help| help.text.clone())),
            "put-targets" => {
                let said = first.and_then(|found| found.reference.as_ref());
                said.map(|said| said.located("")).unwrap_or_default()
            }
            "all-fixed" => fix_pattern(&self.draft.pattern, self.draft.dialect),
            "fixed" => self.fixed(),
            "why" => self.why(),
            "near" => lines(self.failed().flat_map(|line| &line.near).map(|near| near.text.clone())),
            "closed" => {
                let mut near = self.failed().flat_map(|line| &line.near);
                near.next().map(|near| apply(&self.draft.pattern, &near.edits)).unwrap_or_default()
            }
            "summary" => self.report.summary.clone(),
            "notes" => self.report.notes.join("\n"),
            "words" => in_words.map(|words| words.sentence.clone()).unwrap_or_default(),
            "formula" => in_words.map(|words| words.formula.clone()).unwrap_or_default(),
            "instead" => self
                .rendered
                .as_ref()
                .and_then(|rendered| rendered.instead.as_ref())
                .map(|instead| shown(instead, self.lang))
                .unwrap_or_default(),
            "policy" => lines(
                self.target()
                    .into_iter()
                    .flat_map(|target| &target.policies)
                    .map(|policy| format!("{}\n{}", policy.title, policy.text)),
            ),
            tag if DELIVERED.contains(&tag) => self
                .delivery()
                .map_or_else(|| nothing_delivered(self.lang).to_owned(), |delivery| said(tag, delivery)),
            "form" => self.pasted.as_ref().map(|(_, pasted)| pasted.form.clone())?,
            "said" => self.said()?,
            "events" => lines(self.events()?.map(|event| event.text.clone())),
            "titles" => lines(self.events()?.map(|event| event.title.clone())),
            "errors" => lines(self.events()?.map(|event| match &event.error {
                Some(error) => format!("{}: {}", error.code, error.message),
                None => "taken".to_owned(),
            })),
            "sizes" => lines(
                self.events()?.map(|event| event.size.map_or("none".to_owned(), |size| size.to_string())),
            ),
            "verdicts" => lines(self.events()?.map(|event| event.verdict.map_or("none".to_owned(), verdict))),
            "event-diagnostics" => self.event_diagnostics()?,
            "wrapped" => {
                self.report.wrapped.as_ref().map(|wrapped| wrapped.sentence.clone()).unwrap_or_default()
            }
            tag if OUTCOMES.contains(&tag) => self.outcome(tag),
            _ => return None,
        })
    }

    fn target(&self) -> Option<&TargetReport> {
        self.report.targets.first()
    }

    fn delivery(&self) -> Option<&Delivery> {
        self.target()?.delivery.as_ref()
    }

    fn events(&self) -> Option<impl Iterator<Item = &PastedEvent>> {
        self.pasted.as_ref().map(|(_, pasted)| pasted.events.iter())
    }

    /// What was done to the text, then to each event; the number is in front of what is of one of several.
    fn said(&self) -> Option<String> {
        let (_, pasted) = self.pasted.as_ref()?;
        let many = pasted.events.len() > 1;
        let events = (1..).zip(&pasted.events).flat_map(|(number, event)| {
            let name = if many { format!("{number}: ") } else { String::new() };
            event.said.iter().map(move |sentence| format!("{name}{sentence}"))
        });
        Some(lines(pasted.said.iter().cloned().chain(events)))
    }

    fn event_diagnostics(&self) -> Option<String> {
        let (_, pasted) = self.pasted.as_ref()?;
        let of_event = (1..).zip(&pasted.events).flat_map(|(number, event)| {
            event.diagnostics.iter().map(move |found| format!("{number}: {}", told(found, &event.text)))
        });
        Some(lines(of_event))
    }

    fn conditions(&self) -> impl Iterator<Item = &Line> {
        self.report.why.iter().filter(|line| line.kind == LineKind::Condition)
    }

    fn failed(&self) -> impl Iterator<Item = &Line> {
        self.conditions().filter(|line| !line.holds)
    }

    fn why(&self) -> String {
        let any_failed = self.failed().next().is_some();
        let told = self.conditions().filter(|line| !any_failed || !line.holds);
        lines(told.map(|line| line.sentence.clone()))
    }

    fn told(&self, found: &Diagnostic) -> String {
        let label = found.labels.first();
        told(found, label.map(|label| self.text(label.role)).unwrap_or_default())
    }

    /// The text a role names.
    fn text(&self, role: Role) -> &str {
        let target = self.draft.targets.first();
        if let (Role::Target(_, property), Some(target)) = (role, target) {
            return match property {
                TargetProperty::Id => &target.id,
                TargetProperty::Arn => &target.arn,
                TargetProperty::RoleArn => &target.role_arn,
                TargetProperty::DeadLetterArn => &target.dead_letter_arn,
                TargetProperty::RetryAttempts => &target.retry_attempts,
                TargetProperty::EventAge => &target.event_age,
                TargetProperty::Endpoint => &target.endpoint,
                TargetProperty::Input | TargetProperty::Whole => "",
            };
        }
        let input = target.map(|target| &target.input);
        match (role, input) {
            (Role::Parameters(_), _) => target.map(|target| target.parameters.as_str()).unwrap_or_default(),
            (Role::Event, _) => match &self.pasted {
                Some((text, _)) => text,
                None => self.draft.event.as_str(),
            },
            (Role::Pattern, _) => self.draft.pattern.as_str(),
            (Role::InputPath(_), Some(Input::Path(text))) | (Role::Input(_), Some(Input::Constant(text))) => {
                text
            }
            (Role::InputPathsMap(_), Some(Input::Transformer { paths, .. })) => paths,
            (Role::InputTemplate(_), Some(Input::Transformer { template, .. })) => template,
            _ => "",
        }
    }

    fn fixed(&self) -> String {
        let Some(first) = self.diagnostics.first() else { return String::new() };
        let fix = first.labels.first().zip(first.first_fix());
        fix.map(|(label, fix)| apply(self.text(label.role), &fix.edits)).unwrap_or_default()
    }

    fn outcome(&self, tag: &str) -> String {
        let Some(rendered) = &self.rendered else {
            return not_rendered(self.lang).to_owned();
        };
        match (tag, &rendered.outcome, &rendered.certainty) {
            ("payload", Outcome::Delivered(payload), _)
            | ("payload", Outcome::Unknown { would_be: Some(payload), .. }, _)
            | ("would-be", Outcome::NotDelivered { would_be: payload, .. }, _) => payload.text.clone(),
            ("not-delivered", Outcome::NotDelivered { reason, .. }, _) => reason.clone(),
            ("refused", Outcome::Refused { message }, _) => message.clone(),
            ("not-verified", _, Certainty::Unverified(notes)) => notes.join("\n"),
            (_, outcome, certainty) => format!("{outcome:?} {certainty:?}"),
        }
    }
}

fn verdict(verdict: Verdict) -> String {
    let name = serde_json::to_value(verdict).ok();
    name.and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Code, severity and the underlined text of a diagnostic.
fn told(found: &Diagnostic, text: &str) -> String {
    let severity = match found.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let place = found.labels.first().map(|label| label.span.of(text));
    let place = cut(place.unwrap_or_default()).replace('\n', "⏎");
    format!("{} {severity} `{place}`", found.code)
}

/// The message of each diagnostic, and its helps below it.
fn problems(diagnostics: &[Diagnostic]) -> String {
    let of_one = |found: &Diagnostic| {
        let helps = found.help.iter().map(|help| format!("- {}", help.text));
        lines(std::iter::once(found.message.clone()).chain(helps))
    };
    lines(diagnostics.iter().map(of_one))
}

fn lines(texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join("\n")
}

/// A long text without its middle.
fn cut(text: &str) -> String {
    const MOST: usize = 60;
    const END: usize = 20;
    let length = text.chars().count();
    if length <= MOST {
        return text.to_owned();
    }
    let start: String = text.chars().take(END).collect();
    let end: String = text.chars().skip(length - END).collect();
    format!("{start}…{end}")
}

/// Another input option: what it does, its name, its texts.
fn shown(instead: &rulepad_transformer::Alternative, lang: Lang) -> String {
    let option = match &instead.input {
        Input::MatchedEvent => no_input_option(lang).to_owned(),
        Input::Path(path) => format!("InputPath: {path}"),
        Input::Constant(text) => format!("Input: {text}"),
        Input::Transformer { paths, template } => {
            format!("InputPathsMap: {paths}\nInputTemplate: {template}")
        }
    };
    format!("{}\n{option}", instead.text)
}

fn nothing_delivered(lang: Lang) -> &'static str {
    match lang {
        Lang::En => words::NOTHING_DELIVERED,
        Lang::Ko(_) => words_ko::NOTHING_DELIVERED,
    }
}

fn not_rendered(lang: Lang) -> &'static str {
    match lang {
        Lang::En => words::NOT_RENDERED,
        Lang::Ko(_) => words_ko::NOT_RENDERED,
    }
}

fn no_input_option(lang: Lang) -> &'static str {
    match lang {
        Lang::En => words::NO_INPUT_OPTION,
        Lang::Ko(_) => words_ko::NO_INPUT_OPTION,
    }
}

#[cfg(test)]
mod tests {
    use crate::suite::parse;
    use rulepad_document::Lang;

    #[test]
    fn what_a_case_expects_is_found_in_another_language() {
        let file = "## A\n```pattern\n{\"a\": [1]}\n```\n```event\n{\"a\": 2}\n```\n```verdict\nno_match\n```\n```why\na is 2; the pattern requires 1.\n```\n";
        let suite = parse(file);
        let [case] = suite.cases.as_slice() else { panic!("{suite:?}") };
        assert_eq!(case.run(), Ok(()));
        assert_eq!(case.blocks_in(Lang::En), case.blocks);
        let korean = case.blocks_in(Lang::KO);
        assert_eq!(korean.get(..3), case.blocks.get(..3));
        let (tag, why) = korean.get(3).unwrap();
        assert!(tag == "why" && why.contains("패턴이"), "{why}");
    }
}
