//! Events of a stream of any size, in bounded memory: lines, arrays, archives of CloudTrail.
//!
//! [`Splitter`] takes bytes as they come and gives pieces of whole events. It reads brackets and strings alone; whether
//! a piece is JSON is for its reader to find out. [`events_of_record`] makes the events of a record of an archive, and
//! [`Unpacker`] decompresses what comes compressed.

mod brackets;
mod record;
mod unpack;

pub use record::{CloudTrail, events_of_record};
pub use unpack::{Damage, Unpacker};

use brackets::Brackets;
use memchr::{memchr, memchr_iter, memrchr};

/// The longest event or record that is read, in bytes: many times the largest event that AWS takes.
pub const LONGEST: usize = 16 << 20;

/// A part of the stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'b> {
    /// What it is.
    pub kind: PieceKind,
    /// Its bytes; none of a piece that is [`PieceKind::Unread`].
    pub bytes: &'b [u8],
    /// The line it starts on, from 1.
    pub line: u64,
    /// Its number in its list, from 1; `None` where it is in no list.
    pub item: Option<u64>,
}

/// What a piece of a stream is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// Whole lines, blank ones among them, each an event or, with `records`, a record of CloudTrail.
    Lines {
        /// Whether the lines are records.
        records: bool,
    },
    /// One event.
    Event,
    /// One record of a list named `Records`.
    Record,
    /// Something that is not read.
    Unread(Unread),
}

/// Why a part of a stream is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// An event is longer than [`LONGEST`]; what comes behind it is read.
    TooLong,
    /// A list is not written as JSON allows; nothing behind this place is read.
    List,
    /// The stream ends within an event or a list.
    Cut,
}

/// Splits a stream into pieces.
#[derive(Clone, Debug, Default)]
pub struct Splitter {
    /// What was pushed and is not given yet.
    rest: Vec<u8>,
    state: State,
    brackets: Brackets,
    /// How many bytes of `rest` the brackets have been read of.
    seen: usize,
    line: u64,
    item: u64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// Before a text.
    #[default]
    Start,
    /// One event a line.
    Lines { records: bool },
    /// In a line that is too long.
    LongLine { records: bool },
    /// Before an event of several lines, none of which is in a list.
    Values,
    /// Between the items of a list.
    Between { records: bool },
    /// Behind an item, before a comma or the end.
    Behind { records: bool },
    /// In an item that is too long.
    LongItem { records: bool },
    /// Behind a list named `Records`, in its object.
    Tail,
    /// Nothing more is read.
    Lost,
}

/// What a step of the splitter found.
enum Step {
    /// So many bytes are a piece of this kind.
    Piece(PieceKind, usize),
    /// So many bytes are of no interest.
    Skip(usize),
    /// More bytes are needed.
    More,
}

