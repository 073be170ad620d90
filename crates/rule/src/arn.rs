//! ARNs: their six parts.

use crate::reference::{is_later, plain, split_once};

/// `arn:partition:service:region:account:resource`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arn<'t> {
    /// `aws`, `aws-cn`, `aws-us-gov`, …
    pub partition: &'t str,
    /// `lambda`, `sns`, …
    pub service: &'t str,
    /// The Region; may be empty.
    pub region: &'t str,
    /// The account; may be empty.
    pub account: &'t str,
    /// All the rest, colons included.
    pub resource: &'t str,
}

impl<'t> Arn<'t> {
    /// Takes an ARN apart; `None` for a text that is none.
    #[must_use]
    pub fn parse(text: &'t str) -> Option<Self> {
        let rest = text.strip_prefix("arn:")?;
        let (partition, rest) = split_once(rest, ':')?;
        let (service, rest) = split_once(rest, ':')?;
        let (region, rest) = split_once(rest, ':')?;
        let (account, resource) = split_once(rest, ':')?;
        let of_aws = partition.starts_with("aws") || is_later(partition);
        let whole = of_aws && !service.is_empty() && !resource.is_empty();
        let blank = |c: char| c.is_whitespace() || c.is_control();
        let blank = text.contains(blank) && plain(text).contains(blank);
        (whole && !blank).then_some(Self { partition, service, region, account, resource })
    }

    /// Whether Region and account are filled in: 12 digits and a name with a dash, or values that are known at deploy
    /// time.
    #[must_use]
    pub fn has_place(&self) -> bool {
        self.has_account() && (self.region.contains('-') || is_later(self.region))
    }

    /// Whether the account is filled in: 12 digits, or a value that is known at deploy time.
    #[must_use]
    pub fn has_account(&self) -> bool {
        is_later(self.account)
            || self.account.len() == 12 && self.account.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// Whether two Regions or accounts are known to differ: either may be a value that is known only at deploy time.
pub fn differ(one: &str, other: &str) -> bool {
    one != other && !is_later(one) && !is_later(other)
}

/// Whether the text is the ARN of an IAM role.
pub fn is_role(text: &str) -> bool {
    let is_role = |arn: &Arn<'_>| arn.service == "iam" && arn.resource.starts_with("role/");
    text.chars().count() <= crate::model::MAX_ARN && Arn::parse(text).is_some_and(|arn| is_role(&arn))
}

/// The ARN of the queue whose URL this is: `https://sqs.REGION.amazonaws.com/ACCOUNT/NAME`.
pub fn queue_arn(url: &str) -> Option<String> {
    let rest = url.strip_prefix("https://sqs.")?;
    let (host, rest) = rest.split_once('/')?;
    let (region, domain) = host.split_once('.')?;
    let partition = super::partition::partition(region, domain)?;
    let (account, name) = rest.split_once('/')?;
    let arn = format!("arn:{partition}:sqs:{region}:{account}:{name}");
    let fits = Arn::parse(&arn).is_some_and(|arn| arn.has_place() && !arn.resource.contains('/'));
    fits.then_some(arn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arn_has_six_parts() {
        let arn = Arn::parse("arn:aws:logs:us-east-1:123456789012:log-group:/aws/events/x:*").unwrap();
        assert_eq!((arn.service, arn.resource), ("logs", "log-group:/aws/events/x:*"));
        assert!(arn.has_place());
        let public = Arn::parse("arn:aws:ssm:us-east-1::document/AWS-RunShellScript").unwrap();
        assert!(!public.has_place());
        for text in [
            "",
            "arn",
            "arn:aws:sns:us-east-1:123456789012",
            "arn:aws:sns:r:a:",
            "ARN:aws:sns:r:a:t",
            "arn:aws:sns:r:a:my topic",
        ] {
            assert_eq!(Arn::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_value_that_is_known_at_deploy_time_is_one_part() {
        let arn =
            Arn::parse("arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${Queue.QueueName}.fifo");
        let arn = arn.unwrap();
        assert_eq!((arn.service, arn.resource), ("sqs", "${Queue.QueueName}.fifo"));
        assert!(arn.has_place());
        assert!(Arn::parse("arn:aws:sns:r:a:${join(\", \", x)}").is_some());
        assert_eq!(Arn::parse("arn:aws:sns:r:a:${a} b"), None);
        assert!(differ("1", "2") && !differ("1", "${AWS::AccountId}") && !differ("1", "1"));
    }

    #[test]
    fn a_queue_url_has_an_arn() {
        let of = |url: &str| queue_arn(url);
        assert_eq!(
            of("https://sqs.eu-west-1.amazonaws.com/123456789012/q.fifo").as_deref(),
            Some("arn:aws:sqs:eu-west-1:123456789012:q.fifo")
        );
        assert_eq!(
            of("https://sqs.cn-north-1.amazonaws.com.cn/123456789012/q").as_deref(),
            Some("arn:aws-cn:sqs:cn-north-1:123456789012:q")
        );
        assert_eq!(
            of("https://sqs.us-gov-west-1.amazonaws.com/123456789012/q").as_deref(),
            Some("arn:aws-us-gov:sqs:us-gov-west-1:123456789012:q")
        );
        assert_eq!(
            of("https://sqs.us-iso-east-1.c2s.ic.gov/123456789012/q").as_deref(),
            Some("arn:aws-iso:sqs:us-iso-east-1:123456789012:q")
        );
        assert_eq!(of("https://example.com/q"), None);
        assert_eq!(of("https://sqs.eu-west-1.amazonaws.com/nobody/q"), None);
    }
}
