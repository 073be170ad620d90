//! Universal targets: an action of an AWS service, `arn:aws:events:::aws-sdk:SERVICE:action` (EventBridge user guide,
//! universal targets of a custom event bus, checked 2026-11-29).

use super::Arn;

/// The service and the action of a universal target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Action<'t> {
    /// The service, as the SDK for Java names it.
    pub(super) service: &'t str,
    /// The action.
    pub(super) name: &'t str,
}

/// What is wrong with an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BadAction {
    /// It has other characters than letters and digits.
    Characters,
    /// Its first letter is upper case.
    Case,
    /// It only reads, which AWS does not take.
    Reads,
    /// AWS does not take it: publishing would make a loop.
    Blocked,
}

impl<'t> Action<'t> {
    pub(super) fn of(arn: &Arn<'t>) -> Option<Self> {
        let (service, name) = arn.resource.strip_prefix("aws-sdk:")?.split_once(':')?;
        Some(Self { service, name })
    }

    /// The action in the spelling that AWS takes.
    pub(super) fn respelled(&self) -> String {
        let mut words = self.name.split(['_', '-']).filter(|word| !word.is_empty());
        let mut out = String::new();
        if let Some(first) = words.next() {
            let mut chars = first.chars();
            out.extend(chars.next().into_iter().flat_map(char::to_lowercase));
            out.push_str(chars.as_str());
        }
        for word in words {
            let mut chars = word.chars();
            out.extend(chars.next().into_iter().flat_map(char::to_uppercase));
            out.push_str(chars.as_str());
        }
        out
    }

    pub(super) fn check(&self) -> Option<BadAction> {
        if !self.name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Some(BadAction::Characters);
        }
        if self.name.starts_with(|c: char| c.is_ascii_uppercase()) {
            return Some(BadAction::Case);
        }
        let reads = ["get", "list", "describe"].iter().any(|verb| {
            self.name
                .strip_prefix(verb)
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()))
        });
        if reads {
            return Some(BadAction::Reads);
        }
        let publishes =
            self.service == "eventbridge" && matches!(self.name, "putEvents" | "putPartnerEvents");
        publishes.then_some(BadAction::Blocked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actions_have_their_spelling_and_write() {
        let check = |service, name| Action { service, name }.check();
        assert_eq!(check("dynamodb", "putItem"), None);
        assert_eq!(check("dynamodb", "PutItem"), Some(BadAction::Case));
        assert_eq!(check("dynamodb", "put_item"), Some(BadAction::Characters));
        assert_eq!(check("dynamodb", "getItem"), Some(BadAction::Reads));
        assert_eq!(check("signer", "getsome"), None);
        assert_eq!(check("eventbridge", "putEvents"), Some(BadAction::Blocked));
        let respelled = |name| Action { service: "", name }.respelled();
        assert_eq!(
            (respelled("put_item"), respelled("PutItem")),
            ("putItem".to_owned(), "putItem".to_owned())
        );
    }
}
