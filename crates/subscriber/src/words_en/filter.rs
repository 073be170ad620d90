//! Problems of filters in English.

use crate::message::FilterText as T;
use rulepad_document::words::en::{a, any_of};

/// The words of a text about filters.
pub(crate) fn filter(text: &T) -> String {
    let fixed = match text {
        T::EmptyPattern(scope) => return format!("the `{}` filter has no pattern", scope.name()),
        T::RootArray => {
            "AWS accepts a `DATA` pattern that is an array, but does not document what it matches"
        }
        T::DuplicateScope(scope) => {
            return format!(
                "this is the second `{}` filter; a subscriber has at most one for each scope",
                scope.name()
            );
        }
        T::TooLong { bytes, most } => {
            return format!("the patterns of all filters take {bytes} bytes; the limit is {most}");
        }
        T::Long { bytes, most } => {
            return format!(
                "the patterns of all filters take {bytes} of {most} bytes; whether AWS also counts the JSON around \
                 them is not verified"
            );
        }
        T::SourceIsNoProof(source) => {
            return format!(
                "any publisher can write `{source}` into `Data`, so this condition does not prove the source"
            );
        }
        T::NeverString(scope, kind) => {
            return format!("every value in `{}` is a string, so {} never matches", scope.part(), a(*kind));
        }
        T::MetadataOperator(operator) => {
            return format!(
                "a `METADATA` filter takes exact values only, and `{}` is an operator",
                operator.name()
            );
        }
        T::MetadataOr => "a `METADATA` filter takes exact values only, and `$or` is not supported",
        T::MetadataNested(name) => {
            return format!("`Metadata` is a flat map of strings, so nothing is under `{name}`");
        }
        T::NumericOnStrings => "every value in `SystemMetadata` is a string, so `numeric` never matches",
        T::NoWildcard => "filters of a subscriber do not support `wildcard`",
        T::UnknownSystemField(name) => return format!("`SystemMetadata` has no field `{name}`"),
        T::ForPutRawEvents { fits: true } => {
            "this filter fits a payload published with `PutRawEvents`; `PutEvents` puts the payload under `detail`, \
             and there it matches"
        }
        T::ForPutRawEvents { fits: false } => {
            "this filter reads a payload published with `PutRawEvents`; `PutEvents` puts the payload under `detail`"
        }
        T::ForPutEvents { fits, envelope } => return for_put_events(*fits, envelope),
        T::RawHasNoSource(name) => {
            return format!("events published with `PutRawEvents` have no `{name}`");
        }
        T::EnvelopeContentType => {
            "the content type of events published with `PutEvents` is `application/eventbridge+json`"
        }
        T::NoMetadata => {
            "events published with `PutEvents` have no metadata, so a `METADATA` filter never matches them"
        }
        T::OctetStream => {
            "no `DATA` filter matches an event whose content type is `application/octet-stream`"
        }
        T::RemoveFilter => "remove the filter: a subscriber without filters gets every event",
        T::WriteObject => "write an object of fields",
        T::JoinFilters => "combine both patterns into one filter",
        T::SplitIntoSubscribers => "split the pattern over several subscribers",
        T::AddFilter { scope, pattern } => {
            return format!("add a `{}` filter, which only AWS can satisfy: `{pattern}`", scope.name());
        }
        T::QuoteIt => "put it in quotes",
        T::ListExactValues => "list the accepted values",
        T::CompareStrings => "list the accepted values as strings, or use `prefix`",
        T::UseAffixOrList => "use `prefix` or `suffix`, or list the values",
        T::UseOperator(operator) => {
            return format!("use `{}`, which accepts the same values", operator.name());
        }
        T::WriteValue => "write the plain value",
        T::WriteFlatKey => "write the key as the publisher sets it",
        T::Rename(name) => return format!("write `{name}`"),
        T::SystemFields => return system_fields(),
        T::WrapInDetail => "put the pattern under `detail`",
        T::UnwrapDetail => "keep only what is under `detail`",
        T::PublishBy(call) => return format!("or publish the event with `{}`", call.name()),
        T::AskMetadata => "filter on `ContentType`, or on metadata that the publisher sets",
        T::UseData => "filter on `DATA`",
        T::UseMetadata => "filter on `METADATA`, which the publisher sets beside the bytes",
    };
    fixed.to_owned()
}

fn for_put_events(fits: bool, envelope: &[String]) -> String {
    let mut text =
        "this filter fits the envelope that `PutEvents` makes; `PutRawEvents` publishes the payload alone"
            .to_owned();
    if fits {
        text.push_str(", and what is under `detail` matches it");
    }
    if !envelope.is_empty() {
        let names: Vec<String> = envelope.iter().map(|name| format!("`{name}`")).collect();
        text.push_str(&format!("; the payload has no {}", any_of(&names)));
    }
    text
}

fn system_fields() -> String {
    let names = crate::system::SystemField::ALL.map(|field| format!("`{}`", field.name()));
    format!("the fields are {}", rulepad_document::words::en::all_of(&names))
}
