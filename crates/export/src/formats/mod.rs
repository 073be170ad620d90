//! The formats, one module each, and what a rule is written by in each of them.
//!
//! The texts in these modules are of the exported files. Their comments stay English: tools and colleagues read them.

pub(crate) mod aws_cli;
pub(crate) mod boto3;
pub mod cdk;
pub(crate) mod cloudformation;
pub(crate) mod comments;
mod lambda_filter;
mod pipes_filter;
mod pipes_target;
mod pulumi;
pub(crate) mod rule_json;
mod sam;
pub(crate) mod scripts;
mod serverless;
mod sns_filter;
pub(crate) mod terraform;
mod test_event_pattern;
pub mod text;
pub(crate) mod try_out;

use crate::later::Prepared;
use crate::plan::Plan;
use crate::{Format, Rendered, Subject};
use rulepad_cloudformation::Notation;

/// A new file that has this rule alone.
pub(crate) fn rendered(format: Format, subject: &Subject<'_>, prepared: &Prepared) -> Rendered {
    let plan = || Plan::of(prepared);
    let marked = || prepared.marked(subject);
    match format {
        Format::RuleJson => rule_json::export(&prepared.rule, prepared.pattern.as_ref(), &prepared.targets),
        Format::AwsCli => aws_cli::export(plan()),
        Format::Boto3 => boto3::export(plan()),
        Format::Sam => sam::export(plan()),
        Format::Serverless => serverless::export(plan()),
        Format::CdkTypescript => cdk::typescript::export(plan()),
        Format::CdkPython => cdk::python::export(plan()),
        Format::Pulumi => pulumi::export(&mut plan().joined()),
        Format::Terraform => terraform::export(&mut plan().joined()),
        Format::CloudFormationYaml => cloudformation::export(plan(), Notation::Yaml),
        Format::CloudFormationJson => cloudformation::export(plan(), Notation::Json),
        Format::TestEventPattern => test_event_pattern::export(&marked()),
        Format::LambdaFilter => lambda_filter::export(&marked()),
        Format::PipesFilter => pipes_filter::export(&marked()),
        Format::SnsFilter => sns_filter::export(&marked()),
    }
}
