//! Expressions as subscribers have them: what is delivered, what is said, and where each byte came from.

use crate::{
    Bound, Bounds, Code, Difference, ErrorCode, Evaluation, Events, Expression, Form, Message, Origin,
    Outcome, Part, Resemblance, Settings, Unverified, Use, evaluate, parse,
};
use rulepad_document::diagnostic::apply;
use rulepad_document::json::{self, Node, ValueKind};
use rulepad_document::{Diagnostic, Lang, Role, Span, Words};
use std::time::Duration;

const ROLE: Role = Role::Input(0);

const EVENT: &str = r#"{"Data": {"source": "com.shop", "detail-type": "Order", "detail": {"id": 7, "total": 1.50,
  "name": "Ann \"A\"", "none": null, "tags": ["a", "b"], "one": ["x"],
  "items": [{"sku": "s1", "n": 2}, {"sku": "s2", "n": 30, "parts": [1, 2]}]}},
 "Metadata": {"tenant": "acme"},
 "SystemMetadata": {"aws:EventId": "c1", "aws:SequenceNumber": "10000000000000012000"}}"#;

fn node(text: &str) -> Node {
    json::parse(text, Role::Event).root.unwrap()
}

fn read(body: &str) -> Expression {
    let parsed = parse(&format!("{{%{body}%}}"), ROLE, Use::Transformer);
    parsed.expression.unwrap_or_else(|| panic!("{body}: {:?}", parsed.diagnostics))
}

fn settings() -> Settings {
    Settings { now: 1_764_590_400_000, seed: 1, bounds: Bounds { time: None, ..Bounds::default() } }
}

fn run(body: &str) -> Evaluation {
    evaluate(&read(body), Events::One(&node(EVENT)), &settings())
}

/// The payload of an expression, whose pieces are checked.
fn text(body: &str) -> String {
    match run(body).outcome {
        Outcome::Delivered(payload) => {
            let mut at = 0;
            for piece in &payload.pieces {
                assert!(piece.out.start == at && piece.out.end > at, "{body}: {:?}", payload.pieces);
                at = piece.out.end;
            }
            assert_eq!(at as usize, payload.text.len(), "{body}");
            payload.text
        }
        other => panic!("{body}: {other:?}"),
    }
}

/// The pieces of a payload: its text, and where that came from in a few characters.
fn pieces(body: &str) -> Vec<String> {
    let Outcome::Delivered(payload) = run(body).outcome else { panic!("{body}") };
    let of = |places: &[crate::Place]| {
        places.iter().map(|place| place.span.of(EVENT).to_owned()).collect::<Vec<_>>().join(" + ")
    };
    let whole = format!("{{%{body}%}}");
    payload
        .pieces
        .iter()
        .map(|piece| {
            let out = piece.out.of(&payload.text);
            match &piece.origin {
                Origin::Expression { span } => format!("{out} <- expression {}", span.of(&whole)),
                Origin::Event { places, .. } => format!("{out} <- event {}", of(places)),
                Origin::MadeFrom { places, .. } => format!("{out} <- made from {}", of(places)),
                Origin::Computed { places, .. } => format!("{out} <- computed from {}", of(places)),
            }
        })
        .collect()
}

fn codes(text: &str, used: Use) -> Vec<String> {
    parse(text, ROLE, used).diagnostics.iter().map(|found| found.code.to_string()).collect()
}

