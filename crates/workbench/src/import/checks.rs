//! What AWS would say of a rule that was read, as the page reports it once the rule is there.

use crate::loops;
use rulepad_document::json::{Node, Value, parse};
use rulepad_document::{Diagnostic, Role, Span};
use rulepad_pattern::{self as pattern, Dialect};
use rulepad_rule::{Rule, Target, check_targets};
use rulepad_transformer::Input;
use serde::{Deserialize, Serialize};

/// What an event pattern of a text says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PatternRead {
    /// In a sentence; `None` where AWS refuses the pattern.
    pub sentence: Option<String>,
    /// How many mistakes AWS sees in it.
    pub mistakes: usize,
    /// The mistakes, and what is probably wrong.
    pub found: Vec<FoundInPattern>,
}

/// A problem of a pattern that was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FoundInPattern {
    /// The problem, with places in the pattern.
    pub diagnostic: Diagnostic,
    /// Its place in the text that was read, as exactly as that is known; `None` where it is not.
    pub place: Option<Span>,
}

/// What a target of a rule that was read does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TargetRead {
    /// What it is, such as `SQS queue`; blank where the ARN does not say.
    pub kind: String,
    /// What it receives, a few words.
    pub input: String,
    /// Its dead-letter queue; blank for none.
    pub queue: String,
    /// How delivery is tried again, a few words.
    pub retries: String,
    /// What AWS refuses of it, or what is probably wrong; places are in its properties.
    pub diagnostics: Vec<Diagnostic>,
}

/// How many problems of one rule are kept.
const MOST: usize = 50;

/// Reads a pattern; `raw` is what the text has for it.
pub(super) fn pattern(
    text: &str,
    dialect: Dialect,
    raw: Option<&Node>,
    rule: &Rule,
    targets: &[Target],
) -> Option<PatternRead> {
    if text.trim().is_empty() {
        return None;
    }
    let parsed = pattern::parse_in(text, dialect);
    let mut found = parsed.diagnostics.clone();
    if let Some(valid) = parsed.valid() {
        found.extend(pattern::caveats(valid, None));
        found.extend(loops::check(valid, dialect, rule, targets));
    }
    let mistakes = found.iter().filter(|found| found.is_error()).count();
    let tree = parse(text, Role::Pattern).root;
    let place = |found: &Diagnostic| raw.map(|raw| place(raw, tree.as_ref(), found.span()));
    Some(PatternRead {
        sentence: parsed.valid().map(pattern::in_words::sentence),
        mistakes,
        found: found
            .into_iter()
            .take(MOST)
            .map(|diagnostic| FoundInPattern { place: place(&diagnostic), diagnostic })
            .collect(),
    })
}

/// The place in the imported text of a place in the pattern. A pattern within a string is at the string.
fn place(raw: &Node, tree: Option<&Node>, span: Span) -> Span {
    let Some(mut tree) = tree.filter(|_| !matches!(raw.value, Value::String(_))) else { return raw.span };
    let mut raw = raw;
    let mut own = raw.span;
    loop {
        // The pattern is the same value in another layout, its members in the same order.
        let next = match (&tree.value, &raw.value) {
            (Value::Object(shown), Value::Object(members)) => {
                shown.iter().zip(members).find_map(|(shown, member)| {
                    let on_key = shown.key_span.touches(span.start);
                    let within = on_key || shown.value.span.touches(span.start);
                    let place = if on_key { member.key_span } else { member.value.span };
                    within.then_some((&shown.value, &member.value, place))
                })
            }
            (Value::Array(shown), Value::Array(items)) => shown
                .iter()
                .zip(items)
                .find_map(|(shown, item)| shown.span.touches(span.start).then_some((shown, item, item.span))),
            _ => None,
        };
        let Some((inner, item, place)) = next else { return own };
        (tree, raw, own) = (inner, item, place);
    }
}

/// What each target of a rule does.
pub(super) fn targets(rule: &Rule, targets: &[Target]) -> Vec<TargetRead> {
    let checks = check_targets(rule, targets);
    let read = |(index, target): (u32, &Target)| {
        let own =
            |found: &&Diagnostic| found.labels.first().and_then(|label| label.role.target()) == Some(index);
        TargetRead {
            kind: target.kind().map(|kind| kind.name().to_owned()).unwrap_or_default(),
            input: input(&target.input),
            queue: target.dead_letter_arn.clone(),
            retries: retries(target),
            diagnostics: checks.iter().filter(own).take(MOST).cloned().collect(),
        }
    };
    (0..).zip(targets).map(read).collect()
}

fn input(input: &Input) -> String {
    match input {
        Input::MatchedEvent => "the matched event".to_owned(),
        Input::Path(path) => format!("the part of the event at `{path}`"),
        Input::Constant(text) => {
            const SHOWN: usize = 60;
            let shown: String = text.chars().take(SHOWN).collect();
            let more = if shown.len() < text.len() { "…" } else { "" };
            format!("a constant: {}{more}", shown.replace('\n', " "))
        }
        Input::Transformer { paths, .. } => {
            let count =
                parse(paths, Role::Event).root.and_then(|own| own.members().map(<[_]>::len)).unwrap_or(0);
            match count {
                0 => "an input template without variables".to_owned(),
                1 => "an input template with 1 variable".to_owned(),
                count => format!("an input template with {count} variables"),
            }
        }
    }
}

fn retries(target: &Target) -> String {
    let attempts = match target.retry_attempts.as_str() {
        "" => String::new(),
        "0" => "no retries".to_owned(),
        "1" => "1 retry".to_owned(),
        count => format!("{count} retries"),
    };
    let age = match target.event_age.as_str() {
        "" => String::new(),
        seconds => format!("for at most {seconds} seconds"),
    };
    match (attempts.is_empty(), age.is_empty()) {
        (true, true) => "185 retries for 24 hours, the default".to_owned(),
        (true, false) => format!("retries {age}"),
        (false, true) => attempts,
        (false, false) => format!("{attempts} {age}"),
    }
}
