use super::*;
use crate::json::compact;

fn json(text: &str) -> String {
    let read = read(text, Role::Import);
    assert_eq!(read.diagnostics, [], "{text}");
    assert!(read.placed, "{text}");
    compact(&read.root.unwrap())
}

/// The text under every scalar and key, in order, and under collections with brackets.
fn places(text: &str) -> Vec<String> {
    fn walk(text: &str, node: &Node, out: &mut Vec<String>) {
        match &node.value {
            Value::Array(items) => items.iter().for_each(|item| walk(text, item, out)),
            Value::Object(members) => {
                for member in members {
                    out.push(member.key_span.of(text).to_owned());
                    walk(text, &member.value, out);
                }
            }
            _ => out.push(node.span.of(text).to_owned()),
        }
    }
    let read = read(text, Role::Import);
    assert!(read.placed, "{text}");
    let mut out = Vec::new();
    walk(text, &read.root.unwrap(), &mut out);
    out
}

#[test]
fn every_notation_gives_the_same_value() {
    let wanted = r#"{"a":[1,"x",{"b":null,"c":[]}],"d":"e f"}"#;
    for text in [
        "a:\n  - 1\n  - x\n  - b:\n    c: []\nd: e\n  f\n",
        "a:\n- 1\n- 'x'\n-\n  b: ~\n  c: [\n  ]\nd: \"e f\"",
        "{a: [1, \"x\", {b: , c: []}], d: e f}",
        "{\"a\":[1,\"x\",{\"b\":null,\"c\":[]}],\"d\":\"e f\"}",
        "%YAML 1.1\n---\n# c\n? a\n: - 1\n  - x # y\n  - {b, c: [],}\nd: >-\n  e\n  f\n...\n---\nother: 1\n",
    ] {
        assert_eq!(json(text), wanted, "{text}");
    }
}

/// The parser is stricter than YAML 1.1 here.
#[test]
fn brackets_may_close_at_the_left() {
    let text = "a:\n  p: {\n    \"x\": [\n  1, # one\n ]\n  }\n  q: [\n  b\n  ]\nc: {\n}\n";
    assert_eq!(json(text), r#"{"a":{"p":{"x":[1]},"q":["b"]},"c":{}}"#);
    assert_eq!(places(text), ["a", "p", "\"x\"", "1", "q", "b", "c"]);
}

#[test]
fn short_forms_are_functions() {
    let text = "a: !Ref X\nb: !Sub \"${A}-é\"   # c\nc: !GetAtt Q.Outputs.Arn\nd: !Join ['', [a, !Ref B]]\n\
                e: !If\n  - C\n  - !Foo {x: 1}\n  - !Ref AWS::NoValue\nf: !Condition Is\ng: !Sub |\n  x\n  y\n\
                h: !Base64\n  Fn::Sub: z\ni: !!str 12\nj: ! 12\n";
    assert_eq!(
        json(text),
        r#"{"a":{"Ref":"X"},"b":{"Fn::Sub":"${A}-é"},"c":{"Fn::GetAtt":["Q","Outputs.Arn"]},"d":{"Fn::Join":["",["a",{"Ref":"B"}]]},"e":{"Fn::If":["C",{"Fn::Foo":{"x":1}},{"Ref":"AWS::NoValue"}]},"f":{"Condition":"Is"},"g":{"Fn::Sub":"x\ny\n"},"h":{"Fn::Base64":{"Fn::Sub":"z"}},"i":"12","j":"12"}"#
    );
    assert_eq!(
        places(text).get(..9).unwrap(),
        ["a", "!Ref", "X", "b", "!Sub", "\"${A}-é\"", "c", "!GetAtt", "Q.Outputs.Arn"]
    );
}

#[test]
fn places_are_those_of_the_text() {
    let text = "# é\nk: \"x\\\"y\"  # c\n'l': 'it''s'\nm: |  # head\n  a\n  # b\n# end\nn: a\n  b\n\
                o:\n- x # y\n- - z\n  -\n    p: &q r\n    s: *q\nt: { u: [ v , w ] }\n";
    assert_eq!(
        places(text),
        [
            "k",
            "\"x\\\"y\"",
            "'l'",
            "'it''s'",
            "m",
            "|  # head\n  a\n  # b",
            "n",
            "a\n  b",
            "o",
            "x",
            "z",
            "p",
            "r",
            "s",
            "*q",
            "t",
            "u",
            "v",
            "w"
        ]
    );
    let read = read(text, Role::Import);
    let root = read.root.unwrap();
    assert_eq!(root.get("t").unwrap().span.of(text), "{ u: [ v , w ] }");
    assert_eq!(root.get("o").unwrap().span.of(text), "- x # y\n- - z\n  -\n    p: &q r\n    s: *q");
}

#[test]
fn aliases_and_merges_are_resolved() {
    let text = "base: &b {x: 1, y: [2]}\nuse: *b\nown:\n  y: 3\n  <<: *b\n  z: 4\ntwo: {<<: [{a: 1}, *b]}\n\"<<\": 1\n";
    assert_eq!(
        json(text),
        r#"{"base":{"x":1,"y":[2]},"use":{"x":1,"y":[2]},"own":{"y":3,"z":4,"x":1},"two":{"a":1,"x":1,"y":[2]},"<<":1}"#
    );
}

#[test]
fn work_is_bounded() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let items = vec![format!("*a{}", level - 1); 10].join(", ");
        bomb.push_str(&format!("a{level}: &a{level} [{items}]\n"));
    }
    let code = |text: &str| read(text, Role::Import).diagnostics.first().map(|found| found.code.to_string());
    assert_eq!(code(&bomb).as_deref(), Some("import.yaml-too-large"));
    assert_eq!(code(&"- ".repeat(3000)).as_deref(), Some("import.yaml-too-deep"));
    assert!(code(&"[".repeat(100_000)).is_some());
    assert!(code(&"{a: ".repeat(50_000)).is_some());
    assert!(code("a: &a [*a]").is_some());
    assert_eq!(code("a: *nobody").as_deref(), Some("import.yaml-syntax"));
}

