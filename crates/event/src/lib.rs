//! Events: whatever text a person has of them, read as events; and what their envelope should hold.
//!
//! * [`read`]: a pasted text to the events, or records, in it
//! * [`wrapped`]: whether a text is something other than one event
//! * [`envelope`]: what an event of a bus has around its detail

mod document;
pub mod envelope;
mod read;
mod tree;

pub use read::{EntryError, Found, Reading, Wanted, Wrapped, read, wrapped};
