//! What an imported target does, and what a text looks like, in Korean.

use crate::looks_like::LooksLike;
use crate::words::cut_constant;
use rulepad_transformer::Input;

/// What Rulepad's own file is called.
pub(crate) const RULEPAD_FILE: &str = "Rulepad 파일";

/// What a text looks like, as a noun.
pub(crate) fn looks_like(looks: LooksLike) -> &'static str {
    match looks {
        LooksLike::Terraform => "Terraform 구성",
        LooksLike::Template => "CloudFormation 템플릿",
        LooksLike::Yaml => "YAML",
        LooksLike::RulepadFile => "Rulepad 파일",
        LooksLike::Rule => "EventBridge 규칙",
    }
}

/// What a target receives; `variables` are those of its input paths.
pub(crate) fn input(input: &Input, variables: usize) -> String {
    match input {
        Input::MatchedEvent => "일치한 이벤트".to_owned(),
        Input::Path(path) => format!("일치한 이벤트의 `{path}` 부분"),
        Input::Constant(text) => format!("상수: {}", cut_constant(text)),
        Input::Transformer { .. } if variables == 0 => "변수가 없는 입력 템플릿".to_owned(),
        Input::Transformer { .. } => format!("변수가 {variables}개인 입력 템플릿"),
    }
}

/// How often and how long a delivery is tried again, each blank where AWS's default counts.
pub(crate) fn retries(attempts: &str, seconds: &str) -> String {
    match (attempts, seconds) {
        ("", "") => "24시간 동안 재시도 185회(기본값)".to_owned(),
        ("", seconds) => format!("최대 {seconds}초 동안 재시도"),
        ("0", "") => "재시도 없음".to_owned(),
        (count, "") => format!("재시도 {count}회"),
        ("0", seconds) => format!("재시도 없음(최대 {seconds}초)"),
        (count, seconds) => format!("최대 {seconds}초 동안 재시도 {count}회"),
    }
}
