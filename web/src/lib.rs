//! The Rulepad page.

pub mod ui;
