//! What a text looks like that probably holds rules: a guess from its first lines and keys, for an offer.

use rulepad_document::json::{self, Node};
use rulepad_document::{Lang, Role};
use serde::{Deserialize, Serialize};

/// What a text looks like. Only an import shows what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LooksLike {
    /// Terraform.
    Terraform,
    /// A template of CloudFormation or SAM.
    Template,
    /// YAML of another kind.
    Yaml,
    /// Rulepad's own file.
    RulepadFile,
    /// A request or an answer of EventBridge that holds a rule.
    Rule,
}

impl LooksLike {
    /// What it is called in a sentence.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => crate::words_en::import::looks_like(self),
            Lang::Ko(_) => crate::words_ko::import::looks_like(self),
        }
    }
}

/// What the text looks like, if it probably holds rules rather than events or a pattern alone.
#[must_use]
pub fn looks_like(text: &str) -> Option<LooksLike> {
    let start = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    if start.starts_with(['{', '[']) { of_json(start) } else { of_lines(text) }
}

/// Keys that a whole rule has and an event has not.
const RULE: [&str; 5] = ["EventPattern", "ScheduleExpression", "Rules", "Targets", "FilterCriteria"];

fn of_json(text: &str) -> Option<LooksLike> {
    let parsed = json::parse(text, Role::Event);
    let root = parsed.root.as_ref()?;
    let has = |key: &str| root.get(key).is_some();
    if has("rulepad") {
        Some(LooksLike::RulepadFile)
    } else if has("AWSTemplateFormatVersion") || root.get("Resources").is_some_and(are_resources) {
        Some(LooksLike::Template)
    } else if is_plan(root)
        || root.get("resource").is_some_and(|all| all.get("aws_cloudwatch_event_rule").is_some())
    {
        Some(LooksLike::Terraform)
    } else if !has("detail-type") && RULE.into_iter().any(has) {
        Some(LooksLike::Rule)
    } else {
        None
    }
}

/// A plan or a state of Terraform in JSON.
fn is_plan(root: &Node) -> bool {
    root.get("planned_values").or(root.get("values")).is_some_and(|value| value.get("root_module").is_some())
}

/// Resources of a template are objects with a type each.
fn are_resources(node: &Node) -> bool {
    let is_type =
        |node: &Node| node.get("Type").and_then(Node::as_str).is_some_and(|name| name.contains("::"));
    node.members().is_some_and(|members| members.iter().any(|member| is_type(&member.value)))
}

/// Words that begin a block of Terraform.
const BLOCKS: [&str; 8] = [
    "resource \"",
    "module \"",
    "data \"",
    "variable \"",
    "output \"",
    "provider \"",
    "locals {",
    "terraform {",
];

/// Enough lines tell.
const LOOKED_AT: usize = 2000;

fn of_lines(text: &str) -> Option<LooksLike> {
    let mut keys = 0;
    let mut first = None;
    for line in text.lines().take(LOOKED_AT) {
        let inner = line.trim();
        if inner.is_empty()
            || inner.starts_with(['#', '%'])
            || inner.starts_with("//")
            || inner.starts_with("---")
        {
            continue;
        }
        if BLOCKS.into_iter().any(|block| inner.starts_with(block)) {
            return Some(LooksLike::Terraform);
        }
        if inner.starts_with("AWSTemplateFormatVersion:")
            || line.starts_with("Resources:")
            || inner.starts_with("Transform: AWS::")
        {
            return Some(LooksLike::Template);
        }
        let is_item = key_of(inner.trim_start_matches("- ")).is_some();
        first = first.or(Some(is_item));
        keys += usize::from(is_item);
    }
    (first == Some(true) && keys > 1).then_some(LooksLike::Yaml)
}

/// The key of a line of YAML, `source:` or `detail-type: x`; nothing for prose and log lines.
fn key_of(line: &str) -> Option<&str> {
    let (key, rest) = line.split_once(':')?;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '$' | '"' | '\'');
    let whole = !key.is_empty() && key.chars().all(plain) && (rest.is_empty() || rest.starts_with(' '));
    whole.then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_with_rules_are_recognised() {
        use LooksLike::{Rule, RulepadFile, Template, Terraform, Yaml};
        for (text, looks) in [
            ("// bus\nresource \"aws_cloudwatch_event_rule\" \"x\" {}", Terraform),
            ("  locals {\n}", Terraform),
            ("# a\n\nmodule \"eventbridge\" {\n  source = \"x\"\n}", Terraform),
            (r#"{"resource": {"aws_cloudwatch_event_rule": {"r": {}}}}"#, Terraform),
            (r#"{"planned_values": {"root_module": {}}}"#, Terraform),
            (
                "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  R:\n    Type: AWS::Events::Rule",
                Template,
            ),
            ("Resources:\n  R: {}", Template),
            (r#"{"Resources": {"R": {"Type": "AWS::Events::Rule"}}}"#, Template),
            ("source:\n  - aws.ec2\ndetail-type:\n  - x", Yaml),
            ("functions:\n  a:\n    events:\n      - eventBridge:\n          pattern: {}", Yaml),
            (r#"{"rulepad": 1, "event": ""}"#, RulepadFile),
            (r#"{"Name": "r", "EventPattern": "{}"}"#, Rule),
            (r#"{"Rules": []}"#, Rule),
            ("\u{feff}{\"Targets\": [{\"Id\": \"1\"}]}", Rule),
        ] {
            assert_eq!(looks_like(text), Some(looks), "{text}");
        }
    }

    #[test]
    fn events_patterns_and_prose_are_not() {
        for text in [
            "",
            "   ",
            "{",
            "[]",
            r#"{"source": ["aws.ec2"], "detail": {"state": ["running"]}}"#,
            r#"{"detail-type": "x", "source": "s", "Targets": 1, "detail": {}}"#,
            r#"{"Resources": ["arn:aws:s3:::b"], "detail": {}}"#,
            r#"{"Records": [{"body": "{}"}]}"#,
            "one word",
            "arn:aws:lambda:us-east-1:111122223333:function:f",
            "http://example.com/a: b",
            "2026-01-01T00:00:00Z INFO started: yes\n2026-01-01T00:00:01Z INFO done: yes",
            "<type> at <time>",
            "key: one line",
        ] {
            assert_eq!(looks_like(text), None, "{text}");
        }
    }
}
