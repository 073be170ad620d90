//! How events are delivered, in English.

use super::kind;
use crate::target::{Carries, PolicyTitle, Setting};

/// A policy of the role.
pub(crate) fn policy(title: PolicyTitle) -> &'static str {
    match title {
        PolicyTitle::Trust => "trust policy of the role",
        PolicyTitle::Permissions => "permissions of the role",
    }
}

/// A sentence about deliveries.
pub(crate) fn setting(setting: &Setting) -> String {
    match setting {
        Setting::Carries { kind: of, carries, operation, batch, window } => {
            let call =
                operation.map_or_else(|| "one call".to_owned(), |name| format!("one call of `{name}`"));
            let what = match carries {
                Carries::OneEach => "a message or record for each event",
                Carries::Array => "a JSON array with the payload of each event",
                Carries::Payload => "the payload of one event",
                Carries::Request => "the request that `Input` makes of the events",
            };
            let mut text = format!("The target is {}; {call} carries {what}", kind(*of));
            match batch {
                Some(1) | None => {}
                Some(most) => text.push_str(&format!(", for at most {most} events")),
            }
            if *window > 0 {
                text.push_str(&format!(", collected for up to {window} seconds"));
            }
            text.push('.');
            text
        }
        Setting::Retries { attempts, age, default } => {
            let by = if *default { " (AWS's default)" } else { "" };
            format!("A failed delivery is retried up to {attempts} times within {age} seconds{by}.")
        }
        Setting::Queue(arn) => {
            format!("After that a record goes to `{arn}`; it names the event and does not contain its data.")
        }
        Setting::NoQueue => "After that the event is lost: there is no queue for failures.".to_owned(),
        Setting::InOrder => {
            "Events of a group are delivered in order; one that fails holds the rest of its group.".to_owned()
        }
        Setting::Stopped => "The subscriber is stopped: it keeps a backlog and delivers nothing.".to_owned(),
    }
}
