//! Filters of event source mappings, subscriptions, pipes and archives.

use super::{note, warning};
use crate::Diagnostic;
use crate::code::Code;
use crate::filters::FilterResource;
use crate::message::{FilterMessage, Help, RuleLabel};
use rulepad_document::Span;

/// A mapping, subscription, pipe or archive that lets everything pass.
pub(crate) fn no_filter(span: Span, label: RuleLabel, resource: FilterResource) -> Diagnostic {
    note(Code::NoFilter, span, FilterMessage::NoFilter { label, resource })
}

pub(crate) fn filters_missing(span: Span) -> Diagnostic {
    warning(Code::FiltersMissing, span, FilterMessage::FiltersMissing).advice(Help::WriteFilters)
}

/// `{}` among the filters.
pub(crate) fn filter_empty(span: Span) -> Diagnostic {
    warning(Code::FilterEmpty, span, FilterMessage::Empty).advice(Help::WritePattern)
}

/// A pattern as an object where AWS takes a string.
pub(crate) fn filter_object(span: Span) -> Diagnostic {
    warning(Code::FilterObject, span, FilterMessage::Object).advice(Help::WritePatternAsString)
}

/// A pattern instead of an object with `Pattern`.
pub(crate) fn filter_bare(span: Span) -> Diagnostic {
    warning(Code::FilterBare, span, FilterMessage::Bare).advice(Help::WritePatternMember)
}

pub(crate) fn scope(span: Span, scope: &str) -> Diagnostic {
    warning(Code::Scope, span, FilterMessage::Scope(scope.to_owned())).advice(Help::ReadAsAttributes)
}

/// A filter policy where CloudFormation has none.
pub(crate) fn topic_filter(span: Span) -> Diagnostic {
    warning(Code::TopicFilter, span, FilterMessage::OfTopic).advice(Help::WriteSubscription)
}
