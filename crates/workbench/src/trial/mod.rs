//! How a rule can be tried: by AWS's own answer, end to end with a copy of it, or on an emulator.

mod answer;
mod own_source;

pub use answer::{Answer, read_answer};
pub(crate) use answer::{AnswerSays, Sent};

use crate::draft::Draft;
use crate::export::Exported;
use own_source::{EVENT_PREFIX, RESERVED, own_source};
use rulepad_document::Lang;
use rulepad_document::Role;
use rulepad_document::diagnostic::apply;
use rulepad_document::json::{Node, Value, compact, parse, pretty, quote};
use rulepad_event::put_entry;
use rulepad_export::{Format, Subject, try_out};
use rulepad_pattern::{self as pattern, Dialect};
use rulepad_rule::{Arn, State};
use serde::{Deserialize, Serialize};

/// How a rule can be tried.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trial {
    /// Whether the event's source begins with `aws.`, which PutEvents refuses from anyone but AWS.
    pub reserved: bool,
    /// What is sent instead, and what to know before it is, a sentence each.
    pub notes: Vec<String>,
    /// The copy of the rule that events can be sent to, with an event that can be sent.
    pub copy: Draft,
    /// A script that creates the copy, sends the event, shows what came of it, and takes everything away again.
    pub script: Exported,
    /// Calls for an emulator, in the order in which they make sense.
    pub calls: Vec<Call>,
    /// The account that the calls are for: that of the targets, where one has it.
    pub account: String,
    /// The Region that the calls are for.
    pub region: String,
}

/// One call of EventBridge's API.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// What is called.
    pub operation: Operation,
    /// The request, a JSON text.
    pub body: String,
}

/// An operation of EventBridge's API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Operation {
    /// Whether the pattern matches the event.
    TestEventPattern,
    /// Creates the rule.
    PutRule,
    /// Gives it targets.
    PutTargets,
    /// Sends the event.
    PutEvents,
}

impl Operation {
    /// Its name in the API.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::TestEventPattern => "TestEventPattern",
            Self::PutRule => "PutRule",
            Self::PutTargets => "PutTargets",
            Self::PutEvents => "PutEvents",
        }
    }
}

/// What the copy's name ends with.
const SUFFIX: &str = "-try";
/// The longest name of a rule AWS takes.
const MAX_NAME: usize = 64;
/// What PutEvents gives every event itself.
const GIVEN: [&str; 4] = ["id", "account", "region", "version"];

/// Why a rule cannot be tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoTrial {
    /// What evaluates the pattern is no rule.
    NoRule,
    /// AWS refuses the pattern.
    PatternRefused,
    /// There is no event.
    NoEvent,
    /// The pattern asks for a source that nobody but AWS may send.
    SourceMatters { reserved: &'static str },
}

/// What to know before a rule is tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TrialNote {
    /// Sources of AWS are sent under other names.
    OtherSource { reserved: &'static str, prefix: &'static str },
    /// The pattern asks for fields that PutEvents sets itself.
    GivenFields(Vec<&'static str>),
    /// The event lacks a field, which an entry has under another name.
    Lacks { field: &'static str, member: &'static str },
    /// Other rules of the bus see the event.
    OtherRules,
    /// The copy of a disabled rule is enabled.
    Enabled,
    /// The bus is a partner's.
    PartnerBus,
}

/// How the draft's rule can be tried on its event.
///
/// # Errors
/// A sentence, where there is nothing to try yet.
pub fn trial(draft: &Draft, lang: Lang) -> Result<Trial, String> {
    of(draft, lang).map_err(|why| words!(lang, trial::no_trial(&why)))
}

