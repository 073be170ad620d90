//! The account and Region a rule is in, as far as the draft shows them.

use crate::reference::is_later;
use crate::{Arn, Rule, Target, TargetKind};
use serde::{Deserialize, Serialize};

/// An account and a Region; each blank where it is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Location {
    /// `aws`, `aws-cn`, `aws-us-gov`, …
    pub partition: String,
    /// `us-east-1`, …
    pub region: String,
    /// The 12 digits of the account.
    pub account: String,
}

impl Location {
    /// The place that an ARN names, without what is no Region's name and no account's number.
    #[must_use]
    pub fn of_arn(arn: &Arn<'_>) -> Self {
        let known = |is: bool, text: &str| if is { text.to_owned() } else { String::new() };
        Self {
            partition: known(!is_later(arn.partition), arn.partition),
            region: known(is_region(arn.region), arn.region),
            account: known(is_account(arn), arn.account),
        }
    }

    /// Where a rule is: as its own ARN says, else its bus, its dead-letter queues and roles, else its targets.
    ///
    /// A bus that is a target says nothing: events go to buses of other accounts and Regions. A role has no Region.
    #[must_use]
    pub fn of(rule: &Rule, targets: &[Target]) -> Self {
        let mut place = rule.location.clone();
        let queues = targets.iter().map(|target| &target.dead_letter_arn);
        let roles = std::iter::once(&rule.role_arn).chain(targets.iter().map(|target| &target.role_arn));
        let is_bus = |target: &&Target| target.kind() == Some(TargetKind::EventBus);
        let others = targets.iter().filter(|target| !is_bus(target)).map(|target| &target.arn);
        let texts = std::iter::once(&rule.event_bus).chain(queues).chain(roles).chain(others);
        for arn in texts.filter_map(|text| Arn::parse(text)) {
            place.fill(Self::of_arn(&arn));
        }
        place
    }

    /// Whether nothing is known of it.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.region.is_empty() && self.account.is_empty()
    }

    /// Whether an ARN is of another account than this one; `false` where either is not known.
    #[must_use]
    pub fn is_other_account(&self, arn: &Arn<'_>) -> bool {
        !self.account.is_empty() && is_account(arn) && arn.account != self.account
    }

    /// Whether an ARN is of another Region than this one; `false` where either is not known.
    #[must_use]
    pub fn is_other_region(&self, arn: &Arn<'_>) -> bool {
        !self.region.is_empty() && is_region(arn.region) && arn.region != self.region
    }

    /// The partition, or that of the Region where it is not known.
    #[must_use]
    pub fn partition(&self) -> &str {
        match self.partition.as_str() {
            "" if self.region.starts_with("cn-") => "aws-cn",
            "" if self.region.starts_with("us-gov-") => "aws-us-gov",
            "" => "aws",
            known => known,
        }
    }

    /// What is not known yet, from a place that is less sure.
    fn fill(&mut self, other: Self) {
        let parts = [
            (&mut self.partition, other.partition),
            (&mut self.region, other.region),
            (&mut self.account, other.account),
        ];
        for (own, other) in parts {
            if own.is_empty() {
                *own = other;
            }
        }
    }
}

/// Whether the account is a number: one that is known only at deploy time says nothing yet.
fn is_account(arn: &Arn<'_>) -> bool {
    arn.has_account() && !is_later(arn.account)
}

/// Whether a text may be a Region's name.
pub fn is_region(text: &str) -> bool {
    text.contains('-') && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(arn: &str, role: &str, queue: &str) -> Target {
        Target { arn: arn.into(), role_arn: role.into(), dead_letter_arn: queue.into(), ..Target::default() }
    }

    fn of(arn: &str, bus: &str, targets: &[Target]) -> (String, String) {
        let location = Arn::parse(arn).map(|arn| Location::of_arn(&arn)).unwrap_or_default();
        let rule = Rule { event_bus: bus.into(), location, ..Rule::default() };
        let found = Location::of(&rule, targets);
        (found.region, found.account)
    }

    #[test]
    fn the_rule_comes_before_its_bus_its_queues_and_roles_and_its_targets() {
        let own = "arn:aws:events:ap-northeast-2:111122223333:rule/r";
        let bus = "arn:aws:events:eu-west-1:222233334444:event-bus/orders";
        let queue = "arn:aws:sqs:eu-west-2:333344445555:dlq";
        let role = "arn:aws:iam::444455556666:role/r";
        let function = "arn:aws:lambda:eu-west-3:555566667777:function:f";
        let hub = "arn:aws:events:us-east-1:999988887777:event-bus/hub";
        let pair = |region: &str, account: &str| (region.to_owned(), account.to_owned());
        let all = [target(hub, role, ""), target(function, "", queue)];
        assert_eq!(of(own, bus, &all), pair("ap-northeast-2", "111122223333"));
        assert_eq!(of("", bus, &all), pair("eu-west-1", "222233334444"));
        assert_eq!(of("", "orders", &all), pair("eu-west-2", "333344445555"));
        assert_eq!(
            of("", "", &[target(hub, role, ""), target(function, "", "")]),
            pair("eu-west-3", "444455556666")
        );
        assert_eq!(
            of("", "", &[target(hub, "", ""), target(function, "", "")]),
            pair("eu-west-3", "555566667777")
        );
        assert_eq!(of("", "", &[target(hub, role, "")]), pair("", "444455556666"));
        assert_eq!(of("", "", &[target(hub, "", "")]), pair("", ""));
    }

    #[test]
    fn what_is_no_region_and_no_account_is_not_taken() {
        assert_eq!(of("arn:aws:events:${AWS::Region}:1:rule/r", "", &[]), (String::new(), String::new()));
        assert_eq!(
            of("", "", &[target("arn:aws:ssm:us-east-1::document/AWS-RunShellScript", "", "")]),
            ("us-east-1".to_owned(), String::new())
        );
    }

    #[test]
    fn another_place_is_known_only_where_both_are() {
        let here =
            Location { region: "us-east-1".into(), account: "111122223333".into(), ..Location::default() };
        let arn = |text: &'static str| Arn::parse(text).unwrap();
        let there = arn("arn:aws:sqs:eu-west-1:222233334444:q");
        assert!(here.is_other_account(&there) && here.is_other_region(&there));
        let open = arn("arn:aws:ssm:us-east-1::document/D");
        assert!(!here.is_other_account(&open) && !here.is_other_region(&open));
        assert!(
            !Location::default().is_other_account(&there) && !Location::default().is_other_region(&there)
        );
        assert_eq!(Location { region: "cn-north-1".into(), ..Location::default() }.partition(), "aws-cn");
    }
}
