//! The words of this crate in Korean.

mod error;

use crate::message::{Arguments, Help, Message, NotEvents};
use crate::outcome::Bound;
use crate::unverified::{Difference, Unverified};
use crate::written::Resemblance;

pub(crate) use error::error;

/// The words of a message.
pub(crate) fn message(message: &Message) -> String {
    let fixed = match message {
        Message::NotDelimited => "변환기의 표현식은 `{%` 기호로 시작하고 `%}` 기호로 끝나야 합니다",
        Message::LooksLikeExpression(how) => return resemblance(*how).to_owned(),
        Message::TooLong { length, most } => {
            return format!("AWS가 받는 길이는 구분 기호를 포함해 최대 {most}자입니다(현재 {length}자)");
        }
        Message::Syntax(fault) | Message::Failed(fault) => return error(fault),
        Message::Eval => "EventBridge에는 `$eval` 함수가 없습니다",
        Message::NewerOperator(difference) => return self::difference(*difference),
        Message::NotEvents(what) => {
            return match what {
                NotEvents::Context => {
                    "경로 밖의 `$` 값은 문서에 없습니다. 문서에 있는 값은 `$events`뿐입니다.".to_owned()
                }
                NotEvents::Root => {
                    "`$$` 값은 문서에 없습니다. 문서에 있는 값은 `$events`뿐입니다.".to_owned()
                }
                NotEvents::Name(name) => {
                    format!(
                        "`{name}` 이름은 `$events`에서 읽지 않습니다. 문서에 있는 값은 `$events`뿐입니다."
                    )
                }
            };
        }
        Message::UnknownFunction(name) => {
            return format!("`${name}` 함수가 정의되어 있지 않아 호출할 때 전달이 실패합니다");
        }
        Message::UnknownVariable(name) => {
            return format!("`${name}` 변수가 정의되어 있지 않아 값이 없습니다");
        }
        Message::Arguments(what) => return arguments(what),
        Message::Unverified(what) => return unverified(*what),
        Message::Stopped(bound) => return stopped(*bound).to_owned(),
        Message::NothingToDeliver => "이 이벤트에서는 표현식의 값이 없어 전달할 페이로드가 없습니다",
        Message::NullToDeliver => {
            "이 이벤트에서는 표현식의 값이 `null`이며, EventBridge는 `null` 값을 전달하지 않습니다"
        }
        Message::NothingForParameter => "이 이벤트에서는 표현식의 값이 없습니다",
        Message::NullForParameter => "이 이벤트에서는 표현식의 값이 `null`입니다",
        Message::Respelled { event, written, more } => return respelled(event, written, *more),
        Message::LiteralRespelled { literal, written } => {
            return format!("숫자 `{literal}` 표기가 페이로드에서 `{written}` 표기로 바뀝니다");
        }
        Message::Help(what) => return help(what),
    };
    fixed.to_owned()
}

fn resemblance(how: Resemblance) -> &'static str {
    match how {
        Resemblance::Unclosed => "`{%` 기호로 시작하지만 `%}` 기호로 끝나지 않아, 텍스트가 그대로 전달됩니다",
        Resemblance::Unopened => "`%}` 기호로 끝나지만 `{%` 기호로 시작하지 않아, 텍스트가 그대로 전달됩니다",
        Resemblance::WhiteSpaceAround => {
            "`{%` 기호 앞이나 `%}` 기호 뒤에 공백이 있어, 텍스트가 그대로 전달됩니다"
        }
        Resemblance::TextAround => "표현식의 앞이나 뒤에 다른 텍스트가 있어, 텍스트가 그대로 전달됩니다",
        Resemblance::NothingInside => "`{%` 기호와 `%}` 기호 사이가 비어 있어, 텍스트가 그대로 전달됩니다",
    }
}

fn arguments(what: &Arguments) -> String {
    match what {
        Arguments::Count { function, given, least, most } => {
            let takes = if least == most { format!("{least}") } else { format!("{least}~{most}") };
            format!("`${function}` 함수에는 인자 {takes}개가 필요합니다(현재 {given}개)")
        }
        Arguments::Algorithm(name) => format!("`$hash` 함수에 없는 알고리즘입니다(현재 `{name}`)"),
        Arguments::PartitionSize => "`$partition` 함수의 크기는 1 이상이어야 합니다".to_owned(),
        Arguments::RangeStep => "`$range` 함수의 간격은 0일 수 없습니다".to_owned(),
    }
}

fn stopped(bound: Bound) -> &'static str {
    match bound {
        Bound::Steps => "계산 단계가 너무 많아 중단했습니다",
        Bound::Depth => "중첩이 너무 깊어 계산을 중단했습니다",
        Bound::Time => "계산이 1초를 넘어 중단했습니다",
        Bound::Bytes => "값이 10MiB를 넘어 계산을 중단했습니다",
    }
}

fn respelled(event: &str, written: &str, more: usize) -> String {
    let first = format!("이벤트의 숫자 `{event}` 표기가 `{written}` 표기로 바뀝니다");
    if more == 0 {
        first
    } else {
        format!("{first}. 표기가 바뀌는 숫자가 {more}개 더 있습니다.")
    }
}

