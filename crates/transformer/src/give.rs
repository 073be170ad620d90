//! A value of the event given to an input transformer: an entry of the map, a placeholder in the template.

use crate::input::{Input, MAX_TEXT};
use crate::paths_map::{self, MAX_ENTRIES, MAX_NAME};
use crate::reserved;
use crate::template::{self, Spot};
use rulepad_document::diagnostic::apply;
use rulepad_document::json::{self, Value, Written, append_member, quote};
use rulepad_document::{Edit, Role};

/// An input option that hands on one more value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
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

/// Hands the value of a path on: reuses the variable of that path or enters one, and adds its placeholder to
/// a template that has none. Another option becomes a transformer; of a constant the text is kept.
///
/// # Errors
/// A sentence, when the map cannot be read or there is no room.
pub fn give(input: &Input, path: &str, wanted: &str) -> Result<Given, String> {
    let (paths, template) = match input {
        Input::Transformer { paths, template } => (paths.clone(), template.clone()),
        Input::Constant(text) if is_object(text) => (String::new(), text.clone()),
        _ => (String::new(), String::new()),
    };
    let map = paths_map::read(&paths, 0, None);
    let readable = paths.trim().is_empty()
        || json::parse(&paths, Role::Event).valid().is_some_and(|root| root.members().is_some());
    if !readable {
        return Err("the input paths are not a JSON object; mend them first".to_owned());
    }
    let known = map.entries.iter().find(|entry| entry.path == path).map(|entry| entry.name.clone());
    let (name, paths, entered) = match known {
        Some(name) => (name, paths, false),
        None if map.entries.len() >= MAX_ENTRIES => {
            return Err(format!("the input paths have {MAX_ENTRIES} entries, and AWS takes no more"));
        }
        None => {
            let taken = |name: &str| {
                map.unusable.iter().any(|own| own == name) || map.entries.iter().any(|own| own.name == name)
            };
            let name = free_name(wanted, taken);
            let paths = enter(&paths, &name, path).ok_or("the input paths cannot be added to")?;
            (name, paths, true)
        }
    };
    let placeholder = format!("<{name}>");
    let used = template::names(&template).contains(&name);
    let edit = if used { None } else { place(&template, &name, &placeholder) };
    let (template, placed) = match edit {
        Some(edit) => (apply(&template, &[edit]), true),
        None => (template, false),
    };
    if template.chars().count() > MAX_TEXT {
        return Err(format!("the template would be longer than the {MAX_TEXT} characters that AWS takes"));
    }
    Ok(Given { input: Input::Transformer { paths, template }, name, entered, placed, used: used || placed })
}

/// A name AWS takes for a variable, made from any text.
#[must_use]
pub fn variable_name(text: &str) -> String {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let name: String = text.chars().map(|c| if allowed(c) { c } else { '-' }).take(MAX_NAME - 8).collect();
    let name = name.trim_matches('-');
    if name.is_empty() || reserved::is_reserved(name) { "value".to_owned() } else { name.to_owned() }
}

/// The wanted name, with a number where it is taken.
pub(crate) fn free_name(wanted: &str, taken: impl Fn(&str) -> bool) -> String {
    let wanted = variable_name(wanted);
    let numbered = (2..).map(|number| format!("{wanted}-{number}"));
    std::iter::once(wanted.clone()).chain(numbered).find(|name| !taken(name)).unwrap_or(wanted)
}

/// The map with one more entry; `None` where its text is no object.
pub(crate) fn enter(paths: &str, name: &str, path: &str) -> Option<String> {
    if paths.trim().is_empty() {
        return Some(format!("{{\n  {}: {}\n}}", quote(name), quote(path)));
    }
    let root = json::parse(paths, Role::Event).root?;
    let edit = append_member(paths, &root, name, &Written::Raw(quote(path)))?;
    Some(apply(paths, &[edit]))
}

/// The edit that adds a placeholder at the end of a template; `None` where there is no obvious place.
fn place(template: &str, name: &str, placeholder: &str) -> Option<Edit> {
    match template::spot(template) {
        Spot::Empty(span) => Some(Edit { span, text: format!("{{\n  {}: {placeholder}\n}}", quote(name)) }),
        Spot::Object(root) => {
            let taken = |key: &str| root.get(key).is_some();
            let key = free_name(name, taken);
            append_member(template, &root, &key, &Written::Raw(placeholder.to_owned()))
        }
        Spot::Array(root) => json::append_items(template, &root, &[placeholder.to_owned()]),
        Spot::Text(end) => {
            let before = template.get(..end).unwrap_or("");
            let space = if before.ends_with(|c: char| c == '"' || c.is_whitespace()) { "" } else { " " };
            Some(Edit { span: rulepad_document::Span::at(end), text: format!("{space}{placeholder}") })
        }
        Spot::Alone(other, span) => {
            let key = if other == name { format!("{name}-2") } else { name.to_owned() };
            let text = format!("{{{}: <{other}>, {}: {placeholder}}}", quote(&other), quote(&key));
            Some(Edit { span, text })
        }
        Spot::Nowhere => None,
    }
}

fn is_object(text: &str) -> bool {
    json::parse(text, Role::Event).valid().is_some_and(|root| matches!(root.value, Value::Object(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn transformer(paths: &str, template: &str) -> Input {
        Input::Transformer { paths: paths.to_owned(), template: template.to_owned() }
    }

    fn given(input: &Input) -> (String, String, String) {
        let given = give(input, "$.detail.state", "state").unwrap();
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
    fn what_has_no_room_is_said() {
        let entries: Vec<String> = (0..100).map(|at| format!("\"v{at}\": \"$.a{at}\"")).collect();
        let full = transformer(&format!("{{{}}}", entries.join(",")), "\"\"");
        assert!(give(&full, "$.detail.state", "state").unwrap_err().contains("100"));
        assert!(give(&transformer("{", "\"\""), "$.a", "a").unwrap_err().contains("mend"));
        let long = transformer("", &format!("\"{}\"", "x".repeat(8188)));
        assert!(give(&long, "$.detail.state", "state").unwrap_err().contains("8192"));
    }

    #[test]
    fn names_are_made_of_what_aws_takes() {
        assert_eq!(variable_name("Subnet ID"), "Subnet-ID");
        assert_eq!(variable_name("é"), "value");
        assert_eq!(variable_name(""), "value");
        assert!(variable_name(&"x".repeat(999)).len() <= MAX_NAME);
    }
}
