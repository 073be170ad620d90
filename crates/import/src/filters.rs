//! Event patterns that are filters: those of event source mappings, subscriptions, pipes and archives. Templates,
//! requests and answers spell their members the same (Lambda, SNS, EventBridge and Pipes API references).

use super::FoundRule;
use super::notes::{ImportNotes, is_given};
use super::rule::{laid_out, pattern_of};
use crate::diagnostics;
use crate::message::{Expected, Note, Owner, RuleLabel};
use rulepad_document::Span;
use rulepad_document::json::{Node, Value, pretty};
use rulepad_pattern::Dialect;
use rulepad_rule::{Rule, State, Target};
use rulepad_transformer::Input;

/// The resources that have an event pattern as a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilterResource {
    /// An event source mapping of Lambda.
    Mapping,
    /// A subscription of a topic.
    Subscription,
    /// A pipe.
    Pipe,
    /// An archive of an event bus.
    Archive,
}

impl FilterResource {
    /// The resource of a type of CloudFormation.
    pub(super) fn of_type(kind: &str) -> Option<Self> {
        Some(match kind {
            "AWS::Lambda::EventSourceMapping" => Self::Mapping,
            "AWS::SNS::Subscription" => Self::Subscription,
            "AWS::Pipes::Pipe" => Self::Pipe,
            "AWS::Events::Archive" => Self::Archive,
            _ => return None,
        })
    }

    /// The name of a rule that a nameless resource is shown as.
    pub(crate) fn rule_name(self) -> &'static str {
        match self {
            Self::Mapping => "eventsourcemapping",
            Self::Subscription => "subscription",
            Self::Pipe => "pipe",
            Self::Archive => "archive",
        }
    }
}

/// The filters of a resource, each as a pattern in its dialect. A resource without one is reported.
pub(super) fn read(
    resource: FilterResource,
    label: &RuleLabel,
    own: &Node,
    notes: &mut ImportNotes,
) -> Vec<FoundRule> {
    let found = match resource {
        FilterResource::Mapping => mapping(label, own, notes),
        FilterResource::Subscription => subscription(label, own, notes).into_iter().collect(),
        FilterResource::Pipe => pipe(label, own, notes),
        FilterResource::Archive => archive(label, own, notes).into_iter().collect(),
    };
    if found.is_empty()
        && !notes.diagnostics.iter().any(|other| own.span.covers(other.span()) && other.is_error())
    {
        notes.diagnostics.push(diagnostics::no_filter(own.span, label.clone(), resource));
    }
    found
}

/// Lambda, `EventSourceMapping`.
fn mapping(label: &RuleLabel, own: &Node, notes: &mut ImportNotes) -> Vec<FoundRule> {
    let function = [notes.text(own, "FunctionName"), notes.text(own, "FunctionArn")].concat();
    let source = notes.text(own, "EventSourceArn");
    let state = notes.text(own, "State");
    let off = matches!(own.get("Enabled").map(|on| &on.value), Some(Value::Bool(false)))
        || matches!(notes.any_text(own, "Enabled").as_str(), "false" | "False")
        || matches!(state.as_str(), "Disabled" | "Disabling");
    let queue = own
        .get("DestinationConfig")
        .and_then(|own| own.get("OnFailure"))
        .and_then(|own| own.get("Destination"))
        .and_then(Node::as_str)
        .unwrap_or_default();
    let target = Target {
        id: "function".to_owned(),
        arn: function,
        dead_letter_arn: queue.to_owned(),
        retry_attempts: notes.any_text(own, "MaximumRetryAttempts"),
        ..Target::default()
    };
    let rule = named(label, off);
    let mut found = criteria(label, own, Dialect::EventSourceMapping, notes);
    for filter in &mut found {
        filter.rule = Some(rule.clone());
        filter.targets = Some(if is_arn(&target.arn) { vec![target.clone()] } else { Vec::new() });
        if !is_arn(&target.arn) && !target.arn.is_empty() {
            filter.notes.push(Note::Function(target.arn.clone()));
        }
        if !source.is_empty() {
            filter.notes.push(Note::RecordsFrom(source.clone()));
        }
    }
    found
}

