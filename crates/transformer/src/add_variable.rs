//! One more value of the event for an input transformer: an entry of the map, a placeholder in the template.

use crate::input::Input;
use crate::limits::{MAX_ENTRIES, MAX_TEXT};
use crate::paths_map::{self, GrowingMap};
use crate::template::{InsertionPoint, Template};
use crate::variable::free_name;
use rulepad_document::diagnostic::apply;
use rulepad_document::json::{self, Value, Written, append_member, quote};
use rulepad_document::{Edit, Role, Span};

/// An input option that hands on one more value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddedVariable {
    /// The option, an input transformer.
    pub input: Input,
    /// The variable that holds the value.
    pub name: String,
    /// Whether the map has a new entry for it.
    pub entered: bool,
    /// Whether the template has a new placeholder for it.
    pub placed: bool,
    /// Whether the template has one at all.
    pub used: bool,
}

/// Why an input option takes no further value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRoom {
    /// The input paths are no JSON object.
    MapNotObject,
    /// The input paths have as many entries as AWS takes.
    MapFull,
    /// The text of the input paths cannot be added to.
    MapNotExtensible,
    /// The template would be longer than AWS takes.
    TemplateFull,
}

/// Hands the value of a path on: reuses the variable of that path or enters one, and adds its placeholder to
/// a template that has none. Another option becomes a transformer; of a constant the text is kept.
///
/// # Errors
/// When the map cannot be read or there is no room.
pub fn add_variable(input: &Input, path: &str, wanted: &str) -> Result<AddedVariable, NoRoom> {
    let (paths, text) = match input {
        Input::Transformer { paths, template } => (paths.as_str(), template.as_str()),
        Input::Constant(text) if is_object(text) => ("", text.as_str()),
        _ => ("", ""),
    };
    let map = paths_map::read(paths, 0, None);
    if !map.is_object() {
        return Err(NoRoom::MapNotObject);
    }
    let known = map.entries.iter().find(|entry| entry.path == path).map(|entry| entry.name.clone());
    let entered = known.is_none();
    let (name, paths) = match known {
        Some(name) => (name, paths.to_owned()),
        None if map.entries.len() >= MAX_ENTRIES => return Err(NoRoom::MapFull),
        None => {
            let mut growing = GrowingMap::of(&map);
            let name = free_name(wanted, |name| growing.has(name));
            growing.enter(&name, path).ok_or(NoRoom::MapNotExtensible)?;
            (name, growing.text)
        }
    };
    let template = Template::read(text, 0);
    let used = template.names().contains(name.as_str());
    let edit = if used { None } else { placed(&template, &name) };
    let is_placed = edit.is_some();
    let template = apply(text, edit.as_slice());
    if template.chars().count() > MAX_TEXT {
        return Err(NoRoom::TemplateFull);
    }
    let used = used || is_placed;
    Ok(AddedVariable {
        input: Input::Transformer { paths, template },
        name,
        entered,
        placed: is_placed,
        used,
    })
}

/// The edit that adds a placeholder at the end of a template; `None` where there is no obvious place.
fn placed(template: &Template<'_>, name: &str) -> Option<Edit> {
    let placeholder = format!("<{name}>");
    match template.insertion_point() {
        InsertionPoint::Empty(span) => {
            Some(Edit { span, text: format!("{{\n  {}: {placeholder}\n}}", quote(name)) })
        }
        InsertionPoint::Object(root) => {
            let key = free_name(name, |key| root.get(key).is_some());
            append_member(template.text, root, &key, &Written::Raw(placeholder))
        }
        InsertionPoint::Array(root) => json::append_items(template.text, root, &[placeholder]),
        InsertionPoint::Text(end) => {
            let before = template.text.get(..end).unwrap_or("");
            let space = if before.ends_with(|c: char| c == '"' || c.is_whitespace()) { "" } else { " " };
            Some(Edit { span: Span::at(end), text: format!("{space}{placeholder}") })
        }
        InsertionPoint::Alone(other, span) => {
            let key = if other == name { format!("{name}-2") } else { name.to_owned() };
            let text = format!("{{{}: <{other}>, {}: {placeholder}}}", quote(other), quote(&key));
            Some(Edit { span, text })
        }
        InsertionPoint::Nowhere => None,
    }
}

