//! The sentences of test files and of their results in English.

mod result;

pub(crate) use result::{
    COLUMNS, FILE, PROBLEM_MEANING, SURVIVOR, SURVIVOR_MEANING, UNCOVERED_MEANING, WITNESS, change,
    coverage_line, covered, expectation, failure, helps, idle, in_short, meaning, mutants_line, mutation,
    not_run, outcome, problem, tally, uncovered, unexpected, untested,
};

use crate::message::{Expected, Mapping, Message};
use crate::words::{code, first_line, place, shown};
use rulepad_document::words::en::{a, all_of};
use rulepad_document::{Lang, Words};

/// A rule without a name, by its number.
pub(crate) fn rule_number(number: usize) -> String {
    format!("rule {number}")
}

/// An event without a name, by the line of its test.
pub(crate) fn line_number(line: u32) -> String {
    format!("line {line}")
}

/// The words of a message.
pub(crate) fn message(message: &Message) -> String {
    use Message as M;
    match message {
        M::Document(message) => message.words(Lang::En),
        M::UnknownKey { key, of } => format!("{} has no key `{key}`", mapping(*of)),
        M::DidYouMean(name) => format!("did you mean `{name}`?"),
        M::Keys(known) => format!("the keys are {}", listed(known)),
        M::RepeatedKey(key) => format!("`{key}` is there twice; keep one"),
        M::MissingKey { key, of } => format!("{} needs `{key}`", mapping(*of)),
        M::WrongKind { key, expected: wanted, saw } => {
            format!("`{key}` must be {}; this is {}", expected(*wanted), a(*saw))
        }
        M::Version(saw) => format!("this file has version {saw}; this Rulepad reads version 1"),
        M::WriteVersion => "start the file with `rulepad: 1`".to_owned(),
        M::NotATest(kind) => format!("a test file is a mapping; this is {}", a(*kind)),
        M::BecauseOfMatch => "`because` names conditions that fail; this event must match".to_owned(),
        M::NothingExpected(of) => format!("{} expects nothing", mapping(*of)),
        M::AddExpectation(Mapping::Delivery | Mapping::SubscriberDelivery) => {
            "add `body`, `group`, `parts` or `refused`".to_owned()
        }
        M::AddExpectation(_) => "add `match`, `no_match` or `delivers`".to_owned(),
        M::NoFile(path) => format!("no file matches `{path}`"),
        M::Unreadable { path, why } => format!("`{path}` cannot be read: {why}"),
        M::OwnFile(bad) => bad.words(Lang::En),
        M::NoRule { path, why: None } => format!("`{path}` has no rule with an event pattern"),
        M::NoRule { path, why: Some(why) } => format!("`{path}` has no rule: {why}"),
        M::UnknownRule(name) => format!("no loaded rule is named `{name}`"),
        M::RulesAre(names) => format!("the rules are {}", listed(names)),
        M::NoRulesLoaded => "list the files of the rules under `rules`".to_owned(),
        M::SeveralRules { name, places } => {
            format!(
                "several rules are named `{name}`: in {}",
                all_of(&places.iter().map(code).collect::<Vec<_>>())
            )
        }
        M::RefusedPattern { rule, answer } => {
            format!("AWS refuses the event pattern of `{rule}`: {}", first_line(answer))
        }
        M::UnknownSample(id) => format!("the catalogue has no sample `{id}`"),
        M::NoEvent(name) => format!("`{name}` has no event"),
        M::UnknownTarget { target, rule } => format!("the rule `{rule}` has no target `{target}`"),
        M::TargetsAre(ids) => format!("its targets are {}", listed(ids)),
        M::NoTargets => "it has no targets".to_owned(),
        M::UnknownField { field, rule } => {
            format!("the pattern of `{rule}` has no condition on `{field}`")
        }
        M::UnknownValue(name) => format!("no rule has a value `{name}` that is known only at deploy time"),
        M::ValuesAre(names) => format!("such values are {}", listed(names)),
        M::NoValues => "every value of the rules is known".to_owned(),
        M::NotARule(name) => format!("`{name}` is a filter; events on a bus do not trigger it"),
        M::UnknownSubscriber(name) => format!("no loaded subscriber is named `{name}`"),
        M::SubscribersAre(names) => format!("the subscribers are {}", listed(names)),
        M::NoSubscribersLoaded => "list the files of the subscribers under `subscribers`".to_owned(),
        M::SeveralSubscribers { name, places } => {
            let places = places.iter().map(code).collect::<Vec<_>>();
            format!("several subscribers are named `{name}`: in {}", all_of(&places))
        }
        M::RefusedSubscriber { place, message } => {
            format!("the subscriber cannot be tested: {}: {message}", self::place(place))
        }
        M::UnknownSubscriberField { field, subscriber } => {
            format!("the filters of `{subscriber}` have no condition on `{field}`")
        }
        M::SubscribersNotOpened(1) => "the test of a subscriber is not opened here".to_owned(),
        M::SubscribersNotOpened(count) => format!("the tests of {count} subscribers are not opened here"),
        M::Import { place, message } => format!("{}: {message}", self::place(place)),
        M::FieldsAre(names) => format!("its conditions are on {}", listed(names)),
    }
}

fn mapping(of: Mapping) -> &'static str {
    match of {
        Mapping::File => "a test file",
        Mapping::Test => "a test of a rule",
        Mapping::BusTest => "a test of a bus",
        Mapping::Match => "an event under `match`",
        Mapping::NoMatch => "an event under `no_match`",
        Mapping::Delivery | Mapping::SubscriberDelivery => "an expected delivery",
        Mapping::SubscriberTest => "a test of a subscriber",
        Mapping::SubscriberMatch => "an event under `match`",
        Mapping::SubscriberNoMatch => "an event under `no_match`",
    }
}

fn expected(of: Expected) -> &'static str {
    match of {
        Expected::Text => "a text",
        Expected::List => "a list",
        Expected::Mapping => "a mapping",
        Expected::Texts => "a text or a list of texts",
        Expected::Event => "a path, `catalogue:` with an id, or a mapping with `event`",
        Expected::EventOrPath => "an event, a path, or `catalogue:` with an id",
        Expected::True => "`true`",
        Expected::TrueOrText => "`true` or a part of the reason",
        Expected::Published => "`put-events` or `put-raw-events`",
        Expected::Deliveries => "a delivery or a list of deliveries",
    }
}

/// Names in backticks, the first of a long list.
pub(super) fn listed<T: AsRef<str>>(names: &[T]) -> String {
    match shown(names) {
        (shown, 0) => all_of(&shown),
        (shown, more) => format!("{} and {more} more", shown.join(", ")),
    }
}
