//! `EcsParameters` (API reference, `EcsParameters` and its members).

use crate::schema::{ANY, Field, Wants, field, text};

const STRING: Wants = Wants::Text(text(0, ANY).dynamic());
const SUBNETS: Wants = Wants::List(&STRING, 1, 16);
const SECURITY_GROUPS: Wants = Wants::List(&STRING, 0, 5);
const STRATEGY: Wants = Wants::List(&Wants::Object(CAPACITY_PROVIDER), 0, 6);
const CONSTRAINTS: Wants = Wants::List(&Wants::Object(CONSTRAINT), 0, 10);
const PLACEMENTS: Wants = Wants::List(&Wants::Object(PLACEMENT), 0, 5);

pub(super) const MEMBERS: &[Field] = &[
    field(
        "TaskDefinitionArn",
        Wants::Text(text(1, 1600).dynamic()),
        "the task definition to run, in the cluster's Region",
    )
    .required()
    .also(&["TaskDefinition"]),
    field("TaskCount", Wants::Whole(1, 10), "how many tasks to start, 1 to 10; 1 without it")
        .also(&["Count", "DesiredCount"]),
    field("LaunchType", Wants::Choice(LAUNCH_TYPES), "where the tasks run; without it, as the cluster says"),
    field(
        "NetworkConfiguration",
        Wants::Object(&[field(
            "awsvpcConfiguration",
            Wants::Object(VPC),
            "subnets and security groups of the tasks",
        )]),
        "the network of tasks in `awsvpc` mode; `FARGATE` needs it",
    ),
    field("PlatformVersion", STRING, "the version of Fargate, such as `1.4.0`"),
    field("Group", Wants::Text(text(0, 255).dynamic()), "the task group"),
    field("CapacityProviderStrategy", STRATEGY, "capacity providers instead of a launch type, at most 6"),
    field("EnableECSManagedTags", Wants::Switch, "whether ECS tags the tasks"),
    field("EnableExecuteCommand", Wants::Switch, "whether a command may be run in the containers"),
    field("PlacementConstraints", CONSTRAINTS, "where tasks may stand, at most 10"),
    field("PlacementStrategy", PLACEMENTS, "how tasks are spread, at most 5")
        .also(&["OrderedPlacementStrategy", "PlacementStrategies"]),
    field(
        "PropagateTags",
        Wants::Choice(&[("TASK_DEFINITION", "the tags of the task definition")]),
        "which tags the tasks take over",
    ),
    field("ReferenceId", Wants::Text(text(0, 1024).dynamic()), "an id of your own for the tasks"),
    field("Tags", Wants::List(&Wants::Object(TAG), 0, ANY), "tags of the tasks"),
];

const LAUNCH_TYPES: &[(&str, &str)] = &[
    ("FARGATE", "on Fargate; needs `NetworkConfiguration`"),
    ("EC2", "on instances of the cluster"),
    ("EXTERNAL", "on registered machines of your own"),
];

const VPC: &[Field] = &[
    field("Subnets", SUBNETS, "1 to 16 subnets of one VPC").required().also(&["SubnetIds"]),
    field("SecurityGroups", SECURITY_GROUPS, "at most 5 security groups").also(&["SecurityGroupIds"]),
    field(
        "AssignPublicIp",
        Wants::Choice(&[("ENABLED", "a public address; on Fargate only"), ("DISABLED", "no public address")]),
        "whether the tasks have a public address",
    ),
];

const CAPACITY_PROVIDER: &[Field] = &[
    field("capacityProvider", Wants::Text(text(1, 255).dynamic()), "the short name, such as `FARGATE_SPOT`")
        .required(),
    field("weight", Wants::Whole(0, 1000), "its share of the tasks, 0 to 1,000"),
    field("base", Wants::Whole(0, 100_000), "how many tasks it runs at least; for one provider only"),
];

const CONSTRAINT: &[Field] = &[
    field(
        "type",
        Wants::Choice(&[
            ("distinctInstance", "each task on another instance"),
            ("memberOf", "instances that the expression selects"),
        ]),
        "the kind of constraint",
    ),
    field(
        "expression",
        Wants::Text(text(0, 2000).dynamic()),
        "in the cluster query language, for `memberOf`",
    ),
];

const PLACEMENT: &[Field] = &[
    field(
        "type",
        Wants::Choice(&[
            ("random", "anywhere"),
            ("spread", "evenly by the field"),
            ("binpack", "where the least of the field is left"),
        ]),
        "the kind of strategy",
    ),
    field("field", Wants::Text(text(0, 255).dynamic()), "such as `instanceId`, `cpu` or `memory`"),
];

const TAG: &[Field] = &[
    field("Key", Wants::Text(text(1, 128).dynamic()), "the tag's key").required(),
    field("Value", Wants::Text(text(0, 256).dynamic()), "the tag's value").required(),
];
