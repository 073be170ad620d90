//! Formats that are recognized and not read: those that only their tools can work out, and those without rules.

use super::{Form, Imported};
use crate::diagnostics;
use rulepad_document::notation;
use rulepad_terraform::syntax::{self, Expression, ExpressionKind, TemplatePart};

/// A format that is recognized and not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherFormat {
    /// A program of the CDK.
    Cdk,
    /// A program of CDK for Terraform.
    Cdktf,
    /// A program of Pulumi.
    Pulumi,
    /// A service of the Serverless Framework in JavaScript or TypeScript.
    ServerlessProgram,
    /// A program that makes no call that is read.
    Program,
    /// What the AWS CLI prints with `--output table`.
    Table,
    /// What it prints with `--output text`.
    Text,
    /// A page.
    Html,
    /// XML.
    Xml,
    /// A text of Markdown.
    Markdown,
    /// A resource of Kubernetes.
    Kubernetes,
    /// A playbook of Ansible.
    Ansible,
    /// Commands of AWS Tools for PowerShell.
    PowerShellTools,
    /// Values of variables of Terraform, a `.tfvars` file.
    TerraformVariables,
    /// An event.
    Event,
    /// Prose.
    Prose,
}

/// Which of them a text is; `None` where it may be read.
pub(super) fn recognise(text: &str) -> Option<OtherFormat> {
    const HEAD: usize = 64 << 10;
    let end = rulepad_document::text::floor_boundary(text, HEAD.min(text.len()));
    let head = text.get(..end).unwrap_or(text);
    let start = head.trim_start_matches('\u{feff}').trim_start();
    let has = |mark: &str| head.contains(mark);
    let any = |marks: &[&str]| marks.iter().any(|mark| has(mark));
    let lower: String = start.chars().take(200).collect::<String>().to_ascii_lowercase();
    if lower.starts_with("<!doctype html")
        || lower.starts_with("<html")
        || (lower.starts_with('<') && any(&["<div", "<body", "</p>"]))
    {
        return Some(OtherFormat::Html);
    }
    if notation::is_xml(head) {
        return Some(OtherFormat::Xml);
    }
    // YAML and JSON may name these tools in passing.
    if start.starts_with(['{', '[']) || is_yaml(start) {
        return None;
    }
    if any(&["from 'cdktf'", "from \"cdktf\"", "from cdktf", "@cdktf/provider", "com.hashicorp.cdktf"]) {
        return Some(OtherFormat::Cdktf);
    }
    if any(&["aws-cdk-lib", "@aws-cdk/", "aws_cdk", "software.amazon.awscdk", "Amazon.CDK", "aws-cdk-go"])
        || any(&[
            "new events.Rule(",
            "new Rule(this",
            "new CfnRule(",
            "events.Rule(self",
            "events.Rule(\n",
            "awsevents.NewRule(",
            "Rule.Builder.create(",
        ])
    {
        return Some(OtherFormat::Cdk);
    }
    if any(&[
        "@pulumi/",
        "pulumi_aws",
        "import pulumi",
        "pulumi-aws",
        "new aws.cloudwatch.EventRule(",
        "aws.cloudwatch.EventRule(",
    ]) {
        return Some(OtherFormat::Pulumi);
    }
    if any(&["@serverless/typescript", "serverlessConfiguration"])
        || (any(&["module.exports", "export default"]) && any(&["eventBridge:"]))
    {
        return Some(OtherFormat::ServerlessProgram);
    }
    None
}

