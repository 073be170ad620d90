//! What a new target of a kind begins with, so that nobody needs to know the shapes of ARNs by heart.

use super::{Permission, Target, TargetKind, is_required, starter};

impl TargetKind {
    /// A target of this kind in a Region and an account, ready to be renamed; its id says the kind.
    #[must_use]
    pub fn sample(self, region: &str, account: &str) -> Target {
        let (service, resource) = self.sample_resource();
        // Documents that AWS owns stand in no account.
        let account_of = if self == Self::SsmRunCommand { "" } else { account };
        let region_of = if self == Self::IncidentManager { "" } else { region };
        let partition = partition(region);
        let role = format!("arn:{partition}:iam::{account}:role/my-eventbridge-role");
        let arn = format!("arn:{partition}:{service}:{region_of}:{account_of}:{resource}");
        let parameters = starter(self, &arn).filter(|_| is_required(self, &arn));
        Target {
            id: self.sample_id().to_owned(),
            arn,
            parameters: parameters.unwrap_or_default(),
            role_arn: if self.permission() == Permission::Role { role } else { String::new() },
            ..Target::default()
        }
    }

    /// Service and resource of an ARN of this kind (service authorization reference).
    fn sample_resource(self) -> (&'static str, &'static str) {
        match self {
            Self::Lambda => ("lambda", "function:my-function"),
            Self::Sns => ("sns", "my-topic"),
            Self::Sqs => ("sqs", "my-queue"),
            Self::StepFunctions => ("states", "stateMachine:my-state-machine"),
            Self::Kinesis => ("kinesis", "stream/my-stream"),
            Self::Firehose => ("firehose", "deliverystream/my-stream"),
            Self::Logs => ("logs", "log-group:/aws/events/my-log-group"),
            Self::EventBus => ("events", "event-bus/my-bus"),
            Self::CustomBus => ("events", "event-busv2/my-bus/a1b2c3d4e5f6g7h8i9j0k1l2m"),
            Self::Ecs => ("ecs", "cluster/my-cluster"),
            Self::Batch => ("batch", "job-queue/my-queue"),
            Self::ApiDestination => {
                ("events", "api-destination/my-destination/12345678-1234-1234-1234-123456789012")
            }
            Self::ApiGateway => ("execute-api", "a1b2c3d4e5/prod/POST/events"),
            Self::Redshift => ("redshift", "cluster:my-cluster"),
            Self::SageMakerPipeline => ("sagemaker", "pipeline/my-pipeline"),
            Self::AppSync => ("appsync", "endpoints/graphql-api/a1b2c3d4e5f6g7h8i9j0k1l2m3"),
            Self::SsmRunCommand => ("ssm", "document/AWS-RunShellScript"),
            Self::SsmAutomation => ("ssm", "automation-definition/my-runbook:$DEFAULT"),
            Self::SsmOpsItem => ("ssm", "opsitem"),
            Self::IncidentManager => ("ssm-incidents", "response-plan/my-plan"),
            Self::CodeBuild => ("codebuild", "project/my-project"),
            Self::CodePipeline => ("codepipeline", "my-pipeline"),
            Self::Glue => ("glue", "workflow/my-workflow"),
            Self::Inspector => ("inspector", "target/0-a1b2c3d4/template/0-a1b2c3d4"),
            Self::Ec2Action => ("events", "target/stop-instance"),
        }
    }

    fn sample_id(self) -> &'static str {
        match self {
            Self::Lambda => "function",
            Self::Sns => "topic",
            Self::Sqs => "queue",
            Self::StepFunctions => "state-machine",
            Self::Kinesis => "stream",
            Self::Firehose => "firehose",
            Self::Logs => "log-group",
            Self::EventBus => "event-bus",
            Self::CustomBus => "custom-bus",
            Self::Ecs => "task",
            Self::Batch => "batch-job",
            Self::ApiDestination => "api-destination",
            Self::ApiGateway => "api",
            Self::Redshift => "redshift",
            Self::SageMakerPipeline => "sagemaker",
            Self::AppSync => "graphql",
            Self::SsmRunCommand => "run-command",
            Self::SsmAutomation => "automation",
            Self::SsmOpsItem => "opsitem",
            Self::IncidentManager => "incident",
            Self::CodeBuild => "build",
            Self::CodePipeline => "pipeline",
            Self::Glue => "glue-workflow",
            Self::Inspector => "inspector",
            Self::Ec2Action => "ec2-action",
        }
    }
}

/// The partition a Region belongs to.
fn partition(region: &str) -> &'static str {
    match region {
        region if region.starts_with("cn-") => "aws-cn",
        region if region.starts_with("us-gov-") => "aws-us-gov",
        _ => "aws",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Rule, check_targets};
    use rulepad_document::{Role, TargetProperty};

    #[test]
    fn every_sample_is_of_its_kind_and_has_what_aws_needs() {
        for kind in TargetKind::ALL {
            for region in ["eu-west-1", "cn-north-1", "us-gov-west-1"] {
                let target = kind.sample(region, "111122223333");
                assert_eq!(target.kind(), Some(kind), "{}", target.arn);
                let found = check_targets(&Rule::default(), std::slice::from_ref(&target));
                let own: Vec<_> = found
                    .iter()
                    .filter(|found| found.labels[0].role != Role::Target(0, TargetProperty::Input))
                    .collect();
                assert!(own.is_empty(), "{kind:?}: {own:?}");
            }
        }
    }

    #[test]
    fn ids_tell_the_kinds_apart() {
        let mut ids: Vec<_> = TargetKind::ALL.iter().map(|kind| kind.sample_id()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), TargetKind::ALL.len());
    }
}
