//! Files of Terraform as people write them.

mod budgets;
mod configurations;
mod forms;
mod references;

use crate::Form;
use crate::test_support::{FoundRule, Imported, import};
use rulepad_document::Role;
use rulepad_document::json::{compact, parse};
use rulepad_rule::{State, Target};
use rulepad_transformer::Input;

const FILE: &str = r#"
# What starts builds.
locals {
  account = "123456789012"
  sources = ["aws.codebuild", "acme.${local.account}"]
  statuses = { failed = "FAILED", n = [4.0, 3.0e2, 9007199254740993, 1e400, -1.50] }
}

variable "bus" {
  default = "orders"
}

resource "aws_cloudwatch_event_bus" "orders" {
  name = var.bus
}

resource "aws_cloudwatch_event_rule" "builds" {
  name           = "builds-${var.bus}"
  description    = "what \"happens\" $${here} %%{there} ${1 + 2}"
  event_bus_name = aws_cloudwatch_event_bus.orders.arn
  state          = "DISABLED"

  event_pattern = jsonencode({
    source      = local.sources
    detail-type = ["CodeBuild Build State Change"]
    "$or" = [
      { detail = { status = [local.statuses.failed, null, { prefix = "$${x}" }] } },
      { detail = { n = local.statuses["n"], big : [true] } },
    ]
  })
}

resource "aws_cloudwatch_event_target" "tasks" {
  rule           = aws_cloudwatch_event_rule.builds.name
  event_bus_name = aws_cloudwatch_event_rule.builds.event_bus_name
  target_id      = "tasks"
  arn            = "arn:aws:ecs:us-east-1:${local.account}:cluster/c"
  role_arn       = aws_iam_role.ecs.arn

  input_transformer {
    input_paths = {
      "status" = "$.detail.status"
    }
    input_template = <<-EOT
      {
        "status": <status>, "cost": "$${x} \n %%{y}"

      }
    EOT
  }

  ecs_target {
    task_definition_arn     = "arn:aws:ecs:us-east-1:123456789012:task-definition/t:1"
    task_count              = "2"
    enable_ecs_managed_tags = true
    tags                    = { team = "builds" }

    network_configuration {
      subnets          = ["subnet-1"]
      assign_public_ip = true
    }

    capacity_provider_strategy {
      capacity_provider = "FARGATE"
      weight            = 1
    }
    capacity_provider_strategy {
      capacity_provider = "FARGATE_SPOT"
    }
  }

  dead_letter_config {
    arn = "arn:aws:sqs:us-east-1:123456789012:dead"
  }

  retry_policy {
    maximum_retry_attempts       = 3
    maximum_event_age_in_seconds = 60 * 60
  }
}

resource "aws_cloudwatch_event_target" "constant" {
  rule           = "builds-orders"
  event_bus_name = "orders"
  arn            = "arn:aws:states:us-east-1:123456789012:stateMachine:s"
  role_arn       = "arn:aws:iam::123456789012:role/r"
  input          = jsonencode({ z = "<a> & b", a = [1.50] })
}

resource "aws_iam_role" "ecs" {
  name = "ecs"
}
"#;

fn codes(text: &str) -> Vec<String> {
    import(text).diagnostics.into_iter().map(|found| found.code.into_owned()).collect()
}

fn only(text: &str) -> FoundRule {
    let Imported { rules, diagnostics, .. } = import(text);
    let [rule] = &rules[..] else { panic!("{text}\n{diagnostics:?}") };
    rule.clone()
}

fn one_line(text: &str) -> String {
    compact(parse(text, Role::Import).valid().unwrap_or_else(|| panic!("{text}")))
}

fn in_rule(lines: &str) -> String {
    let schedule = match lines.contains("event_pattern") || lines.contains("schedule_expression") {
        true => "",
        false => "\n  schedule_expression = \"rate(1 day)\"",
    };
    format!("resource \"aws_cloudwatch_event_rule\" \"r\" {{\n  name = \"r\"\n{lines}{schedule}\n}}\n")
}