/// Which of them a text is that nothing else could read.
pub(super) fn remaining(text: &str) -> Option<OtherFormat> {
    let lines = || text.lines().map(str::trim_end);
    let is_table =
        lines().next().is_some_and(|line| line.len() > 4 && line.chars().all(|c| "-+|".contains(c)));
    if is_table && lines().nth(1).is_some_and(|line| line.starts_with('|')) {
        return Some(OtherFormat::Table);
    }
    let tagged = |line: &str| {
        let first = line.split('\t').next().unwrap_or("");
        first.len() > 3 && first.chars().all(|c| c.is_ascii_uppercase()) && line.contains('\t')
    };
    let of_cli = lines().filter(|line| !line.is_empty()).all(|line| line.contains('\t'));
    if text.contains('\t') && (text.lines().any(tagged) || (of_cli && text.contains("arn:aws"))) {
        return Some(OtherFormat::Text);
    }
    if lines().any(|line| line.trim_start().starts_with("```"))
        || (text.trim_start().starts_with("# ") && text.contains("\n\n"))
    {
        return Some(OtherFormat::Markdown);
    }
    if lines().any(|line| line.starts_with("apiVersion:")) && lines().any(|line| line.starts_with("kind:")) {
        return Some(OtherFormat::Kubernetes);
    }
    const OF_ANSIBLE: [&str; 2] = ["cloudwatchevent_rule:", "lambda_event:"];
    if lines()
        .any(|line| OF_ANSIBLE.iter().any(|module| line.trim_start_matches(['-', ' ']).ends_with(module)))
    {
        return Some(OtherFormat::Ansible);
    }
    if OF_POWERSHELL.iter().any(|command| text.contains(command)) {
        return Some(OtherFormat::PowerShellTools);
    }
    if is_variables(text) {
        return Some(OtherFormat::TerraformVariables);
    }
    const OF_PROGRAMS: [&str; 12] = [
        "def ",
        "import ",
        "from ",
        "class ",
        "function ",
        "const ",
        "let ",
        "var ",
        "package ",
        "public ",
        "using ",
        "export ",
    ];
    if ["PutRuleRequest", "PutTargetsRequest", "PutRuleInput", "PutTargetsInput"]
        .iter()
        .any(|own| text.contains(own))
    {
        return Some(OtherFormat::Program);
    }
    let code = lines().filter(|line| OF_PROGRAMS.iter().any(|mark| line.starts_with(mark))).take(2).count();
    if code > 0 && text.contains(['(', '{']) {
        return Some(OtherFormat::Program);
    }
    notation::is_prose(text).then_some(OtherFormat::Prose)
}

/// What a text of a format that is not read is imported as.
pub(super) fn named(text: &str, other: OtherFormat) -> Imported {
    let of_rules = [
        "eventPattern",
        "EventPattern",
        "event_pattern",
        "Rule(",
        "EventRule",
        "FilterCriteria",
        "filterPatterns",
        "Write-EVBRule",
        "Write-EVBTarget",
    ];
    let found = if of_rules.iter().any(|mark| text.contains(mark))
        && !matches!(other, OtherFormat::Event | OtherFormat::Prose)
    {
        diagnostics::other(text, other)
    } else {
        diagnostics::other_without_rules(text, other)
    };
    Imported { form: Some(Form::Other), rules: Vec::new(), diagnostics: vec![found] }
}

/// Commands of AWS Tools for PowerShell that make or give a rule.
const OF_POWERSHELL: [&str; 5] =
    ["Write-EVBRule", "Write-EVBTarget", "Get-EVBRule", "Get-EVBTargetsByRule", "Test-EVBEventPattern"];

/// Whether a text is attributes of Terraform's language with plain values, and nothing else.
fn is_variables(text: &str) -> bool {
    fn is_plain(value: &Expression) -> bool {
        match &value.kind {
            ExpressionKind::Null | ExpressionKind::Bool(_) | ExpressionKind::Number(_) => true,
            ExpressionKind::Template(parts) => parts.iter().all(|part| matches!(part, TemplatePart::Text(_))),
            ExpressionKind::List(items) => items.iter().all(is_plain),
            ExpressionKind::Object(members) => members.iter().all(|(_, value)| is_plain(value)),
            ExpressionKind::Negative(inner) => is_plain(inner),
            _ => false,
        }
    }
    let (body, faults) = syntax::parse(text, 0);
    faults.is_empty()
        && body.blocks.is_empty()
        && !body.attributes.is_empty()
        && body.attributes.iter().all(|own| is_plain(&own.value))
}

