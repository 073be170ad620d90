//! What can be wrong with the rule's properties, and with those that every target may have, in Korean.

use super::kind::name as kind_name;
use crate::format::grouped;
use crate::message::{DeployTimeValue, PropertyMessage, QuotesReader, RetrySetting};
use crate::model::{MAX_ARN, MAX_DESCRIPTION, MAX_NAME};
use rulepad_document::words::ko::Noun;

pub(super) fn property(message: &PropertyMessage) -> String {
    use PropertyMessage as M;
    let fixed = match message {
        M::RuleNameTooLong(length) => {
            return format!("규칙 이름이 {length}자입니다. AWS의 최대 길이는 {MAX_NAME}자입니다.");
        }
        M::RuleNameCharacter(c) => {
            return format!(
                "규칙 이름에 `{c}` 문자를 쓸 수 없습니다. AWS는 영문자, 숫자, `.`, `-`, `_`만 허용합니다."
            );
        }
        M::BusTooLong(length) => {
            return format!(
                "이벤트 버스의 이름 또는 ARN이 {length}자입니다. AWS의 최대 길이는 {MAX_ARN}자입니다."
            );
        }
        M::BusCharacter(c) => return format!("이벤트 버스 이름에 `{c}` 문자를 쓸 수 없습니다"),
        M::DescriptionTooLong(length) => {
            return format!("설명이 {length}자입니다. AWS의 최대 길이는 {MAX_DESCRIPTION}자입니다.");
        }
        M::KnownAtDeployTime { named, value } => {
            let value = deploy_time_value(*value).object();
            return format!("`{named}` 값은 배포할 때 정해지므로 {value} 확인할 수 없습니다");
        }
        M::IdTooLong(length) => {
            return format!("대상 ID가 {length}자입니다. AWS의 최대 길이는 {MAX_NAME}자입니다.");
        }
        M::IdCharacter(c) => {
            return format!(
                "대상 ID에 `{c}` 문자를 쓸 수 없습니다. AWS는 영문자, 숫자, `.`, `-`, `_`만 허용합니다."
            );
        }
        M::IdDuplicate(id) => return format!("규칙의 다른 대상이 같은 ID를 씁니다: `{id}`"),
        M::ArnTooLong(length) => {
            return format!("대상 ARN이 {length}자입니다. AWS의 최대 길이는 {MAX_ARN}자입니다.");
        }
        M::ArnUnknown(service) => {
            return format!("EventBridge가 이 `{service}` 리소스로 전달한다고 알려진 바가 없습니다");
        }
        M::RoleOtherAccount(kind) => {
            return format!("다른 계정의 {}에는 규칙이 속한 계정의 역할로 전달합니다", kind_name(*kind));
        }
        M::RoleNotUsed(kind) => {
            return format!(
                "{}에는 리소스 기반 정책으로 전달합니다. 역할을 지정하면 전달에 실패할 수 있습니다.",
                kind_name(*kind)
            );
        }
        M::InputNotPassed(kind) => {
            return format!("{}에는 일치한 이벤트의 내용이 전달되지 않습니다", kind_name(*kind));
        }
        M::InputLogsOption(option) => {
            return format!(
                "로그 그룹에는 `{option}` 옵션을 쓸 수 없습니다. 일치한 이벤트 또는 입력 변환기만 쓸 수 있습니다."
            );
        }
        M::InputMember { key, meant } => {
            return format!("`{key}` 멤버는 전달되지 않습니다. 올바른 철자는 `{meant}`입니다.");
        }
        M::TooManyTargets { length, most } => {
            return format!("대상이 {length}개입니다. 규칙마다 최대 {most}개입니다.");
        }
        M::TooManyInCall { length, most } => {
            return format!("대상이 {length}개입니다. PutTargets 호출마다 최대 {most}개입니다.");
        }
        M::DeadLetterKind(service) => {
            return format!("DLQ는 SQS 대기열이어야 합니다(현재 `{service}` ARN)");
        }
        M::DeadLetterRegion(region) => {
            return format!("DLQ는 규칙의 리전(`{region}`)에 있어야 합니다");
        }
        M::RetryNumber(setting) => {
            let number = match setting {
                RetrySetting::Attempts => "정수",
                RetrySetting::Age => "초 단위의 정수",
            };
            return format!("`{}` 값은 {number}이어야 합니다", setting.property());
        }
        M::RetryRange { setting, least, most } => {
            let (least, most) = (grouped(least), grouped(most));
            return format!("`{}` 값은 {least} 이상 {most} 이하이어야 합니다", setting.property());
        }
        M::EndpointCharacter(c) => {
            return format!("API destination 주소에 `{c}` 문자를 쓸 수 없습니다");
        }
        M::EndpointTooLong { length, most } => {
            let (length, most) = (grouped(length), grouped(most));
            return format!("주소가 {length}자입니다. AWS의 최대 길이는 {most}자입니다.");
        }
        M::EndpointNotUsed(kind) => return format!("{}에는 이런 엔드포인트가 없습니다", kind_name(*kind)),
        M::PathValuesMissing(1) => "이 `*` 자리에 넣을 값이 없습니다",
        M::PathValuesMissing(stars) => return format!("`*` 자리 {stars}개에 넣을 값이 없습니다"),
        M::QuotesDelivered(QuotesReader::Message) => {
            "따옴표도 텍스트와 함께 전달되어 메시지를 읽는 쪽에 보입니다"
        }
        M::QuotesDelivered(QuotesReader::Endpoint) => "따옴표도 텍스트와 함께 전달되어 엔드포인트에 보입니다",
        M::RuleNameMissing => "규칙 이름이 없습니다",
        M::BusShape => "이벤트 버스의 ARN이 아닙니다",
        M::RoleShape => "IAM 역할의 ARN이 아닙니다",
        M::IdMissing => "대상 ID가 없습니다",
        M::ArnMissing => "대상 ARN이 없습니다",
        M::ArnIsQueueUrl => "대상에는 대기열의 URL이 아니라 ARN을 쓰세요",
        M::ArnShape => "ARN이 아닙니다",
        M::ArnPlace => "ARN에 리전 또는 12자리 계정 ID가 없습니다",
        M::RoleMissing => "이 종류의 대상에는 역할이 필요합니다",
        M::RoleAdvised => "새 규칙에서 다른 계정이나 리전의 이벤트 버스로 전달하려면 역할이 필요합니다",
        M::RoleRefused => "로그 그룹 대상에 역할을 지정하면 PutTargets가 거부합니다",
        M::InputCrossAccount => {
            "다른 계정의 이벤트 버스에는 입력 옵션을 쓸 수 없습니다. 이벤트가 그대로 전달됩니다."
        }
        M::InputLogsText => "로그 그룹에는 JSON 템플릿만 쓸 수 있습니다",
        M::DeadLetterIsQueueUrl => "여기에는 대기열의 URL이 아니라 ARN을 쓰세요",
        M::DeadLetterShape => "대기열의 ARN이 아닙니다",
        M::DeadLetterFifo => "FIFO 대기열은 EventBridge의 DLQ로 쓸 수 없습니다",
        M::DeadLetterPlace => "대기열 ARN에 리전 또는 12자리 계정 ID가 없습니다",
        M::EndpointMethod => {
            "엔드포인트는 `GET`, `POST`, `PUT`, `PATCH`, `DELETE`, `HEAD` 또는 `OPTIONS` 메서드로 시작해야 합니다"
        }
        M::EndpointUrl => "API destination은 `https://` 주소를 호출합니다",
    };
    fixed.to_owned()
}

fn deploy_time_value(value: DeployTimeValue) -> Noun {
    Noun(match value {
        DeployTimeValue::RuleName => "규칙 이름",
        DeployTimeValue::EventBus => "이벤트 버스",
        DeployTimeValue::RuleRole => "규칙의 역할",
        DeployTimeValue::TargetId => "대상 ID",
        DeployTimeValue::TargetKind => "대상의 종류",
        DeployTimeValue::TargetRole => "역할",
        DeployTimeValue::DeadLetterQueue => "DLQ",
    })
}
