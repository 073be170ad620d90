//! What was made of a value of the event, and why nothing can be made of one, in Korean.

use crate::pick::why_not::{InTemplate, PatternChange, VariableChange, WhyNot};
use rulepad_document::words::ko;
use rulepad_document::{Lang, Words};
use rulepad_transformer::path::MAX_PATH;

/// Why nothing can be made of a value; one sentence has no full stop.
pub(crate) fn why_not(why: &WhyNot) -> String {
    let text = match why {
        WhyNot::NoValue => "여기에는 값이 없습니다",
        WhyNot::EventEmpty => "이벤트가 비어 있습니다",
        WhyNot::EventBroken => "이벤트를 읽을 수 없습니다. 먼저 이벤트를 고치세요.",
        WhyNot::NotJson => "JSON이 아닙니다",
        WhyNot::WholeEvent => "이벤트 전체입니다. 그 안의 값을 선택하세요.",
        WhyNot::Or => "패턴에서는 `$or` 이름을 필드로 쓸 수 없습니다. 패턴에서 이 이름은 분기를 뜻합니다.",
        WhyNot::Object(name) => return format!("`{name}` 값은 객체입니다. 그 안의 값을 선택하세요."),
        WhyNot::TooManyValues { name, most } => {
            return format!("`{name}` 배열의 값이 {most}개를 넘습니다. 그중 하나를 선택하세요.");
        }
        WhyNot::EmptyArray(name) => {
            return format!("`{name}` 값은 빈 배열이므로 패턴의 조건으로 쓸 수 없습니다");
        }
        WhyNot::NoScalars(name) => {
            return format!("`{name}` 배열에는 객체와 배열만 있습니다. 더 안쪽의 값을 선택하세요.");
        }
        WhyNot::PatternBroken => "패턴이 올바른 JSON이 아닙니다. 먼저 패턴을 고치세요.",
        WhyNot::PatternNotObject => "패턴이 JSON 객체가 아닙니다. 먼저 패턴을 고치세요.",
        WhyNot::PatternRefused => "AWS가 패턴을 거부합니다. 먼저 패턴을 고치세요.",
        WhyNot::NoSuchCondition => "패턴에 그런 조건이 없습니다.",
        WhyNot::NoPlace => "넣을 자리가 없습니다",
        WhyNot::Branches { name, count } => {
            return format!(
                "`$or` 분기 {count}개에 `{name}` 조건이 있습니다. 원하는 분기에 값을 직접 추가하세요."
            );
        }
        WhyNot::FieldsBelow(name) => {
            return format!("`{name}` 필드는 패턴에서는 필드를 담은 객체인데, 이 이벤트에서는 값입니다");
        }
        WhyNot::ConditionAbove(name) => {
            return format!(
                "패턴에는 `{name}` 값 자체의 조건이 있는데, 이 이벤트에서는 그 안에 필드가 있습니다"
            );
        }
        WhyNot::NoList(name) => {
            return format!("패턴의 `{name}` 필드에 값의 배열이 없습니다. 먼저 패턴을 고치세요.");
        }
        WhyNot::WouldBeRefused(message) => {
            return format!("추가하면 AWS가 패턴을 거부합니다. {}", ko::sentence(message));
        }
        WhyNot::WouldNotHold(name) => {
            return format!("`{name}` 조건을 추가해도 이 이벤트는 그 조건을 충족하지 않습니다");
        }
        WhyNot::NotTried { name, dialect } => {
            return format!(
                "`{name}` 필드는 이 패턴과 비교하는 내용에 없습니다(비교하는 내용: {})",
                dialect.reads(Lang::KO)
            );
        }
        WhyNot::NoSingleElement(name) => {
            return format!(
                "`{name}` 필드에 이 값이 있으면서 패턴의 기존 조건도 충족하는 배열 요소가 없습니다"
            );
        }
        WhyNot::EmptyKey => "경로에는 빈 키를 쓸 수 없습니다",
        WhyNot::Key(key) => {
            return format!(
                "경로의 키에는 영문자, 숫자, `_`, `-`, `/` 문자만 쓸 수 있습니다. `{key}` 키에는 다른 문자가 있습니다."
            );
        }
        WhyNot::PathTooLong => return format!("경로가 AWS의 최대 길이인 {MAX_PATH}자를 넘습니다"),
        WhyNot::LaterValue => "뒤에 같은 키가 또 있어 경로가 그 값을 선택합니다",
        WhyNot::NestedArray => "입력 경로로는 배열 안의 배열에 있는 값을 선택할 수 없습니다",
        WhyNot::NoRoom(why) => return why.words(Lang::KO),
        WhyNot::NoWitness(why) => return why.words(Lang::KO),
        WhyNot::NoSingleValue => "값 하나를 바꾸어서는 이 조건을 충족할 수 없습니다.",
    };
    text.to_owned()
}

/// What was done to a pattern, as a sentence.
pub(crate) fn pattern_change(change: &PatternChange) -> String {
    match change {
        PatternChange::Asks(name) => format!("패턴에 `{name}` 조건을 추가했습니다."),
        PatternChange::TakesMore(name) => format!("`{name}` 조건에 이 값을 추가했습니다."),
        PatternChange::TakesAlready(name) => format!("`{name}` 조건은 이미 이 값을 허용합니다."),
    }
}

/// What was done to an input transformer, as a sentence.
pub(crate) fn variable_change(change: &VariableChange) -> String {
    let name = &change.name;
    match (change.entered, change.template) {
        (true, InTemplate::Added) => format!("템플릿에 `<{name}>` 변수를 넣었습니다."),
        (false, InTemplate::Added) => {
            format!("이미 이 값을 담고 있던 `<{name}>` 변수를 템플릿에 넣었습니다.")
        }
        (true, InTemplate::Present | InTemplate::Absent) => {
            format!("`<{name}>` 변수에 이 값을 담았습니다. 템플릿에 변수를 쓰세요.")
        }
        (false, InTemplate::Present) => format!("`<{name}>` 변수에 이미 이 값이 있습니다."),
        (false, InTemplate::Absent) => {
            format!("`<{name}>` 변수에 이미 이 값이 있습니다. 템플릿에 변수를 쓰세요.")
        }
    }
}
