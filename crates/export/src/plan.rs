//! What every format writes, before any of them does: the rule, its targets as PutTargets takes them, names for
//! the parts of a file, and what lets EventBridge deliver.

use super::later::{Later, Prepared};
use super::names::Names;
use super::remarks;
use crate::formats::rule_json;
use crate::formats::text::{holds_null, is_fragile, shown};
use crate::message::Note;
use rulepad_document::Role;
use rulepad_document::json::build::{same, string};
use rulepad_document::json::{Member, Node, Value, compact, parse, pretty};
use rulepad_rule::model::{arn_at, is_name};
use rulepad_rule::reference::mark::is_marked;
use rulepad_rule::{
    Arn, AttachedTo, Location, Policy, PolicyTitle, Rule, Sender, Target, TargetKind, domain, needs_role,
    policies, reference, statement_id,
};
use std::collections::HashMap;

/// The rule and everything around it in a file.
pub struct Plan<'r> {
    /// The rule's own properties.
    pub rule: &'r Rule,
    /// The event pattern; `None` for a rule that has a schedule alone.
    pub pattern: Option<&'r Node>,
    /// The targets, in their order.
    pub(crate) targets: Vec<Planned<'r>>,
    /// The values that the file asks for.
    pub(crate) later: &'r [Later],
    /// The domain of AWS's endpoints, for a queue whose partition is known only at deploy time.
    pub url_suffix: Option<&'r str>,
    /// Whether a text in the file can have several lines.
    pub has_lines: bool,
    /// What the file cannot carry, and what was left out.
    pub notes: Vec<Note>,
    /// Where the rule is, as far as that is known.
    pub place: Location,
    /// What is to do for permissions and where a target is elsewhere.
    place_notes: Vec<Note>,
}

/// One target in a file.
pub(crate) struct Planned<'r> {
    /// As the person set it.
    pub target: &'r Target,
    /// `Target` of PutTargets, with the role that the file makes.
    pub request: Node,
    /// A name in lower case with underscores, unique in the file.
    pub slug: String,
    /// The ARN of the role that the file makes, with [`ACCOUNT`] in it where the rule's account is not known; `None`
    /// where none is needed or the person named one.
    pub made_role: Option<String>,
    /// What lets EventBridge deliver.
    pub grants: Vec<Grant>,
}

/// One policy that lets EventBridge deliver, and where a file must put it.
pub(crate) struct Grant {
    /// What it is attached to.
    pub attached_to: AttachedTo,
    /// The document; [`RULE_ARN`] is written in it for the rule's ARN.
    pub document: Node,
}

/// Stands in a policy for the rule's ARN until a format puts its own words for it there. No ARN holds it.
pub(super) const RULE_ARN: &str = "RULE ARN";

/// Is written for the rule's account in the ARN of a role until a script knows it. No text of a person holds it.
pub(super) const ACCOUNT: &str = "\u{fdd0}ACCOUNT";

impl<'r> Plan<'r> {
    /// The plan of a rule.
    pub fn new(rule: &'r Rule, pattern: impl Into<Option<&'r Node>>, targets: &'r [Target]) -> Self {
        let pattern = pattern.into();
        let mut notes = Vec::new();
        if pattern.is_some_and(rule_json::holds_invalid) {
            notes.push(Note::InvalidPattern);
        }
        let place = Location::of(rule, targets);
        let mut place_notes = Vec::new();
        let mut names = Names::default();
        let planned = targets
            .iter()
            .map(|target| {
                let slug = unique(slug(&target.id, "target"), &mut names);
                let made_role = made_role(rule, target, &slug, &place);
                let with_role = Target {
                    role_arn: made_role.clone().unwrap_or_else(|| target.role_arn.clone()),
                    ..target.clone()
                };
                let request = rule_json::target(&with_role, &mut notes);
                let grants = grants(rule, &with_role, &place, made_role.is_some());
                place_notes.extend(remarks::of_place(rule, &with_role, &place));
                Planned { target, request, slug, made_role, grants }
            })
            .collect();
        Self {
            rule,
            pattern,
            targets: planned,
            later: &[],
            url_suffix: None,
            has_lines: true,
            notes,
            place,
            place_notes,
        }
    }

