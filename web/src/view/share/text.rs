//! Texts of the Share dialog, as data.

use super::{words_en, words_ko};
use rulepad_workbench::Lang;
use rulepad_workbench::embed::{Editable, Snippet, Theme};
use rulepad_workbench::mask::Sensitive;
use yew::AttrValue;

/// A text of the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text {
    Share,
    Ways,
    Link,
    Embed,
    Markdown,
    WhatIsShared,
    /// The number of targets.
    WithTargets(usize),
    /// The number of events.
    AllEvents(usize),
    /// The numbers of other rules and of tests.
    WithTests {
        rules: usize,
        tests: usize,
    },
    TestsNotMasked,
    /// In characters.
    TestsLeftOut {
        length: usize,
        limit: usize,
    },
    Mask,
    NothingToMask,
    /// The number of values.
    Replaced(usize),
    MoreReplaced(usize),
    Value,
    Replacement,
    Count,
    Times(usize),
    /// The number of values.
    Kept(usize),
    Kind(Sensitive),
    WithoutOrigin,
    Masking,
    MaskingStopped,
    MaskingFailed,
    /// In characters.
    Length(usize),
    /// In characters.
    MayBeCut(usize),
    SaveFile,
    CopyLink,
    CopyMarkdown,
    AboutMarkdown,
    SnippetKind,
    Snippet(Snippet),
    AboutSnippet(Snippet),
    CopySnippet(Snippet),
    Shown,
    ShowWhy,
    ShowPayload,
    EditableLabel,
    Editable(Editable),
    ThemeLabel,
    Theme(Theme),
    HeightLabel,
    Pixels(u32),
    Preview,
    Evaluating,
}

impl Text {
    /// Its words.
    pub(super) fn words(self, lang: Lang) -> AttrValue {
        match lang {
            Lang::En => words_en::words(self),
            Lang::Ko(_) => words_ko::words(self),
        }
    }
}

/// A number with its thousands parted.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted() {
        assert_eq!([7, 999, 1000, 1234567].map(grouped), ["7", "999", "1,000", "1,234,567"]);
    }
}
