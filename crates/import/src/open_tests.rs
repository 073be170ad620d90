//! What a text leaves open: states and accounts that only a deployment knows, members in the wrong place, calls that are
//! not run.

use crate::test_support::{FoundRule, import};
use rulepad_rule::State;

fn codes(text: &str) -> Vec<String> {
    import(text).diagnostics.into_iter().map(|found| found.code.into_owned()).collect()
}

fn only(text: &str) -> FoundRule {
    let [rule] = <[FoundRule; 1]>::try_from(import(text).rules).unwrap();
    rule
}

fn states(text: &str) -> Vec<(String, State)> {
    import(text).rules.into_iter().filter_map(|own| own.rule).map(|own| (own.name, own.state)).collect()
}

#[test]
fn a_state_that_is_not_known_is_told() {
    let terraform = |line: &str| {
        format!(
            "resource \"aws_cloudwatch_event_rule\" \"r\" {{\n  name = \"r\"\n  event_pattern = \"{{}}\"\n  {line}\n}}\n"
        )
    };
    let template = |line: &str| {
        format!(
            "Parameters: {{On: {{Type: String}}}}\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Events:\n        E: {{Type: EventBridgeRule, Properties: {{RuleName: r, Pattern: {{a: [b]}}, {line}}}}}\n"
        )
    };
    let service = |line: &str| {
        format!(
            "functions: {{f: {{handler: a.b, events: [eventBridge: {{schedule: rate(1 day), {line}}}]}}}}\n"
        )
    };
    for text in [
        terraform("is_enabled = var.on"),
        terraform("state = each.value.state"),
        terraform("state = var.on ? \"ENABLED\" : \"DISABLED\""),
        template("State: !Ref On"),
        template("Enabled: !Ref On"),
        service("enabled: \"${opt:on}\""),
    ] {
        assert!(codes(&text).contains(&"import.state-unknown".to_owned()), "{text}");
        assert_eq!(states(&text)[0].1, State::Enabled, "{text}");
    }
    for text in [terraform("is_enabled = true"), template("Enabled: true"), service("enabled: true")] {
        assert!(!codes(&text).contains(&"import.state-unknown".to_owned()), "{text}");
    }
}

/// The account of a service is that of whoever deploys it.
#[test]
fn a_function_has_no_account_that_the_text_does_not_tell() {
    let service = |bus: &str| {
        format!(
            "service: s\nprovider: {{name: aws, region: eu-north-1}}\nfunctions:\n  f:\n    handler: a.b\n    events: [eventBridge: {{pattern: {{source: [a]}}{bus}}}]\n"
        )
    };
    let found = only(&service(""));
    let arn = &found.targets.as_deref().unwrap()[0].arn;
    assert_eq!(arn, "arn:${AWS::Partition}:lambda:eu-north-1:${AWS::AccountId}:function:s-dev-f");
    let shown: Vec<&str> = found.references.iter().map(|own| &*own.shown).collect();
    assert_eq!(shown, ["${AWS::Partition}", "${AWS::AccountId}"]);
    let found = only(&service(", eventBus: 'arn:aws:events:eu-west-1:111122223333:event-bus/b'"));
    let arn = &found.targets.as_deref().unwrap()[0].arn;
    assert_eq!(arn, "arn:aws:lambda:eu-west-1:111122223333:function:s-dev-f");
}

#[test]
fn state_machines_of_a_plugin_are_read_alone() {
    let text = "stepFunctions:\n  stateMachines:\n    crawl:\n      events:\n        - schedule: rate(2 hours)\n        - eventBridge: {pattern: {source: [a]}}\n";
    assert_eq!(import(text).rules.len(), 2);
}

