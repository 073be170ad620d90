use super::*;
use crate::{evaluate, explain, render};
use rulepad_document::Lang;
use rulepad_document::Span;
use rulepad_document::text::utf16_offset;
use rulepad_pattern::Dialect;
use rulepad_rule::Rule;
use rulepad_transformer::{Input, Outcome};
use serde_json::Value;

/// A draft whose every text opens with characters that are longer in bytes.
fn draft(pattern: &str, inputs: Vec<Input>) -> Draft {
    let target = |input: Input| Target {
        id: "é target".into(),
        arn: "é arn".into(),
        role_arn: "é role".into(),
        input,
        parameters: "é parameters".into(),
        dead_letter_arn: "é queue".into(),
        retry_attempts: "é many".into(),
        event_age: "é old".into(),
        endpoint: "é url".into(),
    };
    Draft {
        event: r#"{"😀é":["b","c"],"Source":"aws.x","n":9007199254740993,"o":{},"list":[1]}"#.into(),
        pattern: pattern.into(),
        rule: Rule {
            name: "é rule".into(),
            event_bus: "é bus".into(),
            role_arn: "é role".into(),
            description: "é".repeat(600),
            ..Rule::default()
        },
        targets: inputs.into_iter().map(target).collect(),
        ..Draft::default()
    }
}

/// Every span of a report with its path, in the order of the fields.
fn spans(value: &Value, path: &str, out: &mut Vec<(String, u64, u64)>) {
    match value {
        Value::Object(members) => {
            if let (Some(start), Some(end)) = (members.get("start"), members.get("end")) {
                out.push((path.to_owned(), start.as_u64().unwrap(), end.as_u64().unwrap()));
            }
            for (key, value) in members {
                spans(value, &format!("{path}.{key}"), out);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                spans(item, &format!("{path}.{at}"), out);
            }
        }
        _ => {}
    }
}

/// Asserts that every span past the wide characters moved, and gives the paths of all, without numbers.
fn moved(before: &impl serde::Serialize, after: &impl serde::Serialize) -> Vec<String> {
    let all = |report: &Value| {
        let mut out = Vec::new();
        spans(report, "", &mut out);
        out
    };
    let before = all(&serde_json::to_value(before).unwrap());
    let after = all(&serde_json::to_value(after).unwrap());
    assert_eq!(before.len(), after.len());
    for ((path, _, end), (_, _, new)) in before.iter().zip(&after) {
        assert!(*end <= 1 || new < end, "{path} ends at {end} before and {new} after");
    }
    let plain = |path: &str| {
        path.split('.').filter(|part| part.parse::<u32>().is_err()).collect::<Vec<_>>().join(".")
    };
    let mut paths: Vec<String> = before.iter().map(|(path, ..)| plain(path)).collect();
    paths.sort();
    paths.dedup();
    paths
}

#[test]
fn every_span_of_a_verdict_and_its_payloads_is_counted() {
    let pattern = r#"{"😀é":["b"],"source":["aws.x"],"n":[9007199254740993],"o":["x"],
        "$or":[{"list":[1]},{"list":[2]}]}"#;
    let transformer = Input::Transformer {
        paths: r#"{"é":"$.n","v":"$.😀é","w":"$.none"}"#.into(),
        template: r#"{"é":<v>,"a":"<aws.events.rule-name> <é> <nope>"}"#.into(),
    };
    let good = Input::Transformer {
        paths: r#"{"v":"$.😀é"}"#.into(),
        template: r#"{"é":<v>,"t":<aws.events.event.json>}"#.into(),
    };
    let inputs = vec![
        Input::MatchedEvent,
        Input::Path("$.é.none".into()),
        Input::Constant(r#"{"é":"x"}"#.into()),
        Input::Constant(r#"{"é":x}"#.into()),
        transformer,
        good,
    ];
    let draft = draft(pattern, inputs);
    let report = evaluate(&draft, Lang::En);
    let paths = moved(&report, &report.clone().in_utf16(&draft));
    for expected in [
        ".rule.labels.span",
        ".rule.help.edits.span",
        ".targets.diagnostics.labels.span",
        ".targets.diagnostics.help.edits.span",
        ".targets.rendered.diagnostics.labels.span",
        ".targets.rendered.outcome.pieces.out",
        ".targets.rendered.outcome.pieces.origin.span",
        ".targets.rendered.outcome.pieces.origin.event_spans",
        ".targets.rendered.variables.event_spans",
        ".targets.rendered.variables.path_span",
        ".targets.rendered.variables.uses",
        ".why.event",
        ".why.near.edits.span",
        ".why.pattern",
        ".explanation.conditions.key",
        ".explanation.conditions.near.edits.span",
        ".explanation.conditions.near.event",
        ".explanation.conditions.reason.span",
        ".explanation.conditions.seen.span",
        ".explanation.conditions.span",
        ".explanation.conditions.wants.span",
        ".explanation.outline.any_of.branches.span",
        ".explanation.outline.any_of.key",
    ] {
        assert!(paths.iter().any(|path| path == expected), "{expected} is not in {paths:#?}");
    }
}

#[test]
fn every_span_of_a_refusal_is_counted() {
    let pattern = r#"{"😀é": "bare", "a": [{"prefxi": "x"}], "b": ["c"] # d
    }"#;
    let mut draft = draft(pattern, Vec::new());
    draft.event = "{\"é\": tru}".into();
    let report = evaluate(&draft, Lang::En);
    let after = report.clone().in_utf16(&draft);
    let paths = moved(&report, &after);
    for expected in [".pattern.labels.span", ".pattern.help.edits.span", ".event.labels.span"] {
        assert!(paths.iter().any(|path| path == expected), "{expected} is not in {paths:#?}");
    }
    let points = report.clone().in_code_points(&draft).pattern;
    for ((before, after), points) in report.pattern.iter().zip(&after.pattern).zip(&points) {
        for (label, counted) in before.labels.iter().zip(&after.labels) {
            let units: Vec<u16> = pattern.encode_utf16().collect();
            let text = String::from_utf16(units.get(counted.span.range()).unwrap()).unwrap();
            assert_eq!(text, label.span.of(pattern), "{}", before.code);
        }
        for (label, counted) in before.labels.iter().zip(&points.labels) {
            let (start, end) = (counted.span.start as usize, counted.span.end as usize);
            let text: String = pattern.chars().skip(start).take(end - start).collect();
            assert_eq!(text, label.span.of(pattern), "{}", before.code);
        }
        let cursor = |found: &Diagnostic| found.reference.as_ref().map(|reference| reference.cursor as usize);
        assert_eq!(cursor(after), cursor(before).map(|cursor| utf16_offset(pattern, cursor)));
    }
}

