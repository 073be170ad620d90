//! What is found while a configuration is read.

use crate::syntax::SourceId;
use crate::value::SourcePlace;
use rulepad_document::{CodeName, Diagnostic, Span};
use std::cell::RefCell;
use std::collections::BTreeSet;

/// What is found while a configuration is read: each problem of a place once.
#[derive(Debug)]
pub struct Reports<M> {
    found: RefCell<Vec<(SourceId, Diagnostic<M>)>>,
    reported: RefCell<BTreeSet<(CodeName, SourcePlace)>>,
}

impl<M> Default for Reports<M> {
    fn default() -> Self {
        Self { found: RefCell::default(), reported: RefCell::default() }
    }
}

impl<M> Reports<M> {
    /// Adds what `make` finds at a place, unless it was added before.
    pub fn add(&self, place: SourcePlace, make: impl FnOnce(Span) -> Diagnostic<M>) {
        let found = make(place.span());
        if self.reported.borrow_mut().insert((found.code.clone(), place)) {
            self.found.borrow_mut().push((place.source, found));
        }
    }

    /// What was found, with the text that it is about.
    pub fn into_found(self) -> Vec<(SourceId, Diagnostic<M>)> {
        self.found.into_inner()
    }
}
