//! Everything this crate has a sentence for, as data.

use crate::fault::Fault;
use crate::outcome::Bound;
use crate::unverified::{Difference, Unverified};
use crate::written::Resemblance;

/// A message, a label or a help of a diagnostic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// A transformer's expression has no delimiters.
    NotDelimited,
    /// A literal that looks like an expression.
    LooksLikeExpression(Resemblance),
    /// The text has so many characters.
    TooLong {
        /// How many it has.
        length: usize,
        /// How many AWS takes.
        most: usize,
    },
    /// An error of the syntax.
    Syntax(Fault),
    /// `$eval`, which AWS removed.
    Eval,
    /// An operator that JSONata has since 2.1.
    NewerOperator(Difference),
    /// `$`, `$$` or a name that does not start from `$events`.
    NotEvents(NotEvents),
    /// A function that neither JSONata nor AWS has, and the expression does not define.
    UnknownFunction(String),
    /// A variable that nothing defines.
    UnknownVariable(String),
    /// A call of one of AWS's functions that fails.
    Arguments(Arguments),
    /// What is not verified.
    Unverified(Unverified),
    /// The expression fails with this event.
    Failed(Fault),
    /// The evaluation was stopped.
    Stopped(Bound),
    /// A transformer gives nothing.
    NothingToDeliver,
    /// A transformer gives `null`.
    NullToDeliver,
    /// A parameter gets nothing.
    NothingForParameter,
    /// A parameter gets `null`.
    NullForParameter,
    /// So many numbers are written differently from the event's.
    Respelled {
        /// As the event spells the first of them.
        event: String,
        /// As it is written in the result.
        written: String,
        /// How many more there are.
        more: usize,
    },
    /// A number of the expression is written differently from how it is spelled there.
    LiteralRespelled {
        /// As the expression spells it.
        literal: String,
        /// As it is written in the result.
        written: String,
    },
    /// What to do about it.
    Help(Help),
}

/// What an expression reads from, other than `$events`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotEvents {
    /// `$`.
    Context,
    /// `$$`.
    Root,
    /// A name, `*`, `**` or `%`.
    Name(String),
}

/// Why a call of one of AWS's functions fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arguments {
    /// It takes another number of arguments.
    Count {
        /// The function, without `$`.
        function: &'static str,
        /// How many it has.
        given: usize,
        /// How many it takes at least.
        least: usize,
        /// How many it takes at most.
        most: usize,
    },
    /// `$hash` does not have this algorithm.
    Algorithm(String),
    /// The size of `$partition` is below one.
    PartitionSize,
    /// The step of `$range` is zero.
    RangeStep,
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Help {
    /// Put the expression between the delimiters.
    AddDelimiters,
    /// Remove what is around the delimiters.
    RemoveAround,
    /// Close the expression.
    Close,
    /// Open the expression.
    Open,
    /// Write the text around the expression inside it.
    MoveInside,
    /// Shorten the expression.
    Shorten,
    /// Write this instead.
    Write(String),
    /// Select the value itself instead of `$eval`.
    SelectDirectly,
    /// Only `$events` is defined.
    StartFromEvents,
    /// Which names AWS's algorithms have.
    Algorithms,
    /// Give a default value.
    GiveDefault,
    /// Return an object.
    ReturnObject,
    /// AWS retries, and then sends the event to the queue.
    DeliveryFails,
    /// What AWS allows an evaluation.
    AwsLimits,
    /// Send the number as a string where its spelling matters.
    SpellingMatters,
    /// Write a number as a string.
    WriteAsString,
    /// Call the function.
    CallFunction,
    /// Reduce what is computed.
    ReduceWork,
}

impl From<Help> for Message {
    fn from(what: Help) -> Self {
        Self::Help(what)
    }
}

impl From<Unverified> for Message {
    fn from(what: Unverified) -> Self {
        Self::Unverified(what)
    }
}
