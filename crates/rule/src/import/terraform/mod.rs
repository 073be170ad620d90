//! Terraform: `aws_cloudwatch_event_rule` and `aws_cloudwatch_event_target`.

mod functions;
mod number;
mod resource;
mod scope;
mod syntax;
mod template;
mod value;

use super::rule::rule as put_rule;
use super::said::Said;
use super::{Files, Form, FoundRule, Imported, target};
use crate::diagnostics as say;
use crate::{Rule, Target};
use hcl_edit::Span as _;
use hcl_edit::structure::{Block, Body};
use rulepad_document::Span;
use rulepad_document::json::Node;
use scope::{Scope, Step};
use std::ops::Range;

const RULE: &str = "aws_cloudwatch_event_rule";
const TARGET: &str = "aws_cloudwatch_event_target";
const BUS: &str = "aws_cloudwatch_event_bus";
const ROLE: &str = "aws_iam_role";

/// What an export makes again.
const MADE: [&str; 6] = [
    ROLE,
    "aws_iam_role_policy",
    "aws_lambda_permission",
    "aws_sns_topic_policy",
    "aws_sqs_queue_policy",
    "aws_cloudwatch_log_resource_policy",
];

/// The longest file that is read; the library's work grows with the square of the longest object.
const MAX_TEXT: usize = 256 << 10;

/// Whether a text looks like Terraform that is about rules.
pub(super) fn looks_like(text: &str) -> bool {
    text.lines().map(str::trim_start).any(|line| {
        let mut words = line.split([' ', '\t', '=', '{']).filter(|word| !word.is_empty());
        match (words.next(), words.next()) {
            (Some("resource"), Some(kind)) => kind.starts_with("\"aws_"),
            (Some("module"), Some(name)) => name.starts_with('"'),
            (Some("event_pattern"), _) => line.contains('='),
            _ => false,
        }
    })
}

/// The rules of a file.
pub(super) fn read(text: &str, _files: &Files<'_>) -> Imported {
    let nothing =
        |found| Imported { form: Some(Form::Terraform), rules: Vec::new(), diagnostics: vec![found] };
    if text.len() > MAX_TEXT {
        return nothing(say::import_too_long(text, MAX_TEXT));
    }
    let body = match syntax::parse(text) {
        Ok(body) => body,
        Err(error) => {
            return nothing(say::import_terraform(text, error.location().offset(), error.message()));
        }
    };
    let scope = Scope::of(text, &body);
    let mut said = Said::default();
    let rules = rules(&scope, &body, &mut said);
    let mut diagnostics = scope.into_found();
    diagnostics.append(&mut said.found);
    diagnostics.sort_by_key(|found| (found.span().start, found.span().end));
    if rules.is_empty() && diagnostics.is_empty() {
        diagnostics.push(say::import_no_rule(text));
    }
    Imported { form: Some(Form::Terraform), rules, diagnostics }
}

/// A target, and what it says of its rule.
struct Placed<'t> {
    /// The name of the rule's resource.
    resource: Option<String>,
    /// The rule's name, or the expression for it.
    rule: String,
    /// The bus, where it is named.
    bus: Option<String>,
    target: Target,
    notes: Vec<String>,
    name: &'t str,
}

fn rules(scope: &Scope<'_>, body: &Body, said: &mut Said) -> Vec<FoundRule> {
    let mut targets: Vec<Placed<'_>> = Vec::new();
    let (mut rules, mut names, mut left) = (Vec::new(), Vec::new(), Vec::new());
    for (kind, name, block) in resources(body) {
        match kind {
            RULE => {
                rules.push(rule(scope, name, &block.body, said));
                names.push(name);
            }
            TARGET => targets.extend(placed(scope, name, &block.body, said)),
            _ if MADE.contains(&kind) => {}
            _ => left.push((kind, name, span(block.ident.span()))),
        }
    }
    for block in body.get_blocks("module") {
        scope.report(say::import_module(span(block.ident.span())));
    }
    if let Some(attribute) = body.get_attribute("event_pattern") {
        let pattern = resource::pattern(scope, attribute);
        rules.push(FoundRule { label: "event pattern".to_owned(), pattern, ..FoundRule::default() });
        names.push("");
    }
    if let Some((_, _, place)) = left.first() {
        let left: Vec<String> = left.iter().map(|(kind, name, _)| format!("{kind}.{name}")).collect();
        scope.report(say::import_left(*place, &left));
    }
    join(rules, &names, targets)
}

