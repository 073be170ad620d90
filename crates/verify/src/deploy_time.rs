//! Values of a rule that are known only at deploy time, such as `!Ref Source` or `var.source`.

use crate::test_file::GivenValue;
use rulepad_document::json::{parse, quote};
use rulepad_document::{Role, Span};
use rulepad_workbench::explanation::{Explanation, Finding, Reason};
use rulepad_workbench::{Draft, Reference, Report, Target, Verdict};
use serde_json::Value;

/// The name under which a test file gives the value of a reference: `Source` for `${Source}`.
pub(crate) fn name(reference: &Reference) -> &str {
    let shown = reference.shown.as_str();
    shown.strip_prefix("${").and_then(|rest| rest.strip_suffix('}')).unwrap_or(shown)
}

/// The draft with the given values in its pattern and targets; references without a value stay.
pub(crate) fn with_values(draft: &Draft, values: &[GivenValue]) -> Draft {
    let mut draft = draft.clone();
    for reference in std::mem::take(&mut draft.references) {
        let given = values.iter().find(|value| value.name.text == name(&reference));
        let Some(given) = given else {
            draft.references.push(reference);
            continue;
        };
        draft.pattern = in_json(&draft.pattern, &reference.shown, &given.values);
        let changed = draft.targets.iter().map(|target| in_target(target, &reference.shown, &given.values));
        draft.targets = changed.collect();
    }
    draft
}

/// A JSON text with values instead of a mark. Several values take the place of a string that is only the mark.
fn in_json(text: &str, mark: &str, values: &[String]) -> String {
    let quoted: Vec<String> = values.iter().map(|value| quote(value)).collect();
    let text = text.replace(&quote(mark), &quoted.join(", "));
    match &quoted[..] {
        [one] => {
            let inner = one.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(one);
            text.replace(mark, inner)
        }
        _ => text,
    }
}

fn in_target(target: &Target, mark: &str, values: &[String]) -> Target {
    fn change(value: &mut Value, mark: &str, values: &[String]) {
        match value {
            Value::String(text) if text.contains(mark) => {
                let is_json = parse(text, Role::Input(0)).valid().is_some();
                *text = match values {
                    _ if is_json => in_json(text, mark, values),
                    [one] => text.replace(mark, one),
                    _ => return,
                };
            }
            Value::Array(items) => items.iter_mut().for_each(|item| change(item, mark, values)),
            Value::Object(members) => members.values_mut().for_each(|item| change(item, mark, values)),
            _ => {}
        }
    }
    let Ok(mut value) = serde_json::to_value(target) else { return target.clone() };
    change(&mut value, mark, values);
    serde_json::from_value(value).unwrap_or_else(|_| target.clone())
}

/// The references that leave the verdict open: with other values it could be another one.
pub(crate) fn open(draft: &Draft, report: &Report) -> Vec<String> {
    let Some(explanation) = &report.explanation else { return Vec::new() };
    let conditions = |numbers: &[usize]| -> Vec<&Finding> {
        numbers.iter().filter_map(|number| explanation.conditions.get(*number)).collect()
    };
    let depends = |own: &&Finding| !marks(draft, own).is_empty() && !is_accepted_without(draft, own);
    let decided = match report.verdict {
        Verdict::Match => explanation
            .alternatives
            .iter()
            .any(|own| own.holds() && !conditions(&own.conditions).iter().any(depends)),
        Verdict::NoMatch => explanation.alternatives.iter().all(|own| {
            conditions(&own.failed).iter().any(|own| !depends(own))
                || (!own.conflict.is_empty() && !conditions(&own.conflict).iter().any(depends))
        }),
        _ => true,
    };
    if decided { Vec::new() } else { used(draft, explanation) }
}

fn used(draft: &Draft, explanation: &Explanation) -> Vec<String> {
    let mut names: Vec<String> = explanation.conditions.iter().flat_map(|own| marks(draft, own)).collect();
    names.sort();
    names.dedup();
    names
}

/// The references in a condition, its name included.
fn marks(draft: &Draft, condition: &Finding) -> Vec<String> {
    let text = condition.key.to(condition.span).of(&draft.pattern);
    let used = draft.references.iter().filter(|reference| text.contains(&reference.shown));
    used.map(|reference| reference.shown.clone()).collect()
}

/// Whether the value is accepted by a matcher in which everything is known.
fn is_accepted_without(draft: &Draft, condition: &Finding) -> bool {
    let (Reason::Accepted { matcher } | Reason::AbsentAsWanted { matcher }) = condition.reason else {
        return false;
    };
    let has_mark = |span: Span| {
        let text = span.of(&draft.pattern);
        draft.references.iter().any(|reference| text.contains(&reference.shown))
    };
    condition.wants.get(matcher).is_some_and(|own| !has_mark(own.span) && !has_mark(condition.key))
}
