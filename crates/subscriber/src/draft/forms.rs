//! What a text must look like (API model, patterns of `eventbridgev2` 2025-05-15).

/// What a text must look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// Anything.
    Any,
    /// A name of a subscriber.
    Name,
    /// The ARN of a custom event bus, with its id.
    BusArn,
    /// The ARN of a target.
    TargetArn,
    /// The ARN of a role.
    RoleArn,
    /// The ARN of a queue.
    QueueArn,
    /// No control characters, on one line.
    Visible,
    /// Visible ASCII characters.
    Token,
    /// No white space at its ends.
    Trimmed,
    /// More than white space.
    NotBlank,
    /// `{% … %}` and nothing around it.
    Expression,
    /// The name of an HTTP header, or an expression.
    HeaderName,
    /// The value of an HTTP header, or an expression.
    HeaderValue,
    /// The name of a query parameter.
    QueryKey,
    /// The value of a query parameter.
    QueryValue,
    /// The name of an event source.
    SourceName,
    /// The name of an AWS service as a source.
    ServiceSource,
    /// The ARN of a partner event source.
    PartnerArn,
    /// The id of a key.
    KeyId,
    /// The name of an HTTP header.
    PlainHeader,
    /// A user name without colon and white space.
    UserName,
    /// Printable ASCII.
    Printable,
}

impl Form {
    /// Whether a text looks like it. Blank texts are for the length to refuse.
    #[must_use]
    pub fn fits(self, text: &str) -> bool {
        if text.is_empty() {
            return true;
        }
        match self {
            Self::Any => true,
            Self::Name => is_name(text),
            Self::SourceName => is_name(text) && !text.starts_with("aws."),
            Self::BusArn => is_bus(text),
            Self::TargetArn => {
                parts(text).is_some_and(|(_, rest)| !rest.is_empty()) && !text.contains(char::is_whitespace)
            }
            Self::RoleArn => is_role(text),
            Self::QueueArn => is_queue(text),
            Self::Visible => !text.contains(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')),
            Self::Token => text.bytes().all(|byte| (0x21..=0x7e).contains(&byte)),
            Self::Trimmed => text.trim() == text,
            Self::NotBlank => !text.trim().is_empty(),
            Self::Expression => is_expression(text),
            Self::HeaderName => is_token(text) || is_expression(text),
            Self::PlainHeader => is_token(text),
            Self::HeaderValue => {
                text.bytes().all(|byte| byte == b'\t' || (0x20..=0x7e).contains(&byte)) || is_expression(text)
            }
            Self::QueryKey => !text.contains(|c: char| c < ' ' || c == '\u{7f}'),
            Self::QueryValue => {
                !text.contains(|c: char| (c < ' ' && !matches!(c, '\n' | '\r')) || c == '\u{7f}')
            }
            Self::ServiceSource => text.strip_prefix("aws.").is_some_and(|rest| {
                !rest.is_empty()
                    && rest
                        .bytes()
                        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
            }),
            Self::PartnerArn => is_partner(text),
            Self::KeyId => text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-/:".contains(&byte)),
            Self::UserName => !text.contains(|c: char| c == ':' || c.is_whitespace()),
            Self::Printable => text.bytes().all(|byte| (0x20..=0x7e).contains(&byte)),
        }
    }
}

/// Whether a text is one expression and nothing else.
#[must_use]
pub(crate) fn is_expression(text: &str) -> bool {
    let inside = text.strip_prefix("{%").and_then(|rest| rest.strip_suffix("%}"));
    inside.is_some_and(|inside| !inside.is_empty())
}

fn is_token(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

fn is_name(text: &str) -> bool {
    let first = text.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric());
    first && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte))
}

fn is_account(text: &str) -> bool {
    rulepad_event::fields::is_account(text)
}

/// The partition of an ARN, and what is behind it.
fn parts(arn: &str) -> Option<(&str, &str)> {
    let (partition, rest) = arn.strip_prefix("arn:")?.split_once(':')?;
    let mut words = partition.split('-');
    let first = words.next() == Some("aws");
    let word = |own: &str| {
        !own.is_empty() && own.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    (first && words.all(word)).then_some((partition, rest))
}

fn is_region(text: &str) -> bool {
    let mut words = text.split('-');
    let word = |own: &str| {
        !own.is_empty() && own.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    text.starts_with(|c: char| c.is_ascii_lowercase()) && words.all(word)
}

/// The resource of an ARN of this service that has a Region and an account.
fn resource<'a>(arn: &'a str, service: &str) -> Option<&'a str> {
    let rest = parts(arn)?.1.strip_prefix(service)?.strip_prefix(':')?;
    let (region, rest) = rest.split_once(':')?;
    let (account, resource) = rest.split_once(':')?;
    (is_region(region) && is_account(account)).then_some(resource)
}

