//! Import of subscribers of custom event buses: a text that has subscribers and event sources, and what was understood of
//! it.
//!
//! * [`import()`], [`import_among`]: a text, alone or among other files, to [`Imported`]
//! * [`Form`]: what the text is
//! * [`may_have`]: whether a text may have any, without reading it
//!
//! Nothing fails: what is not understood is a diagnostic with its place.
//!
//! ```
//! use rulepad_subscriber_import::{Form, import};
//!
//! let read = import("
//! Resources:
//!   Orders:
//!     Type: AWS::EventsV2::Subscriber
//!     Properties:
//!       Name: orders
//!       EventBusArn: !Ref Bus
//!       InvokeConfiguration:
//!         TargetArn: !GetAtt Queue.Arn
//!         RoleArn: arn:aws:iam::111122223333:role/deliver
//! ");
//! assert_eq!(read.form, Some(Form::CloudFormation));
//! assert!(read.diagnostics.is_empty());
//! let [subscriber] = &read.subscribers[..] else { panic!() };
//! assert!(subscriber.request.contains(r#""EventBusArn": "${Bus}""#));
//! assert_eq!(subscriber.references[0].source, r#"{"Ref":"Bus"}"#);
//! ```
//!
//! # Files
//!
//! * `found.rs`: what a text has, and what is wrong with each request
//! * `requests.rs`: requests and answers of the API; `template.rs`: CloudFormation and SAM; `terraform.rs`: the provider
//!   `awscc`; `calls.rs`: scripts and programs
//! * `code.rs`, `form.rs`, `message.rs`, `words_en.rs`, `words_ko.rs`: what is said of a text, as data and in words

mod calls;
mod code;
mod form;
mod found;
mod message;
mod requests;
mod template;
mod terraform;
mod words_en;
mod words_ko;

pub use code::Code;
pub use form::Form;
pub use found::{FoundBus, FoundRequest, Imported};
pub use message::{Diagnostic, Message};
pub use rulepad_document::files::{Files, NamedText};

use rulepad_cloudformation::Template;
use rulepad_document::{Role, yaml};

/// The longest text that is read, as of rules.
const MAX_TEXT: usize = 4 << 20;

/// What is in every text that has subscribers or event sources.
const MARKS: [&str; 12] = [
    "AWS::EventsV2::",
    "InvokeConfiguration",
    "awscc_eventsv2_",
    "create-subscriber",
    "create-event-source",
    "create_subscriber(",
    "create_event_source(",
    "CreateSubscriber",
    "CreateEventSource",
    "createSubscriber(",
    "put_resource subscriber",
    "\"Subscribers\"",
];

/// Whether a text may have subscribers or event sources: most texts need not be read to know that they do not.
#[must_use]
pub fn may_have(text: &str) -> bool {
    MARKS.iter().any(|mark| text.contains(mark)) || calls::is_program(text)
}

/// Reads a text that has subscribers. It never fails: what cannot be read is reported.
#[must_use]
pub fn import(text: &str) -> Imported {
    import_among(text, &Files::default())
}

/// Reads a text that has subscribers, and other files where it names them.
#[must_use]
pub fn import_among(text: &str, files: &Files<'_>) -> Imported {
    if text.len() > MAX_TEXT {
        let diagnostics = vec![message::too_long(text, MAX_TEXT)];
        return Imported { diagnostics, ..Imported::default() };
    }
    let mut read = by_form(text, files).unwrap_or_default();
    if read.is_empty() && !read.diagnostics.iter().any(Diagnostic::is_error) {
        read.diagnostics.push(message::none(text));
    }
    rulepad_document::order::sort_by_key(&mut read.diagnostics, |own| (own.span().start, own.severity));
    read
}

fn by_form(text: &str, files: &Files<'_>) -> Option<Imported> {
    match Template::read(text) {
        Some(Ok(template)) => return Some(template::read(&template)),
        Some(Err(diagnostics)) => {
            let diagnostics = diagnostics.into_iter().map(rulepad_document::Diagnostic::lift).collect();
            return Some(Imported { form: Some(Form::CloudFormation), diagnostics, ..Imported::default() });
        }
        None => {}
    }
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with(['{', '[']) {
        return requests::read_json(text);
    }
    // The providers of Terraform include one named `aws`, which is what scripts call.
    if terraform::looks_like(text) {
        return Some(terraform::read(text, files));
    }
    if rulepad_import::parts::is_script(text) {
        return Some(calls::script(text, files));
    }
    if calls::is_program(text) {
        return Some(calls::program(text));
    }
    let read = yaml::read(text, Role::Import);
    requests::of_yaml(&read.root?, read.diagnostics)
}
