//! Rulepad's own file, which has rules, events and tests together, as a test file.

use crate::diagnostics::{self as problems, Diagnostic};
use crate::load::Loaded;
use crate::test_file::{
    BusTest, EventSource, ExpectedDelivery, ExpectedPart, PartName, Placed, Refusal, RuleTest, Sample, Test,
    TestFile,
};
use rulepad_document::json::build::string;
use rulepad_document::json::{Layout, Node, Value, parse, print};
use rulepad_document::{Lang, Role, Span};
use rulepad_workbench::Draft;
use rulepad_workbench::bus::{Bus, Delivered, Expectation, Expects, Route};
use rulepad_workbench::file::{self, Events};

/// What an own file has of tests.
pub(crate) struct OwnFile {
    /// Its tests.
    pub file: TestFile,
    /// Its rules.
    pub loaded: Loaded,
}

/// Where the tests of a bus are in a text: those of rules, then those of the bus.
type Places = (Vec<Span>, Vec<Span>);

/// The tests of Rulepad's own file; `None` for any other text.
pub(crate) fn read(name: &str, text: &str, lang: Lang) -> Option<Result<OwnFile, Diagnostic>> {
    let draft = match file::open(text)? {
        Ok(draft) => draft,
        Err(bad) => return Some(Err(problems::own_file(text, &bad))),
    };
    let bus = file::bus(text).unwrap_or_default();
    Some(Ok(of_bus(name, &draft, file::events(text).as_ref(), &bus, &places(text), lang)))
}

/// The tests of a bus. A test without a place is at the start.
pub(crate) fn of_bus(
    name: &str,
    draft: &Draft,
    events: Option<&Events>,
    bus: &Bus,
    (tests, routes): &Places,
    lang: Lang,
) -> OwnFile {
    let all = events.map(|events| events.events.as_slice()).unwrap_or_default();
    let event = |at: usize, span: Span| {
        let (name, text) = all.get(at).cloned().unwrap_or_default();
        EventSource::Loaded { name, text, span }
    };
    let place = |spans: &[Span], at: usize| spans.get(at).copied().unwrap_or_default();
    let of_rules = bus.tests.iter().enumerate().map(|(at, own)| {
        let span = place(tests, at);
        Test::Rule(of_expectation(own, event(own.event, span), span))
    });
    let of_routes = bus.routes.iter().enumerate().map(|(at, own)| {
        let span = place(routes, at);
        Test::Bus(of_route(own, event(own.event, span), span))
    });
    let file = TestFile {
        events: (0..all.len()).map(|at| event(at, Span::default())).collect(),
        tests: of_rules.chain(of_routes).collect(),
        ..TestFile::default()
    };
    OwnFile { file, loaded: Loaded::of_drafts(name, bus.rules(draft), lang) }
}

/// The name that a rule of an own file has beside its own: its number.
pub(crate) fn numbered(rule: usize) -> String {
    format!("#{}", rule + 1)
}

fn of_expectation(own: &Expectation, event: EventSource, span: Span) -> RuleTest {
    let mut test = RuleTest {
        rule: Placed { text: numbered(own.rule), span },
        samples: Vec::new(),
        deliveries: Vec::new(),
    };
    let placed = |text: &String| Placed { text: text.clone(), span };
    let (matches, because) = match &own.expects {
        Expects::Match => (true, Vec::new()),
        Expects::NoMatch(because) => (false, because.iter().map(placed).collect()),
        Expects::Delivers(delivered) => {
            test.deliveries.push(delivery(delivered, event, span));
            return test;
        }
    };
    test.samples.push(Sample { matches, name: None, event, because, span });
    test
}

fn delivery(own: &Delivered, event: EventSource, span: Span) -> ExpectedDelivery {
    let part = |(name, text): (&String, &String)| ExpectedPart {
        part: match name.as_str() {
            "body" => PartName::Body,
            "group" => PartName::Group,
            other => PartName::Named(Placed { text: other.to_owned(), span }),
        },
        value: value(text),
    };
    ExpectedDelivery {
        target: Placed { text: own.target.clone(), span },
        name: None,
        event,
        parts: own.parts.iter().map(part).collect(),
        refused: own.refused.clone().map(|reason| Refusal { reason, span }),
        span,
    }
}

/// A delivered text as an expectation: JSON where it is JSON, otherwise a string.
fn value(text: &str) -> Node {
    parse(text, Role::Event).valid().cloned().unwrap_or_else(|| string(text))
}

/// The text of which an expectation is the value.
pub(crate) fn raw(value: &Node) -> String {
    print(value, Layout::Compact)
}

fn of_route(own: &Route, event: EventSource, span: Span) -> BusTest {
    let triggers = own.rules.iter().map(|rule| Placed { text: numbered(*rule), span }).collect();
    BusTest { name: None, event, triggers, span }
}

fn places(text: &str) -> Places {
    let root = parse(text, Role::Tests).root;
    let bus = root.as_ref().and_then(|root| root.get("bus"));
    let spans = |key: &str| match bus.and_then(|bus| bus.get(key)).map(|own| &own.value) {
        Some(Value::Array(items)) => items.iter().map(|item| item.span).collect(),
        _ => Vec::new(),
    };
    (spans("tests"), spans("routes"))
}
