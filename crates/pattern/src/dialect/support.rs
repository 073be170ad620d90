//! Which operator each dialect lacks, and what to use instead.

use super::{Dialect, sns};
use crate::operator::Test;
use crate::operator::anything_but::AnythingBut;
use crate::operator::prefix::Prefix;
use crate::operator::suffix::Suffix;
use crate::operator::wildcard::Wildcard;
use crate::syntax::{Matcher, Pattern};
use rulepad_document::json::{Node, Value, quote};
use rulepad_document::{Diagnostic, Edit, Role, Severity};

/// What a dialect does with an operator.
enum Support {
    Yes,
    /// Its documentation rules it out.
    No,
    /// Its documentation lists the operators, and this one is not among them.
    NotListed,
}

/// Problems of a pattern that only this dialect has.
pub(crate) fn check(dialect: Dialect, pattern: &Pattern, json: Option<&Node>) -> Vec<Diagnostic> {
    let matchers = pattern.conditions.iter().flat_map(|condition| &condition.matchers);
    let mut found: Vec<Diagnostic> = matchers.filter_map(|matcher| operator(dialect, matcher)).collect();
    match dialect {
        Dialect::SnsAttributes | Dialect::SnsBody => found.extend(sns::check(dialect, pattern)),
        Dialect::Pipes | Dialect::EventSourceMapping => {
            found.extend(json.and_then(plain_data));
            found.extend(json.and_then(payload_path));
        }
        Dialect::Rule | Dialect::Archive => {}
    }
    found
}

fn operator(dialect: Dialect, matcher: &Matcher) -> Option<Diagnostic> {
    let (spelled, support) = (spelled(&matcher.test), support(dialect, &matcher.test));
    let message = match support {
        Support::Yes => return None,
        Support::No => format!("{} has no {spelled}", with_article(dialect)),
        Support::NotListed => {
            format!("the documentation of {} does not list {spelled}", with_article(dialect))
        }
    };
    let found = Diagnostic::new("dialect.operator", Severity::Error, Role::Pattern, matcher.span, message);
    Some(match &matcher.test {
        Test::Wildcard(wildcard) if let Some((operator, edge)) = one_edge(wildcard) => {
            let text = format!("{{\"{operator}\": {}}}", quote(edge));
            found.fix(
                format!("use `{operator}`, which accepts the same values"),
                vec![Edit { span: matcher.span, text }],
            )
        }
        test => found.advice(instead(test)),
    })
}

/// The operator that says the same as a wildcard whose only star stands at its end or at its start.
fn one_edge(wildcard: &Wildcard) -> Option<(&'static str, &str)> {
    match wildcard.runs() {
        [start, end] if end.is_empty() => Some(("prefix", start)),
        [start, end] if start.is_empty() => Some(("suffix", end)),
        _ => None,
    }
}

fn with_article(dialect: Dialect) -> String {
    let article =
        if dialect.name().starts_with('E') || dialect.name().starts_with("SNS") { "an" } else { "a" };
    format!("{article} {}", dialect.name())
}

fn support(dialect: Dialect, test: &Test) -> Support {
    use Dialect::{Archive, EventSourceMapping, Pipes, Rule, SnsAttributes, SnsBody};
    match (dialect, test) {
        (Rule | Archive, _) => Support::Yes,
        (Pipes, Test::Wildcard(_)) => Support::No,
        (Pipes, Test::AnythingBut(AnythingBut::Strings(_) | AnythingBut::Numbers(_))) => Support::Yes,
        (Pipes, Test::AnythingBut(_)) => Support::No,
        (EventSourceMapping, Test::Wildcard(_) | Test::Cidr(_)) => Support::NotListed,
        (EventSourceMapping, Test::AnythingBut(AnythingBut::Strings(_) | AnythingBut::Numbers(_))) => {
            Support::Yes
        }
        (EventSourceMapping, Test::AnythingBut(_)) => Support::NotListed,
        (
            EventSourceMapping | SnsAttributes | SnsBody,
            Test::Prefix(Prefix::IgnoreCase(_)) | Test::Suffix(Suffix::IgnoreCase(_)),
        ) => Support::NotListed,
        (SnsAttributes | SnsBody, Test::AnythingBut(AnythingBut::IgnoreCase(_))) => Support::NotListed,
        _ => Support::Yes,
    }
}

fn spelled(test: &Test) -> &'static str {
    match test {
        Test::Prefix(Prefix::IgnoreCase(_)) => "`prefix` with `equals-ignore-case`",
        Test::Suffix(Suffix::IgnoreCase(_)) => "`suffix` with `equals-ignore-case`",
        Test::Wildcard(_) => "`wildcard`",
        Test::Cidr(_) => "`cidr`",
        Test::AnythingBut(AnythingBut::Prefix(_)) => "`anything-but` with `prefix`",
        Test::AnythingBut(AnythingBut::Suffix(_)) => "`anything-but` with `suffix`",
        Test::AnythingBut(AnythingBut::IgnoreCase(_)) => "`anything-but` with `equals-ignore-case`",
        Test::AnythingBut(AnythingBut::Wildcard(_)) => "`anything-but` with `wildcard`",
        _ => "this operator",
    }
}

fn instead(test: &Test) -> &'static str {
    match test {
        Test::Wildcard(_) => "use `prefix` or `suffix`, or filter in the target",
        Test::Cidr(_) => "use `prefix` on the dotted address where the block ends at a dot",
        Test::Prefix(_) | Test::Suffix(_) => "list the spellings that occur, one matcher each",
        Test::AnythingBut(AnythingBut::IgnoreCase(_)) => "list the spellings that occur under `anything-but`",
        Test::AnythingBut(_) => "list the whole values under `anything-but`, or filter in the target",
        _ => "filter in the target",
    }
}

/// Kinesis refuses a filter whose `data` is not an object; Kafka and MQ take a list too.
fn plain_data(json: &Node) -> Option<Diagnostic> {
    let data = json.members()?.iter().rev().find(|member| member.key == "data")?;
    matches!(data.value.value, Value::Array(_)).then(|| {
        Diagnostic::new(
            "dialect.plain-data",
            Severity::Warning,
            Role::Pattern,
            data.value.span,
            "a list under `data` filters plain text, which Amazon MQ takes and Kinesis refuses",
        )
        .advice("for Kinesis, write an object under `data`")
    })
}

/// The payload of a Kinesis record is `data` in a filter, though the record has it under `kinesis` (Lambda developer
/// guide, `with-kinesis` filtering, checked 2026-11-29).
fn payload_path(json: &Node) -> Option<Diagnostic> {
    let kinesis = json.members()?.iter().rev().find(|member| member.key == "kinesis")?;
    let inner = kinesis.value.members()?;
    let data = inner.iter().find(|member| member.key == "data")?;
    let found = Diagnostic::new(
        "dialect.payload-path",
        Severity::Warning,
        Role::Pattern,
        kinesis.key_span,
        "a filter reads the decoded payload of a Kinesis record under `data`, not under `kinesis.data`",
    );
    let free = json.get("data").is_none() && inner.len() == 1;
    Some(if free {
        let span = kinesis.key_span.to(kinesis.value.span);
        let text = format!("\"data\": {}", rulepad_document::json::compact(&data.value));
        found.fix("write `data`", vec![Edit { span, text }])
    } else {
        found.advice("write `data` at the top of the filter")
    })
}
