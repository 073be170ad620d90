//! The words of configurations in Korean.

use crate::message::Message;
use crate::syntax::SyntaxProblem;
use crate::value::TerraformType;
use rulepad_document::words::ko;

/// The words of a message.
pub(crate) fn message(message: &Message) -> String {
    let fixed = match message {
        Message::Syntax(problem) => {
            return format!("Terraform 문법에 맞지 않습니다. {}", ko::sentence(syntax(*problem)));
        }
        Message::Skipped { lines: 1, start } => return format!("이 줄은 읽지 않았습니다: `{start}`"),
        Message::Skipped { lines, start } => {
            return format!("이 {lines}줄은 읽지 않았습니다. 첫 줄: `{start}`");
        }
        Message::KeyUnknown { source } => {
            return format!("`{source}` 키의 이름을 알 수 없어 키와 값을 제외했습니다");
        }
        Message::MadeOnlyIf { condition } => {
            return format!(
                "`{condition}` 조건이 참일 때만 만들어집니다. 조건의 값을 알 수 없어 만들어지는 것으로 읽었습니다."
            );
        }
        Message::CountUnknown { by, source } => {
            return format!("`{by} = {source}` 설정으로 리소스가 몇 개 만들어지는지 알 수 없습니다");
        }
        Message::NotMade { variables } => {
            let names: Vec<String> = variables.iter().map(|name| format!("`var.{name}`")).collect();
            return format!("{} 변수가 기본값이면 리소스가 만들어지지 않습니다", ko::all_of(&names));
        }
        Message::DynamicUnknown { block, source } => {
            return format!("`{source}` 표현식이 만드는 `{block}` 블록을 알 수 없어 제외했습니다");
        }
        Message::Budget => "이 표현식은 계산 결과가 너무 크거나 중첩이 너무 깊습니다",
        Message::TooManyInstances => "여기서 만들어지는 리소스의 수가 Rulepad가 읽는 한도를 넘습니다",
        Message::NumberTooLong => "Terraform은 숫자를 512비트까지 저장하는데, 이 숫자는 512비트를 넘습니다",
        Message::UseFormatter => "`terraform fmt` 명령으로도 위치를 확인할 수 있습니다",
        Message::CorrectError => "오류를 고치세요. 나머지 블록은 읽었습니다.",
        Message::WriteValue => "표현식을 값으로 바꾸세요",
        Message::WriteValueOrImportLess => {
            "작성된 그대로 두었습니다. 값으로 바꾸거나, 규칙을 더 작은 파일로 나누어 가져오세요."
        }
        Message::ImportPart => "일부만 가져오세요",
        Message::NumberKept => {
            "작성된 그대로 두었습니다. Terraform이 실제로 보내는 값은 확인되지 않았습니다."
        }
        Message::ReadOnce => "대표로 하나만 읽었습니다",
        Message::ReadAsMade => "하나가 만들어지는 것으로 읽었습니다",
        Message::WriteBlocks => "블록을 직접 쓰거나, 값을 정의하는 파일을 추가하세요",
    };
    fixed.to_owned()
}

/// The kind of a value.
pub(crate) fn kind(kind: TerraformType) -> &'static str {
    match kind {
        TerraformType::Null => "`null`",
        TerraformType::Bool => "`true` 또는 `false`",
        TerraformType::Number => "숫자",
        TerraformType::String => "문자열",
        TerraformType::List => "리스트",
        TerraformType::Map => "맵",
        TerraformType::Resource => "리소스",
        TerraformType::Unknown => "알 수 없는 값",
    }
}

