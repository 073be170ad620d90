//! JSONata as EventBridge's custom event buses evaluate it: transformers and parameters of targets.
//!
//! Use it to see what an expression between `{%` and `%}` gives for an event: the payload, nothing, or an error with its
//! place. It follows the EventBridge user guide (`eb-custom-bus-transform`); what nobody we can cite has shown is in
//! [`Unverified`].
//!
//! ```
//! use rulepad_document::json::parse as json;
//! use rulepad_document::{Lang, Role, Words};
//! use rulepad_jsonata::{Events, Outcome, Settings, Use, evaluate, parse};
//!
//! let event = json(r#"{"Data": {"id": 7, "name": "Ann"}}"#, Role::Event).root.unwrap();
//! let text = r#"{% {"customer": $uppercase($events.Data.name), "id": $events.Data.id} %}"#;
//! let expression = parse(text, Role::Input(0), Use::Transformer).expression.unwrap();
//! let Outcome::Delivered(payload) = evaluate(&expression, Events::One(&event), &Settings::default()).outcome else {
//!     panic!()
//! };
//! assert_eq!(payload.text, r#"{"customer":"ANN","id":7}"#);
//!
//! // All errors of the syntax, each with its place.
//! let broken = parse("{% $events.Data. + 1 %}", Role::Input(0), Use::Transformer);
//! assert_eq!(broken.diagnostics[0].message.words(Lang::En), "`+` needs a value on its left");
//! ```
//!
//! * [`parse()`], [`Parsed`], [`Form`], [`Use`]: a text with its delimiters, and every problem of it
//! * [`Expression`], [`Reads`]: an expression, and the fields of the events that it reads
//! * [`evaluate()`], [`Events`], [`Settings`], [`Bounds`]: an expression applied to an event or a batch
//! * [`Evaluation`], [`Outcome`], [`Payload`], [`Piece`], [`Origin`], [`Place`], [`Filtered`]: the answer, plain data
//! * [`Fault`], [`ErrorCode`]: the errors of JSONata as data
//!
//! The engine is the crate jlens-core. No type of it is in the interface: only `engine`, `checks`, `functions`,
//! `provenance` and `reads` name it. An expression is evaluated twice: `engine/watch.rs` looks on at first, which bounds the
//! memory, keeps the values that `provenance` needs and finds where versions of JSONata disagree; then the events
//! themselves are read (`engine/source.rs`), so that a container of the result is known as one of the events.

mod checks;
mod code;
mod diagnostics;
mod engine;
mod error_code;
mod evaluate;
mod expression;
mod fault;
mod functions;
mod message;
#[cfg(test)]
mod official_tests;
mod outcome;
mod provenance;
mod reads;
mod settings;
#[cfg(test)]
mod tests;
mod unverified;
mod words;
mod words_en;
mod words_ko;
mod written;

pub use code::Code;
pub use error_code::ErrorCode;
pub use evaluate::{Events, evaluate};
pub use expression::{Expression, Parsed, parse};
pub use fault::Fault;
pub use message::{Arguments, Help, Message, NotEvents};
pub use outcome::{
    Bound, Evaluation, Failure, Filtered, Origin, Outcome, Part, Payload, Piece, Place, Respelled,
};
pub use reads::Reads;
pub use settings::{Bounds, Settings};
pub use unverified::{Difference, Unverified};
pub use written::{Form, Resemblance, Use};
