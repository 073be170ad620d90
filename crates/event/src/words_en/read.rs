//! The English words for what was read from a text.

use crate::form::{Around, Layout, TextForm};
use crate::kind::{Carrier, EntriesKind, ListKind, Noun, ShapeKind};
use crate::reading::{Title, Wrapped};
use crate::step::{PayloadRead, ReadingStep};
use crate::wanted::Wanted;
use rulepad_document::notation::Notation;

/// What a text is, with its article.
pub(crate) fn form(form: &TextForm) -> String {
    let name = form.shape.map_or("no event".to_owned(), shape);
    let item = match (form.shape, form.wanted) {
        (Some(ShapeKind::Event), Wanted::Events) => "an event".to_owned(),
        (Some(ShapeKind::Event), Wanted::Records) => "a record".to_owned(),
        (Some(ShapeKind::Event), Wanted::Messages) => "a message".to_owned(),
        _ => name.clone(),
    };
    let one = match (form.shape, form.wanted) {
        (Some(ShapeKind::Event), Wanted::Records) => "one record".to_owned(),
        (Some(ShapeKind::Event), Wanted::Messages) => "one message".to_owned(),
        _ => name,
    };
    let text = match form.layout {
        Layout::Empty => "nothing".to_owned(),
        Layout::None => "no event".to_owned(),
        Layout::One => one,
        Layout::Lines => format!("a file with {item} on each line"),
        Layout::Log => format!("a log with {item} on each line"),
        Layout::Within => format!("a text with {item} in it"),
        Layout::Several => "a text with several JSON texts".to_owned(),
        Layout::Yaml => format!("{one} in YAML"),
        Layout::YamlDocuments => "several YAML documents".to_owned(),
        Layout::Table => "a table of log events".to_owned(),
    };
    match form.around {
        Some(around) => format!("{text} {}", behind(around)),
        None => text,
    }
}

/// What a text in something is called behind its name.
fn behind(around: Around) -> &'static str {
    match around {
        Around::ByteOrderMark => "after a byte order mark",
        Around::Colours => "with terminal colors",
        Around::Html => "from a web page",
        Around::EscapedQuotes => "with escaped quotes",
        Around::Fence => "in a Markdown fence",
        Around::HereDocument => "in a here-document",
        Around::Publish | Around::Option(_) => "in a shell command",
        Around::JsonString => "in a JSON string",
        Around::Quotes => "in quotes",
    }
}

/// What a value is, with its article.
pub(super) fn shape(kind: ShapeKind) -> String {
    match kind {
        ShapeKind::Event => "one event".to_owned(),
        ShapeKind::List(kind) => list(kind).to_owned(),
        ShapeKind::Carrier(kind) => with_article(kind),
        ShapeKind::Entries(kind) => entries(kind).to_owned(),
        ShapeKind::CloudTrailRecord => "a CloudTrail record".to_owned(),
        ShapeKind::S3Record => "a record of an S3 event notification".to_owned(),
        ShapeKind::StreamChange => "a record of a DynamoDB stream".to_owned(),
        ShapeKind::BusLogRecord => "a record of a bus's log".to_owned(),
        ShapeKind::Digest => "a CloudTrail digest file".to_owned(),
        ShapeKind::Scalar => "no event".to_owned(),
    }
}

fn list(kind: ListKind) -> &'static str {
    match kind {
        ListKind::Events => "a list of events",
        ListKind::Records => "a list of records",
        ListKind::CloudTrailRecords => "a list of CloudTrail records",
        ListKind::S3Records => "a list of S3 notification records",
        ListKind::StreamRecords => "a list of DynamoDB stream records",
        ListKind::Rows => "the rows of Logs Insights",
        ListKind::LambdaSqs => "a Lambda event with SQS records",
        ListKind::LambdaSns => "a Lambda event with SNS records",
        ListKind::LambdaKinesis => "a Lambda event with Kinesis records",
        ListKind::LambdaDynamoDb => "a Lambda event with DynamoDB stream records",
        ListKind::LambdaKafka => "a Lambda event with Kafka records",
        ListKind::LambdaMq => "a Lambda event with Amazon MQ messages",
        ListKind::LambdaRabbitMq => "a Lambda event with RabbitMQ messages",
        ListKind::LambdaDocumentDb => "a Lambda event with DocumentDB records",
        ListKind::S3Notification => "an S3 event notification",
        ListKind::CloudTrailLog => "a CloudTrail log file",
        ListKind::LookupEvents => "the answer of CloudTrail's LookupEvents",
        ListKind::GetRecords => "the answer of Kinesis's GetRecords",
        ListKind::ReceiveMessage => "the answer of SQS's ReceiveMessage",
        ListKind::Firehose => "a Firehose transformation event",
        ListKind::QueryResults => "the answer of Logs Insights' GetQueryResults",
        ListKind::LogsSubscription => "the data of a CloudWatch Logs subscription",
        ListKind::LogsAnswer => "an answer of CloudWatch Logs",
    }
}

