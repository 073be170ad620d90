//! The four input options of a target, and what each delivers.

use crate::diagnostics::{self as say};
use crate::input::{OfTarget, Surroundings};
use crate::input_path::{self, ReadPath, Selected};
use crate::limits::{MAX_PATH, MAX_TEXT};
use crate::message::Message;
use crate::paths_map::fixed_path;
use crate::provenance;
use crate::read_input::ReadInput;
use crate::rendering::{Certainty, Origin, Outcome, Payload, Rendered};
use crate::transform::transform;
use crate::unverified::Unverified;
use rulepad_document::json::{Code, Node, Value, parse};
use rulepad_document::{Role, Span};

/// Applies an input option to an event.
pub(crate) fn by_option(
    input: &ReadInput<'_>,
    event: &Node,
    around: &Surroundings,
    target: OfTarget<'_>,
) -> Rendered<Message> {
    let mut rendered = match input {
        ReadInput::MatchedEvent => delivered(Payload::of_event(&provenance::sourced(event)), Vec::new()),
        ReadInput::Path { text, path, several } => {
            by_path(text, path, several.as_ref().map(Vec::len), event, target.index)
        }
        ReadInput::Constant(text) => constant(text, target),
        ReadInput::Transformer { map, template } => transform(map, template, event, around, target),
    };
    let constant = matches!(input, ReadInput::Constant(_));
    if !constant && !matches!(rendered.outcome, Outcome::Refused { .. }) && broken(event) {
        let mut what = match rendered.certainty {
            Certainty::Verified => Vec::new(),
            Certainty::Unverified(what) => what,
        };
        what.push(Unverified::BrokenEvent.into());
        rendered.certainty = Certainty::Unverified(what);
    }
    rendered
}

fn delivered(payload: Payload, unverified: Vec<Unverified>) -> Rendered<Message> {
    Rendered {
        outcome: Outcome::Delivered(payload),
        certainty: Certainty::of(unverified),
        variables: Vec::new(),
        diagnostics: Vec::new(),
        instead: None,
    }
}

/// Whether something in the event is not JSON. Nesting is bounded by the parser.
fn broken(node: &Node) -> bool {
    match &node.value {
        Value::Invalid => true,
        Value::Array(items) => items.iter().any(broken),
        Value::Object(members) => members.iter().any(|member| broken(&member.value)),
        _ => false,
    }
}

fn by_path(
    text: &str,
    path: &ReadPath,
    several: Option<usize>,
    event: &Node,
    target: u32,
) -> Rendered<Message> {
    let role = Role::InputPath(target);
    let whole = Span::new(0, text.len());
    let length = text.chars().count();
    if length > MAX_PATH {
        let refusal = say::path_too_long(role, whole, length);
        return Rendered::refused(vec![refusal], Vec::new(), Vec::new(), Vec::new());
    }
    let mut diagnostics = Vec::new();
    let mut unverified = Vec::new();
    if let Some(count) = several {
        diagnostics.push(say::several_paths(role, whole, count));
    } else if let Some(fault) = &path.fault {
        let fix = fixed_path(whole, text, path, Some(event), false);
        let mut found = say::path_fault(role, fault.span, fault.kind, fix);
        if path.only_brackets {
            found = say::softened(found);
            unverified.push(Unverified::BracketNotation);
        }
        diagnostics.push(found);
    }
    let usable = path.steps.as_deref().filter(|_| path.fault.is_none() || path.only_brackets);
    let selected = usable.map_or(Selected::Nothing, |steps| input_path::select(steps, event));
    let outcome = match selected {
        Selected::One(node) => {
            if matches!(node.value, Value::Null | Value::Bool(_) | Value::Number(_)) {
                unverified.push(Unverified::ScalarByPath(node.value.kind()));
            }
            if usable.is_some_and(<[_]>::is_empty) {
                unverified.push(Unverified::DollarAlone);
            }
            Outcome::Delivered(Payload::of_event(&provenance::sourced(node)))
        }
        Selected::Many(nodes) => {
            unverified.push(Unverified::AllElements);
            Outcome::Delivered(Payload::of_event(&provenance::gathered(&nodes, event.span)))
        }
        Selected::Nothing => {
            unverified.push(Unverified::PathSelectsNothing);
            if let Some(steps) = usable {
                let miss = input_path::miss(steps, event);
                diagnostics.push(say::selects_nothing(role, whole, text, miss, false));
            }
            Outcome::Unknown { reason: Unverified::PathSelectsNothing.into(), would_be: None }
        }
    };
    Rendered {
        outcome,
        certainty: Certainty::of(unverified),
        variables: Vec::new(),
        diagnostics,
        instead: None,
    }
}

fn constant(text: &str, target: OfTarget<'_>) -> Rendered<Message> {
    let length = text.chars().count();
    let mut refusals = Vec::new();
    let mut remarks = Vec::new();
    let mut unverified = Vec::new();
    if length > MAX_TEXT {
        refusals.push(say::input_too_long(target.index, text, length));
    }
    for diagnostic in parse(text, Role::Input(target.index)).diagnostics {
        if diagnostic.is(Code::TrailingText) {
            remarks.push(say::input_trailing_text(diagnostic));
            unverified.push(Unverified::TextAfterConstant);
        } else if diagnostic.is_error() {
            refusals.push(say::input_not_json(diagnostic, text, target.id));
        } else {
            remarks.push(diagnostic.lift());
        }
    }
    if !refusals.is_empty() {
        return Rendered::refused(refusals, remarks, Vec::new(), Vec::new());
    }
    let is_json = unverified.is_empty();
    let origin = Origin::Constant { span: Span::new(0, text.len()) };
    let mut rendered = delivered(Payload::whole(text.to_owned(), is_json, origin), unverified);
    rendered.diagnostics = remarks;
    rendered
}

#[cfg(test)]
#[path = "options_tests.rs"]
mod tests;
