//! The property that only one kind of target has: its schema, one file a property, and what AWS refuses of it.

mod appsync;
mod batch;
mod beside;
mod check;
mod complete;
mod ecs;
mod edits;
mod http;
mod kinesis;
mod redshift;
mod run_command;
mod sagemaker;

mod spelling;
mod sqs;
mod starter;

pub use complete::{Offer, Offers, offers};
pub(super) use spelling::plain;
pub use starter::starter;

use super::schema::SchemaField;
use super::{Message, Target, TargetKind};
use crate::diagnostics;
use rulepad_document::diagnostic::keep_sound_fixes;
use rulepad_document::json::{self, Node};
use rulepad_document::{Diagnostic, Role};

/// The members of the property of a kind of target; `None` for a kind that has none.
fn members(kind: TargetKind) -> Option<&'static [SchemaField]> {
    Some(match kind {
        TargetKind::Ecs => ecs::MEMBERS,
        TargetKind::Batch => batch::MEMBERS,
        TargetKind::ApiDestination | TargetKind::ApiGateway => http::MEMBERS,
        TargetKind::Kinesis => kinesis::MEMBERS,
        TargetKind::Sqs => sqs::MEMBERS,
        TargetKind::Redshift => redshift::MEMBERS,
        TargetKind::SageMakerPipeline => sagemaker::MEMBERS,
        TargetKind::AppSync => appsync::MEMBERS,
        TargetKind::SsmRunCommand => run_command::MEMBERS,
        _ => return None,
    })
}

/// Whether PutTargets refuses the target without its property.
pub fn is_required(kind: TargetKind, arn: &str) -> bool {
    match kind {
        TargetKind::Ecs
        | TargetKind::Batch
        | TargetKind::Redshift
        | TargetKind::AppSync
        | TargetKind::SsmRunCommand => true,
        TargetKind::Sqs => arn.ends_with(".fifo"),
        _ => false,
    }
}

/// What AWS refuses of the target's own property, and what is probably wrong with it.
pub(super) fn check(at: u32, target: &Target) -> Vec<Diagnostic<Message>> {
    let text = &target.parameters;
    let blank = text.trim().is_empty();
    let Some(kind) = target.kind() else {
        return if blank { Vec::new() } else { of_json(json::parse(text, Role::Parameters(at)).diagnostics) };
    };
    let Some(property) = kind.parameters() else {
        return if blank { Vec::new() } else { vec![diagnostics::parameters_not_taken(at, kind, text)] };
    };
    if blank {
        if is_required(kind, &target.arn) {
            let starter = starter(kind, &target.arn);
            return vec![diagnostics::parameters_missing(at, &target.id, kind, property, text, starter)];
        }
        return beside::without(at, kind, target);
    }
    let role = Role::Parameters(at);
    let parsed = json::parse(text, role);
    let Some(root) = parsed.valid() else { return of_json(parsed.diagnostics) };
    let diagnose = |text: &str, root: &Node| {
        let mut found = check::check(at, kind, target, text, root);
        found.extend(beside::check(at, kind, target, text, root));
        found.truncate(check::MOST);
        found
    };
    let mut found = diagnose(text, root);
    keep_sound_fixes(text, &mut found, |text| {
        let parsed = json::parse_unchecked(text, role);
        match parsed.valid() {
            Some(root) => diagnose(text, root),
            None => of_json(parsed.diagnostics),
        }
    });
    found.sort_by_key(|found| found.span().start);
    of_json(parsed.diagnostics).into_iter().chain(found).collect()
}

/// Problems of the JSON among those of this crate.
fn of_json(found: Vec<Diagnostic<rulepad_document::Message>>) -> Vec<Diagnostic<Message>> {
    found.into_iter().map(Diagnostic::lift).collect()
}

#[cfg(test)]
mod tests;
