//! A CDK app in Python.

use super::{App, Construct, Expression, class_of_values, class_within, environment, snake};
use crate::formats::text::python;
use crate::later::Later;
use crate::plan::Plan;
use crate::{Rendered, file_name};
use rulepad_document::json::{Member, Node, Value};
use rulepad_document::source_text::commented;
use std::collections::BTreeSet;

/// One stack with the rule, its targets and their policies.
pub(crate) fn export(plan: Plan<'_>) -> Rendered {
    let file_name = file_name(plan.rule, "cdk.py");
    let later = plan.later;
    let (app, remarks) = App::of(plan);
    Rendered {
        text: written(&app, later, &file_name),
        file_name,
        media_type: "text/x-python",
        losses: remarks.losses,
        notes: remarks.notes,
    }
}

/// The text of an app, in a file of this name.
#[must_use]
pub fn written(app: &App, later: &[Later], file_name: &str) -> String {
    let App { purpose, stack, place, constructs, outputs } = app;
    let environment: Vec<String> =
        environment(place).map(|(name, value)| format!("{name}={}", python::string(value))).collect();
    let environment = match environment.as_slice() {
        [] => String::new(),
        known => format!(", env=Environment({})", known.join(", ")),
    };
    let mut body = format!("app = App()\nstack = Stack(app, {}{environment})\n", python::string(stack));
    for construct in constructs {
        body.push_str(&format!("\n{}", self::construct(construct)));
    }
    body.push('\n');
    for own in outputs {
        let (id, construct) = (python::string(&own.id), snake(&own.construct));
        let attribute = snake(own.attribute);
        body.push_str(&format!("CfnOutput(stack, {id}, value={construct}.attr_{attribute})\n"));
    }
    body.push_str("\napp.synth()\n");
    let names = [
        ("Aws", "Aws."),
        ("CfnOutput", "CfnOutput("),
        ("CfnTag", "CfnTag("),
        ("Environment", "Environment("),
        ("Fn", "Fn."),
        ("Token", "Token."),
    ];
    let used = |name: &&str| names.iter().all(|(own, call)| own != name || body.contains(call));
    let own: Vec<&str> = ["App", "Aws", "CfnOutput", "CfnTag", "Environment", "Fn", "Stack", "Token"]
        .into_iter()
        .filter(used)
        .collect();
    let services: BTreeSet<&str> = constructs.iter().map(|own| own.service.as_str()).collect();
    let services: String = services
        .iter()
        .map(|service| format!("from aws_cdk import aws_{service} as {}\n", module(service)))
        .collect();
    let asked = python::asked(later.iter().filter(|own| own.natural.is_none()));
    let needed = [("json", body.contains("json.dumps(")), ("os", !asked.is_empty())];
    let imports: String = needed
        .into_iter()
        .filter(|(_, is_needed)| *is_needed)
        .map(|(module, _)| format!("import {module}\n"))
        .collect();
    let imports = if imports.is_empty() { imports } else { imports + "\n" };
    format!(
        "\"\"\"{purpose}.\n\n    npx cdk deploy --app \"python3 {file_name}\"\n\"\"\"\n\n{imports}from aws_cdk import \
         {}\n{services}\n{asked}{body}",
        own.join(", ")
    )
}

/// `lambda` is a word of the language.
fn module(service: &str) -> &str {
    if service == "lambda" { "lambda_" } else { service }
}

fn construct(construct: &Construct) -> String {
    let class = format!("{}.{}", module(&construct.service), construct.class);
    let variable = snake(&construct.id);
    let named = if construct.is_named { format!("{variable} = ") } else { String::new() };
    let mut arguments = vec!["stack".to_owned(), python::string(&construct.id)];
    arguments.extend(properties(&class, &construct.properties, 0));
    let comment = construct.comment.as_ref().map(|comment| commented("# ", comment, 0)).unwrap_or_default();
    let mut out = format!("{comment}{named}{}\n", python::call(&class, arguments, 0));
    if let Some(text) = &construct.pattern_text {
        let text = match (&text.value, Expression::of(text)) {
            (Value::String(text), None) => python::json_lines(text),
            _ => value(&class, "", text, 0),
        };
        out.push_str("# JSON text, so that nothing on the way changes it.\n");
        out.push_str(&format!("{variable}.add_property_override(\"EventPattern\", {text})\n"));
    }
    if let Some(before) = &construct.after {
        out.push_str(&format!("{variable}.add_dependency({})\n", snake(before)));
    }
    out
}

