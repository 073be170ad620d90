//! Bytes that may be compressed with gzip, decompressed as they come.

use flate2::write::GzDecoder;
use std::io::Write;
use std::mem::take;

/// How a file starts that is compressed with gzip, and one that is a zip archive.
const GZIP: &[u8] = &[0x1f, 0x8b];
const ZIP: &[u8] = b"PK\x03\x04";
/// So many compressed bytes are read at once. They are at most about a thousand times as many decompressed.
const STEP: usize = 1 << 10;

/// Decompresses a stream in bounded memory; one that is not compressed comes out as it is.
///
/// ```
/// use rulepad_event::stream::Unpacker;
///
/// let (mut unpacker, mut text) = (Unpacker::default(), Vec::new());
/// let mut each = |bytes: &[u8]| text.extend_from_slice(bytes);
/// assert_eq!(unpacker.push(b"{\"a\": 1}\n", 1 << 20, &mut each), Ok(9));
/// unpacker.end(&mut each)?;
/// assert_eq!(text, b"{\"a\": 1}\n");
/// # Ok::<(), rulepad_event::stream::Damage>(())
/// ```
#[derive(Debug, Default)]
pub struct Unpacker(State);

#[derive(Debug)]
enum State {
    /// The first bytes, too few to know what they are.
    Start(Vec<u8>),
    Plain,
    Gzip(Box<GzDecoder<Vec<u8>>>),
    /// Behind a member: another one may follow, or zeros, as files from tapes have them.
    Between,
    Lost,
}

impl State {
    fn gzip() -> Self {
        Self::Gzip(Box::new(GzDecoder::new(Vec::new())))
    }
}

impl Default for State {
    fn default() -> Self {
        Self::Start(Vec::new())
    }
}

/// Why the rest of a stream cannot be decompressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// The compressed bytes are damaged, or something else is behind them.
    Gzip,
    /// They end too soon, or the last of them are damaged.
    Cut,
    /// It is a zip archive, which is not read.
    Zip,
}

impl Unpacker {
    /// Takes bytes and calls back with what they are, decompressed. It stops where about `room` bytes came out: gives
    /// how many of the bytes were taken. The others are to be pushed again.
    ///
    /// # Errors
    /// Nothing more can be read. What came before was given.
    pub fn push(&mut self, bytes: &[u8], room: usize, each: &mut dyn FnMut(&[u8])) -> Result<usize, Damage> {
        if let State::Start(start) = &mut self.0 {
            let before = start.len();
            start.extend(bytes.iter().take(ZIP.len().saturating_sub(before)));
            if start.len() < ZIP.len() {
                return Ok(bytes.len());
            }
            let (start, taken) = (take(start), ZIP.len() - before);
            self.begin(&start, each)?;
            let rest = bytes.get(taken..).unwrap_or_default();
            return Ok(taken + self.push(rest, room, each)?);
        }
        let mut given = 0;
        let mut taken = 0;
        while let Some(rest) = bytes.get(taken..).filter(|rest| !rest.is_empty() && given < room) {
            let part = match &self.0 {
                State::Gzip(_) => rest.get(..STEP).unwrap_or(rest),
                _ => rest.get(..room - given).unwrap_or(rest),
            };
            taken += self.step(part, &mut |bytes| {
                given += bytes.len();
                each(bytes);
            })?;
        }
        Ok(taken)
    }

    /// The stream ends.
    ///
    /// # Errors
    /// It ends too soon.
    pub fn end(&mut self, each: &mut dyn FnMut(&[u8])) -> Result<(), Damage> {
        if let State::Start(start) = &mut self.0 {
            let start = take(start);
            self.begin(&start, each)?;
        }
        let State::Gzip(decoder) = &mut self.0 else { return Ok(()) };
        let ended = decoder.try_finish();
        give(decoder.get_mut(), each);
        self.0 = State::Lost;
        ended.map_err(|_| Damage::Cut)
    }

    /// Chooses how the stream is read by its start.
    fn begin(&mut self, start: &[u8], each: &mut dyn FnMut(&[u8])) -> Result<(), Damage> {
        if start.starts_with(ZIP) {
            self.0 = State::Lost;
            return Err(Damage::Zip);
        }
        self.0 = match start.starts_with(GZIP) {
            true => State::gzip(),
            false => State::Plain,
        };
        let mut rest = start;
        while !rest.is_empty() {
            let taken = self.step(rest, each)?;
            rest = rest.get(taken..).unwrap_or_default();
        }
        Ok(())
    }

