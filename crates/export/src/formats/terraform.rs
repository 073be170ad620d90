//! Terraform: `aws_cloudwatch_event_rule`, `aws_cloudwatch_event_target` and what lets EventBridge deliver.

use super::text::{is_fragile, shown};
use crate::later::{Later, Natural};
use crate::message::{FileKind, Loss, Note, PatternAsText, TargetLoss};
use crate::plan::{Plan, RULE_ARN};
use crate::provider::{Body, RULE, Resources, Setting};
use crate::{Rendered, file_name};
use rulepad_document::json::{Node, compact, pretty};
use rulepad_document::source_text::commented;
use rulepad_rule::{Rule, Target};
use rulepad_terraform::hcl;

/// The rule, its targets and their policies, for version 5 or later of the provider.
pub(crate) fn export(plan: &mut Plan<'_>) -> Rendered {
    let Resources { all, mut losses, mut notes } = Resources::of(plan, FileKind::File);
    if plan.pattern.is_some_and(must_be_text) {
        notes.push(Note::PatternAsText(PatternAsText::Jsonencode));
    }
    losses.extend(composed(plan));
    let slug = plan.slug();
    let place = plan
        .region()
        .map(|region| format!("# The rule is in {region}: use a provider for this Region.\n"))
        .unwrap_or_default();
    let mut out = place
        + "terraform {\n  required_providers {\n    aws = {\n      source  = \"hashicorp/aws\"\n      version = \">= \
         5.0\"\n    }\n  }\n}\n";
    for resource in &all {
        let head = format!("resource \"{}\" \"{}\"", resource.kind, resource.name);
        out.push('\n');
        if let Some(comment) = &resource.comment {
            out.push_str(&commented("# ", comment, 0));
        }
        write(&resource.body, &head, &slug, 0, &mut out);
    }
    out.push_str(&asked(plan.later));
    Rendered { file_name: file_name(plan.rule, "tf"), media_type: "text/plain", text: out, losses, notes }
}

/// The variables of the values that the file asks for, and the data sources of those that Terraform finds out.
#[must_use]
pub fn asked(later: &[Later]) -> String {
    let source = |kind: &str| format!("\ndata \"{kind}\" \"current\" {{}}\n");
    let mut out = String::new();
    let has =
        |wanted: &[Natural]| later.iter().filter_map(|own| own.natural).any(|own| wanted.contains(&own));
    if has(&[Natural::Region]) {
        out.push_str(&source("aws_region"));
    }
    if has(&[Natural::Account]) {
        out.push_str(&source("aws_caller_identity"));
    }
    if has(&[Natural::Partition, Natural::UrlSuffix]) {
        out.push_str(&source("aws_partition"));
    }
    for own in later.iter().filter(|own| own.natural.is_none()) {
        let lines = [
            ("type".to_owned(), "string".to_owned()),
            ("description".to_owned(), hcl::string(&own.described())),
        ];
        out.push_str(&format!("\nvariable \"{}\" {{\n{}}}\n", own.name, hcl::aligned(&lines, "  ")));
    }
    out
}

/// One block; `rule` is the name of the rule's resource.
fn write(body: &Body, head: &str, rule: &str, depth: usize, out: &mut String) {
    let pad = "  ".repeat(depth);
    let lines: Vec<(String, String)> = body
        .attributes
        .iter()
        .map(|(name, setting)| ((*name).to_owned(), self::setting(setting, rule, depth + 1)))
        .collect();
    out.push_str(&format!("{pad}{head} {{\n"));
    out.push_str(&hcl::aligned(&lines, &"  ".repeat(depth + 1)));
    for (at, (name, block)) in body.blocks.iter().enumerate() {
        if at > 0 || !body.attributes.is_empty() {
            out.push('\n');
        }
        write(block, name, rule, depth + 1, out);
    }
    out.push_str(&format!("{pad}}}\n"));
}

fn setting(setting: &Setting, rule: &str, depth: usize) -> String {
    match setting {
        Setting::Plain(node) => hcl::value(node, depth),
        // Never `jsonencode`: it writes `<` and `>` in a way that EventBridge does not read back.
        Setting::Template(text) => template(text),
        Setting::Pattern(node) if must_be_text(node) => pattern_lines(node, depth),
        Setting::Pattern(node) => format!("jsonencode({})", hcl::value(node, depth)),
        Setting::Document(node) => document(node, rule, depth),
        Setting::Of { kind, name, attribute } => format!("{kind}.{name}.{attribute}"),
    }
}

/// A target of a rule that is in a configuration already, with what lets EventBridge deliver to it; `name` is that of
/// the rule's resource, `around` the text that it is added to.
pub fn target_beside(rule: &Rule, name: &str, target: &Target, around: &str) -> String {
    let mut plan = Plan::new(rule, None, std::slice::from_ref(target));
    for planned in &mut plan.targets {
        let mut number = 2;
        let first = planned.slug.clone();
        while around.contains(&format!("\" \"{}\"", planned.slug)) {
            planned.slug = format!("{first}_{number}");
            number += 1;
        }
    }
    let mut out = String::new();
    for resource in
        Resources::beside(&mut plan, name, FileKind::File).all.iter().filter(|own| own.kind != RULE)
    {
        let head = format!("resource \"{}\" \"{}\"", resource.kind, resource.name);
        out.push_str(if out.is_empty() { "" } else { "\n" });
        if let Some(comment) = &resource.comment {
            out.push_str(&commented("# ", comment, 0));
        }
        write(&resource.body, &head, name, 0, &mut out);
    }
    out
}

