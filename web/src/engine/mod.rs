//! Work in workers, so that the page never blocks and loads what it needs.

pub mod client;
mod countdown;
pub mod failure;
mod link;
pub mod protocol;
pub mod worker;
