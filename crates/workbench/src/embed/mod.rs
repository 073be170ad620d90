//! What a document shows of a draft: the custom element, a frame, a link, a fenced block, and plain Markdown.
//!
//! Everything that is written here is a text of the person, so it is escaped for where it is written.

mod escape;
mod parts;
mod section;
mod snippet;
#[cfg(test)]
mod tests;

pub use section::{SECTION, escaped_line, section, unescaped_line};
pub use snippet::{Place, Snippet, frame_address, snippet};

use crate::draft::Draft;
use crate::report::{Report, Verdict};
use escape::{fence, markdown_text};
use rulepad_document::Lang;
use rulepad_transformer::{Input, Outcome};
use serde::{Deserialize, Serialize};

/// What a document stores beside an example, for readers without script and to check it later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stored {
    /// The verdict.
    pub verdict: Verdict,
    /// The verdict and its reason as one plain text.
    pub answer: String,
    /// What the first target receives; `None` where that is nothing, or the whole event.
    pub payload: Option<String>,
}

impl Stored {
    /// What is stored of the answer to a draft.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        let rendered = report.targets.first().and_then(|target| target.rendered.as_ref());
        let payload = match rendered.map(|rendered| &rendered.outcome) {
            Some(Outcome::Delivered(payload)) => Some(payload.text.clone()),
            _ => None,
        };
        Self { verdict: report.verdict, answer: report.answer.clone(), payload }
    }
}

/// What is shown of an example, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// Whether the reasons are shown.
    pub why: bool,
    /// Whether what the first target receives is shown; only where it is not the whole event.
    pub payload: bool,
    /// What the reader can change.
    pub editable: Editable,
    /// Light or dark.
    pub theme: Theme,
    /// The height of a frame that cannot report its own, in CSS pixels.
    pub height: u32,
}

impl Default for Look {
    fn default() -> Self {
        Self { why: true, payload: false, editable: Editable::Pattern, theme: Theme::Auto, height: 480 }
    }
}

/// What the reader of a document can change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Editable {
    /// Nothing.
    None,
    /// The event pattern.
    #[default]
    Pattern,
    /// The event.
    Event,
    /// All texts.
    All,
}

/// The colours of an example.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Editable {
    /// Every choice.
    pub const ALL: [Self; 4] = [Self::None, Self::Pattern, Self::Event, Self::All];

    /// The value of the attribute `editable`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Pattern => "pattern",
            Self::Event => "event",
            Self::All => "all",
        }
    }
}

impl Theme {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The value of the attribute `theme`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Whether there is a payload to show: that of a first target which receives something other than the whole event.
#[must_use]
pub fn has_payload(draft: &Draft) -> bool {
    draft
        .targets
        .first()
        .is_some_and(|target| matches!(target.input, Input::Path(_) | Input::Transformer { .. }))
}

/// Pattern, event, verdict and reason as Markdown, for an issue or a chat; with a link, where one is given.
#[must_use]
pub fn markdown(draft: &Draft, stored: &Stored, link: Option<&str>, lang: Lang) -> String {
    let block = |title: &str, text: &str| {
        let marks = fence(text);
        let end = if text.ends_with('\n') || text.is_empty() { "" } else { "\n" };
        format!("**{title}**\n\n{marks}json\n{text}{end}{marks}\n\n")
    };
    let mut out = block(words!(lang, embed::PATTERN), &draft.pattern)
        + &block(words!(lang, embed::EVENT), &draft.event);
    if let Some(payload) = stored.payload.as_ref().filter(|_| has_payload(draft)) {
        out += &block(words!(lang, embed::PAYLOAD), payload);
    }
    out += &format!("**{}** {}\n", words!(lang, embed::RESULT), markdown_text(&stored.answer));
    if let Some(link) = link {
        out += &format!("\n[{}](<{}>)\n", words!(lang, embed::OPEN), escape::address(link));
    }
    out
}
