//! The small program of live examples answers as the whole one does, or leaves the answer to it.

use crate::{broken, patterns};
use rulepad_workbench::Lang;
use rulepad_workbench::{Dialect, InputOptions, batch, explain, explain_json, render, render_payload};

#[test]
fn what_the_small_program_answers_is_the_whole_answer() {
    let texts: Vec<String> = patterns().into_iter().step_by(2).chain(broken()).collect();
    let mut answered = 0;
    for (index, text) in texts.iter().enumerate() {
        let dialect = Dialect::ALL[index % Dialect::ALL.len()];
        let other = texts[index * 7 % texts.len()].as_str();
        for (pattern, event) in
            [(text.as_str(), r#"{"source": "aws.s3", "detail": {"a": [1]}}"#), (other, text)]
        {
            if let Some(report) = explain_json(pattern, event, dialect, Lang::En) {
                answered += 1;
                assert_eq!(report, explain(pattern, event, dialect, Lang::En), "{pattern}\n{event}");
            }
            if let Some(verdict) = batch::verdict_bracketed(pattern, event, Lang::En) {
                assert_eq!(verdict, batch::verdict(pattern, event, Lang::En), "{pattern}\n{event}");
            }
        }
        let template = InputOptions { input_template: Some(text.clone()), ..InputOptions::default() };
        for (event, options) in [(text.as_str(), InputOptions::default()), (r#"{"a": 1}"#, template)] {
            assert_eq!(
                render_payload(event, &options, Lang::En),
                Some(render(event, &options, Lang::En)),
                "{event}"
            );
        }
    }
    assert!(answered > texts.len(), "most of them are JSON: {answered} of {}", 2 * texts.len());
}

#[test]
fn what_it_cannot_answer_it_leaves() {
    let none = |pattern, event| {
        assert!(explain_json(pattern, event, Dialect::Rule, Lang::En).is_none(), "{pattern} {event}")
    };
    none("source: [a]", "{}");
    none("const p = { source: ['a'] }", "{}");
    none(r#"{"a": [1]}"#, "a: 1");
    none(r#"{"a": [1]}"#, r#"[{"source": "a"}, {"source": "b"}]"#);
    none(r#"{"a": [1]}"#, r#"{"Records": [{"eventSource": "aws:sqs", "body": "{}"}]}"#);
    none(r#"{"a": ["{'prefix': 1}"]}"#, "{}");
    let queue = Some("arn:aws:sqs:us-east-1:111122223333:q".to_owned());
    assert!(
        render_payload("{}", &InputOptions { arn: queue, ..InputOptions::default() }, Lang::En).is_none()
    );
}
