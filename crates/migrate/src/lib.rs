//! From rules of the first generation to subscribers of custom event buses.
//!
//! Use it to write the input option of a rule's target as the transformer of a subscriber. What cannot be written is a
//! [`InputLoss`], and what is written and behaves differently is a [`Change`]: nothing else differs. The source of the
//! rules is the EventBridge user guide (`eb-custom-bus-transform`, `eb-transform-target-input`, checked 2026-11-29).
//!
//! ```
//! use rulepad_migrate::{Takes, input};
//! use rulepad_transformer::{Input, Surroundings};
//!
//! let classic = Input::Transformer {
//!     paths: r#"{"id": "$.detail.instance-id"}"#.into(),
//!     template: r#"{"text": "<id> has stopped"}"#.into(),
//! };
//! let migrated = input(&classic, &Surroundings::default(), Takes::Text).unwrap();
//! let expression = r#"{% {"text": ($events.Data.detail.`instance-id` & " has stopped")} %}"#;
//! assert_eq!(migrated.expression.as_deref(), Some(expression));
//! ```
//!
//! * [`input()`], [`MigratedInput`], [`Takes`]: an input option as a transformer
//! * [`InputLoss`], [`Change`]: what cannot be written, and what behaves differently

mod change;
mod input;
mod words;
mod words_en;
mod words_ko;

pub use change::{Change, InputLoss};
pub use input::{MigratedInput, Takes, input};