/// Whether a text may be an ARN; a target is named by nothing else.
fn is_arn(text: &str) -> bool {
    text.starts_with("arn:") || text.contains("${")
}

/// SNS, `Subscribe`; `FilterPolicy` is a text in requests and answers and an object in templates.
fn subscription(label: &RuleLabel, own: &Node, notes: &mut ImportNotes) -> Option<FoundRule> {
    let policy = own.get("FilterPolicy").filter(|own| is_given(own))?;
    let text = pattern_of(policy, "FilterPolicy", notes)?;
    let scope = notes.text(own, "FilterPolicyScope");
    let dialect = match scope.as_str() {
        "" | "MessageAttributes" => Dialect::SnsAttributes,
        "MessageBody" => Dialect::SnsBody,
        other => {
            let span = own.get("FilterPolicyScope").map(|own| own.span).unwrap_or_default();
            notes.diagnostics.push(diagnostics::scope(span, other));
            Dialect::SnsAttributes
        }
    };
    let arn = notes.text(own, "Endpoint");
    let redrive = own.get("RedrivePolicy").and_then(|own| {
        let parsed = own.as_str().and_then(super::documents::one);
        parsed.as_ref().unwrap_or(own).get("deadLetterTargetArn").and_then(Node::as_str).map(str::to_owned)
    });
    let target = Target {
        id: "endpoint".to_owned(),
        arn: arn.clone(),
        dead_letter_arn: redrive.unwrap_or_default(),
        ..Target::default()
    };
    let topic = notes.text(own, "TopicArn");
    let mut notes = notes.take_notes();
    if !topic.is_empty() {
        notes.push(Note::MessagesOfTopic(topic));
    }
    Some(FoundRule {
        label: label.clone(),
        rule: Some(named(label, false)),
        pattern: Some(text),
        raw_pattern: Some(policy.clone()),
        dialect: Some(dialect),
        targets: Some(if is_arn(&arn) { vec![target] } else { Vec::new() }),
        notes,
        ..FoundRule::default()
    })
}

/// What a pipe has, as requests, answers and templates spell it.
const OF_PIPE: [&str; 19] = [
    "Description",
    "DesiredState",
    "Enrichment",
    "EnrichmentParameters",
    "KmsKeyIdentifier",
    "LogConfiguration",
    "Name",
    "RoleArn",
    "Source",
    "SourceParameters",
    "Tags",
    "Target",
    "TargetParameters",
    "Arn",
    "CurrentState",
    "StateReason",
    "CreationTime",
    "LastModifiedTime",
    "ResponseMetadata",
];

/// Pipes, `CreatePipe`.
fn pipe(label: &RuleLabel, own: &Node, notes: &mut ImportNotes) -> Vec<FoundRule> {
    for member in own.members().unwrap_or(&[]) {
        if !OF_PIPE.contains(&member.key.as_str()) {
            notes.unknown(member, own, Owner::Pipe, &OF_PIPE);
        }
    }
    let parameters = notes.object(own, "SourceParameters");
    let Some(parameters) = parameters else { return Vec::new() };
    let off = matches!(
        [notes.text(own, "DesiredState"), notes.text(own, "CurrentState")].map(|own| own.to_uppercase()),
        [one, other] if one == "STOPPED" || (one.is_empty() && other == "STOPPED")
    );
    let name = notes.text(own, "Name");
    let rule = Rule {
        name: if name.is_empty() { label.rule_name() } else { name },
        description: notes.text(own, "Description"),
        state: if off { State::Disabled } else { State::Enabled },
        ..Rule::default()
    };
    let template =
        own.get("TargetParameters").and_then(|own| own.get("InputTemplate")).and_then(Node::as_str);
    let target = Target {
        id: "target".to_owned(),
        arn: notes.text(own, "Target"),
        role_arn: String::new(),
        input: template.map_or(Input::MatchedEvent, |text| Input::Transformer {
            paths: String::new(),
            template: text.to_owned(),
        }),
        ..Target::default()
    };
    let mut found = criteria(label, parameters, Dialect::Pipes, notes);
    let source = notes.text(own, "Source");
    let enriched = own.get("Enrichment").is_some_and(is_given);
    for filter in &mut found {
        filter.rule = Some(rule.clone());
        filter.targets = Some(if target.arn.is_empty() { Vec::new() } else { vec![target.clone()] });
        if !source.is_empty() {
            filter.notes.push(Note::RecordsFrom(source.clone()));
        }
        if enriched {
            filter.notes.push(Note::EnrichmentNotShown);
        }
        if template.is_some() {
            filter.notes.push(Note::PipeTemplate);
        }
    }
    found
}

