//! The places of a text in the source that it is written in, with its indentation, quotes and escapes.

/// Where the parts of a text are in its source.
#[derive(Clone, Debug)]
pub struct Aligned {
    /// A place of the text and that of the source, wherever what lies between two places differs.
    runs: Vec<(usize, usize)>,
}

/// Finds a text in the source that it was read from: a string in quotes, the lines of a heredoc or of a block scalar,
/// with values put in for `${…}`. `None` where the two do not fit together.
#[must_use]
pub fn align(source: &str, text: &str) -> Option<Aligned> {
    /// How many places are tried as the start of the text.
    const TRIES: usize = 4;
    let skipped = text.len() - text.trim_start().len();
    let text = text.trim();
    let first = text.chars().next()?;
    let starts = source.match_indices(first).map(|(at, _)| at).take(TRIES);
    let mut found = starts.filter_map(|at| Walk::new(source, at, text).run());
    let mut runs = found.next()?;
    runs.iter_mut().for_each(|(own, _)| *own += skipped);
    Some(Aligned { runs })
}

impl Aligned {
    /// The place in the source of a place in the text.
    #[must_use]
    pub fn origin(&self, at: usize) -> usize {
        let after = self.runs.partition_point(|(own, _)| *own <= at);
        let run = after.checked_sub(1).and_then(|before| self.runs.get(before)).or_else(|| self.runs.first());
        run.map_or(at, |(own, source)| source + at.saturating_sub(*own))
    }
}

struct Walk<'t> {
    source: &'t str,
    at: usize,
    text: &'t str,
    read: usize,
    /// Whether a backslash in the source starts an escape.
    is_escaped: bool,
    runs: Vec<(usize, usize)>,
}

impl<'t> Walk<'t> {
    fn new(source: &'t str, at: usize, text: &'t str) -> Self {
        let mut before = source.get(..at).unwrap_or_default().trim_end();
        while let Some(rest) = ["\\n", "\\r", "\\t"].iter().find_map(|space| before.strip_suffix(space)) {
            before = rest.trim_end();
        }
        Self { source, at, text, read: 0, is_escaped: before.ends_with('"'), runs: Vec::new() }
    }

    fn rest(&self) -> &'t str {
        self.source.get(self.at..).unwrap_or_default()
    }

    /// The runs, where all of the text is found.
    fn run(mut self) -> Option<Vec<(usize, usize)>> {
        while let Some(wanted) = self.text.get(self.read..).unwrap_or_default().chars().next() {
            let own = self.rest().chars().next()?;
            let next = self.rest().get(own.len_utf8()..).unwrap_or_default();
            match own {
                '\\' if self.is_escaped => {
                    let length = escape(self.rest(), wanted)?;
                    self.pass(length, wanted.len_utf8());
                }
                _ if own == wanted => self.pass(own.len_utf8(), wanted.len_utf8()),
                // A line break that is folded into a space.
                '\n' if wanted == ' ' => self.pass(1, 1),
                // The indentation of a block, and the line breaks of Windows.
                _ if own.is_whitespace() => self.at += own.len_utf8(),
                // `$${` and `%%{` are literal, and so is a quote that is doubled.
                '$' | '%' if next.starts_with(own) => self.at += 1,
                '\'' if self.source.get(..self.at).is_some_and(|before| before.ends_with('\'')) => {
                    self.at += 1
                }
                '$' if next.starts_with('{') => self.pass_value()?,
                _ => return None,
            }
        }
        Some(self.runs)
    }

    /// Goes on behind what is the same in both.
    fn pass(&mut self, of_source: usize, of_text: usize) {
        let is_run = self
            .runs
            .last()
            .is_some_and(|(text, source)| self.read.checked_sub(*text) == self.at.checked_sub(*source));
        if !is_run {
            self.runs.push((self.read, self.at));
        }
        self.at += of_source;
        self.read += of_text;
    }

    /// Goes on behind a `${…}`, or several, and the value that the text has instead.
    fn pass_value(&mut self) -> Option<()> {
        /// How much of what follows shows where the value ends.
        const MARK: usize = 12;
        self.runs.push((self.read, self.at));
        while self.rest().starts_with("${") {
            self.at += value(self.rest())?;
        }
        let line = self.rest().split('\n').next().unwrap_or_default();
        let escaped = if self.is_escaped { line.strip_prefix('\\') } else { None };
        let mark: String = match escaped.and_then(|rest| rest.chars().next()) {
            Some('n') => "\n".to_owned(),
            Some(c) => c.to_string(),
            None => {
                line.split(['$', '\\']).next().unwrap_or_default().trim_end().chars().take(MARK).collect()
            }
        };
        let rest = self.text.get(self.read..)?;
        self.read += match &*mark {
            "" => rest.find('\n').unwrap_or(rest.len()),
            mark => rest.find(mark)?,
        };
        Some(())
    }
}

