//! What a file of requests cannot carry, and is left to do when it is deployed.

use crate::remarks;
use rulepad_document::Lang;
use rulepad_rule::{Arn, Kind, Location, Permission, Rule, Target, is_required, needs_role};

/// What a file of requests cannot carry: policies on the targets, settings of theirs, and properties the draft
/// does not have.
#[must_use]
pub fn deployment_notes(rule: &Rule, targets: &[Target], place: &Location) -> Vec<String> {
    let mut notes = Vec::new();
    for target in targets {
        let Some(arn) = Arn::parse(&target.arn) else { continue };
        let Some(kind) = Kind::of(&arn) else { continue };
        let id = &target.id;
        let elsewhere = place.is_other_account(&arn) || place.is_other_region(&arn);
        match kind.permission() {
            Permission::ResourcePolicy | Permission::Either if elsewhere => {
                if needs_role(kind, &arn, place) && target.role_arn.is_empty() {
                    notes.push(remarks::add_role(id, "RoleArn"));
                }
            }
            Permission::ResourcePolicy => {
                let actions: Vec<String> =
                    kind.actions().iter().map(|action| format!("`{action}`")).collect();
                let actions = actions.join(" and ");
                notes.push(format!(
                    "Target `{id}`: the resource policy of the {} must allow `events.amazonaws.com` to {actions}.",
                    kind.name(Lang::En)
                ));
            }
            Permission::Role if target.role_arn.is_empty() => {
                notes.push(remarks::add_role(id, "RoleArn"));
            }
            Permission::Either if target.role_arn.is_empty() => {
                notes
                    .push(format!("Target `{id}`: add `RoleArn`, or allow EventBridge in the API's policy."));
            }
            Permission::Role | Permission::Either => {}
        }
        notes.extend(remarks::of_place(rule, target, place));
        let blank = target.parameters.trim().is_empty();
        if let Some(parameters) = kind.parameters().filter(|_| blank && is_required(kind, &target.arn)) {
            notes.push(format!("Target `{id}`: add `{parameters}`, which this target needs."));
        }
        if kind == Kind::Sqs && target.arn.ends_with(".fifo") {
            notes.push(format!("Target `{id}`: turn on content-based deduplication of the FIFO queue."));
        }
    }
    notes
}
