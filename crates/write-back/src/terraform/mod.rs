//! A rule written back into the configuration it was read from: what the person did not change stays byte for byte.
//!
//! Each change is tried where its value comes from, then where it is used. A try counts only where the new text reads
//! as the rule that is wanted, and every other rule as before.

mod edit;
mod json_text;
mod literal;
mod tries;

use crate::message::{Loss, Note, TargetPart, Unwritten};
use literal::marked_target;
use rulepad_document::Role;
use rulepad_document::json::build::same;
use rulepad_document::json::{Node, Value, parse};
use rulepad_import::{Files, FoundRule, Origin, RuleLabel, terraform};
use rulepad_rule::reference::mark;
use rulepad_rule::{Reference, ReferenceLanguage, Rule, State, Target};
use rulepad_terraform::configuration::Module;
use std::rc::Rc;

/// What is written.
pub(crate) struct WrittenBack {
    pub text: String,
    /// What could not be changed in the text.
    pub losses: Vec<Loss>,
    pub notes: Vec<Note>,
}

/// What is wanted of the rule.
pub(crate) struct Wanted<'w> {
    pub rule: &'w Rule,
    pub pattern: Option<&'w Node>,
    pub targets: &'w [Target],
    pub references: &'w [Reference],
}

/// One change of a rule.
enum Change {
    Name,
    Description,
    Bus,
    State,
    Role,
    Schedule,
    Tags,
    Pattern,
    Removed { at: usize },
    Target { at: usize, part: TargetPart },
    Added { target: Box<Target> },
}

const PARTS: [TargetPart; 7] = [
    TargetPart::Id,
    TargetPart::Arn,
    TargetPart::Role,
    TargetPart::Input,
    TargetPart::DeadLetter,
    TargetPart::Retries,
    TargetPart::Parameters,
];

/// Where an edit is made.
#[derive(Clone, Copy, PartialEq)]
enum Mode {
    /// Where the value is written, such as in a map of `locals`.
    Origin,
    /// In the attribute of the resource.
    Use,
}

/// Writes the rule into its text; `None` where the text has no such rule.
pub(crate) fn write_back(origin: &Origin, wanted: &Wanted<'_>) -> Option<WrittenBack> {
    let mut out = WrittenBack { text: origin.text.to_string(), losses: Vec::new(), notes: Vec::new() };
    let mut now = Read::of(&out.text);
    let mut own = now.rules.iter().find(|own| own.address == origin.resource)?.clone();
    let language = |own: &Reference| own.language == ReferenceLanguage::Terraform;
    own.references.retain(|known| wanted.references.contains(known));
    own.references.extend(wanted.references.iter().filter(|own| language(own)).cloned());
    for change in changes(&own, wanted) {
        let mut goal = own.clone();
        change.apply(&mut goal, wanted);
        let done = [Mode::Origin, Mode::Use].into_iter().find_map(|mode| {
            let text = tries::attempt(&out.text, &origin.resource, &change, mode, &own, &goal)?;
            let read = Read::of(&text);
            read.is(&now, &origin.resource, &goal).then_some((text, read))
        });
        match done {
            Some((text, read)) => {
                out.notes.extend(change.note(&own));
                (out.text, now) = (text, read);
                own = goal;
            }
            None => out.losses.push(change.loss(&own, &origin.resource)),
        }
    }
    Some(out)
}

/// What a text is read as.
struct Read {
    rules: Vec<FoundRule>,
}

impl Read {
    fn of(text: &str) -> Self {
        Self { rules: terraform::read(text, &Files::default()).rules }
    }

    /// Whether the text has the rule that is wanted, and all others as another text has them.
    fn is(&self, before: &Self, address: &str, goal: &FoundRule) -> bool {
        self.rules.len() == before.rules.len()
            && self.rules.iter().zip(&before.rules).all(|(own, other)| {
                let wanted = if other.address == address { goal } else { other };
                own.address == other.address && alike(own, wanted)
            })
    }
}

fn alike(own: &FoundRule, wanted: &FoundRule) -> bool {
    let pattern = |own: &FoundRule| own.pattern.as_deref().map(|text| parse(text, Role::Pattern).root);
    let same_pattern = match (pattern(own), pattern(wanted)) {
        (Some(Some(one)), Some(Some(other))) => same(&sorted(one), &sorted(other)),
        (one, other) => one.flatten().is_none() && other.flatten().is_none(),
    };
    let targets = |own: &FoundRule| {
        let mut all: Vec<Target> = own.targets.iter().flatten().map(comparable).collect();
        all.sort_by(|one, other| one.id.cmp(&other.id).then(one.arn.cmp(&other.arn)));
        all
    };
    let rule = |own: &FoundRule| {
        let mut rule = own.rule.clone();
        if let Some(rule) = &mut rule {
            rule.tags.sort_by(|one, other| one.key.cmp(&other.key));
            rule.event_bus = rule.bus().to_owned();
        }
        rule
    };
    rule(own) == rule(wanted) && same_pattern && targets(own) == targets(wanted)
}