fn entries(kind: EntriesKind) -> &'static str {
    match kind {
        EntriesKind::List => "a list of PutEvents entries",
        EntriesKind::Request => "a PutEvents request",
        EntriesKind::One => "a PutEvents entry",
    }
}

/// What carries an event, without its article.
fn carrier(kind: Carrier) -> &'static str {
    match kind {
        Carrier::SqsRecord | Carrier::SqsMessage => "SQS message",
        Carrier::SnsRecord => "SNS record",
        Carrier::SnsNotification => "SNS notification",
        Carrier::KinesisRecord | Carrier::KinesisAnswer => "Kinesis record",
        Carrier::StreamRecord => "stream record",
        Carrier::FirehoseRecord => "Firehose record",
        Carrier::KafkaRecord => "Kafka record",
        Carrier::MqMessage => "Amazon MQ message",
        Carrier::RabbitMqMessage => "RabbitMQ message",
        Carrier::DocumentDbRecord => "DocumentDB record",
        Carrier::LogEvent => "log event",
        Carrier::Row | Carrier::RowField => "row of Logs Insights",
        Carrier::TableRow => "row of the table",
        Carrier::LogLine => "structured line of a log",
        Carrier::ContainerLine => "line of a container's log",
        Carrier::TestRequest => "TestEventPattern request",
        Carrier::LogsSubscriptionEvent => "CloudWatch Logs subscription event",
        Carrier::Destination => "record of a Lambda destination",
        Carrier::HttpRequest | Carrier::EncodedHttpRequest => "HTTP request to a Lambda function",
        Carrier::LookedUpEvent => "event of CloudTrail's LookupEvents",
    }
}

/// What carries an event, with its article.
pub(super) fn with_article(kind: Carrier) -> String {
    let article = match kind {
        Carrier::SqsRecord
        | Carrier::SqsMessage
        | Carrier::SnsRecord
        | Carrier::SnsNotification
        | Carrier::MqMessage
        | Carrier::HttpRequest
        | Carrier::EncodedHttpRequest
        | Carrier::LookedUpEvent => "an",
        Carrier::Destination => "the",
        Carrier::KinesisRecord
        | Carrier::KinesisAnswer
        | Carrier::StreamRecord
        | Carrier::FirehoseRecord
        | Carrier::KafkaRecord
        | Carrier::RabbitMqMessage
        | Carrier::DocumentDbRecord
        | Carrier::LogEvent
        | Carrier::Row
        | Carrier::RowField
        | Carrier::TableRow
        | Carrier::LogLine
        | Carrier::ContainerLine
        | Carrier::TestRequest
        | Carrier::LogsSubscriptionEvent => "a",
    };
    format!("{article} {}", carrier(kind))
}

fn noun(noun: Noun) -> &'static str {
    match noun {
        Noun::Event => "event",
        Noun::Record => "record",
        Noun::Message => "message",
        Noun::LogEvent => "log event",
        Noun::Row => "row",
        Noun::Entry => "entry",
    }
}

/// What a list of events calls an event.
pub(crate) fn title(title: &Title) -> String {
    match title {
        Title::Named(name) => name.clone(),
        Title::Numbered(of, number) => format!("{} {number}", noun(*of)),
    }
}

/// What a text is that is not one event, in a sentence.
pub(crate) fn wrapped(wrapped: &Wrapped) -> String {
    let (count, of) = (wrapped.count, noun(wrapped.form.wanted.noun()));
    let events = if count == 1 { format!("1 {of}") } else { format!("{count} {of}s") };
    format!("This is {}: {events} can be read from it.", form(&wrapped.form))
}

