use super::*;
use crate::json::compact;

/// What is known of a literal, its language, and what is not known of it.
fn told(text: &str) -> (String, Option<Language>, Vec<(String, UnknownKind)>) {
    let found = read(text, 0).unwrap_or_else(|stop| panic!("stopped at {}: {text}", stop.at));
    let unknown = found.unknown.iter().map(|part| (part.span.of(text).to_owned(), part.kind)).collect();
    let value = known(&found.root).map(|root| compact(&root)).unwrap_or_default();
    (value, found.language, unknown)
}

fn value(text: &str) -> String {
    told(text).0
}

#[test]
fn json_is_read_as_it_is() {
    let text = r#"{"a": [1, 2.50, -0, 1e5, "x\u00e9\n\"", true, null, {}], "a": {"b": "it's"}}"#;
    assert_eq!(told(text).1, None);
    assert_eq!(value(text), compact(&crate::json::parse(text, crate::Role::Event).root.unwrap()));
}

#[test]
fn objects_of_node_lose_what_it_did_not_print() {
    let text = "{\n  version: '0',\n  'detail-type': 'Object Created',\n  resources: [ 'arn:aws:s3:::b' ],\n  \
                detail: { a: [Object], b: [Array], c: undefined, d: [ 1, 2, ... 3 more items ], \
                e: 'it\\'s', f: \"isn't\", g: 2026-03-04T05:06:07.000Z, h: [Function: x], i: <Buffer 01> }\n}";
    let (value, language, unknown) = told(text);
    assert_eq!(
        value,
        r#"{"version":"0","detail-type":"Object Created","resources":["arn:aws:s3:::b"],"detail":{"d":[1,2],"e":"it's","f":"isn't","g":"2026-03-04T05:06:07.000Z"}}"#
    );
    assert_eq!(language, Some(Language::JavaScript));
    let cut = |text: &str| (text.to_owned(), UnknownKind::Cut);
    assert_eq!(
        unknown,
        [
            cut("[Object]"),
            cut("[Array]"),
            ("undefined".to_owned(), UnknownKind::Undefined),
            cut("... 3 more items"),
            cut("[Function: x]"),
            cut("<Buffer 01>"),
        ]
    );
    for (text, wanted) in [
        ("<ref *1> { a: 1, self: [Circular *1] }", r#"{"a":1}"#),
        ("[Object: null prototype] { a: 1 }", r#"{"a":1}"#),
        ("EventBridgeEvent { a: Foo { b: 1 } }", r#"{"a":{"b":1}}"#),
        ("{ m: Map(1) { 'a' => 1 }, s: Set(1) { 1 }, n: 1 }", r#"{"n":1}"#),
        ("{ text: 'one ' +\n    'two', [Symbol(x)]: 1 }", r#"{"text":"one two"}"#),
        ("[ undefined, <2 empty items>, 1n ]", "[null,1]"),
    ] {
        assert_eq!(told(text).0, wanted, "{text}");
    }
}

#[test]
fn python_prints_its_own_words_and_quotes() {
    let text = "{'a': True, 'b': None, 'c': \"it's\", 'd': 'say \"x\"', 'e': (1, 2), 'f': {'x'}, 'g': b'raw\\n', \
                'h': Decimal('1.50'), 'i': datetime.datetime(2026, 3, 4, tzinfo=datetime.timezone.utc), \
                'j': UUID('0-1'), 1: OrderedDict([('k', False)]), 'l': defaultdict(<class 'list'>, {'m': []})}";
    let (value, language, unknown) = told(text);
    assert_eq!(
        value,
        r#"{"a":true,"b":null,"c":"it's","d":"say \"x\"","e":[1,2],"f":["x"],"g":"raw\n","h":1.50,"j":"0-1","1":{"k":false},"l":{"m":[]}}"#
    );
    assert_eq!(language, Some(Language::Python));
    let date = "datetime.datetime(2026, 3, 4, tzinfo=datetime.timezone.utc)";
    assert_eq!(unknown, [(date.to_owned(), UnknownKind::Expression)]);
}

#[test]
fn source_code_keeps_what_it_says_and_names_what_it_does_not() {
    for (text, wanted) in [
        (
            "{ a: 1, /* b */ b: 0xff, // c\n c: 1_000, d: .5, e: +1, }",
            r#"{"a":1,"b":255,"c":1000,"d":0.5,"e":1}"#,
        ),
        (
            "{ a: `x`, b: 'y' + \"z\", c: process.env.X, d: f(1, [2]), e, f() { return 1; }, ...g }",
            r#"{"a":"x","b":"yz"}"#,
        ),
        ("{ a: `x${y ? `n${z}` : '}'}`, b: cond ? 1 : 2, c: 'a'.repeat(2), d: 1 + 2 }", "{}"),
        ("{ a: 1 } as const", r#"{"a":1}"#),
        ("{ a: <Detail>{ b: \"c\" as const }, d: !0 } satisfies X", r#"{"a":{"b":"c"}}"#),
        ("({ a: [1,2,] })", r#"{"a":[1,2]}"#),
        (
            "{ detail: JSON.stringify({ a: [1] }), more: JSON.stringify({ a: b }) }",
            r#"{"detail":"{\"a\":[1]}"}"#,
        ),
        (
            "{'d': json.dumps({'a': True, 'b': 'c' 'd'}), 'e': f'{x}', 'f': f'{{x}}', 'g': r'a\\b', **rest}",
            r#"{"d":"{\"a\":true,\"b\":\"cd\"}","f":"{x}","g":"a\\b"}"#,
        ),
        ("dict(a=1, b=dict(c='d'))", r#"{"a":1,"b":{"c":"d"}}"#),
        ("{'a': '''x\ny''', # z\n 'b': 'x' if y else 'z'}", r#"{"a":"x\ny"}"#),
        ("{ a: '\\x41\\u{1F600}\\ud83d\\ude00\\0' }", "{\"a\":\"A😀😀\\u0000\"}"),
    ] {
        assert_eq!(value(text), wanted, "{text}");
    }
}

#[test]
fn the_language_shows() {
    for (text, language) in [
        ("{a: 1}", Language::JavaScript),
        ("{'detail-type': 'x', source: 'y'}", Language::JavaScript),
        ("{'source': 'x'}", Language::Python),
        ("[None]", Language::Python),
        ("['x']", Language::Python),
        ("[`x`]", Language::JavaScript),
    ] {
        assert_eq!(told(text).1, Some(language), "{text}");
    }
}

#[test]
fn places_are_those_of_the_text() {
    let text = "x = { 'é': [ 'b', {c: 1} ] };";
    let found = read(text, 4).unwrap();
    assert_eq!(found.end, text.len() - 1);
    let member = &found.root.members().unwrap()[0];
    assert_eq!((member.key_span.of(text), member.value.span.of(text)), ("'é'", "[ 'b', {c: 1} ]"));
}

#[test]
fn what_is_no_literal_stops() {
    for text in [
        "",
        "{",
        "{ a b }",
        "{ a: }",
        "[1 2",
        "{'a'",
        "{ 'a\n': 1 }",
        "]",
        "{ a: 01 }",
        "{'x', 'y': 1}",
        "(1",
    ] {
        assert!(read(text, 0).is_err(), "{text}");
    }
    assert!(read(&"[".repeat(100_000), 0).is_err());
    assert!(read(&"{a:(".repeat(100_000), 0).is_err());
}

#[test]
fn arguments_have_positions_or_names() {
    let text = "put_rule(Name='r', EventPattern=json.dumps({'source': ['a.b']}), State = 'ENABLED', X=y)";
    let found = arguments(text, 8).unwrap();
    let named: Vec<_> =
        found.named.iter().map(|member| (member.key.as_str(), compact(&member.value))).collect();
    assert_eq!(named[0], ("Name", "\"r\"".to_owned()));
    assert_eq!(named[1], ("EventPattern", r#""{\"source\":[\"a.b\"]}""#.to_owned()));
    assert_eq!(found.end, text.len());
    assert_eq!(found.unknown.len(), 1);
    let found = arguments("f({a: 1}, 'b')", 1).unwrap();
    assert_eq!((found.positional.len(), found.named.len()), (2, 0));
}
