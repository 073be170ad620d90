//! What is wrong, in Korean.

use super::help::help;
use super::read;
use crate::fields::{LARGE, MAX_DETAIL_TYPE, MAX_ENTRIES};
use crate::message::{DetailFault, Expected, Message, Shortened, TimeFault};
use rulepad_document::notation::Notation;
use rulepad_document::words::ko;
use rulepad_document::{Lang, Words};

/// The words of a message.
pub(crate) fn message(message: &Message) -> String {
    let fixed = match message {
        Message::Document(inner) => return inner.words(Lang::KO),
        Message::Help(what) => return help(what),
        Message::Aws(said) => return super::gloss(said),

        Message::NotAnObject(kind) => {
            return format!("이벤트는 객체이어야 합니다(현재 {})", ko::kind(*kind));
        }
        Message::NoJson => "텍스트에 JSON이 없습니다",
        Message::LooksLikeYaml => "YAML로 보이지만 읽을 수 없습니다",
        Message::YamlWithoutObject => "텍스트에 객체가 없습니다",
        Message::Notation(notation) => self::notation(*notation),
        Message::CutValue(value) => {
            return format!("로그가 값 대신 {} 텍스트를 출력해 원래 값이 남아 있지 않습니다", shown(value));
        }
        Message::UnknownValue(value) => {
            return format!("{} 값은 프로그램만 알 수 있어 제외했습니다", shown(value));
        }
        Message::Digest => "CloudTrail 다이제스트 파일입니다. 로그 파일과 해시의 목록이며 이벤트는 없습니다.",
        Message::BusLogWithoutDetail => "이벤트 버스 로그의 이 레코드에는 이벤트의 `detail` 값이 없습니다",
        Message::InFile(path) => {
            return format!("이벤트가 `{path}` 파일에 있고 이 텍스트에는 없습니다");
        }
        Message::Shorthand => "AWS CLI의 간편 구문은 읽지 않습니다",
        Message::SkippedLine => "이 줄은 JSON이 아니어서 건너뛰었습니다",
        Message::Empty(kind) => return format!("{}인데 비어 있습니다", read::shape(*kind)),
        Message::NoPayload(carrier) => {
            return format!("{}인데 읽을 `{}` 값이 없습니다", read::carrier(*carrier), carrier.path());
        }
        Message::PlainPayload(carrier) => {
            return format!("`{}` 값은 이벤트가 아니라 일반 텍스트입니다", carrier.path());
        }
        Message::NotBase64(carrier) => return format!("`{}` 값은 base64가 아닙니다", carrier.path()),
        Message::NotGzip(carrier) => {
            return format!("`{}` 값은 base64이지만 압축을 풀 수 없습니다", carrier.path());
        }
        Message::Binary(carrier) => {
            return format!("`{}` 값은 UTF-8 텍스트가 아니라 이진 데이터입니다", carrier.path());
        }
        Message::TooLarge => {
            "풀어낸 내용이 Rulepad가 읽는 한도(전체 32MiB, 압축된 페이로드 하나에 4MiB)보다 큽니다"
        }
        Message::TooWrapped(most) => {
            return format!("{most}겹 넘게 감싸여 있습니다. 더 안쪽은 읽지 않습니다.");
        }
        Message::TooMany(most) => {
            return format!("이벤트가 {most}개를 넘습니다. 여기부터는 제외했습니다.");
        }
        Message::NoCloudTrailField { field, becomes } => {
            return format!("이벤트의 `{becomes}` 값이 될 `{field}` 필드가 이 CloudTrail 레코드에 없습니다");
        }
        Message::UnknownCloudTrailType(kind) => {
            return format!("`{kind}` 값은 알려진 CloudTrail 이벤트 유형이 아닙니다");
        }
        Message::NoS3Event(name) => {
            return format!("`{name}` 알림에 대응하는 S3의 EventBridge 이벤트는 알려져 있지 않습니다");
        }
        Message::Cut => "이 부분의 중간에서 텍스트가 끝나므로 제외했습니다",

        Message::MissingFields(fields) => {
            let quoted: Vec<String> = fields.iter().map(|field| format!("`{field}`")).collect();
            return format!("이벤트 버스의 이벤트에는 {} 필드도 있습니다", ko::all_of(&quoted));
        }
        Message::MisspeltField { key, name } => {
            return format!(
                "이벤트의 공통 필드에 {} 필드는 없습니다. AWS의 이름은 `{name}`입니다.",
                shown(key)
            );
        }
        Message::FieldType { name, kind, expected: of } => {
            return format!(
                "이벤트 버스의 이벤트에서 `{name}` 값은 {}이어야 합니다(현재 {})",
                expected(*of),
                ko::kind(*kind)
            );
        }
        Message::DetailText => {
            "`detail` 값이 문자열입니다. 이벤트 버스의 이벤트에서는 객체이며, 그래야 패턴이 필드를 비교할 수 있습니다."
        }
        Message::Time(fault) => time(*fault),
        Message::Version(value) => {
            return format!("이벤트의 버전은 `0`이어야 합니다(현재 {})", shown(value));
        }
        Message::Account(value) => {
            return format!("계정 ID는 숫자 12자리입니다(현재 {})", shown(value));
        }
        Message::LongDetailType(length) => {
            return format!("detail-type 길이가 {length}자입니다. 최대 길이는 {MAX_DETAIL_TYPE}자입니다.");
        }
        Message::EmptySource => "source 값이 비어 있습니다. 모든 이벤트에는 source 값이 있습니다.",
        Message::ServiceAsSource { service, source } => {
            return format!(
                "{} 값은 CloudTrail에서 쓰는 서비스 이름입니다. source에서 쓰는 값은 `{source}`입니다.",
                shown(service)
            );
        }
        Message::SourceCase(value) => {
            return format!(
                "AWS 이벤트의 source 값은 소문자이고 `aws.` 접두사로 시작합니다(현재 {})",
                shown(value)
            );
        }
        Message::Id(value) => {
            return format!("AWS는 이벤트의 ID로 UUID를 지정합니다(현재 {})", shown(value));
        }
        Message::Region(value) => return format!("{} 값은 리전 이름이 아닙니다", shown(value)),
        Message::ReadOnlyCall => "읽기 전용 호출입니다. `ENABLED` 상태의 규칙은 이런 이벤트를 받지 않습니다.",
        Message::EventSize(size) if *size >= LARGE => {
            return format!("이 이벤트의 크기는 {size}바이트로 계산됩니다. PutEvents는 1MB 미만만 받습니다.");
        }
        Message::EventSize(size) => {
            return format!(
                "이 이벤트의 크기는 {size}바이트로 계산됩니다. PutEvents는 AWS의 현재 설명서에 따르면 1MB 미만을 받지만, \
                 이전 설명서와 2024년, 2025년의 기록에서는 256KB 미만을 받습니다."
            );
        }

        Message::DuplicateMember(name) => {
            return format!("이 항목에 `{name}` 멤버가 두 번 나옵니다. 마지막 값만 적용됩니다.");
        }
        Message::UnknownMember(key) => return format!("PutEvents 항목에 `{key}` 멤버는 없습니다"),
        Message::MemberType { name, kind, expected: of } => {
            return format!(
                "PutEvents 항목의 `{name}` 값은 {}이어야 합니다(현재 {})",
                expected(*of),
                ko::kind(*kind)
            );
        }
        Message::MalformedDetail(fault) => return detail(fault),
        Message::LargeInteger(number) => {
            return format!("`Detail` 안의 정수는 -9.22e18 이상 9.22e18 이하이어야 합니다(현재 `{number}`)");
        }
        Message::EntryTime(value) => return format!("`{value}` 값은 RFC 3339 시간이 아닙니다"),
        Message::MemberLength { name, length, most } => {
            return format!("`{name}` 길이가 {length}자입니다. PutEvents의 최대 길이는 {most}자입니다.");
        }
        Message::EmptyMember(name) => return format!("`{name}` 값이 비어 있습니다"),
        Message::MissingMember(name) => return format!("이 항목에 `{name}` 멤버가 없습니다"),
        Message::ReservedSource(source) => {
            return format!("source 값 `{source}`의 `aws.` 접두사는 AWS 전용입니다");
        }
        Message::EntryCount(count) => {
            return format!(
                "항목이 {count}개입니다. 호출 한 번에 최대 {MAX_ENTRIES}개까지 보낼 수 있습니다."
            );
        }
        Message::EntriesSize(total) if *total >= LARGE => {
            return format!(
                "항목의 전체 크기는 {total}바이트로 계산됩니다. PutEvents는 1MB 미만만 받습니다."
            );
        }
        Message::EntriesSize(total) => {
            return format!(
                "항목의 전체 크기는 {total}바이트로 계산됩니다. PutEvents는 2026년 1월부터 1MB 미만을 받지만, 이전 \
                 설명서와 SDK에는 256KB로 되어 있습니다."
            );
        }
    };
    fixed.to_owned()
}

