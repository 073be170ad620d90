//! What changes in a configuration, and what stays.

use crate::{recognised, write};
use rulepad_document::Lang;
use rulepad_document::Role;
use rulepad_document::json::parse;
use rulepad_export::{Format, Rendered, Subject};
use rulepad_import::{FoundRule, import};
use rulepad_pattern::Dialect;
use rulepad_rule::{State, Tag, Target};
use rulepad_transformer::Input;

const FILE: &str = r#"// Orders, as the shop sends them.
locals {
  sources = ["shop"] # who
  dead    = aws_sqs_queue.dead.arn
}

resource "aws_cloudwatch_event_rule" "orders" {
  name        = "orders"       # the name
  description = "Order ${var.stage} made"

  event_pattern = jsonencode({
    source      = local.sources # shared
    detail-type = ["Order Made"]
    detail = {
      total  = [{ numeric = [">", 100] }] // large ones
      bucket = { name = [aws_s3_bucket.b.id] }
    }
  })
  tags = { team = var.team, env = "a" }
}

resource "aws_cloudwatch_event_rule" "text" {
  name          = "text"
  event_pattern = <<-PATTERN
    {
      "source":   ["a"],
      "account":  ["${data.aws_caller_identity.me.account_id}"],
      "detail":   {"x": ["1", "2"]}
    }
  PATTERN
}

resource "aws_cloudwatch_event_target" "queue" {
  rule      = aws_cloudwatch_event_rule.orders.name
  target_id = "queue"
  arn       = aws_sqs_queue.orders.arn

  input_transformer {
    input_paths = {
      id = "$.detail.id"
    }
    input_template = <<-EOF
      {"id": <id>}
    EOF
  }

  dead_letter_config {
    arn = local.dead # kept
  }
}

resource "aws_cloudwatch_event_target" "flow" {
  rule      = aws_cloudwatch_event_rule.orders.name
  target_id = "flow"
  arn       = "arn:aws:sns:us-east-1:123456789012:t"
}

# The end.
"#;

fn found(text: &str, label: &str) -> FoundRule {
    recognised(import(text)).rules.into_iter().find(|own| own.label.is(label)).unwrap()
}

fn written(text: &str, label: &str, change: impl FnOnce(&mut FoundRule)) -> Rendered<String, String> {
    let mut own = found(text, label);
    change(&mut own);
    let pattern = own.pattern.as_deref().and_then(|text| parse(text, Role::Pattern).root);
    write(
        Format::Terraform,
        &Subject {
            rule: own.rule.as_ref().unwrap(),
            pattern: pattern.as_ref(),
            dialect: Dialect::Rule,
            targets: own.targets.as_deref().unwrap(),
            event: "",
            references: &own.references,
        },
        own.origin.as_ref(),
    )
    .file
    .worded(Lang::En)
}

/// The lines that are other ones, as `-old` and `+new`.
fn lines(before: &str, after: &str) -> Vec<String> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let mut out = Vec::new();
    let (mut one, mut other) = (0, 0);
    while one < old.len() || other < new.len() {
        if one < old.len() && other < new.len() && old[one] == new[other] {
            one += 1;
            other += 1;
            continue;
        }
        let next = (0..)
            .find_map(|far| {
                (0..=far).map(|a| (a, far - a)).find(|(a, b)| {
                    (one + a >= old.len() && other + b >= new.len())
                        || (old.get(one + a).is_some() && old.get(one + a) == new.get(other + b))
                })
            })
            .unwrap();
        out.extend(old[one..(one + next.0).min(old.len())].iter().map(|line| format!("-{line}")));
        out.extend(new[other..(other + next.1).min(new.len())].iter().map(|line| format!("+{line}")));
        one += next.0;
        other += next.1;
    }
    out
}

fn changed(label: &str, change: impl FnOnce(&mut FoundRule)) -> Vec<String> {
    let file = written(FILE, label, change);
    assert_eq!(file.losses, [""; 0], "{}", file.text);
    lines(FILE, &file.text)
}

fn pattern(own: &mut FoundRule, from: &str, to: &str) {
    let text = own.pattern.as_mut().unwrap();
    assert!(text.contains(from), "{text}");
    *text = text.replace(from, to);
}

