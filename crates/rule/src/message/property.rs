//! What can be wrong with the rule's properties, and with those that every target may have.

use crate::TargetKind;

/// What is wrong with a property of the rule, or with one that every target may have.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum PropertyMessage {
    // The rule. A length is in characters.
    RuleNameMissing,
    RuleNameTooLong(usize),
    RuleNameCharacter(char),
    BusTooLong(usize),
    BusShape,
    BusCharacter(char),
    DescriptionTooLong(usize),
    /// Of the rule or of a target.
    RoleShape,
    /// `named` is the part of the property that is resolved at deploy time.
    KnownAtDeployTime {
        named: String,
        value: DeployTimeValue,
    },
    // A target's id, ARN and role.
    IdMissing,
    IdTooLong(usize),
    IdCharacter(char),
    IdDuplicate(String),
    ArnMissing,
    ArnTooLong(usize),
    ArnIsQueueUrl,
    ArnShape,
    ArnPlace,
    /// The ARN's service.
    ArnUnknown(String),
    RoleMissing,
    RoleAdvised,
    RoleOtherAccount(TargetKind),
    RoleNotUsed(TargetKind),
    RoleRefused,
    // A target's input option.
    InputNotPassed(TargetKind),
    InputCrossAccount,
    /// AWS's name of the option.
    InputLogsOption(&'static str),
    InputLogsText,
    /// A member of the payload in another spelling than the one that is passed on.
    InputMember {
        key: String,
        meant: &'static str,
    },
    QuotesDelivered(QuotesReader),
    // How many targets there are.
    TooManyTargets {
        length: usize,
        most: usize,
    },
    TooManyInCall {
        length: usize,
        most: usize,
    },
    // Delivery.
    DeadLetterIsQueueUrl,
    DeadLetterShape,
    /// The ARN's service.
    DeadLetterKind(String),
    DeadLetterFifo,
    /// The rule's Region.
    DeadLetterRegion(String),
    DeadLetterPlace,
    RetryNumber(RetrySetting),
    RetryRange {
        setting: RetrySetting,
        least: u64,
        most: u64,
    },
    EndpointMethod,
    EndpointUrl,
    EndpointCharacter(char),
    EndpointTooLong {
        length: usize,
        most: usize,
    },
    EndpointNotUsed(TargetKind),
    /// So many `*` without a value.
    PathValuesMissing(usize),
}

/// What cannot be checked before the deployment resolves it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the words of each")]
pub enum DeployTimeValue {
    RuleName,
    EventBus,
    RuleRole,
    TargetId,
    TargetKind,
    TargetRole,
    DeadLetterQueue,
}

/// Who sees the quotes of a text template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotesReader {
    /// Whoever reads a message.
    Message,
    /// An HTTP endpoint.
    Endpoint,
}

/// One of the two numbers of `RetryPolicy`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetrySetting {
    /// `MaximumRetryAttempts`
    Attempts,
    /// `MaximumEventAgeInSeconds`
    Age,
}

impl RetrySetting {
    /// AWS's name of it.
    pub(crate) fn property(self) -> &'static str {
        match self {
            Self::Attempts => "MaximumRetryAttempts",
            Self::Age => "MaximumEventAgeInSeconds",
        }
    }
}
