//! Dead-letter queue, retry policy and endpoint: the settings of delivery that any target may have.

use super::{Arn, Message, Target, TargetKind, differ, queue_arn};
use crate::diagnostics;
use crate::message::RetrySetting;
use crate::model::{MAX_ARN, Rule};
use crate::reference::named_in;
use rulepad_document::{Diagnostic, Span};

/// `MaximumRetryAttempts` (API reference, `RetryPolicy`).
const ATTEMPTS: (u64, u64) = (0, 185);
/// `MaximumEventAgeInSeconds` (API reference, `RetryPolicy`).
const AGE: (u64, u64) = (60, 86_400);
/// `InvocationEndpoint` (API reference, `CreateApiDestination`).
const MAX_ENDPOINT: usize = 2048;
/// `HttpMethod` (API reference, `CreateApiDestination`).
const METHODS: [&str; 7] = ["POST", "GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE"];

/// What AWS refuses of them.
pub(super) fn check(at: u32, target: &Target, rule: &Rule) -> Vec<Diagnostic<Message>> {
    let mut found: Vec<Diagnostic<Message>> = dead_letter(at, target, rule).into_iter().collect();
    found.extend(number(at, RetrySetting::Attempts, &target.retry_attempts, ATTEMPTS));
    found.extend(number(at, RetrySetting::Age, &target.event_age, AGE));
    found.extend(endpoint(at, target));
    found
}

/// A standard queue in the Region of the rule (user guide, `eb-rule-dlq`).
fn dead_letter(at: u32, target: &Target, rule: &Rule) -> Option<Diagnostic<Message>> {
    let text = &target.dead_letter_arn;
    if text.is_empty() {
        return None;
    }
    let arn = Arn::parse(text).filter(|_| text.chars().count() <= MAX_ARN);
    if let Some(named) = named_in(text).filter(|_| arn.is_none()) {
        return Some(diagnostics::stand_in(diagnostics::Unknown::DeadLetter(at), text, named));
    }
    let Some(arn) = arn else { return Some(diagnostics::dead_letter_shape(at, text, queue_arn(text))) };
    if arn.service != "sqs" {
        return Some(diagnostics::dead_letter_kind(at, text, arn.service));
    }
    if arn.resource.ends_with(".fifo") {
        return Some(diagnostics::dead_letter_fifo(at, text));
    }
    if !arn.has_place() {
        return Some(diagnostics::dead_letter_place(at, text));
    }
    let region = region_of_rule(target, rule)?;
    differ(arn.region, region).then(|| diagnostics::dead_letter_region(at, text, region))
}

/// The bus names it; otherwise the target does, where targets of its kind stand in the rule's Region.
fn region_of_rule<'t>(target: &'t Target, rule: &'t Rule) -> Option<&'t str> {
    let bus = Arn::parse(&rule.event_bus).map(|arn| arn.region);
    let own = || {
        let regional = target.kind().is_some_and(|kind| kind != TargetKind::EventBus && kind.is_regional());
        regional.then(|| Arn::parse(&target.arn).map(|arn| arn.region)).flatten()
    };
    bus.or_else(own).filter(|region| region.contains('-'))
}

fn number(
    at: u32,
    setting: RetrySetting,
    text: &str,
    (least, most): (u64, u64),
) -> Option<Diagnostic<Message>> {
    if text.is_empty() {
        return None;
    }
    let Some(value) = whole(text) else {
        let meant = meant(setting, text).filter(|value| (least..=most).contains(value));
        return Some(diagnostics::retry_number(at, setting, text, meant));
    };
    let fits = (least..=most).contains(&value);
    (!fits).then(|| diagnostics::retry_range(at, setting, text, least, most, value.clamp(least, most)))
}

/// The number a request writes: digits without a zero before them. More digits than fit are too many anyway.
pub fn whole(text: &str) -> Option<u64> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let plain = digits && (text == "0" || !text.starts_with('0'));
    plain.then(|| text.parse().unwrap_or(u64::MAX))
}

/// Whether a setting can be written into a request.
pub fn is_sound_attempts(text: &str) -> bool {
    whole(text).is_some_and(|value| (ATTEMPTS.0..=ATTEMPTS.1).contains(&value))
}