    /// The plan of a rule with marks in its texts.
    pub(crate) fn of(prepared: &'r Prepared) -> Self {
        let Prepared { rule, pattern, targets, later, url_suffix } = prepared;
        Self { later, url_suffix: url_suffix.as_deref(), ..Self::new(rule, pattern.as_ref(), targets) }
    }

    /// The plan with one policy a queue, a topic and a function: where a policy is set as a whole, a second would
    /// replace the first, and a function takes a statement once.
    pub fn joined(mut self) -> Self {
        let mut seen: Vec<(usize, Grant)> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut kept: Vec<Vec<Grant>> = Vec::new();
        for (at, planned) in self.targets.iter_mut().enumerate() {
            let mut others = Vec::new();
            for grant in std::mem::take(&mut planned.grants) {
                let place = match grant.attached_to {
                    AttachedTo::Topic | AttachedTo::Queue | AttachedTo::Function => {
                        planned.target.arn.clone()
                    }
                    AttachedTo::DeadLetterQueue => planned.target.dead_letter_arn.clone(),
                    _ => {
                        others.push(grant);
                        continue;
                    }
                };
                match places.get(&place).and_then(|earlier| seen.get_mut(*earlier)) {
                    Some((_, earlier)) => join_statements(&mut earlier.document, &grant.document),
                    None => {
                        places.insert(place, seen.len());
                        seen.push((at, grant));
                    }
                }
            }
            kept.push(others);
        }
        for (planned, others) in self.targets.iter_mut().zip(kept) {
            planned.grants = others;
        }
        for (at, grant) in seen {
            if let Some(planned) = self.targets.get_mut(at) {
                planned.grants.push(grant);
            }
        }
        self
    }

    /// What the file cannot carry, what was left out, and what is to do elsewhere.
    pub fn take_notes(&mut self) -> Vec<Note> {
        let mut notes = std::mem::take(&mut self.notes);
        notes.append(&mut self.place_notes);
        notes
    }

    /// The rule's name as a slug.
    pub fn slug(&self) -> String {
        slug(&self.rule.name, "rule")
    }

    /// The Region of the rule, where it is known.
    pub fn region(&self) -> Option<&str> {
        Some(self.place.region.as_str()).filter(|region| !region.is_empty())
    }

    /// The URL of the queue with this ARN.
    pub fn queue_url(&self, queue: &str) -> String {
        queue_url(queue, self.url_suffix).unwrap_or_default()
    }

    /// The id of the rule's statements in the policies of others.
    pub fn sid(&self) -> String {
        sid(self.rule, &self.place)
    }

    /// The name of the resource policy that lets the rule write log events: one that no other rule has, since it
    /// would be replaced.
    pub fn policy_name(&self, slug: &str) -> String {
        format!("{}-{slug}", self.sid())
    }

    /// Whether a tool that reads the pattern as data would change or refuse it, so that it must travel as text.
    pub fn pattern_must_be_text(&self) -> bool {
        self.pattern.is_some_and(|pattern| is_fragile(pattern) || holds_null(pattern))
    }

    /// The pattern as a text of the file: in lines where the file can have them.
    pub fn pattern_lines(&self) -> String {
        let text = |pattern| shown(&if self.has_lines { pretty(pattern) } else { compact(pattern) });
        self.pattern.map(text).unwrap_or_default()
    }

    /// The pattern as one line of JSON.
    pub fn pattern_text(&self) -> String {
        self.pattern.map(compact).unwrap_or_default()
    }
}

fn sid(rule: &Rule, place: &Location) -> String {
    statement_id(&arn_at(rule, &rule.name, place))
}

/// The policies of a target. A role that the person named exists already, so its policies are theirs; what another
/// account attaches is none of the file's.
fn grants(rule: &Rule, target: &Target, place: &Location, makes_role: bool) -> Vec<Grant> {
    let sender = Sender { rule_arn: RULE_ARN, sid: sid(rule, place), place };
    let own = |policy: &Policy<PolicyTitle>| match policy.attached_to {
        // A target without a role gets them even where no role can be made: they say that one is missing.
        AttachedTo::Role | AttachedTo::RoleTrust => makes_role || target.role_arn.is_empty(),
        AttachedTo::OtherAccount => false,
        _ => true,
    };
    let read = |policy: Policy<PolicyTitle>| {
        let document = parse(&policy.text, Role::Event).root?;
        Some(Grant { attached_to: policy.attached_to, document })
    };
    policies(&sender, target).into_iter().filter(own).filter_map(read).collect()
}

