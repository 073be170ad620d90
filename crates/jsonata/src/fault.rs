//! An error of JSONata with the values that its sentence names.

use crate::error_code::ErrorCode;

/// An error of JSONata with the values that its sentence names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The code.
    pub code: ErrorCode,
    /// The symbol, operator, function or character that the error is about, as it is written.
    pub token: Option<String>,
    /// The value that was found, or the text that was expected; shortened.
    pub value: Option<String>,
    /// The second of two values that are compared; shortened.
    pub other: Option<String>,
    /// Which argument of a function, from 1.
    pub argument: Option<usize>,
    /// What `$error` or `$assert` of the expression says.
    pub said: Option<String>,
}

impl Fault {
    /// An error that names no value.
    #[must_use]
    pub fn new(code: ErrorCode) -> Self {
        Self { code, token: None, value: None, other: None, argument: None, said: None }
    }
}
