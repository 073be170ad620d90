//! JSON inside a string, with escaped quotes, or with HTML entities.

use crate::diagnostic::{Edit, Role};
use crate::json::{self, Value};
use crate::text::Span;

/// The text inside a JSON string or other quotes, where it may be JSON.
#[must_use]
pub fn encoded(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches(';').trim_end();
    if text.starts_with('"') {
        let parsed = json::parse_unchecked(text, Role::Event);
        let root = parsed.valid().filter(|root| root.span.end as usize == text.len())?;
        return root.as_str().filter(|inner| opens(inner)).map(str::to_owned);
    }
    ['\'', '`'].into_iter().find_map(|quote| {
        let rest = text.strip_prefix(quote)?;
        let inner = rest.strip_suffix(quote).unwrap_or(rest);
        opens(inner).then(|| inner.replace("'\\''", "'"))
    })
}

/// Whether a text may hold JSON, also one more layer inside.
#[must_use]
pub fn opens(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with(['{', '['])
        || text.starts_with("\"{")
        || text.starts_with("\"[")
        || text.starts_with("\"\\\"")
}

/// JSON whose quotes are escaped as inside a string, `{\"a\": 1}`, or doubled as in CSV, `{""a"": 1}`, without
/// these escapes.
#[must_use]
pub fn unescaped(text: &str) -> Option<String> {
    let inside = text.trim_start_matches(|c: char| matches!(c, '{' | '[') || c.is_whitespace());
    if inside.len() == text.len() {
        return None;
    }
    let inside =
        inside.trim_start_matches("\\n").trim_start_matches("\\r\\n").trim_start_matches("\\t").trim_start();
    let slashes = inside.len() - inside.trim_start_matches('\\').len();
    if slashes > 0 && inside.get(slashes..).is_some_and(|rest| rest.starts_with('"')) {
        // A shell's closing quote may follow.
        let text = text.trim_end_matches(['"', '\'', ';']);
        let string = format!("\"{}\"", text.replace('\n', "\\n").replace('\r', "\\r").replace('\t', "\\t"));
        return match json::parse_unchecked(&string, Role::Event).valid().map(|root| root.value.clone()) {
            Some(Value::String(plain)) => Some(plain),
            _ => None,
        };
    }
    let doubled = inside.strip_prefix("\"\"").is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    doubled.then(|| text.trim_end_matches('"').replace("\"\"", "\""))
}

/// The edits that make characters of the HTML entities of a text whose quotes are entities.
#[must_use]
pub fn entities(text: &str) -> Vec<Edit> {
    const NAMES: [(&str, &str); 12] = [
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#x22;", "\""),
        ("&ldquo;", "\""),
        ("&rdquo;", "\""),
        ("&apos;", "'"),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&amp;", "&"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&nbsp;", " "),
    ];
    let quoted = NAMES.iter().take(5).any(|(name, _)| text.contains(name));
    if !quoted || text.contains('"') {
        return Vec::new();
    }
    let mut edits = Vec::new();
    for (at, _) in text.match_indices('&') {
        let rest = text.get(at..).unwrap_or("");
        if let Some((name, plain)) = NAMES.iter().find(|(name, _)| rest.starts_with(name)) {
            edits.push(Edit { span: Span::new(at, at + name.len()), text: (*plain).to_owned() });
        }
    }
    edits
}
