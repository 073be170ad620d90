//! Masking before a draft is shared: account ids, names in ARNs, e-mail and IP addresses are replaced consistently,
//! and the verdict stays the same.
//!
//! The same value gets the same replacement everywhere: in the pattern, the events, the rule and the targets.
//! Replacements keep the shape of what they replace. A value that a condition depends on in a way that a replacement
//! would break, such as a prefix, is kept and listed.

mod address;
mod arn;
mod find;
#[cfg(test)]
mod law_tests;
mod names;
mod pieces;
mod replace;
#[cfg(test)]
mod tests;

use crate::draft::Draft;
use crate::embed::Stored;
use crate::evaluate::evaluate;
use crate::explain::explain;
use crate::report::Verdict;
use names::Names;
use replace::{Texts, Value};
use rulepad_document::Lang;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How many bytes of events and patterns are evaluated at most to find out which values must be kept.
const WORK: usize = 24 << 20;

/// What is masked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sensitive {
    /// An account id: twelve digits.
    AccountId,
    /// A name or an id in the resource part of an ARN.
    ResourceName,
    /// An e-mail address.
    Email,
    /// An IPv4 or IPv6 address.
    IpAddress,
}

/// A value and what is written instead of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replacement {
    /// What the value is.
    pub kind: Sensitive,
    /// The value.
    pub from: String,
    /// What replaces it.
    pub to: String,
    /// How often it was replaced; at least once.
    pub count: usize,
}

/// A value that is not masked, because the verdict would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What the value is.
    pub kind: Sensitive,
    /// The value.
    pub value: String,
}

/// A masked draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Masked {
    /// The draft, without the text its rule was imported from.
    pub draft: Draft,
    /// The titles and texts of the events that were given beside it, in their order.
    pub events: Vec<(String, String)>,
    /// What was replaced, in the order of kinds and values.
    pub replaced: Vec<Replacement>,
    /// What could not be replaced.
    pub kept: Vec<Kept>,
    /// What is stored beside the draft where it is shown; the verdict is the same as before.
    pub stored: Stored,
}

/// Masks a draft and the events beside it, each with its title. The verdict on the draft's event and on each of the
/// others stays the same.
#[must_use]
pub fn mask(draft: &Draft, events: &[(String, String)], lang: Lang) -> Masked {
    let draft = Draft { origin: None, ..draft.clone() };
    let texts = Texts::new(&draft, events);
    let found: Vec<Value> = texts.values().into_iter().collect();
    let names = Names::new(&found, &texts);
    let mut trial = Trial { texts: &texts, names: &names, before: Vec::new(), left: WORK };
    trial.before = trial.verdicts(&BTreeSet::new()).unwrap_or_default();
    let mut masked = BTreeSet::new();
    trial.add(&found, &mut masked);
    let (draft, events, counts) = texts.replaced(&names, &masked);
    Masked {
        stored: Stored::of(&evaluate(&draft, lang)),
        kept: found
            .iter()
            .filter(|value| !masked.contains(*value))
            .map(|value| Kept { kind: value.kind, value: value.text.clone() })
            .collect(),
        replaced: counts
            .into_iter()
            .map(|(value, count)| Replacement {
                to: names.of(&value).to_owned(),
                kind: value.kind,
                from: value.text,
                count,
            })
            .collect(),
        draft,
        events,
    }
}

/// Looks for the most values that can be masked without another verdict.
struct Trial<'t> {
    texts: &'t Texts<'t>,
    names: &'t Names,
    before: Vec<Verdict>,
    /// How many bytes may still be evaluated.
    left: usize,
}

impl Trial<'_> {
    /// The verdicts with these values masked; `None` once too much was evaluated.
    fn verdicts(&mut self, masked: &BTreeSet<Value>) -> Option<Vec<Verdict>> {
        let (draft, events, _) = self.texts.replaced(self.names, masked);
        let all = std::iter::once(&draft.event).chain(events.iter().map(|(_, text)| text));
        let cost = all.clone().map(|event| event.len() + draft.pattern.len()).sum();
        // Without anything masked, it is what the others are compared with.
        self.left = if masked.is_empty() { self.left } else { self.left.checked_sub(cost)? };
        Some(
            all.map(|event| explain(&draft.pattern, event, draft.dialect, Lang::default()).verdict).collect(),
        )
    }

    /// Adds as many of the values as the verdicts allow: all together, else each half.
    fn add(&mut self, values: &[Value], masked: &mut BTreeSet<Value>) {
        if values.is_empty() {
            return;
        }
        let more: BTreeSet<Value> = masked.iter().chain(values).cloned().collect();
        match self.verdicts(&more) {
            Some(verdicts) if verdicts == self.before => *masked = more,
            Some(_) if values.len() > 1 => {
                let (first, second) = values.split_at(values.len() / 2);
                self.add(first, masked);
                self.add(second, masked);
            }
            _ => {}
        }
    }
}
