//! Texts of a scan, as data.

use super::{words_en, words_ko};
use rulepad_workbench::Lang;
use yew::AttrValue;

/// A text of a scan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Text<'t> {
    About,
    ChooseFiles,
    OtherFiles,
    Files(usize),
    CopyJson,
    DownloadJson,
    DownloadCsv,
    Discard,
    Cancel,
    Continue,
    Again,
    ProgressLabel,
    Progress { done: u64, all: u64, events: u64, seconds: Option<u32> },
    Running,
    Complete,
    Incomplete,
    Part,
    CannotGoOn,
    OtherRules,
    Events,
    Matched,
    Idle,
    NotRead,
    Undecided,
    Number(u64),
    TableLabel,
    Rule,
    MatchedEvents,
    FirstMatches,
    Load(usize),
    LoadAbout(&'t str),
    NotKept,
    Refused,
    Disabled,
    ShowAll(usize),
    Silent(usize),
    Gaps,
    Place { file: Option<&'t str>, line: u64, item: Option<u64> },
    NotGiven(&'t str),
    MoreGaps(u64),
}

impl Text<'_> {
    /// Its words.
    pub(super) fn words(self, lang: Lang) -> AttrValue {
        match lang {
            Lang::En => words_en::words(self),
            Lang::Ko(_) => words_ko::words(self),
        }
    }
}

/// A number with a comma before each three digits.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// So many bytes, in megabytes with one digit.
pub(super) fn megabytes(bytes: u64) -> String {
    let tenths = bytes.saturating_mul(10).div_ceil(1 << 20);
    format!("{}.{}", grouped(tenths / 10), tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_at_a_glance() {
        assert_eq!([0, 999, 1000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
        assert_eq!([0, 1, 5 << 20, 1500 << 20].map(megabytes), ["0.0", "0.1", "5.0", "1,500.0"]);
    }
}
