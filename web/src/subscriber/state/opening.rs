//! What a first visit shows.

use rulepad_subscriber_workbench::{Pair, SubscriberDraft, TransformerType};

/// A raw order whose total is below what its filter requires.
#[must_use]
pub fn opening() -> SubscriberDraft {
    SubscriberDraft {
        event: r#"{
  "orderId": "A-1007",
  "total": 480,
  "customer": { "name": "Ann Lee", "email": "ann@example.com" },
  "items": [
    { "sku": "lamp", "quantity": 1 },
    { "sku": "bulb", "quantity": 4 }
  ]
}"#
        .to_owned(),
        metadata: vec![Pair { key: "tenant".to_owned(), value: "acme".to_owned() }],
        data: r#"{
  "total": [{ "numeric": [">=", 500] }]
}"#
        .to_owned(),
        of_metadata: r#"{
  "tenant": ["acme"]
}"#
        .to_owned(),
        transformer: TransformerType::Jsonata,
        expression: r#"{% {
  "order": $events.Data.orderId,
  "customer": $uppercase($events.Data.customer.name),
  "pieces": $sum($events.Data.items.quantity),
  "tenant": $events.Metadata.tenant
} %}"#
            .to_owned(),
        target: "arn:aws:sqs:us-east-1:111122223333:large-orders".to_owned(),
        name: "large-orders".to_owned(),
        ..SubscriberDraft::default()
    }
}