/// A value with the members of its objects in the order of their keys.
fn sorted(mut node: Node) -> Node {
    match &mut node.value {
        Value::Array(items) => {
            *items = std::mem::take(items).into_iter().map(sorted).collect();
        }
        Value::Object(members) => {
            members.sort_by(|one, other| one.key.cmp(&other.key));
            members.iter_mut().for_each(|own| {
                let value =
                    std::mem::replace(&mut own.value, Node { span: own.key_span, value: Value::Null });
                own.value = sorted(value);
            });
        }
        _ => {}
    }
    node
}

/// A target with its JSON texts on one line.
fn comparable(target: &Target) -> Target {
    rulepad_rule::reference::in_target(target, &mut |text| format!("{text} "))
}

fn changes(own: &FoundRule, wanted: &Wanted<'_>) -> Vec<Change> {
    let mut out = Vec::new();
    if let Some(before) = &own.rule {
        let after = wanted.rule;
        let bus = before.bus() != after.bus();
        for (differs, change) in [
            (before.description != after.description, Change::Description),
            (bus, Change::Bus),
            (before.state != after.state, Change::State),
            (before.role_arn != after.role_arn, Change::Role),
            (before.schedule != after.schedule, Change::Schedule),
            (before.tags != after.tags, Change::Tags),
            (before.name != after.name, Change::Name),
        ] {
            out.extend(differs.then_some(change));
        }
    }
    let before = own.pattern.as_deref().and_then(|text| parse(text, Role::Pattern).root);
    let same = match (&before, wanted.pattern) {
        (Some(one), Some(other)) => same(&sorted(one.clone()), &sorted(other.clone())),
        (one, other) => one.is_none() && other.is_none(),
    };
    out.extend((!same).then_some(Change::Pattern));
    let old = own.targets.as_deref().unwrap_or_default();
    let pairs = paired(old, wanted.targets);
    for (at, pair) in pairs.iter().enumerate() {
        let (Some(pair), Some(target)) = (pair, wanted.targets.get(at)) else { continue };
        let Some(before) = old.get(*pair) else { continue };
        let (before, after) = (comparable(before), comparable(target));
        for part in PARTS {
            if !part.same(&before, &after) {
                out.push(Change::Target { at: *pair, part });
            }
        }
    }
    // From the last, so that the places of the others stay.
    let gone = (0..old.len()).rev().filter(|at| !pairs.contains(&Some(*at)));
    out.extend(gone.map(|at| Change::Removed { at }));
    let new = wanted.targets.iter().zip(&pairs).filter(|(_, pair)| pair.is_none());
    out.extend(new.map(|(target, _)| Change::Added { target: Box::new(target.clone()) }));
    out
}

/// Which of the old targets each new one is: that of its id, else one of its ARN that no other is.
fn paired(old: &[Target], new: &[Target]) -> Vec<Option<usize>> {
    let mut pairs: Vec<Option<usize>> =
        new.iter().map(|own| old.iter().position(|other| other.id == own.id)).collect();
    for at in 0..new.len() {
        let free = |index: &usize, pairs: &[Option<usize>]| !pairs.contains(&Some(*index));
        let found = match (pairs.get(at), new.get(at)) {
            (Some(None), Some(own)) => (0..old.len())
                .filter(|index| free(index, &pairs))
                .find(|index| old.get(*index).is_some_and(|other| other.arn == own.arn)),
            _ => None,
        };
        if let (Some(found), Some(pair)) = (found, pairs.get_mut(at)) {
            *pair = Some(found);
        }
    }
    pairs
}

impl TargetPart {
    fn same(self, one: &Target, other: &Target) -> bool {
        match self {
            Self::Id => one.id == other.id,
            Self::Arn => one.arn == other.arn,
            Self::Role => one.role_arn == other.role_arn,
            Self::Input => one.input == other.input,
            Self::DeadLetter => one.dead_letter_arn == other.dead_letter_arn,
            Self::Retries => {
                (&one.retry_attempts, &one.event_age) == (&other.retry_attempts, &other.event_age)
            }
            Self::Parameters => one.parameters == other.parameters,
        }
    }

