//! The page by screen region. Views style what the workbench worded; they never compute a verdict.

mod address;
pub mod app;
mod bounded;
pub mod builder;
mod common;
pub mod compare;
pub mod dialect;
pub mod drafts;
pub mod event;
pub mod export;
pub mod finder;
#[cfg(not(target_arch = "wasm32"))]
pub mod first_screen;
pub mod header;
pub mod import;
mod in_words;
mod making;
pub mod notices;
mod offer;
pub mod page;
pub mod paste;
pub mod pattern;
pub mod pick;
pub mod reference;
pub mod share;
pub mod subscriber;
pub mod targets;
mod testing;
mod text;
pub mod verdict;
pub mod why;
mod words_en;
mod words_ko;

mod editor;
mod failure;
mod keeper;
mod problems;
mod property;
mod reasons;
mod requests;
mod scan_reader;
mod text_pane;

#[cfg(test)]
mod slow_worker_tests;
#[cfg(test)]
mod tests;
