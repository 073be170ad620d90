//! The words of an import in Korean.

mod call;
mod format;
mod help;
mod member;
mod note;
mod text;

pub(crate) use format::form;
pub(crate) use note::note;

use crate::aws::AwsSentence;
use crate::filters::FilterResource;
use crate::message::{FilterMessage, Message, RuleLabel, TerraformMessage};
use rulepad_document::words::ko;
use rulepad_document::{Lang, Words};

/// The words of a message.
pub(crate) fn message(message: &Message) -> String {
    match message {
        Message::Json(message) => message.words(Lang::KO),
        Message::Template(message) => message.words(Lang::KO),
        Message::Configuration(message) => message.words(Lang::KO),
        Message::Text(message) => text::text(message),
        Message::Member(message) => member::member(message),
        Message::Terraform(message) => terraform(message),
        Message::Filter(message) => filter(message),
        Message::Call(message) => call::call(message),
        Message::Help(help) => help::help(help),
        Message::Aws(said) => gloss(*said),
    }
}

/// What AWS's sentence means; it stays English itself.
pub(crate) fn gloss(said: AwsSentence) -> String {
    match said {
        AwsSentence::NoPattern => {
            "EventPattern 또는 ScheduleExpression 파라미터를 지정해야 합니다".to_owned()
        }
    }
}

/// What a rule of a text is called.
pub(crate) fn label(label: &RuleLabel) -> String {
    match label {
        RuleLabel::Name(name) => name.clone(),
        RuleLabel::Unnamed => "이름 없는 규칙".to_owned(),
        RuleLabel::Targets => "대상".to_owned(),
        RuleLabel::Pattern => "이벤트 패턴".to_owned(),
        RuleLabel::Resource(resource) => filter_resource(*resource).to_owned(),
        RuleLabel::Subscription { topic, number } => format!("{topic} 구독 {number}"),
        RuleLabel::Filter { resource, number } => format!("{} 필터 {number}", self::label(resource)),
    }
}

fn filter_resource(resource: FilterResource) -> &'static str {
    match resource {
        FilterResource::Mapping => "이벤트 소스 매핑",
        FilterResource::Subscription => "구독",
        FilterResource::Pipe => "파이프",
        FilterResource::Archive => "아카이브",
    }
}

fn filter(message: &FilterMessage) -> String {
    let fixed = match message {
        FilterMessage::NoFilter { label, resource } => {
            let everything = match resource {
                FilterResource::Mapping | FilterResource::Pipe => "모든 레코드가",
                FilterResource::Subscription => "모든 메시지가",
                FilterResource::Archive => "모든 이벤트가",
            };
            let named = match label {
                RuleLabel::Name(name) => format!("{} `{name}`", filter_resource(*resource)),
                RuleLabel::Subscription { topic, number } => format!("`{topic}` 주제의 구독 {number}"),
                other => self::label(other),
            };
            return format!("{named}에 필터가 없어 {everything} 통과합니다");
        }
        FilterMessage::Scope(scope) => {
            return format!(
                "`FilterPolicyScope` 값은 `MessageAttributes` 또는 `MessageBody`이어야 합니다(현재 `{scope}`)"
            );
        }
        FilterMessage::FiltersMissing => "`FilterCriteria`에 `Filters` 속성이 없습니다",
        FilterMessage::Empty => "이 필터에 `Pattern` 속성이 없어 건너뛰었습니다",
        FilterMessage::Object => "필터의 `Pattern` 값은 문자열이어야 합니다(현재 객체)",
        FilterMessage::Bare => "이 필터에 `Pattern` 속성이 없습니다. 패턴을 배열에 바로 썼습니다.",
        FilterMessage::OfTopic => {
            "주제의 `Subscription`에는 `Endpoint`, `Protocol` 속성만 쓸 수 있습니다. CloudFormation은 여기에 쓴 \
             `FilterPolicy` 속성을 거부합니다."
        }
    };
    fixed.to_owned()
}

fn terraform(message: &TerraformMessage) -> String {
    let fixed = match message {
        TerraformMessage::Reference { source } => {
            return format!("`{source}`의 값이 텍스트에 없어 참조로 남겨 두었습니다");
        }
        TerraformMessage::Refused { source } => {
            return format!("`{source}`의 값은 Terraform이 여기서 허용하지 않습니다");
        }
        TerraformMessage::ObjectUnknown { source } => {
            return format!("객체 `{source}`의 값을 알 수 없어 표현식을 문자열로 표시했습니다");
        }
        TerraformMessage::TagsUnknown { source } => {
            return format!("태그의 값을 알 수 없습니다: `{source}`");
        }
        TerraformMessage::ModuleElsewhere { name, source } if source.is_empty() => {
            return format!("`{name}` 모듈은 읽지 않았습니다");
        }
        TerraformMessage::ModuleElsewhere { name, source } => {
            return format!("`{name}` 모듈(`{source}`)은 읽지 않았습니다");
        }
        TerraformMessage::ModuleNotGiven { name, folder } => {
            return format!("가져온 파일 중에 `{folder}` 폴더에 있는 `{name}` 모듈의 파일이 없습니다");
        }
        TerraformMessage::ThroughModule { caller } => {
            return format!(
                "`{caller}` 파일에서 호출하는 모듈의 파일입니다. 이 파일의 규칙은 호출하는 파일에 표시합니다."
            );
        }
        TerraformMessage::Destroyed { address } => {
            return format!("`{address}` 리소스는 삭제될 예정이어서 제외했습니다");
        }
        TerraformMessage::Hidden => "여기서 플랜이 변경되지 않는 부분을 숨겨 규칙의 내용이 완전하지 않습니다",
        TerraformMessage::EncodedTemplate => {
            "`jsonencode` 함수는 `<`, `>` 문자를 이스케이프(`\\u003c`, `\\u003e`)로 바꾸므로 EventBridge가 자리 표시자를 \
             찾지 못합니다"
        }
    };
    fixed.to_owned()
}

