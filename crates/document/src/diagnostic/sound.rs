//! Fixes that help, and nothing else.

use super::{CodeName, Diagnostic, apply};
use std::collections::BTreeMap;

/// How many bytes [`keep_sound_fixes`] reads at most.
const SOUNDNESS_BUDGET: usize = 2 << 20;

/// Takes the edits from every fix that would not remove its own diagnostic, or would add an error.
///
/// A text that has gone off the rails, by a missing quote say, has problems whose obvious fix makes
/// things worse; only what helps is offered. Fixes past the budget are not tried and lose their edits.
pub fn keep_sound_fixes<M>(
    text: &str,
    diagnostics: &mut [Diagnostic<M>],
    diagnose: impl Fn(&str) -> Vec<Diagnostic<M>>,
) {
    let codes = |found: &[Diagnostic<M>], errors_only: bool| {
        let mut codes: BTreeMap<CodeName, usize> = BTreeMap::new();
        for found in found.iter().filter(|found| !errors_only || found.is_error()) {
            *codes.entry(found.code.clone()).or_default() += 1;
        }
        codes
    };
    let (all, errors) = (codes(diagnostics, false), codes(diagnostics, true));
    let mut budget = SOUNDNESS_BUDGET;
    for diagnostic in diagnostics {
        let code = diagnostic.code.clone();
        for help in diagnostic.help.iter_mut().filter(|help| !help.edits.is_empty()) {
            let affordable = budget.checked_sub(text.len());
            budget = affordable.unwrap_or(0);
            let sound = affordable.is_some() && {
                let after = diagnose(&apply(text, &help.edits));
                let fewer = codes(&after, false).get(&code) < all.get(&code);
                fewer && codes(&after, true).iter().all(|(code, count)| errors.get(code) >= Some(count))
            };
            if !sound {
                help.edits.clear();
            }
        }
    }
}
