//! AWS's own sentences, and calls of its CLI.

/// The call that gives a rule.
pub(crate) const DESCRIBE_RULE: &str = "aws events describe-rule --name NAME";

/// The call that gives an archive.
pub(crate) const DESCRIBE_ARCHIVE: &str = "aws events describe-archive --archive-name NAME";

/// The call that gives a pipe.
pub(crate) const DESCRIBE_PIPE: &str = "aws pipes describe-pipe --name NAME";

/// The call that gives a subscription.
pub(crate) const SUBSCRIPTION_ATTRIBUTES: &str = "aws sns get-subscription-attributes --subscription-arn ARN";

/// Of a rule with nothing that it reacts to.
pub(crate) const NO_PATTERN: &str = "Parameter(s) EventPattern or ScheduleExpression must be specified.";
