//! Where AWS's JSON parser stops reading a text, in its words.
//!
//! AWS reads patterns and events with the Jackson library, one token at a time: with a key comes the first
//! token of its value, and a string is read only when its text is needed or the next token is asked for.
//!
//! An unexpected character has the column of the character itself, as AWS was recorded to answer `{'bad'…` with
//! column 2 (checked 2026-11-29): Jackson does so from version 2.17 on (jackson-core #1173), earlier ones give the
//! column after it.

mod number;
mod sentence;
mod words;

pub use sentence::{Container, Fault, Wanted};

use self::words::{continues_identifier, starts_identifier};
use super::parse::MAX_DEPTH;
use crate::diagnostic::{Reference, source_location};
use crate::message::Message;
use crate::text::Span;

/// The first problem AWS's parser meets in a text, or `None` where it reads the whole value. What follows the
/// value is not read.
pub(super) fn first(text: &str) -> Option<Reference<Message>> {
    let mut reader = Reader { text, at: 0, reached: 0, open: Vec::new() };
    let stop = reader.value().err()?;
    let reached = u32::try_from(reader.reached).unwrap_or(u32::MAX);
    let cursor = u32::try_from(stop.at).unwrap_or(u32::MAX);
    let sentence = stop.fault.sentence();
    let gloss = Some(Message::Jackson(stop.fault));
    Some(Reference { sentence, cursor, locations: stop.locations, reached, gloss })
}

/// The parser gives up.
struct Stop {
    fault: Fault,
    at: usize,
    locations: u8,
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    /// Where the cursor stood after the last token that was read without a problem.
    reached: usize,
    /// The brackets that are open: whether it is an array, and where it starts.
    open: Vec<(bool, usize)>,
}

type Read = Result<(), Stop>;