impl Splitter {
    /// Takes the next bytes and calls back with each piece that is whole by now. An empty `bytes` ends the stream: what
    /// is left is given as it is.
    pub fn push(&mut self, bytes: &[u8], each: &mut dyn FnMut(Piece<'_>)) {
        let is_end = bytes.is_empty();
        self.rest.extend_from_slice(bytes);
        let mut rest = std::mem::take(&mut self.rest);
        let mut at = 0;
        loop {
            let own = rest.get(at..).unwrap_or_default();
            let was_in_list = self.is_in_list();
            match self.step(own, is_end) {
                Step::Piece(kind, length) => {
                    let bytes = own.get(..length).unwrap_or_default();
                    let item = was_in_list || self.is_in_list();
                    let shown = if matches!(kind, PieceKind::Unread(_)) { &[] } else { bytes };
                    let item = item.then_some(self.item);
                    each(Piece { kind, bytes: shown, line: self.line + 1, item });
                    self.pass(bytes);
                    at += length;
                }
                Step::Skip(length) => {
                    self.pass(own.get(..length).unwrap_or_default());
                    at += length;
                }
                Step::More => break,
            }
        }
        rest.drain(..at);
        self.rest = rest;
    }

    fn is_in_list(&self) -> bool {
        matches!(self.state, State::Between { .. } | State::Behind { .. } | State::LongItem { .. })
    }

    fn pass(&mut self, bytes: &[u8]) {
        self.line += memchr_iter(b'\n', bytes).count() as u64;
    }

    fn step(&mut self, own: &[u8], is_end: bool) -> Step {
        match self.state {
            State::Start => self.start(own, is_end),
            State::Lines { records } => self.lines(own, records, is_end),
            State::LongLine { records } => match memchr(b'\n', own) {
                Some(at) => {
                    self.state = State::Lines { records };
                    Step::Skip(at + 1)
                }
                None => skip_all(own),
            },
            State::Values => match blank(own) {
                0 if own.is_empty() => Step::More,
                0 => self.value(
                    own,
                    PieceKind::Event,
                    State::Values,
                    State::LongLine { records: false },
                    is_end,
                ),
                blank => Step::Skip(blank),
            },
            State::Between { records } => self.between(own, records, is_end),
            State::Behind { records } => match own.get(blank(own)) {
                Some(b',') => {
                    self.state = State::Between { records };
                    Step::Skip(blank(own) + 1)
                }
                Some(b']') => self.closed(own, records),
                Some(_) => self.lost(Unread::List),
                None => self.wait(own, is_end),
            },
            State::LongItem { records } => match self.brackets.end(own) {
                Some(length) => {
                    self.state = State::Behind { records };
                    Step::Skip(length)
                }
                None => skip_all(own),
            },
            State::Tail => match self.brackets.end(own) {
                Some(length) => {
                    self.state = State::Start;
                    Step::Skip(length)
                }
                None if is_end && own.is_empty() => self.lost(Unread::Cut),
                None => skip_all(own),
            },
            State::Lost => skip_all(own),
        }
    }

    /// Chooses how the text is read by its start.
    fn start(&mut self, own: &[u8], is_end: bool) -> Step {
        let start = blank(own);
        let text = own.get(start..).unwrap_or_default();
        // A byte order mark is no part of the text.
        if text.starts_with(b"\xef\xbb\xbf") {
            return Step::Skip(start + 3);
        }
        match (text.first(), opens_records(text)) {
            (None, _) => skip_all(own),
            (_, Some(Some(length))) => {
                self.item = 0;
                self.state = State::Between { records: true };
                Step::Skip(start + length)
            }
            (_, None) if !is_end => Step::More,
            (Some(b'['), _) => {
                self.item = 0;
                self.state = State::Between { records: false };
                Step::Skip(start + 1)
            }
            _ => match memchr(b'\n', text) {
                None if !is_end && text.len() < LONGEST => Step::More,
                end => {
                    let line = text.get(..end.unwrap_or(text.len())).unwrap_or_default();
                    self.state = match line.trim_ascii() {
                        b"{" => State::Values,
                        line => State::Lines { records: CloudTrail::read(line).is_some() },
                    };
                    Step::Skip(start)
                }
            },
        }
    }

    /// All whole lines.
    fn lines(&mut self, own: &[u8], records: bool, is_end: bool) -> Step {
        let too_long = PieceKind::Unread(Unread::TooLong);
        let short = own.get(..LONGEST).unwrap_or(own);
        match (memrchr(b'\n', short), short.len() < own.len()) {
            (Some(at), _) => Step::Piece(PieceKind::Lines { records }, at + 1),
            (None, true) => match memchr(b'\n', own) {
                Some(at) => Step::Piece(too_long, at + 1),
                None => {
                    self.state = State::LongLine { records };
                    Step::Piece(too_long, own.len())
                }
            },
            (None, false) if is_end && !own.is_empty() => {
                Step::Piece(PieceKind::Lines { records }, own.len())
            }
            (None, false) => Step::More,
        }
    }

    /// The next item of a list, or its end.
    fn between(&mut self, own: &[u8], records: bool, is_end: bool) -> Step {
        match own.get(blank(own)) {
            Some(b']') if self.item == 0 => self.closed(own, records),
            Some(b']' | b',' | b'}') => self.lost(Unread::List),
            None => self.wait(own, is_end),
            Some(_) if blank(own) > 0 => Step::Skip(blank(own)),
            Some(_) => {
                let kind = if records { PieceKind::Record } else { PieceKind::Event };
                self.value(own, kind, State::Behind { records }, State::LongItem { records }, is_end)
            }
        }
    }

    /// The value at the start of `own`: a piece, or too long to be one.
    fn value(&mut self, own: &[u8], kind: PieceKind, then: State, long: State, is_end: bool) -> Step {
        if self.seen == 0 {
            self.brackets = Brackets::default();
        }
        let new = own.get(self.seen..).unwrap_or_default();
        let ended = self.brackets.end(new).map(|length| self.seen + length);
        self.seen = own.len();
        let step = match ended {
            Some(length) if length > LONGEST => {
                (then, Step::Piece(PieceKind::Unread(Unread::TooLong), length))
            }
            Some(length) => (then, Step::Piece(kind, length)),
            None if own.len() > LONGEST => (long, Step::Piece(PieceKind::Unread(Unread::TooLong), own.len())),
            // Its reader says what is wrong with it.
            None if is_end => (State::Lost, Step::Piece(kind, own.len())),
            None => return Step::More,
        };
        self.seen = 0;
        self.item += 1;
        self.state = step.0;
        step.1
    }

    /// A list ends.
    fn closed(&mut self, own: &[u8], records: bool) -> Step {
        self.state = if records { State::Tail } else { State::Start };
        self.brackets = Brackets::within_object();
        Step::Skip(blank(own) + 1)
    }

    /// White space where something should come.
    fn wait(&mut self, own: &[u8], is_end: bool) -> Step {
        match is_end {
            true => self.lost(Unread::Cut),
            false => skip_all(own),
        }
    }

    fn lost(&mut self, why: Unread) -> Step {
        self.state = State::Lost;
        Step::Piece(PieceKind::Unread(why), 0)
    }
}

fn skip_all(own: &[u8]) -> Step {
    if own.is_empty() { Step::More } else { Step::Skip(own.len()) }
}

/// How much white space is at the start.
fn blank(text: &[u8]) -> usize {
    text.len() - text.trim_ascii_start().len()
}

/// The length of `{"Records": [` at the start of a text; `None` where more of the text is needed to know.
#[expect(clippy::option_option, reason = "not known yet, known not to be there, and there")]
fn opens_records(text: &[u8]) -> Option<Option<usize>> {
    let mut rest = text;
    for part in [&b"{"[..], b"\"Records\"", b":", b"["] {
        rest = rest.trim_ascii_start();
        match rest.strip_prefix(part) {
            Some(behind) => rest = behind,
            None if part.starts_with(rest) => return None,
            None => return Some(None),
        }
    }
    Some(Some(text.len() - rest.len()))
}

#[cfg(test)]
mod tests;
