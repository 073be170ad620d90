//! How a subscriber is written, in English.

use crate::draft::Form;
use crate::message::DraftText as T;
use rulepad_document::words::en::{a, all_of, any_of};

/// The words of a text about how a subscriber is written.
pub(crate) fn draft(text: &T) -> String {
    let fixed = match text {
        T::NotASubscriber(saw) => return format!("a subscriber is an object, and this is {}", a(*saw)),
        T::NoFilter => "the filter configuration has no filter",
        T::UnknownMember { name, of } => return format!("`{name}` is not a member of {}", object(of)),
        T::Repeated(name) => return format!("`{name}` appears twice"),
        T::Missing { name, of } => return format!("{} has no `{name}`, which is required", object(of)),
        T::Type { name, wanted, saw } => {
            return format!("{} must be {}, and is {}", value(name), kind(*wanted), a(*saw));
        }
        T::Length { name, length, least, most } => {
            let most = limit(*most);
            return format!("`{name}` has {length} characters; the API takes {least} to {most}");
        }
        T::Form { name, form: wanted } => return format!("`{name}` is not {}", form(*wanted)),
        T::Choice { name, found } => return format!("`{found}` is not a value of `{name}`"),
        T::Range { name, found, least, most } => {
            return format!("`{name}` is {found}; the API takes whole numbers from {least} to {most}");
        }
        T::Count { name, count, most } => {
            return format!("{} has {count} entries; the API takes at most {most}", value(name));
        }
        T::WriteRequest => {
            "write the request of `CreateSubscriber`, its `FilterConfiguration` or a list of filters"
        }
        T::AddFilterOrRemove => "add a filter, or remove `FilterConfiguration` to get every event",
        T::Rename(name) => return format!("write `{name}`"),
        T::Members(names) => return format!("the members are {}", all_of(&code(names))),
        T::KeepOne => "keep one of them",
        T::AddMember(name) => return format!("add `{name}`"),
        T::QuoteIt => "put it in quotes",
        T::WriteAsText => "write the JSON as a string",
        T::RemoveQuotes => "remove the quotes",
        T::WriteKind(wanted) => return format!("write {}", kind(*wanted)),
        T::WriteLength { least, most } => return format!("write {least} to {} characters", limit(*most)),
        T::WriteForm(wanted) => return example(*wanted),
        T::WriteChoice(name) => return format!("write `{name}`"),
        T::Choices(names) => return format!("write {}", any_of(&code(names))),
        T::WriteNumber { least, most } => return format!("write a whole number from {least} to {most}"),
        T::KeepFewer(most) => return format!("keep at most {most}"),
    };
    fixed.to_owned()
}

fn kind(wanted: rulepad_document::json::ValueKind) -> &'static str {
    match wanted {
        rulepad_document::json::ValueKind::True => "`true` or `false`",
        other => a(other),
    }
}

fn limit(most: usize) -> String {
    if most == usize::MAX { "any number of".to_owned() } else { most.to_string() }
}

fn object(path: &str) -> String {
    if path.is_empty() { "the outermost object".to_owned() } else { format!("`{path}`") }
}

fn value(path: &str) -> String {
    if path.is_empty() { "the text".to_owned() } else { format!("`{path}`") }
}

fn code(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| format!("`{name}`")).collect()
}

fn form(form: Form) -> &'static str {
    match form {
        Form::Any => "a text",
        Form::Name => "a name",
        Form::SourceName => "a name of an event source",
        Form::BusArn => "the ARN of a custom event bus",
        Form::TargetArn => "the ARN of a target",
        Form::RoleArn => "the ARN of a role",
        Form::QueueArn => "the ARN of an SQS queue",
        Form::Visible => "a text on one line without control characters",
        Form::Token => "a token of visible ASCII characters",
        Form::Trimmed => "a text without white space at its ends",
        Form::NotBlank => "a text with more than white space",
        Form::Expression => "one JSONata expression with its delimiters and nothing around them",
        Form::HeaderName => "the name of an HTTP header or an expression",
        Form::PlainHeader => "the name of an HTTP header",
        Form::HeaderValue => "the value of an HTTP header or an expression",
        Form::QueryKey => "the name of a query parameter",
        Form::QueryValue => "the value of a query parameter",
        Form::ServiceSource => "the source of an AWS service",
        Form::PartnerArn => "the ARN of a partner event source",
        Form::KeyId => "the id of a KMS key",
        Form::UserName => "a user name without colon and white space",
        Form::Printable => "a text of printable ASCII characters",
    }
}

fn example(form: Form) -> String {
    let fixed = match form {
        Form::Any => "write a text",
        Form::Name | Form::SourceName => {
            "start with a letter or a digit, then use letters, digits, `.`, `-` and `_`"
        }
        Form::BusArn => {
            "copy the ARN with the id behind the name, such as `arn:aws:events:us-east-1:111122223333:event-busv2/orders/…`"
        }
        Form::TargetArn => "copy the ARN of the target, such as `arn:aws:sqs:us-east-1:111122223333:orders`",
        Form::RoleArn => "copy the ARN of the role, such as `arn:aws:iam::111122223333:role/deliver`",
        Form::QueueArn => "copy the ARN of the queue, such as `arn:aws:sqs:us-east-1:111122223333:failed`",
        Form::Visible => "remove line breaks and control characters",
        Form::Token => "use visible ASCII characters without spaces",
        Form::Trimmed => "remove the white space at the ends",
        Form::NotBlank => "write a value",
        Form::Expression => {
            "write it as `{% $events.Data %}`, also without white space around the delimiters"
        }
        Form::HeaderName | Form::PlainHeader => "use letters, digits and `-`",
        Form::HeaderValue => "use printable ASCII characters",
        Form::QueryKey | Form::QueryValue => "remove control characters",
        Form::ServiceSource => "write one service, such as `aws.s3`",
        Form::PartnerArn => {
            "copy the ARN of the partner event source, with at least two names behind `aws.partner/`"
        }
        Form::KeyId => "copy the id or the ARN of the key",
        Form::UserName => "remove the colon or the white space",
        Form::Printable => "use printable ASCII characters",
    };
    fixed.to_owned()
}
