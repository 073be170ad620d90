//! What is said of one target.

use super::{FileKind, Framework, Program, Shared};
use rulepad_rule::{PolicyTitle, TargetKind};

/// What a file cannot carry of a target.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum TargetLoss {
    /// The file sets the whole policy of a resource that others use.
    PolicyReplaced {
        file: FileKind,
        shared: Shared,
    },
    NameOfFunction,
    PrototypeKey(Program),
    NoArgument(String),
    Composed,
    NameOfOwnRule(String),
    OwnRole(String),

    // Filters.
    KindNotOfPipes(TargetKind),
    PipeRetries,
    ListOfRecords,
    PlaceholderInConstant(String),
    /// A variable of the rule's template, and what the pipe's has for it.
    Variable {
        rule: String,
        pipe: String,
        gives: PipeVariable,
    },
    RecordUnchanged,
    SnsEnvelope,
}

/// What a placeholder of a pipe's template gives that was written for a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum PipeVariable {
    PipeArn,
    PipeName,
    EventWithDetail,
    Unknown,
}

/// What is left to do for a target.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum TargetNote {
    // Permissions.
    ArnAtDeployTime,
    DeadLetterArnAtDeployTime,
    /// A statement that the owner of another account adds.
    OwnerAdds {
        title: PolicyTitle,
        statement: String,
    },
    AddRole(MissingRole),
    RoleOrApiPolicy,
    ApiPolicy,
    ResourcePolicy(TargetKind),
    LogsForEveryRule,

    // Places.
    OtherAccount {
        kind: TargetKind,
        account: String,
        of_rule: String,
    },
    OtherRegion {
        kind: TargetKind,
        region: String,
        of_rule: String,
    },
    DeadLetterInOtherRegion {
        region: String,
        of_rule: String,
    },

    // Settings.
    AddParameters(&'static str),
    FifoDeduplication,
    RetryPolicyInvalid,
    ParametersInvalid(&'static str),
    PathsInvalid,
    Respelled(Respells),

    // Frameworks and filters.
    NotAnEvent {
        framework: Framework,
        why: NotAnEvent,
    },
    PipeMakesEvent,
    PipeTemplate,
}

/// What a role that is missing is called where it is to be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingRole {
    /// `RoleArn`, AWS's name.
    Member,
    /// `role_arn`, the provider's name.
    Argument,
}

/// What may spell a number in another way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the name says it")]
pub enum Respells {
    CloudFormation,
    JavaScript,
}

/// Why a target is no event of a framework.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum NotAnEvent {
    // The rule.
    Schedule,
    Tags,
    PatternAsText,
    NoSuchState,
    UnusualFields,
    VariableInDescription,

    // The target.
    NameAtDeployTime,
    VersionOrAlias,
    OtherPlace,
    ConstantNotAnObject,
    VariableInPath,
    VariableInTemplate,
    VariableInPaths,
    ArnWithoutPlace,
    SimilarName,
}

impl TargetLoss {
    pub(super) fn change(&mut self, change: &mut dyn FnMut(&mut String)) {
        match self {
            Self::NoArgument(text)
            | Self::NameOfOwnRule(text)
            | Self::OwnRole(text)
            | Self::PlaceholderInConstant(text) => change(text),
            Self::Variable { rule, pipe, .. } => {
                change(rule);
                change(pipe);
            }
            Self::PolicyReplaced { .. }
            | Self::NameOfFunction
            | Self::PrototypeKey(_)
            | Self::Composed
            | Self::KindNotOfPipes(_)
            | Self::PipeRetries
            | Self::ListOfRecords
            | Self::RecordUnchanged
            | Self::SnsEnvelope => {}
        }
    }
}

impl TargetNote {
    pub(super) fn change(&mut self, change: &mut dyn FnMut(&mut String)) {
        match self {
            Self::OwnerAdds { statement, .. } => change(statement),
            Self::OtherAccount { account: one, of_rule: other, .. }
            | Self::OtherRegion { region: one, of_rule: other, .. }
            | Self::DeadLetterInOtherRegion { region: one, of_rule: other } => {
                change(one);
                change(other);
            }
            Self::ArnAtDeployTime
            | Self::DeadLetterArnAtDeployTime
            | Self::AddRole(_)
            | Self::RoleOrApiPolicy
            | Self::ApiPolicy
            | Self::ResourcePolicy(_)
            | Self::LogsForEveryRule
            | Self::AddParameters(_)
            | Self::FifoDeduplication
            | Self::RetryPolicyInvalid
            | Self::ParametersInvalid(_)
            | Self::PathsInvalid
            | Self::Respelled(_)
            | Self::NotAnEvent { .. }
            | Self::PipeMakesEvent
            | Self::PipeTemplate => {}
        }
    }
}
