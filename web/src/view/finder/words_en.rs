//! Texts of the page about sample events, in English.

use super::text::Text;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::SearchEvents => "Service, detail-type, field or value",
        Text::SearchRecords => "Service, source, field or value",
        Text::ExampleOfEvents => "codebuild failed, detail.state",
        Text::ExampleOfRecords => "sqs, kinesis, body",
        Text::Loading => "Loading the samples",
        Text::NothingFits => "nothing fits",
        Text::NoSuchEvent => {
            "No sample event has all of these words. Every word must fit: a service, a name of the event, a field, or a value of one."
        }
        Text::NoSuchRecord => {
            "No sample record has all of these words. Every word must fit: a service, a name of the event, a field, or a value of one."
        }
        Text::Samples => "Samples",
        Text::UsePattern => "Use pattern",
        Text::UseEvent => "Use event",
        Text::UseRecord => "Use record",
        Text::UseEventAndPattern => "Use event and starting pattern",
        Text::UseRecordAndPattern => "Use record and starting pattern",
        Text::ChosenSample => "Chosen sample",
        Text::Record => "Record",
        Text::StartingPattern => "Starting pattern",
        Text::SampleEvent => "Event of the sample",
        Text::SampleRecord => "Record of the sample",
        Text::SamplePattern => "Starting pattern of the sample",
        Text::Fields => "Fields",
        Text::DescribedIn => "described in",
        Text::FieldsOnly => "fields only",
        Text::FieldsOnlyTitle => "No sample event: the fields are known, and a pattern starts with them.",
        Text::FoundCount(count) => return format!("{count} found").into(),
        Text::NoSamples(reason) => return format!("The samples cannot be shown: {reason}.").into(),
    })
}
