//! `count`, `for_each`, `for`, `dynamic`, modules and functions.

use super::{codes, in_rule, in_target, one_line, only, pattern};
use crate::test_support::{FoundRule, Imported, import, import_among};
use crate::{Files, NamedText};
use rulepad_rule::Target;
use rulepad_transformer::Input;

fn rules(text: &str) -> Vec<FoundRule> {
    import(text).rules
}

fn labels(text: &str) -> Vec<String> {
    rules(text).into_iter().map(|own| own.label).collect()
}

fn arns(own: &FoundRule) -> Vec<String> {
    own.targets.iter().flatten().map(|target: &Target| target.arn.clone()).collect()
}

#[test]
fn there_is_one_rule_for_each_key_with_its_targets() {
    let text = r#"
locals {
  rules = {
    stopped = { detail-type = ["ECS Task State Change"], detail = { lastStatus = ["STOPPED"] } }
    failed  = { detail-type = ["ECS Deployment State Change"], source = "own", detail = { eventType = ["ERROR"] } }
  }
}
resource "aws_cloudwatch_event_rule" "this" {
  for_each      = local.rules
  name          = "app-${each.key}"
  event_pattern = jsonencode({
    source      = [try(each.value.source, "aws.ecs")]
    detail-type = each.value.detail-type
    detail      = each.value.detail
  })
}
resource "aws_cloudwatch_event_target" "a" {
  for_each = aws_cloudwatch_event_rule.this
  rule     = each.value.name
  arn      = "arn:aws:sns:eu-west-1:111122223333:${each.key}"
}
resource "aws_cloudwatch_event_target" "b" {
  rule = aws_cloudwatch_event_rule.this["failed"].name
  arn  = "arn:aws:sqs:eu-west-1:111122223333:only"
}
"#;
    let all = rules(text);
    let [failed, stopped] = &all[..] else { panic!("{all:?}") };
    assert_eq!(failed.label, r#"aws_cloudwatch_event_rule.this["failed"]"#);
    assert_eq!(stopped.rule.as_ref().unwrap().name, "app-stopped");
    assert_eq!(
        one_line(failed.pattern.as_ref().unwrap()),
        r#"{"source":["own"],"detail-type":["ECS Deployment State Change"],"detail":{"eventType":["ERROR"]}}"#
    );
    assert!(stopped.pattern.as_ref().unwrap().contains("aws.ecs"));
    assert_eq!(
        arns(failed),
        ["arn:aws:sns:eu-west-1:111122223333:failed", "arn:aws:sqs:eu-west-1:111122223333:only"]
    );
    assert_eq!(arns(stopped), ["arn:aws:sns:eu-west-1:111122223333:stopped"]);
    assert_eq!(codes(text), [""; 0]);
}

#[test]
fn sets_lists_and_counts_make_rules_as_well() {
    let set = "for_each = toset([\"b\", \"a\", \"b\"])\ndescription = each.value";
    assert_eq!(
        labels(&in_rule(set)),
        ["aws_cloudwatch_event_rule.r[\"a\"]", "aws_cloudwatch_event_rule.r[\"b\"]"]
    );
    let count = "count = length([\"x\", \"y\"])\ndescription = \"n${count.index}\"";
    let all = rules(&in_rule(count));
    assert_eq!(all[1].label, "aws_cloudwatch_event_rule.r[1]");
    assert_eq!(all[1].rule.as_ref().unwrap().description, "n1");
    assert_eq!(
        labels(&in_rule("for_each = { for k in [\"p\", \"q\"] : upper(k) => k if k != \"q\" }")).len(),
        1
    );
    assert_eq!(
        (labels(&in_rule("count = 0")).len(), codes(&in_rule("count = 0"))),
        (0, vec!["import.no-rule".to_owned()])
    );
    let by_default = format!("variable \"on\" {{ default = false }}\n{}", in_rule("count = var.on ? 1 : 0"));
    assert_eq!((labels(&by_default).len(), codes(&by_default)), (1, vec!["import.not-made".to_owned()]));
    let unknown = in_rule("for_each = var.rules\ndescription = each.key");
    let all = rules(&unknown);
    assert_eq!((all.len(), &*all[0].rule.as_ref().unwrap().description), (1, "${each.key}"));
    assert_eq!(codes(&unknown), ["import.repeated", "import.reference"]);
    assert_eq!(codes(&in_rule("count = 1000000000")), ["import.instances"]);
}

#[test]
fn targets_follow_their_rules_however_they_name_them() {
    for rule in [
        "aws_cloudwatch_event_rule.r[0].name",
        "aws_cloudwatch_event_rule.r[0].id",
        "aws_cloudwatch_event_rule.r.*.name[0]",
        "one(aws_cloudwatch_event_rule.r[*].name)",
        "element(aws_cloudwatch_event_rule.r.*.name, 0)",
        "join(\"\", aws_cloudwatch_event_rule.r.*.name)",
        "local.name",
        "try(aws_cloudwatch_event_rule.r[0].name, \"\")",
        "\"${aws_cloudwatch_event_rule.r[0].name}\"",
    ] {
        let text = format!(
            "locals {{\n name = aws_cloudwatch_event_rule.r[0].name\n}}\n{}resource \"aws_cloudwatch_event_target\" \"t\" {{\n  rule = {rule}\n  arn = \"arn:aws:sqs:us-east-1:1:q\"\n}}\n",
            in_rule("count = 1\nname_prefix = \"x\"").replace("  name = \"r\"\n", "")
        );
        let all = rules(&text);
        assert_eq!((all.len(), arns(&all[0]).len()), (1, 1), "{rule}: {all:?}");
    }
}

#[test]
fn rules_of_one_name_are_told_apart_by_their_addresses() {
    let one = in_rule("event_bus_name = \"a\"");
    let text = format!("{one}{}", one.replace("\"r\" {", "\"s\" {"));
    assert_eq!(labels(&text), ["aws_cloudwatch_event_rule.r", "aws_cloudwatch_event_rule.s"]);
}

#[test]
fn what_is_made_only_under_a_condition_is_read() {
    let rules_of = |by: &str| rules(&in_rule(&format!("{by}\ndescription = \"a\"")));
    for (by, labels) in [
        ("count = var.on ? 1 : 0", vec!["aws_cloudwatch_event_rule.r[0]"]),
        ("count = var.off ? 0 : 2", vec!["aws_cloudwatch_event_rule.r[0]", "aws_cloudwatch_event_rule.r[1]"]),
        ("for_each = var.on ? { a = 1 } : {}", vec!["aws_cloudwatch_event_rule.r[\"a\"]"]),
        ("for_each = toset(var.on ? [\"a\"] : [])", vec!["aws_cloudwatch_event_rule.r"]),
    ] {
        let found: Vec<String> = rules_of(by).into_iter().map(|own| own.label).collect();
        assert_eq!(found, labels, "{by}");
    }
}

#[test]
fn targets_of_rules_that_are_not_known_follow_them() {
    for (each, rule) in [
        ("for_each = aws_cloudwatch_event_rule.r", "each.value.name"),
        ("for_each = var.rules", "aws_cloudwatch_event_rule.r[each.key].name"),
        ("count = var.many", "aws_cloudwatch_event_rule.r[var.which].id"),
        ("", "aws_cloudwatch_event_rule.r[\"a\"].name"),
    ] {
        let text = format!(
            "{}resource \"aws_cloudwatch_event_target\" \"t\" {{\n  {each}\n  rule = {rule}\n  arn = aws_sqs_queue.q[0].arn\n}}\n",
            in_rule("for_each = var.rules\nevent_pattern = each.value")
        );
        let all = rules(&text);
        assert_eq!(
            (all.len(), arns(&all[0])),
            (1, vec!["${aws_sqs_queue.q[0].arn}".to_owned()]),
            "{rule}: {all:?}"
        );
    }
}

#[test]
fn functions_give_what_terraform_gives() {
    for (expression, value) in [
        ("[for s in [\"a\", \"b\"] : upper(s) if s != \"b\"]", r#"["A"]"#),
        ("[for k, v in { b = 1, a = 2 } : \"${k}${v}\"]", r#"["a2","b1"]"#),
        ("keys({ for s in [\"x\", \"y\", \"x\"] : s => s... })", r#"["x","y"]"#),
        ("[{ a = { b = [\"c\"] } }][*].a.b[0]", r#"["c"]"#),
        ("flatten([[\"a\"], [[\"b\"]], []])", r#"["a","b"]"#),
        ("[lookup({ a = \"1\" }, \"b\", \"none\")]", r#"["none"]"#),
        ("[coalesce(null, \"\", \"c\")]", r#"["c"]"#),
        ("[can({ a = 1 }.b), tostring(3), tonumber(\"4\")]", r#"[false,"3",4]"#),
        ("[element([\"a\", \"b\"], 3), length(\"한글\"), contains([\"a\"], \"a\")]", r#"["b",2,true]"#),
        ("concat([\"a\"], tolist([\"b\"]), [])", r#"["a","b"]"#),
        ("[jsondecode(jsonencode({ a = [1.50] })).a[0]]", "[1.5]"),
        ("[yamldecode(\"a: [b, 1]\").a[0]]", r#"["b"]"#),
        ("split(\",\", \"a,b\")", r#"["a","b"]"#),
        (
            "[replace(\"a-b\", \"-\", \"_\"), format(\"%s/%d%%\", \"x\", 5), join(\"+\", [\"a\", \"b\"])]",
            r#"["a_b","x/5%","a+b"]"#,
        ),
        ("[trimsuffix(\"ab\", \"b\"), substr(\"hello\", 1, 3), title(\"a b\")]", r#"["a","ell","A B"]"#),
        ("distinct(sort([\"b\", \"a\", \"b\"]))", r#"["a","b"]"#),
        ("values(zipmap([\"b\", \"a\"], [\"1\", \"2\"]))", r#"["2","1"]"#),
        ("[7 / 7, 7 % 4, 1 == 1.0, \"1\" == 1, !false && true]", "[1,3,true,false,true]"),
        ("[true ? \"a\" : local.none]", r#"["a"]"#),
        (
            "[\"%{ if true ~} yes %{~ else ~} no %{~ endif }\", \"%{ for s in [\"a\", \"b\"] }${s},%{ endfor }\"]",
            r#"["yes","a,b,"]"#,
        ),
        ("[max(1, 3), min(2, 1), range(3)[2], index([\"a\", \"b\"], \"b\")]", "[3,1,2,1]"),
        ("setproduct([\"a\"], [\"b\", \"c\"])[1]", r#"["a","c"]"#),
        ("formatlist(\"%s-x\", [\"a\", \"b\"])", r#"["a-x","b-x"]"#),
    ] {
        let found = pattern(&format!("jsonencode({{ a = {expression} }})"));
        assert_eq!(found, Some(format!(r#"{{"a":{value}}}"#)), "{expression}");
    }
}

#[test]
fn dynamic_blocks_are_written_out() {
    let lines = r#"
  dynamic "input_transformer" {
    for_each = [1]
    content {
      input_paths    = { a = "$.a" }
      input_template = "\"<a>\""
    }
  }
  dynamic "dead_letter_config" {
    for_each = { q = "arn:aws:sqs:us-east-1:1:dead" }
    iterator = queue
    content {
      arn = queue.value
    }
  }
  dynamic "retry_policy" {
    for_each = []
    content {
      maximum_retry_attempts = 1
    }
  }"#;
    let found = only(&in_target(lines)).targets.unwrap().remove(0);
    let Input::Transformer { template, .. } = &found.input else { panic!() };
    assert_eq!(
        (&**template, &*found.dead_letter_arn, &*found.retry_attempts),
        ("\"<a>\"", "arn:aws:sqs:us-east-1:1:dead", "")
    );
    assert_eq!(codes(&in_target(lines)), [""; 0]);
}

#[test]
fn optional_members_of_a_variable_have_their_defaults() {
    let text = r#"
variable "rules" {
  type = map(object({ source = list(string), enabled = optional(bool, false), note = optional(string) }))
  default = { a = { source = ["x"], enabled = null } }
}
resource "aws_cloudwatch_event_rule" "r" {
  for_each      = var.rules
  name          = each.key
  description   = each.value.note
  state         = each.value.enabled ? "ENABLED" : "DISABLED"
  event_pattern = jsonencode({ source = each.value.source })
}
"#;
    let rule = only(text).rule.unwrap();
    assert_eq!((rule.state.name(), &*rule.description), ("DISABLED", ""));
    assert_eq!(only(text).notes, ["Read with the default of `var.rules`."]);
}

#[test]
fn the_module_for_eventbridge_is_read() {
    let text = r#"
module "bus" {
  source   = "terraform-aws-modules/eventbridge/aws"
  bus_name = "orders"
  rules = {
    order_made = {
      description   = "all"
      event_pattern = jsonencode({ source = ["shop"] })
      enabled       = false
    }
    nightly = { schedule_expression = "rate(1 day)" }
  }
  targets = {
    order_made = [
      {
        name              = "queue"
        arn               = "arn:aws:sqs:us-east-1:123456789012:q"
        dead_letter_arn   = aws_sqs_queue.dead.arn
        input_transformer = { input_paths = { id = "$.detail.id" }, input_template = "{\"id\": <id>}" }
        retry_policy      = { maximum_retry_attempts = 2, maximum_event_age_in_seconds = 60 }
      },
      { name = "flow", arn = "arn:aws:states:us-east-1:123456789012:stateMachine:s", attach_role_arn = true },
    ]
  }
}
module "other" {
  source = "acme/rules/aws"
}
"#;
    let all = rules(text);
    let [nightly, made] = &all[..] else { panic!("{all:?}") };
    let rule = made.rule.as_ref().unwrap();
    assert_eq!((&*rule.name, &*rule.event_bus, rule.state.name()), ("order-made-rule", "orders", "DISABLED"));
    assert_eq!(made.label, r#"module.bus.aws_cloudwatch_event_rule.this["order_made"]"#);
    assert_eq!(rule.tags[0].value, "order-made-rule");
    let [flow, queue] = &made.targets.as_ref().unwrap()[..] else { panic!() };
    assert_eq!((&*flow.id, &*flow.role_arn), ("flow", "${module.bus.eventbridge_role_arn}"));
    assert_eq!((&*queue.dead_letter_arn, &*queue.retry_attempts), ("${aws_sqs_queue.dead.arn}", "2"));
    assert_eq!(nightly.rule.as_ref().unwrap().schedule, "rate(1 day)");
    assert!(codes(text).contains(&"import.module".to_owned()), "{:?}", import(text).diagnostics);
}

fn named(name: &str, text: &str) -> NamedText {
    NamedText { name: name.into(), text: text.into() }
}

fn among(files: &[NamedText], from: &str) -> Imported {
    let own = files.iter().find(|own| own.name == from).unwrap();
    import_among(&own.text, &Files::around(files, from))
}

#[test]
fn files_of_one_folder_are_one_configuration() {
    let rule = "resource \"aws_cloudwatch_event_rule\" \"r\" {\n name = \"r-${var.env}\"\n event_pattern = templatefile(\"${path.module}/p.tpl\", { kind = local.kind })\n}\nmodule \"m\" {\n source = \"./more\"\n bus = \"b\"\n}\n";
    let files = [
        named("main.tf", rule),
        named(
            "targets.tf",
            "resource \"aws_cloudwatch_event_target\" \"t\" {\n rule = aws_cloudwatch_event_rule.r.name\n arn = module.m.arn\n}\n",
        ),
        named("variables.tf", "variable \"env\" {}\nlocals {\n kind = \"K\"\n}\n"),
        named("terraform.tfvars", "env = \"prod\"\n"),
        named("p.tpl", "{\"source\": [\"${kind}\"]}"),
        named(
            "more/main.tf",
            "variable \"bus\" {}\nresource \"aws_cloudwatch_event_rule\" \"x\" {\n name = \"x\"\n event_bus_name = var.bus\n event_pattern = file(\"${path.module}/p.json\")\n}\noutput \"arn\" {\n value = \"arn:aws:sqs:us-east-1:1:out\"\n}\n",
        ),
        named("more/p.json", "{\"source\": [\"m\"]}"),
    ];
    let Imported { rules, diagnostics, .. } = among(&files, "main.tf");
    assert_eq!(diagnostics, []);
    let [own, inner] = &rules[..] else { panic!("{rules:?}") };
    assert_eq!(own.rule.as_ref().unwrap().name, "r-prod");
    assert_eq!(one_line(own.pattern.as_ref().unwrap()), r#"{"source":["K"]}"#);
    assert_eq!(arns(own), ["arn:aws:sqs:us-east-1:1:out"]);
    assert_eq!(
        (&*inner.label, &*inner.rule.as_ref().unwrap().event_bus),
        ("module.m.aws_cloudwatch_event_rule.x", "b")
    );
    assert_eq!(one_line(inner.pattern.as_ref().unwrap()), r#"{"source":["m"]}"#);
    let child = among(&files, "more/main.tf");
    assert_eq!((child.rules.len(), &*child.diagnostics[0].code), (0, "import.through-module"));
    assert_eq!(among(&files, "targets.tf").rules.len(), 0, "its rule is in another file, which has it");
}
