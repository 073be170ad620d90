//! Operators between values.

use crate::syntax::Operator;
use crate::value::{Data, Val};
use std::cmp::Ordering;

/// The value of an operation; `None` where it is not known.
pub fn operation(operator: Operator, left: &Val, right: &Val) -> Option<Data> {
    let whole = |value: &Val| match &value.data {
        Data::Number(number) => number.parse::<i128>().ok(),
        _ => None,
    };
    let numbers = || Some((whole(left)?, whole(right)?));
    let number = |value: Option<i128>| value.map(|value| Data::Number(value.to_string().into()));
    match operator {
        Operator::Plus => numbers().and_then(|(one, other)| number(one.checked_add(other))),
        Operator::Minus => numbers().and_then(|(one, other)| number(one.checked_sub(other))),
        Operator::Times => numbers().and_then(|(one, other)| number(one.checked_mul(other))),
        Operator::Divided => numbers().and_then(|(one, other)| {
            let even = one.checked_rem(other) == Some(0);
            if even { number(one.checked_div(other)) } else { None }
        }),
        Operator::Modulo => numbers().and_then(|(one, other)| number(one.checked_rem(other))),
        Operator::Equal => equal(left, right).map(Data::Bool),
        Operator::NotEqual => equal(left, right).map(|own| Data::Bool(!own)),
        Operator::Less => compared(left, right).map(|own| Data::Bool(own == Ordering::Less)),
        Operator::LessEqual => compared(left, right).map(|own| Data::Bool(own != Ordering::Greater)),
        Operator::Greater => compared(left, right).map(|own| Data::Bool(own == Ordering::Greater)),
        Operator::GreaterEqual => compared(left, right).map(|own| Data::Bool(own != Ordering::Less)),
        Operator::And => match (left.truth(), right.truth()) {
            (Some(false), _) | (_, Some(false)) => Some(Data::Bool(false)),
            (Some(true), Some(true)) => Some(Data::Bool(true)),
            _ => None,
        },
        Operator::Or => match (left.truth(), right.truth()) {
            (Some(true), _) | (_, Some(true)) => Some(Data::Bool(true)),
            (Some(false), Some(false)) => Some(Data::Bool(false)),
            _ => None,
        },
    }
}

fn compared(left: &Val, right: &Val) -> Option<Ordering> {
    let (Data::Number(left), Data::Number(right)) = (&left.data, &right.data) else { return None };
    match (left.parse::<i128>(), right.parse::<i128>()) {
        (Ok(left), Ok(right)) => Some(left.cmp(&right)),
        _ => left.parse::<f64>().ok()?.partial_cmp(&right.parse::<f64>().ok()?),
    }
}

/// Whether two values are the same; `None` where that is not known.
pub fn equal(left: &Val, right: &Val) -> Option<bool> {
    match (&left.data, &right.data) {
        (Data::Unknown(own), Data::Null) | (Data::Null, Data::Unknown(own)) => {
            is_made(&own.source).then_some(false)
        }
        (Data::Unknown(_), _) | (_, Data::Unknown(_)) => None,
        (Data::Null, Data::Null) => Some(true),
        (Data::Null, _) | (_, Data::Null) => Some(false),
        (Data::Bool(one), Data::Bool(other)) => Some(one == other),
        (Data::Number(one), Data::Number(other)) | (Data::Text(one), Data::Text(other)) => Some(one == other),
        (Data::List { items: one, .. }, Data::List { items: other, .. }) => {
            if one.len() != other.len() {
                return Some(false);
            }
            all(one.iter().zip(other.iter()).map(|(one, other)| equal(one, other)))
        }
        (Data::Map(one), Data::Map(_)) => {
            if one.len() != right.members().map_or(0, |own| own.len()) {
                return Some(false);
            }
            // Each look-up goes through the other map: long ones are not compared.
            const LONGEST: usize = 500;
            if one.len() > LONGEST {
                return None;
            }
            all(one.iter().map(|(key, own)| right.get(key).map_or(Some(false), |other| equal(own, other))))
        }
        (Data::Parts(_) | Data::Encoded(_) | Data::Instance(_), _)
        | (_, Data::Parts(_) | Data::Encoded(_) | Data::Instance(_)) => None,
        _ => Some(false),
    }
}

/// Whether an expression is the ARN or the id of a resource, which every resource has.
fn is_made(source: &str) -> bool {
    let source = source.strip_prefix("data.").unwrap_or(source);
    source.starts_with("aws_") && (source.ends_with(".arn") || source.ends_with(".id"))
}

fn all(found: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut known = true;
    for own in found {
        match own {
            Some(false) => return Some(false),
            Some(true) => {}
            None => known = false,
        }
    }
    known.then_some(true)
}
