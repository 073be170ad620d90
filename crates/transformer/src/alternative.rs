//! Another input option that does what was probably meant.

use crate::input::{Input, OfTarget, Surroundings};
use crate::input_path::{self, ReadPath, Selected};
use crate::intended_path::{last_name, locate, selects};
use crate::limits::MAX_ENTRIES;
use crate::message::{Message, Offer};
use crate::options::by_option;
use crate::path;
use crate::paths_map::{GrowingMap, PathsMap};
use crate::read_input::ReadInput;
use crate::rendering::{Alternative, Outcome};
use crate::template::{Template, TemplateForm};
use crate::variable::{RESERVED, free_name, is_reserved, variable_name};
use rulepad_document::diagnostic::apply;
use rulepad_document::json::{self, Node, Value};
use rulepad_document::path::{Step as Place, at as places, leaves};
use rulepad_document::{Edit, Role, Span};
use std::collections::BTreeMap;

/// Another option and what it does.
type Found = (Offer, Input);

/// The option that does what the texts of this one ask for; only one that AWS takes, and that delivers.
pub(crate) fn alternative(input: &Input, read: &ReadInput<'_>, event: &Node) -> Option<Alternative<Message>> {
    let found = match read {
        ReadInput::MatchedEvent => None,
        ReadInput::Path { text, path, several } => of_path(text, path, several.as_deref(), event),
        ReadInput::Constant(text) => of_constant(text, event),
        ReadInput::Transformer { map, template } => of_transformer(map, template, event),
    };
    let delivers = |(_, found): &Found| {
        let read = ReadInput::read(found, event, 0);
        let around = Surroundings::default();
        let rendered = by_option(&read, event, &around, OfTarget { index: 0, id: "" });
        found != input && matches!(rendered.outcome, Outcome::Delivered(_))
    };
    let found = found.filter(delivers).or_else(|| match read {
        ReadInput::Transformer { map, template } => defined(map, template, event),
        _ => None,
    });
    found.map(|(offer, input)| Alternative { text: Message::Offer(offer), input })
}

/// The variables that the template has and the map has not, with paths to the fields of that name.
fn defined(map: &PathsMap<'_>, template: &Template<'_>, event: &Node) -> Option<Found> {
    let mut growing = GrowingMap::of(map);
    let mut added: Vec<(String, String)> = Vec::new();
    for name in template.names() {
        if is_reserved(name) || growing.has(name) {
            continue;
        }
        let Some(path) = path_of(name, event) else { continue };
        if map.entries.len() + added.len() >= MAX_ENTRIES {
            break;
        }
        growing.enter(name, &path)?;
        added.push((name.to_owned(), path));
    }
    let offer = match added.as_slice() {
        [] => return None,
        [(name, path)] => Offer::Define { name: name.clone(), path: path.clone() },
        several => Offer::DefineSeveral(several.iter().map(|(name, _)| name.clone()).collect()),
    };
    let input = Input::Transformer { paths: growing.text, template: template.text.to_owned() };
    Some((offer, input))
}

/// The path to the field of the event that a variable of this name is about: of the outermost object, else the least
/// deep one with that key, spelled the same or but for `-`, `_` and case.
fn path_of(name: &str, event: &Node) -> Option<String> {
    let plain = |text: &str| -> String {
        text.chars().filter(|c| !matches!(c, '-' | '_')).flat_map(char::to_lowercase).collect()
    };
    let wanted = plain(name);
    let outermost = event.members()?.iter().map(|member| vec![Place::Key(member.key.clone())]);
    let leaves =
        leaves(event).into_iter().filter_map(|(_, span)| places(event, span.start)).map(|(places, _)| places);
    let leaves: Vec<Vec<Place>> = leaves.collect();
    let last = |places: &[Place]| match places.last() {
        Some(Place::Key(key)) => Some(key.clone()),
        _ => None,
    };
    let mut found: Vec<(bool, usize, Vec<Place>)> = outermost
        .chain(leaves)
        .filter_map(|places| {
            let key = last(&places)?;
            (plain(&key) == wanted).then_some((key != name, places.len(), places))
        })
        .collect();
    rulepad_document::order::sort_by_key(&mut found, |(differs, depth, _)| (*differs, *depth));
    found.iter().find_map(|(_, _, places)| path::write(places).ok())
}

