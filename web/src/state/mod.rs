//! What the page knows and how it changes: pure, without a browser.

pub mod action;
pub mod address;
pub mod builder;
pub mod bus;
pub mod comparison;
pub mod drafts;
pub mod export;
pub mod fetched;
pub mod field;
pub mod finder;
pub mod history;
pub mod import;
pub mod indent;
mod language;
pub mod log;
pub mod making;
pub mod marks;
pub mod model;
pub mod moment;
pub mod offer;
pub mod own;
pub mod paste;
pub mod pick;
pub mod record;
pub mod reduce;
pub mod reference;
pub mod refusal;
pub mod requests;
pub mod sending;
pub mod shared;
pub mod sharing;
pub mod stages;
pub mod step;
pub mod testing;
pub mod tray;
mod words_en;
mod words_ko;

pub mod change;
mod evaluation;
mod merge;
mod open;
mod targets;

#[cfg(test)]
mod builder_tests;
#[cfg(test)]
mod exchange_tests;
#[cfg(test)]
mod finder_tests;
#[cfg(test)]
mod history_tests;
#[cfg(test)]
mod paste_tests;
#[cfg(test)]
mod slow_worker_tests;
#[cfg(test)]
mod targets_tests;
#[cfg(test)]
mod tests;
