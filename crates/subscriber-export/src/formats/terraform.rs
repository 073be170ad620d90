//! Terraform with the provider `awscc`, whose resources are those of CloudFormation in its own spelling.

use super::cdk::ONE_AT_A_TIME;
use crate::Rendered;
use crate::message::{Loss, RequestKind};
use crate::plan::{Entry, Plan};
use crate::properties;
use crate::role::NewRole;
use crate::stack::set_role;
use rulepad_document::Role;
use rulepad_document::json::build::string;
use rulepad_document::json::{Member, Node, Value, compact, parse};
use rulepad_document::source_text::commented;
use rulepad_export::parts::cdk::snake;
use rulepad_export::parts::terraform_values;
use rulepad_export::parts::text::is_fragile;
use rulepad_rule::reference::mark::{is_marked, mark};
use rulepad_terraform::hcl;

/// The provider, in the first version that has these resources.
const PROVIDER: [(&str, &str); 2] = [("source", "hashicorp/awscc"), ("version", ">= 1.104.0")];

/// Members whose keys are the person's.
const MAPS: [&str; 5] =
    ["MessageAttributes", "MessageSystemAttributes", "HeaderParameters", "QueryStringParameters", "Metadata"];

/// The event sources, the subscribers and their roles.
pub(crate) fn export(mut plan: Plan) -> Rendered {
    let has_natural = plan.later.iter().any(|own| own.natural.is_some());
    let mut out = String::new();
    if let Some(region) = region(&plan) {
        out.push_str(&format!("# The bus is in {region}: use a provider for this Region.\n"));
    }
    out.push_str("terraform {\n  required_providers {\n");
    if has_natural {
        out.push_str("    aws = {\n      source  = \"hashicorp/aws\"\n      version = \">= 5.0\"\n    }\n");
    }
    let provider = PROVIDER.map(|(name, value)| (name.to_owned(), hcl::string(value)));
    out.push_str(&format!("    awscc = {{\n{}    }}\n  }}\n}}\n", hcl::aligned(&provider, "      ")));
    let mut last: Vec<(String, String)> = Vec::new();
    let entries = std::mem::take(&mut plan.entries);
    for entry in &entries {
        let Some(mut members) = properties::of(entry, plan.format, &mut plan.losses) else { continue };
        if !members.iter().all(|own| is_composed(&own.value)) {
            plan.losses.push(Loss::Composed(entry.shown_name()));
        }
        if let Some(role) = &entry.role {
            out.push_str(&self::role(&entry.slug, role));
            let arn = mark("role", &format!("awscc_iam_role.{}.arn", entry.slug));
            set_role(&mut members, string(arn));
        }
        let address = address(entry);
        let before = last.iter_mut().find(|(bus, _)| bus == entry.bus());
        let after = match before {
            Some((_, before)) => Some(std::mem::replace(before, address.clone())),
            None => {
                last.push((entry.bus().to_owned(), address.clone()));
                None
            }
        };
        out.push_str(&resource(entry, &members, after.as_deref()));
    }
    for entry in &entries {
        if out.contains(&format!("resource \"{}\" \"{}\"", kind(entry), entry.slug)) {
            let attribute = match entry.kind {
                RequestKind::Subscriber => "subscriber_arn",
                RequestKind::EventSource => "event_source_arn",
            };
            let value = format!("{}.{attribute}", address(entry));
            out.push_str(&format!("\noutput \"{}_arn\" {{\n  value = {value}\n}}\n", entry.slug));
        }
    }
    plan.entries = entries;
    out.push_str(&terraform_values(&plan.later));
    let file_name = plan.file_name("tf");
    Rendered { file_name, media_type: "text/plain", text: out, losses: plan.losses, notes: plan.notes }
}

/// The Region of the buses, where it is known.
fn region(plan: &Plan) -> Option<String> {
    let arn = plan.entries.iter().find_map(|entry| rulepad_rule::Arn::parse(entry.bus()))?;
    (!is_marked(arn.region) && !arn.region.is_empty()).then(|| arn.region.to_owned())
}

fn kind(entry: &Entry) -> &'static str {
    match entry.kind {
        RequestKind::Subscriber => "awscc_eventsv2_subscriber",
        RequestKind::EventSource => "awscc_eventsv2_event_source",
    }
}

