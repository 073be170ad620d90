//! The limits of SNS filter policies (SNS developer guide, `subscription-filter-policy-constraints`).

use super::Dialect;
use crate::aws::AwsSentence;
use crate::code::Code;
use crate::message::{Diagnostic, Message};
use crate::operator::Test;
use crate::operator::anything_but::AnythingBut;
use crate::operator::numeric::Bound;
use crate::syntax::{Group, ObjectEntry, Pattern};
use rulepad_document::{Role, Severity, Span};
use std::collections::BTreeSet;

const MAX_KEYS: usize = 5;
const MAX_COMBINATIONS: usize = 150;
const MAX_WILDCARDS: usize = 3;
const MAX_NUMBER: f64 = 1e9;
const MAX_DECIMALS: usize = 5;

fn error(code: Code, span: Span, message: Message) -> Diagnostic {
    Diagnostic::new(code, Severity::Error, Role::Pattern, span, message)
}

pub(super) fn check(dialect: Dialect, pattern: &Pattern) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let end = pattern.root.span.end as usize;
    if dialect == Dialect::SnsAttributes {
        nested(&pattern.root, &mut found);
    }
    let names: BTreeSet<&str> = pattern.conditions.iter().map(|condition| condition.name.as_str()).collect();
    if names.len() > MAX_KEYS {
        found.push(
            error(
                Code::DialectSnsKeys,
                pattern.root.span,
                Message::SnsKeys { count: names.len(), most: MAX_KEYS },
            )
            .advice(Message::KeepTellingKeys)
            .aws_known(AwsSentence::SnsKeys, end, 0),
        );
    }
    let combinations = pattern.conditions.iter().fold(1_usize, |product, condition| {
        let depth = if dialect == Dialect::SnsBody { condition.name.split('.').count() } else { 1 };
        product.saturating_mul(condition.matchers.len().max(1) * depth)
    });
    if combinations > MAX_COMBINATIONS {
        found.push(
            error(
                Code::DialectSnsCombinations,
                pattern.root.span,
                Message::SnsCombinations { count: combinations, most: MAX_COMBINATIONS },
            )
            .advice(Message::ListFewerValues)
            .aws_known(AwsSentence::SnsTooComplex, end, 0),
        );
    }
    let matchers = || pattern.conditions.iter().flat_map(|condition| &condition.matchers);
    let wildcard =
        |test: &Test| matches!(test, Test::Wildcard(_) | Test::AnythingBut(AnythingBut::Wildcard(_)));
    let wildcards: Vec<Span> =
        matchers().filter(|matcher| wildcard(&matcher.test)).map(|matcher| matcher.span).collect();
    if let Some(fourth) = wildcards.get(MAX_WILDCARDS) {
        found.push(
            error(
                Code::DialectSnsWildcards,
                *fourth,
                Message::SnsWildcards { count: wildcards.len(), most: MAX_WILDCARDS },
            )
            .advice(Message::UseAffixAtEnd),
        );
    }
    for matcher in matchers() {
        let Test::Numeric(numeric) = &matcher.test else { continue };
        if [&numeric.bottom, &numeric.top].into_iter().flatten().any(out_of_range) {
            found.push(
                Diagnostic::new(
                    Code::DialectSnsNumber,
                    Severity::Warning,
                    Role::Pattern,
                    matcher.span,
                    Message::SnsNumber,
                )
                .advice(Message::UseSmallerNumber),
            );
        }
    }
    found
}

fn out_of_range(bound: &Bound) -> bool {
    let decimals = bound.text.split_once('.').map_or(0, |(_, decimals)| decimals.trim_end_matches('0').len());
    bound.value.abs() > MAX_NUMBER || decimals > MAX_DECIMALS
}

fn nested(group: &Group, found: &mut Vec<Diagnostic>) {
    for entry in &group.entries {
        match entry {
            ObjectEntry::Nested { name, key, .. } => found.push(
                error(Code::DialectSnsNested, *key, Message::SnsNested(name.clone()))
                    .advice(Message::FilterOnBody)
                    .aws_known(AwsSentence::SnsNested, key.end as usize, 0),
            ),
            ObjectEntry::AnyOf { branches, .. } => branches.iter().for_each(|branch| nested(branch, found)),
            ObjectEntry::Condition(_) => {}
        }
    }
}
