//! What is left to do with a file, or good to know about it.

use super::{FilterOwner, Framework, PatternAsText, RecordSource, TargetNote, ValueOf};
use rulepad_rule::TargetKind;

/// What is left to do with a file, or good to know about it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum Note {
    /// About one target.
    Target {
        id: String,
        note: TargetNote,
    },
    /// A value that the file asks for.
    FillIn {
        how: FillIn,
        value: ValueOf,
    },

    // The pattern.
    InvalidPattern,
    PatternAsText(PatternAsText),
    OrInCdk,

    // What the framework or the file leaves to a person.
    NeedsCode {
        framework: Framework,
        kind: TargetKind,
        name: String,
    },
    StateUnknownToCfnLint,
    RawCharacters(Vec<char>),

    // Filters.
    KeyOfEvent(&'static str),
    RoleMayRead {
        owner: FilterOwner,
        source: RecordSource,
    },
    PipeMayDeliver,
    SourceSettings,
    TopicMayDeliver,
    BodyIsEvent,
    PolicyIsString,

    // The event of a call of `TestEventPattern`.
    NoEvent,
    EventNotAnObject,
    EventLacks(Vec<&'static str>),
    EventNotStrings(Vec<&'static str>),
    EventWithoutResources,
}

/// How a file gets a value that it asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FillIn {
    /// A variable of Terraform.
    Variable(String),
    /// A parameter of a template.
    Parameter(String),
    /// An environment variable of a script.
    Environment(String),
    /// An environment variable of a program, or a constant in it.
    EnvironmentOrFile(String),
    /// A key in the configuration of a Pulumi stack.
    Configuration(String),
    /// A parameter of a service of Serverless.
    ServerlessParameter(String),
}

impl Note {
    /// About a target.
    pub(crate) fn of(id: &str, note: TargetNote) -> Self {
        Self::Target { id: id.to_owned(), note }
    }

    /// Changes every text in it that is of the rule.
    pub(crate) fn change(&mut self, change: &mut dyn FnMut(&mut String)) {
        match self {
            Self::Target { id, note } => {
                change(id);
                note.change(change);
            }
            Self::NeedsCode { name, .. } => change(name),
            Self::FillIn { .. }
            | Self::InvalidPattern
            | Self::PatternAsText(_)
            | Self::OrInCdk
            | Self::StateUnknownToCfnLint
            | Self::RawCharacters(_)
            | Self::KeyOfEvent(_)
            | Self::RoleMayRead { .. }
            | Self::PipeMayDeliver
            | Self::SourceSettings
            | Self::TopicMayDeliver
            | Self::BodyIsEvent
            | Self::PolicyIsString
            | Self::NoEvent
            | Self::EventNotAnObject
            | Self::EventLacks(_)
            | Self::EventNotStrings(_)
            | Self::EventWithoutResources => {}
        }
    }
}