fn pattern(expression: &str) -> Option<String> {
    only(&in_rule(&format!("event_pattern = {expression}"))).pattern.map(|text| one_line(&text))
}

fn in_target(lines: &str) -> String {
    let head =
        "rule = aws_cloudwatch_event_rule.r.name\ntarget_id = \"t\"\narn = \"arn:aws:sqs:us-east-1:1:q\"";
    format!(
        "{}resource \"aws_cloudwatch_event_target\" \"t\" {{\n{head}\n{lines}\n}}\n",
        in_rule("event_pattern = jsonencode({ source = [\"a\"] })")
    )
}

fn target(lines: &str) -> Target {
    only(&in_target(lines)).targets.unwrap().remove(0)
}

#[test]
fn a_file_is_read_as_terraform_would_send_it() {
    let Imported { form, rules, diagnostics } = import(FILE);
    assert_eq!(form, Some(Form::Terraform));
    let told: Vec<(&str, &str)> =
        diagnostics.iter().map(|found| (&*found.code, found.span().of(FILE))).collect();
    assert_eq!(told, [("import.left-out", "resource")]);
    let [found] = &rules[..] else { panic!("{rules:?}") };
    let rule = found.rule.as_ref().unwrap();
    assert_eq!((&*rule.name, &*rule.event_bus, rule.state), ("builds-orders", "orders", State::Disabled));
    assert_eq!(rule.description, "what \"happens\" ${here} %{there} 3");
    let long = format!("1{}", "0".repeat(400));
    assert_eq!(
        one_line(found.pattern.as_ref().unwrap()),
        format!(
            r#"{{"source":["aws.codebuild","acme.123456789012"],"detail-type":["CodeBuild Build State Change"],"$or":[{{"detail":{{"status":["FAILED",null,{{"prefix":"${{x}}"}}]}}}},{{"detail":{{"n":[4,300,9007199254740993,{long},-1.5],"big":[true]}}}}]}}"#
        )
    );
    let [tasks, constant] = &found.targets.as_ref().unwrap()[..] else { panic!() };
    assert_eq!((&*tasks.id, &*tasks.role_arn), ("tasks", ""));
    assert_eq!((&*tasks.retry_attempts, &*tasks.event_age), ("3", "3600"));
    assert_eq!(tasks.dead_letter_arn, "arn:aws:sqs:us-east-1:123456789012:dead");
    let Input::Transformer { paths, template } = &tasks.input else { panic!() };
    assert_eq!(one_line(paths), r#"{"status":"$.detail.status"}"#);
    assert_eq!(template, "{\n  \"status\": <status>, \"cost\": \"${x} \\n %{y}\"\n\n}\n");
    assert_eq!(
        one_line(&tasks.parameters),
        r#"{"TaskDefinitionArn":"arn:aws:ecs:us-east-1:123456789012:task-definition/t:1","TaskCount":2,"EnableECSManagedTags":true,"Tags":[{"Key":"team","Value":"builds"}],"NetworkConfiguration":{"awsvpcConfiguration":{"Subnets":["subnet-1"],"AssignPublicIp":"ENABLED"}},"CapacityProviderStrategy":[{"capacityProvider":"FARGATE","weight":1},{"capacityProvider":"FARGATE_SPOT"}]}"#
    );
    assert_eq!((&*constant.id, &*constant.role_arn), ("constant", "arn:aws:iam::123456789012:role/r"));
    assert_eq!(constant.input, Input::Constant(r#"{"a":[1.5],"z":"\u003ca\u003e \u0026 b"}"#.into()));
    assert_eq!(found.notes.len(), 3, "the variable, the role and the id: {:?}", found.notes);
}

#[test]
fn patterns_stand_as_text_as_well() {
    let json = r#"{"source":["a"],"detail":{"n":[4.0,1e400]}}"#;
    assert_eq!(pattern(&format!("<<EOF\n{json}\nEOF")).as_deref(), Some(json));
    assert_eq!(pattern(&format!("<<-EOF\n    {json}\n    EOF")).as_deref(), Some(json));
    assert_eq!(pattern(&format!("\"{}\"", json.replace('"', "\\\""))).as_deref(), Some(json));
    let mixed = pattern("<<EOF\n{\"source\": [\"${upper(\"a\")}\", \"$$${b}\", \"%%{c}\"]}\nEOF");
    assert_eq!(mixed.as_deref(), Some(r#"{"source":["A","$${b}","%{c}"]}"#));
    let merged = "jsonencode(merge({ source = [\"a\"], account = [\"1\"] }, true ? { account = [format(\"%s-%d\", \"x\", 2)] } : {}))";
    assert_eq!(pattern(merged).as_deref(), Some(r#"{"source":["a"],"account":["x-2"]}"#));
    let twice = pattern("jsonencode({ source = [\"a\"], \"source\" = [\"b\"] })");
    assert_eq!(twice.as_deref(), Some(r#"{"source":["b"]}"#));
}

#[test]
fn what_the_file_does_not_say_stays_and_is_told() {
    let text =
        in_rule("event_pattern = jsonencode({ source = [var.source, \"x-${data.aws_region.now.name}\"] })");
    let Imported { rules, diagnostics, .. } = import(&text);
    assert_eq!(
        one_line(rules[0].pattern.as_ref().unwrap()),
        r#"{"source":["${var.source}","x-${data.aws_region.now.name}"]}"#
    );
    let told: Vec<(&str, &str)> =
        diagnostics.iter().map(|found| (&*found.code, found.span().of(&text))).collect();
    assert_eq!(told, [("import.reference", "var.source"), ("import.reference", "data.aws_region.now.name")]);
    for whole in ["file(\"pattern.json\")", "jsonencode(var.pattern)", "var.pattern", "[for s in var.s : s]"]
    {
        let text = in_rule(&format!("event_pattern = {whole}"));
        assert_eq!((only(&text).pattern.as_deref(), codes(&text).len()), (Some(""), 1), "{whole}");
    }
    let text = in_target("").replace("\"arn:aws:sqs:us-east-1:1:q\"", "aws_sqs_queue.q.arn")
        + "resource \"aws_sqs_queue\" \"q\" {}\n";
    assert_eq!(only(&text).targets.unwrap()[0].arn, "${aws_sqs_queue.q.arn}");
    assert_eq!(codes(&text), ["import.reference", "import.left-out"]);
}

#[test]
fn a_property_stays_where_the_arn_does_not_tell_the_kind() {
    let lines = "sqs_target {\n message_group_id = \"g\"\n}\ninput_path = \"$.detail\"\nrole_arn = null";
    let text = in_target(lines).replace("\"arn:aws:sqs:us-east-1:1:q\"", "var.arn");
    let target = only(&text).targets.unwrap().remove(0);
    assert_eq!(one_line(&target.parameters), r#"{"MessageGroupId":"g"}"#);
    assert_eq!((target.input, &*target.role_arn), (Input::Path("$.detail".into()), ""));
}

#[test]
fn what_is_made_often_or_elsewhere_is_told() {
    for (text, code) in [
        (in_rule("count = var.on"), "import.repeated"),
        (in_rule("for_each = toset(var.names)"), "import.repeated"),
        (in_rule("count = var.on ? 1 : 0"), "import.perhaps"),
        (
            "resource \"aws_cloudwatch_event_rule\" \"r\" {\n  name = \"r\"\n}\n".to_owned(),
            "import.no-pattern",
        ),
        (in_target("dynamic \"sqs_target\" {\n for_each = var.on\n content {}\n}"), "import.dynamic"),
        ("module \"rules\" {\n  source = \"./rules\"\n}".to_owned(), "import.module"),
        (in_rule("event_patern = \"{}\""), "import.member"),
        (in_target("retry_polcy {}"), "import.member"),
        (in_target("retry_policy {\n maximum_retry_attempts = []\n}"), "import.type"),
        (
            in_target("input_transformer {\n input_template = jsonencode({ a = \"<a>\" })\n}"),
            "import.encoded",
        ),
        (in_rule("event_pattern = jsonencode({ n = [1e9999] })"), "import.number"),
        ("resource \"aws_sqs_queue\" \"q\" {}\n".to_owned(), "import.left-out"),
        ("resource \"aws_iam_role\" \"r\" {}\n".to_owned(), "import.no-rule"),
        (in_rule("event_pattern = "), "import.terraform"),
    ] {
        assert!(codes(&text).iter().any(|found| found == code), "{code}: {:?}", import(&text).diagnostics);
    }
    assert_eq!(codes(&in_rule("count = 1\ntags = {}")), [""; 0]);
    let found =
        only(&in_rule("schedule_expression = \"rate(1 day)\"\ntags = { team = \"a\" }")).rule.unwrap();
    assert_eq!((&*found.schedule, &*found.tags[0].key, &*found.tags[0].value), ("rate(1 day)", "team", "a"));
    assert_eq!(only(&in_rule("is_enabled = false")).rule.unwrap().state, State::Disabled);
}

#[test]
fn heredocs_lose_the_indent_of_their_text_alone() {
    let template = |text: &str| {
        let lines = format!("input_transformer {{\n  input_template = {text}\n}}");
        let Input::Transformer { template, .. } = target(&lines).input else { panic!() };
        template
    };
    assert_eq!(template("<<EOT\n  a\n  EOT"), "  a\n");
    assert_eq!(template("<<-EOT\n    a\n \n      b\n    EOT"), "a\n \n  b\n");
    assert_eq!(template("<<-EOT\n    ${1}\n      b\n    EOT"), "1\n  b\n");
    assert_eq!(template("<<-EOT\n${1}\n  b\n    EOT"), "1\n  b\n");
    assert_eq!(template("<<EOT\nEOT"), "");
    assert_eq!(template("\"a ${~ \"b\" ~} c\""), "abc");
    assert_eq!(template("replace(jsonencode({ a = \"<a>\" }), \"\\\\u003c\", \"<\")"), r#"{"a":"<a\u003e"}"#);
}

#[test]
fn references_in_a_circle_and_growing_texts_end() {
    let circle = "locals {\n a = local.b\n b = [local.a, local.a]\n}\n";
    let text = format!("{circle}{}", in_rule("event_pattern = jsonencode(local.a)"));
    assert!(!codes(&text).is_empty());
    let mut doubling = String::from("locals {\n a0 = \"xxxxxxxxxxxxxxxx\"\n");
    for at in 1..60 {
        doubling += &format!(" a{at} = \"${{local.a{before}}}${{local.a{before}}}\"\n", before = at - 1);
    }
    let text = format!("{doubling}}}\n{}", in_rule("description = local.a59"));
    assert!(codes(&text).contains(&"import.budget".to_owned()));
    for hostile in ["[", "(", "{a=", "\"${", "!", "true ? ", "<<A\n${", "f("] {
        let text = in_rule(&format!("event_pattern = {}", hostile.repeat(30_000)));
        assert_eq!(codes(&text), ["import.skipped", "import.terraform"], "{hostile}");
    }
}

#[test]
fn an_attribute_alone_is_a_pattern() {
    let found = only("  event_pattern = jsonencode({\n    source = [\"a\"]\n  })\n");
    assert_eq!((found.rule, found.targets), (None, None));
    assert_eq!(one_line(&found.pattern.unwrap()), r#"{"source":["a"]}"#);
}
