//! Why a worker does not work, in Korean.

use crate::engine::failure::Failure;
use yew::AttrValue;

/// A worker was stopped at its time limit.
pub(super) const STOPPED: &str = "2초가 지나 중단했습니다";

/// The reason, without a full stop.
pub(super) fn why(failure: &Failure) -> AttrValue {
    AttrValue::Static(match failure {
        Failure::Late => "워커의 파일을 3초 안에 받지 못했습니다",
        Failure::Interrupted => "워커의 프로그램을 불러오다가 멈췄습니다",
        Failure::NotLearned => "워커가 이벤트 카탈로그를 3초 안에 읽지 못했습니다",
        Failure::NotLoaded => "워커의 파일을 불러오지 못했습니다",
        Failure::Reloading => "새 버전의 Rulepad를 불러오는 중입니다",
        Failure::OtherVersion => "워커와 페이지의 Rulepad 버전이 다릅니다. 페이지를 새로 고치세요",
        Failure::NotStarted => "브라우저가 워커를 허용하지 않습니다",
        Failure::Unexpected => "워커가 요청과 다른 응답을 보냈습니다",
        Failure::Unreadable(reason) => return format!("응답을 읽을 수 없습니다({reason})").into(),
        Failure::Reported(words) => return words.clone().into(),
    })
}
