//! The shorthand syntax of the AWS CLI: `Id=1,Arn=arn:…,RetryPolicy={MaximumRetryAttempts=2}` (user guide,
//! `cli-usage-shorthand`).

use super::super::fragment::{member, object};
use rulepad_document::Span;
use rulepad_document::json::{Node, Value};

/// The deepest that values are nested.
const MAX_DEPTH: usize = 20;

/// The value of a word; `None` where it is not written so.
pub(super) fn read(text: &str, span: Span) -> Option<Node> {
    let mut reader = ShorthandReader { text, at: 0, span };
    let value = reader.members(None, 0)?;
    reader.rest().trim().is_empty().then_some(value)
}

struct ShorthandReader<'t> {
    text: &'t str,
    at: usize,
    span: Span,
}

impl<'t> ShorthandReader<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn skip(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    fn take(&mut self, c: char) -> bool {
        self.skip();
        let there = self.rest().starts_with(c);
        self.at += if there { c.len_utf8() } else { 0 };
        there
    }

    /// `key=value,key=value`, up to a bracket or the end.
    fn members(&mut self, close: Option<char>, depth: usize) -> Option<Node> {
        let mut members = Vec::new();
        if depth > MAX_DEPTH {
            return None;
        }
        loop {
            self.skip();
            if close.is_some_and(|close| self.take(close)) {
                break;
            }
            if self.rest().is_empty() {
                break;
            }
            let rest = self.rest();
            let end = rest.find(|c: char| !(c.is_alphanumeric() || "-_./:#$@".contains(c)))?;
            let key = rest.get(..end).filter(|key| !key.is_empty())?;
            self.at += end;
            self.skip();
            if !self.take('=') {
                return None;
            }
            let value = self.value(close, depth)?;
            members.push(member(key, value));
            self.take(',');
        }
        Some(object(self.span, members))
    }

    fn value(&mut self, close: Option<char>, depth: usize) -> Option<Node> {
        self.skip();
        let span = self.span;
        let node = |value| Node { span, value };
        match self.rest().chars().next() {
            Some('{') if is_json(self.rest()) => {
                let (span, rest) = (self.span, self.rest());
                let end = json_end(rest)?;
                let text = rest.get(..end)?.to_owned();
                self.at += end;
                Some(Node { span, value: Value::String(text) })
            }
            Some('{') => {
                self.at += 1;
                self.members(Some('}'), depth + 1)
            }
            Some('[') => {
                self.at += 1;
                let mut items = Vec::new();
                while !self.take(']') {
                    if self.rest().is_empty() {
                        return None;
                    }
                    items.push(self.value(Some(']'), depth + 1)?);
                    self.take(',');
                }
                Some(Node { span: self.span, value: Value::Array(items) })
            }
            Some(quote @ ('"' | '\'')) => {
                let mut text = String::new();
                let mut chars = self.rest().char_indices().skip(1);
                let mut escaped = false;
                for (at, c) in chars.by_ref() {
                    if escaped {
                        if c != quote && c != '\\' {
                            text.push('\\');
                        }
                        text.push(c);
                        escaped = false;
                    } else if c == '\\' {
                        escaped = true;
                    } else if c == quote {
                        self.at += at + 1;
                        return Some(Node { span: self.span, value: Value::String(text) });
                    } else {
                        text.push(c);
                    }
                }
                None
            }
            _ => {
                let mut items = vec![self.plain(close)];
                // `a=b,c,d=e`: a value without a key continues the list.
                while close != Some(']') && self.rest().starts_with(',') && !self.next_is_key() {
                    self.at += 1;
                    items.push(self.plain(close));
                }
                let first = node(Value::String(items.first().cloned().unwrap_or_default()));
                if items.len() == 1 {
                    return Some(first);
                }
                let items =
                    items.into_iter().map(|text| Node { span: self.span, value: Value::String(text) });
                Some(Node { span: self.span, value: Value::Array(items.collect()) })
            }
        }
    }

    /// A text up to a comma or the bracket.
    fn plain(&mut self, close: Option<char>) -> String {
        let mut text = String::new();
        let mut braces = 0usize;
        let mut chars = self.rest().char_indices().peekable();
        let mut end = self.rest().len();
        while let Some((at, c)) = chars.next() {
            match c {
                '\\' if chars.peek().is_some_and(|(_, next)| *next == ',') => {
                    chars.next();
                    text.push(',');
                }
                // What is shown for a variable.
                '$' if chars.peek().is_some_and(|(_, next)| *next == '{') => {
                    braces += 1;
                    text.push(c);
                    text.extend(chars.next().map(|(_, c)| c));
                }
                '}' if braces > 0 => {
                    braces -= 1;
                    text.push(c);
                }
                ',' => {
                    end = at;
                    break;
                }
                c if Some(c) == close => {
                    end = at;
                    break;
                }
                c => text.push(c),
            }
        }
        self.at += end;
        text.trim_end().to_owned()
    }

    /// Whether a key and `=` follow the comma.
    fn next_is_key(&self) -> bool {
        let rest = self.rest().get(1..).unwrap_or("").trim_start();
        let end = rest.find(|c: char| !(c.is_alphanumeric() || "-_./:#".contains(c))).unwrap_or(rest.len());
        end > 0 && rest.get(end..).is_some_and(|rest| rest.trim_start().starts_with('=')) || rest.is_empty()
    }
}

/// Whether an object has a key in quotes, or none: JSON where the shorthand has words.
pub(super) fn is_json(text: &str) -> bool {
    text.strip_prefix('{').is_some_and(|rest| rest.trim_start().starts_with(['"', '}']))
}

/// Where the JSON object at the start of a text ends.
fn json_end(text: &str) -> Option<usize> {
    let (mut depth, mut quoted, mut escaped) = (0usize, false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '{' | '[' if !quoted => depth += 1,
            '}' | ']' if !quoted => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_document::json::compact;

    #[test]
    fn values_are_as_the_cli_reads_them() {
        let read = |text| read(text, Span::default()).map(|node| compact(&node));
        let is = |text, json: &str| assert_eq!(read(text).as_deref(), Some(json), "{text}");
        is("Id=1,Arn=arn:aws:sqs:a:1:q", r#"{"Id":"1","Arn":"arn:aws:sqs:a:1:q"}"#);
        is("Id=1, Arn=a", r#"{"Id":"1","Arn":"a"}"#);
        is("Id=\"a,b\",Arn='c'", r#"{"Id":"a,b","Arn":"c"}"#);
        is(
            "RetryPolicy={MaximumRetryAttempts=2,MaximumEventAgeInSeconds=60},Id=1",
            r#"{"RetryPolicy":{"MaximumRetryAttempts":"2","MaximumEventAgeInSeconds":"60"},"Id":"1"}"#,
        );
        is(
            "RunCommandTargets=[{Key=tag:a,Values=[x,y]}]",
            r#"{"RunCommandTargets":[{"Key":"tag:a","Values":["x","y"]}]}"#,
        );
        is("Input={\"env\":\"dev\"},Id=1", r#"{"Input":"{\"env\":\"dev\"}","Id":"1"}"#);
        is("Arn=${queue_arn},Id=${a}-1", r#"{"Arn":"${queue_arn}","Id":"${a}-1"}"#);
        is("Values=a,b,c", r#"{"Values":["a","b","c"]}"#);
        assert_eq!((read("no"), read("{\"a\": 1}"), read("a='b")), (None, None, None));
    }
}
