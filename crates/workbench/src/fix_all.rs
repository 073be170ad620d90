//! Fixing all: applies the fixes of a text's diagnostics until none is left.

use rulepad_document::fix_all::fix_all;
use rulepad_document::{Role, json};
use rulepad_pattern::{self as pattern, Dialect};

/// The event pattern in which each error that has an obvious fix is fixed, for the service that evaluates it.
#[must_use]
pub fn fix_pattern(text: &str, dialect: Dialect) -> String {
    fix_all(text, |text| pattern::parse_in(text, dialect).diagnostics).0
}

/// The event in which each error that has an obvious fix is fixed.
#[must_use]
pub fn fix_event(text: &str) -> String {
    fix_all(text, |text| json::parse(text, Role::Event).diagnostics).0
}

/// The JSON text without the white space between its parts, everything else byte for byte.
#[must_use]
pub fn compact(text: &str) -> String {
    let (mut quoted, mut escaped) = (false, false);
    let kept = |c: &char| {
        let keep = quoted || !c.is_ascii_whitespace();
        let closes = *c == '"' && !escaped;
        escaped = quoted && *c == '\\' && !escaped;
        quoted ^= closes;
        keep
    };
    text.chars().filter(kept).collect()
}

/// The JSON text with two-space indents, numbers and key order as written; `None` while it is broken.
#[must_use]
pub fn tidy(text: &str) -> Option<String> {
    json::parse(text, Role::Event).valid().map(json::pretty)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tidying_keeps_every_number_and_key() {
        let text = r#"{"b":9007199254740993,"a":[1.0,{"a":1,"a":2}]}"#;
        let tidied = tidy(text).unwrap();
        assert_eq!(tidy(&tidied).as_deref(), Some(tidied.as_str()));
        assert!(tidied.contains("9007199254740993") && tidied.contains("1.0"), "{tidied}");
        assert_eq!(tidy("{'a': 1}"), None);
    }

    #[test]
    fn compact_texts_keep_every_byte_of_a_value() {
        let text = "{\n \"a b\": [1.0, \"\\\" \\\\\", \"\\u00e9 \"],\t\"c\": {} }";
        assert_eq!(compact(text), "{\"a b\":[1.0,\"\\\" \\\\\",\"\\u00e9 \"],\"c\":{}}");
    }

    #[test]
    fn all_mistakes_of_a_published_rule_are_fixed_at_once() {
        let text = r#"{
  "source": "aws.codebuild",
  "detail-type": "CodeBuild Build State Change",
  "detail": {
    "build-status": ["SUCCEEDED", "FAILED", "STOPPED"],
    "project-name": "test-codebuild-project"  # comment
  }
}"#;
        assert_eq!(
            fix_pattern(text, Dialect::Rule),
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
