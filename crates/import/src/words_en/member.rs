//! What is wrong with the members of a rule or a target, in English.

use crate::message::{Expected, MemberKind, MemberMessage, Owner};
use rulepad_document::words::en;
use rulepad_document::{Lang, Words};

pub(super) fn member(message: &MemberMessage) -> String {
    match message {
        MemberMessage::Type { name, expected: what, seen: found } => {
            format!("`{name}` must be {}; this is {}", expected(*what), seen(*found))
        }
        MemberMessage::Unknown { name, owner: of } => {
            format!("{} has no `{name}`; it is left out", owner(*of))
        }
        MemberMessage::State(state) => {
            format!("AWS has no state `{state}`; the rule is read as enabled")
        }
        MemberMessage::StateUnknown { source } => {
            format!("whether the rule is enabled is not known here: its state is `{source}`")
        }
        MemberMessage::Inputs { id, kept, left } => {
            format!("target `{id}` has `{kept}` and `{left}`; AWS takes one input option")
        }
        MemberMessage::TagReserved { key } => {
            format!("`{key}` cannot be a tag: AWS refuses keys that start with `aws:`")
        }
        MemberMessage::NoPattern { rule } => {
            format!("the rule `{rule}` has neither an `EventPattern` nor a `ScheduleExpression`")
        }
        MemberMessage::PatternUnknown { source } => {
            format!("the event pattern is `{source}`, whose value is not known here")
        }
        MemberMessage::PatternField { field } => {
            format!("`{field}` of the event pattern is not known here; the field is left out")
        }
        MemberMessage::PatternList { field, source } => {
            format!("the values of `{field}` are not known here: `{source}` is shown as the only one")
        }
    }
}

/// The kind of value that is expected, with its article.
pub(super) fn expected(what: Expected) -> &'static str {
    match what {
        Expected::String => "a string",
        Expected::Number => "a number",
        Expected::Bool => "`true` or `false`",
        Expected::Object => "an object",
        Expected::Map => "a map",
        Expected::List => "a list",
        Expected::ListOfObjects => "a list of objects",
    }
}

fn seen(what: MemberKind) -> String {
    match what {
        MemberKind::Json(kind) => en::a(kind).to_owned(),
        MemberKind::Terraform(kind) => kind.words(Lang::En),
    }
}

fn owner(owner: Owner) -> String {
    let fixed = match owner {
        Owner::Named(name) => return format!("`{name}`"),
        Owner::Rule => "a rule",
        Owner::Target => "a target",
        Owner::Pipe => "a pipe",
        Owner::FunctionEvent => "an event of a function",
        Owner::RuleResource => "the rule's resource",
        Owner::TargetResource => "the target's resource",
        Owner::Block => "the block",
    };
    fixed.to_owned()
}
