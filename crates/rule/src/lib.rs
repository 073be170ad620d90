//! A rule with its targets: what AWS accepts of them, and the formats they are exported to.
//!
//! * [`Rule`], [`State`], [`Target`]: what the person set, checked by [`Rule::check`] and [`check_targets`]
//! * [`Reference`]: a value that only the text a rule was read from knows
//! * [`rule_arn`]: the ARN the rule will have; [`Location`]: the account and Region it is in
//! * [`Kind`], [`Permission`]: what a target's ARN tells about it
//! * [`starter()`], [`offers()`]: a text to begin a target's own property with, and what could be typed next in it
//! * [`deliver`], [`Delivery`]: what the service behind a target receives; [`policies`]: what lets it,
//!   for a [`Sender`] with its [`statement_id()`]
//! * [`event_log()`]: [`Table`] and payloads to [`EventLog`]; [`suggest_keys`] for its keys
//! * [`mod@export`]: [`export()`], [`Format`], [`Exported`]: one file per format
//! * [`mod@import`]: [`import()`], [`Imported`]: the rules in a text
//! * [`mod@write_back`]: a rule back into the text it was read from

mod diagnostics;
mod event_log;
pub mod export;
pub mod import;
mod location;
mod model;
mod reference;
mod target;
mod template;
pub mod write_back;

pub use diagnostics::ROLE_MISSING;
pub use event_log::{Attribute, EventLog, Key, Put, Table, event_log, suggest_keys};
pub use export::{Exported, Family, Format, Language, Subject, Written, export, try_out};
pub use import::{Files, Form, FoundRule, Imported, NamedText, Origin, import, import_among};
pub use location::Location;
pub use model::{Rule, State, Tag, rule_arn};
pub use reference::{Reference, ReferenceLanguage, ReferenceValue};
pub use target::quotes::quotes_delivered;
pub use target::{
    Arn, AttachedTo, Delivery, Kind, Offer, Offers, Part, Permission, Policy, Sender, Source, Target,
    check_targets, deliver, offers, policies, starter, statement_id,
};