fn of_path(text: &str, path: &ReadPath, several: Option<&[String]>, event: &Node) -> Option<Found> {
    path.fault.as_ref()?;
    let Some(several) = several else {
        let input = filled(GrowingMap::empty(), &Template::read(text, 0), event)?;
        return Some((Offer::MakeTemplate, input));
    };
    let count = several.len();
    let mut map = GrowingMap::empty();
    let names: Vec<String> = several.iter().filter_map(|path| map.name(path, &last_name(path))).collect();
    let members: Vec<String> =
        names.iter().map(|name| format!("  {}: <{name}>", json::quote(name))).collect();
    let template = format!("{{\n{}\n}}", members.join(",\n"));
    let input = Input::Transformer { paths: map.text, template };
    (names.len() == count).then_some((Offer::SendSeveral(count), input))
}

fn of_constant(text: &str, event: &Node) -> Option<Found> {
    let whole = json::parse(text, Role::Event);
    let string = whole.valid().and_then(Node::as_str);
    let path = string.unwrap_or(text.trim());
    if path.starts_with('$') && selects(path, event) {
        return Some((Offer::SelectPath, Input::Path(path.to_owned())));
    }
    let input = filled(GrowingMap::empty(), &Template::read(text, 0), event)?;
    Some((Offer::FillConstant, input))
}

fn of_transformer(map: &PathsMap<'_>, template: &Template<'_>, event: &Node) -> Option<Found> {
    match template.form() {
        TemplateForm::Alone { name, quoted } => {
            if let Some(found) = alone(map, &name, quoted, event) {
                return Some(found);
            }
        }
        TemplateForm::Constant if map.entries.is_empty() && map.unusable.is_empty() => {
            if let Some(input) = filled(GrowingMap::of(map), template, event) {
                return Some((Offer::FillPaths, input));
            }
            return Some((Offer::SendConstant, Input::Constant(template.text.to_owned())));
        }
        TemplateForm::Constant | TemplateForm::Mixed => {}
    }
    let Some(renamed) = renamed(map, template) else {
        let input = filled(GrowingMap::of(map), template, event)?;
        // The same change in the words of what it adds.
        let named = defined(map, template, event).filter(|(_, named)| *named == input);
        return Some(named.unwrap_or((Offer::NameInPaths, input)));
    };
    let Renamed { paths, template, from, to } = renamed;
    let offer = Offer::Rename { from, to };
    let read = crate::paths_map::read(&paths, 0, None);
    match filled(GrowingMap::of(&read), &Template::read(&template, 0), event) {
        Some(input) => Some((offer, input)),
        None => Some((offer, Input::Transformer { paths, template })),
    }
}

/// A template that is nothing but one variable.
fn alone(map: &PathsMap<'_>, name: &str, quoted: bool, event: &Node) -> Option<Found> {
    if name == "aws.events.event.json" {
        return Some((Offer::SendEvent, Input::MatchedEvent));
    }
    let entry = map.entries.iter().find(|entry| entry.name == name)?;
    let steps = entry.read.steps.as_deref().filter(|_| entry.read.fault.is_none())?;
    let nested = match input_path::select(steps, event) {
        Selected::One(node) => matches!(node.value, Value::Object(_) | Value::Array(_)),
        Selected::Many(_) => true,
        Selected::Nothing => return None,
    };
    // In quotes a string is a separate text, while an object loses its quotes.
    (nested || !quoted).then(|| (Offer::SendPart, Input::Path(entry.path.clone())))
}

