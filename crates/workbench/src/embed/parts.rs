//! The parts of an example: its texts by the names that the custom element gives them.

use super::{Look, Stored, has_payload};
use crate::draft::Draft;
use rulepad_transformer::Input;

/// A text with its name.
pub(super) struct Part<'d> {
    /// The value of `data-part`.
    pub name: &'static str,
    /// The text.
    pub text: &'d str,
}

/// The texts that an example shows, without the answer.
pub(super) fn parts<'d>(draft: &'d Draft, stored: &'d Stored, look: Look) -> Vec<Part<'d>> {
    let mut all = vec![("pattern", &*draft.pattern), ("event", &*draft.event)];
    if look.payload && has_payload(draft) {
        match draft.targets.first().map(|target| &target.input) {
            Some(Input::Path(path)) => all.push(("input-path", path)),
            Some(Input::Transformer { paths, template }) => {
                if !paths.trim().is_empty() {
                    all.push(("paths", paths));
                }
                all.push(("template", template));
            }
            Some(Input::MatchedEvent | Input::Constant(_)) | None => {}
        }
        all.extend(stored.payload.as_deref().map(|payload| ("payload", payload)));
    }
    all.into_iter().map(|(name, text)| Part { name, text }).collect()
}

/// The value of the attribute `show`.
pub(super) fn shown(draft: &Draft, look: Look) -> String {
    let payload = look.payload && has_payload(draft);
    [("why", look.why), ("payload", payload)]
        .into_iter()
        .filter_map(|(name, is_shown)| is_shown.then_some(name))
        .collect::<Vec<_>>()
        .join(",")
}
