//! Which notation a text is written in, where it is not JSON.
//!
//! A notation is recognized before anything is said of a text: advice for JSON does not help where the text is
//! YAML, source code, or JSON that was encoded once more.

mod encoded;
mod kinds;

pub use encoded::{encoded, entities, unescaped};

use crate::diagnostic::Role;
use crate::json::{self, Node, Value};
use crate::literal::{self, Language, Unknown};
use crate::rewritten::rewrite;
use crate::yaml;
pub use kinds::{has_yaml_lines, is_hcl, is_prose, is_xml};

/// A notation that is not JSON as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// JSON inside a string, quotes included: `"{\"a\": 1}"`.
    Encoded,
    /// JSON whose quotes are escaped: `{\"a\": 1}`.
    Escaped,
    /// JSON whose quotes are HTML entities: `{&quot;a&quot;: 1}`.
    Html,
    /// JSON with other text around it: a Markdown fence, a here-document, a label.
    Surrounded,
    /// A JavaScript or TypeScript statement with an object.
    JavaScript,
    /// A Python statement with a dictionary.
    Python,
    /// YAML.
    Yaml,
    /// HCL, the language of Terraform.
    Hcl,
    /// XML or HTML.
    Xml,
    /// Words.
    Prose,
}

/// A text in another notation.
#[derive(Clone, Debug)]
pub struct Recognized {
    /// The notation.
    pub notation: Notation,
    /// The same in JSON, with indents, where it can be converted.
    pub json: Option<String>,
    /// What of it is not known.
    pub unknown: Vec<Unknown>,
}

/// Recognizes a text that should be one JSON object and is something else; `None` for JSON, broken or not.
/// Work is in proportion to the text.
#[must_use]
pub fn recognize(text: &str) -> Option<Recognized> {
    let trimmed = text.trim();
    if is_bracketed(trimmed) {
        return recognize_bracketed(trimmed);
    }
    if let Some((notation, inner)) = layers(trimmed) {
        return Some(plain(notation, Some(inner)));
    }
    if is_xml(trimmed) {
        return Some(plain(Notation::Xml, None));
    }
    if let Some((literal, language)) = statement(trimmed) {
        let notation = match language {
            Language::JavaScript => Notation::JavaScript,
            Language::Python => Notation::Python,
        };
        let json = literal::known(&literal.root).map(|root| pretty(&root));
        return Some(Recognized { notation, json, unknown: literal.unknown });
    }
    if is_hcl(trimmed) {
        return Some(plain(Notation::Hcl, None));
    }
    if let Some(inner) = surrounded(trimmed) {
        return Some(plain(Notation::Surrounded, Some(inner)));
    }
    if has_yaml_lines(trimmed) {
        let read = yaml::read(text, Role::Pattern);
        let root =
            read.root.filter(|root| matches!(root.value, Value::Object(_)) && read.diagnostics.is_empty());
        if root.is_some() {
            return Some(plain(Notation::Yaml, root.as_ref().map(pretty)));
        }
    }
    is_prose(trimmed).then(|| plain(Notation::Prose, None))
}

/// Whether a text is blank or starts with a bracket, as JSON does.
#[must_use]
pub fn is_bracketed(text: &str) -> bool {
    let trimmed = text.trim_start();
    trimmed.is_empty() || trimmed.starts_with(['{', '['])
}

/// [`recognize`] for a text that [`is_bracketed`]: it needs no reader of another language, so that a small program can
/// do without them.
#[must_use]
pub fn recognize_bracketed(text: &str) -> Option<Recognized> {
    let trimmed = text.trim();
    if let Some((notation, inner)) = layers(trimmed) {
        return Some(plain(notation, Some(inner)));
    }
    is_hcl(trimmed).then(|| plain(Notation::Hcl, None))
}

fn plain(notation: Notation, json: Option<String>) -> Recognized {
    Recognized { notation, json, unknown: Vec::new() }
}

/// JSON text of a value, with indents.
fn pretty(node: &Node) -> String {
    let text = rewrite(node).text;
    json::parse_unchecked(&text, Role::Pattern).root.map(|root| json::pretty(&root)).unwrap_or(text)
}

