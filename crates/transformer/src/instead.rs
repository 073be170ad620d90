//! Another input option that does what was probably meant.

use crate::give::{enter, free_name};
use crate::input::{self, Input, Surroundings};
use crate::input_path::{self, Selected, Step, addressable, print};
use crate::paths_map::{self, PathsMap};
use crate::rendering::{Instead, Outcome};
use crate::template::{self, Form};
use crate::{path, reserved, variable_name};
use rulepad_document::diagnostic::apply;
use rulepad_document::json::{self, Node, Value};
use rulepad_document::path::{Step as Place, at as places, leaves};
use rulepad_document::{Edit, Role, Span};
use std::collections::BTreeMap;

/// The option that does what the texts of this one ask for; only one that AWS takes, and that delivers.
pub(crate) fn instead(input: &Input, event: &Node) -> Option<Instead> {
    let found = match input {
        Input::MatchedEvent => None,
        Input::Path(text) => of_path(text, event),
        Input::Constant(text) => of_constant(text, event),
        Input::Transformer { paths, template } => of_transformer(paths, template, event),
    };
    let delivers = |found: &Instead| {
        let rendered = input::by_option(&found.input, event, &Surroundings::default(), 0, "");
        found.input != *input && matches!(rendered.outcome, Outcome::Delivered(_))
    };
    found.filter(delivers).or_else(|| match input {
        Input::Transformer { paths, template } => defined(paths, template, event),
        _ => None,
    })
}

/// The variables that the template has and the map has not, with paths to the fields of that name.
fn defined(paths: &str, template: &str, event: &Node) -> Option<Instead> {
    let map = paths_map::read(paths, 0, None);
    let known = |name: &str| {
        reserved::is_reserved(name)
            || map.unusable.iter().any(|own| own == name)
            || map.entries.iter().any(|entry| entry.name == name)
    };
    let mut all = paths.to_owned();
    let mut added: Vec<(String, String)> = Vec::new();
    for name in template::names(template) {
        if known(&name) || added.iter().any(|(own, _)| *own == name) {
            continue;
        }
        let Some(path) = path_of(&name, event) else { continue };
        if map.entries.len() + added.len() >= paths_map::MAX_ENTRIES {
            break;
        }
        all = enter(&all, &name, &path)?;
        added.push((name, path));
    }
    let text = match added.as_slice() {
        [] => return None,
        [(name, path)] => format!("define `<{name}>` as `{path}`"),
        several => {
            let names: Vec<String> = several.iter().map(|(name, _)| format!("`<{name}>`")).collect();
            format!("define {} from the event", names.join(", "))
        }
    };
    Some(Instead { text, input: Input::Transformer { paths: all, template: template.to_owned() } })
}

/// The path to the field of the event that a variable of this name is about: of the outermost object, else the least
/// deep one with that key, spelled the same or but for `-`, `_` and case.
fn path_of(name: &str, event: &Node) -> Option<String> {
    let plain = |text: &str| -> String {
        text.chars().filter(|c| !matches!(c, '-' | '_')).flat_map(char::to_lowercase).collect()
    };
    let wanted = plain(name);
    let outermost = event.members()?.iter().map(|member| (vec![Place::Key(member.key.clone())], &member.key));
    let leaves =
        leaves(event).into_iter().filter_map(|(_, span)| places(event, span.start)).map(|(places, _)| places);
    let leaves: Vec<Vec<Place>> = leaves.collect();
    let last = |places: &[Place]| match places.last() {
        Some(Place::Key(key)) => Some(key.clone()),
        _ => None,
    };
    let mut found: Vec<(bool, usize, Vec<Place>)> = outermost
        .map(|(places, _)| places)
        .chain(leaves)
        .filter_map(|places| {
            let key = last(&places)?;
            (plain(&key) == wanted).then_some((key != name, places.len(), places))
        })
        .collect();
    found.sort_by_key(|(differs, depth, _)| (*differs, *depth));
    found.iter().find_map(|(_, _, places)| path::write(places).ok())
}

fn of_path(text: &str, event: &Node) -> Option<Instead> {
    input_path::read(text).fault.as_ref()?;
    if let Some(several) = several(text) {
        let count = several.len();
        let mut mapped = Mapped::default();
        let names: Vec<String> =
            several.iter().filter_map(|path| mapped.name(path, &last_name(path))).collect();
        let members: Vec<String> =
            names.iter().map(|name| format!("  {}: <{name}>", json::quote(name))).collect();
        let template = format!("{{\n{}\n}}", members.join(",\n"));
        let input = Input::Transformer { paths: mapped.paths, template };
        let text = format!("send these {count} values by an input transformer");
        return (names.len() == count).then_some(Instead { text, input });
    }
    let input = filled("", text, event)?;
    Some(Instead { text: "make it the template of an input transformer".to_owned(), input })
}

