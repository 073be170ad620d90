//! The diagnostics of JSON and YAML texts in Korean.

use crate::json::ValueKind;
use crate::json::fault::{Container, Fault, Wanted};
use crate::message::{Message, QuoteMarks};
use crate::words::ko::{self, Noun};

/// The words of a message.
pub(crate) fn message(message: &Message) -> String {
    let fixed = match message {
        Message::ForeignSpace(c) => {
            return format!("U+{:04X} 공백은 JSON에서 쓸 수 없습니다", u32::from(*c));
        }
        Message::ControlCharacter(c) => {
            return format!("문자열에 제어 문자(U+{:04X})가 그대로 들어 있습니다", u32::from(*c));
        }
        Message::Quotes(marks) => {
            let marks = Noun(match marks {
                QuoteMarks::Single => "작은따옴표",
                QuoteMarks::Back => "백틱",
                QuoteMarks::Typographic => "둥근따옴표",
            });
            return format!("{} 묶은 문자열입니다. JSON에는 큰따옴표가 필요합니다.", marks.toward());
        }
        Message::UnknownEscape(c) => return format!("`\\{c}` 이스케이프는 JSON에 없습니다"),
        Message::NumberLength(length) => {
            return format!("숫자가 {length}자리입니다. AWS는 1000자리까지 읽습니다.");
        }
        Message::Word { word, constant: Some(constant) } => {
            return format!("`{word}` 값은 JSON이 아닙니다. `{constant}` 값을 쓰려던 것인가요?");
        }
        Message::Word { word, constant: None } => {
            return format!("`{word}` 값은 JSON이 아닙니다. 문자열은 큰따옴표로 묶어야 합니다.");
        }
        Message::KeyWithoutOpeningQuote(key) => return format!("`{key}` 키에 여는 따옴표가 없습니다"),
        Message::BareKey(key) => return format!("`{key}` 키에 큰따옴표가 없습니다"),
        Message::UnopenedString(text) => return format!("`{text}` 문자열에 여는 따옴표가 없습니다"),
        Message::Unexpected(c) => return format!("여기에 `{c}` 문자가 올 수 없습니다"),
        Message::UnexpectedBeforeQuote(text) => {
            return format!("따옴표 앞에 `{text}` 텍스트가 올 수 없습니다");
        }
        Message::MissingComma { in_array } => {
            return format!("{}의 이 항목 앞에 쉼표가 없습니다", container(*in_array));
        }
        Message::WrongColon(wrong) => {
            return format!("키와 값 사이에 `{wrong}` 기호가 있습니다. JSON에는 콜론이 필요합니다.");
        }
        Message::Unclosed { bracket, around: 0 } => {
            return format!("이 `{bracket}` 괄호가 닫히지 않았습니다");
        }
        Message::Unclosed { bracket, around } => {
            return format!("이 `{bracket}` 괄호와 바깥 괄호 {around}개가 닫히지 않았습니다");
        }
        Message::MismatchedBracket { found, in_array } => {
            return format!("`{found}` 괄호로는 이 {} 닫을 수 없습니다", container(*in_array).object());
        }
        Message::TrailingText(shown) => {
            return format!("닫는 괄호 뒤에 텍스트가 있습니다. AWS는 이 텍스트를 무시합니다: `{shown}`");
        }
        Message::WriteAs(escaped) => return format!("`{escaped}` 이스케이프로 쓰기"),
        Message::Write(text) => return format!("`{text}` 쓰기"),
        Message::Add(text) => return format!("`{text}` 추가"),
        Message::InsertBefore(bracket) => return format!("앞에 `{bracket}` 넣기"),
        Message::YamlSyntax { line, info } => {
            return format!("YAML이 아닙니다({line}번째 줄). 파서의 메시지: “{info}”");
        }
        Message::YamlTooLarge { most } => {
            return format!("별칭이 반복하는 값을 포함해 값이 {most}개를 넘습니다");
        }
        Message::YamlRepeatsTooMuch { mebibytes } => {
            return format!("앵커와 별칭이 반복하는 텍스트가 여기서 {mebibytes}MiB를 넘습니다");
        }
        Message::YamlLongKey { most } => {
            return format!("키로 쓴 배열이나 매핑이 텍스트로 {most}바이트를 넘습니다");
        }
        Message::YamlTooDeep { most } => return format!("값의 중첩이 {most}단계를 넘습니다"),
        Message::YamlWordAsText(word) => {
            return format!(
                "따옴표 없는 `{word}` 값은 YAML 파서에 따라 문자열이 아닐 수 있습니다. 여기서는 문자열로 읽습니다."
            );
        }
        Message::YamlWordAsNumber { word, number } => {
            return format!(
                "따옴표 없는 `{word}` 값은 CloudFormation 도구가 쓰는 YAML 1.1에서 숫자 {number}입니다"
            );
        }
        Message::YamlWordAs { word, kind } => {
            return format!(
                "따옴표 없는 `{word}` 값은 CloudFormation 도구가 쓰는 YAML 1.1에서 {}입니다",
                ko::kind(*kind)
            );
        }
        Message::Jackson(said) => return fault(said),
        Message::Comment => "JSON에는 주석을 쓸 수 없어 AWS가 거부합니다",
        Message::ByteOrderMark => "BOM(U+FEFF)이 있습니다",
        Message::UnclosedString => "문자열을 닫는 따옴표가 없습니다",
        Message::HexEscape => "`\\u` 이스케이프에는 16진수 4자리가 필요합니다",
        Message::LoneSurrogate => "서로게이트 쌍의 반쪽입니다. 문자가 아니므로 AWS는 `?` 문자로 비교합니다.",
        Message::PlusSign => "JSON 숫자에는 더하기 부호를 쓸 수 없습니다",
        Message::LeadingPoint => "JSON 숫자는 소수점으로 시작할 수 없습니다",
        Message::LeadingZero => "JSON 숫자에는 앞자리 0을 쓸 수 없습니다",
        Message::MissingFraction => "소수점 뒤에 숫자가 없습니다",
        Message::MissingExponent => "지수 표시 뒤에 숫자가 없습니다",
        Message::MissingValue => "값이 없습니다",
        Message::MissingValueOfKey => "콜론 뒤에 값이 없습니다",
        Message::ExtraComma => "쉼표 앞에 항목이 없습니다",
        Message::TrailingComma => "마지막 항목 뒤에 쉼표가 있습니다",
        Message::MissingColon => "이 키 뒤에 콜론이 없습니다",
        Message::OpenedHere => "여기서 열림",
        Message::TooDeep => "중첩이 1000단계를 넘습니다. AWS는 더 깊이 읽지 않습니다.",
        Message::Empty => "내용이 비어 있습니다",
        Message::RemoveComment => "주석 삭제",
        Message::RemoveIt => "삭제",
        Message::UseOrdinarySpace => "일반 공백으로 바꾸기",
        Message::CloseString => "따옴표로 닫기",
        Message::UseDoubleQuotes => "큰따옴표로 바꾸기",
        Message::DoubleBackslash => "백슬래시를 두 번 쓰기",
        Message::WriteWholePair => "쌍의 두 쪽을 모두 쓰거나 문자를 그대로 쓰세요",
        Message::RemovePlus => "`+` 삭제",
        Message::WriteZeroBeforePoint => "소수점 앞에 `0` 쓰기",
        Message::RemoveLeadingZeros => "앞자리 0 삭제",
        Message::QuoteCode => "계정 ID처럼 계산에 쓰지 않는 번호라면 큰따옴표로 묶으세요",
        Message::RemovePoint => "소수점 삭제",
        Message::WriteExponent => "`1e3` 형식으로 지수를 쓰세요",
        Message::ShortenNumber => "숫자를 줄이거나 문자열로 보내세요",
        Message::PutInDoubleQuotes => "큰따옴표로 묶기",
        Message::AddQuote => "따옴표 추가",
        Message::WriteValueOrRemoveKey => "값을 쓰거나 키를 삭제하세요",
        Message::RemoveComma => "쉼표 삭제",
        Message::InsertComma => "쉼표 넣기",
        Message::InsertColon => "콜론 넣기",
        Message::WriteColon => "콜론으로 바꾸기",
        Message::Flatten => "중첩 단계를 줄이세요",
        Message::PasteEvent => "이벤트를 붙여넣으세요",
        Message::WriteJsonValue => "JSON 값을 쓰세요",
        Message::YamlAliasOfItself => "이 별칭은 자신을 포함하는 값을 가리킵니다",
        Message::YamlTabs => "YAML에는 탭을 쓸 수 없습니다. 공백으로 들여 쓰세요.",
        Message::YamlCheckIndentation => {
            "여기까지의 들여쓰기, 괄호, 따옴표를 확인하세요. `: `, `#`, `*`, `!` 문자가 있는 텍스트는 따옴표로 묶으세요."
        }
        Message::WriteValueOut => "값을 직접 쓰세요",
        Message::ImportPartWithRule => "규칙이 있는 부분만 가져오세요",
        Message::WriteRepeatedOnce => {
            "반복되는 값을 한 번만 쓰거나, 텍스트에서 규칙이 있는 부분만 가져오세요"
        }
        Message::WriteKeyAsText => {
            "키를 텍스트로 쓰세요. 줄 앞에 `?` 문자가 있으면 그 뒤의 내용이 키가 됩니다."
        }
        Message::ImportPartOfTextWithRule => "텍스트에서 규칙이 있는 부분만 가져오세요",
        Message::PutInQuotes => "따옴표로 묶기",
    };
    fixed.to_owned()
}

