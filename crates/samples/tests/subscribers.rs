//! Every sample subscriber shows what it is meant to show.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use rulepad_document::Lang;
use rulepad_samples::subscribers::{
    PublishedBy, SUBSCRIBERS, Shown, SubscriberSample, Unreadable, read_subscribers,
};
use rulepad_subscriber::report::{Report, of_subscriber};
use rulepad_subscriber::source::of_source;
use rulepad_subscriber::{Published, Verdict};
use std::collections::BTreeSet;

fn samples() -> Vec<SubscriberSample> {
    read_subscribers(SUBSCRIBERS).unwrap()
}

fn report(sample: &SubscriberSample, lang: Lang) -> Report {
    let published = match sample.published {
        None => Published::Recognize,
        Some(PublishedBy::PutEvents) => Published::PutEvents,
        Some(PublishedBy::PutRawEvents) => Published::PutRawEvents,
    };
    of_subscriber(&sample.subscriber, &sample.event, published, lang)
}

fn name(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

#[test]
fn every_sample_gives_the_verdict_and_the_payload_that_it_shows() {
    for sample in samples() {
        let report = report(&sample, Lang::En);
        let [event] = report.events.as_slice() else { panic!("{}: one event", sample.id) };
        let arrives = event.arrives.as_ref().filter(|_| report.verdict == Verdict::Match);
        let problems = report.subscriber.iter().chain(&report.event);
        let codes: BTreeSet<String> = problems.map(|found| found.code.to_string()).collect();
        let parameters = arrives.iter().flat_map(|own| own.parameters.clone());
        let found = Shown {
            verdict: name(report.verdict),
            outcome: arrives.map(|own| name(own.outcome)),
            payload: arrives.and_then(|own| own.payload.clone()),
            call: arrives.and_then(|own| own.call.clone()),
            parameters: parameters.map(|own| (own.path, own.value.unwrap())).collect(),
            codes: codes.into_iter().collect(),
        };
        assert_eq!(found, sample.shows, "{}", sample.id);
    }
}

#[test]
fn aws_and_the_target_take_every_sample() {
    for sample in samples() {
        let target = report(&sample, Lang::En).target.unwrap();
        assert!(!target.refused_at_create && !target.refused_by_target, "{}", sample.id);
    }
}

#[test]
fn what_came_through_an_event_source_crosses_it() {
    let mut crossed = 0;
    for sample in samples() {
        let Some(own) = &sample.event_source else { continue };
        let data = serde_json::from_str::<serde_json::Value>(&sample.event).unwrap();
        let found = of_source(own, &data["Data"].to_string(), Lang::En);
        assert_eq!((found.verdict, found.source.len()), (Verdict::Match, 0), "{}", sample.id);
        crossed += 1;
    }
    assert!(crossed > 0);
}

/// Together they have every scope, transformer and most kinds of target; the last three show traps.
#[test]
fn the_samples_cover_the_language() {
    let samples = samples();
    assert!(samples.len() >= 12, "{}", samples.len());
    let all: String = samples.iter().map(|sample| format!("{}{}", sample.subscriber, sample.event)).collect();
    for part in [
        "\"DATA\"",
        "\"METADATA\"",
        "\"SYSTEM_METADATA\"",
        "\"JSONATA\"",
        "\"WITH_METADATA\"",
        ":sqs:",
        ":sns:",
        ":lambda:",
        ":states:",
        ":kinesis:",
        ":firehose:",
        ":event-busv2/",
        ":aws-sdk:",
        "specversion",
        "application/avro",
        "application/octet-stream",
        "application/eventbridge+json",
        "\"REPLAY\"",
    ] {
        assert!(all.contains(part), "no sample has {part}");
    }
    let traps: Vec<&Shown> =
        samples.iter().map(|own| &own.shows).filter(|own| !own.codes.is_empty()).collect();
    for code in ["filter.for-put-raw-events", "filter.for-put-events", "jsonata.nothing"] {
        assert!(
            traps.iter().any(|own| own.codes.iter().any(|found| found == code)),
            "no sample shows {code}"
        );
    }
}

#[test]
fn every_sample_is_named_once_and_in_both_languages() {
    let samples = samples();
    let ids: BTreeSet<&str> = samples.iter().map(|own| own.id.as_str()).collect();
    assert_eq!(ids.len(), samples.len());
    for sample in &samples {
        let is_korean = |text: &str| text.chars().any(|c| matches!(c, '가'..='힣'));
        assert!(is_korean(&sample.ko.title) && is_korean(&sample.ko.about), "{}", sample.id);
        assert!(!is_korean(&sample.en.title) && sample.en.about.ends_with('.'), "{}", sample.id);
        assert_eq!(sample.titled(Lang::KO), &sample.ko);
        assert_eq!(sample.titled(Lang::En), &sample.en);
        // In Korean the payload is the same.
        let found = report(sample, Lang::KO);
        assert_eq!(name(found.verdict), sample.shows.verdict, "{}", sample.id);
    }
}

#[test]
fn the_line_that_cannot_be_read_is_named() {
    assert_eq!(read_subscribers("\n"), Ok(Vec::new()));
    let line = SUBSCRIBERS.lines().next().unwrap();
    assert_eq!(read_subscribers(&format!("{line}\n\n{{")), Err(Unreadable { line: 3 }));
    let other = line.replacen("\"shows\"", "\"published\": 7, \"shows\"", 1);
    assert_eq!(read_subscribers(&other), Err(Unreadable { line: 1 }));
}
