//! What of a program is not run: block comments, and strings over several lines that no code uses.

use std::ops::Range;

/// What opens and closes a comment or a string over several lines.
const LONG: [(&str, &str); 3] = [("/*", "*/"), ("\"\"\"", "\"\"\""), ("'''", "'''")];

/// The block comments of a program, and its strings in three quotes that no call or name takes.
pub(super) fn not_run(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // One that is never closed is nothing of the kind, nor is any after it.
    let mut closed = [true; LONG.len()];
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let long =
            LONG.iter().zip(&mut closed).find(|((open, _), closed)| **closed && rest.starts_with(open));
        let length = match long {
            Some(((open, close), closed)) => {
                let inner = rest.get(open.len()..).unwrap_or("");
                match inner.find(close) {
                    Some(end) => {
                        let length = open.len() + end + close.len();
                        if *open == "/*" || is_unused(text, at) {
                            found.push(at..at + length);
                        }
                        length
                    }
                    None => {
                        *closed = false;
                        open.len()
                    }
                }
            }
            None => short(rest),
        };
        at += length;
    }
    found
}

/// How long a comment or a string on one line, or else a character, is.
fn short(rest: &str) -> usize {
    let to_end_of_line = || rest.find('\n').unwrap_or(rest.len());
    match rest.chars().next() {
        Some('#') => to_end_of_line(),
        Some('/') if rest.starts_with("//") => to_end_of_line(),
        Some(quote @ ('"' | '\'')) => string(rest, quote),
        Some(c) => c.len_utf8(),
        None => 1,
    }
}

/// Whether only space is before a place on its line.
fn is_unused(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    before.rsplit('\n').next().unwrap_or("").trim().is_empty()
        && !before.trim_end().ends_with(['(', ',', '=', '[', '{', ':', '+', '\\'])
}

/// How long a string on one line is, with its quotes; one that is not closed ends with its line.
fn string(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            '\n' => return at,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts_not_run(text: &str) -> Vec<&str> {
        not_run(text).iter().map(|own| text.get(own.clone()).unwrap()).collect()
    }

    #[test]
    fn unused_strings_and_block_comments_are_not_run() {
        assert_eq!(texts_not_run("a = 1\n'''\nb()\n'''\nc()"), ["'''\nb()\n'''"]);
        assert_eq!(texts_not_run("a();\n/* b()\n c() */ d();"), ["/* b()\n c() */"]);
        assert_eq!(texts_not_run("def f():\n    pass\n    \"\"\"b()\"\"\"\n"), ["\"\"\"b()\"\"\""]);
    }

    #[test]
    fn strings_that_are_used_and_quotes_in_text_are_nothing_of_the_kind() {
        for text in [
            "p = '''{}'''",
            "f(\n  '''{}''')",
            "x = \"/* \" # don't */\nf()",
            "it's\nf('*/')",
            "''' never closed\nf()",
            "url = 'http://a/*'\nf()\nb = '*/'",
        ] {
            assert_eq!(texts_not_run(text), Vec::<&str>::new(), "{text}");
        }
    }
}
