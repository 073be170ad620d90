//! What is wrong, in English.

use super::help::help;
use super::read;
use crate::fields::{LARGE, MAX_DETAIL_TYPE, MAX_ENTRIES};
use crate::message::{DetailFault, Expected, Message, Shortened, TimeFault};
use rulepad_document::notation::Notation;
use rulepad_document::words::en;
use rulepad_document::{Lang, Words};

/// The words of a message.
pub(crate) fn message(message: &Message) -> String {
    let fixed = match message {
        Message::Document(inner) => return inner.words(Lang::En),
        Message::Help(what) => return help(what),
        Message::Aws(said) => return said.sentence(),

        Message::NotAnObject(kind) => return format!("an event is an object; this is {}", en::a(*kind)),
        Message::NoJson => "no JSON is in this text",
        Message::LooksLikeYaml => "this looks like YAML, which cannot be read",
        Message::YamlWithoutObject => "it contains no object",
        Message::Notation(notation) => self::notation(*notation),
        Message::CutValue(value) => {
            return format!("{} is what the log printed instead of the value, which is lost", shown(value));
        }
        Message::UnknownValue(value) => {
            return format!("the value of {} is known only to the program: it was left out", shown(value));
        }
        Message::Digest => {
            "this is a CloudTrail digest file: it lists log files and their hashes, and contains no events"
        }
        Message::BusLogWithoutDetail => "this record of a bus's log does not include the event's `detail`",
        Message::InFile(path) => {
            return format!("the events are in the file `{path}`, which is not in this text");
        }
        Message::Shorthand => "the shorthand of the AWS CLI is not read here",
        Message::SkippedLine => "this line is not JSON and was skipped",
        Message::Empty(kind) => return format!("this is {}, and it is empty", read::shape(*kind)),
        Message::NoPayload(carrier) => {
            let name = read::with_article(*carrier);
            return format!("this is {name}, and it has no `{}` to read", carrier.path());
        }
        Message::PlainPayload(carrier) => {
            return format!("`{}` is plain text, not an event", carrier.path());
        }
        Message::NotBase64(carrier) => return format!("`{}` is not base64", carrier.path()),
        Message::NotGzip(carrier) => {
            return format!("`{}` is base64, and cannot be unzipped", carrier.path());
        }
        Message::Binary(carrier) => {
            return format!("`{}` is binary, not a UTF-8 text", carrier.path());
        }
        Message::TooLarge => {
            "this unpacks to more than Rulepad reads: 32 MiB in all, 4 MiB of one zipped payload"
        }
        Message::TooWrapped(most) => {
            return format!("more than {most} wrappers inside each other: what is further in is not read");
        }
        Message::TooMany(most) => {
            return format!("more than {most} events: those from here on were left out");
        }
        Message::NoCloudTrailField { field, becomes } => {
            return format!("this CloudTrail record has no `{field}`, which becomes the event's `{becomes}`");
        }
        Message::UnknownCloudTrailType(kind) => {
            return format!("`{kind}` is not an event type of CloudTrail that is known here");
        }
        Message::NoS3Event(name) => {
            return format!("S3 sends no EventBridge event that is known for `{name}`");
        }
        Message::Cut => "the text ends in the middle of this, which was left out",

        Message::MissingFields(fields) => {
            let quoted: Vec<String> = fields.iter().map(|field| format!("`{field}`")).collect();
            return format!("events on a bus have {} as well", en::all_of(&quoted));
        }
        Message::MisspeltField { key, name } => {
            return format!("{} is not a field of an event's envelope; AWS writes `{name}`", shown(key));
        }
        Message::FieldType { name, kind, expected: of } => {
            return format!("`{name}` is {}; in events on a bus it is {}", en::a(*kind), expected(*of));
        }
        Message::DetailText => {
            "`detail` is a string; in events on a bus it is an object, so that patterns can match its fields"
        }
        Message::Time(fault) => time(*fault),
        Message::Version(value) => return format!("the version of an event is `0`, not {}", shown(value)),
        Message::Account(value) => return format!("an account id has 12 digits; this is {}", shown(value)),
        Message::LongDetailType(length) => {
            return format!("a detail-type has {MAX_DETAIL_TYPE} characters at most; this has {length}");
        }
        Message::EmptySource => "the source is empty, and every event has one",
        Message::ServiceAsSource { service, source } => {
            return format!(
                "{} is CloudTrail's name for a service; as a source it is `{source}`",
                shown(service)
            );
        }
        Message::SourceCase(value) => {
            return format!("sources of AWS are lower case and start with `aws.`; this is {}", shown(value));
        }
        Message::Id(value) => {
            return format!("AWS gives an event a UUID as its id; this is {}", shown(value));
        }
        Message::Region(value) => return format!("{} is not a Region name", shown(value)),
        Message::ReadOnlyCall => {
            "this is a read-only call: a rule in the state `ENABLED` does not get such events"
        }
        Message::EventSize(size) if *size >= LARGE => {
            return format!("this event counts {size} bytes: PutEvents takes less than 1 MB");
        }
        Message::EventSize(size) => {
            return format!(
                "this event counts {size} bytes: PutEvents takes less than 1 MB in AWS's current guide, and 256 KB in older ones and in recordings of 2024 and 2025"
            );
        }

        Message::DuplicateMember(name) => {
            return format!("`{name}` appears twice in this entry: the last one counts");
        }
        Message::UnknownMember(key) => return format!("an entry of PutEvents has no `{key}`"),
        Message::MemberType { name, kind, expected: of } => {
            return format!("`{name}` is {} here; PutEvents takes {}", en::a(*kind), expected(*of));
        }
        Message::MalformedDetail(fault) => {
            return format!("`Detail` is not the JSON text of an object: {}", detail(fault));
        }
        Message::LargeInteger(number) => {
            return format!("`{number}` is outside -9.22e18 to 9.22e18, where integers in `Detail` must be");
        }
        Message::EntryTime(value) => return format!("`{value}` is not an RFC 3339 time"),
        Message::MemberLength { name, length, most } => {
            return format!("`{name}` has {length} characters; PutEvents takes {most} at most");
        }
        Message::EmptyMember(name) => return format!("`{name}` is empty"),
        Message::MissingMember(name) => return format!("this entry has no `{name}`"),
        Message::ReservedSource(source) => {
            return format!("the source `{source}` starts with `aws.`, which is reserved for AWS");
        }
        Message::EntryCount(count) => {
            return format!("{count} entries: one call takes {MAX_ENTRIES} at most");
        }
        Message::EntriesSize(total) if *total >= LARGE => {
            return format!("the entries count {total} bytes: PutEvents takes less than 1 MB");
        }
        Message::EntriesSize(total) => {
            return format!(
                "the entries count {total} bytes: PutEvents takes less than 1 MB since January 2026; older guides and SDKs say 256 KB"
            );
        }
    };
    fixed.to_owned()
}

