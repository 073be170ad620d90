//! What an export says beside the file about policies and places: a named constructor a sentence.

use rulepad_document::json::build::{object, string};
use rulepad_document::json::{compact, parse};
use rulepad_document::{Lang, Role, Words};
use rulepad_rule::model::arn_at;
use rulepad_rule::reference::is_later;
use rulepad_rule::{
    Arn, AttachedTo, Kind, Location, Rule, Sender, Target, policies, reaches_other_accounts, statement_id,
};

/// What is lost, and what is still to do by hand, a sentence each.
#[derive(Default)]
pub(super) struct Remarks {
    /// What is lost.
    pub losses: Vec<String>,
    /// What is to do.
    pub notes: Vec<String>,
}

/// A resource that has one policy for all who use it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shared {
    /// A topic.
    Topic,
    /// A queue.
    Queue,
    /// A queue for what cannot be delivered.
    DeadLetterQueue,
}

impl Shared {
    /// What a policy is attached to, where others have statements in it.
    pub fn of(attached_to: AttachedTo) -> Option<Self> {
        match attached_to {
            AttachedTo::Topic => Some(Self::Topic),
            AttachedTo::Queue => Some(Self::Queue),
            AttachedTo::DeadLetterQueue => Some(Self::DeadLetterQueue),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Queue => "queue",
            Self::DeadLetterQueue => "dead-letter queue",
        }
    }

    /// The comment beside a resource that sets the whole policy.
    pub fn comment(self) -> String {
        format!(
            "This sets the whole policy of the {}: statements that others have in it are removed. Add those to keep.",
            self.name()
        )
    }

    /// The loss of a file that sets the whole policy.
    pub fn replaced(self, id: &str, file: &str) -> String {
        format!(
            "Target `{id}`: the {file} sets the whole policy of the {}; statements that others have in it are removed. \
             Add those to keep, or use the AWS CLI or boto3 export, which keep them.",
            self.name()
        )
    }
}

/// What is to do where a target or its dead-letter queue is in another account or Region than the rule.
pub(super) fn of_place(rule: &Rule, target: &Target, place: &Location) -> Vec<String> {
    let mut notes = Vec::new();
    let id = &target.id;
    let arn = Arn::parse(&target.arn);
    let kind = target.kind();
    if let (Some(arn), Some(kind)) = (&arn, kind) {
        if place.is_other_region(arn) && kind != Kind::EventBus {
            notes.push(other_region(id, kind, arn, place));
        } else if place.is_other_account(arn) && !reaches_other_accounts(kind) {
            notes.push(not_reached(id, kind, arn, place));
        }
    }
    if kind.is_none() && is_later(&target.arn) {
        notes.push(no_permission(id));
    }
    if arn_is_later(&target.dead_letter_arn) {
        notes.push(no_dead_letter_policy(id));
    }
    // The statement of a dead-letter queue names the rule; a Region that is not known is any.
    let region = if place.region.is_empty() { "*".to_owned() } else { place.region.clone() };
    let rule_arn = arn_at(rule, &rule.name, &Location { region, ..place.clone() });
    let sid = statement_id(&arn_at(rule, &rule.name, place));
    let found = policies(&Sender { rule_arn: &rule_arn, sid, place }, target);
    for policy in found.iter().filter(|own| own.attached_to == AttachedTo::OtherAccount) {
        let text = parse(&policy.text, Role::Event).root.map(|node| compact(&node)).unwrap_or_default();
        notes.push(owner_adds(id, &policy.title.words(Lang::En), &text));
    }
    if let Some(queue) = Arn::parse(&target.dead_letter_arn)
        && place.is_other_region(&queue)
    {
        notes.push(dead_letters_elsewhere(id, &queue, place));
    }
    notes
}

/// Whether a text is no ARN as long as a value in it is not known.
fn arn_is_later(text: &str) -> bool {
    Arn::parse(text).is_none() && is_later(text)
}

fn no_permission(id: &str) -> String {
    format!(
        "Target `{id}`: its ARN is known only at deploy time, so nothing here lets EventBridge deliver to it. Add the \
         policy or the role that its service requires."
    )
}

fn no_dead_letter_policy(id: &str) -> String {
    format!(
        "Target `{id}`: the ARN of its dead-letter queue is known only at deploy time, so no policy is written for the \
         queue. Let EventBridge send messages to it."
    )
}

fn owner_adds(id: &str, title: &str, statement: &str) -> String {
    format!("Target `{id}`, to be added in the other account. {title}: `{statement}`.")
}

