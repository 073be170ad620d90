use super::*;
use crate::{Verdict, evaluate, examples};

fn draft(pattern: &str, event: &str) -> Draft {
    Draft { pattern: pattern.into(), event: event.into(), ..Draft::default() }
}

const EVENT: &str = r#"{"source": "aws.ec2", "detail-type": "t", "detail": {"n": 4.0}}"#;

/// The verdicts on the rule as it is and on its copy.
fn verdicts(pattern: &str) -> (Verdict, Verdict) {
    let there = draft(pattern, EVENT);
    let copy = trial(&there, Lang::En).unwrap().copy;
    (evaluate(&there, Lang::En).verdict, evaluate(&copy, Lang::En).verdict)
}

#[test]
fn every_condition_on_a_reserved_source_finds_in_the_copy_what_it_found() {
    for matching in [
        r#"{"source": ["aws.ec2"]}"#,
        r#"{"source": [{"prefix": "aw"}]}"#,
        r#"{"source": [{"prefix": {"equals-ignore-case": "AWS."}}]}"#,
        r#"{"source": [{"equals-ignore-case": "AWS.EC2"}]}"#,
        r#"{"source": [{"suffix": ".ec2"}]}"#,
        r#"{"source": [{"suffix": {"equals-ignore-case": ".EC2"}}]}"#,
        r#"{"source": [{"wildcard": "*.ec2"}, {"wildcard": "aws.*"}]}"#,
        r#"{"source": [{"anything-but": ["aws.s3", "x"]}]}"#,
        r#"{"source": [{"anything-but": {"prefix": "aws.s"}}]}"#,
        r#"{"source": [{"anything-but": {"suffix": "s3"}}]}"#,
        r#"{"source": [{"exists": true}]}"#,
        r#"{"$or": [{"source": ["x"]}, {"$or": [{"source": ["aws.\u0065c2"]}, {"id": ["1"]}]}]}"#,
        r#"{"detail": {"n": [4]}}"#,
    ] {
        assert_eq!(verdicts(matching), (Verdict::Match, Verdict::Match), "{matching}");
    }
    for failing in [
        r#"{"source": ["aws.s3"]}"#,
        r#"{"source": [{"anything-but": "aws.ec2"}]}"#,
        r#"{"source": [{"anything-but": {"prefix": "aws."}}]}"#,
        r#"{"source": [{"anything-but": {"wildcard": "*2"}}]}"#,
    ] {
        assert_eq!(verdicts(failing), (Verdict::NoMatch, Verdict::NoMatch), "{failing}");
    }
}

