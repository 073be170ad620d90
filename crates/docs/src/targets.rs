//! The targets of an example: as `PutTargets` takes them, as share links have them, or one that has an input option.

use crate::example::Example;
use crate::message::Problem;
use rulepad_workbench::{Draft, Input, Severity, Target, import};
use serde_json::{Value, json};

/// The targets of an example.
pub(crate) fn of(example: &Example) -> Result<Vec<Target>, (usize, Problem)> {
    let part = |name: &str| example.part(name);
    let transformer = part("template").or(part("paths"));
    let input = match (part("input-path"), transformer) {
        (Some(path), None) => Some(Input::Path(path.text.trim().to_owned())),
        (Some(path), Some(_)) => return Err((path.at, Problem::TwoInputOptions)),
        (None, Some(_)) => {
            let text = |name: &str| part(name).map(|part| part.text.clone()).unwrap_or_default();
            Some(Input::Transformer { paths: text("paths"), template: text("template") })
        }
        (None, None) => None,
    };
    let Some(targets) = part("targets") else {
        let target = input.map(|input| Target { id: "target".to_owned(), input, ..Target::default() });
        return Ok(target.into_iter().collect());
    };
    if input.is_some() {
        return Err((targets.at, Problem::TwoInputOptions));
    }
    let unreadable = || (targets.at, Problem::BadTargets);
    let items = match serde_json::from_str(&targets.text).map_err(|_| unreadable())? {
        Value::Array(items) => items,
        one => vec![one],
    };
    let is_request = |item: &Value| item.get("Arn").is_some() || item.get("Id").is_some();
    if items.iter().any(is_request) {
        return of_request(items).map_err(|problem| (targets.at, problem));
    }
    let read = |item| serde_json::from_value(item).map_err(|_| unreadable());
    items.into_iter().map(read).collect()
}

/// Targets as `PutTargets` takes them, read as an import reads them: what it would leave out is a problem here.
fn of_request(items: Vec<Value>) -> Result<Vec<Target>, Problem> {
    let request = json!({ "Rule": "example", "Targets": items }).to_string();
    let imported = import(&request);
    if let Some(found) = imported.diagnostics.iter().find(|found| found.severity != Severity::Note) {
        return Err(Problem::Target { message: found.message.clone() });
    }
    let rule = imported.rules.into_iter().next().ok_or(Problem::BadTargets)?;
    Ok(rule.onto(&Draft::default()).targets)
}
