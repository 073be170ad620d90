//! The fields every event has, with plausible values.

use super::value::Value;
use crate::event::Scalar;

/// The envelope's text fields in the order of AWS's events (EventBridge user guide, `eb-events-structure`);
/// `resources` and `detail` follow them.
pub(super) const TEXTS: [(&str, &str); 7] = [
    ("version", "0"),
    ("id", "6a7e8feb-b491-4cf7-a9f1-bf3703467718"),
    ("detail-type", "Example Event"),
    ("source", "com.example.app"),
    ("account", "111122223333"),
    ("time", "2026-01-15T09:30:00Z"),
    ("region", "us-east-1"),
];

/// What stands in the field when nothing is asked of it; `None` for a field that an event need not have.
pub(super) fn usual(name: &str) -> Value {
    TEXTS.iter().find(|(own, _)| *own == name).map(|(_, value)| Scalar::String((*value).to_owned()))
}

/// Other values that are usual there.
pub(super) fn hints(name: &str) -> impl Iterator<Item = Value> {
    let hints: &[&str] = match name {
        "source" => &["aws.ec2", "aws.s3"],
        "detail-type" => &["EC2 Instance State-change Notification", "Object Created"],
        "account" => &["444455556666"],
        "time" => &["2026-07-01T18:00:00Z", "2025-12-31T23:59:59Z"],
        "region" => &["eu-west-1", "ap-southeast-2"],
        "resources" => &[
            "arn:aws:s3:::example-bucket",
            "arn:aws:ec2:us-east-1:111122223333:instance/i-1234567890abcdef0",
        ],
        _ => &[],
    };
    hints.iter().map(|hint| Some(Scalar::String((*hint).to_owned())))
}

/// Whether events hold one string there, never a list.
pub(crate) fn is_text(name: &str) -> bool {
    TEXTS.iter().any(|(own, _)| *own == name)
}
