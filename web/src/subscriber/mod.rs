//! The page of subscribers of custom event buses: a program of its own, so that the page of rules does not load it.
//!
//! * [`state`]: the model, the actions and the reducer; pure
//! * [`store`]: drafts in this browser, and the address
//!
//! Its views are in `crate::view::subscriber`.

pub mod state;
pub mod store;
