//! Operators in Korean: what each does, what a matcher requires, and the clause of a field with a matcher.

use crate::event::Scalar;
use crate::operator::anything_but::AnythingBut;
use crate::operator::numeric::Numeric;
use crate::operator::prefix::Prefix;
use crate::operator::suffix::Suffix;
use crate::operator::{Operator, Test};
use rulepad_document::json::quote;
use rulepad_document::words::ko;

/// What an operator does, in a line.
pub(crate) fn synopsis(operator: Operator) -> &'static str {
    match operator {
        Operator::Prefix => "이 텍스트로 시작하는 문자열",
        Operator::Suffix => "이 텍스트로 끝나는 문자열",
        Operator::EqualsIgnoreCase => "대소문자를 무시하고 같은 문자열",
        Operator::Wildcard => "형태가 맞는 문자열(*은 임의의 문자열)",
        Operator::AnythingBut => "이 값들 이외의 값",
        Operator::Numeric => "같은 숫자 또는 범위 안의 숫자",
        Operator::Cidr => "이 블록에 속하는 IP 주소",
        Operator::Exists => "값이 있음 또는 없음",
        Operator::Exactly => "글자 그대로 같은 문자열",
    }
}

/// What follows a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// …고: another clause follows that must hold too.
    And,
    /// …거나: another clause follows that may hold instead.
    Or,
    /// …인, …는: a noun follows.
    Of,
}

impl Ending {
    /// The copula, which never changes with what is before it.
    pub(super) fn is(self) -> &'static str {
        self.of("이고", "이거나", "인")
    }

    pub(super) fn is_there(self) -> &'static str {
        self.of("있고", "있거나", "있는")
    }

    pub(super) fn is_not_there(self) -> &'static str {
        self.of("없고", "없거나", "없는")
    }

    pub(super) fn is_not(self) -> &'static str {
        self.of("아니고", "아니거나", "아닌")
    }

    pub(super) fn applies(self) -> &'static str {
        self.of("해당하고", "해당하거나", "해당하는")
    }

    fn of(self, and: &'static str, or: &'static str, noun: &'static str) -> &'static str {
        match self {
            Self::And => and,
            Self::Or => or,
            Self::Of => noun,
        }
    }
}

/// `f 값이 "a"이고`: a field with a test, as a clause.
pub(super) fn clause(name: &str, test: &Test, ending: Ending) -> String {
    let is = ending.is();
    match test {
        Test::Exactly(test) => format!("{name} 값이 글자 그대로 {}{is}", quote(&test.0)),
        Test::Prefix(Prefix::Exact(text)) | Test::Suffix(Suffix::Exact(text)) if text.is_empty() => {
            format!("{name} 값이 문자열{is}")
        }
        Test::Prefix(Prefix::Exact(text)) => format!("{name} 값의 접두사가 {}{is}", quote(text)),
        Test::Prefix(Prefix::IgnoreCase(text)) => {
            format!("{name} 값의 접두사가 {}{is}", ignoring_case(text.text()))
        }
        Test::Suffix(Suffix::Exact(text)) => format!("{name} 값의 접미사가 {}{is}", quote(text)),
        Test::Suffix(Suffix::IgnoreCase(text)) => {
            format!("{name} 값의 접미사가 {}{is}", ignoring_case(text.text()))
        }
        Test::Wildcard(test) if test.text() == "*" => format!("{name} 값이 문자열{is}"),
        Test::Wildcard(test) => format!("{name} 값이 {} 형태{is}", quote(test.text())),
        Test::Numeric(test) => match bounds(test) {
            Bounds::Equal(number) => format!("{name} 값이 숫자 {number}{is}"),
            Bounds::Range(range) => format!("{name} 값이 {range}{is}"),
        },
        Test::Exists(test) if test.0 => format!("{name} 값이 {}", ending.is_there()),
        Test::Exists(_) => format!("{name} 값이 {}", ending.is_not_there()),
        Test::AnythingBut(test) => match test {
            AnythingBut::Prefix(list) => {
                format!("{name} 값에 {} 접두사가 {}", quoted(list), ending.is_not_there())
            }
            AnythingBut::Suffix(list) => {
                format!("{name} 값에 {} 접미사가 {}", quoted(list), ending.is_not_there())
            }
            AnythingBut::Wildcard(list) => {
                let texts: Vec<String> = list.iter().map(|own| quote(own.text())).collect();
                format!("{name} 값이 {} 형태가 {}", several(&texts), ending.is_not())
            }
            AnythingBut::Never => format!("{name} 조건에 맞는 값이 {}", ending.is_not_there()),
            AnythingBut::Strings(_) | AnythingBut::Numbers(_) | AnythingBut::IgnoreCase(_) => {
                format!("{name} 값이 {}{is}", anything_but(test))
            }
        },
        Test::Exact(_) | Test::EqualsIgnoreCase(_) | Test::Cidr(_) => {
            format!("{name} 값이 {}{is}", wants(test))
        }
    }
}

