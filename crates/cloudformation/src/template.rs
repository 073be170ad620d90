//! A CloudFormation or SAM template and its rules.

use super::{Diagnostic, for_each, substitute};
use crate::message::Message;
use rulepad_document::json::{Member, Node, Value, parse};
use rulepad_document::{Role, Span, yaml};

/// The notations of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// JSON.
    Json,
    /// YAML.
    Yaml,
}

/// A template as it was read.
#[derive(Debug)]
pub struct Template {
    /// The whole of it.
    pub root: Node,
    /// How it is written.
    pub notation: Notation,
    /// Whether its text may be changed by the spans of its values.
    pub placed: bool,
    /// Whether resources in it are made by `Fn::ForEach`, so that it is not the text.
    pub expanded: bool,
    /// What is wrong with the text.
    pub diagnostics: Vec<Diagnostic>,
    /// Words of YAML that some parsers read differently, in the order of the text.
    pub ambiguous_words: Vec<Diagnostic>,
}

/// The diagnostics of a text among those of a template.
fn lifted(found: Vec<rulepad_document::Diagnostic<rulepad_document::Message>>) -> Vec<Diagnostic> {
    found.into_iter().map(|found| found.lift::<Message>()).collect()
}

/// A rule of a template.
#[derive(Clone, Copy, Debug)]
pub enum RuleSite<'t> {
    /// An `AWS::Events::Rule` of this name.
    Rule {
        /// Its logical id.
        resource: &'t str,
    },
    /// An event of a function or state machine of SAM.
    Event {
        /// The logical id of the function or state machine.
        resource: &'t str,
        /// The name of the event in it.
        event: &'t str,
    },
}

impl Template {
    /// Reads a text; `None` where it is no template.
    ///
    /// # Errors
    ///
    /// The problems of a YAML text that looks like a template and cannot be read.
    pub fn read(text: &str) -> Option<Result<Self, Vec<Diagnostic>>> {
        if text.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
            let parsed = parse(text, Role::Import);
            if let Some(root) = parsed.root
                && is_template(&root)
            {
                let sound = parsed.diagnostics.iter().all(|found| !found.is_error());
                return Some(Ok(Self::new(
                    text,
                    root,
                    Notation::Json,
                    sound,
                    lifted(parsed.diagnostics),
                    Vec::new(),
                )));
            }
        }
        let yaml::Yaml { root, diagnostics, words, placed } = yaml::read(text, Role::Import);
        let (diagnostics, words) = (lifted(diagnostics), lifted(words));
        match root {
            Some(root) if is_template(&root) => {
                Some(Ok(Self::new(text, root, Notation::Yaml, placed, diagnostics, words)))
            }
            None if looks_like_template(text) => Some(Err(diagnostics)),
            _ => None,
        }
    }

    fn new(
        text: &str,
        root: Node,
        notation: Notation,
        placed: bool,
        mut diagnostics: Vec<Diagnostic>,
        ambiguous_words: Vec<Diagnostic>,
    ) -> Self {
        let expanded = for_each::has(text);
        let root = if expanded { for_each::expanded(root, notation, &mut diagnostics) } else { root };
        Self { root, notation, placed: placed && !expanded, expanded, diagnostics, ambiguous_words }
    }

    /// A part of a template, or one that another text holds: what it is read from is not kept.
    pub fn of(root: Node) -> Self {
        let notation = Notation::Json;
        let mut diagnostics = Vec::new();
        let root = for_each::expanded(root, notation, &mut diagnostics);
        Self { root, notation, placed: false, expanded: true, diagnostics, ambiguous_words: Vec::new() }
    }

    /// The resources by their names.
    pub fn resources(&self) -> &[Member] {
        self.root.get("Resources").and_then(Node::members).unwrap_or(&[])
    }

    /// Whether SAM reads it.
    pub fn is_sam(&self) -> bool {
        let named = |node: &Node| node.as_str().is_some_and(|name| name.starts_with("AWS::Serverless-"));
        match self.root.get("Transform") {
            Some(Node { value: Value::Array(items), .. }) => items.iter().any(named),
            Some(own) => named(own),
            None => false,
        }
    }

    /// Every rule, in the order of the template.
    pub fn places(&self) -> Vec<RuleSite<'_>> {
        self.resources().iter().flat_map(Self::places_of).collect()
    }

    /// The rules of one resource.
    pub fn places_of(resource: &Member) -> Vec<RuleSite<'_>> {
        let Member { key, value, .. } = resource;
        match value.get("Type").and_then(Node::as_str) {
            Some("AWS::Events::Rule") => vec![RuleSite::Rule { resource: key }],
            Some("AWS::Serverless::Function" | "AWS::Serverless::StateMachine" | UNSEEN) => {
                let events = value.get("Properties").and_then(|own| own.get("Events"));
                let is_rule = |event: &&Member| {
                    let kind = event.value.get("Type").and_then(Node::as_str);
                    matches!(kind, Some("EventBridgeRule" | "CloudWatchEvent" | "Schedule"))
                };
                let events = events.and_then(Node::members).unwrap_or(&[]).iter().filter(is_rule);
                events.map(|event| RuleSite::Event { resource: key, event: &event.key }).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The rule of this name, as [`RuleSite::name`] gives it.
    pub fn place(&self, name: &str) -> Option<RuleSite<'_>> {
        self.places().into_iter().find(|place| place.name() == name)
    }

    /// The ambiguous words within a span.
    pub fn ambiguous_within(&self, span: Span) -> &[Diagnostic] {
        let from = self.ambiguous_words.partition_point(|word| word.span().start < span.start);
        let to = self.ambiguous_words.partition_point(|word| word.span().end <= span.end);
        self.ambiguous_words.get(from..to).unwrap_or(&[])
    }

    /// The value at a path of keys.
    pub fn at(&self, path: &[&str]) -> Option<&Node> {
        path.iter().try_fold(&self.root, |node, key| node.get(key))
    }
}

