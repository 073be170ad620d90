//! What can be wrong with a target's dead-letter queue, retry policy and endpoint.

use super::parameters::grouped;
use super::{error, rewrite, whole};
use crate::Kind;
use rulepad_document::json::quote;
use rulepad_document::{Diagnostic, Edit, Role, Severity, Span, TargetProperty};

fn warning(code: &'static str, role: Role, span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(code, Severity::Warning, role, span, message)
}

pub(crate) fn dead_letter_shape(at: u32, arn: &str, queue: Option<String>) -> Diagnostic {
    let found = |message: &str| {
        error(
            "target.dead-letter-shape",
            Role::Target(at, TargetProperty::DeadLetterArn),
            whole(arn),
            message,
        )
    };
    match queue {
        Some(queue) => found("this takes the queue's ARN, not its URL")
            .fix(format!("write `{queue}`"), rewrite(arn, queue)),
        None => {
            found("this is not the ARN of a queue").advice("write `arn:aws:sqs:us-east-1:123456789012:name`")
        }
    }
}

pub(crate) fn dead_letter_kind(at: u32, arn: &str, service: &str) -> Diagnostic {
    let message = format!("a dead-letter queue is an SQS queue, and this ARN is of `{service}`");
    error("target.dead-letter-kind", Role::Target(at, TargetProperty::DeadLetterArn), whole(arn), message)
        .advice("give the ARN of a standard SQS queue")
}

pub(crate) fn dead_letter_fifo(at: u32, arn: &str) -> Diagnostic {
    let message = "a FIFO queue cannot be a dead-letter queue of EventBridge";
    error("target.dead-letter-fifo", Role::Target(at, TargetProperty::DeadLetterArn), whole(arn), message)
        .advice("use a standard queue")
}

pub(crate) fn dead_letter_region(at: u32, arn: &str, region: &str) -> Diagnostic {
    let message = format!("the dead-letter queue must be in the rule's Region, `{region}`");
    error("target.dead-letter-region", Role::Target(at, TargetProperty::DeadLetterArn), whole(arn), message)
        .advice("use a queue of that Region; another account's is fine")
}

pub(crate) fn dead_letter_place(at: u32, arn: &str) -> Diagnostic {
    warning(
        "target.dead-letter-place",
        Role::Target(at, TargetProperty::DeadLetterArn),
        whole(arn),
        "the queue's ARN lacks a Region or a 12-digit account",
    )
    .advice("copy the ARN from the console of SQS")
}

/// Which of the two numbers of `RetryPolicy` is meant.
#[derive(Clone, Copy)]
pub(crate) enum RetrySetting {
    Attempts,
    Age,
}

impl RetrySetting {
    fn property(self) -> &'static str {
        match self {
            Self::Attempts => "MaximumRetryAttempts",
            Self::Age => "MaximumEventAgeInSeconds",
        }
    }

    fn role(self, at: u32) -> Role {
        match self {
            Self::Attempts => Role::Target(at, TargetProperty::RetryAttempts),
            Self::Age => Role::Target(at, TargetProperty::EventAge),
        }
    }

    fn counts(self) -> &'static str {
        match self {
            Self::Attempts => "a whole number",
            Self::Age => "a whole number of seconds",
        }
    }
}

/// Not a whole number. `mend` is the number that was probably meant.
pub(crate) fn retry_number(at: u32, setting: RetrySetting, text: &str, mend: Option<u64>) -> Diagnostic {
    let code = match setting {
        RetrySetting::Attempts => "target.retry-number",
        RetrySetting::Age => "target.age-number",
    };
    let message = format!("`{}` is {}", setting.property(), setting.counts());
    let found = error(code, setting.role(at), whole(text), message);
    match mend {
        Some(mend) => found.fix(format!("write `{mend}`"), rewrite(text, mend.to_string())),
        None => found.advice("write digits alone, or leave it blank for AWS's own"),
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
        RetrySetting::Attempts => "target.retry-range",
        RetrySetting::Age => "target.age-range",
    };
    let message = format!("`{}` takes {} to {}", setting.property(), grouped(least), grouped(most));
    error(code, setting.role(at), whole(text), message)
        .fix(format!("write `{nearest}`"), rewrite(text, nearest.to_string()))
}

pub(crate) fn endpoint_method(at: u32, text: &str, span: Span, mend: Option<String>) -> Diagnostic {
    let message = "an endpoint begins with `GET`, `POST`, `PUT`, `PATCH`, `DELETE`, `HEAD` or `OPTIONS`";
    let found = error("target.endpoint-method", Role::Target(at, TargetProperty::Endpoint), span, message);
    match mend {
        Some(mend) => found.fix(format!("write `{mend}`"), rewrite(text, mend)),
        None => found.advice("write it as `POST https://example.com/orders/*`"),
    }
}

