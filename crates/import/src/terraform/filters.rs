//! Patterns that are no rules: archives, event source mappings, subscriptions and pipes.

use super::drafted::Drafted;
use super::pattern::pattern;
use crate::FoundRule;
use crate::message::{Message, Note, RuleLabel};
use rulepad_pattern::Dialect;
use rulepad_rule::{Rule, State, Target};
use rulepad_terraform::Reports;
use rulepad_terraform::evaluate::Evaluator;
use rulepad_terraform::resolved::{Resolved, Setting};
use rulepad_transformer::Input;

/// The patterns of a resource, each as a rule without a rule's properties.
pub(super) fn read(
    evaluator: &Evaluator<'_>,
    reports: &Reports<Message>,
    kind: &str,
    address: &str,
    own: &Resolved,
) -> Vec<FoundRule> {
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
    let count = patterns.len();
    let read = |(at, setting): (usize, Setting)| {
        let mut drafted = Drafted::new(evaluator, reports);
        let mut notes = Vec::new();
        let read = pattern(&mut drafted, &setting.value, setting.key, &mut notes);
        if count > 1 {
            notes.push(Note::OneOfFilters(count));
        }
        let around = Around::of(&mut drafted, kind, own);
        notes.extend(around.notes);
        FoundRule {
            rule: around.rule,
            targets: around.targets,
            label: match count {
                1 => RuleLabel::Name(address.to_owned()),
                _ => RuleLabel::Filter {
                    resource: Box::new(RuleLabel::Name(address.to_owned())),
                    number: at + 1,
                },
            },
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

/// What is around the pattern of a resource.
#[derive(Default)]
struct Around {
    rule: Option<Rule>,
    targets: Option<Vec<Target>>,
    notes: Vec<Note>,
}

impl Around {
    fn of(drafted: &mut Drafted<'_, '_>, kind: &str, own: &Resolved) -> Self {
        let mut text = |of: &Resolved, name: &str| {
            of.get(name).and_then(|own| drafted.text(&own.value)).unwrap_or_default()
        };
        let mut notes = Vec::new();
        let mut target = |id: &str, arn: String, note: fn(String) -> Note| {
            let is_arn = arn.starts_with("arn:") || arn.contains("${");
            if !is_arn && !arn.is_empty() {
                notes.push(note(arn.clone()));
            }
            let target = Target { id: id.to_owned(), arn, ..Target::default() };
            Some(if is_arn { vec![target] } else { Vec::new() })
        };
        let mut out = Self::default();
        match kind {
            "aws_cloudwatch_event_archive" => {
                let rule = Rule {
                    name: text(own, "name"),
                    description: text(own, "description"),
                    event_bus: text(own, "event_source_arn"),
                    ..Rule::default()
                };
                out.rule = Some(rule);
                out.targets = Some(Vec::new());
            }
            "aws_lambda_event_source_mapping" => {
                out.targets = target("function", text(own, "function_name"), Note::Function);
                notes.extend(records_from(text(own, "event_source_arn")));
            }
            "aws_pipes_pipe" => {
                out.rule = Some(Rule {
                    name: text(own, "name"),
                    description: text(own, "description"),
                    state: if text(own, "desired_state") == "STOPPED" {
                        State::Disabled
                    } else {
                        State::Enabled
                    },
                    ..Rule::default()
                });
                out.targets = target("target", text(own, "target"), Note::PipeTarget);
                notes.extend(records_from(text(own, "source")));
                let parameters = own.blocks("target_parameters");
                let template =
                    parameters.iter().map(|own| text(own, "input_template")).find(|own| !own.is_empty());
                if let (Some(template), Some(target)) = (template, out.targets.iter_mut().flatten().next()) {
                    target.input = Input::Transformer { paths: String::new(), template };
                    notes.push(Note::PipeTemplate);
                }
                if own.has("enrichment") {
                    notes.push(Note::EnrichmentNotShown);
                }
            }
            _ => {
                out.targets = target("endpoint", text(own, "endpoint"), Note::Endpoint);
                let topic = text(own, "topic_arn");
                if !topic.is_empty() {
                    notes.push(Note::MessagesOfTopic(topic));
                }
            }
        }
        out.notes = notes;
        out
    }
}

fn records_from(source: String) -> Option<Note> {
    (!source.is_empty()).then_some(Note::RecordsFrom(source))
}
