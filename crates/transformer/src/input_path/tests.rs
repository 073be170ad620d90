//! The grammar of input paths, row by row, and what they select.

use super::*;
use rulepad_document::Role;
use rulepad_document::json::{Node, ValueKind, compact, parse};

fn event() -> Node {
    let text = r#"{"detail":{"status":"OK","Subnet ID":"s-1","a/b":1,"items":[{"x":1},{"x":2},{}],"empty":[],"n":null,"dup":1,"dup":2},"resources":["r0","r1"]}"#;
    parse(text, Role::Event).root.unwrap()
}

fn selected(path: &str) -> Option<String> {
    let read = read(path);
    assert_eq!(read.fault, None, "{path}");
    match select(&read.steps.unwrap(), &event()) {
        Selected::Nothing => None,
        Selected::One(node) => Some(compact(node)),
        Selected::Many(nodes) => Some(nodes.iter().map(|node| compact(node)).collect::<Vec<_>>().join("|")),
    }
}

#[test]
fn paths_of_the_grammar_select() {
    for (path, expected) in [
        ("$.detail.status", Some("\"OK\"")),
        ("$.detail.a/b", Some("1")),
        ("$.detail.n", Some("null")),
        ("$.detail.dup", Some("2")),
        ("$.resources[1]", Some("\"r1\"")),
        ("$.resources[2]", None),
        ("$.resources[99999999999999999999999]", None),
        ("$.detail.items[1].x", Some("2")),
        ("$.detail.items[*].x", Some("1|2")),
        ("$.detail.items[*]", Some(r#"{"x":1}|{"x":2}|{}"#)),
        ("$.detail.empty[*]", Some("")),
        ("$.detail.status[*]", None),
        ("$.detail.missing[*]", None),
        ("$.detail.items.x", None),
        ("$.detail.missing", None),
        ("$.detail.status.x", None),
    ] {
        assert_eq!(selected(path).as_deref(), expected, "{path}");
    }
    assert_eq!(selected("$"), Some(compact(&event())));
}

#[test]
fn what_the_grammar_lacks_is_named_and_fixed_where_obvious() {
    use FaultKind as F;
    for (path, kind, at, fixed) in [
        ("", F::Empty, (0, 0), None),
        (" $.a ", F::Space, (0, 5), Some("$.a")),
        ("detail.x", F::NoDollar, (0, 0), Some("$.detail.x")),
        (".detail", F::NoDollar, (0, 0), Some("$.detail")),
        ("$detail", F::NoDot, (1, 1), Some("$.detail")),
        ("$.a[0]b", F::NoDot, (6, 6), Some("$.a[0].b")),
        ("$.a.", F::EmptyName, (3, 4), Some("$.a")),
        ("$.a.[0]", F::DotBeforeBracket, (3, 4), Some("$.a[0]")),
        ("$.detail['x']", F::Brackets, (8, 13), Some("$.detail.x")),
        ("$[\"detail\"].x", F::Brackets, (1, 11), Some("$.detail.x")),
        ("$.detail['Subnet ID']", F::Brackets, (8, 21), None),
        ("$[0]", F::IndexOfRoot, (1, 4), None),
        ("$.a[0", F::Unclosed, (3, 5), None),
        ("$.a['x", F::Unclosed, (3, 6), None),
        ("$..x", F::Descent, (1, 3), None),
        ("$.a[?(@.x==1)]", F::Filter, (3, 14), None),
        ("$.a[1:2]", F::Slice, (3, 8), None),
        ("$.a[-1]", F::Negative, (3, 7), None),
        ("$.a[0,1]", F::Union, (3, 8), None),
        ("$['a','b']", F::Union, (1, 10), None),
        ("$.a.length()", F::Function, (10, 11), None),
        ("$.Subnet ID", F::Character(' '), (8, 9), None),
        ("$.détail", F::Character('é'), (3, 5), None),
        ("$.*", F::Character('*'), (2, 3), None),
        ("$.a[]", F::Index, (3, 5), None),
        ("$.a[x]", F::Index, (3, 6), None),
    ] {
        let read = read(path);
        let fault = read.fault.unwrap_or_else(|| panic!("{path} should be faulty"));
        assert_eq!((fault.kind, fault.span), (kind, Span::new(at.0, at.1)), "{path}");
        assert_eq!(read.fixed.as_deref(), fixed, "{path}");
        assert_eq!(read.only_brackets, kind == F::Brackets, "{path}");
    }
}

#[test]
fn bracket_notation_with_other_faults_is_not_brackets_alone() {
    assert!(!read("detail['x']").only_brackets);
    assert_eq!(read("detail['x']").fixed.as_deref(), Some("$.detail.x"));
}

#[test]
fn a_miss_says_how_far_the_path_gets() {
    let miss = |path: &str| miss(&read(path).steps.unwrap(), &event());
    let found = miss("$.detail.staus").unwrap();
    assert_eq!(
        (found.reached.as_str(), found.step.as_str(), found.kind),
        ("$.detail", ".staus", ValueKind::Object)
    );
    assert_eq!(found.meant.as_deref(), Some("$.detail.status"));
    assert_eq!(miss("$.resources.0").unwrap().meant.as_deref(), Some("$.resources[0]"));
    assert_eq!(miss("$.detail.items.x").unwrap().meant.as_deref(), Some("$.detail.items[0].x"));
    assert_eq!(miss("$.detail.status.x").unwrap().kind, ValueKind::String);
    assert_eq!(miss("$.nothing").unwrap().meant, None);
    assert_eq!(miss("$.detail.items[*].y"), None);
}
