//! The texts of a draft, each with its offsets.

use crate::draft::Draft;
use rulepad_document::units::{Unit, Units};
use rulepad_document::{Role, RuleProperty, TargetProperty};
use rulepad_rule::{Rule, Target};
use rulepad_transformer::Input;

/// Every text of a draft.
pub(super) struct Texts {
    /// What the offsets count.
    pub(super) unit: Unit,
    pub(super) event: Units,
    pub(super) pattern: Units,
    pub(super) rule: RuleUnits,
    pub(super) targets: Vec<TargetUnits>,
    /// A text that rules are read from.
    pub(super) import: Units,
    /// For places of texts that are not there.
    pub(super) none: TargetUnits,
}

#[derive(Default)]
pub(super) struct RuleUnits {
    pub(super) name: Units,
    pub(super) bus: Units,
    pub(super) description: Units,
    pub(super) role: Units,
}

#[derive(Default)]
pub(super) struct TargetUnits {
    pub(super) id: Units,
    pub(super) arn: Units,
    pub(super) role: Units,
    /// `InputPath` or `Input`: a target has one of them at most.
    pub(super) plain: Units,
    pub(super) paths: Units,
    pub(super) template: Units,
    pub(super) parameters: Units,
    pub(super) dead_letter: Units,
    pub(super) retry: Units,
    pub(super) age: Units,
    pub(super) endpoint: Units,
    pub(super) other: Units,
}

impl TargetUnits {
    fn new(target: &Target, unit: Unit) -> Self {
        let Target {
            id,
            arn,
            role_arn,
            input,
            parameters,
            dead_letter_arn,
            retry_attempts,
            event_age,
            endpoint,
        } = target;
        let (plain, paths, template) = match input {
            Input::MatchedEvent => ("", "", ""),
            Input::Path(text) | Input::Constant(text) => (text.as_str(), "", ""),
            Input::Transformer { paths, template } => ("", paths.as_str(), template.as_str()),
        };
        Self {
            id: Units::new(id, unit),
            arn: Units::new(arn, unit),
            role: Units::new(role_arn, unit),
            plain: Units::new(plain, unit),
            paths: Units::new(paths, unit),
            template: Units::new(template, unit),
            parameters: Units::new(parameters, unit),
            dead_letter: Units::new(dead_letter_arn, unit),
            retry: Units::new(retry_attempts, unit),
            age: Units::new(event_age, unit),
            endpoint: Units::new(endpoint, unit),
            other: Units::default(),
        }
    }
}

impl Texts {
    pub(super) fn new(draft: &Draft, unit: Unit) -> Self {
        let Draft { event, pattern, dialect: _, rule, targets, references: _, table: _, origin: _ } = draft;
        let Rule { name, event_bus, description, state: _, role_arn, schedule: _, tags: _, location: _ } =
            rule;
        Self {
            unit,
            event: Units::new(event, unit),
            pattern: Units::new(pattern, unit),
            rule: RuleUnits {
                name: Units::new(name, unit),
                bus: Units::new(event_bus, unit),
                description: Units::new(description, unit),
                role: Units::new(role_arn, unit),
            },
            targets: targets.iter().map(|target| TargetUnits::new(target, unit)).collect(),
            import: Units::default(),
            none: TargetUnits::default(),
        }
    }

    pub(super) fn target(&self, at: u32) -> &TargetUnits {
        usize::try_from(at).ok().and_then(|at| self.targets.get(at)).unwrap_or(&self.none)
    }

    /// The text of a label.
    pub(super) fn units(&self, role: Role) -> &Units {
        match role {
            Role::Event => &self.event,
            Role::Pattern => &self.pattern,
            Role::Input(at) | Role::InputPath(at) => &self.target(at).plain,
            Role::InputPathsMap(at) => &self.target(at).paths,
            Role::InputTemplate(at) => &self.target(at).template,
            Role::Parameters(at) => &self.target(at).parameters,
            Role::Target(at, property) => {
                let target = self.target(at);
                match property {
                    TargetProperty::Id => &target.id,
                    TargetProperty::Arn => &target.arn,
                    TargetProperty::RoleArn => &target.role,
                    TargetProperty::DeadLetterArn => &target.dead_letter,
                    TargetProperty::RetryAttempts => &target.retry,
                    TargetProperty::EventAge => &target.age,
                    TargetProperty::Endpoint => &target.endpoint,
                    TargetProperty::Input | TargetProperty::Whole => &target.other,
                }
            }
            Role::Rule(RuleProperty::Name) => &self.rule.name,
            Role::Rule(RuleProperty::EventBus) => &self.rule.bus,
            Role::Rule(RuleProperty::Description) => &self.rule.description,
            Role::Rule(RuleProperty::RoleArn) => &self.rule.role,
            Role::Import => &self.import,
            Role::Table(_) | Role::Tests => &self.none.other,
        }
    }
}
