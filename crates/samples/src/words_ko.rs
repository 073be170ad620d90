//! Titles of the samples and what each shows, in Korean.

use crate::SampleWords;

pub(crate) const CODEBUILD_PUBLISHED: SampleWords = SampleWords {
    title: "공개된 그대로의 CodeBuild 규칙, 오류 4개",
    about: "배열이 아닌 문자열 세 개와 주석 하나를 고치고, 어떤 조건이 충족되지 않는지 확인하세요.",
};
pub(crate) const CODEBUILD_FAILED: SampleWords = SampleWords {
    title: "한 단계에서 실패한 CodeBuild 빌드",
    about: "접두사 조건, 그리고 배열의 같은 요소에서 함께 충족해야 하는 조건 두 개가 있습니다.",
};
pub(crate) const S3_CREATED: SampleWords = SampleWords {
    title: "S3 객체 생성, 키와 크기로 구분",
    about: "키의 와일드카드와 숫자 범위를 씁니다.",
};
pub(crate) const ORDER_OR: SampleWords = SampleWords {
    title: "직접 만든 이벤트와 $or",
    about: "금액이 큰 주문 또는 우수 고객, 그리고 null 값 또는 없는 필드를 고릅니다.",
};
pub(crate) const ECS_ARRAY: SampleWords = SampleWords {
    title: "ECS 컨테이너: 함께 충족하지 못하는 두 요소",
    about: "조건 두 개를 모두 충족하지만 서로 다른 컨테이너이므로 규칙이 실행되지 않습니다.",
};
pub(crate) const GUARDDUTY_SEVERE: SampleWords = SampleWords {
    title: "특정 네트워크의 GuardDuty 탐지 결과",
    about: "심각도의 범위와 IP 블록을 조건으로 쓰고, 입력 템플릿에는 객체를 넣습니다.",
};

pub(crate) const HURTS_LANGUAGES: &str = "내보내는 언어의 따옴표, 템플릿, 이스케이프, 줄바꿈";
pub(crate) const HURTS_WORDS: &str = "YAML 1.1에서 문자열이 아닌 값으로 읽는 단어";
pub(crate) const HURTS_HIDDEN: &str = "제어 문자, 방향 표시, 줄 구분 문자, 기본 다국어 평면 밖의 문자";
pub(crate) const HURTS_KEYS: &str = "언어의 예약어인 필드 이름";
pub(crate) const HURTS_MORE_KEYS: &str = "YAML과 셸에서 문제가 되는 필드 이름";
pub(crate) const HURTS_NUMBERS: &str = "표기가 중요한 숫자와 `null`";
pub(crate) const HURTS_FUNCTIONS: &str = "CloudFormation이 값으로 바꾸는 동적 참조와 함수";
pub(crate) const HURTS_PARAMETERS: &str = "대상 종류마다 사용자의 텍스트를 넣은 전용 파라미터";
pub(crate) const HURTS_CDK: &str = "CDK가 자체 값으로 보는 값과 JavaScript가 순서를 바꾸는 키";
pub(crate) const HURTS_FRAMEWORKS: &str = "규칙 하나의 여러 함수와 Serverless가 값으로 바꾸는 텍스트";
