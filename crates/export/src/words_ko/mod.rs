//! The Korean words of this crate. Comments in exported files are not among them: they stay English.

mod format;
mod loss;
mod note;
mod target;

pub(crate) use format::{family, format};
pub(crate) use loss::loss;
pub(crate) use note::note;

use crate::message::{Framework, PatternAsText, RecordSource, ValueOf};
use rulepad_document::words::ko::{self, Noun};
use rulepad_rule::ReferenceLanguage;

/// What a value is, before the noun: `… 값`.
fn value(value: &ValueOf) -> String {
    format!("{}의 `{}`", language(value.language), value.expression)
}

fn language(language: ReferenceLanguage) -> &'static str {
    match language {
        ReferenceLanguage::CloudFormation => "CloudFormation",
        ReferenceLanguage::Terraform => "Terraform",
        ReferenceLanguage::Serverless => "Serverless",
        ReferenceLanguage::Pulumi => "Pulumi",
        ReferenceLanguage::Shell => "셸",
        ReferenceLanguage::Program => "프로그램",
    }
}

fn framework(framework: Framework) -> Noun {
    Noun(match framework {
        Framework::Sam => "SAM",
        Framework::Serverless => "Serverless",
    })
}

/// What a framework declares with events.
fn declared(framework: Framework) -> &'static str {
    match framework {
        Framework::Sam => "함수나 상태 머신",
        Framework::Serverless => "함수",
    }
}

fn source(source: RecordSource) -> &'static str {
    match source {
        RecordSource::Queue => "SQS 대기열",
        RecordSource::Stream => "Kinesis 스트림",
        RecordSource::Table => "DynamoDB 스트림",
        RecordSource::Unknown => "소스",
    }
}

/// Names in backticks: `a`, `b`, `c`.
fn all_of<T: AsRef<str>>(names: &[T]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{}`", name.as_ref())).collect();
    ko::all_of(&quoted)
}

fn pattern_as_text(why: PatternAsText) -> &'static str {
    match why {
        PatternAsText::CloudFormation => {
            "이벤트 패턴을 JSON 문자열로 썼습니다. 객체로 쓰면 CloudFormation이 `null`, 숫자 또는 필드 이름을 거부하거나 \
             바꾸기 때문입니다."
        }
        PatternAsText::FilterPolicy => {
            "필터 정책을 JSON 문자열로 썼습니다. 객체로 쓰면 CloudFormation이 `null`, 숫자 또는 필드 이름을 거부하거나 \
             바꾸기 때문입니다."
        }
        PatternAsText::Cdk => {
            "이벤트 패턴을 JSON 문자열로 썼습니다. 객체로 쓰면 CDK가 필드를 옮기거나 빠뜨리기 때문입니다."
        }
        PatternAsText::JavaScript => {
            "이벤트 패턴을 JSON 문자열로 썼습니다. 객체로 쓰면 JavaScript가 숫자의 표기를 바꾸거나 필드를 옮기기 \
             때문입니다."
        }
        PatternAsText::Jsonencode => {
            "이벤트 패턴을 JSON 문자열로 썼습니다. `jsonencode` 함수를 쓰면 숫자나 문자열의 표기가 바뀌기 때문입니다."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::{
        FileKind, FillIn, FilterOwner, Loss, MissingRole, NotAnEvent, Note, PipeVariable, RuleMember, Shared,
        TargetLoss, TargetNote,
    };
    use rulepad_document::{Lang, Words};

    #[track_caller]
    fn says(what: impl Words, sentence: &str) {
        assert_eq!(what.words(Lang::KO), sentence);
    }

    fn texts(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn frameworks_and_files_take_their_own_particles() {
        let rules = texts(&["a", "b"]);
        says(
            Loss::RuleForEachEvent { framework: Framework::Sam, rules: rules.clone() },
            "SAM은 함수나 상태 머신의 이벤트마다 규칙을 만듭니다. 이 규칙은 이벤트 패턴이 같은 규칙 2개로 나뉩니다: `a`, `b`",
        );
        says(
            Loss::RuleForEachEvent { framework: Framework::Serverless, rules },
            "Serverless는 함수의 이벤트마다 규칙을 만듭니다. 이 규칙은 이벤트 패턴이 같은 규칙 2개로 나뉩니다: `a`, `b`",
        );
        let replaced =
            |file, shared| Loss::of("t", TargetLoss::PolicyReplaced { file, shared }).words(Lang::KO);
        assert!(
            replaced(FileKind::Template, Shared::DeadLetterQueue)
                .starts_with("대상 `t`: 템플릿이 DLQ의 정책 전체를 덮어쓰므로")
        );
        assert!(replaced(FileKind::File, Shared::Topic).starts_with("대상 `t`: 파일이 주제의 정책"));
    }

    #[test]
    fn values_of_a_rule_take_no_particle() {
        says(
            Loss::TargetsLeftOut { owner: FilterOwner::Pipe, ids: texts(&["a", "b"]) },
            "파이프의 대상은 하나입니다. 제외한 대상: `a`, `b`",
        );
        says(
            Loss::NoMember {
                framework: Framework::Serverless,
                member: RuleMember::RoleArn,
                rules: texts(&["r"]),
            },
            "Serverless의 이벤트에는 `RoleArn` 속성이 없어 다음 규칙에서 제외했습니다: `r`",
        );
        let value = ValueOf { expression: "!Ref Bus".into(), language: ReferenceLanguage::CloudFormation };
        says(
            Note::FillIn { how: FillIn::Variable("bus".into()), value },
            "`bus` 변수에 CloudFormation의 `!Ref Bus` 값을 설정하세요.",
        );
        says(
            Note::of("t", TargetNote::AddRole(MissingRole::Argument)),
            "대상 `t`: EventBridge가 맡을 수 있는 역할의 ARN을 `role_arn` 속성에 추가하세요.",
        );
    }

    #[test]
    fn reasons_are_sentences() {
        let why = NotAnEvent::VersionOrAlias;
        says(
            Note::of("t", TargetNote::NotAnEvent { framework: Framework::Sam, why }),
            "대상 `t`: SAM의 이벤트가 아니라 일반 `AWS::Events::Rule` 리소스로 썼습니다. ARN이 버전이나 별칭을 가리킵니다.",
        );
        let variable = |gives| {
            let (rule, pipe) = ("aws.events.rule-arn".to_owned(), "aws.pipes.pipe-arn".to_owned());
            Loss::of("t", TargetLoss::Variable { rule, pipe, gives })
        };
        says(
            variable(PipeVariable::PipeArn),
            "대상 `t`: `<aws.events.rule-arn>` 대신 `<aws.pipes.pipe-arn>` 변수를 썼으며, 이 변수의 값은 파이프의 ARN입니다.",
        );
        says(
            variable(PipeVariable::Unknown),
            "대상 `t`: `<aws.events.rule-arn>` 대신 쓴 `<aws.pipes.pipe-arn>` 변수는 파이프에 없습니다.",
        );
    }
}
