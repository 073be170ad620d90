//! The event pattern of a resource, a JSON text in which some values may not be known.

use super::drafted::Drafted;
use crate::diagnostics;
use crate::message::{Expected, MemberKind, Note};
use crate::rule::laid_out;
use crate::unknown::{self, PatternField, Sound};
use rulepad_document::Role;
use rulepad_document::json::{Node, parse, pretty};
use rulepad_terraform::value::{Data, SourcePlace, TextPiece, Val, Why};

/// A pattern that was read.
#[derive(Default)]
pub(super) struct ReadPattern {
    /// The pattern; blank where nothing of it is known, which is reported.
    pub text: String,
    /// What the file has for it: the pattern with its places, or a string with it. `None` where another file has it.
    pub raw: Option<Node>,
}

impl ReadPattern {
    fn of(text: String, raw: Option<Node>) -> Self {
        Self { text, raw }
    }
}

/// Reads the pattern; `key` is the place of the attribute that has it.
pub(super) fn pattern(
    drafted: &mut Drafted<'_, '_>,
    value: &Val,
    key: SourcePlace,
    notes: &mut Vec<Note>,
) -> ReadPattern {
    match &value.data {
        Data::Null => ReadPattern::default(),
        // What is encoded is taken as it was written, keys in their order.
        Data::Encoded(inner) => {
            let node = drafted.node(inner, key);
            if drafted.evaluator.exhausted.get() {
                notes.push(Note::PatternTooMuchWork);
                return ReadPattern::default();
            }
            let was_empty = unknown::is_empty(&node);
            let node = sound(drafted, node, key, true, notes);
            if unknown::is_empty(&node) && !was_empty {
                return ReadPattern::default();
            }
            ReadPattern::of(pretty(&node), Some(node))
        }
        Data::Parts(pieces) => {
            let (text, written) = parts(drafted, pieces, key, notes);
            ReadPattern::of(text, drafted.written(value.place, key, written))
        }
        Data::Unknown(own) => {
            match &own.why {
                Why::File(path) => {
                    drafted.report_unknown(own);
                    notes.push(Note::PatternInFile(path.to_string()));
                }
                Why::Budget => notes.push(Note::PatternTooMuchWork),
                _ => {
                    drafted.report(value.place, |span| diagnostics::pattern_unknown(span, &own.source));
                    notes.push(Note::PatternUnknown(own.source.to_string()));
                }
            }
            ReadPattern::default()
        }
        _ => match value.scalar() {
            Some(text) => {
                let raw = drafted.written(value.place, key, text.to_string());
                ReadPattern::of(laid_out(text.trim()), raw)
            }
            None => {
                drafted.report(value.place, |span| {
                    diagnostics::wrong_type(
                        span,
                        "event_pattern",
                        Expected::String,
                        MemberKind::Terraform(value.kind()),
                    )
                });
                ReadPattern::default()
            }
        },
    }
}

/// A text with values put in: within strings of JSON as text, elsewhere as a value. The pattern, and the text before
/// it is laid out.
fn parts(
    drafted: &mut Drafted<'_, '_>,
    pieces: &[TextPiece],
    key: SourcePlace,
    notes: &mut Vec<Note>,
) -> (String, String) {
    let (mut out, mut within, mut escaped) = (String::new(), false, false);
    let mut values = false;
    for piece in pieces {
        match piece {
            TextPiece::Known(text) => {
                for c in text.chars() {
                    match c {
                        _ if escaped => escaped = false,
                        '\\' if within => escaped = true,
                        '"' => within = !within,
                        _ => {}
                    }
                }
                out.push_str(text);
            }
            TextPiece::Unknown(own) if within => out.push_str(&drafted.shown(own)),
            TextPiece::Unknown(own) => {
                values = true;
                out.push('"');
                out.push_str(&drafted.shown(own));
                out.push('"');
            }
        }
    }
    let text = out.trim();
    let pattern = match parse(text, Role::Import).valid() {
        Some(node) => {
            let fixed = sound(drafted, node.clone(), key, false, notes);
            match unknown::is_empty(&fixed) && !unknown::is_empty(node) {
                true => String::new(),
                false if values || fixed != *node => pretty(&fixed),
                false => laid_out(text),
            }
        }
        None => text.to_owned(),
    };
    (pattern, text.to_owned())
}

/// The pattern with what is not known where AWS takes it. `has_places` where the places in it are those of the file.
fn sound(
    drafted: &mut Drafted<'_, '_>,
    node: Node,
    key: SourcePlace,
    has_places: bool,
    notes: &mut Vec<Note>,
) -> Node {
    let Sound { node, lists, left } = unknown::sound(node, None, &drafted.references);
    let place =
        |field: &PatternField| if has_places { SourcePlace::new(key.source, field.span) } else { key };
    for field in &lists {
        let report = |span| diagnostics::pattern_list(span, &field.name, &field.shown);
        drafted.report(place(field), report);
    }
    for field in &left {
        drafted.report(place(field), |span| diagnostics::pattern_field(span, &field.name));
        notes.push(unknown::left_out(field));
    }
    unknown::mark_lists(&mut drafted.references, &lists);
    node
}
