//! Comments and descriptions that several formats write into their files.

use crate::message::Shared;

/// What a value that is known only at deploy time is.
pub(crate) fn described(expression: &str, language: &str) -> String {
    format!("the value of `{expression}` in {language}")
}

/// Beside a resource that sets the whole policy of another.
pub(crate) fn sets_policy(shared: Shared) -> String {
    let name = match shared {
        Shared::Topic => "topic",
        Shared::Queue => "queue",
        Shared::DeadLetterQueue => "dead-letter queue",
    };
    format!(
        "This sets the whole policy of the {name}: statements that others have in it are removed. Add those to keep."
    )
}
