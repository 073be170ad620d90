//! Every text of a draft that a person can type in, by name.

use super::model::Detail;
use rulepad_workbench::{Diagnostic, Draft, Input, Role, RuleProperty, TableKey, Target, TargetProperty};

/// One text of the draft; numbers are places among the targets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The event.
    Event,
    /// The event pattern.
    Pattern,
    /// The rule's name.
    RuleName,
    /// The rule's event bus.
    RuleBus,
    /// The rule's description.
    RuleDescription,
    /// The rule's role.
    RuleRole,
    /// A target's id.
    TargetId(usize),
    /// A target's ARN.
    TargetArn(usize),
    /// The role a target is called with.
    TargetRole(usize),
    /// The property that only this kind of target has.
    Parameters(usize),
    /// The queue for events that cannot be delivered.
    DeadLetter(usize),
    /// How often delivery is tried again.
    RetryAttempts(usize),
    /// How old an event may get.
    EventAge(usize),
    /// What an API destination calls.
    Endpoint(usize),
    /// `InputPath`.
    InputPath(usize),
    /// `Input`.
    Constant(usize),
    /// `InputPathsMap`.
    Paths(usize),
    /// `InputTemplate`.
    Template(usize),
    /// The name of the event log's partition key.
    PartitionName,
    /// The path of the event log's partition key.
    PartitionPath,
    /// The name of the event log's sort key.
    SortName,
    /// The path of the event log's sort key.
    SortPath,
}

impl Field {
    /// The text; `None` for a target that is gone, or an input option that is not chosen.
    #[must_use]
    pub fn text(self, draft: &Draft) -> Option<&str> {
        let target = |place: usize| draft.targets.get(place);
        let text = match self {
            Self::Event => &draft.event,
            Self::Pattern => &draft.pattern,
            Self::RuleName => &draft.rule.name,
            Self::RuleBus => &draft.rule.event_bus,
            Self::RuleDescription => &draft.rule.description,
            Self::RuleRole => &draft.rule.role_arn,
            Self::TargetId(place) => &target(place)?.id,
            Self::TargetArn(place) => &target(place)?.arn,
            Self::TargetRole(place) => &target(place)?.role_arn,
            Self::Parameters(place) => &target(place)?.parameters,
            Self::DeadLetter(place) => &target(place)?.dead_letter_arn,
            Self::RetryAttempts(place) => &target(place)?.retry_attempts,
            Self::EventAge(place) => &target(place)?.event_age,
            Self::Endpoint(place) => &target(place)?.endpoint,
            Self::PartitionName => &draft.table.as_ref()?.partition.name,
            Self::PartitionPath => &draft.table.as_ref()?.partition.path,
            Self::SortName => &draft.table.as_ref()?.sort.name,
            Self::SortPath => &draft.table.as_ref()?.sort.path,
            Self::InputPath(place) | Self::Constant(place) | Self::Paths(place) | Self::Template(place) => {
                match (self, &target(place)?.input) {
                    (Self::InputPath(_), Input::Path(text)) | (Self::Constant(_), Input::Constant(text)) => {
                        text
                    }
                    (Self::Paths(_), Input::Transformer { paths, .. }) => paths,
                    (Self::Template(_), Input::Transformer { template, .. }) => template,
                    _ => return None,
                }
            }
        };
        Some(text)
    }

    /// The text, to be changed.
    pub fn text_mut(self, draft: &mut Draft) -> Option<&mut String> {
        fn target(draft: &mut Draft, place: usize) -> Option<&mut Target> {
            draft.targets.get_mut(place)
        }
        let text = match self {
            Self::Event => &mut draft.event,
            Self::Pattern => &mut draft.pattern,
            Self::RuleName => &mut draft.rule.name,
            Self::RuleBus => &mut draft.rule.event_bus,
            Self::RuleDescription => &mut draft.rule.description,
            Self::RuleRole => &mut draft.rule.role_arn,
            Self::TargetId(place) => &mut target(draft, place)?.id,
            Self::TargetArn(place) => &mut target(draft, place)?.arn,
            Self::TargetRole(place) => &mut target(draft, place)?.role_arn,
            Self::Parameters(place) => &mut target(draft, place)?.parameters,
            Self::DeadLetter(place) => &mut target(draft, place)?.dead_letter_arn,
            Self::RetryAttempts(place) => &mut target(draft, place)?.retry_attempts,
            Self::EventAge(place) => &mut target(draft, place)?.event_age,
            Self::Endpoint(place) => &mut target(draft, place)?.endpoint,
            Self::PartitionName => &mut draft.table.as_mut()?.partition.name,
            Self::PartitionPath => &mut draft.table.as_mut()?.partition.path,
            Self::SortName => &mut draft.table.as_mut()?.sort.name,
            Self::SortPath => &mut draft.table.as_mut()?.sort.path,
            Self::InputPath(place) | Self::Constant(place) | Self::Paths(place) | Self::Template(place) => {
                match (self, &mut target(draft, place)?.input) {
                    (Self::InputPath(_), Input::Path(text)) | (Self::Constant(_), Input::Constant(text)) => {
                        text
                    }
                    (Self::Paths(_), Input::Transformer { paths, .. }) => paths,
                    (Self::Template(_), Input::Transformer { template, .. }) => template,
                    _ => return None,
                }
            }
        };
        Some(text)
    }

