//! What the attributes of an element and the options of a fence may be.

use crate::example::{Attribute, Example, WrittenAs};
use crate::message::Problem;
use rulepad_document::spelling::nearest;

/// The texts of an example.
pub(crate) const PARTS: [&str; 8] =
    ["pattern", "event", "input-path", "paths", "template", "targets", "answer", "payload"];

/// What a value may be.
enum Values {
    /// One of these.
    One(&'static [&'static str]),
    /// Some of these, with commas or spaces between them.
    Some(&'static [&'static str]),
    /// Any text.
    Any,
}

/// The attributes of an example, and what each may be.
const ATTRIBUTES: [(&str, Values); 11] = [
    ("verdict", Values::One(&["match", "no_match", "pattern_error", "event_error", "undecided"])),
    ("show", Values::Some(&["why", "payload", "none"])),
    (
        "editable",
        Values::One(&["none", "all", "pattern", "event", "input-path", "paths", "template", "targets"]),
    ),
    (
        "dialect",
        Values::One(&["rule", "archive", "pipes", "event_source_mapping", "sns_attributes", "sns_body"]),
    ),
    ("theme", Values::One(&["auto", "light", "dark"])),
    ("loading", Values::One(&["lazy", "click", "eager"])),
    ("mode", Values::One(&["inline", "frame"])),
    ("lang", Values::Any),
    ("src", Values::Any),
    ("page", Values::Any),
    ("height", Values::Any),
];

/// Attributes that every element of HTML may have, and those of frameworks.
const GLOBAL: [&str; 9] = ["id", "class", "style", "title", "hidden", "slot", "dir", "role", "tabindex"];

/// What is wrong with the attributes and the names of the parts, each with its place.
pub(crate) fn check(example: &Example) -> Vec<(usize, Problem)> {
    let mut problems = Vec::new();
    for attribute in &example.attributes {
        if let Some(problem) = of_attribute(attribute, example.written_as) {
            problems.push((attribute.span.start, problem));
        }
    }
    for (index, part) in example.parts.iter().enumerate() {
        let earlier = example.parts.iter().take(index);
        if !PARTS.contains(&part.name.as_str()) {
            let near = nearest(&part.name, PARTS.into_iter()).map(str::to_owned);
            problems.push((part.at, Problem::UnknownPart { name: part.name.clone(), near }));
        } else if earlier.into_iter().any(|other| other.name == part.name) {
            problems.push((
                part.at,
                Problem::PartTwice { name: part.name.clone(), written_as: example.written_as },
            ));
        }
    }
    problems
}

fn of_attribute(attribute: &Attribute, written_as: WrittenAs) -> Option<Problem> {
    let Attribute { name, value, .. } = attribute;
    let Some((_, values)) = ATTRIBUTES.iter().find(|(own, _)| own == name) else {
        let is_of_html = GLOBAL.contains(&name.as_str()) || name.contains(['-', ':', '@', '{']);
        if written_as == WrittenAs::Element && is_of_html {
            return None;
        }
        let near = nearest(name, ATTRIBUTES.iter().map(|(own, _)| *own)).map(str::to_owned);
        return Some(Problem::UnknownAttribute { name: name.clone(), near, written_as });
    };
    let (given, known): (Vec<&str>, _) = match values {
        Values::Any => return None,
        Values::One(known) => (vec![value.as_str()], known),
        Values::Some(known) => {
            let is_between = |c: char| c == ',' || c.is_whitespace();
            (value.split(is_between).filter(|one| !one.is_empty()).collect(), known)
        }
    };
    let wrong = given.into_iter().find(|one| !known.contains(one))?;
    Some(Problem::WrongValue { name: name.clone(), value: wrong.to_owned(), known })
}
