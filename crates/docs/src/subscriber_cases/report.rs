//! The report about a readable case of `tests/suite/subscriber`.

use rulepad_subscriber::report::{Report, of_filters, of_subscriber};
use rulepad_subscriber::{Filter, Published, Scope};
use rulepad_workbench::Lang;
use rulepad_workbench::suite::Case;

/// The scopes of the blocks that are patterns.
const PATTERNS: [(&str, Scope); 3] =
    [("data", Scope::Data), ("metadata", Scope::Metadata), ("system-metadata", Scope::SystemMetadata)];

/// The report about a case.
#[must_use]
pub fn subscriber_case_report(case: &Case, lang: Lang) -> Report {
    let event = case.block("event").unwrap_or("{}");
    let published = match case.block("published").map(str::trim) {
        Some("put-events") => Published::PutEvents,
        Some("put-raw-events") => Published::PutRawEvents,
        _ => Published::Recognize,
    };
    match written(case) {
        Some(text) => of_subscriber(&text, event, published, lang),
        None => of_filters(&filters(case), event, published, lang),
    }
}

/// The filters of a case, in the order of its blocks.
fn filters(case: &Case) -> Vec<Filter> {
    let scope = |tag: &str| PATTERNS.iter().find(|(own, _)| *own == tag).map(|(_, scope)| *scope);
    let filter = |(tag, text): &(String, String)| Some(Filter { scope: scope(tag)?, pattern: text.clone() });
    case.blocks.iter().filter_map(filter).collect()
}

/// What `request` blocks leave out: they are about something else.
pub(super) const USUAL: [(&str, &str); 2] = [
    (
        "{",
        "\"Name\": \"orders\", \"EventBusArn\": \
         \"arn:aws:events:us-east-1:111122223333:event-busv2/orders/abcdefghij0123456789abcde\", ",
    ),
    ("\"InvokeConfiguration\": {", "\"RoleArn\": \"arn:aws:iam::111122223333:role/deliver\", "),
];

/// The subscriber of a case as it is written, where it has one.
pub(super) fn written(case: &Case) -> Option<String> {
    if let Some(text) = case.block("subscriber") {
        return Some(text.to_owned());
    }
    let mut text = case.block("request")?.to_owned();
    for (before, usual) in USUAL {
        text = text.replacen(before, &format!("{before}{usual}"), 1);
    }
    Some(text)
}
