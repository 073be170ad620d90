//! Events and what is wrong with them in English.

use crate::event::EventForm;
use crate::message::EventText as T;
use rulepad_document::words::en::{a, all_of};

/// What a text was taken for.
pub(crate) fn form(form: EventForm) -> &'static str {
    match form {
        EventForm::Classic => "Read as an event published with `PutEvents`: its envelope is `Data`.",
        EventForm::Raw => "Read as a payload published with `PutRawEvents` as `application/json`.",
        EventForm::Decoded => "Read as data that AWS decodes by a schema, published with `PutRawEvents`.",
        EventForm::Bytes => "Read as bytes published with `PutRawEvents`: `Data` is their Base64.",
        EventForm::CloudEvent => {
            "Read as a CloudEvent published with `PutRawEvents` as `application/json`: its attributes are keys of `Data`."
        }
        EventForm::PutEventsEntry => {
            "Read as an entry of `PutEvents`, with the envelope that AWS makes of it."
        }
        EventForm::PutRawEventsEntry => "Read as an entry of `PutRawEvents`.",
        EventForm::WithMetadata => "Read as a whole event with `Data`, `Metadata` and `SystemMetadata`.",
        EventForm::Log => "Read from a log record of a subscriber.",
    }
}

/// The words of a text about what is published.
pub(crate) fn published(text: &T) -> String {
    let fixed = match text {
        T::Missing(name) => return format!("the entry has no `{name}`"),
        T::UnknownMember(name) => return format!("entries have no member `{name}`"),
        T::Type { member, wanted, saw } => {
            return format!("`{member}` must be {}, and is {}", a(*wanted), a(*saw));
        }
        T::ReservedSource(source) => {
            return format!("`{source}` starts with `aws.`, which only AWS services may use as a source");
        }
        T::DetailNotJson => "`Detail` is not JSON",
        T::ContentType(name) => return format!("`{name}` is not a content type that `PutRawEvents` takes"),
        T::NotDecoded(name) => {
            return format!("AWS decodes `{name}` with a schema registry, which is not available here");
        }
        T::NotJson => {
            "the bytes are not JSON although their content type is `application/json`; what AWS does with them is not \
             verified"
        }
        T::MetadataKey(key) => return format!("`{key}` is not a metadata key"),
        T::MetadataCase { one, other } => {
            return format!("the metadata keys `{one}` and `{other}` differ only in case, which AWS refuses");
        }
        T::SystemMember(name) => return format!("publishers cannot set `{name}` in `SystemMetadata`"),
        T::NoPayload => "the record describes a failed delivery and does not contain the event",
        T::AddMember(name) => return format!("add `{name}`"),
        T::Rename(name) => return format!("write `{name}`"),
        T::Members(names) => {
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            return format!("the members are {}", all_of(&names));
        }
        T::OtherSource => "use a source that does not start with `aws.`",
        T::QuoteIt => "put it in quotes",
        T::WriteJsonText => "write the detail as a JSON text in a string",
        T::ContentTypes => {
            "use `application/json`, `application/avro`, `application/protobuf` or `application/octet-stream`"
        }
        T::PasteDecoded => "paste the decoded record as `Data` of a whole event, beside its `SystemMetadata`",
        T::UseOctetStream => "publish text as a JSON string, or as `application/octet-stream`",
        T::MetadataKeys => "a key has 1 to 128 characters and no `/`",
        T::KeepOne => "keep one of them",
        T::UseLogs => "paste the published event, or a log record written with `IncludePayload`",
    };
    fixed.to_owned()
}
