//! The diagnostics of JSON and YAML texts in English.

use crate::message::{Message, QuoteMarks};
use crate::words::en::a;

/// The words of a message.
pub(crate) fn message(message: &Message) -> String {
    let fixed = match message {
        Message::ForeignSpace(c) => {
            return format!("the space U+{:04X} is not allowed in JSON", u32::from(*c));
        }
        Message::ControlCharacter(c) => {
            return format!("a raw control character (U+{:04X}) in a string", u32::from(*c));
        }
        Message::Quotes(marks) => {
            let marks = match marks {
                QuoteMarks::Single => "single quotes",
                QuoteMarks::Back => "backquotes",
                QuoteMarks::Typographic => "typographic quotes",
            };
            return format!("{marks} around a string: JSON strings need straight double quotes");
        }
        Message::UnknownEscape(c) => return format!("`\\{c}` is not a JSON escape"),
        Message::NumberLength(length) => {
            return format!("a number of {length} digits: AWS reads 1000 at most");
        }
        Message::Word { word, constant: Some(constant) } => {
            return format!("`{word}` is not JSON; did you mean `{constant}`?");
        }
        Message::Word { word, constant: None } => {
            return format!("`{word}` is not JSON; a string needs double quotes");
        }
        Message::KeyWithoutOpeningQuote(key) => return format!("the key `{key}` has no opening quote"),
        Message::BareKey(key) => return format!("the key `{key}` has no double quotes"),
        Message::UnopenedString(text) => return format!("the string `{text}` has no opening quote"),
        Message::Unexpected(c) => return format!("`{c}` is not expected here"),
        Message::UnexpectedBeforeQuote(text) => return format!("`{text}` is not expected before the quote"),
        Message::MissingComma { in_array } => {
            return format!("a comma is missing before this entry of the {}", container(*in_array));
        }
        Message::WrongColon(wrong) => return format!("`{wrong}` between key and value: JSON needs a colon"),
        Message::Unclosed { bracket, around: 0 } => return format!("this `{bracket}` is never closed"),
        Message::Unclosed { bracket, around } => {
            return format!("this `{bracket}` and {around} around it are never closed");
        }
        Message::MismatchedBracket { found, in_array } => {
            return format!("`{found}` cannot close this {}", container(*in_array));
        }
        Message::TrailingText(shown) => {
            return format!("text after the closing bracket, which AWS ignores: `{shown}`");
        }
        Message::WriteAs(escaped) => return format!("write it as `{escaped}`"),
        Message::Write(text) => return format!("write `{text}`"),
        Message::Add(text) => return format!("add `{text}`"),
        Message::InsertBefore(bracket) => return format!("insert `{bracket}` before it"),
        Message::YamlSyntax { line, info } => {
            return format!("this is not YAML, seen in line {line}: {info}");
        }
        Message::YamlTooLarge { most } => {
            return format!("the text has more than {most} values with those that its aliases repeat");
        }
        Message::YamlRepeatsTooMuch { mebibytes } => {
            return format!("anchors and aliases repeat more than {mebibytes} MiB of text up to here");
        }
        Message::YamlLongKey { most } => {
            return format!(
                "a list or mapping is used as a key here, and takes more than {most} bytes as text"
            );
        }
        Message::YamlTooDeep { most } => return format!("values are nested more than {most} deep"),
        Message::YamlWordAsText(word) => {
            return format!(
                "`{word}` without quotes is a string for some YAML parsers and not for others; it is read as a string"
            );
        }
        Message::YamlWordAsNumber { word, number } => {
            return format!(
                "`{word}` without quotes is the number {number} in YAML 1.1, which CloudFormation's tools read"
            );
        }
        Message::YamlWordAs { word, kind } => {
            return format!(
                "`{word}` without quotes is {} in YAML 1.1, which CloudFormation's tools read",
                a(*kind)
            );
        }
        Message::Jackson(fault) => return fault.sentence(),
        Message::Comment => "JSON has no comments, and AWS refuses this one",
        Message::ByteOrderMark => "unexpected byte order mark (U+FEFF)",
        Message::UnclosedString => "this string has no closing quote",
        Message::HexEscape => "`\\u` needs four hexadecimal digits",
        Message::LoneSurrogate => "half a surrogate pair: it names no character, and AWS compares it as `?`",
        Message::PlusSign => "a JSON number has no plus sign",
        Message::LeadingPoint => "a JSON number starts with a digit",
        Message::LeadingZero => "a JSON number has no leading zeros",
        Message::MissingFraction => "no digit follows the decimal point",
        Message::MissingExponent => "no digit follows the exponent mark",
        Message::MissingValue => "a value is missing",
        Message::MissingValueOfKey => "a value is missing after the colon",
        Message::ExtraComma => "a comma with nothing before it",
        Message::TrailingComma => "a comma after the last entry",
        Message::MissingColon => "a colon is missing after this key",
        Message::OpenedHere => "opened here",
        Message::TooDeep => "more than 1000 levels of nesting: AWS reads no deeper",
        Message::Empty => "the text is empty",
        Message::RemoveComment => "remove the comment",
        Message::RemoveIt => "remove it",
        Message::UseOrdinarySpace => "use an ordinary space",
        Message::CloseString => "close the string",
        Message::UseDoubleQuotes => "use double quotes",
        Message::DoubleBackslash => "write the backslash twice",
        Message::WriteWholePair => "write both halves of the pair, or the character itself",
        Message::RemovePlus => "remove the `+`",
        Message::WriteZeroBeforePoint => "write `0` before the point",
        Message::RemoveLeadingZeros => "remove the leading zeros",
        Message::QuoteCode => {
            "if this is a code rather than an amount, such as an account id, put it in double quotes"
        }
        Message::RemovePoint => "remove the point",
        Message::WriteExponent => "write the exponent, as in `1e3`",
        Message::ShortenNumber => "shorten the number, or send it as a string",
        Message::PutInDoubleQuotes => "put it in double quotes",
        Message::AddQuote => "add the quote",
        Message::WriteValueOrRemoveKey => "write the value, or remove the key",
        Message::RemoveComma => "remove the comma",
        Message::InsertComma => "insert a comma",
        Message::InsertColon => "insert a colon",
        Message::WriteColon => "write a colon",
        Message::Flatten => "flatten the structure",
        Message::PasteEvent => "paste an event",
        Message::WriteJsonValue => "write a JSON value",
        Message::YamlAliasOfItself => "this alias refers to the value that contains it",
        Message::YamlTabs => "indent with spaces: YAML takes no tabs",
        Message::YamlCheckIndentation => {
            "check indentation, brackets and quotes up to here; a text with `: `, `#`, `*` or `!` needs quotes"
        }
        Message::WriteValueOut => "write the value out",
        Message::ImportPartWithRule => "import only the part with the rule",
        Message::WriteRepeatedOnce => {
            "write the repeated value once, or import only the part of the text with the rule"
        }
        Message::WriteKeyAsText => {
            "write the key as a text; a `?` at the start of a line makes what follows it a key"
        }
        Message::ImportPartOfTextWithRule => "import only the part of the text with the rule",
        Message::PutInQuotes => "put it in quotes",
    };
    fixed.to_owned()
}

fn container(in_array: bool) -> &'static str {
    if in_array { "array" } else { "object" }
}
