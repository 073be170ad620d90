//! Edits of an object that leave the rest of its text as it is.

use rulepad_document::json::{Member, Node};
use rulepad_document::{Edit, Span};

/// The span whose removal takes a member and its comma away; `None` for a member that is not there.
pub(super) fn removal(members: &[Member], at: usize) -> Option<Span> {
    let member = members.get(at)?;
    let (start, end) = (member.key_span.start, member.value.span.end);
    let before = at.checked_sub(1).and_then(|before| members.get(before));
    Some(match (before, members.get(at + 1)) {
        (Some(before), _) => Span { start: before.value.span.end, end },
        (None, Some(next)) => Span { start, end: next.key_span.start },
        (None, None) => Span { start, end },
    })
}

/// The edit that adds a member at the end of an object, written as its last member is.
pub(super) fn insertion(text: &str, object: &Node, member: &str) -> Option<Edit> {
    let members = object.members()?;
    let Some(last) = members.last() else {
        let inside = Span { start: object.span.start + 1, end: object.span.end.checked_sub(1)? };
        return Some(Edit { span: inside, text: member.to_owned() });
    };
    let at = last.value.span.end;
    let before = text.get(..last.key_span.start as usize)?;
    let indent = before.rsplit('\n').next().filter(|line| before.contains('\n') && line.trim().is_empty());
    let separator = indent.map_or_else(|| ", ".to_owned(), |indent| format!(",\n{indent}"));
    Some(Edit { span: Span { start: at, end: at }, text: format!("{separator}{member}") })
}
