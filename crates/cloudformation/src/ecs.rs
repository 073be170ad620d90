//! `EcsParameters`, which CloudFormation spells in its own way.

use rulepad_document::json::{Node, Value};

/// Who spells `EcsParameters`.
#[derive(Clone, Copy, PartialEq)]
enum Spelling {
    CloudFormation,
    Request,
}

/// `EcsParameters` of the targets in CloudFormation's spelling, as PutTargets has them.
pub fn ecs_as_requested(rule: &mut Node) {
    let Some(Node { value: Value::Array(targets), .. }) = rule.get_mut("Targets") else { return };
    for target in targets {
        if let Some(parameters) = target.get_mut("EcsParameters") {
            respell_ecs(parameters, Spelling::Request);
        }
    }
}

/// `EcsParameters` as PutTargets has them, in CloudFormation's spelling.
pub fn ecs_in_template(parameters: &mut Node) {
    respell_ecs(parameters, Spelling::CloudFormation);
}

/// The names that `EcsParameters` has in CloudFormation and nowhere else.
fn respell_ecs(parameters: &mut Node, into: Spelling) {
    fn rename(node: &mut Node, from: &str, to: &str) {
        if let Value::Object(members) = &mut node.value {
            for member in members.iter_mut().filter(|member| member.key == from) {
                to.clone_into(&mut member.key);
            }
        }
    }
    let capital = |key: &str| {
        let mut chars = key.chars();
        let first = |first: char| match into {
            Spelling::CloudFormation => first.to_ascii_uppercase(),
            Spelling::Request => first.to_ascii_lowercase(),
        };
        chars.next().map_or_else(String::new, |c| first(c).to_string() + chars.as_str())
    };
    let turned = |(from, to): (&'static str, &'static str)| match into {
        Spelling::CloudFormation => (from, to),
        Spelling::Request => (to, from),
    };
    for (from, to) in [("PlacementStrategy", "PlacementStrategies"), ("Tags", "TagList")].map(turned) {
        rename(parameters, from, to);
    }
    if let Some(network) = parameters.get_mut("NetworkConfiguration") {
        let (from, to) = turned(("awsvpcConfiguration", "AwsVpcConfiguration"));
        rename(network, from, to);
    }
    let strategies = turned(("PlacementStrategy", "PlacementStrategies")).1;
    for listed in ["CapacityProviderStrategy", strategies, "PlacementConstraints"] {
        if let Some(Node { value: Value::Array(items), .. }) = parameters.get_mut(listed) {
            for item in items {
                if let Value::Object(members) = &mut item.value {
                    members.iter_mut().for_each(|member| member.key = capital(&member.key));
                }
            }
        }
    }
}
