//! The faults of AWS's engine: each row is told, the verdict is the intended one, and neighbours are quiet.

#![expect(clippy::unwrap_used, reason = "tests")]

use rulepad_document::json;
use rulepad_document::{Role, diagnostic::apply};
use rulepad_pattern::{Diagnostic, Event, Message, caveats, matches, parse};
use std::path::Path;

fn event(text: &str) -> Event {
    Event::new(json::parse(text, Role::Event).valid().unwrap()).unwrap()
}

/// The caveats of a pattern alone.
fn of(pattern: &str) -> Vec<Diagnostic> {
    caveats(parse(pattern).valid().unwrap(), None)
}

/// The caveats of a pattern and an event.
fn met(pattern: &str, text: &str) -> Vec<Diagnostic> {
    caveats(parse(pattern).valid().unwrap(), Some(&event(text)))
}

fn verdict(pattern: &str, text: &str) -> Option<bool> {
    matches(parse(pattern).valid().unwrap(), &event(text))
}

/// Code and underlined text.
fn told<'t>(found: &'t [Diagnostic], pattern: &'t str) -> Vec<(&'t str, &'t str)> {
    found.iter().map(|found| (found.code.as_ref(), found.span().of(pattern))).collect()
}

#[test]
fn what_the_pattern_alone_decides() {
    for (pattern, text, matches, code, underlined) in [
        (r#"{"$or":[{"x":["a"]},{"x":["a","b"]}]}"#, r#"{"x":"b"}"#, true, "or-duplicate", r#""b""#),
        (
            r#"{"$or":[{"x":["a"],"y":["c"]},{"x":["a"],"y":["c","d"]}]}"#,
            r#"{"x":"a","y":"d"}"#,
            true,
            "or-duplicate",
            r#""d""#,
        ),
        (
            r#"{"$or":[{"x":["a"],"y":["c"]},{"x":["b","a"],"y":["d","c"]}]}"#,
            r#"{"x":"b","y":"d"}"#,
            true,
            "or-duplicate",
            r#""b""#,
        ),
        (
            r#"{"s":[1],"$or":[{"x":["a"]},{"x":["a","b"]}]}"#,
            r#"{"s":1,"x":"b"}"#,
            true,
            "or-duplicate",
            r#""b""#,
        ),
        (
            r#"{"a":[{"wildcard":"*a"},{"equals-ignore-case":"b"}]}"#,
            r#"{"a":"q"}"#,
            false,
            "wildcard-mix-up",
            r#"{"equals-ignore-case":"b"}"#,
        ),
        (
            r#"{"a":[{"anything-but":{"wildcard":"*a*"}},{"equals-ignore-case":"b"}]}"#,
            r#"{"a":"a"}"#,
            false,
            "wildcard-mix-up",
            r#"{"equals-ignore-case":"b"}"#,
        ),
        (
            r#"{"a":[{"wildcard":"*q"},{"anything-but":{"equals-ignore-case":"b"}}]}"#,
            r#"{"a":"x"}"#,
            true,
            "wildcard-mix-up",
            r#"{"anything-but":{"equals-ignore-case":"b"}}"#,
        ),
        (
            r#"{"a":[{"anything-but":{"wildcard":"*"}},{"equals-ignore-case":"é"}]}"#,
            r#"{"a":"x"}"#,
            false,
            "wildcard-mix-up",
            r#"{"equals-ignore-case":"é"}"#,
        ),
        (
            r#"{"a":[{"wildcard":"*q"},{"suffix":"é"}]}"#,
            r#"{"a":"éa"}"#,
            false,
            "wildcard-mix-up",
            r#"{"suffix":"é"}"#,
        ),
        (r#"{"a":["x",{"numeric":["<",10]},"y"]}"#, r#"{"a":"x"}"#, true, "range-over-zero", r#""x""#),
        (
            r#"{"a":[{"numeric":["<=",-1.7976931348623157E308]}]}"#,
            r#"{"a":0}"#,
            false,
            "range-at-limit",
            r#"{"numeric":["<=",-1.7976931348623157E308]}"#,
        ),
        (r#"{"a":[{"prefix":"a\""}]}"#, r#"{"a":"a"}"#, false, "quote", r#"{"prefix":"a\""}"#),
        (r#"{"a":[{"suffix":"\"a"}]}"#, r#"{"a":"a"}"#, false, "quote", r#"{"suffix":"\"a"}"#),
        (
            r#"{"a":[{"equals-ignore-case":"😀"}]}"#,
            r#"{"a":"😀"}"#,
            true,
            "ignore-case-character",
            r#"{"equals-ignore-case":"😀"}"#,
        ),
        (
            r#"{"a":[{"equals-ignore-case":"😀"}]}"#,
            r#"{"a":"??"}"#,
            false,
            "ignore-case-character",
            r#"{"equals-ignore-case":"😀"}"#,
        ),
        (r#"{"":{"b":[1]}}"#, r#"{"":{"b":1}}"#, true, "empty-name", r#""""#),
        (r#"{"a":{"":[1]}}"#, r#"{"a":{"":1}}"#, true, "empty-name", r#""""#),
    ] {
        let code = format!("caveat.{code}");
        assert_eq!(told(&of(pattern), pattern), [(code.as_str(), underlined)], "{pattern}");
        assert_eq!(verdict(pattern, text), Some(matches), "{pattern} {text}");
    }
}

#[test]
fn what_needs_a_rare_value() {
    for (pattern, text, matches, code, underlined, value) in [
        (
            r#"{"a":[{"cidr":"10.0.0.0/8"},12345678]}"#,
            r#"{"a":"18.52.86.120"}"#,
            false,
            "address-digits",
            "12345678",
            r#""18.52.86.120""#,
        ),
        (
            r#"{"a":[{"cidr":"10.0.0.0/8"}]}"#,
            r#"{"a":"a12::1"}"#,
            false,
            "address-digits",
            r#"{"cidr":"10.0.0.0/8"}"#,
            r#""a12::1""#,
        ),
        (
            r#"{"a":[{"cidr":"2000::/3"}]}"#,
            r#"{"a":"33.0.0.0"}"#,
            false,
            "address-digits",
            r#"{"cidr":"2000::/3"}"#,
            r#""33.0.0.0""#,
        ),
        (
            r#"{"a":["10.0.0.1"]}"#,
            r#"{"a":"a00:1:2::"}"#,
            false,
            "address-digits",
            r#""10.0.0.1""#,
            r#""a00:1:2::""#,
        ),
        (
            r#"{"a":[{"cidr":"0.0.0.0/0"}]}"#,
            r#"{"a":[5]}"#,
            false,
            "address-digits",
            r#"{"cidr":"0.0.0.0/0"}"#,
            "5",
        ),
        (r#"{"a":["16.0.0.1"]}"#, r#"{"a":10000001}"#, false, "address-digits", r#""16.0.0.1""#, "10000001"),
        (
            r#"{"d":{"c":["p"],"x":["q"]}}"#,
            r#"{"d":[{"x":1,"c":"p"}],"d.x":"q"}"#,
            true,
            "field-twice",
            r#"["q"]"#,
            r#""q""#,
        ),
        (
            r#"{"a":[{"suffix":""},{"numeric":["=",5]}]}"#,
            r#"{"a":1.0000000000000075}"#,
            false,
            "suffix-number",
            r#"{"suffix":""}"#,
            "1.0000000000000075",
        ),
    ] {
        let code = format!("caveat.{code}");
        assert_eq!(told(&of(pattern), pattern), [], "without the event: {pattern}");
        let found = met(pattern, text);
        assert_eq!(told(&found, pattern), [(code.as_str(), underlined)], "{pattern} {text}");
        let label = found[0].labels.iter().find(|label| label.role == Role::Event).unwrap();
        assert_eq!(label.span.of(text), value, "{pattern} {text}");
        assert_eq!(verdict(pattern, text), Some(matches), "{pattern} {text}");
    }
}

#[test]
fn neighbours_are_quiet() {
    for pattern in [
        r#"{"source":["aws.s3"],"detail":{"n":[{"numeric":[">",0]}],"k":[{"prefix":"a"},{"suffix":"b"}]}}"#,
        r#"{"$or":[{"x":["a"]},{"x":["b"]}]}"#,
        r#"{"$or":[{"x":["a","b"]},{"x":["a"]}]}"#,
        r#"{"$or":[{"x":["a"],"y":["c"]},{"x":["a"],"y":["d"]}]}"#,
        r#"{"$or":[{"x":["a"]},{"x":["a","b"],"y":["c"]}]}"#,
        r#"{"a":{"$or":[{"x":[1]},{"x":[2]}]},"b":{"$or":[{"y":[1]},{"y":[2]}]}}"#,
        r#"{"a":[{"wildcard":"*a"},"b",{"prefix":"c"},{"suffix":"d"}]}"#,
        r#"{"a":[{"wildcard":"x*"},{"equals-ignore-case":"b"}]}"#,
        r#"{"a":[{"wildcard":"b*"},{"equals-ignore-case":"bc"}]}"#,
        r#"{"a":[{"wildcard":"*a"}],"b":[{"equals-ignore-case":"b"}]}"#,
        r#"{"a":[{"wildcard":"no star"},{"equals-ignore-case":"b"}]}"#,
        r#"{"a":["x","y",{"numeric":["<",10]}]}"#,
        r#"{"a":[{"numeric":["<",10]},"x","y"]}"#,
        r#"{"a":[{"numeric":["<",10]},"x"],"$or":[{"b":[1]},{"b":[2]}]}"#,
        r#"{"a":["x",{"numeric":[">",0]},"y"]}"#,
        r#"{"a":["x",{"numeric":["=",0]},"y"]}"#,
        r#"{"a":["10.0.0.1",{"numeric":["<",10]},"10.0.0.2"]}"#,
        r#"{"a":[{"numeric":["<",1.7976931348623157E308]}]}"#,
        r#"{"a":[{"prefix":"\"a"},{"suffix":"a\""},{"prefix":""},{"suffix":""}]}"#,
        r#"{"a":["a\"",{"wildcard":"a\"*"},{"equals-ignore-case":"a\""}]}"#,
        r#"{"a":[{"equals-ignore-case":"straße"},"😀",{"prefix":"😀"}]}"#,
        r#"{"a":{".":[1],"b.":[2]}}"#,
        r#"{"a":{"b":[1]},"a.b":[2]}"#,
    ] {
        assert_eq!(told(&of(pattern), pattern), [], "{pattern}");
    }
    for (pattern, text) in [
        (r#"{"a":[{"cidr":"10.0.0.0/8"}]}"#, r#"{"a":["11.0.0.1","b12::1",5,"x",null]}"#),
        (r#"{"a":[{"cidr":"10.0.0.0/8"}]}"#, r#"{"a":"10.0.0.1"}"#),
        (r#"{"a":["10.0.0.1"]}"#, r#"{"a":"::ffff:a00:1"}"#),
        (r#"{"a":[{"cidr":"0.0.0.0/0"},{"numeric":[">",9]}]}"#, r#"{"a":5}"#),
        (r#"{"a":[12345678]}"#, r#"{"a":"18.52.86.120"}"#),
        (r#"{"d":{"c":["p"],"x":["q"]}}"#, r#"{"d":[{"x":1,"c":"p"},{"x":"q","c":"p"}]}"#),
        (r#"{"d":{"c":["p"],"x":["q"]}}"#, r#"{"d":{"x":1,"c":"p"},"d.x":"q"}"#),
        (r#"{"d":{"c":["p"],"x":["q"]}}"#, r#"{"d":[{"x":"q","c":"p"}],"d.x":"q"}"#),
        (r#"{"d":{"c":["p"]},"x":["q"]}"#, r#"{"d":{"c":"p"},"x":[["q"]],"x":"q"}"#),
        (r#"{"a":[{"cidr":"0.0.0.0/0"}]}"#, r#"{"a":[5,"10.0.0.1"]}"#),
        (r#"{"a":[{"suffix":""}]}"#, r#"{"a":1.0000000000000075}"#),
        (r#"{"a":[{"suffix":""},{"numeric":["=",5]}]}"#, r#"{"a":1.5}"#),
    ] {
        assert_eq!(told(&met(pattern, text), pattern), [], "{pattern} {text}");
    }
}

#[test]
fn a_fix_takes_its_caveat_away_and_keeps_the_meaning() {
    let values = [
        r#""a""#,
        r#""b""#,
        r#""c""#,
        r#""d""#,
        r#""x""#,
        r#""y""#,
        r#""a\"""#,
        r#""\"a""#,
        r#""a\"b""#,
        r#""é""#,
        r#""aé""#,
        r#""éa""#,
        r#""xq""#,
        r#""😀""#,
        r#""??""#,
        "-20",
        "0",
        "5",
        "20",
        "-1.7976931348623157E308",
        "null",
    ];
    for (pattern, fixed) in [
        (r#"{"$or":[{"x":["a"]},{"x":["a","b"]}]}"#, r#"{"$or":[{"x":["a"]},{"x":["b"]}]}"#),
        (
            r#"{"$or":[{"x":["a", "b"],"y":["c"]},{"y":["c", "d", "e"],"x":["b"]}]}"#,
            r#"{"$or":[{"x":["a", "b"],"y":["c"]},{"y":["d", "e"],"x":["b"]}]}"#,
        ),
        (r#"{"x":["a",{"numeric":["<",10]},"b", "c"]}"#, r#"{"x":[{"numeric":["<",10]}, "a","b", "c"]}"#),
        (
            r#"{"x":["a",{"numeric":["<",10]},{"exactly":"b"}, null]}"#,
            r#"{"x":[{"numeric":["<",10]}, "a",{"exactly":"b"}, null]}"#,
        ),
        (
            r#"{"x":["a", {"numeric":["<",10]}],"$or":[{"y":["c"]},{"y":["d"]}]}"#,
            r#"{"x":[{"numeric":["<",10]}, "a"],"$or":[{"y":["c"]},{"y":["d"]}]}"#,
        ),
        (
            r#"{"x":["a",{"numeric":["<",10]},"b",{"numeric":["<",9]},"c"]}"#,
            r#"{"x":[{"numeric":["<",10]},{"numeric":["<",9]}, "a", "b","c"]}"#,
        ),
        (r#"{"x":[{"wildcard":"*q"},{"suffix":"é"}]}"#, r#"{"x":[{"wildcard":"*q"},{"wildcard": "*é"}]}"#),
        (
            r#"{"x":[{"wildcard":"*q"},{"anything-but":{"suffix":["é","b"]}}]}"#,
            r#"{"x":[{"wildcard":"*q"},{"anything-but": {"wildcard": ["*é", "*b"]}}]}"#,
        ),
        (r#"{"x":[{"prefix":"a\""}]}"#, r#"{"x":[{"wildcard": "a\"*"}]}"#),
        (r#"{"x":[{"anything-but":{"suffix":"\"a"}}]}"#, r#"{"x":[{"anything-but": {"wildcard": "*\"a"}}]}"#),
        (r#"{"x":[{"equals-ignore-case":"😀"}]}"#, r#"{"x":["😀"]}"#),
        (
            r#"{"x":[{"anything-but":{"equals-ignore-case":["😀","?"]}}]}"#,
            r#"{"x":[{"anything-but": ["😀", "?"]}]}"#,
        ),
        (r#"{"x":[{"prefix":{"equals-ignore-case":"😀"}}]}"#, r#"{"x":[{"prefix": "😀"}]}"#),
        (
            r#"{"x":[{"numeric":["<=",-1.7976931348623157E308]}]}"#,
            r#"{"x":[{"numeric": ["=", -1.7976931348623157E308]}]}"#,
        ),
    ] {
        let found = of(pattern);
        let fix = found[0].first_fix().unwrap_or_else(|| panic!("no fix: {pattern}"));
        assert_eq!(apply(pattern, &fix.edits), fixed);
        assert_eq!(told(&of(fixed), fixed), [], "{fixed}");
        for x in values {
            for y in ["c", "d"] {
                let text = format!(r#"{{"x":{x},"y":"{y}"}}"#);
                assert_eq!(verdict(pattern, &text), verdict(fixed, &text), "{pattern} {text}");
            }
        }
    }
}

#[test]
fn what_has_no_mechanical_fix_has_advice() {
    for pattern in [
        r#"{"$or":[{"x":["a"],"y":["c"]},{"x":["b","a"],"y":["d","c"]}]}"#,
        r#"{"a":[{"wildcard":"*a"},{"equals-ignore-case":"b"}]}"#,
        r#"{"$or":[{"a":["x"]},{"a":[{"numeric":["<",10]}]},{"a":["y"]}]}"#,
        r#"{"a":[{"equals-ignore-case":"a😀"}]}"#,
        r#"{"a":[{"prefix":{"equals-ignore-case":"a\""}}]}"#,
        r#"{"a":[{"numeric":[">",1.7976931348623157E308]}]}"#,
        r#"{"":{"b":[1]}}"#,
    ] {
        let found = of(pattern);
        assert_eq!(found.len(), 1, "{pattern}");
        assert!(found[0].first_fix().is_none() && !found[0].help.is_empty(), "{pattern}");
    }
}

#[test]
fn builds_that_differ_are_told_apart() {
    let message = |pattern: &str| of(pattern)[0].message.clone();
    let always = message(r#"{"$or":[{"x":["a"]},{"x":["a","b"]}]}"#);
    assert_eq!(always, Message::DroppedAlternative { always: true });
    let sometimes = message(r#"{"$or":[{"x":["a"]},{"x":["b","a"]}]}"#);
    assert_eq!(sometimes, Message::DroppedAlternative { always: false });
}

#[test]
fn no_sample_has_a_caveat() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../samples/data");
    let mut tried = 0;
    for folder in std::fs::read_dir(samples).unwrap() {
        let folder = folder.unwrap().path();
        // The catalogue is no rule; its patterns are tried where it is read.
        if !folder.join("pattern.json").exists() {
            continue;
        }
        let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
        let pattern = read("pattern.json");
        let parsed = parse(&pattern);
        if let Some(valid) = parsed.valid() {
            tried += 1;
            let found = caveats(valid, Some(&event(&read("event.json"))));
            assert_eq!(told(&found, &pattern), [], "{}", folder.display());
        }
    }
    assert!(tried > 3, "{tried} samples");
}

#[test]
fn hostile_alternatives_are_answered_at_once() {
    let branches = |count: usize| {
        let branches: Vec<String> =
            (0..count).map(|at| format!(r#"{{"a":[0,{at}],"b":[0,{at}],"c":["x"]}}"#)).collect();
        format!(r#"{{"$or":[{}]}}"#, branches.join(","))
    };
    let parsed = parse(&branches(100));
    let started = std::time::Instant::now();
    assert!(!caveats(&parsed.pattern, None).is_empty());
    assert!(started.elapsed().as_secs() < 10, "{:?}", started.elapsed());
}