/// What a sentence of AWS's JSON parser means.
fn fault(fault: &Fault) -> String {
    match fault {
        Fault::Unexpected { c, wanted } => {
            format!("예상하지 못한 문자 {}입니다. {}.", character(*c), expected(*wanted))
        }
        Fault::BetweenTokens(c) => {
            format!("쓸 수 없는 문자 {}입니다. 토큰 사이에는 일반 공백만 쓸 수 있습니다.", character(*c))
        }
        Fault::CloseMarker { found, expected, within: _, start: _ } => {
            format!("닫는 괄호 `{found}` 대신 `{expected}` 괄호가 있어야 합니다")
        }
        Fault::Unescaped { c, kind: _ } => {
            format!("문자열 안의 제어 문자({})는 백슬래시로 이스케이프해야 합니다", character(*c))
        }
        Fault::Escape(c) => format!("알 수 없는 이스케이프 문자입니다: {}", character(*c)),
        Fault::Token(token) => format!("알 수 없는 토큰입니다: `{token}`"),
        Fault::EndOfInput(_) => "입력이 중간에 끝났습니다".to_owned(),
        Fault::LeadingZero => "숫자에는 앞자리 0을 쓸 수 없습니다".to_owned(),
        Fault::NotANumber(name) => format!("표준 JSON에 없는 토큰입니다: `{name}`"),
        Fault::NumberLength(length) => format!("숫자의 길이가 최대값을 넘습니다({length}자리)"),
        Fault::Depth(depth) => format!("중첩 깊이가 최대값을 넘습니다({depth}단계)"),
    }
}

