//! A pattern on an event, without a rule around them.

use crate::draft::Draft;
use crate::evaluate::evaluate;
use crate::report::Report;
use rulepad_pattern::Dialect;

/// Whether the event matches and why. The report speaks of the two texts only: there is no rule to check and
/// no target.
#[must_use]
pub fn explain(pattern: &str, event: &str, dialect: Dialect) -> Report {
    let draft = Draft { event: event.to_owned(), pattern: pattern.to_owned(), dialect, ..Draft::default() };
    Report { rule: Vec::new(), ..evaluate(&draft) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Verdict;

    #[test]
    fn a_missing_rule_is_no_mistake() {
        let report = explain(r#"{"a": ["b"]}"#, r#"{"a": "b"}"#, Dialect::Rule);
        assert_eq!((report.verdict, report.rule), (Verdict::Match, Vec::new()));
    }
}
