//! Nothing in an exported file is invisible or turns its text around, in any format.

use super::Format;
use super::test_support::{target, written_for};
use rulepad_document::visible::{code_point, is_unseen};
use rulepad_pattern::Dialect;
use rulepad_rule::Rule;
use rulepad_transformer::Input;

/// One of each kind: DEL, C1, space, soft hyphen, joiner, direction, separator, isolate, filler, selector, tag.
const UNSEEN: &str = "\u{7f}\u{9b}\u{a0}\u{ad}\u{34f}\u{200b}\u{200d}\u{202e}\u{2028}\u{2066}\u{115f}\u{2800}\u{fe0f}\u{e0041}\u{e0100}\u{3000}";

#[test]
fn every_format_escapes_what_cannot_be_seen() {
    let mut found = Vec::new();
    for dialect in [Dialect::Rule, Dialect::EventSourceMapping, Dialect::Pipes, Dialect::SnsBody] {
        let own = |text: &str| text.replace('@', UNSEEN);
        let pattern = own(r#"{"detail": {"f@": ["v@", {"prefix": "@p"}], "n": [1]}}"#);
        let rule = Rule {
            name: own("r@"),
            description: own("# d@\nsecond"),
            event_bus: own("b@"),
            role_arn: own("arn:aws:iam::123456789012:role/@"),
            ..Rule::default()
        };
        let transformer = Input::Transformer {
            paths: own("{\"x\": \"$.detail.f@\"}"),
            template: own("\"@ <x>\"\n\"b@\"\n"),
        };
        let targets = [
            target(&own("topic@"), "sns:@:t", transformer),
            target(&own("queue@"), &format!("sqs:@:q{UNSEEN}"), Input::Constant(own("\"c@\""))),
            target(&own("function@"), "lambda:@:function:f", Input::Path(own("$.detail.f@"))),
        ];
        for format in Format::ALL {
            let file = written_for(dialect, format, &rule, &pattern, &targets);
            for line in file.text.lines() {
                // cfn-lint refuses the escapes of these, so a note names them.
                let is_named = |c: char| {
                    let name = code_point(c);
                    format == Format::CloudFormationJson && file.notes.iter().any(|note| note.contains(&name))
                };
                if let Some(c) = line.chars().find(|c| is_unseen(*c) && !is_named(*c)) {
                    found.push(format!("{format:?} {dialect:?} {}: {line:?}", code_point(c)));
                }
            }
            assert!(!file.file_name.chars().any(is_unseen), "{format:?}: {:?}", file.file_name);
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_name_that_javascript_takes_for_a_prototype_is_a_loss() {
    let paths = |name: &str| Input::Transformer {
        paths: format!("{{\"{name}\": \"$.id\"}}"),
        template: format!("\"<{name}>\""),
    };
    let pattern = r#"{"detail": {"__proto__": ["x"]}}"#;
    let rule = Rule { name: "r".into(), ..Rule::default() };
    for (name, is_lost) in [("__proto__", true), ("__proto", false), ("constructor", false)] {
        for format in
            [Format::CdkTypescript, Format::CdkPython, Format::Pulumi, Format::Boto3, Format::Terraform]
        {
            let tool = !matches!(format, Format::Boto3 | Format::Terraform);
            let targets = [target("t", "lambda:@:function:f", paths(name))];
            let file = written_for(Dialect::Rule, format, &rule, pattern, &targets);
            let lost = file.losses.iter().filter(|loss| loss.contains("loses the name `__proto__`")).count();
            assert_eq!(lost, usize::from(tool && is_lost), "{format:?} {name}: {:?}", file.losses);
            assert!(file.text.contains(name), "{format:?}: {}", file.text);
        }
    }
}
