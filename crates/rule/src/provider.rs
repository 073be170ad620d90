//! What the AWS provider of Terraform and Pulumi calls the members of a target (`aws_cloudwatch_event_target`).

/// One member of PutTargets, and the provider's name for it.
pub struct Name {
    /// The member, as AWS spells it.
    pub member: &'static str,
    /// The provider's argument or block; that of a [`Holds::Spread`] is blank.
    pub argument: &'static str,
    /// What it holds.
    pub holds: Holds,
}

/// What a member holds, and what becomes of it.
pub enum Holds {
    /// A string.
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    Truth,
    /// A list or a map of strings.
    Texts,
    /// `ENABLED` or `DISABLED`, which is `true` or `false` there.
    Switch,
    /// A list of `Key` and `Value`, which is a map there.
    Pairs,
    /// An object, which is a block there.
    Block(&'static [Name]),
    /// A list of objects, each of them a block there.
    Blocks(&'static [Name]),
    /// An object whose members stand in the block around it there.
    Spread(&'static [Name]),
}

const fn name(member: &'static str, argument: &'static str, holds: Holds) -> Name {
    Name { member, argument, holds }
}

use Holds::{Block, Blocks, Number, Pairs, Spread, Switch, Text, Texts, Truth};

/// The blocks of a target.
pub const BLOCKS: &[Name] = &[
    name(
        "RunCommandParameters",
        "",
        Spread(&[name(
            "RunCommandTargets",
            "run_command_targets",
            Blocks(&[name("Key", "key", Text), name("Values", "values", Texts)]),
        )]),
    ),
    name("EcsParameters", "ecs_target", Block(ECS)),
    name("BatchParameters", "batch_target", Block(BATCH)),
    name(
        "KinesisParameters",
        "kinesis_target",
        Block(&[name("PartitionKeyPath", "partition_key_path", Text)]),
    ),
    name("SqsParameters", "sqs_target", Block(&[name("MessageGroupId", "message_group_id", Text)])),
    name("HttpParameters", "http_target", Block(HTTP)),
    name("RedshiftDataParameters", "redshift_target", Block(REDSHIFT)),
    name(
        "SageMakerPipelineParameters",
        "sagemaker_pipeline_target",
        Block(&[name(
            "PipelineParameterList",
            "pipeline_parameter_list",
            Blocks(&[name("Name", "name", Text), name("Value", "value", Text)]),
        )]),
    ),
    name(
        "AppSyncParameters",
        "appsync_target",
        Block(&[name("GraphQLOperation", "graphql_operation", Text)]),
    ),
    name("DeadLetterConfig", "dead_letter_config", Block(&[name("Arn", "arn", Text)])),
    name(
        "RetryPolicy",
        "retry_policy",
        Block(&[
            name("MaximumRetryAttempts", "maximum_retry_attempts", Number),
            name("MaximumEventAgeInSeconds", "maximum_event_age_in_seconds", Number),
        ]),
    ),
];

const ECS: &[Name] = &[
    name("TaskDefinitionArn", "task_definition_arn", Text),
    name("TaskCount", "task_count", Number),
    name("LaunchType", "launch_type", Text),
    name("PlatformVersion", "platform_version", Text),
    name("Group", "group", Text),
    name("EnableECSManagedTags", "enable_ecs_managed_tags", Truth),
    name("EnableExecuteCommand", "enable_execute_command", Truth),
    name("PropagateTags", "propagate_tags", Text),
    name("Tags", "tags", Pairs),
    name(
        "NetworkConfiguration",
        "",
        Spread(&[name(
            "awsvpcConfiguration",
            "network_configuration",
            Block(&[
                name("Subnets", "subnets", Texts),
                name("SecurityGroups", "security_groups", Texts),
                name("AssignPublicIp", "assign_public_ip", Switch),
            ]),
        )]),
    ),
    name(
        "CapacityProviderStrategy",
        "capacity_provider_strategy",
        Blocks(&[
            name("capacityProvider", "capacity_provider", Text),
            name("weight", "weight", Number),
            name("base", "base", Number),
        ]),
    ),
    name(
        "PlacementConstraints",
        "placement_constraint",
        Blocks(&[name("type", "type", Text), name("expression", "expression", Text)]),
    ),
    name(
        "PlacementStrategy",
        "ordered_placement_strategy",
        Blocks(&[name("type", "type", Text), name("field", "field", Text)]),
    ),
];

const BATCH: &[Name] = &[
    name("JobDefinition", "job_definition", Text),
    name("JobName", "job_name", Text),
    name("ArrayProperties", "", Spread(&[name("Size", "array_size", Number)])),
    name("RetryStrategy", "", Spread(&[name("Attempts", "job_attempts", Number)])),
];

const HTTP: &[Name] = &[
    name("PathParameterValues", "path_parameter_values", Texts),
    name("HeaderParameters", "header_parameters", Texts),
    name("QueryStringParameters", "query_string_parameters", Texts),
];

const REDSHIFT: &[Name] = &[
    name("Database", "database", Text),
    name("DbUser", "db_user", Text),
    name("SecretManagerArn", "secrets_manager_arn", Text),
    name("Sql", "sql", Text),
    name("StatementName", "statement_name", Text),
    name("WithEvent", "with_event", Truth),
];
