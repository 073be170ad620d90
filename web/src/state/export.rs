//! The rule as a file, and how it can be tried.

use super::model::{Lower, Model, Region};
use super::requests::Shown;
use super::shared::Shared;
use crate::engine::protocol::QuestionKind;
use rulepad_workbench::trial::Trial;
use rulepad_workbench::{Export, Format};

/// What the panel is used for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Exchange {
    /// To take the rule away.
    #[default]
    Export,
    /// To try it.
    TryOut,
}

/// The rule in a format.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// The format.
    pub format: Format,
    /// The file, or why there is none yet.
    pub export: Shared<Export>,
}

/// How the rule can be tried, or why not yet, as the workbench words it.
pub type FoundTrial = Shared<Result<Trial, String>>;

/// The last answers, of the rule as it is now or was before.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exporting {
    /// The rule as a file.
    pub file: Option<Written>,
    /// How the rule can be tried.
    pub trial: Option<FoundTrial>,
}

/// What can happen to them.
#[derive(Clone, Debug, PartialEq)]
pub enum ExportAction {
    /// The panel is wanted for this.
    Show(Exchange),
    /// A format was chosen.
    Select(Format),
}

pub(super) fn reduce(model: &mut Model, action: ExportAction) {
    match action {
        ExportAction::Show(exchange) => show(model, exchange),
        ExportAction::Select(format) => {
            show(model, Exchange::Export);
            model.look.format = format;
        }
    }
}

/// Brings the panel into view for a use.
pub(super) fn show(model: &mut Model, exchange: Exchange) {
    model.look.exchange = exchange;
    model.look.lower = Lower::Export;
    model.look.region = Region::Export;
}

impl Model {
    /// Whether the panel is in view for this.
    #[must_use]
    pub fn shows(&self, exchange: Exchange) -> bool {
        let look = &self.look;
        look.lower == Lower::Export
            && look.exchange == exchange
            && (!look.narrow || look.region == Region::Export)
    }
    /// The rule as a file, as far as it is known.
    #[must_use]
    pub fn written(&self) -> Shown<Written> {
        self.requests.shown(QuestionKind::Export, self.exporting.file.clone())
    }

    /// How the rule can be tried, as far as it is known.
    #[must_use]
    pub fn trial(&self) -> Shown<FoundTrial> {
        self.requests.shown(QuestionKind::TryingOut, self.exporting.trial.clone())
    }
}
