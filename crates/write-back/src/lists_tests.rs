//! Lists and conditions that a text leaves open, in the rule and in files made of it.

use super::write;
use rulepad_document::json::{compact, parse};
use rulepad_document::{Lang, Role};
use rulepad_export::{Format, Rendered, Subject};
use rulepad_import::{FoundRule, Origin, import};
use rulepad_pattern::Dialect;
use rulepad_rule::ReferenceValue;

/// The rule without its targets, written into its text where the format is that of the text.
fn written(format: Format, found: &FoundRule) -> Rendered<String, String> {
    with_pattern(format, found, found.pattern.as_ref().unwrap(), found.origin.as_ref())
}

/// The same with this pattern, into this text.
fn with_pattern(
    format: Format,
    found: &FoundRule,
    pattern: &str,
    origin: Option<&Origin>,
) -> Rendered<String, String> {
    let parsed = parse(pattern, Role::Pattern);
    let subject = Subject {
        rule: found.rule.as_ref().unwrap(),
        pattern: parsed.valid(),
        dialect: Dialect::Rule,
        targets: &[],
        event: "",
        references: &found.references,
    };
    write(format, &subject, origin).file.worded(Lang::En)
}

/// The pattern, the codes of what is said, and the losses of an export.
fn read(text: &str) -> (String, Vec<String>, Vec<String>) {
    let read = import(text);
    let [found] = &read.rules[..] else { panic!("{read:?}") };
    let parsed = parse(found.pattern.as_ref().unwrap(), Role::Pattern);
    let pattern = parsed.valid().unwrap();
    for own in &read.diagnostics {
        assert!(own.labels[0].span.end > 0, "{own:?}");
    }
    let file = with_pattern(Format::Terraform, found, found.pattern.as_ref().unwrap(), None);
    let codes = read.diagnostics.iter().map(|own| own.code.to_string()).collect();
    (compact(pattern), codes, file.losses)
}

#[test]
fn a_list_that_is_not_known_is_no_mistake_and_no_value_in_every_language() {
    let cloudformation = "Parameters: {P: {Type: CommaDelimitedList}}\nResources:\n  R:\n    Type: AWS::Events::Rule\n    Properties:\n      Name: r\n      EventPattern: {source: @}\n";
    let serverless = "service: s\nprovider: {name: aws}\nfunctions:\n  f:\n    handler: h\n    events:\n      - eventBridge:\n          pattern: {source: '${param:p}'}\n";
    let pulumi = "name: p\nruntime: yaml\nresources:\n  r:\n    type: aws:cloudwatch:EventRule\n    properties:\n      eventPattern:\n        fn::toJSON: {source: '${p}'}\n";
    for (text, pattern) in [
        (cloudformation.replace('@', "!Ref P"), r#"{"source":["${P}"]}"#),
        (
            cloudformation.replace('@', "!FindInMap [A, B, C]"),
            r#"{"source":["${Fn::FindInMap:[\"A\",\"B\",\"C\"]}"]}"#,
        ),
        (serverless.to_owned(), r#"{"source":["${param:p}"]}"#),
        (pulumi.to_owned(), r#"{"source":["${p}"]}"#),
        (
            "aws events put-rule --name r --event-pattern \"{\\\"source\\\": $P}\"\n".to_owned(),
            r#"{"source":["${P}"]}"#,
        ),
        (
            "await client.send(new PutRuleCommand({Name: 'r', EventPattern: JSON.stringify({source: p})}));"
                .to_owned(),
            r#"{"source":["${p}"]}"#,
        ),
    ] {
        let (seen, codes, losses) = read(&text);
        assert_eq!((&*seen, &codes[..]), (pattern, &["import.pattern-list".to_owned()][..]), "{text}");
        assert!(losses.iter().any(|own| own.contains("is a list of values")), "{losses:?}");
    }
}

#[test]
fn what_is_one_value_stays_a_mistake() {
    let text = "Parameters: {P: {Type: String}}\nResources:\n  R:\n    Type: AWS::Events::Rule\n    Properties:\n      Name: r\n      EventPattern: {source: @}\n";
    for value in ["!Ref P", "!Ref AWS::Region", "!Sub 'a-${P}'", "!GetAtt R.Arn"] {
        let (pattern, codes, _) = read(&text.replace('@', value));
        assert!(!pattern.contains('['), "{pattern}");
        assert_eq!(codes, [""; 0], "{value}");
    }
    // In brackets it is a value like others.
    let (pattern, codes, losses) = read(&text.replace('@', "[!Ref P]"));
    assert_eq!((&*pattern, codes.len(), losses.len()), (r#"{"source":["${P}"]}"#, 0, 0));
}

#[test]
fn a_template_that_is_written_back_keeps_its_list() {
    let text = "Parameters:\n  P: {Type: CommaDelimitedList}\nResources:\n  R:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern:\n        source: !Ref P # all\n        detail: {a: [1]}\n";
    let read = import(text);
    let found = &read.rules[0];
    for (from, to) in [("", ""), ("1", "2")] {
        let changed = found.pattern.as_ref().unwrap().replace(from, to);
        let file = with_pattern(Format::CloudFormationYaml, found, &changed, found.origin.as_ref());
        assert_eq!(
            (file.text, file.losses),
            (text.replace("[1]", &format!("[{}]", if to.is_empty() { "1" } else { to })), vec![])
        );
    }
    assert_eq!(found.references[0].value, ReferenceValue::List);
}

#[test]
fn a_condition_that_is_not_decided_is_lost_elsewhere() {
    let text = "Conditions: {C: !Equals [!Ref P, prod]}\nParameters: {P: {Type: String}}\nResources:\n  R:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern: {source: !If [C, [a], [b]]}\n";
    let read = import(text);
    let losses = |format| written(format, &read.rules[0]).losses;
    assert!(losses(Format::Terraform)[0].contains("the condition `C`"));
    assert_eq!(losses(Format::CloudFormationYaml), [""; 0]);
}

#[test]
fn what_cloudformation_replaces_is_lost_elsewhere() {
    let text = "Resources:\n  R:\n    Type: AWS::Events::Rule\n    Properties:\n      Description: '{{resolve:ssm:/team}} of @'\n      EventPattern: {source: [a]}\n";
    let read = import(text);
    let losses = |format| written(format, &read.rules[0]).losses;
    for format in [Format::Terraform, Format::AwsCli, Format::Pulumi] {
        assert!(losses(format).iter().any(|own| own.contains("`{{resolve:ssm:/team}}`")), "{format:?}");
    }
    assert_eq!(losses(Format::CloudFormationYaml), [""; 0]);
}
