//! What can be wrong with the property of its own that a target's kind has, such as `EcsParameters`.

use super::{error, whole};
use crate::Kind;
use rulepad_document::json::quote;
use rulepad_document::{Diagnostic, Edit, Role, Severity, Span};

fn warning(code: &'static str, role: Role, span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(code, Severity::Warning, role, span, message)
}

fn instead(span: Span, text: impl Into<String>) -> Vec<Edit> {
    vec![Edit { span, text: text.into() }]
}

/// PutTargets refuses such a target without the property.
pub(crate) fn parameters_missing(
    at: u32,
    id: &str,
    kind: Kind,
    property: &str,
    text: &str,
    starter: Option<String>,
) -> Diagnostic {
    let what = if kind == Kind::Sqs { "a FIFO queue".to_owned() } else { super::article(kind) };
    let message = format!("{what} needs `{property}`");
    let found = error("target.parameters-missing", Role::Parameters(at), whole(text), message);
    let found = match starter {
        Some(starter) => found.fix("begin with the members it needs", instead(whole(text), starter)),
        None => found,
    };
    // Seen for these; that the others are refused is what the API model says.
    match kind {
        Kind::Ecs | Kind::Batch | Kind::Sqs => {
            found.aws_located(format!("Parameter(s) {property} must be specified for target: {id}."), 0, 0)
        }
        _ => found,
    }
}

pub(crate) fn parameters_not_taken(at: u32, kind: Kind, text: &str) -> Diagnostic {
    let message = format!("{} has no property of its own", super::article(kind));
    error("target.parameters-not-taken", Role::Parameters(at), whole(text), message)
        .fix("remove it", instead(whole(text), ""))
}

/// A value of the wrong kind. `mend` is the same value as the kind that is wanted.
pub(crate) fn parameters_type(
    role: Role,
    span: Span,
    name: &str,
    wanted: &str,
    seen: &str,
    mend: Option<String>,
) -> Diagnostic {
    let found =
        error("target.parameters-type", role, span, format!("`{name}` is {wanted}, and this is {seen}"));
    match mend {
        Some(mend) if mend.chars().count() <= 40 => found.fix(format!("write `{mend}`"), instead(span, mend)),
        Some(mend) => found.fix(format!("make it {wanted}"), instead(span, mend)),
        None => found.advice(format!("give {wanted}")),
    }
}

/// The whole property stands inside itself.
pub(crate) fn parameters_wrapped(role: Role, key: Span, property: &str, outside: [Span; 2]) -> Diagnostic {
    let edits = outside.map(|span| Edit { span, text: String::new() }).to_vec();
    let message = format!("this is already `{property}`: its members stand here without the name");
    error("target.parameters-wrapped", role, key, message).fix("take the members out", edits)
}

/// A member that AWS does not know, and the one that was probably meant.
pub(crate) fn parameters_unknown(
    role: Role,
    span: Span,
    of: &str,
    key: &str,
    meant: Option<&str>,
    known: &[&str],
) -> Diagnostic {
    let found = error("target.parameters-unknown", role, span, format!("`{of}` has no member `{key}`"));
    match meant {
        Some(meant) => found.fix(format!("write `{meant}`"), instead(span, quote(meant))),
        None if known.len() == 1 => found.advice(format!("its only member is {}", names(known))),
        None => found.advice(format!("its members are {}", names(known))),
    }
}

/// A member that belongs one object deeper.
pub(crate) fn parameters_misplaced(
    role: Role,
    span: Span,
    key: &str,
    inside: &str,
    edits: Vec<Edit>,
) -> Diagnostic {
    let found = error("target.parameters-misplaced", role, span, format!("`{key}` belongs in `{inside}`"));
    let help = format!("move it into `{inside}`");
    if edits.is_empty() { found.advice(help) } else { found.fix(help, edits) }
}

/// Of a name that stands twice AWS reads the last.
pub(crate) fn parameters_duplicate(role: Role, key: Span, name: &str, removed: Option<Span>) -> Diagnostic {
    let message = format!("`{name}` stands again below, and the last one counts");
    let found = warning("target.parameters-duplicate", role, key, message);
    match removed {
        Some(span) => found.fix("remove this one", instead(span, "")),
        None => found,
    }
}

pub(crate) fn parameters_lacks(
    role: Role,
    span: Span,
    of: &str,
    member: &str,
    insert: Option<Edit>,
) -> Diagnostic {
    let found = error("target.parameters-lacks", role, span, format!("`{of}` needs `{member}`"));
    match insert {
        Some(edit) => found.fix(format!("add `{member}`"), vec![edit]),
        None => found.advice(format!("add `{member}`")),
    }
}

