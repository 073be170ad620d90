//! Evaluation in a worker, so that the page never blocks.

pub mod client;
pub mod protocol;
pub mod worker;
