//! The policies that let EventBridge deliver.

mod document;
mod resource;
mod role;
mod statement_id;

pub use statement_id::statement_id;

use super::{Arn, Permission, Target, TargetKind};
use crate::location::Location;
use crate::message::PolicyTitle;
use document::{Document, Statement};
use rulepad_document::{Lang, Words};
use serde::{Deserialize, Serialize};

/// The service that delivers.
const PRINCIPAL: &str = "events.amazonaws.com";

/// One policy document.
///
/// `T` is what its title is: [`PolicyTitle`] until the policy is [worded](Self::worded), [`String`] then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy<T = String> {
    /// What it is attached to.
    pub attached_to: AttachedTo,
    /// Where it is attached, in a few words.
    pub title: T,
    /// The document, a JSON text.
    pub text: String,
}

impl<T: Words> Policy<T> {
    /// The policy with its title in words.
    #[must_use]
    pub fn worded(self, lang: Lang) -> Policy {
        let Self { attached_to, title, text } = self;
        Policy { attached_to, title: title.words(lang), text }
    }
}

/// What a policy is attached to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttachedTo {
    /// A function: the document is a request of `AddPermission`.
    Function,
    /// A topic.
    Topic,
    /// A queue.
    Queue,
    /// CloudWatch Logs of the account and Region.
    Logs,
    /// A REST API.
    RestApi,
    /// A role: what it may do.
    Role,
    /// A role: who may assume it.
    RoleTrust,
    /// The dead-letter queue.
    DeadLetterQueue,
    /// What the owner of another account attaches to a resource there: a statement, or a request of `AddPermission`.
    OtherAccount,
}

/// The rule that sends, as policies name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender<'r> {
    /// Its ARN.
    pub rule_arn: &'r str,
    /// The id of its statements in the policies of others: [`statement_id`] of its ARN.
    pub sid: String,
    /// Where it is, as far as that is known.
    pub place: &'r Location,
}

/// The policies a target needs for a rule; none when the kind of target is not known.
///
/// They allow the least that the guide's own examples do (user guide, `eb-use-resource-based` and
/// `eb-use-identity-based`): on the target itself where the target's policy decides, otherwise what the role may
/// do and who may assume it; and on the dead-letter queue where one is set. In another account the target's policy
/// and a role decide together (`eb-service-cross-account`).
#[must_use]
pub fn policies(sender: &Sender<'_>, target: &Target) -> Vec<Policy<PolicyTitle>> {
    let Some(arn) = Arn::parse(&target.arn) else { return Vec::new() };
    let Some(kind) = TargetKind::of(&arn) else { return Vec::new() };
    let (other_account, other_region) =
        (sender.place.is_other_account(&arn), sender.place.is_other_region(&arn));
    let mut found = Vec::new();
    if needs_role(kind, &arn, sender.place) || by_role(kind, target) {
        found.extend(role::policies(kind, &arn, target, sender.rule_arn));
    } else if !other_account && !other_region {
        found.extend(resource::policy(kind, &arn, target, sender));
    }
    if other_account && (!other_region || kind == TargetKind::EventBus) {
        found.extend(resource::of_owner(kind, &arn, target, sender));
    }
    found.extend(dead_letter(sender, target));
    found
}

/// Whether EventBridge delivers to a kind of target in another account (user guide, `eb-service-cross-account` for
/// the services, `eb-cross-account` for buses).
pub fn reaches_other_accounts(kind: TargetKind) -> bool {
    use TargetKind::{ApiGateway, EventBus, Kinesis, Lambda, Sns, Sqs};
    matches!(kind, ApiGateway | EventBus | Kinesis | Lambda | Sns | Sqs)
}

/// Whether a target needs a role: for what it is, or since it is in another account than the rule.
pub fn needs_role(kind: TargetKind, arn: &Arn<'_>, place: &Location) -> bool {
    kind.permission() == Permission::Role || (reaches_other_accounts(kind) && place.is_other_account(arn))
}

/// Whether the role that the person named decides.
fn by_role(kind: TargetKind, target: &Target) -> bool {
    kind.permission() == Permission::Either && !target.role_arn.trim().is_empty()
}

/// What lets EventBridge send to the dead-letter queue.
fn dead_letter(sender: &Sender<'_>, target: &Target) -> Option<Policy<PolicyTitle>> {
    let queue = target.dead_letter_arn.trim();
    let arn = Arn::parse(queue)?;
    // It has to be in the rule's Region.
    if TargetKind::of(&arn) != Some(TargetKind::Sqs) || sender.place.is_other_region(&arn) {
        return None;
    }
    let statement = Statement::allow(&["sqs:SendMessage"], &[queue]).sid(&sender.sid);
    let statement = statement.principal().source(sender.rule_arn);
    let (attached_to, title, text) = if sender.place.is_other_account(&arn) {
        let title = PolicyTitle::DeadLetterOfAccount { account: arn.account.to_owned() };
        (AttachedTo::OtherAccount, title, document::indented(&statement.text()))
    } else {
        (AttachedTo::DeadLetterQueue, PolicyTitle::DeadLetterQueue, Document::of(vec![statement]).text())
    };
    Some(Policy { attached_to, title, text })
}

#[cfg(test)]
mod tests;
