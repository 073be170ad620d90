//! Scripts and commands as people write them.

use crate::Form;
use crate::test_support::{FoundRule, Imported, import, import_among};
use rulepad_document::Role;
use rulepad_document::files::{Files, NamedText};
use rulepad_document::json::{compact, parse};
use rulepad_pattern::Dialect;
use rulepad_rule::ReferenceLanguage;
use rulepad_transformer::Input;

fn sound(text: &str) -> Vec<FoundRule> {
    let Imported { form, rules, diagnostics } = import(text);
    assert_eq!((form, &diagnostics[..]), (Some(Form::Script), &[][..]), "{text}");
    rules
}

fn codes(text: &str) -> Vec<String> {
    import(text).diagnostics.into_iter().map(|found| found.code.into_owned()).collect()
}

fn pattern(found: &FoundRule) -> String {
    compact(&parse(found.pattern.as_deref().unwrap(), Role::Pattern).root.unwrap())
}

#[test]
fn one_command_is_read_in_every_shell() {
    for text in [
        r#"aws events put-rule --name r --event-pattern '{"source":["a"]}'"#,
        r#"$ aws events put-rule --name r --event-pattern "{\"source\":[\"a\"]}""#,
        "aws events put-rule \\\n  --name=r \\\n  --event-pattern '{\n  \"source\": [\"a\"]\n}' > /dev/null",
        "aws events put-rule `\n  --name r `\n  --event-pattern '{\\\"source\\\":[\\\"a\\\"]}'",
        "$p = @'\n{\"source\": [\"a\"]}\n'@\naws events put-rule --name r --event-pattern $p",
        "@echo off\nset NAME=r\naws events put-rule --name %NAME% ^\n  --event-pattern \"{\\\"source\\\":[\\\"a\\\"]}\"",
        "P=$(cat <<'EOF'\n{\"source\": [\"a\"]}\nEOF\n)\naws events put-rule --name r --event-pattern \"$P\"",
        "cat > p.json <<EOF\n{\"source\": [\"a\"]}\nEOF\naws events put-rule --name r --event-pattern file://p.json",
        "echo '{\"source\": [\"a\"]}' > p.json; aws events put-rule --name r --event-pattern file://./p.json",
        "aws events put-rule --cli-input-json '{\"Name\": \"r\", \"EventPattern\": \"{\\\"source\\\":[\\\"a\\\"]}\"}'",
        "AWS_PROFILE=x aws --region eu-west-1 events put-rule --name \"${N:-r}\" --event-pattern '{\"source\":[\"a\"]}' || exit 1",
        "arn=$(aws events put-rule --name r --event-pattern '{\"source\":[\"a\"]}' --query RuleArn --output text)",
    ] {
        let rules = sound(text);
        let [found] = &rules[..] else { panic!("{text}: {rules:?}") };
        assert_eq!(
            (&*found.rule.as_ref().unwrap().name, &*pattern(found)),
            ("r", r#"{"source":["a"]}"#),
            "{text}"
        );
    }
}

#[test]
fn targets_come_to_their_rule() {
    let text = r#"
RULE=orders
QUEUE_ARN=$(aws sqs get-queue-attributes --queue-url "$URL" --query Attributes.QueueArn --output text)
aws events put-rule --name "$RULE" --event-bus-name shop --schedule-expression "rate(1 day)"
aws events put-targets --rule $RULE --event-bus-name shop \
  --targets "Id"="1","Arn"="$QUEUE_ARN" "Id=2,Arn=arn:aws:sns:a:1:t,Input='{\"a\": 1}',RetryPolicy={MaximumRetryAttempts=2}"
aws events put-targets --rule $RULE --event-bus-name shop --targets '[{"Id": "1", "Arn": "arn:aws:sqs:a:1:q"}]'
"#;
    let rules = sound(text);
    let [found] = &rules[..] else { panic!("{rules:?}") };
    assert_eq!(found.rule.as_ref().unwrap().schedule, "rate(1 day)");
    let targets = found.targets.as_ref().unwrap();
    let shown: Vec<_> = targets.iter().map(|own| (&*own.id, &*own.arn, &*own.retry_attempts)).collect();
    assert_eq!(
        shown,
        [("2", "arn:aws:sns:a:1:t", "2"), ("1", "arn:aws:sqs:a:1:q", "")],
        "the later call counts"
    );
    assert_eq!(targets[0].input, Input::Constant("{\"a\": 1}".into()));
    let first = text.lines().take(6).collect::<Vec<_>>().join("\n");
    let found = &sound(&first)[0];
    assert_eq!(found.targets.as_ref().unwrap()[0].arn, "${QUEUE_ARN}");
    assert_eq!(
        (&*found.references[0].source, found.references[0].language),
        ("QUEUE_ARN", ReferenceLanguage::Shell)
    );
}

#[test]
fn calls_that_make_filters_are_read() {
    let of = |text: &str| {
        let rules = sound(text);
        let [found] = &rules[..] else { panic!("{text}: {rules:?}") };
        (found.dialect, pattern(found))
    };
    assert_eq!(
        of(
            r#"aws lambda create-event-source-mapping --function-name f --event-source-arn arn:aws:sqs:a:1:q --filter-criteria '{"Filters": [{"Pattern": "{\"body\": {\"a\": [1]}}"}]}'"#
        ),
        (Some(Dialect::EventSourceMapping), r#"{"body":{"a":[1]}}"#.into())
    );
    assert_eq!(
        of(
            r#"aws sns subscribe --topic-arn arn:aws:sns:a:1:t --protocol sqs --notification-endpoint arn:aws:sqs:a:1:q --attributes '{"FilterPolicyScope": "MessageBody", "FilterPolicy": "{\"a\": [1]}"}'"#
        ),
        (Some(Dialect::SnsBody), r#"{"a":[1]}"#.into())
    );
    assert_eq!(
        of(
            "S=arn:aws:sns:a:1:t:x\naws sns set-subscription-attributes --subscription-arn $S --attribute-name FilterPolicyScope --attribute-value MessageBody\naws sns set-subscription-attributes --subscription-arn $S --attribute-name FilterPolicy --attribute-value '{\"a\": [1]}'"
        ),
        (Some(Dialect::SnsBody), r#"{"a":[1]}"#.into())
    );
    assert_eq!(
        of(
            "aws events create-archive --archive-name a --event-source-arn arn:aws:events:a:1:event-bus/b --event-pattern '{\"source\": [\"x\"]}'"
        ),
        (Some(Dialect::Archive), r#"{"source":["x"]}"#.into())
    );
    assert_eq!(
        of(
            "aws pipes create-pipe --name p --source arn:aws:sqs:a:1:q --target arn:aws:sqs:a:1:r --source-parameters '{\"FilterCriteria\": {\"Filters\": [{\"Pattern\": \"{\\\"body\\\": [1]}\"}]}}'"
        ),
        (Some(Dialect::Pipes), r#"{"body":[1]}"#.into())
    );
    assert_eq!(
        of("aws events test-event-pattern --event-pattern '{\"source\": [\"x\"]}' --event file://e.json").1,
        r#"{"source":["x"]}"#
    );
}

#[test]
fn what_a_script_does_not_say_is_reported() {
    assert_eq!(
        codes("aws events put-rule --name r --event-pattern \"$PATTERN\""),
        ["import.pattern-unknown"]
    );
    assert_eq!(codes("aws events put-rule --name r --event-pattern file://p.json"), ["import.file-missing"]);
    assert_eq!(codes("aws events put-targets --rule r --targets nonsense"), ["import.argument"]);
    assert_eq!(
        codes("aws events put-targets --rule r --targets Id=1,Arn=a,Input={\"a\":1}"),
        ["import.argument"]
    );
    let json = "aws events put-targets --rule r --targets Id=1,Arn=arn:aws:sqs:a:1:q,Input=\"{\\\"a\\\":1}\"";
    assert_eq!(codes(json), ["import.shorthand"]);
    assert_eq!(codes("aws sns publish --topic-arn t --message m"), ["import.sends"]);
    assert_eq!(codes("aws cloudformation deploy --template-file t.yaml --stack-name s"), ["import.deploys"]);
    assert_eq!(codes("aws s3 ls"), ["import.script"]);
    // Either branch may run.
    let branch = "if [ \"$1\" = prod ]; then N=prod; else N=dev; fi\naws events put-rule --name $N --event-pattern '{\"source\":[\"a\"]}'";
    assert_eq!(sound(branch)[0].rule.as_ref().unwrap().name, "${N}");
    // A value within the pattern is shown within it.
    let within = "aws events put-rule --name r --event-pattern \"{\\\"account\\\":[\\\"$ACCOUNT\\\"],\\\"detail\\\":{\\\"n\\\":[${COUNT}]}}\"";
    assert_eq!(pattern(&sound(within)[0]), r#"{"account":["${ACCOUNT}"],"detail":{"n":["${COUNT}"]}}"#);
}

#[test]
fn other_files_are_read_where_a_script_names_them() {
    let script = "cd \"$(dirname \"$0\")\"\naws events put-rule --name r --event-pattern file://rules/p.json\naws events put-targets --rule r --targets file://t.json\n";
    let file = |name: &str, text: &str| NamedText { name: name.to_owned(), text: text.to_owned() };
    let all = [
        file("ops/make.sh", script),
        file("ops/rules/p.json", r#"{"source": ["a"]}"#),
        file("ops/t.json", r#"[{"Id": "1", "Arn": "arn:aws:sqs:a:1:q"}]"#),
    ];
    let read = import_among(script, &Files::around(&all, "ops/make.sh"));
    assert_eq!(read.diagnostics, []);
    assert_eq!(pattern(&read.rules[0]), r#"{"source":["a"]}"#);
    assert_eq!(read.rules[0].targets.as_ref().unwrap().len(), 1);
}

#[test]
fn no_script_takes_long() {
    for text in [
        "aws x\n$((".repeat(20_000),
        format!("aws x\nA=aaaaaaaaaaaaaaaa\n{}echo $A", "A=$A$A\n".repeat(60)),
        format!("aws x {}", "${A:-".repeat(20_000)),
        format!("aws x {}", "$(".repeat(20_000)),
        format!("aws x\n$a = 1\n{}", "@'".repeat(20_000)),
        format!("aws x\n{}", "cat <<A\n".repeat(10_000)),
    ] {
        let _ = import(&text);
    }
}

#[test]
fn a_makefile_gives_its_shell_a_dollar_for_two() {
    let text = "deploy: build\n\t@aws events put-rule --name r-$$STAGE --schedule-expression 'rate(1 day)'\n";
    let read = import(text);
    let [found] = &read.rules[..] else { panic!("{read:?}") };
    assert_eq!(found.rule.as_ref().unwrap().name, "r-${STAGE}");
    assert_eq!(found.references[0].shown, "${STAGE}");
    let codes: Vec<&str> = read.diagnostics.iter().map(|found| &*found.code).collect();
    assert_eq!(codes, ["import.makefile"]);
    let script = "aws events put-rule --name r-$$ --schedule-expression 'rate(1 day)'\n";
    let found = &import(script).rules[0];
    assert_eq!(found.rule.as_ref().unwrap().name, "r-${process}", "the number of the process");
}
