//! What nobody we can cite has shown about an outcome, and why nothing is delivered.

use rulepad_document::json::ValueKind;

/// What is not verified about an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unverified {
    /// The event is not JSON as it is.
    BrokenEvent,
    /// AWS's pages disagree on bracket notation in an input path.
    BracketNotation,
    /// Whether PutTargets refuses bracket notation in the map.
    BracketsInMap,
    /// Delivery of such a value by an input path.
    ScalarByPath(ValueKind),
    /// That `$` alone selects the whole event.
    DollarAlone,
    /// That `[*]` gives an array.
    AllElements,
    /// That a path cannot name a key with this character.
    KeyCharacter(char),
    /// What AWS delivers for a path that selects nothing.
    PathSelectsNothing,
    /// What AWS does with text after a constant.
    TextAfterConstant,
    /// How `<aws.events.event>` writes its `time`.
    EventTime,
    /// That a template of white space is refused.
    BlankTemplate,
    /// What AWS takes for a placeholder where `<…>` holds no name.
    PlaceholderName,
    /// What a backslash before `<` does.
    EscapedAngle,
    /// A template that is an array.
    ArrayTemplate,
    /// A template that is one placeholder without quotes.
    BareTemplate,
    /// What AWS does with a variable as a key.
    VariableKey,
    /// Whether PutTargets refuses a template that is not JSON.
    TemplateNotJson,
    /// Whether PutTargets refuses a text template without quotes.
    TextWithoutQuotes,
    /// What AWS does with a string that is never closed.
    UnclosedString,
    /// What AWS does with text outside of the quotes of a text template.
    TextOutsideQuotes,
    /// A line break in the quotes of a text template.
    LineBreakInQuotes,
    /// Two strings on one line of a text template.
    TwoStringsOnOneLine,
    /// A payload that is larger than any target takes, which is not rendered.
    PayloadTooLarge,
    /// That the characters of a string can break the JSON of a template.
    BrokenByText,
    /// What AWS writes for null.
    Null,
    /// What AWS writes for a number in quotes.
    NumberInQuotes,
    /// How AWS spells a number.
    Number,
    /// `true` and `false` in a JSON template.
    Bool,
    /// How AWS escapes a string outside of quotes.
    EscapesOutsideQuotes,
    /// What AWS does with characters that need an escape, in quotes.
    EscapesInQuotes,
    /// An object or array without any quotes, in a string.
    NestedInQuotes,
    /// An event variable in quotes.
    EventInQuotes,
}

/// Why PutTargets accepts a target, and yet nothing reaches it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotDelivered {
    /// A text template starts without quotes.
    TextWithoutQuotes,
    /// The template is not JSON.
    TemplateNotJson,
    /// A value breaks the JSON.
    ValueBreaksJson {
        /// The name of the variable.
        name: String,
        /// What it holds.
        kind: Option<ValueKind>,
    },
    /// The rendered text is not JSON.
    RenderedNotJson,
}
