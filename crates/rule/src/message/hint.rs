//! What the members of a kind's property are for.

use rulepad_document::{Lang, Words};

/// What a member, or one of the words that it takes, is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the words of each")]
pub enum Hint {
    // EcsParameters
    TaskDefinition,
    TaskCount,
    LaunchType,
    Vpc,
    Network,
    PlatformVersion,
    TaskGroup,
    CapacityProviders,
    ManagedTags,
    ExecuteCommand,
    PlacementConstraints,
    PlacementStrategies,
    TagsOfTaskDefinition,
    PropagateTags,
    ReferenceId,
    TaskTags,
    OnFargate,
    OnInstances,
    OnOwnMachines,
    Subnets,
    SecurityGroups,
    WithPublicIp,
    WithoutPublicIp,
    AssignPublicIp,
    CapacityProvider,
    ProviderWeight,
    ProviderBase,
    DistinctInstance,
    MemberOf,
    ConstraintType,
    ConstraintExpression,
    PlacedAnywhere,
    PlacedEvenly,
    PlacedByLeast,
    PlacementType,
    PlacementField,
    TagKey,
    TagValue,
    // BatchParameters
    JobDefinition,
    JobName,
    ArraySize,
    ArrayProperties,
    JobAttempts,
    RetryStrategy,
    // HttpParameters
    PathParameters,
    HeaderParameters,
    QueryParameters,
    // KinesisParameters
    PartitionKey,
    // SqsParameters
    MessageGroup,
    // RedshiftDataParameters
    Database,
    DatabaseUser,
    Secret,
    Statement,
    Statements,
    StatementName,
    StatementEvent,
    // SageMakerPipelineParameters
    PipelineParameters,
    PipelineParameterName,
    PipelineParameterValue,
    // AppSyncParameters
    GraphQlOperation,
    // RunCommandParameters
    CommandTargets,
    CommandTargetKey,
    CommandTargetValues,
}

/// What is shown beside an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferHint {
    /// Nothing.
    None,
    /// It is an object.
    Object,
    /// What the member is for, without which AWS refuses the object.
    Needed(Hint),
    /// What the member or the word is for.
    Optional(Hint),
}

impl Words for OfferHint {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => crate::words_en::offer(*self),
            Lang::Ko(_) => crate::words_ko::offer(*self),
        }
    }
}
