//! API destinations and API Gateway: the payload is the body of an HTTP request.

use super::Source;
use super::request::Request;
use super::value::Names;
use crate::domain;
use crate::message::{DeliveryNote, DeliveryRefusal, DeliveryUnverified};
use rulepad_document::Span;
use rulepad_document::json::{Node, Value};

/// Headers EventBridge takes out of a request (user guide, `eb-api-destinations`).
const REMOVED: [&str; 31] = [
    "a-im",
    "accept-charset",
    "accept-datetime",
    "accept-encoding",
    "cache-control",
    "connection",
    "content-encoding",
    "content-length",
    "content-md5",
    "date",
    "expect",
    "forwarded",
    "from",
    "host",
    "http2-settings",
    "if-match",
    "if-modified-since",
    "if-none-match",
    "if-range",
    "if-unmodified-since",
    "max-forwards",
    "origin",
    "pragma",
    "proxy-authorization",
    "range",
    "referer",
    "te",
    "trailer",
    "transfer-encoding",
    "user-agent",
    "upgrade",
];
/// The rest of them.
const REMOVED_AS_WELL: [&str; 2] = ["via", "warning"];

/// A request line in the making, and the values of the event in it.
struct Line {
    url: String,
    spans: Vec<Span>,
}

pub(super) fn api_destination(request: &mut Request<'_>) -> &'static str {
    let endpoint = request.target.endpoint.trim().to_owned();
    let (method, url) = endpoint.split_once(char::is_whitespace).unwrap_or(("", &endpoint));
    let (method, url) = (method.trim().to_uppercase(), url.trim().to_owned());
    if url.is_empty() {
        request.note(DeliveryNote::EndpointUnknown);
    } else {
        let line = fill(request, url);
        let source = source(&line.spans);
        if method.is_empty() {
            request.unverified(DeliveryUnverified::EndpointWithoutMethod);
        }
        request.part("request", format!("{method} {}", line.url).trim_start(), false, source);
        if let Some(host) = host(&line.url) {
            request.setting("Host", host);
        }
        body_of(request, &method);
    }
    let custom = headers(request, true);
    for (name, value) in [
        ("Content-Type", "application/json; charset=utf-8"),
        ("User-Agent", "Amazon/EventBridge/ApiDestinations"),
        ("Range", "bytes=0-1048575"),
        ("Accept-Encoding", "gzip,deflate"),
        ("Connection", "close"),
    ] {
        if !custom.iter().any(|own| own.eq_ignore_ascii_case(name)) {
            request.setting(name, value);
        }
    }
    let length = request.size().to_string();
    request.setting("Content-Length", length);
    request.payload_as("body");
    request.note(DeliveryNote::ConnectionAdds);
    request.note(DeliveryNote::EndpointRetries);
    "events:InvokeApiDestination"
}

pub(super) fn api_gateway(request: &mut Request<'_>) -> &'static str {
    let resource = request.arn.resource.to_owned();
    let mut parts = resource.splitn(4, '/');
    let (api, stage) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    let (method, path) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    if api.is_empty() || stage.is_empty() || method.is_empty() {
        request.unverified(DeliveryUnverified::ApiArnIncomplete);
    }
    let host = format!("{api}.execute-api.{}.{}", request.arn.region, domain(request.arn.partition));
    let slash = if path.is_empty() || path.ends_with('/') { "" } else { "/" };
    let line = fill(request, format!("https://{host}/{stage}/{path}{slash}"));
    let source = source(&line.spans);
    request.part("request", format!("{method} {}", line.url), false, source);
    request.setting("Host", host);
    if method == "*" {
        request.unverified(DeliveryUnverified::ApiAnyMethod);
    }
    body_of(request, method);
    headers(request, false);
    request.payload_as("body");
    request.note(DeliveryNote::ApiSlash);
    request.unverified(DeliveryUnverified::ApiHeaders);
    request.note(DeliveryNote::ApiRetries);
    "execute-api:Invoke"
}

fn source(spans: &[Span]) -> Source {
    if spans.is_empty() { Source::Settings } else { Source::Event { spans: spans.to_vec() } }
}

/// Path values take the place of each `*` in turn, query parameters go behind it.
fn fill(request: &mut Request<'_>, url: String) -> Line {
    let mut line = Line { url: String::new(), spans: Vec::new() };
    let http = request.parameter("PathParameterValues").cloned();
    let values: Vec<Node> = match http.map(|node| node.value) {
        Some(Value::Array(values)) => values,
        _ => Vec::new(),
    };
    let (path, query) = url.split_once('?').map_or((url.as_str(), ""), |(path, query)| (path, query));
    let mut segments = path.split('*');
    line.url.push_str(segments.next().unwrap_or(""));
    let mut unused = values.iter();
    let mut missing = 0;
    for segment in segments {
        match unused.next() {
            Some(value) => {
                let value = request.resolve(value, Names::Kept);
                line.spans.extend(&value.spans);
                line.url.push_str(&encoded(request, &value.text, value.found));
            }
            None => {
                missing += 1;
                line.url.push('*');
            }
        }
        line.url.push_str(segment);
    }
    if missing > 0 {
        request.unverified(DeliveryUnverified::PathValuesMissing(missing));
    }
    let left = unused.count();
    if left > 0 {
        request.note(DeliveryNote::PathValuesUnused(left));
    }
    let mut query = query.to_owned();
    let parameters =
        request.parameter("QueryStringParameters").and_then(Node::members).unwrap_or(&[]).to_vec();
    for member in &parameters {
        let value = request.resolve(&member.value, Names::Kept);
        line.spans.extend(&value.spans);
        let key = encoded(request, &member.key, true);
        let value = encoded(request, &value.text, true);
        query.push_str(if query.is_empty() { "" } else { "&" });
        query.push_str(&format!("{key}={value}"));
    }
    if !query.is_empty() {
        line.url.push('?');
        line.url.push_str(&query);
    }
    line
}

/// The text percent-encoded (RFC 3986); only letters, digits, `-`, `.`, `_` and `~` stay.
fn encoded(request: &mut Request<'_>, text: &str, told: bool) -> String {
    let mut out = String::new();
    let mut changed = false;
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            changed = true;
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    if changed && told {
        request.unverified(DeliveryUnverified::PercentEncoding);
    }
    out
}

fn host(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    rest.split(['/', '?']).next().filter(|host| !host.is_empty()).map(str::to_owned)
}

/// The target's own headers; the names of those that take the place of a default.
fn headers(request: &mut Request<'_>, destination: bool) -> Vec<String> {
    let own = request.parameter("HeaderParameters").and_then(Node::members).unwrap_or(&[]).to_vec();
    let mut custom = Vec::new();
    for member in own {
        let lower = member.key.to_ascii_lowercase();
        let removed = REMOVED.contains(&lower.as_str()) || REMOVED_AS_WELL.contains(&lower.as_str());
        if destination && removed {
            request.note(DeliveryNote::HeaderTakenOut(member.key));
            continue;
        }
        let value = request.value_as(&member.value, &member.key, Names::Kept);
        if value.text.chars().any(char::is_control) {
            request.refuse(DeliveryRefusal::HeaderControlCharacter(member.key.clone()));
        }
        custom.push(member.key);
    }
    custom
}

fn body_of(request: &mut Request<'_>, method: &str) {
    if matches!(method, "GET" | "HEAD") {
        request.unverified(DeliveryUnverified::BodyOf(method.to_owned()));
    }
}
