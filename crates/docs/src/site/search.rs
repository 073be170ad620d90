//! The index of the search: what each page and each case can be found by.

use super::Topic;
use super::html::plain;
use serde_json::json;

/// A script that gives the index its name: pages on a disk may load scripts and no other files.
///
/// Each entry is the address, the title, the title of the page (blank for a page itself) and more words in lower case.
pub(super) fn index(topics: &[Topic]) -> String {
    let mut entries = Vec::new();
    for topic in topics {
        let title = plain(&topic.suite.title);
        entries.push(json!([topic.file(), title, "", plain(&topic.suite.about).to_lowercase()]));
        for (case, anchor) in topic.suite.cases.iter().zip(&topic.anchors) {
            let messages = case
                .blocks
                .iter()
                .filter(|(tag, _)| matches!(tag.as_str(), "message" | "aws" | "diagnostics"));
            let words: Vec<String> = messages.map(|(_, text)| text.chars().take(200).collect()).collect();
            let more = format!("{} {}", plain(&case.about), words.join(" ")).to_lowercase();
            entries.push(json!([format!("{}#{anchor}", topic.file()), plain(&case.title), title, more]));
        }
    }
    let lines: Vec<String> = entries.iter().map(ToString::to_string).collect();
    format!("globalThis.rulepadSearchIndex = [\n{}\n];\n", lines.join(",\n"))
}
