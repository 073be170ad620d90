//! AWS's own sentences about a pattern: as data, word for word, and in the frame of each service.

use crate::dialect::Dialect;
use crate::message::Message;
use crate::operator::Operator;
use crate::operator::cidr::BadCidr;
use crate::words_ko;
use rulepad_document::{Lang, Reference, Words};

/// What AWS says of a pattern. Its words are English in every language; others have a gloss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AwsSentence {
    /// A field with a bare value.
    BareValue(String),
    /// A text that is no object.
    NotAnObject,
    /// `{}`
    EmptyObject,
    /// `[]`
    EmptyArray,
    /// A matcher that is a list.
    MatchValue,
    /// A matcher without operator.
    NoOperator,
    /// An operator that AWS does not know.
    UnknownOperator(String),
    /// A second operator in a matcher.
    OneOperator,
    /// A value that is no string, under what AWS calls this.
    NotAString(&'static str),
    /// An empty object under `prefix` or `suffix`.
    AffixWithoutOperator(Operator),
    /// Another operator under `prefix` or `suffix`.
    AffixOperator {
        /// The outer one.
        operator: Operator,
        /// The inner one.
        key: String,
    },
    /// A value of `exists` that is no boolean.
    Exists,
    /// `$or` without list.
    OrNotAList,
    /// An alternative that is no object.
    OrBranch,
    /// `$or` with fewer than two alternatives.
    OrTooShort,
    /// A field of `$or` under a reserved name.
    OrReserved(String),
    /// A value of `anything-but`.
    AnythingButValue,
    /// An entry of `anything-but`.
    AnythingButItem,
    /// A list under `anything-but` with strings and numbers, or with neither.
    AnythingButMixed,
    /// An entry of `equals-ignore-case` under `anything-but`.
    IgnoreCaseItem,
    /// An empty object under `anything-but`.
    AnythingButWithoutOperator,
    /// An operator that `anything-but` does not take.
    AnythingButOperator(String),
    /// An empty text under `prefix` or `suffix` inside `anything-but`.
    EmptyAffix,
    /// A value of `numeric` that is no list.
    NumericNotAList,
    /// An entry in the place of an operator.
    NumericMember(String),
    /// An entry in the place of a number, behind this operator.
    NumericValue(String),
    /// An operator that AWS does not know.
    NumericOperator(String),
    /// An operator that cannot be the second.
    NumericUpperOperator(String),
    /// An entry in the place of the second operator.
    NumericRangeValue(String),
    /// Too many entries behind the first operator; also a second operator in a matcher.
    NumericTooMany,
    /// Entries behind the second number.
    NumericTooManyTerms,
    /// Bounds in the wrong order.
    NumericBounds,
    /// A number that a 64-bit float cannot hold.
    CannotCompare(String),
    /// Two stars in a row, at this byte.
    WildcardStars(usize),
    /// A backslash before another character than `*` and `\\`, at this byte.
    WildcardEscape(usize),
    /// A block of addresses.
    Cidr(BadCidr),
    /// Wildcards that are too complex.
    TooComplex,
    /// A filter policy with too many keys.
    SnsKeys,
    /// A filter policy with too many combinations.
    SnsTooComplex,
    /// A nested policy on attributes.
    SnsNested,
}

