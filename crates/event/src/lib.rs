//! Events: whatever text a person has of them, read as events; and what their envelope should hold.
//!
//! * [`read`]: a pasted text to the events, or records, in it
//! * [`wrapped`]: whether a text is something other than one event
//! * [`put_entry()`]: the entry of PutEvents that makes an event
//! * [`envelope`]: what an event of a bus has around its detail

mod bus_log;
mod dead_letter;
mod diagnostics;
mod document;
pub mod envelope;
mod form;
mod made;
mod notification;
mod open;
mod payload;
mod peel;
mod put_entry;
mod put_events;
mod read;
mod record;
mod shape;
mod shell;
mod split;
mod table;
mod time;
mod trail;
mod tree;
mod yaml;

pub use diagnostics::{not_an_object, other_notation};
pub use put_entry::put_entry;
pub use read::{EntryError, Found, Reading, Wanted, Wrapped, read, wrapped};