/// The length of the `${…}` that a source starts with, with the braces in it in pairs.
fn value(source: &str) -> Option<usize> {
    let mut depth = 0usize;
    let mut ends = source.char_indices().filter_map(|(at, c)| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => return None,
        }
        (depth == 0).then_some(at + 1)
    });
    ends.next()
}

/// The length of the escape that a source starts with, where it is one of the character that is wanted.
fn escape(source: &str, wanted: char) -> Option<usize> {
    let mut chars = source.chars().skip(1);
    let kind = chars.next()?;
    let plain = match kind {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\u{8}',
        'f' => '\u{c}',
        'u' => {
            let unit = u16::from_str_radix(source.get(2..6)?, 16).ok()?;
            let low = || u16::from_str_radix(source.get(6..)?.strip_prefix("\\u")?.get(..4)?, 16).ok();
            let units = [Some(unit), low()];
            let pair: Vec<u16> = units.into_iter().flatten().take(wanted.len_utf16()).collect();
            let decoded = char::decode_utf16(pair.iter().copied()).next()?.ok()?;
            return (decoded == wanted).then_some(6 * wanted.len_utf16());
        }
        'U' => {
            let code = u32::from_str_radix(source.get(2..10)?, 16).ok()?;
            return (char::from_u32(code) == Some(wanted)).then_some(10);
        }
        other => other,
    };
    (plain == wanted).then_some(1 + kind.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What of the source is at each of these parts of the text.
    fn at<'s>(source: &'s str, text: &str, part: &str) -> Option<&'s str> {
        let aligned = align(source, text)?;
        source.get(aligned.origin(text.find(part).unwrap())..)
    }

    #[test]
    fn a_text_is_found_in_its_quotes_lines_and_escapes() {
        let text = "{\n  \"a\": [1],\n  \"b\": 2\n}\n";
        for source in [
            "<<-EOT\n    {\n      \"a\": [1],\n      \"b\": 2\n    }\n  EOT",
            "|\n    {\n      \"a\": [1],\n      \"b\": 2\n    }\n",
            "'{\n  \"a\": [1],\n  \"b\": 2\n}\n'",
            "|\r\n  {\r\n    \"a\": [1],\r\n    \"b\": 2\r\n  }\r\n",
        ] {
            let found = at(source, text, "\"b\"").unwrap();
            assert!(found.starts_with("\"b\": 2"), "{source}: {found}");
        }
        let quoted = r#""{\n  \"a\": [1],\n  \"b\": 2\n}\n""#;
        assert!(at(quoted, text, "\"b\"").unwrap().starts_with(r#"\"b\": 2"#));
        assert!(at(r#""{\"é\u00e9\ud83d\ude00\": 1}""#, "{\"éé😀\": 1}", "1").unwrap().starts_with("1}"));
        let function = r#"{"Fn::Sub": "\n {\"a\": 1}"}"#;
        assert!(at(function, "\n {\"a\": 1}", "1").unwrap().starts_with("1}"));
        assert!(at("'it''s {1}'", "it's {1}", "{1}").unwrap().starts_with("{1}"));
        assert!(at(">\n  {\"a\":\n  1}\n", "{\"a\": 1}\n", "1").unwrap().starts_with("1}"));
    }

    #[test]
    fn values_that_were_put_in_are_passed() {
        let source = "<<EOT\n{\"a\": [\"${var.a}\"], \"n\": [${var.n}],\n \"l\": [\"$${x}\"], \"b\": 2}\nEOT";
        let text = "{\"a\": [\"long value\"], \"n\": [\"${var.n}\"],\n \"l\": [\"${x}\"], \"b\": 2}\n";
        assert!(at(source, text, "\"l\"").unwrap().starts_with("\"l\": [\"$${x}"));
        assert!(at(source, text, "2}").unwrap().starts_with("2}\nEOT"));
        assert!(at(source, text, "long").unwrap().starts_with("${var.a}"));
        let quoted = r#""{\"a\": [\"${var.a}${var.b}\"], \"b\": 2}""#;
        assert!(at(quoted, r#"{"a": ["x y"], "b": 2}"#, "2}").unwrap().starts_with("2}"));
    }

    #[test]
    fn what_does_not_fit_is_not_found() {
        assert!(align("jsonencode({a = 1})", "{\"a\": 1}").is_none());
        assert!(align("", "{}").is_none());
        assert!(align("{}", " ").is_none());
        assert!(align("\"{\\q", "{a").is_none());
    }
}