impl AwsSentence {
    /// AWS's words.
    #[must_use]
    pub fn sentence(&self) -> String {
        let fixed = match self {
            Self::BareValue(key) => return format!("\"{key}\" must be an object or an array"),
            Self::UnknownOperator(name) => return format!("Unrecognized match type {name}"),
            Self::NotAString(name) => return format!("{name} match pattern must be a string"),
            Self::AffixOperator { operator, key } => {
                return format!("Unsupported {} pattern: {key}", operator.name());
            }
            Self::OrReserved(key) => {
                return format!("{key} is Ruler reserved fieldName which cannot be used inside $or.");
            }
            Self::AnythingButOperator(key) => return format!("Unsupported anything-but pattern: {key}"),
            Self::NumericMember(found) => return format!("Invalid member in numeric match: {found}"),
            Self::NumericValue(operator) => return format!("Value of {operator} must be numeric"),
            Self::NumericOperator(operator) => {
                return format!("Unrecognized numeric range operator: {operator}");
            }
            Self::NumericUpperOperator(operator) => return format!("Bad numeric range operator: {operator}"),
            Self::NumericRangeValue(found) => return format!("Bad value in numeric range: {found}"),
            Self::CannotCompare(number) => return format!("Cannot compare number : {number}"),
            Self::WildcardStars(at) => return format!("Consecutive wildcard characters at pos {at}"),
            Self::WildcardEscape(at) => return format!("Invalid escape character at pos {at}"),
            Self::Cidr(BadCidr::Nonstandard(address)) => return format!("Nonstandard IP address: {address}"),
            Self::Cidr(BadCidr::Address(address)) => return format!("Invalid IP address: {address}"),
            Self::NotAnObject => "Filter is not an object",
            Self::EmptyObject => "Empty objects are not allowed",
            Self::EmptyArray => "Empty arrays are not allowed",
            Self::MatchValue => "Match value must be String, number, true, false, or null",
            Self::NoOperator => "Match expression name not found",
            Self::OneOperator => "Only one key allowed in match expression",
            Self::AffixWithoutOperator(Operator::Prefix) => "Prefix expression name not found",
            Self::AffixWithoutOperator(_) => "Suffix expression name not found",
            Self::Exists => "exists match pattern must be either true or false.",
            Self::OrNotAList => "It must be an Array followed with $or.",
            Self::OrBranch => "Only JSON object is allowed in array of $or relationship.",
            Self::OrTooShort => "There must have at least 2 Objects in $or relationship.",
            Self::AnythingButValue => "Value of anything-but must be an array or single string/number value.",
            Self::AnythingButItem => "Inside anything but list, start|null|boolean is not supported.",
            Self::AnythingButMixed => {
                "Inside anything but list, either all values are number or string, mixed type is not supported"
            }
            Self::IgnoreCaseItem => {
                "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported."
            }
            Self::AnythingButWithoutOperator => "Anything-But expression name not found",
            Self::EmptyAffix => "Null prefix/suffix not allowed",
            Self::NumericNotAList => "Value of numeric must be an array.",
            Self::NumericTooMany => "Too many elements in numeric expression",
            Self::NumericTooManyTerms => "Too many terms in numeric range expression",
            Self::NumericBounds => "Bottom must be less than top",
            Self::Cidr(BadCidr::Slash) => "Malformed CIDR, one '/' required",
            Self::Cidr(BadCidr::Bits) => "Malformed CIDR, mask bits must be an integer",
            Self::Cidr(BadCidr::Negative) => "Malformed CIDR, mask bits must not be negative",
            Self::Cidr(BadCidr::Width(network)) if network.is_ipv4() => "IPv4 mask bits must be < 32",
            Self::Cidr(BadCidr::Width(_)) => "IPv6 mask bits must be < 128",
            Self::TooComplex => {
                "Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences \
                 after a wildcard character"
            }
            Self::SnsKeys => "Filter policy can not have more than 5 keys",
            Self::SnsTooComplex => "Filter policy is too complex",
            Self::SnsNested => "Filter policy scope MessageAttributes does not support nested filter policy",
        };
        fixed.to_owned()
    }

    /// Of a second operator in one matcher, by the first one.
    pub(crate) fn second_operator(first: Option<Operator>) -> Self {
        match first {
            Some(Operator::Numeric | Operator::AnythingBut) => Self::NumericTooMany,
            _ => Self::OneOperator,
        }
    }

    /// Of a value under an operator inside `anything-but` that is no string.
    pub(crate) fn negated_item(operator: Operator) -> Self {
        match operator {
            Operator::Prefix | Operator::Suffix => Self::NotAString("prefix/suffix"),
            Operator::Wildcard => Self::NotAString("wildcard"),
            _ => Self::IgnoreCaseItem,
        }
    }
}

/// In English AWS's words, in another language what they mean.
impl Words for AwsSentence {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.sentence(),
            Lang::Ko(_) => words_ko::gloss(self),
        }
    }
}

impl From<AwsSentence> for Message {
    fn from(said: AwsSentence) -> Self {
        Self::Aws(said)
    }
}

/// What AWS answers to a pattern it refuses, where anybody has seen it.
pub(crate) fn refusal<M>(dialect: Dialect, reference: &Reference<M>, text: &str) -> Option<String> {
    match dialect {
        Dialect::Rule | Dialect::Archive => {
            Some(format!("Event pattern is not valid. Reason: {}", reference.located(text)))
        }
        Dialect::EventSourceMapping => Some("Invalid filter pattern definition.".to_owned()),
        Dialect::SnsAttributes | Dialect::SnsBody => {
            Some(format!("Invalid parameter: FilterPolicy: {}", reference.located(text)))
        }
        Dialect::Pipes => None,
    }
}