fn shown(value: &Shortened) -> String {
    format!("`{}{}`", value.start, if value.cut { "…" } else { "" })
}

pub(super) fn expected(expected: Expected) -> &'static str {
    match expected {
        Expected::Object => "an object",
        Expected::String => "a string",
        Expected::Strings => "a list of strings",
        Expected::JsonText => "a JSON text",
    }
}

fn time(fault: TimeFault) -> &'static str {
    match fault {
        TimeFault::Fraction => "the time of an event has whole seconds",
        TimeFault::Offset => "the time of an event is in UTC and ends with `Z`",
        TimeFault::Spelling => "the time of an event is written as `2026-03-02T04:05:06Z`",
        TimeFault::NoTime => "this is not a time as events have it, `2026-03-02T04:05:06Z`",
    }
}

fn detail(fault: &DetailFault) -> String {
    match fault {
        DetailFault::Json(inner) => inner.words(Lang::En),
        DetailFault::Other(Some(kind)) => format!("it is {}", en::a(*kind)),
        DetailFault::Other(None) => String::new(),
    }
}

fn notation(notation: Notation) -> &'static str {
    match notation {
        Notation::Encoded => "the event is inside quotes: it was encoded as a string",
        Notation::Escaped => {
            "the quotes of this event are escaped, as they are inside a string of another file"
        }
        Notation::Html => "the quotes of this event are HTML entities such as `&quot;`",
        Notation::Surrounded => "the event is inside other text; an event is the JSON object alone",
        Notation::JavaScript => "this is JavaScript or TypeScript; an event is JSON",
        Notation::Python => "this is Python; an event is JSON",
        Notation::Yaml => "this is YAML; an event is JSON",
        Notation::Hcl => "this is HCL, the language of Terraform; an event is JSON",
        Notation::Xml => "this is XML; an event is JSON",
        Notation::Prose => "this is prose; an event is JSON",
    }
}
