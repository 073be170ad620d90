//! The rules of a CloudFormation or SAM template (CloudFormation template reference, `AWS::Events::Rule`; SAM
//! reference, `EventBridgeRule`).

use super::notes::ImportNotes;
use super::{Form, FoundRule, Imported, Origin, resources, rule, unknown};
use crate::references::in_use;
use crate::{Diagnostic, Note, RuleLabel, diagnostics};
use rulepad_cloudformation::{Resolver, RuleSite, StandIn, Template, ecs_as_requested, stand_in_notes};
use rulepad_document::Span;
use rulepad_document::json::{Member, Node, Value};
use rulepad_rule::Rule;
use std::sync::Arc;

/// The members of a rule and of a target that are texts, whatever a template has for them.
const TEXTS: [&str; 19] = [
    "Name",
    "Description",
    "State",
    "EventBusName",
    "RoleArn",
    "ScheduleExpression",
    "Id",
    "Arn",
    "Input",
    "InputPath",
    "ArchiveName",
    "SourceArn",
    "Source",
    "Target",
    "FunctionName",
    "EventSourceArn",
    "TopicArn",
    "Endpoint",
    "FilterPolicyScope",
];

/// What was read of a template.
#[derive(Default)]
pub(super) struct TemplateReading {
    /// The rules and filters, in their order.
    pub rules: Vec<FoundRule>,
    /// What could not be taken.
    pub diagnostics: Vec<Diagnostic>,
}

impl TemplateReading {
    /// Ambiguous words of YAML in a part of the template.
    pub fn add_ambiguous(&mut self, template: &Template, within: Span) {
        self.diagnostics.extend(lifted(template.ambiguous_within(within)));
    }
}

/// Reads a template; `None` where the text is none.
pub(super) fn read(text: &str) -> Option<Imported> {
    let template = match Template::read(text)? {
        Ok(template) => template,
        Err(diagnostics) => {
            let diagnostics = lifted(&diagnostics).collect();
            return Some(Imported { form: Some(Form::CloudFormation), diagnostics, ..Imported::default() });
        }
    };
    Some(read_template(&template, text, true))
}

/// The rules of a template; `keeps` where the text is the template itself, into which a rule may be written back.
pub(super) fn read_template(template: &Template, text: &str, keeps: bool) -> Imported {
    let form = if template.is_sam() { Form::Sam } else { Form::CloudFormation };
    let mut out = TemplateReading {
        diagnostics: lifted(&template.diagnostics).collect(),
        ..TemplateReading::default()
    };
    let keeps = keeps && !template.expanded;
    let resolver = Resolver::new(template);
    let shared: Arc<str> = text.into();
    for resource in template.resources() {
        for place in Template::places_of(resource) {
            let mut read = rule_with(&resolver, template, &place);
            // A schedule of SAM has other members than a rule.
            let is_schedule =
                matches!(place, RuleSite::Event { .. }) && read.found.rule.as_ref().is_some_and(has_schedule);
            let keeps = keeps && !is_schedule;
            read.found.origin = keeps.then(|| Origin { text: shared.clone(), resource: place.name() });
            read.found.notes.extend(notes_of(&read.stand_ins));
            out.diagnostics.extend(read.diagnostics);
            out.rules.push(read.found);
        }
        resources::read(&resolver, template, resource, &mut out);
    }
    if out.rules.is_empty() && !out.diagnostics.iter().any(Diagnostic::is_error) {
        out.diagnostics.push(diagnostics::template_without_rules(text));
    }
    Imported { form: Some(form), rules: out.rules, diagnostics: out.diagnostics }
}

/// Adds what is shown for the functions that a resolver met.
pub(super) fn referenced(resolver: &Resolver<'_>, rule: &mut FoundRule) {
    rule.notes.extend(notes_of(&resolver.take_found()));
    rule.references = in_use(resolver.take_references(), rule);
    for condition in resolver.take_assumed() {
        rule.notes.push(Note::ConditionAssumed(condition));
    }
}