impl<'t> RuleSite<'t> {
    /// `Rule`, or `Function.Event`: names of resources have letters and digits only.
    pub fn name(&self) -> String {
        match self {
            Self::Rule { resource } => (*resource).to_owned(),
            Self::Event { resource, event } => format!("{resource}.{event}"),
        }
    }

    /// Where its name is.
    pub fn key_span(&self, template: &Template) -> Span {
        let (Self::Rule { resource } | Self::Event { resource, .. }) = self;
        let own = template.resources().iter().rev().find(|own| own.key == *resource);
        let event = |own: &Member| match self {
            Self::Rule { .. } => Some(own.key_span),
            Self::Event { event, .. } => {
                let events = own.value.get("Properties")?.get("Events")?.members()?;
                events.iter().rev().find(|own| own.key == *event).map(|own| own.key_span)
            }
        };
        own.and_then(event).unwrap_or_default()
    }

    /// The path of its properties.
    pub fn path(&self) -> Vec<&'t str> {
        match self {
            Self::Rule { resource } => vec!["Resources", resource, "Properties"],
            Self::Event { resource, event } => {
                vec!["Resources", resource, "Properties", "Events", event, "Properties"]
            }
        }
    }
}

/// The type of a function that a fragment does not show: nothing is known of it.
pub const UNSEEN: &str = "Rulepad::Unseen";

/// Whether a value is a template: it has resources, and the version of templates or a type of a resource.
#[must_use]
pub fn is_template(root: &Node) -> bool {
    let resources = root.get("Resources").and_then(Node::members);
    resources.is_some_and(|all| {
        root.get("AWSTemplateFormatVersion").is_some()
            || all.iter().any(|own| own.key.starts_with("Fn::ForEach::"))
            || all.iter().any(|own| own.value.get("Type").and_then(Node::as_str).is_some())
    })
}

/// Of a text that cannot be read: whether it was meant to be a template in YAML.
fn looks_like_template(text: &str) -> bool {
    let marks = ["Resources:", "AWSTemplateFormatVersion:", "Transform: AWS::Serverless"];
    text.lines().any(|line| marks.iter().any(|mark| line.starts_with(mark)))
}

/// The template with another value at a path of keys; keys that are not there yet are added.
pub fn with(root: &Node, path: &[&str], value: Node) -> Node {
    let Some((key, rest)) = path.split_first() else { return value };
    let mut root = root.clone();
    if let Value::Object(members) = &mut root.value {
        match members.iter_mut().rev().find(|own| own.key == *key) {
            Some(own) => own.value = with(&own.value, rest, value),
            None => {
                let empty = Node { span: Span::default(), value: Value::Object(Vec::new()) };
                let value = with(&empty, rest, value);
                members.push(Member { key: (*key).to_owned(), key_span: Span::default(), value });
            }
        }
    }
    root
}

/// Whether a function names nothing that a template has to declare: pseudo parameters and imported values alone.
pub fn is_self_contained(node: &Node) -> bool {
    let of_aws = |name: &str| name.starts_with("AWS::");
    match function(node) {
        Some(("Ref", argument)) => argument.as_str().is_some_and(of_aws),
        Some(("Fn::Sub", Node { value: Value::String(text), .. })) => {
            substitute::pieces(text).iter().filter_map(|piece| piece.name).all(of_aws)
        }
        Some(("Fn::Select" | "Fn::Split" | "Fn::Join" | "Fn::ImportValue" | "Fn::Base64", argument)) => {
            is_self_contained(argument)
        }
        Some(_) => false,
        None => match &node.value {
            Value::Array(items) => items.iter().all(is_self_contained),
            Value::Object(members) => members.iter().all(|own| is_self_contained(&own.value)),
            _ => true,
        },
    }
}

/// The function and its argument, where a value is one of CloudFormation's functions.
pub fn function(node: &Node) -> Option<(&str, &Node)> {
    let [Member { key, value, .. }] = node.members()? else { return None };
    (key == "Ref" || key.starts_with("Fn::")).then_some((key, value))
}
