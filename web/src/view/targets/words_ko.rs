//! Texts of the page about the targets, in Korean.

use super::text::{KeyText, LargeText, Text};
use rulepad_workbench::{Lang, ko};
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::AddTarget => "대상 추가",
        Text::AfterPayload => "페이로드 뒤",
        Text::Arn => "ARN",
        Text::AsRule => "규칙일 때",
        Text::AwsRefuses => "AWS가 이 대상을 거부합니다",
        Text::AwsSetsIt => "AWS가 설정하는 값",
        Text::BeforePayload => "페이로드 앞",
        Text::BetweenSides => "대상의 속성과 페이로드 사이",
        Text::Blank => "빈 대상",
        Text::BlankDetail => "ARN이 이미 있을 때",
        Text::CardKeys => "화살표 키로 선택, Alt+↑/Alt+↓로 이동, Delete로 삭제",
        Text::Clear => "비우기",
        Text::ClearTitle => "표 비우기. 실행 취소할 수 있습니다",
        Text::CloseLog => "로그 닫기",
        Text::CloseLogTitle => "표 버리기",
        Text::Constant => "상수",
        Text::ConstantTitle => "Input: 이벤트와 관계없이 항상 같은 JSON 텍스트",
        Text::ConstantShort => "상수",
        Text::CopyAsReceived => "대상이 받는 그대로 복사",
        Text::CopyPayload => "페이로드 복사",
        Text::CopyPolicy => "이 정책 복사",
        Text::DeadLetterQueue => "DLQ(Dead Letter Queue) ARN",
        Text::Delivered => "전달됨",
        Text::DeliveredAs => "전달되는 값",
        Text::Delivery => "전달",
        Text::DidYouMean => "혹시 이것을 원했나요?",
        Text::Duplicate => "복제",
        Text::DuplicateTitle => "같은 대상 하나 더 추가",
        Text::DynamoDbType => "DynamoDB의 데이터 형식",
        Text::Endpoint => "API destination의 엔드포인트",
        Text::EndpointHint => "대상이 아니라 API destination의 설정이며, 여기에 표시하는 요청에만 쓰입니다.",
        Text::Errors => "오류",
        Text::EventAge => "이벤트 최대 보존 시간(60~86,400초)",
        Text::EventLog => "이벤트 로그",
        Text::FromEvent => "이벤트에서 온 값. 이벤트에서 보기",
        Text::GoToPath => "경로로 이동",
        Text::GoToPlaceholder => "자리 표시자로 이동",
        Text::HideItem => "항목 숨기기",
        Text::Id => "ID",
        Text::IfMatched => "일치하면 전달",
        Text::InTemplate => "템플릿에서",
        Text::Indented => "들여쓰기",
        Text::IndentedTitle => "JSON을 들여 써서 표시합니다. 대상은 들여쓰기 없는 원문을 받습니다",
        Text::Input => "입력",
        Text::InputPath => "입력 경로",
        Text::InsertMembers => "자주 쓰는 멤버 넣기",
        Text::InsertedNext => "넣은 다음 값을 바꾸세요. Ctrl+Space를 누르면 다른 멤버도 제안합니다.",
        Text::Item => "항목",
        Text::ItemKept => "저장됨",
        Text::ItemKeptToo => "다른 항목과 함께 저장됨",
        Text::ItemsWritten => "기록한 항목",
        Text::LogFull => "로그가 가득 찼습니다(페이로드 100개 또는 1MB)",
        Text::MatchedEvent => "일치한 이벤트",
        Text::MatchedEventAbout => "대상은 이벤트 전체를 받습니다. 공백을 뺀 모든 바이트가 그대로입니다.",
        Text::MatchedEventShort => "일치한 이벤트",
        Text::MatchedEventTitle => "이벤트 전체를 그대로",
        Text::NoArn => "ARN 없음",
        Text::NoEvent => "이벤트 없음",
        Text::NoId => "ID 없음",
        Text::NoTargets => {
            "대상이 없습니다. 대상은 이벤트가 일치할 때 EventBridge가 호출하는 함수, 대기열, 다른 이벤트 버스 등입니다."
        }
        Text::NoValue => "값 없음",
        Text::NotByThisPattern => "이 패턴으로는 전달 안 됨:",
        Text::NotDelivered => "전달 안 됨",
        Text::NotDeliveredBecause => "전달 안 됨:",
        Text::NotEvaluated => "평가 전",
        Text::NotTaken => "서비스가 받지 않음",
        Text::NotTakenBecause => "서비스가 받지 않음:",
        Text::NotUsed => "미사용",
        Text::NotVerified => "미확인",
        Text::NotVerifiedBecause => "미확인:",
        Text::Nothing => "없음",
        Text::NothingArrives => "지금 전달되는 내용이 없습니다",
        Text::NothingDelivered => "전달되는 내용 없음",
        Text::OfThisTarget => "이 대상의 설정",
        Text::OnlyRulesDeliver => "대상에 전달하는 것은 규칙뿐입니다. 아래는 규칙이라면 보낼 내용입니다.",
        Text::Parameters => "파라미터",
        Text::PartOfEvent => "일치한 이벤트의 일부",
        Text::PartOfEventShort => "일부",
        Text::PartOfEventTitle => "InputPath: 경로가 선택하는 부분",
        Text::Path => "경로",
        Text::PayloadLater => "이벤트를 읽을 수 있게 되면 페이로드를 여기에 표시합니다",
        Text::Permissions => "권한",
        Text::PermissionsLater => {
            "ARN이 EventBridge가 전달할 수 있는 종류의 대상을 가리키면 필요한 권한을 여기에 표시합니다."
        }
        Text::PermissionsWithoutArn => "대상의 ARN을 쓰면 필요한 권한을 여기에 표시합니다.",
        Text::PutItem => "로그에 기록",
        Text::PutItemTitle => "지금 전달되는 내용을 표에 기록",
        Text::Refused => "AWS 거부",
        Text::RemoveTarget => "대상 삭제",
        Text::RemoveTargetTitle => "이 대상 삭제(카드에서 Delete). 실행 취소할 수 있습니다",
        Text::Retries => "재시도",
        Text::RetriesAbout => {
            "EventBridge는 간격을 늘려 가며 재시도하고, 아래의 횟수나 시간을 넘으면 이벤트를 버립니다. DLQ가 없으면 이벤트는 사라집니다."
        }
        Text::RetryAttempts => "재시도 횟수(0~185)",
        Text::RoleArn => "역할 ARN",
        Text::Set => "설정됨",
        Text::ShowInEvent => "이벤트에서 보기",
        Text::ShowInPayload => "전달되는 내용에서 보기",
        Text::ShowItem => "요청에 들어가는 항목 보기",
        Text::StartLog => "이벤트 로그 시작",
        Text::ThisReceives => "이 대상이 받는 내용",
        Text::ThisWouldReceive => "이 대상이 받을 내용",
        Text::Transformer => "입력 변환기",
        Text::TransformerShort => "변환됨",
        Text::TransformerTitle => "InputTransformer: 이벤트의 값을 넣은 템플릿",
        Text::Unknown => "알 수 없음",
        Text::UnknownBecause => "알 수 없음:",
        Text::UnknownKind => "알 수 없는 종류",
        Text::ValueInEvent => "이벤트의 값",
        Text::Variable => "변수",
        Text::Variables => "변수",
        Text::Warnings => "경고",
        Text::WhatWasMeant => "원했을 만한 설정",
        Text::WithSampleArn => "샘플 ARN으로 시작",
        Text::WouldBeDelivered => "이벤트가 일치하면 전달됩니다",
        Text::AboutLog => {
            "이벤트를 `PutItem` 작업으로 DynamoDB 테이블에 쓰는 함수에서는 키마다 항목이 하나만 남습니다. 키가 같은 항목은 이전 항목을 대체합니다. 여기서 키를 정하고 테이블에 무엇이 남는지 확인하세요."
        }
        Text::KeyName(key) => match key {
            KeyText::Partition => "파티션 키 이름",
            KeyText::Sort => "정렬 키 이름",
        },
        Text::KeyOf(key) => match key {
            KeyText::Partition => "파티션 키",
            KeyText::Sort => "정렬 키",
        },
        Text::KeyPath(key) => match key {
            KeyText::Partition => "파티션 키 경로",
            KeyText::Sort => "정렬 키 경로",
        },
        Text::Label(large) => match large {
            LargeText::Constant => "상수",
            LargeText::InputPaths => "입력 경로",
            LargeText::InputTemplate => "입력 템플릿",
            LargeText::Parameters => "파라미터",
            LargeText::OfAws(name) => name,
        },
        Text::ProblemsOf(large) => match large {
            LargeText::Constant => "상수의 문제",
            LargeText::InputPaths => "입력 경로의 문제",
            LargeText::InputTemplate => "입력 템플릿의 문제",
            LargeText::Parameters => "파라미터의 문제",
            LargeText::OfAws(name) => return format!("{name}의 문제").into(),
        },
        Text::Written(count) => match count {
            0 => "기록한 항목 없음",
            count => return format!("이번 방문에서 기록한 페이로드 {count}개").into(),
        },
        Text::CardsListed { listed, count } => {
            return format!("대상 {count}개 중 {listed}개만 표시합니다(AWS의 최대 개수는 5개)").into();
        }
        Text::EventBridgeCalls(operation) => {
            return format!("EventBridge가 호출하는 작업: `{operation}`").into();
        }
        Text::FirstUses(count) => return format!("처음 {count}개만 표시").into(),
        Text::ItemNumber(number) => return format!("{number}번 항목").into(),
        Text::ItemRefused(reason) => return format!("거부됨: {reason}").into(),
        Text::ItemReplaced { by } => {
            return format!("대체됨: 키가 같은 {by}번 항목이 이 항목을 대체했습니다").into();
        }
        Text::ItemReplaces { earlier } => {
            return format!("저장됨: 키가 같은 {earlier}번 항목을 대체했습니다").into();
        }
        Text::Kind(kind) => kind.name(Lang::KO),
        Text::Receives(target) => return format!("{target} 대상이 받는 내용").into(),
        Text::RemoveItem(number) => return format!("{number}번 항목 삭제. 실행 취소할 수 있습니다").into(),
        Text::Size(bytes) => {
            return if bytes < 1024 {
                format!("{bytes}B")
            } else {
                format!("{:.1}KB", bytes as f64 / 1024.0)
            }
            .into();
        }
        Text::TableUnknown(reason) => {
            return format!("테이블에 무엇이 남는지 알 수 없습니다. {}", ko::sentence(reason)).into();
        }
        Text::WouldReceive(target) => return format!("{target} 대상이 받을 내용").into(),
    })
}
