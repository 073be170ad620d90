//! The parts of scripts that change what others may have changed before: policies, permissions and roles. Each part
//! can be run again, and completes what a run before it did not.

use strum::EnumCount;

/// Python: policies as data, for both kinds of script.
pub const POLICIES: &str = include_str!("policies.py");

/// Python: the same for a shell, a task a call.
pub(crate) const POLICIES_CLI: &str = include_str!("policies_cli.py");

/// Python: the call that adds the targets.
pub(crate) const PUT_TARGETS: &str = include_str!("targets.py");

/// What a script has a function for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumCount)]
pub enum ScriptStep {
    /// Lets the rule invoke a function.
    Function,
    /// Lets the rule publish to a topic.
    Topic,
    /// Lets the rule send to a queue.
    Queue,
    /// Makes a role.
    Role,
}

impl ScriptStep {
    /// Every step, in the order of their functions in a script.
    pub const ALL: [Self; Self::COUNT] = [Self::Function, Self::Topic, Self::Queue, Self::Role];

    /// Its function in a shell script.
    #[must_use]
    pub fn shell(self) -> &'static str {
        match self {
            Self::Function => include_str!("function.sh"),
            Self::Topic => include_str!("topic.sh"),
            Self::Queue => include_str!("queue.sh"),
            Self::Role => include_str!("role.sh"),
        }
    }

    /// The function of a shell script that takes it back; a permission is one call.
    #[must_use]
    pub fn undone(self) -> &'static str {
        match self {
            Self::Function => "",
            Self::Topic => include_str!("drop_topic.sh"),
            Self::Queue => include_str!("drop_queue.sh"),
            Self::Role => include_str!("drop_role.sh"),
        }
    }

    /// Its function in a Python program.
    #[must_use]
    pub fn python(self) -> &'static str {
        match self {
            Self::Function => include_str!("function.py"),
            Self::Topic => include_str!("topic.py"),
            Self::Queue => include_str!("queue.py"),
            Self::Role => include_str!("role.py"),
        }
    }
}
