//! What can be wrong with a target's dead-letter queue, retry policy and endpoint.

use super::{Diagnostic, error, rewrite, warning, whole};
use crate::TargetKind;
use crate::code::Code;
use crate::message::{Help, PropertyMessage, RetrySetting};
use rulepad_document::{Role, Span, TargetProperty};

pub(crate) fn dead_letter_shape(at: u32, arn: &str, queue: Option<String>) -> Diagnostic {
    let role = Role::Target(at, TargetProperty::DeadLetterArn);
    let found = |message| error(Code::DeadLetterShape, role, whole(arn), message);
    match queue {
        Some(queue) => {
            found(PropertyMessage::DeadLetterIsQueueUrl).fix(Help::Write(queue.clone()), rewrite(arn, queue))
        }
        None => found(PropertyMessage::DeadLetterShape).advice(Help::WriteQueueArn),
    }
}

pub(crate) fn dead_letter_kind(at: u32, arn: &str, service: &str) -> Diagnostic {
    let role = Role::Target(at, TargetProperty::DeadLetterArn);
    error(Code::DeadLetterKind, role, whole(arn), PropertyMessage::DeadLetterKind(service.to_owned()))
        .advice(Help::GiveStandardQueue)
}

pub(crate) fn dead_letter_fifo(at: u32, arn: &str) -> Diagnostic {
    let role = Role::Target(at, TargetProperty::DeadLetterArn);
    error(Code::DeadLetterFifo, role, whole(arn), PropertyMessage::DeadLetterFifo)
        .advice(Help::UseStandardQueue)
}

pub(crate) fn dead_letter_region(at: u32, arn: &str, region: &str) -> Diagnostic {
    let role = Role::Target(at, TargetProperty::DeadLetterArn);
    error(Code::DeadLetterRegion, role, whole(arn), PropertyMessage::DeadLetterRegion(region.to_owned()))
        .advice(Help::UseQueueOfRegion)
}

pub(crate) fn dead_letter_place(at: u32, arn: &str) -> Diagnostic {
    let role = Role::Target(at, TargetProperty::DeadLetterArn);
    warning(Code::DeadLetterPlace, role, whole(arn), PropertyMessage::DeadLetterPlace)
        .advice(Help::CopyQueueArn)
}

fn retry_role(at: u32, setting: RetrySetting) -> Role {
    let property = match setting {
        RetrySetting::Attempts => TargetProperty::RetryAttempts,
        RetrySetting::Age => TargetProperty::EventAge,
    };
    Role::Target(at, property)
}

/// Not a whole number. `fix` is the number that was probably meant.
pub(crate) fn retry_number(at: u32, setting: RetrySetting, text: &str, fix: Option<u64>) -> Diagnostic {
    let code = match setting {
        RetrySetting::Attempts => Code::RetryNumber,
        RetrySetting::Age => Code::AgeNumber,
    };
    let found = error(code, retry_role(at, setting), whole(text), PropertyMessage::RetryNumber(setting));
    match fix {
        Some(fix) => found.fix(Help::Write(fix.to_string()), rewrite(text, fix.to_string())),
        None => found.advice(Help::WriteDigits),
    }
}

pub(crate) fn retry_range(
    at: u32,
    setting: RetrySetting,
    text: &str,
    least: u64,
    most: u64,
    nearest: u64,
) -> Diagnostic {
    let code = match setting {
        RetrySetting::Attempts => Code::RetryRange,
        RetrySetting::Age => Code::AgeRange,
    };
    let message = PropertyMessage::RetryRange { setting, least, most };
    error(code, retry_role(at, setting), whole(text), message)
        .fix(Help::Write(nearest.to_string()), rewrite(text, nearest.to_string()))
}

pub(crate) fn endpoint_method(at: u32, text: &str, span: Span, fix: Option<String>) -> Diagnostic {
    let role = Role::Target(at, TargetProperty::Endpoint);
    with_endpoint(error(Code::EndpointMethod, role, span, PropertyMessage::EndpointMethod), text, fix)
}

pub(crate) fn endpoint_url(at: u32, text: &str, span: Span, fix: Option<String>) -> Diagnostic {
    let role = Role::Target(at, TargetProperty::Endpoint);
    with_endpoint(error(Code::EndpointUrl, role, span, PropertyMessage::EndpointUrl), text, fix)
}

fn with_endpoint(found: Diagnostic, text: &str, fix: Option<String>) -> Diagnostic {
    match fix {
        Some(fix) => found.fix(Help::Write(fix.clone()), rewrite(text, fix)),
        None => found.advice(Help::WriteEndpoint),
    }
}

pub(crate) fn endpoint_character(at: u32, span: Span, c: char) -> Diagnostic {
    let role = Role::Target(at, TargetProperty::Endpoint);
    error(Code::EndpointCharacter, role, span, PropertyMessage::EndpointCharacter(c))
        .advice(Help::PercentEncode)
}

pub(crate) fn endpoint_too_long(at: u32, span: Span, length: usize, most: usize) -> Diagnostic {
    let role = Role::Target(at, TargetProperty::Endpoint);
    error(Code::EndpointTooLong, role, span, PropertyMessage::EndpointTooLong { length, most })
        .advice(Help::ShortenAddress)
}

pub(crate) fn endpoint_not_used(at: u32, text: &str, kind: TargetKind) -> Diagnostic {
    let role = Role::Target(at, TargetProperty::Endpoint);
    warning(Code::EndpointNotUsed, role, whole(text), PropertyMessage::EndpointNotUsed(kind))
        .fix(Help::RemoveIt, rewrite(text, String::new()))
}

/// `property` is the text with the `*`: the ARN of an API, or the endpoint.
pub(crate) fn path_values_missing(property: TargetProperty, at: u32, span: Span, stars: usize) -> Diagnostic {
    let code = match property {
        TargetProperty::Endpoint => Code::EndpointValues,
        _ => Code::ArnValues,
    };
    warning(code, Role::Target(at, property), span, PropertyMessage::PathValuesMissing(stars))
        .advice(Help::ListPathValues)
}
