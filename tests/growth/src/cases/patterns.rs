//! Patterns: every operator, matching, explanation, lints, near misses, dialects, tools.

use super::{case, evaluated, sent};
use crate::Case;
use crate::text::{event, items, many, members, nested, pattern};
use rulepad_workbench::Lang;
use rulepad_workbench::{
    Dialect, Draft, compare, complete, failing_events, fix_pattern, matching_event, tidy,
};

/// A pattern on `f` with this list, and an event whose `f` is a text.
fn operator(list: impl Fn(usize) -> String + 'static) -> impl Fn(usize) -> Draft {
    operator_on("\"value\"", list)
}

fn operator_on(value: &'static str, list: impl Fn(usize) -> String + 'static) -> impl Fn(usize) -> Draft {
    move |size| Draft {
        pattern: pattern(&format!("{{\"f\":{}}}", list(size))),
        event: event(&format!("{{\"f\":{value}}}")),
        ..Draft::default()
    }
}

/// One operator, many times in a list.
fn list_of(operator: &'static str) -> impl Fn(usize) -> String {
    move |size| items(size, |at| operator.replace('@', &at.to_string()))
}

fn in_dialect(dialect: Dialect) -> impl Fn(usize) -> Draft {
    move |size| Draft {
        dialect,
        pattern: format!("{{\"body\":{}}}", members(size, |at| format!("[\"v{at}\",{{\"prefix\":\"x\"}}]"))),
        event: format!("{{\"body\":{}}}", members(size, |at| format!("\"v{at}\""))),
        ..Draft::default()
    }
}

/// As many fields under one name as that has dozens of characters.
fn long_names(size: usize, value: &str) -> String {
    format!("{{\"{}\":{}}}", "n".repeat(40 * size), members(size, |_| value.to_owned()))
}

fn wide(size: usize) -> Draft {
    Draft {
        pattern: pattern(&members(size, |at| format!("[\"v{at}\"]"))),
        event: event(&members(size, |at| format!("\"v{at}\""))),
        ..Draft::default()
    }
}