/// More unknown names in one template are not looked for.
const MOST_UNKNOWN: usize = 24;

/// A template whose paths and unknown names became variables of the event's values; `None` where nothing of
/// it can be filled, or something cannot.
fn filled(mut map: GrowingMap, template: &Template<'_>, event: &Node) -> Option<Input> {
    let blank = map.text.is_empty();
    let mut edits = Vec::new();
    let mut known: BTreeMap<&str, String> = BTreeMap::new();
    for placeholder in template.placeholders() {
        let name = placeholder.name.as_str();
        if map.has(name) || RESERVED.contains(&name) {
            continue;
        }
        let variable = match (known.get(name), counterpart(name)) {
            (Some(variable), _) => variable.clone(),
            (None, Some(reserved)) => reserved.to_owned(),
            (None, None) if known.len() >= MOST_UNKNOWN => return None,
            (None, None) => {
                let (path, wanted) = meant(name, event)?;
                map.name(&path, &wanted)?
            }
        };
        edits.push(Edit { span: placeholder.span, text: format!("<{variable}>") });
        known.insert(name, variable);
    }
    for (path, span) in template.whole_paths().into_iter().take(MAX_ENTRIES) {
        if selects(&path, event) {
            let name = map.name(&path, &last_name(&path))?;
            edits.push(Edit { span, text: format!("<{name}>") });
        }
    }
    let has_reserved = template.placeholders().any(|one| RESERVED.contains(&one.name.as_str()));
    if edits.is_empty() && !(blank && has_reserved) {
        return None;
    }
    Some(Input::Transformer { paths: map.text, template: apply(template.text, &edits) })
}

/// The path that the text between `<` and `>` means, and a name for it.
fn meant(name: &str, event: &Node) -> Option<(String, String)> {
    let written = if name.starts_with('$') {
        let read = input_path::read(name);
        if read.fault.is_none() { Some(name.to_owned()) } else { read.fixed }
    } else {
        let under = [format!("$.{name}"), format!("$.detail.{name}")];
        under.into_iter().find(|path| selects(path, event)).or_else(|| locate(event, name))
    };
    let path = written?;
    let wanted =
        if name.starts_with('$') || name.contains('.') { last_name(&path) } else { variable_name(name) };
    Some((path, wanted))
}

/// The variable of a rule for one that Pipes has under another name.
fn counterpart(name: &str) -> Option<&'static str> {
    let own = name.strip_prefix("aws.pipes.")?;
    RESERVED.into_iter().find(|name| name.strip_prefix("aws.events.") == Some(own))
}

/// A map and a template whose names AWS takes, and the first of the names that were changed.
struct Renamed {
    paths: String,
    template: String,
    from: String,
    to: String,
}

/// Names that AWS does not take, changed in both texts; `None` where there are none.
fn renamed(map: &PathsMap<'_>, template: &Template<'_>) -> Option<Renamed> {
    let mut taken: Vec<String> = map.entries.iter().map(|entry| entry.name.clone()).collect();
    let (mut in_map, mut in_template, mut first) = (Vec::new(), Vec::new(), None);
    for entry in map.entries.iter().filter(|entry| variable_name(&entry.name) != entry.name) {
        let to = free_name(&entry.name, |name| taken.iter().any(|own| own == name));
        taken.push(to.clone());
        in_map.push(Edit { span: entry.name_span, text: json::quote(&to) });
        let uses = template.placeholders().filter(|placeholder| placeholder.name == entry.name);
        in_template.extend(uses.map(|one| Edit { span: one.span, text: format!("<{to}>") }));
        first = first.or(Some((entry.name.clone(), to)));
    }
    let whole = Span::new(0, template.text.len());
    in_template.retain(|edit| whole.covers(edit.span));
    let (from, to) = first?;
    Some(Renamed { paths: apply(map.text, &in_map), template: apply(template.text, &in_template), from, to })
}

#[cfg(test)]
#[path = "alternative_tests.rs"]
mod tests;
