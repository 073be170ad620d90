//! The names of formats in English.

use crate::{Family, Format};

pub(crate) fn family(family: Family) -> &'static str {
    match family {
        Family::Requests => "Requests and scripts",
        Family::Infrastructure => "Infrastructure as code",
        Family::Filters => "Filters",
    }
}

pub(crate) fn format(format: Format) -> &'static str {
    match format {
        Format::RuleJson => "PutRule JSON",
        Format::AwsCli => "AWS CLI",
        Format::Boto3 => "boto3",
        Format::CloudFormationYaml => "CloudFormation YAML",
        Format::CloudFormationJson => "CloudFormation JSON",
        Format::Sam => "SAM",
        Format::Serverless => "Serverless",
        Format::CdkTypescript => "CDK TypeScript",
        Format::CdkPython => "CDK Python",
        Format::Terraform => "Terraform",
        Format::Pulumi => "Pulumi",
        Format::TestEventPattern => "test-event-pattern",
        Format::LambdaFilter => "Lambda filter",
        Format::PipesFilter => "Pipes filter",
        Format::SnsFilter => "SNS filter",
    }
}
