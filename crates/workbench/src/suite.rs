//! Readable cases: Markdown files that are the reference of the language and its tests.
//!
//! A file has a title, text, and a section a case. A section's fenced blocks are named by their tag:
//!
//! | block | says |
//! |---|---|
//! | `pattern`, `event` | the texts |
//! | `verdict` | `match`, `no_match`, `pattern_error`, `event_error` |
//! | `aws` | AWS's answer to the pattern, word for word |
//! | `diagnostics` | one line each: code, severity, the underlined text in backticks |
//! | `message`, `help` | message and helps of the first diagnostic, a line each |
//! | `mended` | the pattern after every fix |
//! | `why` | the sentences of the conditions that fail, or of all where all hold |
//! | `input-path`, `input`, `input-paths-map`, `input-template` | the input option |
//! | `payload`, `not-delivered`, `refused`, `not-verified` | what becomes of it |

use crate::draft::Draft;
use crate::evaluate::evaluate;
use crate::mend::mend_pattern;
use crate::report::{LineKind, Report};
use rulepad_document::{Diagnostic, Role, Severity};
use rulepad_rule::Target;
use rulepad_transformer::{Certainty, Input, Outcome};

/// A file of cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suite {
    /// The title of the file.
    pub title: String,
    /// The text before the first case.
    pub about: String,
    /// The cases.
    pub cases: Vec<Case>,
}

/// One case: a section of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The section's title.
    pub title: String,
    /// The text of the section.
    pub about: String,
    /// Tag and text of each fenced block.
    pub blocks: Vec<(String, String)>,
}

impl Case {
    /// The text of the block with this tag.
    #[must_use]
    pub fn block(&self, tag: &str) -> Option<&str> {
        self.blocks.iter().find(|(own, _)| own == tag).map(|(_, text)| text.as_str())
    }

