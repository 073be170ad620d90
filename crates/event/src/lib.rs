//! Events: whatever text a person has of them, read as events; and what their envelope should hold.
//!
//! ```
//! use rulepad_document::{Lang, Words};
//! use rulepad_event::{Wanted, read};
//!
//! let pasted = r#"{"Records": [{"eventSource": "aws:sqs", "body": "{\"source\": \"shop\", \"detail\": {}}"}]}"#;
//! let reading = read(pasted, Wanted::Events);
//! assert_eq!(reading.form.words(Lang::En), "a Lambda event with SQS records");
//! assert_eq!(reading.events[0].text, "{\n  \"source\": \"shop\",\n  \"detail\": {}\n}");
//! ```
//!
//! * [`read`]: a pasted text to the events, or records, in it
//! * [`wrapped`]: whether a text is something other than one event
//! * [`put_entry()`]: the entry of PutEvents that makes an event
//! * [`envelope`]: what an event of a bus has around its detail
//! * [`stream`]: events of a stream of any size
//!
//! The modules, from the lowest up: what a text can be ([`fields`], [`ShapeKind`], [`TextForm`], [`ReadingStep`],
//! [`Reading`]), what is wrong with it as data (`code`, `message`), the diagnostics, one JSON text with its place
//! (`document`, `tree`), the texts in a text (`split`, `unwrap`, `shell_command`, `table`, `yaml`), the shape of a
//! value (`shape`), events made from other records (`cloudtrail`, `bus_log`, `notification`, `put_events`), and what
//! puts it all together (`open`, `read`).

mod aws;
mod bus_log;
mod cloudtrail;
mod code;
mod dead_letter;
mod defaults;
mod diagnostics;
mod document;
pub mod envelope;
pub mod fields;
mod form;
mod kind;
mod made;
mod message;
mod notification;
mod open;
mod payload;
mod put_entry;
mod put_events;
mod read;
mod reading;
mod record;
mod shape;
mod shell_command;
mod similar;
mod split;
mod step;
pub mod stream;
mod table;
mod time;
mod tree;
mod unwrap;
mod wanted;
mod words;
mod words_en;
mod words_ko;
mod yaml;

pub use aws::AwsSentence;
pub use code::Code;
pub use diagnostics::{not_an_object, other_notation, other_notation_bracketed};
pub use form::{Around, Layout, TextForm};
pub use kind::{Carrier, EntriesKind, ListKind, Noun, ShapeKind};
pub use message::{DetailFault, Expected, Help, Message, Shortened, TimeFault};
pub use put_entry::put_entry;
pub use read::{is_one, read, wrapped};
pub use reading::{EntryError, FoundEvent, Reading, Title, Wrapped};
pub use step::{PayloadRead, ReadingStep};
pub use time::{of_epoch, seconds};
pub use wanted::Wanted;
