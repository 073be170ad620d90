//! The index: a field and a string it must equal, for every sub-rule that has such a condition.

use rulepad_pattern::Event;
use rulepad_pattern::address;
use rulepad_pattern::event::Scalar;
use rulepad_pattern::operator::{Test, exact::Exact};
use rulepad_pattern::syntax::{Condition, Pattern};
use std::collections::HashMap;

/// Which patterns an event can match at all.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    /// Name of a field, then its value, to the patterns that need it.
    by_value: HashMap<String, HashMap<String, Vec<usize>>>,
    /// Patterns with a sub-rule that has no plain string to look for.
    always: Vec<usize>,
}

impl Index {
    pub fn add(&mut self, number: usize, pattern: &Pattern) {
        for alternative in &pattern.alternatives {
            let conditions = alternative.conditions.iter().filter_map(|(_, at)| pattern.conditions.get(*at));
            // The longest value tells most patterns apart.
            let best = conditions
                .filter_map(|condition| strings(condition).map(|strings| (condition, strings)))
                .max_by_key(|(_, strings)| strings.iter().map(|text| text.len()).min());
            let Some((condition, strings)) = best else {
                self.always.push(number);
                continue;
            };
            let values = self.by_value.entry(condition.name.clone()).or_default();
            for text in strings {
                values.entry(text.to_owned()).or_default().push(number);
            }
        }
    }

    /// The patterns that the event's values do not rule out, with repetitions.
    pub fn candidates<'i>(&'i self, event: &'i Event) -> impl Iterator<Item = usize> + 'i {
        let by_value = self.by_value.iter().flat_map(move |(name, values)| {
            event.entries(name).filter_map(move |(_, entry)| match &entry.value {
                Scalar::String(text) => values.get(text),
                _ => None,
            })
        });
        by_value.flatten().copied().chain(self.always.iter().copied())
    }
}

/// The strings of which the field must equal one; `None` where any other value would do as well. An IP
/// address has many spellings and is not looked up.
fn strings(condition: &Condition) -> Option<Vec<&str>> {
    let plain = |test| match test {
        &Test::Exact(Exact(Scalar::String(ref text))) if address::parse(text).is_err() => Some(text.as_str()),
        _ => None,
    };
    condition.matchers.iter().map(|matcher| plain(&matcher.test)).collect()
}