fn of_constant(text: &str, event: &Node) -> Option<Instead> {
    let whole = json::parse(text, Role::Event);
    let string = whole.valid().and_then(Node::as_str);
    let path = string.unwrap_or(text.trim());
    if path.starts_with('$') && selects(path, event) {
        let input = Input::Path(path.to_owned());
        return Some(Instead { text: "send what this path selects".to_owned(), input });
    }
    let input = filled("", text, event)?;
    Some(Instead { text: "fill it from the event by an input transformer".to_owned(), input })
}

fn of_transformer(paths: &str, template: &str, event: &Node) -> Option<Instead> {
    let map = paths_map::read(paths, 0, None);
    match template::form(template) {
        Form::Alone { name, quoted } => {
            if let Some(found) = alone(&map, &name, quoted, event) {
                return Some(found);
            }
        }
        Form::Constant if map.entries.is_empty() && map.unusable.is_empty() => {
            if let Some(input) = filled(paths, template, event) {
                return Some(Instead { text: "put the values of the paths in".to_owned(), input });
            }
            let text = "send it as a constant: nothing in it comes from the event".to_owned();
            return Some(Instead { text, input: Input::Constant(template.to_owned()) });
        }
        Form::Constant | Form::Mixed => {}
    }
    let (paths, template, renamed) = renamed(paths, template, &map)?;
    let text = match renamed.as_slice() {
        [] => "name what the template asks for in the input paths".to_owned(),
        [(from, to), ..] => format!("call `{from}` `{to}` in the input paths and the template"),
    };
    match filled(&paths, &template, event) {
        Some(input) => {
            // The same change in the words of what it adds.
            let named = defined(&paths, &template, event);
            let named = named.filter(|found| renamed.is_empty() && found.input == input);
            Some(named.unwrap_or(Instead { text, input }))
        }
        None if renamed.is_empty() => None,
        None => Some(Instead { text, input: Input::Transformer { paths, template } }),
    }
}

/// A template that is nothing but one variable.
fn alone(map: &PathsMap, name: &str, quoted: bool, event: &Node) -> Option<Instead> {
    if name == "aws.events.event.json" {
        let text = "send the matched event: that is all this template holds".to_owned();
        return Some(Instead { text, input: Input::MatchedEvent });
    }
    let entry = map.entries.iter().find(|entry| entry.name == name)?;
    let steps = entry.read.steps.as_deref().filter(|_| entry.read.fault.is_none())?;
    let nested = match input_path::select(steps, event) {
        Selected::One(node) => matches!(node.value, Value::Object(_) | Value::Array(_)),
        Selected::Many(_) => true,
        Selected::Nothing => return None,
    };
    // In quotes a string is a text of its own, while an object loses its quotes.
    (nested || !quoted).then(|| Instead {
        text: "send this part of the event as it is".to_owned(),
        input: Input::Path(entry.path.clone()),
    })
}

/// Several paths in one text, as lists write them.
fn several(text: &str) -> Option<Vec<String>> {
    let inner = text.trim();
    let inner = inner.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(inner);
    let split = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '&' | '+');
    let mut paths: Vec<String> = Vec::new();
    for part in inner.split(split) {
        let part = part.trim_matches(['"', '\'', '`']);
        if part.is_empty() {
            continue;
        }
        let read = input_path::read(part);
        let path = if read.fault.is_none() { part.to_owned() } else { read.mend? };
        if !part.starts_with('$') {
            return None;
        }
        if !paths.contains(&path) {
            paths.push(path);
        }
    }
    (paths.len() > 1).then_some(paths)
}

/// How many paths a text lists, where it lists more than one.
pub(crate) fn listed(text: &str) -> Option<usize> {
    several(text).map(|paths| paths.len())
}

/// An input paths map that grows.
#[derive(Default)]
struct Mapped {
    paths: String,
    /// Path to name.
    names: BTreeMap<String, String>,
    taken: Vec<String>,
}

impl Mapped {
    fn read(paths: &str) -> Self {
        let map = paths_map::read(paths, 0, None);
        let names = map.entries.iter().map(|entry| (entry.path.clone(), entry.name.clone())).collect();
        let taken = map.entries.into_iter().map(|entry| entry.name).chain(map.unusable).collect();
        Self { paths: paths.to_owned(), names, taken }
    }

    /// The variable of a path, entered where there is none; `None` where the map cannot be added to.
    fn name(&mut self, path: &str, wanted: &str) -> Option<String> {
        if let Some(known) = self.names.get(path) {
            return Some(known.clone());
        }
        let name = free_name(wanted, |name| self.taken.iter().any(|own| own == name));
        self.paths = enter(&self.paths, &name, path)?;
        self.names.insert(path.to_owned(), name.clone());
        self.taken.push(name.clone());
        Some(name)
    }
}

/// More unknown names in one template are not looked for.
const MOST_UNKNOWN: usize = 24;

