//! Reading events as bytes: nothing is built, what no pattern names is skipped.

mod cursor;
mod fault;
pub(crate) mod number;
mod scan;
mod unescape;
pub(crate) mod walk;

pub use fault::{Fault, Refused};