/// JSON that was encoded, escaped or both, some times over, down to an object that can be read.
fn layers(text: &str) -> Option<(Notation, String)> {
    const LAYERS: usize = 6;
    let mut outermost = None;
    let mut inner = text.to_owned();
    for _ in 0..LAYERS {
        let (notation, next) = layer(inner.trim())?;
        outermost = outermost.or(Some(notation));
        inner = next;
        let parsed = json::parse_unchecked(inner.trim(), Role::Pattern);
        let object = parsed.root.as_ref().filter(|root| matches!(root.value, Value::Object(_)));
        if let (Some(root), true) = (object, parsed.diagnostics.iter().all(|found| !found.is_error())) {
            return Some((outermost?, json::pretty(root)));
        }
    }
    None
}

fn layer(text: &str) -> Option<(Notation, String)> {
    if let Some(inner) = encoded(text) {
        return Some((Notation::Encoded, inner));
    }
    if let Some(inner) = unescaped(text) {
        return Some((Notation::Escaped, inner));
    }
    let edits = entities(text);
    (!edits.is_empty()).then(|| (Notation::Html, crate::diagnostic::apply(text, &edits)))
}

/// The only JSON object between other words. A key before it is a part of a larger object, unless it names a pattern.
fn surrounded(text: &str) -> Option<String> {
    const LABELS: [&str; 5] = ["eventpattern", "pattern", "filterpolicy", "event", "detail-pattern"];
    let open = text.find('{')?;
    let found = literal::read(text, open).ok().filter(|found| found.language.is_none())?;
    let before = text.get(..open)?.trim_end();
    // A mark or a comment before an object is a slip in JSON.
    let slip = |c: char| c.is_whitespace() || crate::visible::is_unseen(c);
    let words = before.trim_start_matches(slip);
    if words.is_empty() || words.starts_with("//") || words.starts_with('#') || words.starts_with("/*") {
        return None;
    }
    let label = before.strip_suffix(':').map(|label| {
        let word = label.rsplit(|c: char| c.is_whitespace() || c == '{').next().unwrap_or("");
        word.trim_matches(['"', '\'']).replace('_', "").to_lowercase()
    });
    let whole = label.is_none_or(|label| LABELS.contains(&label.as_str()));
    let alone = !text.get(found.end..)?.contains('{');
    let object = found.root.members().is_some_and(|members| !members.is_empty());
    (whole && alone && object).then(|| pretty(&found.root))
}

/// `const pattern = {…};`, `export default {…}`, `pattern = {…}`: a statement that is an object, and nothing else.
fn statement(text: &str) -> Option<(literal::Literal, Language)> {
    let open = text.find('{')?;
    let head = text.get(..open)?;
    let head = head.trim_end().trim_end_matches('(').trim_end();
    let line = head.lines().filter(|line| !is_comment(line)).collect::<Vec<_>>();
    let [line] = line.as_slice() else { return None };
    let assigned = line.trim_end().strip_suffix('=').map(str::trim_end);
    let word = line.split_whitespace().next().unwrap_or("");
    let javascript = matches!(word, "const" | "let" | "var" | "export" | "module.exports" | "return")
        || line.trim_start().starts_with("module.exports");
    let name = |text: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '$' | '.'))
    };
    let python = assigned.is_some_and(|left| name(left.split(':').next().unwrap_or("").trim()));
    if !javascript && !python {
        return None;
    }
    let literal = literal::read(text, open).ok()?;
    let rest =
        text.get(literal.end..)?.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ')' | ';'));
    let rest = rest
        .strip_prefix("as const")
        .or_else(|| rest.starts_with("satisfies ").then_some(""))
        .unwrap_or(rest);
    let ends = rest.trim_matches(|c: char| c.is_whitespace() || c == ';').lines().all(is_comment);
    let language = if javascript { Language::JavaScript } else { Language::Python };
    let language = literal.language.filter(|_| !javascript).unwrap_or(language);
    (ends && matches!(literal.root.value, Value::Object(_))).then_some((literal, language))
}

