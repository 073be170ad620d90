//! The text of `Fn::Sub`: its literal parts, and the names that are replaced (CloudFormation user guide, `Fn::Sub`).

use super::Resolver;
use rulepad_document::json::{Node, Value};
use std::borrow::Cow;

/// A part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SubstitutePiece<'t> {
    /// As it is written.
    pub text: &'t str,
    /// What is put in; `None` for text.
    pub name: Option<&'t str>,
}

impl<'t> SubstitutePiece<'t> {
    /// What text becomes: `${!x}` is `${x}`.
    pub fn shown(&self) -> Cow<'t, str> {
        if self.text.contains("${!") { Cow::Owned(self.text.replace("${!", "${")) } else { self.text.into() }
    }
}

/// The parts of a text.
pub(crate) fn pieces(text: &str) -> Vec<SubstitutePiece<'_>> {
    let mut pieces = Vec::new();
    let (mut done, mut from) = (0, 0);
    while let Some(at) = text.get(from..).and_then(|rest| rest.find("${")) {
        let start = from + at;
        let inner = text.get(start + 2..).unwrap_or("");
        let Some(length) = inner.find('}') else { break };
        let name = inner.get(..length).unwrap_or("");
        let end = start + 2 + length + 1;
        let is_name = !name.is_empty()
            && name.trim().chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, ':' | '.' | '_' | '-'));
        from = end;
        if !is_name {
            // `${!x}` and what is no name stays text.
            from = start + 2;
            continue;
        }
        if done < start {
            pieces.push(SubstitutePiece { text: text.get(done..start).unwrap_or(""), name: None });
        }
        pieces.push(SubstitutePiece { text: text.get(start..end).unwrap_or(""), name: Some(name.trim()) });
        done = end;
    }
    if done < text.len() {
        pieces.push(SubstitutePiece { text: text.get(done..).unwrap_or(""), name: None });
    }
    pieces
}

/// A text that `Fn::Sub` gives back as it is.
pub fn escaped(text: &str) -> String {
    text.replace("${", "${!")
}

/// The argument of `Fn::Sub` that gives `after` where `argument` gave `before`; `None` where what changed is not
/// text alone.
pub fn substituted(resolver: &Resolver<'_>, argument: &Node, before: &str, after: &str) -> Option<Node> {
    let (text, span, own) = match &argument.value {
        Value::String(text) => (text, argument.span, None),
        Value::Array(items) => match &items[..] {
            [Node { value: Value::String(text), span }, own] => (text, *span, Some(own)),
            _ => return None,
        },
        _ => return None,
    };
    let prefix: usize = before
        .chars()
        .zip(after.chars())
        .take_while(|(one, other)| one == other)
        .map(|(c, _)| c.len_utf8())
        .sum();
    let rest = (before.get(prefix..)?, after.get(prefix..)?);
    let suffix: usize = rest
        .0
        .chars()
        .rev()
        .zip(rest.1.chars().rev())
        .take_while(|(one, other)| one == other)
        .map(|(c, _)| c.len_utf8())
        .sum();
    let (start, end) = (prefix, before.len() - suffix);
    let new = after.get(prefix..after.len() - suffix)?;
    let mut written = String::new();
    let (mut at, mut put) = (0, false);
    for piece in pieces(text) {
        let shown = match piece.name {
            Some(name) => Cow::Owned(resolver.variable(name, own, 1)),
            None => piece.shown(),
        };
        let (from, to) = (at, at + shown.len());
        at = to;
        let holds = from <= start && end <= to && !put;
        if piece.name.is_none() && holds {
            let (left, right) = (shown.get(..start - from)?, shown.get(end - from..)?);
            written.push_str(&escaped(&format!("{left}{new}{right}")));
            put = true;
        } else if piece.name.is_some() && from < end && start < to {
            return None;
        } else {
            // An insertion right before a variable that nothing else takes.
            if !put && start == end && start == from {
                written.push_str(&escaped(new));
                put = true;
            }
            written.push_str(piece.text);
        }
    }
    if !put && start == end && start == at {
        written.push_str(&escaped(new));
        put = true;
    }
    if !put || at != before.len() {
        return None;
    }
    let text = Node { span, value: Value::String(written) };
    Some(match &argument.value {
        Value::Array(items) => {
            let items = std::iter::once(text).chain(items.iter().skip(1).cloned()).collect();
            Node { span: argument.span, value: Value::Array(items) }
        }
        _ => text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_not_text() {
        let names = |text| pieces(text).iter().map(|piece| (piece.text, piece.name)).collect::<Vec<_>>();
        assert_eq!(
            names("a${B}c${!d}${E.F}"),
            [("a", None), ("${B}", Some("B")), ("c${!d}", None), ("${E.F}", Some("E.F"))]
        );
        assert_eq!(names("{\"a\": \"${A}\"}")[1], ("${A}", Some("A")));
        assert_eq!(names("${a b}$"), [("${a b}$", None)]);
        assert_eq!(names(""), []);
    }
}
