//! Verdicts, and what is not verified, in Korean.

use crate::explain::{Outcome, Verdict};
use crate::unverified::Unverified;
use rulepad_document::words::ko::sentence;
use rulepad_document::{Lang, Words};

/// A verdict.
pub(crate) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Match => "일치: 구독자가 이벤트를 받습니다",
        Verdict::NoMatch => "불일치: 구독자가 이벤트를 받지 않습니다",
        Verdict::FilterError => "판정 없음: AWS가 필터를 거부합니다",
        Verdict::SubscriberError => "판정 없음: AWS가 구독자를 거부합니다",
        Verdict::EventError => "판정 없음: 이벤트를 게시하거나 읽을 수 없습니다",
        Verdict::Undecided => "판정 없음: 알려지지 않은 것에 따라 달라집니다",
    }
}

/// What came of a filter that was not tried.
pub(crate) fn outcome(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Tried(_) => "",
        Outcome::OctetStream => "데이터가 바이트이므로 어떤 필터와도 일치하지 않습니다",
        Outcome::NotTried => "AWS가 어떻게 평가하는지 알려지지 않아 평가하지 않았습니다",
        Outcome::Refused => "AWS가 필터를 거부하므로 평가하지 않았습니다",
    }
}

/// `$or`.
pub(crate) fn any_of(holding: usize, all: usize) -> String {
    match holding {
        0 => format!("`$or`: 분기 {all}개 모두 미충족"),
        some => format!("`$or`: 분기 {some}개 충족(하나면 됩니다)"),
    }
}

/// What is not verified, a sentence.
pub(crate) fn unverified(open: &Unverified) -> String {
    let fixed = match open {
        Unverified::Verdicts => "구독자의 판정은 기록된 것이 없습니다. 연산자는 규칙에서처럼 평가합니다.",
        Unverified::SetByAws { field } => {
            return format!("`{field}` 값은 AWS가 이벤트를 받을 때 설정하므로 알 수 없습니다.");
        }
        Unverified::MayBeAbsent { field } => {
            return format!(
                "이벤트에 `{field}` 값이 보이지 않습니다. AWS가 설정하는지, 어떤 값인지는 알려지지 않았습니다."
            );
        }
        Unverified::DataNotObject => "객체가 아닌 데이터를 AWS가 어떻게 평가하는지는 문서에 없습니다.",
        Unverified::RootArray => "배열로 된 패턴이 무엇과 일치하는지는 문서에 없습니다.",
        Unverified::NotJson => {
            "JSON이 아닌 바이트를 `application/json` 유형으로 AWS가 받는지는 문서에 없습니다."
        }
        Unverified::WebhookEvent => "웹훅의 이벤트가 어떤 모양인지는 문서에 없습니다.",
        Unverified::Sentence => "이 거부에 대한 AWS의 문장은 알려지지 않았습니다.",
        Unverified::Jsonata(open) => return sentence(&open.words(Lang::KO)),
        Unverified::StringInArray => {
            "문자열인 페이로드를 AWS가 JSON 배열에 어떻게 넣는지는 문서에 없습니다. 객체로 보내세요."
        }
        Unverified::BytesOfTarget => "이 종류의 대상에 바이트가 어떻게 도착하는지는 문서에 없습니다.",
        Unverified::WildcardOfSource => {
            "이벤트 소스의 패턴이 `wildcard` 연산자를 지원하는지는 문서에 없습니다."
        }
        Unverified::MskActions => {
            "MSK 클러스터에 필요한 역할의 작업은 Kafka 클라이언트의 작업에서 추정한 것입니다."
        }
        Unverified::UniversalAction => {
            "IAM 작업은 API 작업의 이름에서 추정한 것입니다. IAM의 접두사가 다른 서비스도 있습니다."
        }
        Unverified::MskBatch => "MSK 클러스터의 배치 크기는 문서에 없습니다.",
        Unverified::ArrayOfOne => {
            "배치 크기가 1이면 AWS의 새 문서에서는 페이로드 그대로, 이전 문서에서는 요소가 하나인 배열입니다."
        }
        Unverified::KeyPermissions => {
            "고객 관리형 키로 대상을 암호화하면 역할에 `kms:GenerateDataKey`, `kms:Decrypt` 작업도 필요합니다."
        }
        Unverified::EnvelopeBytes => "AWS가 쓰는 키의 순서와 공백은 문서에 없습니다.",
    };
    fixed.to_owned()
}
