//! What was made of a value of the event, and why nothing can be made of one.

use rulepad_pattern::Dialect;
use rulepad_pattern::witness::NoWitness;
use rulepad_transformer::NoRoom;

/// Why nothing can be made of a value of the event, or of a text.
#[derive(Clone, Debug)]
pub(crate) enum WhyNot {
    /// There is no value at the place.
    NoValue,
    /// The event is empty.
    EventEmpty,
    /// The event cannot be read.
    EventBroken,
    /// The place is not JSON.
    NotJson,
    /// The value is the whole event.
    WholeEvent,
    /// A pattern reads `$or` as alternatives.
    Or,
    /// The value is an object.
    Object(String),
    /// The array has more values than a pattern should list.
    TooManyValues { name: String, most: usize },
    /// The array is empty.
    EmptyArray(String),
    /// The array holds no scalars.
    NoScalars(String),
    /// The pattern is not JSON.
    PatternBroken,
    /// The pattern is no object.
    PatternNotObject,
    /// AWS refuses the pattern.
    PatternRefused,
    /// The pattern has no condition at the place.
    NoSuchCondition,
    /// The pattern's text has no place for it.
    NoPlace,
    /// Several branches of `$or` have the field.
    Branches { name: String, count: usize },
    /// The pattern has fields below the value.
    FieldsBelow(String),
    /// The pattern has a condition on the value itself.
    ConditionAbove(String),
    /// The pattern has no list for the field.
    NoList(String),
    /// AWS would refuse the new pattern, with this message.
    WouldBeRefused(String),
    /// The new condition would not hold.
    WouldNotHold(String),
    /// What the pattern is tried on does not have the field.
    NotTried { name: String, dialect: Dialect },
    /// No element of an array meets both conditions.
    NoSingleElement(String),
    /// A path cannot name an empty key.
    EmptyKey,
    /// A path cannot name this key.
    Key(String),
    /// The path is longer than AWS takes.
    PathTooLong,
    /// A later value has the same key.
    LaterValue,
    /// An input path cannot go into an array in an array.
    NestedArray,
    /// The input option takes no further value.
    NoRoom(NoRoom),
    /// No event meets the condition.
    NoWitness(NoWitness),
    /// No single value meets the condition.
    NoSingleValue,
}

impl From<NoRoom> for WhyNot {
    fn from(why: NoRoom) -> Self {
        Self::NoRoom(why)
    }
}

/// What was done to a pattern.
#[derive(Clone, Debug)]
pub(crate) enum PatternChange {
    /// It has a condition on the field.
    Asks(String),
    /// The field's list has one more value.
    TakesMore(String),
    /// The field's list took the value already.
    TakesAlready(String),
}

/// What was done to an input transformer.
#[derive(Clone, Debug)]
pub(crate) struct VariableChange {
    pub name: String,
    /// Whether the map has a new entry.
    pub entered: bool,
    pub template: InTemplate,
}

/// Where the placeholder of a variable is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InTemplate {
    /// It was added to the template.
    Added,
    /// The template had it.
    Present,
    /// The template has no obvious place for it.
    Absent,
}
