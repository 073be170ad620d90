//! `HttpParameters` (API reference, `HttpParameters`; user guide, `eb-api-gateway-target`).

use crate::message::Hint;
use crate::schema::{ANY, SchemaField, TextForm, Wants, field, text};

pub(super) const MEMBERS: &[SchemaField] = &[
    field(
        "PathParameterValues",
        Wants::List(&Wants::Text(text(1, ANY).dynamic().form(is_not_blank, TextForm::NotBlank)), 0, ANY),
        Hint::PathParameters,
    )
    .also(&["PathParameters"]),
    field(
        "HeaderParameters",
        Wants::Map(
            text(1, 512).form(is_header_name, TextForm::HeaderName),
            &Wants::Text(text(1, 512).dynamic().form(is_header_value, TextForm::HeaderValue)),
        ),
        Hint::HeaderParameters,
    )
    .also(&["Headers"]),
    field(
        "QueryStringParameters",
        Wants::Map(
            text(1, 512).form(is_query_key, TextForm::Query),
            &Wants::Text(text(1, 512).dynamic().form(is_query_value, TextForm::Query)),
        ),
        Hint::QueryParameters,
    )
    .also(&["QueryParameters", "Query"]),
];

fn is_not_blank(text: &str) -> bool {
    !text.trim().is_empty() && !text.contains(['\n', '\r'])
}

/// The model's `+-.` is a range, which takes the comma in.
fn is_header_name(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+,-.^_`|~".contains(c))
}

/// Printable ASCII with tabs between and around, and not nothing.
fn is_header_value(text: &str) -> bool {
    let printable = |c: char| (' '..='~').contains(&c);
    text.chars().all(|c| printable(c) || c == '\t') && text.chars().any(printable)
}

fn is_query_key(text: &str) -> bool {
    !text.chars().any(|c| c.is_ascii_control())
}

/// Line breaks are the control characters it takes.
fn is_query_value(text: &str) -> bool {
    !text.chars().any(|c| c.is_ascii_control() && !matches!(c, '\n' | '\r'))
}

/// Headers a request to API Gateway may not carry (user guide, `eb-api-gateway-target`).
pub(super) fn is_kept_from_api_gateway(name: &str) -> bool {
    const KEPT: [&str; 13] = [
        "authorization",
        "connection",
        "content-encoding",
        "content-length",
        "host",
        "max-forwards",
        "te",
        "transfer-encoding",
        "trailer",
        "upgrade",
        "via",
        "www-authenticate",
        "x-forwarded-for",
    ];
    let name = name.to_ascii_lowercase();
    name.starts_with("x-amz") || KEPT.contains(&name.as_str())
}

/// Headers that EventBridge writes into each request to an API destination (user guide, `eb-api-destinations`).
pub(super) fn is_written_by_eventbridge(name: &str) -> bool {
    const WRITTEN: [&str; 6] =
        ["user-agent", "range", "accept-encoding", "connection", "content-length", "host"];
    WRITTEN.contains(&name.to_ascii_lowercase().as_str())
}
