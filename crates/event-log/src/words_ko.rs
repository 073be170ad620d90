//! The words of an event log in Korean.

use crate::aws::AwsSentence;
use crate::message::{KeyMessage, KeyType, Message, PutNote, Refusal};
use rulepad_document::words::ko::kind;
use rulepad_document::{Lang, Words};

/// The words of a message.
pub(crate) fn message(message: &Message) -> String {
    match message {
        Message::Path(message) => message.words(Lang::KO),
        Message::Key(message) => key(message),
        Message::Refusal(why) => refusal(why),
        Message::Note(what) => note(what),
        Message::Aws(said) => gloss(said),
    }
}

/// What DynamoDB's sentence means; it stays English itself.
pub(crate) fn gloss(said: &AwsSentence) -> String {
    let fixed = match said {
        AwsSentence::KeyMissing(name) => return format!("항목에 `{name}` 키가 없습니다"),
        AwsSentence::KeyType { name, expected, found } => {
            return format!("`{name}` 키의 형식이 다릅니다(기대: {}, 실제: {found})", expected.name());
        }
        AwsSentence::KeyEmpty(name) => return format!("키 값은 빈 문자열일 수 없습니다: `{name}`"),
        AwsSentence::PartitionTooLong => "파티션 키의 크기가 한도(2,048바이트)를 넘습니다",
        AwsSentence::SortTooLong => "정렬 키의 크기가 한도(1,024바이트)를 넘습니다",
        AwsSentence::TooDeep => "항목의 속성이 지원하는 한도보다 깊게 중첩되어 있습니다",
        AwsSentence::TooLarge => "항목의 크기가 한도를 넘습니다",
        AwsSentence::Digits => "숫자의 유효 숫자가 38자리를 넘습니다",
        AwsSentence::Overflow => "숫자의 절댓값이 저장할 수 있는 범위보다 큽니다",
        AwsSentence::Underflow => "숫자의 절댓값이 저장할 수 있는 범위보다 작습니다",
    };
    fixed.to_owned()
}

fn key(message: &KeyMessage) -> String {
    let fixed = match message {
        KeyMessage::NameTooLong { length, most } => {
            return format!(
                "키의 이름이 {length}바이트입니다. DynamoDB가 허용하는 최대 길이는 {most}바이트입니다."
            );
        }
        KeyMessage::NameTwice(name) => {
            return format!(
                "두 키의 이름이 모두 `{name}`입니다. 테이블에는 같은 이름의 속성을 하나만 둘 수 있습니다."
            );
        }
        KeyMessage::NameMissing => "키의 이름이 없습니다",
        KeyMessage::PathMissing => "키의 경로가 없습니다",
        KeyMessage::GiveName => "이름을 지정하세요. 예: `user` 또는 `timestamp`",
        KeyMessage::ShortenName => "이름을 줄이세요",
        KeyMessage::NameSortKeyDifferently => "정렬 키에 다른 이름을 지정하세요",
        KeyMessage::WritePath => "페이로드에서 키의 값을 찾을 경로를 쓰세요. 예: `$.detail.userIdentity.arn`",
        KeyMessage::PathForm => {
            "경로의 형식은 `$.name.name[0]`이며, 이름에는 영문자, 숫자, `_`, `-`, `/`만 쓸 수 있습니다"
        }
    };
    fixed.to_owned()
}

fn refusal(why: &Refusal) -> String {
    let fixed = match why {
        Refusal::KeyMissing { name, path } => {
            return format!("`{path}` 경로에 값이 없습니다. 항목에는 `{name}` 키가 필요합니다.");
        }
        Refusal::KeyKind { name, kind: seen } => {
            return format!(
                "`{name}` 키의 값은 문자열, 숫자 또는 이진 데이터이어야 합니다(현재 {})",
                kind(*seen)
            );
        }
        Refusal::KeyType { name, kind: seen, expected } => {
            let expected = match expected {
                KeyType::String => "문자열",
                KeyType::Number => "숫자",
            };
            return format!(
                "`{name}` 키의 값은 첫 번째 항목과 같이 {expected}이어야 합니다(현재 {})",
                kind(*seen)
            );
        }
        Refusal::KeyEmpty(name) => return format!("`{name}` 키의 값이 빈 문자열입니다"),
        Refusal::TooDeep { name, most } => return format!("`{name}` 속성의 중첩이 {most}단계를 넘습니다"),
        Refusal::PartitionTooLong { length, most } => {
            return format!(
                "파티션 키의 값이 {length}바이트입니다. DynamoDB가 허용하는 최대 크기는 {most}바이트입니다."
            );
        }
        Refusal::SortTooLong { length, most } => {
            return format!(
                "정렬 키의 값이 {length}바이트입니다. DynamoDB가 허용하는 최대 크기는 {most}바이트입니다."
            );
        }
        Refusal::TooLarge { size, most } => {
            return format!(
                "항목의 크기가 {size}바이트입니다. DynamoDB가 허용하는 최대 크기는 400KB({most}바이트)입니다."
            );
        }
        Refusal::NotOneValue => "페이로드가 JSON 값 하나가 아니어서 저장할 것이 없습니다",
        Refusal::NamelessAttribute => "페이로드에 이름이 빈 멤버가 있습니다. 속성에는 이름이 필요합니다.",
        Refusal::Number => "페이로드에 DynamoDB가 저장하지 않는 숫자가 있습니다",
    };
    fixed.to_owned()
}

fn note(note: &PutNote) -> String {
    match note {
        PutNote::OneAttribute { kind: seen, name } => {
            format!("페이로드가 객체가 아니라 {}이므로 `{name}` 속성에 저장합니다.", kind(*seen))
        }
        PutNote::MemberReplaced { name, path } => {
            format!(
                "페이로드에 같은 이름의 멤버 `{name}`도 있습니다. 이 멤버 대신 키의 값(`{path}`)을 저장합니다."
            )
        }
    }
}
