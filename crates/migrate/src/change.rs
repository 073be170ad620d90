//! What a subscriber does differently from the rule that it comes from, and what it cannot do.

use rulepad_transformer::Message;

/// What behaves differently, although everything was written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Numbers of the event that JSONata spells differently: `1.50`, `1e3`, more than 15 digits.
    NumberSpelling,
    /// A number written in the input option, which JSONata spells differently.
    ConstantNumber(String),
    /// An escape of half a surrogate pair, which JSONata replaces by U+FFFD.
    LoneSurrogate(String),
    /// A key that an object has twice: the last value is kept.
    RepeatedKey(String),
    /// A path that finds nothing fails the delivery. What a rule does is not documented.
    NothingSelected(String),
    /// `null` fails the delivery.
    NullFails(String),
    /// Where a value on the path is an array and the path has a name there, or the other way round, a rule selects
    /// nothing. JSONata collects from the elements, and treats a single value as a list of one.
    OtherShape(String),
    /// A string with quotes or backslashes, or an object with strings, breaks the JSON of a rule's template between quotes.
    /// JSONata escapes it.
    EscapedInQuotes,
    /// A variable as a key. What a rule does is not documented; JSONata fails where two keys are equal.
    VariableKey(String),
    /// The name or ARN of the rule is now a constant.
    RuleVariable(String),
    /// The time of ingestion is that of the custom event bus, in its format.
    IngestionTime,
    /// `aws.events.event` is written member by member.
    EventVariable,
    /// The result is a string, and the target takes JSON. How it arrives is not documented.
    StringResult,
    /// `exists` instead of `wildcard` `*` accepts numbers, `true`, `false` and `null` as well.
    AnyType(String),
    /// The subscriber is stopped: it keeps a backlog, which a disabled rule does not.
    Stopped,
    /// Programs that publish to the event bus of the rule have to publish to the custom event bus.
    Publishers,
    /// The event source brings all events of this service or partner: its pattern cannot say which the rule matches.
    WholeSource(String),
    /// The events come from a partner, for which the custom event bus needs an event source.
    Partner(String),
    /// Without a path, each event has its id as partition key.
    PartitionKey,
    /// The role has to be created.
    NewRole,
    /// The policies of the role have to be those of a subscriber.
    RolePolicies,
    /// The target is reached by this action of its service.
    UniversalTarget(&'static str),
    /// The call of this action does not have the event, which the rule passes on.
    NoEvent(&'static str),
    /// The role must be allowed to pass the roles of the task on.
    PassRole,
    /// A run of the workflow is started for each event, whatever the trigger of the workflow collects.
    WorkflowRun,
    /// The stream of the log group with this name has to exist.
    LogStream(String),
    /// The queue gets records without the event.
    QueueRecord,
}

/// Why an input option cannot be written as a transformer.
#[derive(Clone, Debug, PartialEq)]
pub enum InputLoss {
    /// AWS refuses the input option.
    Refused(Message),
    /// The template is text without quotes, which a rule does not deliver.
    TextWithoutQuotes,
    /// The template has a string that is never closed.
    UnclosedString,
    /// The template is not JSON, so that a rule does not deliver it.
    TemplateNotJson,
    /// The constant is not one JSON value.
    ConstantNotJson,
    /// The expression has this many characters, more than AWS takes.
    TooLong(usize),
    /// Elements of arrays inside arrays.
    NestedArrays(String),
    /// The input path is not in the grammar and selects nothing.
    NoPath(String),
    /// A number that no JSONata number can be.
    Number(String),
    /// An expression that JSONata does not take, such as one that nests too deeply.
    NotAnExpression,
}
