//! A subscriber delivers what the rule delivered that it comes from.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

mod both;
mod law;
mod pairs;
mod patterns;
mod rules;
