//! The resources of the AWS provider, which Terraform and Pulumi share: the rule, its targets and what lets EventBridge
//! deliver, with the provider's own names.

use super::plan::{Grant, Plan, Planned, node, queue_url, replaces, role_name, statement_id, string};
use crate::{Arn, AttachedTo};
use rulepad_document::Span;
use rulepad_document::json::{Member, Node, Value};
use rulepad_transformer::Input;

/// One resource of a file.
pub(super) struct Resource {
    /// Its type, as `aws_cloudwatch_event_rule`.
    pub kind: &'static str,
    /// Its name, unique among those of its type.
    pub name: String,
    /// What it holds.
    pub body: Body,
}

/// Attributes, and blocks after them, each in order.
#[derive(Default)]
pub(super) struct Body {
    /// Attributes by their names.
    pub attributes: Vec<(&'static str, Setting)>,
    /// Blocks by their names; a name may stand several times.
    pub blocks: Vec<(&'static str, Body)>,
}

/// What an attribute is set to.
pub(super) enum Setting {
    /// The value.
    Plain(Node),
    /// An input template, a text that must not be read as JSON.
    Template(String),
    /// The event pattern, a JSON text there.
    Pattern(Node),
    /// A policy, a JSON text there; `RULE_ARN` stands in it for the rule's ARN.
    Document(Node),
    /// An attribute of another resource.
    Of {
        /// The type of that resource.
        kind: &'static str,
        /// Its name.
        name: String,
        /// The attribute.
        attribute: &'static str,
    },
}

/// The type of the rule's own resource.
pub(super) const RULE: &str = "aws_cloudwatch_event_rule";

/// A file's resources, and what of the rule the provider cannot carry.
pub(super) struct Resources {
    /// In the order in which a person reads them; each after those it names.
    pub all: Vec<Resource>,
    /// What is lost, a sentence each.
    pub losses: Vec<String>,
    /// What is to do, a sentence each.
    pub notes: Vec<String>,
}

impl Resources {
    /// The resources of a plan; `file` is the word for what they are written into.
    pub fn of(plan: &Plan<'_>, file: &str) -> Self {
        let rule = plan.slug();
        let mut made = Self { all: Vec::new(), losses: Vec::new(), notes: plan.notes.clone() };
        made.all.push(Resource { kind: RULE, name: rule.clone(), body: self::rule(plan) });
        for planned in &plan.targets {
            let granted = grants(plan, planned, &rule, file, &mut made.notes);
            made.all.extend(granted);
            let body = target(planned, &rule, &mut made.losses);
            made.all.push(Resource { kind: "aws_cloudwatch_event_target", name: planned.slug.clone(), body });
        }
        made
    }
}

impl Body {
    fn set(&mut self, name: &'static str, value: Setting) {
        self.attributes.push((name, value));
    }

    fn plain(&mut self, name: &'static str, text: impl Into<String>) {
        self.set(name, Setting::Plain(string(text)));
    }

    fn given(&mut self, name: &'static str, text: &str) {
        if !text.is_empty() {
            self.plain(name, text);
        }
    }

    fn of(&mut self, name: &'static str, kind: &'static str, resource: &str, attribute: &'static str) {
        self.set(name, Setting::Of { kind, name: resource.to_owned(), attribute });
    }

    fn within(&mut self, name: &'static str, block: Self) {
        self.blocks.push((name, block));
    }
}

fn rule(plan: &Plan<'_>) -> Body {
    let rule = plan.rule;
    let mut body = Body::default();
    body.given("name", &rule.name);
    body.given("description", &rule.description);
    body.plain("event_bus_name", rule.bus());
    body.plain("state", rule.state.name());
    body.given("role_arn", &rule.role_arn);
    body.set("event_pattern", Setting::Pattern(plan.pattern.clone()));
    body
}

fn target(planned: &Planned<'_>, rule: &str, losses: &mut Vec<String>) -> Body {
    let target = planned.target;
    let mut block = Body::default();
    block.of("rule", RULE, rule, "name");
    block.of("event_bus_name", RULE, rule, "event_bus_name");
    block.given("target_id", &target.id);
    block.given("arn", &target.arn);
    match planned.made_role {
        Some(_) => block.of("role_arn", "aws_iam_role", &planned.slug, "arn"),
        None => block.given("role_arn", &target.role_arn),
    }
    match &target.input {
        Input::MatchedEvent => {}
        Input::Path(path) => block.plain("input_path", path),
        Input::Constant(text) => block.plain("input", text),
        Input::Transformer { template, .. } => {
            let mut transformer = Body::default();
            let paths = planned.request.get("InputTransformer").and_then(|own| own.get("InputPathsMap"));
            if let Some(paths) = paths {
                transformer.set("input_paths", Setting::Plain(paths.clone()));
            }
            transformer.set("input_template", Setting::Template(template.clone()));
            block.within("input_transformer", transformer);
        }
    }
    for member in planned.request.members().unwrap_or_default() {
        settings(&mut block, member, &target.id, losses);
    }
    block
}

/// What the kind and the delivery need, under the provider's names.
fn settings(block: &mut Body, member: &Member, id: &str, losses: &mut Vec<String>) {
    let own = &member.value;
    match member.key.as_str() {
        "DeadLetterConfig" => block.within("dead_letter_config", renamed(own, &[("Arn", "arn")])),
        "RetryPolicy" => block.within(
            "retry_policy",
            renamed(
                own,
                &[
                    ("MaximumRetryAttempts", "maximum_retry_attempts"),
                    ("MaximumEventAgeInSeconds", "maximum_event_age_in_seconds"),
                ],
            ),
        ),
        "SqsParameters" => {
            block.within("sqs_target", renamed(own, &[("MessageGroupId", "message_group_id")]))
        }
        "KinesisParameters" => {
            block.within("kinesis_target", renamed(own, &[("PartitionKeyPath", "partition_key_path")]));
        }
        "AppSyncParameters" => {
            block.within("appsync_target", renamed(own, &[("GraphQLOperation", "graphql_operation")]));
        }
        "HttpParameters" => block.within(
            "http_target",
            renamed(
                own,
                &[
                    ("PathParameterValues", "path_parameter_values"),
                    ("HeaderParameters", "header_parameters"),
                    ("QueryStringParameters", "query_string_parameters"),
                ],
            ),
        ),
        "BatchParameters" => block.within("batch_target", batch(own)),
        "EcsParameters" => block.within("ecs_target", ecs(own, id, losses)),
        "RedshiftDataParameters" => {
            if own.get("Sqls").is_some() {
                losses.push(format!("Target `{id}`: the AWS provider has no `Sqls`; write one `sql`."));
            }
            block.within(
                "redshift_target",
                renamed(
                    own,
                    &[
                        ("Database", "database"),
                        ("DbUser", "db_user"),
                        ("SecretManagerArn", "secrets_manager_arn"),
                        ("Sql", "sql"),
                        ("StatementName", "statement_name"),
                        ("WithEvent", "with_event"),
                    ],
                ),
            );
        }
        "RunCommandParameters" => {
            for item in own.get("RunCommandTargets").map(items).unwrap_or_default() {
                block.within("run_command_targets", renamed(item, &[("Key", "key"), ("Values", "values")]));
            }
        }
        "SageMakerPipelineParameters" => {
            let mut pipeline = Body::default();
            for item in own.get("PipelineParameterList").map(items).unwrap_or_default() {
                let parameter = renamed(item, &[("Name", "name"), ("Value", "value")]);
                pipeline.within("pipeline_parameter_list", parameter);
            }
            block.within("sagemaker_pipeline_target", pipeline);
        }
        _ => {}
    }
}

fn items(node: &Node) -> &[Node] {
    match &node.value {
        Value::Array(items) => items,
        _ => &[],
    }
}

/// The members that are there, under other names.
fn renamed(node: &Node, names: &[(&str, &'static str)]) -> Body {
    let mut block = Body::default();
    for (from, to) in names {
        if let Some(value) = node.get(from) {
            block.set(to, Setting::Plain(value.clone()));
        }
    }
    block
}

fn batch(node: &Node) -> Body {
    let mut block = renamed(node, &[("JobDefinition", "job_definition"), ("JobName", "job_name")]);
    for (group, from, to) in
        [("ArrayProperties", "Size", "array_size"), ("RetryStrategy", "Attempts", "job_attempts")]
    {
        if let Some(value) = node.get(group).and_then(|group| group.get(from)) {
            block.set(to, Setting::Plain(value.clone()));
        }
    }
    block
}

fn ecs(parameters: &Node, id: &str, losses: &mut Vec<String>) -> Body {
    let mut block = renamed(
        parameters,
        &[
            ("TaskDefinitionArn", "task_definition_arn"),
            ("TaskCount", "task_count"),
            ("LaunchType", "launch_type"),
            ("PlatformVersion", "platform_version"),
            ("Group", "group"),
            ("EnableECSManagedTags", "enable_ecs_managed_tags"),
            ("EnableExecuteCommand", "enable_execute_command"),
            ("PropagateTags", "propagate_tags"),
        ],
    );
    if let Some(tags) = parameters.get("Tags").map(items) {
        let pair = |tag: &Node| {
            let key = tag.get("Key").and_then(Node::as_str)?.to_owned();
            let value = tag.get("Value").cloned().unwrap_or_else(|| string(""));
            Some(Member { key, key_span: Span::default(), value })
        };
        let pairs = tags.iter().filter_map(pair).collect();
        block.set("tags", Setting::Plain(node(Value::Object(pairs))));
    }
    if parameters.get("ReferenceId").is_some() {
        losses.push(format!("Target `{id}`: the AWS provider has no `ReferenceId`."));
    }
    if let Some(network) =
        parameters.get("NetworkConfiguration").and_then(|own| own.get("awsvpcConfiguration"))
    {
        let mut vpc = renamed(network, &[("Subnets", "subnets"), ("SecurityGroups", "security_groups")]);
        if let Some(public) = network.get("AssignPublicIp").and_then(Node::as_str) {
            vpc.set("assign_public_ip", Setting::Plain(node(Value::Bool(public == "ENABLED"))));
        }
        block.within("network_configuration", vpc);
    }
    type Names = [(&'static str, &'static str)];
    let lists: [(&str, &str, &Names); 3] = [
        (
            "CapacityProviderStrategy",
            "capacity_provider_strategy",
            &[("capacityProvider", "capacity_provider"), ("weight", "weight"), ("base", "base")],
        ),
        ("PlacementConstraints", "placement_constraint", &[("type", "type"), ("expression", "expression")]),
        ("PlacementStrategy", "ordered_placement_strategy", &[("type", "type"), ("field", "field")]),
    ];
    for (from, to, names) in lists {
        for item in parameters.get(from).map(items).unwrap_or_default() {
            block.within(to, renamed(item, names));
        }
    }
    block
}

fn grants(
    plan: &Plan<'_>,
    planned: &Planned<'_>,
    rule: &str,
    file: &str,
    notes: &mut Vec<String>,
) -> Vec<Resource> {
    let (id, arn) = (&planned.target.id, &planned.target.arn);
    let document = |grant: &Grant| Setting::Document(grant.document.clone());
    let mut made = Vec::new();
    // A role stands before what names it.
    let is_trust = |grant: &&Grant| grant.attached_to == AttachedTo::RoleTrust;
    let (trusts, others): (Vec<_>, Vec<_>) = planned.grants.iter().partition(is_trust);
    for grant in trusts.into_iter().chain(others) {
        let mut block = Body::default();
        let kind = match grant.attached_to {
            AttachedTo::Function => {
                block.plain("statement_id", statement_id(&plan.rule.name, &planned.slug));
                block.plain("action", "lambda:InvokeFunction");
                block.plain("function_name", arn);
                block.plain("principal", "events.amazonaws.com");
                block.of("source_arn", RULE, rule, "arn");
                "aws_lambda_permission"
            }
            AttachedTo::Topic => {
                notes.push(replaces(id, file, "topic"));
                block.plain("arn", arn);
                block.set("policy", document(grant));
                "aws_sns_topic_policy"
            }
            AttachedTo::Queue | AttachedTo::DeadLetterQueue => {
                let (queue, what) = match grant.attached_to {
                    AttachedTo::Queue => (arn, "queue"),
                    _ => (&planned.target.dead_letter_arn, "dead-letter queue"),
                };
                notes.push(replaces(id, file, what));
                let url = Arn::parse(queue).map(|arn| queue_url(&arn)).unwrap_or_default();
                block.plain("queue_url", url);
                block.set("policy", document(grant));
                "aws_sqs_queue_policy"
            }
            AttachedTo::Logs => {
                block.plain("policy_name", role_name(plan.rule, &planned.slug));
                block.set("policy_document", document(grant));
                "aws_cloudwatch_log_resource_policy"
            }
            AttachedTo::RoleTrust if planned.made_role.is_some() => {
                block.plain("name", role_name(plan.rule, &planned.slug));
                block.set("assume_role_policy", document(grant));
                "aws_iam_role"
            }
            AttachedTo::Role if planned.made_role.is_some() => {
                block.plain("name", "deliver");
                block.of("role", "aws_iam_role", &planned.slug, "id");
                block.set("policy", document(grant));
                "aws_iam_role_policy"
            }
            AttachedTo::Role => {
                notes.push(format!("Target `{id}`: add `role_arn`, a role EventBridge may assume."));
                continue;
            }
            AttachedTo::RoleTrust => continue,
            AttachedTo::RestApi => {
                notes.push(format!("Target `{id}`: the API's own resource policy must allow EventBridge."));
                continue;
            }
        };
        let dead_letter = if grant.attached_to == AttachedTo::DeadLetterQueue { "_dead_letter" } else { "" };
        made.push(Resource { kind, name: format!("{}{dead_letter}", planned.slug), body: block });
    }
    made
}
