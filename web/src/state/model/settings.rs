//! What the page remembers between visits, beside the draft.

use rulepad_workbench::Lang;
use serde::{Deserialize, Deserializer, Serialize};

/// What the page remembers between visits, beside the draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language that was chosen; `None` while nobody chose.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "known_lang")]
    pub chosen_lang: Option<Lang>,
    /// The language that the browser or the address asks for.
    #[serde(skip)]
    pub browser_lang: Lang,
    /// Light or dark.
    pub theme: Theme,
    /// Whether long lines wrap in the two large texts.
    pub wrap: bool,
    /// Whether payloads that are JSON are shown indented.
    pub indented: bool,
    /// Shares of event, pattern and why in the width.
    pub columns: Vec<f64>,
    /// Shares of upper and lower panel in the height.
    pub rows: Vec<f64>,
    /// Shares of a target's properties and its payload in the width.
    pub target: Vec<f64>,
    /// Shares of the rule's properties and the export in the width.
    pub export: Vec<f64>,
    /// Shares of the other pattern and the comparison in the width.
    pub compare: Vec<f64>,
    /// The pattern that the current one is compared with.
    pub other: String,
    /// The address of an emulator on this machine, as typed; blank for none.
    pub emulator: String,
}

/// A language that this program does not have is as good as none; it stays stored.
fn known_lang<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Lang>, D::Error> {
    let tag = Option::<String>::deserialize(from)?;
    Ok(tag.and_then(|tag| Lang::of_tag(&tag)))
}

impl Settings {
    /// The language of the page.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.chosen_lang.unwrap_or(self.browser_lang)
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            chosen_lang: None,
            browser_lang: Lang::default(),
            theme: Theme::default(),
            wrap: true,
            indented: true,
            columns: vec![0.33, 0.36, 0.31],
            rows: vec![0.55, 0.45],
            target: vec![0.54, 0.46],
            export: vec![0.34, 0.66],
            compare: vec![0.36, 0.64],
            other: String::new(),
            emulator: String::new(),
        }
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Panes that share a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panes {
    /// Event, pattern and why.
    Columns,
    /// Upper and lower panel.
    Rows,
    /// A target's properties and its payload.
    Target,
    /// The rule's properties and the export.
    Export,
    /// The other pattern and the comparison.
    Compare,
}