fn is_object(text: &str) -> bool {
    json::parse(text, Role::Event).valid().is_some_and(|root| matches!(root.value, Value::Object(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_document::{Lang, Words};

    fn transformer(paths: &str, template: &str) -> Input {
        Input::Transformer { paths: paths.to_owned(), template: template.to_owned() }
    }

    fn given(input: &Input) -> (String, String, String) {
        let given = add_variable(input, "$.detail.state", "state").unwrap();
        let Input::Transformer { paths, template } = given.input else { panic!() };
        (given.name, paths, template)
    }

    #[test]
    fn a_template_of_any_kind_takes_one_more_value() {
        for (before, after) in [
            ("", "{\n  \"state\": <state>\n}"),
            ("{\"id\": <id>}", "{\"id\": <id>, \"state\": <state>}"),
            ("{\n  \"state\": \"x\"\n}", "{\n  \"state\": \"x\",\n  \"state-2\": <state>\n}"),
            ("[<id>]", "[<id>,<state>]"),
            ("\"Build <id>\"", "\"Build <id> <state>\""),
            ("\"one\"\n\"\"", "\"one\"\n\"<state>\""),
            ("<id>", "{\"id\": <id>, \"state\": <state>}"),
            ("{\"id\": ", "{\"id\": "),
            ("\"open", "\"open"),
            ("{\"a\": \"<state>\"}", "{\"a\": \"<state>\"}"),
        ] {
            let (name, paths, template) = given(&transformer("{\"id\": \"$.id\"}", before));
            assert_eq!((name.as_str(), template.as_str()), ("state", after));
            assert_eq!(paths, "{\"id\": \"$.id\", \"state\": \"$.detail.state\"}");
        }
    }

    #[test]
    fn a_path_keeps_its_variable_and_a_taken_name_gets_a_number() {
        let (name, paths, template) = given(&transformer("{\"s\": \"$.detail.state\"}", "\"<s>\""));
        assert_eq!((name.as_str(), template.as_str()), ("s", "\"<s>\""));
        assert_eq!(paths, "{\"s\": \"$.detail.state\"}");
        let (name, paths, _) = given(&transformer("{\"state\":\"$.state\"}", "\"\""));
        assert_eq!(name, "state-2");
        assert_eq!(paths, "{\"state\":\"$.state\",\"state-2\":\"$.detail.state\"}");
    }

    #[test]
    fn other_options_become_a_transformer() {
        let fresh = "{\n  \"state\": \"$.detail.state\"\n}";
        for input in [Input::MatchedEvent, Input::Path("$.detail".into()), Input::Constant("1".into())] {
            let (_, paths, template) = given(&input);
            assert_eq!((paths.as_str(), template.as_str()), (fresh, "{\n  \"state\": <state>\n}"));
        }
        let (_, _, template) = given(&Input::Constant("{\"job\": 1.50}".into()));
        assert_eq!(template, "{\"job\": 1.50, \"state\": <state>}");
    }

    #[test]
    fn what_has_no_room_is_refused() {
        let entries: Vec<String> = (0..100).map(|at| format!("\"v{at}\": \"$.a{at}\"")).collect();
        let full = transformer(&format!("{{{}}}", entries.join(",")), "\"\"");
        assert!(add_variable(&full, "$.detail.state", "state").unwrap_err().words(Lang::En).contains("100"));
        assert!(
            add_variable(&transformer("{", "\"\""), "$.a", "a").unwrap_err().words(Lang::En).contains("fix")
        );
        let long = transformer("", &format!("\"{}\"", "x".repeat(8188)));
        assert!(add_variable(&long, "$.detail.state", "state").unwrap_err().words(Lang::En).contains("8192"));
    }
}
