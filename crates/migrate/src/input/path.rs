//! An input path as a path of JSONata.

use super::writer::{literal, name};
use rulepad_transformer::path::{Path, PathStep};

/// A path as JSONata.
pub(super) struct Selection {
    /// The expression.
    pub expression: String,
    /// Whether it gathers elements, and so is never nothing.
    pub gathers: bool,
    /// Whether values of another shape give something else than in a rule.
    pub other_shape: bool,
}

/// The path as JSONata; `None` where it takes elements of elements.
pub(super) fn select(path: &Path) -> Option<Selection> {
    let mut expression = String::from("$events.Data");
    let (mut gathers, mut other_shape) = (false, false);
    let steps = path.steps();
    for (at, step) in steps.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| steps.get(before));
        match step {
            PathStep::Key(key) => {
                // The event and its `detail` are always objects.
                let of_object = match (at, before) {
                    (0, _) => true,
                    (1, Some(PathStep::Key(own))) => own == "detail",
                    _ => false,
                };
                other_shape |= !of_object;
                match name(key) {
                    Some(name) => expression = format!("{expression}.{name}"),
                    None => expression = format!("$lookup({expression}, {})", literal(key)),
                }
            }
            PathStep::Index(_) | PathStep::All if before == Some(&PathStep::All) => return None,
            PathStep::Index(index) => {
                other_shape = true;
                expression = format!("{expression}[{index}]");
            }
            // A path of JSONata continues from every element anyway.
            PathStep::All => {
                other_shape = true;
                gathers = true;
            }
        }
    }
    if gathers {
        expression = format!("[{expression}]");
    }
    Some(Selection { expression, gathers, other_shape })
}