    /// The text a diagnostic is about; `None` where it is about a target as a whole.
    #[must_use]
    pub fn of(diagnostic: &Diagnostic) -> Option<Self> {
        match diagnostic.labels.first()?.role {
            Role::Event => Some(Self::Event),
            Role::Pattern => Some(Self::Pattern),
            Role::Input(place) => Some(Self::Constant(place as usize)),
            Role::InputPath(place) => Some(Self::InputPath(place as usize)),
            Role::InputPathsMap(place) => Some(Self::Paths(place as usize)),
            Role::InputTemplate(place) => Some(Self::Template(place as usize)),
            Role::Parameters(place) => Some(Self::Parameters(place as usize)),
            Role::Target(place, property) => match property {
                TargetProperty::Id => Some(Self::TargetId(place as usize)),
                TargetProperty::Arn => Some(Self::TargetArn(place as usize)),
                TargetProperty::RoleArn => Some(Self::TargetRole(place as usize)),
                TargetProperty::DeadLetterArn => Some(Self::DeadLetter(place as usize)),
                TargetProperty::RetryAttempts => Some(Self::RetryAttempts(place as usize)),
                TargetProperty::EventAge => Some(Self::EventAge(place as usize)),
                TargetProperty::Endpoint => Some(Self::Endpoint(place as usize)),
                TargetProperty::Input | TargetProperty::Whole => None,
            },
            Role::Rule(property) => Some(match property {
                RuleProperty::Name => Self::RuleName,
                RuleProperty::EventBus => Self::RuleBus,
                RuleProperty::Description => Self::RuleDescription,
                RuleProperty::RoleArn => Self::RuleRole,
            }),
            Role::Table(key) => Some(match key {
                TableKey::PartitionName => Self::PartitionName,
                TableKey::PartitionPath => Self::PartitionPath,
                TableKey::SortName => Self::SortName,
                TableKey::SortPath => Self::SortPath,
            }),
            Role::Import | Role::Tests => None,
        }
    }

    /// What of its target must be shown to see it; `None` for what always is.
    #[must_use]
    pub fn detail(self) -> Option<Detail> {
        match self {
            Self::InputPath(_) | Self::Constant(_) | Self::Paths(_) | Self::Template(_) => {
                Some(Detail::Input)
            }
            Self::Parameters(_) | Self::Endpoint(_) => Some(Detail::Parameters),
            Self::DeadLetter(_) | Self::RetryAttempts(_) | Self::EventAge(_) => Some(Detail::Failure),
            _ => None,
        }
    }

    /// The target it belongs to.
    #[must_use]
    pub fn target(self) -> Option<usize> {
        match self {
            Self::TargetId(place)
            | Self::TargetArn(place)
            | Self::TargetRole(place)
            | Self::Parameters(place)
            | Self::DeadLetter(place)
            | Self::RetryAttempts(place)
            | Self::EventAge(place)
            | Self::Endpoint(place)
            | Self::InputPath(place)
            | Self::Constant(place)
            | Self::Paths(place)
            | Self::Template(place) => Some(place),
            _ => None,
        }
    }

    /// Whether AWS's diagnostics for the whole draft speak of it among the rule's properties.
    #[must_use]
    pub fn is_of_rule(self) -> bool {
        matches!(self, Self::RuleName | Self::RuleBus | Self::RuleDescription | Self::RuleRole)
    }
}
