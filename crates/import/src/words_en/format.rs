//! The names of formats, in English.

use crate::Form;
use crate::other::OtherFormat;

/// The name of a format that is read.
pub(crate) fn form(form: Form) -> &'static str {
    match form {
        Form::Requests => "PutRule and PutTargets",
        Form::DescribeRule => "answer of describe-rule",
        Form::ListRules => "answer of list-rules",
        Form::ListTargets => "answer of list-targets-by-rule",
        Form::Answers => "answers of several calls",
        Form::Pattern => "event pattern",
        Form::CloudFormation => "CloudFormation template",
        Form::Sam => "SAM template",
        Form::Terraform => "Terraform",
        Form::Serverless => "Serverless Framework service",
        Form::PulumiYaml => "Pulumi YAML",
        Form::PulumiStack => "Pulumi stack",
        Form::Script => "AWS CLI commands",
        Form::Sdk => "AWS SDK calls",
        Form::Markdown => "Markdown",
        Form::Other => "not a format with rules",
        Form::CloudTrail => "CloudTrail record",
        Form::Config => "AWS Config item",
        Form::CloudControl => "answer of Cloud Control",
        Form::EventSourceMapping => "event source mapping",
        Form::Pipe => "pipe",
        Form::Archive => "archive",
        Form::Subscription => "SNS subscription",
        Form::RuleNames => "names of rules",
        Form::TerraformPlan => "Terraform plan",
        Form::TerraformState => "Terraform state",
    }
}

/// A format of Terraform that a rule is not written back into, with its article.
pub(super) fn written_format(form: Form) -> &'static str {
    match form {
        Form::TerraformPlan => "a plan",
        Form::TerraformState => "a state",
        _ => "the JSON syntax of Terraform",
    }
}

/// A format that is not read, with its article.
pub(super) fn other(format: OtherFormat) -> &'static str {
    match format {
        OtherFormat::Cdk => "CDK source",
        OtherFormat::Cdktf => "CDK for Terraform source",
        OtherFormat::Pulumi => "a Pulumi program",
        OtherFormat::ServerlessProgram => "a Serverless Framework service written as a program",
        OtherFormat::Program => "program source",
        OtherFormat::Table => "AWS CLI output as a table",
        OtherFormat::Text => "AWS CLI output as text",
        OtherFormat::Html => "HTML",
        OtherFormat::Xml => "XML",
        OtherFormat::Markdown => "Markdown",
        OtherFormat::Kubernetes => "a Kubernetes resource",
        OtherFormat::Ansible => "an Ansible playbook",
        OtherFormat::PowerShellTools => "a script for AWS Tools for PowerShell",
        OtherFormat::TerraformVariables => "a `.tfvars` file with values for Terraform variables",
        OtherFormat::Event => "an event",
        OtherFormat::Prose => "prose",
    }
}

/// What to paste instead.
pub(super) fn instead(format: OtherFormat) -> &'static str {
    match format {
        OtherFormat::Cdk => "run `cdk synth` and paste the template",
        OtherFormat::Cdktf => "run `cdktf synth` and paste `cdk.tf.json`",
        OtherFormat::Pulumi => "run `pulumi preview --json` or `pulumi stack export` and paste the output",
        OtherFormat::ServerlessProgram => "run `serverless print` and paste the output",
        OtherFormat::Program => {
            "paste calls of boto3 or the SDK for JavaScript that make rules; those are read"
        }
        OtherFormat::Table | OtherFormat::Text => "call again with `--output json` and paste the response",
        OtherFormat::Html => "paste the template, the request or the pattern that the page shows",
        OtherFormat::Xml => "paste rules as JSON, YAML or Terraform",
        OtherFormat::Markdown => "paste a code block that has a rule; rules in fenced blocks are read",
        OtherFormat::Kubernetes | OtherFormat::Ansible => {
            "paste its event pattern, or the response of `aws events describe-rule`"
        }
        OtherFormat::PowerShellTools => {
            "write the calls for the AWS CLI, such as `aws events put-rule`, or paste the response of \
             `aws events describe-rule`"
        }
        OtherFormat::TerraformVariables => {
            "import it together with the `.tf` files that declare the variables"
        }
        OtherFormat::Event => "paste it as the event to try a rule on",
        OtherFormat::Prose => {
            "paste a template, Terraform, a request, a response, a script or an event pattern"
        }
    }
}
