//! The samples as drafts.

use crate::draft::Draft;
use rulepad_samples::{HURTS, SAMPLES, Sample};

/// A draft to open, with the words of its menu entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// Stable name.
    pub id: &'static str,
    /// What the menu says.
    pub title: &'static str,
    /// What it shows, in a sentence.
    pub about: &'static str,
    /// What it opens.
    pub draft: Draft,
}

/// Every example, in the order of the menu; the page opens with the first.
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
    Example { id: sample.id, title: sample.title, about: sample.about, draft }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Verdict, evaluate};
    use rulepad_document::Diagnostic;
    use rulepad_transformer::Outcome;

    #[test]
    fn every_hurting_example_is_a_rule_that_aws_takes() {
        for (sample, example) in HURTS.iter().zip(hurting_examples()) {
            let parsed: Result<Draft, _> = serde_json::from_str(sample.rule);
            assert!(parsed.is_ok(), "{}: {parsed:?}", sample.id);
            let report = evaluate(&example.draft);
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
        for (sample, example) in SAMPLES.iter().zip(examples()) {
            let parsed: Result<Draft, _> = serde_json::from_str(sample.rule);
            assert!(parsed.is_ok(), "{}: {parsed:?}", sample.id);
            let report = evaluate(&example.draft);
            let expected = match sample.matches {
                None => Verdict::PatternError,
                Some(true) => Verdict::Match,
                Some(false) => Verdict::NoMatch,
            };
            assert_eq!(report.verdict, expected, "{}: {report:?}", sample.id);
            assert_eq!(report.event, [], "{}", sample.id);
            assert_eq!(report.rule, [], "{}", sample.id);
            // A text to SNS arrives with its quotes: this example shows what is said of it, and no other has a
            // word against it.
            let said: &[&str] =
                if sample.id == "codebuild-failed" { &["target.quotes-delivered"] } else { &[] };
            for target in &report.targets {
                let found: Vec<&str> = target.diagnostics.iter().map(|found| &*found.code).collect();
                assert_eq!(found, said, "{}", sample.id);
                let outcome = target.rendered.as_ref().map(|rendered| &rendered.outcome);
                assert!(matches!(outcome, Some(Outcome::Delivered(_))), "{}: {outcome:?}", sample.id);
            }
        }
    }
}
