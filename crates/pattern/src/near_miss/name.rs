//! Fields that stand under another name, or elsewhere.

use super::{Difference, NearMiss};
use crate::event::Event;
use crate::spelling::distance;
use crate::syntax::Condition;
use rulepad_document::Edit;
use rulepad_document::json::quote;

/// The fields that may be meant by a name the event does not have.
pub(super) fn name_misses(condition: &Condition, event: &Event) -> Vec<NearMiss> {
    let plain = |name: &str| -> String {
        name.chars().filter(|c| c.is_alphanumeric() || *c == '.').collect::<String>().to_lowercase()
    };
    let wanted = plain(&condition.name);
    let last = |name: &str| name.rsplit('.').next().unwrap_or(name).to_owned();
    let wanted_last = last(&condition.name);
    let mut names: Vec<&str> = event.names().collect();
    rulepad_document::order::sort_by_key(&mut names, |name| *name);
    let mut found = Vec::new();
    for name in names {
        let difference = if plain(name) == wanted || (name.len() > 4 && distance(name, &condition.name) == 1)
        {
            Difference::SimilarName
        } else if last(name) == wanted_last {
            Difference::OtherPlace
        } else {
            continue;
        };
        let Some((_, entry)) = event.entries(name).next() else { continue };
        // A rename fixes it where only the last part of the name differs.
        let parent =
            |name: &str| name.rsplit_once('.').map(|(parent, _)| parent.to_owned()).unwrap_or_default();
        let edits = if difference == Difference::SimilarName && parent(name) == parent(&condition.name) {
            vec![Edit { span: condition.key, text: quote(&last(name)) }]
        } else {
            Vec::new()
        };
        found.push(NearMiss { difference, saw: name.to_owned(), event: entry.span, edits });
    }
    found
}
