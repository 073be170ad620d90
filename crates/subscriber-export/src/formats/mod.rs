//! The formats, one module each.
//!
//! The texts in these modules are of the exported files. Their comments stay English: tools and colleagues read them.

mod aws_cli;
mod boto3;
pub(crate) mod bus;
mod cdk;
mod own_file;
mod template;
mod terraform;

use crate::plan::Plan;
use crate::{Format, Rendered};

/// A file with everything of the plan.
pub(crate) fn rendered(mut plan: Plan) -> Rendered {
    plan.fill_in();
    match plan.format {
        Format::SubscriberJson => own_file::export(plan),
        Format::AwsCli => aws_cli::export(plan),
        Format::Boto3 => boto3::export(plan),
        Format::CloudFormationYaml | Format::CloudFormationJson | Format::Sam => template::export(plan),
        Format::CdkTypescript | Format::CdkPython => cdk::export(plan),
        Format::Terraform => terraform::export(plan),
    }
}