/// The words of what is not verified.
pub(crate) fn unverified(what: Unverified) -> String {
    let fixed = match what {
        Unverified::Version(difference) => return self::difference(difference),
        Unverified::NumberSpelling => {
            "이벤트와 표기가 달라지는 숫자를 AWS가 어떻게 쓰는지는 확인되지 않았습니다"
        }
        Unverified::JsonLayout => "AWS가 만드는 페이로드의 공백과 키 순서는 확인되지 않았습니다",
        Unverified::Chance => "페이로드에 전달할 때마다 달라지는 임의의 값이 있습니다",
        Unverified::Time => "페이로드에 전달하는 시점의 시간이 있습니다",
        Unverified::Context => {
            "`$`, `$$`, `$events` 없이 쓴 이름을 AWS가 어떻게 처리하는지는 확인되지 않았습니다"
        }
        Unverified::Depth => {
            "AWS는 스택 깊이 100에서 중단합니다. 깊이를 세는 방법은 알려져 있지 않으며, 여기서 센 깊이는 100을 넘습니다."
        }
        Unverified::DuplicateKeys => {
            "이벤트의 한 객체에 같은 키가 두 번 있습니다. 마지막 값이 쓰이는지는 확인되지 않았습니다."
        }
        Unverified::BrokenEvent => "이벤트가 올바른 JSON이 아닙니다",
        Unverified::EmptyString => "페이로드가 빈 문자열일 때 AWS가 어떻게 처리하는지는 확인되지 않았습니다",
        Unverified::Function => "결과가 함수일 때 AWS가 어떻게 처리하는지는 확인되지 않았습니다",
        Unverified::RandomWithoutSeed => "AWS 사용 설명서에는 시드가 있는 `$random` 함수만 있습니다",
    };
    fixed.to_owned()
}

fn difference(difference: Difference) -> String {
    let what = match difference {
        Difference::Coalescing => "JSONata 2.0.6에서 `??` 연산자는 문법 오류입니다",
        Difference::Default => "JSONata 2.0.6에서 `?:` 연산자는 문법 오류입니다",
        Difference::ContainsNothing => "JSONata 2.0.6에서는 패턴이 없는 `$contains` 함수가 실패합니다",
        Difference::EachNothing => "JSONata 2.0.6에서는 값이 없는 `$each` 함수가 실패합니다",
        Difference::FormatNumberPicture => "JSONata 2.0.6에서는 이 `$formatNumber` 서식의 결과가 다릅니다",
        Difference::PadFraction => "JSONata 2.0.6에서는 `$pad` 함수의 너비가 정수가 아닐 때 결과가 다릅니다",
        Difference::VariadicSignature => "JSONata 2.0.6에서는 시그니처의 `+` 기호를 다르게 처리합니다",
        Difference::LongInteger => "JSONata 2.0.6에서는 정수를 문자열로 바꿀 때 15자리까지만 남습니다",
        Difference::ToMillisPicture => "JSONata 2.0.6에서는 `$toMillis` 함수가 일부 서식을 다르게 읽습니다",
        Difference::GroupNothing => "JSONata 2.0.6에서는 값이 없는 경로의 그룹화 `{…}` 결과가 다릅니다",
        Difference::WildcardFunction => "JSONata 2.0.6에서는 함수에 쓴 `*` 기호의 결과가 다릅니다",
    };
    format!("{what}. AWS가 사용하는 버전은 확인되지 않았습니다.")
}

fn help(what: &Help) -> String {
    let fixed = match what {
        Help::AddDelimiters => "표현식을 `{%` 기호와 `%}` 기호로 감싸세요",
        Help::RemoveAround => "표현식 앞뒤의 공백 삭제",
        Help::Close => "끝에 `%}` 기호를 추가하세요",
        Help::Open => "처음에 `{%` 기호를 추가하세요",
        Help::MoveInside => "텍스트를 표현식 안으로 옮기기",
        Help::Shorten => "표현식을 줄이세요",
        Help::Write(text) => return format!("`{text}` 형식으로 쓰세요"),
        Help::SelectDirectly => "표현식을 문자열에 넣지 말고 그대로 쓰세요",
        Help::StartFromEvents => "`$events`에서 시작하세요",
        Help::Algorithms => "사용할 수 있는 알고리즘은 `MD5`, `SHA-1`, `SHA-256`, `SHA-384`, `SHA-512`입니다",
        Help::GiveDefault => "`$exists(x) ? x : \"\"` 형식으로 기본값을 쓰세요",
        Help::ReturnObject => "객체 또는 문자열을 반환하세요",
        Help::DeliveryFails => "EventBridge는 이벤트 전달을 재시도한 뒤, DLQ가 있으면 DLQ로 보냅니다",
        Help::AwsLimits => "AWS의 한도는 1초, 스택 깊이 100, 메모리 10MiB입니다",
        Help::SpellingMatters => "표기가 중요하면 숫자를 문자열로 게시하세요",
        Help::WriteAsString => "표기가 중요하면 문자열로 쓰세요",
        Help::CallFunction => "함수를 호출하거나 다른 값을 반환하세요",
        Help::ReduceWork => "표현식이 계산하는 양을 줄이세요",
    };
    fixed.to_owned()
}
