//! Pieces of which the inputs are made.

/// `count` pieces, each made from its number, with `between` in between.
pub fn many(count: usize, between: &str, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect::<Vec<_>>().join(between)
}

/// An envelope around a detail.
pub fn event(detail: &str) -> String {
    format!(
        r#"{{"version":"0","id":"i","detail-type":"t","source":"my.app","account":"123456789012","time":"2026-05-01T00:00:00Z","region":"us-east-1","resources":[],"detail":{detail}}}"#
    )
}

/// A pattern on the detail.
pub fn pattern(detail: &str) -> String {
    format!(r#"{{"source":["my.app"],"detail":{detail}}}"#)
}

/// An object with this many members.
pub fn members(count: usize, value: impl Fn(usize) -> String) -> String {
    format!("{{{}}}", many(count, ",", |at| format!("\"k{at}\":{}", value(at))))
}

/// A list with this many items.
pub fn items(count: usize, value: impl Fn(usize) -> String) -> String {
    format!("[{}]", many(count, ",", value))
}

/// Values within values.
pub fn nested(depth: usize, open: &str, inner: &str, close: &str) -> String {
    open.repeat(depth) + inner + &close.repeat(depth)
}

/// A JSON text as a JSON string.
pub fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}
