//! One matcher of a form, to and from its JSON.

use super::NotBuilt;
use rulepad_document::json::{self, Node, Value, quote};
use rulepad_document::{Lang, Role};
use rulepad_pattern::{Dialect, Operator, number, parse_in};
use serde::{Deserialize, Serialize};

/// What one matcher of a list is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Matcher {
    /// A plain value, in JSON.
    Value(String),
    /// An operator with one text.
    Text(Operator, String),
    /// `anything-but` a value or several, in JSON.
    AnythingBut(Vec<String>),
    /// `numeric`, one comparison or the two ends of a range.
    Numeric(Vec<Comparison>),
    /// `exists`
    Exists(bool),
    /// What a form cannot show, as it is written.
    Kept(String),
}

/// One comparison of `numeric`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// `=`, `<`, `<=`, `>` or `>=`.
    pub sign: String,
    /// The number, as it is written.
    pub number: String,
}

/// The operators that a dialect has, in the order of AWS's documentation.
#[must_use]
pub fn operators(dialect: Dialect) -> Vec<Operator> {
    let has = |operator: &Operator| {
        let pattern = format!("{{\"field\": [{}]}}", start(*operator).json());
        parse_in(&pattern, dialect).valid().is_some()
    };
    Operator::ALL.into_iter().filter(has).collect()
}

/// A matcher to start with, which AWS takes.
#[must_use]
pub fn start(operator: Operator) -> Matcher {
    match operator {
        Operator::Wildcard => Matcher::Text(operator, "*".to_owned()),
        Operator::Cidr => Matcher::Text(operator, "10.0.0.0/8".to_owned()),
        Operator::AnythingBut => Matcher::AnythingBut(vec!["\"\"".to_owned()]),
        Operator::Numeric => {
            Matcher::Numeric(vec![Comparison { sign: ">".to_owned(), number: "0".to_owned() }])
        }
        Operator::Exists => Matcher::Exists(true),
        Operator::Prefix | Operator::Suffix | Operator::EqualsIgnoreCase | Operator::Exactly => {
            Matcher::Text(operator, String::new())
        }
    }
}

/// The text of a JSON string; `None` for any other JSON.
#[must_use]
pub fn text_of(json: &str) -> Option<String> {
    parsed(json)?.as_str().map(str::to_owned)
}

/// The signs of `numeric`.
const SIGNS: [&str; 5] = ["=", "<", "<=", ">", ">="];

impl Matcher {
    /// A string as a plain value.
    #[must_use]
    pub fn string(text: &str) -> Self {
        Self::Value(quote(text))
    }

    /// A number as a plain value.
    ///
    /// # Errors
    /// A sentence, when the text is no number of JSON.
    pub fn number(text: &str, lang: Lang) -> Result<Self, String> {
        Self::of_number(text).map_err(|why| words!(lang, builder::not_built(&why)))
    }

    fn of_number(text: &str) -> Result<Self, NotBuilt> {
        let number = parsed(text).filter(|node| matches!(node.value, Value::Number(_)));
        number.map(|_| Self::Value(text.trim().to_owned())).ok_or_else(|| not_a_number(text))
    }

    /// What a JSON text says.
    ///
    /// # Errors
    /// A sentence, when the text is not JSON, or an array.
    pub fn parse(text: &str, lang: Lang) -> Result<Self, String> {
        Self::of_json(text).map_err(|why| words!(lang, builder::not_built(&why)))
    }

    pub(super) fn of_json(text: &str) -> Result<Self, NotBuilt> {
        let node = parsed(text).ok_or_else(|| NotBuilt::NotJson(text.trim().to_owned()))?;
        if matches!(node.value, Value::Array(_)) {
            return Err(NotBuilt::List);
        }
        Ok(Self::read(text, &node))
    }

    /// What a node of a text says.
    pub(super) fn read(text: &str, node: &Node) -> Self {
        let raw = || node.span.of(text).to_owned();
        match &node.value {
            Value::Object(members) => match members.as_slice() {
                [only] => argument(text, &only.key, &only.value).unwrap_or_else(|| Self::Kept(raw())),
                _ => Self::Kept(raw()),
            },
            Value::Array(_) | Value::Invalid => Self::Kept(raw()),
            _ => Self::Value(raw()),
        }
    }

    /// Its operator; `None` for a plain value, and for what is kept.
    #[must_use]
    pub fn operator(&self) -> Option<Operator> {
        match self {
            Self::Value(_) | Self::Kept(_) => None,
            Self::Text(operator, _) => Some(*operator),
            Self::AnythingBut(_) => Some(Operator::AnythingBut),
            Self::Numeric(_) => Some(Operator::Numeric),
            Self::Exists(_) => Some(Operator::Exists),
        }
    }

