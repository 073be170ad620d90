//! Texts of the page about sample events, as data.

use super::{words_en, words_ko};
use rulepad_workbench::Lang;
use yew::AttrValue;

/// A text of sample events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text<'t> {
    SearchEvents,
    SearchRecords,
    ExampleOfEvents,
    ExampleOfRecords,
    Loading,
    NothingFits,
    NoSuchEvent,
    NoSuchRecord,
    Samples,
    UsePattern,
    UseEvent,
    UseRecord,
    UseEventAndPattern,
    UseRecordAndPattern,
    ChosenSample,
    Record,
    StartingPattern,
    SampleEvent,
    SampleRecord,
    SamplePattern,
    Fields,
    DescribedIn,
    FieldsOnly,
    FieldsOnlyTitle,
    FoundCount(usize),
    NoSamples(&'t str),
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
