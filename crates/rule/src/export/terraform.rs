//! Terraform: `aws_cloudwatch_event_rule`, `aws_cloudwatch_event_target` and what lets EventBridge deliver.

use super::plan::{Grant, Plan, Planned, RULE_ARN, queue_url, replaces, role_name, statement_id};
use super::text::{hcl, is_fragile};
use super::{Exported, file_name};
use crate::{Arn, AttachedTo};
use rulepad_document::json::{Member, Node, Value};
use rulepad_transformer::Input;

/// A block: attributes and blocks in it, in order.
#[derive(Default)]
struct Block {
    attributes: Vec<(String, String)>,
    blocks: Vec<(String, Block)>,
}

impl Block {
    fn set(&mut self, name: &str, value: impl Into<String>) {
        self.attributes.push((name.to_owned(), value.into()));
    }

    fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.set(name, hcl::string(text));
        }
    }

    fn within(&mut self, name: &str, block: Self) {
        self.blocks.push((name.to_owned(), block));
    }

    fn write(&self, head: &str, depth: usize, out: &mut String) {
        let pad = "  ".repeat(depth);
        out.push_str(&format!("{pad}{head} {{\n"));
        out.push_str(&hcl::aligned(&self.attributes, &"  ".repeat(depth + 1)));
        for (at, (name, block)) in self.blocks.iter().enumerate() {
            if at > 0 || !self.attributes.is_empty() {
                out.push('\n');
            }
            block.write(name, depth + 1, out);
        }
        out.push_str(&format!("{pad}}}\n"));
    }
}

/// The rule, its targets and their policies, for version 5 or later of the provider.
pub(super) fn export(mut plan: Plan<'_>) -> Exported {
    let mut notes = std::mem::take(&mut plan.notes);
    let slug = plan.slug();
    let mut out = String::from(
        "terraform {\n  required_providers {\n    aws = {\n      source  = \"hashicorp/aws\"\n      version = \">= \
         5.0\"\n    }\n  }\n}\n",
    );
    let mut write = |kind: &str, name: &str, block: &Block| {
        out.push('\n');
        block.write(&format!("resource \"{kind}\" \"{name}\""), 0, &mut out);
    };
    write("aws_cloudwatch_event_rule", &slug, &rule(&plan, &mut notes));
    for planned in &plan.targets {
        for (kind, name, block) in grants(&plan, planned, &slug, &mut notes) {
            write(kind, &name, &block);
        }
        write("aws_cloudwatch_event_target", &planned.slug, &target(planned, &slug, &mut notes));
    }
    Exported {
        file_name: file_name(plan.rule, "tf"),
        media_type: "text/plain".to_owned(),
        text: out,
        losses: Vec::new(),
        notes,
    }
}

fn rule(plan: &Plan<'_>, notes: &mut Vec<String>) -> Block {
    let rule = plan.rule;
    let mut block = Block::default();
    block.text("name", &rule.name);
    block.text("description", &rule.description);
    block.set("event_bus_name", hcl::string(rule.bus()));
    block.set("state", hcl::string(rule.state.name()));
    block.text("role_arn", &rule.role_arn);
    if is_fragile(plan.pattern) {
        notes.push(
            "The event pattern stands in the file as JSON text: `jsonencode` would respell a number of it."
                .to_owned(),
        );
        block.set("event_pattern", hcl::string(&plan.pattern_text()));
    } else {
        block.set("event_pattern", format!("jsonencode({})", hcl::value(plan.pattern, 1)));
    }
    block
}

