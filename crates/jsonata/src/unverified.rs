//! What nobody we can cite has shown about a result.

/// What is not verified about an expression or its result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unverified {
    /// Versions of JSONata disagree, and AWS does not say which one it runs.
    Version(Difference),
    /// A number of the event is written differently from how the event spells it.
    NumberSpelling,
    /// An object or array has no white space and keeps the order of its keys.
    JsonLayout,
    /// The value depends on chance: `$random`, `$shuffle`, `$uuid`.
    Chance,
    /// The value depends on the time of the delivery: `$now`, `$millis`.
    Time,
    /// What `$`, `$$` and names without `$events` refer to.
    Context,
    /// How AWS counts its stack depth of 100; this evaluation goes deeper by our count.
    Depth,
    /// The event has an object with a key twice; the last value counts here.
    DuplicateKeys,
    /// The event is not JSON as it is.
    BrokenEvent,
    /// An empty string as the payload.
    EmptyString,
    /// A function as the payload.
    Function,
    /// `$random` without a seed, which AWS's guide does not list for event buses.
    RandomWithoutSeed,
}

/// Where JSONata 2.0.6, which Step Functions documents, and later versions disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Difference {
    /// `??` came with 2.1.
    Coalescing,
    /// `?:` came with 2.1.
    Default,
    /// `$contains` with a pattern that is missing: an error in 2.0.6.
    ContainsNothing,
    /// `$each` of a missing value: an error in 2.0.6.
    EachNothing,
    /// `$formatNumber` with an exponent, or with a picture that has no digit.
    FormatNumberPicture,
    /// `$pad` with a width that is not an integer.
    PadFraction,
    /// `+` in the signature of a function.
    VariadicSignature,
    /// Integers of 16 or more digits as a string: 2.0.6 keeps 15 digits.
    LongInteger,
    /// `$toMillis` with a picture: parts of a second, and the time zone.
    ToMillisPicture,
    /// Grouping `{…}` of a path that finds nothing.
    GroupNothing,
    /// `*` of a function.
    WildcardFunction,
}

impl Difference {
    /// Whether it is an operator, which has a diagnostic where it is written.
    pub(crate) fn is_operator(self) -> bool {
        matches!(self, Self::Coalescing | Self::Default)
    }
}
