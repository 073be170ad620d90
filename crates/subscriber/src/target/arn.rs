//! The parts of an ARN.

/// `arn:partition:service:region:account:resource`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arn<'t> {
    /// `aws`, `aws-cn`, …
    pub partition: &'t str,
    /// `sqs`, `lambda`, …
    pub service: &'t str,
    /// The Region; may be empty.
    pub region: &'t str,
    /// The account; may be empty.
    pub account: &'t str,
    /// The rest, with its colons.
    pub resource: &'t str,
}

impl<'t> Arn<'t> {
    /// Takes an ARN apart; `None` for a text that is none.
    #[must_use]
    pub fn parse(text: &'t str) -> Option<Self> {
        let mut parts = text.strip_prefix("arn:")?.splitn(5, ':');
        let mut next = || parts.next();
        let (partition, service, region, account, resource) = (next()?, next()?, next()?, next()?, next()?);
        let whole = !partition.is_empty() && !service.is_empty() && !resource.is_empty();
        whole.then_some(Self { partition, service, region, account, resource })
    }
}