#[test]
fn what_did_not_change_stays_byte_for_byte() {
    for text in [FILE.to_owned(), FILE.replace('\n', "\r\n"), format!("\u{feff}{FILE}")] {
        for label in ["orders", "text"] {
            let file = written(&text, label, |_| {});
            assert_eq!((file.text, file.losses), (text.clone(), vec![]), "{label}");
        }
    }
}

#[test]
fn an_attribute_changes_alone() {
    assert_eq!(
        changed("orders", |own| own.rule.as_mut().unwrap().name = "orders-2".into()),
        ["-  name        = \"orders\"       # the name", "+  name        = \"orders-2\"       # the name"]
    );
    assert_eq!(
        changed("orders", |own| own.rule.as_mut().unwrap().description = "New ${var.stage} $ {x}".into()),
        ["-  description = \"Order ${var.stage} made\"", "+  description = \"New ${var.stage} $ {x}\""]
    );
    assert_eq!(
        changed("orders", |own| own.rule.as_mut().unwrap().state = State::Disabled),
        ["+  state = \"DISABLED\""]
    );
    assert_eq!(
        changed("orders", |own| own.rule.as_mut().unwrap().description = String::new()),
        ["-  description = \"Order ${var.stage} made\""]
    );
    assert_eq!(
        changed("orders", |own| own.rule.as_mut().unwrap().tags[1] =
            Tag { key: "env".into(), value: "b".into() }),
        ["-  tags = { team = var.team, env = \"a\" }", "+  tags = { team = var.team, env = \"b\" }"]
    );
}

#[test]
fn a_pattern_changes_where_it_changed() {
    assert_eq!(
        changed("orders", |own| pattern(own, "100", "250")),
        [
            "-      total  = [{ numeric = [\">\", 100] }] // large ones",
            "+      total  = [{ numeric = [\">\", 250] }] // large ones"
        ]
    );
    assert_eq!(
        changed("orders", |own| pattern(own, "\"shop\"", "\"shop\", \"web\"")),
        ["-  sources = [\"shop\"] # who", "+  sources = [\"shop\", \"web\"] # who"]
    );
    assert_eq!(
        changed("orders", |own| pattern(own, "\"detail-type\": [\"Order Made\"],", "")),
        ["-    detail-type = [\"Order Made\"]"]
    );
    assert_eq!(
        changed("orders", |own| pattern(
            own,
            "\"total\"",
            "\"kind\": [\"a\", {\"prefix\": \"${b}\"}], \"total\""
        )),
        [
            "+      kind = [",
            "+        \"a\",",
            "+        {",
            "+          \"prefix\" = \"$${b}\"",
            "+        },",
            "+      ]"
        ]
    );
    assert_eq!(
        changed("text", |own| pattern(own, "\"2\"", "\"3\"")),
        ["-      \"detail\":   {\"x\": [\"1\", \"2\"]}", "+      \"detail\":   {\"x\": [\"1\", \"3\"]}"]
    );
    assert_eq!(
        changed("text", |own| pattern(
            own,
            "\"a\"",
            "\"${data.aws_caller_identity.me.account_id}\", \"${x}\""
        )),
        [
            "-      \"source\":   [\"a\"],",
            "+      \"source\":   [\"${data.aws_caller_identity.me.account_id}\", \"$${x}\"],"
        ]
    );
}

#[test]
fn what_two_rules_share_is_changed_for_one() {
    let text = FILE.to_owned()
        + "resource \"aws_cloudwatch_event_rule\" \"other\" {\n  name          = \"other\"\n  event_pattern = jsonencode({ source = local.sources })\n}\n";
    let file = written(&text, "orders", |own| pattern(own, "\"shop\"", "\"web\""));
    assert_eq!(
        lines(&text, &file.text),
        ["-    source      = local.sources # shared", "+    source      = [\"web\"] # shared"]
    );
}

