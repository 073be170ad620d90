//! A template as text and placeholders, with the quotes around them.

use rulepad_document::Span;

/// A stretch of a template.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token {
    Text(Span),
    Placeholder(Placeholder),
}

/// `<name>`
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Placeholder {
    pub name: String,
    /// Its place in the template, from `<` to `>`, both included.
    pub span: Span,
    /// Whether it is between the quotes of a string.
    pub quoted: bool,
    /// Whether nothing else is between them.
    pub whole: bool,
}

/// A template taken apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Lexed {
    /// In order; together they are the whole template.
    pub tokens: Vec<Token>,
    /// Every string, quotes included.
    pub strings: Vec<Span>,
    /// Stretches outside quotes that are not white space, placeholders included.
    pub outside: Vec<Span>,
    /// The opening quote of a string that is never closed.
    pub unclosed: Option<usize>,
    /// Whether some `<…>` was taken for text.
    pub odd_angles: bool,
    /// Whether a backslash precedes a `<` in quotes, where AWS knows no escape.
    pub escaped_angle: bool,
}

impl Lexed {
    pub fn placeholders(&self) -> impl Iterator<Item = &Placeholder> {
        self.tokens.iter().filter_map(|token| match token {
            Token::Placeholder(placeholder) => Some(placeholder),
            Token::Text(_) => None,
        })
    }
}

/// Whether a name has only the characters of variables, reserved ones included.
pub(crate) fn plain_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

/// Takes a template apart. In quotes a backslash keeps the next character as it is; `<` without a `>` on
/// its line, or with a quote or another `<` before it, is text.
pub(crate) fn lex(template: &str) -> Lexed {
    let mut out = Lexed::default();
    let mut at = 0;
    let mut text_start = 0;
    let mut open: Option<usize> = None;
    while let Some(c) = template.get(at..).and_then(|rest| rest.chars().next()) {
        let next = at + c.len_utf8();
        match c {
            '\\' if open.is_some() => {
                let escaped = template.get(next..).and_then(|rest| rest.chars().next());
                out.escaped_angle |= escaped == Some('<');
                at = next + escaped.map_or(0, char::len_utf8);
                continue;
            }
            '"' => match open.take() {
                Some(start) => out.strings.push(Span::new(start, next)),
                None => open = Some(at),
            },
            '<' => {
                let rest = template.get(next..).unwrap_or("");
                let stop = rest.find(['<', '>', '"', '\n', '\r']);
                let closed = stop.filter(|stop| rest.get(*stop..).is_some_and(|rest| rest.starts_with('>')));
                if let Some(length) = closed.filter(|length| *length > 0) {
                    let end = next + length + 1;
                    if text_start < at {
                        out.tokens.push(Token::Text(Span::new(text_start, at)));
                    }
                    let closes = template.get(end..).is_some_and(|rest| rest.starts_with('"'));
                    out.tokens.push(Token::Placeholder(Placeholder {
                        name: rest.get(..length).unwrap_or("").to_owned(),
                        span: Span::new(at, end),
                        quoted: open.is_some(),
                        whole: closes && open.is_some_and(|open| open + 1 == at),
                    }));
                    if open.is_none() {
                        outside(&mut out.outside, at, end);
                    }
                    at = end;
                    text_start = end;
                    continue;
                }
                out.odd_angles |= rest.contains('>');
                if open.is_none() {
                    outside(&mut out.outside, at, next);
                }
            }
            c if open.is_none() && !c.is_whitespace() => outside(&mut out.outside, at, next),
            _ => {}
        }
        at = next;
    }
    if text_start < template.len() {
        out.tokens.push(Token::Text(Span::new(text_start, template.len())));
    }
    out.unclosed = open;
    out
}

fn outside(stretches: &mut Vec<Span>, start: usize, end: usize) {
    let added = Span::new(start, end);
    match stretches.last_mut() {
        Some(last) if last.end == added.start => last.end = added.end,
        _ => stretches.push(added),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(template: &str) -> Vec<(String, bool, bool)> {
        lex(template).placeholders().map(|one| (one.name.clone(), one.quoted, one.whole)).collect()
    }

    #[test]
    fn placeholders_know_their_quotes() {
        let found = names(r#"{"a": <x>, "b": "<y>", "c": "\"<z>\" <z>"}"#);
        let expected = [("x", false, false), ("y", true, true), ("z", true, false), ("z", true, false)];
        let expected: Vec<_> = expected.map(|(name, q, w)| (name.to_owned(), q, w)).into();
        assert_eq!(found, expected);
    }

    #[test]
    fn angle_brackets_that_are_no_placeholder_are_text() {
        for template in ["\"a < b\"", "\"<>\"", "\"a < b\" \"c > d\"", "\"a <\nb>\"", "\"\\<a>\""] {
            assert_eq!(names(template), [], "{template}");
        }
        assert_eq!(names("\"<<a>>\""), [("a".to_owned(), true, false)]);
    }

    #[test]
    fn tokens_are_the_whole_template() {
        for template in ["", "<a>", "x<a>é<b>", "\"\\", "<<<>>>", "\"<a>"] {
            let rebuilt: String = lex(template)
                .tokens
                .iter()
                .map(|token| match token {
                    Token::Text(span) => span.of(template),
                    Token::Placeholder(placeholder) => placeholder.span.of(template),
                })
                .collect();
            assert_eq!(rebuilt, template);
        }
    }
}
