//! Values that the text does not say.

use super::{codes, in_rule, in_target, one_line, only};
use crate::test_support::import;
use rulepad_pattern::Dialect;
use rulepad_rule::{Reference, ReferenceLanguage, ReferenceValue, State};

fn sources(text: &str) -> Vec<(String, String)> {
    only(text).references.into_iter().map(|own| (own.shown, own.source)).collect()
}

#[test]
fn what_terraform_knows_when_it_applies_is_a_reference() {
    let text = r#"
resource "aws_s3_bucket" "uploads" { bucket = "acme-uploads" }
resource "aws_sns_topic" "ops" { name = "ops" }
resource "aws_cloudwatch_event_bus" "shop" { name = "shop" }
data "aws_caller_identity" "current" {}
resource "aws_cloudwatch_event_rule" "uploaded" {
  name           = "uploaded"
  event_bus_name = aws_cloudwatch_event_bus.shop.arn
  event_pattern = jsonencode({
    account = [data.aws_caller_identity.current.account_id]
    detail  = { bucket = { name = [aws_s3_bucket.uploads.id] } }
  })
}
resource "aws_cloudwatch_event_target" "ops" {
  rule           = aws_cloudwatch_event_rule.uploaded.name
  event_bus_name = aws_cloudwatch_event_bus.shop.name
  target_id      = aws_sns_topic.ops.name
  arn            = aws_sns_topic.ops.arn
  input          = "to ${aws_sns_topic.ops.arn} by ${var.who}"
}
"#;
    let found = only(text);
    assert_eq!(found.rule.as_ref().unwrap().event_bus, "shop");
    assert_eq!(
        one_line(found.pattern.as_ref().unwrap()),
        r#"{"account":["${data.aws_caller_identity.current.account_id}"],"detail":{"bucket":{"name":["acme-uploads"]}}}"#
    );
    let target = &found.targets.as_ref().unwrap()[0];
    assert_eq!((&*target.id, &*target.arn), ("ops", "${aws_sns_topic.ops.arn}"));
    let reference = |source: &str| Reference {
        shown: format!("${{{source}}}"),
        language: ReferenceLanguage::Terraform,
        value: if source.starts_with("var.") { ReferenceValue::Any } else { ReferenceValue::One },
        source: source.to_owned(),
    };
    assert_eq!(
        found.references,
        [
            reference("data.aws_caller_identity.current.account_id"),
            reference("aws_sns_topic.ops.arn"),
            reference("var.who")
        ]
    );
    assert!(import(text).diagnostics.iter().all(|own| own.severity == rulepad_document::Severity::Note));
}

#[test]
fn an_expression_keeps_what_is_known_of_it() {
    for (expression, source) in [
        ("local.arn", "aws_sns_topic.t.arn"),
        ("aws_sns_topic.all[local.key].arn", "aws_sns_topic.all[\"k\"].arn"),
        ("var.map[\"a\"].list[0]", "var.map[\"a\"].list[0]"),
        ("upper(var.x)", "upper(var.x)"),
        ("var.on ? local.key : \"b\"", "var.on ? \"k\" : \"b\""),
        ("aws_x.y[*].arn", "aws_x.y[*].arn"),
        ("regex(\"a+\", local.key)", "regex(\"a+\", \"k\")"),
        ("module.m.arn", "module.m.arn"),
    ] {
        let text = format!(
            "locals {{\n key = \"k\"\n arn = aws_sns_topic.t.arn\n}}\n{}",
            in_rule(&format!("role_arn = {expression}"))
        );
        assert_eq!(sources(&text).first().map(|own| own.1.clone()), Some(source.to_owned()), "{expression}");
    }
}

#[test]
fn shown_texts_differ_and_have_no_quotes() {
    let long = "x".repeat(90);
    let lines = format!("description = \"${{var.m[\"a\"]}} ${{var.{long}a}} ${{var.{long}b}}\"");
    let all = sources(&in_rule(&lines));
    assert_eq!(all[0], ("${var.m['a']}".to_owned(), "var.m[\"a\"]".to_owned()));
    assert_ne!(all[1].0, all[2].0);
    assert!(all.iter().all(|(shown, _)| shown.len() < 80 && !shown.contains(['"', '\\'])), "{all:?}");
}

