//! The committed scoreboard: a lost case shows as a changed line.

use crate::Tally;
use crate::recorded::Board;
use std::path::Path;

/// Compares `scoreboard.txt` with this run; `RULEPAD_BLESS=1` writes it anew.
pub(crate) fn check(root: &Path, board: &Board, tally: &mut Tally) {
    let path = root.join("scoreboard.txt");
    let mut text = String::from("recorded verdicts by tag: agreed / all\n\n");
    for (tag, (agreed, all)) in board {
        text.push_str(&format!("{tag:<16} {agreed:>5} / {all}\n"));
    }
    if std::env::var_os("RULEPAD_BLESS").is_some() {
        if let Err(problem) = std::fs::write(&path, &text) {
            tally.fail(format!("scoreboard.txt cannot be written: {problem}"));
        }
        return;
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    if committed == text {
        tally.pass();
    } else {
        tally.fail(format!(
            "scoreboard.txt differs from this run; `RULEPAD_BLESS=1 cargo test -p conformance` writes:\n{text}"
        ));
    }
}
