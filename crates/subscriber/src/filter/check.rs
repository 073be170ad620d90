//! What each scope takes of the pattern language.

use super::limits::MAX_BYTES;
use crate::aws::AwsSentence;
use crate::code::Code;
use crate::message::{Diagnostic, FilterText, Message};
use crate::scope::Scope;
use crate::system::SystemField;
use rulepad_document::json::{Node, Value, quote};
use rulepad_document::{Edit, Role, Severity, Span};
use rulepad_pattern::event::Scalar;
use rulepad_pattern::operator::anything_but::AnythingBut;
use rulepad_pattern::operator::exact::Exact;
use rulepad_pattern::operator::wildcard::Wildcard;
use rulepad_pattern::operator::{Operator, Test};
use rulepad_pattern::syntax::{Group, Matcher, ObjectEntry};
use rulepad_pattern::{Message as PatternMessage, Pattern};

fn found(code: Code, severity: Severity, span: Span, text: FilterText) -> Diagnostic {
    Diagnostic::new(code, severity, Role::Pattern, span, Message::Filter(text))
}

fn whole(text: &str) -> Span {
    Span::new(0, text.len())
}

fn replace(span: Span, text: impl Into<String>) -> Vec<Edit> {
    vec![Edit { span, text: text.into() }]
}

/// A problem of the language itself. What AWS says of it in a filter is not known, so its words in a rule are not shown.
pub(super) fn of_language(found: rulepad_pattern::Diagnostic) -> Diagnostic {
    let mut found: Diagnostic = found.lift();
    found.reference = None;
    for help in &mut found.help {
        if help.text == Message::Pattern(PatternMessage::SplitIntoRules) {
            help.text = FilterText::SplitIntoSubscribers.into();
        }
    }
    found
}

pub(super) fn empty_pattern(scope: Scope, text: &str) -> Diagnostic {
    found(Code::FilterEmpty, Severity::Error, whole(text), FilterText::EmptyPattern(scope))
        .advice(FilterText::RemoveFilter)
}

pub(super) fn root_array(span: Span) -> Diagnostic {
    found(Code::FilterRootArray, Severity::Warning, span, FilterText::RootArray)
        .advice(FilterText::WriteObject)
}

pub(super) fn duplicate(scope: Scope, text: &str) -> Diagnostic {
    found(Code::FilterDuplicateScope, Severity::Error, whole(text), FilterText::DuplicateScope(scope))
        .advice(FilterText::JoinFilters)
        .aws_known(AwsSentence::DuplicateScope(scope), 0, 0)
}

pub(super) fn too_long(text: &str, bytes: usize) -> Diagnostic {
    found(Code::FilterTooLong, Severity::Error, whole(text), FilterText::TooLong { bytes, most: MAX_BYTES })
        .advice(FilterText::SplitIntoSubscribers)
}

pub(super) fn long(text: &str, bytes: usize) -> Diagnostic {
    found(Code::FilterLong, Severity::Warning, whole(text), FilterText::Long { bytes, most: MAX_BYTES })
        .advice(FilterText::SplitIntoSubscribers)
}

pub(super) fn no_proof(span: Span, source: &str) -> Diagnostic {
    let scope = Scope::SystemMetadata;
    found(Code::FilterNoProof, Severity::Note, span, FilterText::SourceIsNoProof(source.to_owned())).advice(
        Message::Filter(FilterText::AddFilter {
            scope,
            pattern: format!("{{\"aws:Source\":[{}]}}", quote(source)),
        }),
    )
}

/// What the scope does not take, and what never matches in it.
pub(super) fn scope(scope: Scope, pattern: &Pattern, json: Option<&Node>, out: &mut Vec<Diagnostic>) {
    for condition in &pattern.conditions {
        for matcher in &condition.matchers {
            out.extend(matcher_of(scope, matcher));
        }
    }
    match scope {
        Scope::Data => {}
        Scope::Metadata => metadata(&pattern.root, out),
        Scope::SystemMetadata => {
            let mut names = Vec::new();
            json.into_iter().for_each(|json| system_names(json, &mut names));
            out.extend(names);
        }
    }
}

