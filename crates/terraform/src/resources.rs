//! The resources of the AWS provider that rules are made of.

/// A rule.
pub const RULE: &str = "aws_cloudwatch_event_rule";
/// A target of a rule.
pub const TARGET: &str = "aws_cloudwatch_event_target";
/// An event bus.
pub const BUS: &str = "aws_cloudwatch_event_bus";
/// A role.
pub const ROLE: &str = "aws_iam_role";

/// The resources that have a pattern and are no rules: archives, event source mappings, subscriptions and pipes.
pub const FILTERS: [&str; 4] = [
    "aws_cloudwatch_event_archive",
    "aws_lambda_event_source_mapping",
    "aws_sns_topic_subscription",
    "aws_pipes_pipe",
];
