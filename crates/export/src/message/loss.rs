//! What a file cannot carry.

use super::{FilterOwner, Framework, RuleMember, ShownReference, TargetLoss};
use rulepad_pattern::Dialect;

/// What a file cannot carry of a rule.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum Loss {
    /// What is lost of one target.
    Target {
        id: String,
        loss: TargetLoss,
    },
    /// The pattern is written for one dialect, and read in the file as another.
    OtherDialect {
        written: Dialect,
        read: Dialect,
    },
    /// What the service has against the pattern, with the field it is about.
    Refused {
        field: Option<String>,
        message: rulepad_pattern::Message,
    },

    // Values that are known only at deploy time.
    ReferenceInRequest(ShownReference),
    ReferenceOfOtherLanguage(ShownReference),
    ReferenceToList(ShownReference),
    ReferenceInKey(String),

    // What a language cannot write.
    Nul,
    ComposedDescription,
    DynamicReference,
    PatternComments,

    // What a framework or a filter has no place for.
    TargetsLeftOut {
        owner: FilterOwner,
        ids: Vec<String>,
    },
    RuleForEachEvent {
        framework: Framework,
        rules: Vec<String>,
    },
    PlaceOfStack {
        framework: Framework,
        ids: Vec<String>,
    },
    GeneratedIds(Vec<String>),
    NoMember {
        framework: Framework,
        member: RuleMember,
        rules: Vec<String>,
    },
    PipeWithoutBus(String),
    PipeWithoutManagementEvents,
    PipeDescription,
}

impl Loss {
    /// What is lost of a target.
    pub(crate) fn of(id: &str, loss: TargetLoss) -> Self {
        Self::Target { id: id.to_owned(), loss }
    }

    /// Changes every text in it that is of the rule.
    pub(crate) fn change(&mut self, change: &mut dyn FnMut(&mut String)) {
        match self {
            Self::Target { id, loss } => {
                change(id);
                loss.change(change);
            }
            Self::ReferenceInKey(text) | Self::PipeWithoutBus(text) => change(text),
            Self::TargetsLeftOut { ids: texts, .. }
            | Self::RuleForEachEvent { rules: texts, .. }
            | Self::PlaceOfStack { ids: texts, .. }
            | Self::GeneratedIds(texts)
            | Self::NoMember { rules: texts, .. } => texts.iter_mut().for_each(change),
            Self::OtherDialect { .. }
            | Self::Refused { .. }
            | Self::ReferenceInRequest(_)
            | Self::ReferenceOfOtherLanguage(_)
            | Self::ReferenceToList(_)
            | Self::Nul
            | Self::ComposedDescription
            | Self::DynamicReference
            | Self::PatternComments
            | Self::PipeWithoutManagementEvents
            | Self::PipeDescription => {}
        }
    }
}