/// What was done to a text, in a sentence.
pub(crate) fn step(step: &ReadingStep) -> String {
    match step {
        ReadingStep::Unwrapped(around) => unwrapped(*around),
        ReadingStep::OtherObjects(1) => "1 object that is not an event was left out.".to_owned(),
        ReadingStep::OtherObjects(count) => format!("{count} objects that are not events were left out."),
        ReadingStep::Converted(Notation::JavaScript) => {
            "A JavaScript object was converted to JSON.".to_owned()
        }
        ReadingStep::Converted(Notation::Python) => "A Python dictionary was converted to JSON.".to_owned(),
        ReadingStep::Converted(_) => "The YAML was converted to JSON.".to_owned(),
        ReadingStep::Fixed(1) => "1 error in the JSON was fixed.".to_owned(),
        ReadingStep::Fixed(count) => format!("{count} errors in the JSON were fixed."),
        ReadingStep::OutsideLeftOut => "Text outside the JSON was left out.".to_owned(),
        ReadingStep::PlainLines => "Lines of the log that are not JSON were left out.".to_owned(),
        ReadingStep::TriedAsItIs => "It is evaluated as it is.".to_owned(),
        ReadingStep::StreamChange => {
            "A record of a DynamoDB stream reaches a bus only through Pipes or code: it is evaluated as it is."
                .to_owned()
        }
        ReadingStep::RecordNames => {
            "Names are spelled as in the record of an event source: the API's response capitalizes them."
                .to_owned()
        }
        ReadingStep::Payload { carrier: from, read } => payload(*from, *read),
        ReadingStep::DeadLetter { rule, target, code, message } => {
            dead_letter(rule, target.as_deref(), code.as_deref(), message.as_deref())
        }
        ReadingStep::DetailParsed => {
            "`Detail` is a JSON text in PutEvents and an object in the event.".to_owned()
        }
        ReadingStep::BusName(bus) => {
            format!("`EventBusName` `{bus}` names the bus that gets the event; it is not part of the event.")
        }
        ReadingStep::TraceHeader => "`TraceHeader` goes to X-Ray; it is not part of the event.".to_owned(),
        ReadingStep::MadeUp(fields) => made_up(fields),
        ReadingStep::CloudTrailDetail(detail_type) => format!(
            "EventBridge sends a CloudTrail record as the `detail` of an event with the detail-type `{detail_type}`."
        ),
        ReadingStep::SignInSpelling => {
            "One page of AWS's guide writes `AWS Console Signin via CloudTrail`; which one is sent is not verified."
                .to_owned()
        }
        ReadingStep::SourceOf { source, service } => {
            format!("`source` is `{source}`, from the record's `eventSource` `{service}`.")
        }
        ReadingStep::BusLogStep(step) => {
            format!("The record of the bus's log is about the step `{step}`.")
        }
        ReadingStep::TargetInput(input) => format!("The target got: {input}"),
        ReadingStep::StepFailed(error) => format!("The step failed: {error}"),
        ReadingStep::S3Translation(detail_type) => format!(
            "S3 sends this notification by itself, and `{detail_type}` to EventBridge: the event is a translation, not verified."
        ),
        ReadingStep::KeyDecoded => {
            "The object's `key` was decoded: it is URL-encoded in a notification and plain in an event."
                .to_owned()
        }
    }
}

fn unwrapped(around: Around) -> String {
    let sentence = match around {
        Around::ByteOrderMark => "The byte order mark was removed.",
        Around::Colours => "Terminal colors were removed.",
        Around::Html => "HTML entities such as `&quot;` were replaced by their characters.",
        Around::EscapedQuotes => "The escapes before the quotes were removed.",
        Around::Fence => "The text was taken out of its Markdown fence.",
        Around::HereDocument => "The text was taken out of the shell's here-document.",
        Around::Publish => "The message and its attributes were taken from the command.",
        Around::Option(option) => return format!("The value of `{option}` was taken from the command."),
        Around::JsonString => "The text was inside a JSON string, which was read.",
        Around::Quotes => "The quotes around the text were removed.",
    };
    sentence.to_owned()
}

fn payload(from: Carrier, read: PayloadRead) -> String {
    let (path, what) = (from.path(), carrier(from));
    match read {
        PayloadRead::Object => format!("The event is the `{path}` of the {what}."),
        PayloadRead::Text => format!("The event is in the `{path}` of the {what}."),
        PayloadRead::Decoded => {
            format!("The event is in the `{path}` of the {what}, which was decoded from base64.")
        }
        PayloadRead::Unzipped => {
            format!("The event is in the `{path}` of the {what}, which was decoded from base64 and unzipped.")
        }
    }
}

fn dead_letter(rule: &str, target: Option<&str>, code: Option<&str>, message: Option<&str>) -> String {
    let target = target.map(|target| format!(" to `{target}`")).unwrap_or_default();
    let why = match (code, message) {
        (Some(code), Some(message)) => format!(": `{code}`, {message}"),
        (Some(only), None) | (None, Some(only)) => format!(": `{only}`"),
        (None, None) => String::new(),
    };
    let end = if why.ends_with('.') { "" } else { "." };
    format!("It is in the dead-letter queue because the rule `{rule}` could not deliver it{target}{why}{end}")
}

fn made_up(fields: &[&str]) -> String {
    let quoted: Vec<String> = fields.iter().map(|field| format!("`{field}`")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [only] => format!("{only} is made up: AWS assigns it to each event."),
        [rest @ .., last] => format!("{} and {last} are made up: AWS fills them in.", rest.join(", ")),
    }
}