pub(crate) fn parameters_choice(
    role: Role,
    span: Span,
    name: &str,
    meant: Option<&str>,
    known: &[&str],
    is_path: bool,
) -> Diagnostic {
    let message = if is_path {
        format!("`{name}` is one of a few words and takes no path")
    } else {
        format!("`{name}` does not take this value")
    };
    let found = error("target.parameters-choice", role, span, message);
    match meant {
        Some(meant) => found.fix(format!("write `{meant}`"), instead(span, quote(meant))),
        None => found.advice(format!("it takes {}", names(known))),
    }
}

/// A number that is too small or too large. AWS has a sentence for some.
pub(crate) fn parameters_range(
    role: Role,
    span: Span,
    id: &str,
    name: &str,
    from: i64,
    to: i64,
    nearest: i64,
) -> Diagnostic {
    let message = format!("`{name}` takes {} to {}", grouped(from), grouped(to));
    let found = error("target.parameters-range", role, span, message)
        .fix(format!("write `{nearest}`"), instead(span, nearest.to_string()));
    match name {
        "Size" => found.aws_located(
            "Parameter ArrayProperties is not valid. Reason: Size must be in between 2 and 10000.",
            0,
            0,
        ),
        "Attempts" => found.aws_located(
            "Parameter RetryStrategy is not valid. Reason: Attempts must be in between 1 and 10.",
            0,
            0,
        ),
        "TaskCount" => found.aws_located(format!("Parameter(s) TaskCount not valid for target: {id}."), 0, 0),
        _ => found,
    }
}

pub(crate) fn parameters_too_long(
    role: Role,
    span: Span,
    name: &str,
    length: usize,
    most: usize,
) -> Diagnostic {
    let message = format!("`{name}` has {} characters; AWS takes {}", grouped(length), grouped(most));
    error("target.parameters-too-long", role, span, message).advice("shorten it")
}

pub(crate) fn parameters_empty(role: Role, span: Span, name: &str) -> Diagnostic {
    error("target.parameters-empty", role, span, format!("`{name}` is empty")).advice("give it a value")
}

/// Too many or too few entries of a list. AWS has a sentence for some.
pub(crate) fn parameters_count(
    role: Role,
    span: Span,
    name: &str,
    length: usize,
    least: usize,
    most: usize,
) -> Diagnostic {
    let message = match length {
        0 => format!("`{name}` is empty; AWS takes {least} to {most} entries"),
        _ => format!("`{name}` has {length} entries; AWS takes {most}"),
    };
    let found = error("target.parameters-count", role, span, message);
    let found =
        if length == 0 { found.advice("give one entry at least") } else { found.advice("remove some") };
    match name {
        "Subnets" | "SecurityGroups" => found.aws_located(
            format!("Parameter {name} is not valid. Reason: size must be in between {least} and {most}."),
            0,
            0,
        ),
        _ => found,
    }
}

pub(crate) fn parameters_form(role: Role, span: Span, name: &str, words: &str) -> Diagnostic {
    error("target.parameters-form", role, span, format!("`{name}` does not have its form"))
        .advice(format!("it takes {words}"))
}

/// Only a value that is a path as a whole is replaced.
pub(crate) fn parameters_path_part(role: Role, span: Span, name: &str) -> Diagnostic {
    let message = format!("a path inside a longer text is not replaced: `{name}` is used as it stands");
    warning("target.parameters-path-part", role, span, message)
        .advice("make the whole value a path such as `$.detail.id`, or write the text out")
}

/// A member that is not among those AWS replaces.
pub(crate) fn parameters_path_fixed(role: Role, span: Span, name: &str) -> Diagnostic {
    let message = format!("`{name}` takes no path into the event: the text is used as it stands");
    warning("target.parameters-path-fixed", role, span, message).advice("write the value itself")
}

/// The name of a header or of a query parameter.
pub(crate) fn parameters_path_key(role: Role, span: Span) -> Diagnostic {
    let message = "a name takes no path into the event, only a value does";
    warning("target.parameters-path-key", role, span, message).advice("write the name itself")
}

/// The key of a `RunCommandTarget` (API reference, `RunCommandTarget`).
pub(crate) fn parameters_run_key(role: Role, span: Span, mend: Option<String>) -> Diagnostic {
    let message = "a command finds its instances by `InstanceIds` or by a tag";
    let found = warning("target.parameters-run-key", role, span, message);
    match mend {
        Some(mend) => found.fix(format!("write `{mend}`"), instead(span, quote(&mend))),
        None => found.advice("write `InstanceIds`, or `tag:` and the tag's key"),
    }
}

/// Two members of which AWS takes one. Whether it takes both is told by `refused`.
pub(crate) fn parameters_together(
    role: Role,
    span: Span,
    keep: &str,
    other: (&str, Span),
    removed: Option<Span>,
    refused: bool,
) -> Diagnostic {
    let (name, place) = other;
    let severity = if refused { Severity::Error } else { Severity::Warning };
    let message = format!("`{keep}` and `{name}` exclude each other");
    let found = Diagnostic::new("target.parameters-together", severity, role, span, message).label(
        role,
        place,
        format!("`{name}` stands here"),
    );
    match removed {
        Some(span) => found.fix(format!("remove `{keep}`"), instead(span, "")),
        None => found.advice("keep one of them"),
    }
}