/// A template whose paths and unknown names became variables of the event's values; `None` where nothing of
/// it can be filled, or something cannot.
fn filled(paths: &str, text: &str, event: &Node) -> Option<Input> {
    let mut mapped = Mapped::read(paths);
    let mut edits = Vec::new();
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    for (name, span) in template::placeholders(text) {
        if mapped.taken.contains(&name) || reserved::NAMES.contains(&name.as_str()) {
            continue;
        }
        let own = match (known.get(&name), counterpart(&name)) {
            (Some(own), _) => own.clone(),
            (None, Some(own)) => own.to_owned(),
            (None, None) if known.len() >= MOST_UNKNOWN => return None,
            (None, None) => {
                let (path, wanted) = meant(&name, event)?;
                mapped.name(&path, &wanted)?
            }
        };
        known.insert(name, own.clone());
        edits.push(Edit { span, text: format!("<{own}>") });
    }
    for (path, span) in template::whole_paths(text).into_iter().take(paths_map::MAX_ENTRIES) {
        if selects(&path, event) {
            let name = mapped.name(&path, &last_name(&path))?;
            edits.push(Edit { span, text: format!("<{name}>") });
        }
    }
    let has_reserved =
        template::placeholders(text).iter().any(|(name, _)| reserved::NAMES.contains(&name.as_str()));
    if edits.is_empty() && !(paths.is_empty() && has_reserved) {
        return None;
    }
    Some(Input::Transformer { paths: mapped.paths, template: apply(text, &edits) })
}

/// The path that the text between `<` and `>` stands for, and a name for it.
fn meant(name: &str, event: &Node) -> Option<(String, String)> {
    let written = if name.starts_with('$') {
        let read = input_path::read(name);
        if read.fault.is_none() { Some(name.to_owned()) } else { read.mend }
    } else {
        let under = [format!("$.{name}"), format!("$.detail.{name}")];
        under.into_iter().find(|path| selects(path, event)).or_else(|| locate(event, name))
    };
    let path = written?;
    let wanted =
        if name.starts_with('$') || name.contains('.') { last_name(&path) } else { variable_name(name) };
    Some((path, wanted))
}

/// The path in the grammar that `$..name` stands for in this event.
pub(crate) fn descended(path: &str, event: &Node) -> Option<String> {
    let rest = path.strip_prefix("$..")?;
    let end = rest.find(['.', '[']).unwrap_or(rest.len());
    let (name, rest) = rest.split_at_checked(end)?;
    let path = format!("{}{rest}", locate(event, name)?);
    selects(&path, event).then_some(path)
}

fn selects(path: &str, event: &Node) -> bool {
    let read = input_path::read(path);
    let steps = read.steps.filter(|_| read.fault.is_none());
    steps.is_some_and(|steps| input_path::select(&steps, event) != Selected::Nothing)
}

/// The path to the only key of this name that stands highest in the event.
fn locate(event: &Node, name: &str) -> Option<String> {
    let mut level: Vec<(Vec<Step>, &Node)> = vec![(Vec::new(), event)];
    while !level.is_empty() {
        let mut next = Vec::new();
        let mut found: Vec<Vec<Step>> = Vec::new();
        for (steps, node) in level {
            for member in node.members().unwrap_or_default() {
                if !addressable(&member.key) {
                    continue;
                }
                let mut under = steps.clone();
                under.push(Step::Key(member.key.clone()));
                if member.key == name {
                    found.push(under.clone());
                }
                next.push((under, &member.value));
            }
        }
        match found.as_slice() {
            [] => level = next,
            [only] => return print(only),
            _ => return None,
        }
    }
    None
}

/// The name of a path's last key, with the index behind it.
fn last_name(path: &str) -> String {
    let last = path.rsplit('.').next().unwrap_or(path);
    variable_name(if last == "$" { "event" } else { last }.trim_end_matches(']'))
}

/// What Pipes calls the variables that rules have, too.
fn counterpart(name: &str) -> Option<&'static str> {
    let own = name.strip_prefix("aws.pipes.")?;
    reserved::NAMES.into_iter().find(|name| name.strip_prefix("aws.events.") == Some(own))
}

/// Names that AWS does not take, changed in both texts.
#[expect(clippy::type_complexity, reason = "two texts and what was changed")]
fn renamed(paths: &str, template: &str, map: &PathsMap) -> Option<(String, String, Vec<(String, String)>)> {
    let good = |name: &str| variable_name(name) == name;
    let bad: Vec<_> = map.entries.iter().filter(|entry| !good(&entry.name)).collect();
    let mut taken: Vec<String> = map.entries.iter().map(|entry| entry.name.clone()).collect();
    let (mut in_map, mut in_template, mut changed) = (Vec::new(), Vec::new(), Vec::new());
    for entry in bad {
        let to = free_name(&entry.name, |name| taken.iter().any(|own| own == name));
        taken.push(to.clone());
        in_map.push(Edit { span: entry.name_span, text: json::quote(&to) });
        let uses = template::placeholders(template).into_iter().filter(|(name, _)| *name == entry.name);
        in_template.extend(uses.map(|(_, span)| Edit { span, text: format!("<{to}>") }));
        changed.push((entry.name.clone(), to));
    }
    let whole: Span = Span::new(0, template.len());
    in_template.retain(|edit| whole.covers(edit.span));
    Some((apply(paths, &in_map), apply(template, &in_template), changed))
}

#[cfg(test)]
#[path = "instead_tests.rs"]
mod tests;
