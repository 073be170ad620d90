//! YAML as readers of version 1.1 and 1.2 take it alike: every string in double quotes.

use rulepad_document::json::{Member, Node, Value};
use rulepad_document::source_text::{commented, quoted};
use rulepad_document::visible::is_unseen;
use rulepad_rule::reference::mark::{MarkedPart, is_marked, parts};
use std::borrow::Cow;

/// A string in double quotes. Characters outside the first plane are written as they are: escaped in halves they would
/// come back broken.
///
/// Variables of the framework that reads the file are written into the string.
pub fn string(text: &str) -> String {
    let inner = |part: MarkedPart<'_>| match part {
        MarkedPart::Text(text) => {
            let quoted = literal(&text);
            quoted.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or_default().to_owned()
        }
        MarkedPart::Expression { code, .. } => code,
    };
    format!("\"{}\"", parts(text).into_iter().map(inner).collect::<String>())
}

fn literal(text: &str) -> String {
    quoted(text, |code| match code {
        0..=0xff => format!("\\x{code:02X}"),
        0x100..=0xffff => format!("\\u{code:04X}"),
        _ => format!("\\U{code:08X}"),
    })
}

/// A block of YAML; `depth` is the level of its lines. Ends with a line break.
///
/// `Ref`, `Fn::Sub` and `Fn::GetAtt` alone in an object are written in CloudFormation's short form.
pub fn block(node: &Node, depth: usize) -> String {
    let pad = "  ".repeat(depth);
    match &node.value {
        _ if is_one_line(node) => format!("{pad}{}\n", scalar(node)),
        Value::Object(members) => {
            members.iter().map(|member| format!("{pad}{}", entry(member, depth))).collect()
        }
        Value::Array(items) => {
            items.iter().map(|item| format!("{pad}- {}", element(item, depth + 1))).collect()
        }
        _ => format!("{pad}{}\n", scalar(node)),
    }
}

fn entry(Member { key, value, .. }: &Member, depth: usize) -> String {
    let key = self::key(key);
    if let Some(lines) = Lines::of(value) {
        format!("{key}: {}", lines.written(&"  ".repeat(depth + 1)))
    } else if is_one_line(value) {
        format!("{key}: {}\n", scalar(value))
    } else {
        let (comment, value) = without_comment(value);
        let comment = comment.map(|text| commented("# ", text, depth + 1)).unwrap_or_default();
        format!("{key}:\n{comment}{}", block(&value, depth + 1))
    }
}

/// A resource without its `Metadata`, where that is a comment of ours, and the comment.
fn without_comment(value: &Node) -> (Option<&str>, Cow<'_, Node>) {
    let comment = comment(value);
    let mut value = Cow::Borrowed(value);
    if comment.is_some()
        && let Value::Object(members) = &mut value.to_mut().value
    {
        members.retain(|member| member.key != "Metadata");
    }
    (comment, value)
}

/// What a reader has to know of a resource that sets a whole policy.
#[must_use]
pub fn comment(resource: &Node) -> Option<&str> {
    let kind = resource.get("Type").and_then(Node::as_str)?;
    let sets_policy = matches!(kind, "AWS::SNS::TopicPolicy" | "AWS::SQS::QueuePolicy");
    resource.get("Metadata").filter(|_| sets_policy)?.get("Comment")?.as_str()
}

/// What follows `- `, on the same line.
fn element(item: &Node, depth: usize) -> String {
    match &item.value {
        _ if let Some(lines) = Lines::of(item) => lines.written(&"  ".repeat(depth + 1)),
        _ if is_one_line(item) => format!("{}\n", scalar(item)),
        Value::Array(_) => format!("\n{}", block(item, depth)),
        _ => block(item, depth).trim_start().to_owned(),
    }
}

/// A text of several lines as a block scalar: no escapes, and every line as it is.
pub struct Lines<'n> {
    /// What comes before the text: `!Sub` of CloudFormation.
    tag: &'static str,
    text: &'n str,
}

impl<'n> Lines<'n> {
    /// The text of a value, where every reader takes its block scalar for the same text.
    pub fn of(node: &'n Node) -> Option<Self> {
        let (tag, text) = match &node.value {
            Value::String(text) => ("", text),
            Value::Object(members) => match &members[..] {
                [Member { key, value: Node { value: Value::String(text), .. }, .. }] if key == "Fn::Sub" => {
                    ("!Sub ", text)
                }
                _ => return None,
            },
            _ => return None,
        };
        let body = text.strip_suffix('\n').unwrap_or(text);
        let is_shown = |c: char| c == '\n' || !is_unseen(c);
        let is_sound = |line: &str| line.is_empty() || !line.trim().is_empty();
        (body.contains('\n')
            && !body.starts_with([' ', '\n'])
            && !body.ends_with('\n')
            && body.chars().all(is_shown)
            && body.lines().all(is_sound)
            && !is_marked(text))
        .then_some(Self { tag, text })
    }

