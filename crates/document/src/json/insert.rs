//! Additions to a JSON text that leave the rest of it alone and look like it.

use super::{Node, Value, quote};
use crate::diagnostic::Edit;
use crate::text::Span;

/// A value to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// This text as it is.
    Raw(String),
    /// An array of these texts.
    List(Vec<String>),
    /// An object with one member.
    Nested(String, Box<Self>),
}

/// Adds a member at the end of an object; `None` where the node is no object.
#[must_use]
pub fn append_member(text: &str, object: &Node, key: &str, value: &Written) -> Option<Edit> {
    let members = object.members()?;
    let close = object.span.end.saturating_sub(1);
    let Some(last) = members.last() else {
        let inner = Span { start: object.span.start + 1, end: close };
        let outer = line_indent(text, object.span.start);
        let whole = object.span.start == 0 || text.get(..object.span.start as usize)?.trim().is_empty();
        let lines = (whole || inner.of(text).contains('\n')).then(|| Lines {
            end: line_end(text),
            indent: format!("{outer}  "),
            unit: "  ".to_owned(),
        });
        let style = Style { colon: ": ", comma: ", ", lines };
        let member = style.member(key, value);
        let text = match &style.lines {
            Some(lines) => format!("{}{}{member}{}{outer}", lines.end, lines.indent, lines.end),
            None => member,
        };
        return Some(Edit { span: inner, text });
    };
    let colon = match (Span { start: last.key_span.end, end: last.value.span.start }).of(text) {
        ":" => ":",
        _ => ": ",
    };
    let before = members.iter().rev().nth(1).map_or(object.span.start + 1, |member| member.value.span.end);
    let gap = Span { start: before, end: last.key_span.start }.of(text);
    let lines = gap.rfind('\n').map(|at| {
        let indent = gap.get(at + 1..).unwrap_or("").to_owned();
        let closing = line_indent(text, close);
        let unit = indent.strip_prefix(closing).filter(|unit| !unit.is_empty()).unwrap_or("  ").to_owned();
        Lines { end: line_end(text), indent, unit }
    });
    let comma = if colon == ":" { "," } else { ", " };
    let style = Style { colon, comma, lines };
    let member = style.member(key, value);
    let text = match &style.lines {
        Some(lines) => format!(",{}{}{member}", lines.end, lines.indent),
        None => format!("{comma}{member}"),
    };
    Some(Edit { span: Span::at(last.value.span.end as usize), text })
}

/// Adds texts at the end of an array; `None` where the node is no array.
#[must_use]
pub fn append_items(text: &str, array: &Node, items: &[String]) -> Option<Edit> {
    let Value::Array(present) = &array.value else { return None };
    let inner = Span { start: array.span.start + 1, end: array.span.end.saturating_sub(1) };
    let Some(last) = present.last() else {
        return Some(Edit { span: inner, text: items.join(", ") });
    };
    let before = present.iter().rev().nth(1);
    let gap = Span { start: before.map_or(inner.start, |item| item.span.end), end: last.span.start }.of(text);
    let gap = gap.trim_start_matches(|c: char| c == ',' || c.is_whitespace() && c != '\n' && c != '\r');
    let separator = match (gap.rfind('\n'), before) {
        (Some(at), _) => format!(",{}{}", line_end(text), gap.get(at + 1..).unwrap_or("")),
        (None, Some(before)) => {
            let between = Span { start: before.span.end, end: last.span.start }.of(text);
            if between == "," { ",".to_owned() } else { ", ".to_owned() }
        }
        (None, None) if text.contains([' ', '\n']) => ", ".to_owned(),
        (None, None) => ",".to_owned(),
    };
    let added: String = items.iter().map(|item| format!("{separator}{item}")).collect();
    Some(Edit { span: Span::at(last.span.end as usize), text: added })
}

/// How the text around an addition is written.
struct Style {
    colon: &'static str,
    comma: &'static str,
    /// Present where each member has a line of its own.
    lines: Option<Lines>,
}

struct Lines {
    end: &'static str,
    indent: String,
    unit: String,
}