/// What a test requires, as a noun.
pub(crate) fn wants(test: &Test) -> String {
    match test {
        Test::Exact(test) => test.0.json().into_owned(),
        Test::Exactly(test) => format!("{}(글자 그대로)", quote(&test.0)),
        Test::Prefix(Prefix::Exact(text)) | Test::Suffix(Suffix::Exact(text)) if text.is_empty() => {
            "임의의 문자열".to_owned()
        }
        Test::Prefix(Prefix::Exact(text)) => format!("접두사가 {}인 문자열", quote(text)),
        Test::Prefix(Prefix::IgnoreCase(text)) => {
            format!("접두사가 {}인 문자열(대소문자 무시)", quote(text.text()))
        }
        Test::Suffix(Suffix::Exact(text)) => format!("접미사가 {}인 문자열", quote(text)),
        Test::Suffix(Suffix::IgnoreCase(text)) => {
            format!("접미사가 {}인 문자열(대소문자 무시)", quote(text.text()))
        }
        Test::EqualsIgnoreCase(test) => ignoring_case(test.0.text()),
        Test::Wildcard(test) if test.text() == "*" => "임의의 문자열".to_owned(),
        Test::Wildcard(test) => format!("{} 형태의 문자열", quote(test.text())),
        Test::AnythingBut(test) => anything_but(test),
        Test::Numeric(test) => match bounds(test) {
            Bounds::Equal(number) => format!("숫자 {number}"),
            Bounds::Range(range) => format!("{range}의 숫자"),
        },
        Test::Cidr(test) => format!("{} 대역의 IP 주소", test.text()),
        Test::Exists(test) => if test.0 { "값 있음" } else { "값 없음" }.to_owned(),
    }
}

fn ignoring_case(text: &str) -> String {
    format!("{}(대소문자 무시)", quote(text))
}

enum Bounds {
    /// One number.
    Equal(String),
    /// `0 초과 5 이하`
    Range(String),
}

fn bounds(test: &Numeric) -> Bounds {
    match (&test.bottom, &test.top) {
        (Some(bottom), Some(top)) if bottom == top => Bounds::Equal(bottom.text.clone()),
        (bottom, top) => {
            let below = bottom
                .as_ref()
                .map(|bound| format!("{} {}", bound.text, if bound.inclusive { "이상" } else { "초과" }));
            let above = top
                .as_ref()
                .map(|bound| format!("{} {}", bound.text, if bound.inclusive { "이하" } else { "미만" }));
            Bounds::Range(below.into_iter().chain(above).collect::<Vec<_>>().join(" "))
        }
    }
}

fn anything_but(test: &AnythingBut) -> String {
    match test {
        AnythingBut::Strings(list) => format!("{} 이외의 값", quoted(list)),
        AnythingBut::Numbers(list) => {
            let texts: Vec<String> = list.iter().map(|(text, _)| text.clone()).collect();
            format!("{} 이외의 값", several(&texts))
        }
        AnythingBut::Prefix(list) => format!("{} 접두사가 없는 값", quoted(list)),
        AnythingBut::Suffix(list) => format!("{} 접미사가 없는 값", quoted(list)),
        AnythingBut::IgnoreCase(list) => {
            let texts: Vec<String> = list.iter().map(|own| quote(own.text())).collect();
            format!("{} 이외의 값(대소문자 무시)", several(&texts))
        }
        AnythingBut::Wildcard(list) => {
            let texts: Vec<String> = list.iter().map(|own| quote(own.text())).collect();
            format!("{} 형태가 아닌 값", several(&texts))
        }
        AnythingBut::Never => "맞는 값 없음".to_owned(),
    }
}

/// The scalar's kind is in the test, so a bare value needs its noun where another kind was seen.
pub(super) fn typed(test: &Test, wants: &str) -> String {
    match test {
        Test::EqualsIgnoreCase(_) => format!("문자열 {wants}"),
        Test::Exact(test) => match test.0 {
            Scalar::String(_) => format!("문자열 {wants}"),
            Scalar::Number(..) => format!("숫자 {wants}"),
            Scalar::Null | Scalar::Bool(_) => wants.to_owned(),
        },
        _ => wants.to_owned(),
    }
}

/// How many entries of a list are named before it is cut.
const NAMED: usize = 3;

/// `a`, `a 또는 b`, `a, b 또는 c`; long lists are cut.
pub(super) fn one_of(list: &[String]) -> String {
    if list.is_empty() {
        return "없음".to_owned();
    }
    match list.get(..NAMED) {
        Some(head) if list.len() > NAMED + 1 => {
            format!("{} 외 {}개 중 하나", ko::all_of(head), list.len() - NAMED)
        }
        _ => ko::any_of(list),
    }
}

/// `a`, `a, b`, `a, b, c 등 5개`: entries that are all meant.
fn several(list: &[String]) -> String {
    match list.get(..NAMED) {
        Some(head) if list.len() > NAMED + 1 => {
            format!("{} 등 {}개", ko::all_of(head), list.len())
        }
        _ => ko::all_of(list),
    }
}

fn quoted(texts: &[String]) -> String {
    several(&texts.iter().map(|text| quote(text)).collect::<Vec<_>>())
}
