//! The target of a subscriber: which kind it is, what AWS refuses of it at create, what the target itself refuses, and
//! what the role must allow.

mod arn;
mod create;
mod delivery;
mod diagnostics;
mod http;
mod kind;
mod queue;
mod role;
mod settings;
mod start;
mod universal;

pub use arn::Arn;
pub use kind::{BadTarget, Carries, TargetKind};
pub use role::{Policy, PolicyTitle, policies, policies_of};
pub use settings::{Setting, settings};
pub(crate) use settings::{kind_of, max_batch};

use crate::draft::Subscriber;
use crate::message::Diagnostic;

/// Who refuses what a diagnostic is about. The three differ in when a person learns of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// AWS refuses the subscriber at create or update; nothing is stored.
    AtCreate,
    /// AWS takes the subscriber, and the target refuses every delivery.
    ByTarget,
    /// Nobody refuses it: it works, and probably not as it was meant, or it is not known what AWS does.
    Nobody,
}

/// Something that is wrong with the target of a subscriber.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetFinding {
    /// Who refuses it.
    pub refusal: Refusal,
    /// What it is; an error where AWS refuses it, a warning elsewhere.
    pub diagnostic: Diagnostic,
}

impl TargetFinding {
    fn new(refusal: Refusal, diagnostic: Diagnostic) -> Self {
        Self { refusal, diagnostic }
    }
}

/// Everything that is wrong with the target of a subscriber and with how it is delivered to, in the order of the text.
#[must_use]
pub fn check(subscriber: &Subscriber) -> Vec<TargetFinding> {
    let mut found = Vec::new();
    create::check(subscriber, &mut found);
    create::expressions(subscriber, &mut found);
    start::check(&subscriber.start, &mut found);
    delivery::check(subscriber, &mut found);
    rulepad_document::order::sort_by_key(&mut found, |own| {
        (own.diagnostic.span().start, own.diagnostic.severity)
    });
    found
}
