//! The names of formats in Korean.

use crate::{Family, Format};

pub(crate) fn family(family: Family) -> &'static str {
    match family {
        Family::Requests => "요청과 스크립트",
        Family::Infrastructure => "코드형 인프라(IaC)",
        Family::Filters => "필터",
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
        Format::LambdaFilter => "Lambda 필터",
        Format::PipesFilter => "Pipes 필터",
        Format::SnsFilter => "SNS 필터",
    }
}
