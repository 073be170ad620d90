//! The samples and the gallery as drafts.

use crate::draft::Draft;
use crate::wording::Wording;
use crate::words_en::catalogue::unreadable_example;
use rulepad_document::Role;
use rulepad_document::json::{self, Node, Value};
use rulepad_samples::{GALLERY, HURTS, SAMPLES, Sample};

/// The file of the gallery, as it lies beside the page.
pub const GALLERY_FILE: &str = "gallery.ndjson";

/// A draft to open, with the words of its menu entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// Stable name.
    pub id: String,
    /// What the menu says.
    pub title: Wording,
    /// What it shows, in a sentence.
    pub about: Wording,
    /// What it opens.
    pub draft: Draft,
}

/// What the menu has first; the page opens with the first of it.
#[must_use]
pub fn examples() -> Vec<Example> {
    SAMPLES.iter().map(example).collect()
}

/// Rules of texts that an export may spoil, for those who hold exports against their readers.
#[must_use]
pub fn hurting_examples() -> Vec<Example> {
    HURTS.iter().map(example).collect()
}

fn example(sample: &Sample) -> Example {
    // The rule and its targets are written as a part of a draft; a test reads every one of them.
    let rest: Draft = serde_json::from_str(sample.rule).unwrap_or_default();
    let text = |text: &str| text.trim_end().to_owned();
    let draft = Draft { event: text(sample.event), pattern: text(sample.pattern), ..rest };
    let (en, ko) = (sample.en, sample.ko);
    let (title, about) = (Wording::new(en.title, ko.title), Wording::new(en.about, ko.about));
    Example { id: sample.id.to_owned(), title, about, draft }
}

/// The gallery, in the order of the menu. It carries the gallery's text in the program.
///
/// # Errors
/// As [`read_gallery`], and a test reads this text.
pub fn gallery() -> Result<Vec<Example>, String> {
    read_gallery(GALLERY)
}

/// Reads the text of the gallery's file.
///
/// # Errors
/// A sentence that names the line that cannot be read.
pub fn read_gallery(text: &str) -> Result<Vec<Example>, String> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let read = |(at, line): (usize, &str)| {
        let parsed = json::parse_unchecked(line, Role::Event);
        let found = parsed.valid().and_then(of_line);
        found.ok_or_else(|| unreadable_example(at + 1))
    };
    lines.map(read).collect()
}

