//! The facade: a draft in, a report out, as plain data.
//!
//! Should you use this crate? Yes, for anything that shows or checks a draft: the page, the JavaScript API,
//! the command line and the tests see [`evaluate`] and nothing under it.

pub mod batch;
