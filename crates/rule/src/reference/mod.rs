//! A value that only the text a rule was read from knows, and what is shown instead of it.

mod hole;
mod known;
pub mod mark;
mod texts;

pub use hole::{is_later, known_length, named_in, plain, split_once};
pub use known::{Known, KnownPiece};
pub use texts::{in_node, in_rule, in_target, used_in};

use serde::{Deserialize, Serialize};

/// A value that the template or the configuration of a rule refers to, such as the ARN of a topic that it creates.
///
/// The texts of a draft have [`shown`](Self::shown) in its place, alone or between other text. A `${…}` that no
/// reference shows is literal text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// What the texts of the draft have instead of the value: `${` and `}` around a name.
    pub shown: String,
    /// The language that the expression is written in.
    pub language: ReferenceLanguage,
    /// The expression: as written in Terraform, as compact JSON of the function in CloudFormation.
    pub source: String,
    /// What it may be in an event pattern.
    #[serde(default, skip_serializing_if = "ReferenceValue::is_any")]
    pub value: ReferenceValue,
}

/// What the value of a reference may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReferenceValue {
    /// One value, or a list.
    #[default]
    Any,
    /// One value.
    One,
    /// A list: the event pattern shows it as the only value of one.
    List,
}

impl ReferenceValue {
    fn is_any(&self) -> bool {
        *self == Self::Any
    }
}

/// The language of a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReferenceLanguage {
    /// A function of CloudFormation or SAM.
    CloudFormation,
    /// An expression of Terraform.
    Terraform,
    /// A variable of the Serverless Framework.
    Serverless,
    /// An interpolation of Pulumi's YAML.
    Pulumi,
    /// A variable, or the output of a command, of a shell script.
    Shell,
    /// An expression of a program.
    Program,
}

impl ReferenceLanguage {
    /// The name a person reads.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::CloudFormation => "CloudFormation",
            Self::Terraform => "Terraform",
            Self::Serverless => "Serverless",
            Self::Pulumi => "Pulumi",
            Self::Shell => "Shell",
            Self::Program => "Program",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_name_the_language_in_lower_case() {
        for language in [
            ReferenceLanguage::CloudFormation,
            ReferenceLanguage::Terraform,
            ReferenceLanguage::Serverless,
            ReferenceLanguage::Pulumi,
            ReferenceLanguage::Shell,
            ReferenceLanguage::Program,
        ] {
            assert_eq!(serde_json::to_value(language).unwrap(), language.name().to_lowercase());
        }
    }
}
