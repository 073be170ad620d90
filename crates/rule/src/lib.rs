//! A rule with its targets, as AWS takes them: what it refuses of them, what each target receives, and what lets
//! EventBridge deliver to it.
//!
//! * [`Rule`], [`State`], [`Target`]: what the person set, checked by [`Rule::check`] and [`check_targets`]
//! * [`rule_arn`]: the ARN the rule will have; [`Location`]: the account and Region it is in
//! * [`Arn`], [`TargetKind`], [`Permission`]: what a target's ARN says about it
//! * [`starter()`], [`offers()`]: a text to start a target's own property with, and what could be typed next in it
//! * [`deliver`], [`Delivery`]: what the service behind a target receives; [`policies`]: what lets EventBridge
//!   deliver, for a [`Sender`] with its [`statement_id()`]
//! * [`Reference`] and [`reference`](mod@reference): values that are known only at deploy time
//! * [`provider`]: what the AWS provider of Terraform and Pulumi calls the members of a target
//!
//! ```
//! use rulepad_document::{Lang, Words};
//! use rulepad_rule::{TargetKind, Rule, Target, check_targets};
//!
//! let rule = Rule { name: "orders".into(), ..Rule::default() };
//! let target = Target {
//!     id: "stream".into(),
//!     arn: "arn:aws:kinesis:us-east-1:123456789012:stream/orders".into(),
//!     ..Target::default()
//! };
//! assert_eq!(target.kind(), Some(TargetKind::Kinesis));
//!
//! let found = check_targets(&rule, &[target]);
//! assert_eq!(found[0].message.words(Lang::En), "this kind of target needs a role");
//! ```
//!
//! # Files
//!
//! * `model.rs`, `target.rs`: the rule and its targets
//! * `location.rs`, `arn.rs`, `kind.rs`: account, Region, and what an ARN says
//! * `delivery/`: what the service of each kind receives
//! * `policy/`: what lets EventBridge deliver
//! * `parameters/`: the schema of each kind's property, one file each
//! * `settings.rs`: dead-letter queue, retries, endpoint
//! * `shape.rs`: what a service requires of the payload
//! * `provider.rs`: the AWS provider's names
//! * `reference/`: values known only at deploy time
//! * `code.rs`, `message/`, `diagnostics/`: what is wrong, as data; `words_en/`, `words_ko/`: the words for it

mod arn;
mod code;
mod delivery;
mod diagnostics;
mod format;
mod kind;
mod location;
mod message;
pub mod model;
mod parameters;
mod partition;
mod policy;
pub mod provider;
mod quotes;
pub mod reference;
mod sample;
mod schema;
mod settings;
mod shape;
mod skeleton;
mod target;
mod words_en;
mod words_ko;

pub use arn::{Arn, differ, is_role};
pub use code::Code;
pub use delivery::{DeliveredPart, Delivery, Source, deliver};
pub use kind::{Permission, TargetKind};
pub use location::{Location, is_region};
pub use message::{
    AwsSentence, DeliveryNote, DeliveryRefusal, DeliveryUnverified, DeployTimeValue, Help, Hint, Limited,
    Message, ObjectTaker, OfferHint, ParametersMessage, PolicyTitle, PropertyMessage, QuotesReader,
    RetrySetting, Seen,
};
pub use model::{Rule, State, Tag, rule_arn};
pub use parameters::{Offer, Offers, is_required, offers, starter};
pub use partition::{domain, other_domains};
pub use policy::{AttachedTo, Policy, Sender, needs_role, policies, reaches_other_accounts, statement_id};
pub use quotes::quotes_delivered;
pub use reference::{Reference, ReferenceLanguage, ReferenceValue};
pub use schema::{ExpectedType, TextForm};
pub use settings::{is_sound_age, is_sound_attempts};
pub use shape::{PayloadFault, PayloadProblem};
pub use target::{Target, check_targets};

pub(crate) use arn::queue_arn;
pub(crate) use shape::payload_problem;
