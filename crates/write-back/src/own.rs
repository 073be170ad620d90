//! Files that Rulepad itself wrote: nothing of their surroundings has to be kept, as the rule gives them again.

use rulepad_cloudformation::{Notation, RuleSite, Template, function};
use rulepad_document::Role;
use rulepad_document::json::build::same;
use rulepad_document::json::{Value, parse};
use rulepad_export::{Format, Subject, export};
use rulepad_import::{Form, FoundRule, Imported, Origin};
use rulepad_pattern::Dialect;

/// What was read, where the only rule of a template is the export of that rule: it has no text to be written back
/// into then, and nothing to be said of its functions.
#[must_use]
pub fn recognised(mut read: Imported) -> Imported {
    if !matches!(read.form, Some(Form::CloudFormation | Form::Sam)) {
        return read;
    }
    let mut placed = read.rules.iter_mut().filter(|rule| rule.origin.is_some());
    let (Some(rule), None) = (placed.next(), placed.next()) else { return read };
    if let Some(own) = rule.origin.as_ref().and_then(|origin| own_export(origin, rule)) {
        *rule = own;
    }
    read
}

/// What Rulepad itself would have written: the same rule gives this template again. Roles that the template makes
/// for targets are then made again, and nothing of it has to be kept.
fn own_export(origin: &Origin, found: &FoundRule) -> Option<FoundRule> {
    let template = Template::read(&origin.text)?.ok()?;
    let [place] = template.places()[..] else { return None };
    let (format, name) = match (place, template.notation) {
        (RuleSite::Event { .. }, _) => (Format::Sam, "RuleName"),
        _ if template.is_sam() => (Format::Sam, "Name"),
        (RuleSite::Rule { .. }, Notation::Json) => (Format::CloudFormationJson, "Name"),
        (RuleSite::Rule { .. }, Notation::Yaml) => (Format::CloudFormationYaml, "Name"),
    };
    let properties = template.at(&place.path())?;
    let mut own = FoundRule { origin: None, notes: Vec::new(), ..found.clone() };
    if properties.get(name).is_none() {
        own.rule.as_mut()?.name.clear();
    }
    let roles = properties.get("Targets").map(|targets| match &targets.value {
        Value::Array(items) => {
            items.iter().map(|item| item.get("RoleArn").and_then(function).is_some()).collect()
        }
        _ => Vec::new(),
    });
    for (target, made) in own.targets.as_mut()?.iter_mut().zip(roles.unwrap_or_default()) {
        if made {
            target.role_arn.clear();
        }
    }
    let parsed = parse(own.pattern.as_deref()?, Role::Pattern);
    let subject = Subject {
        rule: own.rule.as_ref()?,
        pattern: Some(parsed.valid()?),
        dialect: Dialect::Rule,
        targets: own.targets.as_deref()?,
        event: "",
        references: &own.references,
    };
    let written = export(format, &subject).text;
    let again = Template::read(&written)?.ok()?;
    if !same(&again.root, &template.root) {
        return None;
    }
    if *written != *origin.text {
        own.origin = Some(origin.clone());
    }
    Some(own)
}
