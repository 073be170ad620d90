//! The blocks of readable cases in Korean; what is wrong with a case is for who writes one, in English.

/// What a block of a delivery has where nothing is delivered.
pub(crate) const NOTHING_DELIVERED: &str = "전달되는 내용 없음";
/// What a block of a target has where no target was rendered.
pub(crate) const NOT_RENDERED: &str = "대상 없음";
/// What another way to the same payload has for no input option.
pub(crate) const NO_INPUT_OPTION: &str = "입력 옵션 없음";

/// The label of a block, by its tag; also of a part of an example, by its name.
pub(crate) fn label(tag: &str) -> &str {
    match tag {
        "pattern" => "이벤트 패턴",
        "event" | "events" => "이벤트",
        "pasted" => "이벤트가 있는 텍스트",
        "dialect" => "패턴 사용처",
        "input-path" | "paths" | "input-paths-map" => "입력 경로",
        "input" => "상수 입력",
        "template" | "input-template" => "입력 템플릿",
        "targets" | "target" => "대상",
        "parameters" => "대상 전용 파라미터",
        "verdict" | "verdicts" => "판정",
        "why" => "이유",
        "payload" => "페이로드",
        "aws" => "AWS의 응답",
        "message" => "문제",
        "help" => "해결 방법",
        "korean" => "문제와 해결 방법",
        "diagnostics" | "event-diagnostics" => "문제 이름",
        "all-fixed" => "모두 고친 결과",
        "fixed" => "첫 번째 고치기를 적용한 결과",
        "near" => "거의 일치",
        "closed" => "거의 일치한 값을 적용한 결과",
        "words" => "문장",
        "formula" => "논리식",
        "summary" => "요약",
        "notes" => "레코드에 적용한 처리",
        "form" => "형식",
        "said" => "변환",
        "titles" => "제목",
        "errors" => "항목별 PutEvents 응답",
        "sizes" => "크기(바이트)",
        "wrapped" => "이벤트 편집기의 안내",
        "not-delivered" => "전달 안 됨",
        "would-be" => "전달하지 못한 텍스트",
        "refused" | "put-targets" => "PutTargets 응답",
        "instead" => "대신 쓸 수 있는 방법",
        "not-verified" => "미확인",
        "delivery" => "대상 서비스의 요청",
        "not-taken" => "서비스가 받지 않음",
        "unseen" => "AWS에서 확인된 사례 없음",
        "remarks" => "참고",
        "policy" => "정책",
        other => other,
    }
}

/// The same of a case about a subscriber.
pub(crate) fn label_of_subscriber(tag: &str) -> &str {
    match tag {
        "data" => "DATA 필터",
        "metadata" => "METADATA 필터",
        "system-metadata" => "SYSTEM_METADATA 필터",
        "subscriber" | "request" => "구독자",
        "event-source" => "이벤트 소스",
        "published" => "게시한 호출",
        "headline" => "판정 문구",
        "scopes" => "필터",
        "said" => "읽은 방식",
        "notes" => "텍스트에 적용한 처리",
        "whole" => "이벤트 전체",
        "refusals" => "거부하는 쪽",
        "settings" => "전달",
        "arrives" => "도착하는 내용",
        "call" => "호출 하나의 내용",
        "parameters" => "파라미터",
        "policy" => "역할의 권한",
        "trust" => "역할의 신뢰 정책",
        "proof" => "출처를 증명하는 필터",
        other => label(other),
    }
}