/// `name=value` of each property; `class` is that of the construct.
fn properties(class: &str, members: &[Member], depth: usize) -> Vec<String> {
    let member =
        |own: &Member| format!("{}={}", snake(&own.key), value(class, &own.key, &own.value, depth + 1));
    members.iter().map(member).collect()
}

/// The value of a property.
fn value(class: &str, name: &str, node: &Node, depth: usize) -> String {
    if let (Value::Object(members), Some(within)) = (&node.value, class_of_values(name)) {
        let entry = |own: &Member| {
            let members = own.value.members().unwrap_or_default();
            let call =
                python::call(&format!("{class}.{within}"), properties(class, members, depth + 1), depth + 1);
            (python::string(&own.key), call)
        };
        return python::object(members.iter().map(entry).collect(), depth);
    }
    match (&node.value, class_within(name)) {
        (Value::Object(members), Some(within)) => {
            let function = if within == "CfnTag" { within.to_owned() } else { format!("{class}.{within}") };
            python::call(&function, properties(class, members, depth), depth)
        }
        (Value::Array(items), Some(_)) => {
            python::list(items.iter().map(|item| value(class, name, item, depth + 1)).collect(), depth)
        }
        _ => python::value_with(node, depth, &expression),
    }
}

fn expression(node: &Node) -> Option<String> {
    Some(match Expression::of(node)? {
        Expression::Arn(id) => format!("{}.attr_arn", snake(id)),
        Expression::Sub(text) => format!("Fn.sub({})", python::string(text)),
        Expression::Parts(parts) => {
            let parts: Vec<String> = parts.into_iter().map(python::string).collect();
            format!("Token.as_string({{\"Fn::Join\": [\"\", [{}]]}})", parts.join(", "))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_document::Role;
    use rulepad_document::json::parse;
    use rulepad_rule::{Rule, Target};

    #[test]
    fn properties_are_classes_and_maps_are_dictionaries() {
        let node = parse(r#"{"a":[null]}"#, Role::Pattern).root.unwrap();
        let target = Target {
            id: "run".into(),
            arn: "arn:aws:ecs:us-east-1:123456789012:cluster/c".into(),
            parameters: r#"{"TaskDefinitionArn": "t", "Tags": [{"Key": "k-1", "Value": "v"}], "NetworkConfiguration": {"awsvpcConfiguration": {"Subnets": ["s"]}}}"#.into(),
            input: rulepad_transformer::Input::Transformer { paths: r#"{"detailType": "$.a"}"#.into(), template: "<detailType>".into() },
            ..Target::default()
        };
        let rule = Rule { name: "r".into(), ..Rule::default() };
        let text = export(Plan::new(&rule, &node, &[target])).text;
        for part in [
            "            ecs_parameters=events.CfnRule.EcsParametersProperty(\n",
            "aws_vpc_configuration=events.CfnRule.AwsVpcConfigurationProperty(\n",
            "                    CfnTag(\n                        key=\"k-1\",\n",
            "input_paths_map={\n                    \"detailType\": \"$.a\",\n                },\n",
            "role_arn=run_role.attr_arn,",
            "rule.add_property_override(\"EventPattern\", \"\"\"\\\n{\n  \"a\": [null]\n}\"\"\")",
            "from aws_cdk import App, CfnOutput, CfnTag, Environment, Fn, Stack\n",
            "policies=[\n        iam.CfnRole.PolicyProperty(\n            policy_name=\"deliver\",",
        ] {
            assert!(text.contains(part), "no {part} in {text}");
        }
    }
}
