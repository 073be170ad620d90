//! Mending: applies the fixes of a text's diagnostics until none is left.

use rulepad_document::diagnostic::apply;
use rulepad_document::{Diagnostic, Edit, Role, json};
use rulepad_pattern as pattern;

/// Rounds of mending; each one mends all that does not overlap.
const ROUNDS: usize = 12;

/// The event pattern with every error mended that has an obvious mend.
#[must_use]
pub fn mend_pattern(text: &str) -> String {
    mend(text, |text| pattern::parse(text).diagnostics)
}

/// The event with every error mended that has an obvious mend.
#[must_use]
pub fn mend_event(text: &str) -> String {
    mend(text, |text| json::parse(text, Role::Event).diagnostics)
}

fn mend(text: &str, diagnose: impl Fn(&str) -> Vec<Diagnostic>) -> String {
    let mut text = text.to_owned();
    for _ in 0..ROUNDS {
        let found = diagnose(&text);
        let edits = compatible(found.iter().filter(|found| found.is_error()).filter_map(Diagnostic::first_fix));
        if edits.is_empty() {
            break;
        }
        text = apply(&text, &edits);
    }
    text
}

/// The edits of as many fixes as do not get into each other's way.
fn compatible<'f>(fixes: impl Iterator<Item = &'f rulepad_document::Help>) -> Vec<Edit> {
    let mut taken: Vec<Edit> = Vec::new();
    for fix in fixes {
        let (Some(start), Some(end)) =
            (fix.edits.iter().map(|edit| edit.span.start).min(), fix.edits.iter().map(|edit| edit.span.end).max())
        else {
            continue;
        };
        let apart = |other: &Edit| other.span.end < start || end < other.span.start;
        if taken.iter().all(apart) {
            taken.extend(fix.edits.iter().cloned());
        }
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_mistakes_of_a_published_rule_are_mended_at_once() {
        let text = r#"{
  "source": "aws.codebuild",
  "detail-type": "CodeBuild Build State Change",
  "detail": {
    "build-status": ["SUCCEEDED", "FAILED", "STOPPED"],
    "project-name": "test-codebuild-project"  # comment
  }
}"#;
        assert_eq!(
            mend_pattern(text),
            r#"{
  "source": ["aws.codebuild"],
  "detail-type": ["CodeBuild Build State Change"],
  "detail": {
    "build-status": ["SUCCEEDED", "FAILED", "STOPPED"],
    "project-name": ["test-codebuild-project"]
  }
}"#
        );
    }
}
