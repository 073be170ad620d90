//! What changes when one draft takes the place of another, part by part.

use crate::draft::Draft;
use rulepad_document::json::{compact, parse};
use rulepad_document::{Lang, Role};
use rulepad_rule::{Rule, Tag, Target};
use std::collections::{HashMap, HashSet};

/// One part of a draft, before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// What it is called.
    pub part: String,
    /// What happens to it.
    pub change: Change,
    /// What is there; blank for nothing.
    pub before: String,
    /// What will be there; blank for nothing.
    pub after: String,
}

/// A part of a draft.
#[derive(Clone, Copy, Debug)]
pub(crate) enum DraftPart<'d> {
    Name,
    Bus,
    Description,
    State,
    Role,
    Schedule,
    Tags,
    Pattern,
    Dialect,
    /// The target of this id.
    Target(&'d str),
    Event,
}

/// What happens to a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It stays as it is.
    Same,
    /// It is written differently and means the same: indentation, or the order of texts.
    Spelling,
    /// Another one takes its place.
    Changed,
    /// It was not there.
    Added,
    /// It is removed.
    Removed,
}

/// Every part that is in either draft, in the order of the page.
#[must_use]
pub fn replaced(before: &Draft, after: &Draft, lang: Lang) -> Vec<Replaced> {
    let part = |name: &DraftPart<'_>, before: &str, after: &str| part(name, before, after, lang);
    let (old, new) = (&before.rule, &after.rule);
    let mut parts = vec![
        part(&DraftPart::Name, &old.name, &new.name),
        part(&DraftPart::Bus, old.bus(), new.bus()),
        part(&DraftPart::Description, &old.description, &new.description),
        part(&DraftPart::State, old.state.name(), new.state.name()),
        part(&DraftPart::Role, &old.role_arn, &new.role_arn),
        part(&DraftPart::Schedule, &old.schedule, &new.schedule),
        part(&DraftPart::Tags, &tags(old), &tags(new)),
        json(&DraftPart::Pattern, &before.pattern, &after.pattern, lang),
    ];
    if before.dialect != after.dialect {
        parts.push(part(&DraftPart::Dialect, before.dialect.name(lang), after.dialect.name(lang)));
    }
    // Of targets with the same id the first counts.
    let there: HashMap<&str, &Target> =
        before.targets.iter().rev().map(|target| (&*target.id, target)).collect();
    for target in &after.targets {
        parts.push(compared(&target.id, there.get(&*target.id).copied(), Some(target), lang));
    }
    let kept: HashSet<&str> = after.targets.iter().map(|target| &*target.id).collect();
    for target in &before.targets {
        if !kept.contains(&*target.id) {
            parts.push(compared(&target.id, Some(target), None, lang));
        }
    }
    parts.push(json(&DraftPart::Event, &before.event, &after.event, lang));
    let nothing = |part: &Replaced| part.before.is_empty() && part.after.is_empty();
    parts.retain(|part| !nothing(part));
    parts
}

/// The tags on one line.
fn tags(rule: &Rule) -> String {
    let shown = |tag: &Tag| format!("{}={}", tag.key, tag.value);
    rule.tags.iter().map(shown).collect::<Vec<_>>().join(", ")
}

fn part(name: &DraftPart<'_>, before: &str, after: &str, lang: Lang) -> Replaced {
    let change = match (before.is_empty(), after.is_empty()) {
        _ if before == after => Change::Same,
        (true, false) => Change::Added,
        (false, true) => Change::Removed,
        _ => Change::Changed,
    };
    Replaced {
        part: words!(lang, draft::part(name)),
        change,
        before: before.to_owned(),
        after: after.to_owned(),
    }
}

fn json(name: &DraftPart<'_>, before: &str, after: &str, lang: Lang) -> Replaced {
    let mut found = part(name, before.trim(), after.trim(), lang);
    let line = |text: &str| parse(text, Role::Pattern).valid().map(compact);
    if found.change == Change::Changed && line(before).is_some_and(|one| Some(one) == line(after)) {
        found.change = Change::Spelling;
    }
    found
}

fn compared(id: &str, before: Option<&Target>, after: Option<&Target>, lang: Lang) -> Replaced {
    let shown = |target: Option<&Target>| {
        target.map(|target| words!(lang, draft::target(target))).unwrap_or_default()
    };
    let (old, new) = (shown(before), shown(after));
    let change = match (before, after) {
        (Some(one), Some(other)) if one == other => Change::Same,
        (Some(_), Some(_)) => Change::Changed,
        (None, _) => Change::Added,
        (_, None) => Change::Removed,
    };
    Replaced { part: words!(lang, draft::part(&DraftPart::Target(id))), change, before: old, after: new }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changes(before: &Draft, after: &Draft) -> Vec<(String, Change)> {
        replaced(before, after, Lang::En).into_iter().map(|found| (found.part, found.change)).collect()
    }

    #[test]
    fn every_part_is_told_with_what_happens_to_it() {
        let target = |id: &str, arn: &str| Target { id: id.into(), arn: arn.into(), ..Target::default() };
        let mut before = Draft {
            event: "{}".into(),
            pattern: "{\"a\": [1]}".into(),
            targets: vec![target("same", "x"), target("moved", "x"), target("gone", "x")],
            ..Draft::default()
        };
        before.rule.name = "old".into();
        before.rule.description = "words".into();
        let mut after = before.clone();
        after.rule.name = "new".into();
        after.rule.description.clear();
        after.pattern = "{\n\"a\":[1]}".into();
        after.targets = vec![target("moved", "y"), target("fresh", "x"), target("same", "x")];
        let wanted = [
            ("Rule name", Change::Changed),
            ("Event bus", Change::Same),
            ("Description", Change::Removed),
            ("State", Change::Same),
            ("Event pattern", Change::Spelling),
            ("Target `moved`", Change::Changed),
            ("Target `fresh`", Change::Added),
            ("Target `same`", Change::Same),
            ("Target `gone`", Change::Removed),
            ("Event", Change::Same),
        ];
        assert_eq!(changes(&before, &after), wanted.map(|(part, change)| (part.to_owned(), change)));
    }

    #[test]
    fn numbers_of_another_spelling_are_a_change() {
        let draft = |pattern: &str| Draft { pattern: pattern.into(), ..Draft::default() };
        let change = |one: &str, other: &str| changes(&draft(one), &draft(other))[2].1;
        assert_eq!(change("{\"a\": [4.0]}", "{\"a\": [4]}"), Change::Changed);
        assert_eq!(change("{", "{ "), Change::Same);
        assert_eq!(change("{", "{{"), Change::Changed);
        assert_eq!(change("", "{}"), Change::Added);
    }
}
