//! The four input options of a target, and what each delivers.

use crate::diagnostics as say;
use crate::input_path::{self, Selected};
use crate::instead;
use crate::paths_map::mend;
use crate::provenance;
use crate::rendering::{Certainty, Origin, Outcome, Payload, Rendered};
use crate::template;
use rulepad_document::diagnostic::worded;
use rulepad_document::json::{Code, Node, Value, parse};
use rulepad_document::words::en;
use rulepad_document::{Lang, Role, Span};
use serde::{Deserialize, Serialize};

/// The longest `Input` and `InputTemplate` AWS takes, in characters.
pub(crate) const MAX_TEXT: usize = 8192;
/// The longest path AWS takes, in characters.
pub(crate) const MAX_PATH: usize = 256;

/// What a target asks to receive: one of AWS's four options, as the person typed it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "option", content = "value", rename_all = "snake_case")]
pub enum Input {
    /// The whole event: none of the three properties is set.
    #[default]
    MatchedEvent,
    /// `InputPath`: the part of the event this path selects.
    Path(String),
    /// `Input`: this JSON text, whatever the event says.
    Constant(String),
    /// `InputTransformer`.
    Transformer {
        /// `InputPathsMap` as JSON text; blank for none.
        paths: String,
        /// `InputTemplate`.
        template: String,
    },
}

/// What the reserved variables say: values that come from the rule and the clock, not from the event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Surroundings {
    /// `<aws.events.rule-arn>`
    pub rule_arn: String,
    /// `<aws.events.rule-name>`
    pub rule_name: String,
    /// `<aws.events.event.ingestion-time>`, ISO 8601.
    pub ingestion_time: String,
}

/// Applies an input option to an event.
///
/// `target` is the target's index, which diagnostics name as their document; `target_id` is its id, which
/// AWS's sentences name. The event is read as far as it parses; where it is broken the outcome is unverified.
#[must_use]
pub fn render(input: &Input, event: &Node, around: &Surroundings, target: u32, target_id: &str) -> Rendered {
    let mut rendered = by_option(input, event, around, target, target_id);
    rendered.instead = instead::instead(input, event);
    rendered
}

/// [`render`] without another option.
pub(crate) fn by_option(
    input: &Input,
    event: &Node,
    around: &Surroundings,
    target: u32,
    target_id: &str,
) -> Rendered {
    let mut rendered = match input {
        Input::MatchedEvent => delivered(Payload::of_event(&provenance::sourced(event)), Vec::new()),
        Input::Path(path) => by_path(path, event, target),
        Input::Constant(text) => constant(text, target, target_id),
        Input::Transformer { paths, template } => {
            let place = template::Place { target, target_id };
            template::transform(paths, template, event, around, place)
        }
    };
    let constant = matches!(input, Input::Constant(_));
    if !constant && !matches!(rendered.outcome, Outcome::Refused { .. }) && broken(event) {
        let note = "the event is not valid JSON; what could be read of it is shown".to_owned();
        rendered.certainty = match rendered.certainty {
            Certainty::Verified => Certainty::Unverified(vec![note]),
            Certainty::Unverified(mut notes) => {
                notes.push(note);
                Certainty::Unverified(notes)
            }
        };
    }
    rendered
}

fn delivered(payload: Payload, notes: Vec<String>) -> Rendered {
    Rendered {
        outcome: Outcome::Delivered(payload),
        certainty: Certainty::from_notes(notes),
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

fn by_path(path: &str, event: &Node, target: u32) -> Rendered {
    let role = Role::InputPath(target);
    let whole = Span::new(0, path.len());
    let length = path.chars().count();
    if length > MAX_PATH {
        let refusal = say::path_too_long(role, whole, length);
        return Rendered::refused(vec![refusal], Vec::new(), Vec::new(), Vec::new());
    }
    let read = input_path::read(path);
    let mut diagnostics = Vec::new();
    let mut notes = Vec::new();
    if let Some(count) = instead::listed(path) {
        diagnostics.push(say::several_paths(role, whole, count));
    } else if let Some(fault) = &read.fault {
        let mend = mend(whole, path, &read, Some(event), false);
        let mut found = say::path_fault(role, fault.span, fault.kind, mend);
        if read.only_brackets {
            found = say::softened(found);
            notes.push(
                "one AWS page allows bracket notation in an input path, others ask for dot notation; no \
                 delivery with it has been seen"
                    .to_owned(),
            );
        }
        diagnostics.push(found);
    }
    let usable = read.steps.as_deref().filter(|_| read.fault.is_none() || read.only_brackets);
    let selected = usable.map_or(Selected::Nothing, |steps| input_path::select(steps, event));
    let outcome = match selected {
        Selected::One(node) => {
            notes.extend(scalar_note(&node.value));
            if usable.is_some_and(<[_]>::is_empty) {
                notes.push("that `$` alone selects the whole event follows from the grammar only".to_owned());
            }
            Outcome::Delivered(Payload::of_event(&provenance::sourced(node)))
        }
        Selected::Many(nodes) => {
            notes.push(ALL_ELEMENTS.to_owned());
            Outcome::Delivered(Payload::of_event(&provenance::gathered(&nodes, event.span)))
        }
        Selected::Nothing => {
            let reason = "the input path selects nothing in this event, and what AWS then delivers has not \
                          been verified";
            notes.push(reason.to_owned());
            if let Some(steps) = usable {
                let miss = input_path::miss(steps, event);
                diagnostics.push(say::selects_nothing(role, whole, path, miss.as_ref(), false));
            }
            Outcome::Unknown { reason: reason.to_owned(), would_be: None }
        }
    };
    Rendered {
        outcome,
        certainty: Certainty::from_notes(notes),
        variables: Vec::new(),
        diagnostics,
        instead: None,
    }
}

/// Why a path with `[*]` is not verified.
pub(crate) const ALL_ELEMENTS: &str = "the user guide lists `*` among the characters of a path; that `[*]` gives an array of the elements has \
     not been seen";

fn scalar_note(value: &Value) -> Option<String> {
    matches!(value, Value::Null | Value::Bool(_) | Value::Number(_)).then(|| {
        format!(
            "delivery of {} by an input path has not been seen; strings and objects have",
            en::a(value.kind())
        )
    })
}

fn constant(text: &str, target: u32, target_id: &str) -> Rendered {
    let length = text.chars().count();
    let mut refusals = Vec::new();
    let mut remarks = Vec::new();
    let mut notes = Vec::new();
    if length > MAX_TEXT {
        refusals.push(say::input_too_long(target, text, length));
    }
    for diagnostic in worded(parse(text, Role::Input(target)).diagnostics, Lang::En) {
        if diagnostic.is(Code::TrailingText) {
            remarks.push(say::input_trailing_text(diagnostic));
            notes.push(
                "whether AWS refuses text after the JSON value, ignores it or delivers it has not been seen"
                    .to_owned(),
            );
        } else if diagnostic.is_error() {
            refusals.push(say::input_not_json(diagnostic, text, target_id));
        } else {
            remarks.push(diagnostic);
        }
    }
    if !refusals.is_empty() {
        return Rendered::refused(refusals, remarks, Vec::new(), Vec::new());
    }
    let is_json = notes.is_empty();
    let origin = Origin::Constant { span: Span::new(0, text.len()) };
    let mut rendered = delivered(Payload::whole(text.to_owned(), is_json, origin), notes);
    rendered.diagnostics = remarks;
    rendered
}

#[cfg(test)]
#[path = "input_tests.rs"]
mod tests;
