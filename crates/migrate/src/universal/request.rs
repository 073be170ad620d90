//! The request of a universal target while it is written.

use crate::change::Change;
use crate::input::dynamic;
use crate::loss::Loss;
use rulepad_document::json::build::{member, node, object, string, unplaced};
use rulepad_document::json::{Member, Node, Value, compact, quote};

/// A member of a request.
enum Part {
    /// A value that is known.
    Fixed(Node),
    /// An expression, without its delimiters.
    Dynamic(String),
}

/// The members of a request, and what behaves differently.
#[derive(Default)]
pub(super) struct Request {
    members: Vec<(&'static str, Part)>,
    /// What behaves differently.
    pub changes: Vec<Change>,
}

/// The value with a capital first letter in every key, as universal targets have them.
pub(super) fn pascal(own: &Node) -> Node {
    node(match &own.value {
        Value::Array(items) => Value::Array(items.iter().map(pascal).collect()),
        Value::Object(members) => {
            let own = |own: &Member| member(&capital(&own.key), pascal(&own.value));
            Value::Object(members.iter().map(own).collect())
        }
        other => other.clone(),
    })
}

fn capital(key: &str) -> String {
    let mut chars = key.chars();
    chars.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + chars.as_str())
}

impl Request {
    /// A text.
    pub fn text(&mut self, name: &'static str, text: &str) {
        self.fixed(name, string(text));
    }

    /// A value that is known.
    pub fn fixed(&mut self, name: &'static str, value: Node) {
        self.members.push((name, Part::Fixed(value)));
    }

    /// An expression, without its delimiters.
    pub fn dynamic(&mut self, name: &'static str, expression: String) {
        self.members.push((name, Part::Dynamic(expression)));
    }

    /// A value of the target's property, in which paths select from the event.
    pub fn given(&mut self, name: &'static str, value: Node) -> Result<(), Loss> {
        if holds_path(&value) {
            let expression = expression(&value, &mut self.changes)?;
            self.dynamic(name, expression);
        } else {
            self.fixed(name, unplaced(&value));
        }
        Ok(())
    }

    /// The members of `EcsParameters` under their names in `RunTask`.
    pub fn ecs(&mut self, written: &Node) -> Result<(), Loss> {
        const MEMBERS: [(&str, &str); 14] = [
            ("TaskDefinitionArn", "TaskDefinition"),
            ("TaskCount", "Count"),
            ("LaunchType", "LaunchType"),
            ("CapacityProviderStrategy", "CapacityProviderStrategy"),
            ("NetworkConfiguration", "NetworkConfiguration"),
            ("PlatformVersion", "PlatformVersion"),
            ("Group", "Group"),
            ("PlacementConstraints", "PlacementConstraints"),
            ("PlacementStrategy", "PlacementStrategy"),
            ("PropagateTags", "PropagateTags"),
            ("ReferenceId", "ReferenceId"),
            ("Tags", "Tags"),
            ("EnableECSManagedTags", "EnableECSManagedTags"),
            ("EnableExecuteCommand", "EnableExecuteCommand"),
        ];
        for (member, name) in MEMBERS {
            if let Some(value) = written.get(member) {
                self.given(name, pascal(value))?;
            }
        }
        Ok(())
    }

    /// A constant input as members of `StartBuild`.
    pub fn overrides(&mut self, given: &Node, by_hand: impl Fn() -> Loss) -> Result<(), Loss> {
        const MEMBERS: [&str; 8] = [
            "EnvironmentVariablesOverride",
            "SourceVersion",
            "BuildspecOverride",
            "ComputeTypeOverride",
            "ImageOverride",
            "SourceTypeOverride",
            "SourceLocationOverride",
            "TimeoutInMinutesOverride",
        ];
        for own in given.members().ok_or_else(&by_hand)? {
            let key = capital(&own.key);
            let name = MEMBERS.into_iter().find(|name| **name == key).ok_or_else(&by_hand)?;
            self.fixed(name, pascal(&own.value));
        }
        Ok(())
    }

    /// The request as fixed JSON, or as an expression; `None` where it has the end of an expression in it.
    pub fn written(&self) -> Option<String> {
        let is_fixed = self.members.iter().all(|(_, part)| matches!(part, Part::Fixed(_)));
        if is_fixed {
            let value = |part: &Part| match part {
                Part::Fixed(value) => Some(value.clone()),
                Part::Dynamic(_) => None,
            };
            let members = self.members.iter().map(|(name, part)| (*name, value(part)));
            return Some(compact(&object(members)));
        }
        let text = |(name, part): &(&str, Part)| match part {
            Part::Fixed(value) => format!("{}: {}", quote(name), compact(value)),
            Part::Dynamic(expression) => format!("{}: {expression}", quote(name)),
        };
        let body = format!("{{{}}}", self.members.iter().map(text).collect::<Vec<_>>().join(", "));
        (!body.contains("%}")).then(|| format!("{{% {body} %}}"))
    }
}

fn is_path(text: &str) -> bool {
    text == "$" || text.starts_with("$.") || text.starts_with("$[")
}

fn holds_path(own: &Node) -> bool {
    match &own.value {
        Value::String(text) => is_path(text),
        Value::Array(items) => items.iter().any(holds_path),
        Value::Object(members) => members.iter().any(|own| holds_path(&own.value)),
        _ => false,
    }
}

/// A value as JSONata, paths as what they select.
fn expression(own: &Node, changes: &mut Vec<Change>) -> Result<String, Loss> {
    Ok(match &own.value {
        Value::String(text) if is_path(text) => {
            changes.push(Change::NothingSelected(text.clone()));
            dynamic(text).ok_or_else(|| Loss::ParameterPath(text.clone()))?
        }
        Value::Array(items) => {
            let items: Result<Vec<String>, Loss> =
                items.iter().map(|item| expression(item, changes)).collect();
            format!("[{}]", items?.join(", "))
        }
        Value::Object(members) => {
            let mut written = Vec::new();
            for own in members {
                written.push(format!("{}: {}", quote(&own.key), expression(&own.value, changes)?));
            }
            format!("{{{}}}", written.join(", "))
        }
        _ => compact(own),
    })
}