    /// The draft the case describes.
    #[must_use]
    pub fn draft(&self) -> Draft {
        let text = |tag: &str| self.block(tag).map(str::to_owned);
        let input = match (text("input-path"), text("input"), text("input-template")) {
            (Some(path), ..) => Some(Input::Path(path)),
            (_, Some(constant), _) => Some(Input::Constant(constant)),
            (.., Some(template)) => {
                Some(Input::Transformer { paths: text("input-paths-map").unwrap_or_default(), template })
            }
            _ => None,
        };
        let arn = "arn:aws:sqs:us-east-1:111122223333:queue".to_owned();
        let targets = input.map(|input| Target { id: "target".to_owned(), arn, input, ..Target::default() });
        Draft {
            event: text("event").unwrap_or_else(|| "{}".to_owned()),
            pattern: text("pattern").unwrap_or_else(|| r#"{"source": [{"prefix": ""}]}"#.to_owned()),
            targets: targets.into_iter().collect(),
            ..Draft::default()
        }
    }

    /// Runs the case.
    ///
    /// # Errors
    /// Each expectation that was not met, with what was found instead; also a case that expects nothing
    /// and a block whose tag is not known.
    pub fn run(&self) -> Result<(), Vec<String>> {
        let draft = self.draft();
        let report = evaluate(&draft);
        let mut expected = 0;
        let mut wrong = Vec::new();
        for (tag, text) in &self.blocks {
            let found = match tag.as_str() {
                "pattern" | "event" | "input-path" | "input" | "input-paths-map" | "input-template" => {
                    continue;
                }
                "verdict" => serde_json::to_value(report.verdict)
                    .ok()
                    .and_then(|verdict| verdict.as_str().map(str::to_owned))
                    .unwrap_or_default(),
                "aws" => report.aws_error.clone().unwrap_or_default(),
                "diagnostics" => diagnostics(&report, &draft),
                "message" => first(&report).map(|found| found.message.clone()).unwrap_or_default(),
                "help" => first(&report).map(helps).unwrap_or_default(),
                "mended" => mend_pattern(&draft.pattern),
                "why" => why(&report),
                "payload" | "not-delivered" | "refused" | "not-verified" => outcome(tag, &report),
                unknown => {
                    wrong.push(format!("no block is called `{unknown}`"));
                    continue;
                }
            };
            expected += 1;
            if found != *text {
                wrong.push(format!("{tag}\n  expected: {text}\n  found:    {found}"));
            }
        }
        if expected == 0 {
            wrong.push("the case expects nothing".to_owned());
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }
}

/// Reads a file of cases.
#[must_use]
pub fn parse(markdown: &str) -> Suite {
    let mut suite = Suite { title: String::new(), about: String::new(), cases: Vec::new() };
    let mut fence: Option<(String, Vec<&str>)> = None;
    for line in markdown.lines() {
        if let Some((tag, body)) = &mut fence {
            if line.trim_end() == "```" {
                let block = (std::mem::take(tag), body.join("\n"));
                if let Some(case) = suite.cases.last_mut() {
                    case.blocks.push(block);
                }
                fence = None;
            } else {
                body.push(line);
            }
        } else if let Some(tag) = line.strip_prefix("```") {
            fence = Some((tag.trim().to_owned(), Vec::new()));
        } else if let Some(title) = line.strip_prefix("## ") {
            let title = title.trim().to_owned();
            suite.cases.push(Case { title, about: String::new(), blocks: Vec::new() });
        } else if let Some(title) = line.strip_prefix("# ") {
            title.trim().clone_into(&mut suite.title);
        } else {
            let about = suite.cases.last_mut().map_or(&mut suite.about, |case| &mut case.about);
            if !(about.is_empty() && line.trim().is_empty()) {
                about.push_str(line);
                about.push('\n');
            }
        }
    }
    suite
}

fn all(report: &Report) -> impl Iterator<Item = &Diagnostic> {
    let targets = report.targets.iter().flat_map(|target| &target.diagnostics);
    report.pattern.iter().chain(&report.event).chain(targets)
}

fn first(report: &Report) -> Option<&Diagnostic> {
    all(report).next()
}

fn diagnostics(report: &Report, draft: &Draft) -> String {
    let lines: Vec<String> = all(report)
        .map(|found| {
            let text = found
                .labels
                .first()
                .map(|label| underlined(draft, label.role, label.span))
                .unwrap_or_default();
            let severity = match found.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            };
            format!("{} {severity} `{}`", found.code, text.replace('\n', "⏎"))
        })
        .collect();
    lines.join("\n")
}

fn underlined(draft: &Draft, role: Role, span: rulepad_document::Span) -> String {
    let input = draft.targets.first().map(|target| &target.input);
    let text = match (role, input) {
        (Role::Event, _) => draft.event.as_str(),
        (Role::Pattern, _) => draft.pattern.as_str(),
        (Role::InputPath(_), Some(Input::Path(text))) | (Role::Input(_), Some(Input::Constant(text))) => text,
        (Role::InputPathsMap(_), Some(Input::Transformer { paths, .. })) => paths,
        (Role::InputTemplate(_), Some(Input::Transformer { template, .. })) => template,
        _ => "",
    };
    span.of(text).to_owned()
}

fn helps(found: &Diagnostic) -> String {
    let lines: Vec<&str> = found.help.iter().map(|help| help.text.as_str()).collect();
    lines.join("\n")
}

fn why(report: &Report) -> String {
    let conditions = || report.why.iter().filter(|line| line.kind == LineKind::Condition);
    let any_failed = conditions().any(|line| !line.holds);
    let lines: Vec<&str> =
        conditions().filter(|line| !any_failed || !line.holds).map(|line| line.sentence.as_str()).collect();
    lines.join("\n")
}

fn outcome(tag: &str, report: &Report) -> String {
    let Some(rendered) = report.targets.first().and_then(|target| target.rendered.as_ref()) else {
        return "no target was rendered".to_owned();
    };
    match (tag, &rendered.outcome, &rendered.certainty) {
        ("payload", Outcome::Delivered(payload), _)
        | ("payload", Outcome::Unknown { would_be: Some(payload), .. }, _) => payload.text.clone(),
        ("not-delivered", Outcome::NotDelivered { reason, .. }, _) => reason.clone(),
        ("refused", Outcome::Refused { message }, _) => message.clone(),
        ("not-verified", Outcome::Unknown { reason, .. }, _) => reason.clone(),
        ("not-verified", _, Certainty::Unverified(notes)) => notes.join("\n"),
        (_, outcome, certainty) => format!("{outcome:?} {certainty:?}"),
    }
}
