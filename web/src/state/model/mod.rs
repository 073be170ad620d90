//! Everything the page shows, as one value.

mod done;
mod look;
mod notice;
mod settings;
mod side;

pub use done::{Done, Opened, Undo};
pub use look::{Detail, Look, Lower, PatternView, Place, Pointed, Region, Selection, Stretch};
pub use notice::{Notice, Trouble, Unread, Which};
pub use settings::{Panes, Settings, Theme};
pub(super) use side::sides;
pub use side::{InputOption, Side};

use super::builder::Builder;
use super::bus::Bus;
use super::comparison::Comparison;
use super::drafts::Drafts;
use super::export::Exporting;
use super::fetched::Fetched;
use super::field::Field;
use super::finder::Finder;
use super::history::History;
use super::import::Importing;
use super::log::Log;
use super::making::Making;
use super::offer::Offer;
use super::own::{self, DraftId, Own};
use super::paste::Paste;
use super::pick::Picking;
use super::reference::Reference;
use super::requests::{self, Requests};
use super::sending::Sending;
use super::shared::Shared;
use super::sharing::Sharing;
use super::testing::Testing;
use super::tray::Tray;
use rulepad_workbench::catalogue::Catalogue;
use rulepad_workbench::{Draft, Example, Report};

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// What is being edited.
    pub draft: Shared<Draft>,
    /// Which of the stored drafts it is.
    pub own: Own,
    /// Counts the states of the draft; each is evaluated.
    pub revision: u32,
    /// Whether the draft was changed since it was opened.
    pub edited: bool,
    /// What the page keeps for each target, in the draft's order.
    pub sides: Vec<Side>,
    /// The answer to this draft, or to an earlier one while this one is evaluated.
    pub answer: Option<Shared<Answer>>,
    /// An answer that refuses a text that is still being typed; it counts after a pause.
    pub unsettled: Option<Shared<Answer>>,
    /// Whether the draft is as it is because somebody types in the event or the pattern.
    pub typing: bool,
    /// What is offered for a text that was pasted.
    pub offer: Option<Offer>,
    /// The last answer that had an explanation.
    pub explained: Option<Shared<Answer>>,
    /// Whether the address follows the draft; otherwise it is as it was when the page was opened.
    pub followed: bool,
    /// What the person looks at.
    pub look: Look,
    /// What the page remembers between visits, beside the draft.
    pub settings: Settings,
    /// The event that is to be made.
    pub making: Option<Shared<Making>>,
    /// What was pasted, dropped or chosen as a file, and is not put in yet.
    pub paste: Paste,
    /// The events that were read from one text; the draft has one of them.
    pub tray: Option<Shared<Tray>>,
    /// The rules of the bus, of which the draft has one, and the tests.
    pub bus: Shared<Bus>,
    /// What the Tests tab knows and shows.
    pub testing: Testing,
    /// The comparison with another pattern.
    pub comparison: Comparison,
    /// The rule as a file, and how it can be tried.
    pub exporting: Exporting,
    /// The text that rules are read from.
    pub importing: Importing,
    /// Calls to an emulator.
    pub sending: Sending,
    /// What is shared of the draft.
    pub sharing: Sharing,
    /// The reference.
    pub reference: Reference,
    /// The catalogue of events.
    pub catalogue: Fetched<Catalogue>,
    /// The gallery of examples.
    pub gallery: Fetched<Vec<Example>>,
    /// The pattern as a form.
    pub builder: Builder,
    /// The event log.
    pub log: Log,
    /// What the workers are asked.
    pub requests: Requests,
    /// The value at the cursor of the event.
    pub picking: Option<Picking>,
    /// What can be undone and redone, as long as the page lives.
    pub history: History,
    /// The list of stored drafts.
    pub drafts: Drafts,
    /// What must be known, until it is dismissed.
    pub notices: Vec<Notice>,
    /// What can be taken back, until it is forgotten.
    pub undos: Vec<Undo>,
    /// The dialog over the page.
    pub dialog: Option<Dialog>,
    /// The last number given to anything that needs a unique one.
    pub number: u32,
    /// What the ids of this page's drafts are made from.
    pub seed: u64,
}

/// A report with the draft it answers.
#[derive(Debug, PartialEq)]
pub struct Answer {
    /// The question.
    pub draft: Shared<Draft>,
    /// The answer.
    pub report: Shared<Report>,
}

/// Which way something moves among its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Towards the first.
    Up,
    /// Towards the last.
    Down,
}

/// A dialog over the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// Links and snippets to share.
    Share,
    /// A place to paste or drop anything.
    Paste,
    /// The stored drafts.
    Drafts,
    /// The text that rules are read from.
    Import,
    /// The keyboard shortcuts.
    Shortcuts,
    /// The search for a sample.
    Finder(Finder),
}

impl Model {
    /// A page that opens with this draft.
    #[must_use]
    pub fn new(draft: Draft, settings: Settings) -> Self {
        let sides = sides(&draft, 0);
        let number = u32::try_from(sides.len()).unwrap_or(u32::MAX);
        let mut model = Self {
            draft: Shared::new(draft),
            own: Own::default(),
            revision: 1,
            edited: false,
            sides,
            answer: None,
            unsettled: None,
            typing: false,
            offer: None,
            explained: None,
            followed: false,
            look: Look::default(),
            settings,
            making: None,
            paste: Paste::default(),
            tray: None,
            bus: Shared::new(Bus::default()),
            testing: Testing::default(),
            comparison: Comparison::default(),
            exporting: Exporting::default(),
            importing: Importing::default(),
            sending: Sending::default(),
            sharing: Sharing::default(),
            reference: Reference::default(),
            catalogue: Fetched::default(),
            gallery: Fetched::default(),
            builder: Builder::default(),
            log: Log::default(),
            requests: Requests::default(),
            picking: None,
            history: History::default(),
            drafts: Drafts::default(),
            notices: Vec::new(),
            undos: Vec::new(),
            dialog: None,
            number,
            seed: 0,
        };
        requests::sync(&mut model);
        model
    }

    /// The report, when it answers the draft as it is now.
    #[must_use]
    pub fn current(&self) -> Option<&Report> {
        self.answer.as_ref().filter(|answer| answer.draft == self.draft).map(|answer| &*answer.report)
    }

    /// What is pointed at: by the pointer, else by the focus.
    #[must_use]
    pub fn pointed(&self) -> Option<&Pointed> {
        self.look.pointed.as_ref().or(self.look.focused.as_ref().map(|(_, focused)| focused))
    }

    /// The place to bring into view in a text.
    #[must_use]
    pub fn reveal(&self, field: Field) -> Option<Selection> {
        self.look.reveals.iter().find(|place| place.field == field).copied()
    }

    /// An id for another draft.
    pub(super) fn fresh_id(&mut self) -> DraftId {
        let number = self.next_number();
        own::fresh(self.seed, number)
    }

    /// A number that nothing else has.
    pub(super) fn next_number(&mut self) -> u32 {
        self.number = self.number.wrapping_add(1);
        self.number
    }
}
