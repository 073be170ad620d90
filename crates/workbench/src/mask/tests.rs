//! Masking whole drafts.

use super::*;
use crate::{Dialect, Target, examples};

fn draft(pattern: &str, event: &str) -> Draft {
    Draft { pattern: pattern.into(), event: event.into(), ..Draft::default() }
}

fn event(text: &str) -> (String, String) {
    ("of 123456789012".into(), text.into())
}

fn pairs(masked: &Masked) -> Vec<(&str, &str)> {
    masked.replaced.iter().map(|one| (&*one.from, &*one.to)).collect()
}

fn kept(masked: &Masked) -> Vec<&str> {
    masked.kept.iter().map(|kept| &*kept.value).collect()
}

#[test]
fn one_value_has_one_replacement_in_all_texts() {
    let mut draft = draft(
        r#"{"account": ["123456789012"], "resources": ["arn:aws:s3:::my-bucket"], "detail": {"by": ["jane@corp.io"]}}"#,
        r#"{"account": "123456789012", "resources": ["arn:aws:s3:::my-bucket"], "detail": {"by": "jane\u0040corp.io",
           "ip": "52.10.20.30", "v6": "2600:1f14:1:2::9", "bucket": "my-bucket", "accountId": 123456789012}}"#,
    );
    draft.rule.role_arn = "arn:aws:iam::123456789012:role/admin".into();
    draft.targets = vec![Target {
        id: "queue".into(),
        arn: "arn:aws:sqs:eu-west-1:210987654321:orders-queue".into(),
        ..Target::default()
    }];
    let masked = mask(&draft, &[event("{\"account\": \"123456789012\"}")], Lang::En);
    assert_eq!(masked.stored.verdict, Verdict::Match);
    assert_eq!(
        pairs(&masked),
        [
            ("123456789012", "111122223333"),
            ("210987654321", "444455556666"),
            ("admin", "name-1"),
            ("my-bucket", "name-2"),
            ("orders-queue", "name-3"),
            ("jane@corp.io", "user1@example.com"),
            ("2600:1f14:1:2::9", "2001:db8::1"),
            ("52.10.20.30", "192.0.2.30"),
        ]
    );
    assert_eq!(masked.replaced.iter().map(|one| one.count).collect::<Vec<_>>(), [6, 1, 1, 3, 1, 2, 1, 1]);
    assert_eq!(masked.kept, []);
    assert_eq!(
        masked.draft.pattern,
        r#"{"account": ["111122223333"], "resources": ["arn:aws:s3:::name-2"], "detail": {"by": ["user1@example.com"]}}"#
    );
    assert!(masked.draft.event.contains(r#""accountId": 111122223333"#), "{}", masked.draft.event);
    assert_eq!(masked.draft.rule.role_arn, "arn:aws:iam::111122223333:role/name-1");
    assert_eq!(masked.draft.targets[0].arn, "arn:aws:sqs:eu-west-1:444455556666:name-3");
    assert_eq!(masked.events, [("of 111122223333".into(), "{\"account\": \"111122223333\"}".into())]);
    assert!(masked.stored.answer.starts_with("Matches"), "{}", masked.stored.answer);
}

#[test]
fn what_a_condition_depends_on_is_kept_and_listed() {
    let prefix = draft(
        r#"{"account": [{"prefix": "1234"}], "detail": {"by": ["jane@corp.io"]}}"#,
        r#"{"account": "123456789012", "detail": {"by": "jane@corp.io"}}"#,
    );
    let masked = mask(&prefix, &[], Lang::En);
    assert_eq!((masked.stored.verdict, kept(&masked)), (Verdict::Match, vec!["123456789012"]));
    assert_eq!(pairs(&masked), [("jane@corp.io", "user1@example.com")]);
    // Where nothing depends on it, it is masked.
    let other = draft(r#"{"account": [{"prefix": "9"}]}"#, r#"{"account": "123456789012"}"#);
    let masked = mask(&other, &[], Lang::En);
    assert_eq!((masked.stored.verdict, kept(&masked)), (Verdict::NoMatch, vec![]));
    // Another loaded event counts as well.
    let masked = mask(
        &draft(r#"{"a": [{"suffix": "@corp.io"}]}"#, r#"{"a": 1}"#),
        &[event(r#"{"a": "x@corp.io"}"#)],
        Lang::En,
    );
    assert_eq!((masked.stored.verdict, kept(&masked)), (Verdict::NoMatch, vec!["x@corp.io"]));
}

#[test]
fn a_network_holds_the_same_addresses() {
    let inside = draft(r#"{"ip": [{"cidr": "10.0.7.0/24"}]}"#, r#"{"ip": "10.0.7.5"}"#);
    let masked = mask(&inside, &[event(r#"{"ip": "10.0.8.5"}"#)], Lang::En);
    assert_eq!(masked.draft.pattern, r#"{"ip": [{"cidr": "192.0.2.0/24"}]}"#);
    assert_eq!(
        (&*masked.draft.event, &*masked.events[0].1),
        (r#"{"ip": "192.0.2.5"}"#, r#"{"ip": "198.51.100.5"}"#)
    );
    assert_eq!((masked.stored.verdict, masked.kept.len()), (Verdict::Match, 0));
    let wide = draft(r#"{"ip": [{"cidr": "10.0.0.0/8"}]}"#, r#"{"ip": "10.200.7.5"}"#);
    let masked = mask(&wide, &[], Lang::En);
    assert_eq!((masked.stored.verdict, masked.kept.len()), (Verdict::Match, 2));
    let wide = draft(r#"{"ip": [{"cidr": "2600:1f14::/32"}]}"#, r#"{"ip": "2600:1f14::5"}"#);
    assert_eq!(
        (mask(&wide, &[], Lang::En).stored.verdict, mask(&wide, &[], Lang::En).kept.len()),
        (Verdict::Match, 0)
    );
}

#[test]
fn broken_texts_are_masked_too() {
    let masked = mask(&draft("{'account': ['123456789012'", r#"{"a": "jane@corp.io"#), &[], Lang::En);
    assert_eq!(masked.stored.verdict, Verdict::PatternError);
    assert_eq!(
        (&*masked.draft.pattern, &*masked.draft.event),
        ("{'account': ['111122223333'", r#"{"a": "user1@example.com"#)
    );
}

#[test]
fn what_is_masked_is_not_masked_again() {
    for example in examples() {
        let once = mask(&example.draft, &[], Lang::En);
        let twice = mask(&once.draft, &[], Lang::En);
        let found = |sensitive: Sensitive| twice.replaced.iter().any(|one| one.kind == sensitive);
        assert!(!found(Sensitive::AccountId) && !found(Sensitive::Email) && !found(Sensitive::IpAddress));
        assert_eq!(once.stored.verdict, evaluate(&example.draft, Lang::En).verdict, "{}", example.id);
    }
}

#[test]
fn a_replacement_is_no_value_that_is_there() {
    let both = draft(
        r#"{"a": ["210987654321"], "b": ["111122223333"]}"#,
        r#"{"a": "210987654321", "b": "111122223333", "m": ["user1@example.com", "jane@corp.io"]}"#,
    );
    let masked = mask(&both, &[], Lang::En);
    assert_eq!(pairs(&masked), [("210987654321", "444455556666"), ("jane@corp.io", "user2@example.com")]);
}

#[test]
fn every_dialect_keeps_its_verdict() {
    for dialect in Dialect::ALL {
        let draft = Draft {
            dialect,
            ..draft(
                r#"{"detail": {"account": ["123456789012"]}}"#,
                r#"{"detail": {"account": "123456789012"}, "body": "{\"account\": \"123456789012\"}"}"#,
            )
        };
        assert_eq!(mask(&draft, &[], Lang::En).stored.verdict, evaluate(&draft, Lang::En).verdict);
    }
}