fn has_schedule(rule: &Rule) -> bool {
    !rule.schedule.is_empty()
}

/// The diagnostics of a template among those of an import.
fn lifted(found: &[rulepad_cloudformation::Diagnostic]) -> impl Iterator<Item = Diagnostic> + '_ {
    found.iter().map(|found| found.clone().lift())
}

fn notes_of(stand_ins: &[StandIn]) -> impl Iterator<Item = Note> {
    stand_in_notes(stand_ins).into_iter().map(Note::StandIn)
}

/// A rule of a template, and how it was understood.
pub struct ReadRule {
    /// The rule, without its origin.
    pub found: FoundRule,
    /// What could not be taken, and ambiguous words of YAML.
    pub diagnostics: Vec<Diagnostic>,
    /// The functions in the pattern, and what is shown for each.
    pub in_pattern: Vec<StandIn>,
    /// All functions.
    pub stand_ins: Vec<StandIn>,
    /// Conditions of which the first branch was taken because nothing decides them.
    pub assumed: Vec<String>,
}

/// Reads the rule at a place. The same template always gives the same rule.
#[must_use]
pub fn rule_at(template: &Template, place: &RuleSite<'_>) -> ReadRule {
    rule_with(&Resolver::new(template), template, place)
}

/// The same with what is known of the template already.
fn rule_with(resolver: &Resolver<'_>, template: &Template, place: &RuleSite<'_>) -> ReadRule {
    let nothing = Node { span: Span::default(), value: Value::Object(Vec::new()) };
    let raw = template.at(&place.path()).unwrap_or(&nothing);
    let pattern_key = if matches!(place, RuleSite::Rule { .. }) { "EventPattern" } else { "Pattern" };
    if let Some(pattern) = raw.get(pattern_key) {
        let _ = resolver.value(pattern);
    }
    let in_pattern = resolver.take_found();
    let mut properties = resolver.value(raw).unwrap_or_else(|| nothing.clone());
    let mut notes = ImportNotes::default();
    let label = place.name();
    if let RuleSite::Event { resource, event } = place {
        properties = as_rule(resolver, resource, event, &properties, &mut notes);
    }
    as_texts(&mut properties);
    let is_named = properties.get("Name").and_then(Node::as_str).is_some_and(|name| !name.is_empty());
    ecs_as_requested(&mut properties);
    let mut found = rule::rule(&properties, &mut notes);
    // A template has all of its rules: what it does not have, they do not have.
    found.targets.get_or_insert_default();
    found.pattern.get_or_insert_default();
    found.label = RuleLabel::Name(label.clone());
    if let Some(rule) = found.rule.as_mut().filter(|_| !is_named) {
        rule.name = label.replace('.', "");
        notes.note(Note::NamedByCloudFormation(rule.name.clone()));
    }
    found.references = in_use(resolver.take_references(), &found);
    let conditions = resolver.take_assumed();
    conditions.iter().for_each(|condition| notes.note(Note::ConditionAssumed(condition.clone())));
    found.notes = notes.take_notes();
    found.made.roles = matches!(place, RuleSite::Event { .. });
    if raw.get(pattern_key).is_none()
        && found.pattern.as_deref() == Some("")
        && !found.rule.as_ref().is_some_and(has_schedule)
        && !notes.diagnostics.iter().any(Diagnostic::is_error)
    {
        notes.diagnostics.push(diagnostics::no_pattern(place.key_span(template), &label));
    }
    let mut diagnostics: Vec<Diagnostic> = lifted(template.ambiguous_within(raw.span)).collect();
    unknown::settle(&mut found, &mut diagnostics);
    diagnostics.extend(resolver.take_exhausted().map(diagnostics::template_budget));
    diagnostics.append(&mut notes.diagnostics);
    ReadRule { found, diagnostics, in_pattern, stand_ins: resolver.take_found(), assumed: conditions }
}