fn target(planned: &Planned<'_>, rule: &str, notes: &mut Vec<String>) -> Block {
    let target = planned.target;
    let mut block = Block::default();
    block.set("rule", format!("aws_cloudwatch_event_rule.{rule}.name"));
    block.set("event_bus_name", format!("aws_cloudwatch_event_rule.{rule}.event_bus_name"));
    block.text("target_id", &target.id);
    block.text("arn", &target.arn);
    match planned.made_role {
        Some(_) => block.set("role_arn", format!("aws_iam_role.{}.arn", planned.slug)),
        None => block.text("role_arn", &target.role_arn),
    }
    match &target.input {
        Input::MatchedEvent => {}
        Input::Path(path) => block.set("input_path", hcl::string(path)),
        Input::Constant(text) => block.set("input", hcl::string(text)),
        Input::Transformer { template, .. } => {
            let mut transformer = Block::default();
            let paths = planned.request.get("InputTransformer").and_then(|own| own.get("InputPathsMap"));
            if let Some(paths) = paths {
                transformer.set("input_paths", hcl::value(paths, 2));
            }
            // Never `jsonencode`: it writes `<` and `>` in a way that EventBridge does not read back.
            transformer.set("input_template", template_text(template));
            block.within("input_transformer", transformer);
        }
    }
    for member in planned.request.members().unwrap_or_default() {
        settings(&mut block, member, &target.id, notes);
    }
    block
}

/// A template of several lines as a heredoc where that gives the same text back, else a quoted string.
fn template_text(template: &str) -> String {
    let plain = template.lines().all(|line| line.trim() != "EOT")
        && !template.contains(|c: char| c.is_control() && c != '\n');
    if template.contains('\n') && template.ends_with('\n') && plain {
        let text = template.replace("${", "$${").replace("%{", "%%{");
        return format!("<<EOT\n{text}EOT");
    }
    hcl::string(template)
}

