//! How events are delivered, in Korean.

use super::kind;
use crate::target::{Carries, PolicyTitle, Setting};

/// A policy of the role.
pub(crate) fn policy(title: PolicyTitle) -> &'static str {
    match title {
        PolicyTitle::Trust => "역할의 신뢰 정책",
        PolicyTitle::Permissions => "역할의 권한",
    }
}

/// A sentence about deliveries.
pub(crate) fn setting(setting: &Setting) -> String {
    match setting {
        Setting::Carries { kind: of, carries, operation, batch, window } => {
            let call =
                operation.map_or_else(|| "호출 한 번".to_owned(), |name| format!("`{name}` 호출 한 번"));
            let what = match carries {
                Carries::OneEach => "이벤트마다 메시지나 레코드 하나를 담습니다",
                Carries::Array => "이벤트마다 페이로드를 담은 JSON 배열을 담습니다",
                Carries::Payload => "이벤트 하나의 페이로드를 담습니다",
                Carries::Request => "`Input` 값이 이벤트로 만든 요청을 담습니다",
            };
            let mut text = format!("대상은 {}입니다. {call}에 {what}.", kind(*of));
            match batch {
                Some(1) | None => {}
                Some(most) => text.push_str(&format!(" 이벤트 {most}개까지 담습니다.")),
            }
            if *window > 0 {
                text.push_str(&format!(" {window}초까지 모읍니다."));
            }
            text
        }
        Setting::Retries { attempts, age, default } => {
            let by = if *default { "(AWS 기본값)" } else { "" };
            format!("실패한 전송은 {age}초 안에 {attempts}번까지 다시 시도합니다{by}.")
        }
        Setting::Queue(arn) => {
            format!(
                "그 뒤에는 `{arn}` 대기열에 레코드를 보냅니다. 레코드에는 이벤트의 ID만 있고 데이터는 없습니다."
            )
        }
        Setting::NoQueue => "그 뒤에는 이벤트가 사라집니다. 실패를 받을 대기열이 없습니다.".to_owned(),
        Setting::InOrder => {
            "같은 그룹의 이벤트는 순서대로 전송합니다. 하나가 실패하면 그룹의 나머지가 기다립니다.".to_owned()
        }
        Setting::Stopped => "구독자가 중지되어 있어, 이벤트를 쌓아 두고 전송하지 않습니다.".to_owned(),
    }
}