#[test]
fn the_queue_that_sam_makes_is_a_reference() {
    let text = |queue: &str| {
        format!(
            "Transform: AWS::Serverless-2016-10-31\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Events:\n        E: {{Type: EventBridgeRule, Properties: {{Pattern: {{a: [b]}}, DeadLetterConfig: {{Type: SQS{queue}}}}}}}\n"
        )
    };
    let queue = |text: &str| only(text).targets.unwrap()[0].dead_letter_arn.clone();
    assert_eq!(queue(&text("")), "${FEQueue.Arn}");
    assert_eq!(queue(&text(", QueueLogicalId: Q")), "${Q.Arn}");
    assert!(only(&text("")).references.iter().any(|own| own.shown == "${FEQueue.Arn}"));
}

#[test]
fn members_that_hold_patterns_in_the_wrong_place_are_told() {
    let pipe = |line: &str| {
        format!(
            "Resources:\n  P:\n    Type: AWS::Pipes::Pipe\n    Properties:\n      Source: s\n      Target: t\n      {line}\n"
        )
    };
    let filters = "{Filters: [{Pattern: '{}'}]}";
    for name in ["Filter", "FilterCriteria"] {
        assert_eq!(codes(&pipe(&format!("{name}: {filters}")))[0], "import.member", "{name}");
    }
    assert!(codes(&pipe(&format!("SourceParameters: {{FilterCriteria: {filters}}}"))).is_empty());
    let function = "Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Events: {E: {Type: EventBridgeRule, Properties: {Pattern: {a: [b]}}}}\n";
    assert_eq!(codes(function)[0], "import.member");
}

/// The label, the state and the ids of the targets of a rule.
type Outcome = (String, State, Vec<String>);

/// Each rule, and the codes of what is said.
fn outcome(text: &str) -> (Vec<Outcome>, Vec<String>) {
    let read = import(text);
    let one = |own: FoundRule| -> Outcome {
        let ids = own.targets.unwrap_or_default().into_iter().map(|target| target.id).collect();
        (own.label, own.rule.unwrap().state, ids)
    };
    let codes = read.diagnostics.into_iter().map(|found| found.code.into_owned()).collect();
    (read.rules.into_iter().map(one).collect(), codes)
}

#[test]
fn calls_that_change_a_rule_are_applied_or_reported() {
    const PUT: &str = "aws events put-rule --name r --event-pattern '{\"source\":[\"a\"]}'\naws events put-targets --rule r --targets Id=p,Arn=arn:aws:sqs:a:1:p Id=q,Arn=arn:aws:sqs:a:1:q\n";
    let rule = |state, ids: &[&str]| {
        vec![("r".to_owned(), state, ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>())]
    };
    let (on, off) = (State::Enabled, State::Disabled);
    for (after, expected, codes) in [
        ("aws events remove-targets --rule r --ids p", rule(on, &["q"]), &["import.targets-removed"][..]),
        (
            "aws events remove-targets --rule r --ids $(all)",
            rule(on, &["p", "q"]),
            &["import.targets-removed"],
        ),
        ("aws events remove-targets --rule s --ids p", rule(on, &["p", "q"]), &["import.change-elsewhere"]),
        // What cleans up shows the rule as it was.
        (
            "aws events remove-targets --rule r --ids p q\naws events delete-rule --name r",
            rule(on, &["p", "q"]),
            &["import.deleted"],
        ),
        (
            "aws events delete-rule --name r --event-bus-name b",
            rule(on, &["p", "q"]),
            &["import.change-elsewhere"],
        ),
        // What makes the rule again replaces it.
        (
            "aws events delete-rule --name r\naws events put-rule --name r --schedule-expression 'rate(1 day)' --state DISABLED",
            rule(off, &[]),
            &[],
        ),
        ("aws events put-rule --name r --schedule-expression 'rate(1 day)'", rule(on, &["p", "q"]), &[]),
        (
            "if $x; then\n  aws events disable-rule --name r\nfi",
            rule(on, &["p", "q"]),
            &["import.change-perhaps"],
        ),
        ("off() {\n  aws events delete-rule --name r\n}", rule(on, &["p", "q"]), &["import.change-perhaps"]),
        (
            "off() { aws events disable-rule --name r; }\naws events disable-rule --name r",
            rule(off, &["p", "q"]),
            &["import.change-perhaps"],
        ),
    ] {
        let (rules, notes) = outcome(&format!("{PUT}{after}\n"));
        assert_eq!(
            (rules, notes),
            (expected, codes.iter().map(|own| (*own).to_owned()).collect()),
            "{after}"
        );
    }
    let program =
        "c.put_rule(Name='r', ScheduleExpression='rate(1 day)')\ndef off():\n    c.disable_rule(Name='r')\n";
    assert_eq!(outcome(program), (rule(on, &[]), vec!["import.change-perhaps".to_owned()]));
}

