//! Targets: what each receives, and each export format over many targets, a long pattern, many tags.

use super::{case, evaluated, sent};
use crate::Case;
use crate::text::{event, items, many, members, pattern};
use rulepad_workbench::{
    Draft, Export, Format, Input, InputOptions, Lang, Rule, Tag, Target, export, file, import, render, share,
    trial::trial,
};

const KINDS: [&str; 6] = [
    "sqs:us-east-1:123456789012:q",
    "sns:us-east-1:123456789012:t",
    "lambda:us-east-1:123456789012:function:f",
    "states:us-east-1:123456789012:stateMachine:m",
    "kinesis:us-east-1:123456789012:stream/s",
    "logs:us-east-1:123456789012:log-group:/aws/events/g",
];

fn target(at: usize) -> Target {
    let kind = KINDS.get(at % KINDS.len()).copied().unwrap_or_default();
    Target {
        id: format!("target{at}"),
        arn: format!("arn:aws:{kind}{at}"),
        input: Input::Transformer {
            paths: "{\"x\":\"$.detail.k0\"}".into(),
            template: "{\"text\":\"a <x>\",\"rule\":<aws.events.rule-name>}".into(),
        },
        ..Target::default()
    }
}

fn targets(size: usize) -> Draft {
    Draft {
        pattern: pattern("{\"k0\":[\"v0\"]}"),
        event: event("{\"k0\":\"v0\"}"),
        rule: Rule { name: "rule".into(), ..Rule::default() },
        targets: (0..size).map(target).collect(),
        ..Draft::default()
    }
}

/// All on one queue: what a resource's policy joins.
fn one_queue(size: usize) -> Draft {
    let mut draft = targets(size);
    for target in &mut draft.targets {
        target.arn = "arn:aws:sqs:us-east-1:123456789012:q".into();
        target.dead_letter_arn = "arn:aws:sqs:us-east-1:123456789012:dead".into();
    }
    draft
}

fn long_pattern(size: usize) -> Draft {
    Draft {
        pattern: pattern(&members(size, |at| format!("[\"v{at}\",{{\"prefix\":\"p\"}},4.0]"))),
        ..targets(2)
    }
}

fn tags(size: usize) -> Draft {
    let mut draft = targets(2);
    draft.rule.tags = (0..size).map(|at| Tag { key: format!("k{at}"), value: format!("v{at}") }).collect();
    draft
}

fn exported(name: &'static str, base: usize, format: Format, make: fn(usize) -> Draft) -> Case {
    case(name, base, move |size| {
        let draft = make(size);
        Box::new(move || sent(&export(&draft, format, Lang::En)))
    })
}

fn text(format: Format, draft: &Draft) -> String {
    match export(draft, format, Lang::En) {
        Export::Ready(file) => file.text,
        Export::NotYet(_) => String::new(),
    }
}

/// Names live as long as the table: a case has one for each format.
fn named(what: &str, format: Format) -> &'static str {
    Box::leak(format!("export: {}, {what}", format.name(Lang::En)).into_boxed_str())
}