#[test]
fn targets_change_come_and_go() {
    let target = |own: &mut FoundRule, at: usize, change: &dyn Fn(&mut Target)| {
        change(&mut own.targets.as_mut().unwrap()[at]);
    };
    assert_eq!(
        changed("orders", |own| target(own, 1, &|own| own.arn =
            "arn:aws:sns:us-east-1:123456789012:u".into())),
        [
            "-  arn       = \"arn:aws:sns:us-east-1:123456789012:t\"",
            "+  arn       = \"arn:aws:sns:us-east-1:123456789012:u\""
        ]
    );
    assert_eq!(
        changed("orders", |own| target(own, 0, &|own| {
            let Input::Transformer { template, .. } = &mut own.input else { panic!() };
            *template = "{\"id\": <id>, \"cost\": \"${x}\"}\n".into();
        })),
        ["-      {\"id\": <id>}", "+      {\"id\": <id>, \"cost\": \"$${x}\"}"]
    );
    assert_eq!(
        changed("orders", |own| target(own, 0, &|own| own.dead_letter_arn =
            "arn:aws:sqs:us-east-1:123456789012:d".into())),
        ["-  dead    = aws_sqs_queue.dead.arn", "+  dead    = \"arn:aws:sqs:us-east-1:123456789012:d\""]
    );
    let retried = written(FILE, "orders", |own| target(own, 1, &|own| own.retry_attempts = "3".into()));
    let flow = "  arn       = \"arn:aws:sns:us-east-1:123456789012:t\"\n";
    let wanted = format!("{flow}\n  retry_policy {{\n    maximum_retry_attempts = 3\n  }}\n}}\n");
    assert_eq!(retried.text, FILE.replace(&format!("{flow}}}\n"), &wanted));
    let undelivered =
        written(FILE, "orders", |own| target(own, 0, &|own| own.dead_letter_arn = String::new()));
    let queue = "\n  dead_letter_config {\n    arn = local.dead # kept\n  }\n";
    assert_eq!(undelivered.text, FILE.replace(queue, ""));
    let removed = changed("orders", |own| {
        own.targets.as_mut().unwrap().remove(1);
    });
    assert_eq!(removed.iter().filter(|line| line.starts_with('-')).count(), 6, "{removed:?}");
    let added = changed("orders", |own| {
        let arn = "arn:aws:sqs:us-east-1:123456789012:new".to_owned();
        own.targets.as_mut().unwrap().push(Target { id: "queue_new".into(), arn, ..Target::default() });
    });
    assert!(
        added.contains(&"+resource \"aws_cloudwatch_event_target\" \"queue_new\" {".to_owned()),
        "{added:?}"
    );
    assert!(added.iter().all(|line| line.starts_with('+')), "{added:?}");
    assert!(added.iter().any(|line| line.contains("aws_cloudwatch_event_rule.orders.name")), "{added:?}");
}

const EACH: &str = r#"locals {
  rules = {
    a = { source = ["one"], note = "A" } # first
    b = { source = ["two"], note = "B" }
  }
}
resource "aws_cloudwatch_event_rule" "r" {
  for_each      = local.rules
  name          = "r-${each.key}"
  description   = each.value.note
  event_pattern = jsonencode({ source = each.value.source, account = ["1"] })
}
resource "aws_cloudwatch_event_target" "t" {
  for_each  = aws_cloudwatch_event_rule.r
  rule      = each.value.name
  target_id = "t"
  arn       = "arn:aws:sqs:us-east-1:123456789012:${each.key}"
}
"#;

#[test]
fn one_of_many_changes_where_its_value_is_written() {
    let label = "aws_cloudwatch_event_rule.r[\"a\"]";
    let file = written(EACH, label, |own| {
        pattern(own, "\"one\"", "\"one\", \"three\"");
        own.rule.as_mut().unwrap().description = "A and more".into();
    });
    assert_eq!(
        (lines(EACH, &file.text), file.losses),
        (
            vec![
                "-    a = { source = [\"one\"], note = \"A\" } # first".to_owned(),
                "+    a = { source = [\"one\", \"three\"], note = \"A and more\" } # first".to_owned(),
            ],
            vec![]
        )
    );
    for change in [
        &(|own: &mut FoundRule| pattern(own, "\"1\"", "\"2\"")) as &dyn Fn(&mut FoundRule),
        &|own| own.rule.as_mut().unwrap().name = "other".into(),
        &|own| own.rule.as_mut().unwrap().state = State::Disabled,
        &|own| own.targets.as_mut().unwrap()[0].arn = "arn:aws:sqs:us-east-1:123456789012:z".into(),
        &|own| own.targets.as_mut().unwrap().clear(),
    ] {
        let file = written(EACH, label, change);
        assert_eq!((file.text.as_str(), file.losses.len()), (EACH, 1), "{:?}", file.losses);
        assert!(file.losses[0].starts_with("In `aws_cloudwatch_event_rule.r[\"a\"]`, "), "{:?}", file.losses);
    }
}