fn resources(body: &Body) -> impl Iterator<Item = (&str, &str, &Block)> {
    body.get_blocks("resource").filter_map(|block| match &block.labels[..] {
        [kind, name] => Some((kind.as_str(), name.as_str(), block)),
        _ => None,
    })
}

fn rule(scope: &Scope<'_>, name: &str, body: &Body, said: &mut Said) -> FoundRule {
    resource::repeated(scope, body);
    let mut found = put_rule(&resource::rule(scope, body), said);
    found.pattern = body.get_attribute("event_pattern").and_then(|own| resource::pattern(scope, own));
    // The file says what targets there are.
    found.targets = Some(Vec::new());
    if found.label.is_empty() {
        said.note(format!("`{name}` has no `name`: Terraform makes one up, and the rule needs one."));
        found.label = name.to_owned();
    }
    found.address = format!("{RULE}.{name}");
    found.notes = said.take_notes();
    found
}

fn placed<'t>(scope: &Scope<'_>, name: &'t str, body: &Body, said: &mut Said) -> Option<Placed<'t>> {
    resource::repeated(scope, body);
    let node = resource::target(scope, name, body);
    let made = node.get("RoleArn").is_none() && body.has_attribute("role_arn");
    let target = target::target(&node, said)?;
    if made {
        said.note(format!("Target `{}`: its role is made in the file; an export makes it again.", target.id));
    }
    if !body.has_attribute("target_id") {
        said.note(format!("Target `{}` has no `target_id`; its resource's name is taken.", target.id));
    }
    let attribute = body.get_attribute("rule");
    let steps = attribute.and_then(|own| scope.steps(&own.value)).unwrap_or_default();
    let resource = match &steps[..] {
        [Step::Name(kind), Step::Name(name), ..] if kind == RULE && scope.has(RULE, name) => {
            Some(name.clone())
        }
        _ => None,
    };
    let text = |node: Option<Node>| node.as_ref().and_then(Node::as_str).map(str::to_owned);
    let rule = match &resource {
        Some(_) => String::new(),
        None => text(attribute.and_then(|own| resource::text(scope, own))).unwrap_or_default(),
    };
    let bus = match &resource {
        Some(_) => None,
        None => text(body.get_attribute("event_bus_name").and_then(|own| resource::bus(scope, own))),
    };
    Some(Placed { resource, rule, bus, target, notes: said.take_notes(), name })
}

/// Targets come to their rules; those of a rule that is not in the file stand together.
fn join(mut rules: Vec<FoundRule>, names: &[&str], targets: Vec<Placed<'_>>) -> Vec<FoundRule> {
    for own in targets {
        let at = match &own.resource {
            Some(resource) => names.iter().position(|name| name == resource),
            None => rules.iter().position(|rule| {
                rule.rule.as_ref().is_some_and(|rule| {
                    !own.rule.is_empty() && rule.name == own.rule && on(rule, own.bus.as_deref())
                })
            }),
        };
        let label = if own.rule.is_empty() { own.name.to_owned() } else { own.rule };
        let at = at.or_else(|| rules.iter().position(|rule| rule.rule.is_none() && rule.label == label));
        match at.and_then(|at| rules.get_mut(at)) {
            Some(rule) => {
                rule.targets.get_or_insert_default().push(own.target);
                rule.notes.extend(own.notes);
            }
            None => rules.push(FoundRule {
                label,
                targets: Some(vec![own.target]),
                notes: own.notes,
                ..FoundRule::default()
            }),
        }
    }
    rules
}

/// Whether a rule stands on a bus; one that is not named is the default one.
fn on(rule: &Rule, bus: Option<&str>) -> bool {
    let bus = Rule { event_bus: bus.unwrap_or_default().to_owned(), ..Rule::default() };
    rule.bus() == bus.bus()
}

fn span(range: Option<Range<usize>>) -> Span {
    range.map(|range| Span::new(range.start, range.end)).unwrap_or_default()
}

#[cfg(test)]
mod tests;
