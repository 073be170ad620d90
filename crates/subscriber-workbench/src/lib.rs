//! The facade of subscribers of custom event buses: what a person types, and everything a screen shows of it.
//!
//! ```
//! use rulepad_subscriber_workbench::{SubscriberDraft, evaluate};
//! use rulepad_workbench::Lang;
//!
//! let draft = SubscriberDraft {
//!     event: r#"{"source": "com.shop", "detail-type": "Order", "detail": {"total": 700}}"#.into(),
//!     data: r#"{"detail": {"total": [{"numeric": [">", 500]}]}}"#.into(),
//!     ..SubscriberDraft::default()
//! };
//! assert_eq!(evaluate(&draft, Lang::En).headline, "Match: the subscriber gets the event");
//! ```
//!
//! * [`SubscriberDraft`], [`Field`]: the texts, valid or not
//! * [`evaluate()`], [`SubscriberReport`]: verdict, reasons, payload and problems, each with its place in its text
//! * [`migrated()`], [`Migrated`]: a rule as drafts of subscribers, with what changes and both payloads
//! * [`link`]: a draft in the fragment of an address
//! * [`samples()`]: the sample subscribers as drafts
//!
//! It is apart from `workbench` because no program has both: the page of subscribers has programs of its own.

mod draft;
mod evaluate;
pub mod link;
mod migrated;
mod moved;
mod of_request;
mod report;
mod samples;
mod written;

pub use draft::{Content, Field, Pair, SubscriberDraft, TransformerType};
pub use evaluate::evaluate;
pub use migrated::{Migrated, MigratedTarget, PayloadPair, Same, migrated};
pub use report::{Moved, Problem, SubscriberReport};
pub use rulepad_samples::subscribers::SUBSCRIBERS_FILE;
pub use rulepad_subscriber::event::{Call, Published};
pub use rulepad_subscriber::report::{
    ArrivedOutcome, ArrivedReport, EventReport, Line, LineKind, Near, ParameterReport, PieceKind,
    PieceReport, PolicyReport, ScopeReport, TargetReport,
};
pub use rulepad_subscriber::target::Refusal;
pub use rulepad_subscriber::{Scope, Verdict};
pub use samples::{Sample, samples};