#[test]
fn a_rendering_is_counted_in_its_own_texts() {
    let event = r#"{"é":"😀","a":"b"}"#;
    let options = InputOptions {
        input_paths_map: Some(r#"{"a":"$.a"}"#.into()),
        input_template: Some(r#""é <a>""#.into()),
        ..InputOptions::default()
    };
    let report = render(event, &options, Lang::En).in_utf16(event, &options);
    let rendered = report.rendered.unwrap();
    let [variable] = &rendered.variables[..] else { panic!("{:?}", rendered.variables) };
    assert_eq!(variable.event_spans, [Span::new(14, 17)]);
    assert_eq!(variable.uses, [Span::new(3, 6)]);
    let Outcome::Delivered(payload) = rendered.outcome else { panic!("{:?}", rendered.outcome) };
    assert_eq!(payload.pieces.last().map(|piece| piece.out.end), Some(5));

    let rendered = render(event, &options, Lang::En).in_code_points(event, &options).rendered.unwrap();
    assert_eq!(rendered.variables[0].event_spans, [Span::new(13, 16)], "the emoji is one code point");
}

#[test]
fn plain_texts_stay_as_they_are() {
    let report = explain(r#"{"a":["b"]}"#, r#"{"a":"c"}"#, Dialect::Rule, Lang::En);
    let draft = Draft { pattern: r#"{"a":["b"]}"#.into(), event: r#"{"a":"c"}"#.into(), ..Draft::default() };
    assert_eq!(report.clone().in_utf16(&draft), report);
}

#[test]
fn offsets_agree_with_the_texts() {
    let text = "é😀x\u{0}ü終";
    let (units, points) = (Units::new(text, Unit::Utf16), Units::new(text, Unit::CodePoint));
    for byte in 0..=text.len() {
        let at = u32::try_from(byte).unwrap();
        assert_eq!(units.offset(at) as usize, utf16_offset(text, byte), "{byte}");
        // An offset inside a character is the character's start.
        let whole = text.char_indices().filter(|(start, c)| start + c.len_utf8() <= byte).count();
        assert_eq!(points.offset(at) as usize, whole, "{byte}");
    }
}

#[test]
fn an_event_log_counts_in_the_text_of_its_key() {
    let key = |name: &str, path: &str| rulepad_event_log::Key { name: name.into(), path: path.into() };
    let long = "é".repeat(200);
    let table = Table { partition: key(&long, "$.😀.é b"), sort: key("s", "$.😀") };
    let log = crate::event_log(&table, &[], Lang::En);
    let spans = |found: &[Diagnostic]| {
        found.iter().map(|found| (found.code.to_string(), found.span())).collect::<Vec<_>>()
    };
    let bytes = spans(&log.partition);
    assert_eq!(bytes[0], ("log.name-too-long".to_owned(), Span::new(0, 400)));
    let units = event_log_in_utf16(log, &table);
    let found = spans(&units.partition);
    assert_eq!(found[0].1, Span::new(0, 200));
    assert_eq!(found[1].1, Span::new(0, 8), "the emoji is two units");
    assert_eq!(spans(&units.sort)[0].1, Span::new(0, 4));
}
