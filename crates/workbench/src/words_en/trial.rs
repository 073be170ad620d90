//! Trying a rule, in English: whole sentences.

use crate::trial::{AnswerSays, NoTrial, Sent, TrialNote};
use rulepad_document::words::en;

/// Why a rule cannot be tried.
pub(crate) fn no_trial(why: &NoTrial) -> String {
    match why {
        NoTrial::NoRule => {
            "Only rules get their events from an event bus: choose `EventBridge rule` as the service that evaluates the \
             pattern."
                .to_owned()
        }
        NoTrial::PatternRefused => "AWS refuses the event pattern: fix it before you try it.".to_owned(),
        NoTrial::NoEvent => "There is no event to try the rule on: it must be one JSON object.".to_owned(),
        NoTrial::SourceMatters { reserved } => format!(
            "The event's source starts with `{reserved}`, so PutEvents refuses it, and the pattern asks for the source in a \
             way that does not survive another one: only `test-event-pattern` can try it."
        ),
    }
}

/// What to know before a rule is tried.
pub(crate) fn note(note: &TrialNote) -> String {
    match note {
        TrialNote::OtherSource { reserved, prefix } => format!(
            "PutEvents refuses sources that start with `{reserved}`: in the copy, `{prefix}` is put before every source, in \
             the pattern and the event alike."
        ),
        TrialNote::GivenFields(names) => {
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            format!(
                "PutEvents sets {} of every event itself, and the pattern asks for that: it matches only where they agree.",
                en::all_of(&names)
            )
        }
        TrialNote::Lacks { field, member } => {
            format!("The event has no `{field}`; PutEvents requires `{member}`.")
        }
        TrialNote::OtherRules => {
            "Every other rule of the bus that matches the event gets it as well, and so do its targets."
                .to_owned()
        }
        TrialNote::Enabled => {
            "The rule is disabled; the copy is enabled, or nothing would arrive.".to_owned()
        }
        TrialNote::PartnerBus => "Only the partner can send events to a partner event bus.".to_owned(),
    }
}

/// What an emulator answered.
pub(crate) fn answer(says: &AnswerSays) -> String {
    match says {
        AnswerSays::Matches => "It says that the pattern matches the event.".to_owned(),
        AnswerSays::DoesNotMatch => "It says that the pattern does not match the event.".to_owned(),
        AnswerSays::Rule(arn) => format!("The rule exists as `{arn}`."),
        AnswerSays::TookEvent(id) => {
            format!("It took the event, with the id `{id}`: look at what the targets got.")
        }
        AnswerSays::TookAll(Sent::Targets) => "It took every target.".to_owned(),
        AnswerSays::TookAll(Sent::Events) => "It took every event.".to_owned(),
        AnswerSays::Refused { count, of: Sent::Targets } if count == "1" => {
            "It refuses the target.".to_owned()
        }
        AnswerSays::Refused { count, of: Sent::Targets } => format!("It refuses {count} targets."),
        AnswerSays::Refused { count, of: Sent::Events } if count == "1" => "It refuses the event.".to_owned(),
        AnswerSays::Refused { count, of: Sent::Events } => format!("It refuses {count} events."),
        AnswerSays::RefusedCall { operation, status } => {
            format!("It refuses `{}` with the status {status}.", operation.name())
        }
        AnswerSays::Unknown { operation, status } => format!(
            "Something answers with the status {status}, but not as `{}` of EventBridge does: is this address an emulator \
             of AWS?",
            operation.name()
        ),
    }
}
