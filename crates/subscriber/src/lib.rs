//! Subscribers of a custom event bus: filters by scope, a transformer, one target.
//!
//! ```
//! use rulepad_document::Lang;
//! use rulepad_subscriber::{Filter, Published, Scope, Verdict, report};
//!
//! let filter = Filter { scope: Scope::Data, pattern: r#"{"detail": {"total": [{"numeric": [">", 500]}]}}"#.to_owned() };
//! let event = r#"{"source": "com.shop", "detail-type": "Order", "detail": {"total": 700}}"#;
//! let found = report::of_filters(&[filter], event, Published::Recognize, Lang::En);
//! assert_eq!(found.verdict, Verdict::Match);
//! ```
//!
//! * [`event`]: pasted texts as events `{Data, Metadata, SystemMetadata}`
//! * [`filter`]: a pattern over one part of an event
//! * [`draft`]: a subscriber as it is written
//! * [`explain()`]: every scope tried, and why
//! * [`target`]: the target, who refuses what of it, and its role
//! * [`transform`]: what arrives at the target
//! * [`source`]: event sources, and what crosses them
//! * [`expression`]: a JSONata expression by itself
//! * [`report`]: everything in words, as plain data
//!
//! The modules, from the lowest up: [`scope`], [`system`] (system metadata), [`unverified`] (what is not known of AWS),
//! `aws` (its sentences), `message`, [`event`], [`filter`], [`draft`], [`target`], [`transform`], [`explain`], `trap` (silent failures), [`report`].

mod aws;
mod code;
mod counted;
pub mod draft;
pub mod event;
pub mod explain;
pub mod expression;
pub mod filter;
mod message;
pub mod report;
pub mod scope;
pub mod source;
pub mod system;
pub mod target;
mod target_text;
pub mod transform;
mod trap;
pub mod unverified;
mod words;
mod words_en;
mod words_ko;

pub use aws::AwsSentence;
pub use code::Code;
pub use draft::Subscriber;
pub use event::{BusEvent, Published};
pub use explain::{Explanation, Verdict, explain};
pub use filter::{Filter, ParsedFilter};
pub use message::{Diagnostic, Message};
pub use scope::Scope;
pub use unverified::Unverified;

pub use rulepad_document::units;

use rulepad_document::Codes;

/// The names of this crate's codes.
#[must_use]
pub fn codes() -> Vec<&'static str> {
    Code::ALL.iter().map(|code| code.name()).collect()
}
