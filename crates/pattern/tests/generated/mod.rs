//! Patterns and events over a small alphabet, in which values meet often.

use proptest::prelude::*;

const NAMES: [&str; 7] = ["source", "detail", "detail.s", "x.s.t", "x.s", "x", "resources"];

fn matcher() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        r#""a""#,
        r#""ab""#,
        r#""10.0.0.1""#,
        "1",
        "1.50",
        "null",
        "true",
        "12345678901234567890123",
        r#"{"prefix": "a"}"#,
        r#"{"prefix": {"equals-ignore-case": "A"}}"#,
        r#"{"suffix": "b"}"#,
        r#"{"equals-ignore-case": "aB"}"#,
        r#"{"wildcard": "*b*"}"#,
        r#"{"wildcard": "a*b"}"#,
        r#"{"anything-but": "a"}"#,
        r#"{"anything-but": [1, 2]}"#,
        r#"{"anything-but": {"prefix": "a"}}"#,
        r#"{"anything-but": {"suffix": ["b", "c"]}}"#,
        r#"{"anything-but": {"wildcard": "*"}}"#,
        r#"{"numeric": [">", 0, "<=", 2]}"#,
        r#"{"numeric": ["<", 1.5]}"#,
        r#"{"numeric": [">=", 2]}"#,
        r#"{"cidr": "10.0.0.0/8"}"#,
        r#"{"exists": true}"#,
        r#"{"exists": false}"#,
    ])
    .prop_map(str::to_owned)
}

fn fields() -> impl Strategy<Value = String> {
    let condition = (prop::sample::select(NAMES.to_vec()), prop::collection::vec(matcher(), 1..3))
        .prop_map(|(name, list)| format!(r#""{name}": [{}]"#, list.join(", ")));
    prop::collection::vec(condition, 1..4).prop_map(|list| list.join(", "))
}

/// A valid pattern, with `$or` or without.
pub fn pattern() -> impl Strategy<Value = String> {
    let any_of = || {
        prop::collection::vec(fields(), 2..4).prop_map(|branches| {
            let branches: Vec<String> = branches.iter().map(|branch| format!("{{{branch}}}")).collect();
            format!(r#""$or": [{}]"#, branches.join(", "))
        })
    };
    prop_oneof![
        fields().prop_map(|fields| format!("{{{fields}}}")),
        any_of().prop_map(|any_of| format!("{{{any_of}}}")),
        (fields(), any_of()).prop_map(|(fields, any_of)| format!("{{{fields}, {any_of}}}")),
        (any_of(), fields()).prop_map(|(any_of, fields)| format!("{{{any_of}, {fields}}}")),
    ]
}

fn value() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        r#""a""#,
        r#""A""#,
        r#""ab""#,
        r#""aXb""#,
        r#""b""#,
        r#""c""#,
        r#""""#,
        r#""10.0.0.1""#,
        r#""10.9.9.9""#,
        r#""010.0.0.1""#,
        "0",
        "1",
        "1.5",
        "2",
        "3",
        "null",
        "true",
        "false",
        "12345678901234567890123",
        "1e400",
    ])
    .prop_map(str::to_owned)
}

/// An event with at most this many values for each field.
pub fn event(most: usize) -> impl Strategy<Value = String> {
    let names = prop::sample::subsequence(NAMES.to_vec(), 0..=NAMES.len());
    let members = names.prop_flat_map(move |names| {
        names
            .into_iter()
            .map(|name| {
                prop::collection::vec(value(), 0..=most)
                    .prop_map(move |list| format!(r#""{name}": [{}]"#, list.join(", ")))
            })
            .collect::<Vec<_>>()
    });
    members.prop_map(|members| format!("{{{}}}", members.join(", ")))
}
