//! Why an event of a stream is not read, in Korean.

use crate::bulk::{Damage, Fault, LONGEST, Misread, Refused, Unread};

/// Why an event is not read.
pub(crate) fn misread(misread: Misread) -> String {
    match misread {
        Misread::Refused(refused) => self::refused(refused),
        Misread::Behind => "줄의 첫 번째 이벤트만 읽습니다".to_owned(),
        Misread::Record => "이 레코드로 만들어지는 이벤트가 없습니다".to_owned(),
        Misread::Unread(Unread::TooLong) => format!("이벤트의 길이가 {}MiB를 넘습니다", LONGEST >> 20),
        Misread::Unread(Unread::List) => "배열이 JSON이 아닙니다. 그 뒤의 내용은 읽지 않습니다.".to_owned(),
        Misread::Unread(Unread::Cut) => "배열이 끝나기 전에 파일이 끝났습니다".to_owned(),
        Misread::Undecided(rules) => format!("규칙 {rules}개에 필요한 계산이 Rulepad의 한도를 넘습니다"),
    }
}

fn refused(refused: Refused) -> String {
    let what = match refused.fault {
        Fault::NotAnObject => "이벤트는 JSON 객체이어야 합니다",
        Fault::Unexpected => "JSON이 아닙니다",
        Fault::String => "문자열에 제어 문자나 알 수 없는 이스케이프가 있습니다",
        Fault::Number => "숫자를 JSON 문법에 맞지 않게 썼습니다",
        Fault::NotUtf8 => "UTF-8 텍스트가 아닙니다",
        Fault::TooDeep => "중첩이 너무 깊습니다",
    };
    format!("{what}({}바이트 위치)", refused.at)
}

/// Why the rest of a file is not read.
pub(crate) fn damage(damage: Damage) -> &'static str {
    match damage {
        Damage::Gzip => {
            "gzip 데이터가 손상되었거나 뒤에 다른 내용이 있습니다. 파일의 나머지는 읽지 않습니다."
        }
        Damage::Cut => "gzip 데이터가 중간에 끝났거나 손상되었습니다. 파일의 일부가 없습니다.",
        Damage::Zip => "zip 파일은 읽지 않습니다. 먼저 압축을 푸세요.",
    }
}
