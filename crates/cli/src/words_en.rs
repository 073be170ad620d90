//! The sentences of this crate in English.

use crate::label::Label;
use crate::message::{FileFault, Message, RulesOf};
use rulepad_migrate::Payloads;
use rulepad_workbench::en::counted;
use rulepad_workbench::{Lang, Words};

/// The words of a message.
pub(crate) fn message(message: &Message) -> String {
    use Message as M;
    match message {
        M::Said(sentence) => sentence.clone(),

        M::NoCommand => "a command is missing: see `rulepad help`".to_owned(),
        M::UnknownCommand(command) => format!("there is no command `{command}`: see `rulepad help`"),
        M::Argument(error) => format!("{}: see `rulepad help`", error.to_string().replace('\'', "`")),
        M::UnknownLang(tag) => format!("`--lang {tag}` is not known: write `en` or `ko`"),
        M::Twice(option) => format!("`--{option}` is given twice: keep one"),
        M::Both(one, other) => format!("`--{one}` and `--{other}` are both given: keep one"),
        M::NoFile { option, command } => {
            format!("`--{option} FILE` is missing: see `rulepad help {command}`")
        }
        M::NotTextOrJson(name) => format!("`--format {name}` is not known: write `text` or `json`"),
        M::UnknownFormat { name, known } => format!("there is no format `{name}`: write {}", one_of(known)),
        M::UnknownExportFormat(name) => format!("`--format {name}` is not known: see `rulepad help export`"),
        M::NoExportFormat => "`--format NAME` is missing: see `rulepad help export`".to_owned(),
        M::UnknownDialect { name, command } => {
            format!("`--dialect {name}` is not known: see `rulepad help {command}`")
        }
        M::UnknownPublished(name) => {
            format!("`--published {name}` is not known: write `put-events` or `put-raw-events`")
        }
        M::OfSubscribers(option) => {
            format!("`--{option}` is for subscribers: write `--dialect subscriber` as well")
        }
        M::SubscriberAndFilters => {
            "`--subscriber` has the filters already: remove it, or the files of filters".to_owned()
        }
        M::NoSubscriber => "the filters are missing: see `rulepad help test`".to_owned(),
        M::StandardInputTwice => {
            "`-` is standard input and can be read once: name a file for the other".to_owned()
        }
        M::RuleWithoutSave => "`--rule` says which rule to save: write `--save` as well".to_owned(),
        M::ListsOnly => "words and `--format` are for lists: see `rulepad help samples`".to_owned(),
        M::NoDocsAction => "write `rulepad docs check PATH` or `rulepad docs update PATH`".to_owned(),
        M::UnknownDocsAction(action) => format!("there is no `docs {action}`: write `check` or `update`"),
        M::NoDocsPath => "a path is missing: name a file or a folder with documents".to_owned(),
        M::NoRules => "the rules are missing: see `rulepad help scan`".to_owned(),
        M::Threads(text) => {
            format!("`--threads {text}` is not a number of threads: write one from 1 to 256")
        }
        M::NoValue(text) => format!("`--value {text}` names no value: write `--value Source=shop`"),
        M::Regex { text, error } => format!("`--run {text}` is not a regular expression: {error}"),
        M::Threshold(text) => {
            format!("`--threshold {text}` is not a percentage: write a number from 0 to 100")
        }
        M::OutWithoutPath(text) => format!("`--out {text}` has no path: write `--out junit=results.xml`"),

        M::NoOutput(error) => format!("standard output cannot be written: {error}"),
        M::NoInput(error) => format!("standard input cannot be read: {error}"),
        M::Unreadable { name, error: Some(error) } => format!("`{name}` cannot be read: {error}"),
        M::Unreadable { name, error: None } => format!("`{name}` cannot be read"),
        M::Unwritable { name, error } => format!("`{name}` cannot be written: {error}"),
        M::NotUtf8 { name, at } => format!("`{name}` is not UTF-8 at byte {at}: save it as UTF-8"),
        M::TooLong { name, has, most } => format!("`{name}` has {has} MB; at most {most} are read"),
        M::NoPath(name) => format!("there is no file or folder `{name}`"),
        M::NotADocument(name) => {
            format!("`{name}` is neither Markdown nor HTML: name a .md or .html file")
        }
        M::TooManyDocuments(most) => {
            format!("there are more than {most} documents: name a part of the folders")
        }
        M::TooManyTestFiles { folder, most } => {
            format!("`{folder}` has more than {most} test files: name a part of them")
        }
        M::MoreFiles { folder, most } => {
            format!("`{folder}` has more than {most} files: the rest is not read")
        }
        M::LongFile { name, has } => format!("`{name}` is not read: it has {has} MB"),
        M::FilesFrom { name, most } => {
            format!("files from `{name}` on are not read: those before have {most} MB")
        }

        M::LongLine { most } => format!("the line is longer than {most} MiB: split it"),
        M::LineNotUtf8 { at } => format!("the line is not UTF-8 at byte {at}"),

        M::Updated(path) => format!("{path}: updated"),
        M::NoDocument => "there is no document: name a file or a folder with .md or .html files".to_owned(),
        M::NoExample => {
            "there is no example: write a ```rulepad fence or a <rulepad-example>, or give --allow-empty"
                .to_owned()
        }

        M::PutEventsAnswers { title, code, message } => {
            format!("{title}: PutEvents answers {code}: {message}")
        }
        M::EventsWrites(sentence) => format!("{sentence} `rulepad events` writes them one a line."),

        M::Migrates { rule, subscribers, targets } => {
            let made = counted(*subscribers, "subscriber", "subscribers");
            let of = counted(*targets, "target", "targets");
            format!("{rule}: {made} for {of}")
        }
        M::NeedsEventSource(origin) => format!("the bus needs an event source for `{origin}`"),
        M::Becomes { target, subscriber: Some(name) } => {
            format!("target {target}: becomes the subscriber {name}")
        }
        M::Becomes { target, subscriber: None } => format!("target {target}: becomes no subscriber"),
        M::Verdicts { number, rule, subscriber, payloads } => {
            verdicts(*number, (*rule, *subscriber), *payloads)
        }

        M::Subscriber(name) => format!("subscriber {name}"),
        M::CustomBus(name) => format!("custom event bus {name}"),
        M::EventSource(name) => format!("event source {name}"),
        M::NoSubscriberIn(of) => format!("`{of}` has no subscriber"),
        M::SubscribersAlone(file) => {
            format!("`{file}` has subscribers, which are left out: name it alone")
        }
        M::UnknownSubscriber { of, name, subscribers } => {
            format!("`{}` has no subscriber `{name}`: its subscribers are {subscribers}", rules_of(of))
        }
        M::SeveralSubscribers { of, name, subscribers } => {
            format!(
                "`{}` has several subscribers called `{name}`: {subscribers}; write a number",
                rules_of(of)
            )
        }

        M::NoRule(of) => format!("`{}` has no rule", rules_of(of)),
        M::UnknownRule { of, name, rules } => {
            format!("`{}` has no rule `{name}`: its rules are {rules}", rules_of(of))
        }
        M::SeveralRules { of, rules } => {
            format!("`{}` has the rules {rules}: choose one with `--rule`", rules_of(of))
        }
        M::SeveralCalled { of, name, rules } => {
            format!("`{}` has several rules `{name}`: {rules}; choose one by its number", rules_of(of))
        }
        M::OnBus { bus, state } => format!("on event bus {bus}, {state}"),
        M::Schedule { schedule, is_alone } => {
            let alone = if *is_alone { "; there is no event to match" } else { "" };
            format!("this rule has a schedule, {schedule}{alone}")
        }
        M::NoPattern => "no event pattern".to_owned(),
        M::PatternErrors(count) => format!("event pattern with errors: {count}"),
        M::NoTargetsInText => "no targets in this text".to_owned(),
        M::NoTargets => "no targets".to_owned(),
        M::Target { id, arn } => format!("target {id}: {arn}"),
        M::Receives { input, retries, queue } if queue.is_empty() => {
            format!("receives {input}; {retries}; no dead-letter queue")
        }
        M::Receives { input, retries, queue } => {
            format!("receives {input}; {retries}; dead-letter queue {queue}")
        }
        M::PartOf(file) => format!("part of {file}"),
        M::RulesInFiles { rules, files, quiet } => {
            let quiet = if *quiet == 0 { String::new() } else { format!("; {quiet} more without rules") };
            format!("{} in {files} files{quiet}", counted(*rules, "rule", "rules"))
        }

        M::EventUnreadable => "The event cannot be read".to_owned(),
        M::NotDelivered => "not delivered".to_owned(),

        M::NoSample(id) => format!("there is no sample `{id}`: `rulepad samples` lists them"),
        M::NotRead(id) => format!(
            "no filter of this dialect reads `{id}`: `rulepad samples --dialect NAME` lists what it reads"
        ),

        M::Filter { file, name } => {
            format!("{file}: `{name}` is a filter; events on a bus do not trigger it")
        }
        M::Open { file, rule, value, name } => format!(
            "{file}: the pattern of `{rule}` depends on `{value}`, known only at deploy time: give `--value {name}=…`"
        ),
        M::RefusedPattern { file, rule, message } => {
            format!("{file}: AWS refuses the event pattern of `{rule}`: {message}")
        }
        M::Misread { file, line, item, fault } => {
            let item = item.map(|item| format!(", item {item} of the list")).unwrap_or_default();
            format!("{file}:{line}{item}: {}", fault.words(Lang::En))
        }
        M::MoreMisread(more) => format!("and {more} more events like these"),
        M::Matched { any, events } => {
            let events = counted(usize::try_from(*events).unwrap_or(usize::MAX), "event", "events");
            format!("{any} of {events} matched")
        }

        M::NoTests(name) => format!("{name}: it has a rule and no tests; skipped"),
        M::PayloadsUpdated(name) => format!("{name}: expected payloads are updated"),
        M::NoTestFile => "there is no test file: name one `….rulepad.yaml`, or give its path".to_owned(),
        M::NoCheck => "no check was run".to_owned(),
        M::Coverage { percent, threshold } => format!("coverage is {percent:.1} %, below {threshold} %"),
        M::OneSided { file, rule, must_match } => {
            let lacks = if *must_match { "must match" } else { "must not match" };
            format!("{file}: `{rule}` has no event that {lacks}")
        }
        M::Untested { file, rule } => format!("{file}: `{rule}` has no test"),

        M::MorePlaces(more) => format!("and {more} more places"),
        M::MoreFindings { name, counts } => {
            let counts: Vec<String> = counts
                .iter()
                .map(|(count, severity)| {
                    let word = label(Label::of(*severity));
                    counted(*count, word, &format!("{word}s"))
                })
                .collect();
            format!("{name}: and {} more: `--format json` has them all", counts.join(", "))
        }
    }
}