/// The event of a function or state machine in the shape of a rule.
fn as_rule(
    resolver: &Resolver<'_>,
    resource: &str,
    event: &str,
    own: &Node,
    notes: &mut ImportNotes,
) -> Node {
    let node = |value| Node { span: own.span, value };
    let text = |text: String| node(Value::String(text));
    let get = |key: &str| own.get(key).cloned();
    let name = |key: &str| Node { span: own.span, value: Value::String(key.to_owned()) };
    let part = |key: &str, argument: Node| {
        let call = Member { key: key.to_owned(), key_span: own.span, value: argument };
        resolver.value(&node(Value::Object(vec![call])))
    };
    // A function by its `Arn`, a state machine by `Ref`, which is its ARN.
    let arn = part("Fn::GetAtt", node(Value::Array(vec![name(resource), name("Arn")])));
    let id = own.get("Target").and_then(|target| target.get("Id")).cloned();
    let state = get("State").or_else(|| {
        let enabled = own.get("Enabled")?;
        // A value that the template does not decide.
        if enabled.as_str().is_some_and(|on| on.contains("${")) {
            return Some(enabled.clone());
        }
        let off = matches!(enabled.value, Value::Bool(false)) || enabled.as_str() == Some("false");
        off.then(|| text("DISABLED".to_owned()))
    });
    let queue = own.get("DeadLetterConfig").and_then(|queue| {
        let arn = queue.get("Arn").cloned().or_else(|| {
            let id = queue.get("QueueLogicalId").and_then(Node::as_str);
            let id = id.map_or_else(|| format!("{resource}{event}Queue"), str::to_owned);
            notes.note(Note::QueueMadeBySam(id.clone()));
            part("Fn::GetAtt", node(Value::Array(vec![name(&id), name("Arn")])))
        });
        arn.map(|arn| object(own.span, [("Arn", Some(arn))]))
    });
    let target = object(
        own.span,
        [
            ("Id", id.or_else(|| Some(text(default_id(resolver.kind_of(resource), resource, event))))),
            ("Arn", arn),
            ("RoleArn", get("RoleArn")),
            ("Input", get("Input")),
            ("InputPath", get("InputPath")),
            ("InputTransformer", get("InputTransformer")),
            ("DeadLetterConfig", queue),
            ("RetryPolicy", get("RetryPolicy")),
        ],
    );
    object(
        own.span,
        [
            ("Name", get("RuleName").or_else(|| get("Name"))),
            ("Description", get("Description")),
            ("EventBusName", get("EventBusName")),
            ("State", state),
            ("EventPattern", get("Pattern")),
            ("ScheduleExpression", get("Schedule")),
            ("Targets", Some(node(Value::Array(vec![target])))),
        ],
    )
}

/// The id that SAM gives a target.
fn default_id(kind: &str, resource: &str, event: &str) -> String {
    let what = if kind.ends_with("StateMachine") { "StepFunctionsTarget" } else { "LambdaTarget" };
    format!("{resource}{event}{what}")
}

fn object<const N: usize>(span: Span, members: [(&str, Option<Node>); N]) -> Node {
    let member = |(key, value): (&str, Option<Node>)| {
        Some(Member { key: key.to_owned(), key_span: span, value: value? })
    };
    Node { span, value: Value::Object(members.into_iter().filter_map(member).collect()) }
}

/// CloudFormation takes a number or a boolean where a text is wanted.
pub(super) fn as_texts(properties: &mut Node) {
    fn texts(node: &mut Node) {
        let Value::Object(members) = &mut node.value else { return };
        for member in members.iter_mut().filter(|member| TEXTS.contains(&member.key.as_str())) {
            let text = match &member.value.value {
                Value::Number(text) => text.clone(),
                Value::Bool(on) => on.to_string(),
                _ => continue,
            };
            member.value.value = Value::String(text);
        }
    }
    texts(properties);
    let Value::Object(members) = &mut properties.value else { return };
    for targets in members.iter_mut().filter(|member| member.key == "Targets") {
        if let Value::Array(items) = &mut targets.value.value {
            items.iter_mut().for_each(texts);
        }
    }
}

#[cfg(test)]
#[path = "template_tests.rs"]
pub(crate) mod tests;
