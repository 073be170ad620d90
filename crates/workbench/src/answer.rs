//! The reasons that a document stores beside a verdict.

use crate::draft::Draft;
use crate::report::Verdict;
use rulepad_document::{Diagnostic, Lang};
use rulepad_pattern::{Explanation, words};

/// How many reasons are listed; more are counted by the summary.
const MOST: usize = 3;

/// Why there is no match, a whole sentence each: the failed conditions, or the first error of the text that AWS refuses.
/// Empty where the summary is all there is.
pub(crate) fn reasons(
    draft: &Draft,
    verdict: Verdict,
    explanation: Option<&Explanation>,
    pattern: &[Diagnostic],
    event: &[Diagnostic],
    lang: Lang,
) -> Vec<String> {
    let first = |found: &[Diagnostic], is_empty: bool| {
        let found = if is_empty { &[] } else { found };
        let error = found.iter().find(|found| found.is_error());
        error.map(|found| format!("{}.", found.message.trim_end_matches('.'))).into_iter().collect()
    };
    match verdict {
        Verdict::PatternError => first(pattern, draft.pattern.trim().is_empty()),
        Verdict::EventError => first(event, draft.event.trim().is_empty()),
        Verdict::NoMatch => {
            let Some(explanation) = explanation else { return Vec::new() };
            let shown = explanation.shown_conditions().map(|(_, finding)| finding);
            let failed = shown.filter(|finding| !finding.holds);
            let sentence = |finding| words::named_sentence(finding, &explanation.conditions, lang);
            let sentences: Vec<String> = failed.map(sentence).collect();
            if sentences.len() > MOST { Vec::new() } else { sentences }
        }
        Verdict::Match | Verdict::Undecided => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::{Dialect, explain};
    use rulepad_document::Lang;

    fn answer(pattern: &str, event: &str) -> String {
        explain(pattern, event, Dialect::Rule, Lang::En).answer
    }

    #[test]
    fn the_answer_has_the_verdict_and_the_reasons() {
        let said = answer(r#"{"source": ["aws.s3"]}"#, r#"{"source": "aws.ec2"}"#);
        assert_eq!(said, r#"Does not match: source is "aws.ec2"; the pattern requires "aws.s3"."#);
        let two = r#"{"a": [1], "b": [1]}"#;
        assert_eq!(answer(two, r#"{"a": 1, "b": 1}"#), "Matches. Both conditions are met.");
        assert_eq!(
            answer(two, r#"{"a": 2}"#),
            "Does not match: (1) a is 2; the pattern requires 1. (2) the event has no b; the pattern requires 1."
        );
        let four = r#"{"a": [1], "b": [1], "c": [1], "d": [1]}"#;
        assert_eq!(answer(four, "{}"), "Does not match. All 4 conditions failed.");
    }

    #[test]
    fn the_answer_in_korean_names_the_fields() {
        let answer = |pattern, event| explain(pattern, event, Dialect::Rule, Lang::KO).answer;
        let said = answer(r#"{"source": ["aws.s3"]}"#, r#"{"source": "aws.ec2"}"#);
        assert!(said.starts_with("일치하지 않습니다. source: 값이 \"aws.ec2\"인데, "), "{said}");
        let two = answer(r#"{"a": [1], "b": [1]}"#, r#"{"a": 2}"#);
        assert!(
            two.starts_with("일치하지 않습니다. (1) a: 값이 2인데, ") && two.contains(" (2) b: "),
            "{two}"
        );
        let refused = answer(r#"{"source": "aws.s3"}"#, "{}");
        assert!(
            refused.starts_with("AWS가 거부하는 패턴입니다. `source` ") && refused.ends_with('.'),
            "{refused}"
        );
        assert_eq!(answer("", "{}"), "패턴이 없습니다. 직접 작성하거나 예제를 여세요.");
    }

    #[test]
    fn the_answer_to_a_refused_text_has_its_first_error() {
        let said = answer(r#"{"source": "aws.s3"}"#, "{}");
        assert!(said.starts_with("AWS refuses this pattern: ") && said.ends_with('.'), "{said}");
        let said = answer(r#"{"source": ["aws.s3"]}"#, "{");
        assert!(said.starts_with("The event cannot be read: ") && said.ends_with('.'), "{said}");
        assert_eq!(answer("", "{}"), "No pattern yet. Write one, or open an example.");
    }
}
