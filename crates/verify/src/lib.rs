//! Tests of rules: which events they match, what their targets receive, which rules an event triggers.
//!
//! A test file, `*.rulepad.yaml` or `*.rulepad.json`, points at rules where they are, in any format that is imported,
//! and at events. [`run()`] runs it with the verdicts of [`rulepad_workbench`].
//!
//! ```
//! use rulepad_verify::{Files, Options, Outcome, run};
//!
//! /// A folder with one rule.
//! struct Folder;
//!
//! impl Files for Folder {
//!     fn paths(&self, pattern: &str) -> Result<Vec<String>, String> {
//!         Ok(vec![pattern.to_owned()])
//!     }
//!     fn read(&self, _: &str) -> Result<String, String> {
//!         Ok(r#"{"Name": "placed", "EventPattern": "{\"source\": [\"shop\"]}"}"#.to_owned())
//!     }
//! }
//!
//! let file = "
//! rulepad: 1
//! rules: [rule.json]
//! tests:
//!   - rule: placed
//!     match: [{event: {source: shop}}]
//!     no_match: [{event: {source: bank}, because: source}]
//! ";
//! let run = run("placed.rulepad.yaml", file, &Folder, Options::default());
//! let outcomes: Vec<Outcome> = run.results.checks.iter().map(|check| check.outcome).collect();
//! assert_eq!(outcomes, [Outcome::Matched, Outcome::Quiet]);
//! ```
//!
//! * [`read()`]: a test file as data, with a diagnostic for each problem
//! * [`run()`]: what became of each check, with the explanation of those that failed
//! * [`Covered`], [`Mutant`]: what the tests of a rule do not notice
//! * [`Report`], [`Format`]: results for people and for the tools of CI
//! * [`update()`]: expected payloads replaced by those that are delivered
//! * [`open()`]: a test file with what it points at, in memory
//! * [`check()`], [`exercise()`], [`Matrix`]: the same of rules and events that are in memory
//! * [`Scan`]: files of any size matched slice by slice, in bounded memory
//! * [`SCHEMA`]: the JSON Schema of a test file

/// What `words_en` and `words_ko` say: `words!(lang, rule_number(1))`.
macro_rules! words {
    ($lang:expr, $($said:tt)+) => {
        match $lang {
            rulepad_document::Lang::En => $crate::words_en::$($said)+,
            rulepad_document::Lang::Ko(_) => $crate::words_ko::$($said)+,
        }
    };
}

mod arrival;
mod bench;
mod code;
mod coverage;
mod delivery;
mod deploy_time;
mod diagnostics;
mod diff;
mod format;
mod load;
mod matrix;
mod message;
mod mutants;
mod open;
mod own_file;
mod read;
mod result;
mod run;
mod scan;
mod test_file;
mod update;
mod words;
mod words_en;
mod words_ko;

pub use bench::{Observation, check, exercise, lines, observe, sentence};
pub use code::Code;
pub use format::{Format, Report};
pub use load::{FilePlace, Files, LoadedEvent, LoadedRule, RulesReading, read_rules};
pub use matrix::{Judged, Matrix};
pub use message::{Expected, Mapping, Message};
pub use open::{OpenedTests, open};
pub use read::{TestFileReading, read};
pub use result::{
    Change, Check, Condition, Covered, Difference, Expectation, Failure, Fate, Mutant, Note, Outcome,
    PatternPart, Problem, Results, TestedRule, Trigger, WrongRule,
};
pub use run::{Options, Run, run};
pub use scan::{Match, NotRead, RuleScanned, Scan, Scanned};
pub use test_file::{
    BusTest, EventSource, ExpectedDelivery, ExpectedPart, GivenValue, PartName, Placed, PublishedDelivery,
    PublishedSample, Refusal, RuleSource, RuleTest, Sample, SubscriberTest, Test, TestFile,
};
pub use update::update;

/// The JSON Schema of a test file, for editors.
pub const SCHEMA: &str = include_str!("../tests.schema.json");