#[test]
fn records_of_a_trail_are_taken_in_the_order_of_their_times() {
    let record = |time: &str, name: &str, more: &str| {
        format!(
            r#"{{"eventTime": "2026-01-0{time}T00:00:00Z", "eventSource": "events.amazonaws.com", "eventName": "{name}", "requestParameters": {{"name": "r", "scheduleExpression": "rate(1 day)"}}{more}}}"#
        )
    };
    let all = [
        record("2", "DisableRule", ""),
        record("1", "PutRule", ""),
        record("3", "EnableRule", ", \"errorCode\": \"AccessDenied\""),
    ];
    let (rules, codes) = outcome(&format!("{{\"Records\": [{}]}}", all.join(",")));
    assert_eq!((rules.len(), rules[0].1, codes.len()), (1, State::Disabled, 0));
}

#[test]
fn disabling_a_rule_after_it_was_put_disables_it() {
    let put = "aws events put-rule --name a --schedule-expression 'rate(1 day)'\naws events put-rule --name b --schedule-expression 'rate(1 day)'\n";
    let is = |text: &str, wanted: [State; 2]| {
        let found: Vec<State> = states(text).into_iter().map(|(_, state)| state).collect();
        assert_eq!(found, wanted, "{text}");
    };
    let (on, off) = (State::Enabled, State::Disabled);
    is(&format!("{put}aws events disable-rule --name a\n"), [off, on]);
    is(&format!("{put}aws events disable-rule --name b\naws events enable-rule --name b\n"), [on, on]);
    is(&format!("{put}aws events disable-rule --name a --event-bus-name other\n"), [on, on]);
    is(
        "c.put_rule(Name='a', ScheduleExpression='rate(1 day)')\nc.put_rule(Name='b', ScheduleExpression='rate(1 day)')\nc.disable_rule(Name='b')\n",
        [on, off],
    );
}

#[test]
fn calls_that_are_not_run_make_no_rule() {
    let put = |name: &str| format!("events.put_rule(Name='{name}', ScheduleExpression='rate(1 day)')\n");
    let text = format!("import boto3\n'''\n{}'''\n{}\"\"\"\n{}\"\"\"\n", put("a"), put("b"), put("c"));
    assert_eq!(states(&text), [("b".to_owned(), State::Enabled)]);
    let text = "const a = 1;\n/*\nevents.putRule({Name: 'a', ScheduleExpression: 'rate(1 day)'});\n*/\nevents.putRule({Name: 'b', ScheduleExpression: 'rate(1 day)'});\n";
    assert_eq!(states(text), [("b".to_owned(), State::Enabled)]);
}

/// Nothing but the call tells that it is a program.
#[test]
fn a_call_is_read_whatever_its_client_is_called() {
    for text in [
        "arn = EB.put_rule(Name=\"a\", ScheduleExpression=\"rate(1 day)\")[\"RuleArn\"]\n",
        "    self.eb.put_rule(\n        Name='a', ScheduleExpression='rate(1 day)')\n",
        "eb.putRule({ Name: 'a', ScheduleExpression: 'rate(1 day)' }).promise()\n",
    ] {
        assert_eq!(states(text), [("a".to_owned(), State::Enabled)], "{text}");
    }
}