/// Whether a text starts as YAML does: a comment, a document, a key or a list.
fn is_yaml(start: &str) -> bool {
    let line = start.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#')).unwrap_or("");
    let key = line.split_once(':').is_some_and(|(key, rest)| {
        !key.is_empty()
            && key.chars().all(|c| c.is_alphanumeric() || "-_ \"'".contains(c))
            && !key.contains(' ')
            && (rest.is_empty() || rest.starts_with(' '))
    });
    line.starts_with("---") || line.starts_with("- ") || key
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::import;

    #[test]
    fn other_texts_are_named_with_what_to_paste() {
        let cases = [
            (
                "import * as events from 'aws-cdk-lib/aws-events';\nnew events.Rule(this, 'R', { eventPattern: { source: ['a'] } });",
                "import.other",
                "CDK source",
                "cdk synth",
            ),
            (
                "from aws_cdk import aws_events as events\nevents.Rule(self, 'R', event_pattern=events.EventPattern(source=['a']))",
                "import.other",
                "CDK source",
                "cdk synth",
            ),
            (
                "import * as aws from \"@pulumi/aws\";\nconst rule = new aws.cloudwatch.EventRule(\"r\", { eventPattern: \"{}\" });",
                "import.other",
                "Pulumi program",
                "pulumi preview --json",
            ),
            (
                "import type { AWS } from '@serverless/typescript';\nexport default { functions: { f: { events: [{ eventBridge: { pattern: {} } }] } } };",
                "import.other-without-rules",
                "Serverless",
                "serverless print",
            ),
            (
                "import { CloudwatchEventRule } from '@cdktf/provider-aws';\nnew CloudwatchEventRule(this, 'r', { eventPattern: '' });",
                "import.other",
                "CDK for Terraform",
                "cdktf synth",
            ),
            (
                "<!DOCTYPE html>\n<html><body>EventPattern</body></html>",
                "import.other",
                "HTML",
                "paste the template",
            ),
            ("<?xml version=\"1.0\"?><a/>", "import.other-without-rules", "XML", "JSON"),
            (
                "--------------------\n|   DescribeRule   |\n+------+-----------+\n",
                "import.other-without-rules",
                "as a table",
                "--output json",
            ),
            (
                "RULES\tarn:aws:events:a:1:rule/r\tdefault\t{\"source\":[\"a\"]}\tr\tENABLED\n",
                "import.other-without-rules",
                "as text",
                "--output json",
            ),
            (
                "# Orders\n\nOur rules.\n\n```\nthe EventPattern of orders\n```\n",
                "import.other",
                "Markdown",
                "paste a code block",
            ),
            (
                "- name: r\n  amazon.aws.cloudwatchevent_rule:\n    name: r\n    event_pattern: '{}'\n",
                "import.other",
                "Ansible",
                "event pattern",
            ),
            (
                "PutRuleRequest request = PutRuleRequest.builder().name(\"r\").eventPattern(PATTERN).build();\n",
                "import.other",
                "program source",
                "boto3",
            ),
            (
                "Write-EVBRule -Name r -ScheduleExpression 'rate(1 day)'\nWrite-EVBTarget -Rule r -Target @{Id='a'; Arn=$arn}\n",
                "import.other",
                "AWS Tools for PowerShell",
                "aws events put-rule",
            ),
            (
                "region = \"eu-west-1\"\nsources = [\"a\", \"b\"]\nstage = { name = \"x\", number = -1 }\n",
                "import.other-without-rules",
                "`.tfvars`",
                "the `.tf` files",
            ),
            ("package main\n\nfunc main() {\n}\n", "import.other-without-rules", "program source", "boto3"),
            (
                "The rule matches all orders that are placed in the shop, and sends them to a queue.",
                "import.other-without-rules",
                "prose",
                "paste a template",
            ),
            (
                "{\"version\": \"0\", \"source\": \"a\", \"detail-type\": \"b\", \"detail\": {}}",
                "import.other-without-rules",
                "an event",
                "as the event",
            ),
            (
                "{\"id\": \"1\", \"source\": \"a\", \"detail-type\": \"b\", \"resources\": [\"r\"], \"detail\": {}}",
                "import.other-without-rules",
                "an event",
                "as the event",
            ),
            (
                "{\"messageId\": \"1\", \"receiptHandle\": \"h\", \"body\": \"{}\", \"attributes\": {}}",
                "import.other-without-rules",
                "an event",
                "as the event",
            ),
        ];
        for (text, code, name, instead) in cases {
            let read = import(text);
            let [found] = &read.diagnostics[..] else { panic!("{text}: {read:?}") };
            assert_eq!((&*found.code, read.form), (code, Some(Form::Other)), "{text}");
            assert!(found.message.contains(name), "{}", found.message);
            assert!(found.help[0].text.contains(instead), "{}", found.help[0].text);
        }
    }
}
