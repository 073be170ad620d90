//! The Rulepad page.
//!
//! * [`state`]: the model, the actions and the reducer; pure
//! * [`engine`]: questions to the workers, and their answers
//! * [`platform`]: storage, clipboard, address, theme
//! * [`view`]: the page by screen region
//! * [`ui`]: the kit the views are built of
//! * [`subscriber`]: the page of subscribers of custom event buses, with a model and views of its own

pub mod engine;
pub mod platform;
pub mod state;
pub mod subscriber;
pub mod ui;
pub mod view;
