//! The events of a piece of a stream, each with its place.

use super::{Piece, PieceKind, Refused, Unread, events_of_record};
use rulepad_document::{Lang, Words};

/// Where an event of a stream is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its line, from 1.
    pub line: u64,
    /// Its number in its list, from 1; `None` where it is in no list.
    pub item: Option<u64>,
}

/// Why an event of a stream counts as not read, or a rule as not decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misread {
    /// It is no event.
    Refused(Refused),
    /// Something is behind it, which AWS does not read either.
    Behind,
    /// It is a record of which no event is made.
    Record,
    /// A part of the stream is not read.
    Unread(Unread),
    /// So many rules reached the work limit.
    Undecided(usize),
}

impl Words for Misread {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => crate::words_en::bulk::misread(*self),
            Lang::Ko(_) => crate::words_ko::bulk::misread(*self),
        }
    }
}

/// Calls back with each event of a piece, or why it is none. `buffer` is used again by the next call.
pub fn each_event(
    piece: Piece<'_>,
    buffer: &mut Vec<u8>,
    mut each: impl FnMut(Place, Result<&[u8], Misread>),
) {
    let Piece { bytes, line, item, .. } = piece;
    match piece.kind {
        PieceKind::Unread(why) => each(Place { line, item }, Err(Misread::Unread(why))),
        PieceKind::Event => each(Place { line, item }, Ok(bytes)),
        PieceKind::Record => record(bytes, Place { line, item }, buffer, &mut each),
        PieceKind::Lines { records } => {
            for (line, bytes) in (line..).zip(bytes.split(|byte| *byte == b'\n')) {
                let (place, bytes) = (Place { line, item: None }, bytes.trim_ascii());
                match (bytes, records) {
                    ([], _) => {}
                    (_, true) => record(bytes, place, buffer, &mut each),
                    (_, false) => each(place, Ok(bytes)),
                }
            }
        }
    }
}

fn record(
    bytes: &[u8],
    place: Place,
    buffer: &mut Vec<u8>,
    each: &mut impl FnMut(Place, Result<&[u8], Misread>),
) {
    if events_of_record(bytes, buffer, |event| each(place, Ok(event))) == 0 {
        each(place, Err(Misread::Record));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bulk::Splitter;

    #[test]
    fn each_event_has_its_place() {
        let mut found = Vec::new();
        let mut buffer = Vec::new();
        let mut splitter = Splitter::default();
        for part in [&b"{\"a\": 1}\n\n {\"a\": 2}\n[{\"a\": 3},\n7"[..], b""] {
            splitter.push(part, &mut |piece| {
                each_event(piece, &mut buffer, |place, event| {
                    found.push((
                        place.line,
                        place.item,
                        event.map(|event| String::from_utf8_lossy(event).into_owned()),
                    ));
                });
            });
        }
        let texts: Vec<(u64, &str)> =
            found.iter().map(|(line, _, event)| (*line, event.as_deref().unwrap())).collect();
        assert_eq!(texts, [(1, "{\"a\": 1}"), (3, "{\"a\": 2}"), (4, "[{\"a\": 3},"), (5, "7")]);
        let piece = Piece { kind: PieceKind::Lines { records: true }, bytes: b"7\n", line: 9, item: None };
        each_event(piece, &mut buffer, |place, event| {
            assert_eq!((place.line, event), (9, Err(Misread::Record)))
        });
    }
}
