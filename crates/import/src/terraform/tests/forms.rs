//! The other notations: `.tf.json`, plans, states, and texts that start unusually.

use super::{in_rule, one_line, only};
use crate::Form;
use crate::test_support::import;
use rulepad_rule::State;
use rulepad_transformer::Input;

/// What is said of a text, but for what every text of this file is: not written back.
fn codes(text: &str) -> Vec<String> {
    super::codes(text).into_iter().filter(|code| code != "import.new-file").collect()
}

#[test]
fn a_file_may_start_with_any_comment_or_a_mark() {
    let rule = in_rule("event_pattern = jsonencode({ source = [\"a\"] })");
    for head in [
        "//---\n// Rule\n",
        "/* a\n * resource b\n */\n",
        "/* a */ ",
        "\u{feff}",
        "\u{feff}// a\n",
        "\n\n#\n",
        "\r\n// x\r\n",
    ] {
        let text = format!("{head}{rule}");
        assert_eq!(import(&text).form, Some(Form::Terraform), "{head}");
        assert_eq!((only(&text).label, codes(&text)), ("r".to_owned(), vec![]), "{head}");
    }
    let after = "provider \"aws\" {\n  region = \"x\"\n}\n// c\nlocals {\n  a = 1\n}\n".to_owned() + &rule;
    assert_eq!(only(&after).label, "r");
}

#[test]
fn json_is_a_syntax_of_terraform() {
    let text = r#"{
  "//": "rules",
  "locals": [{"sources": ["acme", "${var.more}"]}],
  "variable": {"more": {"type": "string", "default": "shop"}},
  "resource": {
    "aws_cloudwatch_event_rule": {
      "r": [{"for_each": "${toset([\"a\"])}", "name": "r-${each.key}", "event_pattern": "${jsonencode({source = local.sources})}"}]
    },
    "aws_cloudwatch_event_target": {
      "t": {
        "rule": "${aws_cloudwatch_event_rule.r[\"a\"].name}",
        "arn": "arn:aws:sqs:us-east-1:123456789012:q",
        "dynamic": {"dead_letter_config": {"for_each": [1], "content": {"arn": "${aws_sqs_queue.d.arn}"}}},
        "retry_policy": {"maximum_retry_attempts": 3},
        "input_transformer": [{"input_paths": {"a": "$.a"}, "input_template": "<a>"}]
      }
    }
  }
}"#;
    assert_eq!(import(text).form, Some(Form::Terraform));
    let found = only(text);
    assert_eq!(one_line(found.pattern.as_ref().unwrap()), r#"{"source":["acme","shop"]}"#);
    let target = &found.targets.as_ref().unwrap()[0];
    assert_eq!((&*target.dead_letter_arn, &*target.retry_attempts), ("${aws_sqs_queue.d.arn}", "3"));
    assert_eq!(found.label, "aws_cloudwatch_event_rule.r[\"a\"]");
    assert_eq!(import(text).diagnostics[0].span().of(text), "\"${aws_sqs_queue.d.arn}\"");
}

const PLAN: &str = r#"{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{"root_module":{"resources":[
{"address":"aws_cloudwatch_event_rule.r[\"a\"]","mode":"managed","type":"aws_cloudwatch_event_rule","name":"r","index":"a","values":{"name":"orders","description":"","event_bus_name":"default","event_pattern":"{\"source\":[\"acme\"]}","state":"DISABLED","tags":null,"tags_all":{"team":"core"},"role_arn":"","schedule_expression":""}}],
"child_modules":[{"address":"module.m","resources":[
{"address":"module.m.aws_cloudwatch_event_target.t","mode":"managed","type":"aws_cloudwatch_event_target","name":"t","values":{"rule":"orders","target_id":"t","input":"","dead_letter_config":[{"arn":"arn:aws:sqs:us-east-1:123456789012:d"}],"ecs_target":[]}}]}]}},
"resource_changes":[{"address":"module.m.aws_cloudwatch_event_target.t","change":{"after_unknown":{"arn":true,"id":true}}},{"address":"aws_cloudwatch_event_rule.r[\"a\"]","change":{"after_unknown":{"arn":true,"id":true}}}],
"configuration":{"root_module":{"resources":[]}}}"#;

