//! What the diagnostics of a pattern say, as data.

use crate::aws::AwsSentence;
use crate::caveats::Looping;
use crate::complexity::Count;
use crate::dialect::{Dialect, Usage};
use crate::event::Container;
use crate::operator::cidr::BadCidr;
use crate::operator::{Operator, Test};
use rulepad_document::json::ValueKind;
use rulepad_document::notation::Notation;
use rulepad_document::{Lang, Words};

/// A diagnostic of a pattern.
pub type Diagnostic = rulepad_document::Diagnostic<Message>;

/// A text of a diagnostic: its message, the words at a place, or what to do.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum Message {
    /// Of the text as JSON.
    Json(rulepad_document::Message),

    // What to do, for many problems.
    Write(String),
    /// A JSON value, which has its own quotes.
    WriteValue(String),
    PutInDoubleQuotes,
    RemoveQuotes,
    RemoveBrackets,
    RemoveIt,
    WrapInBrackets,
    AcceptAnyValue,
    SplitIntoRules,
    CompareForEquality,

    // The shape of a pattern.
    NotAnObject(ValueKind),
    NoPattern,
    StartWithSource,
    EmptyObject,
    NameFieldAndValues,
    OperatorOutsideList(String),
    BareValue {
        key: String,
        kind: ValueKind,
    },
    EmptyArray(String),
    ThisField,
    NestedArray,
    UseEmptyString,
    RemoveInnerBrackets,
    NoOperator,

    // Another notation than JSON.
    OtherNotation(Notation),
    NotKnownHere,
    RemoveQuotesAndEscapes,
    RemoveEscapes,
    ReplaceEntities,
    KeepObject,
    ConvertToJson,
    ImportTerraform,

    // `$or`.
    OrNotAList,
    AlternativeForEachField,
    OrBranch(ValueKind),
    WriteAlternative,
    OrEmpty,
    OrOfOne,
    TwoAlternativesAtLeast,
    ReservedInOr(String),
    OperatorInListOfField,
    NamesTooLong {
        mebibytes: usize,
    },
    TooManyConditions,
    TooManyAlternatives {
        limit: usize,
    },

    // An operator and its argument.
    UnknownOperator(String),
    AwsCallsIt(Operator),
    NestWithoutList,
    NoRegularExpressions,
    TheOperators,
    CloudFormationFunction(String),
    WriteResolvedValue,
    ImportTemplate,
    OneOperatorInMatcher,
    OneMatcherForEither,
    NoConjunction,
    TakesOneString {
        operator: Operator,
        kind: ValueKind,
    },
    OneMatcherForEach,
    EmptyObjectUnder(Operator),
    OnlyIgnoreCaseUnder {
        operator: Operator,
        nested: String,
    },
    WrapInAnythingBut,
    WriteTextAlone,
    ExistsArgument(ValueKind),

    // `anything-but`.
    AnythingButArgument(ValueKind),
    MatchOtherBoolean,
    NegatedTakesStrings {
        operator: Operator,
        kind: ValueKind,
    },
    AnythingButItem(ValueKind),
    RemoveItNoNulls,
    NothingExcluded,
    ExcludeEmptyString,
    StringsAndNumbers,
    MakeAllStrings,
    EmptyObjectUnderAnythingBut,
    WriteWhatToExclude,
    CannotNegate(String),
    WriteInstead(String),
    ListNumbersOrRanges,
    NegatedOperators,
    OneNegatedOperator,
    KeepAlone(String),
    TakesStrings {
        operator: Operator,
        kind: ValueKind,
    },
    WriteString,
    EmptyAffix(Operator),
    WriteTextToExclude,
    EmptyListFails(Operator),
    EmptyListNeverMatches(Operator),

    // `numeric`.
    CannotCompare(String),
    UseFifteenDigits,
    NumericNotAList(ValueKind),
    NumericStartsWithSign,
    WriteSignBeforeNumber,
    /// `None`: the list ends here.
    NumberMustFollow(Option<ValueKind>),
    WriteNumber,
    UnknownSign(String),
    UseAnythingBut,
    UseAnythingButWithNumber,
    WriteSign,
    TooMuchForFirstSign,
    WriteLowerBoundFirst,
    RangeIsLowerThenUpper,
    UpperSignMissing,
    WriteUpperBound,
    UpperSign(String),
    WriteUpperSign,
    TwoBounds,
    InThisRange,
    KeepOneOfEach,
    BoundsOutOfOrder {
        bottom: String,
        top: String,
    },
    SwapBounds,
    NoNumberInRange,

    // `wildcard` and `cidr`.
    WildcardStars,
    WriteOneStar,
    WildcardEscape,
    DoubleBackslash,
    BadCidr {
        text: String,
        problem: BadCidr,
    },
    MatchAddressItself,
    WriteAddressAndBits,

    // Limits.
    TooLong {
        length: usize,
        most: usize,
    },
    SplitOrCompact,
    LongerThanQuota {
        length: usize,
        most: usize,
    },
    WhiteSpaceUnknown,
    TooComplex {
        field: String,
        value: Count,
        limit: usize,
    },
    CountsToo,
    UseAffixes,
    UseFewerStars,
    LimitIsInferred {
        limit: usize,
    },

    // What a service leaves out.
    OperatorLacking {
        dialect: Dialect,
        usage: Usage,
        listed: bool,
    },
    UseOperatorOfSameValues(Operator),
    UseAffixOrFilterInTarget,
    UsePrefixOnDotted,
    ListSpellings,
    ListSpellingsNegated,
    ListValuesNegated,
    FilterInTarget,
    PlainData,
    WriteObjectForKinesis,
    PayloadPath,
    WriteDataAtTop,
    SnsKeys {
        count: usize,
        most: usize,
    },
    KeepTellingKeys,
    SnsCombinations {
        count: usize,
        most: usize,
    },
    ListFewerValues,
    SnsWildcards {
        count: usize,
        most: usize,
    },
    UseAffixAtEnd,
    SnsNumber,
    UseSmallerNumber,
    SnsNested(String),
    FilterOnBody,

    // Breadth.
    MatchesEverything,
    NameSourceOfAll,
    AnyService,
    NameSource,

    // Names.
    EnvelopeName {
        key: String,
        known: &'static str,
    },
    EnvelopeKey(String),
    FieldsUnderDetail,
    DuplicateObjects(String),
    AgainHere,
    WriteInOneObject,
    DuplicateKey(String),
    ThisOneCounts,
    RemoveThisOne,
    CannotAskBoth,
    Replaced(String),
    GiveBothInOneList,

    // Conditions side by side.
    CoveredAlternative,
    ThisOneIsWider,
    RemoveAlternative,
    KeepWiderAlone,
    ValueAndObject {
        name: String,
        inner: String,
    },
    ThisNeedsObject,
    OnlyMixedArray,

    // Values.
    LiteralOperator(String),
    AskForAnyValue,
    OperatorInObject(String),
    LiteralStar(String),
    UseAsWildcard,
    ArnShape(String),
    ArnParts,
    OuterSpace(String),
    RemoveWhiteSpace,
    OperatorInString(String),
    ListInString,
    RemoveQuotesAround,
    OperatorAsField(String),
    WriteAsValueOfField(String),
    UseAsOperator,
    EnvelopeType {
        name: String,
        json: String,
    },
    EnvelopeNumeric(String),
    CompareStrings,
    TwiceInList(Test),
    AlreadyAccepted {
        test: Test,
        by: Test,
    },

    // What an event shows.
    TooMuchWork,
    AskFewer,
    ExistsOnObject {
        name: String,
        container: Container,
    },
    CountsAsAbsent,
    TestInner(String),
    TestValue,
    JsonInString(String),
    HoldsJson,
    MatchTextOrSendObject,
    AnythingButAbsent(String),
    AcceptMissingField,
    AnythingButArray(String),
    ExcludedDoesNotMatter,
    CannotAskAbsenceInArray,
    /// Both as JSON.
    OneSlipAway {
        own: String,
        saw: String,
    },
    /// Both as JSON: they differ in Unicode's form.
    OtherForm {
        own: String,
        saw: String,
    },
    ThisValuePasses,
    EventDuplicateKey(String),
    FirstHere,
    KeepValueSent,

    // Faults of AWS's engine.
    DroppedAlternative {
        always: bool,
    },
    SharedValueHere,
    WriteSharedOnce,
    SeparateAlternatives,
    MixedUpWithStar {
        looping: Looping,
        excludes: bool,
    },
    ThisWildcard,
    CompareAsWritten,
    WriteSpellings,
    WriteSuffixAsWildcard,
    LostString,
    ThisRange,
    ThisString,
    PutRangeFirst,
    QuoteLeak {
        operator: Operator,
        also: String,
        excludes: bool,
    },
    WriteAsWildcard,
    CompareWithCaseAsWildcard,
    IgnoredCaseOf(char),
    CompareWithCase,
    EmptyName,
    NameField,
    BeyondAllNumbers,
    WriteOneNumber,
    NoNumberBeyond,
    AddressDigits(String),
    TakenForAddress,
    AcceptThisSpelling,
    CompareTextOfAddress,
    MatchAnotherField,
    AddressAsNumber(String),
    TakenForNumber,
    SeparateAddressesAndNumbers,
    NumberWithSuffix(String),
    EndsLikeString,
    SeparateSuffixAndNumbers,
    FieldTwice(String),
    OutsideArray,
    InElement,
    SendFieldOnce,

    /// What AWS says, word for word in English; the gloss of a reference.
    Aws(AwsSentence),
}

impl From<rulepad_document::Message> for Message {
    fn from(message: rulepad_document::Message) -> Self {
        Self::Json(message)
    }
}

impl Words for Message {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => crate::words_en::message(self),
            Lang::Ko(_) => crate::words_ko::message(self),
        }
    }
}
