use super::*;
use crate::TargetKind;
use crate::message::{
    AwsSentence, DeliveryNote, DeliveryRefusal, DeliveryUnverified, DeployTimeValue, Help, Hint, Limited,
    ObjectTaker, OfferHint, ParametersMessage, PolicyTitle, PropertyMessage, RetrySetting, Seen,
};
use crate::shape::{PayloadFault, PayloadProblem};
use rulepad_document::json::ValueKind;
use rulepad_document::words::ko;

fn said(message: impl Into<Message>) -> String {
    message.into().words(Lang::KO)
}

#[test]
fn every_kind_takes_particles_and_has_whole_sentences() {
    for kind in TargetKind::ALL {
        let name = kind.name(Lang::KO);
        assert!(ko::end(name).is_some(), "{name}");
        assert_eq!(kind.with_article(Lang::KO), name);
        assert!(kind.receives(Lang::KO).ends_with("다."), "{name}");
    }
    assert_eq!(Noun(TargetKind::Sqs.name(Lang::KO)).toward(), "SQS 대기열로");
    assert_eq!(Noun(TargetKind::ApiDestination.name(Lang::KO)).topic(), "API destination은");
}

#[test]
fn particles_follow_our_nouns() {
    let deploy_time = |value| said(PropertyMessage::KnownAtDeployTime { named: "${Name}".into(), value });
    assert_eq!(
        deploy_time(DeployTimeValue::RuleName),
        "`${Name}` 값은 배포할 때 정해지므로 규칙 이름을 확인할 수 없습니다"
    );
    assert!(deploy_time(DeployTimeValue::EventBus).contains("이벤트 버스를 확인"));
    assert!(deploy_time(DeployTimeValue::TargetId).contains("대상 ID를 확인"));
    assert!(deploy_time(DeployTimeValue::DeadLetterQueue).contains("DLQ를 확인"));
    let made = |expected| said(Help::MakeIt(expected));
    assert_eq!(made(ExpectedType::String), "문자열로 바꾸기");
    assert_eq!(made(ExpectedType::Value), "값으로 바꾸기");
    assert_eq!(made(ExpectedType::Bool), "`true` 또는 `false` 값으로 바꾸기");
    assert_eq!(said(Help::Give(ExpectedType::Bool)), "`true` 또는 `false` 값을 쓰세요");
    assert_eq!(said(Help::Give(ExpectedType::Value)), "값을 쓰세요");
}

#[test]
fn what_is_expected_and_what_is_seen() {
    let of = |expected, seen| said(ParametersMessage::Type { name: "TaskCount".into(), expected, seen });
    assert_eq!(
        of(ExpectedType::WholeNumber, Seen::Kind(ValueKind::String)),
        "`TaskCount` 값은 정수이어야 합니다(현재 문자열)"
    );
    assert_eq!(
        of(ExpectedType::Bool, Seen::Number("1.5".into())),
        "`TaskCount` 값은 `true` 또는 `false`이어야 합니다(현재 `1.5`)"
    );
    let problem = |path: Option<&str>, fault| said(PayloadProblem { path: path.map(str::to_owned), fault });
    let kind = || PayloadFault::Kind { expected: ExpectedType::Object, seen: ValueKind::Array };
    assert_eq!(problem(None, kind()), "페이로드는 객체이어야 합니다(현재 배열)");
    assert_eq!(problem(Some("a[0]"), kind()), "`a[0]` 값은 객체이어야 합니다(현재 배열)");
    assert_eq!(problem(None, PayloadFault::Empty), "페이로드가 비어 있습니다");
    assert_eq!(problem(Some("a"), PayloadFault::Empty), "`a` 값이 비어 있습니다");
    assert_eq!(
        problem(Some("a"), PayloadFault::TooMany { length: 3, most: 2 }),
        "`a` 값의 항목이 3개입니다. 서비스는 최대 2개를 받습니다."
    );
    assert_eq!(
        problem(Some("a"), PayloadFault::NotAmong(vec!["X", "Y"])),
        "`a` 값은 다음 중 하나이어야 합니다: `X`, `Y`"
    );
    assert!(problem(None, PayloadFault::NoTime(None)).ends_with("(현재 빈 문자열)"));
}