pub fn all() -> Vec<Case> {
    vec![
        evaluated("pattern: fields that match", 250, wide),
        evaluated("pattern: fields that are missing", 250, |size| Draft { event: event("{}"), ..wide(size) }),
        evaluated("pattern: fields nearly named", 100, |size| Draft {
            event: event(&members(size, |at| format!("\"v{at}\"")).replace("\"k", "\"K")),
            ..wide(size)
        }),
        evaluated("pattern: long value", 4_000, |size| Draft {
            pattern: pattern(&format!("{{\"f\":[\"{}\"]}}", "x".repeat(size))),
            event: event(&format!("{{\"f\":\"{}y\"}}", "x".repeat(size))),
            ..Draft::default()
        }),
        evaluated("pattern: nested fields", 12, |size| Draft {
            pattern: pattern(&nested(size, "{\"a\":", "[\"x\"]", "}")),
            event: event(&nested(size, "{\"a\":", "\"x\"", "}")),
            ..Draft::default()
        }),
        evaluated("pattern: long field names", 500, |size| Draft {
            pattern: pattern(&format!("{{\"{}\":[\"x\"]}}", "n".repeat(size))),
            event: event(&format!("{{\"{}m\":\"x\"}}", "n".repeat(size))),
            ..Draft::default()
        }),
        evaluated("pattern: long names", 100, |size| Draft {
            pattern: pattern(&long_names(size, "[1]")),
            event: event(&long_names(size, "2")),
            ..Draft::default()
        })
        .limited(512),
        evaluated("faults: long names", 100, |size| Draft {
            pattern: pattern(&long_names(size, "1")),
            event: event("{}"),
            ..Draft::default()
        })
        .limited(2048),
        evaluated(
            "faults: within anything-but lists",
            1_000,
            operator(|size| format!("[{{\"anything-but\":[{}]}}]", many(size, ",", |_| "'a'".to_owned()))),
        ),
        evaluated(
            "faults: many anything-but lists",
            1_000,
            operator(list_of("{\"anything-but\":['a' 'b']}")),
        ),
        evaluated("operator: exact texts", 250, operator(list_of("\"value@\""))),
        evaluated("operator: exact texts, one slip away", 250, operator(list_of("\"valu@\""))),
        evaluated("operator: numbers", 250, operator_on("1", list_of("1@.5"))),
        evaluated("operator: prefix", 250, operator(list_of("{\"prefix\":\"v@\"}"))),
        evaluated("operator: suffix", 250, operator(list_of("{\"suffix\":\"v@\"}"))),
        evaluated(
            "operator: prefix ignoring case",
            250,
            operator(list_of("{\"prefix\":{\"equals-ignore-case\":\"V@\"}}")),
        ),
        evaluated("operator: equals-ignore-case", 250, operator(list_of("{\"equals-ignore-case\":\"V@\"}"))),
        evaluated("operator: wildcard", 100, operator(list_of("{\"wildcard\":\"v*@*e\"}"))),
        evaluated(
            "operator: wildcard with many stars",
            20,
            operator(|size| format!("[{{\"wildcard\":\"{}\"}}]", "a*".repeat(size))),
        )
        .limited(256),
        evaluated("operator: wildcard on a long value", 500, |size| Draft {
            pattern: pattern("{\"f\":[{\"wildcard\":\"*a*b*c*\"}]}"),
            event: event(&format!("{{\"f\":\"{}\"}}", "ab".repeat(size))),
            ..Draft::default()
        }),
        evaluated(
            "operator: anything-but list",
            250,
            operator(|size| format!("[{{\"anything-but\":{}}}]", list_of("\"v@\"")(size))),
        ),
        evaluated(
            "operator: anything-but prefix list",
            250,
            operator(|size| format!("[{{\"anything-but\":{{\"prefix\":{}}}}}]", list_of("\"v@\"")(size))),
        ),
        evaluated(
            "operator: anything-but wildcard list",
            50,
            operator(|size| format!("[{{\"anything-but\":{{\"wildcard\":{}}}}}]", list_of("\"v*@\"")(size))),
        )
        .limited(128),
        evaluated("operator: numeric", 250, operator_on("5", list_of("{\"numeric\":[\">\",@,\"<=\",1@]}"))),
        evaluated("operator: cidr", 100, operator_on("\"10.0.0.1\"", list_of("{\"cidr\":\"10.0.0.0/24\"}"))),
        evaluated("operator: exists", 250, operator(list_of("{\"exists\":true}"))),
        evaluated("$or: many branches", 50, |size| Draft {
            pattern: format!("{{\"$or\":{}}}", items(size, |at| format!("{{\"source\":[\"s{at}\"]}}"))),
            event: event("{}"),
            ..Draft::default()
        })
        .limited(64),
        evaluated("$or: within $or", 3, |size| Draft {
            pattern: nested(size, "{\"$or\":[{\"a\":[1]},", "{\"b\":[1]}", "]}"),
            event: event("{}"),
            ..Draft::default()
        }),
        evaluated("$or: beside $or", 1, |size| Draft {
            pattern: pattern(&members(size, |at| format!("{{\"$or\":[{{\"a{at}\":[1]}},{{\"b\":[1]}}]}}"))),
            event: event("{}"),
            ..Draft::default()
        }),
        evaluated("arrays: many elements", 250, |size| Draft {
            pattern: pattern("{\"a\":{\"x\":[1],\"y\":[2],\"z\":[3]}}"),
            event: event(&format!("{{\"a\":{}}}", items(size, |_| "{\"x\":1,\"y\":2,\"z\":4}".to_owned()))),
            ..Draft::default()
        }),
        evaluated("arrays: elements that conflict", 100, |size| Draft {
            pattern: pattern("{\"a\":{\"x\":[1],\"y\":[2]},\"b\":{\"x\":[1],\"y\":[2]}}"),
            event: event(&format!(
                "{{\"a\":{0},\"b\":{0}}}",
                items(size, |at| format!("{{\"x\":{},\"y\":{}}}", at % 2, 1 + at % 2))
            )),
            ..Draft::default()
        }),
        evaluated("arrays: within arrays", 4, |size| Draft {
            pattern: pattern("{\"a\":{\"b\":{\"x\":[1],\"y\":[2]}}}"),
            event: event(&format!(
                "{{\"a\":{}}}",
                items(size, |_| format!("{{\"b\":{}}}", items(8, |at| format!("{{\"x\":{at}}}"))))
            )),
            ..Draft::default()
        }),
        evaluated("arrays: of values", 500, |size| Draft {
            pattern: pattern("{\"a\":[\"no\"]}"),
            event: event(&format!("{{\"a\":{}}}", items(size, |at| format!("\"n{at}\"")))),
            ..Draft::default()
        }),
        evaluated("dialect: pipes", 100, in_dialect(Dialect::Pipes)),
        evaluated("dialect: event source mapping", 100, in_dialect(Dialect::EventSourceMapping)),
        evaluated("dialect: SNS body", 100, in_dialect(Dialect::SnsBody)),
        evaluated("faults: wrong operators", 1_000, operator(list_of("{\"prefixx\":\"v@\"}"))),
        evaluated("faults: scalars in place of lists", 250, |size| Draft {
            pattern: pattern(&members(size, |at| format!("\"v{at}\""))),
            event: event("{}"),
            ..Draft::default()
        }),
        evaluated("faults: duplicate keys", 2_000, |size| Draft {
            pattern: pattern(&format!("{{{}}}", many(size, ",", |_| "\"k\":[1]".to_owned()))),
            event: event(&format!("{{{}}}", many(size, ",", |_| "\"k\":1".to_owned()))),
            ..Draft::default()
        }),
        evaluated("faults: missing commas", 250, |size| Draft {
            pattern: format!("{{\"source\":[{}]}}", many(size, " ", |_| "\"a\"".to_owned())),
            event: event("{}"),
            ..Draft::default()
        }),
        evaluated("faults: single quotes", 250, |size| Draft {
            pattern: format!("{{'source':[{}]}}", many(size, ",", |_| "'a'".to_owned())),
            event: event("{}"),
            ..Draft::default()
        }),
        evaluated("faults: bare words", 250, |size| Draft {
            pattern: format!("{{source:[{}]}}", many(size, ",", |_| "word".to_owned())),
            event: event("{}"),
            ..Draft::default()
        }),
        evaluated("faults: open brackets", 50, |size| Draft {
            pattern: "[{\"a\":".repeat(size),
            event: "{\"a\":[".repeat(size),
            ..Draft::default()
        }),
        evaluated("faults: empty lists", 250, |size| Draft {
            pattern: pattern(&members(size, |_| "[]".to_owned())),
            event: event("{}"),
            ..Draft::default()
        }),
        evaluated("faults: behind wide characters", 250, |size| Draft {
            pattern: pattern(&members(size, |_| "[{\"é😀\":1}]".to_owned())),
            event: event("{}"),
            ..Draft::default()
        }),
        case("tools: fix a pattern", 100, |size| {
            let text = pattern(&members(size, |at| format!("\"v{at}\"")));
            Box::new(move || fix_pattern(&text, Dialect::Rule).len())
        })
        .limited(6000),
        case("tools: tidy", 1_000, |size| {
            let text = pattern(&members(size, |at| format!("[\"v{at}\"]")));
            Box::new(move || tidy(&text).map_or(0, |text| text.len()))
        }),
        case("tools: an event that matches", 50, |size| {
            let draft = Draft { event: String::new(), ..wide(size) };
            Box::new(move || matching_event(&draft, None, Lang::En).map_or(0, |found| sent(&found)))
        }),
        case("tools: an event that matches anything-but", 100, |size| {
            let draft = operator(|size| format!("[{{\"anything-but\":{}}}]", list_of("\"v@\"")(size)))(size);
            Box::new(move || matching_event(&draft, None, Lang::En).map_or(0, |found| sent(&found)))
        }),
        case("tools: an event that matches wildcards", 10, |size| {
            let draft = operator(|size| format!("[{{\"wildcard\":\"{}\"}}]", "a*".repeat(size)))(size);
            Box::new(move || matching_event(&draft, None, Lang::En).map_or(0, |found| sent(&found)))
        })
        .limited(256),
        case("tools: events that just fail", 25, |size| {
            let draft = wide(size);
            Box::new(move || failing_events(&draft, None, Lang::En).map_or(0, |found| sent(&found)))
        })
        .limited(1024),
        case("tools: compare patterns", 25, |size| {
            let (one, other) = (wide(size).pattern, wide(size + 1).pattern);
            Box::new(move || sent(&compare(&one, &other, Dialect::Rule, Lang::En)))
        })
        .limited(512),
        case("tools: compare lists", 50, |size| {
            let one = operator(list_of("\"value@\""))(size).pattern;
            let other = operator(list_of("{\"prefix\":\"v@\"}"))(size).pattern;
            Box::new(move || sent(&compare(&one, &other, Dialect::Rule, Lang::En)))
        })
        .limited(512),
        case("tools: compare $or", 10, |size| {
            let text = |from: usize| {
                format!(
                    "{{\"$or\":{}}}",
                    items(size, |at| format!("{{\"a{}\":[1],\"b{at}\":[2]}}", at + from))
                )
            };
            let (one, other) = (text(0), text(1));
            Box::new(move || sent(&compare(&one, &other, Dialect::Rule, Lang::En)))
        })
        .limited(512),
        case("tools: complete", 250, |size| {
            let draft = wide(size);
            Box::new(move || {
                sent(&complete(&draft.pattern, &draft.event, draft.pattern.len() - 4, None, Lang::En))
            })
        }),
    ]
}
