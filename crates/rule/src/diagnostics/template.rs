//! What can be wrong with a template that rules are read from, and what is not yet known of its values.

use super::{error, whole};
use rulepad_document::json::{Value, quote};
use rulepad_document::{Diagnostic, Edit, LineIndex, Role, Severity, Span};

fn warning(code: &'static str, role: Role, span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(code, Severity::Warning, role, span, message)
}

/// `info` is the parser's.
pub(crate) fn yaml_syntax(text: &str, at: usize, info: &str) -> Diagnostic {
    let at = rulepad_document::text::floor_boundary(text, at);
    let end = text.get(at..).and_then(|rest| rest.chars().next()).map_or(at, |c| at + c.len_utf8());
    let line = LineIndex::new(text).position(at).line;
    let tab = text.get(..at).and_then(|before| before.lines().last()).is_some_and(|line| line.contains('\t'));
    let advice = if tab {
        "indent with spaces: YAML takes no tabs"
    } else {
        "check indentation, brackets and quotes up to here; a text with `: `, `#`, `*` or `!` needs quotes"
    };
    let message = format!("this is not YAML, seen in line {line}: {info}");
    error("import.yaml-syntax", Role::Import, Span::new(at, end), message).advice(advice)
}

pub(crate) fn yaml_own_alias(span: Span) -> Diagnostic {
    error("import.yaml-own-alias", Role::Import, span, "this alias repeats what it stands in")
        .advice("write the value out")
}

pub(crate) fn yaml_too_large(span: Span, most: usize) -> Diagnostic {
    let message = format!("the text has more than {most} values with those that its aliases repeat");
    error("import.yaml-too-large", Role::Import, span, message)
        .advice("import the part of it that holds the rule")
}

pub(crate) fn yaml_too_deep(span: Span, most: usize) -> Diagnostic {
    error("import.yaml-too-deep", Role::Import, span, format!("values are nested more than {most} deep"))
        .advice("import the part of the text that holds the rule")
}

/// A word without quotes that readers do not agree on.
pub(crate) fn yaml_word(span: Span, text: &str, value: &Value) -> Diagnostic {
    let message = match value {
        Value::String(_) => {
            format!(
                "`{text}` without quotes is a text for some readers of YAML and none for others; it is read as a text"
            )
        }
        Value::Number(number) => {
            format!(
                "`{text}` without quotes is the number {number} in YAML 1.1, which CloudFormation's tools read"
            )
        }
        other => {
            format!(
                "`{text}` without quotes is {} in YAML 1.1, which CloudFormation's tools read",
                other.kind()
            )
        }
    };
    warning("import.yaml-word", Role::Import, span, message)
        .fix("put it in quotes", vec![Edit { span, text: quote(text) }])
}

pub(crate) fn template_without_rules(text: &str) -> Diagnostic {
    let message = "the template holds no rule: no resource is an `AWS::Events::Rule`, and no function or state \
                   machine of SAM has an event of type `EventBridgeRule`";
    error("import.template-without-rules", Role::Import, whole(text), message)
        .advice("import the template that declares the rule")
}

/// What of a draft names something that only the stack has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unknown {
    Name,
    Bus,
    RuleRole,
    Id(u32),
    Arn(u32),
    Role(u32),
    DeadLetter(u32),
}

/// Something of a template that is only known once the stack is made; `text` is the property, `named` the part of it.
pub(crate) fn stand_in(of: Unknown, text: &str, named: &str) -> Diagnostic {
    let (code, role, tells) = match of {
        Unknown::Name => ("rule.name-stand-in", Role::Rule, "the rule's name"),
        Unknown::Bus => ("rule.bus-stand-in", Role::Rule, "the event bus"),
        Unknown::RuleRole => ("rule.role-stand-in", Role::Rule, "the role of the rule"),
        Unknown::Id(at) => ("target.id-stand-in", Role::Target(at), "the target's id"),
        Unknown::Arn(at) => ("target.arn-stand-in", Role::Target(at), "which kind of target it is"),
        Unknown::Role(at) => ("target.role-stand-in", Role::Target(at), "the role"),
        Unknown::DeadLetter(at) => ("target.dead-letter-stand-in", Role::Target(at), "the dead-letter queue"),
    };
    let message = format!("`{named}` is only known once the stack is made, so {tells} cannot be checked");
    warning(code, role, whole(text), message)
        .advice("exports as CloudFormation write it as the template has it; elsewhere put its value here")
}
