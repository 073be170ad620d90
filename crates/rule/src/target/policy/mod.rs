//! The policies that let EventBridge deliver.

mod document;
mod resource;
mod role;

use super::{Arn, Kind, Permission, Target};
use document::{Document, Statement};
use serde::{Deserialize, Serialize};

/// The service that delivers.
const PRINCIPAL: &str = "events.amazonaws.com";

/// One policy document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// What it is attached to.
    pub attached_to: AttachedTo,
    /// Where it is attached, in a few words.
    pub title: String,
    /// The document, a JSON text.
    pub text: String,
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
}

/// The policies a target needs for a rule with this ARN; none when the kind of target is not known.
///
/// They allow the least that the guide's own examples do (user guide, `eb-use-resource-based` and
/// `eb-use-identity-based`): on the target itself where the target's policy decides, otherwise what the role may
/// do and who may assume it; and on the dead-letter queue where one is set.
#[must_use]
pub fn policies(rule_arn: &str, target: &Target) -> Vec<Policy> {
    let Some(arn) = Arn::parse(&target.arn) else { return Vec::new() };
    let Some(kind) = Kind::of(&arn) else { return Vec::new() };
    let mut found = Vec::new();
    let by_role = match kind.permission() {
        Permission::ResourcePolicy => false,
        Permission::Role => true,
        Permission::Either => !target.role_arn.trim().is_empty(),
    };
    if by_role {
        found.extend(role::policies(kind, &arn, target, rule_arn));
    } else {
        found.extend(resource::policy(kind, &arn, target, rule_arn));
    }
    found.extend(dead_letter(rule_arn, target));
    found
}

/// What lets EventBridge send to the dead-letter queue.
fn dead_letter(rule_arn: &str, target: &Target) -> Option<Policy> {
    let queue = target.dead_letter_arn.trim();
    let arn = Arn::parse(queue)?;
    (Kind::of(&arn) == Some(Kind::Sqs)).then(|| {
        let statement = Statement::allow(&["sqs:SendMessage"], &[queue]).sid("EventBridgeDeadLetters");
        Policy {
            attached_to: AttachedTo::DeadLetterQueue,
            title: "Access policy of the dead-letter queue".to_owned(),
            text: Document::of(vec![statement.principal().source(rule_arn)]).text(),
        }
    })
}

#[cfg(test)]
mod tests;
