//! The fields and limits of events and of PutEvents entries (EventBridge user guide, `eb-events-structure`; API
//! reference, `PutEvents`).

/// The fields of an event, in AWS's order.
pub const FIELDS: [&str; 9] =
    ["version", "id", "detail-type", "source", "account", "time", "region", "resources", "detail"];

/// The fields that hold a string, in AWS's order.
pub const STRINGS: [&str; 7] = ["version", "id", "detail-type", "source", "account", "time", "region"];

/// The fields without which TestEventPattern refuses an event, as seen on AWS.
pub const TESTED: [&str; 6] = ["id", "detail-type", "source", "account", "time", "region"];

/// The members of PutEvents's `PutEventsRequestEntry`, in AWS's order.
pub(crate) const ENTRY_MEMBERS: [&str; 7] =
    ["Time", "Source", "Resources", "DetailType", "Detail", "EventBusName", "TraceHeader"];

/// The most entries of a call of PutEvents.
pub(crate) const MAX_ENTRIES: usize = 10;
/// The longest `detail-type`, in characters.
pub(crate) const MAX_DETAIL_TYPE: usize = 128;
/// The longest resource of an entry, in characters.
pub(crate) const MAX_RESOURCE: usize = 2048;
/// The longest `TraceHeader` of an entry, in characters.
pub(crate) const MAX_TRACE_HEADER: usize = 500;
/// What a `Time` counts in the size of an entry, in bytes.
pub(crate) const TIME_SIZE: usize = 14;
/// The largest event, in bytes, in older text of AWS's guide and in recordings.
pub(crate) const SMALL: usize = 256 << 10;
/// The largest event, in bytes, in AWS's current guide.
pub(crate) const LARGE: usize = 1 << 20;

/// Whether a text is an account id: 12 digits.
#[must_use]
pub fn is_account(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a text has the form of a Region, such as `us-gov-west-1`.
#[must_use]
pub fn is_region(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [names @ .., number] = parts.as_slice() else { return false };
    let words =
        names.iter().all(|name| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase()));
    names.len() >= 2
        && words
        && (1..=2).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// `ec2.amazonaws.com` is `aws.ec2` on a bus.
pub(crate) fn source_of(service: &str) -> String {
    let host = service.split(".amazonaws.com").next().unwrap_or(service);
    format!("aws.{host}")
}