#[test]
fn results_are_delivered_as_the_guide_says() {
    for (body, payload) in [
        ("$events.Data.source", "com.shop"),
        ("$events.Data.detail.id", "7"),
        ("$events.Data.detail.total", "1.5"),
        ("$events.Data.detail.name", "Ann \"A\""),
        ("[$events.Data.detail.name]", r#"["Ann \"A\""]"#),
        ("$events.Data.detail.tags", r#"["a","b"]"#),
        ("$events.Data.detail.one", r#"["x"]"#),
        ("$events.Data.detail.items.sku", r#"["s1","s2"]"#),
        ("$events.Data.detail.items[0].sku", "s1"),
        ("$events.Data.detail.items[-1].parts[1]", "2"),
        ("$events.Data.detail.items[n > 5]", r#"{"sku":"s2","n":30,"parts":[1,2]}"#),
        ("{\"a\": $events.Data.detail.none, \"b\": $events.Data.nothing}", r#"{"a":null}"#),
        ("$events.SystemMetadata.\"aws:EventId\" & \"-\" & $events.Data.detail.id", "c1-7"),
        ("$events.SystemMetadata.`aws:SequenceNumber`", "10000000000000012000"),
        ("true", "true"),
        ("\"a\\nb\"", "a\nb"),
        ("$hash(\"abc\", \"MD5\")", "900150983cd24fb0d6963f7d28e17f72"),
        ("$range(1, 9, 3)", "[1,4,7]"),
        ("$partition([1,2,3], 2)", "[[1,2],[3]]"),
        ("$parse(\"{\\\"a\\\": 1}\").a", "1"),
        ("$now()", "2025-12-01T12:00:00.000Z"),
        ("$random(7) = $random(7)", "true"),
        ("$sum($events.Data.detail.items.n)", "32"),
        ("$events.Data.detail.items{sku: n}", r#"{"s1":2,"s2":30}"#),
        ("{}", "{}"),
        ("[]", "[]"),
    ] {
        assert_eq!(text(body), payload, "{body}");
    }
    assert_eq!(run("$events.Data.nothing").outcome, Outcome::Nothing);
    assert_eq!(run("$events.Data.detail.none").outcome, Outcome::Null);
    assert_eq!(run("$uppercase").outcome, Outcome::Function);
    let Outcome::Delivered(payload) = run("$events.Data.detail.name").outcome else { panic!() };
    assert_eq!((payload.kind, payload.json().as_str()), (ValueKind::String, r#""Ann \"A\"""#));
}

#[test]
fn a_batch_is_an_array() {
    let (one, other) = (node(EVENT), node(r#"{"Data": {"source": "b"}}"#));
    let given = |body: &str, events: &[&Node]| match evaluate(&read(body), Events::Batch(events), &settings())
        .outcome
    {
        Outcome::Delivered(payload) => payload.text,
        other => format!("{other:?}"),
    };
    assert_eq!(given("$events.Data.source", &[&one, &other]), r#"["com.shop","b"]"#);
    assert_eq!(given("$events[1].Data.source", &[&one, &other]), "b");
    assert_eq!(given("$events[0].Data.source", &[&one]), "com.shop");
    assert_eq!(given("$events.Data.source", &[&one]), "com.shop", "an array of one item is its item");
    assert_eq!(given("$count($events)", &[&one, &other]), "2");
    assert_eq!(given("$type($events)", &[&one]), "array");
    let Outcome::Delivered(payload) =
        evaluate(&read("$events[1].Data.source"), Events::Batch(&[&one, &other]), &settings()).outcome
    else {
        panic!()
    };
    let [piece] = payload.pieces.as_slice() else { panic!("{:?}", payload.pieces) };
    let Origin::Event { places, .. } = &piece.origin else { panic!("{piece:?}") };
    assert_eq!((places[0].event, places[0].part), (1, Part::Data));
}

#[test]
fn copies_have_the_places_of_the_event() {
    assert_eq!(pieces("$events.Data.source"), [r#"com.shop <- event "com.shop""#]);
    assert_eq!(
        pieces("$events.Metadata"),
        [
            r#"{ <- event {"tenant": "acme"}"#,
            r#""tenant": <- event "tenant""#,
            r#""acme" <- event "acme""#,
            r#"} <- event {"tenant": "acme"}"#,
        ]
    );
    assert_eq!(pieces("$events.Data.detail.items[0].n"), ["2 <- event 2"]);
    assert_eq!(
        pieces("$events.Data.detail.items.sku"),
        [
            r#"[ <- event "s1" + "s2""#,
            r#""s1" <- event "s1""#,
            r#", <- event "s1" + "s2""#,
            r#""s2" <- event "s2""#,
            r#"] <- event "s1" + "s2""#,
        ]
    );
    // A filter chooses; what it chooses is still the event's.
    assert_eq!(
        pieces("$events.Data.detail.items[n > 5].parts"),
        ["[ <- event [1, 2]", "1 <- event 1", ", <- event [1, 2]", "2 <- event 2", "] <- event [1, 2]",]
    );
}

#[test]
fn constructors_give_the_skeleton() {
    assert_eq!(
        pieces("{\"id\": $events.Data.detail.id}"),
        [
            "{ <- expression {\"id\": $events.Data.detail.id}",
            "\"id\" <- expression \"id\"",
            ": <- expression {\"id\": $events.Data.detail.id}",
            "7 <- event 7",
            "} <- expression {\"id\": $events.Data.detail.id}",
        ]
    );
    assert_eq!(
        pieces("\"no. \" & $events.Data.detail.id & \"!\""),
        ["no.  <- expression \"no. \"", "7 <- event 7", "! <- expression \"!\"",]
    );
    assert_eq!(
        pieces("($x := $events.Data.source; $x & \"-\")"),
        ["com.shop <- computed from \"com.shop\"", "- <- expression \"-\"",]
    );
    let branches = pieces("$exists($events.Data.none) ? 1 : $events.Data.detail.id");
    assert_eq!(branches, ["7 <- event 7"]);
    let inside = pieces("[1, $events.Data.detail.tags]");
    assert_eq!(inside.iter().filter(|piece| piece.contains("<- event")).count(), 2, "{inside:?}");
}

#[test]
fn functions_say_what_they_are_made_from() {
    assert_eq!(pieces("$uppercase($events.Data.source)"), [r#"COM.SHOP <- made from "com.shop""#]);
    assert_eq!(pieces("$events.Data.source ~> $uppercase()"), [r#"COM.SHOP <- made from "com.shop""#]);
    assert_eq!(pieces("$events.Data.detail.id + 1"), ["8 <- computed from 7"]);
    assert_eq!(pieces("1 + 1"), ["2 <- computed from "]);
    // A function of the expression that gives its argument back.
    let default = "($d := function($v) { $exists($v) ? $v : \"\" }; {\"n\": $d($events.Data.detail.id)})";
    assert!(pieces(default).contains(&"7 <- event 7".to_owned()), "{:?}", pieces(default));
    // A function that reads more than its argument.
    let more = "($f := function($v) { $v & $events.Metadata.tenant }; $f($events.Data.source))";
    assert_eq!(pieces(more), [r#"com.shopacme <- computed from "com.shop" + "acme""#]);
}

#[test]
fn reads_are_painted() {
    let event = node(EVENT);
    let painted = |body: &str| {
        let read = read(body);
        let places = read.reads().places(Events::One(&event));
        places.iter().map(|place| format!("{:?} {}", place.part, place.span.of(EVENT))).collect::<Vec<_>>()
    };
    assert_eq!(
        painted("$events.Data.detail.items[n > 5].sku"),
        ["Data \"s1\"", "Data 2", "Data \"s2\"", "Data 30"]
    );
    assert_eq!(
        painted("$events.Metadata.tenant & $events.SystemMetadata.`aws:EventId`"),
        ["Metadata \"acme\"", "SystemMetadata \"c1\""]
    );
    assert_eq!(painted("$random($events.Data.detail.id)"), ["Data 7"]);
    assert_eq!(painted("$hash($events.Data.source, \"MD5\")"), ["Data \"com.shop\""]);
    assert_eq!(painted("1 + 1"), [""; 0]);
    assert!(read("$events").reads().is_whole());
    assert!(read("$events.Data.detail.nothing").reads().places(Events::One(&event)).is_empty());
}

#[test]
fn spelling_of_numbers_is_said() {
    let found = run("{\"t\": $events.Data.detail.total, \"i\": $events.Data.detail.id}");
    let [respelled] = found.respelled.as_slice() else { panic!("{found:?}") };
    assert_eq!((respelled.event.as_str(), respelled.written.as_str()), ("1.50", "1.5"));
    assert!(found.unverified.contains(&Unverified::NumberSpelling));
    for body in [
        "\"\" & $events.Data.detail.total",
        "$events",
        "[$events.Data.detail]",
        "$string($events.Data.detail.total)",
    ] {
        assert_eq!(run(body).respelled.len(), 1, "{body}");
    }
    assert_eq!(run("$events.Data.detail.id").respelled, []);
    let literal = parse("{% {\"a\": 1.50, \"b\": 2, \"c\": -1e3} %}", ROLE, Use::Transformer);
    let found: Vec<_> = literal.diagnostics.iter().map(|found| found.message.words(Lang::En)).collect();
    assert_eq!(
        found,
        [
            "the number `1.50` is written as `1.5` in the payload",
            "the number `-1e3` is written as `-1000` in the payload",
        ]
    );
}

#[test]
fn all_syntax_errors_have_their_places() {
    let text = "{% {\"a\": $events.Data., \"b\": [1, 2 %}";
    let parsed = parse(text, ROLE, Use::Transformer);
    assert!(parsed.expression.is_none() && parsed.form == Form::Expression);
    assert!(parsed.diagnostics.len() >= 2, "{:?}", parsed.diagnostics);
    assert!(parsed.diagnostics.iter().all(|found| found.is(Code::Syntax) && found.is_error()));
    for (text, at, code) in [
        ("{% $events.Data.x + %}", "", ErrorCode::S0207),
        ("{% 'abc %}", "'abc ", ErrorCode::S0101),
        ("{% $a := %}", "", ErrorCode::S0207),
        ("{% 1 := 2 %}", "1", ErrorCode::S0212),
        ("{% é ~> /x %}", "/x ", ErrorCode::S0302),
        ("{% %}", "", ErrorCode::S0207),
    ] {
        let parsed = parse(text, ROLE, Use::Transformer);
        let found = parsed.diagnostics.iter().find(|found| match &found.message {
            Message::Syntax(fault) => fault.code == code,
            _ => false,
        });
        let found = found.unwrap_or_else(|| panic!("{text}: {:?}", parsed.diagnostics));
        assert!(found.span().of(text).contains(at), "{text}: {:?}", found.span());
        assert!(found.span().end as usize <= text.len() - 2);
    }
}

#[test]
fn delimiters_are_the_whole_text() {
    let transformer = |text: &str| (parse(text, ROLE, Use::Transformer), text.to_owned());
    for text in ["$events.Data", " {% $events.Data %}", "{% $events.Data", "$events.Data %}"] {
        let (parsed, text) = transformer(text);
        let [found] = parsed.diagnostics.as_slice() else { panic!("{parsed:?}") };
        assert!(found.is(Code::NotDelimited) && found.is_error());
        let fixed = apply(&text, &found.first_fix().unwrap().edits);
        assert!(parse(&fixed, ROLE, Use::Transformer).expression.is_some(), "{fixed}");
    }
    assert_eq!(codes("orders", Use::Parameter), [""; 0]);
    assert_eq!(codes("50%}", Use::Parameter), ["jsonata.looks-like-expression"]);
    let inside = parse("id-{% $events.Data.detail.id %}-x", ROLE, Use::Parameter);
    assert_eq!(inside.form, Form::LooksLikeExpression(Resemblance::TextAround));
    let fixed = apply("id-{% $events.Data.detail.id %}-x", &inside.diagnostics[0].first_fix().unwrap().edits);
    assert_eq!(fixed, "{% \"id-\" & ($events.Data.detail.id) & \"-x\" %}");
    let twice = parse("{% 1 %}/{% 2 %}", ROLE, Use::Parameter);
    assert!(twice.expression.is_none());
    let long = format!("{{%\"{}\"%}}", "x".repeat(8187));
    assert_eq!(codes(&long, Use::Transformer), ["jsonata.too-long"]);
    assert_eq!(codes(&long, Use::UniversalInput), [""; 0]);
}

#[test]
fn awss_dialect_is_checked() {
    let check = |body: &str| {
        let text = format!("{{% {body} %}}");
        let parsed = parse(&text, ROLE, Use::Transformer);
        let found: Vec<String> = parsed
            .diagnostics
            .iter()
            .map(|found| format!("{} {}", found.code, found.span().of(&text)))
            .collect();
        (found, parsed)
    };
    for (body, expected) in [
        ("$eval('1')", &["jsonata.eval $eval"][..]),
        ("$map(['1'], $eval)", &["jsonata.eval $eval"]),
        ("$events.Data.a ?? 1", &["jsonata.newer-operator $events.Data.a ?? 1"]),
        ("$events.Data.a ?: 1", &["jsonata.newer-operator $events.Data.a ?: 1"]),
        ("Data.detail", &["jsonata.not-events Data"]),
        ("$.Data", &["jsonata.not-events $"]),
        ("$$.Data", &["jsonata.not-events $$"]),
        ("$events.Data.items[price > 1].{\"a\": $.b, \"c\": d}", &[]),
        ("$map($events.Data.items, function($v) { $v.a })", &[]),
        ("$event.Data", &["jsonata.unknown-variable $event"]),
        ("$upercase($events.Data.a)", &["jsonata.unknown-function $upercase"]),
        ("$hash($events.Data.a, 'sha256')", &["jsonata.arguments 'sha256'"]),
        ("$hash($events.Data.a)", &["jsonata.arguments $hash($events.Data.a)"]),
        ("$events.Data.a ~> $hash('MD5')", &[]),
        ("$range(1, 2)", &["jsonata.arguments $range(1, 2)"]),
        ("$range(1, 2, 0)", &["jsonata.arguments 0"]),
        ("$partition([1], 0)", &["jsonata.arguments 0"]),
        ("$random()", &["jsonata.arguments $random()"]),
        ("$uuid() & $random(1)", &[]),
        ("($f := function($x, $y) { $x + $y }; $f(1, 2))", &[]),
        ("$events.Data.a@$x.b#$i[$i > 0 and $x]", &[]),
    ] {
        assert_eq!(check(body).0, expected, "{body}");
    }
    // What a fix writes has no such problem any more, and means the same.
    for (body, same) in [
        ("$events.Data.nothing ?? $events.Data.source", "com.shop"),
        ("$events.Data.detail.none ?: \"x\"", "x"),
        ("Data.source", "com.shop"),
        ("$$.Data.source", "com.shop"),
        ("$event.Data.source", "com.shop"),
        ("$upercase($events.Data.source)", "COM.SHOP"),
        ("$hash(\"abc\", 'sha-1') ~> $substring(0, 4)", "a999"),
    ] {
        let whole = format!("{{% {body} %}}");
        let found = check(body).1.diagnostics;
        let fixed = apply(&whole, &found[0].first_fix().unwrap().edits);
        let parsed = parse(&fixed, ROLE, Use::Transformer);
        assert_eq!(parsed.diagnostics, [], "{fixed}");
        let Outcome::Delivered(payload) =
            evaluate(&parsed.expression.unwrap(), Events::One(&node(EVENT)), &settings()).outcome
        else {
            panic!("{fixed}")
        };
        assert_eq!(payload.text, same, "{fixed}");
    }
}

#[test]
fn failures_have_their_place() {
    for (body, code, at) in [
        ("$events.Data.source + 1", ErrorCode::T2001, "$events.Data.source + 1"),
        ("$number($events.Data.source)", ErrorCode::D3030, "$number($events.Data.source)"),
        ("$error(\"no\")", ErrorCode::D3137, "$error(\"no\")"),
        ("{\"a\": 1, \"a\": 2}", ErrorCode::D1009, "a"),
        ("$hash($events.Data.source, $events.Data.source)", ErrorCode::HostAlgorithm, "$hash"),
        ("$parse($events.Data.source)", ErrorCode::HostParse, "$parse"),
        ("$nothing()", ErrorCode::T1006, "$nothing"),
        ("\"é\" & (1 + \"x\")", ErrorCode::T2002, "1 + \"x\""),
    ] {
        let Outcome::Failed(failure) = run(body).outcome else { panic!("{body}: {:?}", run(body).outcome) };
        assert_eq!(failure.fault.code, code, "{body}");
        let whole = format!("{{%{body}%}}");
        assert!(failure.span.of(&whole).contains(at), "{body}: `{}`", failure.span.of(&whole));
    }
}

/// What an expression that is out to take everything ends as.
fn stopped(body: &str) -> Bound {
    let bounds = Bounds { steps: 300_000, bytes: 1 << 20, ..settings().bounds };
    match evaluate(&read(body), Events::One(&node(EVENT)), &Settings { bounds, ..settings() }).outcome {
        Outcome::Stopped { bound, .. } => bound,
        other => panic!("{body}: {}", format!("{other:?}").chars().take(300).collect::<String>()),
    }
}

#[test]
fn endless_work_is_stopped() {
    for body in [
        "($f := function($n) { $f($n + 1) }; $f(0))",
        "$reduce([1..10000], function($a, $b) { $count([1..100][$ % 2 = 0]) })",
        "[1..3000].([1..3000].(1 + 1))",
    ] {
        assert_eq!(stopped(body), Bound::Steps, "{body}");
    }
    // A step is many steps of a regular expression.
    let bounds = Bounds { steps: 20_000, ..settings().bounds };
    for body in
        ["$match($pad('', 60, 'a') & 'b', /^(a+)+$/)", "$contains($pad('', 40, 'a') & '!', /^(a|a)*$/)"]
    {
        let outcome =
            evaluate(&read(body), Events::One(&node(EVENT)), &Settings { bounds, ..settings() }).outcome;
        assert!(matches!(outcome, Outcome::Stopped { bound: Bound::Steps, .. }), "{body}: {outcome:?}");
    }
}

#[test]
fn deep_nesting_is_stopped() {
    for body in
        ["($f := function($n) { 1 + $f($n + 1) }; $f(0))", "($f := function($n) { [$f($n + 1)] }; $f(0))"]
    {
        assert_eq!(stopped(body), Bound::Depth, "{body}");
    }
    for nested in ["(", "[", "{\"a\":", "-", "$f(", "1+", "a.", "$f := ", "function(){", "a[", "a ? "] {
        let text = format!("{{%{}1%}}", nested.repeat(2000));
        let parsed = parse(&text, ROLE, Use::UniversalInput);
        if let Some(expression) = parsed.expression {
            let _ = evaluate(&expression, Events::One(&node(EVENT)), &settings());
        }
    }
    let text = format!("{{%{}1{}%}}", "(".repeat(4000), ")".repeat(4000));
    let parsed = parse(&text, ROLE, Use::Transformer);
    let [found] = parsed.diagnostics.as_slice() else { panic!("{:?}", parsed.diagnostics) };
    assert!(matches!(&found.message, Message::Syntax(fault) if fault.code == ErrorCode::U1001), "{found:?}");
}

#[test]
fn large_values_are_stopped() {
    for body in [
        "$pad('', 1000000) & $pad('', 1000000)",
        "($f := function($s, $n) { $n = 0 ? $s : $f($s & $s, $n - 1) }; $f('0123456789', 40))",
        "[1..900000]",
        "$range(1, 900000, 1)",
        "$map([1..1000], function($i) { $pad('', 100000 + $i) })",
        "($s := $pad('', 500000); $map([1..1000], function($i) { $s & $i }))",
        "($f := function($a, $n) { $n = 0 ? $a : $f([[$a], [$a]], $n - 1) }; $f(1, 40))",
        "$map([1..200], function($i) { [1..50000] })",
        "$replace($pad('', 10000, 'a'), 'a', $pad('', 10000, 'b'))",
        "$replace($pad('', 1000000, 'a'), 'a', $pad('', 1000000, 'b'))",
        "$pad('', 100000, 'a').$replace('a', $pad('', 100000, 'b'))",
        "$replace($pad('', 100000, 'a'), /a/, $pad('', 100000, 'b'))",
        "($r := $replace; $r($pad('', 100000, 'a'), 'a', $pad('', 100000, 'b')))",
        "($r := $replace(?, 'a', $pad('', 100000, 'b')); $r($pad('', 100000, 'a')))",
    ] {
        assert_eq!(stopped(body), Bound::Bytes, "{body}");
    }
    // JSONata has errors of its own for some.
    for body in [
        "$power(10, 400)",
        "$power($power(10, 300), 300)",
        "1e300 * 1e300",
        "[1..100000000]",
        "$pad('', 1e12)",
    ] {
        assert!(matches!(run(body).outcome, Outcome::Failed(_)), "{body}: {:?}", run(body).outcome);
    }
}

#[test]
fn time_is_bounded() {
    let bounds = Bounds { time: Some(Duration::from_millis(1)), steps: u64::MAX, ..Bounds::default() };
    let settings = Settings { bounds, ..settings() };
    let expression = read("($f := function($n) { $f($n + 1) }; $f(0))");
    let outcome = evaluate(&expression, Events::One(&node(EVENT)), &settings).outcome;
    assert!(matches!(outcome, Outcome::Stopped { bound: Bound::Time, span: Some(_) }), "{outcome:?}");
}

#[test]
fn an_evaluation_can_be_repeated() {
    for body in [
        "$uuid()",
        "$random()",
        "$random(3)",
        "$shuffle([1..50])",
        "$now()",
        "$millis()",
        "[$uuid(), $uuid()]",
    ] {
        assert_eq!(run(body), run(body), "{body}");
    }
    let other = Settings { seed: 2, now: 0, ..settings() };
    for body in ["$uuid()", "$random()", "$shuffle([1..50])", "$now()", "$millis()"] {
        let changed = evaluate(&read(body), Events::One(&node(EVENT)), &other);
        assert_ne!(run(body).outcome, changed.outcome, "{body}");
    }
    assert_eq!(read("$uuid()").unverified(), [Unverified::Chance]);
    assert_eq!(read("$now()").unverified(), [Unverified::Time]);
}

#[test]
fn what_is_not_verified_is_said() {
    let says = |body: &str, what: Unverified| {
        let found = run(body).unverified;
        assert!(found.contains(&what), "{body}: {found:?}");
    };
    says("$.Data.source", Unverified::Context);
    says("$events.Data", Unverified::JsonLayout);
    says("\"\"", Unverified::EmptyString);
    says("$uppercase", Unverified::Function);
    says("$events.Data.a ?? 1", Unverified::Version(Difference::Coalescing));
    says("$contains($events.Data.source, $events.Data.no)", Unverified::Version(Difference::ContainsNothing));
    says(
        "$string($number($events.SystemMetadata.`aws:SequenceNumber`) / 10)",
        Unverified::Version(Difference::LongInteger),
    );
    says("($f := function($n) { $n = 0 ? 0 : 1 + $f($n - 1) }; $f(60))", Unverified::Depth);
    assert_eq!(run("$contains($events.Data.source, \"shop\")").unverified, []);
    let twice = node(r#"{"Data": {"a": 1, "b": {"c": 1, "c": 2}}}"#);
    let of = |body: &str| evaluate(&read(body), Events::One(&twice), &settings());
    assert!(of("$events.Data.b").unverified.contains(&Unverified::DuplicateKeys));
    assert!(!of("$events.Data.a").unverified.contains(&Unverified::DuplicateKeys));
    assert!(
        matches!(of("$events.Data.b").outcome, Outcome::Delivered(payload) if payload.text == r#"{"c":2}"#)
    );
    assert!(matches!(of("$events.Data.b.c").outcome, Outcome::Delivered(payload) if payload.text == "2"));
}

#[test]
fn a_result_has_its_diagnostics() {
    let said = |body: &str, used: Use| {
        let expression = read(body);
        let found = evaluate(&expression, Events::One(&node(EVENT)), &settings());
        found
            .diagnostics(&expression, ROLE, used)
            .into_iter()
            .map(|found: Diagnostic<Message>| (found.code.to_string(), found.help.len()))
            .collect::<Vec<_>>()
    };
    let nothing = ("jsonata.nothing".to_owned(), 2);
    assert_eq!(said("$events.Data.no", Use::Transformer), std::slice::from_ref(&nothing));
    assert_eq!(said("$events.Data.detail.none", Use::Transformer), [nothing]);
    assert_eq!(said("$events.Data.no", Use::Parameter), [("jsonata.nothing".to_owned(), 1)]);
    assert_eq!(said("$events.Data.source", Use::Transformer), []);
    assert_eq!(said("$events.Data.source + 1", Use::Transformer), [("jsonata.failed".to_owned(), 1)]);
    assert_eq!(
        said("$events.Data.detail.total", Use::Transformer),
        [("jsonata.number-spelling".to_owned(), 1)]
    );
    assert_eq!(said("$uppercase", Use::Transformer), [("jsonata.function-result".to_owned(), 1)]);
    assert_eq!(said("\"\"", Use::Transformer), [("jsonata.empty-string".to_owned(), 1)]);
    assert_eq!(said("\"\"", Use::Parameter), []);
    assert_eq!(said("[1..9000000]", Use::Transformer), [("jsonata.stopped".to_owned(), 3)]);
}

#[test]
fn an_expression_has_its_own_span() {
    let parsed = parse("{% 1 %}", ROLE, Use::Transformer);
    assert_eq!(parsed.expression.unwrap().body(), Span::new(2, 5));
}

#[test]
fn what_predicates_let_through_is_listed() {
    let of = |body: &str| {
        let text = format!("{{%{body}%}}");
        let found = run(body);
        let shown = found
            .filtered
            .iter()
            .map(|own| (own.span.of(&text).to_owned(), own.tested, own.passed.clone(), own.more));
        shown.collect::<Vec<_>>()
    };
    let one = |span: &str, tested, passed: &[u32]| (span.to_owned(), tested, passed.to_vec(), 0);
    assert_eq!(of("[5, 1, 7][$ > 2]"), [one("$ > 2", 3, &[0, 2])]);
    assert_eq!(of("[5, 1, 7][$ > 9]"), [one("$ > 9", 3, &[])]);
    // One inside another is tried for each element.
    assert_eq!(
        of("[[1, 2], [3]][$count($[$ > 1]) > 0]"),
        [one("$count($[$ > 1]) > 0", 2, &[0, 1]), one("$ > 1", 2, &[1]), one("$ > 1", 1, &[0])]
    );
    assert_eq!(of("1 + 1"), []);
    // What is kept is bounded.
    let many = of("$map([1..200], function($i) { [1..3][$ = $i] })");
    assert_eq!(many.len(), 50);
    let [(_, tested, passed, more)] = of("[1..2000][$ > 0]").try_into().unwrap();
    assert_eq!((tested, passed.len(), more), (2000, 1000, 1000));
}
