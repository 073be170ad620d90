//! A test file from its text: YAML or JSON, with a place for every problem.

mod keys;
mod subscriber;

use crate::diagnostics::{self as problems, Diagnostic};
use crate::message::{Expected, Mapping};
use crate::test_file::{
    BusTest, EventSource, ExpectedDelivery, ExpectedPart, GivenValue, PartName, Placed, Refusal, RuleSource,
    RuleTest, Sample, Test, TestFile,
};
use keys::Fields;
use rulepad_document::json::{Layout, Node, Value, parse, print};
use rulepad_document::{Role, Severity, yaml};

/// The version of the format.
const VERSION: &str = "1";

/// How an event names a sample of the catalogue.
const CATALOGUE: &str = "catalogue:";

/// What was read of a test file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TestFileReading {
    /// The file; what could not be read is missing.
    pub file: TestFile,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether every place is right, so that the text may be edited by them.
    pub placed: bool,
}

/// Reads a test file. A text that starts with `{` is JSON, any other YAML.
#[must_use]
pub fn read(text: &str) -> TestFileReading {
    let mut found = Vec::new();
    let (root, placed) = if text.trim_start().starts_with('{') {
        let parsed = parse(text, Role::Tests);
        let root = if parsed.diagnostics.iter().any(rulepad_document::Diagnostic::is_error) {
            None
        } else {
            parsed.root
        };
        found.extend(parsed.diagnostics.into_iter().map(rulepad_document::Diagnostic::lift));
        (root, true)
    } else {
        let read = yaml::read(text, Role::Tests);
        found.extend(read.diagnostics.into_iter().map(rulepad_document::Diagnostic::lift));
        // Other readers of YAML take such a word for something else, so it is no safe expectation.
        found.extend(read.words.into_iter().map(|mut word| {
            word.severity = Severity::Error;
            word.lift()
        }));
        (read.root, read.placed)
    };
    let mut reader = TestFileReader { found };
    let file = root.map(|root| reader.file(&root)).unwrap_or_default();
    let mut diagnostics = reader.found;
    diagnostics.sort_by_key(|found: &Diagnostic| found.span().start);
    TestFileReading { file, diagnostics, placed }
}

struct TestFileReader {
    found: Vec<Diagnostic>,
}

impl TestFileReader {
    fn file(&mut self, root: &Node) -> TestFile {
        if root.members().is_none() {
            self.found.push(problems::not_a_test(root));
            return TestFile::default();
        }
        let Some(mut fields) = self.fields(root, "", Mapping::File) else { return TestFile::default() };
        match fields.take("rulepad") {
            Some(version) if matches!(&version.value, Value::Number(text) if text == VERSION) => {}
            Some(version) => {
                self.found.push(problems::version(&print(version, Layout::Compact), version.span))
            }
            None => self.found.push(problems::missing_key("rulepad", Mapping::File, fields.at)),
        }
        let rules = fields.take("rules").map(|own| self.sources(own, "rules")).unwrap_or_default();
        let subscribers =
            fields.take("subscribers").map(|own| self.sources(own, "subscribers")).unwrap_or_default();
        let values = fields.take("values").map(|own| self.values(own)).unwrap_or_default();
        let events = fields.take("events").map(|own| self.events(own)).unwrap_or_default();
        let tests = match fields.take("tests") {
            Some(own) => self.list(own, "tests").iter().filter_map(|item| self.test(item)).collect(),
            None => {
                self.found.push(problems::missing_key("tests", Mapping::File, fields.at));
                Vec::new()
            }
        };
        TestFile { rules, subscribers, values, events, tests }
    }

    fn sources(&mut self, node: &Node, key: &str) -> Vec<RuleSource> {
        let items = self.texts(node, key);
        items.into_iter().map(RuleSource::of).collect()
    }

