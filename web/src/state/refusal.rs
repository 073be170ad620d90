//! Files and texts that were not read.

/// Why a file, or a part of what was dropped, was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It has more than the page reads, in megabytes.
    TooLong {
        /// The file's name; `None` for a text.
        name: Option<String>,
        /// Its size, in megabytes.
        size: usize,
        /// The most that are read.
        limit: usize,
        /// What is read from it.
        holds: Holds,
    },
    /// The browser does not give it out.
    NotGiven(String),
    /// It is no text.
    NoText(String, NoText),
    /// The folder has no file that may hold rules.
    EmptyFolder,
    /// So many files more than the page reads at once.
    TooMany {
        /// The files that were not read.
        left_out: usize,
        /// The most that are read at once.
        most: usize,
    },
    /// The folder of this name has more files than the page looks at.
    LargeFolder {
        /// Its name.
        name: String,
        /// The most that are looked at.
        most: usize,
    },
}

/// What is read from a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Events, or anything.
    Events,
    /// Rules.
    Rules,
}

/// What a file is instead of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoText {
    /// Compressed with gzip.
    Gzip,
    /// A zip archive.
    Zip,
    /// Not UTF-8.
    NotUtf8,
}