#[test]
fn a_plan_as_json_has_what_is_known_before_it_is_applied() {
    let found = import(PLAN);
    assert_eq!((found.form, codes(PLAN)), (Some(Form::TerraformPlan), vec!["import.reference".to_owned()]));
    let rule = found.rules[0].rule.as_ref().unwrap();
    assert_eq!((&*found.rules[0].label, rule.state), ("aws_cloudwatch_event_rule.r[\"a\"]", State::Disabled));
    assert_eq!((&*rule.tags[0].key, &*rule.role_arn), ("team", ""));
    let target = &found.rules[0].targets.as_ref().unwrap()[0];
    assert_eq!(target.arn, "${module.m.aws_cloudwatch_event_target.t.arn}");
    assert_eq!(target.dead_letter_arn, "arn:aws:sqs:us-east-1:123456789012:d");
    let changes = PLAN.replace("planned_values", "other").replace(
        "\"change\":{\"after_unknown\":{\"arn\":true,\"id\":true}}},{",
        "\"type\":\"aws_cloudwatch_event_rule\",\"name\":\"z\",\"change\":{\"after\":{\"name\":\"z\",\"event_pattern\":\"{}\"}}},{",
    );
    assert_eq!(only(&changes).rule.unwrap().name, "z");
}

#[test]
fn a_state_has_its_instances() {
    let text = r#"{"version":4,"terraform_version":"1.9.0","serial":1,"resources":[
{"module":"module.m","mode":"managed","type":"aws_cloudwatch_event_rule","name":"r","provider":"p","instances":[
 {"index_key":0,"attributes":{"arn":"arn:aws:events:us-east-1:1:rule/a","id":"a","name":"a","event_pattern":"{\"source\":[\"x\"]}","is_enabled":true,"force_destroy":false}},
 {"index_key":"k","attributes":{"name":"b","event_pattern":"{\"source\":[\"y\"]}"}}]},
{"mode":"managed","type":"aws_cloudwatch_event_target","name":"t","instances":[{"attributes":{"rule":"b","event_bus_name":"default","target_id":"t","arn":"arn:aws:sqs:us-east-1:1:q","input_path":""}}]},
{"mode":"data","type":"aws_region","name":"now","instances":[{"attributes":{"name":"x"}}]},
{"mode":"managed","type":"aws_sqs_queue","name":"q","instances":[{"attributes":{"name":"q"}}]}]}"#;
    let found = import(text);
    let labels: Vec<&str> = found.rules.iter().map(|own| &*own.label).collect();
    assert_eq!(
        labels,
        ["module.m.aws_cloudwatch_event_rule.r[0]", "module.m.aws_cloudwatch_event_rule.r[\"k\"]"]
    );
    assert_eq!(found.rules[1].targets.as_ref().unwrap().len(), 1);
    assert_eq!((found.form, codes(text)), (Some(Form::TerraformState), vec!["import.left-out".to_owned()]));
}

const PRINTED: &str = r#"Terraform used the selected providers to generate the following execution plan.

Terraform will perform the following actions:

  # aws_cloudwatch_event_rule.made["a"] will be created
  + resource "aws_cloudwatch_event_rule" "made" {
      + arn            = (known after apply)
      + description    = "a -> b"
      + event_bus_name = "default"
      + event_pattern  = jsonencode(
            {
              + detail-type = [
                  + "X",
                ]
              + source      = [
                  + "aws.medialive",
                ]
            }
        )
      + id             = (known after apply)
      + name           = "made"
      + tags_all       = {
          + "team" = "é core"
        }
    }

  # aws_cloudwatch_event_rule.changed will be updated in-place
  ~ resource "aws_cloudwatch_event_rule" "changed" {
      ~ description   = "old" -> "new"
      ~ event_pattern = jsonencode(
          ~ {
              ~ source = [
                  - "aws.old",
                  + "aws.new",
                    # (1 unchanged element hidden)
                ]
            }
        )
        name          = "changed"
      - role_arn      = "arn:aws:iam::1:role/x" -> null
        # (5 unchanged attributes hidden)
    }

  # aws_cloudwatch_event_rule.gone will be destroyed
  - resource "aws_cloudwatch_event_rule" "gone" {
      - name = "gone" -> null
      - tags = {
          - "a" = "b"
        } -> null
    }

  # aws_cloudwatch_event_target.t will be created
  + resource "aws_cloudwatch_event_target" "t" {
      + arn       = (known after apply)
      + rule      = "made"
      + target_id = "t"
      + input_transformer {
          + input_template = <<-EOT
                {"a": <a>}
            EOT
        }
    }

