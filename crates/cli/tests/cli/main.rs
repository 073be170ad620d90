//! The built `rulepad` on files and lines: exit codes and what it prints.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod batch;
mod docs;
mod events;
mod export;
mod import;
mod lang;
mod migrate;
mod program;
mod render;
mod samples;
mod scan;
mod shown;
mod subscriber;
mod subscribers;
mod test;
mod verify;
