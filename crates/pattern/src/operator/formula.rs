//! Tests as formulas, for readers of logic: signs in place of words.

use super::Test;
use super::anything_but::AnythingBut;
use super::numeric::Numeric;
use super::prefix::Prefix;
use super::suffix::Suffix;
use rulepad_document::json::quote;

impl Test {
    /// The test on a field as a formula.
    #[must_use]
    pub fn formula(&self, name: &str) -> String {
        let list = |list: Vec<String>| {
            if list.len() == 1 { list.concat() } else { format!("{{{}}}", list.join(", ")) }
        };
        let differs = |count: usize| if count == 1 { "≠" } else { "∉" };
        let quoted = |texts: &[String]| list(texts.iter().map(|text| quote(text)).collect());
        match self {
            Self::Exact(test) => format!("{name} = {}", test.0.json()),
            Self::Exactly(test) => format!("{name} ≡ {}", quote(&test.0)),
            Self::Prefix(Prefix::Exact(text)) => format!("{name} starts {}", quote(text)),
            Self::Prefix(Prefix::IgnoreCase(text)) => {
                format!("{name} starts~ {}", quote(text.text()))
            }
            Self::Suffix(Suffix::Exact(text)) => format!("{name} ends {}", quote(text)),
            Self::Suffix(Suffix::IgnoreCase(text)) => format!("{name} ends~ {}", quote(text.text())),
            Self::EqualsIgnoreCase(test) => format!("{name} ~ {}", quote(test.0.text())),
            Self::Wildcard(test) => format!("{name} like {}", quote(test.text())),
            Self::Cidr(test) => format!("{name} ∈ {}", test.text()),
            Self::Exists(test) if test.0 => format!("∃ {name}"),
            Self::Exists(_) => format!("∄ {name}"),
            Self::Numeric(test) => numeric_formula(test, name),
            Self::AnythingBut(test) => match test {
                AnythingBut::Strings(texts) => {
                    format!("{name} {} {}", differs(texts.len()), quoted(texts))
                }
                AnythingBut::Numbers(numbers) => {
                    let texts = list(numbers.iter().map(|(text, _)| text.clone()).collect());
                    format!("{name} {} {texts}", differs(numbers.len()))
                }
                AnythingBut::Prefix(texts) => format!("¬({name} starts {})", quoted(texts)),
                AnythingBut::Suffix(texts) => format!("¬({name} ends {})", quoted(texts)),
                AnythingBut::IgnoreCase(texts) => {
                    format!("¬({name} ~ {})", list(texts.iter().map(|text| quote(text.text())).collect()))
                }
                AnythingBut::Wildcard(texts) => {
                    format!("¬({name} like {})", list(texts.iter().map(|text| quote(text.text())).collect()))
                }
                AnythingBut::Never => "false".to_owned(),
            },
        }
    }
}

fn numeric_formula(test: &Numeric, name: &str) -> String {
    let sign = |inclusive: bool| if inclusive { "≤" } else { "<" };
    match (&test.bottom, &test.top) {
        (Some(bottom), Some(top)) if bottom == top => format!("{name} = {}", bottom.text),
        (Some(bottom), Some(top)) => {
            format!("{} {} {name} {} {}", bottom.text, sign(bottom.inclusive), sign(top.inclusive), top.text)
        }
        (Some(bottom), None) => {
            format!("{name} {} {}", if bottom.inclusive { "≥" } else { ">" }, bottom.text)
        }
        (None, Some(top)) => format!("{name} {} {}", sign(top.inclusive), top.text),
        (None, None) => format!("∃ {name}"),
    }
}
