//! The counts of a scan as a file: JSON with the members of `rulepad scan --format json`, or CSV.

use super::super::super::bus::is_on;
use super::super::super::tray::csv_cell;
use super::{Run, Scan};
use rulepad_workbench::Lang;
use serde::Serialize;

#[derive(Serialize)]
struct Counts<'c> {
    /// Whether all files were read to their end.
    complete: bool,
    events: u64,
    matched: u64,
    /// Events that trigger no rule.
    idle: u64,
    undecided: u64,
    unread: u64,
    bytes: u64,
    files: Vec<File<'c>>,
    rules: Vec<Rule<'c>>,
    /// The first events that were not read.
    #[serde(rename = "notRead")]
    not_read: Vec<NotRead<'c>>,
}

#[derive(Serialize)]
struct File<'c> {
    name: &'c str,
    bytes: u64,
    /// Why it was not read to its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    broken: Option<&'c str>,
    /// Whether the browser gave it out.
    given: bool,
}

#[derive(Serialize)]
struct Rule<'c> {
    rule: &'c str,
    disabled: bool,
    /// Whether AWS refuses its pattern.
    refused: bool,
    matched: u64,
}

#[derive(Serialize)]
struct NotRead<'c> {
    file: &'c str,
    line: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<u64>,
    why: &'c str,
}

impl Scan {
    /// Whether all files were read to their end.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.run == Run::Done && self.counts.broken.is_empty() && self.counts.not_given.is_empty()
    }

    /// The counts as JSON; reasons are in a language. `names` has what each rule is called.
    #[must_use]
    pub fn json(&self, names: &[String], lang: Lang) -> String {
        let own = &*self.counts;
        let name = |place: usize| self.files.get(place).map_or("", |file| &file.name);
        let file = |(place, file): (usize, &'_ super::ScanFile)| {
            let broken = own.broken.iter().find(|(broken, _)| *broken == place);
            (place, file.size, broken.map(|(_, why)| why.words(lang)))
        };
        let files = self.files.iter().enumerate().map(file).map(|(place, bytes, broken)| File {
            name: name(place),
            bytes,
            broken,
            given: !own.not_given.contains(&place),
        });
        let rules = self.each_rule(names).map(|(place, rule, disabled, matched)| Rule {
            rule,
            disabled,
            refused: self.refused.contains(&place),
            matched,
        });
        let not_read = own.named.iter().map(|unread| NotRead {
            file: name(unread.file),
            line: unread.what.line,
            item: unread.what.item,
            why: unread.what.why.words(lang),
        });
        let counts = Counts {
            complete: self.is_whole(),
            events: own.events,
            matched: own.matched,
            idle: own.idle,
            undecided: own.undecided,
            unread: own.unread,
            bytes: own.unpacked,
            files: files.collect(),
            rules: rules.collect(),
            not_read: not_read.collect(),
        };
        let mut text = serde_json::to_string_pretty(&counts).unwrap_or_default();
        text.push('\n');
        text
    }

    /// The counts as comma-separated values, a line for each rule.
    #[must_use]
    pub fn csv(&self, names: &[String]) -> String {
        let mut csv = "rule,disabled,refused,matched\r\n".to_owned();
        for (place, rule, disabled, matched) in self.each_rule(names) {
            let refused = self.refused.contains(&place);
            csv.push_str(&format!("{},{disabled},{refused},{matched}\r\n", csv_cell(rule)));
        }
        csv
    }

    /// Each rule's place and name, whether it is disabled, and how many events it matched.
    fn each_rule<'n>(&'n self, names: &'n [String]) -> impl Iterator<Item = (usize, &'n str, bool, u64)> {
        let rules = self.rules.iter().zip(&self.counts.rules).zip(names).enumerate();
        rules.map(|(place, ((draft, own), name))| (place, name.as_str(), !is_on(draft), own.matched))
    }
}
