//! The functions that EventBridge adds to JSONata (user guide, `eb-custom-bus-transform`).

mod hash;
mod random;
pub(crate) mod replace;

use crate::engine::number;
use crate::error_code::ErrorCode;
use jlens_core::error::Error;
use jlens_core::{Bindings, HostFunction};
use random::Generator;
use rulepad_document::Role;
use rulepad_document::json;
use serde_json::Value as Json;
use std::sync::{Arc, Mutex, PoisonError};

pub(crate) use hash::{ALGORITHMS, Algorithm};

/// The functions with how many arguments they take, at least and at most.
pub(crate) const EXTRA: [(&str, usize, usize); 6] =
    [("hash", 2, 2), ("uuid", 0, 0), ("parse", 1, 1), ("partition", 2, 2), ("range", 3, 3), ("random", 0, 1)];

/// The most values of `$range`.
const MOST_VALUES: f64 = 1e7;

type Given<'g> = &'g [Option<Json>];
type Made = Result<Option<Json>, Error>;

/// AWS's functions, and `$eval` as one that fails. `most` is how many values an array may have.
pub(crate) fn bindings(seed: u64, most: usize) -> Bindings {
    let chance = Arc::new(Mutex::new(Generator::new(seed)));
    let next = chance.clone();
    let pure = |arity, function: fn(Given<'_>) -> Made| {
        HostFunction::new(arity, move |given, _| function(given)).without_input()
    };
    Bindings::new()
        .function("hash", pure(2, hash))
        .function("parse", pure(1, parse))
        .function("partition", pure(2, partition))
        .function("range", HostFunction::new(3, move |given, _| range(given, most)).without_input())
        .function(
            "uuid",
            HostFunction::new(0, move |_, _| Ok(Some(drawn(&next).uuid().into()))).without_input(),
        )
        .function("random", HostFunction::new(1, move |given, _| random(given, &chance)).without_input())
        .function("eval", pure(2, |_| Err(Error::new(ErrorCode::HostEval.name()))))
}

fn drawn(chance: &Mutex<Generator>) -> std::sync::MutexGuard<'_, Generator> {
    chance.lock().unwrap_or_else(PoisonError::into_inner)
}

fn wrong(function: &str, argument: usize) -> Error {
    Error::new(ErrorCode::T0410.name()).with("token", function).with("index", argument)
}

fn hash(given: Given<'_>) -> Made {
    let Some(Some(input)) = given.first() else { return Ok(None) };
    let input = input.as_str().ok_or_else(|| wrong("hash", 1))?;
    let name =
        given.get(1).and_then(Option::as_ref).and_then(Json::as_str).ok_or_else(|| wrong("hash", 2))?;
    match Algorithm::of(name) {
        Some(algorithm) => Ok(Some(algorithm.hex(input).into())),
        None => Err(Error::new(ErrorCode::HostAlgorithm.name()).with("value", name)),
    }
}

fn parse(given: Given<'_>) -> Made {
    let Some(Some(text)) = given.first() else { return Ok(None) };
    let text = text.as_str().ok_or_else(|| wrong("parse", 1))?;
    match json::parse(text, Role::Event).valid() {
        Some(node) => Ok(Some(number::of_node(node))),
        None => Err(Error::new(ErrorCode::HostParse.name())),
    }
}

/// A number of an argument, rounded down, as the guide says of integer arguments.
fn integer(given: Given<'_>, at: usize, function: &str) -> Result<f64, Error> {
    let value = given.get(at).and_then(Option::as_ref).and_then(Json::as_f64);
    value.map(f64::floor).ok_or_else(|| wrong(function, at + 1))
}

fn partition(given: Given<'_>) -> Made {
    let Some(Some(whole)) = given.first() else { return Ok(None) };
    let size = integer(given, 1, "partition")?;
    if size < 1.0 {
        return Err(Error::new(ErrorCode::HostPartitionSize.name()).with("value", number::json(size)));
    }
    let items = whole.as_array().cloned().unwrap_or_else(|| vec![whole.clone()]);
    // Above the length of the array, any size gives one part.
    let size = if size >= 4_294_967_295.0 { usize::MAX } else { size as usize };
    Ok(Some(items.chunks(size).map(|part| Json::Array(part.to_vec())).collect()))
}

