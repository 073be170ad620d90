//! What the commands say themselves, as data.

use crate::label::Label;
use lexopt::Error as ArgumentError;
use rulepad_migrate::Payloads;
use rulepad_workbench::bulk::Misread;
use rulepad_workbench::{Lang, Severity, Words};
use std::io;

/// Why a file has no text.
#[derive(Debug)]
pub enum FileFault {
    /// The system does not give it.
    Io(io::Error),
    /// It has more megabytes than are read.
    TooLong {
        /// How many it has.
        has: u64,
        /// How many are read.
        most: u64,
    },
    /// Its bytes are not UTF-8.
    NotUtf8 {
        /// The first byte that is wrong.
        at: usize,
    },
    /// A library's own words.
    Said(String),
}

/// Where a rule was looked for.
#[derive(Debug)]
pub enum RulesOf {
    /// In one text, by its name.
    Text(String),
    /// In several files.
    Files,
}

/// A sentence for the person who runs a command.
#[derive(Debug)]
pub enum Message {
    /// Worded already, by the core.
    Said(String),

    // Arguments.
    /// No command is named.
    NoCommand,
    /// There is no such command.
    UnknownCommand(String),
    /// An argument that no option takes, or an option without its value.
    Argument(ArgumentError),
    /// There is no such language.
    UnknownLang(String),
    /// An option is given twice.
    Twice(String),
    /// Two options exclude each other.
    Both(&'static str, &'static str),
    /// An option with a file is missing.
    NoFile {
        /// The option.
        option: String,
        /// The command.
        command: String,
    },
    /// `--format` of a command that gives text or JSON.
    NotTextOrJson(String),
    /// `--format` of a command that has others.
    UnknownFormat {
        /// What was given.
        name: String,
        /// Those there are.
        known: Vec<&'static str>,
    },
    /// `--format` of an export.
    UnknownExportFormat(String),
    /// An export without `--format`.
    NoExportFormat,
    /// There is no such dialect.
    UnknownDialect {
        /// What was given.
        name: String,
        /// The command.
        command: String,
    },
    /// `--published` of no call.
    UnknownPublished(String),
    /// An option of subscribers with another dialect.
    OfSubscribers(&'static str),
    /// `--subscriber` and a filter.
    SubscriberAndFilters,
    /// Neither `--subscriber` nor a filter.
    NoSubscriber,
    /// Standard input is asked for more than once.
    StandardInputTwice,
    /// `import --rule` without `--save`.
    RuleWithoutSave,
    /// `samples` with words or `--format`, and an id.
    ListsOnly,
    /// `docs` without an action.
    NoDocsAction,
    /// `docs` with another action.
    UnknownDocsAction(String),
    /// `docs` without a path.
    NoDocsPath,
    /// `scan` without rules.
    NoRules,
    /// `--threads` that is no number.
    Threads(String),
    /// `--value` without a name.
    NoValue(String),
    /// `--run` that is no regular expression.
    Regex {
        /// What was given.
        text: String,
        /// What is wrong with it.
        error: String,
    },
    /// `--threshold` that is no percentage.
    Threshold(String),
    /// `--out` without a path.
    OutWithoutPath(String),

    // Files.
    /// Standard output cannot be written.
    NoOutput(io::Error),
    /// Standard input cannot be read.
    NoInput(io::Error),
    /// A file cannot be read.
    Unreadable {
        /// Its name.
        name: String,
        /// Why; `None` where the system does not say.
        error: Option<io::Error>,
    },
    /// A file cannot be written.
    Unwritable {
        /// Its name.
        name: String,
        /// Why.
        error: io::Error,
    },
    /// A file's bytes are not UTF-8.
    NotUtf8 {
        /// Its name.
        name: String,
        /// The first byte that is wrong.
        at: usize,
    },
    /// A file is longer than is read.
    TooLong {
        /// Its name.
        name: String,
        /// How many megabytes it has.
        has: u64,
        /// How many are read.
        most: u64,
    },
    /// There is no such file or folder.
    NoPath(String),
    /// A file is no document.
    NotADocument(String),
    /// Folders have more documents than are read.
    TooManyDocuments(usize),
    /// A folder has more test files than are run.
    TooManyTestFiles {
        /// The folder.
        folder: String,
        /// How many are run.
        most: usize,
    },
    /// A folder has more files than are read; the rest is left out.
    MoreFiles {
        /// The folder.
        folder: String,
        /// How many are read.
        most: usize,
    },
    /// A file of a folder is left out for its size.
    LongFile {
        /// Its name.
        name: String,
        /// How many megabytes it has.
        has: u64,
    },
    /// From this file on nothing is read: the files before have that many megabytes.
    FilesFrom {
        /// The first file that is left out.
        name: String,
        /// How many megabytes the files before have.
        most: u64,
    },

    // `batch`.
    /// A line is longer than is read.
    LongLine {
        /// How many mebibytes are read.
        most: u64,
    },
    /// A line is not UTF-8.
    LineNotUtf8 {
        /// The first byte that is wrong.
        at: usize,
    },

    // `docs`.
    /// A document was changed.
    Updated(String),
    /// The folders have no document.
    NoDocument,
    /// The documents have no example.
    NoExample,

    // `events`, `test`.
    /// What PutEvents answers to an entry.
    PutEventsAnswers {
        /// The entry.
        title: String,
        /// AWS's code.
        code: String,
        /// AWS's words.
        message: String,
    },
    /// How the events of a text are taken apart, behind a sentence on the text.
    EventsWrites(String),

    // `migrate`.
    /// How many subscribers a rule becomes.
    Migrates {
        /// The rule.
        rule: String,
        /// How many subscribers are written.
        subscribers: usize,
        /// How many targets it has.
        targets: usize,
    },
    /// The bus needs an event source for this service or partner.
    NeedsEventSource(String),
    /// What a target becomes.
    Becomes {
        /// The target.
        target: String,
        /// The subscriber; `None` where there is none.
        subscriber: Option<String>,
    },
    /// What a rule and a subscriber make of an event.
    Verdicts {
        /// The number of the event.
        number: usize,
        /// Whether the rule matches.
        rule: Option<bool>,
        /// Whether the subscriber matches.
        subscriber: Option<bool>,
        /// How the payloads differ.
        payloads: Payloads,
    },

    // Subscribers in `import` and `export`.
    /// A subscriber of a text.
    Subscriber(String),
    /// A custom event bus of a text.
    CustomBus(String),
    /// An event source of a text.
    EventSource(String),
    /// A text has no subscriber.
    NoSubscriberIn(String),
    /// A file has subscribers, which are not among what was asked for of several files.
    SubscribersAlone(String),
    /// A text has no subscriber of this name.
    UnknownSubscriber {
        /// Where.
        of: RulesOf,
        /// The name.
        name: String,
        /// Its subscribers, listed.
        subscribers: String,
    },
    /// Several subscribers have the name that was chosen.
    SeveralSubscribers {
        /// Where.
        of: RulesOf,
        /// The name.
        name: String,
        /// They, listed.
        subscribers: String,
    },

    // `import`, `export`.
    /// A text has no rule.
    NoRule(RulesOf),
    /// A text has no rule of this name.
    UnknownRule {
        /// Where.
        of: RulesOf,
        /// The name.
        name: String,
        /// Its rules, listed.
        rules: String,
    },
    /// A text has several rules, and none was chosen.
    SeveralRules {
        /// Where.
        of: RulesOf,
        /// Its rules, listed.
        rules: String,
    },
    /// Several rules have the name that was chosen.
    SeveralCalled {
        /// Where.
        of: RulesOf,
        /// The name.
        name: String,
        /// They, listed.
        rules: String,
    },
    /// The bus and the state of a rule.
    OnBus {
        /// The bus.
        bus: String,
        /// AWS's name of the state.
        state: &'static str,
    },
    /// A rule has a schedule.
    Schedule {
        /// It.
        schedule: String,
        /// Whether the rule has no event pattern.
        is_alone: bool,
    },
    /// A rule has no event pattern.
    NoPattern,
    /// AWS refuses a rule's event pattern, for so many errors.
    PatternErrors(usize),
    /// The text does not name the targets of a rule.
    NoTargetsInText,
    /// A rule has no targets.
    NoTargets,
    /// A target of a rule.
    Target {
        /// Its id.
        id: String,
        /// Its ARN.
        arn: String,
    },
    /// What a target of a rule does, each worded.
    Receives {
        /// What it receives.
        input: String,
        /// How delivery is tried again.
        retries: String,
        /// Its dead-letter queue; blank for none.
        queue: String,
    },
    /// A file's text is part of another's rules.
    PartOf(String),
    /// How many rules the files have.
    RulesInFiles {
        /// The rules.
        rules: usize,
        /// The files.
        files: usize,
        /// How many more files have none.
        quiet: usize,
    },

    // `render`.
    /// There is no payload, as there is no event.
    EventUnreadable,
    /// Nothing arrives, for a reason said elsewhere.
    NotDelivered,

    // `samples`.
    /// There is no such sample.
    NoSample(String),
    /// A dialect does not read a sample.
    NotRead(String),

    // `scan`.
    /// A rule is a filter.
    Filter {
        /// Its file.
        file: String,
        /// Its name.
        name: String,
    },
    /// A pattern depends on a value known only at deploy time.
    Open {
        /// The rule's file.
        file: String,
        /// The rule.
        rule: String,
        /// The value, as the texts show it.
        value: String,
        /// Its name.
        name: String,
    },
    /// AWS refuses a pattern.
    RefusedPattern {
        /// The rule's file.
        file: String,
        /// The rule.
        rule: String,
        /// AWS's words.
        message: String,
    },
    /// An event that was not read.
    Misread {
        /// The file.
        file: String,
        /// The line.
        line: u64,
        /// The item of a list.
        item: Option<u64>,
        /// Why.
        fault: Misread,
    },
    /// So many more events were not read.
    MoreMisread(u64),
    /// How many events matched.
    Matched {
        /// Those that matched.
        any: u64,
        /// All.
        events: u64,
    },

    // `verify`.
    /// A file of Rulepad has no tests.
    NoTests(String),
    /// Payloads were written into a test file.
    PayloadsUpdated(String),
    /// There is no test file.
    NoTestFile,
    /// No check was run.
    NoCheck,
    /// Coverage is below the threshold.
    Coverage {
        /// In percent.
        percent: f64,
        /// In percent.
        threshold: f64,
    },
    /// A rule has no event that must match, or none that must not.
    OneSided {
        /// The test file.
        file: String,
        /// The rule.
        rule: String,
        /// What is missing: an event that must match.
        must_match: bool,
    },
    /// A rule has no test.
    Untested {
        /// The test file.
        file: String,
        /// The rule.
        rule: String,
    },

    // Diagnostics.
    /// A finding has so many more places.
    MorePlaces(usize),
    /// So many more findings of a text are not written.
    MoreFindings {
        /// The text.
        name: String,
        /// How many, by severity; never none.
        counts: Vec<(usize, Severity)>,
    },
}

impl Message {
    /// A file that cannot be read.
    pub fn unreadable(name: impl ToString, error: io::Error) -> Self {
        Self::Unreadable { name: name.to_string(), error: Some(error) }
    }

    /// A file that cannot be written.
    pub fn unwritable(name: impl ToString, error: io::Error) -> Self {
        Self::Unwritable { name: name.to_string(), error }
    }
}

impl Words for Message {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => crate::words_en::message(self),
            Lang::Ko(_) => crate::words_ko::message(self),
        }
    }
}

impl Words for FileFault {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => crate::words_en::file_fault(self),
            Lang::Ko(_) => crate::words_ko::file_fault(self),
        }
    }
}

/// A sentence behind its label: `note: …`.
pub fn labeled(label: Label, lang: Lang, text: impl std::fmt::Display) -> String {
    format!("{}: {text}", label.words(lang))
}