fn shown(value: &Shortened) -> String {
    format!("`{}{}`", value.start, if value.cut { "…" } else { "" })
}

pub(super) fn expected(expected: Expected) -> ko::Noun {
    ko::Noun(match expected {
        Expected::Object => "객체",
        Expected::String => "문자열",
        Expected::Strings => "문자열의 배열",
        Expected::JsonText => "JSON 텍스트",
    })
}

fn time(fault: TimeFault) -> &'static str {
    match fault {
        TimeFault::Fraction => "이벤트의 시간은 초 단위까지만 씁니다",
        TimeFault::Offset => "이벤트의 시간은 UTC이며 `Z` 문자로 끝납니다",
        TimeFault::Spelling => "이벤트의 시간은 `2026-03-02T04:05:06Z` 형식으로 씁니다",
        TimeFault::NoTime => "이벤트에서 쓰는 시간 형식이 아닙니다. 예: `2026-03-02T04:05:06Z`",
    }
}

fn detail(fault: &DetailFault) -> String {
    match fault {
        DetailFault::Json(inner) => {
            format!(
                "`Detail` 값이 JSON 객체를 담은 문자열이 아닙니다. {}",
                ko::sentence(&inner.words(Lang::KO))
            )
        }
        DetailFault::Other(Some(kind)) => {
            format!("`Detail` 값은 JSON 객체를 담은 문자열이어야 합니다(현재 {})", ko::kind(*kind))
        }
        DetailFault::Other(None) => "`Detail` 값은 JSON 객체를 담은 문자열이어야 합니다".to_owned(),
    }
}

