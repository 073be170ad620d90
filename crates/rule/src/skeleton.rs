//! The payload as far as it is known before there is an event: a constant, or a JSON template whose variables are open.

use super::shape::{self, Hole};
use super::{Message, Target, TargetKind};
use crate::diagnostics;
use rulepad_document::json::parse_unchecked;
use rulepad_document::{Diagnostic, Role};
use rulepad_transformer::Input;

/// What the service behind the target would not take of it.
pub(super) fn check(at: u32, kind: TargetKind, target: &Target) -> Option<Diagnostic<Message>> {
    let (role, text, holes) = match &target.input {
        Input::Constant(text) => (Role::Input(at), text.clone(), Vec::new()),
        Input::Transformer { template, .. } if template.trim_start().starts_with('{') => {
            let (text, holes) = with_holes(template);
            (Role::InputTemplate(at), text, holes)
        }
        _ => return None,
    };
    let parsed = parse_unchecked(&text, role);
    let payload = parsed.valid()?;
    if let Some(found) = shape::problem(target, payload, &holes) {
        return Some(diagnostics::input_shape(role, found.span, kind, found.problem));
    }
    let (member, meant) = shape::misspelt(kind, payload)?;
    Some(diagnostics::input_member(role, member.key_span, &member.key, meant))
}

/// The template with a number of the same length for each variable outside of quotes, and what is open in it.
fn with_holes(template: &str) -> (String, Vec<Hole>) {
    let mut out = String::with_capacity(template.len());
    let mut holes = Vec::new();
    let mut string: Option<usize> = None;
    let mut escaped = false;
    let mut until = 0;
    for (at, c) in template.char_indices() {
        if at < until {
            continue;
        }
        let variable = if c == '<' && !escaped { variable(template, at) } else { None };
        match (variable, string) {
            (Some(length), None) => {
                holes.push(Hole { start: at, is_text: false });
                out.push('0');
                out.extend(std::iter::repeat_n(' ', length - 1));
                until = at + length;
                continue;
            }
            (Some(_), Some(start)) => holes.push(Hole { start, is_text: true }),
            (None, _) => {}
        }
        out.push(c);
        if escaped {
            escaped = false;
        } else if c == '\\' && string.is_some() {
            escaped = true;
        } else if c == '"' {
            string = if string.is_some() { None } else { Some(at) };
        }
    }
    (out, holes)
}

/// The length of the variable that starts here.
fn variable(template: &str, at: usize) -> Option<usize> {
    const LONGEST: usize = 256;
    let rest = template.as_bytes().get(at + 1..)?;
    let end = rest.iter().take(LONGEST + 1).position(|byte| *byte == b'>')?;
    let name = rest.get(..end)?;
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || b".-_".contains(byte);
    (!name.is_empty() && name.iter().all(is_name)).then_some(end + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_holes_of_their_own_length() {
        let (text, holes) = with_holes(r#"{"a": <x>, "b": "\"<y>", "c": "é", "d": <z>}"#);
        assert_eq!(text, r#"{"a": 0  , "b": "\"<y>", "c": "é", "d": 0  }"#);
        let starts: Vec<(usize, bool)> = holes.iter().map(|hole| (hole.start, hole.is_text)).collect();
        assert_eq!(starts, [(6, false), (16, true), (41, false)]);
        assert_eq!(with_holes("{< x>}").0, "{< x>}");
    }
}