pub(crate) fn endpoint_url(at: u32, text: &str, span: Span, mend: Option<String>) -> Diagnostic {
    let message = "an API destination calls an `https://` address";
    let found = error("target.endpoint-url", Role::Target(at, TargetProperty::Endpoint), span, message);
    match mend {
        Some(mend) => found.fix(format!("write `{mend}`"), rewrite(text, mend)),
        None => found.advice("write it as `POST https://example.com/orders/*`"),
    }
}

pub(crate) fn endpoint_character(at: u32, span: Span, c: char) -> Diagnostic {
    let message = format!("`{c}` cannot stand in the address of an API destination");
    error("target.endpoint-character", Role::Target(at, TargetProperty::Endpoint), span, message)
        .advice("percent-encode it, or leave it out")
}

pub(crate) fn endpoint_too_long(at: u32, span: Span, length: usize, most: usize) -> Diagnostic {
    let message = format!("the address has {} characters; AWS takes {}", grouped(length), grouped(most));
    error("target.endpoint-too-long", Role::Target(at, TargetProperty::Endpoint), span, message)
        .advice("shorten the address")
}

pub(crate) fn endpoint_not_used(at: u32, text: &str, kind: Kind) -> Diagnostic {
    let message = format!("{} has no endpoint of this kind", super::article(kind));
    warning("target.endpoint-not-used", Role::Target(at, TargetProperty::Endpoint), whole(text), message)
        .fix("remove it", rewrite(text, String::new()))
}

/// `property` is the text with the `*`: the ARN of an API, or the endpoint.
pub(crate) fn path_values_missing(property: TargetProperty, at: u32, span: Span, stars: usize) -> Diagnostic {
    let code = match property {
        TargetProperty::Endpoint => "target.endpoint-values",
        _ => "target.arn-values",
    };
    let message = match stars {
        1 => "nothing says what stands for this `*`".to_owned(),
        _ => format!("nothing says what stands for these {stars} `*`"),
    };
    warning(code, Role::Target(at, property), span, message)
        .advice("list a value for each in `PathParameterValues` of `HttpParameters`")
}

/// One PutTargets call takes ten targets (user guide, quotas).
pub(crate) fn call_too_many(at: u32, length: usize, most: usize) -> Diagnostic {
    let message = format!("{length} targets; one call of PutTargets takes {most}");
    warning("target.call-too-many", Role::Target(at, TargetProperty::Whole), Span::default(), message)
        .advice("split the call")
}

/// What the service behind the target would not take. PutTargets takes it, and the delivery fails.
pub(crate) fn input_shape(role: Role, span: Span, kind: Kind, sentence: &str) -> Diagnostic {
    let sentence = sentence.trim_end_matches('.');
    let message = match sentence.strip_prefix("The ") {
        Some(rest) => format!("the {rest}"),
        None => sentence.to_owned(),
    };
    // A log group takes nothing but time and message as texts.
    let severity = if kind == Kind::Logs { Severity::Error } else { Severity::Warning };
    let found = Diagnostic::new("target.input-shape", severity, role, span, message);
    match kind {
        Kind::Logs => found.advice("write `{\"timestamp\": <time>, \"message\": <message>}`"),
        Kind::SsmAutomation | Kind::SsmRunCommand => {
            found.advice("each parameter of a document is a list of strings, such as `{\"InstanceId\": [\"i-1\"]}`")
        }
        Kind::Ecs => found.advice("the payload has the members of `TaskOverride`, such as `containerOverrides`"),
        Kind::Batch => {
            found.advice("the payload may have `ContainerOverrides`, `DependsOn` and `Parameters`, whose values are strings")
        }
        Kind::CodeBuild => found.advice("the payload has the members of `StartBuild`"),
        Kind::CodePipeline => found.advice("the payload has the members of `StartPipelineExecution`"),
        kind => found.advice(format!("{} takes no such payload", super::article(kind))),
    }
}

/// A member of the payload that is not among those passed on, as it is spelt otherwise.
pub(crate) fn input_member(role: Role, span: Span, key: &str, meant: &str) -> Diagnostic {
    let message = format!("`{key}` is not passed on: the member is spelt `{meant}`");
    warning("target.input-member", role, span, message)
        .fix(format!("write `{meant}`"), vec![Edit { span, text: quote(meant) }])
}

/// The quotes of a text template are part of what is delivered.
pub(crate) fn quotes_delivered(at: u32, span: Span, reader: &str) -> Diagnostic {
    let message = format!("the quotes arrive with the text: {reader} sees them");
    Diagnostic::new("target.quotes-delivered", Severity::Warning, Role::InputTemplate(at), span, message)
        .advice("a JSON template such as `{\"text\": \"…\"}` has none around it, where the reader takes JSON apart")
        .advice("part of the matched event sends an object or array without quotes around it, a string with them")
}
