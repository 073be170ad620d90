//! Templates: the substitution table, the limits, the refusals, and what each diagnostic offers.

use crate::{Certainty, Input, Origin, Outcome, Rendered, Surroundings, render};
use rulepad_document::diagnostic::apply;
use rulepad_document::json::parse;
use rulepad_document::{Diagnostic, Lang, Role, Span};

const EVENT: &str = r#"{"version":"0","id":"i-1","detail-type":"T","source":"s","account":"123456789012","time":"2026-01-02T03:04:05Z","region":"us-east-1","resources":["r0","r1"],"detail":{"str":"baz","num":1.50,"yes":true,"null":null,"obj":{"acc_id":"0a787ecb-4015","sf_id":"baz"},"list":["ACTIVE","INACTIVE"],"one":["HIGH"],"nums":[1,2],"quote":"a \"b\"","empty":{}}}"#;

const PATHS: &str = r#"{"str":"$.detail.str","num":"$.detail.num","yes":"$.detail.yes","null":"$.detail.null","obj":"$.detail.obj","list":"$.detail.list","one":"$.detail.one[0]","nums":"$.detail.nums","quote":"$.detail.quote","empty":"$.detail.empty","none":"$.detail.none"}"#;

fn run(paths: &str, template: &str) -> Rendered {
    let event = parse(EVENT, Role::Event).root.unwrap();
    let around = Surroundings {
        rule_arn: "arn:aws:events:us-east-1:123456789012:rule/r".into(),
        rule_name: "r".into(),
        ingestion_time: "2026-01-02T03:04:06Z".into(),
    };
    let input = Input::Transformer { paths: paths.into(), template: template.into() };
    render(&input, &event, &around, 1, "t1").worded(Lang::En)
}

fn with(template: &str) -> Rendered {
    let mut rendered = run(PATHS, template);
    rendered.diagnostics.retain(|found| found.code != "path.unused" && found.code != "path.selects-nothing");
    rendered
}

fn text(rendered: &Rendered) -> &str {
    match &rendered.outcome {
        Outcome::Delivered(payload) => &payload.text,
        other => panic!("{other:?}"),
    }
}

fn verified(rendered: &Rendered) -> bool {
    rendered.certainty == Certainty::Verified
}

/// The diagnostic of this code, with the underlined text.
#[track_caller]
fn found<'r>(rendered: &'r Rendered, code: &str) -> &'r Diagnostic {
    let codes: Vec<_> = rendered.diagnostics.iter().map(|one| one.code.as_ref()).collect();
    rendered
        .diagnostics
        .iter()
        .find(|one| one.code == code)
        .unwrap_or_else(|| panic!("{code} not in {codes:?}"))
}

#[track_caller]
fn after_fix(text: &str, diagnostic: &Diagnostic) -> String {
    apply(text, &diagnostic.first_fix().expect("a fix").edits)
}