impl Reader<'_> {
    /// The whole value at the start of the text.
    fn value(&mut self) -> Read {
        let Some(first) = self.space()? else { return Ok(()) };
        if matches!(first, ']' | '}') {
            return self.close(first);
        }
        self.token(first)?;
        let mut fresh = true;
        while let Some((array, _)) = self.open.last().copied() {
            let Some(mut c) = self.space()? else { return Err(self.unclosed()) };
            if matches!(c, ']' | '}') {
                self.close(c)?;
                fresh = false;
                continue;
            }
            if !fresh {
                if c != ',' {
                    return Err(self.unexpected(c, Wanted::Comma(Container::of(array))));
                }
                self.bump();
                c = self.space()?.ok_or_else(|| self.cut_between())?;
            }
            if !array {
                c = self.key(c)?;
            }
            let depth = self.open.len();
            self.token(c)?;
            fresh = self.open.len() > depth;
        }
        Ok(())
    }

    fn peek(&self) -> Option<char> {
        self.text.get(self.at..).and_then(|rest| rest.chars().next())
    }

    fn bump(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    /// Skips white space and looks at what follows.
    fn space(&mut self) -> Result<Option<char>, Stop> {
        loop {
            match self.peek() {
                Some(' ' | '\t' | '\n' | '\r') => self.at += 1,
                Some(c) if c < ' ' => {
                    return Err(Stop { at: self.at + 1, ..self.before(Fault::BetweenTokens(c)) });
                }
                Some('/') => return Err(self.unexpected('/', Wanted::NoComment)),
                other => return Ok(other),
            }
        }
    }

    /// A key and its colon; gives the first character of the value.
    fn key(&mut self, first: char) -> Result<char, Stop> {
        if first != '"' {
            return Err(self.unexpected(first, Wanted::QuoteOfName));
        }
        self.at += 1;
        self.string("name", " in field name")?;
        match self.space()?.ok_or_else(|| self.cut_between())? {
            ':' => self.at += 1,
            c => return Err(self.unexpected(c, Wanted::Colon)),
        }
        self.space()?.ok_or_else(|| self.cut_between())
    }

    /// The token that starts with this character; of an array or object its bracket.
    fn token(&mut self, first: char) -> Read {
        match first {
            '"' => {
                self.at += 1;
                self.reached = self.at;
                self.string("string value", ": was expecting closing quote for a string value")?;
            }
            '[' | '{' => {
                if self.open.len() >= MAX_DEPTH {
                    return Err(self.limit(Fault::Depth(MAX_DEPTH + 1)));
                }
                self.open.push((first == '[', self.at));
                self.at += 1;
            }
            '}' => return Err(self.unexpected('}', Wanted::Value)),
            '-' | '0'..='9' => self.number()?,
            '+' => return Err(self.plus()),
            't' => self.word("true")?,
            'f' => self.word("false")?,
            'n' => self.word("null")?,
            'N' => return Err(self.not_a_number("NaN")),
            'I' => return Err(self.not_a_number("Infinity")),
            c if starts_identifier(c) => return Err(self.unrecognized(self.at)),
            c => return Err(self.unexpected(c, Wanted::AnyValue)),
        }
        self.reached = self.at;
        Ok(())
    }

    fn close(&mut self, bracket: char) -> Read {
        let place = self.open.last().copied();
        let array = bracket == ']';
        if place.is_some_and(|(own, _)| own == array) {
            self.at += 1;
            self.reached = self.at;
            self.open.pop();
            return Ok(());
        }
        let (within, start) = match place {
            None => (None, source_location(self.text, 0).replace("column: 1]", "column: 0]")),
            Some((array, at)) => (Some(Container::of(array)), source_location(self.text, at)),
        };
        let expected = if array { '}' } else { ']' };
        Err(self.before(Fault::CloseMarker { found: bracket, expected, within, start }))
    }

    /// The rest of a string, its closing quote included.
    fn string(&mut self, kind: &'static str, cut: &str) -> Read {
        loop {
            match self.peek() {
                None => return Err(self.cut(cut)),
                Some('"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some('\\') => {
                    self.at += 1;
                    self.escape()?;
                }
                Some(c) if c < ' ' => {
                    return Err(self.before(Fault::Unescaped { c, kind }));
                }
                Some(_) => self.bump(),
            }
        }
    }

    fn escape(&mut self) -> Read {
        let cut = " in character escape sequence";
        match self.peek().ok_or_else(|| self.cut(cut))? {
            'b' | 'f' | 'n' | 'r' | 't' | '"' | '/' | '\\' => self.at += 1,
            'u' => {
                self.at += 1;
                for _ in 0..4 {
                    let c = self.peek().ok_or_else(|| self.cut(cut))?;
                    if !c.is_ascii_hexdigit() {
                        return Err(self.unexpected(c, Wanted::HexDigit));
                    }
                    self.at += 1;
                }
            }
            c => return Err(self.before(Fault::Escape(c))),
        }
        Ok(())
    }

    /// This word, and nothing that would make it a longer one.
    fn word(&mut self, word: &str) -> Read {
        let start = self.at;
        for expected in word.chars() {
            if self.peek() != Some(expected) {
                return Err(self.unrecognized(start));
            }
            self.at += 1;
        }
        if self.peek().is_some_and(|c| c >= '0' && continues_identifier(c)) {
            return Err(self.unrecognized(start));
        }
        Ok(())
    }

    /// The token from `start` on, as far as letters and digits go.
    fn unrecognized(&mut self, start: usize) -> Stop {
        const SHOWN: usize = 256;
        let mut token = Span::new(start, self.at).of(self.text).to_owned();
        let mut length = token.chars().count();
        while let Some(c) = self.peek().filter(|c| continues_identifier(*c)) {
            self.bump();
            token.push(c);
            length += 1;
            if length >= SHOWN {
                token.push_str("...");
                break;
            }
        }
        self.before(Fault::Token(token))
    }

    fn unclosed(&self) -> Stop {
        let (array, at) = self.open.last().copied().unwrap_or_default();
        let kind = Container::of(array).name();
        let start = source_location(self.text, at);
        self.cut(&format!(": expected close marker for {kind} (start marker at {start})"))
    }

    fn cut_between(&self) -> Stop {
        let array = self.open.last().is_some_and(|(array, _)| *array);
        self.cut(&format!(" within/between {} entries", Container::of(array).name()))
    }

    /// The text ends here.
    fn cut(&self, what: &str) -> Stop {
        Stop { at: self.text.len(), ..self.before(Fault::EndOfInput(what.to_owned())) }
    }

    /// A limit of the parser; it comes without a place.
    fn limit(&self, fault: Fault) -> Stop {
        Stop { locations: 0, ..self.before(fault) }
    }

    fn unexpected(&self, c: char, wanted: Wanted) -> Stop {
        self.before(Fault::Unexpected { c, wanted })
    }

    /// With the cursor before the character it has come to.
    fn before(&self, fault: Fault) -> Stop {
        Stop { fault, at: self.at, locations: 1 }
    }
}

#[cfg(test)]
mod tests;