fn is_comment(line: &str) -> bool {
    let line = line.trim();
    line.is_empty()
        || line.starts_with("//")
        || line.starts_with('#')
        || line.starts_with("import ")
        || line.starts_with("from ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<(Notation, String)> {
        let found = recognize(text)?;
        let compact = found.json.map(|text| {
            json::parse(&text, Role::Pattern).root.map(|root| json::compact(&root)).unwrap_or_default()
        });
        Some((found.notation, compact.unwrap_or_default()))
    }

    #[test]
    fn json_that_was_encoded_is_read_through_every_layer() {
        let wanted = r#"{"source":["a.b"]}"#;
        for (text, notation) in [
            (r#""{\"source\": [\"a.b\"]}""#, Notation::Encoded),
            (r#"'{"source": ["a.b"]}'"#, Notation::Encoded),
            (r#""\"{\\\"source\\\":[\\\"a.b\\\"]}\"""#, Notation::Encoded),
            ("`{\"source\": [\"a.b\"]}`", Notation::Encoded),
            (r#"{\"source\": [\"a.b\"]}"#, Notation::Escaped),
            (r#"{\\\"source\\\": [\\\"a.b\\\"]}"#, Notation::Escaped),
            (r#"{\n  \"source\": [\n    \"a.b\"\n  ]\n}"#, Notation::Escaped),
            (r#"{""source"": [""a.b""]}"#, Notation::Escaped),
            ("{&quot;source&quot;: [&#34;a.b&#x22;]}", Notation::Html),
            ("```json\n{\"source\": [\"a.b\"]}\n```", Notation::Surrounded),
            ("event_pattern = <<EOF\n{\"source\": [\"a.b\"]}\nEOF", Notation::Surrounded),
            ("\"EventPattern\": {\"source\": [\"a.b\"]},", Notation::Surrounded),
        ] {
            assert_eq!(told(text), Some((notation, wanted.to_owned())), "{text}");
        }
    }

    #[test]
    fn other_notations_are_named_and_converted_where_they_can_be() {
        let wanted = r#"{"source":["a.b"]}"#.to_owned();
        for (text, notation) in [
            ("source:\n  - a.b\n", Notation::Yaml),
            ("# the pattern\nsource: [a.b]", Notation::Yaml),
            ("const pattern = { source: ['a.b'] };", Notation::JavaScript),
            (
                "export const pattern: EventPattern = {\n  source: [\"a.b\"], // c\n} as const;\n",
                Notation::JavaScript,
            ),
            ("module.exports = {source: ['a.b']}", Notation::JavaScript),
            ("import json\n\nPATTERN = {'source': ['a.b']}\n", Notation::Python),
            ("pattern: dict = {\"source\": [\"a.b\"]}", Notation::Python),
        ] {
            assert_eq!(told(text), Some((notation, wanted.clone())), "{text}");
        }
        for (text, notation) in [
            ("event_pattern = jsonencode({\n  source = [\"a.b\"]\n})", Notation::Hcl),
            ("{\n  source = [\"a.b\"]\n  detail = { state = [\"x\"] }\n}", Notation::Hcl),
            ("pattern = { source = [\"a.b\"] }", Notation::Hcl),
            ("resource \"aws_cloudwatch_event_rule\" \"r\" {\n}", Notation::Hcl),
            ("<rule><source>a.b</source></rule>", Notation::Xml),
            ("<?xml version=\"1.0\"?>\n<a/>", Notation::Xml),
            ("Match every event of S3, please.", Notation::Prose),
        ] {
            assert_eq!(told(text), Some((notation, String::new())), "{text}");
        }
    }

    #[test]
    fn json_with_slips_stays_json() {
        for text in [
            "",
            "{}",
            "{",
            "{source: [\"a\"]}",
            "{'source': ['a']}",
            "{\"a\": [1],}",
            "[1]",
            "\"x\"",
            "x",
            "12",
            "\"source\": [\"a\"]",
            "\"detail\": {\"a\": [1]}",
            "\u{feff}{\"a\": [1]}",
            "// c\n{\"a\": [1]}",
            "{\"a\" = [1]}",
            "{“a”: [1]}",
            "{\"a\": [True]}",
            "nul",
        ] {
            assert_eq!(recognize(text).map(|found| found.notation), None, "{text}");
        }
    }
}