fn expected(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::NoComment => "주석으로 보이는데, 표준 JSON에는 주석이 없습니다",
        Wanted::Comma(Container::Array) => "배열의 항목 사이에 쉼표가 있어야 합니다",
        Wanted::Comma(Container::Object) => "객체의 항목 사이에 쉼표가 있어야 합니다",
        Wanted::QuoteOfName => "필드 이름 앞에 큰따옴표가 있어야 합니다",
        Wanted::Colon => "필드 이름과 값 사이에 콜론이 있어야 합니다",
        Wanted::Value => "값이 있어야 합니다",
        Wanted::AnyValue => "문자열, 숫자, 배열, 객체, null, true, false 중 하나가 있어야 합니다",
        Wanted::HexDigit => "이스케이프에는 16진수가 있어야 합니다",
        Wanted::SpaceAfterRoot => "최상위 값 뒤에는 공백이 있어야 합니다",
        Wanted::DigitAfterMinus => "빼기 부호 뒤에 숫자가 있어야 합니다",
        Wanted::NoPlus => "JSON 숫자에는 더하기 부호를 쓸 수 없습니다",
        Wanted::DigitAfterPoint => "소수점 뒤에 숫자가 있어야 합니다",
        Wanted::DigitAfterExponent => "지수 표시 뒤에 숫자가 있어야 합니다",
    }
}

/// A character, by its number where it cannot be seen.
fn character(c: char) -> String {
    if c.is_control() { format!("U+{:04X}", u32::from(c)) } else { format!("`{c}`") }
}

fn container(in_array: bool) -> Noun {
    ko::kind(if in_array { ValueKind::Array } else { ValueKind::Object })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;

    #[test]
    fn particles_follow_closed_sets() {
        let brackets = |in_array| message(&Message::MismatchedBracket { found: '}', in_array });
        assert_eq!(brackets(true), "`}` 괄호로는 이 배열을 닫을 수 없습니다");
        assert_eq!(brackets(false), "`}` 괄호로는 이 객체를 닫을 수 없습니다");
        let quotes = |marks| message(&Message::Quotes(marks));
        assert_eq!(quotes(QuoteMarks::Back), "백틱으로 묶은 문자열입니다. JSON에는 큰따옴표가 필요합니다.");
        assert!(quotes(QuoteMarks::Typographic).starts_with("둥근따옴표로 묶은"));
    }

    #[test]
    fn counts_and_kinds() {
        assert_eq!(
            message(&Message::Unclosed { bracket: '{', around: 2 }),
            "이 `{` 괄호와 바깥 괄호 2개가 닫히지 않았습니다"
        );
        assert_eq!(
            message(&Message::YamlWordAs { word: "yes".to_owned(), kind: ValueKind::True }),
            "따옴표 없는 `yes` 값은 CloudFormation 도구가 쓰는 YAML 1.1에서 true입니다"
        );
    }

    #[test]
    fn what_the_parser_says_has_a_gloss() {
        let gloss = |text: &str| {
            let found = crate::json::parse(text, crate::Role::Pattern).diagnostics;
            let reference = crate::diagnostic::first_reference(&found).cloned().unwrap();
            assert_eq!(reference.gloss_in(Lang::En), None);
            reference.gloss_in(Lang::KO).unwrap()
        };
        assert_eq!(gloss("[1 2]"), "예상하지 못한 문자 `2`입니다. 배열의 항목 사이에 쉼표가 있어야 합니다.");
        assert_eq!(gloss("[1.x]"), "예상하지 못한 문자 `x`입니다. 소수점 뒤에 숫자가 있어야 합니다.");
        assert_eq!(gloss("{\"a\": [1"), "입력이 중간에 끝났습니다");
        assert_eq!(gloss("[1}"), "닫는 괄호 `}` 대신 `]` 괄호가 있어야 합니다");
        assert_eq!(gloss("[nul]"), "알 수 없는 토큰입니다: `nul`");
        assert_eq!(gloss("[\"\u{1}\"]"), "문자열 안의 제어 문자(U+0001)는 백슬래시로 이스케이프해야 합니다");
    }
}
