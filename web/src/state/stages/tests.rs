//! Stages of small targets, byte by byte.

use super::*;
use crate::state::action::Action;
use crate::state::model::Settings;
use crate::state::reduce::reduce;
use crate::state::requests::test_support::evaluated;
use rulepad_workbench::{Draft, Input, Target};

const EVENT: &str = r#"{"source": "shop", "detail": {"id": 7, "name": "pear", "size": {"w": 1, "h": 2}}}"#;

fn model(input: Input) -> Model {
    let target = Target {
        id: "t".into(),
        arn: "arn:aws:sqs:us-east-1:123456789012:q".into(),
        input,
        ..Target::default()
    };
    let draft = Draft {
        event: EVENT.into(),
        pattern: r#"{"source": ["shop"]}"#.into(),
        targets: vec![target],
        ..Draft::default()
    };
    let model = Model::new(draft, Settings::default());
    evaluated(&model)
}

fn transformer(paths: &str, template: &str) -> Model {
    model(Input::Transformer { paths: paths.into(), template: template.into() })
}

fn sample() -> Model {
    transformer(
        r#"{"id": "$.detail.id", "name": "$.detail.name", "none": "$.detail.none"}"#,
        r#"{"a": <id>, "b": "<name> and <name>", "c": "<none>"}"#,
    )
}

fn delivered(model: &Model) -> Payload {
    let rendered = model.current().unwrap().targets[0].rendered.clone().unwrap();
    payload(&rendered.outcome).unwrap().clone()
}

/// What is lit, as it stands in event, input paths, template and payload.
fn shown(model: &Model, pointed: Pointed) -> [String; 4] {
    let model = reduce(model, Action::Point(Some(pointed)));
    let lit = lit(&model);
    let joined = |spans: &mut dyn Iterator<Item = &str>| spans.collect::<Vec<_>>().join("|");
    let of = |wanted: Field| {
        let text = wanted.text(&model.draft).unwrap_or_default().to_owned();
        let spans = lit.texts.iter().filter(|(field, _)| *field == wanted);
        spans.map(|(_, span)| span.of(&text).to_owned()).collect::<Vec<_>>().join("|")
    };
    let text = delivered(&model).text;
    [
        joined(&mut lit.event.iter().map(|span| span.of(&model.draft.event))),
        of(Field::Paths(0)),
        of(Field::Template(0)),
        joined(&mut lit.payload.iter().map(|span| span.of(&text))),
    ]
}

#[test]
fn a_variable_lights_its_value_its_entry_its_placeholders_and_what_became_of_them() {
    assert_eq!(
        shown(&sample(), Pointed::Variable(1)),
        ["\"pear\"", "\"$.detail.name\"", "<name>|<name>", "pear|pear"]
    );
    assert_eq!(shown(&sample(), Pointed::Variable(9)), [""; 4]);
}

#[test]
fn a_byte_of_the_payload_lights_where_it_comes_from() {
    let model = sample();
    let text = delivered(&model).text;
    let seven = text.find('7').unwrap();
    assert_eq!(shown(&model, Pointed::Payload(seven)), ["7", "\"$.detail.id\"", "<id>", "7"]);
    let second = text.rfind("pear").unwrap();
    assert_eq!(shown(&model, Pointed::Payload(second)), ["\"pear\"", "\"$.detail.name\"", "<name>", "pear"]);
    let [event, paths, template, payload] = shown(&model, Pointed::Payload(1));
    assert_eq!((event.as_str(), paths.as_str()), ("", ""));
    assert!(template.contains("\"a\"") && payload == template, "{template} {payload}");
    assert_eq!(shown(&model, Pointed::Payload(text.len())), [""; 4]);
}

