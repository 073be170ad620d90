//! The Korean words of this crate.

use crate::form::Form;
use crate::message::Message as M;
use rulepad_document::{Lang, Words};

/// The name of a form.
pub(crate) const fn form(form: Form) -> &'static str {
    match form {
        Form::Requests => "구독자 요청",
        Form::Describe => "DescribeSubscriber 응답",
        Form::List => "ListSubscribers 응답",
        Form::CloudFormation => "CloudFormation 템플릿",
        Form::Sam => "SAM 템플릿",
        Form::Terraform => "Terraform",
        Form::Script => "셸 스크립트",
        Form::Sdk => "프로그램",
    }
}

/// The words of a message.
pub(crate) fn message(message: &M, lang: Lang) -> String {
    let fixed = match message {
        M::NoSubscriber => "텍스트에 구독자가 없습니다",
        M::TooLong { bytes, most } => {
            return format!("텍스트가 {bytes}바이트입니다. {most}바이트까지 읽습니다.");
        }
        M::NamesOnly => "응답에 이름과 대상만 있고 구독자의 설정이 없습니다",
        M::More => "응답이 완전하지 않습니다. `NextToken` 값이 있습니다.",
        M::UpdateOnly(name) => return format!("`{name}` 값은 업데이트할 때만 의미가 있습니다"),
        M::Tags => "태그가 맵도 아니고 `Key`, `Value` 목록도 아닙니다",
        M::Property(name) => return format!("`{name}` 속성은 알려져 있지 않아서 뺐습니다"),
        M::Condition(name) => {
            return format!("`{name}` 조건은 배포할 때 정해집니다. 첫 번째 분기를 표시합니다.");
        }
        M::Describe => "`aws eventsv2 describe-subscriber` 명령의 응답을 붙여 넣으세요",
        M::AskForMore => "`--starting-token` 옵션으로 나머지를 요청하세요",
        M::Paste => {
            "템플릿, `awscc` 프로바이더를 쓰는 Terraform, 스크립트, 프로그램 또는 API의 요청과 응답을 붙여 넣으세요"
        }
        M::Remove => "제거하세요",
        M::WriteMap => "맵이나 `Key`, `Value` 목록으로 쓰세요",
        M::CheckBranch => "다른 분기도 확인하세요",
        M::Subscriber(own) => return own.words(lang),
        M::Template(own) => return own.words(lang),
        M::Text(own) => return own.words(lang),
        M::Document(own) => return own.words(lang),
    };
    fixed.to_owned()
}
