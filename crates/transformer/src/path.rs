//! Paths into an event, as `InputPath`, `InputPathsMap` and the dynamic parameters of targets write them.

use crate::diagnostics as say;
use crate::input::MAX_PATH;
pub use crate::input_path::Selected;
use crate::input_path::{self, Step, addressable};
use rulepad_document::json::{Node, quote};
use rulepad_document::path::Step as Place;
use rulepad_document::{Diagnostic, Role, Span};

/// A path in the grammar `"$" *( "." name *( "[" ( 1*DIGIT / "*" ) "]" ) )`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path(Vec<Step>);

impl Path {
    /// Reads a path; `None` where it leaves the grammar or is longer than AWS takes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.chars().count() > MAX_PATH {
            return None;
        }
        let read = input_path::read(text);
        read.steps.filter(|_| read.fault.is_none()).map(Self)
    }

    /// What the path selects in an event.
    #[must_use]
    pub fn select<'e>(&self, event: &'e Node) -> Selected<'e> {
        input_path::select(&self.0, event)
    }
}

/// What is wrong with the writing of a path, with its mend; `None` for one in the grammar. `span` is the place
/// of the whole path in the text of `role`, and `in_quotes` tells whether its quotes are inside.
#[must_use]
pub fn problem(text: &str, role: Role, span: Span, in_quotes: bool) -> Option<Diagnostic> {
    let length = text.chars().count();
    if length > MAX_PATH {
        return Some(say::path_too_long(role, span, length));
    }
    let read = input_path::read(text);
    let fault = read.fault.as_ref()?;
    let mend = read.mend.clone().map(|mend| {
        let text = if in_quotes { quote(&mend) } else { mend.clone() };
        (mend, rulepad_document::Edit { span, text })
    });
    Some(say::path_fault(role, span, fault.kind, mend))
}

/// The path to a place of the event.
///
/// # Errors
/// The first key that no path can write, or nothing where the whole path is longer than AWS takes.
pub fn write(places: &[Place]) -> Result<String, Option<String>> {
    let mut out = String::from("$");
    for place in places {
        match place {
            Place::Key(key) if addressable(key) => {
                out.push('.');
                out.push_str(key);
            }
            Place::Key(key) => return Err(Some(key.clone())),
            Place::Index(index) => out.push_str(&format!("[{index}]")),
        }
    }
    if out.chars().count() > MAX_PATH { Err(None) } else { Ok(out) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_document::json::parse;

    #[test]
    fn a_path_is_parsed_selects_and_is_written() {
        let event = parse(r#"{"detail": {"a-b": [{"c": 1.50}]}}"#, Role::Event).root.unwrap();
        let path = Path::parse("$.detail.a-b[0].c").unwrap();
        let Selected::One(node) = path.select(&event) else { panic!() };
        assert_eq!(rulepad_document::json::compact(node), "1.50");
        let offset = node.span.start;
        let (places, _) = rulepad_document::path::at(&event, offset).unwrap();
        assert_eq!(write(&places).unwrap(), "$.detail.a-b[0].c");
        assert_eq!(write(&[Place::Key("Subnet ID".into())]), Err(Some("Subnet ID".into())));
        assert_eq!(write(&[Place::Key("x".repeat(255))]), Err(None));
        assert_eq!(write(&[Place::Key("x".repeat(254))]).unwrap().len(), 256);
    }

    #[test]
    fn what_leaves_the_grammar_is_said_with_its_mend() {
        assert_eq!(Path::parse("$..a"), None);
        assert_eq!(problem("$.a", Role::Event, Span::new(0, 3), false), None);
        let found = problem("a.b", Role::Parameters(0), Span::new(4, 9), true).unwrap();
        assert_eq!(found.first_fix().unwrap().edits[0].text, "\"$.a.b\"");
    }
}
