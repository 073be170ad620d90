//! What a target receives: AWS's four input options applied to one event.
//!
//! Use it to see, for one event and one target, the text EventBridge hands to the target and where each
//! of its bytes came from. It follows the EventBridge user guide (`eb-transform-target-input`) and what has
//! been observed on AWS; where neither says what happens, the answer carries a [`Certainty::Unverified`].
//!
//! * [`Input`], [`Surroundings`], [`render`]: the options and the one entry point
//! * [`Rendered`], [`Outcome`], [`Payload`], [`Piece`], [`Variable`]: the answer, plain data
//! * [`give()`]: one more value of the event handed to an input transformer
//! * [`placeholders`]: where a template names its variables
//! * [`path`]: the paths that select values of an event
//! * [`only_one_option`]: AWS's refusal of a target that sets two options

mod diagnostics;
mod give;
mod input;
mod input_path;
mod instead;
pub mod path;
mod paths_map;
mod provenance;
mod rendering;
mod reserved;
mod template;

pub use diagnostics::only_one_option;
pub use give::{Given, give, variable_name};
pub use input::{Input, Surroundings, render};
pub use rendering::{Certainty, Instead, Origin, Outcome, Payload, Piece, Rendered, Variable};
pub use template::placeholders;
