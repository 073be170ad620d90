//! Every sample holds what the catalogue claims of it.

use super::*;
use crate::{Draft, Verdict, evaluate};
use rulepad_document::Role;
use rulepad_document::json;

fn catalogue() -> Catalogue {
    bundled().unwrap()
}

fn verdict(pattern: &str, event: &str, dialect: Dialect) -> crate::Report {
    evaluate(&Draft { pattern: pattern.to_owned(), event: event.to_owned(), dialect, ..Draft::default() })
}

#[test]
fn a_starting_pattern_is_sound_and_matches_its_own_sample_alone() {
    let catalogue = catalogue();
    for (at, sample) in catalogue.events.iter().enumerate() {
        for (other_at, other) in catalogue.events.iter().enumerate() {
            let report = verdict(&sample.pattern, &other.event, Dialect::Rule);
            let expected = if at == other_at { Verdict::Match } else { Verdict::NoMatch };
            assert_eq!(report.verdict, expected, "{} on {}", sample.id, other.id);
            if at == other_at {
                assert_eq!(report.pattern, [], "{}", sample.id);
                assert_eq!(report.event, [], "{}", sample.id);
            }
        }
    }
}

#[test]
fn the_pattern_of_a_type_is_sound_and_matches_its_samples() {
    let catalogue = catalogue();
    for own in &catalogue.types {
        let report = verdict(&own.pattern, "{}", Dialect::Rule);
        assert_eq!(report.pattern, [], "{}", own.pattern);
        for sample in own.samples.iter().map(|at| &catalogue.events[*at]) {
            assert_eq!(
                verdict(&own.pattern, &sample.event, Dialect::Rule).verdict,
                Verdict::Match,
                "{}",
                sample.id
            );
        }
    }
}

#[test]
fn a_record_matches_the_pattern_of_each_of_its_readers() {
    for record in &catalogue().records {
        for dialect in &record.dialects {
            let report = verdict(record.pattern(*dialect).unwrap(), &record.record, *dialect);
            assert_eq!(report.verdict, Verdict::Match, "{} {dialect:?}: {}", record.id, report.summary);
            assert_eq!(report.pattern, [], "{} {dialect:?}", record.id);
            assert_eq!(report.event, [], "{} {dialect:?}", record.id);
        }
    }
}

#[test]
fn every_dialect_has_something_to_open() {
    let catalogue = catalogue();
    for dialect in Dialect::ALL {
        let hits = catalogue.search("", dialect);
        assert!(!hits.is_empty(), "{dialect:?}");
        let records = hits.iter().all(|hit| matches!(hit.found, Found::Record(_)));
        assert_eq!(records, !dialect.has_envelope(), "{dialect:?}");
    }
}

#[test]
fn values_are_matchers_that_aws_takes_and_the_sample_is_among_them() {
    for sample in &catalogue().events {
        let root = json::parse(&sample.event, Role::Event).root.unwrap();
        for field in sample.fields.iter().filter(|field| !field.values.is_empty()) {
            let steps: Vec<&str> = field.path.split('.').collect();
            let wrap = |inner: String| {
                steps.iter().rev().fold(inner, |inner, step| format!("{{{}: {inner}}}", json::quote(step)))
            };
            let pattern = wrap(format!("[{}]", field.values.join(", ")));
            let report = verdict(&pattern, &sample.event, Dialect::Pipes);
            let absent = !fields::leaves(&root).iter().any(|(name, _)| *name == field.path);
            assert!(
                report.verdict == Verdict::Match || absent,
                "{} {pattern}: {:?}",
                sample.id,
                report.pattern
            );
        }
    }
}

#[test]
fn number_spelling_is_kept() {
    let catalogue = catalogue();
    let find = |id: &str| catalogue.events.iter().find(|sample| sample.id == id).unwrap();
    assert!(find("codebuild-build-failed").event.contains("\"timeout-in-minutes\": 60.0"));
    assert!(find("shopify-order").event.contains("987654321012345678"));
    let kinesis = catalogue.records.iter().find(|record| record.id == "kinesis").unwrap();
    assert!(kinesis.record.contains("1772424306.123"));
}