fn matcher_of(scope: Scope, matcher: &Matcher) -> Option<Diagnostic> {
    let span = matcher.span;
    let wildcard = match &matcher.test {
        Test::Wildcard(wildcard) => Some((wildcard, false)),
        Test::AnythingBut(AnythingBut::Wildcard(list)) => list.first().map(|wildcard| (wildcard, true)),
        _ => None,
    };
    if let Some((wildcard, negated)) = wildcard {
        return Some(no_wildcard(span, wildcard, negated));
    }
    match (&matcher.test, scope) {
        (_, Scope::Data) => None,
        (Test::Exact(Exact(Scalar::String(_))), _) => None,
        (Test::Exact(Exact(value)), scope) => Some(
            found(
                Code::FilterNeverString,
                Severity::Warning,
                span,
                FilterText::NeverString(scope, value.kind()),
            )
            .fix(FilterText::QuoteIt, replace(span, quote(&value.json()))),
        ),
        (test, Scope::Metadata) => test.operator().map(|operator| {
            found(Code::FilterMetadataOperator, Severity::Error, span, FilterText::MetadataOperator(operator))
                .advice(FilterText::ListExactValues)
        }),
        (Test::Numeric(_), Scope::SystemMetadata) => Some(
            found(Code::FilterNumericOnStrings, Severity::Warning, span, FilterText::NumericOnStrings)
                .advice(FilterText::CompareStrings),
        ),
        (_, Scope::SystemMetadata) => None,
    }
}

fn no_wildcard(span: Span, wildcard: &Wildcard, negated: bool) -> Diagnostic {
    let found = found(Code::FilterWildcard, Severity::Error, span, FilterText::NoWildcard).aws_known(
        AwsSentence::Wildcard,
        0,
        0,
    );
    let edge = match wildcard.runs() {
        [only] => Some((None, only)),
        [start, end] if end.is_empty() && !start.is_empty() => Some((Some(Operator::Prefix), start)),
        [start, end] if start.is_empty() && !end.is_empty() => Some((Some(Operator::Suffix), end)),
        _ => None,
    };
    let Some((operator, edge)) = edge.filter(|_| !negated) else {
        return found.advice(FilterText::UseAffixOrList);
    };
    match operator {
        Some(operator) => {
            let text = format!("{{\"{}\": {}}}", operator.name(), quote(edge));
            found.fix(Message::Filter(FilterText::UseOperator(operator)), replace(span, text))
        }
        None => found.fix(FilterText::WriteValue, replace(span, quote(edge))),
    }
}

/// Metadata is flat: exact values under plain keys.
fn metadata(group: &Group, out: &mut Vec<Diagnostic>) {
    for entry in &group.entries {
        match entry {
            ObjectEntry::Condition(_) => {}
            ObjectEntry::Nested { name, key, .. } => out.push(
                found(
                    Code::FilterMetadataNested,
                    Severity::Warning,
                    *key,
                    FilterText::MetadataNested(name.clone()),
                )
                .advice(FilterText::WriteFlatKey),
            ),
            ObjectEntry::AnyOf { key, .. } => out.push(
                found(Code::FilterMetadataOr, Severity::Error, *key, FilterText::MetadataOr)
                    .advice(FilterText::ListExactValues),
            ),
        }
    }
}

/// Names that system metadata does not have.
fn system_names(group: &Node, out: &mut Vec<Diagnostic>) {
    for member in group.members().unwrap_or_default() {
        if member.key == "$or" {
            if let Value::Array(branches) = &member.value.value {
                branches.iter().for_each(|branch| system_names(branch, out));
            }
            continue;
        }
        if SystemField::named(&member.key).is_some() {
            continue;
        }
        let text = FilterText::UnknownSystemField(member.key.clone());
        let unknown = found(Code::FilterSystemField, Severity::Warning, member.key_span, text);
        out.push(match SystemField::meant_by(&member.key) {
            Some(field) => unknown.fix(
                Message::Filter(FilterText::Rename(field.name())),
                replace(member.key_span, quote(field.name())),
            ),
            None => unknown.advice(FilterText::SystemFields),
        });
    }
}
