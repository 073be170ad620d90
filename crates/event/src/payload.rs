//! The text inside a payload: decoded, unzipped.

use crate::shape::Coding;
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// The largest text a payload may unpack to, in bytes.
const MAX_SIZE: usize = 4 << 20;

/// Why a payload has no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unreadable {
    Base64,
    Gzip,
    /// It unpacks to more than is read.
    TooLarge,
    /// Not UTF-8.
    Binary,
}

/// The text of a payload, and whether it was zipped.
pub(crate) fn decode(text: &str, coding: Coding) -> Result<(String, bool), Unreadable> {
    if matches!(coding, Coding::Text | Coding::Line) {
        return Ok((text.to_owned(), false));
    }
    let plain: String = text.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let bytes = [STANDARD, STANDARD_NO_PAD, URL_SAFE_NO_PAD]
        .iter()
        .find_map(|engine| engine.decode(&plain).ok())
        .ok_or(Unreadable::Base64)?;
    let zipped = bytes.starts_with(&[0x1f, 0x8b]);
    let bytes = match (zipped, coding) {
        (true, _) => gunzip(&bytes)?,
        (false, Coding::Gzip) => return Err(Unreadable::Gzip),
        (false, _) => bytes,
    };
    String::from_utf8(bytes).map(|text| (text, zipped)).map_err(|_| Unreadable::Binary)
}

/// The first member of a gzip file (RFC 1952), its length and checksum included.
fn gunzip(file: &[u8]) -> Result<Vec<u8>, Unreadable> {
    let flags = *file.get(3).ok_or(Unreadable::Gzip)?;
    let mut at = 10;
    if flags & 4 != 0 {
        let length = file.get(at..at + 2).ok_or(Unreadable::Gzip)?;
        at += 2 + length.iter().rev().fold(0, |length, byte| length << 8 | usize::from(*byte));
    }
    for flag in [8, 16] {
        if flags & flag != 0 {
            let rest = file.get(at..).ok_or(Unreadable::Gzip)?;
            at += rest.iter().position(|byte| *byte == 0).ok_or(Unreadable::Gzip)? + 1;
        }
    }
    if flags & 2 != 0 {
        at += 2;
    }
    let packed = file.get(at..).ok_or(Unreadable::Gzip)?;
    let bytes = decompress_to_vec_with_limit(packed, MAX_SIZE).map_err(|error| {
        if error.status == miniz_oxide::inflate::TINFLStatus::HasMoreOutput {
            Unreadable::TooLarge
        } else {
            Unreadable::Gzip
        }
    })?;
    let trailer = file.len().checked_sub(8).and_then(|start| file.get(start..)).ok_or(Unreadable::Gzip)?;
    let number = |bytes: &[u8]| bytes.iter().rev().fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
    let (sum, length) = trailer.split_at(4);
    let right = number(sum) == checksum(&bytes) && number(length) as usize == bytes.len();
    if right { Ok(bytes) } else { Err(Unreadable::Gzip) }
}

/// CRC-32 as gzip has it.
fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
        }
    }
    !sum
}