/// What the kind and the delivery need, under the provider's names.
fn settings(block: &mut Block, member: &Member, id: &str, notes: &mut Vec<String>) {
    let node = &member.value;
    match member.key.as_str() {
        "DeadLetterConfig" => block.within("dead_letter_config", renamed(node, &[("Arn", "arn")])),
        "RetryPolicy" => block.within(
            "retry_policy",
            renamed(
                node,
                &[
                    ("MaximumRetryAttempts", "maximum_retry_attempts"),
                    ("MaximumEventAgeInSeconds", "maximum_event_age_in_seconds"),
                ],
            ),
        ),
        "SqsParameters" => {
            block.within("sqs_target", renamed(node, &[("MessageGroupId", "message_group_id")]))
        }
        "KinesisParameters" => {
            block.within("kinesis_target", renamed(node, &[("PartitionKeyPath", "partition_key_path")]));
        }
        "AppSyncParameters" => {
            block.within("appsync_target", renamed(node, &[("GraphQLOperation", "graphql_operation")]));
        }
        "HttpParameters" => block.within(
            "http_target",
            renamed(
                node,
                &[
                    ("PathParameterValues", "path_parameter_values"),
                    ("HeaderParameters", "header_parameters"),
                    ("QueryStringParameters", "query_string_parameters"),
                ],
            ),
        ),
        "BatchParameters" => block.within("batch_target", batch(node)),
        "EcsParameters" => block.within("ecs_target", ecs(node, id, notes)),
        "RedshiftDataParameters" => {
            if node.get("Sqls").is_some() {
                notes.push(format!("Target `{id}`: the provider has no `Sqls`; write one `sql`."));
            }
            block.within(
                "redshift_target",
                renamed(
                    node,
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
            for item in node.get("RunCommandTargets").map(items).unwrap_or_default() {
                block.within("run_command_targets", renamed(item, &[("Key", "key"), ("Values", "values")]));
            }
        }
        "SageMakerPipelineParameters" => {
            let mut pipeline = Block::default();
            for item in node.get("PipelineParameterList").map(items).unwrap_or_default() {
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
fn renamed(node: &Node, names: &[(&str, &str)]) -> Block {
    let mut block = Block::default();
    for (from, to) in names {
        if let Some(value) = node.get(from) {
            block.set(to, hcl::value(value, 2));
        }
    }
    block
}

fn batch(node: &Node) -> Block {
    let mut block = renamed(node, &[("JobDefinition", "job_definition"), ("JobName", "job_name")]);
    for (group, from, to) in
        [("ArrayProperties", "Size", "array_size"), ("RetryStrategy", "Attempts", "job_attempts")]
    {
        if let Some(value) = node.get(group).and_then(|group| group.get(from)) {
            block.set(to, hcl::value(value, 2));
        }
    }
    block
}

fn ecs(node: &Node, id: &str, notes: &mut Vec<String>) -> Block {
    let mut block = renamed(
        node,
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
    if let Some(tags) = node.get("Tags").map(items) {
        let pair = |tag: &Node| {
            let text = |name: &str| tag.get(name).and_then(Node::as_str).map(hcl::string);
            Some((text("Key")?, text("Value").unwrap_or_else(|| hcl::string(""))))
        };
        let pairs: Vec<(String, String)> = tags.iter().filter_map(pair).collect();
        block.set("tags", format!("{{\n{}    }}", hcl::aligned(&pairs, "      ")));
    }
    if node.get("ReferenceId").is_some() {
        notes.push(format!("Target `{id}`: the provider has no `ReferenceId`."));
    }
    if let Some(network) = node.get("NetworkConfiguration").and_then(|own| own.get("awsvpcConfiguration")) {
        let mut vpc = renamed(network, &[("Subnets", "subnets"), ("SecurityGroups", "security_groups")]);
        if let Some(public) = network.get("AssignPublicIp").and_then(Node::as_str) {
            vpc.set("assign_public_ip", (public == "ENABLED").to_string());
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
        for item in node.get(from).map(items).unwrap_or_default() {
            block.within(to, renamed(item, names));
        }
    }
    block
}

fn grants(
    plan: &Plan<'_>,
    planned: &Planned<'_>,
    rule: &str,
    notes: &mut Vec<String>,
) -> Vec<(&'static str, String, Block)> {
    let (id, arn) = (&planned.target.id, &planned.target.arn);
    let document = |grant: &Grant| document(&grant.document, rule);
    let mut made = Vec::new();
    for grant in &planned.grants {
        let mut block = Block::default();
        let kind = match grant.attached_to {
            AttachedTo::Function => {
                block.set("statement_id", hcl::string(&statement_id(&plan.rule.name, &planned.slug)));
                block.set("action", hcl::string("lambda:InvokeFunction"));
                block.set("function_name", hcl::string(arn));
                block.set("principal", hcl::string("events.amazonaws.com"));
                block.set("source_arn", format!("aws_cloudwatch_event_rule.{rule}.arn"));
                "aws_lambda_permission"
            }
            AttachedTo::Topic => {
                notes.push(replaces(id, "file", "topic"));
                block.set("arn", hcl::string(arn));
                block.set("policy", document(grant));
                "aws_sns_topic_policy"
            }
            AttachedTo::Queue | AttachedTo::DeadLetterQueue => {
                let (queue, what) = match grant.attached_to {
                    AttachedTo::Queue => (arn, "queue"),
                    _ => (&planned.target.dead_letter_arn, "dead-letter queue"),
                };
                notes.push(replaces(id, "file", what));
                let url = Arn::parse(queue).map(|arn| queue_url(&arn)).unwrap_or_default();
                block.set("queue_url", hcl::string(&url));
                block.set("policy", document(grant));
                "aws_sqs_queue_policy"
            }
            AttachedTo::Logs => {
                block.set("policy_name", hcl::string(&role_name(plan.rule, &planned.slug)));
                block.set("policy_document", document(grant));
                "aws_cloudwatch_log_resource_policy"
            }
            AttachedTo::RoleTrust if planned.made_role.is_some() => {
                block.set("name", hcl::string(&role_name(plan.rule, &planned.slug)));
                block.set("assume_role_policy", document(grant));
                "aws_iam_role"
            }
            AttachedTo::Role if planned.made_role.is_some() => {
                block.set("name", hcl::string("deliver"));
                block.set("role", format!("aws_iam_role.{}.id", planned.slug));
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
        made.push((kind, format!("{}{dead_letter}", planned.slug), block));
    }
    made
}

/// A policy for `jsonencode`, with a reference to the rule in the place of its ARN.
fn document(node: &Node, rule: &str) -> String {
    let text =
        hcl::value(node, 1).replace(&hcl::string(RULE_ARN), &format!("aws_cloudwatch_event_rule.{rule}.arn"));
    format!("jsonencode({text})")
}