/// The one statement of a policy, without its id: a script gives it one.
pub(super) fn statement(document: &Node) -> Option<Node> {
    let mut own = items(document.get("Statement")?).first()?.clone();
    if let Value::Object(members) = &mut own.value {
        members.retain(|member| member.key != "Sid");
    }
    Some(own)
}

fn items(node: &Node) -> &[Node] {
    match &node.value {
        Value::Array(items) => items,
        _ => &[],
    }
}

/// Adds the statements of a policy to an earlier one, each once and under its own name.
pub(super) fn join_statements(earlier: &mut Node, later: &Node) {
    let later = later.get("Statement").map(items).unwrap_or_default();
    let Some(Node { value: Value::Array(joined), .. }) = earlier.get_mut("Statement") else { return };
    for statement in later {
        if joined.iter().any(|own| same(own, statement)) {
            continue;
        }
        let mut statement = statement.clone();
        let sid = |own: &Node| own.get("Sid").and_then(Node::as_str).map(str::to_owned);
        if let Some(name) = sid(&statement) {
            let taken = |name: &String| joined.iter().any(|own| sid(own).as_ref() == Some(name));
            let numbered = (2..).map(|number| format!("{name}{number}")).take(joined.len() + 1);
            let free = std::iter::once(name.clone()).chain(numbered).find(|name| !taken(name));
            if let Some(own) = statement.get_mut("Sid") {
                *own = string(free.unwrap_or(name));
            }
        }
        joined.push(statement);
    }
}

/// The ARN of the role that a file makes for a target, where it has to make one: a role of the rule's account.
fn made_role(rule: &Rule, target: &Target, slug: &str, place: &Location) -> Option<String> {
    let arn = Arn::parse(&target.arn)?;
    let kind = TargetKind::of(&arn)?;
    (target.role_arn.is_empty() && needs_role(kind, &arn, place)).then(|| {
        let partition = if place.partition.is_empty() { arn.partition } else { &place.partition };
        let account = if place.account.is_empty() { ACCOUNT } else { &place.account };
        format!("arn:{partition}:iam::{account}:role/{}", role_name(rule, slug))
    })
}

/// The name of the role that a file makes: 64 characters at most. One that is cut has a checksum instead of the rest.
pub(super) fn role_name(rule: &Rule, slug: &str) -> String {
    const MOST: usize = 64;
    let plain = |c: char| if is_name(c) { c } else { '-' };
    let name: String =
        format!("{}-{}", reference::plain(&rule.name), slug.replace('_', "-")).chars().map(plain).collect();
    if name.len() <= MOST {
        return name;
    }
    let id = statement_id(&name);
    let (_, checksum) = id.split_at_checked(id.len().saturating_sub(8)).unwrap_or_default();
    format!("{}-{checksum}", name.chars().take(MOST - 9).collect::<String>())
}

/// The text in lower case, every run of other characters one underscore, a letter in front.
#[must_use]
pub fn slug(text: &str, otherwise: &str) -> String {
    let words: Vec<String> = reference::plain(text)
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let joined = words.join("_");
    match joined.chars().next() {
        None => otherwise.to_owned(),
        Some(first) if first.is_ascii_digit() => format!("{otherwise}_{joined}"),
        Some(_) => joined,
    }
}

/// What the parts of a file that belong to a target are called after: itself, and its dead-letter queue.
///
/// Without underscores and capitals, since `a_1` and `a1` have one name where both are written in capitals.
fn parts(slug: &str) -> [String; 2] {
    let plain = slug.replace('_', "");
    [format!("{plain}deadletter"), plain]
}

/// The slug, or a numbered one.
pub(super) fn unique(slug: String, names: &mut Names) -> String {
    names.take(slug, |slug, number| format!("{slug}_{number}"), parts)
}

