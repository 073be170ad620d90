//! Export of subscribers of custom event buses: subscribers and the event sources that they need as one file.
//!
//! * [`export()`]: a [`Subject`] in a [`Format`] to a [`Rendered`] file, with what it loses and what is left to do
//!
//! ```
//! use rulepad_subscriber_export::{Format, Subject, export};
//!
//! let request = r#"{
//!   "Name": "orders",
//!   "EventBusArn": "arn:aws:events:us-east-1:111122223333:event-busv2/shop/abcdefghij0123456789abcde",
//!   "InvokeConfiguration": {"TargetArn": "arn:aws:sqs:us-east-1:111122223333:orders"}
//! }"#;
//! let file = export(Format::CloudFormationYaml, &Subject::of(request));
//! assert!(file.text.contains("Type: \"AWS::EventsV2::Subscriber\""));
//! assert!(file.text.contains("\"sqs:SendMessage\""), "the role is in the file");
//! assert!(file.losses.is_empty());
//! ```
//!
//! # Files
//!
//! * `plan.rs`: the requests with names for the parts of a file
//! * `role.rs`: the role that a subscriber without one gets
//! * `properties.rs`, `stack.rs`: requests as resources of CloudFormation
//! * `formats/`: one module each
//! * `message.rs`, `words_en.rs`, `words_ko.rs`: what is lost and what is left to do, as data and in words

mod format;
mod formats;
mod message;
mod plan;
mod properties;
mod role;
mod stack;
mod words_en;
mod words_ko;

pub use format::Format;
pub use formats::bus::{UNKNOWN_BUS, unknown_bus};
pub use message::{Loss, Note, RequestKind};

use rulepad_migrate::Migration;
use rulepad_rule::Reference;
use serde::{Deserialize, Serialize};

/// One exported file.
pub type Rendered = rulepad_export::Rendered<Loss, Note>;

/// What is exported.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Subject {
    /// The event sources: requests of `CreateEventSource`, JSON texts.
    pub sources: Vec<String>,
    /// The subscribers.
    pub subscribers: Vec<Exported>,
    /// The values in the texts that are known only at deploy time.
    pub references: Vec<Reference>,
}

/// A subscriber that is exported.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Exported {
    /// The request of `CreateSubscriber`, a JSON text. The answer of `DescribeSubscriber` is written as the request.
    pub request: String,
    /// Whether the file creates the role although the request names one: the name is only a proposal.
    pub creates_role: bool,
}

impl Subject {
    /// The subscribers of a rule, with the event sources that they need; roles that do not exist yet are created.
    #[must_use]
    pub fn of_migration(found: &Migration, references: &[Reference]) -> Self {
        let made = found.targets.iter().filter_map(|target| target.subscriber.as_ref());
        let own = made.map(|own| Exported { request: own.request.clone(), creates_role: own.is_new_role });
        Self {
            sources: found.sources.iter().map(|source| source.request.clone()).collect(),
            subscribers: own.collect(),
            references: references.to_vec(),
        }
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sources.is_empty() && self.subscribers.is_empty()
    }

    /// One subscriber alone.
    #[must_use]
    pub fn of(request: &str) -> Self {
        let own = Exported { request: request.to_owned(), creates_role: false };
        Self { subscribers: vec![own], ..Self::default() }
    }
}

/// Writes subscribers in a format. The same subject always gives the same bytes.
///
/// A subscriber without a role gets one with the policies that it needs, where the format can create it. Requests with
/// errors are written as far as they go.
#[must_use]
pub fn export(format: Format, subject: &Subject) -> Rendered {
    formats::rendered(plan::Plan::new(format, subject))
}
