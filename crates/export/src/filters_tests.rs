//! Filters: where the event is looked for, what a service has against the pattern, what a pipe delivers.

use super::test_support::{Worded, target, written_for};
use super::{Format, Subject, export};
use rulepad_document::json::{Node, parse};
use rulepad_document::{Lang, Role};
use rulepad_pattern::Dialect;
use rulepad_rule::{Rule, State, Target};
use rulepad_transformer::Input;

fn transformer(paths: &str, template: &str) -> Input {
    Input::Transformer { paths: paths.into(), template: template.into() }
}

fn written(format: Format, dialect: Dialect, pattern: &str, targets: &[Target]) -> Worded {
    written_for(dialect, format, &Rule { name: "r".into(), ..Rule::default() }, pattern, targets)
}

/// The text behind the first `key: ` of the file, a string in double quotes.
fn behind(file: &Worded, key: &str) -> Option<String> {
    let mut lines = file.text.lines();
    let line = lines.find_map(|line| line.trim_start_matches(['-', ' ']).strip_prefix(key))?;
    let quoted = line.strip_prefix(": ")?;
    if quoted == "|-" {
        let lines: Vec<&str> = lines.collect();
        let indent = lines.first().map(|line| line.len() - line.trim_start().len())?;
        let text = lines
            .into_iter()
            .map_while(|line| line.get(indent..).filter(|_| line.starts_with(&" ".repeat(indent))));
        return Some(text.collect::<Vec<_>>().join("\n"));
    }
    // What these tests write is the same in YAML and JSON.
    Some(parse(quoted, Role::Event).root.as_ref().and_then(Node::as_str)?.to_owned())
}

const PATTERN: &str = r#"{"source": ["a.b"], "detail": {"n": [4.0, null]}}"#;