    /// The header, and the lines behind `pad`. Ends with a line break.
    pub fn written(&self, pad: &str) -> String {
        let (body, chomp) = match self.text.strip_suffix('\n') {
            Some(body) => (body, ""),
            None => (self.text, "-"),
        };
        let line = |line: &str| if line.is_empty() { "\n".to_owned() } else { format!("{pad}{line}\n") };
        format!("{}|{chomp}\n{}", self.tag, body.split('\n').map(line).collect::<String>())
    }
}

/// CloudFormation's functions that this project writes, in their short form.
fn function(members: &[Member]) -> Option<String> {
    let [Member { key, value, .. }] = members else { return None };
    match (key.as_str(), &value.value) {
        ("Ref", Value::String(name)) if is_name(name) => Some(format!("!Ref {name}")),
        ("Fn::Sub", Value::String(text)) => Some(format!("!Sub {}", string(text))),
        ("Fn::GetAtt", Value::Array(parts)) => {
            let names: Vec<&str> =
                parts.iter().filter_map(Node::as_str).filter(|name| is_name(name)).collect();
            (names.len() == 2 && parts.len() == 2).then(|| format!("!GetAtt {}", names.join(".")))
        }
        _ => None,
    }
}

/// A name of a resource, a parameter or an attribute, which needs no quotes.
fn is_name(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, ':' | '.');
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && !text.ends_with(':') && text.chars().all(plain)
}

/// A value between brackets, on one line.
pub fn flow(node: &Node) -> String {
    match &node.value {
        Value::Array(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Value::Object(members) => {
            let member = |own: &Member| format!("{}: {}", string(&own.key), flow(&own.value));
            format!("{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(", "))
        }
        _ => scalar(node),
    }
}

/// Whether the value is written on one line.
pub fn is_one_line(node: &Node) -> bool {
    match &node.value {
        Value::Object(members) => members.is_empty() || function(members).is_some(),
        Value::Array(items) => items.is_empty(),
        _ => true,
    }
}

/// A value on one line.
pub fn scalar(node: &Node) -> String {
    match &node.value {
        Value::Null | Value::Invalid => "null".to_owned(),
        Value::Bool(on) => on.to_string(),
        Value::Number(number) => number.clone(),
        Value::String(text) => string(text),
        Value::Array(_) => "[]".to_owned(),
        Value::Object(members) => function(members).unwrap_or_else(|| "{}".to_owned()),
    }
}

/// A key: plain where no reader takes it for anything but a string.
pub fn key(text: &str) -> String {
    const WORDS: [&str; 11] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "none", "nan"];
    let starts = text.starts_with(|c: char| c.is_ascii_alphabetic());
    let plain = text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if starts && plain && !WORDS.contains(&text.to_ascii_lowercase().as_str()) {
        text.to_owned()
    } else {
        string(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_document::Role;
    use rulepad_document::json::parse;

    #[test]
    fn a_text_of_lines_is_a_block_scalar_where_it_comes_back() {
        let node =
            |text: &str| Node { span: rulepad_document::Span::default(), value: Value::String(text.into()) };
        let written = |text: &str| Lines::of(&node(text)).map(|lines| lines.written("  "));
        assert_eq!(written("{\n  # 1\n\n}").as_deref(), Some("|-\n  {\n    # 1\n\n  }\n"));
        assert_eq!(written("a\nb\n").as_deref(), Some("|\n  a\n  b\n"));
        for text in
            ["a", "a\n", " a\nb", "\na\nb", "a\n \nb", "a\nb\n\n", "a\r\nb", "a\n\u{85}", "a\n\tb\u{0}"]
        {
            assert_eq!(written(text), None, "{text:?}");
            let object = parse(&format!("{{\"k\": {}}}", rulepad_document::json::quote(text)), Role::Event);
            assert!(block(&object.root.unwrap(), 0).starts_with("k: \""), "{text:?}");
        }
    }

    #[test]
    fn words_of_the_language_are_quoted() {
        let node = parse(
            r#"{"no": ["yes", 1, null, []], "detail-type": [{"numeric": ["=", 300]}], "a.b": {}, "x": [[1], {"y": [true], "z": 2}]}"#,
            Role::Pattern,
        );
        let text = "\"no\":\n  - \"yes\"\n  - 1\n  - null\n  - []\ndetail-type:\n  - numeric:\n      - \"=\"\n      - 300\n\"a.b\": {}\nx:\n  - \n    - 1\n  - \"y\":\n      - true\n    z: 2\n";
        assert_eq!(block(&node.root.unwrap(), 0), text);
    }
}
