//! What was changed or left out of a rule on the way.

use rulepad_cloudformation::StandInNote;
use rulepad_document::{Lang, Words};
use rulepad_rule::TargetKind;

/// What was changed or left out of one rule. A name is a text of the rule.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum Note {
    // The rule.
    ManagedBy(String),
    ArnLeftOut,
    SetByAws(String),
    QuotesRemoved,
    /// What is shown for a name that CloudFormation makes.
    NamedByCloudFormation(String),
    /// What is shown for a name that the Serverless Framework makes.
    NamedByFramework(String),
    /// What is shown for a name that Pulumi makes.
    NamedByPulumi(String),
    /// The start of the name that Terraform makes, and the resource.
    NamedWithPrefix {
        prefix: String,
        resource: String,
    },
    /// The resource.
    NamedByTerraform(String),
    // Values.
    StandIn(StandInNote),
    /// A condition that is taken to hold.
    ConditionAssumed(String),
    /// What is shown for a variable.
    DefaultOf {
        shown: String,
        variable: String,
    },
    DefaultsOf(Vec<String>),
    DefaultTags,
    UsesOtherFiles,
    // The event pattern.
    PatternTooMuchWork,
    PatternInFile(String),
    PatternUnknown(String),
    FieldLeftOut(String),
    // Targets.
    TargetsOnOtherBus(String),
    /// The property is none of the target's kind.
    ParametersLeftOut {
        target: String,
        property: String,
        kind: TargetKind,
    },
    RoleMadeAgain {
        target: String,
    },
    NoTargetId {
        target: String,
    },
    QueueMadeBySam(String),
    // Filters.
    OneOfFilters(usize),
    RecordsFrom(String),
    MessagesOfTopic(String),
    Function(String),
    Endpoint(String),
    PipeTarget(String),
    EnrichmentNotShown,
    PipeTemplate,
}

impl Words for Note {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => crate::words_en::note(self),
            Lang::Ko(_) => crate::words_ko::note(self),
        }
    }
}
