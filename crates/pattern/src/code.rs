//! The codes of a pattern's diagnostics.

rulepad_document::codes! {
    /// What can be wrong with a pattern, what a service leaves out, what is probably not meant, and where AWS's
    /// engine does something else.
    pub enum Code {
        OrList = "pattern.or-list",
        OrBranch = "pattern.or-branch",
        OrTooShort = "pattern.or-too-short",
        OrReserved = "pattern.or-reserved",
        NamesTooLong = "pattern.names-too-long",
        TooManyConditions = "pattern.too-many-conditions",
        OrCombinations = "pattern.or-combinations",
        AnythingButArgument = "pattern.anything-but-argument",
        AnythingButItem = "pattern.anything-but-item",
        AnythingButEmpty = "pattern.anything-but-empty",
        AnythingButMixed = "pattern.anything-but-mixed",
        AnythingButWithoutOperator = "pattern.anything-but-without-operator",
        AnythingButOperator = "pattern.anything-but-operator",
        SecondOperator = "pattern.second-operator",
        AnythingButNestedItem = "pattern.anything-but-nested-item",
        EmptyAffix = "pattern.empty-affix",
        AnythingButNestedEmpty = "pattern.anything-but-nested-empty",
        TooLong = "pattern.too-long",
        Long = "pattern.long",
        Complexity = "pattern.complexity",
        Encoded = "pattern.encoded",
        Escaped = "pattern.escaped",
        HtmlEntities = "pattern.html-entities",
        Surrounded = "pattern.surrounded",
        SourceCode = "pattern.source-code",
        YamlText = "pattern.yaml-text",
        Hcl = "pattern.hcl",
        Xml = "pattern.xml",
        Prose = "pattern.prose",
        NumberPrecision = "pattern.number-precision",
        NumericList = "pattern.numeric-list",
        NumericOperator = "pattern.numeric-operator",
        NumericValue = "pattern.numeric-value",
        NumericOperatorUnknown = "pattern.numeric-operator-unknown",
        NumericTooMany = "pattern.numeric-too-many",
        NumericSecondOperator = "pattern.numeric-second-operator",
        NumericUpperOperator = "pattern.numeric-upper-operator",
        NumericTooManyTerms = "pattern.numeric-too-many-terms",
        NumericBounds = "pattern.numeric-bounds",
        UnknownOperator = "pattern.unknown-operator",
        CloudformationFunction = "pattern.cloudformation-function",
        StringArgument = "pattern.string-argument",
        AffixWithoutOperator = "pattern.affix-without-operator",
        AffixOperator = "pattern.affix-operator",
        ExistsArgument = "pattern.exists-argument",
        NotAnObject = "pattern.not-an-object",
        EmptyObject = "pattern.empty-object",
        OperatorOutsideList = "pattern.operator-outside-list",
        BareValue = "pattern.bare-value",
        EmptyArray = "pattern.empty-array",
        NestedArray = "pattern.nested-array",
        NoOperator = "pattern.no-operator",
        WildcardStars = "pattern.wildcard-stars",
        WildcardEscape = "pattern.wildcard-escape",
        Cidr = "pattern.cidr",
        DialectSnsKeys = "dialect.sns-keys",
        DialectSnsCombinations = "dialect.sns-combinations",
        DialectSnsWildcards = "dialect.sns-wildcards",
        DialectSnsNumber = "dialect.sns-number",
        DialectSnsNested = "dialect.sns-nested",
        DialectOperator = "dialect.operator",
        DialectPlainData = "dialect.plain-data",
        DialectPayloadPath = "dialect.payload-path",
        LintMatchesEverything = "lint.matches-everything",
        LintAnyService = "lint.any-service",
        LintTooMuchWork = "lint.too-much-work",
        LintExistsOnObject = "lint.exists-on-object",
        LintJsonInString = "lint.json-in-string",
        LintAnythingButAbsent = "lint.anything-but-absent",
        LintAnythingButArray = "lint.anything-but-array",
        LintAnythingButNear = "lint.anything-but-near",
        LintEventDuplicateKey = "lint.event-duplicate-key",
        LintEnvelopeName = "lint.envelope-name",
        LintEnvelopeKey = "lint.envelope-key",
        LintDuplicateKey = "lint.duplicate-key",
        LintReplaced = "lint.replaced",
        LintCoveredAlternative = "lint.covered-alternative",
        LintValueAndObject = "lint.value-and-object",
        LintLiteralOperator = "lint.literal-operator",
        LintLiteralStar = "lint.literal-star",
        LintArnShape = "lint.arn-shape",
        LintOuterSpace = "lint.outer-space",
        LintOperatorInString = "lint.operator-in-string",
        LintOperatorAsField = "lint.operator-as-field",
        LintEnvelopeType = "lint.envelope-type",
        LintCovered = "lint.covered",
        CaveatOrDuplicate = "caveat.or-duplicate",
        CaveatWildcardMixUp = "caveat.wildcard-mix-up",
        CaveatRangeOverZero = "caveat.range-over-zero",
        CaveatQuote = "caveat.quote",
        CaveatIgnoreCaseCharacter = "caveat.ignore-case-character",
        CaveatEmptyName = "caveat.empty-name",
        CaveatRangeAtLimit = "caveat.range-at-limit",
        CaveatAddressDigits = "caveat.address-digits",
        CaveatSuffixNumber = "caveat.suffix-number",
        CaveatFieldTwice = "caveat.field-twice",
    }
}

impl Code {
    /// Whether only the dialect's service has something against the pattern.
    #[must_use]
    pub fn is_of_dialect(self) -> bool {
        matches!(
            self,
            Self::DialectSnsKeys
                | Self::DialectSnsCombinations
                | Self::DialectSnsWildcards
                | Self::DialectSnsNumber
                | Self::DialectSnsNested
                | Self::DialectOperator
                | Self::DialectPlainData
                | Self::DialectPayloadPath
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_document::Codes;

    #[test]
    fn codes_of_dialects_are_of_their_station() {
        for code in Code::ALL {
            assert_eq!(code.is_of_dialect(), code.name().starts_with("dialect."), "{code:?}");
        }
    }
}
