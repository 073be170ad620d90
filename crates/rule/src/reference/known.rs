//! References by what is shown for them, and the texts they are in.

use super::Reference;

/// The references of one draft, to be found in its texts.
pub struct Known<'r> {
    /// Sorted by what is shown; each with the longest other that it starts with.
    sorted: Vec<Entry<'r>>,
}

struct Entry<'r> {
    shown: &'r str,
    /// Its place in the list of references.
    at: usize,
    /// The longest entry that this one starts with.
    shorter: Option<usize>,
}

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownPiece<'t> {
    /// Text as it is.
    Text(&'t str),
    /// The reference at this place of the list.
    Reference(usize),
}

impl<'r> Known<'r> {
    /// Looks for these.
    #[must_use]
    pub fn new(references: &'r [Reference]) -> Self {
        let mut sorted: Vec<Entry<'r>> = references
            .iter()
            .enumerate()
            .filter(|(_, own)| own.shown.starts_with("${"))
            .map(|(at, own)| Entry { shown: &own.shown, at, shorter: None })
            .collect();
        sorted.sort_by(|one, other| one.shown.cmp(other.shown).then(one.at.cmp(&other.at)));
        sorted.dedup_by(|later, earlier| later.shown == earlier.shown);
        for at in 0..sorted.len() {
            let Some(own) = sorted.get(at).map(|entry| entry.shown) else { continue };
            let mut candidate = at.checked_sub(1);
            while let Some(entry) = candidate.and_then(|candidate| sorted.get(candidate)) {
                if own.starts_with(entry.shown) {
                    break;
                }
                candidate = entry.shorter;
            }
            if let Some(entry) = sorted.get_mut(at) {
                entry.shorter = candidate;
            }
        }
        Self { sorted }
    }

    /// The longest reference that a text starts with.
    ///
    /// Whatever is sorted between an entry and a text that starts with it starts with that entry too, so the longest
    /// is found from the last entry that is not after the text.
    fn at(&self, text: &str) -> Option<(&'r str, usize)> {
        let mut candidate = self.sorted.partition_point(|entry| entry.shown <= text).checked_sub(1);
        while let Some(entry) = candidate.and_then(|candidate| self.sorted.get(candidate)) {
            if text.starts_with(entry.shown) {
                return Some((entry.shown, entry.at));
            }
            candidate = entry.shorter;
        }
        None
    }

    /// The parts of a text: references, and what is between them.
    pub fn pieces<'t>(&self, text: &'t str) -> Vec<KnownPiece<'t>> {
        let mut pieces = Vec::new();
        let (mut done, mut from) = (0, 0);
        while let Some(start) = text.get(from..).and_then(|rest| rest.find("${")).map(|at| from + at) {
            let Some((shown, at)) = self.at(text.get(start..).unwrap_or_default()) else {
                from = start + 2;
                continue;
            };
            pieces.extend(text.get(done..start).filter(|part| !part.is_empty()).map(KnownPiece::Text));
            pieces.push(KnownPiece::Reference(at));
            from = start + shown.len();
            done = from;
        }
        pieces.extend(text.get(done..).filter(|part| !part.is_empty()).map(KnownPiece::Text));
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ReferenceLanguage, ReferenceValue};

    #[test]
    fn the_longest_reference_is_found_and_other_holes_are_text() {
        let shown = ["${a}", "${a}x", "${b:${a}}", "${a}xyz", "${a}", "no"];
        let references: Vec<Reference> = shown
            .iter()
            .map(|shown| Reference {
                shown: (*shown).to_owned(),
                language: ReferenceLanguage::CloudFormation,
                value: ReferenceValue::Any,
                source: String::new(),
            })
            .collect();
        let known = Known::new(&references);
        use KnownPiece::{Reference as R, Text as T};
        assert_eq!(known.pieces("1${a}2${c}${b:${a}}"), [T("1"), R(0), T("2${c}"), R(2)]);
        assert_eq!(known.pieces("${a}xy ${a}xyz${a"), [R(1), T("y "), R(3), T("${a")]);
        assert_eq!(known.pieces("${${a}no"), [T("${"), R(0), T("no")]);
        assert_eq!(known.pieces(""), []);
    }
}
