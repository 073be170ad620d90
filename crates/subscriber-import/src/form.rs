//! What a text with subscribers is.

use rulepad_document::Lang;
use serde::{Deserialize, Serialize};

/// What a text with subscribers is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// Requests of `CreateSubscriber` and `CreateEventSource`: Rulepad's own file.
    Requests,
    /// The answer of `DescribeSubscriber`.
    Describe,
    /// The answer of `ListSubscribers`.
    List,
    /// A CloudFormation template.
    CloudFormation,
    /// A SAM template.
    Sam,
    /// Terraform with the provider `awscc`.
    Terraform,
    /// A shell script that calls the AWS CLI.
    Script,
    /// Calls of an SDK of AWS in a program.
    Sdk,
}

impl Form {
    /// The name a person reads.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => crate::words_en::form(self),
            Lang::Ko(_) => crate::words_ko::form(self),
        }
    }
}
