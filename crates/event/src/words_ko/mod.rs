//! The Korean words of this crate.

mod aws;
mod diagnostics;
mod help;
mod read;

pub(crate) use aws::gloss;
pub(crate) use diagnostics::message;
pub(crate) use read::{form, step, title, wrapped};
