//! The codes of this crate's diagnostics.

rulepad_document::codes! {
    /// The codes of this crate's diagnostics.
    pub enum Code {
        UnknownKey = "verify.unknown-key",
        RepeatedKey = "verify.repeated-key",
        MissingKey = "verify.missing-key",
        WrongKind = "verify.wrong-kind",
        Version = "verify.version",
        NotATest = "verify.not-a-test",
        BecauseOfMatch = "verify.because-of-match",
        NothingExpected = "verify.nothing-expected",
        NoFile = "verify.no-file",
        NoRule = "verify.no-rule",
        UnknownRule = "verify.unknown-rule",
        SeveralRules = "verify.several-rules",
        RefusedPattern = "verify.refused-pattern",
        UnknownSample = "verify.unknown-sample",
        NoEvent = "verify.no-event",
        UnknownTarget = "verify.unknown-target",
        UnknownField = "verify.unknown-field",
        UnknownValue = "verify.unknown-value",
        NotARule = "verify.not-a-rule",
        UnknownSubscriber = "verify.unknown-subscriber",
        SeveralSubscribers = "verify.several-subscribers",
        RefusedSubscriber = "verify.refused-subscriber",
        SubscribersNotOpened = "verify.subscribers-not-opened",
        Import = "verify.import",
        OwnFile = "verify.own-file",
    }
}
