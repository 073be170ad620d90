//! Patterns and events in which names and values meet often, and events that are broken.

use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Keys as they are written, escapes and dots included.
const KEYS: [&str; 14] = [
    "a",
    "b",
    "c",
    "d",
    "a.b",
    "b.c",
    "",
    ".a",
    "a.",
    "a-name-longer-than-eight",
    r"\u0061",
    r"b\u002ec",
    "é",
    r#"q\"\\\/"#,
];

const STRINGS: [&str; 34] = [
    "",
    "a",
    "A",
    "ab",
    "aB",
    "AB",
    "abc",
    "b",
    "ba",
    "aab",
    "abab",
    "ab*",
    r"a\\b",
    r"\u0061b",
    r#"a\"b"#,
    r"\ud83d\ude00",
    r"\ud83d",
    r"x\ud83dy",
    "😀",
    "straße",
    "STRASSE",
    "ß",
    "ss",
    "k",
    "\u{212a}",
    "É",
    "é",
    "10.0.0.1",
    "010.0.0.1",
    "10.9.9.9",
    "::ffff:a00:1",
    "2001:db8::1",
    "2001:0db8:0:0:0:0:0:1",
    "a long text with ab inside and at its end abc",
];

const NUMBERS: [&str; 18] = [
    "0",
    "-0",
    "0.0",
    "1",
    "1.0",
    "10e-1",
    "1.5",
    "15E-1",
    "2",
    "-2",
    "300",
    "3E+2",
    "9007199254740993",
    "1e400",
    "1e-400",
    "12345678901234567890123",
    "0.1",
    "1e22",
];

fn string() -> impl Strategy<Value = String> {
    select(&STRINGS[..]).prop_map(|text| format!("\"{text}\""))
}

fn number() -> impl Strategy<Value = String> {
    select(&NUMBERS[..]).prop_map(str::to_owned)
}

fn list(items: impl Strategy<Value = String>, most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(items, 1..=most).prop_map(|items| format!("[{}]", items.join(",")))
}

fn wildcard() -> impl Strategy<Value = String> {
    let texts = [
        "*", "", "a*", "*b", "*a*", "a*b", "*ab*", "a*b*", "*b*a*", r"a\\**", "*é", "ß*", "*10*", "10.*.1",
        "*text*",
    ];
    select(texts.to_vec()).prop_map(|text| format!("\"{text}\""))
}

