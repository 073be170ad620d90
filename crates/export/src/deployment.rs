//! What a file of requests cannot carry, and is left to do when it is deployed.

use crate::message::{MissingRole, Note, TargetNote};
use crate::remarks;
use rulepad_rule::{Arn, Location, Permission, Rule, Target, TargetKind, is_required, needs_role};

/// What a file of requests cannot carry: policies on the targets, their settings, and properties the draft
/// does not have.
#[must_use]
pub fn deployment_notes(rule: &Rule, targets: &[Target], place: &Location) -> Vec<Note> {
    let mut notes = Vec::new();
    for target in targets {
        let mut push = |note| notes.push(Note::of(&target.id, note));
        let Some(arn) = Arn::parse(&target.arn) else { continue };
        let Some(kind) = TargetKind::of(&arn) else { continue };
        let elsewhere = place.is_other_account(&arn) || place.is_other_region(&arn);
        match kind.permission() {
            Permission::ResourcePolicy | Permission::Either if elsewhere => {
                if needs_role(kind, &arn, place) && target.role_arn.is_empty() {
                    push(TargetNote::AddRole(MissingRole::Member));
                }
            }
            Permission::ResourcePolicy => {
                push(TargetNote::ResourcePolicy(kind));
            }
            Permission::Role if target.role_arn.is_empty() => {
                push(TargetNote::AddRole(MissingRole::Member));
            }
            Permission::Either if target.role_arn.is_empty() => {
                push(TargetNote::RoleOrApiPolicy);
            }
            Permission::Role | Permission::Either => {}
        }
        notes.extend(remarks::of_place(rule, target, place));
        let blank = target.parameters.trim().is_empty();
        if let Some(parameters) = kind.parameters().filter(|_| blank && is_required(kind, &target.arn)) {
            notes.push(Note::of(&target.id, TargetNote::AddParameters(parameters)));
        }
    }
    notes
}
