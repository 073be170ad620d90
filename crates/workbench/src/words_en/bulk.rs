//! Why an event of a stream is not read, in English.

use crate::bulk::{Damage, LONGEST, Misread, Unread};

/// Why an event is not read.
pub(crate) fn misread(misread: Misread) -> String {
    match misread {
        Misread::Refused(refused) => refused.to_string(),
        Misread::Behind => "only the first event of the line is read".to_owned(),
        Misread::Record => "no event is made of this record".to_owned(),
        Misread::Unread(Unread::TooLong) => format!("an event is longer than {} MiB", LONGEST >> 20),
        Misread::Unread(Unread::List) => "the list is not JSON; what follows is not read".to_owned(),
        Misread::Unread(Unread::Cut) => "the file ends within a list".to_owned(),
        Misread::Undecided(rules) => format!("{rules} rules take more work than Rulepad allows"),
    }
}

/// Why the rest of a file is not read.
pub(crate) fn damage(damage: Damage) -> &'static str {
    match damage {
        Damage::Gzip => {
            "the gzip data is damaged, or followed by something else; the rest of the file is not read"
        }
        Damage::Cut => "the gzip data ends too soon or is damaged: part of the file is missing",
        Damage::Zip => "a zip archive is not read: unpack it first",
    }
}
