//! The errors of JSONata in Korean.

use crate::error_code::ErrorCode as E;
use crate::fault::Fault;

/// A value behind a sentence: `(현재 …)`.
fn found(fault: &Fault) -> String {
    fault.value.as_ref().map_or_else(String::new, |value| format!("(현재 `{value}`)"))
}

/// A value before the noun that it belongs to.
fn of(value: Option<&String>) -> String {
    value.map_or_else(String::new, |value| format!("`{value}` "))
}

/// The name of a function before the noun.
fn function(fault: &Fault) -> String {
    fault.token.as_ref().map_or_else(String::new, |name| {
        if name.starts_with('$') { format!("`{name}` ") } else { format!("`${name}` ") }
    })
}

fn argument(fault: &Fault) -> String {
    fault.argument.map_or_else(String::new, |at| format!("{at}번째 "))
}

/// The sentence of an error.
pub(crate) fn error(fault: &Fault) -> String {
    let token = || of(fault.token.as_ref());
    let fixed = match fault.code {
        E::S0101 => "문자열을 닫는 따옴표가 없습니다",
        E::S0102 => return format!("{}숫자가 JSONata에서 쓸 수 있는 범위를 벗어났습니다", token()),
        E::S0103 => return format!("JSONata 문자열에 없는 이스케이프입니다{}", in_brackets(fault)),
        E::S0104 => "`\\u` 뒤에는 16진수 네 자리가 있어야 합니다",
        E::S0105 => "이름을 닫는 백틱이 없습니다",
        E::S0106 => "주석을 닫는 `*/` 기호가 없습니다",
        E::S0201 => return format!("{}기호가 올 수 없는 위치입니다", token()),
        E::S0202 => return format!("{}기호가 있어야 합니다{}", of(fault.value.as_ref()), in_brackets(fault)),
        E::S0203 => return format!("표현식이 끝나기 전에 {}기호가 있어야 합니다", of(fault.value.as_ref())),
        E::S0204 => return format!("JSONata에 없는 연산자입니다{}", in_brackets(fault)),
        E::S0205 => return format!("{}기호가 올 수 없는 위치입니다", token()),
        E::S0206 => return format!("사용할 수 없는 표현식입니다{}", in_brackets(fault)),
        E::S0207 => "표현식이 중간에 끝났습니다",
        E::S0208 => return format!("함수의 파라미터는 `$x` 형식의 변수여야 합니다{}", found(fault)),
        E::S0209 => "한 단계에서 그룹화 `{…}` 뒤에 필터 `[…]` 식을 쓸 수 없습니다",
        E::S0210 => "한 단계에는 그룹화 `{…}` 식을 하나만 쓸 수 있습니다",
        E::S0211 => return format!("{}기호 왼쪽에 값이 있어야 합니다", token()),
        E::S0212 | E::D2005 => "`:=` 왼쪽에는 `$x` 형식의 변수가 있어야 합니다",
        E::S0213 => return format!("경로의 단계로 쓸 수 없는 값입니다{}", found(fault)),
        E::S0214 => return format!("{}연산자 오른쪽에는 `$x` 형식의 변수가 있어야 합니다", token()),
        E::S0215 => "`@$x` 바인딩은 같은 단계의 필터 `[…]`보다 앞에 있어야 합니다",
        E::S0216 => "`@$x` 바인딩은 같은 단계의 정렬 `^(…)`보다 앞에 있어야 합니다",
        E::S0217 => "여기서는 `%` 기호가 가리키는 부모가 없습니다",
        E::S0301 => "정규식이 비어 있습니다",
        E::S0302 => "정규식을 닫는 `/` 기호가 없습니다",
        E::S0303 => return format!("올바른 정규식이 아닙니다{}", found(fault)),
        E::S0401 => {
            return format!("시그니처에서 `<…>` 타입은 함수와 배열에만 쓸 수 있습니다{}", found(fault));
        }
        E::S0402 => {
            return format!("시그니처의 선택 항목에는 파라미터가 있는 타입을 쓸 수 없습니다{}", found(fault));
        }
        E::S0500 => "표현식에 문법 오류가 있습니다",
        E::T0410 => {
            return format!("{}함수의 {}인자가 요구되는 타입과 다릅니다", function(fault), argument(fault));
        }
        E::T0411 => {
            return format!(
                "컨텍스트 값이 {}함수의 {}인자에 맞는 타입이 아닙니다",
                function(fault),
                argument(fault)
            );
        }
        E::T0412 => {
            return format!(
                "{}함수의 {}인자는 한 가지 타입의 값으로 된 배열이어야 합니다",
                function(fault),
                argument(fault)
            );
        }
        E::D1001 => return format!("숫자가 JSON으로 쓸 수 있는 범위를 벗어났습니다{}", found(fault)),
        E::D1002 => return format!("숫자에만 음수 부호를 붙일 수 있습니다{}", found(fault)),
        E::T1003 => return format!("객체의 키는 문자열이어야 합니다{}", found(fault)),
        E::D1004 => "정규식이 빈 문자열과 일치합니다",
        E::T1005 | E::T1007 => {
            return format!(
                "함수가 아닌 값을 호출했습니다. `${}` 이름으로 쓰세요.",
                fault.token.as_deref().unwrap_or("name")
            );
        }
        E::T1006 => "함수가 아닌 값을 호출했습니다",
        E::T1008 => "`?` 인자는 함수를 호출할 때만 쓸 수 있습니다",
        E::D1009 => return format!("객체에 같은 키가 두 번 있습니다{}", found(fault)),
        E::T1010 => {
            return format!("{}함수에 전달한 매처가 반환한 값의 구조가 올바르지 않습니다", function(fault));
        }
        E::D1011 => "함수 호출의 중첩이 너무 깊습니다",
        E::D1012 => "계산에 시간이 너무 오래 걸립니다",
        E::T2001 => return format!("{}연산자 왼쪽은 숫자여야 합니다{}", token(), found(fault)),
        E::T2002 => return format!("{}연산자 오른쪽은 숫자여야 합니다{}", token(), found(fault)),
        E::T2003 => return format!("`..` 왼쪽은 정수여야 합니다{}", found(fault)),
        E::T2004 => return format!("`..` 오른쪽은 정수여야 합니다{}", found(fault)),
        E::T2006 => "`~>` 오른쪽은 함수여야 합니다",
        E::T2007 => return format!("정렬 기준의 값은 타입이 같아야 합니다{}", both(fault)),
        E::T2008 => return format!("정렬 기준은 숫자 또는 문자열이어야 합니다{}", found(fault)),
        E::T2009 => {
            return format!("{}연산자로 비교하는 두 값은 타입이 같아야 합니다{}", token(), both(fault));
        }
        E::T2010 => return format!("{}연산자는 숫자 또는 문자열에 쓸 수 있습니다{}", token(), found(fault)),
        E::T2011 => return format!("변환 `|…|…|` 식의 수정 값은 객체여야 합니다{}", found(fault)),
        E::T2012 => {
            return format!(
                "변환 `|…|…|…|` 식의 삭제 값은 문자열 또는 문자열의 배열이어야 합니다{}",
                found(fault)
            );
        }
        E::T2013 => "변환 `|…|…|` 식에는 `$clone` 함수가 필요한데, 함수가 아닌 값으로 바뀌었습니다",
        E::D2014 => return format!("범위 `..` 식의 값은 최대 10,000,000개입니다{}", found(fault)),
        E::D2015 => return format!("결과의 값이 너무 많습니다{}", found(fault)),
        E::D3001 => "무한대와 숫자가 아닌 값은 문자열로 바꿀 수 없습니다",
        E::D3010 => "`$replace` 함수의 패턴은 빈 문자열일 수 없습니다",
        E::D3011 => "`$replace` 함수의 횟수는 음수일 수 없습니다",
        E::D3012 => "`$replace` 함수에 전달한 함수는 문자열을 반환해야 합니다",
        E::D3020 => "`$split` 함수의 횟수는 음수일 수 없습니다",
        E::D3030 => return format!("숫자로 바꿀 수 없는 값입니다{}", found(fault)),
        E::D3040 => "`$match` 함수의 횟수는 음수일 수 없습니다",
        E::D3050 => "`$reduce` 함수에 전달한 함수는 인자를 두 개 이상 받아야 합니다",
        E::D3060 => return format!("음수의 제곱근은 구할 수 없습니다{}", found(fault)),
        E::D3061 => "`$power` 함수의 결과가 JSON 숫자의 범위를 벗어났습니다",
        E::D3070 => "함수 없이 쓴 `$sort` 함수는 문자열의 배열 또는 숫자의 배열만 정렬합니다",
        E::D3080 => "`$formatNumber` 함수의 서식은 `;` 기호로 나눈 부분이 최대 두 개입니다",
        E::D3081 => "`$formatNumber` 함수의 서식에 소수점이 두 개 이상 있습니다",
        E::D3082 => "`$formatNumber` 함수의 서식에 퍼센트 기호가 두 개 이상 있습니다",
        E::D3083 => "`$formatNumber` 함수의 서식에 퍼밀 기호가 두 개 이상 있습니다",
        E::D3084 => "`$formatNumber` 함수의 서식에 퍼센트 기호와 퍼밀 기호가 함께 있습니다",
        E::D3085 => "`$formatNumber` 함수의 서식에는 `0` 또는 `#` 자리가 하나 이상 있어야 합니다",
        E::D3086 => "`$formatNumber` 함수의 서식에서 숫자 자리 사이에 다른 문자가 있습니다",
        E::D3087 => "`$formatNumber` 함수의 서식에서 자릿수 구분 기호가 소수점 옆에 있습니다",
        E::D3088 => "`$formatNumber` 함수의 서식에서 정수 부분이 자릿수 구분 기호로 끝납니다",
        E::D3089 => "`$formatNumber` 함수의 서식에서 자릿수 구분 기호 두 개가 붙어 있습니다",
        E::D3090 => "`$formatNumber` 함수의 서식에서 정수 부분의 `0` 뒤에 `#` 자리가 있습니다",
        E::D3091 => "`$formatNumber` 함수의 서식에서 소수 부분의 `#` 뒤에 `0` 자리가 있습니다",
        E::D3092 => "`$formatNumber` 함수의 서식에 지수와 퍼센트 또는 퍼밀 기호가 함께 있습니다",
        E::D3093 => "`$formatNumber` 함수의 서식에서 지수 부분은 `0` 자리만 쓸 수 있습니다",
        E::D3100 => return format!("`$formatBase` 함수의 진법은 2에서 36까지입니다{}", found(fault)),
        E::D3110 => return format!("`$toMillis` 함수에는 ISO 8601 형식의 시간이 필요합니다{}", found(fault)),
        E::D3120 => return format!("`$eval` 함수에 전달한 표현식에 문법 오류가 있습니다{}", found(fault)),
        E::D3121 => return format!("`$eval` 함수에 전달한 표현식이 실패했습니다{}", found(fault)),
        E::D3130 => return format!("JSONata가 지원하지 않는 정수 서식입니다{}", found(fault)),
        E::D3131 => "서식의 숫자는 모두 같은 문자 체계여야 합니다",
        E::D3132 => return format!("날짜 서식에 알 수 없는 구성 요소가 있습니다{}", found(fault)),
        E::D3133 => {
            return format!("날짜 서식에서 이름으로 쓸 수 있는 것은 월과 요일뿐입니다{}", found(fault));
        }
        E::D3134 => "날짜 서식의 시간대는 최대 네 자리입니다",
        E::D3135 => "날짜 서식을 닫는 `]` 괄호가 없습니다",
        E::D3136 => "날짜 서식에 시간을 읽는 데 필요한 구성 요소가 없습니다",
        E::D3137 => return said(fault, "`$error` 함수가 호출되었습니다"),
        E::D3138 => "`$single` 함수가 찾은 값이 두 개 이상입니다",
        E::D3139 => "`$single` 함수가 찾은 값이 없습니다",
        E::D3140 => return format!("{}함수에는 올바른 URL이 필요합니다{}", function(fault), found(fault)),
        E::D3141 => return said(fault, "`$assert` 함수의 조건이 거짓입니다"),
        E::D1013 => return format!("키는 `_jsonata_` 문자열로 시작할 수 없습니다{}", found(fault)),
        E::D2016 => return format!("`$pad` 함수가 만드는 문자열은 최대 10,000,000자입니다{}", found(fault)),
        E::D3150 => return format!("시간대는 `+0530` 형식으로 써야 합니다{}", found(fault)),
        E::U1001 => "표현식의 중첩이 너무 깊습니다",
        E::U1003 => "계산이 중단되었습니다",
        E::U1004 => "이벤트를 읽을 수 없습니다",
        E::U1006 => "계산 단계가 너무 많습니다",
        E::HostEval => "EventBridge에는 `$eval` 함수가 없습니다",
        E::HostAlgorithm => return format!("`$hash` 함수에 없는 알고리즘입니다{}", found(fault)),
        E::HostParse => "`$parse` 함수에 전달한 텍스트가 JSON이 아닙니다",
        E::HostPartitionSize => {
            return format!("`$partition` 함수의 크기는 1 이상이어야 합니다{}", found(fault));
        }
        E::HostRangeStep => "`$range` 함수의 간격은 0일 수 없습니다",
        E::Other => return said(fault, "계산에 실패했습니다"),
    };
    fixed.to_owned()
}

fn in_brackets(fault: &Fault) -> String {
    fault.token.as_ref().map_or_else(String::new, |token| format!("(현재 `{token}`)"))
}

fn both(fault: &Fault) -> String {
    match (&fault.value, &fault.other) {
        (Some(value), Some(other)) => format!("(현재 `{value}`, `{other}`)"),
        _ => String::new(),
    }
}

fn said(fault: &Fault, fixed: &str) -> String {
    fault.said.as_ref().map_or_else(|| fixed.to_owned(), |said| format!("{fixed}: `{said}`"))
}
