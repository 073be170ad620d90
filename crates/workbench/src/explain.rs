//! A pattern on an event, without a rule around them.

use crate::draft::Draft;
use crate::evaluate::{Reading, evaluate, judge};
use crate::report::Report;
use rulepad_document::Lang;
use rulepad_pattern::Dialect;

/// Whether the event matches and why. The report speaks of the two texts only: there is no rule to check and
/// no target.
#[must_use]
pub fn explain(pattern: &str, event: &str, dialect: Dialect, lang: Lang) -> Report {
    let draft = Draft { event: event.to_owned(), pattern: pattern.to_owned(), dialect, ..Draft::default() };
    Report { rule: Vec::new(), ..evaluate(&draft, lang) }
}

/// [`explain`] for a pattern and one event in JSON, broken or not; `None` where a text is something else.
///
/// It needs no reader of another language than JSON, so that a small program can do without them.
#[must_use]
pub fn explain_json(pattern: &str, event: &str, dialect: Dialect, lang: Lang) -> Option<Report> {
    let draft = Draft { event: event.to_owned(), pattern: pattern.to_owned(), dialect, ..Draft::default() };
    Some(judge(&draft, &Reading::of_json(&draft)?, None, lang).report)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Verdict;

    #[test]
    fn a_missing_rule_is_no_mistake() {
        let report = explain(r#"{"a": ["b"]}"#, r#"{"a": "b"}"#, Dialect::Rule, Lang::En);
        assert_eq!((report.verdict, report.rule), (Verdict::Match, Vec::new()));
    }
}
