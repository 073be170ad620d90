//! The core for Python: JSON texts in, reports and rule numbers out.
//!
//! What people import is the package in `python/rulepad`, which is typed and documented there. It calls the extension
//! module `rulepad._native`, which this crate is when it is built with the feature `module`. Objects cross the border
//! as JSON texts. Every span in a report counts code points, as an index of a Python string does.
//!
//! # Files
//!
//! * `report.rs`: a pattern on an event, an input option on an event, as JSON
//! * `subscriber.rs`: subscribers of custom event buses on events, as JSON
//! * `lines.rs`: a slice of events against a set of rules
//! * `message.rs`, `words_en.rs`, `words_ko.rs`: what is wrong with an argument, or with a line
//! * `module/`: what Python calls; `text.rs` there writes Python's values as JSON

pub mod lines;
pub mod message;
#[cfg(feature = "module")]
mod module;
pub mod report;
pub mod subscriber;
mod words_en;
mod words_ko;