fn notation(notation: Notation) -> &'static str {
    match notation {
        Notation::Encoded => "이벤트가 따옴표 안에 있습니다. 문자열로 인코딩된 이벤트입니다.",
        Notation::Escaped => {
            "이벤트의 따옴표가 이스케이프되어 있습니다. 다른 파일의 문자열 안에서는 이렇게 씁니다."
        }
        Notation::Html => "이벤트의 따옴표가 `&quot;` 같은 HTML 엔터티로 되어 있습니다",
        Notation::Surrounded => "이벤트 주위에 다른 텍스트가 있습니다. 이벤트에는 JSON 객체만 있어야 합니다.",
        Notation::JavaScript => "JavaScript 또는 TypeScript입니다. 이벤트는 JSON이어야 합니다.",
        Notation::Python => "Python입니다. 이벤트는 JSON이어야 합니다.",
        Notation::Yaml => "YAML입니다. 이벤트는 JSON이어야 합니다.",
        Notation::Hcl => "Terraform의 언어인 HCL입니다. 이벤트는 JSON이어야 합니다.",
        Notation::Xml => "XML입니다. 이벤트는 JSON이어야 합니다.",
        Notation::Prose => "일반 문장입니다. 이벤트는 JSON이어야 합니다.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aws::AwsSentence;
    use crate::kind::{Carrier, ListKind, ShapeKind};
    use rulepad_document::json::ValueKind;

    #[test]
    fn what_a_text_is_stands_before_the_copula() {
        assert_eq!(
            message(&Message::Empty(ShapeKind::List(ListKind::CloudTrailLog))),
            "CloudTrail 로그 파일인데 비어 있습니다"
        );
        assert_eq!(
            message(&Message::NoPayload(Carrier::SqsRecord)),
            "SQS 메시지인데 읽을 `body` 값이 없습니다"
        );
        let found =
            Message::MemberType { name: "Resources", kind: ValueKind::String, expected: Expected::Strings };
        assert_eq!(
            message(&found),
            "PutEvents 항목의 `Resources` 값은 문자열의 배열이어야 합니다(현재 문자열)"
        );
    }

    #[test]
    fn a_fault_of_the_detail_is_a_second_sentence() {
        let fault = |fault| message(&Message::MalformedDetail(fault));
        assert!(
            fault(DetailFault::Json(rulepad_document::Message::Comment))
                .starts_with("`Detail` 값이 JSON 객체를 담은 문자열이 아닙니다. ")
        );
        assert_eq!(
            fault(DetailFault::Other(Some(ValueKind::Array))),
            "`Detail` 값은 JSON 객체를 담은 문자열이어야 합니다(현재 배열)"
        );
    }

    #[test]
    fn awss_sentences_have_a_gloss() {
        let unknown = AwsSentence::UnknownParameter { number: 2, key: "detail".into() };
        assert!(
            unknown
                .words(Lang::En)
                .starts_with("Unknown parameter in Entries[1]: \"detail\", must be one of: Time,")
        );
        assert_eq!(
            unknown.words(Lang::KO),
            "Entries[1]에 알 수 없는 파라미터가 있습니다: `detail` (쓸 수 있는 파라미터: Time, Source, Resources, DetailType, \
             Detail, EventBusName, TraceHeader)"
        );
        let text = r#"{"Entries":[{"Source":"aws.x","DetailType":"t","Detail":"{}"}]}"#;
        let found = crate::read(text, crate::Wanted::Events).problems;
        let reference = found.into_iter().find_map(|found| found.reference).unwrap();
        assert_eq!(
            (reference.sentence.as_str(), reference.gloss_in(Lang::KO).as_deref()),
            ("Not authorized for the source.", Some("이 source 값으로 이벤트를 보낼 권한이 없습니다"))
        );
    }

    #[test]
    fn a_long_value_is_cut() {
        let value = Shortened::of("123456789012345", 12);
        assert_eq!(message(&Message::Account(value)), "계정 ID는 숫자 12자리입니다(현재 `123456789012…`)");
    }
}
