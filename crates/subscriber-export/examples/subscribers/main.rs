//! Writes every case in every format, for the validators of `tests/export`.
//!
//! ```text
//! cargo run -p rulepad-subscriber-export --example subscribers -- DIRECTORY
//! ```
//!
//! `subscribers.json` lists the cases with their requests, and the files of each.

#![expect(clippy::unwrap_used, reason = "it stops at what it did not expect")]

mod cases;

use cases::{BUS, hard, requests};
use rulepad_document::{Lang, Role, Words, json};
use rulepad_migrate::rule;
use rulepad_rule::{Rule, Target, TargetKind};
use rulepad_subscriber::draft::{self, check_request};
use rulepad_subscriber::target::{Refusal, check};
use rulepad_subscriber_export::{Exported, Format, Subject, export};
use serde_json::{Value, json as value};
use std::path::Path;

fn main() {
    let directory = std::env::args().nth(1).unwrap_or_default();
    let directory = Path::new(&directory);
    let mut listed = Vec::new();
    for (name, subject) in subjects() {
        let folder = directory.join(&name);
        std::fs::create_dir_all(&folder).unwrap();
        let files: Vec<Value> = Format::ALL
            .into_iter()
            .map(|format| {
                let file = export(format, &subject);
                let path = format!("{name}/{}-{}", format.identifier(), file.file_name);
                std::fs::write(directory.join(&path), &file.text).unwrap();
                let losses: Vec<String> = file.losses.iter().map(|loss| loss.words(Lang::En)).collect();
                value!({"format": format, "path": path, "losses": losses})
            })
            .collect();
        let read = |text: &String| serde_json::from_str::<Value>(text).unwrap();
        listed.push(value!({
            "id": name,
            "sources": subject.sources.iter().map(read).collect::<Vec<_>>(),
            "subscribers": subject.subscribers.iter().map(|own| read(&own.request)).collect::<Vec<_>>(),
            "creates_roles": subject.subscribers.iter().map(creates_role).collect::<Vec<_>>(),
            "files": files,
        }));
    }
    std::fs::write(directory.join("subscribers.json"), Value::from(listed).to_string()).unwrap();
}

/// Whether the file has to create the role.
fn creates_role(own: &Exported) -> bool {
    let request: Value = serde_json::from_str(&own.request).unwrap();
    own.creates_role || request.pointer("/InvokeConfiguration/RoleArn").is_none()
}

fn subjects() -> Vec<(String, Subject)> {
    let is_sound = |own: &Value| {
        let text = own.to_string();
        let node = json::parse(&text, Role::Import).root.unwrap();
        let refused = check(&draft::read(&text).subscriber);
        check_request(&node).iter().all(|found| !found.is_error())
            && refused.iter().all(|found| found.refusal != Refusal::AtCreate)
    };
    let mut seen = Vec::new();
    let mut found = Vec::new();
    for (at, own) in requests().into_iter().filter(is_sound).enumerate() {
        if !seen.contains(&own) {
            found.push((format!("case-{at}"), Subject::of(&own.to_string())));
            seen.push(own);
        }
    }
    for (at, own) in hard().into_iter().enumerate() {
        found.push((format!("hard-{at}"), Subject::of(&own.to_string())));
    }
    // The file creates the roles, and the bus has event sources.
    let own = Rule { name: "builds".to_owned(), ..Rule::default() };
    let pattern = r#"{"source": ["aws.codebuild", "aws.s3"], "detail": {"state": [{"prefix": "F"}]}}"#;
    let targets: Vec<Target> = TargetKind::ALL
        .into_iter()
        .map(|kind| Target { role_arn: String::new(), ..kind.sample("us-east-1", "111122223333") })
        .collect();
    let migrated = rule(&own, pattern, &targets, BUS);
    found.push(("migrated".to_owned(), Subject::of_migration(&migrated, &[])));
    found
}