    /// Takes some of a few bytes, at least one.
    fn step(&mut self, bytes: &[u8], each: &mut dyn FnMut(&[u8])) -> Result<usize, Damage> {
        let decoder = match &mut self.0 {
            State::Gzip(decoder) => decoder,
            State::Between => {
                return match bytes.iter().take_while(|byte| **byte == 0).count() {
                    0 if GZIP.first() == bytes.first() => {
                        self.0 = State::gzip();
                        self.step(bytes, each)
                    }
                    0 => self.lose(),
                    zeros => Ok(zeros),
                };
            }
            State::Lost => return Ok(bytes.len()),
            State::Start(_) | State::Plain => {
                each(bytes);
                return Ok(bytes.len());
            }
        };
        let written = decoder.write(bytes);
        // Nothing is taken behind the end of a member.
        let is_over = matches!(written, Ok(0)) && decoder.try_finish().is_ok();
        give(decoder.get_mut(), each);
        match written {
            Ok(taken @ 1..) => Ok(taken),
            Ok(0) if is_over => {
                self.0 = State::Between;
                self.step(bytes, each)
            }
            _ => self.lose(),
        }
    }

    fn lose(&mut self) -> Result<usize, Damage> {
        self.0 = State::Lost;
        Err(Damage::Gzip)
    }
}

/// Gives what was decompressed; the buffer is used again.
fn give(buffer: &mut Vec<u8>, each: &mut dyn FnMut(&[u8])) {
    if !buffer.is_empty() {
        each(buffer);
        buffer.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, GzBuilder};

    fn gzip(text: &[u8]) -> Vec<u8> {
        let mut packed = GzBuilder::new().filename("events.json").write(Vec::new(), Compression::default());
        packed.write_all(text).unwrap();
        packed.finish().unwrap()
    }

    /// What comes out of bytes that come in parts of a size, and the largest part that came at once.
    fn unpacked(packed: &[u8], size: usize, room: usize) -> (Vec<u8>, usize, Result<(), Damage>) {
        let (mut unpacker, mut out, mut most) = (Unpacker::default(), Vec::new(), 0);
        let mut at = 0;
        while at < packed.len() {
            let part = &packed[at..packed.len().min(at + size)];
            let mut once = 0;
            let taken = unpacker.push(part, room, &mut |bytes| {
                once += bytes.len();
                out.extend_from_slice(bytes);
            });
            most = most.max(once);
            match taken {
                Ok(taken) => {
                    assert!(taken > 0, "nothing of {} bytes was taken", part.len());
                    at += taken;
                }
                Err(damage) => return (out, most, Err(damage)),
            }
        }
        let ended = unpacker.end(&mut |bytes| out.extend_from_slice(bytes));
        (out, most, ended)
    }

    #[test]
    fn members_come_out_one_behind_the_other_however_they_come() {
        let text: Vec<u8> = (0..9000).flat_map(|n| format!("{{\"n\": {n}}}\n").into_bytes()).collect();
        let (first, second) = text.split_at(40_000);
        let packed = [gzip(first), gzip(second)].concat();
        for size in [1, 3, 4, 1000, packed.len()] {
            let (out, _, ended) = unpacked(&packed, size, 1 << 16);
            assert!(out == text && ended == Ok(()), "{size}: {} bytes, {ended:?}", out.len());
        }
        let padded = [packed, vec![0; 3000]].concat();
        for size in [1, 4, 1000, padded.len()] {
            let (out, _, ended) = unpacked(&padded, size, 1 << 16);
            assert_eq!((out.len(), ended), (text.len(), Ok(())), "{size}");
        }
    }

    #[test]
    fn what_is_not_compressed_comes_as_it_is() {
        for text in ["", "{", "[]", "{\"a\": 1}", "PK is no archive"] {
            for size in [1, 3, 100] {
                assert_eq!(unpacked(text.as_bytes(), size, 5).0, text.as_bytes(), "{text} by {size}");
                assert_eq!(unpacked(text.as_bytes(), size, 5).2, Ok(()));
            }
        }
    }

    #[test]
    fn little_that_is_much_decompressed_comes_in_parts() {
        let packed = gzip(&vec![b' '; 64 << 20]);
        let (out, most, ended) = unpacked(&packed, 256 << 10, 512 << 10);
        assert_eq!((out.len(), ended), (64 << 20, Ok(())));
        assert!(most < 4 << 20, "{most} bytes at once");
    }

    #[test]
    fn damage_is_told_and_what_came_before_is_given() {
        let text = vec![b'x'; 100_000];
        let packed = gzip(&text);
        let cut = unpacked(&packed[..packed.len() - 5], 50, 1 << 20);
        assert_eq!((cut.0.len(), cut.2), (text.len(), Err(Damage::Cut)));
        let mut wrong = packed.clone();
        let at = wrong.len() - 6;
        wrong[at] ^= 1;
        assert!(unpacked(&wrong, 50, 1 << 20).2.is_err());
        let followed = [packed, b"more".to_vec()].concat();
        let followed = unpacked(&followed, 5000, 1 << 20);
        assert_eq!((followed.0.len(), followed.2), (text.len(), Err(Damage::Gzip)));
        assert_eq!(unpacked(b"PK\x03\x04 and more", 2, 100).2, Err(Damage::Zip));
        assert_eq!(unpacked(&[0x1f, 0x8b], 2, 100).2, Err(Damage::Cut));
    }
}