/// `my_target` as `MyTarget`.
#[must_use]
pub fn camel(slug: &str) -> String {
    let capital = |word: &str| {
        let mut chars = word.chars();
        chars.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + chars.as_str())
    };
    slug.split('_').map(capital).collect()
}

/// `my_target` as `myTarget`.
#[must_use]
pub fn lower_camel(slug: &str) -> String {
    match slug.split_once('_') {
        Some((first, rest)) => format!("{first}{}", camel(rest)),
        None => slug.to_owned(),
    }
}

/// What follows the id of the rule's statement in the policy of a function: each version and each alias has a policy
/// of its own.
pub(super) fn qualifier(function: &str) -> String {
    const MOST: usize = 16;
    let name = function.split(":function:").nth(1).unwrap_or_default();
    let plain = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    match name.split_once(':') {
        Some((_, qualifier)) => {
            format!("-{}", qualifier.chars().filter(plain).take(MOST).collect::<String>())
        }
        None => String::new(),
    }
}

/// `https://sqs.REGION.amazonaws.com/ACCOUNT/NAME`, with the domain of the partition; `suffix` is that of a partition
/// that is known only at deploy time.
pub(super) fn queue_url(queue: &str, suffix: Option<&str>) -> Option<String> {
    let Arn { partition, region, account, resource, .. } = Arn::parse(queue)?;
    let domain = suffix.filter(|_| is_marked(partition)).unwrap_or_else(|| domain(partition));
    Some(format!("https://sqs.{region}.{domain}/{account}/{resource}"))
}

/// The value with [`RULE_ARN`] replaced wherever a string is nothing else.
pub(super) fn with_rule_arn(node: &Node, rule_arn: &Node) -> Node {
    let value = match &node.value {
        Value::String(text) if text == RULE_ARN => return rule_arn.clone(),
        Value::Array(items) => Value::Array(items.iter().map(|item| with_rule_arn(item, rule_arn)).collect()),
        Value::Object(members) => {
            let member =
                |member: &Member| Member { value: with_rule_arn(&member.value, rule_arn), ..member.clone() };
            Value::Object(members.iter().map(member).collect())
        }
        other => other.clone(),
    };
    Node { span: node.span, value }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_queue_has_one_policy() {
        let queue = "arn:aws:sqs:us-east-1:123456789012:q";
        let target = |id: &str, arn: &str| Target {
            id: id.into(),
            arn: arn.into(),
            dead_letter_arn: queue.into(),
            ..Target::default()
        };
        let targets =
            [target("a", "arn:aws:sns:us-east-1:123456789012:t"), target("b", queue), target("c", queue)];
        let pattern = parse("{}", Role::Pattern).root.unwrap();
        let rule = Rule::default();
        let plan = Plan::new(&rule, &pattern, &targets).joined();
        let places: Vec<Vec<AttachedTo>> = plan
            .targets
            .iter()
            .map(|own| own.grants.iter().map(|grant| grant.attached_to).collect())
            .collect();
        assert_eq!(places, [vec![AttachedTo::Topic, AttachedTo::DeadLetterQueue], vec![], vec![]]);
        // The rule's one statement: the queue is the target and the dead-letter queue of the same rule.
        let policy = compact(&plan.targets[0].grants[1].document);
        assert_eq!(policy.matches("\"Sid\"").count(), 1, "{policy}");
    }

    #[test]
    fn names_of_parts_are_unique_and_start_with_a_letter() {
        assert_eq!(slug("My target.v2", "target"), "my_target_v2");
        assert_eq!(slug("2nd", "target"), "target_2nd");
        assert_eq!(slug("한국어", "target"), "target");
        let mut names = Names::default();
        for (id, name) in
            [("a", "a"), ("a", "a_2"), ("a2", "a2_2"), ("a", "a_3"), ("a-dead-letter", "a_dead_letter_2")]
        {
            assert_eq!(unique(slug(id, "target"), &mut names), name);
        }
        assert_eq!(camel("my_target_v2"), "MyTargetV2");
        assert_eq!(lower_camel("my_target_v2"), "myTargetV2");
    }
}
