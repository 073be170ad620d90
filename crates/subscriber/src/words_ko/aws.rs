//! What AWS's sentences mean, in Korean.

use crate::aws::AwsSentence;

/// What a sentence of AWS means.
pub(crate) fn gloss(said: &AwsSentence) -> String {
    match said {
        AwsSentence::NoFilter => "필터 구성에는 필터가 하나 이상 있어야 합니다".to_owned(),
        AwsSentence::DuplicateScope(scope) => format!("필터 범위가 중복됩니다: {}", scope.name()),
        AwsSentence::Wildcard => "필터 패턴에는 와일드카드 연산자를 쓸 수 없습니다".to_owned(),
        AwsSentence::ContentType(found) => format!("지원하지 않는 콘텐츠 유형입니다: {found}"),
    }
}
