//! From rules of the first generation to subscribers of custom event buses.
//!
//! Use it to write a rule with its targets as subscribers, one for each target. What cannot be written is a [`Loss`], and
//! what is written and behaves differently is a [`Change`]. The source is the EventBridge user guide
//! (`eb-custom-bus-transform`, `eb-transform-target-input` and the pages on migration, checked 2026-11-29).
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
//! * [`rule()`], [`Migration`]: a rule with its pattern and targets as requests of `CreateSubscriber`
//! * [`MigratedSource`]: an event source that the bus needs then
//! * [`compare()`]: a target and its subscriber on the same events
//! * [`pattern()`], [`MigratedPattern`]: an event pattern as a filter
//! * [`input()`], [`MigratedInput`], [`Takes`]: an input option as a transformer
//! * [`MigrationReport`]: all of it in words, as plain data
//! * [`Loss`], [`InputLoss`], [`Change`]: what cannot be written, and what behaves differently

mod change;
mod compare;
mod filter;
mod input;
mod loss;
mod report;
mod rule;
mod source;
mod target;
mod universal;
mod words;
mod words_en;
mod words_ko;

pub use change::{Change, InputLoss};
pub use compare::{Comparison, Payloads, Side, compare};
pub use filter::{MigratedPattern, pattern};
pub use input::{MigratedInput, Takes, input};
pub use loss::Loss;
pub use report::{MigratedRule, MigrationReport, SourceMigration, SubscriberMigration, TargetMigration};
pub use rule::{MigratedSubscriber, MigratedTarget, Migration, rule};
pub use source::MigratedSource;