#[test]
fn what_is_not_known_is_no_mistake_of_the_pattern() {
    let with = |text: &str| {
        let found = only(&in_rule(&format!("event_pattern = {text}")));
        let pattern = one_line(found.pattern.as_ref().unwrap());
        let parsed = rulepad_pattern::parse(found.pattern.as_ref().unwrap());
        assert!(parsed.valid().is_some(), "{pattern}");
        pattern
    };
    assert_eq!(with("jsonencode({ source = var.sources })"), r#"{"source":["${var.sources}"]}"#);
    assert_eq!(with("jsonencode({ source = [\"a\"], detail = var.detail })"), r#"{"source":["a"]}"#);
    assert_eq!(
        with(
            "jsonencode({ source = [\"a\"], detail = { n = [{ numeric = [\">\", var.n] }], p = [{ prefix = var.p }] } })"
        ),
        r#"{"source":["a"],"detail":{"p":[{"prefix":"${var.p}"}]}}"#
    );
    // No object stays empty, which AWS refuses.
    assert_eq!(
        with(
            "jsonencode({ source = [\"a\"], detail = { o = { n = [{ numeric = [\">\", var.n] }] } }, \"$or\" = [{ a = [1] }, { b = [{ cidr = var.c }] }] })"
        ),
        r#"{"source":["a"]}"#
    );
    assert_eq!(
        only(&in_rule("event_pattern = jsonencode({ detail = var.detail })")).pattern.as_deref(),
        Some("")
    );
    assert_eq!(
        with("<<EOF\n{\"source\": ${jsonencode(var.sources)}, \"account\": [\"${var.account}\"]}\nEOF"),
        r#"{"source":["${jsonencode(var.sources)}"],"account":["${var.account}"]}"#
    );
    assert_eq!(with("<<EOF\n{\"source\": [\"${var.m[\"a\"]}\"]}\nEOF"), r#"{"source":["${var.m['a']}"]}"#);
    let left = in_rule("event_pattern = jsonencode({ source = [\"a\"], detail = var.detail })");
    assert_eq!(codes(&left), ["import.reference", "import.pattern-field"]);
    let list = in_rule("event_pattern = jsonencode({ source = var.sources })");
    assert_eq!(codes(&list), ["import.reference", "import.pattern-list"]);
    assert_eq!(only(&list).references[0].value, ReferenceValue::List);
    let file = in_rule("event_pattern = file(\"${path.module}/event-pattern.json\")");
    assert_eq!(only(&file).notes, ["The event pattern is in the file `event-pattern.json`: add it."]);
    assert_eq!(
        (codes(&file), only(&file).pattern),
        (vec!["import.file-missing".to_owned()], Some(String::new()))
    );
}

#[test]
fn one_value_without_brackets_is_a_mistake() {
    for (value, type_of_x) in [
        ("aws_sns_topic.t.arn", "any"),
        ("var.x", "string"),
        ("var.x", "number"),
        ("\"${var.x}-dev\"", "any"),
    ] {
        let text = format!(
            "variable \"x\" {{ type = {type_of_x} }}\n{}",
            in_rule(&format!("event_pattern = jsonencode({{ source = {value} }})"))
        );
        let found = only(&text);
        let parsed = rulepad_pattern::parse(found.pattern.as_ref().unwrap());
        assert_eq!(&*parsed.diagnostics[0].code, "pattern.bare-value", "{value}");
        assert_eq!(codes(&text), ["import.reference"], "{value}");
    }
}

#[test]
fn places_of_a_pattern_are_those_of_the_file() {
    let text = in_rule("event_pattern = jsonencode({\n source = [\"a\"]\n detail = { n = 1 }\n})");
    let raw = only(&text).raw_pattern.unwrap();
    assert_eq!(raw.get("detail").unwrap().get("n").unwrap().span.of(&text), "1");
    let text = in_rule("event_pattern = <<EOF\n{\"source\": 1}\nEOF");
    let raw = only(&text).raw_pattern.unwrap();
    assert_eq!(raw.as_str(), Some("{\"source\": 1}\n"));
    assert!(raw.span.of(&text).starts_with("<<EOF"));
}

#[test]
fn patterns_of_other_resources_have_their_dialect() {
    let text = r#"
resource "aws_cloudwatch_event_archive" "a" {
  event_source_arn = aws_cloudwatch_event_bus.b.arn
  event_pattern    = jsonencode({ source = ["a"] })
}
resource "aws_lambda_event_source_mapping" "m" {
  filter_criteria {
    filter {
      pattern = jsonencode({ body = { a = ["b"] } })
    }
    filter { pattern = "{\"body\":{\"c\":[1]}}" }
  }
}
resource "aws_sns_topic_subscription" "attributes" {
  filter_policy = jsonencode({ kind = ["x"] })
}
resource "aws_sns_topic_subscription" "body" {
  filter_policy_scope = "MessageBody"
  filter_policy       = jsonencode({ kind = ["y"] })
}
resource "aws_pipes_pipe" "p" {
  source_parameters {
    filter_criteria {
      filter { pattern = jsonencode({ data = { z = [1] } }) }
    }
  }
}
resource "aws_sns_topic_subscription" "plain" {
  protocol = "sqs"
}
"#;
    let all: Vec<(String, Option<Dialect>)> =
        import(text).rules.into_iter().map(|own| (own.label, own.dialect)).collect();
    let own = |label: &str, dialect| (label.to_owned(), Some(dialect));
    assert_eq!(
        all,
        [
            own("aws_cloudwatch_event_archive.a", Dialect::Archive),
            own("aws_lambda_event_source_mapping.m filter 1", Dialect::EventSourceMapping),
            own("aws_lambda_event_source_mapping.m filter 2", Dialect::EventSourceMapping),
            own("aws_sns_topic_subscription.attributes", Dialect::SnsAttributes),
            own("aws_sns_topic_subscription.body", Dialect::SnsBody),
            own("aws_pipes_pipe.p", Dialect::Pipes),
        ]
    );
    assert_eq!(codes(text), ["import.reference", "import.left-out"]);
}

#[test]
fn tags_come_with_those_of_the_provider() {
    let text = format!(
        "provider \"aws\" {{\n region = \"eu-west-1\"\n default_tags {{\n  tags = {{ team = \"core\", env = \"a\" }}\n }}\n}}\ndata \"aws_region\" \"now\" {{}}\n{}",
        in_rule("tags = { env = \"b\" }\ndescription = data.aws_region.now.name")
    );
    let rule = only(&text).rule.unwrap();
    let tags: Vec<(&str, &str)> = rule.tags.iter().map(|own| (&*own.key, &*own.value)).collect();
    assert_eq!((tags, &*rule.description), (vec![("team", "core"), ("env", "b")], "eu-west-1"));
}

#[test]
fn a_role_that_is_not_known_stays_with_its_target() {
    let text = in_target("role_arn = aws_iam_role.elsewhere.arn");
    assert_eq!(only(&text).targets.unwrap()[0].role_arn, "${aws_iam_role.elsewhere.arn}");
}

#[test]
fn targets_and_sources_of_other_resources_are_read() {
    let text = r#"
resource "aws_pipes_pipe" "p" {
  name          = "orders"
  desired_state = "STOPPED"
  source        = "arn:aws:sqs:eu-west-1:111122223333:q"
  target        = aws_sfn_state_machine.m.arn
  source_parameters {
    filter_criteria {
      filter { pattern = jsonencode({ body = { a = [1] } }) }
    }
  }
  target_parameters { input_template = "{\"a\": <$.body.a>}" }
}
resource "aws_lambda_event_source_mapping" "m" {
  function_name    = "worker"
  event_source_arn = "arn:aws:sqs:eu-west-1:111122223333:q"
  filter_criteria {
    filter { pattern = jsonencode({ body = { a = [1] } }) }
  }
}
resource "aws_sns_topic_subscription" "s" {
  topic_arn     = "arn:aws:sns:eu-west-1:111122223333:t"
  endpoint      = "arn:aws:sqs:eu-west-1:111122223333:q"
  filter_policy = jsonencode({ a = ["b"] })
}
"#;
    let read = import(text);
    let arns = |at: usize| -> Vec<String> {
        read.rules[at].targets.iter().flatten().map(|own| own.arn.clone()).collect()
    };
    assert_eq!(arns(0), ["${aws_sfn_state_machine.m.arn}"]);
    assert_eq!(read.rules[0].rule.as_ref().unwrap().state, State::Disabled);
    assert!(read.rules[0].notes[0].contains(":q`"), "{:?}", read.rules[0].notes);
    assert_eq!((arns(1), &*read.rules[1].notes[0]), (vec![], "The function is `worker`."));
    assert_eq!(arns(2), ["arn:aws:sqs:eu-west-1:111122223333:q"]);
}

#[test]
fn a_file_of_terragrunt_calls_a_module() {
    let file = |source: &str| {
        format!(
            "include \"root\" {{\n  path = find_in_parent_folders()\n}}\nterraform {{\n  source = \"{source}\"\n}}\ninputs = {{\n  create_bus = false\n  rules = {{\n    orders = {{ event_pattern = jsonencode({{ source = [\"shop\"] }}) }}\n  }}\n  targets = {{\n    orders = [{{ name = \"f\", arn = dependency.f.outputs.arn }}]\n  }}\n}}\n"
        )
    };
    for source in [
        "tfr:///terraform-aws-modules/eventbridge/aws?version=4.1.0",
        "git::https://github.com/terraform-aws-modules/terraform-aws-eventbridge.git?ref=v3.0.0",
    ] {
        let found = only(&file(source));
        assert_eq!(found.rule.as_ref().unwrap().name, "orders-rule");
        assert_eq!(found.targets.as_ref().unwrap()[0].arn, "${dependency.f.outputs.arn}");
    }
    assert_eq!(codes(&file("../modules//rules")), ["import.module"]);
}
