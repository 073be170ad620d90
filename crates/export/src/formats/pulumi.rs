//! A Pulumi program in TypeScript, over the resources of the AWS provider.

use super::cdk::loses_key;
use super::text::{holds_text, is_fragile, script, shown};
use crate::later::Later;
use crate::message::{FileKind, Note, PatternAsText, Program, Respells, TargetNote};
use crate::plan::{Plan, RULE_ARN, camel, lower_camel};
use crate::provider::{Body, RULE, Resource, Resources, Setting};
use crate::{Rendered, file_name};
use rulepad_document::json::{Node, Value, pretty};
use rulepad_document::source_text::{commented, one_line_of};

/// The rule, its targets and their policies.
pub(crate) fn export(plan: &mut Plan<'_>) -> Rendered {
    let Resources { all, mut losses, mut notes } = Resources::of(plan, FileKind::Program);
    losses.extend(plan.targets.iter().filter_map(|planned| loses_key(planned, Program::Pulumi)));
    if plan.pattern.is_some_and(|pattern| !script::keeps(pattern)) {
        notes.push(Note::PatternAsText(PatternAsText::JavaScript));
    }
    for planned in plan.targets.iter().filter(|planned| is_fragile(&planned.request)) {
        notes.push(Note::of(&planned.target.id, TargetNote::Respelled(Respells::JavaScript)));
    }
    let resources: String = all.iter().map(|own| format!("\n{}", resource(own))).collect();
    let place = plan
        .region()
        .map(|region| format!("// The rule is in {region}: pulumi config set aws:region {region}\n"))
        .unwrap_or_default();
    let asked = asked(plan.later);
    let pulumi = if resources.contains(JSON_OF_OUTPUTS) || !asked.is_empty() {
        "import * as pulumi from \"@pulumi/pulumi\";\n"
    } else {
        ""
    };
    let text = format!(
        "// Creates the rule, its targets and the permissions they need, with Pulumi.\n{place}import * as aws from \
         \"@pulumi/aws\";\n{pulumi}{asked}{resources}\nexport const ruleArn = rule.arn;\n"
    );
    Rendered {
        file_name: file_name(plan.rule, "pulumi.ts"),
        media_type: "text/typescript",
        text,
        losses,
        notes,
    }
}

/// The values that the program asks the configuration of the stack for.
fn asked(later: &[Later]) -> String {
    if later.is_empty() {
        return String::new();
    }
    let mut out = "\n// `pulumi config set` gives these their values.\nconst config = new pulumi.Config();\n"
        .to_owned();
    for own in later {
        let key = script::string(&own.config_key());
        let (name, described) = (own.capitals(), own.described());
        out.push_str(&format!("// {}\nconst {name} = config.require({key});\n", one_line_of(&described)));
    }
    out
}

/// Writes JSON that holds values which are known only after something has been created.
const JSON_OF_OUTPUTS: &str = "pulumi.jsonStringify(";

fn resource(resource: &Resource) -> String {
    let variable = match resource.kind {
        RULE | ROLE => format!("const {} = ", variable(resource.kind, &resource.name)),
        _ => String::new(),
    };
    let name = script::string(&resource.name);
    let comment = resource.comment.as_ref().map(|comment| commented("// ", comment, 0)).unwrap_or_default();
    format!(
        "{comment}{variable}new {}({name}, {});\n",
        class(resource.kind),
        body(&resource.body, resource.kind, 0)
    )
}

const ROLE: &str = "aws_iam_role";

/// What a resource that others name is called in the program.
fn variable(kind: &str, name: &str) -> String {
    if kind == RULE { "rule".to_owned() } else { format!("{}Role", lower_camel(name)) }
}

/// `aws_sns_topic_policy` as `aws.sns.TopicPolicy`.
fn class(kind: &str) -> String {
    let parts = kind.strip_prefix("aws_").and_then(|kind| kind.split_once('_'));
    let (module, name) = parts.unwrap_or(("", kind));
    format!("aws.{module}.{}", camel(name))
}

/// Blocks that may appear several times are lists here, with names in the plural.
const LISTS: [(&str, &str); 5] = [
    ("run_command_targets", "runCommandTargets"),
    ("pipeline_parameter_list", "pipelineParameterLists"),
    ("capacity_provider_strategy", "capacityProviderStrategies"),
    ("placement_constraint", "placementConstraints"),
    ("ordered_placement_strategy", "orderedPlacementStrategies"),
];

