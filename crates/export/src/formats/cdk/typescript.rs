//! A CDK app in TypeScript.

use super::{App, Construct, Expression, class_of_values, class_within, environment, property};
use crate::formats::text::script;
use crate::later::Later;
use crate::plan::Plan;
use crate::{Rendered, file_name};
use rulepad_document::json::{Member, Node, Value};
use rulepad_document::source_text::commented;
use std::collections::BTreeSet;

/// One stack with the rule, its targets and their policies.
pub(crate) fn export(plan: Plan<'_>) -> Rendered {
    let file_name = file_name(plan.rule, "cdk.ts");
    let later = plan.later;
    let (app, remarks) = App::of(plan);
    Rendered {
        text: written(&app, later, &file_name),
        file_name,
        media_type: "text/typescript",
        losses: remarks.losses,
        notes: remarks.notes,
    }
}

/// The text of an app, in a file of this name.
#[must_use]
pub fn written(app: &App, later: &[Later], file_name: &str) -> String {
    let App { purpose, stack, place, constructs, outputs } = app;
    let environment: Vec<String> =
        environment(place).map(|(name, value)| format!("{name}: {}", script::string(value))).collect();
    let environment = match environment.as_slice() {
        [] => String::new(),
        known => format!(", {{ env: {{ {} }} }}", known.join(", ")),
    };
    let mut body = format!(
        "const app = new App();\nconst stack = new Stack(app, {}{environment});\n",
        script::string(stack)
    );
    for construct in constructs {
        body.push_str(&format!("\n{}", self::construct(construct)));
    }
    body.push('\n');
    for own in outputs {
        let (id, construct) = (script::string(&own.id), property(&own.construct));
        body.push_str(&format!(
            "new CfnOutput(stack, {id}, {{ value: {construct}.attr{} }});\n",
            own.attribute
        ));
    }
    let own: Vec<&str> = ["App", "Aws", "CfnOutput", "Fn", "Stack", "Token"]
        .into_iter()
        .filter(|name| !matches!(*name, "Aws" | "Fn" | "Token") || body.contains(&format!("{name}.")))
        .filter(|name| *name != "CfnOutput" || !outputs.is_empty())
        .collect();
    let services: BTreeSet<&str> = constructs.iter().map(|own| own.service.as_str()).collect();
    let services: String = services
        .iter()
        .map(|service| format!("import * as {service} from \"aws-cdk-lib/aws-{service}\";\n"))
        .collect();
    format!(
        "// {purpose}:\n// npx cdk deploy --app \"npx tsx {file_name}\"\nimport {{ {} }} from \
         \"aws-cdk-lib\";\n{services}\n{}{body}",
        own.join(", "),
        asked(later)
    )
}

/// The values that the file asks for, as constants.
fn asked(later: &[Later]) -> String {
    let mut constants = String::new();
    for own in later.iter().filter(|own| own.natural.is_none()) {
        let (name, described) = (own.capitals(), script::string(&own.described()));
        constants.push_str(&format!(
            "const {name} = process.env.{name} ?? fillIn({}, {described});\n",
            script::string(&name)
        ));
    }
    if constants.is_empty() {
        return constants;
    }
    format!(
        "/** Stops where a value is missing: set the environment variable, or write the value instead of the call. */\nfunction \
         fillIn(name: string, value: string): never {{\n  throw new Error(`${{name}} is not set: ${{value}}`);\n}}\n\n{constants}\n"
    )
}

fn construct(construct: &Construct) -> String {
    let Construct { id, service, class, .. } = construct;
    let variable = property(id);
    let named = if construct.is_named { format!("const {variable} = ") } else { String::new() };
    let properties = properties(&construct.properties, 0);
    let comment = construct.comment.as_ref().map(|comment| commented("// ", comment, 0)).unwrap_or_default();
    let mut out =
        format!("{comment}{named}new {service}.{class}(stack, {}, {properties});\n", script::string(id));
    if let Some(text) = &construct.pattern_text {
        let text = match (&text.value, Expression::of(text)) {
            (Value::String(text), None) => script::json_lines(text),
            _ => value("", text, 0),
        };
        out.push_str("// JSON text, so that nothing on the way changes it.\n");
        out.push_str(&format!("{variable}.addPropertyOverride(\"EventPattern\", {text});\n"));
    }
    if let Some(before) = &construct.after {
        out.push_str(&format!("{variable}.addDependency({});\n", property(before)));
    }
    out
}

