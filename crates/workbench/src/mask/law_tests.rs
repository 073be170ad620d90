//! Laws of masking over generated drafts.

use super::*;
use crate::Target;
use proptest::prelude::*;
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;

/// Values that are to be masked, each a kind.
fn values() -> impl Strategy<Value = Vec<(Sensitive, String)>> {
    let account = "[0-9]{12}".prop_map(|id| (Sensitive::AccountId, id));
    let email =
        "[a-z]{1,6}(\\.[a-z]{1,4})?@[a-z]{2,6}\\.(com|io|co\\.uk)".prop_map(|mail| (Sensitive::Email, mail));
    let four = any::<[u8; 4]>()
        .prop_map(|[a, b, c, d]| (Sensitive::IpAddress, format!("{}.{b}.{}.{d}", a % 8 + 50, c % 4)));
    let six = any::<[u16; 3]>().prop_map(|[a, b, c]| {
        let address = std::net::Ipv6Addr::new(0x2600, a % 4, b % 4, 0, 0, 0, 0, c);
        (Sensitive::IpAddress, address.to_string())
    });
    prop::collection::vec(prop_oneof![3 => account, 2 => email, 3 => four, 1 => six], 1..7)
}

/// How a value is in a string of a text.
fn shown((kind, value): &(Sensitive, String), way: u8) -> String {
    match (kind, way % 4) {
        (Sensitive::AccountId, 0) => format!("arn:aws:sqs:eu-west-1:{value}:orders-queue"),
        (Sensitive::AccountId, 1) => format!("arn:aws:iam::{value}:role/Admin"),
        (_, 2) => format!("{{\"inner\": \"{value}\"}}"),
        (_, 3) => format!("by {value}, at once"),
        _ => value.clone(),
    }
}

/// A condition on a value, exact or not.
fn condition((kind, value): &(Sensitive, String), shown: &str, way: u8) -> Json {
    let part = |length: usize| shown.chars().take(length).collect::<String>();
    match (kind, way % 8) {
        (Sensitive::IpAddress, 0) if shown == value => {
            let length = if value.contains(':') { 64 } else { 24 };
            json!({ "cidr": format!("{value}/{length}") })
        }
        (_, 1) => json!({ "prefix": part(4) }),
        (_, 2) => json!({ "suffix": shown.chars().skip(shown.chars().count() / 2).collect::<String>() }),
        (_, 3) => json!({ "wildcard": format!("*{}*", part(3)) }),
        (_, 4) => json!({ "anything-but": [shown] }),
        (_, 5) => json!({ "equals-ignore-case": shown.to_uppercase() }),
        _ => json!(shown),
    }
}

/// A draft with these values; `ways` decide how they are written and asked for.
fn drafted(values: &[(Sensitive, String)], ways: &[(u8, u8, bool)], escaped: bool) -> Draft {
    let mut detail = Map::new();
    let mut asked = Map::new();
    for (at, (value, (way, test, is_other))) in values.iter().zip(ways).enumerate() {
        let text = shown(value, *way);
        // A condition on another value: the pattern may not match.
        let other = values.iter().cycle().nth(at + usize::from(*is_other)).unwrap_or(value);
        let wanted = if *is_other { shown(other, *way) } else { text.clone() };
        detail.insert(format!("f{at}"), Json::from(text));
        if way % 3 != 0 {
            asked.insert(format!("f{at}"), json!([condition(other, &wanted, *test)]));
        }
    }
    let event = json!({ "source": "aws.ec2", "detail": detail }).to_string();
    let pattern =
        if asked.is_empty() { json!({ "source": ["aws.ec2"] }) } else { json!({ "detail": asked }) };
    let target = values.first().map(|(_, value)| format!("arn:aws:sns:eu-west-1:123456789012:{value}"));
    Draft {
        event: if escaped { event.replace('@', "\\u0040") } else { event },
        pattern: pattern.to_string(),
        targets: vec![Target { arn: target.unwrap_or_default(), ..Target::default() }],
        ..Draft::default()
    }
}

/// Every string of a text.
fn strings(text: &str) -> Vec<String> {
    fn each(value: &Json, out: &mut Vec<String>) {
        match value {
            Json::String(text) => out.push(text.clone()),
            Json::Array(list) => list.iter().for_each(|member| each(member, out)),
            Json::Object(list) => list.values().for_each(|member| each(member, out)),
            _ => {}
        }
    }
    let mut out = Vec::new();
    each(&serde_json::from_str(text).unwrap(), &mut out);
    out
}

/// Whether a value is in a text, not as a part of a longer one.
fn holds(text: &str, value: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '.' | ':' | '@' | '-');
    text.match_indices(value).any(|(at, _)| {
        let (before, rest) = text.split_at(at);
        let after = rest.strip_prefix(value).unwrap_or_default();
        !before.ends_with(is_part) && !after.trim_end_matches('.').starts_with(is_part)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, rng_algorithm: prop::test_runner::RngAlgorithm::ChaCha, ..ProptestConfig::default() })]

    #[test]
    fn masked_texts_are_whole_and_the_verdict_stays(
        values in values(),
        ways in prop::collection::vec(any::<(u8, u8, bool)>(), 7),
        escaped in any::<bool>(),
    ) {
        let draft = drafted(&values, &ways, escaped);
        let before = evaluate(&draft, Lang::En).verdict;
        let masked = mask(&draft, &[], Lang::En);

        prop_assert_eq!(masked.stored.verdict, before);
        prop_assert_eq!(evaluate(&masked.draft, Lang::En).verdict, before);

        // What is left of the values is listed.
        let kept: Vec<&str> = masked.kept.iter().map(|kept| &*kept.value).collect();
        let texts: Vec<String> = [&masked.draft.event, &masked.draft.pattern]
            .into_iter()
            .flat_map(|text| strings(text))
            .chain([masked.draft.targets[0].arn.clone()])
            .collect();
        for (_, value) in values.iter().filter(|(_, value)| !kept.contains(&&**value)) {
            for text in &texts {
                prop_assert!(!holds(text, value), "{} in {} of {:?}", value, text, masked);
            }
        }

        // One value, one replacement, and no two values the same one.
        let mut to = BTreeMap::new();
        for one in &masked.replaced {
            prop_assert!(one.count > 0 && one.from != one.to);
            prop_assert!(to.insert(one.to.clone(), one.from.clone()).is_none(), "{} twice", one.to);
            prop_assert!(one.kind != Sensitive::AccountId || one.to.len() == 12);
        }
        prop_assert_eq!(mask(&draft, &[], Lang::En), masked);
    }
}
