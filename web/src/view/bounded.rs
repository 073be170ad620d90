//! Lists of findings that end: the first of them, errors before the rest, and how many are left.

use rulepad_workbench::{Diagnostic, Severity};

/// How many findings of one text are listed.
pub(super) const LISTED: usize = 100;

/// How many findings an editor underlines.
pub(super) const UNDERLINED: usize = 500;

/// The findings that are listed, in the order of the text, and how many are not.
pub(super) fn listed<'d>(found: &[&'d Diagnostic]) -> (Vec<&'d Diagnostic>, usize) {
    let mut left = LISTED;
    let mut taken = vec![false; found.len()];
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        for (own, taken) in found.iter().zip(&mut taken) {
            if left > 0 && own.severity == severity {
                *taken = true;
                left -= 1;
            }
        }
    }
    let shown: Vec<&Diagnostic> =
        found.iter().zip(taken).filter(|(_, taken)| *taken).map(|(own, _)| *own).collect();
    let rest = found.len() - shown.len();
    (shown, rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_workbench::Lang;
    use rulepad_workbench::{Draft, evaluate};

    #[test]
    fn errors_come_before_what_is_earlier() {
        let pattern = format!("{{\"a\": [{}]}}", vec!["{\"prefixx\": \"v\"}"; 300].join(", "));
        let report = evaluate(&Draft { pattern, ..Draft::default() }, Lang::En);
        let mut warning = report.pattern.last().unwrap().clone();
        warning.severity = Severity::Warning;
        let mut found = vec![&warning];
        found.extend(&report.pattern);
        let (shown, rest) = listed(&found);
        assert_eq!((shown.len(), rest), (LISTED, found.len() - LISTED));
        assert!(shown.iter().all(|own| own.is_error()));
        let (shown, rest) = listed(&found[..3]);
        assert_eq!((shown.len(), rest), (3, 0));
    }
}
