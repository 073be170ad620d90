//! What is wrong with an input option or a constant.

use super::{Diagnostic, JsonDiagnostic, behind, error, renamed};
use crate::aws::AwsSentence;
use crate::code::Code;
use crate::limits::MAX_TEXT;
use crate::message::{Help, InputMessage};
use rulepad_document::{Role, Span, TargetProperty};

/// A target sets two of `Input`, `InputPath` and `InputTransformer`; PutTargets refuses it.
pub(crate) fn only_one_option(target: u32, target_id: &str) -> Diagnostic {
    let role = Role::Target(target, TargetProperty::Input);
    error(Code::MoreThanOneOption, role, Span::default(), InputMessage::MoreThanOne)
        .advice(Help::KeepOneOption)
        .aws_known(AwsSentence::OneOption { id: target_id.to_owned() }, 0, 0)
}

/// A JSON problem of `Input`, in AWS's frame: `JSON syntax error in input for target Id: [Source: …]`.
pub(crate) fn input_not_json(found: JsonDiagnostic, text: &str, target_id: &str) -> Diagnostic {
    let mut found = found.lift();
    if let Some(reference) = &mut found.reference {
        reference.sentence.clear();
        reference.locations = 1;
        let location = reference.located(text);
        let location = location.trim_start_matches("\n at ").to_owned();
        // The parser's own words are not in AWS's sentence.
        let said = AwsSentence::InputSyntax { id: target_id.to_owned(), location };
        reference.sentence = said.sentence();
        reference.locations = 0;
        reference.gloss = Some(said.into());
    }
    found
}

pub(crate) fn input_trailing_text(found: JsonDiagnostic) -> Diagnostic {
    renamed(found, Code::TextAfterConstant, InputMessage::TrailingText)
}

pub(crate) fn input_too_long(target: u32, text: &str, length: usize) -> Diagnostic {
    let extra = behind(text, MAX_TEXT);
    error(Code::ConstantTooLong, Role::Input(target), extra, InputMessage::TooLong(length))
        .advice(Help::ShortenConstant)
}