fn of(draft: &Draft, lang: Lang) -> Result<Trial, NoTrial> {
    if draft.dialect != Dialect::Rule {
        return Err(NoTrial::NoRule);
    }
    let parsed = pattern::parse(&draft.pattern);
    let (Some(_), Some(root)) = (parsed.valid(), &parsed.json) else {
        return Err(NoTrial::PatternRefused);
    };
    let event = parse(&draft.event, Role::Event);
    let Some(event) = event.valid().filter(|event| event.members().is_some()) else {
        return Err(NoTrial::NoEvent);
    };
    let reserved =
        event.get("source").and_then(Node::as_str).is_some_and(|source| source.starts_with(RESERVED));
    let mut copy = Draft { rule: named(draft), origin: None, ..draft.clone() };
    let mut notes = Vec::new();
    if reserved {
        let edits = own_source(root, event);
        copy.pattern = apply(&draft.pattern, &edits.pattern);
        copy.event = apply(&draft.event, &edits.event);
        if !means_the_same(draft, &copy) {
            return Err(NoTrial::SourceMatters { reserved: RESERVED });
        }
        notes.push(TrialNote::OtherSource { reserved: RESERVED, prefix: EVENT_PREFIX });
    }
    notes.extend(warnings(draft, root, event));
    let again = parse(&copy.event, Role::Event);
    let sent = again.root.as_ref().unwrap_or(event);
    let entries = format!("[{}]", put_entry(sent, copy.rule.bus()));
    let pattern = parse(&copy.pattern, Role::Pattern);
    let pattern = pattern.root.as_ref().unwrap_or(root);
    let subject = Subject {
        rule: &copy.rule,
        pattern: Some(pattern),
        dialect: copy.dialect,
        targets: &copy.targets,
        event: &copy.event,
        references: &draft.references,
    };
    let script = Exported::new(try_out(&subject, &shown(&entries)).worded(lang), Vec::new());
    let calls = calls(draft, &subject, &entries);
    let place = copy.targets.iter().filter_map(|target| Arn::parse(&target.arn)).find(Arn::has_account);
    let account = place.as_ref().map_or("000000000000", |arn| arn.account).to_owned();
    let region =
        place.map(|arn| arn.region).filter(|region| !region.is_empty()).unwrap_or("us-east-1").to_owned();
    let notes = notes.iter().map(|note| words!(lang, trial::note(note))).collect();
    Ok(Trial { reserved, notes, script, calls, account, region, copy })
}

/// The copy has its own name, and it is enabled.
fn named(draft: &Draft) -> rulepad_rule::Rule {
    let mut rule = draft.rule.clone();
    let name = if rule.name.is_empty() { "rule" } else { &rule.name };
    let room = MAX_NAME - SUFFIX.len();
    rule.name = name.chars().take(room).chain(SUFFIX.chars()).collect();
    if rule.state == State::Disabled {
        rule.state = State::Enabled;
    }
    rule
}

/// Whether each pattern says the same of its event.
fn means_the_same(one: &Draft, other: &Draft) -> bool {
    let verdict = |draft: &Draft| {
        let event = parse(&draft.event, Role::Event);
        let event = event.valid().and_then(pattern::Event::new)?;
        Some(pattern::matches(pattern::parse(&draft.pattern).valid()?, &event))
    };
    verdict(one).is_some_and(|found| Some(found) == verdict(other))
}

fn warnings(draft: &Draft, pattern: &Node, event: &Node) -> Vec<TrialNote> {
    let mut notes = Vec::new();
    let asked: Vec<&str> = GIVEN.into_iter().filter(|key| asks_for(pattern, key)).collect();
    if !asked.is_empty() {
        notes.push(TrialNote::GivenFields(asked));
    }
    for (field, member) in [("source", "Source"), ("detail-type", "DetailType"), ("detail", "Detail")] {
        if event.get(field).is_none() {
            notes.push(TrialNote::Lacks { field, member });
        }
    }
    notes.push(TrialNote::OtherRules);
    if draft.rule.state == State::Disabled {
        notes.push(TrialNote::Enabled);
    }
    if draft.rule.event_bus.starts_with("aws.partner/")
        || draft.rule.event_bus.contains(":event-bus/aws.partner/")
    {
        notes.push(TrialNote::PartnerBus);
    }
    notes
}

/// Whether a pattern, or an alternative of it, asks for a field of the envelope.
fn asks_for(pattern: &Node, key: &str) -> bool {
    pattern.members().unwrap_or_default().iter().any(|member| {
        member.key == key
            || matches!(&member.value.value, Value::Array(branches)
                if member.key == "$or" && branches.iter().any(|branch| asks_for(branch, key)))
    })
}

fn shown(json: &str) -> String {
    parse(json, Role::Event).root.as_ref().map(pretty).unwrap_or_default()
}

fn calls(draft: &Draft, copy: &Subject<'_>, entries: &str) -> Vec<Call> {
    let requests = rulepad_export::export(Format::RuleJson, copy);
    let requests = parse(&requests.text, Role::Event).root;
    let request = |operation: Operation| {
        let body = requests.as_ref()?.get(operation.name())?;
        Some(Call { operation, body: compact(body) })
    };
    let test = format!("{{\"Event\":{},\"EventPattern\":{}}}", quote(&draft.event), quote(&draft.pattern));
    [
        Some(Call { operation: Operation::TestEventPattern, body: test }),
        request(Operation::PutRule),
        request(Operation::PutTargets),
        Some(Call { operation: Operation::PutEvents, body: format!("{{\"Entries\":{entries}}}") }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests;