/// Whether a setting can be written into a request.
pub fn is_sound_age(text: &str) -> bool {
    whole(text).is_some_and(|value| (AGE.0..=AGE.1).contains(&value))
}

/// The number behind a text such as `1h`, `PT1H`, `1,800`, `60.0` or `10 times`.
fn meant(setting: RetrySetting, text: &str) -> Option<u64> {
    let text = text.trim().to_ascii_lowercase().replace([',', '_'], "");
    let text = text.strip_prefix('+').unwrap_or(&text);
    let iso = text.strip_prefix('p').map(|rest| rest.strip_prefix('t').unwrap_or(rest));
    let text = iso.unwrap_or(text);
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end)?;
    let value: u64 = digits.parse().ok()?;
    let unit = rest.trim();
    let round = unit.strip_prefix('.').is_some_and(|zeros| zeros.bytes().all(|byte| byte == b'0'));
    let times = match (setting, unit) {
        (_, "") => 1,
        _ if round => 1,
        (RetrySetting::Attempts, "x" | "time" | "times" | "retry" | "retries" | "attempt" | "attempts") => 1,
        (RetrySetting::Age, "s" | "sec" | "secs" | "second" | "seconds") => 1,
        (RetrySetting::Age, "m" | "min" | "mins" | "minute" | "minutes") => 60,
        (RetrySetting::Age, "h" | "hr" | "hrs" | "hour" | "hours") => 3600,
        (RetrySetting::Age, "d" | "day" | "days") => 86_400,
        _ => return None,
    };
    value.checked_mul(times)
}

/// `METHOD https://host/path`, as the API destination has it.
fn endpoint(at: u32, target: &Target) -> Vec<Diagnostic<Message>> {
    let text = &target.endpoint;
    if text.trim().is_empty() {
        return Vec::new();
    }
    match target.kind() {
        Some(TargetKind::ApiDestination) => {}
        Some(kind) => return vec![diagnostics::endpoint_not_used(at, text, kind)],
        None => return Vec::new(),
    }
    let start = text.len() - text.trim_start().len();
    let trimmed = text.trim();
    let (first, rest) = trimmed.split_once(char::is_whitespace).unwrap_or((trimmed, ""));
    let first_span = Span::new(start, start + first.len());
    if !METHODS.contains(&first) {
        let upper = first.to_ascii_uppercase();
        let fix = if METHODS.contains(&upper.as_str()) {
            Some(format!("{upper} {}", rest.trim_start()))
        } else if first.starts_with("https://") && rest.is_empty() {
            Some(format!("POST {first}"))
        } else {
            None
        };
        return vec![diagnostics::endpoint_method(at, text, first_span, fix)];
    }
    let url = rest.trim_start();
    let url_start = start + trimmed.len() - url.len();
    let url_span = Span::new(url_start, url_start + url.len());
    let host = url.strip_prefix("https://").and_then(|rest| rest.split(['/', '?']).next());
    if host.is_none_or(str::is_empty) {
        let fix = url.strip_prefix("http://").map(|rest| format!("{first} https://{rest}"));
        return vec![diagnostics::endpoint_url(at, text, url_span, fix)];
    }
    let mut found = Vec::new();
    if let Some((offset, c)) = url.char_indices().find(|(offset, c)| !fits_address(url, *offset, *c)) {
        let from = url_start + offset;
        found.push(diagnostics::endpoint_character(at, Span::new(from, from + c.len_utf8()), c));
    }
    let length = url.chars().count();
    if length > MAX_ENDPOINT {
        found.push(diagnostics::endpoint_too_long(at, url_span, length, MAX_ENDPOINT));
    }
    found
}

/// The pattern of `HttpsEndpoint`: a few characters, and `%` before two hexadecimal digits.
fn fits_address(url: &str, offset: usize, c: char) -> bool {
    if c == '%' {
        let digits = url.get(offset + 1..offset + 3);
        return digits.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
    }
    c.is_ascii_alphanumeric() || "-()_.!~*';/?:@&=+$,".contains(c)
}