/// The event and the pattern are printed again, numbers as they are spelled.
fn of_line(line: &Node) -> Option<Example> {
    let text = |node: &Node, key: &str| node.get(key)?.as_str().map(str::to_owned);
    let ko = line.get("ko")?;
    let wording = |key: &str| Some(Wording::new(text(line, key)?, text(ko, key)?));
    let part = |key: &str| line.get(key).filter(|own| !matches!(own.value, Value::Invalid));
    let rule = serde_json::from_str(&json::compact(part("rule")?)).ok()?;
    let targets = serde_json::from_str(&json::compact(part("targets")?)).ok()?;
    let [event, pattern] = [part("event")?, part("pattern")?].map(json::pretty);
    let draft = Draft { event, pattern, rule, targets, ..Draft::default() };
    Some(Example { id: text(line, "id")?, title: wording("title")?, about: wording("about")?, draft })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Input, State, Target, TargetKind, Verdict, evaluate};
    use rulepad_document::{Diagnostic, Lang, Severity};
    use rulepad_transformer::Outcome;

    /// What an example says of itself.
    struct Claim {
        example: Example,
        matches: Option<bool>,
    }

    /// What is said of targets that show it: that a text to SNS arrives with its quotes, and that `${…}` of a shell
    /// is delivered as it is. No other target has a diagnostic.
    fn said(example: &str, target: &str) -> &'static [&'static str] {
        match (example, target) {
            ("codebuild-failed", "on-call") => &["target.quotes-delivered"],
            ("norway", "label" | "print") | ("parameter-changed", "reload") => {
                &["template.foreign-placeholder"]
            }
            _ => &[],
        }
    }

    fn claims() -> Vec<Claim> {
        let sampled = SAMPLES.iter().zip(examples()).map(|(sample, example)| {
            let parsed: Result<Draft, _> = serde_json::from_str(sample.rule);
            assert!(parsed.is_ok(), "{}: {parsed:?}", sample.id);
            Claim { example, matches: sample.matches }
        });
        let lines = GALLERY.lines().zip(gallery().unwrap()).map(|(line, example)| {
            let parsed = json::parse(line, Role::Event);
            assert_eq!(parsed.diagnostics, [], "{}", example.id);
            let Value::Bool(matches) = parsed.root.unwrap().get("matches").unwrap().value else { panic!() };
            Claim { example, matches: Some(matches) }
        });
        sampled.chain(lines).collect()
    }

    #[test]
    fn every_hurting_example_is_a_rule_that_aws_takes() {
        for (sample, example) in HURTS.iter().zip(hurting_examples()) {
            let parsed: Result<Draft, _> = serde_json::from_str(sample.rule);
            assert!(parsed.is_ok(), "{}: {parsed:?}", sample.id);
            let report = evaluate(&example.draft, Lang::En);
            assert_eq!(report.verdict, Verdict::Match, "{}: {report:?}", sample.id);
            let errors = |found: &[Diagnostic]| found.iter().filter(|found| found.is_error()).count();
            assert_eq!(errors(&report.rule), 0, "{}: {:?}", sample.id, report.rule);
            for target in &report.targets {
                assert_eq!(errors(&target.diagnostics), 0, "{}: {:?}", sample.id, target.diagnostics);
            }
        }
    }

    #[test]
    fn every_example_does_what_it_claims() {
        for Claim { example, matches } in claims() {
            let report = evaluate(&example.draft, Lang::En);
            let expected = match matches {
                None => Verdict::PatternError,
                Some(true) => Verdict::Match,
                Some(false) => Verdict::NoMatch,
            };
            assert_eq!(report.verdict, expected, "{}: {report:?}", example.id);
            assert_eq!(report.event, [], "{}", example.id);
            // One shows what is said of arrays, and one a pattern that AWS refuses.
            if example.id != "ecs-array" && matches.is_some() {
                let told = |found: &&Diagnostic| found.severity != Severity::Note;
                let told: Vec<&Diagnostic> = report.pattern.iter().filter(told).collect();
                assert_eq!(told, Vec::<&Diagnostic>::new(), "{}", example.id);
            }
            for (own, target) in example.draft.targets.iter().zip(&report.targets) {
                let found: Vec<&str> = target.diagnostics.iter().map(|found| &*found.code).collect();
                assert_eq!(found, said(&example.id, &own.id), "{}: {:?}", example.id, target.diagnostics);
                let outcome = target.rendered.as_ref().map(|rendered| &rendered.outcome);
                assert!(matches!(outcome, Some(Outcome::Delivered(_))), "{}: {outcome:?}", example.id);
            }
        }
    }

    #[test]
    fn the_gallery_has_every_kind_of_target_and_every_option() {
        let gallery = gallery().unwrap();
        let targets: Vec<&Target> = gallery.iter().flat_map(|example| &example.draft.targets).collect();
        for kind in TargetKind::ALL {
            assert!(targets.iter().any(|target| target.kind() == Some(kind)), "{kind:?}");
        }
        let has = |option: fn(&Input) -> bool| targets.iter().any(|target| option(&target.input));
        assert!(has(|input| matches!(input, Input::MatchedEvent)));
        assert!(has(|input| matches!(input, Input::Path(_))));
        assert!(has(|input| matches!(input, Input::Constant(_))));
        assert!(has(
            |input| matches!(input, Input::Transformer { template, .. } if template.starts_with('"'))
        ));
        assert!(has(
            |input| matches!(input, Input::Transformer { template, .. } if template.starts_with('{'))
        ));
        for name in [".rule-arn", ".rule-name", ".event.ingestion-time", ".event", ".event.json"] {
            let variable = format!("<aws.events{name}>");
            let holds = |target: &&Target| matches!(&target.input, Input::Transformer { template, .. } if template.contains(&variable));
            assert!(targets.iter().any(holds), "{variable}");
        }
        for example in &gallery {
            // CloudFormation takes no more.
            assert!((1..=5).contains(&example.draft.targets.len()), "{}", example.id);
        }
    }

    #[test]
    fn a_rule_that_asks_for_read_only_calls_has_no_word_against_one() {
        let mut draft = gallery().unwrap().into_iter().find(|own| own.id == "secret-denied").unwrap().draft;
        assert_eq!(evaluate(&draft, Lang::En).event, []);
        draft.rule.state = State::Enabled;
        assert_eq!(evaluate(&draft, Lang::En).event[0].code, "event.read-only-call");
    }

    #[test]
    fn every_example_has_a_name_of_its_own() {
        let all: Vec<Example> = examples().into_iter().chain(gallery().unwrap()).collect();
        for (at, example) in all.iter().enumerate() {
            for lang in Lang::ALL {
                let title = |example: &Example| example.title.words(lang).to_owned();
                let same = |other: &Example| other.id == example.id || title(other) == title(example);
                assert!(!all.iter().skip(at + 1).any(same), "{}", example.id);
                assert!(!example.about.words(lang).is_empty(), "{}", example.id);
            }
            assert!(!example.draft.rule.name.is_empty(), "{}", example.id);
            assert_ne!(example.title.words(Lang::En), example.title.words(Lang::KO), "{}", example.id);
        }
    }

    #[test]
    fn a_line_that_cannot_be_read_is_named() {
        assert_eq!(read_gallery("").unwrap(), []);
        let two = format!("{}\n{{}}\n", GALLERY.lines().next().unwrap());
        assert_eq!(read_gallery(&two).unwrap_err(), "line 2 of the gallery cannot be read");
        assert!(read_gallery("{").is_err());
    }
}
