//! Strings and values of Terraform's language.

use rulepad_document::json::{Member, Node, Value};
use rulepad_document::source_text::quoted;
use rulepad_rule::reference::mark::{MarkedPart, is_marked, mark, parts};
use unicode_normalization::{IsNormalized, is_nfc_quick};

/// A quoted string, or an expression where the text is nothing else. `${` and `%{` are kept from being read as
/// templates.
pub fn string(text: &str) -> String {
    let parts = parts(text);
    if let [MarkedPart::Expression { code, .. }] = &parts[..] {
        return code.clone();
    }
    let inner = |text: &str| {
        let quoted = literal(text);
        quoted.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or_default().to_owned()
    };
    format!("\"{}\"", template(&parts, inner))
}

/// The inside of a template: text, and expressions in `${…}`.
fn template(parts: &[MarkedPart<'_>], inner: impl Fn(&str) -> String) -> String {
    let mut out = String::new();
    for part in parts {
        match part {
            MarkedPart::Text(text) => out.push_str(&inner(text)),
            MarkedPart::Expression { code, .. } => {
                // `$${` would be an escape.
                if out.ends_with('$') {
                    out.pop();
                    out.push_str("${\"$\"}");
                }
                out.push_str(&format!("${{{code}}}"));
            }
        }
    }
    out
}

/// The lines of a heredoc, in which backslashes are no escapes.
pub fn heredoc(text: &str) -> String {
    template(&parts(text), |text| text.replace("${", "$${").replace("%{", "%%{"))
}

/// A text of the language with the expressions of its marks.
pub fn with_code(text: &str) -> String {
    template(&parts(text), str::to_owned)
}

/// The key of an object: an expression alone is in parentheses.
fn key(text: &str) -> String {
    let written = string(text);
    if is_marked(text) && !written.starts_with('"') { format!("({written})") } else { written }
}

fn literal(text: &str) -> String {
    let escaped = quoted(text, |code| match code {
        0..=0xffff => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    });
    escaped.replace("${", "$${").replace("%{", "%%{")
}

/// Whether Terraform leaves the text as it is: it writes every string in Unicode's composed form (NFC).
pub fn is_composed(text: &str) -> bool {
    is_nfc_quick(text.chars()) == IsNormalized::Yes
}

/// A JSON text with every character beyond ASCII escaped, so that there is nothing to compose.
pub fn in_ascii(json: &str) -> String {
    let escape = |c: char| {
        let mut units = [0; 2];
        c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")).collect::<String>()
    };
    let plain = |text: &str| -> String {
        text.chars().map(|c| if c.is_ascii() { c.to_string() } else { escape(c) }).collect()
    };
    let part = |part: MarkedPart<'_>| match part {
        MarkedPart::Text(text) => plain(&text),
        MarkedPart::Expression { name, code } => mark(name, &code),
    };
    parts(json).into_iter().map(part).collect()
}

/// A value for `jsonencode`, every key quoted; `depth` is the level of the first line.
pub fn value(node: &Node, depth: usize) -> String {
    let pad = "  ".repeat(depth + 1);
    let end = "  ".repeat(depth);
    match &node.value {
        Value::Null | Value::Invalid => "null".to_owned(),
        Value::Bool(on) => on.to_string(),
        Value::Number(number) => number.clone(),
        Value::String(text) => string(text),
        Value::Array(items) if items.is_empty() => "[]".to_owned(),
        Value::Object(members) if members.is_empty() => "{}".to_owned(),
        Value::Array(items) if items.iter().all(is_scalar) => {
            let items: Vec<String> = items.iter().map(|item| value(item, depth)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Array(items) => {
            let lines: String =
                items.iter().map(|item| format!("{pad}{},\n", value(item, depth + 1))).collect();
            format!("[\n{lines}{end}]")
        }
        Value::Object(members) => {
            let keys: Vec<(String, String)> = members
                .iter()
                .map(|Member { key, value: node, .. }| (self::key(key), value(node, depth + 1)))
                .collect();
            format!("{{\n{}{end}}}", aligned(&keys, &pad))
        }
    }
}

/// `name = value` lines. Neighbours whose values are on one line have their `=` under each other, as
/// `terraform fmt` wants it.
pub fn aligned(members: &[(String, String)], pad: &str) -> String {
    let mut out = String::new();
    let mut rest = members;
    while let Some((name, value)) = rest.first() {
        let one_line = |(_, value): &&(String, String)| !value.contains('\n');
        let run = rest.iter().take_while(one_line).count();
        let (now, later) = rest.split_at(run.max(1).min(rest.len()));
        if run == 0 {
            out.push_str(&format!("{pad}{name} = {value}\n"));
        } else {
            let width = now.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
            for (name, value) in now {
                let gap = " ".repeat(width.saturating_sub(name.chars().count()));
                out.push_str(&format!("{pad}{name}{gap} = {value}\n"));
            }
        }
        rest = later;
    }
    out
}

fn is_scalar(node: &Node) -> bool {
    !matches!(node.value, Value::Array(_) | Value::Object(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_of_the_language_are_kept_out() {
        assert_eq!(string("${a} $${a} %{b} $ % \"\\\n\u{1}"), r#""$${a} $$${a} %%{b} $ % \"\\\n\u0001""#);
    }
}
