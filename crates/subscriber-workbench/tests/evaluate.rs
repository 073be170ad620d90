//! Drafts and their reports, as the page asks for them.

use rulepad_subscriber_workbench::{
    ArrivedOutcome, Content, Field, Pair, PieceKind, Published, Refusal, SubscriberDraft, SubscriberReport,
    TransformerType, Verdict, evaluate,
};
use rulepad_workbench::{Lang, apply};

const ORDER: &str = r#"{"orderId": "A-1", "total": 480, "customer": {"name": "Ann"}}"#;
const QUEUE: &str = "arn:aws:sqs:us-east-1:111122223333:orders";

fn order() -> SubscriberDraft {
    SubscriberDraft {
        event: ORDER.into(),
        metadata: vec![Pair { key: "tenant".into(), value: "acme".into() }],
        ..SubscriberDraft::default()
    }
}

fn report(draft: &SubscriberDraft) -> SubscriberReport {
    evaluate(draft, Lang::En)
}

fn codes(report: &SubscriberReport, field: Field) -> Vec<String> {
    report.of(field).map(|own| own.diagnostic.code.to_string()).collect()
}

#[test]
fn every_scope_is_in_one_explanation() {
    let draft = SubscriberDraft {
        data: r#"{"total": [{"numeric": [">=", 500]}]}"#.into(),
        of_metadata: r#"{"tenant": ["acme"]}"#.into(),
        ..order()
    };
    let found = report(&draft);
    assert_eq!(found.verdict, Verdict::NoMatch);
    let scopes = &found.events[0].scopes;
    assert_eq!(scopes.iter().map(|own| own.holds).collect::<Vec<_>>(), [Some(false), Some(true)]);
    let line = &scopes[0].why[0];
    assert_eq!((line.name.as_str(), line.saw.as_str(), line.contrast), ("total", "480", true));
    assert_eq!(line.pattern.of(&draft.data), r#""total": [{"numeric": [">=", 500]}]"#);
    let value = line.event[0];
    assert_eq!(value.of(&found.events[0].event), "480");
    assert_eq!(found.in_text(value).unwrap().of(ORDER), "480", "it is found in the text that was pasted");
}

#[test]
fn problems_have_their_place_in_their_own_text() {
    let draft = SubscriberDraft {
        of_metadata: r#"{"tenant": "acme"}"#.into(),
        transformer: TransformerType::Jsonata,
        expression: "{% $events.Data.\"x\" + %}".into(),
        target: QUEUE.into(),
        parameters: r#"{"SnsParameters": {"Subject": "x"}}"#.into(),
        attempts: "many".into(),
        ..order()
    };
    let found = report(&draft);
    for (field, text) in [
        (Field::OfMetadata, r#""acme""#),
        (Field::Parameters, r#""SnsParameters""#),
        (Field::Attempts, "many"),
    ] {
        let own = found.of(field).next().unwrap_or_else(|| panic!("{field:?}: {:?}", found.problems));
        assert!(
            own.diagnostic.span().of(draft.text(field).unwrap()).contains(text.trim_matches('"')),
            "{own:?}"
        );
        assert_eq!(own.refusal, Some(Refusal::AtCreate), "{own:?}");
    }
    let own = found.of(Field::Expression).next().unwrap();
    assert!(own.diagnostic.span().end as usize <= draft.expression.len());
    assert!(own.diagnostic.span().start as usize > draft.expression.find('+').unwrap(), "{own:?}");
}

#[test]
fn a_fix_applies_to_the_text_of_its_field() {
    let draft = SubscriberDraft { of_metadata: r#"{"tenant": "acme"}"#.into(), ..order() };
    let found = report(&draft);
    let problem = found.of(Field::OfMetadata).next().unwrap();
    let (_, edits) = problem.fixes().next().unwrap();
    let fixed = SubscriberDraft { of_metadata: apply(&draft.of_metadata, edits), ..draft };
    assert_eq!(fixed.of_metadata, r#"{"tenant": ["acme"]}"#);
    assert_eq!(report(&fixed).verdict, Verdict::Match);
}

#[test]
fn a_filter_for_the_other_call_is_fixed_with_one_click() {
    let draft = SubscriberDraft { data: r#"{"detail": {"total": [480]}}"#.into(), ..order() };
    let found = report(&draft);
    assert_eq!(found.verdict, Verdict::NoMatch);
    let trap = found.of(Field::Data).find(|own| own.fixes().next().is_some()).unwrap();
    let (_, edits) = trap.fixes().next().unwrap();
    let fixed = SubscriberDraft { data: apply(&draft.data, edits), ..draft };
    assert_eq!(report(&fixed).verdict, Verdict::Match, "{}", fixed.data);
}

#[test]
fn what_arrives_says_where_it_comes_from() {
    let draft = SubscriberDraft {
        transformer: TransformerType::Jsonata,
        expression: r#"{% {"who": $uppercase($events.Data.customer.name), "id": $events.Data.orderId} %}"#
            .into(),
        target: QUEUE.into(),
        ..order()
    };
    let found = report(&draft);
    let arrives = found.events[0].arrives.as_ref().unwrap();
    let payload = arrives.payload.as_deref().unwrap();
    assert_eq!((arrives.outcome, payload), (ArrivedOutcome::Text, r#"{"who":"ANN","id":"A-1"}"#));
    let piece = |kind| arrives.pieces.iter().find(|own| own.kind == kind).unwrap();
    let copied = piece(PieceKind::Event);
    assert_eq!(copied.out.of(payload), "\"A-1\"");
    assert_eq!(copied.expression.unwrap().of(&draft.expression), "$events.Data.orderId");
    assert_eq!(found.in_text(copied.event[0]).unwrap().of(ORDER), "\"A-1\"");
    let made = piece(PieceKind::MadeFrom);
    assert_eq!(found.in_text(made.event[0]).unwrap().of(ORDER), "\"Ann\"");
}

#[test]
fn without_a_target_the_rest_is_shown() {
    let found = report(&order());
    assert_eq!((found.verdict, &found.target), (Verdict::Match, &None));
    assert!(found.problems.iter().all(|own| !own.diagnostic.is_error()), "{:?}", found.problems);
    assert_eq!(found.missing, [Field::Name, Field::Bus, Field::Target, Field::Role]);
    assert_eq!(found.events[0].arrives.as_ref().unwrap().payload.as_deref(), Some(ORDER));
}

#[test]
fn who_refuses_a_subscriber_is_told_apart() {
    let queue = |parameters: &str| {
        let draft =
            SubscriberDraft { target: format!("{QUEUE}.fifo"), parameters: parameters.to_owned(), ..order() };
        report(&draft).target.unwrap()
    };
    let by_target = queue("");
    assert!(!by_target.refused_at_create && by_target.refused_by_target, "{by_target:?}");
    let fine = queue(r#"{"SqsParameters": {"MessageGroupId": "{% $events.Data.orderId %}"}}"#);
    assert!(!fine.refused_at_create && !fine.refused_by_target, "{fine:?}");
    let at_create = queue(r#"{"SnsParameters": {}}"#);
    assert!(at_create.refused_at_create, "{at_create:?}");
}

#[test]
fn bytes_and_metadata_are_the_publishers() {
    let draft = SubscriberDraft { event: "hello".into(), content: Content::OctetStream, ..order() };
    let found = report(&draft);
    assert!(found.takes_given && found.events[0].event.contains("aGVsbG8="), "{:?}", found.events);
    assert!(found.events[0].event.contains("\"tenant\": \"acme\""));
    let bad = SubscriberDraft { metadata: vec![Pair { key: "a/b".into(), value: String::new() }], ..order() };
    assert_eq!(report(&bad).of(Field::Metadata).count(), 1);
    let whole =
        r#"{"Data": {"a": 1}, "Metadata": {}, "SystemMetadata": {"ContentType": "application/json"}}"#;
    assert!(!report(&SubscriberDraft { event: whole.into(), ..order() }).takes_given);
}

#[test]
fn how_it_was_published_can_be_chosen() {
    let classic = r#"{"source": "shop", "detail-type": "Order", "detail": {"id": 7}}"#;
    let draft = SubscriberDraft {
        event: classic.into(),
        data: r#"{"detail": {"id": [7]}}"#.into(),
        published: Published::PutRawEvents,
        ..SubscriberDraft::default()
    };
    let found = report(&draft);
    assert_eq!(found.verdict, Verdict::Match, "the names of an envelope are names of a payload too");
    assert!(!found.events[0].event.contains("aws:Source"));
}

#[test]
fn parameters_that_are_no_object_are_a_problem_of_their_text() {
    for (text, count) in [("[1]", 1), ("{\"a\":", 1), ("  ", 0)] {
        let draft = SubscriberDraft { parameters: text.into(), target: QUEUE.into(), ..order() };
        let found = report(&draft);
        let own = codes(&found, Field::Parameters).len();
        assert!(own >= count && (count > 0 || own == 0), "{text}: {:?}", found.problems);
    }
}

#[test]
fn a_request_becomes_a_draft_and_nothing_of_it_is_lost() {
    let request = r#"{"Name": "n", "EventBusArn": "b", "Description": "d",
        "FilterConfiguration": {"Filters": [{"Scope": "DATA", "Pattern": "{\"a\":[1]}"}]},
        "Transformer": {"Type": "JSONATA", "JsonataConfiguration": {"Expression": "{% 1 %}"}},
        "InvokeConfiguration": {"TargetArn": "t", "RoleArn": "r", "SqsParameters": {"MessageGroupId": "g"}},
        "RetryPolicy": {"MaxRetryAttempts": 3, "MaxEventAgeInSeconds": 60},
        "BatchConfiguration": {"MaxBatchSize": 1, "MaxBatchWindowInSeconds": 0},
        "OnFailureConfiguration": {"Arn": "q"}, "Tags": {"k": "v"}}"#;
    let own = SubscriberDraft::of_request(request).unwrap();
    assert_eq!((own.name.as_str(), own.bus.as_str(), own.queue.as_str()), ("n", "b", "q"));
    assert_eq!((own.attempts.as_str(), own.age.as_str(), own.batch.as_str()), ("3", "60", "1"));
    assert_eq!((own.transformer, own.expression.as_str()), (TransformerType::Jsonata, "{% 1 %}"));
    assert!(own.data.contains("\"a\"") && own.parameters.contains("MessageGroupId"));
    assert!(own.rest.contains("Description") && own.rest.contains("Tags"), "{}", own.rest);
    // A configuration that has more than texts for it stays whole.
    let more = r#"{"FilterConfiguration": {"Language": "EVENT_BRIDGE_PATTERN", "Filters": []}}"#;
    assert!(SubscriberDraft::of_request(more).unwrap().rest.contains("Language"));
    assert_eq!(SubscriberDraft::of_request("[]"), None);
}

#[test]
fn korean_has_no_english_sentence() {
    let found = evaluate(&SubscriberDraft { data: r#"{"total": [500]}"#.into(), ..order() }, Lang::KO);
    let is_korean = |text: &str| text.chars().any(|own| ('가'..='힣').contains(&own));
    assert!(is_korean(&found.headline), "{}", found.headline);
    assert!(found.events[0].scopes.iter().all(|own| is_korean(&own.summary)));
    assert!(found.unverified.iter().all(|own| is_korean(own)));
}
