//! What an emulator answers, in words.

use super::Operation;
use rulepad_document::json::{Node, Value, parse};
use rulepad_document::{Lang, Role};
use serde::{Deserialize, Serialize};

/// What came of a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Whether the service did what was asked.
    pub good: bool,
    /// What it says, in a sentence.
    pub words: String,
    /// The service's own sentence, where it refuses.
    pub aws: Option<String>,
}

/// What an answer says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum AnswerSays {
    Matches,
    DoesNotMatch,
    /// The rule's ARN.
    Rule(String),
    /// The event's id.
    TookEvent(String),
    TookAll(Sent),
    /// How many entries of a call were refused, as the service writes the number.
    Refused {
        count: String,
        of: Sent,
    },
    RefusedCall {
        operation: Operation,
        status: u16,
    },
    /// What answers is no such service.
    Unknown {
        operation: Operation,
        status: u16,
    },
}

/// What a call sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sent {
    Targets,
    Events,
}

/// Reads the answer of an operation: the status of HTTP and the body, whatever it holds.
#[must_use]
pub fn read_answer(operation: Operation, status: u16, body: &str, lang: Lang) -> Answer {
    let Said { good, says, aws } = read(operation, status, body);
    Answer { good, words: words!(lang, trial::answer(&says)), aws }
}

/// An answer before it is worded.
struct Said {
    good: bool,
    says: AnswerSays,
    aws: Option<String>,
}

fn read(operation: Operation, status: u16, body: &str) -> Said {
    let parsed = parse(body, Role::Event);
    let root = parsed.valid().filter(|root| root.members().is_some());
    if !(200..300).contains(&status) {
        return refused(operation, status, root);
    }
    // PutRule answers with the rule's ARN, an empty answer is one that other services give.
    let Some(root) = root else { return unknown(operation, status) };
    match operation {
        Operation::TestEventPattern => match root.get("Result").map(|node| &node.value) {
            Some(Value::Bool(true)) => good(AnswerSays::Matches),
            Some(Value::Bool(false)) => good(AnswerSays::DoesNotMatch),
            _ => unknown(operation, status),
        },
        Operation::PutRule => match root.get("RuleArn").and_then(Node::as_str) {
            Some(arn) => good(AnswerSays::Rule(arn.to_owned())),
            None => unknown(operation, status),
        },
        Operation::PutTargets => counted(root, "FailedEntries", Sent::Targets, operation, status),
        Operation::PutEvents => counted(root, "Entries", Sent::Events, operation, status),
    }
}

/// The call succeeds even where single entries are refused: the count shows it.
fn counted(root: &Node, list: &str, of: Sent, operation: Operation, status: u16) -> Said {
    let failed = root.get("FailedEntryCount").map(|node| &node.value);
    let Some(Value::Number(failed)) = failed else { return unknown(operation, status) };
    let entries = match root.get(list).map(|node| &node.value) {
        Some(Value::Array(entries)) => entries.as_slice(),
        _ => &[],
    };
    if failed != "0" {
        let said = entries.iter().find_map(|entry| {
            let code = entry.get("ErrorCode")?.as_str()?;
            let message = entry.get("ErrorMessage").and_then(Node::as_str).unwrap_or_default();
            Some(format!("{code}: {message}"))
        });
        return bad(AnswerSays::Refused { count: failed.clone(), of }, said);
    }
    let id = entries.first().and_then(|entry| entry.get("EventId")).and_then(Node::as_str);
    match id {
        Some(id) => good(AnswerSays::TookEvent(id.to_owned())),
        None => good(AnswerSays::TookAll(of)),
    }
}

/// Errors of the JSON protocol: `__type` is a name, sometimes behind a namespace and `#`.
fn refused(operation: Operation, status: u16, root: Option<&Node>) -> Said {
    let text = |keys: [&str; 2]| keys.iter().find_map(|key| root?.get(key)?.as_str());
    let name = text(["__type", "code"]).map(|name| name.rsplit('#').next().unwrap_or(name));
    let message = text(["message", "Message"]);
    let said = match (name, message) {
        (Some(name), Some(message)) => Some(format!("{name}: {message}")),
        (one, other) => one.or(other).map(str::to_owned),
    };
    bad(AnswerSays::RefusedCall { operation, status }, said)
}

fn unknown(operation: Operation, status: u16) -> Said {
    bad(AnswerSays::Unknown { operation, status }, None)
}

fn good(says: AnswerSays) -> Said {
    Said { good: true, says, aws: None }
}

fn bad(says: AnswerSays, aws: Option<String>) -> Said {
    Said { good: false, says, aws }
}