    fn copy(self, from: &Target, to: &mut Target) {
        match self {
            Self::Id => to.id.clone_from(&from.id),
            Self::Arn => to.arn.clone_from(&from.arn),
            Self::Role => to.role_arn.clone_from(&from.role_arn),
            Self::Input => to.input.clone_from(&from.input),
            Self::DeadLetter => to.dead_letter_arn.clone_from(&from.dead_letter_arn),
            Self::Retries => {
                to.retry_attempts.clone_from(&from.retry_attempts);
                to.event_age.clone_from(&from.event_age);
            }
            Self::Parameters => to.parameters.clone_from(&from.parameters),
        }
    }
}

impl Change {
    /// Carries the change out in what is wanted.
    fn apply(&self, goal: &mut FoundRule, wanted: &Wanted<'_>) {
        let rule = goal.rule.get_or_insert_default();
        match self {
            Self::Name => {
                rule.name.clone_from(&wanted.rule.name);
                if goal.label.is(&goal.address) {
                    return;
                }
                goal.label = RuleLabel::Name(wanted.rule.name.clone());
            }
            Self::Description => rule.description.clone_from(&wanted.rule.description),
            Self::Bus => rule.event_bus.clone_from(&wanted.rule.event_bus),
            Self::State => rule.state = wanted.rule.state,
            Self::Role => rule.role_arn.clone_from(&wanted.rule.role_arn),
            Self::Schedule => rule.schedule.clone_from(&wanted.rule.schedule),
            Self::Tags => rule.tags.clone_from(&wanted.rule.tags),
            Self::Pattern => {
                goal.pattern = Some(wanted.pattern.map(rulepad_document::json::pretty).unwrap_or_default());
            }
            Self::Removed { at } => {
                if let Some(targets) = goal.targets.as_mut().filter(|own| own.len() > *at) {
                    targets.remove(*at);
                }
            }
            Self::Target { at, part } => {
                let Some(own) = goal.targets.as_mut().and_then(|own| own.get_mut(*at)) else { return };
                let id = own.id.clone();
                let arn = own.arn.clone();
                let after = wanted
                    .targets
                    .iter()
                    .find(|own| own.id == id)
                    .or_else(|| wanted.targets.iter().find(|own| own.arn == arn));
                if let Some(after) = after {
                    part.copy(after, own);
                }
            }
            Self::Added { target } => goal.targets.get_or_insert_default().push((**target).clone()),
        }
    }

    fn target_id<'r>(&'r self, own: &'r FoundRule) -> &'r str {
        match self {
            Self::Removed { at } | Self::Target { at, .. } => {
                own.targets.as_ref().and_then(|own| own.get(*at)).map_or("", |own| own.id.as_str())
            }
            Self::Added { target } => &target.id,
            _ => "",
        }
    }

    /// What is lost of a change that the text cannot take.
    fn loss(&self, own: &FoundRule, address: &str) -> Loss {
        let id = || self.target_id(own).to_owned();
        let change = match self {
            Self::Name => Unwritten::Name,
            Self::Description => Unwritten::Description,
            Self::Bus => Unwritten::Bus,
            Self::State => Unwritten::State,
            Self::Role => Unwritten::Role,
            Self::Schedule => Unwritten::Schedule,
            Self::Tags => Unwritten::Tags,
            Self::Pattern => Unwritten::Pattern,
            Self::Removed { .. } => Unwritten::RemovedTarget(id()),
            Self::Target { part, .. } => Unwritten::OfTarget { id: id(), part: *part },
            Self::Added { .. } => Unwritten::NewTarget(id()),
        };
        Loss::NotWritten { address: address.to_owned(), change }
    }

    /// What is left to do once the text has the change.
    fn note(&self, own: &FoundRule) -> Option<Note> {
        matches!(self, Self::Removed { .. }).then(|| Note::RemovedTarget(self.target_id(own).to_owned()))
    }
}

/// A state as the attribute has it.
fn state_text(state: State) -> &'static str {
    state.name()
}

/// The uppermost module.
type Root<'t> = Rc<Module<'t>>;

/// A text with an expression instead of each reference that it shows.
fn marked(text: &str, references: &[Reference]) -> String {
    use rulepad_rule::reference::{Known, KnownPiece};
    let known = Known::new(references);
    let piece = |piece: KnownPiece<'_>| match piece {
        KnownPiece::Text(text) => mark::guarded(text).into_owned(),
        KnownPiece::Reference(at) => match references.get(at) {
            Some(own) if own.language == ReferenceLanguage::Terraform => mark::mark("value", &own.source),
            Some(own) => mark::guarded(&own.shown).into_owned(),
            None => String::new(),
        },
    };
    known.pieces(text).into_iter().map(piece).collect()
}

/// The target with expressions instead of what its texts show.
fn marked_for(target: &Target, references: &[Reference]) -> Target {
    marked_target(target, references)
}

#[cfg(test)]
mod tests;
