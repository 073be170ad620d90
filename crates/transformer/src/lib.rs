//! What a target receives: AWS's four input options applied to one event.
//!
//! Use it to see, for one event and one target, the text EventBridge hands to the target and where each
//! of its bytes came from. It follows the EventBridge user guide (`eb-transform-target-input`) and what has
//! been observed on AWS; where neither documents what happens, the answer carries a [`Certainty::Unverified`].
//!
//! ```
//! use rulepad_document::json::parse;
//! use rulepad_document::{Lang, Role};
//! use rulepad_transformer::{Input, Outcome, Surroundings, render};
//!
//! let event = parse(r#"{"detail": {"state": "running"}}"#, Role::Event).root.unwrap();
//! let input = Input::Transformer {
//!     paths: r#"{"state": "$.detail.state"}"#.into(),
//!     template: r#""The instance is <state>.""#.into(),
//! };
//! let rendered = render(&input, &event, &Surroundings::default(), 0, "target").worded(Lang::En);
//! let Outcome::Delivered(payload) = rendered.outcome else { panic!() };
//! assert_eq!(payload.text, r#""The instance is running.""#);
//! ```
//!
//! * [`Input`], [`Surroundings`], [`render()`]: the options and the one entry point
//! * [`Rendered`], [`Outcome`], [`Payload`], [`Piece`], [`Variable`]: the answer, plain data
//! * [`add_variable()`]: one more value of the event for an input transformer
//! * [`placeholders`]: where a template names its variables; [`Origin`] keeps the place beside what it became
//! * [`path`]: the paths that select values of an event
//! * [`parts`](mod@parts): an input transformer taken apart, for programs that write it in another language
//! * [`only_one_option`]: AWS's refusal of a target that sets two options
//!
//! The modules, from the lowest up: what is wrong or unknown as data (`code`, `unverified`, `message`), the texts
//! ([`input`](Input), `input_path`, `template`, `variable`), the diagnostics, the map of paths (`paths_map`), values
//! (`value`, `reserved`), the answer (`rendering`), the options applied (`transform`, `options`), and what is offered
//! instead (`alternative`). Every text is read once, in `read_input`.

mod add_variable;
mod alternative;
mod aws;
mod code;
mod diagnostics;
mod input;
mod input_path;
mod intended_path;
mod limits;
mod message;
mod options;
pub mod parts;
pub mod path;
mod paths_map;
mod provenance;
mod read_input;
mod render;
mod rendering;
mod reserved;
mod template;
mod transform;
mod unverified;
mod value;
mod variable;
mod words;
mod words_en;
mod words_ko;

pub use add_variable::{AddedVariable, NoRoom, add_variable};
pub use aws::AwsSentence;
pub use code::Code;
pub use input::{Input, Surroundings};
pub use message::{Help, InputMessage, Message, Offer, PathMessage, TemplateMessage};
pub use render::{only_one_option, render};
pub use rendering::{Alternative, Certainty, Origin, Outcome, Payload, Piece, Rendered, Variable};
pub use template::placeholders;
pub use unverified::{NotDelivered, Unverified};
pub use variable::variable_name;