#[test]
fn a_refusal_is_a_sentence() {
    let refused = |taker, seen| said(DeliveryRefusal::NotObject { taker, seen });
    assert_eq!(
        refused(ObjectTaker::Ecs, Some(ValueKind::Number)),
        "ECS의 `overrides`에는 JSON 객체가 필요합니다(현재 페이로드: 숫자)."
    );
    assert!(refused(ObjectTaker::OpsItem, None).ends_with("(현재 페이로드: JSON이 아닌 값)."));
    let what = Limited::AsynchronousInvocation;
    assert_eq!(
        said(DeliveryRefusal::TooLarge { size: 3, what, most: 2 }),
        "페이로드 크기가 3바이트입니다. 비동기 호출의 한도는 2바이트입니다."
    );
}

#[test]
fn counts_and_lists() {
    let setting = RetrySetting::Age;
    assert_eq!(
        said(PropertyMessage::RetryRange { setting, least: 60, most: 86_400 }),
        "`MaximumEventAgeInSeconds` 값은 60 이상 86,400 이하이어야 합니다"
    );
    assert_eq!(said(PropertyMessage::PathValuesMissing(1)), "이 `*` 자리에 넣을 값이 없습니다");
    assert_eq!(said(PropertyMessage::PathValuesMissing(2)), "`*` 자리 2개에 넣을 값이 없습니다");
    assert_eq!(
        said(Help::GiveRoleForAccount { kind: TargetKind::Firehose, account: "111122223333".into() }),
        "`firehose:PutRecord`, `firehose:PutRecordBatch` 작업을 호출할 수 있는 역할의 ARN을 쓰세요. 계정 \
         111122223333에서도 대상의 정책으로 이 역할을 허용해야 합니다."
    );
    assert_eq!(said(Help::Members(vec!["Size"])), "멤버: `Size`");
    assert_eq!(
        said(DeliveryUnverified::LogsOtherMembers(vec!["a".into(), "b".into()])),
        "템플릿의 멤버는 `timestamp`, `message`뿐입니다. 다른 멤버(`a`, `b`)가 어떻게 되는지 확인된 사례가 없습니다."
    );
    assert_eq!(
        said(DeliveryNote::EventToDeadLetterQueue("arn".into())),
        "EventBridge는 이벤트를 DLQ(`arn`)로 보냅니다. 메시지의 속성은 `RULE_ARN`, `TARGET_ARN`, `ERROR_CODE`, \
         `ERROR_MESSAGE`, `EXHAUSTED_RETRY_CONDITION`, `RETRY_ATTEMPTS`입니다."
    );
}

#[test]
fn titles_and_offers() {
    let (account, kind) = ("111122223333".to_owned(), TargetKind::Kinesis);
    assert_eq!(
        PolicyTitle::StatementOfAccount { account, kind }.words(Lang::KO),
        "계정 111122223333에서 Kinesis 스트림 정책에 추가할 정책 문"
    );
    assert_eq!(PolicyTitle::RoleTrust(None).words(Lang::KO), "대상 역할의 신뢰 정책");
    assert_eq!(PolicyTitle::RoleTrust(Some("r".into())).words(Lang::KO), "역할 r의 신뢰 정책");
    assert_eq!(OfferHint::Needed(Hint::JobName).words(Lang::KO), "필수: 작업의 이름");
}

#[test]
fn awss_sentences_have_a_gloss() {
    let id = || "t".to_owned();
    let said = AwsSentence::ParametersRequired { property: "EcsParameters", id: id() };
    assert_eq!(said.words(Lang::En), "Parameter(s) EcsParameters must be specified for target: t.");
    assert_eq!(said.words(Lang::KO), "대상 t: EcsParameters 파라미터를 지정해야 합니다");
    assert_eq!(
        AwsSentence::ListSize { name: "Subnets".into(), least: 1, most: 16 }.words(Lang::KO),
        "Subnets 파라미터가 올바르지 않습니다. 개수는 1~16이어야 합니다."
    );
}
