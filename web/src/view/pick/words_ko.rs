//! Texts of the page about the value at the cursor, in Korean.

use super::text::Text;
use rulepad_workbench::ko;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::NoValueYet => "먼저 이벤트의 값에 커서를 두세요",
        Text::PutCursor => "값에 커서를 두세요",
        Text::ValueAtCursor => "커서 위치의 값",
        Text::WhatWasDone => "값으로 한 일",
        Text::AddToPattern => "패턴에 추가",
        Text::RequireValue => "이 값을 이벤트 패턴의 조건으로 추가",
        Text::MakeVariable => "변수로 만들기",
        Text::PassToTarget => "선택한 대상에 이 값을 변수로 전달",
        Text::NoTarget => "대상이 없습니다",
        Text::NotARule => "대상은 EventBridge 규칙에만 있습니다",
        Text::NotDone(reason) => return ko::sentence(reason).into(),
        Text::PassTo(target) => return format!("{target} 대상에 이 값을 변수로 전달").into(),
    })
}
