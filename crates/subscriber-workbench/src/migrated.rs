//! A rule as drafts of subscribers, one for each target, with both payloads side by side.

use crate::draft::SubscriberDraft;
use crate::evaluate::evaluate;
use crate::written::stand_in_bus;
use rulepad_document::json::{self, build};
use rulepad_document::{Lang, Role, Words};
use rulepad_subscriber::Verdict;
use rulepad_workbench::{Draft, Outcome};
use serde::{Deserialize, Serialize};

/// A rule as subscribers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Migrated {
    /// What of the rule and its pattern is lost, in words.
    pub losses: Vec<String>,
    /// What behaves differently for every target, in words.
    pub changes: Vec<String>,
    /// Whose events the bus needs an event source for: AWS services such as `aws.s3`, or a partner.
    pub services: Vec<String>,
    /// Whether the rule accepts the event.
    pub classic: rulepad_workbench::Verdict,
    /// One for each target, in their order.
    pub targets: Vec<MigratedTarget>,
}

/// A target as a subscriber.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MigratedTarget {
    /// The id of the target.
    pub id: String,
    /// Its ARN.
    pub arn: String,
    /// The subscriber with the rule's event; nothing where a loss says why there is none.
    pub draft: Option<SubscriberDraft>,
    /// What is lost, in words.
    pub losses: Vec<String>,
    /// What behaves differently, in words.
    pub changes: Vec<String>,
    /// Whether the subscriber gets the event; nothing where there is none.
    pub verdict: Option<Verdict>,
    /// What both deliver for the event.
    pub payloads: PayloadPair,
}

/// What a rule and its subscriber deliver for an event, whether it matches or not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PayloadPair {
    /// The payload of the rule's target; nothing where there is none.
    pub classic: Option<String>,
    /// The payload of the subscriber; nothing where there is none.
    pub subscriber: Option<String>,
    /// How the two compare.
    pub same: Same,
}

/// How two payloads compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Same {
    /// Byte for byte.
    Bytes,
    /// As JSON: white space differs.
    Json,
    /// They differ.
    Different,
    /// One of them is not there.
    NotCompared,
}

/// Writes the rule of a draft as subscribers of a custom event bus, and tries both on its event. Without the ARN of a bus
/// they are for one in the Region and account of the rule's targets.
#[must_use]
pub fn migrated(own: &Draft, bus: &str, lang: Lang) -> Migrated {
    let first = own.targets.first().map(|target| target.arn.as_str()).unwrap_or_default();
    let has_bus = !bus.trim().is_empty();
    let bus = if has_bus { bus.trim().to_owned() } else { stand_in_bus(first) };
    let found = rulepad_migrate::rule(&own.rule, &own.pattern, &own.targets, &bus);
    let report = rulepad_workbench::evaluate(own, lang);
    let targets = found.targets.iter().enumerate().map(|(place, target)| {
        let classic = report.targets.get(place).and_then(|target| target.rendered.as_ref());
        let classic = classic.and_then(|rendered| match &rendered.outcome {
            Outcome::Delivered(payload) => Some(payload.text.clone()),
            Outcome::NotDelivered { .. } | Outcome::Refused { .. } | Outcome::Unknown { .. } => None,
        });
        let request = target.subscriber.as_ref().map(|own| own.request.as_str());
        let draft = request.and_then(SubscriberDraft::of_request).map(|draft| SubscriberDraft {
            event: own.event.clone(),
            // A stand-in is no bus of the person's.
            bus: if has_bus { draft.bus.clone() } else { String::new() },
            ..draft
        });
        let tried = draft.as_ref().map(|draft| evaluate(draft, lang));
        let event = tried.as_ref().and_then(|report| report.events.first());
        let subscriber = event.and_then(|event| event.arrives.as_ref()?.payload.clone());
        MigratedTarget {
            id: target.id.clone(),
            arn: own.targets.get(place).map(|target| target.arn.clone()).unwrap_or_default(),
            losses: words(&target.losses, lang),
            changes: words(&target.changes, lang),
            verdict: tried.as_ref().map(|report| report.verdict),
            payloads: PayloadPair {
                same: same(classic.as_deref(), subscriber.as_deref()),
                classic,
                subscriber,
            },
            draft,
        }
    });
    Migrated {
        losses: words(&found.losses, lang),
        changes: words(&found.changes, lang),
        services: found.sources.iter().map(|own| own.origin.clone()).collect(),
        classic: report.verdict,
        targets: targets.collect(),
    }
}

fn words<T: Words>(all: &[T], lang: Lang) -> Vec<String> {
    all.iter().map(|own| own.words(lang)).collect()
}

fn same(classic: Option<&str>, subscriber: Option<&str>) -> Same {
    let (Some(classic), Some(subscriber)) = (classic, subscriber) else { return Same::NotCompared };
    if classic == subscriber {
        return Same::Bytes;
    }
    let read = |text| json::parse(text, Role::Event).single().cloned();
    match (read(classic), read(subscriber)) {
        (Some(classic), Some(subscriber)) if build::same(&classic, &subscriber) => Same::Json,
        _ => Same::Different,
    }
}
