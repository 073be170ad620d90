//! Why an event is refused.

use std::fmt;

/// An event that is no JSON object, with the byte where reading stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Byte offset into the event.
    pub at: usize,
    /// What is wrong there.
    pub fault: Fault,
}

/// What is wrong with an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It does not start with an object.
    NotAnObject,
    /// Something other than JSON allows at this place, or the end of the text.
    Unexpected,
    /// A string has a byte below 0x20 or an escape that JSON does not know.
    String,
    /// A number is not written as JSON allows, or has more than 1000 digits.
    Number,
    /// The bytes are not UTF-8.
    NotUtf8,
    /// More than 1000 arrays and objects are open.
    TooDeep,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.fault {
            Fault::NotAnObject => "not a JSON object",
            Fault::Unexpected => "not JSON",
            Fault::String => "a malformed string",
            Fault::Number => "a malformed number",
            Fault::NotUtf8 => "not UTF-8",
            Fault::TooDeep => "nested too deep",
        };
        write!(f, "{what} at byte {}", self.at)
    }
}

impl std::error::Error for Refused {}