/// EventBridge, `CreateArchive`.
fn archive(label: &RuleLabel, own: &Node, notes: &mut ImportNotes) -> Option<FoundRule> {
    let pattern = own.get("EventPattern").filter(|own| is_given(own))?;
    let text = pattern_of(pattern, "EventPattern", notes)?;
    let name = notes.text(own, "ArchiveName");
    let bus = [notes.text(own, "SourceArn"), notes.text(own, "EventSourceArn")].concat();
    let rule = Rule {
        name: if name.is_empty() { label.rule_name() } else { name },
        description: notes.text(own, "Description"),
        event_bus: bus,
        ..Rule::default()
    };
    Some(FoundRule {
        label: label.clone(),
        rule: Some(rule),
        pattern: Some(text),
        raw_pattern: Some(pattern.clone()),
        dialect: Some(Dialect::Archive),
        targets: Some(Vec::new()),
        notes: notes.take_notes(),
        ..FoundRule::default()
    })
}

/// `FilterCriteria`: a record passes where one of the filters holds.
fn criteria(label: &RuleLabel, own: &Node, dialect: Dialect, notes: &mut ImportNotes) -> Vec<FoundRule> {
    let Some(criteria) = notes.object(own, "FilterCriteria") else { return Vec::new() };
    let filters = match criteria.get("Filters").map(|own| (own, &own.value)) {
        Some((_, Value::Array(filters))) => filters,
        Some((_, Value::Null)) => return Vec::new(),
        Some((other, _)) => {
            notes.wrong_type(other, "Filters", Expected::List);
            return Vec::new();
        }
        None => {
            notes.diagnostics.push(diagnostics::filters_missing(criteria.span));
            return Vec::new();
        }
    };
    let count = filters.len();
    let mut found = Vec::new();
    for (at, filter) in filters.iter().enumerate() {
        let Some(text) = filter_pattern(filter, notes) else { continue };
        let mut notes = notes.take_notes();
        let label = match count {
            1 => label.clone(),
            _ => RuleLabel::Filter { resource: Box::new(label.clone()), number: at + 1 },
        };
        if count > 1 {
            notes.push(Note::OneOfFilters(count));
        }
        found.push(FoundRule {
            label,
            pattern: Some(text),
            raw_pattern: Some(filter.get("Pattern").unwrap_or(filter).clone()),
            dialect: Some(dialect),
            notes,
            ..FoundRule::default()
        });
    }
    found
}

/// `Pattern` of a filter, which must be a text. An object is what people meant by it.
fn filter_pattern(filter: &Node, notes: &mut ImportNotes) -> Option<String> {
    let Some(members) = filter.members() else {
        notes.wrong_type(filter, "Filters", Expected::ListOfObjects);
        return None;
    };
    match filter.get("Pattern").map(|own| (own, &own.value)) {
        Some((_, Value::String(text))) => Some(laid_out(text)),
        Some((own, Value::Object(_))) => {
            notes.diagnostics.push(diagnostics::filter_object(own.span));
            Some(pretty(own))
        }
        Some((own, _)) => {
            notes.wrong_type(own, "Pattern", Expected::String);
            None
        }
        None if members.is_empty() => {
            notes.diagnostics.push(diagnostics::filter_empty(filter.span));
            None
        }
        None => {
            notes.diagnostics.push(diagnostics::filter_bare(filter.span));
            Some(pretty(filter))
        }
    }
}

/// A rule that a filter is shown as.
fn named(label: &RuleLabel, off: bool) -> Rule {
    Rule {
        name: label.rule_name(),
        state: if off { State::Disabled } else { State::Enabled },
        ..Rule::default()
    }
}

/// The place of a whole resource, where its properties are missing.
pub(super) fn nothing(span: Span) -> Node {
    Node { span, value: Value::Object(Vec::new()) }
}
