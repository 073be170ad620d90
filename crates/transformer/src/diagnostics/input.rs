//! What is wrong with an input option or a constant.

use super::{behind, error};
use crate::input::MAX_TEXT;
use rulepad_document::{Diagnostic, Role, Span, TargetProperty};

/// A target sets two of `Input`, `InputPath` and `InputTransformer`; PutTargets refuses it.
#[must_use]
pub fn only_one_option(target: u32, target_id: &str) -> Diagnostic {
    error(
        "input.more-than-one",
        Role::Target(target, TargetProperty::Input),
        Span::default(),
        "more than one input option is set",
    )
    .advice("keep one of `Input`, `InputPath` and `InputTransformer`")
    .aws_located(
        format!("Only one of Input, InputPath, or InputTransformer must be provided for target {target_id}."),
        0,
        0,
    )
}

/// A JSON problem of `Input`, in AWS's frame: `JSON syntax error in input for target Id: [Source: …]`.
pub(crate) fn input_not_json(mut found: Diagnostic, text: &str, target_id: &str) -> Diagnostic {
    if let Some(reference) = &mut found.reference {
        reference.sentence.clear();
        reference.locations = 1;
        let location = reference.located(text);
        reference.sentence = format!(
            "JSON syntax error in input for target {target_id}: {}",
            location.trim_start_matches("\n at ")
        );
        reference.locations = 0;
    }
    found
}

pub(crate) fn input_trailing_text(found: Diagnostic) -> Diagnostic {
    Diagnostic {
        code: "input.trailing-text".into(),
        message: "text after the JSON value: a constant is one JSON value".to_owned(),
        ..found
    }
}

pub(crate) fn input_too_long(target: u32, text: &str, length: usize) -> Diagnostic {
    let extra = behind(text, MAX_TEXT);
    error(
        "input.too-long",
        Role::Input(target),
        extra,
        format!("the constant has {length} characters; AWS takes {MAX_TEXT}"),
    )
    .advice("shorten the constant, or keep it where the target can fetch it")
}
