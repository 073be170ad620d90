//! A new target of a kind, in the place the event comes from.

use rulepad_document::Role;
use rulepad_document::json::{self, Node};
use rulepad_event::fields::is_account;
use rulepad_rule::{Target, TargetKind};

/// The Region and the account of the documentation's examples.
const ELSEWHERE: (&str, &str) = ("us-east-1", "123456789012");

/// What a new target of this kind starts with: an ARN in the event's own Region and account, a role where one is
/// needed, and the members its own property must have.
#[must_use]
pub fn sample_target(kind: TargetKind, event: &str) -> Target {
    let root = json::parse_unchecked(event, Role::Event).root;
    let text = |name: &str| root.as_ref().and_then(|root| root.get(name)).and_then(Node::as_str);
    let name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let region = text("region").filter(|region| !region.is_empty() && region.chars().all(name));
    let account = text("account").filter(|account| is_account(account));
    kind.sample(region.unwrap_or(ELSEWHERE.0), account.unwrap_or(ELSEWHERE.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn region_and_account_are_those_of_the_event() {
        let arn = |event: &str| sample_target(TargetKind::Sqs, event).arn;
        assert_eq!(
            arn(r#"{"region": "eu-west-1", "account": "111122223333"}"#),
            "arn:aws:sqs:eu-west-1:111122223333:my-queue"
        );
        for broken in ["", "[]", "{\"region\": 1, \"account\": \"12\"", r#"{"region": "a b", "account": ""}"#]
        {
            assert_eq!(arn(broken), "arn:aws:sqs:us-east-1:123456789012:my-queue", "{broken}");
        }
    }
}