impl Style {
    fn member(&self, key: &str, value: &Written) -> String {
        let indent = self.lines.as_ref().map(|lines| lines.indent.as_str());
        format!("{}{}{}", quote(key), self.colon, self.value(value, indent))
    }

    fn value(&self, value: &Written, indent: Option<&str>) -> String {
        match (value, indent.zip(self.lines.as_ref())) {
            (Written::Raw(text), _) => text.clone(),
            (Written::List(items), _) => format!("[{}]", items.join(self.comma)),
            (Written::Nested(key, inner), None) => {
                format!("{{{}{}{}}}", quote(key), self.colon, self.value(inner, None))
            }
            (Written::Nested(key, inner), Some((indent, lines))) => {
                let deeper = format!("{indent}{}", lines.unit);
                let (end, colon) = (lines.end, self.colon);
                let inner = self.value(inner, Some(&deeper));
                format!("{{{end}{deeper}{}{colon}{inner}{end}{indent}}}", quote(key))
            }
        }
    }
}

fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// The white space that begins the line of a place.
fn line_indent(text: &str, at: u32) -> &str {
    let before = text.get(..at as usize).unwrap_or("");
    let line = before.rfind('\n').and_then(|end| before.get(end + 1..)).unwrap_or(before);
    line.get(..line.len() - line.trim_start().len()).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Role, apply};
    use crate::json::parse;

    fn nested() -> Written {
        Written::Nested("b".to_owned(), Box::new(Written::List(vec!["1.50".into(), "\"x\"".into()])))
    }

    fn with_member(text: &str) -> String {
        let root = parse(text, Role::Pattern).root.unwrap();
        apply(text, &[append_member(text, &root, "a", &nested()).unwrap()])
    }

    fn with_items(text: &str) -> String {
        let root = parse(text, Role::Pattern).root.unwrap();
        apply(text, &[append_items(text, &root, &["2".into(), "3".into()]).unwrap()])
    }

    #[test]
    fn a_member_looks_like_its_neighbours() {
        assert_eq!(with_member("{\"z\":[1]}"), "{\"z\":[1],\"a\":{\"b\":[1.50,\"x\"]}}");
        assert_eq!(with_member("{\"z\": [1] }"), "{\"z\": [1], \"a\": {\"b\": [1.50, \"x\"]} }");
        assert_eq!(
            with_member("{\n    \"y\": 1,\n\n    \"z\": [1]\n}\n"),
            "{\n    \"y\": 1,\n\n    \"z\": [1],\n    \"a\": {\n        \"b\": [1.50, \"x\"]\n    }\n}\n"
        );
        assert_eq!(
            with_member("{\r\n\t\"z\": 1\r\n}"),
            "{\r\n\t\"z\": 1,\r\n\t\"a\": {\r\n\t\t\"b\": [1.50, \"x\"]\r\n\t}\r\n}"
        );
    }

    #[test]
    fn an_empty_object_is_opened() {
        let lines = "{\n  \"a\": {\n    \"b\": [1.50, \"x\"]\n  }\n}";
        assert_eq!(with_member("{}"), lines);
        assert_eq!(with_member("{ \n }"), lines);
        let text = "{\"in\": {}}";
        let root = parse(text, Role::Pattern).root.unwrap();
        let edit = append_member(text, root.get("in").unwrap(), "a", &Written::Raw("<v>".into())).unwrap();
        assert_eq!(apply(text, &[edit]), "{\"in\": {\"a\": <v>}}");
    }

    #[test]
    fn items_look_like_their_neighbours() {
        assert_eq!(with_items("[]"), "[2, 3]");
        assert_eq!(with_items("[1]"), "[1,2,3]");
        assert_eq!(with_items("[1, 1]"), "[1, 1, 2, 3]");
        assert_eq!(with_items("[ 1,1 ]"), "[ 1,1,2,3 ]");
        assert_eq!(with_items("[\n  1\n]"), "[\n  1,\n  2,\n  3\n]");
        assert_eq!(with_items("[\n  1,\n  {\"x\": 1}\n]"), "[\n  1,\n  {\"x\": 1},\n  2,\n  3\n]");
        assert_eq!(append_items("1", &parse("1", Role::Event).root.unwrap(), &[]), None);
    }
}
