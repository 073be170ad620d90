//! One rule as several: a framework that declares functions makes a rule of each of their events, and the other
//! targets stay together in a plain one.

use super::names::Names;
use super::plan::{Plan, Planned, role_name, slug, unique};
use super::remarks::Remarks;
use super::stack::{self, Resources, StackRule};
use crate::message::{Framework, Loss, NotAnEvent, Note, TargetLoss, TargetNote};
use rulepad_rule::reference::is_later;
use rulepad_rule::{Arn, Rule, TargetKind, differ};
use rulepad_transformer::Input;
use std::collections::HashMap;

/// The rules that one becomes.
pub(super) struct Split<'p, 'r> {
    /// What the framework declares, with its events.
    pub owners: Vec<Owner<'p, 'r>>,
    /// The plain rule: there for the targets that are no events, and where there are no targets at all.
    pub rest: Option<Rest<'p, 'r>>,
    /// What of the rule does not survive that.
    pub losses: Vec<Loss>,
    /// Why functions are not events.
    pub notes: Vec<Note>,
    /// Where each of the owners is, by kind and name.
    places: HashMap<(TargetKind, &'p str), usize>,
    /// The names in the file, by kind.
    slugs: HashMap<TargetKind, Names>,
}

/// A function or a state machine.
pub(super) struct Owner<'p, 'r> {
    /// Which of them.
    pub kind: TargetKind,
    /// Its name in AWS.
    pub name: &'p str,
    /// Its name in the file, in lower case with underscores, unique among those of its kind.
    pub slug: String,
    /// The targets of the rule that it is.
    pub events: Vec<Event<'p, 'r>>,
}

/// One target that becomes an event, and so a rule.
pub(super) struct Event<'p, 'r> {
    /// The target.
    pub planned: &'p Planned<'r>,
    /// `Name` of its rule.
    pub rule_name: String,
}

/// The targets that stay together.
pub(super) struct Rest<'p, 'r> {
    /// `Name` of their rule.
    pub rule_name: String,
    /// The targets.
    pub targets: Vec<&'p Planned<'r>>,
}

impl Framework {
    /// The kinds of target that it declares.
    pub(crate) fn kinds(self) -> &'static [TargetKind] {
        match self {
            Self::Sam => &[TargetKind::Lambda, TargetKind::StepFunctions],
            Self::Serverless => &[TargetKind::Lambda],
        }
    }
}

/// Why a rule can be no event of a framework, whatever its targets.
pub(super) fn only_plain(rule: &Rule) -> Option<NotAnEvent> {
    if !rule.schedule.is_empty() {
        Some(NotAnEvent::Schedule)
    } else if !rule.tags.is_empty() {
        Some(NotAnEvent::Tags)
    } else {
        None
    }
}

impl<'p, 'r> Split<'p, 'r> {
    /// Adds the plain rule, where there is one, with what lets it deliver.
    pub fn add_rest(&self, resources: &mut Resources, plan: &Plan<'_>, remarks: &mut Remarks) {
        if let Some(rest) = &self.rest {
            let rule = StackRule { resource: "Rule", name: &rest.rule_name, targets: rest.targets.clone() };
            stack::add_rule(resources, plan, &rule, remarks);
        }
    }

