//! Patterns that are no rules: archives, event source mappings, subscriptions and pipes.

use super::drafted::Drafted;
use super::pattern::pattern;
use crate::FoundRule;
use rulepad_pattern::Dialect;
use rulepad_terraform::evaluate::Evaluator;
use rulepad_terraform::resolved::{Resolved, Setting};

/// The patterns of a resource, each as a rule without a rule's properties.
pub(super) fn read(evaluator: &Evaluator<'_>, kind: &str, address: &str, own: &Resolved) -> Vec<FoundRule> {
    let filters = |of: &Resolved| -> Vec<Setting> {
        let criteria = of.blocks("filter_criteria");
        let filters = criteria.iter().flat_map(|own| own.blocks("filter"));
        filters.filter_map(|own| own.get("pattern").cloned()).collect()
    };
    let (dialect, patterns) = match kind {
        "aws_cloudwatch_event_archive" => {
            (Dialect::Archive, own.get("event_pattern").cloned().into_iter().collect())
        }
        "aws_lambda_event_source_mapping" => (Dialect::EventSourceMapping, filters(own)),
        "aws_pipes_pipe" => {
            (Dialect::Pipes, own.blocks("source_parameters").iter().flat_map(filters).collect())
        }
        _ => {
            let scope = own.get("filter_policy_scope").and_then(|own| own.value.scalar());
            let dialect = match scope.as_deref() {
                Some("MessageBody") => Dialect::SnsBody,
                _ => Dialect::SnsAttributes,
            };
            (dialect, own.get("filter_policy").cloned().into_iter().collect::<Vec<Setting>>())
        }
    };
    let many = patterns.len() > 1;
    let read = |(at, setting): (usize, Setting)| {
        let mut drafted = Drafted { evaluator, references: Vec::new() };
        let mut notes = Vec::new();
        let read = pattern(&mut drafted, &setting.value, setting.key, &mut notes);
        if many {
            notes.push("The record passes where one of the filters matches.".to_owned());
        }
        FoundRule {
            label: if many { format!("{address}, filter {}", at + 1) } else { address.to_owned() },
            address: address.to_owned(),
            pattern: Some(read.text),
            raw_pattern: read.raw,
            dialect: Some(dialect),
            references: drafted.references,
            notes,
            ..FoundRule::default()
        }
    };
    patterns.into_iter().enumerate().map(read).collect()
}
