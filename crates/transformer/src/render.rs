//! What a target receives for an event: the one entry point.

use crate::alternative::alternative;
use crate::diagnostics as say;
use crate::input::{Input, OfTarget, Surroundings};
use crate::message::Message;
use crate::options::by_option;
use crate::read_input::ReadInput;
use crate::rendering::Rendered;
use rulepad_document::json::Node;

/// Applies an input option to an event.
///
/// `target` is the target's index, which diagnostics name as their document; `target_id` is its id, which
/// AWS's sentences name. The event is read as far as it parses; where it is broken the outcome is unverified.
#[must_use]
pub fn render(
    input: &Input,
    event: &Node,
    around: &Surroundings,
    target: u32,
    target_id: &str,
) -> Rendered<Message> {
    let read = ReadInput::read(input, event, target);
    let mut rendered = by_option(&read, event, around, OfTarget { index: target, id: target_id });
    rendered.instead = alternative(input, &read, event);
    rendered
}

/// A target that sets two of `Input`, `InputPath` and `InputTransformer`; PutTargets refuses it.
#[must_use]
pub fn only_one_option(target: u32, target_id: &str) -> Rendered<Message> {
    Rendered::refused(vec![say::only_one_option(target, target_id)], Vec::new(), Vec::new(), Vec::new())
}