#[test]
fn a_condition_that_another_source_would_change_is_not_tried() {
    // Ends in the text that would be put before the source.
    let odd = draft(r#"{"source": [{"suffix": ".aws.ec2"}]}"#, EVENT);
    let reason = trial(&odd, Lang::En).unwrap_err();
    assert!(reason.contains("only `test-event-pattern`"), "{reason}");
}

#[test]
fn sources_elsewhere_stay_as_they_are() {
    let there = draft(r#"{"detail": {"source": ["aws.ec2"]}, "source": [ "aws.ec2" ]}"#, EVENT);
    let copy = trial(&there, Lang::En).unwrap().copy;
    assert_eq!(copy.pattern, r#"{"detail": {"source": ["aws.ec2"]}, "source": [ "rulepad.aws.ec2" ]}"#);
    assert_eq!(copy.event, r#"{"source": "rulepad.aws.ec2", "detail-type": "t", "detail": {"n": 4.0}}"#);
}

#[test]
fn a_source_of_ones_own_is_sent_as_it_is() {
    let there = draft(r#"{"source": ["shop"]}"#, r#"{"source": "shop", "detail-type": "t", "detail": {}}"#);
    let found = trial(&there, Lang::En).unwrap();
    assert!(!found.reserved && found.notes.len() == 1, "{:?}", found.notes);
    assert_eq!((&found.copy.pattern, &found.copy.event), (&there.pattern, &there.event));
    assert_eq!(found.copy.rule.name, "rule-try");
}

#[test]
fn calls_carry_what_was_typed() {
    let mut there = draft(r#"{"source": ["aws.ec2"], "detail": {"n": [4.0]}}"#, EVENT);
    there.rule.name = "é".repeat(80);
    there.rule.state = State::Disabled;
    there.targets = vec![rulepad_rule::Target {
        id: "q".into(),
        arn: "arn:aws:sqs:us-east-1:123456789012:q".into(),
        ..rulepad_rule::Target::default()
    }];
    let found = trial(&there, Lang::En).unwrap();
    let operations: Vec<Operation> = found.calls.iter().map(|call| call.operation).collect();
    assert_eq!(
        operations,
        [Operation::TestEventPattern, Operation::PutRule, Operation::PutTargets, Operation::PutEvents]
    );
    let field = |at: usize, key: &str| {
        let body = parse(&found.calls[at].body, Role::Event).root.unwrap();
        body.get(key).and_then(Node::as_str).map(str::to_owned)
    };
    assert_eq!(field(0, "Event").as_deref(), Some(EVENT));
    assert_eq!(field(0, "EventPattern").as_deref(), Some(there.pattern.as_str()));
    assert_eq!(field(1, "Name").unwrap().chars().count(), 64);
    assert_eq!(field(1, "State").as_deref(), Some("ENABLED"));
    assert!(field(1, "EventPattern").unwrap().contains("[4.0]"));
    assert_eq!(field(2, "Rule"), field(1, "Name"));
    assert!(found.calls[3].body.contains(r#""Source":"rulepad.aws.ec2""#), "{}", found.calls[3].body);
    assert!(found.notes.iter().any(|note| note.contains("disabled")));
}

#[test]
fn what_a_sender_cannot_say_is_told() {
    let asks = r#"{"$or": [{"account": ["1"]}, {"region": ["x"]}]}"#;
    let notes = trial(&draft(asks, r#"{"source": "a"}"#), Lang::En).unwrap().notes.join(" ");
    for part in ["sets `account` and `region` of every event itself", "no `detail-type`", "no `detail`"] {
        assert!(notes.contains(part), "{part} in {notes}");
    }
}

#[test]
fn without_pattern_or_event_there_is_nothing_to_try() {
    assert!(trial(&draft("{", "{}"), Lang::En).unwrap_err().contains("event pattern"));
    for event in ["", "[]", "{", "1"] {
        assert!(
            trial(&draft(r#"{"a": ["b"]}"#, event), Lang::En).unwrap_err().contains("no event"),
            "{event}"
        );
    }
}

#[test]
fn every_example_that_matches_is_tried_to_the_same_verdict() {
    let mut tried = 0;
    for example in examples() {
        let Ok(found) = trial(&example.draft, Lang::En) else { continue };
        assert_eq!(
            evaluate(&found.copy, Lang::En).verdict,
            evaluate(&example.draft, Lang::En).verdict,
            "{}",
            example.id
        );
        assert_eq!(found, trial(&example.draft, Lang::En).unwrap());
        tried += 1;
    }
    assert!(tried > 3);
}

#[test]
fn answers_are_told_in_words() {
    use Operation::{PutEvents, PutRule, PutTargets, TestEventPattern};
    let words = |operation, status, body: &str| {
        let answer = read_answer(operation, status, body, Lang::En);
        (answer.good, answer.words, answer.aws)
    };
    let good = |words: &str| (true, words.to_owned(), None);
    assert_eq!(
        words(TestEventPattern, 200, r#"{"Result": true}"#),
        good("It says that the pattern matches the event.")
    );
    assert_eq!(
        words(TestEventPattern, 200, r#"{"Result":false}"#),
        good("It says that the pattern does not match the event.")
    );
    assert_eq!(words(PutRule, 200, r#"{"RuleArn":"arn:x"}"#), good("The rule exists as `arn:x`."));
    assert_eq!(
        words(PutTargets, 200, r#"{"FailedEntryCount":0,"FailedEntries":[]}"#),
        good("It took every target.")
    );
    let taken = words(PutEvents, 200, r#"{"FailedEntryCount":0,"Entries":[{"EventId":"7"}]}"#);
    assert_eq!(taken, good("It took the event, with the id `7`: look at what the targets got."));
    let refused = r#"{"FailedEntryCount":1,"Entries":[{"ErrorCode":"MalformedDetail","ErrorMessage":"Detail is malformed."}]}"#;
    let said = Some("MalformedDetail: Detail is malformed.".to_owned());
    assert_eq!(words(PutEvents, 200, refused), (false, "It refuses the event.".to_owned(), said));
    let error = r#"{"__type":"com.amazonaws.events#InvalidEventPatternException","message":"Event pattern is not valid."}"#;
    let said = Some("InvalidEventPatternException: Event pattern is not valid.".to_owned());
    let (is_good, sentence, aws) = words(TestEventPattern, 400, error);
    assert_eq!((is_good, aws), (false, said));
    assert!(sentence.contains("status 400"), "{sentence}");
}

#[test]
fn strange_answers_are_no_success() {
    for body in [
        "",
        "<html>",
        "[]",
        "{}",
        "null",
        "{\"Result\": \"true\"}",
        "{\"FailedEntryCount\": \"0\"}",
        &"[".repeat(5000),
    ] {
        for operation in
            [Operation::TestEventPattern, Operation::PutRule, Operation::PutTargets, Operation::PutEvents]
        {
            for status in [200, 204, 301, 404, 500] {
                assert!(
                    !read_answer(operation, status, body, Lang::En).good,
                    "{operation:?} {status} {body}"
                );
            }
        }
    }
}
