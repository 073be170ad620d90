//! Streams, logs and buses: the payload is a record among others.

use super::Source;
use super::messages::{NEWER, OLDER};
use super::request::Request;
use super::value::Names;
use crate::message::{DeliveryNote, DeliveryRefusal, DeliveryUnverified, Limited, ObjectTaker};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rulepad_document::json::{Node, compact};
use rulepad_transformer::Input;

pub(super) fn kinesis(request: &mut Request<'_>) -> &'static str {
    /// The longest partition key, in characters.
    const MAX_KEY: usize = 256;
    /// The most bytes of a record by older and by newer pages, its partition key included.
    const RECORD: (usize, usize) = (1_048_576, 10_485_760);
    let arn = request.target.arn.clone();
    request.setting("StreamARN", arn);
    match request.parameter("PartitionKeyPath").cloned() {
        Some(path) => {
            let key = request.value_as(&path, "PartitionKey", Names::Kept);
            let length = key.text.chars().count();
            let is_literal = path.as_str().is_some_and(|path| !path.starts_with('$'));
            if is_literal {
                request.refuse_target(DeliveryRefusal::PartitionKeyNotPath);
            } else if key.found && (length == 0 || length > MAX_KEY) {
                request.refuse(DeliveryRefusal::PartitionKeyLength { length, most: MAX_KEY });
            }
        }
        None => match request.envelope("id") {
            Some((id, span)) => {
                request.part("PartitionKey", id, false, Source::Event { spans: vec![span] });
            }
            None => request.unverified(DeliveryUnverified::KinesisNoId),
        },
    }
    request.payload_as("Data");
    let encoded = STANDARD.encode(&request.payload.text);
    request.setting("kinesis.data", encoded);
    request.note(DeliveryNote::KinesisBase64);
    request.limit(Limited::Record, RECORD.0, RECORD.1);
    "kinesis:PutRecord"
}

pub(super) fn firehose(request: &mut Request<'_>) -> &'static str {
    /// The most bytes of a record before it is encoded.
    const MAX_RECORD: usize = 1_024_000;
    let name = request.arn.resource.trim_start_matches("deliverystream/").to_owned();
    request.setting("DeliveryStreamName", name);
    request.payload_as("Record.Data");
    request.note(DeliveryNote::FirehoseNoLineBreak);
    let size = request.size();
    if size > MAX_RECORD {
        request.refuse(DeliveryRefusal::FirehoseTooLarge { size, most: MAX_RECORD });
    }
    "firehose:PutRecord"
}

pub(super) fn logs(request: &mut Request<'_>) -> &'static str {
    let group = request.arn.resource.trim_start_matches("log-group:").trim_end_matches(":*").to_owned();
    request.setting("logGroupName", group);
    if !request.target.role_arn.is_empty() {
        request.refuse_target(DeliveryRefusal::LogsRole);
    }
    request.note(DeliveryNote::LogStream);
    if matches!(request.target.input, Input::Transformer { .. }) {
        template(request);
    } else {
        if let Some((time, span)) = request.envelope("time") {
            let text = epoch(&time).map_or(time, |milliseconds| milliseconds.to_string());
            request.part("timestamp", text, false, Source::Event { spans: vec![span] });
        }
        request.payload_as("message");
        if !request.is_matched_event() {
            request.refuse_target(DeliveryRefusal::LogsOption);
        }
    }
    request.limit(Limited::LogEvent, OLDER, NEWER);
    "logs:PutLogEvents"
}

/// The payload of a transformer is taken apart: it must be `{"timestamp": …, "message": …}`.
fn template(request: &mut Request<'_>) {
    let Some(input) = request.input_members(ObjectTaker::LogGroup) else {
        request.payload_as("message");
        return;
    };
    for name in ["timestamp", "message"] {
        let Some(node) = input.get(name) else { continue };
        let source = request.source_of(node.span);
        let text = node.as_str().map_or_else(|| compact(node), str::to_owned);
        request.part(name, text, node.as_str().is_none(), source);
    }
    let others: Vec<String> = input
        .members()
        .unwrap_or(&[])
        .iter()
        .filter(|member| !["timestamp", "message"].contains(&member.key.as_str()))
        .map(|member| member.key.clone())
        .collect();
    if !others.is_empty() {
        request.unverified(DeliveryUnverified::LogsOtherMembers(others));
    }
}

/// The milliseconds since 1970 of `2026-03-02T04:05:06Z`, with or without a fraction of a second.
fn epoch(time: &str) -> Option<i64> {
    let time = time.strip_suffix('Z')?;
    let (date, clock) = time.split_once('T')?;
    let number = |text: &str, digits: usize| {
        let fits = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| text.parse::<i64>().ok()).flatten()
    };
    let mut parts = date.split('-');
    let (year, month, day) =
        (number(parts.next()?, 4)?, number(parts.next()?, 2)?, number(parts.next()?, 2)?);
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let mut clock = clock.split(':');
    let (hour, minute, second) =
        (number(clock.next()?, 2)?, number(clock.next()?, 2)?, number(clock.next()?, 2)?);
    let fits = parts.next().is_none()
        && clock.next().is_none()
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && hour < 24
        && minute < 60
        && second < 61
        && !fraction.is_empty()
        && fraction.bytes().all(|byte| byte.is_ascii_digit());
    if !fits {
        return None;
    }
    let thousandths: String = fraction.chars().chain("00".chars()).take(3).collect();
    let milliseconds = thousandths.parse::<i64>().ok()?;
    let days = days(year, month, day);
    Some((((days * 24 + hour) * 60 + minute) * 60 + second) * 1000 + milliseconds)
}

/// Days since 1970 in the Gregorian calendar; years count from March, so that the leap day is the last.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    year * 365 + year.div_euclid(4) - year.div_euclid(100)
        + year.div_euclid(400)
        + (month * 153 + 2) / 5
        + day
        - 1
        - 719_468
}

/// A bus of the second generation takes the classic envelope by `PutEvents` and any other payload by `PutRawEvents` (guide
/// of custom event buses, checked 2026-11-29).
pub(super) fn custom_bus(request: &mut Request<'_>) -> &'static str {
    let arn = request.target.arn.clone();
    request.setting("EventBusName", arn);
    request.payload_as("event");
    request.note(DeliveryNote::CustomBusPermissions);
    request.note(DeliveryNote::CustomBusNewId);
    request.unverified(DeliveryUnverified::CustomBusSubscribers);
    request.limit(Limited::EventBus, OLDER, NEWER);
    "events:PutEvents"
}

pub(super) fn event_bus(request: &mut Request<'_>) -> &'static str {
    let arn = request.target.arn.clone();
    request.setting("EventBusName", arn);
    request.payload_as("event");
    if request.is_matched_event() {
        let (account, region) = (request.envelope("account"), request.envelope("region"));
        let place = |own: &Option<(String, _)>, other: &str| own.as_ref().map(|(own, _)| own == other);
        match (place(&account, request.arn.account), place(&region, request.arn.region)) {
            (_, Some(false)) => request.note(DeliveryNote::BusNewId),
            (Some(true), Some(true)) => {
                request.note(DeliveryNote::BusKeepsId);
            }
            (Some(false), Some(true)) => request.unverified(DeliveryUnverified::BusIdInOtherAccount),
            _ => request.unverified(DeliveryUnverified::BusIdUnknown),
        }
    } else {
        request.unverified(DeliveryUnverified::BusOtherPayload);
        let envelope = ["source", "detail-type", "detail"];
        let is_event = |input: &Node| envelope.iter().all(|name| input.get(name).is_some());
        if !request.input.as_ref().is_some_and(is_event) {
            request.note(DeliveryNote::BusPayloadLacks);
        }
    }
    request.limit(Limited::EventBus, OLDER, NEWER);
    "events:PutEvents"
}

#[cfg(test)]
mod tests {
    use super::epoch;

    #[test]
    fn times_are_milliseconds_since_1970() {
        assert_eq!(epoch("1970-01-01T00:00:00Z"), Some(0));
        assert_eq!(epoch("2000-02-29T12:34:56.7Z"), Some(951_827_696_700));
        assert_eq!(epoch("2026-03-02T04:05:06Z"), Some(1_772_424_306_000));
        assert_eq!(epoch("1969-12-31T23:59:59.999Z"), Some(-1));
        for text in ["", "2026-03-02", "2026-13-02T04:05:06Z", "2026-03-02T04:05Z", "2026-03-02T04:05:06.Z"] {
            assert_eq!(epoch(text), None, "{text}");
        }
    }
}
