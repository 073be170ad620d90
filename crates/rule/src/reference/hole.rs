//! The place of a value in a text: `${…}` as it is shown, or the expression that an export writes for it.

use super::mark::{self, MarkedPart};
use std::borrow::Cow;

/// The `${…}` that a text starts with, with the braces in it in pairs; `None` where there is none, or nothing in it.
pub fn hole(text: &str) -> Option<&str> {
    let inner = text.strip_prefix("${")?;
    let mut depth = 1usize;
    for (at, c) in inner.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => return text.get(..at + 3).filter(|_| at > 0),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Whether a value, or a part of it, is known only at deploy time.
pub fn is_later(text: &str) -> bool {
    text.contains(mark::OPEN)
        || text.match_indices("${").any(|(at, _)| text.get(at..).and_then(hole).is_some())
}

/// How many characters a text has at least: those of values that are known only at deploy time are not counted.
pub fn known_length(text: &str) -> usize {
    let (mut rest, mut length) = (text, 0);
    while let Some((before, after)) = rest.find("${").and_then(|at| rest.split_at_checked(at)) {
        // Where one is not closed, all is counted.
        let Some(hole) = hole(after) else { break };
        length += before.chars().count();
        rest = after.get(hole.len()..).unwrap_or("");
    }
    length + rest.chars().count()
}

/// The text with a plain name instead of each value that is known only at deploy time, so that what separates the
/// parts of a text is not found within one.
pub fn plain(text: &str) -> Cow<'_, str> {
    if !is_later(text) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    for part in mark::parts(text) {
        let MarkedPart::Text(text) = part else {
            out.push_str(part.name());
            continue;
        };
        let mut rest = &*text;
        while let Some(c) = rest.chars().next() {
            let length = match hole(rest) {
                Some(found) => {
                    out.push('x');
                    found.len()
                }
                None => {
                    out.push(c);
                    c.len_utf8()
                }
            };
            rest = rest.get(length..).unwrap_or_default();
        }
    }
    out.into()
}

/// The first part of a text up to a separator that is in no `${…}`, and what follows it.
pub fn split_once(text: &str, separator: char) -> Option<(&str, &str)> {
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let c = rest.chars().next()?;
        if c == separator {
            return Some((text.get(..at)?, rest.get(c.len_utf8()..)?));
        }
        at += hole(rest).map_or(c.len_utf8(), str::len);
    }
    None
}

/// The first `${…}` in a text: the name of something that is known only at deploy time.
pub fn named_in(text: &str) -> Option<&str> {
    hole(text.get(text.find("${")?..)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_name_in_a_text_is_found_whole() {
        assert_eq!(
            named_in("arn:${Fn::ImportValue:{\"Fn::X\":1}}:q"),
            Some("${Fn::ImportValue:{\"Fn::X\":1}}")
        );
        assert_eq!((named_in("${}"), named_in("$a {}"), named_in("${a")), (None, None, None));
    }

    #[test]
    fn a_hole_is_found_whole() {
        assert_eq!(hole("${Fn::X:{\"a\":1}}:q"), Some("${Fn::X:{\"a\":1}}"));
        assert_eq!((hole("${}"), hole("$a {}"), hole("${a"), hole("a${b}")), (None, None, None, None));
        assert!(is_later("a ${b}") && !is_later("a ${} ${b"));
    }

    #[test]
    fn what_separates_parts_is_not_in_a_hole() {
        assert_eq!(split_once("${AWS::Region}:b", ':'), Some(("${AWS::Region}", "b")));
        assert_eq!(split_once("${a:b", ':'), Some(("${a", "b")));
        assert_eq!(split_once("ab", ':'), None);
        let marked = format!("arn:${{AWS::Region}}:{}b", mark::mark("topic", "a:b"));
        assert_eq!(plain(&marked), "arn:x:topicb");
    }
}
