//! Rules and targets for the tests of the formats.

use super::{Format, Rendered, Subject, export};
use rulepad_document::json::parse;
use rulepad_document::{Lang, Role};
use rulepad_pattern::Dialect;
use rulepad_rule::{Rule, Target};
use rulepad_transformer::Input;

/// A target in one account and Region: `sns:@:t` is the topic `t` there.
pub(crate) fn target(id: &str, resource: &str, input: Input) -> Target {
    let arn = format!("arn:aws:{}", resource.replace('@', "us-east-1:123456789012"));
    Target { id: id.into(), arn, input, ..Target::default() }
}

/// A file with its losses and notes in words.
pub(crate) type Worded = Rendered<String, String>;

/// The rule in a format.
pub(crate) fn written(format: Format, rule: &Rule, pattern: &str, targets: &[Target]) -> Worded {
    written_for(Dialect::Rule, format, rule, pattern, targets)
}

/// The rule in a format, its pattern as `dialect` reads it.
pub(crate) fn written_for(
    dialect: Dialect,
    format: Format,
    rule: &Rule,
    pattern: &str,
    targets: &[Target],
) -> Worded {
    let pattern = parse(pattern, Role::Pattern).root.unwrap();
    let subject = Subject { rule, pattern: Some(&pattern), dialect, targets, event: "", references: &[] };
    export(format, &subject).worded(Lang::En)
}
