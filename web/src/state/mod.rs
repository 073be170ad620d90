//! What the page knows and how it changes: pure, without a browser.

pub mod action;
pub mod field;
pub mod marks;
pub mod model;
pub mod reduce;
pub mod shared;

mod change;
mod open;

#[cfg(test)]
mod tests;
