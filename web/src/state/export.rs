//! The rule as a file, and how it can be tried: asked while they are looked at, answered by the worker.

use super::asking::Asking;
use super::model::{Engine, Lower, Model, Region};
use super::shared::Shared;
use rulepad_workbench::trial::Trial;
use rulepad_workbench::{Draft, Export, Format};

/// What the panel is used for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Exchange {
    /// To take the rule away.
    #[default]
    Export,
    /// To try it.
    TryOut,
}

/// A draft in a format.
pub type File = (Shared<Draft>, Format);

/// What is known of the rule as a file, and of trying it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exporting {
    /// The file.
    pub file: Asking<File, Export>,
    /// How the rule can be tried.
    pub trial: Asking<Shared<Draft>, Result<Trial, String>>,
}

/// What can happen to them.
#[derive(Clone, Debug, PartialEq)]
pub enum ExportAction {
    /// The panel is wanted for this.
    Show(Exchange),
    /// A format was chosen.
    Select(Format),
    /// The worker answered the question of this number, or is at it.
    Told(u32, Result<Shared<Export>, Engine>),
    /// The same of how the rule can be tried.
    TrialTold(u32, Result<Shared<Result<Trial, String>>, Engine>),
    /// What stands still is to be asked once more.
    Again,
}

pub(super) fn reduce(model: &mut Model, action: ExportAction) {
    match action {
        ExportAction::Show(exchange) => show(model, exchange),
        ExportAction::Select(format) => {
            show(model, Exchange::Export);
            model.look.format = format;
        }
        ExportAction::Told(number, told) => model.exporting.file.told(number, told),
        ExportAction::TrialTold(number, told) => model.exporting.trial.told(number, told),
        ExportAction::Again => {
            model.exporting.file.asked = None;
            model.exporting.trial.asked = None;
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
}

/// Asks anew where draft or format changed while the answer is looked at.
pub(super) fn follow(model: &mut Model) {
    let file = (model.draft.clone(), model.look.format);
    if model.shows(Exchange::Export) && model.exporting.file.is_new(&file) {
        let number = model.next_number();
        model.exporting.file.ask(number, file);
    }
    let draft = model.draft.clone();
    if model.shows(Exchange::TryOut) && model.exporting.trial.is_new(&draft) {
        let number = model.next_number();
        model.exporting.trial.ask(number, draft);
    }
}
