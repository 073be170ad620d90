//! Notes and diagnostics while a text is read, and members that may be of the wrong kind.

use crate::message::{Expected, MemberKind, Note, Owner};
use crate::{Diagnostic, diagnostics};
use rulepad_document::json::{Member, Node, Value, quote};
use rulepad_document::spelling::nearest;

/// Notes and diagnostics, gathered while a text is read.
#[derive(Debug, Default)]
pub(super) struct ImportNotes {
    /// What was changed or left out of one rule.
    pub notes: Vec<Note>,
    /// What could not be taken, each with its place.
    pub diagnostics: Vec<Diagnostic>,
    /// How many members were not known.
    unknown: usize,
}

/// How many notes of one rule, and how many unknown members of a text, are kept.
const MOST: usize = 100;

impl ImportNotes {
    /// One more note; one that was made just before is not repeated.
    pub fn note(&mut self, note: Note) {
        const LOOKED_AT: usize = 8;
        if self.notes.len() < MOST && !self.notes.iter().rev().take(LOOKED_AT).any(|own| *own == note) {
            self.notes.push(note);
        }
    }

    /// The notes so far, which are those of one rule.
    pub fn take_notes(&mut self) -> Vec<Note> {
        std::mem::take(&mut self.notes)
    }

    /// The text of a member; blank where there is none. Anything but a string is reported and left out.
    pub fn text(&mut self, of: &Node, name: &str) -> String {
        of.get(name).map(|node| self.string(node, name)).unwrap_or_default()
    }

    /// The text of a value that must be a string.
    pub fn string(&mut self, node: &Node, name: &str) -> String {
        match &node.value {
            Value::String(text) => text.clone(),
            Value::Null | Value::Invalid => String::new(),
            _ => {
                self.wrong_type(node, name, Expected::String);
                String::new()
            }
        }
    }

    /// The text of a member, or that of a number or a boolean; blank for anything else.
    pub fn any_text(&self, of: &Node, name: &str) -> String {
        match of.get(name).map(|node| &node.value) {
            Some(Value::String(text) | Value::Number(text)) => text.clone(),
            Some(Value::Bool(on)) => on.to_string(),
            _ => String::new(),
        }
    }

    /// Reports a value of the wrong kind, which is left out.
    pub fn wrong_type(&mut self, node: &Node, name: &str, expected: Expected) {
        let seen = MemberKind::Json(node.value.kind());
        self.diagnostics.push(diagnostics::wrong_type(node.span, name, expected, seen));
    }

    /// A number as it is spelled, or the text of a string, which AWS may take for one.
    pub fn number(&mut self, of: &Node, name: &str) -> String {
        match of.get(name).map(|node| (node, &node.value)) {
            None | Some((_, Value::Null | Value::Invalid)) => String::new(),
            Some((_, Value::Number(text) | Value::String(text))) => text.clone(),
            Some((node, _)) => {
                self.wrong_type(node, name, Expected::Number);
                String::new()
            }
        }
    }

    /// An object that is a member; anything else is reported and left out.
    pub fn object<'n>(&mut self, of: &'n Node, name: &str) -> Option<&'n Node> {
        let node = of.get(name).filter(|node| is_given(node))?;
        if node.members().is_none() {
            self.wrong_type(node, name, Expected::Object);
            return None;
        }
        Some(node)
    }

    /// A member that is not among the `known` ones of its owner. The one that was probably meant is offered where it
    /// is not there yet.
    pub fn unknown(&mut self, member: &Member, of: &Node, owner: Owner, known: &[&str]) {
        self.unknown += 1;
        if self.unknown > MOST {
            return;
        }
        let free = known.iter().copied().filter(|name| of.get(name).is_none());
        let meant = nearest(&member.key, free).map(|meant| (meant, quote(meant)));
        self.diagnostics.push(diagnostics::unknown_member(member.key_span, &member.key, owner, meant));
    }
}

/// Whether a node has a value.
pub(super) fn is_given(node: &Node) -> bool {
    !matches!(node.value, Value::Null | Value::Invalid)
}
