//! Rules and the subscribers that they become.

use rulepad_subscriber_workbench::{Same, Verdict, migrated};
use rulepad_workbench::{Draft, Lang, Target, examples};

const BUS: &str = "arn:aws:events:us-east-1:123456789012:event-busv2/orders/abcdefghijklmnopqrstuvwxy";

#[test]
fn examples_deliver_the_same() {
    let mut compared = 0;
    for example in examples() {
        let found = migrated(&example.draft, BUS, Lang::En);
        for target in found.targets {
            let Some(draft) = &target.draft else {
                assert!(!target.losses.is_empty(), "{}: {target:?}", example.id);
                continue;
            };
            assert_eq!(draft.event, example.draft.event);
            assert_eq!(draft.bus, BUS);
            match target.payloads.same {
                Same::Bytes | Same::Json => compared += 1,
                Same::Different => assert!(!target.changes.is_empty(), "{}: {target:?}", example.id),
                Same::NotCompared => {}
            }
        }
    }
    assert!(compared > 0, "payloads of examples are the same");
}

#[test]
fn both_sides_are_tried_on_the_event() {
    let draft = Draft {
        event: r#"{"version": "0", "source": "aws.ec2", "detail-type": "x", "detail": {"id": 1}}"#.into(),
        pattern: r#"{"source": ["aws.ec2"]}"#.into(),
        targets: vec![Target {
            id: "queue".into(),
            arn: "arn:aws:sqs:us-east-1:123456789012:q".into(),
            ..Target::default()
        }],
        ..Draft::default()
    };
    let found = migrated(&draft, "", Lang::En);
    let target = found.targets.first().unwrap();
    assert_eq!((found.classic, target.verdict), (rulepad_workbench::Verdict::Match, Some(Verdict::Match)));
    assert_eq!(found.services, ["aws.ec2"]);
    assert!(target.payloads.classic.is_some() && target.payloads.subscriber.is_some());
    assert_eq!(target.draft.as_ref().unwrap().bus, "", "a stand-in is no bus of the person's");
}