Plan: 3 to add, 1 to change, 1 to destroy.
"#;

#[test]
fn a_printed_plan_is_read_with_what_it_will_make() {
    let found = import(PRINTED);
    assert_eq!(found.form, Some(Form::TerraformPlan));
    let [made, changed] = &found.rules[..] else { panic!("{found:?}") };
    assert_eq!(made.label, "aws_cloudwatch_event_rule.made[\"a\"]");
    assert_eq!(
        one_line(made.pattern.as_ref().unwrap()),
        r#"{"detail-type":["X"],"source":["aws.medialive"]}"#
    );
    assert_eq!(made.rule.as_ref().unwrap().description, "a -> b");
    let target = &made.targets.as_ref().unwrap()[0];
    assert_eq!(target.arn, "${aws_cloudwatch_event_target.t.arn}");
    assert_eq!(one_line(changed.pattern.as_ref().unwrap()), r#"{"source":["aws.new"]}"#);
    let rule = changed.rule.as_ref().unwrap();
    assert_eq!((&*rule.description, &*rule.role_arn), ("new", ""));
    assert_eq!(codes(PRINTED), ["import.hidden", "import.destroyed", "import.reference"]);
    let shown = "# aws_cloudwatch_event_rule.s:\nresource \"aws_cloudwatch_event_rule\" \"s\" {\n    arn  = \"arn:aws:events:us-east-1:1:rule/s\"\n    id   = \"s\"\n    name = \"s\"\n    event_pattern = jsonencode(\n        {\n            source = [\n                \"a\",\n            ]\n        }\n    )\n}\n";
    assert_eq!((only(shown).label, codes(shown)), ("s".to_owned(), vec![]));
    let replaced = "  # aws_cloudwatch_event_rule.x must be replaced\n-/+ resource \"aws_cloudwatch_event_rule\" \"x\" {\n      ~ event_pattern = <<-EOT # whitespace changes\n            {\"source\": [\"a\"]}\n        EOT\n      ~ name = \"old\" -> \"new\" # forces replacement\n    }\n";
    assert_eq!((only(replaced).label, codes(replaced)), ("new".to_owned(), vec![]));
    let broken = format!("{}{replaced}", replaced.replace("= <<-EOT", "= = <<-EOT"));
    assert_eq!(
        (only(&broken).label, codes(&broken)),
        ("new".to_owned(), vec!["import.skipped".to_owned(), "import.terraform".to_owned()])
    );
    let input = PRINTED.replace(
        "<<-EOT\n                {\"a\": <a>}\n            EOT",
        "jsonencode(\n                {\n                  + a = \"<a>\"\n                }\n            )",
    );
    let found = import(&input);
    let target = &found.rules[0].targets.as_ref().unwrap()[0];
    let Input::Transformer { template, .. } = &target.input else { panic!("{target:?}") };
    assert_eq!(template, r#"{"a":"<a>"}"#);
    let coloured = PRINTED.replace("  + resource", "\u{1b}[0m  \u{1b}[32m+\u{1b}[0m\u{1b}[0m resource");
    assert_eq!(import(&coloured).rules.len(), 2);
}

#[test]
fn what_is_not_written_back_is_reported() {
    let json = r#"{"resource": {"aws_cloudwatch_event_rule": {"r": {"name": "r", "event_pattern": "{}"}}}}"#;
    for (text, what) in [(json, "the JSON syntax"), (PLAN, "a plan"), (PRINTED, "a plan")] {
        let read = import(text);
        let found = read.diagnostics.iter().find(|found| found.code == "import.new-file").unwrap();
        assert!(found.message.contains(what), "{}", found.message);
        assert!(read.rules.iter().all(|rule| rule.origin.is_none()));
    }
}
