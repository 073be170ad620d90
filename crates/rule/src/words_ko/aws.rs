//! What AWS's sentences mean, in Korean.

use crate::message::AwsSentence;

pub(crate) fn gloss(said: &AwsSentence) -> String {
    let fixed = match said {
        AwsSentence::DuplicateId { id } => {
            return format!("targets 파라미터가 올바르지 않습니다. Id 값이 '{id}'인 대상이 둘 이상입니다.");
        }
        AwsSentence::RoleRequired { arn } => return format!("이 대상에는 RoleArn 속성이 필요합니다: {arn}"),
        AwsSentence::RoleNotSupported { arn } => {
            return format!("이 대상에는 RoleArn 속성을 쓸 수 없습니다: {arn}");
        }
        AwsSentence::InputNotJson { id } => {
            return format!("대상 {id}: 입력이 올바른 JSON 텍스트가 아닙니다");
        }
        AwsSentence::ParametersRequired { property, id } => {
            return format!("대상 {id}: {property} 파라미터를 지정해야 합니다");
        }
        AwsSentence::TaskCount { id } => {
            return format!("대상 {id}: TaskCount 파라미터가 올바르지 않습니다");
        }
        AwsSentence::ListSize { name, least, most } => {
            return format!("{name} 파라미터가 올바르지 않습니다. 개수는 {least}~{most}이어야 합니다.");
        }
        AwsSentence::NetworkRequired { id } => {
            return format!(
                "대상 {id}: 시작 유형이 FARGATE이면 NetworkConfiguration 파라미터를 지정해야 합니다"
            );
        }
        AwsSentence::NotOnEc2 { name, id } => {
            return format!("대상 {id}: 시작 유형이 EC2이면 {name} 파라미터를 지원하지 않습니다");
        }
        AwsSentence::TooManyTargets => "요청한 리소스가 허용된 최대 개수를 넘습니다",
        AwsSentence::ArraySize => {
            "ArrayProperties 파라미터가 올바르지 않습니다. Size 값은 2~10000이어야 합니다."
        }
        AwsSentence::RetryAttempts => {
            "RetryStrategy 파라미터가 올바르지 않습니다. Attempts 값은 1~10이어야 합니다."
        }
    };
    fixed.to_owned()
}
