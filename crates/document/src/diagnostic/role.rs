//! Which text of the draft a span belongs to.

use serde::{Deserialize, Serialize};

/// Which text of the draft a span belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Wire", into = "Wire")]
pub enum Role {
    /// The event.
    Event,
    /// The event pattern.
    Pattern,
    /// `Input` of the target with this index.
    Input(u32),
    /// `InputPath` of the target with this index.
    InputPath(u32),
    /// `InputPathsMap` of the target with this index.
    InputPathsMap(u32),
    /// `InputTemplate` of the target with this index.
    InputTemplate(u32),
    /// The property that only the kind of the target with this index has, such as `EcsParameters`.
    Parameters(u32),
    /// Another property of the target with this index.
    Target(u32, TargetProperty),
    /// A property of the rule.
    Rule(RuleProperty),
    /// The table of an event log: the name or the path of one of its keys.
    Table(TableKey),
    /// A text that rules are read from; not a part of the draft.
    Import,
    /// A file of tests; not a part of the draft.
    Tests,
}

/// A property of a target whose text has no document role to itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TargetProperty {
    /// `Id`.
    Id,
    /// `Arn`.
    Arn,
    /// `RoleArn`.
    RoleArn,
    /// `DeadLetterConfig.Arn`.
    DeadLetterArn,
    /// `RetryPolicy.MaximumRetryAttempts`.
    RetryAttempts,
    /// `RetryPolicy.MaximumEventAgeInSeconds`.
    EventAge,
    /// Method and address of an API destination.
    Endpoint,
    /// Which input option is chosen.
    Input,
    /// None of them: that the rule has this target at all.
    Whole,
}

/// A property of the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleProperty {
    /// `Name`.
    Name,
    /// `EventBusName`.
    EventBus,
    /// `Description`.
    Description,
    /// `RoleArn`.
    RoleArn,
}

/// The name or the path of a key of the event log's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TableKey {
    /// The name of the partition key.
    PartitionName,
    /// The path of the partition key.
    PartitionPath,
    /// The name of the sort key.
    SortName,
    /// The path of the sort key.
    SortPath,
}

impl TableKey {
    /// Whether it is the path of a key, and not its name.
    #[must_use]
    pub fn is_path(self) -> bool {
        matches!(self, Self::PartitionPath | Self::SortPath)
    }
}

impl Role {
    /// The index of the target the text belongs to.
    #[must_use]
    pub fn target(self) -> Option<u32> {
        match self {
            Self::Input(target)
            | Self::InputPath(target)
            | Self::InputPathsMap(target)
            | Self::InputTemplate(target)
            | Self::Parameters(target)
            | Self::Target(target, _) => Some(target),
            Self::Event | Self::Pattern | Self::Rule(_) | Self::Table(_) | Self::Import | Self::Tests => None,
        }
    }
}

/// A role in the worker protocol and the JavaScript API.
#[derive(Serialize, Deserialize)]
#[serde(tag = "document", rename_all = "snake_case")]
enum Wire {
    Event,
    Pattern,
    Input { target: u32 },
    InputPath { target: u32 },
    InputPathsMap { target: u32 },
    InputTemplate { target: u32 },
    Parameters { target: u32 },
    Target { target: u32, property: TargetProperty },
    Rule { property: RuleProperty },
    Table { property: TableKey },
    Import,
    Tests,
}

impl From<Role> for Wire {
    fn from(role: Role) -> Self {
        match role {
            Role::Event => Self::Event,
            Role::Pattern => Self::Pattern,
            Role::Input(target) => Self::Input { target },
            Role::InputPath(target) => Self::InputPath { target },
            Role::InputPathsMap(target) => Self::InputPathsMap { target },
            Role::InputTemplate(target) => Self::InputTemplate { target },
            Role::Parameters(target) => Self::Parameters { target },
            Role::Target(target, property) => Self::Target { target, property },
            Role::Rule(property) => Self::Rule { property },
            Role::Table(property) => Self::Table { property },
            Role::Import => Self::Import,
            Role::Tests => Self::Tests,
        }
    }
}

impl From<Wire> for Role {
    fn from(wire: Wire) -> Self {
        match wire {
            Wire::Event => Self::Event,
            Wire::Pattern => Self::Pattern,
            Wire::Input { target } => Self::Input(target),
            Wire::InputPath { target } => Self::InputPath(target),
            Wire::InputPathsMap { target } => Self::InputPathsMap(target),
            Wire::InputTemplate { target } => Self::InputTemplate(target),
            Wire::Parameters { target } => Self::Parameters(target),
            Wire::Target { target, property } => Self::Target(target, property),
            Wire::Rule { property } => Self::Rule(property),
            Wire::Table { property } => Self::Table(property),
            Wire::Import => Self::Import,
            Wire::Tests => Self::Tests,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Diagnostic, Label, Severity, Span};
    use serde_json::json;

    #[test]
    fn a_role_names_its_document_target_and_property() {
        for (role, wire) in [
            (Role::Event, json!({"document": "event"})),
            (Role::InputPathsMap(2), json!({"document": "input_paths_map", "target": 2})),
            (
                Role::Target(1, TargetProperty::DeadLetterArn),
                json!({"document": "target", "target": 1, "property": "dead_letter_arn"}),
            ),
            (Role::Rule(RuleProperty::EventBus), json!({"document": "rule", "property": "event_bus"})),
            (Role::Table(TableKey::SortPath), json!({"document": "table", "property": "sort_path"})),
        ] {
            assert_eq!(serde_json::to_value(role).unwrap(), wire);
            assert_eq!(serde_json::from_value::<Role>(wire).unwrap(), role);
        }
    }

    #[test]
    fn a_label_without_words_has_an_empty_text() {
        let role = Role::Rule(RuleProperty::Name);
        let found: Diagnostic = Diagnostic::new("rule.name", Severity::Error, role, Span::new(1, 2), "no");
        let found = found.label(Role::Event, Span::new(3, 4), "here");
        let wire = serde_json::to_value(&found).unwrap();
        let first =
            json!({"document": "rule", "property": "name", "span": {"start": 1, "end": 2}, "text": ""});
        assert_eq!(wire["labels"][0], first);
        assert_eq!(wire["labels"][1]["text"], "here");
        assert_eq!(serde_json::from_value::<Diagnostic>(wire).unwrap(), found);
        assert_eq!(serde_json::from_value::<Label>(first).unwrap().text, None);
    }
}