#[test]
fn the_substitution_table_outside_quotes_of_json() {
    for (name, expected, sure) in [
        ("str", "\"baz\"", true),
        ("num", "1.50", false),
        ("yes", "true", false),
        ("null", "null", false),
        ("obj", r#"{"acc_id":"0a787ecb-4015","sf_id":"baz"}"#, true),
        ("list", r#"["ACTIVE","INACTIVE"]"#, true),
        ("one", "\"HIGH\"", true),
        ("none", "\"\"", true),
        ("quote", r#""a \"b\"""#, false),
    ] {
        let rendered = with(&format!("{{\"v\": <{name}>}}"));
        assert_eq!(text(&rendered), format!("{{\"v\": {expected}}}"), "{name}");
        assert_eq!(verified(&rendered), sure, "{name}: {:?}", rendered.certainty);
        assert!(matches!(&rendered.outcome, Outcome::Delivered(payload) if payload.is_json));
    }
}

#[test]
fn the_substitution_table_inside_quotes_of_json() {
    for (name, expected, sure) in [
        ("str", "baz", true),
        ("num", "1.50", false),
        ("yes", "true", false),
        ("null", "null", false),
        ("none", "", true),
        ("nums", "[1,2]", false),
        ("empty", "{}", false),
    ] {
        let rendered = with(&format!("{{\"v\": \"a <{name}>\"}}"));
        assert_eq!(text(&rendered), format!("{{\"v\": \"a {expected}\"}}"), "{name}");
        assert_eq!(verified(&rendered), sure, "{name}: {:?}", rendered.certainty);
    }
    for (name, sure) in [("obj", true), ("list", true), ("quote", false)] {
        let rendered = with(&format!("{{\"v\": \"a <{name}>\"}}"));
        assert!(matches!(rendered.outcome, Outcome::NotDelivered { .. }), "{name}: {rendered:?}");
        assert_eq!(verified(&rendered), sure, "{name}");
    }
}

#[test]
fn the_substitution_table_inside_quotes_of_text() {
    for (name, expected, sure) in [
        ("str", "baz", true),
        ("num", "1.50", false),
        ("yes", "true", true),
        ("null", "null", false),
        ("obj", "{acc_id:0a787ecb-4015,sf_id:baz}", true),
        ("list", "[ACTIVE,INACTIVE]", true),
        ("none", "", true),
        ("quote", "a \"b\"", true),
    ] {
        let rendered = with(&format!("\"a <{name}>\""));
        assert_eq!(text(&rendered), format!("\"a {expected}\""), "{name}");
        assert_eq!(verified(&rendered), sure, "{name}: {:?}", rendered.certainty);
    }
}

#[test]
fn a_text_template_keeps_its_quotes_escapes_and_lines() {
    let rendered = with("\"[<one>] single list item\"\n\"<list> \\\"<str>\\\" <str>\"");
    assert_eq!(text(&rendered), "\"[HIGH] single list item\"\n\"[ACTIVE,INACTIVE] \\\"baz\\\" baz\"");
    assert!(verified(&rendered));
    assert!(matches!(&rendered.outcome, Outcome::Delivered(payload) if !payload.is_json));
}

#[test]
fn quotes_around_a_string_variable_change_nothing_in_json() {
    assert_eq!(text(&with(r#"{"a":"<str>"}"#)), text(&with(r#"{"a":<str>}"#)));
}

#[test]
fn reserved_variables_need_no_entry() {
    let rendered = run(
        "",
        r#"{"a":<aws.events.rule-arn>,"n":"<aws.events.rule-name>","t":<aws.events.event.ingestion-time>}"#,
    );
    assert_eq!(
        text(&rendered),
        r#"{"a":"arn:aws:events:us-east-1:123456789012:rule/r","n":"r","t":"2026-01-02T03:04:06Z"}"#
    );
    assert!(verified(&rendered));
    assert!(rendered.variables.iter().all(|one| one.reserved && one.uses.len() == 1));
    let whole = run("", r#"{"e":<aws.events.event.json>}"#);
    assert_eq!(text(&whole), format!("{{\"e\":{EVENT}}}"));
    let rendered = run("", r#"{"e":<aws.events.event>}"#);
    assert_eq!(
        text(&rendered),
        r#"{"e":{"version":"0","id":"i-1","detailType":"T","source":"s","account":"123456789012","time":"2026-01-02T03:04:05Z","region":"us-east-1","resources":["r0","r1"]}}"#
    );
    assert!(!verified(&rendered), "the format of its time is unknown");
}

#[test]
fn an_event_variable_may_not_stand_in_quotes() {
    let template = r#"{"e":"<aws.events.event.json>"}"#;
    let rendered = run("", template);
    assert!(matches!(rendered.outcome, Outcome::NotDelivered { .. }));
    assert_eq!(
        after_fix(template, found(&rendered, "template.event-in-quotes")),
        r#"{"e":<aws.events.event.json>}"#
    );
    let rendered = run("", "\"<aws.events.event>\"");
    assert!(!verified(&rendered));
    found(&rendered, "template.event-in-quotes");
}

#[test]
fn an_undefined_placeholder_is_refused_in_awss_words() {
    let template = r#"{"a":<staus>,"b":"<staus>"}"#;
    let rendered = run(r#"{"status":"$.detail.str"}"#, template);
    let message = "InputTemplate for target t1 contains invalid placeholder staus.";
    assert_eq!(rendered.outcome, Outcome::Refused { message: message.to_owned() });
    let diagnostic = found(&rendered, "template.undefined");
    assert_eq!(diagnostic.span().of(template), "<staus>");
    assert_eq!(after_fix(template, diagnostic), r#"{"a":<status>,"b":"<status>"}"#);
    assert_eq!(diagnostic.reference.as_ref().unwrap().located(template), message);
    let rendered = run("", r#"{"a":<$.detail.str>}"#);
    assert!(found(&rendered, "template.undefined").help[0].text.contains("Pipes"));
    assert!(!verified(&rendered), "what AWS takes for a placeholder is unknown");
    let template = "{\"a\":<aws.events.rulename>}";
    assert_eq!(
        after_fix(template, found(&run("", template), "template.undefined")),
        "{\"a\":<aws.events.rule-name>}"
    );
}

#[test]
fn the_first_undefined_placeholder_is_the_one_aws_names() {
    let Outcome::Refused { message } = run("", "\"<one> <two>\"").outcome else { panic!() };
    assert!(message.ends_with("invalid placeholder one."), "{message}");
}

#[test]
fn an_object_in_quotes_offers_to_remove_them() {
    let template = r#"{"v": "<obj>"}"#;
    let rendered = with(template);
    let diagnostic = found(&rendered, "template.breaks-string");
    assert_eq!(diagnostic.span().of(template), "<obj>");
    assert_eq!(after_fix(template, diagnostic), r#"{"v": <obj>}"#);
    assert!(matches!(with(&after_fix(template, diagnostic)).outcome, Outcome::Delivered(_)));
    assert!(found(&with(r#"{"v": "a <obj>"}"#), "template.breaks-string").first_fix().is_none());
    let Outcome::NotDelivered { reason, would_be } = rendered.outcome else { panic!() };
    assert_eq!(reason, "`<obj>` puts an object between quotes, and the rendered text is no longer JSON");
    assert_eq!(would_be.text, r#"{"v": "{"acc_id":"0a787ecb-4015","sf_id":"baz"}"}"#);
    assert!(!would_be.is_json);
}

#[test]
fn a_json_template_that_is_not_json_is_never_delivered() {
    let template = r#"{"a": <str>, "b": <str>,}"#;
    let rendered = with(template);
    assert!(matches!(rendered.outcome, Outcome::NotDelivered { .. }));
    assert!(!verified(&rendered));
    assert_eq!(after_fix(template, found(&rendered, "json.trailing-comma")), r#"{"a": <str>, "b": <str>}"#);
    for (template, fixed) in [
        ("{\"a\": Build <str> is <num> , \"b\": <str>}", "{\"a\": \"Build <str> is <num>\" , \"b\": <str>}"),
        ("{\"a\": <str><str>}", "{\"a\": \"<str><str>\"}"),
    ] {
        let rendered = with(template);
        assert_eq!(rendered.diagnostics.len(), 1, "{:?}", rendered.diagnostics);
        assert_eq!(after_fix(template, found(&rendered, "template.text-beside-variable")), fixed);
        assert!(matches!(with(fixed).outcome, Outcome::Delivered(_)));
    }
    found(&with("{\"a\": <str> \"b\": 1}"), "json.missing-comma");
    found(&with("{\"a\": 1} tail"), "template.trailing-text");
    let rendered = with("{\"a\": -<num>}");
    assert_eq!(text(&rendered), "{\"a\": -1.50}");
    assert!(!verified(&rendered));
}

#[test]
fn text_without_quotes_offers_them() {
    for (template, fixed) in [
        ("Hello <str>", "\"Hello <str>\""),
        ("<str> is \"<one>\"", "\"<str> is \\\"<one>\\\"\""),
        ("first <str>\n\"second\"", "\"first <str>\"\n\"second\""),
    ] {
        let rendered = with(template);
        assert!(matches!(rendered.outcome, Outcome::NotDelivered { .. }), "{template}");
        assert!(!verified(&rendered));
        assert_eq!(after_fix(template, found(&rendered, "template.unquoted-text")), fixed);
        assert!(matches!(with(fixed).outcome, Outcome::Delivered(_)), "{fixed}");
    }
}

#[test]
fn text_outside_or_over_lines_is_not_verified() {
    let template = "\"a\" and <str>";
    let rendered = with(template);
    assert_eq!(found(&rendered, "template.text-outside-quotes").span().of(template), "and <str>");
    assert!(!verified(&rendered));
    let rendered = with("\"a\nb\"");
    assert_eq!(after_fix("\"a\nb\"", found(&rendered, "template.line-break-in-quotes")), "\"a\"\n\"b\"");
    assert_eq!(
        after_fix("\"a\r\nb\"", found(&with("\"a\r\nb\""), "template.line-break-in-quotes")),
        "\"a\"\r\n\"b\""
    );
    assert!(!verified(&with("\"a\" \"b\"")));
    let rendered = with("\"a <str>");
    assert!(matches!(rendered.outcome, Outcome::Unknown { would_be: Some(_), .. }));
    assert_eq!(after_fix("\"a <str>", found(&rendered, "template.unclosed-quote")), "\"a <str>\"");
}

#[test]
fn arrays_and_bare_variables_are_taken_for_json_unverified() {
    for (template, expected) in [
        ("[<str>, <num>]", "[\"baz\", 1.50]"),
        (" <obj> ", " {\"acc_id\":\"0a787ecb-4015\",\"sf_id\":\"baz\"} "),
    ] {
        let rendered = with(template);
        assert_eq!(text(&rendered), expected);
        assert!(!verified(&rendered));
    }
}

#[test]
fn an_encoded_placeholder_is_no_placeholder() {
    let template = "{\"a\":\"\\u003cstr\\u003e\", \"b\":\"&lt;str&gt;\"}";
    let rendered = with(template);
    assert_eq!(text(&rendered), template);
    assert_eq!(
        after_fix(template, found(&rendered, "template.encoded-placeholder")),
        "{\"a\":\"<str>\", \"b\":\"&lt;str&gt;\"}"
    );
    assert_eq!(rendered.diagnostics.len(), 2);
}

#[test]
fn a_variable_is_no_key() {
    for template in ["{<str>: 1}", "{\"<str>\": 1}", "{\"a <str> \\\" b\" : 1}"] {
        let rendered = with(template);
        assert_eq!(found(&rendered, "template.variable-key").span().of(template), "<str>");
        assert!(!verified(&rendered));
    }
    assert!(with("{\"a\": \"<str>\", \"b\": 1}").diagnostics.is_empty());
}

#[test]
fn lone_angle_brackets_are_text() {
    assert_eq!(text(&with("\"a < b\"")), "\"a < b\"");
    assert!(verified(&with("\"a < b\"")));
    assert!(!verified(&with("\"a <> b\"")));
    assert!(!verified(&with("\"\\<str>\"")));
}

#[test]
fn the_template_has_1_to_8192_characters() {
    let of = |length: usize| with(&format!("\"{}\"", "x".repeat(length - 2)));
    assert!(matches!(of(8192).outcome, Outcome::Delivered(_)));
    assert_eq!(found(&of(8193), "template.too-long").span(), Span::new(8192, 8193));
    let wide = |length: usize| with(&format!("\"{}\"", "é".repeat(length - 2)));
    assert!(matches!(wide(8192).outcome, Outcome::Delivered(_)), "characters, not bytes or UTF-16 units");
    found(&wide(8193), "template.too-long");
    found(&with(""), "template.empty");
    assert!(matches!(with("").outcome, Outcome::Refused { .. }));
}

#[test]
fn the_map_is_checked_name_by_name() {
    let check = |paths: &str, code: &str| {
        let rendered = run(paths, "{}");
        assert!(matches!(rendered.outcome, Outcome::Refused { .. }), "{paths}");
        let diagnostic = found(&rendered, code);
        (diagnostic.span().of(paths).to_owned(), diagnostic.first_fix().map(|fix| apply(paths, &fix.edits)))
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(check(r#"{"a b":"$.id"}"#, "path.bad-name"), ("\"a b\"".into(), some(r#"{"a-b":"$.id"}"#)));
    assert_eq!(check(r#"{"":"$.id"}"#, "path.bad-name"), ("\"\"".into(), None));
    assert_eq!(
        check(r#"{"AWS.x":"$.id"}"#, "path.reserved-name"),
        ("\"AWS.x\"".into(), some(r#"{"AWS-x":"$.id"}"#))
    );
    assert_eq!(check(r#"{"aws.events.event":"$.id"}"#, "path.reserved-name").1, None);
    assert_eq!(check(r#"{"a":1}"#, "path.not-string"), ("1".into(), None));
    assert_eq!(check("[]", "path.map-not-object").0, "[]");
    assert_eq!(check(r#"{"a":"$.id"} x"#, "path.map-trailing-text"), ("x".into(), some(r#"{"a":"$.id"}"#)));
    assert_eq!(check(r#"{"a":"$.id",}"#, "json.trailing-comma").1, some(r#"{"a":"$.id"}"#));
    let brackets = r#"{"a":"$.detail['x']"}"#;
    assert_eq!(check(brackets, "path.brackets"), ("['x']".into(), some(r#"{"a":"$.detail.x"}"#)));
    assert!(!verified(&run(brackets, "{}")));
    let long = format!("{{\"a\":\"$.{}\"}}", "a".repeat(255));
    assert!(check(&long, "path.too-long").0.starts_with("\"$.a"));
    let entries = |count: usize| {
        let entries: Vec<String> = (0..count).map(|at| format!("\"v{at}\":\"$.id\"")).collect();
        format!("{{{}}}", entries.join(","))
    };
    assert_eq!(check(&entries(101), "path.too-many").0, "\"v100\"");
    assert!(matches!(run(&entries(100), "{}").outcome, Outcome::Delivered(_)));
    let name = format!("{{\"{}\":\"$.id\"}}", "n".repeat(257));
    check(&name, "path.bad-name");
}

#[test]
fn entries_that_do_nothing_are_warned_of() {
    for (paths, fixed) in [
        (r#"{ "x": "$.id" }"#, "{  }"),
        (r#"{ "x": "$.id", "a": "$.id" }"#, r#"{ "a": "$.id" }"#),
        (r#"{ "a": "$.id", "x": "$.id" }"#, r#"{ "a": "$.id" }"#),
    ] {
        let rendered = run(paths, "{\"k\":\"k\"}");
        let diagnostic = rendered.diagnostics.iter().find(|one| one.span().of(paths) == "\"x\"").unwrap();
        assert_eq!(diagnostic.code, "path.unused");
        assert_eq!(after_fix(paths, diagnostic), fixed);
    }
    let paths = r#"{"a":"$.x","a":"$.id"}"#;
    let rendered = run(paths, "{\"k\":<a>}");
    assert_eq!(text(&rendered), "{\"k\":\"i-1\"}");
    assert_eq!(after_fix(paths, found(&rendered, "path.duplicate-name")), r#"{"a":"$.id"}"#);
}

#[test]
fn a_path_outside_the_grammar_selects_nothing() {
    let paths = r#"{"a":"detail.str"}"#;
    let rendered = run(paths, "{\"k\":<a>}");
    assert_eq!(text(&rendered), "{\"k\":\"\"}");
    assert_eq!(after_fix(paths, found(&rendered, "path.grammar")), r#"{"a":"$.detail.str"}"#);
}

#[test]
fn a_path_that_selects_nothing_offers_the_near_key() {
    let paths = r#"{"a":"$.detail.strr"}"#;
    let rendered = run(paths, "{\"k\":<a>}");
    assert!(verified(&rendered), "an empty string has been observed");
    assert_eq!(after_fix(paths, found(&rendered, "path.selects-nothing")), r#"{"a":"$.detail.str"}"#);
}

#[test]
fn variables_say_what_they_hold_and_where() {
    let paths = r#"{"s":"$.detail.str","gone":"$.gone"}"#;
    let template = "{\"a\":<s>,\"b\":\"<s>\",\"c\":<gone>,\"d\":<aws.events.rule-name>}";
    let rendered = run(paths, template);
    let [s, gone, rule] = rendered.variables.as_slice() else { panic!() };
    assert_eq!((s.value.as_deref(), s.kind.as_str(), s.uses.len()), (Some("\"baz\""), "a string", 2));
    assert_eq!(s.path_span.unwrap().of(paths), "\"$.detail.str\"");
    assert_eq!(s.event_spans[0].of(EVENT), "\"baz\"");
    assert_eq!((gone.value.as_deref(), gone.kind.as_str()), (None, "nothing"));
    assert_eq!((rule.name.as_str(), rule.reserved, rule.path_span), ("aws.events.rule-name", true, None));
}

#[test]
fn every_piece_says_where_it_came_from() {
    let template = "{\"a\":<str>}";
    let Outcome::Delivered(payload) = with(template).outcome else { panic!() };
    let [before, value, after] = payload.pieces.as_slice() else { panic!("{payload:?}") };
    assert_eq!(before.origin, Origin::Template { span: Span::new(0, 5) });
    assert_eq!(after.out.of(&payload.text), "}");
    let Origin::Variable { name, span, event_spans } = &value.origin else { panic!() };
    assert_eq!((name.as_str(), span.of(template), event_spans[0].of(EVENT)), ("str", "<str>", "\"baz\""));
    assert_eq!(value.out.of(&payload.text), "\"baz\"");
}

#[test]
fn a_payload_over_a_mebibyte_is_not_rendered() {
    let event = parse(&format!("{{\"big\":\"{}\"}}", "x".repeat(300_000)), Role::Event).root.unwrap();
    let template = format!("\"{}\"", "<b>".repeat(10));
    let input = Input::Transformer { paths: r#"{"b":"$.big"}"#.into(), template };
    let rendered = render(&input, &event, &Surroundings::default(), 0, "t").worded(Lang::En);
    assert!(matches!(rendered.outcome, Outcome::Unknown { would_be: None, .. }));
    found(&rendered, "template.payload-too-large");
}
