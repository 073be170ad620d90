//! What a rule that is written back into its text loses, and what is left to do, as data.

use rulepad_cloudformation::StandInNote;
use rulepad_document::{Lang, Words};
use rulepad_export::RuleMember;

/// What the text cannot carry of a rule.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum Loss {
    /// What a new file could not carry either.
    Export(rulepad_export::Loss),

    // Templates.
    Reformatted,
    NoCommentsInJson,
    PropertiesFromFunction,
    PatternWithFunctions,
    /// A condition of the template that the file decides.
    Condition(String),
    /// A text that CloudFormation replaces and the file has as it is.
    DynamicReferenceAsText(String),
    /// A target that is not the resource the event belongs to.
    OtherTargetOfEvent {
        id: String,
        resource: String,
    },
    EventWithout(RuleMember),

    /// What of a Terraform configuration could not be changed.
    NotWritten {
        address: String,
        change: Unwritten,
    },
}

/// A change of a rule that a configuration did not take.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the words of each")]
pub enum Unwritten {
    Name,
    Description,
    Bus,
    State,
    Role,
    Schedule,
    Tags,
    Pattern,
    RemovedTarget(String),
    NewTarget(String),
    OfTarget { id: String, part: TargetPart },
}

/// A part of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the name of each")]
pub enum TargetPart {
    Id,
    Arn,
    Role,
    Input,
    DeadLetter,
    Retries,
    Parameters,
}

/// What is left to do with the text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum Note {
    /// What is left to do with a new file as well.
    Export(rulepad_export::Note),
    /// What is shown for a function of the template.
    StandIn(StandInNote),
    PermissionsOfNewTargets,
    NeedsSam,
    /// A target was removed; what only it used is still there.
    RemovedTarget(String),
}

impl From<rulepad_export::Loss> for Loss {
    fn from(loss: rulepad_export::Loss) -> Self {
        Self::Export(loss)
    }
}

impl From<rulepad_export::Note> for Note {
    fn from(note: rulepad_export::Note) -> Self {
        Self::Export(note)
    }
}

impl Words for Loss {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => crate::words_en::loss(self),
            Lang::Ko(_) => crate::words_ko::loss(self),
        }
    }
}

impl Words for Note {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => crate::words_en::note(self),
            Lang::Ko(_) => crate::words_ko::note(self),
        }
    }
}