fn address(entry: &Entry) -> String {
    format!("{}.{}", kind(entry), entry.slug)
}

fn resource(entry: &Entry, members: &[Member], after: Option<&str>) -> String {
    let comment = after.map(|_| commented("# ", ONE_AT_A_TIME, 0)).unwrap_or_default();
    let mut lines: Vec<(String, String)> =
        members.iter().map(|own| (snake(&own.key), value(&own.key, &own.value, 1))).collect();
    lines.extend(after.map(|after| ("depends_on".to_owned(), format!("[{after}]"))));
    format!(
        "\n{comment}resource \"{}\" \"{}\" {{\n{}}}\n",
        kind(entry),
        entry.slug,
        hcl::aligned(&lines, "  ")
    )
}

fn role(slug: &str, role: &NewRole) -> String {
    let document = |node: &Node, depth| format!("jsonencode({})", hcl::value(node, depth));
    let mut lines = vec![("assume_role_policy_document".to_owned(), document(&role.trust, 1))];
    if let Some(permissions) = &role.permissions {
        let policy = [
            ("policy_name".to_owned(), hcl::string("deliver")),
            ("policy_document".to_owned(), document(permissions, 3)),
        ];
        let policy = format!("[\n    {{\n{}    }},\n  ]", hcl::aligned(&policy, "      "));
        lines.push(("policies".to_owned(), policy));
    }
    format!("\nresource \"awscc_iam_role\" \"{slug}\" {{\n{}}}\n", hcl::aligned(&lines, "  "))
}

/// The value of a member; `depth` is the level of its first line.
fn value(name: &str, node: &Node, depth: usize) -> String {
    let is_map = MAPS.contains(&name);
    match &node.value {
        Value::String(text) if name == "Pattern" => pattern(text, depth),
        Value::String(text) => hcl::string(text),
        Value::Object(members) if members.is_empty() => "{}".to_owned(),
        Value::Object(members) => {
            let line = |own: &Member| {
                let key = if is_map { key(&own.key) } else { snake(&own.key) };
                (key, value(&own.key, &own.value, depth + 1))
            };
            let lines: Vec<(String, String)> = members.iter().map(line).collect();
            format!("{{\n{}{}}}", hcl::aligned(&lines, &"  ".repeat(depth + 1)), "  ".repeat(depth))
        }
        Value::Array(items) if items.iter().any(|item| item.members().is_some()) => {
            let pad = "  ".repeat(depth + 1);
            let lines: String =
                items.iter().map(|item| format!("{pad}{},\n", value(name, item, depth + 1))).collect();
            format!("[\n{lines}{}]", "  ".repeat(depth))
        }
        _ => hcl::value(node, depth),
    }
}

/// The key of a map: an expression alone is in parentheses.
fn key(text: &str) -> String {
    let written = hcl::string(text);
    if written.starts_with('"') { written } else { format!("({written})") }
}

/// The pattern as JSON that Terraform writes, where that says the same; otherwise the text as it is.
fn pattern(text: &str, depth: usize) -> String {
    let parsed = parse(text, Role::Pattern);
    match parsed.valid() {
        Some(node)
            if node.members().is_some()
                && !is_fragile(node)
                && hcl::is_composed(text)
                && !has_marked_key(node) =>
        {
            format!("jsonencode({})", hcl::value(node, depth))
        }
        Some(_) if !hcl::is_composed(text) => hcl::string(&hcl::in_ascii(text)),
        _ => hcl::string(text),
    }
}

fn has_marked_key(node: &Node) -> bool {
    match &node.value {
        Value::Array(items) => items.iter().any(has_marked_key),
        Value::Object(members) => members.iter().any(|own| is_marked(&own.key) || has_marked_key(&own.value)),
        _ => false,
    }
}

/// Whether Terraform leaves the texts as they are; patterns are escaped.
fn is_composed(node: &Node) -> bool {
    match &node.value {
        Value::Array(items) => items.iter().all(is_composed),
        Value::Object(members) => members
            .iter()
            .all(|own| hcl::is_composed(&own.key) && (own.key == "Pattern" || is_composed(&own.value))),
        _ => hcl::is_composed(&compact(node)),
    }
}