    /// Its JSON, on one line.
    #[must_use]
    pub fn json(&self) -> String {
        match self {
            Self::Value(text) | Self::Kept(text) => text.trim().to_owned(),
            Self::Text(operator, text) => format!("{{\"{}\": {}}}", operator.name(), quote(text)),
            Self::AnythingBut(values) => format!("{{\"anything-but\": [{}]}}", values.join(", ")),
            Self::Numeric(list) => {
                let parts: Vec<String> =
                    list.iter().map(|one| format!("{}, {}", quote(&one.sign), one.number.trim())).collect();
                format!("{{\"numeric\": [{}]}}", parts.join(", "))
            }
            Self::Exists(value) => format!("{{\"exists\": {value}}}"),
        }
    }

    /// Its JSON, when every part of it is what it must be.
    pub(super) fn checked(&self) -> Result<(String, Node), NotBuilt> {
        if let Self::Numeric(list) = self {
            let wrong = list.iter().find(|one| parsed(&one.number).is_none_or(|node| !is_number(&node)));
            if let Some(one) = wrong {
                return Err(not_a_number(&one.number));
            }
        }
        let text = self.json();
        let node = parsed(&text).ok_or_else(|| NotBuilt::NotJson(text.clone()))?;
        let same_kind = match self {
            Self::Value(_) => !matches!(node.value, Value::Object(_) | Value::Array(_)),
            _ => node.members().is_some(),
        };
        if same_kind { Ok((text, node)) } else { Err(NotBuilt::NotOneValue(text)) }
    }
}

fn argument(text: &str, name: &str, value: &Node) -> Option<Matcher> {
    let operator = Operator::named(name)?;
    Some(match (operator, &value.value) {
        (Operator::Exists, Value::Bool(wanted)) => Matcher::Exists(*wanted),
        (Operator::AnythingBut, Value::String(_) | Value::Number(_)) => {
            Matcher::AnythingBut(vec![value.span.of(text).to_owned()])
        }
        (Operator::AnythingBut, Value::Array(items)) if !items.is_empty() => {
            let plain = |item: &Node| matches!(item.value, Value::String(_) | Value::Number(_));
            if !items.iter().all(plain) {
                return None;
            }
            Matcher::AnythingBut(items.iter().map(|item| item.span.of(text).to_owned()).collect())
        }
        (Operator::Numeric, Value::Array(items)) => {
            let pairs: Option<Vec<Comparison>> = items.chunks(2).map(|pair| comparison(text, pair)).collect();
            Matcher::Numeric(pairs.filter(|pairs| matches!(pairs.len(), 1 | 2))?)
        }
        (
            Operator::Prefix
            | Operator::Suffix
            | Operator::EqualsIgnoreCase
            | Operator::Wildcard
            | Operator::Cidr
            | Operator::Exactly,
            Value::String(wanted),
        ) => Matcher::Text(operator, wanted.clone()),
        _ => return None,
    })
}

fn comparison(text: &str, pair: &[Node]) -> Option<Comparison> {
    let [sign, number] = pair else { return None };
    let sign = sign.as_str().filter(|sign| SIGNS.contains(sign))?;
    is_number(number).then(|| Comparison { sign: sign.to_owned(), number: number.span.of(text).to_owned() })
}

fn is_number(node: &Node) -> bool {
    matches!(node.value, Value::Number(_))
}

fn not_a_number(text: &str) -> NotBuilt {
    let text = text.trim();
    if text.is_empty() { NotBuilt::NoNumber } else { NotBuilt::NotANumber(text.to_owned()) }
}

/// A text as one JSON value, when it is one without a mistake.
pub(super) fn parsed(text: &str) -> Option<Node> {
    let found = json::parse_unchecked(text, Role::Pattern);
    if found.diagnostics.is_empty() { found.root } else { None }
}

/// Whether AWS takes both for the same matcher: numbers by their value, strings by their characters.
pub(super) fn same(a: &Node, b: &Node) -> bool {
    match (&a.value, &b.value) {
        (Value::Number(a), Value::Number(b)) => match (number::comparable(a), number::comparable(b)) {
            (Some(a), Some(b)) => number::order(a, b).is_eq(),
            _ => a == b,
        },
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.key == b.key && same(&a.value, &b.value))
        }
        (a, b) => a == b,
    }
}
