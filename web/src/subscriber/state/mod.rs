//! What the page of subscribers is, and how it changes.

mod action;
mod lit;
mod model;
mod opening;
mod reduce;
mod steps;
#[cfg(test)]
mod tests;

pub use action::Action;
pub use lit::{Lit, Marks, Pointed, lit, marks};
pub use model::{
    Answer, Dialog, Look, Lower, Model, Notice, Region, Reveal, RuleToMigrate, Samples, SubscriberPanes,
    Waiting,
};
pub use opening::opening;
pub use reduce::reduce;
pub use steps::{Step, Steps};
