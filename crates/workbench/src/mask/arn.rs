//! The parts of an ARN that identify someone: the account, and the names in the resource.

use std::ops::Range;

/// Words of resources that name no one: types inside a path, and fixed names of AWS.
const FIXED: [&str; 22] = [
    "app",
    "net",
    "gwy",
    "root",
    "default",
    "aws",
    "aws-service-role",
    "service-role",
    "autoScalingGroupName",
    "policyName",
    "scheduledActionName",
    "log-stream",
    "log-group",
    "stream",
    "streams",
    "index",
    "table",
    "subscription",
    "$LATEST",
    "execution",
    "snapshot",
    "deployment",
];

/// Services whose resources start with a name, not with a type.
const UNTYPED: [&str; 6] = ["s3", "sns", "sqs", "execute-api", "codecommit", "codepipeline"];

/// What an ARN has that identifies someone, as stretches of the text around it.
pub(super) struct Parts {
    /// The account id.
    pub account: Option<Range<usize>>,
    /// The names and ids of the resource.
    pub names: Vec<Range<usize>>,
}

/// The ARN that starts at this byte.
pub(super) fn at(text: &str, start: usize) -> Option<Parts> {
    let rest = text.get(start..)?;
    if !rest.starts_with("arn:") || text.get(..start)?.ends_with(|c: char| c.is_alphanumeric() || c == '-') {
        return None;
    }
    let length = length(rest);
    let arn = rest.get(..length)?;
    let colons = colons(arn);
    let &[first, second, third, fourth, fifth, ..] = colons.as_slice() else { return None };
    let partition = arn.get(first + 1..second)?;
    if !partition.starts_with("aws") && !partition.contains(['*', '$']) {
        return None;
    }
    let service = arn.get(second + 1..third)?;
    let account = fourth + 1..fifth;
    let said = arn.get(account.clone())?;
    let shift = |span: Range<usize>| start + span.start..start + span.end;
    let is_account = said.len() == 12 && said.bytes().all(|b| b.is_ascii_digit());
    // What AWS owns is the same for everyone.
    let names = if said == "aws" { Vec::new() } else { names(arn, fifth + 1, UNTYPED.contains(&service)) };
    Some(Parts { account: is_account.then(|| shift(account)), names: names.into_iter().map(shift).collect() })
}

/// How long the ARN is at the start of a text.
fn length(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        match c {
            '{' if before == '$' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            _ if depth > 0 && c != '"' => {}
            '"' | '\'' | ',' | ';' | ')' | '(' | ']' | '[' | '<' | '>' | '|' | '\\' | '`' | '&' | '{'
            | '}' => {
                return at;
            }
            c if c.is_whitespace() || c.is_control() => return at,
            _ => {}
        }
        before = c;
    }
    text.len()
}

/// The colons that part an ARN, not those inside `${…}`.
fn colons(arn: &str) -> Vec<usize> {
    let mut depth = 0_usize;
    let mut out = Vec::new();
    for (at, c) in arn.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ':' if depth == 0 => out.push(at),
            _ => {}
        }
    }
    out
}

fn names(arn: &str, start: usize, untyped: bool) -> Vec<Range<usize>> {
    let resource = arn.get(start..).unwrap_or_default();
    let mut segments = Vec::new();
    let mut from = 0;
    for (at, c) in resource.char_indices().chain([(resource.len(), '/')]) {
        if matches!(c, '/' | ':') {
            segments.push(from..at);
            from = at + 1;
        }
    }
    let typed = usize::from(!untyped && segments.len() > 1);
    segments
        .into_iter()
        .skip(typed)
        .filter(|segment| resource.get(segment.clone()).is_some_and(is_name))
        .map(|segment| start + segment.start..start + segment.end)
        .collect()
}

/// Whether a segment of a resource names something of someone.
fn is_name(segment: &str) -> bool {
    let is_version = segment.len() <= 4 && segment.bytes().all(|b| b.is_ascii_digit());
    !is_version
        && segment.chars().any(|c| !matches!(c, '*' | '?' | '.' | '-'))
        && !segment.contains(['$', '@'])
        && !FIXED.contains(&segment)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(Option<&str>, Vec<&str>)> {
        let found = at(text, text.find("arn:")?)?;
        let get = |span: Range<usize>| text.get(span).unwrap();
        Some((found.account.map(get), found.names.into_iter().map(get).collect()))
    }

    fn names_of(text: &str) -> Vec<&str> {
        parts(text).unwrap().1
    }

    #[test]
    fn partition_service_region_and_type_stay() {
        let lambda = parts("(arn:aws-cn:lambda:cn-north-1:123456789012:function:my-func:7)");
        assert_eq!(lambda, Some((Some("123456789012"), vec!["my-func"])));
        assert_eq!(names_of("arn:aws:s3:::bucket/a/b.csv"), ["bucket", "a", "b.csv"]);
        assert_eq!(names_of("arn:aws:sqs:eu-west-1:123456789012:queue"), ["queue"]);
        assert_eq!(names_of("arn:aws:iam::123456789012:root"), [""; 0]);
        assert_eq!(names_of("arn:aws:iam::aws:policy/ReadOnlyAccess"), [""; 0]);
        assert_eq!(names_of("arn:aws:ec2:eu-west-1:123456789012:instance/i-0abc*"), ["i-0abc*"]);
        assert_eq!(names_of("arn:aws:s3:::*"), [""; 0]);
    }

    #[test]
    fn what_is_no_arn_is_left_alone() {
        assert!(parts("barn:aws:s3:::b").is_none());
        assert!(parts("arn:aws:s3").is_none());
        assert!(parts("arn:other:s3:::b").is_none());
        let unknown = parts("arn:aws:sns:${AWS::Region}:${AWS::AccountId}:${Topic.Name} x");
        assert_eq!(unknown, Some((None, Vec::new())));
    }
}
