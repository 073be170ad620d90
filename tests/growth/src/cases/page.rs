//! What the page asks besides: the builder, picked values, the catalogue, the event log.

use super::{case, sent};
use crate::Case;
use crate::text::{event, items, many, members, pattern};
use rulepad_workbench::Lang;
use rulepad_workbench::builder::Matcher;
use rulepad_workbench::builder::{Change, build, built};
use rulepad_workbench::catalogue::bundled;
use rulepad_workbench::{
    Dialect, Draft, Input, Key, Table, Target, batch, complete, event_log, pick, replaced, suggest_keys,
};

fn wide_event(size: usize) -> String {
    event(&members(size, |at| format!("\"v{at}\"")))
}

/// As many fields under one name as that has dozens of characters.
fn long_names(size: usize, value: &str) -> String {
    format!("{{\"{}\":{}}}", "n".repeat(40 * size), members(size, |_| value.to_owned()))
}

pub fn all() -> Vec<Case> {
    vec![
        case("builder: rows", 100, |size| {
            let (pattern, event) = (pattern(&members(size, |at| format!("[\"v{at}\"]"))), wide_event(size));
            Box::new(move || sent(&built(&pattern, &event, Dialect::Rule, None, Lang::En)))
        }),
        case("builder: rows with the catalogue", 50, |size| {
            let (pattern, event) = (pattern(&members(size, |at| format!("[\"v{at}\"]"))), wide_event(size));
            let catalogue = bundled().ok();
            Box::new(move || sent(&built(&pattern, &event, Dialect::Rule, catalogue.as_ref(), Lang::En)))
        }),
        case("builder: matchers of one field", 200, |size| {
            let pattern = pattern(&format!("{{\"k0\":{}}}", items(size, |at| format!("\"v{at}\""))));
            let event = wide_event(2);
            Box::new(move || sent(&built(&pattern, &event, Dialect::Rule, None, Lang::En)))
        })
        .limited(64),
        case("builder: a change", 100, |size| {
            let pattern = pattern(&members(size, |at| format!("[\"v{at}\"]")));
            let change = Change::AddMatcher { field: "detail.k0".into(), matcher: Matcher::string("w") };
            Box::new(move || {
                build(&pattern, Dialect::Rule, &change, Lang::En).map_or(0, |edits| sent(&edits))
            })
        }),
        case("pick: a value for the pattern", 100, |size| {
            let (pattern, event) = (pattern(&members(size, |at| format!("[\"v{at}\"]"))), wide_event(size));
            let offset = event.len() - 4;
            Box::new(move || {
                pick::add_to_pattern(&pattern, &event, offset, Dialect::Rule, Lang::En)
                    .map_or(0, |found| found.said.len())
            })
        }),
        case("pick: a list for the pattern", 100, |size| {
            let event = event(&format!("{{\"a\":{}}}", items(size, |at| format!("\"v{at}\""))));
            let offset = event.find("\"a\"").unwrap_or_default() + 1;
            Box::new(move || {
                pick::add_to_pattern("{}", &event, offset, Dialect::Rule, Lang::En)
                    .map_or(0, |found| found.said.len())
            })
        }),
        case("pick: a variable", 10, |size| {
            let event = wide_event(size);
            let offset = event.len() - 4;
            let input = Input::Transformer {
                paths: format!("{{{}}}", many(size, ",", |at| format!("\"v{at}\":\"$.detail.k{at}\""))),
                template: many(size, " ", |at| format!("\"<v{at}>\"")),
            };
            Box::new(move || {
                pick::add_variable(&input, &event, offset, Lang::En).map_or(0, |found| found.said.len())
            })
        }),
        case("catalogue: search for many words", 25, |size| {
            let catalogue = bundled().ok();
            let query = many(size, " ", |at| format!("word{at}"));
            Box::new(move || catalogue.map_or(0, |own| own.search(&query, Dialect::Rule, Lang::En).len()))
        }),
        case("catalogue: search for a long word", 250, |size| {
            let catalogue = bundled().ok();
            let query = "codebuild".repeat(size);
            Box::new(move || catalogue.map_or(0, |own| own.search(&query, Dialect::Rule, Lang::En).len()))
        }),
        case("catalogue: search for a word many times", 25, |size| {
            let catalogue = bundled().ok();
            let query = "codebuild ".repeat(size);
            Box::new(move || catalogue.map_or(0, |own| own.search(&query, Dialect::Rule, Lang::En).len()))
        }),
        case("event log: puts", 50, |size| {
            let key = |name: &str, path: &str| Key { name: name.into(), path: path.into() };
            let table = Table { partition: key("pk", "$.source"), sort: key("sk", "$.detail.at") };
            let payloads: Vec<String> = (0..size).map(|at| event(&format!("{{\"at\":\"{at}\"}}"))).collect();
            Box::new(move || sent(&event_log(&table, &payloads, Lang::En)))
        }),
        case("event log: puts with one key", 50, |size| {
            let key = |name: &str, path: &str| Key { name: name.into(), path: path.into() };
            let table = Table { partition: key("pk", "$.source"), sort: key("", "") };
            let payloads: Vec<String> = (0..size).map(|at| event(&format!("{{\"at\":\"{at}\"}}"))).collect();
            Box::new(move || sent(&event_log(&table, &payloads, Lang::En)))
        }),
        case("builder: long names", 100, |size| {
            let (pattern, event) = (pattern(&long_names(size, "[1]")), event(&long_names(size, "1")));
            Box::new(move || sent(&built(&pattern, &event, Dialect::Rule, None, Lang::En)))
        })
        .limited(512),
        case("complete: long names", 100, |size| {
            let event = event(&long_names(size, "1"));
            Box::new(move || sent(&complete("{\"\": []}", &event, 2, None, Lang::En)))
        })
        .limited(512),
        case("event log: keys of long names", 100, |size| {
            let event = event(&long_names(size, "1"));
            Box::new(move || suggest_keys(&event).len())
        })
        .limited(512),
        case("event log: keys to choose from", 250, |size| {
            let event = wide_event(size);
            Box::new(move || suggest_keys(&event).len())
        }),
        case("import: what would change", 50, |size| {
            let draft = |from: usize| {
                let target = |at: usize| Target {
                    id: format!("t{}", at + from),
                    arn: format!("a{at}"),
                    ..Target::default()
                };
                Draft { targets: (0..size).map(target).collect(), ..Draft::default() }
            };
            let (before, after) = (draft(0), draft(size / 2));
            Box::new(move || replaced(&before, &after, Lang::En).len())
        }),
        case("batch: a line", 250, |size| {
            let (pattern, event) = (pattern(&members(size, |at| format!("[\"v{at}\"]"))), wide_event(size));
            Box::new(move || format!("{:?}", batch::verdict(&pattern, &event, Lang::En)).len())
        }),
    ]
}
