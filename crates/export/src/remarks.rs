//! What is left to do for permissions and for places, target by target.

use crate::Format;
use crate::message::{FileKind, Loss, Note, Shared, TargetLoss, TargetNote};
use rulepad_document::Role;
use rulepad_document::json::build::{object, string};
use rulepad_document::json::{compact, parse};
use rulepad_pattern::Dialect;
use rulepad_rule::model::arn_at;
use rulepad_rule::reference::is_later;
use rulepad_rule::{
    Arn, AttachedTo, Location, Rule, Sender, Target, TargetKind, policies, reaches_other_accounts,
    statement_id,
};

/// What is lost, and what is still to do by hand.
#[derive(Default)]
pub(super) struct Remarks {
    /// What is lost.
    pub losses: Vec<Loss>,
    /// What is to do.
    pub notes: Vec<Note>,
}

impl Shared {
    /// What a policy is attached to, where others have statements in it.
    pub(crate) fn of(attached_to: AttachedTo) -> Option<Self> {
        match attached_to {
            AttachedTo::Topic => Some(Self::Topic),
            AttachedTo::Queue => Some(Self::Queue),
            AttachedTo::DeadLetterQueue => Some(Self::DeadLetterQueue),
            _ => None,
        }
    }

    /// The comment beside a resource that sets the whole policy.
    pub(crate) fn comment(self) -> String {
        crate::formats::comments::sets_policy(self)
    }

    /// The loss of a file that sets the whole policy.
    pub(crate) fn replaced(self, id: &str, file: FileKind) -> Loss {
        Loss::of(id, TargetLoss::PolicyReplaced { file, shared: self })
    }
}

/// A pattern written for one service and exported to another meets other things there.
pub(super) fn other_dialect(format: Format, written: Dialect) -> Option<Loss> {
    let (is_read, read) = match format {
        Format::LambdaFilter | Format::PipesFilter => {
            (!matches!(written, Dialect::SnsAttributes | Dialect::SnsBody), Dialect::Pipes)
        }
        Format::SnsFilter => {
            (!matches!(written, Dialect::Pipes | Dialect::EventSourceMapping), Dialect::SnsBody)
        }
        Format::RuleJson
        | Format::AwsCli
        | Format::Boto3
        | Format::CloudFormationYaml
        | Format::CloudFormationJson
        | Format::Sam
        | Format::Serverless
        | Format::CdkTypescript
        | Format::CdkPython
        | Format::Terraform
        | Format::Pulumi
        | Format::TestEventPattern => (written.has_envelope(), Dialect::Rule),
    };
    (!is_read).then_some(Loss::OtherDialect { written, read })
}

/// What is to do where a target or its dead-letter queue is in another account or Region than the rule.
pub(super) fn of_place(rule: &Rule, target: &Target, place: &Location) -> Vec<Note> {
    let mut notes = Vec::new();
    let arn = Arn::parse(&target.arn);
    let kind = target.kind();
    if let (Some(arn), Some(kind)) = (&arn, kind) {
        if place.is_other_region(arn) && kind != TargetKind::EventBus {
            notes.push(TargetNote::OtherRegion {
                kind,
                region: arn.region.to_owned(),
                of_rule: place.region.clone(),
            });
        } else if place.is_other_account(arn) && !reaches_other_accounts(kind) {
            notes.push(TargetNote::OtherAccount {
                kind,
                account: arn.account.to_owned(),
                of_rule: place.account.clone(),
            });
        }
    }
    if kind.is_none() && is_later(&target.arn) {
        notes.push(TargetNote::ArnAtDeployTime);
    }
    if arn_is_later(&target.dead_letter_arn) {
        notes.push(TargetNote::DeadLetterArnAtDeployTime);
    }
    // The statement of a dead-letter queue names the rule; a Region that is not known is any.
    let region = if place.region.is_empty() { "*".to_owned() } else { place.region.clone() };
    let rule_arn = arn_at(rule, &rule.name, &Location { region, ..place.clone() });
    let sid = statement_id(&arn_at(rule, &rule.name, place));
    let found = policies(&Sender { rule_arn: &rule_arn, sid, place }, target);
    for policy in found.into_iter().filter(|own| own.attached_to == AttachedTo::OtherAccount) {
        let text = parse(&policy.text, Role::Event).root.map(|node| compact(&node)).unwrap_or_default();
        notes.push(TargetNote::OwnerAdds { title: policy.title, statement: text });
    }
    if let Some(queue) = Arn::parse(&target.dead_letter_arn)
        && place.is_other_region(&queue)
    {
        notes.push(TargetNote::DeadLetterInOtherRegion {
            region: queue.region.to_owned(),
            of_rule: place.region.clone(),
        });
    }
    if kind == Some(TargetKind::Sqs) && target.arn.ends_with(".fifo") {
        notes.push(TargetNote::FifoDeduplication);
    }
    notes.into_iter().map(|note| Note::of(&target.id, note)).collect()
}

/// Whether a text is no ARN as long as a value in it is not known.
fn arn_is_later(text: &str) -> bool {
    Arn::parse(text).is_none() && is_later(text)
}

/// The `Metadata` of a resource in a template; in YAML it is written as a comment.
pub(super) fn metadata(comment: &str) -> rulepad_document::json::Node {
    object([("Comment", Some(string(comment)))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_document::{Lang, Words};

    fn notes(target: &Target, place: &Location) -> Vec<String> {
        let notes = of_place(&Rule { name: "r".into(), ..Rule::default() }, target, place);
        notes.iter().map(|note| note.words(Lang::En)).collect()
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
        assert!(
            found.len() == 2
                && found[0].contains("its ARN is known only at deploy time")
                && found[1].contains("no policy is written for the queue"),
            "{found:?}"
        );
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
