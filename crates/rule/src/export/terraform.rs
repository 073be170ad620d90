//! Terraform: `aws_cloudwatch_event_rule`, `aws_cloudwatch_event_target` and what lets EventBridge deliver.

use super::plan::{Plan, RULE_ARN};
use super::provider::{Body, RULE, Resources, Setting};
use super::text::{hcl, is_fragile};
use super::{Exported, file_name};
use rulepad_document::json::{Node, compact};

/// The rule, its targets and their policies, for version 5 or later of the provider.
pub(super) fn export(plan: &Plan<'_>) -> Exported {
    let Resources { all, losses, mut notes } = Resources::of(plan, "file");
    if is_fragile(plan.pattern) {
        notes.push(
            "The event pattern stands in the file as JSON text: `jsonencode` would respell a number of it."
                .to_owned(),
        );
    }
    let slug = plan.slug();
    let mut out = String::from(
        "terraform {\n  required_providers {\n    aws = {\n      source  = \"hashicorp/aws\"\n      version = \">= \
         5.0\"\n    }\n  }\n}\n",
    );
    for resource in &all {
        let head = format!("resource \"{}\" \"{}\"", resource.kind, resource.name);
        out.push('\n');
        write(&resource.body, &head, &slug, 0, &mut out);
    }
    Exported {
        file_name: file_name(plan.rule, "tf"),
        media_type: "text/plain".to_owned(),
        text: out,
        losses,
        notes,
    }
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
        Setting::Pattern(node) if is_fragile(node) => hcl::string(&compact(node)),
        Setting::Pattern(node) => format!("jsonencode({})", hcl::value(node, depth)),
        Setting::Document(node) => document(node, rule, depth),
        Setting::Of { kind, name, attribute } => format!("{kind}.{name}.{attribute}"),
    }
}

/// A template of several lines as a heredoc where that gives the same text back, else a quoted string.
fn template(template: &str) -> String {
    let plain = !template.lines().any(|line| line.trim_start().starts_with("EOT"))
        && !template.contains(|c: char| c.is_control() && c != '\n');
    if template.contains('\n') && template.ends_with('\n') && plain {
        let text = template.replace("${", "$${").replace("%{", "%%{");
        return format!("<<EOT\n{text}EOT");
    }
    hcl::string(template)
}

/// A policy for `jsonencode`, with a reference to the rule in the place of its ARN.
fn document(node: &Node, rule: &str, depth: usize) -> String {
    let text = hcl::value(node, depth).replace(&hcl::string(RULE_ARN), &format!("{RULE}.{rule}.arn"));
    format!("jsonencode({text})")
}
