//! What the evaluation worker was told to remember.

use rulepad_workbench::catalogue::Catalogue;
use std::{cell::RefCell, rc::Rc};

thread_local! {
    static CATALOGUE: RefCell<Option<Rc<Catalogue>>> = const { RefCell::new(None) };
}

/// The catalogue, once it was told.
pub(super) fn catalogue() -> Option<Rc<Catalogue>> {
    CATALOGUE.with_borrow(Clone::clone)
}

/// Remembers this catalogue, or none.
#[cfg(test)]
pub(crate) fn remember(known: Option<Catalogue>) {
    CATALOGUE.set(known.map(Rc::new));
}

/// Remembers the catalogue of these files. The page has read them before, so that what is wrong with them is said.
pub(super) fn learn([events, records, types]: &[String; 3]) {
    let found = Catalogue::read(events, records, types).ok().map(Rc::new);
    CATALOGUE.with_borrow_mut(|catalogue| *catalogue = found);
}