    fn values(&mut self, node: &Node) -> Vec<GivenValue> {
        let Some(members) = node.members() else {
            self.found.push(problems::wrong_kind("values", Expected::Mapping, node));
            return Vec::new();
        };
        let mut values: Vec<GivenValue> = Vec::new();
        for member in members {
            if values.iter().any(|other| other.name.text == member.key) {
                self.found.push(problems::repeated_key(&member.key, member.key_span));
                continue;
            }
            let name = Placed { text: member.key.clone(), span: member.key_span };
            let texts = self.texts(&member.value, &member.key);
            values.push(GivenValue { name, values: texts.into_iter().map(|own| own.text).collect() });
        }
        values
    }

    fn events(&mut self, node: &Node) -> Vec<EventSource> {
        self.list(node, "events").iter().filter_map(|item| self.event(item, "events")).collect()
    }

    fn test(&mut self, node: &Node) -> Option<Test> {
        if node.get("bus").is_some() {
            return self.bus_test(node).map(Test::Bus);
        }
        if node.get("subscriber").is_some() {
            return self.subscriber_test(node).map(Test::Subscriber);
        }
        let mut fields = self.fields(node, "tests", Mapping::Test)?;
        let rule = match fields.take("rule") {
            Some(own) => self.text(own, "rule"),
            None => {
                self.found.push(problems::missing_key("rule", Mapping::Test, fields.at));
                None
            }
        };
        let mut samples = Vec::new();
        for (key, matches) in [("match", true), ("no_match", false)] {
            let Some(own) = fields.take(key) else { continue };
            samples.extend(self.list(own, key).iter().filter_map(|item| self.sample(item, key, matches)));
        }
        let mut deliveries = Vec::new();
        if let Some(own) = fields.take("delivers") {
            match own.members() {
                Some(members) => {
                    for member in members {
                        let target = Placed { text: member.key.clone(), span: member.key_span };
                        let all = match &member.value.value {
                            Value::Array(items) => items.as_slice(),
                            _ => std::slice::from_ref(&member.value),
                        };
                        deliveries.extend(all.iter().filter_map(|item| self.delivery(&target, item)));
                    }
                }
                None => self.found.push(problems::wrong_kind("delivers", Expected::Mapping, own)),
            }
        } else if samples.is_empty() && !["match", "no_match"].iter().any(|key| node.get(key).is_some()) {
            self.found.push(problems::nothing_expected(Mapping::Test, fields.at));
        }
        Some(Test::Rule(RuleTest { rule: rule?, samples, deliveries }))
    }

    fn bus_test(&mut self, node: &Node) -> Option<BusTest> {
        let mut fields = self.fields(node, "tests", Mapping::BusTest)?;
        if let Some(own) = fields.take("bus")
            && !matches!(own.value, Value::Bool(true))
        {
            self.found.push(problems::wrong_kind("bus", Expected::True, own));
        }
        let name = fields.take("name").and_then(|own| self.text(own, "name")).map(|own| own.text);
        let event = self.needed_event(&mut fields, Mapping::BusTest);
        let triggers = match fields.take("triggers") {
            Some(own) => self.texts(own, "triggers"),
            None => {
                self.found.push(problems::missing_key("triggers", Mapping::BusTest, fields.at));
                Vec::new()
            }
        };
        Some(BusTest { name, event: event?, triggers, span: node.span })
    }

    fn sample(&mut self, node: &Node, key: &str, matches: bool) -> Option<Sample> {
        if let Value::String(_) = &node.value {
            let event = self.event(node, key)?;
            return Some(Sample { matches, name: None, event, because: Vec::new(), span: node.span });
        }
        if node.members().is_none() {
            self.found.push(problems::wrong_kind(key, Expected::Event, node));
            return None;
        }
        let of = if matches { Mapping::Match } else { Mapping::NoMatch };
        let mut fields = self.fields(node, key, of)?;
        let name = fields.take("name").and_then(|own| self.text(own, "name")).map(|own| own.text);
        let event = self.needed_event(&mut fields, of);
        let because = fields.take("because").map(|own| self.texts(own, "because")).unwrap_or_default();
        Some(Sample { matches, name, event: event?, because, span: node.span })
    }

