//! The text inside a payload: decoded, unzipped.

use crate::kind::Coding;
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use flate2::bufread::GzDecoder;
use std::io::Read;

/// The largest text a payload may unpack to, in bytes.
const MAX_SIZE: u64 = 4 << 20;

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

/// The one member of a gzip file (RFC 1952), its length and checksum verified.
fn gunzip(file: &[u8]) -> Result<Vec<u8>, Unreadable> {
    let mut bytes = Vec::new();
    let mut member = GzDecoder::new(file);
    let size = member.by_ref().take(MAX_SIZE + 1).read_to_end(&mut bytes).map_err(|_| Unreadable::Gzip)?;
    if size as u64 > MAX_SIZE {
        return Err(Unreadable::TooLarge);
    }
    if member.into_inner().is_empty() { Ok(bytes) } else { Err(Unreadable::Gzip) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, GzBuilder};
    use proptest::prelude::*;
    use std::io::Write;

    fn zipped(builder: GzBuilder, bytes: &[u8]) -> Vec<u8> {
        let mut writer = builder.write(Vec::new(), Compression::best());
        writer.write_all(bytes).unwrap();
        writer.finish().unwrap()
    }

    fn decoded(file: &[u8]) -> Result<(String, bool), Unreadable> {
        decode(&STANDARD.encode(file), Coding::Gzip)
    }

    #[test]
    fn a_file_with_every_header_field_is_unzipped() {
        let builder = GzBuilder::new()
            .filename("log.json")
            .comment("of today")
            .extra(vec![1, 2, 3])
            .mtime(1_772_424_306);
        assert_eq!(decoded(&zipped(builder, b"{}")), Ok(("{}".to_owned(), true)));
    }

    #[test]
    fn what_unpacks_to_more_than_is_read_is_refused() {
        let most = usize::try_from(MAX_SIZE).unwrap();
        let fits = decoded(&zipped(GzBuilder::new(), &vec![b' '; most]));
        assert_eq!(fits.map(|(text, _)| text.len()), Ok(most));
        let bomb = zipped(GzBuilder::new(), &vec![b' '; most + 1]);
        assert!(bomb.len() < 8192, "{}", bomb.len());
        assert_eq!(decoded(&bomb), Err(Unreadable::TooLarge));
    }

    #[test]
    fn a_damaged_file_is_not_unzipped() {
        let file = zipped(GzBuilder::new(), br#"{"source": "a"}"#);
        let last = file.len() - 1;
        // Cut, a wrong checksum, a wrong length, and something behind the file.
        let wrong =
            |at: usize| file.iter().enumerate().map(|(own, byte)| byte ^ u8::from(own == at)).collect();
        let damaged: [Vec<u8>; 5] = [
            file[..last].to_vec(),
            file[..3].to_vec(),
            wrong(last - 4),
            wrong(last),
            [&file[..], b"{}"].concat(),
        ];
        for file in damaged {
            assert_eq!(decoded(&file), Err(Unreadable::Gzip), "{file:?}");
        }
        assert_eq!(decoded(b"{}"), Err(Unreadable::Gzip));
        assert_eq!(decode("{}", Coding::Gzip), Err(Unreadable::Base64));
    }

    proptest! {
        #[test]
        fn any_text_comes_back(text in ".{0,200}", level in 0..=9_u32) {
            let mut writer = GzBuilder::new().write(Vec::new(), Compression::new(level));
            writer.write_all(text.as_bytes()).unwrap();
            let file = writer.finish().unwrap();
            prop_assert_eq!(decoded(&file), Ok((text.clone(), true)));
            // Streams carry gzip files too.
            prop_assert_eq!(decode(&STANDARD.encode(&file), Coding::Base64), Ok((text, true)));
        }

        #[test]
        fn no_bytes_panic(mut bytes in prop::collection::vec(any::<u8>(), 0..64)) {
            let _ = decoded(&bytes);
            bytes.splice(0..0, [0x1f, 0x8b, 8]);
            let _ = decoded(&bytes);
        }
    }
}
