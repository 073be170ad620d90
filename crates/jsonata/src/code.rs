//! The codes of this crate's diagnostics.

rulepad_document::codes! {
    /// The codes of this crate's diagnostics.
    pub enum Code {
        NotDelimited = "jsonata.not-delimited",
        LooksLikeExpression = "jsonata.looks-like-expression",
        TooLong = "jsonata.too-long",
        Syntax = "jsonata.syntax",
        Eval = "jsonata.eval",
        NewerOperator = "jsonata.newer-operator",
        NotEvents = "jsonata.not-events",
        UnknownFunction = "jsonata.unknown-function",
        UnknownVariable = "jsonata.unknown-variable",
        Arguments = "jsonata.arguments",
        Version = "jsonata.version",
        TooDeep = "jsonata.too-deep",
        Failed = "jsonata.failed",
        Stopped = "jsonata.stopped",
        Nothing = "jsonata.nothing",
        FunctionResult = "jsonata.function-result",
        EmptyString = "jsonata.empty-string",
        NumberSpelling = "jsonata.number-spelling",
    }
}
