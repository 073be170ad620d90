//! Texts of the page about the builder, as data.

use super::{words_en, words_ko};
use rulepad_workbench::Lang;
use yew::AttrValue;

/// A text of the builder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text<'t> {
    AddField,
    NameOfField,
    AddFieldTitle,
    FieldsToAdd,
    KindOfEvent,
    Service,
    AnyService,
    EventType,
    AnyEvent,
    ShowAsRows,
    MoreDots,
    Equals,
    AsWritten,
    SeveralValues,
    HasAnyValue,
    IsMissing,
    AndBelow,
    OneEnd,
    PatternAsForm,
    OpensAgain,
    LoadingServices,
    GoToJson,
    ShowInJson,
    KeptAsWritten,
    UndoForm,
    NothingToUndo,
    Met,
    Failed,
    KindString,
    KindNumber,
    KindBoolean,
    KindNull,
    KindObject,
    SeenInEvent,
    AnotherNumber,
    AnotherString,
    WrittenOnceTyped,
    EqualsNumber,
    EqualsTrue,
    EqualsFalse,
    EqualsNull,
    Condition,
    AcceptToo(&'t str),
    AllFields(usize),
    AnotherCondition(&'t str),
    AnotherNumberOf(&'t str),
    AnotherTextOf(&'t str),
    Argument { field: &'t str, operator: &'t str, part: Part },
    FieldAsWritten(&'t str),
    MoreFields(usize),
    MoreValues(usize),
    NoForm(&'t str),
    NoServices(&'t str),
    RemoveCondition(&'t str),
    RemoveField(&'t str),
    ValuesOf(&'t str),
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

/// A part of a matcher that is typed or chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it.
    Whole,
    /// A number as the only value.
    Number,
    /// One or more values.
    Values,
    /// The sign of an end of a range, counted from 1.
    Sign(usize),
    /// The number of the first end of a range.
    FirstNumber,
    /// The number of the second end.
    SecondNumber,
}
