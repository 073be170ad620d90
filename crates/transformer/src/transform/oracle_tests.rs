//! The algorithm of substitution a second time, as simple as it can be said, against the renderer.

use crate::{Input, Outcome, Surroundings, render};
use proptest::prelude::*;
use rulepad_document::json::{Node, Value, compact, parse, quote};
use rulepad_document::{Lang, Role};

/// What becomes of a template: its text, or why there is none.
#[derive(Debug, PartialEq)]
enum Fate {
    Delivered(String),
    NotDelivered,
    Refused(String),
}

/// Walks the template character by character.
fn fate(template: &str, values: &[(&str, Option<&Node>)]) -> Fate {
    let json = template.trim_start().starts_with('{');
    let chars: Vec<char> = template.chars().collect();
    let (mut out, mut quoted, mut at, mut unknown) = (String::new(), false, 0, None);
    while at < chars.len() {
        match chars[at] {
            '\\' if quoted => {
                out.extend(&chars[at..(at + 2).min(chars.len())]);
                at += 2;
                continue;
            }
            '"' => quoted = !quoted,
            '<' => {
                let stop = (at + 1..chars.len()).find(|stop| "<>\"\n\r".contains(chars[*stop]));
                if let Some(stop) = stop.filter(|stop| chars[*stop] == '>' && *stop > at + 1) {
                    let name: String = chars[at + 1..stop].iter().collect();
                    match values.iter().find(|(own, _)| *own == name) {
                        Some((_, value)) => out.push_str(&emitted(*value, quoted, json)),
                        None => unknown = unknown.or(Some(name)),
                    }
                    at = stop + 1;
                    continue;
                }
            }
            _ => {}
        }
        out.push(chars[at]);
        at += 1;
    }
    if let Some(name) = unknown {
        return Fate::Refused(format!("InputTemplate for target t contains invalid placeholder {name}."));
    }
    if json && !is_json(&out) {
        return Fate::NotDelivered;
    }
    Fate::Delivered(out)
}

fn emitted(value: Option<&Node>, quoted: bool, json: bool) -> String {
    let Some(value) = value else {
        return if quoted { String::new() } else { "\"\"".to_owned() };
    };
    match &value.value {
        Value::String(text) if quoted => text.clone(),
        Value::String(text) => quote(text),
        Value::Array(_) | Value::Object(_) if quoted && !json => compact(value).replace('"', ""),
        _ => compact(value),
    }
}

fn is_json(text: &str) -> bool {
    parse(text, Role::Event).single().is_some()
}

fn rendered(template: &str, paths: &str, event: &Node) -> Option<Fate> {
    let input = Input::Transformer { paths: paths.to_owned(), template: template.to_owned() };
    match render(&input, event, &Surroundings::default(), 0, "t").worded(Lang::En).outcome {
        Outcome::Delivered(payload) => Some(Fate::Delivered(payload.text)),
        Outcome::NotDelivered { .. } => Some(Fate::NotDelivered),
        Outcome::Refused { message } => Some(Fate::Refused(message)),
        Outcome::Unknown { .. } => None,
    }
}

const EVENT: &str = r#"{"s": "plain", "q": "a \"b\" \\ \n c", "n": 1.50, "t": true, "z": null, "e": "",
    "o": {"k": "v", "l": [1, "x"]}, "a": ["A", "B"], "ns": [1, 2], "eo": {}, "ea": [], "u": "é😀"}"#;
const NAMES: [&str; 13] = ["s", "q", "n", "t", "z", "e", "o", "a", "ns", "eo", "ea", "u", "none"];

fn part() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::sample::select(NAMES.to_vec()).prop_map(|name| format!("<{name}>")),
        1 => Just("<other>".to_owned()),
        1 => Just("<>".to_owned()),
        1 => Just(" < ".to_owned()),
        1 => Just(" > ".to_owned()),
        2 => Just("\\\"".to_owned()),
        1 => Just("\\\\".to_owned()),
        1 => Just("\\n".to_owned()),
        3 => Just(" word é".to_owned()),
        1 => Just(": , {}[]".to_owned()),
    ]
}

/// What stands between two quotes.
fn inner() -> impl Strategy<Value = String> {
    prop::collection::vec(part(), 0..6).prop_map(|parts| parts.concat())
}

fn object() -> impl Strategy<Value = String> {
    let value = prop_oneof![
        inner().prop_map(|inner| format!("\"{inner}\"")),
        prop::sample::select(NAMES.to_vec()).prop_map(|name| format!("<{name}>")),
        prop::sample::select(NAMES.to_vec()).prop_map(|name| format!("[<{name}>, {{\"x\": <{name}>}}]")),
        Just("1.50".to_owned()),
    ];
    let blank = prop::sample::select(vec!["", " ", "\n\t", "\r\n"]);
    (blank, prop::collection::vec(value, 0..5)).prop_map(|(blank, values)| {
        let members: Vec<String> =
            values.iter().enumerate().map(|(at, value)| format!("\"k{at}\": {value}")).collect();
        format!("{blank}{{{}}}{blank}", members.join(", "))
    })
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(inner().prop_map(|inner| format!("\"{inner}\"")), 1..4)
        .prop_map(|lines| lines.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn the_renderer_does_what_the_plain_algorithm_does(template in prop_oneof![object(), text()]) {
        let event = parse(EVENT, Role::Event).root.unwrap();
        let values: Vec<(&str, Option<&Node>)> = NAMES.map(|name| (name, event.get(name))).into();
        let paths: Vec<String> = NAMES.map(|name| format!("\"{name}\": \"$.{name}\"")).into();
        let found = rendered(&template, &format!("{{{}}}", paths.join(",")), &event);
        if let Some(found) = found {
            prop_assert_eq!(found, fate(&template, &values), "{}", template);
        }
    }
}
