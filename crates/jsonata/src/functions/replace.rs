//! `$replace` of a plain text, measured before it is done: the engine looks at the length of the result afterwards.

use crate::error_code::ErrorCode;
use jlens_core::HostFunction;
use jlens_core::error::Error;
use serde_json::Value as Json;

/// The engine's signature of `$replace`.
const SIGNATURE: &str = "<s-(sf)(sf)n?:s>";
/// The code of a call that is left to the engine.
const LEFT: &str = "left-to-the-engine";

/// Whether an evaluation ended because a call is left to the engine: one with a regular expression, which the engine can be
/// stopped in, or one that fails.
pub(crate) fn is_left(error: &Error) -> bool {
    error.code() == LEFT
}

/// The function for an evaluation in which a text may have so many bytes; `None` if the signature is not read.
pub(crate) fn measured(most: usize) -> Option<HostFunction> {
    HostFunction::with_signature(SIGNATURE, move |given, _| {
        let text = |at: usize| given.get(at).and_then(Option::as_ref).and_then(Json::as_str);
        let limit = given.get(3).and_then(Option::as_ref);
        let (Some(whole), Some(pattern), Some(with), None) = (text(0), text(1), text(2), limit) else {
            return Err(Error::new(LEFT));
        };
        if pattern.is_empty() {
            return Err(Error::new(LEFT));
        }
        let times = whole.matches(pattern).count();
        let length = (whole.len() - times * pattern.len()).saturating_add(times.saturating_mul(with.len()));
        if length > most {
            return Err(Error::new(ErrorCode::U1001.name()));
        }
        Ok(Some(whole.replace(pattern, with).into()))
    })
    .ok()
    .map(HostFunction::without_input)
}
