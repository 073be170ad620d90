//! Live examples in documents: whether what a document stores under an example is what Rulepad finds.
//!
//! An example is a `<rulepad-example>` element, a `rulepad` fence or a link; `docs/live-examples.md` specifies them.
//!
//! ```
//! use rulepad_docs::{Kind, check, update};
//!
//! let document = "```rulepad verdict=match\n{\"source\": [\"aws.s3\"]}\n--- event\n{\"source\": \"aws.ec2\"}\n```\n";
//! let checked = check(document, Kind::Markdown, &[]);
//! assert_eq!((checked.examples, checked.findings.len()), (1, 1));
//! let updated = update(document, Kind::Markdown);
//! assert!(updated.starts_with("```rulepad verdict=no_match\n"));
//! assert!(check(&updated, Kind::Markdown, &[]).findings.is_empty());
//! ```
//!
//! * [`check()`]: every example and link of a document, with a [`Finding`] for each problem
//! * [`update()`]: the document with the stored verdicts and answers replaced
//! * [`site()`]: the readable cases as a site, every case an example
//! * [`Format`]: findings for people and for the tools of CI
//!
//! # Files
//!
//! * `markdown.rs`, `html.rs`, `fence.rs`: from a document to [`Example`]s with their places
//! * `attributes.rs`, `link.rs`: what an example and a link may say
//! * `site/`: the pages, the index and the search of the reference
//! * `subscriber_cases/`: the readable cases about subscribers, run and worded
//! * `example.rs`, `targets.rs`: from an example to a draft and its answer

/// What `words_en` and `words_ko` say: `words!(lang, total(1, 2, 3, 0))`.
macro_rules! words {
    ($lang:expr, $($said:tt)+) => {
        match $lang {
            rulepad_document::Lang::En => $crate::words_en::$($said)+,
            rulepad_document::Lang::Ko(_) => $crate::words_ko::$($said)+,
        }
    };
}

mod attributes;
mod check;
mod contents;
mod example;
mod fence;
mod format;
mod html;
mod link;
mod markdown;
mod message;
mod site;
mod subscriber_cases;
mod targets;
mod update;
mod words;
mod words_en;
mod words_ko;

pub use check::{Checked, Finding, check};
pub use contents::Kind;
pub use example::{Answered, Example, Part, WrittenAs};
pub use format::{File, Format};
pub use message::Problem;
pub use site::site;
pub use subscriber_cases::{run_subscriber_case, subscriber_case_report};
pub use update::update;