/// What the module for EventBridge leaves out is told at its call.
#[test]
fn losses_within_the_module_for_eventbridge_are_told() {
    let call = |lines: &str| {
        format!("module \"e\" {{\n  source = \"terraform-aws-modules/eventbridge/aws\"\n{lines}\n}}\n")
    };
    let rules = "  rules = { a = { schedule_expression = \"rate(1 day)\" } }";
    assert!(codes(&call(rules)).is_empty());
    assert_eq!(codes(&call(&format!("{rules}\n  tags = local.tags"))), ["import.tags"]);
    let schedules = "  schedules = { s = { schedule_expression = \"rate(1 day)\" } }";
    assert_eq!(codes(&call(&format!("{rules}\n{schedules}"))), ["import.scheduler"]);
    assert_eq!(codes(&call(schedules))[0], "import.scheduler");
}

/// An operator that depends on what is not known is no text.
#[test]
fn an_object_of_a_pattern_that_is_not_known_is_told() {
    let rule = |value: &str| {
        format!(
            "resource \"aws_cloudwatch_event_rule\" \"r\" {{\n  name = \"r\"\n  event_pattern = jsonencode({{ source = {value} }})\n}}\n"
        )
    };
    for value in [
        "[var.suffix != \"\" ? { suffix = var.suffix } : { prefix = \"a\" }]",
        "[\"x\", var.on ? { exists = true } : \"y\"]",
        "[var.on ? { prefix = \"a\" } : null]",
    ] {
        assert!(codes(&rule(value)).contains(&"import.object-unknown".to_owned()), "{value}");
    }
    for value in [
        "[var.on ? \"a\" : \"b\"]",
        "[{ prefix = var.on ? \"a\" : \"b\" }]",
        "[(true ? { prefix = \"a\" } : {})]",
    ] {
        assert!(!codes(&rule(value)).contains(&"import.object-unknown".to_owned()), "{value}");
    }
}

#[test]
fn a_target_of_pulumi_comes_to_its_rule_by_resource_or_name() {
    let program = |target: &str| {
        format!(
            "name: x\nruntime: yaml\nresources:\n  r:\n    type: aws:cloudwatch:EventRule\n    properties:\n      name: orders\n      eventBusName: shop\n      eventPattern: '{{\"source\": [\"a\"]}}'\n  t:\n    type: aws:cloudwatch:EventTarget\n    properties: {{rule: {target}, arn: 'arn:aws:sqs:eu-west-1:111122223333:q'}}\n"
        )
    };
    for target in ["'${r.name}'", "'${r}'", "orders", "orders, eventBusName: shop"] {
        let read = import(&program(target));
        let [found] = &read.rules[..] else { panic!("{target}: {read:?}") };
        assert_eq!(found.targets.as_ref().unwrap().len(), 1, "{target}");
    }
    assert_eq!(import(&program("other")).rules.len(), 2);
}

#[test]
fn the_name_of_a_bus_is_found_in_its_arn() {
    let text = r#"{"Resources": {"R": {"Type": "AWS::Events::Rule", "Properties": {"EventPattern": {"source": ["a"]},
        "EventBusName": {"Fn::Select": [1, {"Fn::Split": ["/", {"Fn::Select": [5, {"Fn::Split": [":", {"Fn::GetAtt": ["B", "Arn"]}]}]}]}]}}},
        "B": {"Type": "AWS::Events::EventBus", "Properties": {"Name": "shop"}}}}"#;
    assert_eq!(import(text).rules[0].rule.as_ref().unwrap().event_bus, "shop");
    // A name that is not known may have the separator in it.
    let unknown = text.replace("\"shop\"", "{\"Ref\": \"P\"}");
    assert!(import(&unknown).rules[0].rule.as_ref().unwrap().event_bus.starts_with("${Fn::Select"));
}

#[test]
fn an_object_of_powershell_is_not_known_here() {
    let text = "$pattern = @{\n  source = @(\"shop\")\n} | ConvertTo-Json -Compress\naws events put-rule --name r --event-pattern $pattern\n";
    let read = import(text);
    let [found] = &read.rules[..] else { panic!("{read:?}") };
    assert_eq!((&*found.label, &found.pattern), ("r", &None));
    assert_eq!(&*read.diagnostics[0].code, "import.pattern-unknown");
}
