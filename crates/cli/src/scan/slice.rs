//! A part of the input that one thread matches.

use rulepad_workbench::bulk::{Piece, PieceKind};

/// How many bytes a slice has, about.
pub const SIZE: usize = 1 << 20;

/// Some whole events of one file.
#[derive(Debug, Default)]
pub struct Slice {
    /// Its place among all slices, from 0.
    pub number: u64,
    /// The number of its file.
    pub file: usize,
    bytes: Vec<u8>,
    parts: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    kind: PieceKind,
    end: usize,
    line: u64,
    item: Option<u64>,
}

impl Slice {
    /// A slice of a file.
    pub fn new(file: usize) -> Self {
        Self { number: 0, file, bytes: Vec::with_capacity(SIZE + SIZE / 8), parts: Vec::new() }
    }

    /// Adds a piece.
    pub fn add(&mut self, piece: Piece<'_>) {
        self.bytes.extend_from_slice(piece.bytes);
        let Piece { kind, line, item, .. } = piece;
        self.parts.push(Part { kind, end: self.bytes.len(), line, item });
    }

    /// Whether it is long enough.
    pub fn is_full(&self) -> bool {
        self.bytes.len() >= SIZE || self.parts.len() >= SIZE / 16
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Its pieces.
    pub fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        let mut start = 0;
        self.parts.iter().map(move |part| {
            let bytes = self.bytes.get(start..part.end).unwrap_or_default();
            start = part.end;
            Piece { kind: part.kind, bytes, line: part.line, item: part.item }
        })
    }
}
