//! What is wrong with a call, in English.

use super::listed;
use crate::changes::RuleChange;
use crate::message::CallMessage;
use rulepad_rule::State;

pub(super) fn call(message: &CallMessage) -> String {
    let fixed = match message {
        CallMessage::Argument(option) => {
            return format!("the value of `{option}` is neither JSON nor AWS CLI shorthand; it is skipped");
        }
        CallMessage::ChangeElsewhere { change, rule } => {
            let does = changes(*change, rule);
            return format!("this call {does}; no earlier call makes that rule, so nothing changes");
        }
        CallMessage::ChangePerhaps { change, rule } => {
            let does = changes(*change, rule);
            return format!("this call {does}; whether it runs is not known here, so nothing changes");
        }
        CallMessage::Deleted { rule } => {
            return format!("this call deletes the rule `{rule}`, which is listed as it was before");
        }
        CallMessage::TargetsRemoved { rule, ids } if ids.is_empty() => {
            return format!("this call removes targets of the rule `{rule}`; which ones is not known here");
        }
        CallMessage::TargetsRemoved { rule, ids } => {
            return format!("this call removes targets of the rule `{rule}`: {}", listed(ids));
        }
        CallMessage::TrailOther(call) => {
            return format!("this is a record of `{call}`, which makes no rule");
        }
        CallMessage::TrailFailed(code) => {
            return format!("AWS refused this call with `{code}`: nothing was made");
        }
        CallMessage::JsonInShorthand => "AWS CLI shorthand takes no JSON object as a value: the call fails",
        CallMessage::Makefile => {
            "this is a Makefile: `$$` is read as the `$` of the shell, and variables of `make` are not known here"
        }
        CallMessage::NotLiteral => "the arguments of this call are not literals, so it is not read",
        CallMessage::Budget => "from here on, reading the calls of this program takes too much work",
        CallMessage::Sends => "this call sends events or messages; it makes no rule",
        CallMessage::Deploys => "this call deploys a template; the rules are in the template",
        CallMessage::NoRule => "no call of the script makes a rule or a filter",
        CallMessage::TrailHidden => "CloudTrail does not record this value",
    };
    fixed.to_owned()
}

/// What a call does to a rule.
fn changes(change: RuleChange, rule: &str) -> String {
    match change {
        RuleChange::Switch(State::Disabled) => format!("disables the rule `{rule}`"),
        RuleChange::Switch(_) => format!("enables the rule `{rule}`"),
        RuleChange::Delete => format!("deletes the rule `{rule}`"),
        RuleChange::RemoveTargets => format!("removes targets of the rule `{rule}`"),
    }
}
