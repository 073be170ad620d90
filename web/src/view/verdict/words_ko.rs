//! Texts of the page about the verdict, in Korean.

use super::text::Text;
use rulepad_workbench::ko;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::Stopped => "2초가 지나 평가를 중단했습니다",
        Text::StoppedWhatNow => "작성한 내용은 그대로입니다. 이벤트나 패턴을 줄이거나 다시 시도하세요.",
        Text::CannotRun => "평가를 실행할 수 없습니다",
        Text::Evaluating | Text::StillEvaluating => "평가 중",
        Text::CannotBeRead => "읽을 수 없음",
        Text::EventStopped => "중단됨",
        Text::GoToPattern => "이벤트 패턴으로 이동",
        Text::GoToEvent => "이벤트로 이동",
        Text::SeeWhy => "이유 보기",
        Text::Verdict => "판정",
        Text::CannotRunWhy(reason) => {
            let reason = ko::sentence(reason);
            return format!("작성한 내용은 그대로입니다. 워커가 중단되었습니다. {reason}").into();
        }
    })
}
