//! The recorded verdicts: what AWS's engine answered, line by line.

use crate::Tally;
use rulepad_workbench::Lang;
use rulepad_workbench::batch::verdict;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// Agreed and all, by tag of the recorded cases.
pub(crate) type Board = BTreeMap<String, (usize, usize)>;

#[derive(Deserialize)]
struct Recorded {
    id: String,
    pattern: String,
    event: String,
    result: String,
    message: Option<String>,
    #[serde(default)]
    tags: Vec<String>,
}

pub(crate) fn run(root: &Path, tally: &mut Tally) -> Board {
    let mut board = Board::new();
    for file in ["pattern-verdicts", "pattern-probes"] {
        let path = root.join("recorded").join(format!("{file}.ndjson"));
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let before = board.get(file).copied().unwrap_or_default();
        for line in text.lines() {
            let case: Recorded = match serde_json::from_str(line) {
                Ok(case) => case,
                Err(problem) => {
                    tally.fail(format!("{file}: {problem}"));
                    continue;
                }
            };
            let agreed = try_case(&case, tally);
            for tag in case.tags.iter().map(String::as_str).chain([file]) {
                let entry = board.entry(tag.to_owned()).or_default();
                entry.0 += usize::from(agreed);
                entry.1 += 1;
            }
        }
        if board.get(file).copied().unwrap_or_default() == before {
            tally.fail(format!("{} holds no case", path.display()));
        }
    }
    board
}

fn try_case(case: &Recorded, tally: &mut Tally) -> bool {
    let (found, message) = verdict(&case.pattern, &case.event, Lang::En);
    let found = serde_json::to_value(found).ok().and_then(|found| found.as_str().map(str::to_owned));
    let worded = case.message.is_none() || case.result != "pattern_error" || message == case.message;
    let agreed = found.as_deref() == Some(case.result.as_str()) && worded;
    if agreed {
        tally.pass();
    } else {
        tally.fail(format!(
            "{}\n  pattern: {}\n  event: {}\n  expected: {} {:?}\n  found: {found:?} {message:?}",
            case.id, case.pattern, case.event, case.result, case.message
        ));
    }
    agreed
}
