//! Texts that several regions of the page share.

mod noun;
mod text;
mod words_en;
mod words_ko;

pub(super) use noun::Noun;
pub(super) use text::Text as Common;

use crate::ui::glyph::Tone;
use rulepad_workbench::Severity;

/// How serious a finding is, in a shape and a word.
pub(super) fn severity(severity: Severity) -> (Tone, Common) {
    match severity {
        Severity::Error => (Tone::Bad, Common::Error),
        Severity::Warning => (Tone::Caution, Common::Warning),
        Severity::Note => (Tone::Plain, Common::Note),
    }
}
