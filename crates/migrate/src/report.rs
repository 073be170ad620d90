//! A migration in words, as plain data.

use crate::rule::{MigratedSubscriber, MigratedTarget, Migration};
use crate::source::MigratedSource;
use rulepad_document::units::{Unit, Units};
use rulepad_document::{Diagnostic, Lang, Words, diagnostic};
use rulepad_subscriber::report::PolicyReport;
use rulepad_subscriber::target;
use serde::{Deserialize, Serialize};

/// A rule of a text as subscribers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MigratedRule {
    /// What tells it apart from the others of the text.
    pub label: String,
    /// What was changed or left out when it was read, a sentence each.
    pub notes: Vec<String>,
    /// The subscribers.
    #[serde(flatten)]
    pub migration: MigrationReport,
}

/// A rule as subscribers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MigrationReport {
    /// The event sources that the bus needs for the events of AWS services and of a partner.
    pub sources: Vec<SourceMigration>,
    /// One for each target, in their order; none where the pattern cannot be written as a filter.
    pub targets: Vec<TargetMigration>,
    /// What of the rule and its pattern is lost, a sentence each.
    pub losses: Vec<String>,
    /// What behaves differently for every target, a sentence each.
    pub changes: Vec<String>,
}

/// An event source that the bus needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceMigration {
    /// Whose events it brings: an AWS service such as `aws.s3`, or a partner's event source.
    pub origin: String,
    /// The request of `CreateEventSource`, a JSON text.
    pub request: String,
    /// Problems of it; spans count bytes of it.
    pub problems: Vec<Diagnostic>,
}

/// A target as a subscriber.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TargetMigration {
    /// The id of the target.
    pub id: String,
    /// The subscriber; nothing where a loss says why there is none.
    pub subscriber: Option<SubscriberMigration>,
    /// What is lost, a sentence each.
    pub losses: Vec<String>,
    /// What behaves differently, a sentence each.
    pub changes: Vec<String>,
}

/// A subscriber that takes over from a target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SubscriberMigration {
    /// The request of `CreateSubscriber`, a JSON text.
    pub request: String,
    /// Problems of it, and what AWS refuses; spans count bytes of it.
    pub problems: Vec<Diagnostic>,
    /// The policies of its role.
    pub policies: Vec<PolicyReport>,
    /// Whether the role does not exist yet: its ARN in the request is a proposal.
    pub is_new_role: bool,
}

impl Migration {
    /// The migration in a language.
    #[must_use]
    pub fn report(&self, lang: Lang) -> MigrationReport {
        MigrationReport {
            sources: self.sources.iter().map(|own| of_source(own, lang)).collect(),
            targets: self.targets.iter().map(|own| of_target(own, lang)).collect(),
            losses: worded(&self.losses, lang),
            changes: worded(&self.changes, lang),
        }
    }

    /// Whether everything of the rule is kept: what behaves differently is no loss.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.losses.is_empty() && self.targets.iter().all(|own| own.losses.is_empty())
    }
}

impl MigrationReport {
    /// The same report with every span in another unit.
    #[must_use]
    pub fn counted(mut self, unit: Unit) -> Self {
        let count = |request: &str, problems: &mut [Diagnostic]| {
            let units = Units::new(request, unit);
            problems.iter_mut().for_each(|found| units.diagnostic(found));
        };
        for SourceMigration { origin: _, request, problems } in &mut self.sources {
            count(request, problems);
        }
        let subscribers = self.targets.iter_mut().filter_map(|own| own.subscriber.as_mut());
        for SubscriberMigration { request, problems, policies: _, is_new_role: _ } in subscribers {
            count(request, problems);
        }
        self
    }
}

fn of_source(own: &MigratedSource, lang: Lang) -> SourceMigration {
    SourceMigration {
        origin: own.origin.clone(),
        request: own.request.clone(),
        problems: diagnostic::worded(&own.reading.problems, lang),
    }
}

fn of_target(own: &MigratedTarget, lang: Lang) -> TargetMigration {
    TargetMigration {
        id: own.id.clone(),
        subscriber: own.subscriber.as_ref().map(|own| of_subscriber(own, lang)),
        losses: worded(&own.losses, lang),
        changes: worded(&own.changes, lang),
    }
}

fn of_subscriber(own: &MigratedSubscriber, lang: Lang) -> SubscriberMigration {
    let mut problems = own.reading.problems.clone();
    problems.extend(target::check(&own.reading.subscriber).into_iter().map(|found| found.diagnostic));
    let policy = |own: &target::Policy| PolicyReport { title: own.title.words(lang), text: own.text.clone() };
    SubscriberMigration {
        request: own.request.clone(),
        problems: diagnostic::worded(&problems, lang),
        policies: own.policies.iter().map(policy).collect(),
        is_new_role: own.is_new_role,
    }
}

fn worded(all: &[impl Words], lang: Lang) -> Vec<String> {
    all.iter().map(|own| own.words(lang)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::rule;
    use rulepad_rule::{Rule, Target};
    use rulepad_transformer::Input;

    const BUS: &str = "arn:aws:events:us-east-1:111122223333:event-busv2/shop/abcdefghij0123456789abcde";

    #[test]
    fn a_report_says_in_both_languages_what_is_lost_and_what_changes() {
        let own = Rule { name: "builds-가😀".into(), schedule: "rate(1 day)".into(), ..Rule::default() };
        let target = |id: &str, arn: &str| Target {
            id: id.into(),
            arn: arn.into(),
            input: Input::Path("$.detail".into()),
            ..Target::default()
        };
        let targets = [
            target("queue", "arn:aws:sqs:us-east-1:111122223333:builds"),
            target("bus", "arn:aws:events:us-east-1:111122223333:event-bus/other"),
        ];
        let migration = rule(&own, r#"{"source": ["aws.codebuild"]}"#, &targets, BUS);
        assert!(!migration.is_whole());
        let report = migration.report(Lang::En);
        let [source] = report.sources.as_slice() else { panic!("{:?}", report.sources) };
        assert!(source.origin == "aws.codebuild" && source.request.contains("AwsService"), "{source:?}");
        assert_eq!(report.losses.len(), 1, "the schedule: {:?}", report.losses);
        let [queue, bus] = report.targets.as_slice() else { panic!("{report:?}") };
        assert!(queue.losses.is_empty() && bus.subscriber.is_none() && bus.losses.len() == 1);
        let written = queue.subscriber.as_ref().unwrap();
        assert!(written.request.contains("JSONATA") && written.policies.len() > 1);
        // A name with letters that AWS does not take is reported with its place.
        let problem = written.problems.iter().find(|found| found.is_error()).unwrap();
        let of_bytes = problem.span().of(&written.request);
        let counted = report.clone().counted(Unit::CodePoint);
        let found = &counted.targets[0].subscriber.as_ref().unwrap().problems[0];
        let letters: String =
            written.request.chars().collect::<Vec<char>>()[found.span().range()].iter().collect();
        assert_eq!(letters, of_bytes);
        let korean = migration.report(Lang::KO);
        for (english, korean) in
            report.losses.iter().chain(&report.changes).zip(korean.losses.iter().chain(&korean.changes))
        {
            assert_ne!(english, korean);
        }
    }
}
