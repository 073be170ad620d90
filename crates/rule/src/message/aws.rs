//! What AWS says of a rule's targets, as data and word for word.

use rulepad_document::{Lang, Words};

/// A sentence of PutTargets. An id or an ARN is the target's.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "`sentence` has the words of each")]
pub enum AwsSentence {
    DuplicateId { id: String },
    RoleRequired { arn: String },
    RoleNotSupported { arn: String },
    TooManyTargets,
    InputNotJson { id: String },
    ParametersRequired { property: &'static str, id: String },
    ArraySize,
    RetryAttempts,
    TaskCount { id: String },
    ListSize { name: String, least: usize, most: usize },
    NetworkRequired { id: String },
    NotOnEc2 { name: &'static str, id: String },
}

impl AwsSentence {
    /// AWS's words.
    #[must_use]
    pub fn sentence(&self) -> String {
        let fixed = match self {
            Self::DuplicateId { id } => {
                return format!(
                    "Parameter targets is not valid. Reason: More than one target with Id '{id}' is provided."
                );
            }
            Self::RoleRequired { arn } => return format!("RoleArn is required for target {arn}."),
            Self::RoleNotSupported { arn } => return format!("RoleArn is not supported for target {arn}."),
            Self::InputNotJson { id } => return format!("Input for target {id} is not a valid JSON text."),
            Self::ParametersRequired { property, id } => {
                return format!("Parameter(s) {property} must be specified for target: {id}.");
            }
            Self::TaskCount { id } => return format!("Parameter(s) TaskCount not valid for target: {id}."),
            Self::ListSize { name, least, most } => {
                return format!(
                    "Parameter {name} is not valid. Reason: size must be in between {least} and {most}."
                );
            }
            Self::NetworkRequired { id } => {
                return format!(
                    "Parameter NetworkConfiguration must be specified for target {id} when launch type is FARGATE."
                );
            }
            Self::NotOnEc2 { name, id } => {
                return format!("Parameter {name} for target {id} is not supported when launch type is EC2.");
            }
            Self::TooManyTargets => {
                "LimitExceededException: The requested resource exceeds the maximum number allowed."
            }
            Self::ArraySize => {
                "Parameter ArrayProperties is not valid. Reason: Size must be in between 2 and 10000."
            }
            Self::RetryAttempts => {
                "Parameter RetryStrategy is not valid. Reason: Attempts must be in between 1 and 10."
            }
        };
        fixed.to_owned()
    }
}

impl Words for AwsSentence {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.sentence(),
            Lang::Ko(_) => crate::words_ko::gloss(self),
        }
    }
}
