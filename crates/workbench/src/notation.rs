//! Patterns in another notation, as the tools that deploy them would send them.

use rulepad_document::Lang;
use rulepad_document::notation::{Notation, recognize};

/// A pattern in a language that is not JSON, converted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConvertedPattern {
    /// The pattern as JSON.
    pub text: String,
    /// What was done, a sentence.
    pub sentence: String,
}

/// A pattern in YAML, or as a statement of a program, as JSON. What was encoded once too often is a mistake and is not
/// converted, nor is what holds values that only a program knows.
#[must_use]
pub fn converted_pattern(text: &str, lang: Lang) -> Option<ConvertedPattern> {
    let found = recognize(text).filter(|found| found.unknown.is_empty())?;
    let language = match found.notation {
        Notation::Yaml => "YAML",
        Notation::JavaScript => "JavaScript",
        Notation::Python => "Python",
        Notation::Encoded
        | Notation::Escaped
        | Notation::Html
        | Notation::Surrounded
        | Notation::Hcl
        | Notation::Xml
        | Notation::Prose => return None,
    };
    let sentence = words!(lang, draft::converted(language));
    Some(ConvertedPattern { text: found.json?, sentence })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tools_convert_is_converted() {
        let found = converted_pattern("source:\n  - a.b", Lang::En).unwrap();
        assert_eq!(found.sentence, "The event pattern is YAML; it was converted to JSON.");
        assert_eq!(found.text, "{\n  \"source\": [\"a.b\"]\n}");
        assert!(converted_pattern("const p = { source: ['a'] }", Lang::En).is_some());
        for text in ["{}", r#""{\"source\": [1]}""#, "const p = { source: [name] }", "words in a row"] {
            assert_eq!(converted_pattern(text, Lang::En), None, "{text}");
        }
    }
}