fn range(given: Given<'_>, most: usize) -> Made {
    let [first, last, step] =
        [integer(given, 0, "range")?, integer(given, 1, "range")?, integer(given, 2, "range")?];
    if step == 0.0 {
        return Err(Error::new(ErrorCode::HostRangeStep.name()));
    }
    let count = ((last - first) / step).floor() + 1.0;
    if count > MOST_VALUES {
        return Err(Error::new(ErrorCode::D2014.name()).with("value", number::json(count)));
    }
    if count > most as f64 {
        return Err(Error::new(ErrorCode::U1001.name()));
    }
    let count = if count > 0.0 { count as u32 } else { 0 };
    Ok(Some((0..count).map(|at| number::json(first + step * f64::from(at))).collect()))
}

fn random(given: Given<'_>, chance: &Mutex<Generator>) -> Made {
    let value = match given.first() {
        None | Some(None) => drawn(chance).unit(),
        Some(Some(seed)) => {
            let seed = seed.as_f64().ok_or_else(|| wrong("random", 1))?;
            Generator::new(seed.to_bits()).unit()
        }
    };
    Ok(Some(number::json(value)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn given(values: &[Json]) -> Vec<Option<Json>> {
        values.iter().cloned().map(Some).collect()
    }

    fn code(made: Made) -> ErrorCode {
        ErrorCode::of(made.unwrap_err().code())
    }

    #[test]
    fn the_last_part_may_be_short() {
        let parts = |array: Json, size: f64| partition(&given(&[array, json!(size)])).unwrap().unwrap();
        assert_eq!(parts(json!([1, 2, 3, 4, 5]), 2.0), json!([[1, 2], [3, 4], [5]]));
        assert_eq!(parts(json!([1, 2, 3]), 2.9), json!([[1, 2], [3]]));
        assert_eq!(parts(json!([1, 2, 3]), 1e300), json!([[1, 2, 3]]));
        assert_eq!(parts(json!([]), 1.0), json!([]));
        assert_eq!(code(partition(&given(&[json!([1]), json!(0.5)]))), ErrorCode::HostPartitionSize);
        assert_eq!(code(partition(&given(&[json!([1]), json!("2")]))), ErrorCode::T0410);
        assert_eq!(partition(&[None, Some(json!(1))]), Ok(None));
    }

    #[test]
    fn a_range_goes_both_ways() {
        let values =
            |first: f64, last: f64, step: f64| range(&given(&[json!(first), json!(last), json!(step)]), 1000);
        assert_eq!(values(1.0, 9.0, 3.0), Ok(Some(json!([1, 4, 7]))));
        assert_eq!(values(3.0, 1.0, -1.0), Ok(Some(json!([3, 2, 1]))));
        assert_eq!(values(3.0, 1.0, 1.0), Ok(Some(json!([]))));
        assert_eq!(values(1.0, 1.0, 1.0), Ok(Some(json!([1]))));
        assert_eq!(code(values(1.0, 2.0, 0.9)), ErrorCode::HostRangeStep);
        assert_eq!(code(values(1.0, 1e9, 1.0)), ErrorCode::D2014);
        assert_eq!(code(values(1.0, 2000.0, 1.0)), ErrorCode::U1001);
        assert_eq!(code(range(&given(&[json!(1), json!(2)]), 1000)), ErrorCode::T0410);
    }

    #[test]
    fn parse_reads_json_alone() {
        assert_eq!(parse(&given(&[json!("{\"a\": [1.50, null]}")])), Ok(Some(json!({"a": [1.5, null]}))));
        assert_eq!(code(parse(&given(&[json!("{a: 1}")]))), ErrorCode::HostParse);
        assert_eq!(code(parse(&given(&[json!("")]))), ErrorCode::HostParse);
        assert_eq!(code(parse(&given(&[json!(1)]))), ErrorCode::T0410);
    }

    #[test]
    fn the_same_seed_gives_the_same_number() {
        let chance = Mutex::new(Generator::new(7));
        let seeded = |seed: Json| random(&given(&[seed]), &chance).unwrap();
        assert_eq!(seeded(json!(1)), seeded(json!(1)));
        assert_ne!(seeded(json!(1)), seeded(json!(2)));
        assert_ne!(random(&[], &chance), random(&[], &chance));
        assert_eq!(code(random(&given(&[json!("a")]), &chance)), ErrorCode::T0410);
    }
}