fn body(body: &Body, kind: &str, depth: usize) -> String {
    let attribute = |(name, setting): &(&str, Setting)| {
        let name = match (kind, *name) {
            ("aws_lambda_permission", "function_name") => "function".to_owned(),
            (_, name) => lower_camel(name),
        };
        (name, self::setting(setting, depth + 1))
    };
    let mut members: Vec<(String, String)> = body.attributes.iter().map(attribute).collect();
    let mut lists: Vec<(&str, Vec<String>)> = Vec::new();
    for (name, block) in &body.blocks {
        match LISTS.iter().find(|(single, _)| single == name) {
            None => members.push((lower_camel(name), self::body(block, kind, depth + 1))),
            Some((_, plural)) => {
                let item = self::body(block, kind, depth + 2);
                match lists.iter_mut().find(|(name, _)| name == plural) {
                    Some((_, items)) => items.push(item),
                    None => lists.push((plural, vec![item])),
                }
            }
        }
    }
    let list = |(name, items): (&str, Vec<String>)| (name.to_owned(), script::list(items, depth + 1));
    members.extend(lists.into_iter().map(list));
    script::object(members, depth)
}

fn setting(setting: &Setting, depth: usize) -> String {
    match setting {
        Setting::Plain(node) => script::value(node, depth),
        Setting::Template(text) => script::string(text),
        Setting::Pattern(node) if script::keeps(node) => {
            format!("JSON.stringify({})", script::value(node, depth))
        }
        Setting::Pattern(node) => script::json_lines(&shown(&pretty(node))),
        Setting::Document(node) => {
            let stringify = if holds_text(node, &is_rule_arn) { JSON_OF_OUTPUTS } else { "JSON.stringify(" };
            format!("{stringify}{})", script::value_with(node, depth, &reference))
        }
        Setting::Of { kind, name, attribute } => {
            format!("{}.{}", variable(kind, name), lower_camel(attribute))
        }
    }
}

fn is_rule_arn(text: &str) -> bool {
    text == RULE_ARN
}

fn reference(node: &Node) -> Option<String> {
    matches!(&node.value, Value::String(text) if is_rule_arn(text)).then(|| "rule.arn".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_document::Role;
    use rulepad_document::json::parse;
    use rulepad_rule::{Rule, Target};
    use rulepad_transformer::Input;

    fn text(pattern: &str, targets: &[Target]) -> String {
        let node = parse(pattern, Role::Pattern).root.unwrap();
        export(&mut Plan::new(&Rule { name: "r".into(), ..Rule::default() }, &node, targets)).text
    }

    #[test]
    fn a_number_that_javascript_would_respell_travels_as_text() {
        assert!(text(r#"{"n": [1, null]}"#, &[]).contains("JSON.stringify({\n    n: [1, null],\n  })"));
        assert!(
            text(r#"{"n": [9007199254740993]}"#, &[])
                .contains("eventPattern: `{\n  \"n\": [9007199254740993]\n}`,")
        );
        assert!(
            text(r#"{"n": [4.0], "2": ["'"]}"#, &[]).contains("`{\n  \"n\": [4.0],\n  \"2\": [\"'\"]\n}`")
        );
    }

    #[test]
    fn a_template_is_a_text_and_blocks_that_repeat_are_lists() {
        let target = Target {
            id: "run".into(),
            arn: "arn:aws:ecs:us-east-1:123456789012:cluster/c".into(),
            parameters: r#"{"TaskDefinitionArn": "arn:aws:ecs:us-east-1:123456789012:task-definition/t", "PlacementStrategy": [{"type": "random"}]}"#.into(),
            input: Input::Transformer { paths: r#"{"a-b": "$.id"}"#.into(), template: r#"{"a": <a-b>, "b": "${x}"}"#.into() },
            ..Target::default()
        };
        let text = text(r#"{"source": ["a"]}"#, &[target]);
        for part in [
            r#"inputTemplate: '{"a": <a-b>, "b": "${x}"}',"#,
            r#""a-b": "$.id","#,
            "orderedPlacementStrategies: [\n      {\n        type: \"random\",\n      },\n    ],",
            "roleArn: runRole.arn,",
            "role: runRole.id,",
            "pulumi.jsonStringify({",
            "\"aws:SourceArn\": rule.arn,",
        ] {
            assert!(text.contains(part), "no {part} in {text}");
        }
    }
}