#[test]
fn odd_words_are_told_with_a_fix() {
    let text = "a: no\nb: 'no'\nc: 012\n";
    let words = read(text, Role::Import).words;
    let [no, octal] = &words[..] else { panic!("{words:?}") };
    assert_eq!((&*no.code, no.span().of(text), octal.span().of(text)), ("import.yaml-word", "no", "012"));
    assert_eq!(
        crate::diagnostic::apply(text, &no.first_fix().unwrap().edits),
        "a: \"no\"\nb: 'no'\nc: 012\n"
    );
}

#[test]
fn mistakes_have_a_place() {
    let text = "a:\n  - [b\nc: d\n";
    let read = read(text, Role::Import);
    assert_eq!(read.root, None);
    assert_eq!(read.diagnostics[0].code, "import.yaml-syntax");
}

fn stops(text: &str) -> String {
    let read = read(text, Role::Import);
    assert!(read.root.is_none());
    read.diagnostics[0].code.to_string()
}

#[test]
fn collections_as_keys_do_not_double_without_end() {
    assert_eq!(json("? [a, b]\n: c\n"), r#"{"[\"a\",\"b\"]":"c"}"#);
    for text in [
        "? ".repeat(40) + "a",
        "? ".repeat(400) + "a",
        format!("{}a{}", "{? ".repeat(40), "}".repeat(40)),
        format!("{}a{}", "{[".repeat(40), "]: 1}".repeat(40)),
        format!("a: {}x{}", "{{".repeat(30), "}: 1}".repeat(30)),
    ] {
        assert_eq!(stops(&text), "import.yaml-long-key", "{text}");
    }
}

#[test]
fn what_aliases_repeat_is_bounded() {
    // Values: ten times ten times ten and so on.
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..10 {
        let alias = format!("*a{}", level - 1);
        text += &format!("a{level}: &a{level} [{}]\n", [&*alias; 10].join(", "));
    }
    assert_eq!(stops(&text), "import.yaml-too-large");
    // Few values, long ones.
    let text = format!("a: &a {}\nb: [{}]\n", "x".repeat(100_000), ["*a"; 1000].join(", "));
    assert_eq!(stops(&text), "import.yaml-repeats-too-much");
    // Anchors within anchors.
    let mut text = String::new();
    for level in 0..100 {
        text += &format!("&n{level} [");
    }
    text += &["x"; 3000].join(", ");
    text += &"]".repeat(100);
    assert_eq!(stops(&text), "import.yaml-too-large");
}

#[test]
fn many_merged_keys_take_a_line_each() {
    let keys: String = (0..20_000).map(|at| format!("  k{at}: 1\n")).collect();
    let text = format!("a: &a\n{keys}b:\n  <<: *a\n{keys}");
    let root = read(&text, Role::Import).root.unwrap();
    assert_eq!(root.get("b").and_then(|own| own.members()).map(<[Member]>::len), Some(20_000));
}