pub fn all() -> Vec<Case> {
    let mut cases = vec![
        evaluated("targets: many", 250, targets),
        evaluated("targets: of one queue", 250, one_queue),
        evaluated("targets: one id", 250, |size| {
            let mut draft = targets(size);
            draft.targets.iter_mut().for_each(|target| target.id = "same".into());
            draft
        }),
        case("share: encode", 1000, |size| {
            let draft = targets(size);
            Box::new(move || share::encode(&draft).len())
        }),
        case("share: decode", 1000, |size| {
            let link = share::encode(&targets(size));
            Box::new(move || share::decode(&link).map_or(0, |draft| sent(&draft)))
        }),
        case("file: save and open", 1000, |size| {
            let text = file::save(&targets(size)).text;
            Box::new(move || sent(&import(&text, Lang::En)))
        }),
        case("trial: many targets", 50, |size| {
            let draft = targets(size);
            Box::new(move || trial(&draft, Lang::En).map_or(0, |found| sent(&found)))
        }),
    ];
    let rendered = |name, base, make: fn(usize) -> (String, InputOptions)| {
        case(name, base, move |size| {
            let (event, options) = make(size);
            Box::new(move || sent(&render(&event, &options, Lang::En).in_utf16(&event, &options)))
        })
    };
    cases.extend([
        rendered("template: text", 1_000, |size| {
            let template = format!("\"{}\"", "text é ".repeat(size));
            (event("{}"), InputOptions { input_template: Some(template), ..InputOptions::default() })
        }),
        rendered("template: placeholders", 100, |size| {
            let template = format!("{{{}}}", many(size, ",", |at| format!("\"k{at}\":<x>")));
            let paths = "{\"x\":\"$.detail\"}".to_owned();
            let options = InputOptions {
                input_template: Some(template),
                input_paths_map: Some(paths),
                ..InputOptions::default()
            };
            (event("{\"a\":{\"b\":[1,2,\"é\"]}}"), options)
        }),
        rendered("template: a large value", 1_000, |size| {
            let options = InputOptions {
                input_template: Some("{\"x\":<x>,\"text\":\"<x> and <x>\"}".to_owned()),
                input_paths_map: Some("{\"x\":\"$.detail\"}".to_owned()),
                ..InputOptions::default()
            };
            (event(&members(size, |at| format!("\"v\\n{at}\""))), options)
        }),
        rendered("template: variables", 10, |size| {
            let options = InputOptions {
                input_template: Some(many(size, " ", |at| format!("\"<v{at}>\""))),
                input_paths_map: Some(format!(
                    "{{{}}}",
                    many(size, ",", |at| format!("\"v{at}\":\"$.detail.k{at}\""))
                )),
                ..InputOptions::default()
            };
            (event(&members(size, |at| at.to_string())), options)
        }),
        rendered("template: faults", 100, |size| {
            let options = InputOptions {
                input_template: Some(many(size, " ", |at| format!("<unknown{at}> ${{x}} {{{{y}}}}"))),
                ..InputOptions::default()
            };
            (event("{}"), options)
        }),
        rendered("template: open brackets", 100, |size| {
            let options =
                InputOptions { input_template: Some("{\"a\":[<".repeat(size)), ..InputOptions::default() };
            (event("{}"), options)
        }),
        rendered("input: constant", 1_000, |size| {
            let options =
                InputOptions { input: Some(items(size, |at| at.to_string())), ..InputOptions::default() };
            (event("{}"), options)
        }),
        rendered("input: a path of wildcards", 250, |size| {
            let options =
                InputOptions { input_path: Some("$.detail.a[*].b[*]".to_owned()), ..InputOptions::default() };
            (event(&format!("{{\"a\":{}}}", items(size, |_| "{\"b\":[1,2,3,4]}".to_owned()))), options)
        }),
        rendered("input: a path of descents", 2, |size| {
            let options = InputOptions {
                input_path: Some(format!("${}", "..*".repeat(size))),
                ..InputOptions::default()
            };
            (event("{\"a\":{\"a\":{\"a\":{\"a\":[1,2,3,4]}}}}"), options)
        }),
        rendered("input: a long path", 250, |size| {
            let options = InputOptions {
                input_path: Some(format!("$.detail{}", ".a".repeat(size))),
                ..InputOptions::default()
            };
            (event("{}"), options)
        }),
    ]);
    for format in Format::ALL {
        cases.push(exported(named("targets", format), 200, format, targets));
        cases.push(exported(named("one queue", format), 200, format, one_queue));
        cases.push(exported(named("long pattern", format), 200, format, long_pattern));
        cases.push(exported(named("tags", format), 200, format, tags));
        cases.push(case(named("read back", format), 200, move |size| {
            let text = text(format, &targets(size));
            Box::new(move || sent(&import(&text, Lang::En).in_utf16(&text)))
        }));
        cases.push(case(named("written back", format), 200, move |size| {
            let read = import(&text(format, &targets(size)), Lang::En);
            let draft = read.rules.first().map(|rule| rule.onto(&Draft::default()));
            let mut draft = draft.unwrap_or_default();
            draft.rule.description = "changed".into();
            Box::new(move || sent(&export(&draft, format, Lang::En)))
        }));
    }
    cases
}
