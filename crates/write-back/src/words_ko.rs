//! The Korean words of this crate: whole sentences.

use crate::message::{Loss, Note, TargetPart, Unwritten};
use rulepad_document::words::ko::Noun;
use rulepad_document::{Lang, Words};

pub(crate) fn loss(loss: &Loss) -> String {
    let fixed = match loss {
        Loss::Export(loss) => return loss.words(Lang::KO),
        Loss::Reformatted => "템플릿의 포맷을 정리하면서 주석이 사라졌습니다.",
        Loss::NoCommentsInJson => "JSON에는 주석을 쓸 수 없어 템플릿의 주석이 사라졌습니다.",
        Loss::PropertiesFromFunction => {
            "규칙의 속성을 템플릿의 함수가 정하므로, 함수에 있는 이벤트 패턴은 바뀌지 않습니다."
        }
        Loss::PatternWithFunctions => {
            "이벤트 패턴에 템플릿의 함수가 있어 객체로 두었습니다. CloudFormation은 객체의 `null`, 숫자 또는 필드를 거부하거나 \
             표기를 바꿉니다."
        }
        Loss::Condition(name) => {
            return format!(
                "템플릿의 `{name}` 조건이 참일 때의 값을 파일에 썼습니다. 나머지 값은 제외했습니다."
            );
        }
        Loss::DynamicReferenceAsText(text) => {
            return format!(
                "`{text}` 표기는 CloudFormation에서 파라미터나 시크릿의 값으로 바뀌지만, 이 파일에는 텍스트로 들어 있습니다."
            );
        }
        Loss::OtherTargetOfEvent { id, resource } => {
            return format!(
                "대상 `{id}`: SAM의 이벤트는 `{resource}` 리소스에만 전달하므로 이 대상을 제외했습니다."
            );
        }
        Loss::EventWithout(member) => {
            return format!("SAM의 이벤트에는 규칙의 `{}` 속성이 없어 제외했습니다.", member.name());
        }
        Loss::NotWritten { address, change } => {
            return format!(
                "`{address}`: {} 반영하지 못했습니다. 파일에서 그 값을 다른 리소스와 함께 쓰거나 계산하기 때문입니다. 파일에서 \
                 직접 바꾸세요.",
                unwritten(change)
            );
        }
    };
    fixed.to_owned()
}

/// What could not be written, as an object.
fn unwritten(change: &Unwritten) -> String {
    match change {
        Unwritten::Name => "이름을".to_owned(),
        Unwritten::Description => "설명을".to_owned(),
        Unwritten::Bus => "이벤트 버스를".to_owned(),
        Unwritten::State => "상태를".to_owned(),
        Unwritten::Role => "규칙의 역할을".to_owned(),
        Unwritten::Schedule => "일정을".to_owned(),
        Unwritten::Tags => "태그를".to_owned(),
        Unwritten::Pattern => "이벤트 패턴을".to_owned(),
        Unwritten::RemovedTarget(id) => format!("대상 `{id}`의 삭제를"),
        Unwritten::NewTarget(id) => format!("새 대상 `{id}`의 추가를"),
        Unwritten::OfTarget { id, part } => format!("대상 `{id}`의 {}", target_part(*part).object()),
    }
}

fn target_part(part: TargetPart) -> Noun {
    Noun(match part {
        TargetPart::Id => "ID",
        TargetPart::Arn => "ARN",
        TargetPart::Role => "역할",
        TargetPart::Input => "입력",
        TargetPart::DeadLetter => "DLQ",
        TargetPart::Retries => "재시도 정책",
        TargetPart::Parameters => "파라미터",
    })
}

pub(crate) fn note(note: &Note) -> String {
    let fixed = match note {
        Note::Export(note) => return note.words(Lang::KO),
        Note::StandIn(note) => return note.words(Lang::KO),
        Note::PermissionsOfNewTargets => {
            "템플릿에 이미 있는 규칙이므로 권한을 추가하지 않았습니다. 새 대상에 필요한 권한은 직접 추가하세요."
        }
        Note::NeedsSam => "이 템플릿에는 SAM이 필요합니다. `sam deploy` 명령으로 배포하세요.",
        Note::RemovedTarget(id) => {
            return format!(
                "`{id}` 대상을 삭제했습니다. 이 대상만 사용하던 권한과 역할은 파일에 남아 있습니다."
            );
        }
    };
    fixed.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_document::words::ko::end;

    #[test]
    fn what_was_not_written_is_an_object() {
        let of = |change| {
            let address = "aws_cloudwatch_event_rule.orders".to_owned();
            let said = Loss::NotWritten { address, change }.words(Lang::KO);
            said.split_once(" 반영").unwrap().0.split_once(": ").unwrap().1.to_owned()
        };
        assert_eq!(of(Unwritten::Bus), "이벤트 버스를");
        assert_eq!(of(Unwritten::NewTarget("a".into())), "새 대상 `a`의 추가를");
        let part = |part| of(Unwritten::OfTarget { id: "a".into(), part });
        assert_eq!(part(TargetPart::Id), "대상 `a`의 ID를");
        assert_eq!(part(TargetPart::Arn), "대상 `a`의 ARN을");
        assert_eq!(part(TargetPart::DeadLetter), "대상 `a`의 DLQ를");
        assert_eq!(part(TargetPart::Retries), "대상 `a`의 재시도 정책을");
    }

    #[test]
    fn every_part_has_a_known_sound() {
        use TargetPart as P;
        for part in [P::Id, P::Arn, P::Role, P::Input, P::DeadLetter, P::Retries, P::Parameters] {
            assert!(end(target_part(part).0).is_some(), "{part:?}");
        }
    }
}
