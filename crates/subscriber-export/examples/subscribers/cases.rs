//! Subscribers that every format and every validator is tried on.

use serde_json::{Map, Value, json};
use std::path::Path;

/// The bus of every case.
pub const BUS: &str = "arn:aws:events:us-east-1:111122223333:event-busv2/orders/abcdefghij0123456789abcde";
/// The role of every case that has one.
pub const ROLE: &str = "arn:aws:iam::111122223333:role/deliver";

/// Texts that one language or another reads as something else.
const HARD: [&str; 22] = [
    "'",
    "\"",
    "\\",
    "\\n \\u003c",
    "$ ${a} $${a} $$${a} ${",
    "%{if} %%{ %%%{ %",
    "`date` $(date) !",
    "<a> & </b>",
    "a\nb\tc",
    "EOT\n",
    "a\n  EOF b\n",
    "\u{1}\u{1b}\u{7f}\u{85}\u{a0}\u{2028}\u{feff}",
    "é 한국어 😀 \u{202e}rtl",
    "yes",
    "012",
    "12:30:00",
    "null",
    "~",
    "- a: b",
    "# no comment",
    " led by a space",
    "role_arn ${AWS::Region} {{ not }}",
];

/// Every request of the readable cases, completed, apart from those that are no JSON object.
pub fn requests() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/suite/subscriber");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(file).unwrap();
        for block in text.split("```request\n").skip(1) {
            let block = block.split("\n```").next().unwrap();
            if let Ok(Value::Object(mut own)) = serde_json::from_str::<Value>(block) {
                complete(&mut own);
                found.push(Value::Object(own));
            }
        }
    }
    found
}

fn complete(own: &mut Map<String, Value>) {
    own.entry("Name").or_insert_with(|| json!("orders"));
    own.entry("EventBusArn").or_insert_with(|| json!(BUS));
    let invoke = own.entry("InvokeConfiguration").or_insert_with(|| json!({}));
    if let Value::Object(invoke) = invoke {
        invoke.entry("TargetArn").or_insert_with(|| json!("arn:aws:sqs:us-east-1:111122223333:orders"));
        invoke.entry("RoleArn").or_insert_with(|| json!(ROLE));
    }
}

/// Subscribers of hard texts in every member that takes any.
pub fn hard() -> Vec<Value> {
    let one = |(at, text): (usize, &&str)| {
        let expression = format!("{{% {} %}}", Value::from(*text));
        let pattern =
            json!({"detail": {"t": [text, {"prefix": text}, 4.5], (text.to_string()): [{"exists": true}]}});
        json!({
            "Name": format!("hard-{at}"),
            "EventBusArn": BUS,
            "FilterConfiguration": {"Filters": [{"Scope": "DATA", "Pattern": pattern.to_string()}]},
            "Transformer": {"Type": "JSONATA", "JsonataConfiguration": {"Expression": expression}},
            "InvokeConfiguration": {
                "TargetArn": "arn:aws:sqs:us-east-1:111122223333:orders",
                "RoleArn": ROLE,
                "SqsParameters": {
                    "DelaySeconds": "5",
                    "MessageGroupId": text,
                    "MessageAttributes": {(text.to_string()): {"DataType": "String", "StringValue": text}},
                },
            },
            "BatchConfiguration": {"MaxBatchSize": 1, "MaxBatchWindowInSeconds": 0},
            "Tags": {"team": text.trim(), "n": "1"},
        })
    };
    HARD.iter().enumerate().map(one).collect()
}
