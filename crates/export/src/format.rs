//! The formats a rule can be exported to.

use rulepad_document::Lang;
use serde::{Deserialize, Serialize};
use strum::EnumCount;

/// A format a rule can be exported to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumCount)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// The requests of `PutRule` and `PutTargets` in one JSON file.
    #[default]
    RuleJson,
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
    /// A service of the Serverless Framework.
    Serverless,
    /// A CDK app in TypeScript.
    CdkTypescript,
    /// A CDK app in Python.
    CdkPython,
    /// Terraform.
    Terraform,
    /// A Pulumi program in TypeScript.
    Pulumi,
    /// A shell script that asks AWS whether the event matches.
    TestEventPattern,
    /// The filter of a Lambda event source mapping.
    LambdaFilter,
    /// A pipe with the pattern as its filter.
    PipesFilter,
    /// The filter policy of an SNS subscription.
    SnsFilter,
}

/// What a format is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumCount)]
pub enum Family {
    /// Requests of AWS's API, and scripts that make them.
    Requests,
    /// Descriptions of what is to exist.
    Infrastructure,
    /// The pattern alone, as other services take it.
    Filters,
}

/// The language of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// JSON.
    Json,
    /// YAML 1.1.
    Yaml,
    /// The POSIX shell.
    Shell,
    /// Python.
    Python,
    /// TypeScript.
    Typescript,
    /// HCL, the language of Terraform.
    Hcl,
}

impl Family {
    /// Every family, in the order in which they are offered.
    pub const ALL: [Self; Self::COUNT] = [Self::Requests, Self::Infrastructure, Self::Filters];

    /// The name a person reads.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => crate::words_en::family(self),
            Lang::Ko(_) => crate::words_ko::family(self),
        }
    }
}

impl Format {
    /// Every format.
    pub const ALL: [Self; Self::COUNT] = [
        Self::RuleJson,
        Self::AwsCli,
        Self::Boto3,
        Self::CloudFormationYaml,
        Self::CloudFormationJson,
        Self::Sam,
        Self::Serverless,
        Self::CdkTypescript,
        Self::CdkPython,
        Self::Terraform,
        Self::Pulumi,
        Self::TestEventPattern,
        Self::LambdaFilter,
        Self::PipesFilter,
        Self::SnsFilter,
    ];

    /// The name a person reads.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => crate::words_en::format(self),
            Lang::Ko(_) => crate::words_ko::format(self),
        }
    }

    /// What it is for.
    #[must_use]
    pub fn family(self) -> Family {
        match self {
            Self::RuleJson | Self::AwsCli | Self::Boto3 | Self::TestEventPattern => Family::Requests,
            Self::LambdaFilter | Self::PipesFilter | Self::SnsFilter => Family::Filters,
            Self::CloudFormationYaml
            | Self::CloudFormationJson
            | Self::Sam
            | Self::Serverless
            | Self::CdkTypescript
            | Self::CdkPython
            | Self::Terraform
            | Self::Pulumi => Family::Infrastructure,
        }
    }

    /// Whether the rule must have a name: other formats let one be made.
    #[must_use]
    pub fn needs_name(self) -> bool {
        self.family() == Family::Requests && !self.is_pattern_alone()
    }

    /// Whether its files hold the pattern, and neither the rule nor its targets.
    #[must_use]
    pub fn is_pattern_alone(self) -> bool {
        match self.family() {
            Family::Filters => true,
            Family::Requests => self == Self::TestEventPattern,
            Family::Infrastructure => false,
        }
    }

    /// Whether CloudFormation reads its files, and so replaces the `{{resolve:…}}` in them.
    #[must_use]
    pub fn is_for_cloudformation(self) -> bool {
        match self {
            Self::RuleJson
            | Self::AwsCli
            | Self::Boto3
            | Self::TestEventPattern
            | Self::Terraform
            | Self::Pulumi => false,
            Self::CloudFormationYaml
            | Self::CloudFormationJson
            | Self::Sam
            | Self::Serverless
            | Self::CdkTypescript
            | Self::CdkPython
            | Self::LambdaFilter
            | Self::PipesFilter
            | Self::SnsFilter => true,
        }
    }

    /// Whether a new file creates a role for each target that requires one and has none.
    pub(crate) fn creates_roles(self) -> bool {
        match self {
            Self::RuleJson
            | Self::TestEventPattern
            | Self::LambdaFilter
            | Self::PipesFilter
            | Self::SnsFilter => false,
            Self::AwsCli
            | Self::Boto3
            | Self::CloudFormationYaml
            | Self::CloudFormationJson
            | Self::Sam
            | Self::Serverless
            | Self::CdkTypescript
            | Self::CdkPython
            | Self::Terraform
            | Self::Pulumi => true,
        }
    }

    /// The language its files are in.
    #[must_use]
    pub fn language(self) -> Language {
        match self {
            Self::RuleJson | Self::CloudFormationJson => Language::Json,
            Self::AwsCli | Self::TestEventPattern => Language::Shell,
            Self::Boto3 | Self::CdkPython => Language::Python,
            Self::CdkTypescript | Self::Pulumi => Language::Typescript,
            Self::CloudFormationYaml
            | Self::Sam
            | Self::Serverless
            | Self::LambdaFilter
            | Self::PipesFilter
            | Self::SnsFilter => Language::Yaml,
            Self::Terraform => Language::Hcl,
        }
    }
}
