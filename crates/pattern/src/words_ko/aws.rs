//! What AWS's sentences mean, in Korean. The sentences themselves stay English.

use crate::aws::AwsSentence;
use crate::dialect::Dialect;
use crate::operator::cidr::BadCidr;
use rulepad_document::words::ko;

/// What a sentence means.
pub(crate) fn gloss(said: &AwsSentence) -> String {
    let fixed = match said {
        AwsSentence::BareValue(key) => return format!("`{key}` 값은 객체나 배열이어야 합니다"),
        AwsSentence::UnknownOperator(name) => return format!("알 수 없는 비교 연산자입니다: `{name}`"),
        AwsSentence::NotAString(name) => return format!("{name} 값은 문자열이어야 합니다"),
        AwsSentence::AffixWithoutOperator(operator) => {
            return format!("{} 안에 연산자 이름이 없습니다", operator.name());
        }
        AwsSentence::AffixOperator { operator, key } => {
            return format!("{} 안에서 지원하지 않는 연산자입니다: `{key}`", operator.name());
        }
        AwsSentence::OrReserved(key) => {
            return format!("`{key}` 이름은 예약되어 있어 $or 안에서 필드 이름으로 쓸 수 없습니다");
        }
        AwsSentence::AnythingButOperator(key) => {
            return format!("anything-but 안에서 지원하지 않는 연산자입니다: `{key}`");
        }
        AwsSentence::NumericMember(found) => {
            return format!("numeric 배열에 쓸 수 없는 값입니다: `{found}`");
        }
        AwsSentence::NumericValue(operator) => return format!("`{operator}` 뒤의 값은 숫자이어야 합니다"),
        AwsSentence::NumericOperator(operator) => {
            return format!("알 수 없는 숫자 범위 연산자입니다: `{operator}`");
        }
        AwsSentence::NumericUpperOperator(operator) => {
            return format!("쓸 수 없는 숫자 범위 연산자입니다: `{operator}`");
        }
        AwsSentence::NumericRangeValue(found) => {
            return format!("숫자 범위에 쓸 수 없는 값입니다: `{found}`");
        }
        AwsSentence::CannotCompare(number) => return format!("비교할 수 없는 숫자입니다: `{number}`"),
        AwsSentence::WildcardStars(at) => return format!("{at}번 위치에 와일드카드 문자가 연속됩니다"),
        AwsSentence::WildcardEscape(at) => {
            return format!("{at}번 위치의 이스케이프 문자가 올바르지 않습니다");
        }
        AwsSentence::Cidr(problem) => return bad_cidr(problem),
        AwsSentence::NotAnObject => "필터가 객체가 아닙니다",
        AwsSentence::EmptyObject => "빈 객체는 쓸 수 없습니다",
        AwsSentence::EmptyArray => "빈 배열은 쓸 수 없습니다",
        AwsSentence::MatchValue => "비교할 값은 문자열, 숫자, true, false, null 중 하나이어야 합니다",
        AwsSentence::NoOperator => "비교 연산자 이름이 없습니다",
        AwsSentence::OneOperator => "비교 표현식에는 키를 하나만 쓸 수 있습니다",
        AwsSentence::Exists => "exists 값은 true 또는 false이어야 합니다",
        AwsSentence::OrNotAList => "$or 뒤에는 배열이 와야 합니다",
        AwsSentence::OrBranch => "$or 배열에는 JSON 객체만 넣을 수 있습니다",
        AwsSentence::OrTooShort => "$or에는 객체가 두 개 이상 있어야 합니다",
        AwsSentence::AnythingButValue => "anything-but 값은 배열이거나 문자열 또는 숫자 하나이어야 합니다",
        AwsSentence::AnythingButItem => "anything-but 배열에는 객체, 배열, null, 불리언을 넣을 수 없습니다",
        AwsSentence::AnythingButMixed => "anything-but 배열의 값은 모두 숫자이거나 모두 문자열이어야 합니다",
        AwsSentence::IgnoreCaseItem => {
            "anything-but 안의 equals-ignore-case 배열에는 문자열만 넣을 수 있습니다"
        }
        AwsSentence::AnythingButWithoutOperator => "anything-but 안에 연산자 이름이 없습니다",
        AwsSentence::EmptyAffix => "빈 접두사나 접미사는 쓸 수 없습니다",
        AwsSentence::NumericNotAList => "numeric 값은 배열이어야 합니다",
        AwsSentence::NumericTooMany => "숫자 표현식의 요소가 너무 많습니다",
        AwsSentence::NumericTooManyTerms => "숫자 범위의 항이 너무 많습니다",
        AwsSentence::NumericBounds => "하한은 상한보다 작아야 합니다",
        AwsSentence::TooComplex => {
            "규칙이 너무 복잡합니다. 와일드카드 문자나 그 뒤에 반복되는 문자열을 줄이세요."
        }
        AwsSentence::SnsKeys => "필터 정책의 키는 최대 5개입니다",
        AwsSentence::SnsTooComplex => "필터 정책이 너무 복잡합니다",
        AwsSentence::SnsNested => "필터 정책 범위가 MessageAttributes이면 중첩된 필터 정책을 쓸 수 없습니다",
    };
    fixed.to_owned()
}

fn bad_cidr(problem: &BadCidr) -> String {
    match problem {
        BadCidr::Slash => "CIDR 형식이 잘못되었습니다. 슬래시가 하나 있어야 합니다.".to_owned(),
        BadCidr::Bits => "CIDR 형식이 잘못되었습니다. 마스크 비트는 정수이어야 합니다.".to_owned(),
        BadCidr::Negative => "CIDR 형식이 잘못되었습니다. 마스크 비트는 음수일 수 없습니다.".to_owned(),
        BadCidr::Nonstandard(address) => format!("표준 형식이 아닌 IP 주소입니다: `{address}`"),
        BadCidr::Address(address) => format!("올바르지 않은 IP 주소입니다: `{address}`"),
        BadCidr::Width(network) => {
            let (family, bits) = if network.is_ipv4() { ("IPv4", 32) } else { ("IPv6", 128) };
            format!("{family} 마스크 비트는 {bits} 미만이어야 합니다")
        }
    }
}

/// What the whole answer means of which this is the reason; `None` where nobody has seen an answer.
pub(crate) fn refusal(dialect: Dialect, reason: &str) -> Option<String> {
    match dialect {
        Dialect::Rule | Dialect::Archive => {
            Some(format!("이벤트 패턴이 올바르지 않습니다. {}", ko::sentence(reason)))
        }
        Dialect::EventSourceMapping => Some("필터 패턴 정의가 올바르지 않습니다.".to_owned()),
        Dialect::SnsAttributes | Dialect::SnsBody => {
            Some(format!("FilterPolicy 파라미터가 올바르지 않습니다. {}", ko::sentence(reason)))
        }
        Dialect::Pipes => None,
    }
}
