//! Every sample holds what the catalogue claims of it.

use super::*;
use crate::{Draft, Verdict, evaluate};
use rulepad_document::Role;
use rulepad_document::json;
use rulepad_pattern::{Event, matches, parse};
use std::sync::LazyLock;

fn catalogue() -> &'static Catalogue {
    static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| bundled().unwrap());
    &CATALOGUE
}

fn verdict(pattern: &str, event: &str, dialect: Dialect) -> crate::Report {
    evaluate(
        &Draft { pattern: pattern.to_owned(), event: event.to_owned(), dialect, ..Draft::default() },
        Lang::En,
    )
}

#[test]
fn a_starting_pattern_is_sound_and_matches_its_own_sample_alone() {
    let events = &catalogue().events;
    for sample in events {
        let report = verdict(&sample.pattern, &sample.event, Dialect::Rule);
        assert_eq!(report.verdict, Verdict::Match, "{}", sample.id);
        assert_eq!(report.pattern, [], "{}", sample.id);
        assert_eq!(report.event, [], "{}", sample.id);
    }
    let patterns: Vec<_> = events.iter().map(|sample| parse(&sample.pattern).pattern).collect();
    for (other_at, other) in events.iter().enumerate() {
        let root = json::parse(&other.event, Role::Event).root.unwrap();
        let event = Event::new(&root).unwrap();
        for (at, pattern) in patterns.iter().enumerate() {
            let id = &events[at].id;
            assert_eq!(matches(pattern, &event), Some(at == other_at), "{id} on {}", other.id);
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
        let hits = catalogue.search("", dialect, Lang::En);
        assert!(!hits.is_empty(), "{dialect:?}");
        let records = hits.iter().all(|hit| matches!(hit.found, FoundItem::Record(_)));
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

/// What is in backticks, in any order.
fn code(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = text.split('`').skip(1).step_by(2).collect();
    found.sort_unstable();
    found
}

#[test]
fn what_to_know_is_said_in_every_language() {
    let catalogue = catalogue();
    let notes = catalogue.events.iter().flat_map(|sample| &sample.notes);
    let titles = catalogue.records.iter().map(|record| &record.title);
    let facts = catalogue.records.iter().flat_map(|record| &record.facts);
    for said in notes.chain(titles).chain(facts) {
        let [en, ko] = [Lang::En, Lang::KO].map(|lang| said.words(lang));
        assert_eq!(code(en), code(ko), "{ko}");
        assert!(ko.chars().any(|c| ('가'..='힣').contains(&c)), "{ko}");
        assert!(!en.chars().any(|c| ('가'..='힣').contains(&c)), "{en}");
    }
    let sample = &catalogue.events[0];
    let json = serde_json::to_value(sample).unwrap();
    assert_eq!(json["notes"][2], "`build-id` is the ARN of the build.", "data for programs is English");
    assert_eq!(sample.notes[2].words(Lang::KO), "`build-id` 값은 빌드의 ARN입니다.");
    let record = serde_json::to_value(&catalogue.records[3]).unwrap();
    assert_eq!(record["title"], "SNS → Lambda (Records)");
    let titles: std::collections::BTreeSet<&str> =
        catalogue.records.iter().map(|record| record.title.words(Lang::KO)).collect();
    assert_eq!(titles.len(), catalogue.records.len(), "each record has a title of its own");
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

/// The ids of what a query finds among the events, types by their source and detail-type.
fn found(query: &str) -> Vec<String> {
    let catalogue = catalogue();
    let name = |hit: &Hit| match hit.found {
        FoundItem::Event(at) => catalogue.events[at].id.clone(),
        FoundItem::Record(at) => catalogue.records[at].id.clone(),
        FoundItem::Type(at) => format!("{} {}", catalogue.types[at].source, catalogue.types[at].detail_type),
    };
    catalogue.search(query, Dialect::Rule, Lang::En).iter().map(name).collect()
}

fn whys(query: &str, dialect: Dialect) -> Vec<String> {
    catalogue().search(query, dialect, Lang::En).into_iter().map(|hit| hit.why).collect()
}

#[test]
fn a_service_is_found_however_it_is_spelled() {
    for query in
        ["codebuild", "CodeBuild", "code build", "CODE-BUILD", "aws.codebuild", "codeb", " code  build "]
    {
        assert_eq!(found(query)[..2], ["codebuild-build-failed", "codebuild-phase-build"], "{query}");
    }
    assert_eq!(found("step functions")[0], "states-failed");
    assert_eq!(found("s3")[0], "s3-created");
    assert_eq!(found("stripe"), ["stripe-payment"]);
}

#[test]
fn event_types_fields_and_values_are_found() {
    assert_eq!(found("object created")[0], "s3-created");
    assert_eq!(found("state-change notification")[0], "codedeploy-deployment");
    assert_eq!(found("build-status")[0], "codebuild-build-failed");
    assert_eq!(found("buildStatus")[0], "codebuild-build-failed");
    assert_eq!(found("replay")[0], "aws-replayed");
    let states = found("detail.state");
    assert!(states.contains(&"ec2-state".to_owned()) && !states.contains(&"s3-created".to_owned()));
    assert_eq!(found("TIMED_OUT")[0], "codebuild-build-failed");
    assert_eq!(whys("TIMED_OUT", Dialect::Rule)[0], "`detail.build-status` can be `TIMED_OUT`");
    assert_eq!(whys("shop-uploads created", Dialect::Rule)[0], "`detail.bucket.name` is `shop-uploads`");
    assert_eq!(found("Object Tags Added")[0], "aws.s3 Object Tags Added", "a type without a sample");
}

#[test]
fn every_word_must_fit() {
    assert_eq!(found("codebuild failed"), ["codebuild-build-failed", "codebuild-phase-build"]);
    assert_eq!(found("failed codebuild"), found("codebuild failed"));
    assert_eq!(found("guardduty severity")[0], "guardduty-finding");
    assert_eq!(found("codebuild xyzzy"), [""; 0]);
    assert!(
        !found("iam").iter().any(|id| id.contains("transcribe")),
        "a short word is not looked for in others"
    );
}

#[test]
fn korean_words_find_what_they_stand_for() {
    assert_eq!(found("코드빌드"), found("codebuild"));
    assert_eq!(found("람다"), found("lambda"));
    assert_eq!(found("코드빌드 실패"), found("codebuild failed"));
    assert_eq!(found("실패 코드빌드"), found("codebuild failed"));
    assert_eq!(found("알림")[..6], found("notification")[..6]);
    assert_eq!(found("S3 객체 삭제")[0], "s3-deleted");
    assert_eq!(found("스텝펑션 시간 초과"), ["states-failed"]);
    assert_eq!(found("EC2 상태 변경")[0], "ec2-state");
    assert_eq!(found("빌드실패")[..2], ["codebuild-build-failed", "codebuild-phase-build"]);
    assert_eq!(found("결제"), ["stripe-payment"]);
    assert_eq!(found("코드빌드 크레인"), [""; 0]);
    let of_sns = catalogue().search("알림", Dialect::SnsAttributes, Lang::KO);
    assert_eq!(of_sns.len(), 1);
    assert_eq!(
        catalogue().elsewhere("에스큐에스", Dialect::Rule, Lang::KO),
        catalogue().elsewhere("sqs", Dialect::Rule, Lang::KO)
    );
}

#[test]
fn hangul_finds_while_it_is_typed_and_in_the_wrong_mode() {
    for query in ["코드ㅂ", "코듭", "코드비", "코드빌", "코드 빌드", "챙듀ㅕㅑㅣㅇ", "챙ㄷ ㅠㅕㅑㅣㅇ"]
    {
        assert!(found(query).contains(&"codebuild-build-failed".to_owned()), "{query}");
    }
    let decomposed = "\u{1105}\u{1161}\u{11B7}\u{1103}\u{1161}";
    assert_eq!(found(decomposed), found("람다"));
    assert_eq!(found("ㄴ3")[0], "s3-created");
    assert_eq!(found("챙듀ㅕㅑㅣㅇ ㄹ먀ㅣㄷㅇ"), found("codebuild failed"));
    assert_eq!(found("크레인"), [""; 0]);
}

#[test]
fn what_a_word_stands_for_is_said() {
    assert_eq!(whys("코듭", Dialect::Rule)[0], "`코드빌드` = `CodeBuild`");
    assert_eq!(whys("챙듀ㅕㅑㅣㅇ", Dialect::Rule)[0], "`챙듀ㅕㅑㅣㅇ` = `codebuild`");
    assert_eq!(
        whys("코드빌드 실패", Dialect::Rule)[0],
        "`코드빌드` = `CodeBuild`, `detail.build-status` can be `FAILED`"
    );
    assert_eq!(whys("S3 객체 삭제", Dialect::Rule)[0], "`객체` = `S3`, `삭제` = `deleted`");
}

#[test]
fn every_korean_word_stands_for_something_of_the_catalogue() {
    let finds = |word: &str| {
        Dialect::ALL.into_iter().any(|dialect| !catalogue().search(word, dialect, Lang::KO).is_empty())
    };
    for words in rulepad_samples::korean::KOREAN_WORDS {
        for word in words.typed.iter().chain(words.meant) {
            assert!(finds(word), "{word}: {:?}", words.meant);
        }
    }
}

#[test]
fn parts_rank_as_they_tell() {
    let catalogue = catalogue();
    for query in ["failed", "state", "s3", "ec2", "event", "created"] {
        let hits = catalogue.search(query, Dialect::Rule, Lang::En);
        let parts: Vec<SearchPart> =
            hits.iter().filter(|hit| matches!(hit.found, FoundItem::Event(_))).map(|hit| hit.part).collect();
        assert!(parts.len() > 5 && parts.is_sorted(), "{query}: {parts:?}");
        assert!(hits.iter().all(|hit| hit.why.is_empty() == (hit.part <= SearchPart::DetailType)), "{query}");
    }
}

#[test]
fn nothing_asked_lists_everything_by_service() {
    let (all, catalogue) = (found(""), catalogue());
    assert_eq!(all[..2], ["codebuild-build-failed", "codebuild-phase-build"]);
    assert_eq!(found(" - "), all);
    let without = catalogue.types.iter().filter(|own| own.samples.is_empty()).count();
    assert_eq!(all.len(), catalogue.events.len() + without);
    let services: Vec<String> = all
        .iter()
        .filter_map(|id| catalogue.events.iter().find(|sample| sample.id == *id))
        .map(|sample| sample.service.to_lowercase())
        .collect();
    assert!(services[2..].is_sorted());
}

#[test]
fn records_are_found_by_their_readers() {
    let catalogue = catalogue();
    let ids = |query: &str, dialect: Dialect| -> Vec<&str> {
        let hits = catalogue.search(query, dialect, Lang::En);
        hits.iter()
            .map(|hit| match hit.found {
                FoundItem::Record(at) => catalogue.records[at].id.as_str(),
                other => panic!("{other:?}"),
            })
            .collect()
    };
    assert_eq!(ids("", Dialect::SnsAttributes), ["sns"]);
    assert_eq!(ids("kinesis", Dialect::Pipes), ["kinesis-pipes"]);
    assert_eq!(ids("kinesis", Dialect::EventSourceMapping), ["kinesis"]);
    assert_eq!(ids("dynamodb", Dialect::Pipes)[0], "dynamodb-stream");
    assert_eq!(whys("orderId", Dialect::SnsBody), [r#"`Sns.Message` is `{"orderId":"o-1"}`"#]);
}

#[test]
fn a_damaged_file_is_named_with_its_line() {
    assert_eq!(
        Catalogue::read("\n{\"id\": 1}", "", "").unwrap_err(),
        "line 2 of the catalogue's file `events.ndjson` cannot be read"
    );
    assert_eq!(
        Catalogue::read("", "", "{").unwrap_err(),
        "line 1 of the catalogue's file `types.ndjson` cannot be read"
    );
    let text = rulepad_samples::catalogue::RECORDS.lines().next().unwrap();
    assert!(Catalogue::read("", text, "").is_ok());
    for name in ["\"ko\"", "\"title\":\"API Gateway REST API의", "\"facts\":[\"REST API는"] {
        let without = text.replace(name, &name.replacen('"', "\"other-", 1));
        assert_ne!(without, text, "{name}");
        assert!(Catalogue::read("", &without, "").is_err(), "everything is there in Korean: {name}");
    }
}

#[test]
fn what_is_read_elsewhere_is_said() {
    let catalogue = catalogue();
    assert_eq!(
        catalogue.elsewhere("sqs", Dialect::Rule, Lang::En).unwrap(),
        "`SQS → Lambda (Records)` is no event of a bus; it is for: EventBridge Pipes filter or Lambda event source mapping."
    );
    assert_eq!(
        catalogue.elsewhere("API Gateway", Dialect::Rule, Lang::En).unwrap(),
        "`API Gateway REST API, Lambda proxy (payload 1.0)` is what a function receives, and no event of a bus."
    );
    assert_eq!(
        catalogue.elsewhere("codebuild", Dialect::Pipes, Lang::En).unwrap(),
        "`CodeBuild Build State Change` is an event of a bus; it is for: EventBridge rule or EventBridge archive."
    );
    for query in ["xyzzy", "", "codebuild"] {
        assert_eq!(catalogue.elsewhere(query, Dialect::Rule, Lang::En), None, "{query}");
    }
}