fn properties(members: &[Member], depth: usize) -> String {
    let member = |own: &Member| (property(&own.key), value(&own.key, &own.value, depth + 1));
    script::object(members.iter().map(member).collect(), depth)
}

/// The value of a property.
fn value(name: &str, node: &Node, depth: usize) -> String {
    match &node.value {
        Value::Object(members) if class_of_values(name).is_some() => {
            let entry = |own: &Member| {
                let members = own.value.members().unwrap_or_default();
                (script::key(&own.key), properties(members, depth + 1))
            };
            script::object(members.iter().map(entry).collect(), depth)
        }
        Value::Object(members) if class_within(name).is_some() => properties(members, depth),
        Value::Array(items) if class_within(name).is_some() => {
            script::list(items.iter().map(|item| value(name, item, depth + 1)).collect(), depth)
        }
        _ => script::value_with(node, depth, &expression),
    }
}

fn expression(node: &Node) -> Option<String> {
    Some(match Expression::of(node)? {
        Expression::Arn(id) => format!("{}.attrArn", property(id)),
        Expression::Sub(text) => format!("Fn.sub({})", script::string(text)),
        Expression::Parts(parts) => {
            let parts: Vec<String> = parts.into_iter().map(script::string).collect();
            format!("Token.asString({{ \"Fn::Join\": [\"\", [{}]] }})", parts.join(", "))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_document::Role;
    use rulepad_document::json::{parse, pretty};
    use rulepad_rule::{Rule, Target};

    fn text(pattern: &str, description: &str, targets: &[Target]) -> String {
        let node = parse(pattern, Role::Pattern).root.unwrap();
        let rule = Rule { name: "r".into(), description: description.into(), ..Rule::default() };
        export(Plan::new(&rule, &node, targets)).text
    }

    #[test]
    fn an_object_stays_an_object_where_nothing_of_it_is_lost() {
        let text = text(r#"{"detail-type": ["a"], "$or": [{"b": [1]}, {"c": [true]}]}"#, "", &[]);
        assert!(
            text.contains("  eventPattern: {\n    \"detail-type\": [\"a\"],\n    $or: [")
                || text.contains("\"$or\": ["),
            "{text}"
        );
        assert!(!text.contains("addPropertyOverride"));
    }

    #[test]
    fn a_pattern_that_would_change_is_put_in_as_text() {
        for pattern in [
            r#"{"n":[4.0]}"#,
            r#"{"n":[9007199254740993]}"#,
            r#"{"n":[null]}"#,
            r#"{"b":["x"],"2":["x"]}"#,
            r#"{"__proto__":["x"]}"#,
            r#"{"Ref":["x"]}"#,
            r#"{"$jsii.byref":["x"]}"#,
        ] {
            let text = text(pattern, "", &[]);
            let lines = pretty(&parse(pattern, Role::Pattern).root.unwrap()).replace("${", "\\${");
            let call = format!("rule.addPropertyOverride(\"EventPattern\", `{lines}`);");
            assert!(text.contains(&call) && !text.contains("eventPattern:"), "{text}");
        }
    }

    #[test]
    fn a_text_that_looks_like_a_value_of_the_library_is_parted() {
        let text = text(r##"{"a":["#{Token[x.1]}"]}"##, "${Token[TOKEN.1]}", &[]);
        assert!(
            text.contains(r#"description: Token.asString({ "Fn::Join": ["", ["$", "{Token[TOKEN.1]}"]] }),"#),
            "{text}"
        );
        assert!(
            text.contains(r##"Token.asString({ "Fn::Join": ["", ['{"a":["#', '{Token[x.1]}"]}']] })"##),
            "{text}"
        );
        assert!(text.contains("import { App, CfnOutput, Stack, Token }"), "{text}");
    }

    #[test]
    fn a_role_stands_before_the_rule_that_names_it() {
        let target = Target {
            id: "run".into(),
            arn: "arn:aws:states:us-east-1:123456789012:stateMachine:m".into(),
            ..Target::default()
        };
        let text = text(r#"{"source":["a"]}"#, "", &[target]);
        let role = text.find("const runRole = new iam.CfnRole(").unwrap();
        let rule = text.find("const rule = new events.CfnRule(").unwrap();
        assert!(role < rule && text.contains("roleArn: runRole.attrArn,"), "{text}");
        assert!(text.contains("\"aws:SourceArn\": Fn.sub(\"arn:${AWS::Partition}:events:"), "{text}");
    }
}