/// Why a file has no text.
pub(crate) fn file_fault(fault: &FileFault) -> String {
    match fault {
        FileFault::Io(error) => error.to_string(),
        FileFault::TooLong { has, most } => format!("it has {has} MB; at most {most} are read"),
        FileFault::NotUtf8 { at } => format!("it is not UTF-8 at byte {at}: save it as UTF-8"),
        FileFault::Said(words) => words.clone(),
    }
}

/// The word before a colon, or the head of a column.
pub(crate) fn label(label: Label) -> &'static str {
    match label {
        Label::Error => "error",
        Label::Warning => "warning",
        Label::Note => "note",
        Label::Help => "help",
        Label::Aws => "AWS",
        Label::Gloss => "meaning",
        Label::NearMiss => "near miss",
        Label::Refused => "refused",
        Label::Lost => "lost",
        Label::NotMigrated => "lost",
        Label::Changed => "changed",
        Label::PayloadOfRule => "payload of the rule",
        Label::PayloadOfSubscriber => "payload of the subscriber",
        Label::RequestOfSubscriber => "request of the subscriber",
        Label::NotDelivered => "not delivered",
        Label::TargetRefused => "AWS refuses this target",
        Label::NotTaken => "not taken",
        Label::NotVerified => "not verified",
        Label::Payload => "payload",
        Label::PayloadBytes => "payload, bytes in Base64",
        Label::NoPayload => "no payload",
        Label::Disabled => "disabled",
        Label::File => "file",
        Label::Format => "format",
        Label::Rules => "rules",
        Label::Problems => "problems",
    }
}