fn is_bus(arn: &str) -> bool {
    let Some(rest) = resource(arn, "events").and_then(|own| own.strip_prefix("event-busv2/")) else {
        return false;
    };
    let Some((name, id)) = rest.split_once('/') else { return false };
    is_name(name)
        && name.len() <= 256
        && id.len() == 25
        && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

fn is_role(arn: &str) -> bool {
    let Some(rest) = parts(arn).and_then(|(_, rest)| rest.strip_prefix("iam::")) else { return false };
    let Some((account, name)) = rest.split_once(":role/") else { return false };
    is_account(account)
        && !name.is_empty()
        && name.chars().all(|c| c.is_alphanumeric() || "_+=,.@/-".contains(c))
}

fn is_queue(arn: &str) -> bool {
    let Some(name) = resource(arn, "sqs") else { return false };
    let bare = name.strip_suffix(".fifo");
    let most = if bare.is_some() { 75 } else { 80 };
    let bare = bare.unwrap_or(name);
    !bare.is_empty()
        && bare.len() <= most
        && bare.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
}

fn is_partner(arn: &str) -> bool {
    let Some(rest) = parts(arn).and_then(|(_, rest)| rest.strip_prefix("events:")) else { return false };
    let Some((region, rest)) = rest.split_once(':') else { return false };
    let Some((account, name)) = rest.split_once(":event-source/aws.partner/") else { return false };
    let word = |own: &str| {
        !own.is_empty() && own.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte))
    };
    is_region(region)
        && (account.is_empty() || is_account(account))
        && name.split('/').count() >= 2
        && name.split('/').all(word)
}

#[cfg(test)]
mod tests {
    use super::Form;

    #[test]
    fn arns_have_their_forms() {
        let bus = "arn:aws:events:us-east-1:111122223333:event-busv2/orders/abcdefghij0123456789abcde";
        assert!(Form::BusArn.fits(bus));
        for wrong in [
            "arn:aws:events:us-east-1:111122223333:event-busv2/orders",
            "arn:aws:events:us-east-1:111122223333:event-bus/orders",
            "arn:aws:events:us-east-1:1111:event-busv2/orders/abcdefghij0123456789abcde",
            "arn:aws:events:us-east-1:111122223333:event-busv2/orders/ABCDEFGHIJ0123456789abcde",
            "orders",
        ] {
            assert!(!Form::BusArn.fits(wrong), "{wrong}");
        }
        assert!(Form::RoleArn.fits("arn:aws-cn:iam::111122223333:role/path/deliver"));
        assert!(!Form::RoleArn.fits("arn:aws:iam::111122223333:user/deliver"));
        assert!(Form::QueueArn.fits("arn:aws:sqs:eu-west-1:111122223333:failed.fifo"));
        assert!(!Form::QueueArn.fits("arn:aws:sns:eu-west-1:111122223333:failed"));
        assert!(Form::TargetArn.fits("arn:aws:events:::aws-sdk:dynamodb:putItem"));
        assert!(!Form::TargetArn.fits("arn:aws:") && !Form::TargetArn.fits("arn:gcp:x"));
        assert!(
            Form::PartnerArn.fits("arn:aws:events:us-east-1::event-source/aws.partner/shop.com/1/orders")
        );
        assert!(!Form::PartnerArn.fits("arn:aws:events:us-east-1::event-source/aws.partner/shop.com"));
    }

    #[test]
    fn expressions_are_whole() {
        assert!(Form::Expression.fits("{% $events.Data %}"));
        for wrong in [" {% 1 %}", "{% 1 %}\n", "{%%}", "x {% 1 %}", "{% 1"] {
            assert!(!Form::Expression.fits(wrong), "{wrong:?}");
        }
        assert!(Form::HeaderName.fits("X-Id") && Form::HeaderName.fits("{% 'a b' %}"));
        assert!(!Form::HeaderName.fits("X Id") && !Form::HeaderValue.fits("é"));
        assert!(Form::ServiceSource.fits("aws.s3") && !Form::ServiceSource.fits("aws.S3"));
    }
}
