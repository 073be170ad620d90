//! Calls of AWS's API, whatever makes them, and the rules from all of them together.

use super::changes::{Changes, RuleChange};
use super::filters::{self, FilterResource};
use super::fragment::{member, object};
use super::notes::ImportNotes;
use super::requests::{self, RequestPart, Targets};
use super::{Diagnostic, FoundRule, RuleLabel, join, rule, target};
use crate::diagnostics;
use crate::references::in_use;
use rulepad_document::json::{Node, Value};
use rulepad_rule::{Reference, ReferenceLanguage, ReferenceValue, State};

/// The calls that have to do with rules and filters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operation {
    PutRule,
    PutTargets,
    DisableRule,
    EnableRule,
    DeleteRule,
    RemoveTargets,
    TestEventPattern,
    CreateArchive,
    CreateMapping,
    Subscribe,
    SetSubscriptionAttributes,
    CreatePipe,
    /// Sends events or messages; there is no rule in it.
    Send,
    /// Makes a schedule of EventBridge Scheduler.
    CreateSchedule,
    /// Deploys a template that another file has.
    Deploy,
}

impl Operation {
    /// The operation of a service, in any of the spellings of the CLI and the SDKs.
    pub fn named(service: &str, operation: &str) -> Option<Self> {
        let plain: String =
            operation.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
        Some(match (service, plain.as_str()) {
            ("events" | "", "putrule") => Self::PutRule,
            ("events" | "", "puttargets") => Self::PutTargets,
            ("events" | "", "disablerule") => Self::DisableRule,
            ("events" | "", "enablerule") => Self::EnableRule,
            ("events" | "", "deleterule") => Self::DeleteRule,
            ("events" | "", "removetargets") => Self::RemoveTargets,
            ("events" | "", "testeventpattern") => Self::TestEventPattern,
            ("events" | "", "createarchive" | "updatearchive") => Self::CreateArchive,
            ("events" | "", "putevents" | "putpartnerevents") | ("sns", "publish" | "publishbatch") => {
                Self::Send
            }
            ("lambda" | "", "createeventsourcemapping" | "updateeventsourcemapping") => Self::CreateMapping,
            ("sns", "subscribe") => Self::Subscribe,
            ("sns" | "", "setsubscriptionattributes") => Self::SetSubscriptionAttributes,
            ("pipes" | "", "createpipe" | "updatepipe") => Self::CreatePipe,
            ("scheduler" | "", "createschedule" | "updateschedule") => Self::CreateSchedule,
            ("cloudformation", "deploy" | "createstack" | "updatestack" | "createchangeset") => Self::Deploy,
            _ => return None,
        })
    }
}

/// When a call is made, as far as the text shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallTime {
    /// After those before it in the text.
    InOrder,
    /// In a function, under a condition, or not at all.
    Perhaps,
}

/// Calls that were found in a text, whatever they are about.
pub struct FoundCalls<O> {
    /// The operation and the request of each, spelled as in the API, with places in the text.
    pub calls: Vec<(O, Node)>,
    /// What is shown for values that only a run knows.
    pub shown: Vec<String>,
    /// The language of the text.
    pub language: ReferenceLanguage,
    /// What could not be taken.
    pub diagnostics: Vec<Diagnostic>,
}

impl<O> Default for FoundCalls<O> {
    fn default() -> Self {
        let language = ReferenceLanguage::Program;
        Self { calls: Vec::new(), shown: Vec::new(), language, diagnostics: Vec::new() }
    }
}

impl<O> FoundCalls<O> {
    /// The values that only a run knows.
    #[must_use]
    pub fn references(&self) -> Vec<Reference> {
        self.shown.iter().map(|shown| reference(shown, self.language)).collect()
    }
}

/// A value that only a run knows.
fn reference(shown: &str, language: ReferenceLanguage) -> Reference {
    let source = shown.trim_start_matches("${").trim_end_matches('}').to_owned();
    Reference { shown: shown.to_owned(), language, source, value: ReferenceValue::Any }
}

/// What the calls of a text make.
#[derive(Default)]
pub(super) struct Calls {
    /// Notes and diagnostics of them.
    pub notes: ImportNotes,
    /// What is shown for values that only a run knows, and the language of the text.
    pub references: (Vec<String>, Option<ReferenceLanguage>),
    parts: Vec<RequestPart>,
    /// What the calls change of rules that others made.
    changes: Changes,
    /// Filter policies that are set one attribute a call, by the subscription.
    attributes: Vec<(String, Node)>,
}

impl Calls {
    /// One call, its request spelled as in the API.
    pub fn call(&mut self, operation: Operation, request: &Node, made: CallTime) {
        match operation {
            Operation::PutRule => {
                let mut found = rule::rule(request, &mut self.notes);
                self.unknown_pattern(&mut found, request);
                found.notes = self.notes.take_notes();
                self.changes.put(&mut self.parts, found, made);
            }
            Operation::PutTargets => {
                let targets = request.get("Targets").map(|list| target::targets(list, &mut self.notes));
                let own = Targets {
                    rule: self.notes.text(request, "Rule"),
                    bus: self.notes.text(request, "EventBusName"),
                    targets: targets.unwrap_or_default(),
                    more: false,
                    notes: self.notes.take_notes(),
                };
                self.parts.push(RequestPart::Targets(own));
            }
            Operation::DisableRule => self.change(RuleChange::Switch(State::Disabled), request, made),
            Operation::EnableRule => self.change(RuleChange::Switch(State::Enabled), request, made),
            Operation::DeleteRule => self.change(RuleChange::Delete, request, made),
            Operation::RemoveTargets => self.change(RuleChange::RemoveTargets, request, made),
            Operation::TestEventPattern => {
                if let Some(text) = rule::pattern(request, &mut self.notes) {
                    let mut found = FoundRule { pattern: Some(text), ..FoundRule::default() };
                    self.unknown_pattern(&mut found, request);
                    if let Some(text) = found.pattern {
                        self.parts.push(requests::bare(text));
                    }
                }
            }
            Operation::CreateArchive => self.filter(FilterResource::Archive, request, "ArchiveName"),
            Operation::CreatePipe => self.filter(FilterResource::Pipe, request, "Name"),
            Operation::CreateMapping => self.filter(FilterResource::Mapping, request, "FunctionName"),
            Operation::Subscribe => self.subscribe(request),
            Operation::SetSubscriptionAttributes => self.set_attribute(request),
            Operation::Send => self.notes.diagnostics.push(diagnostics::sends(request.span)),
            Operation::CreateSchedule => {
                let name = self.notes.any_text(request, "Name");
                self.notes.diagnostics.push(diagnostics::scheduler(request.span, &name));
            }
            Operation::Deploy => self.notes.diagnostics.push(diagnostics::deploys(request.span)),
        }
    }