    /// Splits a rule. `not_expressible` is why none of its targets can be an event, `reason_not_inline` why one of
    /// them cannot.
    pub fn new(
        plan: &'p Plan<'r>,
        framework: Framework,
        not_expressible: Option<NotAnEvent>,
        reason_not_inline: impl Fn(&Planned<'_>) -> Option<NotAnEvent>,
    ) -> Self {
        let mut split = Self {
            owners: Vec::new(),
            rest: None,
            losses: Vec::new(),
            notes: Vec::new(),
            places: HashMap::new(),
            slugs: HashMap::new(),
        };
        let mut names = RuleNames::default();
        let mut home = None;
        for planned in &plan.targets {
            let target = planned.target;
            let Some((kind, arn)) = declared(framework, &target.arn) else {
                split.keep(planned, plan.rule, &mut names);
                continue;
            };
            let own = place(&arn);
            let reason = match (not_expressible, own_name(&arn)) {
                (Some(reason), _) => Err(reason),
                (None, None) if is_later(arn.resource) => Err(NotAnEvent::NameAtDeployTime),
                (None, None) => Err(NotAnEvent::VersionOrAlias),
                (None, Some(_))
                    if plan.place.is_other_account(&arn)
                        || plan.place.is_other_region(&arn)
                        || home.as_ref().is_some_and(|home| apart(home, &own)) =>
                {
                    Err(NotAnEvent::OtherPlace)
                }
                (None, Some(name)) => reason_not_inline(planned).map_or(Ok(name), Err),
            };
            match reason {
                Ok(name) => {
                    home = Some(own);
                    let rule_name = next_name(plan.rule, &planned.slug, &mut names);
                    split.own(kind, name, Event { planned, rule_name });
                }
                Err(why) => {
                    split.notes.push(Note::of(&target.id, TargetNote::NotAnEvent { framework, why }));
                    split.keep(planned, plan.rule, &mut names);
                }
            }
        }
        if plan.targets.is_empty() {
            split.rest = Some(Rest { rule_name: plan.rule.name.clone(), targets: Vec::new() });
            names.all.push(plan.rule.name.clone());
        }
        split.losses = split.lost(plan, framework, names.all);
        split
    }

    fn own(&mut self, kind: TargetKind, name: &'p str, event: Event<'p, 'r>) {
        if let Some(owner) = self.places.get(&(kind, name)).and_then(|place| self.owners.get_mut(*place)) {
            owner.events.push(event);
            return;
        }
        let slug = unique(slug(name, "function"), self.slugs.entry(kind).or_default());
        self.places.insert((kind, name), self.owners.len());
        self.owners.push(Owner { kind, name, slug, events: vec![event] });
    }

    fn keep(&mut self, planned: &'p Planned<'r>, rule: &Rule, names: &mut RuleNames) {
        let rest = self.rest.get_or_insert_with(|| Rest {
            rule_name: next_name(rule, "other_targets", names),
            targets: Vec::new(),
        });
        rest.targets.push(planned);
    }

    /// Every target with the name of its rule.
    fn all(&self) -> impl Iterator<Item = (&Planned<'r>, &str)> {
        let events = self.owners.iter().flat_map(|owner| &owner.events);
        let events = events.map(|event| (event.planned, event.rule_name.as_str()));
        let rest = self
            .rest
            .iter()
            .flat_map(|rest| rest.targets.iter().map(|planned| (*planned, rest.rule_name.as_str())));
        events.chain(rest)
    }

    /// The ids of the targets that are events.
    pub fn event_ids(&self) -> Vec<String> {
        self.events().map(|event| event.planned.target.id.clone()).collect()
    }

    /// Every event of every owner.
    pub fn events(&self) -> impl Iterator<Item = &Event<'p, 'r>> {
        self.owners.iter().flat_map(|owner| &owner.events)
    }

    /// What does not survive; `rules` are the names of all rules.
    fn lost(&self, plan: &Plan<'_>, framework: Framework, rules: Vec<String>) -> Vec<Loss> {
        let mut losses = Vec::new();
        if rules.len() > 1 {
            losses.push(Loss::RuleForEachEvent { framework, rules });
        }
        for (planned, name) in self.all() {
            if name != plan.rule.name && tells_rule(&planned.target.input) {
                losses.push(Loss::of(&planned.target.id, TargetLoss::NameOfOwnRule(name.to_owned())));
            }
        }
        let ids = self.event_ids();
        if !ids.is_empty() {
            losses.push(Loss::PlaceOfStack { framework, ids });
        }
        losses
    }
}

/// The kind and ARN of a target that the framework declares.
fn declared<'t>(framework: Framework, arn: &'t str) -> Option<(TargetKind, Arn<'t>)> {
    let arn = Arn::parse(arn)?;
    let kind = TargetKind::of(&arn).filter(|kind| framework.kinds().contains(kind))?;
    Some((kind, arn))
}

/// `name` of `function:name` and `stateMachine:name`; `None` where a version or an alias follows.
pub(super) fn own_name<'t>(arn: &Arn<'t>) -> Option<&'t str> {
    let (_, name) = arn.resource.split_once(':')?;
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    (!name.is_empty() && name.chars().all(plain)).then_some(name)
}

/// Whether two places are known to differ.
fn apart(one: &(String, String, String), other: &(String, String, String)) -> bool {
    differ(&one.0, &other.0) || differ(&one.1, &other.1) || differ(&one.2, &other.2)
}

fn place(arn: &Arn<'_>) -> (String, String, String) {
    (arn.partition.to_owned(), arn.region.to_owned(), arn.account.to_owned())
}

/// The names of the rules that one rule becomes.
#[derive(Default)]
struct RuleNames {
    all: Vec<String>,
    taken: Names,
}

/// The next of these names: the rule's own for the first, then one made of it and the slug. A nameless rule stays so.
fn next_name(rule: &Rule, slug: &str, names: &mut RuleNames) -> String {
    let is_first = names.all.is_empty() || rule.name.is_empty();
    let name = if is_first { rule.name.clone() } else { role_name(rule, slug) };
    let name = if name.is_empty() {
        name
    } else {
        let numbered = |_: &str, number: usize| role_name(rule, &number.to_string());
        names.taken.take(name, numbered, |name| [name.to_owned()])
    };
    names.all.push(name.clone());
    name
}

/// Whether a payload names the rule.
fn tells_rule(input: &Input) -> bool {
    let Input::Transformer { template, .. } = input else { return false };
    ["<aws.events.rule-name>", "<aws.events.rule-arn>"].iter().any(|name| template.contains(name))
}