/// Names in backticks: `a`, `b`.
fn listed<T: AsRef<str>>(names: &[T]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{}`", name.as_ref())).collect();
    ko::all_of(&quoted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::{Expected, Help, MemberKind, MemberMessage, Note, Owner};
    use rulepad_document::json::ValueKind;
    use rulepad_terraform::value::TerraformType;

    #[track_caller]
    fn says(what: impl Words, sentence: &str) {
        assert_eq!(what.words(Lang::KO), sentence);
    }

    #[test]
    fn kinds_are_nouns_in_parentheses() {
        let of =
            |expected, seen| Message::Member(MemberMessage::Type { name: "Targets".into(), expected, seen });
        says(
            of(Expected::ListOfObjects, MemberKind::Json(ValueKind::True)),
            "`Targets` 값은 객체의 배열이어야 합니다(현재 true)",
        );
        says(
            of(Expected::Bool, MemberKind::Terraform(TerraformType::Map)),
            "`Targets` 값은 `true` 또는 `false`이어야 합니다(현재 맵)",
        );
        says(
            Message::Help(Help::WriteOrLeftOut(Expected::Bool)),
            "`true` 또는 `false` 값으로 바꾸세요. 바꾸지 않으면 제외됩니다.",
        );
        says(
            Message::Member(MemberMessage::Unknown { name: "Foo".into(), owner: Owner::Named("PutTargets") }),
            "`PutTargets`에 `Foo` 속성이 없어 제외했습니다",
        );
    }

    #[test]
    fn awss_sentence_has_a_gloss() {
        let found = crate::diagnostics::no_pattern(rulepad_document::Span::default(), "r");
        let reference = found.reference.unwrap();
        assert_eq!(
            (reference.sentence.as_str(), reference.gloss_in(Lang::KO).as_deref()),
            (
                "Parameter(s) EventPattern or ScheduleExpression must be specified.",
                Some("EventPattern 또는 ScheduleExpression 파라미터를 지정해야 합니다")
            )
        );
    }

    #[test]
    fn lists_end_in_a_count() {
        let names = |more| {
            let names = vec!["A".into(), "B".into(), "C".into()];
            Message::Text(crate::message::TextMessage::LeftOut { names, more })
        };
        says(names(0), "다른 리소스는 제외했습니다: `A`, `B`, `C`");
        says(names(4), "다른 리소스는 제외했습니다: `A`, `B`, `C` 외 4개");
        says(
            Note::DefaultsOf(vec!["a".into(), "b".into()]),
            "`var.a`, `var.b` 변수는 기본값으로 읽었습니다.",
        );
    }

    #[test]
    fn a_filter_is_labelled_by_its_resource() {
        let resource = Box::new(RuleLabel::Resource(FilterResource::Pipe));
        says(RuleLabel::Filter { resource, number: 2 }, "파이프 필터 2");
        let label = RuleLabel::Subscription { topic: "orders".into(), number: 1 };
        says(
            Message::Filter(FilterMessage::NoFilter { label, resource: FilterResource::Subscription }),
            "`orders` 주제의 구독 1에 필터가 없어 모든 메시지가 통과합니다",
        );
        let label = RuleLabel::Resource(FilterResource::Mapping);
        says(
            Message::Filter(FilterMessage::NoFilter { label, resource: FilterResource::Mapping }),
            "이벤트 소스 매핑에 필터가 없어 모든 레코드가 통과합니다",
        );
    }

    #[test]
    fn formats_are_told_in_two_sentences() {
        let (plan, json) = (crate::Form::TerraformPlan, crate::Form::Terraform);
        let of = |form| Message::Text(crate::message::TextMessage::NotWrittenBack(form));
        says(of(plan), "플랜에는 규칙의 변경을 반영하지 않습니다. Terraform으로 내보내면 새 파일이 됩니다.");
        says(
            of(json),
            "Terraform의 JSON 구문에는 규칙의 변경을 반영하지 않습니다. Terraform으로 내보내면 새 파일이 됩니다.",
        );
    }
}
