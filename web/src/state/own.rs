//! Which of the stored drafts the page shows.

use serde::{Deserialize, Serialize};
use std::{fmt, rc::Rc, str::FromStr};

/// Identifies a stored draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct DraftId(pub u64);

impl fmt::Display for DraftId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for DraftId {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let digits = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = digits.then(|| u64::from_str_radix(text, 16).ok()).flatten();
        number.map(Self).ok_or_else(|| super::words_en::not_an_id(text))
    }
}

impl From<DraftId> for String {
    fn from(id: DraftId) -> Self {
        id.to_string()
    }
}

impl TryFrom<String> for DraftId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

/// The draft's place among the stored drafts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// Its id.
    pub id: DraftId,
    /// The name a person gave it; the rule's name is shown otherwise.
    pub name: Option<Rc<str>>,
    /// Whether a person changed it. An example that was only looked at is no one's work.
    pub touched: bool,
}

/// A fresh id. Pages start with different seeds, so that two tabs never make the same one.
pub(super) fn fresh(seed: u64, number: u32) -> DraftId {
    // SplitMix64, which maps different numbers to different ids.
    let mut mixed = seed.wrapping_add(u64::from(number).wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    DraftId(mixed ^ (mixed >> 31))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_as_it_is_written() {
        for id in [DraftId(0), DraftId(u64::MAX), fresh(7, 1)] {
            assert_eq!(id.to_string().parse(), Ok(id));
        }
        for bad in ["", "1", "+00000000000000f", "00000000000000000", "000000000000000g"] {
            assert!(bad.parse::<DraftId>().is_err(), "{bad}");
        }
    }

    #[test]
    fn fresh_ids_differ() {
        let mut ids: Vec<DraftId> =
            (0..50).flat_map(|seed| (0..50).map(move |number| fresh(seed << 40, number))).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), 2500);
    }
}