#[test]
fn a_value_of_the_event_lights_all_that_was_made_of_it() {
    let model = sample();
    let at = EVENT.find("pear").unwrap();
    assert_eq!(shown(&model, Pointed::Event(at))[1..], ["\"$.detail.name\"", "<name>|<name>", "pear|pear"]);
    assert_eq!(shown(&model, Pointed::Event(2))[1..], [""; 3]);
    let whole = EVENT.find("{\"w\"").unwrap();
    let value = Span::new(whole, whole + r#"{"w": 1, "h": 2}"#.len());
    let model = transformer(r#"{"size": "$.detail.size"}"#, r#"{"s": <size>}"#);
    let lit = shown(&model, Pointed::Values(vec![value]));
    assert_eq!(lit[1..3], ["\"$.detail.size\"", "<size>"]);
    assert_eq!(lit[3].replace('|', ""), r#"{"w":1,"h":2}"#);
}

#[test]
fn a_placeholder_lights_only_itself_and_a_path_all_its_placeholders() {
    let model = sample();
    let template = Field::Template(0).text(&model.draft).unwrap();
    let second = template.rfind("<name>").unwrap();
    let found = shown(&model, Pointed::Text(Field::Template(0), second));
    assert_eq!(found, ["\"pear\"", "\"$.detail.name\"", "<name>", "pear"]);
    let path = Field::Paths(0).text(&model.draft).unwrap().find("$.detail.name").unwrap();
    assert_eq!(shown(&model, Pointed::Text(Field::Paths(0), path))[2..], ["<name>|<name>", "pear|pear"]);
    // Of another target, or of a text that was changed since, nothing is known.
    assert_eq!(shown(&model, Pointed::Text(Field::Template(1), second)), [""; 4]);
    let typed = reduce(&model, Action::Type(Field::Template(0), format!("{template} ")));
    let typed = reduce(&typed, Action::Point(Some(Pointed::Text(Field::Template(0), second))));
    assert_eq!(lit(&typed), Lit::default());
}

#[test]
fn other_options_point_to_event_and_constant() {
    let constant = model(Input::Constant("{\"a\": 1}".into()));
    let lit_of = |model: &Model, pointed| lit(&reduce(model, Action::Point(Some(pointed))));
    let found = lit_of(&constant, Pointed::Payload(3));
    assert!(found.event.is_empty() && found.texts.iter().all(|(field, _)| *field == Field::Constant(0)));
    assert_eq!(found.payload.len(), 1);
    let path = model(Input::Path("$.detail.name".into()));
    assert_eq!(shown(&path, Pointed::Payload(2))[0], "\"pear\"");
    assert_eq!(shown(&path, Pointed::Text(Field::InputPath(0), 0))[0], "\"pear\"");
    assert_eq!(shown(&path, Pointed::Event(EVENT.find("pear").unwrap()))[3], "\"pear\"");
}

#[test]
fn uses_show_their_surroundings_and_what_was_delivered() {
    let model = sample();
    let rendered = model.current().unwrap().targets[0].rendered.clone().unwrap();
    let payload = payload(&rendered.outcome).unwrap();
    let template = Field::Template(0).text(&model.draft).unwrap();
    let of = |name: &str| {
        let variable = rendered.variables.iter().find(|variable| variable.name == name).unwrap();
        uses(variable, template, Some(payload))
    };
    let name = of("name");
    assert_eq!(name.len(), 2);
    assert_eq!((name[0].before.as_str(), name[0].after.as_str()), ("…: <id>, \"b\": \"", " and <name>\", …"));
    assert_eq!(name[1].delivered.unwrap().of(&payload.text), "pear");
    assert!(name[1].delivered.unwrap().start > name[0].delivered.unwrap().start);
    assert_eq!(of("none")[0].delivered, None, "nothing of it arrives");
    let values: Vec<&str> = values(payload).iter().map(|span| span.of(&payload.text)).collect();
    assert_eq!(values, ["7", "pear", "pear"]);
}

#[test]
fn surroundings_stay_on_their_line_and_whole_in_their_characters() {
    assert_eq!(ending("first\n가나다"), "가나다");
    assert_eq!(ending("가나다라마바사아자차카타파하 가나"), "…라마바사아자차카타파하 가나");
    assert_eq!(beginning("가나\nnext"), "가나");
    assert_eq!(beginning("0123456789abcdef"), "0123456789abcd…");
    assert_eq!((ending(""), beginning("")), (String::new(), String::new()));
}
