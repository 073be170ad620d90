//! A JSON payload shown indented, with the way from its bytes to those shown and back.

use rulepad_workbench::{Span, tidy};

/// A payload as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct IndentedPayload {
    /// The text shown.
    pub text: String,
    /// For each byte of the payload where it stands in the text; `None` where both are the same.
    starts: Option<Vec<u32>>,
}

impl IndentedPayload {
    /// The payload, indented where that is wanted and it is JSON.
    #[must_use]
    pub fn of(payload: &str, indented: bool) -> Self {
        let text = indented.then(|| tidy(payload)).flatten();
        let found = text.and_then(|text| Some((starts(payload, &text)?, text)));
        match found {
            Some((starts, text)) => Self { text, starts: Some(starts) },
            None => Self { text: payload.to_owned(), starts: None },
        }
    }

    /// Where a stretch of the payload stands in the text shown.
    #[must_use]
    pub fn span(&self, span: Span) -> Span {
        let Some(starts) = &self.starts else { return span };
        let start = |byte: u32| starts.get(byte as usize).copied().unwrap_or(self.text.len() as u32);
        match span.end.checked_sub(1) {
            Some(last) if span.start < span.end => Span { start: start(span.start), end: start(last) + 1 },
            _ => Span { start: start(span.start), end: start(span.start) },
        }
    }

    /// The byte of the payload that a byte of the text shown stands for.
    #[must_use]
    pub fn byte(&self, shown: usize) -> usize {
        let Some(starts) = &self.starts else { return shown };
        let after = starts.partition_point(|start| *start as usize <= shown);
        after.saturating_sub(1)
    }
}

/// Both texts have the same bytes but for white space outside strings; `None` if they have not.
fn starts(payload: &str, shown: &str) -> Option<Vec<u32>> {
    let shown = shown.as_bytes();
    let mut starts = Vec::with_capacity(payload.len());
    let mut at = 0;
    let (mut quoted, mut escaped) = (false, false);
    for byte in payload.bytes() {
        if !quoted && byte.is_ascii_whitespace() {
            starts.push(u32::try_from(at).ok()?);
            continue;
        }
        while !quoted && shown.get(at)?.is_ascii_whitespace() {
            at += 1;
        }
        if *shown.get(at)? != byte {
            return None;
        }
        starts.push(u32::try_from(at).ok()?);
        at += 1;
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            _ => {}
        }
    }
    Some(starts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_stand_where_their_text_stands() {
        let payload = r#"{"a b":["x \" y",1.50], "c" : {"d":null}}"#;
        let shown = IndentedPayload::of(payload, true);
        assert_ne!(shown.text, payload);
        for part in ["\"a b\"", "\"x \\\" y\"", "1.50", "\"c\"", "null", "]", "{"] {
            let start = payload.find(part).unwrap();
            let span = shown.span(Span::new(start, start + part.len()));
            assert_eq!(span.of(&shown.text), part);
            assert_eq!(shown.byte(span.start as usize), start, "{part}");
        }
        let whole = shown.span(Span::new(0, payload.len()));
        assert_eq!(whole.of(&shown.text), shown.text);
    }

    #[test]
    fn what_is_not_indented_is_shown_as_it_is() {
        for (payload, indented) in [("{\"a\":1}", false), ("\"a\" \"b\"", true), ("", true)] {
            let shown = IndentedPayload::of(payload, indented);
            assert_eq!(shown.text, payload);
            assert_eq!((shown.span(Span::new(0, 1)), shown.byte(3)), (Span::new(0, 1), 3));
        }
    }

    #[test]
    fn white_space_added_belongs_to_what_stands_before_it() {
        let shown = IndentedPayload::of("{\"a\":1}", true);
        let gap = shown.text.find("\n").unwrap();
        assert_eq!(shown.byte(gap), 0);
        assert_eq!(shown.byte(shown.text.len() + 5), 6);
    }
}
