//! Where functions are in a script: what is in them runs when they are called.

use std::ops::Range;

/// Where the bodies of functions are: from `name() {` or `function name` to the line that closes it.
pub(super) fn functions(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = line.trim_start();
        let indent = line.len() - start.len();
        let bare = start.trim_end();
        match open {
            Some((from, outer)) if bare.starts_with('}') && indent <= outer => {
                found.push(from..at + line.len());
                open = None;
            }
            Some(_) => {}
            None => {
                let name = bare.strip_prefix("function ").unwrap_or(bare);
                let end =
                    name.find(|c: char| !(c.is_alphanumeric() || "_-".contains(c))).unwrap_or(name.len());
                let rest = name.get(end..).unwrap_or("").trim_start();
                let is_function =
                    end > 0 && (rest.starts_with("()") || (name.len() < bare.len() && rest.starts_with('{')));
                if is_function && bare.ends_with('}') {
                    found.push(at..at + line.len());
                } else if is_function {
                    open = Some((at, indent));
                }
            }
        }
        at += line.len();
    }
    found.extend(open.map(|(from, _)| from..text.len()));
    found
}
