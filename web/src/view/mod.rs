//! The page by screen region. Views style what the workbench worded; they never compute a verdict.

pub mod app;
pub mod event;
pub mod export;
pub mod header;
pub mod notices;
pub mod page;
pub mod pattern;
pub mod share;
pub mod targets;
pub mod verdict;
pub mod why;

mod editor;
mod problems;
mod property;
mod text_pane;

#[cfg(test)]
mod tests;