fn rules_of(of: &RulesOf) -> &str {
    match of {
        RulesOf::Text(name) => name,
        RulesOf::Files => "the files",
    }
}

/// A few names as a choice, many as a list.
fn one_of(names: &[&str]) -> String {
    let code: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match &code[..] {
        [before @ .., last] if code.len() <= 3 => format!("{} or {last}", before.join(", ")),
        all => format!("one of {}", all.join(", ")),
    }
}

/// What a rule and a subscriber make of an event.
fn verdicts(number: usize, (rule, subscriber): (Option<bool>, Option<bool>), payloads: Payloads) -> String {
    let verdict = |matches| match matches {
        Some(true) => "matches",
        Some(false) => "does not match",
        None => "is undecided",
    };
    let verdicts = match (rule, subscriber) {
        (Some(true), Some(true)) => "both match".to_owned(),
        (Some(false), Some(false)) => "neither matches".to_owned(),
        _ => format!("the rule {}, the subscriber {}", verdict(rule), verdict(subscriber)),
    };
    let payloads = match payloads {
        Payloads::Equal => "the payloads are equal",
        Payloads::EqualJson => "the payloads are equal JSON",
        Payloads::NumberSpelling => "the payloads differ in how numbers are spelled",
        Payloads::Different => "the payloads differ",
        Payloads::Request => "the subscriber sends a separate request",
        Payloads::NotComparable => "the payloads cannot be compared",
    };
    format!("event {number}: {verdicts}; {payloads}")
}