/// Redshift runs `Sql` or `Sqls`; the API model demands neither.
pub(crate) fn parameters_no_statement(role: Role, span: Span, insert: Option<Edit>) -> Diagnostic {
    let message = "there is no statement to run";
    let found = warning("target.parameters-no-statement", role, span, message);
    match insert {
        Some(edit) => found.fix("add `Sql`", vec![edit]),
        None => found.advice("add `Sql` or `Sqls`"),
    }
}

/// PutTargets refuses it.
pub(crate) fn parameters_fargate(role: Role, span: Span, id: &str, insert: Option<Edit>) -> Diagnostic {
    let message = "`FARGATE` needs `NetworkConfiguration`: tasks there use the `awsvpc` network mode";
    let found = error("target.parameters-fargate", role, span, message).aws_located(
        format!(
            "Parameter NetworkConfiguration must be specified for target {id} when launch type is FARGATE."
        ),
        0,
        0,
    );
    match insert {
        Some(edit) => found.fix("add `NetworkConfiguration`", vec![edit]),
        None => found.advice("add `NetworkConfiguration` with the subnets"),
    }
}

/// A setting of Fargate beside the launch type `EC2`.
pub(crate) fn parameters_ec2(
    role: Role,
    span: Span,
    id: &str,
    name: &str,
    removed: Option<Span>,
) -> Diagnostic {
    let message = format!("`{name}` is for Fargate, and the launch type is `EC2`");
    let found = error("target.parameters-ec2", role, span, message).aws_located(
        format!("Parameter {name} for target {id} is not supported when launch type is EC2."),
        0,
        0,
    );
    match removed {
        Some(span) => found.fix(format!("remove `{name}`"), instead(span, "")),
        None => found.advice(format!("remove `{name}`")),
    }
}

pub(crate) fn parameters_bases(role: Role, span: Span, first: Span) -> Diagnostic {
    let message = "only one capacity provider of a strategy may have a `base`";
    warning("target.parameters-bases", role, span, message)
        .label(role, first, "another one stands here")
        .fix("write `0`", instead(span, "0"))
}

pub(crate) fn parameters_task_definition(
    role: Role,
    span: Span,
    cluster: Option<(&str, &str)>,
) -> Diagnostic {
    let code = "target.parameters-task-definition";
    match cluster {
        Some((own, region)) => {
            let message = format!("the task definition is in `{own}` and the cluster in `{region}`");
            error(code, role, span, message).advice("name a task definition of the cluster's Region")
        }
        None => warning(code, role, span, "this is not the ARN of a task definition").advice(
            "write `arn:aws:ecs:us-east-1:123456789012:task-definition/name`, with `:1` for a revision",
        ),
    }
}

/// A header that API Gateway's targets may not set.
pub(crate) fn parameters_header(role: Role, span: Span, name: &str, removed: Option<Span>) -> Diagnostic {
    let message = format!("a request to API Gateway may not set the header `{name}`");
    let found = error("target.parameters-header", role, span, message);
    match removed {
        Some(span) => found.fix("remove the header", instead(span, "")),
        None => found.advice("remove the header"),
    }
}

/// A header that EventBridge writes itself.
pub(crate) fn parameters_header_written(role: Role, span: Span, name: &str) -> Diagnostic {
    let message =
        format!("EventBridge writes the header `{name}` itself; whether this one arrives is not verified");
    warning("target.parameters-header-written", role, span, message).advice("remove the header")
}

/// The path has another number of `*` than there are values.
pub(crate) fn parameters_path_values(role: Role, span: Span, stars: usize, values: usize) -> Diagnostic {
    let message = format!("{} and {}", counted(stars, "`*` in the path", "`*` in the path"), {
        counted(values, "value for it", "values for it")
    });
    warning("target.parameters-path-values", role, span, message)
        .advice("give one value for each `*`, in order")
}

/// A FIFO queue takes no message without a group.
pub(crate) fn parameters_message_group(role: Role, span: Span, insert: Option<Edit>) -> Diagnostic {
    let message = "a FIFO queue needs `MessageGroupId`";
    let found = error("target.parameters-message-group", role, span, message);
    match insert {
        Some(edit) => found.fix("add `MessageGroupId`", vec![edit]),
        None => found.advice("give the message group a name, or a path such as `$.detail.id`"),
    }
}

fn names(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn counted(count: usize, one: &str, many: &str) -> String {
    match count {
        0 => format!("no {many}"),
        1 => format!("1 {one}"),
        _ => format!("{count} {many}"),
    }
}

/// `10000` as `10,000`.
pub(super) fn grouped(number: impl ToString) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, c) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) && !out.ends_with('-') {
            out.push(',');
        }
        out.push(c);
    }
    out
}
