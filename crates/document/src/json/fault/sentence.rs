//! What AWS's JSON parser says, as data and word for word.

use super::number::MAX_DIGITS;
use super::words::described;
use crate::json::parse::MAX_DEPTH;

/// What the parser says of the place where it stops.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A character that cannot be there.
    Unexpected {
        /// The character.
        c: char,
        /// What the parser expected.
        wanted: Wanted,
    },
    /// A control character outside strings.
    BetweenTokens(char),
    /// A closing bracket of the other kind.
    CloseMarker {
        /// The bracket.
        found: char,
        /// The other one.
        expected: char,
        /// What is open; `None` at the root.
        within: Option<Container>,
        /// Where that starts, as the parser prints it.
        start: String,
    },
    /// A control character in a string.
    Unescaped {
        /// The character.
        c: char,
        /// What the parser calls the string.
        kind: &'static str,
    },
    /// A character after a backslash that has no meaning there.
    Escape(char),
    /// A word that is no JSON.
    Token(String),
    /// The text ends too early; what the parser says beyond that.
    EndOfInput(String),
    /// A number with zeros before it.
    LeadingZero,
    /// A number in words, such as `NaN`.
    NotANumber(String),
    /// A number with too many digits.
    NumberLength(usize),
    /// Arrays and objects that are nested too deeply.
    Depth(usize),
}

/// What the parser expected in the place of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// No comment.
    NoComment,
    /// A comma between two entries.
    Comma(Container),
    /// The quote before a name.
    QuoteOfName,
    /// The colon behind a name.
    Colon,
    /// A value, in an array or object that closes instead.
    Value,
    /// A value of any kind.
    AnyValue,
    /// A digit of an escape.
    HexDigit,
    /// White space behind the number at the root.
    SpaceAfterRoot,
    /// A digit behind the minus sign.
    DigitAfterMinus,
    /// A number without plus sign.
    NoPlus,
    /// A digit behind the decimal point.
    DigitAfterPoint,
    /// A digit behind the exponent mark.
    DigitAfterExponent,
}

/// What holds entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// `[…]`
    Array,
    /// `{…}`
    Object,
}

impl Container {
    pub(super) fn of(array: bool) -> Self {
        if array { Self::Array } else { Self::Object }
    }

    /// What the parser calls it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Array => "Array",
            Self::Object => "Object",
        }
    }
}

impl Fault {
    /// The parser's sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Unexpected { c, wanted } => {
                let number = if wanted.is_in_number() { " in numeric value" } else { "" };
                format!("Unexpected character ({}){number}: {}", described(*c), wanted.words())
            }
            Self::BetweenTokens(c) => format!(
                "Illegal character ({}): only regular white space (\\r, \\n, \\t) is allowed between tokens",
                described(*c)
            ),
            Self::CloseMarker { found, expected, within, start } => {
                let kind = within.map_or("root", Container::name);
                format!(
                    "Unexpected close marker '{found}': expected '{expected}' (for {kind} starting at {start})"
                )
            }
            Self::Unescaped { c, kind } => format!(
                "Illegal unquoted character ({}): has to be escaped using backslash to be included in {kind}",
                described(*c)
            ),
            Self::Escape(c) => format!("Unrecognized character escape {}", described(*c)),
            Self::Token(token) => format!(
                "Unrecognized token '{token}': was expecting (JSON String, Number, Array, Object or token 'null', \
                 'true' or 'false')"
            ),
            Self::EndOfInput(what) => format!("Unexpected end-of-input{what}"),
            Self::LeadingZero => "Invalid numeric value: Leading zeroes not allowed".to_owned(),
            Self::NotANumber(name) => format!(
                "Non-standard token '{name}': enable `JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS` to allow"
            ),
            Self::NumberLength(length) => format!(
                "Number value length ({length}) exceeds the maximum allowed ({MAX_DIGITS}, from \
                 `StreamReadConstraints.getMaxNumberLength()`)"
            ),
            Self::Depth(depth) => format!(
                "Document nesting depth ({depth}) exceeds the maximum allowed ({MAX_DEPTH}, from \
                 `StreamReadConstraints.getMaxNestingDepth()`)"
            ),
        }
    }
}

impl Wanted {
    fn is_in_number(self) -> bool {
        match self {
            Self::DigitAfterMinus | Self::NoPlus | Self::DigitAfterPoint | Self::DigitAfterExponent => true,
            Self::NoComment
            | Self::Comma(_)
            | Self::QuoteOfName
            | Self::Colon
            | Self::Value
            | Self::AnyValue
            | Self::HexDigit
            | Self::SpaceAfterRoot => false,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::NoComment => {
                "maybe a (non-standard) comment? (not recognized as one since Feature 'ALLOW_COMMENTS' not enabled \
                 for parser)"
            }
            Self::Comma(Container::Array) => "was expecting comma to separate Array entries",
            Self::Comma(Container::Object) => "was expecting comma to separate Object entries",
            Self::QuoteOfName => "was expecting double-quote to start field name",
            Self::Colon => "was expecting a colon to separate field name and value",
            Self::Value => "expected a value",
            Self::AnyValue => {
                "expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"
            }
            Self::HexDigit => "expected a hex-digit for character escape sequence",
            Self::SpaceAfterRoot => "Expected space separating root-level values",
            Self::DigitAfterMinus => "expected digit (0-9) to follow minus sign, for valid numeric value",
            Self::NoPlus => {
                "JSON spec does not allow numbers to have plus signs: enable \
                 `JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS` to allow"
            }
            Self::DigitAfterPoint => "Decimal point not followed by a digit",
            Self::DigitAfterExponent => "Exponent indicator not followed by a digit",
        }
    }
}
