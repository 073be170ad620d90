//! `EcsParameters` (API reference, `EcsParameters` and its members).

use crate::message::Hint;
use crate::schema::{ANY, SchemaField, Wants, field, text};

const STRING: Wants = Wants::Text(text(0, ANY).dynamic());
const SUBNETS: Wants = Wants::List(&STRING, 1, 16);
const SECURITY_GROUPS: Wants = Wants::List(&STRING, 0, 5);
const STRATEGY: Wants = Wants::List(&Wants::Object(CAPACITY_PROVIDER), 0, 6);
const CONSTRAINTS: Wants = Wants::List(&Wants::Object(CONSTRAINT), 0, 10);
const PLACEMENTS: Wants = Wants::List(&Wants::Object(PLACEMENT), 0, 5);

pub(super) const MEMBERS: &[SchemaField] = &[
    field("TaskDefinitionArn", Wants::Text(text(1, 1600).dynamic()), Hint::TaskDefinition)
        .required()
        .also(&["TaskDefinition"]),
    field("TaskCount", Wants::Whole(1, 10), Hint::TaskCount).also(&["Count", "DesiredCount"]),
    field("LaunchType", Wants::Choice(LAUNCH_TYPES), Hint::LaunchType),
    field(
        "NetworkConfiguration",
        Wants::Object(&[field("awsvpcConfiguration", Wants::Object(VPC), Hint::Vpc)]),
        Hint::Network,
    ),
    field("PlatformVersion", STRING, Hint::PlatformVersion),
    field("Group", Wants::Text(text(0, 255).dynamic()), Hint::TaskGroup),
    field("CapacityProviderStrategy", STRATEGY, Hint::CapacityProviders),
    field("EnableECSManagedTags", Wants::Switch, Hint::ManagedTags),
    field("EnableExecuteCommand", Wants::Switch, Hint::ExecuteCommand),
    field("PlacementConstraints", CONSTRAINTS, Hint::PlacementConstraints),
    field("PlacementStrategy", PLACEMENTS, Hint::PlacementStrategies)
        .also(&["OrderedPlacementStrategy", "PlacementStrategies"]),
    field(
        "PropagateTags",
        Wants::Choice(&[("TASK_DEFINITION", Some(Hint::TagsOfTaskDefinition))]),
        Hint::PropagateTags,
    ),
    field("ReferenceId", Wants::Text(text(0, 1024).dynamic()), Hint::ReferenceId),
    field("Tags", Wants::List(&Wants::Object(TAG), 0, ANY), Hint::TaskTags),
];

const LAUNCH_TYPES: &[(&str, Option<Hint>)] = &[
    ("FARGATE", Some(Hint::OnFargate)),
    ("EC2", Some(Hint::OnInstances)),
    ("EXTERNAL", Some(Hint::OnOwnMachines)),
];

const VPC: &[SchemaField] = &[
    field("Subnets", SUBNETS, Hint::Subnets).required().also(&["SubnetIds"]),
    field("SecurityGroups", SECURITY_GROUPS, Hint::SecurityGroups).also(&["SecurityGroupIds"]),
    field(
        "AssignPublicIp",
        Wants::Choice(&[("ENABLED", Some(Hint::WithPublicIp)), ("DISABLED", Some(Hint::WithoutPublicIp))]),
        Hint::AssignPublicIp,
    ),
];

const CAPACITY_PROVIDER: &[SchemaField] = &[
    field("capacityProvider", Wants::Text(text(1, 255).dynamic()), Hint::CapacityProvider).required(),
    field("weight", Wants::Whole(0, 1000), Hint::ProviderWeight),
    field("base", Wants::Whole(0, 100_000), Hint::ProviderBase),
];

const CONSTRAINT: &[SchemaField] = &[
    field(
        "type",
        Wants::Choice(&[
            ("distinctInstance", Some(Hint::DistinctInstance)),
            ("memberOf", Some(Hint::MemberOf)),
        ]),
        Hint::ConstraintType,
    ),
    field("expression", Wants::Text(text(0, 2000).dynamic()), Hint::ConstraintExpression),
];

const PLACEMENT: &[SchemaField] = &[
    field(
        "type",
        Wants::Choice(&[
            ("random", Some(Hint::PlacedAnywhere)),
            ("spread", Some(Hint::PlacedEvenly)),
            ("binpack", Some(Hint::PlacedByLeast)),
        ]),
        Hint::PlacementType,
    ),
    field("field", Wants::Text(text(0, 255).dynamic()), Hint::PlacementField),
];

const TAG: &[SchemaField] = &[
    field("Key", Wants::Text(text(1, 128).dynamic()), Hint::TagKey).required(),
    field("Value", Wants::Text(text(0, 256).dynamic()), Hint::TagValue).required(),
];
