//! The lines of a fenced example that name the text below them: `--- NAME`.

/// What such a line starts with.
pub const SECTION: &str = "--- ";

/// The name in a line `--- NAME`; `None` for a line of a text.
///
/// ```
/// use rulepad_workbench::embed::section;
/// assert_eq!(section("--- input-path "), Some("input-path"));
/// assert_eq!(section(r"\--- event"), None);
/// ```
#[must_use]
pub fn section(line: &str) -> Option<&str> {
    let name = line.strip_prefix(SECTION)?.trim();
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    is_name.then_some(name)
}

/// A line of a text that would name a part, with a backslash in front of it: in a fence it is text. So that every line
/// can be written, one that has backslashes in front of such a name gets one more.
///
/// ```
/// use rulepad_workbench::embed::{escaped_line, unescaped_line};
/// for (line, written) in [("--- event", r"\--- event"), (r"\--- event", r"\\--- event"), ("{}", "{}")] {
///     assert_eq!((&*escaped_line(line), unescaped_line(written)), (written, line));
/// }
/// ```
#[must_use]
pub fn escaped_line(line: &str) -> String {
    let is_marked = section(line.trim_start_matches('\\')).is_some();
    format!("{}{line}", if is_marked { "\\" } else { "" })
}

/// The line that [`escaped_line`] wrote.
#[must_use]
pub fn unescaped_line(line: &str) -> &str {
    match line.strip_prefix('\\') {
        Some(rest) if section(rest.trim_start_matches('\\')).is_some() => rest,
        _ => line,
    }
}
