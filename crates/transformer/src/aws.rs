//! AWS's own sentences about an input, word for word.

/// Of a constant that is no JSON; `location` is `[Source: …]` with line and column.
pub(crate) fn input_syntax(target_id: &str, location: &str) -> String {
    format!("JSON syntax error in input for target {target_id}: {location}")
}
