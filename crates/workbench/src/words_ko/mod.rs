//! The workbench's own words in Korean.

pub(crate) mod batch;
pub(crate) mod builder;
pub(crate) mod bulk;
pub(crate) mod catalogue;
pub(crate) mod compare;
pub(crate) mod draft;
pub(crate) mod embed;
pub(crate) mod import;
pub(crate) mod outline;
pub(crate) mod pick;
pub(crate) mod reference;
pub(crate) mod suite;
pub(crate) mod trial;
pub(crate) mod values;
pub(crate) mod verdict;
pub(crate) mod witness;

use crate::message::Message;
use rulepad_document::Lang;

/// The words of a message.
pub(crate) fn message(message: &Message) -> String {
    let fixed = match message {
        Message::BusOfRule { target } => {
            return format!(
                "대상 `{target}`: 이 규칙의 이벤트 버스입니다. 일치한 이벤트가 되돌아와 계속 다시 일치합니다."
            );
        }
        Message::CustomBus { target } => {
            return format!(
                "대상 `{target}`: 구독자가 이 규칙의 이벤트 버스로 이벤트를 보내면 루프가 생깁니다. EventBridge는 같은 사용자 지정 이벤트 버스에 다시 들어온 이벤트를 버립니다."
            );
        }
        Message::OwnEvents { target, kind, source } => {
            return format!(
                "대상 `{target}`({})의 `{source}` 이벤트가 이 규칙과 다시 일치할 수 있습니다",
                kind.name(Lang::KO)
            );
        }
        Message::BadFile(bad) => return draft::bad_file(bad),
        Message::UseOtherBus => "다른 이벤트 버스로 보내세요",
        Message::CheckSubscribers => "사용자 지정 이벤트 버스의 구독자를 확인하세요",
        Message::ExcludeOwnEvents => {
            "대상 때문에 생기는 이벤트를 `detail` 아래의 이름이나 상태로 제외하세요. 그러지 않으면 규칙이 자신을 계속 다시 실행할 수 있습니다."
        }
    };
    fixed.to_owned()
}

#[cfg(test)]
mod tests;
