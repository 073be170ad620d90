//! The Rulepad page.
//!
//! * [`state`]: the model, the actions and the reducer; pure
//! * [`engine`]: questions to the workers, and their answers
//! * [`platform`]: storage, clipboard, address, theme
//! * [`view`]: the page by screen region
//! * [`ui`]: the kit the views are built of

pub mod engine;
pub mod platform;
pub mod state;
pub mod ui;
pub mod view;
