//! Every code of an import, with a text that it is reported for.

use crate::code::Code;
use crate::test_support::import_among;
use crate::{Files, MAX_TEXT, NamedText, TemplateCode, TerraformCode};
use rulepad_document::Codes;
use std::collections::BTreeSet;

const RULE: &str = "aws events put-rule --name r --schedule-expression 'rate(1 day)'\n";

fn resources(name: &str, kind: &str, properties: &str) -> String {
    format!("Resources:\n  {name}:\n    Type: {kind}\n    Properties: {properties}\n")
}

fn rule(properties: &str) -> String {
    resources("R", "AWS::Events::Rule", properties)
}

fn mapping(criteria: &str) -> String {
    format!("{{\"FunctionName\": \"f\", \"FilterCriteria\": {criteria}}}")
}

fn terraform(attributes: &str) -> String {
    format!("resource \"aws_cloudwatch_event_rule\" \"r\" {{\n  {attributes}\n}}\n")
}

fn trail(name: &str, request: &str, more: &str) -> String {
    let service = if name == "RunInstances" { "ec2" } else { "events" };
    format!(
        "{{\"eventName\": \"{name}\", \"eventSource\": \"{service}.amazonaws.com\"{more}, \"requestParameters\": {request}}}"
    )
}

fn of_text() -> Vec<(Code, String)> {
    let listed = r#"{"Rules": [{"Name": "r", "EventPattern": "{\"source\": [\"a\"]}"}], "NextToken": "t"}"#;
    vec![
        (Code::Unknown, "{\"a\": 1}".to_owned()),
        (Code::TooLong, " ".repeat(MAX_TEXT + 1)),
        (Code::Rest, "{\"source\": [\"a\"]} and more".to_owned()),
        (Code::More, listed.to_owned()),
        (Code::Escaped, r#"{\"source\": [\"a\"]}"#.to_owned()),
        (Code::NamesOnly, "{\"RuleNames\": [\"r\"]}".to_owned()),
        (Code::NoRule, "locals {\n  a = 1\n}\n".to_owned()),
        (Code::NoRuleIn, "resources:\n  b:\n    type: aws:s3:Bucket\n".to_owned()),
        (Code::TemplateWithoutRules, resources("B", "AWS::S3::Bucket", "{}")),
        (Code::ServiceWithoutRules, "service: s\nprovider:\n  name: aws\nfunctions: {}\n".to_owned()),
        (Code::Script, "aws s3 ls\n".to_owned()),
        (Code::Blocks, "A\n```\n{\"source\": [\"a\"]}\n```\n```\nls\n```\n".to_owned()),
        (Code::Other, "from aws_cdk import aws_events\naws_events.Rule(self, 'r')\n".to_owned()),
        (Code::OtherWithoutRules, "<?xml version=\"1.0\"?><a/>".to_owned()),
        (Code::LeftOut, terraform("name = \"r\"") + "resource \"aws_s3_bucket\" \"b\" {}\n"),
        (Code::Nested, resources("S", "AWS::CloudFormation::Stack", "{}")),
        (
            Code::ResourceType,
            r#"{"resourceType": "AWS::S3::Bucket", "resourceName": "b", "configuration": {}}"#.to_owned(),
        ),
        (
            Code::EventSource,
            "Transform: AWS::Serverless-2016-10-31\n".to_owned()
                + &resources("F", "AWS::Serverless::Function", "{Events: {A: {Type: Api}}}"),
        ),
        (Code::Scheduler, resources("S", "AWS::Scheduler::Schedule", "{}")),
        (Code::FileMissing, "aws events put-rule --name r --event-pattern file://p.json\n".to_owned()),
        (Code::TemplateBudget, {
            let list = format!("Mappings: {{M: {{a: {{b: [{}]}}}}}}\n", ["x"; 9000].join(", "));
            let many = vec!["!FindInMap [M, a, b]"; 600].join(", ");
            list + &rule(&format!("{{EventPattern: {{source: [{many}]}}}}"))
        }),
    ]
}

fn of_members() -> Vec<(Code, String)> {
    let parameters = "Parameters:\n  S: {Type: String}\n  L: {Type: CommaDelimitedList}\n";
    let named = |more: &str| format!("{{\"Name\": \"r\", {more}}}");
    let targets = "{Targets: [{Id: a, Arn: b, Input: '1', InputPath: $.a}], EventPattern: {source: [a]}}";
    vec![
        (Code::Type, named("\"State\": 5")),
        (Code::Member, named("\"State\": \"ENABLED\", \"Stat\": 1")),
        (Code::State, named("\"State\": \"on\"")),
        (Code::StateUnknown, parameters.to_owned() + &rule("{State: !Ref S}")),
        (Code::Inputs, rule(targets)),
        (Code::TagReserved, rule("{Tags: [{Key: 'aws:a', Value: b}], EventPattern: {source: [a]}}")),
        (Code::NoPattern, rule("{Name: r}")),
        (Code::PatternUnknown, "aws events put-rule --name r --event-pattern \"$P\"\n".to_owned()),
        (Code::PatternField, parameters.to_owned() + &rule("{EventPattern: {source: [a], detail: !Ref L}}")),
        (Code::PatternList, parameters.to_owned() + &rule("{EventPattern: {source: !Ref L}}")),
        (Code::NoFilter, "{\"UUID\": \"u\", \"FunctionArn\": \"f\"}".to_owned()),
        (Code::FiltersMissing, mapping("{}")),
        (Code::FilterEmpty, mapping("{\"Filters\": [{}]}")),
        (Code::FilterObject, mapping("{\"Filters\": [{\"Pattern\": {\"a\": [\"b\"]}}]}")),
        (Code::FilterBare, mapping("{\"Filters\": [{\"a\": [\"b\"]}]}")),
        (Code::Scope, "{\"FilterPolicy\": {\"a\": [\"b\"]}, \"FilterPolicyScope\": \"Body\"}".to_owned()),
        (
            Code::TopicFilter,
            resources("T", "AWS::SNS::Topic", "{Subscription: [{Endpoint: e, FilterPolicy: {a: [b]}}]}"),
        ),
    ]
}

fn of_calls() -> Vec<(Code, String)> {
    let put = "{\"name\": \"r\", \"eventPattern\": \"{\\\"source\\\": [\\\"a\\\"]}\"}";
    let with = |more: &str| RULE.to_owned() + more;
    vec![
        (Code::Argument, "aws events put-targets --rule r --targets '[{'\n".to_owned()),
        (
            Code::Shorthand,
            "aws events put-targets --rule r --targets 'Id=a,Arn=b,Input={\"a\":1}'\n".to_owned(),
        ),
        (Code::Makefile, format!("rule:\n\t@{RULE}")),
        (Code::Call, "client = boto3.client('events')\nclient.put_rule(request())\n".to_owned()),
        (Code::CallsBudget, "import boto3\n".to_owned() + &"c.put_rule(\n".repeat(9000)),
        (Code::Sends, "aws events put-events --entries '[]'\n".to_owned()),
        (Code::Deploys, "aws cloudformation deploy --template-file t.yaml --stack-name s\n".to_owned()),
        (Code::ChangeElsewhere, "aws events disable-rule --name r\n".to_owned()),
        (Code::ChangePerhaps, with("if x; then\n  aws events disable-rule --name r\nfi\n")),
        (Code::Deleted, with("aws events delete-rule --name r\n")),
        (Code::TargetsRemoved, with("aws events remove-targets --rule r --ids a\n")),
        (Code::TrailOther, trail("RunInstances", "{}", "")),
        (Code::TrailFailed, trail("PutRule", put, ", \"errorCode\": \"AccessDenied\"")),
        (
            Code::TrailHidden,
            trail("PutRule", "{\"name\": \"r\", \"description\": \"HIDDEN_DUE_TO_SECURITY_REASONS\"}", ""),
        ),
    ]
}

fn of_terraform() -> Vec<(Code, String)> {
    let target = "resource \"aws_cloudwatch_event_target\" \"t\" {\n  rule = \"r\"\n  arn = \"a\"\n  input_transformer {\n    input_template = jsonencode({ a = \"<x>\" })\n  }\n}\n";
    let plan = |marker: &str, verb: &str| {
        format!(
            "  # aws_cloudwatch_event_rule.r {verb}\n  {marker} resource \"aws_cloudwatch_event_rule\" \"r\" {{\n      {marker} name = \"r\"\n        # (1 unchanged attribute hidden)\n    }}\n"
        )
    };
    vec![
        (Code::Reference, terraform("name = var.name")),
        (Code::Refused, terraform("name = tonumber(\"x\")")),
        (
            Code::ObjectUnknown,
            terraform(
                "event_pattern = jsonencode({ source = [\"a\"], detail = { a = [var.c ? { b = 1 } : {}] } })",
            ),
        ),
        (Code::Tags, terraform("tags = var.tags")),
        (Code::Module, "module \"m\" {\n  source = \"git::https://a/b\"\n}\n".to_owned()),
        (Code::Hidden, plan("~", "will be updated in-place")),
        (Code::Destroyed, plan("-", "will be destroyed")),
        (Code::Encoded, target.to_owned()),
        (
            Code::NewFile,
            r#"{"resource": {"aws_cloudwatch_event_rule": {"r": {"name": "r", "event_pattern": "{}"}}}}"#
                .to_owned(),
        ),
    ]
}

fn of_configurations() -> Vec<(TerraformCode, String)> {
    let counted = |count: &str| terraform(&format!("count = {count}\n  event_pattern = \"{{}}\""));
    let target = "resource \"aws_cloudwatch_event_target\" \"t\" {\n  rule = \"r\"\n  arn = \"a\"\n  dynamic \"ecs_target\" {\n    for_each = var.x\n    content {}\n  }\n}\n";
    let double = |n: usize| format!("  n{n} = \"${{local.n{m}}}${{local.n{m}}}\"\n", m = n - 1);
    let doubled = "  n0 = \"text\"\n".to_owned() + &(1..=40).map(double).collect::<String>();
    let pattern = |value: &str| terraform(&format!("event_pattern = jsonencode({{ {value} }})"));
    vec![
        (TerraformCode::Syntax, terraform("name =")),
        (TerraformCode::Skipped, terraform("name =")),
        (TerraformCode::Key, pattern("source = [\"a\"], (var.k) = [\"b\"]")),
        (TerraformCode::Perhaps, counted("var.c ? 1 : 0")),
        (TerraformCode::Budget, format!("locals {{\n{doubled}}}\n{}", pattern("a = [local.n40]"))),
        (TerraformCode::Instances, counted("3000")),
        (TerraformCode::Number, pattern(&format!("a = [1.{}]", "3".repeat(400)))),
        (TerraformCode::Repeated, counted("var.n")),
        (TerraformCode::NotMade, "variable \"c\" {\n  default = 0\n}\n".to_owned() + &counted("var.c")),
        (TerraformCode::Dynamic, target.to_owned()),
    ]
}

fn of_templates() -> Vec<(TemplateCode, String)> {
    let looped = |body: &str| format!("Resources:\n  Fn::ForEach::Loop: {body}\n");
    let long =
        format!("[X, [{}], {{'A${{X}}': {{Type: T, A: '{}'}}}}]", ["a"; 999].join(", "), "x".repeat(9000));
    vec![
        (TemplateCode::LoopShape, looped("[X]")),
        (TemplateCode::LoopUnknown, looped("[X, !Ref P, {'A${X}': {Type: T}}]")),
        (TemplateCode::LoopLong, looped(&long)),
    ]
}

/// The codes and the words of everything that is reported for a text.
fn reported(text: &str, files: &Files<'_>) -> (Vec<String>, Vec<String>) {
    let read = import_among(text, files);
    let codes = read.diagnostics.iter().map(|found| found.code.to_string()).collect();
    let words = read.diagnostics.into_iter().flat_map(|found| {
        let help = found.help.into_iter().map(|help| help.text);
        std::iter::once(found.message).chain(help)
    });
    (codes, words.collect())
}

fn all_are_reported<C: Codes>(cases: &[(C, String)], elsewhere: &[&str]) {
    let mut missing: BTreeSet<&str> = C::ALL.iter().map(|code| code.name()).collect();
    missing.retain(|code| !elsewhere.contains(code));
    let mut silent = Vec::new();
    for (code, text) in cases {
        let (codes, words) = reported(text, &Files::default());
        missing.remove(code.name());
        if !codes.iter().any(|own| own == code.name()) {
            let start: String = text.chars().take(300).collect();
            silent.push(format!("{}: {codes:?} {start}", code.name()));
        }
        for words in words {
            let plain: String = words.split('`').step_by(2).collect::<Vec<_>>().join("x");
            let starts_small = !plain.starts_with(|c: char| c.is_ascii_uppercase())
                || ["AWS", "CloudTrail", "Terraform"].iter().any(|name| plain.starts_with(name));
            assert!(starts_small && !plain.ends_with('.') && !plain.contains("  "), "{words}");
        }
    }
    assert!(silent.is_empty(), "not reported:\n{}", silent.join("\n"));
    assert!(missing.is_empty(), "without a text: {missing:?}");
}

#[test]
fn every_code_is_reported_for_its_text() {
    let cases = [of_text(), of_members(), of_calls(), of_terraform()].concat();
    all_are_reported(&cases, &[Code::ThroughModule.name()]);
    all_are_reported(&of_configurations(), &[]);
    all_are_reported(&of_templates(), &[]);
}

#[test]
fn a_file_of_a_module_is_reported_where_another_file_calls_it() {
    let file = |name: &str, text: &str| NamedText { name: name.to_owned(), text: text.to_owned() };
    let files = [
        file("main.tf", "module \"m\" {\n  source = \"./m\"\n}\n"),
        file("m/rule.tf", &terraform("name = \"r\"")),
    ];
    let (codes, _) = reported(&files[1].text, &Files::around(&files, "m/rule.tf"));
    assert_eq!(codes, [Code::ThroughModule.name()]);
}