#[test]
fn a_rule_s_pattern_is_looked_for_in_the_payload() {
    let filter = |dialect, targets: &[Target]| {
        let file = written(Format::LambdaFilter, dialect, PATTERN, targets);
        (behind(&file, "Pattern").unwrap(), file)
    };
    let own = r#"{"source":["a.b"],"detail":{"n":[4.0,null]}}"#;
    let (found, file) = filter(Dialect::Rule, &[]);
    assert_eq!(found, format!(r#"{{"body":{own}}}"#));
    assert!(file.notes[0].contains("`data` for Kinesis"), "{:?}", file.notes);
    assert!(file.text.contains("!Ref EventSourceArn"), "{}", file.text);
    let stream = target("s", "kinesis:@:stream/s", Input::MatchedEvent);
    let (found, file) = filter(Dialect::Archive, std::slice::from_ref(&stream));
    assert_eq!(found, format!(r#"{{"data":{own}}}"#));
    assert!(file.text.contains("StartingPosition: \"LATEST\"") && file.text.contains(&stream.arn));
    for dialect in [Dialect::EventSourceMapping, Dialect::Pipes] {
        let (found, file) = filter(dialect, &[]);
        assert_eq!(found, own);
        assert_eq!(file.losses, [""; 0]);
    }
    let (found, file) = filter(Dialect::SnsBody, &[]);
    assert_eq!(found, format!(r#"{{"body":{own}}}"#));
    assert!(
        file.losses[0].starts_with("The event pattern is written for the JSON body"),
        "{:?}",
        file.losses
    );
}

#[test]
fn a_pattern_for_records_is_no_rule_s() {
    let own = r#"{"body": {"a": ["x"]}}"#;
    for format in [Format::RuleJson, Format::CloudFormationYaml, Format::TestEventPattern, Format::Terraform]
    {
        let file = written(format, Dialect::EventSourceMapping, own, &[]);
        assert_eq!(
            file.losses,
            ["The event pattern is written for one record of the source; here it is tried on an event."]
        );
        assert_eq!(written(format, Dialect::Archive, own, &[]).losses, [""; 0]);
    }
}

#[test]
fn what_a_service_lacks_is_said_with_its_place() {
    let pattern = r#"{"detail": {"ip": [{"cidr": "10.0.0.0/8"}], "key": [{"wildcard": "a*b"}], "n": [{"numeric": [">", 2e9]}], "x": [{"anything-but": {"prefix": "a"}}]}}"#;
    let losses = |format| written(format, Dialect::Rule, pattern, &[]).losses;
    assert_eq!(
        losses(Format::LambdaFilter),
        [
            "At `body.detail.ip`: the documentation of a Lambda event source mapping does not list `cidr`.",
            "At `body.detail.key`: the documentation of a Lambda event source mapping does not list `wildcard`.",
            "At `body.detail.x`: the documentation of a Lambda event source mapping does not list `anything-but` with `prefix`.",
        ]
    );
    assert_eq!(
        losses(Format::PipesFilter),
        [
            "At `body.detail.key`: an EventBridge Pipes filter has no `wildcard`.",
            "At `body.detail.x`: an EventBridge Pipes filter has no `anything-but` with `prefix`.",
        ]
    );
    assert_eq!(
        losses(Format::SnsFilter),
        ["At `detail.n`: SNS compares numbers from -1e9 to 1e9 with up to 5 decimals."]
    );
    let six = r#"{"a":["1"],"b":["1"],"c":["1"],"d":["1"],"e":["1"],"f":["1"]}"#;
    let found = written(Format::SnsFilter, Dialect::Rule, six, &[]).losses;
    assert_eq!(found, ["6 keys: an SNS filter policy takes 5 at most."]);
    let long = format!(r#"{{"a":["{}"]}}"#, "x".repeat(4096));
    let found = written(Format::PipesFilter, Dialect::Rule, &long, &[]).losses;
    assert!(found[0].ends_with("AWS takes 4096 at most."), "{found:?}");
}

#[test]
fn a_pipe_delivers_the_first_target_s_payload_from_the_record() {
    let template = |input: Input| {
        let file = written(Format::PipesFilter, Dialect::Rule, PATTERN, &[target("t", "sns:@:t", input)]);
        (behind(&file, "InputTemplate"), file.losses)
    };
    assert_eq!(template(Input::MatchedEvent), (Some("<$.body>".into()), vec![]));
    assert_eq!(template(Input::Path("$.detail.a[0]".into())), (Some("<$.body.detail.a[0]>".into()), vec![]));
    assert_eq!(template(Input::Constant("{\"a\": 4.0}".into())), (Some("{\"a\": 4.0}".into()), vec![]));
    let (_, losses) = template(Input::Constant("{\"a\": \"<x>\"}".into()));
    assert!(losses[0].contains("`<x>` in the constant"), "{losses:?}");
    let input = transformer(r#"{"a": "$.detail.a", "e": "$"}"#, "{\"a\": <a>, \"b\": \"<<a>> \\\"<e>\\\"\"}");
    let wanted = "{\"a\": <$.body.detail.a>, \"b\": \"<<$.body.detail.a>> \\\"<$.body>\\\"\"}";
    assert_eq!(template(input), (Some(wanted.into()), vec![]));
    let reserved = "\"<aws.events.rule-name> <aws.events.event.json>\"\n\"<aws.events.event> <b>\"";
    let (found, losses) = template(transformer("", reserved));
    assert_eq!(found.as_deref(), Some("\"<aws.pipes.pipe-name> <$.body>\"\n\"<$.body> <b>\""));
    assert_eq!(
        losses,
        [
            "Target `t`: `<aws.pipes.pipe-name>`, written for `<aws.events.rule-name>`, gives the pipe's name.",
            "Target `t`: `<$.body>`, written for `<aws.events.event>`, gives the event with its `detail`.",
            "Target `t`: `<b>`, written for `<b>`, is no variable that a pipe knows.",
        ]
    );
    let of_records = target("t", "sns:@:t", transformer(r#"{"a": "$.body.a"}"#, "{\"a\": <a>}"));
    let file = written(Format::PipesFilter, Dialect::Pipes, PATTERN, &[of_records]);
    assert_eq!(behind(&file, "InputTemplate").as_deref(), Some("{\"a\": <$.body.a>}"));
}

#[test]
fn a_pipe_has_one_target_and_reads_the_rule_s_queue() {
    let queue = target("q", "sqs:@:q", Input::MatchedEvent);
    let topic = target("t", "sns:@:t", Input::MatchedEvent);
    let build = target("b", "codebuild:@:project/p", Input::MatchedEvent);
    let targets =
        [queue.clone(), build.clone(), topic.clone(), target("f", "lambda:@:function:f", Input::default())];
    let file = written(Format::PipesFilter, Dialect::Rule, PATTERN, &targets);
    assert!(file.text.contains(&format!("Source: \"{}\"", queue.arn)), "{}", file.text);
    assert!(file.text.contains(&format!("Target: \"{}\"", topic.arn)), "{}", file.text);
    assert!(!file.text.contains("Parameters:\n  SourceArn"), "{}", file.text);
    assert_eq!(
        file.losses,
        [
            "A pipe has one target: `b` and `f` are left out.",
            "Target `b`: pipes do not deliver to this kind (CodeBuild project).",
        ]
    );
    let alone = written(Format::PipesFilter, Dialect::Rule, PATTERN, std::slice::from_ref(&queue));
    assert!(alone.text.contains("Source: !Ref SourceArn"), "{}", alone.text);
    assert!(alone.text.contains(&format!("Target: \"{}\"", queue.arn)), "{}", alone.text);
    let none = written(Format::PipesFilter, Dialect::Rule, PATTERN, &[build]);
    assert!(none.text.contains("Target: !Ref TargetArn"), "{}", none.text);
}

#[test]
fn a_target_s_own_property_has_the_pipe_s_name_and_paths() {
    let with = |arn: &str, parameters: &str| {
        let target = Target { parameters: parameters.into(), ..target("t", arn, Input::MatchedEvent) };
        written(Format::PipesFilter, Dialect::Rule, PATTERN, &[target]).text
    };
    let found = with("kinesis:@:stream/s", r#"{"PartitionKeyPath": "$.detail.a"}"#);
    assert!(
        found.contains("PartitionKey: \"$.data.detail.a\"")
            || found.contains("PartitionKey: \"$.body.detail.a\""),
        "{found}"
    );
    let found = with("redshift:@:cluster:c", r#"{"Database": "d", "Sql": "select 1"}"#);
    assert!(
        found.contains("Sqls:\n            - \"select 1\"") && found.contains("BatchExecuteStatement"),
        "{found}"
    );
    let found = with("sqs:@:q.fifo", r#"{"MessageGroupId": "$.detail.g"}"#);
    assert!(found.contains("MessageGroupId: \"$.body.detail.g\""), "{found}");
    let found = with("lambda:@:function:f", "");
    assert!(found.contains("InvocationType: \"FIRE_AND_FORGET\""), "{found}");
    let found = with(
        "ecs:@:cluster/c",
        r#"{"TaskDefinitionArn": "d", "NetworkConfiguration": {"awsvpcConfiguration": {"Subnets": ["s"]}}}"#,
    );
    assert!(found.contains("AwsvpcConfiguration"), "{found}");
}

#[test]
fn a_pipe_s_description_is_one_line() {
    let pattern = parse(PATTERN, Role::Pattern).root.unwrap();
    let rule = Rule { name: "r".into(), description: "a\nb\r\nc\rd".into(), ..Rule::default() };
    let dialect = Dialect::Rule;
    let subject =
        Subject { rule: &rule, pattern: Some(&pattern), dialect, targets: &[], event: "", references: &[] };
    let file = export(Format::PipesFilter, &subject).worded(Lang::En);
    assert!(file.text.contains("Description: \"a b c d\""), "{}", file.text);
    assert_eq!(file.losses, ["A pipe's description is one line: its line breaks became spaces."]);
}

#[test]
fn a_disabled_rule_stays_off() {
    let pattern = parse(PATTERN, Role::Pattern).root.unwrap();
    let rule = Rule { name: "r".into(), state: State::Disabled, ..Rule::default() };
    let dialect = Dialect::Rule;
    let subject =
        Subject { rule: &rule, pattern: Some(&pattern), dialect, targets: &[], event: "", references: &[] };
    assert!(export(Format::LambdaFilter, &subject).text.contains("Enabled: false"));
    assert!(export(Format::PipesFilter, &subject).text.contains("DesiredState: \"STOPPED\""));
}

#[test]
fn a_filter_policy_is_an_object_unless_a_number_or_null_would_suffer() {
    let policy = |pattern: &str| written(Format::SnsFilter, Dialect::Rule, pattern, &[]).text;
    assert!(
        policy(r#"{"a": ["no", 1]}"#)
            .contains("FilterPolicy:\n        a:\n          - \"no\"\n          - 1\n")
    );
    for hard in
        [r#"{"a": [4.0]}"#, r#"{"a": [null]}"#, r#"{"a": ["{{resolve:ssm:x}}"]}"#, r#"{"Ref": ["x"]}"#]
    {
        assert!(policy(hard).contains("FilterPolicy: \"{"), "{hard}");
        assert!(!policy(hard).contains("{{resolve:"), "{hard}");
    }
    let on_attributes = written(Format::SnsFilter, Dialect::SnsAttributes, r#"{"a": ["x"]}"#, &[]);
    assert!(on_attributes.text.contains("FilterPolicyScope: \"MessageAttributes\""));
    assert_eq!(on_attributes.losses, [""; 0]);
}

#[test]
fn a_subscription_reaches_the_rule_s_queue_or_function() {
    let topic = target("t", "sns:@:t", Input::MatchedEvent);
    for (id, arn, kind) in
        [("q", "sqs:@:q", "AWS::SQS::QueuePolicy"), ("f", "lambda:@:function:f", "AWS::Lambda::Permission")]
    {
        let targets = [topic.clone(), target(id, arn, Input::MatchedEvent)];
        let file = written(Format::SnsFilter, Dialect::Rule, r#"{"a": ["x"]}"#, &targets);
        assert!(file.text.contains(kind) && !file.text.contains("!Ref"), "{}", file.text);
    }
}

#[test]
fn a_fifo_queue_asks_for_deduplication_in_every_format_that_delivers_to_it() {
    let targets = [target("q", "sqs:@:q.fifo", Input::Path("$.detail".into()))];
    for format in Format::ALL {
        let is_delivered =
            !matches!(format, Format::TestEventPattern | Format::LambdaFilter | Format::SnsFilter);
        let notes = written(format, Dialect::Rule, r#"{"a": ["x"]}"#, &targets).notes;
        let asked = notes.iter().filter(|note| note.contains("content-based deduplication")).count();
        assert_eq!(asked, usize::from(is_delivered), "{format:?}: {notes:?}");
    }
}