fn not_reached(id: &str, kind: Kind, arn: &Arn<'_>, place: &Location) -> String {
    format!(
        "Target `{id}`: the {} is in account {}, the rule in {}. EventBridge delivers to API Gateway, Kinesis, Lambda, \
         SNS, SQS and event buses of other accounts only.",
        kind.name(Lang::En),
        arn.account,
        place.account
    )
}

fn other_region(id: &str, kind: Kind, arn: &Arn<'_>, place: &Location) -> String {
    format!(
        "Target `{id}`: the {} is in {}, the rule in {}. EventBridge delivers to another Region only through an event \
         bus there.",
        kind.name(Lang::En),
        arn.region,
        place.region
    )
}

fn dead_letters_elsewhere(id: &str, queue: &Arn<'_>, place: &Location) -> String {
    format!(
        "Target `{id}`: the dead-letter queue is in {}, the rule in {}. It must be in the rule's Region.",
        queue.region, place.region
    )
}

/// The note of a target whose role nobody named and no file can make.
pub(super) fn add_role(id: &str, member: &str) -> String {
    format!("Target `{id}`: add `{member}`, the ARN of a role that EventBridge may assume.")
}

/// The note about invisible characters that a template in JSON has unescaped.
pub(super) fn raw_characters(names: &str) -> String {
    format!(
        "The file contains invisible characters ({names}) unescaped, because cfn-lint cannot read their escapes in JSON."
    )
}

/// The note of a REST API, whose policy no file sets.
pub(super) fn rest_api(id: &str) -> String {
    format!("Target `{id}`: the API's own resource policy must allow EventBridge.")
}

/// The `Metadata` of a resource in a template; in YAML it is written as a comment.
pub(super) fn metadata(comment: &str) -> rulepad_document::json::Node {
    object([("Comment", Some(string(comment)))])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notes(target: &Target, place: &Location) -> Vec<String> {
        of_place(&Rule { name: "r".into(), ..Rule::default() }, target, place)
    }

    #[test]
    fn the_owner_of_another_account_gets_the_statement() {
        let place =
            Location { account: "111122223333".into(), region: "eu-west-1".into(), ..Location::default() };
        let role = "arn:aws:iam::111122223333:role/r";
        let queue = Target {
            id: "q".into(),
            arn: "arn:aws:sqs:eu-west-1:999988887777:q".into(),
            role_arn: role.into(),
            dead_letter_arn: "arn:aws:sqs:eu-west-1:999988887777:dead".into(),
            ..Target::default()
        };
        let found = notes(&queue, &place);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].contains(r#""aws:PrincipalArn":"arn:aws:iam::111122223333:role/r""#), "{found:?}");
        let rule = "arn:aws:events:eu-west-1:111122223333:rule/r";
        assert!(found[1].contains(&format!(r#""aws:SourceArn":"{rule}""#)), "{found:?}");
        assert_eq!(notes(&queue, &Location::default()), [""; 0]);
    }

    #[test]
    fn what_nothing_is_granted_for_is_named() {
        let target = |arn: &str, dead: &str| Target {
            id: "q".into(),
            arn: arn.into(),
            dead_letter_arn: dead.into(),
            ..Target::default()
        };
        let found = notes(&target("${aws_sqs_queue.q.arn}", "${Dead.Arn}"), &Location::default());
        assert_eq!(found, [no_permission("q"), no_dead_letter_policy("q")]);
        let known =
            target("arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:q", "arn:aws:sqs:eu-west-1:111122223333:d");
        assert_eq!(notes(&known, &Location::default()), [""; 0]);
        assert_eq!(notes(&target("nothing", ""), &Location::default()), [""; 0]);
    }

    #[test]
    fn what_eventbridge_does_not_reach_is_named() {
        let place =
            Location { account: "111122223333".into(), region: "eu-west-1".into(), ..Location::default() };
        let target = |arn: &str| Target { id: "t".into(), arn: arn.into(), ..Target::default() };
        let one = |arn: &str| notes(&target(arn), &place).join("\n");
        assert!(
            one("arn:aws:states:eu-west-1:999988887777:stateMachine:s")
                .contains("is in account 999988887777")
        );
        assert!(one("arn:aws:sqs:us-east-1:111122223333:q").contains("only through an event bus there"));
        assert!(one("arn:aws:sqs:us-east-1:999988887777:q").contains("only through an event bus there"));
        assert_eq!(one("arn:aws:events:us-east-1:111122223333:event-bus/b"), "");
        assert!(
            one("arn:aws:events:us-east-1:999988887777:event-bus/b")
                .contains("\"Action\":\"events:PutEvents\"")
        );
    }
}