fn anything_but() -> impl Strategy<Value = String> {
    let value = || select(vec!["0", "1", "1.5", "300"]).prop_map(str::to_owned);
    let filled = || string().prop_filter("an empty text", |text| text != "\"\"");
    prop_oneof![
        string(),
        value(),
        list(string(), 4),
        list(value(), 3),
        list(filled(), 3).prop_map(|list| format!(r#"{{"prefix": {list}}}"#)),
        list(filled(), 3).prop_map(|list| format!(r#"{{"suffix": {list}}}"#)),
        list(string(), 3).prop_map(|list| format!(r#"{{"equals-ignore-case": {list}}}"#)),
        list(wildcard(), 3).prop_map(|list| format!(r#"{{"wildcard": {list}}}"#)),
        Just(r#"{"prefix": []}"#.to_owned()),
    ]
}

fn numeric() -> impl Strategy<Value = String> {
    let terms = [
        "\"=\", 1",
        "\">\", 0",
        "\">=\", 1.0",
        "\"<\", 2",
        "\"<=\", -2",
        "\">\", 0, \"<\", 2",
        "\">=\", 1, \"<=\", 300",
    ];
    select(terms.to_vec()).prop_map(|terms| format!("[{terms}]"))
}

fn operator() -> impl Strategy<Value = String> {
    let blocks = ["10.0.0.0/8", "10.0.0.0/24", "0.0.0.0/0", "2001:db8::/32", "::/0"];
    prop_oneof![
        string().prop_map(|text| format!(r#""prefix": {text}"#)),
        string().prop_map(|text| format!(r#""suffix": {text}"#)),
        string().prop_map(|text| format!(r#""prefix": {{"equals-ignore-case": {text}}}"#)),
        string().prop_map(|text| format!(r#""suffix": {{"equals-ignore-case": {text}}}"#)),
        string().prop_map(|text| format!(r#""equals-ignore-case": {text}"#)),
        string().prop_map(|text| format!(r#""exactly": {text}"#)),
        wildcard().prop_map(|text| format!(r#""wildcard": {text}"#)),
        anything_but().prop_map(|test| format!(r#""anything-but": {test}"#)),
        anything_but().prop_map(|test| format!(r#""anything-but": {test}"#)),
        numeric().prop_map(|test| format!(r#""numeric": {test}"#)),
        select(blocks.to_vec()).prop_map(|block| format!(r#""cidr": "{block}""#)),
        any::<bool>().prop_map(|is| format!(r#""exists": {is}"#)),
        Just(r#""exists": false"#.to_owned()),
    ]
}

fn matcher() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => string(),
        2 => number(),
        1 => select(vec!["null", "true", "false"]).prop_map(str::to_owned),
        5 => operator().prop_map(|operator| format!("{{{operator}}}")),
    ]
}

/// The members of an object of a pattern.
fn fields() -> impl Strategy<Value = String> {
    let condition = list(matcher(), 3);
    let value = condition.prop_recursive(3, 12, 3, |inner| {
        let member = (select(&KEYS[..]), inner).prop_map(|(key, value)| format!("\"{key}\": {value}"));
        prop::collection::vec(member, 1..=3).prop_map(|members| format!("{{{}}}", members.join(", ")))
    });
    let member = (select(&KEYS[..]), value).prop_map(|(key, value)| format!("\"{key}\": {value}"));
    prop::collection::vec(member, 1..=3).prop_map(|members| members.join(", "))
}

/// A pattern, with `$or` or without.
pub fn pattern() -> impl Strategy<Value = String> {
    let any_of = || list(fields().prop_map(|fields| format!("{{{fields}}}")), 3);
    prop_oneof![
        3 => fields().prop_map(|fields| format!("{{{fields}}}")),
        1 => any_of().prop_map(|any_of| format!(r#"{{"$or": {any_of}}}"#)),
        1 => (fields(), any_of()).prop_map(|(fields, any_of)| format!(r#"{{{fields}, "$or": {any_of}}}"#)),
        1 => (fields(), any_of()).prop_map(|(fields, any_of)| format!(r#"{{"a": {{"$or": {any_of}}}, {fields}}}"#)),
    ]
}

/// An event; keys repeat, and arrays lie in arrays.
fn object() -> impl Strategy<Value = String> {
    let scalar = prop_oneof![
        4 => string(),
        3 => number(),
        1 => select(vec!["null", "true", "false", "{}", "[]"]).prop_map(str::to_owned),
    ];
    let value = scalar.prop_recursive(4, 24, 4, |inner| {
        let member = (select(&KEYS[..]), inner.clone()).prop_map(|(key, value)| format!("\"{key}\":{value}"));
        prop_oneof![
            prop::collection::vec(member, 0..=4).prop_map(|members| format!("{{{}}}", members.join(", "))),
            prop::collection::vec(inner, 0..=4).prop_map(|items| format!("[{}]", items.join(" ,"))),
        ]
    });
    let member = (select(&KEYS[..]), value).prop_map(|(key, value)| format!("\"{key}\" : {value}"));
    prop::collection::vec(member, 0..=6).prop_map(|members| format!(" {{{}\n}}", members.join(",\t")))
}

/// The bytes of an event, one in six of them broken somewhere or with something behind it.
pub fn event() -> impl Strategy<Value = Vec<u8>> {
    let slips: [&[u8]; 22] = [
        b"",
        b"\"",
        b",",
        b":",
        b"[",
        b"]",
        b"{",
        b"}",
        b"0",
        b"-",
        b".",
        b"e",
        b"\\",
        b"\\u12",
        b"\n",
        b"\x01",
        b"\xff",
        b"\xc3",
        b" ",
        b"/",
        b"\xef\xbb\xbf",
        b"true",
    ];
    let slip = (any::<Index>(), select(slips.to_vec()), any::<bool>());
    (object(), prop::option::weighted(1.0 / 6.0, slip)).prop_map(|(text, slip)| {
        let mut bytes = text.into_bytes();
        if let Some((at, slip, replace)) = slip {
            let at = at.index(bytes.len() + 1);
            let end = (at + usize::from(replace)).min(bytes.len());
            bytes.splice(at..end, slip.iter().copied());
        }
        bytes
    })
}
