//! The traps in which exporters lose a rule, each with its case, in every format that has it.

use super::test_support::target;
use super::{Format, Rendered, Subject, export};
use rulepad_document::Role;
use rulepad_document::json::parse;
use rulepad_pattern::Dialect;
use rulepad_rule::{Rule, Target};
use rulepad_transformer::Input;

const PATTERN: &str = r#"{"$or": [{"source": ["a.b", {"prefix": "<no>"}]}, {"detail-type": ["012"]}], "detail": {"a.b": [{"numeric": ["=", 300]}]}}"#;
const TEMPLATE: &str = "{\"rule\": <aws.events.rule-name>, \"x\": <x>, \"t\": \"${a} %{b} <x>\"}";

fn targets() -> [Target; 4] {
    let transformer = |template: &str| Input::Transformer {
        paths: r#"{"x": "$.detail.x"}"#.into(),
        template: template.into(),
    };
    [
        target("topic", "sns:@:t", transformer(TEMPLATE)),
        target("queue", "sqs:@:q", transformer("\"Build <x>\"\n\"of <x>\"")),
        target("function", "lambda:@:function:f", transformer("{\"x\": <x>}")),
        target("machine", "states:@:stateMachine:m", Input::Constant("{\"n\": 4.0}".into())),
    ]
}

fn written(format: Format, pattern: &str) -> Rendered {
    let pattern = parse(pattern, Role::Pattern).root.unwrap();
    let rule = Rule { name: "r".into(), description: "no: ${a}".into(), ..Rule::default() };
    let event = r#"{"id":"i","detail-type":"d","source":"a.b","account":"a","time":"t","region":"us-east-1","resources":[],"detail":{}}"#;
    let dialect = Dialect::Rule;
    export(
        format,
        &Subject {
            rule: &rule,
            pattern: Some(&pattern),
            dialect,
            targets: &targets(),
            event,
            references: &[],
        },
    )
}

fn text(format: Format) -> String {
    written(format, PATTERN).text
}

/// The formats that create the rule with all its targets.
fn whole() -> impl Iterator<Item = Format> {
    let filters = [Format::TestEventPattern, Format::LambdaFilter, Format::PipesFilter, Format::SnsFilter];
    Format::ALL.into_iter().filter(move |format| !filters.contains(format))
}

#[test]
fn a_placeholder_keeps_its_angles() {
    for format in Format::ALL {
        let text = text(format);
        assert!(!text.contains("\\u003c") && !text.contains("\\u003C") && !text.contains("&lt;"), "{text}");
    }
    for format in whole() {
        assert!(text(format).contains("<aws.events.rule-name>"), "{format:?}");
    }
}

#[test]
fn a_template_of_terraform_is_never_encoded() {
    let text = text(Format::Terraform);
    let mut templates = text.lines().filter(|line| line.contains("input_template"));
    assert!(templates.clone().count() == 3 && templates.all(|line| !line.contains("jsonencode")), "{text}");
}

#[test]
fn a_template_of_text_keeps_its_quotes() {
    let quoted =
        [r#"\"Build <x>\"\n\"of <x>\""#, "\"Build <x>\"\n", r#"\\\"Build <x>\\\"\\n"#, "'\"Build <x>\"\\n"];
    for format in whole() {
        let text = text(format);
        assert!(quoted.iter().any(|form| text.contains(form)), "{format:?}: {text}");
    }
}

#[test]
fn the_names_of_fields_are_the_events() {
    for format in Format::ALL {
        let text = text(format);
        assert!(text.contains("detail-type") && !text.contains("detailType"), "{format:?}: {text}");
        assert!(text.contains("$or"), "{format:?}: {text}");
    }
}

#[test]
fn the_map_of_paths_has_the_name_that_the_format_knows() {
    for (format, name) in [
        (Format::RuleJson, "\"InputPathsMap\""),
        (Format::AwsCli, "\"InputPathsMap\""),
        (Format::Boto3, "\"InputPathsMap\""),
        (Format::CloudFormationJson, "\"InputPathsMap\""),
        (Format::CloudFormationYaml, "InputPathsMap:"),
        (Format::Sam, "InputPathsMap:"),
        (Format::Serverless, "inputPathsMap:"),
        (Format::CdkTypescript, "inputPathsMap:"),
        (Format::CdkPython, "input_paths_map="),
        (Format::Terraform, "input_paths "),
        (Format::Pulumi, "inputPaths:"),
    ] {
        assert!(text(format).contains(name), "{format:?}: {}", text(format));
    }
}

#[test]
fn words_of_yaml_are_in_quotes() {
    let yaml = Format::ALL.into_iter().filter(|format| format.language() == super::Language::Yaml);
    for format in yaml {
        let pattern = r#"{"a": ["no", "012", "12:30:00", "=", "~", "2026-05-01", {"numeric": [">", 0]}]}"#;
        let text = written(format, pattern).text;
        for word in ["no", "012", "12:30:00", "=", "~", "2026-05-01", ">"] {
            let quoted = [format!("\"{word}\""), format!("\\\"{word}\\\"")];
            assert!(quoted.iter().any(|form| text.contains(form)), "{format:?}: {word}: {text}");
        }
        assert!(written(format, r#"{"a": ["😀"]}"#).text.contains('😀'), "{format:?}");
    }
}

#[test]
fn a_number_keeps_its_spelling_and_null_is_there() {
    let pattern = r#"{"a": [4.0, 3.0e2, 1e400, 9007199254740993, -0, null]}"#;
    for format in Format::ALL {
        let text = written(format, pattern).text;
        for number in ["4.0", "3.0e2", "1e400", "9007199254740993", "-0", "null"] {
            assert!(text.contains(number), "{format:?}: {number}: {text}");
        }
    }
}

#[test]
fn a_dollar_stands_for_itself() {
    for (format, description) in [
        (Format::Terraform, "\"no: $${a}\""),
        (Format::AwsCli, "'no: ${a}'"),
        (Format::CloudFormationYaml, "Description: \"no: ${a}\""),
    ] {
        assert!(text(format).contains(description), "{format:?}: {}", text(format));
    }
    assert!(text(Format::Terraform).contains("$${a} %%{b}"));
}

#[test]
fn keys_of_terraform_are_in_quotes() {
    let pattern = r#"{"a": [{"exists": true}], "a.b": ["x"], "true": ["x"]}"#;
    let text = written(Format::Terraform, pattern).text;
    for key in ["\"a\"", "\"a.b\"", "\"true\"", "\"exists\""] {
        assert!(text.contains(key), "{key}: {text}");
    }
}

#[test]
fn no_role_is_put_on_what_its_own_policy_opens() {
    for format in [Format::RuleJson, Format::AwsCli, Format::Boto3] {
        assert!(text(format).matches("\"RoleArn\"").count() <= 1, "{format:?}: {}", text(format));
    }
    let found = text(Format::CloudFormationJson);
    assert_eq!(found.matches("\"RoleArn\"").count(), 1, "{found}");
}

#[test]
fn scripts_look_at_the_count_of_refused_targets() {
    assert!(text(Format::AwsCli).contains("if [ \"$failed\" != 0 ]"));
    assert!(text(Format::Boto3).contains("if result[\"FailedEntryCount\"]"));
}
