//! The complexity of patterns: values that AWS's engine was seen to give, and the refusal.

use rulepad_pattern::complexity::{Complexity, Count, complexity};
use rulepad_pattern::parse;

fn of(pattern: &str) -> Complexity {
    complexity(&parse(pattern).pattern)
}

fn alone(wildcard: &str) -> Count {
    of(&format!(r#"{{"detail": {{"x": [{{"wildcard": "{wildcard}"}}]}}}}"#)).value
}

#[test]
fn one_wildcard() {
    for (wildcard, value) in [
        ("*", 2),
        ("a*", 2),
        ("*a*", 3),
        ("*:*", 3),
        ("*:*:*", 5),
        ("*:*:*:*", 7),
        ("*:*:*:*:*", 9),
        ("*ab", 2),
        ("*ab*ab", 4),
        ("*ab*ab*ab", 6),
        ("/Users/*/dir/dir/dir/dir/dir/doc.txt", 7),
        ("*.png", 2),
        ("dir/*/x*.csv", 3),
        ("arn:aws:events:*:*:event-bus/*", 5),
        ("*:*:*:*:*:event-bus/*", 11),
        ("no star at all", 1),
        ("", 1),
        ("*é*", 3),
    ] {
        assert_eq!(alone(wildcard), Count::Exact(value), "{wildcard}");
    }
}

#[test]
fn wildcards_of_one_field_add_up() {
    let stacks = |count: usize| {
        let wildcards: Vec<String> =
            (1..=count).map(|at| format!(r#"{{"wildcard": "*:stack/{at}/*"}}"#)).collect();
        of(&format!(r#"{{"detail": {{"x": [{}]}}}}"#, wildcards.join(", ")))
    };
    assert_eq!(stacks(3).value, Count::Exact(9));
    assert_eq!(stacks(4).value, Count::Exact(12));
    let twenty = stacks(20);
    assert_eq!(twenty.value, Count::Exact(60));
    assert_eq!(twenty.wildcards.len(), 20);
    assert_eq!(twenty.wildcards.last().map(|cost| cost.value), Some(Count::Exact(3)));
}

#[test]
fn the_costliest_field_counts() {
    let pattern = r#"{"a": [{"wildcard": "*:*"}], "b": ["x", {"wildcard": "*"}, {"anything-but": {"wildcard": ["*.a", "*.b"]}}]}"#;
    let found = of(pattern);
    assert_eq!(found.field, "b");
    assert_eq!(found.value, Count::Exact(5));
    assert_eq!(found.limit, 10);
    let spans: Vec<(&str, usize)> =
        found.wildcards.iter().map(|cost| (cost.span.of(pattern), cost.value.least())).collect();
    assert_eq!(
        spans,
        [
            (r#"{"wildcard": "*:*"}"#, 3),
            (r#"{"wildcard": "*"}"#, 2),
            (r#"{"anything-but": {"wildcard": ["*.a", "*.b"]}}"#, 4),
        ]
    );
    let costliest = found.costliest.unwrap();
    assert_eq!(costliest.span.of(pattern), r#"{"anything-but": {"wildcard": ["*.a", "*.b"]}}"#);
}

#[test]
fn branches_add_up_where_they_follow_the_same_matches() {
    let branches = |first: &str, second: &str| {
        let wildcards = r#"{"wildcard": "*:*:*:*"}"#;
        let others = r#"{"wildcard": "*;*;*;*"}"#;
        of(&format!(
            r#"{{"$or": [{{"a": [{first}], "b": [{wildcards}]}}, {{"a": [{second}], "b": [{others}]}}]}}"#
        ))
        .value
    };
    // Four stars each; the value ends in one of the two characters.
    assert_eq!(branches("1", "1.0"), Count::Exact(11));
    assert_eq!(branches("1", "2"), Count::Exact(7));
}

#[test]
fn no_wildcard_costs_nothing() {
    let found = of(r#"{"a": ["x", {"prefix": "y"}, {"suffix": "z"}, {"anything-but": {"prefix": "p"}}]}"#);
    assert_eq!((found.value, found.costliest, found.wildcards), (Count::Exact(0), None, Vec::new()));
}

#[test]
fn the_refusal_is_awss() {
    let text = r#"{"resources": [{"wildcard": "*:*:*:*:*:event-bus/*"}]}"#;
    let parsed = parse(text);
    assert!(parsed.valid().is_none());
    assert_eq!(
        parsed.aws_error(text).as_deref(),
        Some(
            "Event pattern is not valid. Reason: Rule is too complex - try using fewer wildcard characters or \
             fewer repeating character sequences after a wildcard character"
        )
    );
    let [found] = parsed.diagnostics.as_slice() else { panic!("{:?}", parsed.diagnostics) };
    assert_eq!(found.code, "pattern.complexity");
    assert_eq!(found.span().of(text), r#"{"wildcard": "*:*:*:*:*:event-bus/*"}"#);
    assert!(found.first_fix().is_none());
}

#[test]
fn another_mistake_comes_first() {
    let parsed = parse(r#"{"resources": [{"wildcard": "*:*:*:*:*:event-bus/*"}], "source": "aws.s3"}"#);
    let codes: Vec<&str> = parsed.diagnostics.iter().map(|found| found.code.as_ref()).collect();
    assert_eq!(codes, ["pattern.bare-value"]);
}

#[test]
fn a_star_at_an_end_is_a_prefix_or_a_suffix() {
    let wildcards: Vec<String> =
        ('a'..='k').map(|c| format!(r#"{{"wildcard": "{c}\\**"}}, {{"wildcard": "*{c}"}}"#)).collect();
    let text = format!(
        r#"{{"x": [{}, {{"anything-but": {{"wildcard": ["*y", "*z"]}}}}, {{"wildcard": "a*b"}}]}}"#,
        wildcards.join(", ")
    );
    let parsed = parse(&text);
    let fix = parsed.diagnostics[0].first_fix().unwrap();
    let fixed = rulepad_document::diagnostic::apply(&text, &fix.edits);
    assert!(fixed.contains(r#"{"prefix": "a*"}, {"suffix": "a"}, {"prefix": "b*"}"#), "{fixed}");
    assert!(fixed.ends_with(r#"{"anything-but": {"suffix": ["y", "z"]}}, {"wildcard": "a*b"}]}"#), "{fixed}");
    assert!(parse(&fixed).valid().is_some());
}

#[test]
fn the_worst_texts_are_answered_at_once() {
    let long = |unit: &str| format!(r#"{{"x": [{{"wildcard": "{}"}}]}}"#, unit.repeat(4000 / unit.len()));
    let many: Vec<String> = (0..150).map(|at| format!(r#"{{"wildcard": "a{at}*a*"}}"#)).collect();
    let many = format!(r#"{{"x": [{}]}}"#, many.join(","));
    let started = std::time::Instant::now();
    for text in [long("*a"), long("a"), long("*ab*abab"), many] {
        assert!(of(&text).value.least() > 0);
    }
    // Generous: a debug build on a busy machine.
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}