    fn change(&mut self, change: RuleChange, request: &Node, made: CallTime) {
        self.changes.change(change, request, made, &mut self.parts, &mut self.notes);
    }

    fn filter(&mut self, resource: FilterResource, request: &Node, name: &str) {
        let name = self.notes.any_text(request, name);
        let found = filters::read(resource, &label(resource, &name), request, &mut self.notes);
        self.add(found);
    }

    /// Filters belong to no rule that is named elsewhere.
    fn add(&mut self, found: Vec<FoundRule>) {
        for rule in found {
            self.parts.push(RequestPart::Rule(Box::new(rule)));
            self.parts.push(RequestPart::End);
        }
    }

    fn subscribe(&mut self, request: &Node) {
        let mut members = request.members().unwrap_or(&[]).to_vec();
        for own in &mut members {
            if own.key == "NotificationEndpoint" {
                own.key = "Endpoint".to_owned();
            }
        }
        if let Some(attributes) = request.get("Attributes").and_then(Node::members) {
            members.extend(attributes.iter().cloned());
        }
        let own = object(request.span, members);
        let topic = self.notes.any_text(&own, "TopicArn");
        let label = label(FilterResource::Subscription, &topic);
        let found = filters::read(FilterResource::Subscription, &label, &own, &mut self.notes);
        self.add(found);
    }

    fn set_attribute(&mut self, request: &Node) {
        let name = self.notes.any_text(request, "AttributeName");
        let Some(value) = request.get("AttributeValue").cloned() else { return };
        if !matches!(name.as_str(), "FilterPolicy" | "FilterPolicyScope") {
            return;
        }
        let subscription = self.notes.any_text(request, "SubscriptionArn");
        let own = match self.attributes.iter_mut().find(|(arn, _)| *arn == subscription) {
            Some((_, own)) => own,
            None => {
                self.attributes.push((subscription, object(request.span, Vec::new())));
                let Some((_, own)) = self.attributes.last_mut() else { return };
                own
            }
        };
        if let Value::Object(members) = &mut own.value {
            members.push(member(&name, value));
        }
    }

    /// A pattern that is only a variable is not known; one with variables in it has them as texts.
    fn unknown_pattern(&mut self, found: &mut FoundRule, request: &Node) {
        let span = request.get("EventPattern").map_or(request.span, |own| own.span);
        let Some(text) = &found.pattern else { return };
        if self.references.0.iter().any(|shown| shown == text.trim()) {
            self.notes.diagnostics.push(diagnostics::pattern_unknown(span, text.trim()));
            found.pattern = None;
        }
    }

    /// Whether no call brought anything.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty() && self.attributes.is_empty() && self.notes.diagnostics.is_empty()
    }

    /// What all calls make, and what could not be taken.
    pub fn into_parts(mut self) -> (Vec<RequestPart>, Vec<Diagnostic>) {
        for (arn, own) in std::mem::take(&mut self.attributes) {
            if own.get("FilterPolicy").is_some() {
                let label = label(FilterResource::Subscription, &arn);
                let found = filters::read(FilterResource::Subscription, &label, &own, &mut self.notes);
                self.add(found);
            }
        }
        // The text spells the members in its own way: no edit is right in it.
        for help in self.notes.diagnostics.iter_mut().flat_map(|found| &mut found.help) {
            help.edits.clear();
        }
        self.changes.finish(&mut self.parts, &mut self.notes);
        (self.parts, self.notes.diagnostics)
    }

    /// The rules of all calls, and what could not be taken.
    pub fn into_rules(mut self) -> (Vec<FoundRule>, Vec<Diagnostic>) {
        let (shown, language) = std::mem::take(&mut self.references);
        let all: Vec<Reference> = language
            .map_or_else(Vec::new, |language| shown.iter().map(|shown| reference(shown, language)).collect());
        let (parts, found) = self.into_parts();
        let mut rules = join::rules(parts);
        for rule in &mut rules {
            // A script has all of its rules.
            if rule.rule.is_some() {
                rule.targets.get_or_insert_default();
            }
            rule.references = in_use(all.clone(), rule);
        }
        (rules, found)
    }
}

/// What a resource with filters is called: its name, or the name in its ARN.
fn label(resource: FilterResource, name: &str) -> RuleLabel {
    if name.is_empty() { RuleLabel::Resource(resource) } else { last(name).into() }
}

/// The last part of an ARN, which is a name, or the text.
pub(super) fn last(arn: &str) -> String {
    if !arn.starts_with("arn:") {
        return arn.to_owned();
    }
    arn.rsplit([':', '/']).next().unwrap_or(arn).to_owned()
}
