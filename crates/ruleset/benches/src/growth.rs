//! How the time for an event grows with what it is made of.

use crate::matcher;
use crate::measure::{Runner, Spread, rounds};
use rulepad_ruleset::Scratch;
use std::hint::black_box;

/// Something that grows: a size to the patterns and the event.
type Case = (&'static str, &'static [usize], fn(usize) -> (Vec<String>, String));

fn repeated(count: usize, each: impl Fn(usize) -> String) -> String {
    (0..count).map(each).collect::<Vec<_>>().join(",")
}

fn nested(depth: usize, inner: &str) -> String {
    (0..depth).fold(inner.to_owned(), |inner, _| format!(r#"{{"n":{inner}}}"#))
}

const CASES: &[Case] = &[
    ("event bytes, unnamed", &[100, 1000, 10_000, 100_000], |size| {
        let rest = repeated(size / 20, |at| format!(r#""k{at:06}":"v{at:06}""#));
        (vec![r#"{"source":["a"]}"#.into()], format!(r#"{{"source":"a","detail":{{{rest}}}}}"#))
    }),
    ("array elements, scalars", &[1, 10, 100, 1000, 10_000], |size| {
        let items = repeated(size, |at| format!("\"v{at}\""));
        (vec![r#"{"a":["v0"]}"#.into()], format!(r#"{{"a":[{items}]}}"#))
    }),
    ("array elements, two conditions in one", &[1, 10, 100, 1000, 10_000], |size| {
        let items = repeated(size, |at| format!(r#"{{"x":{at},"y":{at}}}"#));
        let last = size - 1;
        (
            vec![format!(r#"{{"a":{{"x":[{last}],"y":[{{"numeric":[">=",0]}}]}}}}"#)],
            format!(r#"{{"a":[{items}]}}"#),
        )
    }),
    ("array elements, conditions never in one", &[1, 10, 100, 1000, 10_000], |size| {
        let items = repeated(size, |at| format!(r#"{{"x":{},"y":{}}}"#, at % 2, at % 2));
        (vec![r#"{"a":{"x":[0],"y":[1]}}"#.into()], format!(r#"{{"a":[{items}]}}"#))
    }),
    ("array elements, one absent", &[1, 10, 100, 1000, 10_000], |size| {
        let items = repeated(size, |at| format!(r#"{{"x":{at},"y":1}}"#));
        (
            vec![r#"{"a":{"x":[{"exists":true}],"y":[{"exists":false}]}}"#.into()],
            format!(r#"{{"a":[{items}]}}"#),
        )
    }),
    ("array elements, a rule for each", &[1, 10, 100, 1000, 10_000], |size| {
        let items = repeated(size, |at| format!(r#"{{"x":{at},"y":1}}"#));
        let rule = |at| format!(r#"{{"a":{{"x":[{at}],"y":[1]}}}}"#);
        ((0..size).map(rule).collect(), format!(r#"{{"a":[{items}]}}"#))
    }),
    ("nesting", &[1, 2, 5, 10, 20], |size| (vec![nested(size, "[1]")], nested(size, "1"))),
    ("nesting, unnamed", &[1, 10, 100, 900], |size| {
        (vec![r#"{"a":[1]}"#.into()], format!(r#"{{"a":1,"b":{}}}"#, nested(size, "1")))
    }),
    ("values in one condition", &[1, 10, 100, 1000], |size| {
        (vec![format!(r#"{{"a":[{}]}}"#, repeated(size, |at| format!("\"v{at}\"")))], r#"{"a":"v0"}"#.into())
    }),
    ("`anything-but` list", &[1, 10, 100, 1000], |size| {
        let list = repeated(size, |at| format!("\"v{at}\""));
        (vec![format!(r#"{{"a":[{{"anything-but":[{list}]}}]}}"#)], r#"{"a":"w"}"#.into())
    }),
    ("leading wildcards", &[1, 10, 100, 1000], |size| {
        let rule = |at| format!(r#"{{"a":[{{"wildcard":"*x{at:05}y*"}}]}}"#);
        ((0..size).map(rule).collect(), format!(r#"{{"a":"{}x00000y"}}"#, "abcdefgh".repeat(8)))
    }),
    ("bytes under leading wildcards", &[10, 100, 1000, 10_000], |size| {
        let rule = |at| format!(r#"{{"a":[{{"wildcard":"*x{at:05}y*"}}]}}"#);
        ((0..100).map(rule).collect(), format!(r#"{{"a":"{}"}}"#, "x0000".repeat(size / 5)))
    }),
    ("`$or` combinations", &[1, 10, 100, 1000], |size| {
        let branch = |at| format!(r#"{{"a":["v{at}"],"b":[{at}]}}"#);
        let branches = if size == 1 { vec![branch(0), branch(0)] } else { (0..size).map(branch).collect() };
        (vec![format!(r#"{{"$or":[{}]}}"#, branches.join(","))], r#"{"a":"v0","b":0}"#.into())
    }),
    ("rules, exact", &[1, 10, 100, 1000, 10_000], |size| {
        ((0..size).map(|at| format!(r#"{{"a":["v{at}"]}}"#)).collect(), r#"{"a":"v0"}"#.into())
    }),
    ("rules, fields", &[1, 10, 100, 1000, 10_000], |size| {
        ((0..size).map(|at| format!(r#"{{"f{at}":[1]}}"#)).collect(), r#"{"f0":1}"#.into())
    }),
];

/// Prints the table; gives the names of cases in which a step grows faster than its size.
pub fn table() -> Vec<&'static str> {
    println!("| what grows | size: nanoseconds for an event | steepest step |\n|---|---|---|");
    let mut cliffs = Vec::new();
    for (name, sizes, make) in CASES {
        let mut cells = Vec::new();
        let mut steepest: f64 = 0.0;
        let (mut first, mut last): (Option<(usize, f64)>, Option<(usize, f64)>) = (None, None);
        for size in *sizes {
            let (patterns, event) = make(*size);
            let matcher = matcher(&patterns);
            let mut scratch = Scratch::default();
            let events = vec![event.into_bytes(); 1 + 200_000 / (1 + *size).min(20_000)];
            let run = |events: &[Vec<u8>]| {
                for event in events {
                    let found = matcher.matching(event, &mut scratch);
                    let _ = black_box(found);
                }
            };
            let times = rounds(&mut [Runner { run: Box::new(run) }], &events, 5);
            let time = times.first().map_or(f64::NAN, |times| Spread::of(times.clone()).min);
            if let Some(before) = last {
                steepest = steepest.max(slope(before, (*size, time)));
            }
            first = first.or(Some((*size, time)));
            last = Some((*size, time));
            cells.push(format!("{size}: {time:.0}"));
        }
        let whole = first.zip(last).map_or(0.0, |(first, last)| slope(first, last));
        // Linear is 1; caches and noise add a little, more to a single step.
        if whole > 1.2 || steepest > 1.6 {
            cliffs.push(*name);
        }
        println!("| {name} | {} | {steepest:.2} |", cells.join(" · "));
    }
    cliffs
}

/// The power with which time grows from one size to another.
fn slope((size, time): (usize, f64), (larger, longer): (usize, f64)) -> f64 {
    (longer / time).ln() / (larger as f64 / size as f64).ln()
}