    fn delivery(&mut self, target: &Placed, node: &Node) -> Option<ExpectedDelivery> {
        let fields = self.fields(node, &target.text, Mapping::Delivery)?;
        self.expected(target, node, fields, Mapping::Delivery)
    }

    /// What is expected of a delivery.
    fn expected(
        &mut self,
        target: &Placed,
        node: &Node,
        mut fields: Fields<'_>,
        of: Mapping,
    ) -> Option<ExpectedDelivery> {
        let name = fields.take("name").and_then(|own| self.text(own, "name")).map(|own| own.text);
        let event = self.needed_event(&mut fields, of);
        let mut parts = Vec::new();
        for (key, part) in [("body", PartName::Body), ("group", PartName::Group)] {
            if let Some(own) = fields.take(key) {
                parts.push(ExpectedPart { part, value: own.clone() });
            }
        }
        if let Some(own) = fields.take("parts") {
            match own.members() {
                Some(members) => parts.extend(members.iter().map(|member| ExpectedPart {
                    part: PartName::Named(Placed { text: member.key.clone(), span: member.key_span }),
                    value: member.value.clone(),
                })),
                None => self.found.push(problems::wrong_kind("parts", Expected::Mapping, own)),
            }
        }
        let refused = fields.take("refused").and_then(|own| match &own.value {
            Value::Bool(true) => Some(Refusal { reason: String::new(), span: own.span }),
            Value::String(reason) => Some(Refusal { reason: reason.clone(), span: own.span }),
            _ => {
                self.found.push(problems::wrong_kind("refused", Expected::TrueOrText, own));
                None
            }
        });
        if parts.is_empty() && refused.is_none() {
            self.found.push(problems::nothing_expected(of, fields.at));
        }
        Some(ExpectedDelivery {
            target: target.clone(),
            name,
            event: event?,
            parts,
            refused,
            span: node.span,
        })
    }

    fn needed_event(&mut self, fields: &mut Fields<'_>, of: Mapping) -> Option<EventSource> {
        match fields.take("event") {
            Some(own) => self.event(own, "event"),
            None => {
                self.found.push(problems::missing_key("event", of, fields.at));
                None
            }
        }
    }

    fn event(&mut self, node: &Node, key: &str) -> Option<EventSource> {
        match &node.value {
            Value::String(text) => {
                let own = Placed { text: text.clone(), span: node.span };
                Some(if text.starts_with(CATALOGUE) {
                    EventSource::Sample(own)
                } else {
                    EventSource::File(own)
                })
            }
            Value::Object(_) => {
                Some(EventSource::Inline { text: print(node, Layout::Indented), span: node.span })
            }
            _ => {
                self.found.push(problems::wrong_kind(key, Expected::EventOrPath, node));
                None
            }
        }
    }

    fn list<'n>(&mut self, node: &'n Node, key: &str) -> &'n [Node] {
        match &node.value {
            Value::Array(items) => items,
            _ => {
                self.found.push(problems::wrong_kind(key, Expected::List, node));
                &[]
            }
        }
    }

    /// A text, or a list of texts.
    fn texts(&mut self, node: &Node, key: &str) -> Vec<Placed> {
        match &node.value {
            Value::String(text) => vec![Placed { text: text.clone(), span: node.span }],
            Value::Array(items) => items.iter().filter_map(|item| self.text(item, key)).collect(),
            _ => {
                self.found.push(problems::wrong_kind(key, Expected::Texts, node));
                Vec::new()
            }
        }
    }

    fn text(&mut self, node: &Node, key: &str) -> Option<Placed> {
        match &node.value {
            Value::String(text) => Some(Placed { text: text.clone(), span: node.span }),
            _ => {
                self.found.push(problems::wrong_kind(key, Expected::Text, node));
                None
            }
        }
    }
}

/// The id of a sample.
pub(crate) fn sample_id(name: &str) -> &str {
    name.strip_prefix(CATALOGUE).unwrap_or(name)
}