fn syntax(problem: SyntaxProblem) -> &'static str {
    use SyntaxProblem as P;
    match problem {
        P::TooDeep => "중첩이 Rulepad가 읽는 깊이를 넘습니다",
        P::StringUnclosed => "문자열이 닫히지 않았습니다",
        P::UnknownEscape => "Terraform에 없는 이스케이프입니다",
        P::BlockUnclosed => "블록을 닫는 `}` 괄호가 없습니다",
        P::BlockAboveUnclosed => "위의 블록을 닫는 `}` 괄호가 없습니다",
        P::EndWithoutStart => "템플릿에 시작 지시자 없이 끝 지시자만 있습니다",
        P::HeredocUnclosed => "히어독을 닫는 구분자 줄이 없습니다",
        P::IfUnclosed => "`%{ if … }` 지시자를 닫는 `%{ endif }` 지시자가 없습니다",
        P::ForUnclosed => "`%{ for … }` 지시자를 닫는 `%{ endfor }` 지시자가 없습니다",
        P::StringUnclosedInLine => "문자열을 닫는 `\"` 따옴표가 없습니다",
        P::LabelNotPlain => "블록의 레이블은 일반 문자열이어야 합니다",
        P::UnmatchedBrace => "이 `}` 괄호와 짝을 이루는 여는 괄호가 없습니다",
        P::LineBreakAfterAttribute => "이 속성 뒤에 줄바꿈이 있어야 합니다",
        P::HeredocWord => "히어독의 구분자가 있어야 합니다",
        P::ValueOrBlock => "`=` 기호와 값, 또는 블록을 여는 `{` 괄호가 있어야 합니다",
        P::CharacterDigits => "문자 이스케이프에는 16진수가 있어야 합니다",
        P::NameAfterDot => "`.` 뒤에 이름이 있어야 합니다",
        P::TemplateEnd => "템플릿을 닫는 `}` 괄호가 있어야 합니다",
        P::SplatEnd => "`[*` 뒤에 `]` 괄호가 있어야 합니다",
        P::IndexEnd => "인덱스를 닫는 `]` 괄호가 있어야 합니다",
        P::LineBreakAfterHeredocWord => "히어독의 구분자 뒤에 줄바꿈이 있어야 합니다",
        P::Directive => "`%{` 뒤에 `if`, `else`, `for` 또는 그 끝 지시자가 있어야 합니다",
        P::ClosingParenthesis => "`)` 괄호가 있어야 합니다",
        P::Value => "값이 있어야 합니다",
        P::ConditionalColon => "조건식의 `:` 기호가 있어야 합니다",
        P::FunctionName => "함수 이름이 있어야 합니다",
        P::ParenthesisAfterExpansion => "`...` 뒤에 `)` 괄호가 있어야 합니다",
        P::ArgumentEnd => "인자 뒤에 `,` 또는 `)` 문자가 있어야 합니다",
        P::ItemEnd => "리스트의 항목 뒤에 `,` 또는 `]` 문자가 있어야 합니다",
        P::KeyEnd => "키 뒤에 `=` 또는 `:` 문자가 있어야 합니다",
        P::MemberEnd => "값 뒤에 줄바꿈, `,` 또는 `}` 문자가 있어야 합니다",
        P::ForColon => "`for` 표현식의 `:` 기호가 있어야 합니다",
        P::ForArrow => "`for` 표현식의 `=>` 기호가 있어야 합니다",
        P::ForBrace => "`for` 표현식을 닫는 `}` 괄호가 있어야 합니다",
        P::ForBracket => "`for` 표현식을 닫는 `]` 괄호가 있어야 합니다",
        P::ForName => "`for` 뒤에 이름이 있어야 합니다",
        P::ForSecondName => "`for` 뒤에 두 번째 이름이 있어야 합니다",
        P::ForIn => "`for` 표현식의 이름 뒤에 `in` 키워드가 있어야 합니다",
        P::AttributeOrBlock => "속성 또는 블록이 있어야 합니다",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_syntax_error_is_two_sentences() {
        assert_eq!(
            message(&Message::Syntax(SyntaxProblem::BlockUnclosed)),
            "Terraform 문법에 맞지 않습니다. 블록을 닫는 `}` 괄호가 없습니다."
        );
    }

    #[test]
    fn sources_and_lists_take_no_particle() {
        assert_eq!(
            message(&Message::NotMade { variables: vec!["stage".into(), "team".into()] }),
            "`var.stage`, `var.team` 변수가 기본값이면 리소스가 만들어지지 않습니다"
        );
        assert_eq!(
            message(&Message::Skipped { lines: 3, start: "resource \"a\"".into() }),
            "이 3줄은 읽지 않았습니다. 첫 줄: `resource \"a\"`"
        );
    }
}
