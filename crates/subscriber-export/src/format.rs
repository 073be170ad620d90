//! The formats a subscriber can be exported to.

use rulepad_document::Lang;
use rulepad_export::Language;
use serde::{Deserialize, Serialize};
use strum::EnumCount;

/// A format a subscriber can be exported to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumCount)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// The requests of `CreateSubscriber` and `CreateEventSource`: Rulepad's own file.
    #[default]
    SubscriberJson,
    /// A shell script of AWS CLI calls.
    AwsCli,
    /// A Python script for boto3.
    Boto3,
    /// A CloudFormation template in YAML.
    #[serde(rename = "cloudformation-yaml")]
    CloudFormationYaml,
    /// A CloudFormation template in JSON.
    #[serde(rename = "cloudformation-json")]
    CloudFormationJson,
    /// A template of the Serverless Application Model.
    Sam,
    /// A CDK app in TypeScript.
    CdkTypescript,
    /// A CDK app in Python.
    CdkPython,
    /// Terraform with the provider `awscc`.
    Terraform,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; Self::COUNT] = [
        Self::SubscriberJson,
        Self::AwsCli,
        Self::Boto3,
        Self::CloudFormationYaml,
        Self::CloudFormationJson,
        Self::Sam,
        Self::CdkTypescript,
        Self::CdkPython,
        Self::Terraform,
    ];

    /// The name a person reads.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => crate::words_en::format(self),
            Lang::Ko(_) => crate::words_ko::format(self),
        }
    }

    /// Its name in options and in files, such as `cloudformation-yaml`.
    #[must_use]
    pub const fn identifier(self) -> &'static str {
        match self {
            Self::SubscriberJson => "subscriber-json",
            Self::AwsCli => "aws-cli",
            Self::Boto3 => "boto3",
            Self::CloudFormationYaml => "cloudformation-yaml",
            Self::CloudFormationJson => "cloudformation-json",
            Self::Sam => "sam",
            Self::CdkTypescript => "cdk-typescript",
            Self::CdkPython => "cdk-python",
            Self::Terraform => "terraform",
        }
    }

    /// The language its files are in.
    #[must_use]
    pub const fn language(self) -> Language {
        match self {
            Self::SubscriberJson | Self::CloudFormationJson => Language::Json,
            Self::AwsCli => Language::Shell,
            Self::Boto3 | Self::CdkPython => Language::Python,
            Self::CloudFormationYaml | Self::Sam => Language::Yaml,
            Self::CdkTypescript => Language::Typescript,
            Self::Terraform => Language::Hcl,
        }
    }

    /// Whether CloudFormation, or a provider that has its types, takes the file: these have fewer members than the API.
    #[must_use]
    pub const fn has_resources(self) -> bool {
        match self {
            Self::SubscriberJson | Self::AwsCli | Self::Boto3 => false,
            Self::CloudFormationYaml
            | Self::CloudFormationJson
            | Self::Sam
            | Self::CdkTypescript
            | Self::CdkPython
            | Self::Terraform => true,
        }
    }

    /// The format of rules in which values that are known only at deploy time are written the same way.
    pub(crate) const fn of_rules(self) -> rulepad_export::Format {
        use rulepad_export::Format as F;
        match self {
            Self::SubscriberJson => F::RuleJson,
            Self::AwsCli => F::AwsCli,
            Self::Boto3 => F::Boto3,
            Self::CloudFormationYaml => F::CloudFormationYaml,
            Self::CloudFormationJson => F::CloudFormationJson,
            Self::Sam => F::Sam,
            Self::CdkTypescript => F::CdkTypescript,
            Self::CdkPython => F::CdkPython,
            Self::Terraform => F::Terraform,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_name_a_format_as_options_do() {
        for format in Format::ALL {
            assert_eq!(serde_json::to_value(format).unwrap(), format.identifier());
        }
    }
}
