//! Files and standard input as streams of bytes, decompressed.

use flate2::read::MultiGzDecoder;
use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::Path;

/// How a file starts that is compressed with gzip.
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// Whether a path is standard input.
pub fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}

/// The name that is shown for a path.
pub fn shown(path: &Path) -> String {
    if is_stdin(path) { "<stdin>".to_owned() } else { path.display().to_string() }
}

/// Opens a file; `-` is standard input.
pub fn open(path: &Path) -> io::Result<Box<dyn Read>> {
    let mut file: Box<dyn Read> =
        if is_stdin(path) { Box::new(io::stdin()) } else { Box::new(File::open(path)?) };
    let mut start = Vec::new();
    file.by_ref().take(GZIP.len() as u64).read_to_end(&mut start)?;
    let is_gzip = start == GZIP;
    let whole = Cursor::new(start).chain(file);
    if is_gzip {
        Ok(Box::new(MultiGzDecoder::new(io::BufReader::with_capacity(1 << 16, whole))))
    } else {
        Ok(Box::new(whole))
    }
}
