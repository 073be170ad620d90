//! The codes of a JSON text.

crate::codes! {
    /// What can be wrong with a JSON text, whatever it means.
    pub enum Code {
        Comment = "json.comment",
        ByteOrderMark = "json.byte-order-mark",
        ForeignSpace = "json.foreign-space",
        UnclosedString = "json.unclosed-string",
        ControlCharacter = "json.control-character",
        Quotes = "json.quotes",
        UnknownEscape = "json.unknown-escape",
        HexEscape = "json.hex-escape",
        LoneSurrogate = "json.lone-surrogate",
        PlusSign = "json.plus-sign",
        LeadingPoint = "json.leading-point",
        LeadingZero = "json.leading-zero",
        MissingFraction = "json.missing-fraction",
        MissingExponent = "json.missing-exponent",
        NumberLength = "json.number-length",
        Word = "json.word",
        BareKey = "json.bare-key",
        UnopenedString = "json.unopened-string",
        MissingValue = "json.missing-value",
        Unexpected = "json.unexpected",
        ExtraComma = "json.extra-comma",
        TrailingComma = "json.trailing-comma",
        MissingComma = "json.missing-comma",
        MissingColon = "json.missing-colon",
        Unclosed = "json.unclosed",
        MismatchedBracket = "json.mismatched-bracket",
        TooDeep = "json.too-deep",
        TrailingText = "json.trailing-text",
        Empty = "json.empty",
    }
}
