//! A test of a subscriber.

use super::TestFileReader;
use super::keys::Fields;
use crate::diagnostics as problems;
use crate::message::{Expected, Mapping};
use crate::test_file::{Placed, PublishedDelivery, PublishedSample, Sample, SubscriberTest};
use rulepad_document::json::{Node, Value};
use rulepad_subscriber::Published;

impl TestFileReader {
    pub(super) fn subscriber_test(&mut self, node: &Node) -> Option<SubscriberTest> {
        let mut fields = self.fields(node, "tests", Mapping::SubscriberTest)?;
        let subscriber = fields.take("subscriber").and_then(|own| self.text(own, "subscriber"));
        let mut samples = Vec::new();
        for (key, matches) in [("match", true), ("no_match", false)] {
            let Some(own) = fields.take(key) else { continue };
            samples.extend(self.list(own, key).iter().filter_map(|item| self.published(item, key, matches)));
        }
        let mut deliveries = Vec::new();
        if let Some(own) = fields.take("delivers") {
            let all = match &own.value {
                Value::Array(items) => items.as_slice(),
                _ => std::slice::from_ref(own),
            };
            deliveries.extend(all.iter().filter_map(|item| self.published_delivery(item)));
        } else if samples.is_empty() && !["match", "no_match"].iter().any(|key| node.get(key).is_some()) {
            self.found.push(problems::nothing_expected(Mapping::SubscriberTest, fields.at));
        }
        Some(SubscriberTest { subscriber: subscriber?, samples, deliveries })
    }

    fn published(&mut self, node: &Node, key: &str, matches: bool) -> Option<PublishedSample> {
        if let Value::String(_) = &node.value {
            let event = self.event(node, key)?;
            let sample = Sample { matches, name: None, event, because: Vec::new(), span: node.span };
            return Some(PublishedSample { sample, published: Published::Recognize });
        }
        if node.members().is_none() {
            self.found.push(problems::wrong_kind(key, Expected::Event, node));
            return None;
        }
        let of = if matches { Mapping::SubscriberMatch } else { Mapping::SubscriberNoMatch };
        let mut fields = self.fields(node, key, of)?;
        let published = self.call(&mut fields);
        let name = fields.take("name").and_then(|own| self.text(own, "name")).map(|own| own.text);
        let event = self.needed_event(&mut fields, of);
        let because = fields.take("because").map(|own| self.texts(own, "because")).unwrap_or_default();
        let sample = Sample { matches, name, event: event?, because, span: node.span };
        Some(PublishedSample { sample, published })
    }

    fn published_delivery(&mut self, node: &Node) -> Option<PublishedDelivery> {
        if node.members().is_none() {
            self.found.push(problems::wrong_kind("delivers", Expected::Deliveries, node));
            return None;
        }
        let mut fields = self.fields(node, "delivers", Mapping::SubscriberDelivery)?;
        let published = self.call(&mut fields);
        // The only target: its name is known where the subscriber is.
        let target = Placed { text: String::new(), span: node.span };
        let delivery = self.expected(&target, node, fields, Mapping::SubscriberDelivery)?;
        Some(PublishedDelivery { delivery, published })
    }

    /// The call that published an event.
    fn call(&mut self, fields: &mut Fields<'_>) -> Published {
        let Some(own) = fields.take("published") else { return Published::Recognize };
        match own.as_str() {
            Some("put-events") => Published::PutEvents,
            Some("put-raw-events") => Published::PutRawEvents,
            _ => {
                self.found.push(problems::wrong_kind("published", Expected::Published, own));
                Published::Recognize
            }
        }
    }
}