/// The blocks of a target, one text each; `name` is that of the only block that is wanted, otherwise all are given that
/// hold a property of its kind.
pub fn target_blocks(target: &Target, name: Option<&str>) -> Vec<String> {
    let nothing = Rule::default();
    let mut plan = Plan::new(&nothing, None, std::slice::from_ref(target));
    let all = Resources::beside(&mut plan, "rule", FileKind::File).all;
    let body = all.iter().find(|own| own.kind == "aws_cloudwatch_event_target").map(|own| &own.body);
    let others = ["input_transformer", "dead_letter_config", "retry_policy"];
    let is_wanted = |own: &str| name.map_or(!others.contains(&own), |name| name == own);
    let blocks = body.map(|own| &own.blocks[..]).unwrap_or_default();
    let written = |(name, block): &(&'static str, Body)| {
        let mut out = String::new();
        write(block, name, "rule", 1, &mut out);
        out
    };
    blocks.iter().filter(|(own, _)| is_wanted(own)).map(written).collect()
}

/// The event pattern as an expression.
pub fn pattern(pattern: &Node, depth: usize) -> String {
    if must_be_text(pattern) {
        pattern_lines(pattern, depth + 1)
    } else {
        format!("jsonencode({})", hcl::value(pattern, depth))
    }
}

/// Whether `jsonencode` would write something else for the pattern.
pub fn must_be_text(pattern: &Node) -> bool {
    is_fragile(pattern) || !hcl::is_composed(&compact(pattern))
}

/// The pattern as the lines of a heredoc, whose indent Terraform removes.
fn pattern_lines(pattern: &Node, depth: usize) -> String {
    let text = shown(&pretty(pattern));
    let text = if hcl::is_composed(&text) { text } else { hcl::in_ascii(&text) };
    let pad = "  ".repeat(depth);
    let lines: String = hcl::heredoc(&text).lines().map(|line| format!("{pad}{line}\n")).collect();
    format!("<<-EOT\n{lines}{}EOT", "  ".repeat(depth.saturating_sub(1)))
}

/// What Terraform changes of other texts, for which it knows no way to write them otherwise.
fn composed(plan: &Plan<'_>) -> Vec<Loss> {
    let description = (!hcl::is_composed(&plan.rule.description)).then_some(Loss::ComposedDescription);
    let targets = plan.targets.iter().filter(|planned| !hcl::is_composed(&compact(&planned.request)));
    description.into_iter().chain(targets.map(|own| Loss::of(&own.target.id, TargetLoss::Composed))).collect()
}

/// A template of several lines as a heredoc where that gives the same text back, else a quoted string.
pub fn template(template: &str) -> String {
    let plain = !template.lines().any(|line| line.trim_start().starts_with("EOT"))
        && !template.contains(|c: char| rulepad_document::visible::is_unseen(c) && c != '\n');
    if template.contains('\n') && template.ends_with('\n') && plain {
        return format!("<<EOT\n{}EOT", hcl::heredoc(template));
    }
    hcl::string(template)
}

/// A policy for `jsonencode`, with a reference to the rule instead of its ARN.
fn document(node: &Node, rule: &str, depth: usize) -> String {
    let text = hcl::value(node, depth).replace(&hcl::string(RULE_ARN), &format!("{RULE}.{rule}.arn"));
    format!("jsonencode({text})")
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_document::Role;
    use rulepad_document::json::parse;
    use rulepad_transformer::Input;

    fn exported(pattern: &str, description: &str, constant: &str) -> Rendered {
        let node = parse(pattern, Role::Pattern).root.unwrap();
        let rule = Rule { name: "r".into(), description: description.into(), ..Rule::default() };
        let arn = "arn:aws:codebuild:us-east-1:123456789012:project/q".to_owned();
        let input = Input::Constant(constant.into());
        let targets = [Target { id: "q".into(), arn, input, ..Target::default() }];
        export(&mut Plan::new(&rule, &node, &targets))
    }

    #[test]
    fn what_terraform_would_compose_travels_escaped_or_is_a_loss() {
        let plain = exported("{\"a\": [\"\u{e9} 한 😀\"]}", "\u{e9}", "\"\u{e9}\"");
        assert_eq!(plain.losses, []);
        assert!(plain.text.contains("jsonencode({\n    \"a\" = [\"\u{e9} 한 😀\"]"), "{}", plain.text);
        for apart in ["e\u{301}", "\u{212b}", "\u{1112}\u{1161}\u{11ab}"] {
            let found = exported(&format!("{{\"a\": [\"{apart} 😀\"]}}"), apart, &format!("\"{apart}\""));
            let pattern =
                found.text.split("event_pattern").nth(1).and_then(|rest| rest.split("EOT\n").nth(1));
            let pattern = pattern.unwrap();
            assert!(pattern.is_ascii() && pattern.contains("\\ud83d\\ude00"), "{pattern}");
            assert_eq!(found.losses, [Loss::ComposedDescription, Loss::of("q", TargetLoss::Composed)]);
        }
    }
}
