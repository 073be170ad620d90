//! The English words of this crate.

mod draft;
mod event;
mod filter;
mod report;
mod settings;
mod source;
mod target;

pub(crate) use draft::draft;
pub(crate) use event::{form, published};
pub(crate) use filter::filter;
pub(crate) use report::{any_of, outcome, unverified, verdict};
pub(crate) use settings::{policy, setting};
pub(crate) use source::{crossing, source};
pub(crate) use target::{kind, target};
