//! Everything the page shows, as one value.

use super::builder::Builder;
use super::comparison::Comparison;
use super::drafts::Drafts;
use super::export::{Exchange, Exporting};
use super::fetched::Fetched;
use super::field::Field;
use super::finder::Finder;
use super::history::History;
use super::import::Importing;
use super::log::Log;
use super::making::{MadeEvent, Making, NotMade};
use super::moment::Moment;
use super::offer::Offer;
use super::own::{self, DraftId, Own};
use super::paste::Paste;
use super::pick::Picking;
use super::reference::Reference;
use super::requests::{self, NotDone, Requests};
use super::sending::Sending;
use super::shared::Shared;
use super::tray::Tray;
use rulepad_workbench::catalogue::Catalogue;
use rulepad_workbench::{Draft, Example, Format, Input, Report, Span};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

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
    /// The comparison with another pattern.
    pub comparison: Comparison,
    /// The rule as a file, and how it can be tried.
    pub exporting: Exporting,
    /// The text that rules are read from.
    pub importing: Importing,
    /// Calls to an emulator.
    pub sending: Sending,
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
    /// The last number given to anything that needs one of its own.
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

/// What the page keeps for a target beside what the draft says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Tells the target apart from every other, wherever it stands.
    pub key: u32,
    /// The texts of the input options that are not chosen now.
    pub path: String,
    /// The constant.
    pub constant: String,
    /// The input paths map.
    pub paths: String,
    /// The input template.
    pub template: String,
}

/// What the person looks at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Look {
    /// Whether one region is shown at a time.
    pub narrow: bool,
    /// The region shown alone on a narrow screen.
    pub region: Region,
    /// What the lower panel shows.
    pub lower: Lower,
    /// How the event pattern is shown.
    pub pattern: PatternView,
    /// The chosen file of the reference.
    pub chapter: usize,
    /// The chosen target.
    pub target: usize,
    /// What is shown of it.
    pub detail: Detail,
    /// What the panel of files is used for.
    pub exchange: Exchange,
    /// The chosen export format.
    pub format: Format,
    /// Whether files are dragged over the page.
    pub dragging: bool,
    /// What is under the pointer.
    pub pointed: Option<Pointed>,
    /// What the focus is on, with the region that has it.
    pub focused: Option<(Region, Pointed)>,
    /// Places brought into view, one for each text.
    pub reveals: Vec<Place>,
    /// The stretch of the payload brought into view.
    pub stretch: Option<Stretch>,
}

/// A part of the page that can be gone to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Region {
    /// The event.
    #[default]
    Event,
    /// The event pattern.
    Pattern,
    /// Why it matches or not.
    Why,
    /// The targets.
    Targets,
    /// The export.
    Export,
    /// The comparison with another pattern.
    Compare,
    /// The reference.
    Reference,
}

/// How the event pattern is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PatternView {
    /// As it is written.
    #[default]
    Json,
    /// As a form.
    Builder,
    /// As a sentence and as a formula.
    Words,
}

/// What the lower panel shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lower {
    /// The targets.
    #[default]
    Targets,
    /// The rule's own properties and its export.
    Export,
    /// The comparison with another pattern.
    Compare,
    /// The reference.
    Reference,
}

/// What is shown of a target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// What it receives.
    #[default]
    Input,
    /// The property of its own.
    Parameters,
    /// What happens when delivery fails.
    Failure,
    /// What EventBridge needs to be allowed.
    Permission,
    /// What a table holds of what was written down.
    Log,
}

/// What is pointed at; offsets are bytes.
#[derive(Clone, Debug, PartialEq)]
pub enum Pointed {
    /// A line of the explanation.
    Line(usize),
    /// A byte of the event.
    Event(usize),
    /// A byte of the event pattern.
    Pattern(usize),
    /// Values of the event.
    Values(Vec<Span>),
    /// A variable of the chosen target, by its place.
    Variable(usize),
    /// A byte of the chosen target's payload.
    Payload(usize),
    /// A byte of one of the chosen target's texts.
    Text(Field, usize),
}

/// Which way something moves among its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Towards the first.
    Up,
    /// Towards the last.
    Down,
}

/// A stretch of the chosen target's payload, to be shown once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The stretch.
    pub span: Span,
    /// Differs from that of every other stretch and place.
    pub number: u32,
}

/// A place in a text, to be selected once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The text.
    pub field: Field,
    /// The place.
    pub span: Span,
    /// Whether the text takes the focus.
    pub focus: bool,
    /// Differs from that of every other place.
    pub number: u32,
}

/// What the page remembers between visits, beside the draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
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
    /// The pattern that the one at hand is compared with.
    pub other: String,
    /// The address of an emulator on this machine, as typed; blank for none.
    pub emulator: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
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

/// Something that must be known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The link in the address cannot be opened; the sentence says why.
    BadLink(String),
    /// The draft cannot be stored, for this reason.
    NotStored(Trouble),
    /// A stored draft cannot be read: it is kept as it is.
    Unreadable(Rc<Unread>),
    /// The oldest draft was removed to make room for another.
    Pruned(Rc<Unread>),
    /// The loaded events, so many, are too long to be stored with the draft.
    EventsNotStored(usize),
    /// No event was made.
    NotMade(NotMade),
    /// No value of the event was set.
    NotSet(NotDone),
}

/// Why a draft cannot be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser blocks storage for this page.
    Blocked,
    /// There is no room left.
    Full,
    /// The browser has no database for the page; drafts are kept in its small local storage.
    NoDatabase,
    /// A newer version of the page uses the database.
    Newer,
    /// The database does not work; drafts are kept in the small local storage.
    Failing,
}

impl Trouble {
    /// Whether drafts are stored all the same.
    #[must_use]
    pub fn is_harmless(self) -> bool {
        matches!(self, Self::NoDatabase | Self::Newer | Self::Failing)
    }
}

/// A stored text, offered as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// What it is called.
    pub title: String,
    /// Why it is told of; blank where that is plain.
    pub reason: String,
    /// The text.
    pub text: String,
}

/// A change that can be undone alone, from its message.
#[derive(Clone, Debug, PartialEq)]
pub struct Undo {
    /// Tells it apart.
    pub number: u32,
    /// What was done.
    pub done: Done,
    /// The moment before.
    pub before: Moment,
    /// The moment after.
    pub after: Moment,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// Another draft was opened, or texts were loaded.
    Opened(Opened),
    /// The target of this id was removed.
    Removed(String),
    /// Items were removed from the event log, so many.
    Struck(usize),
    /// A target's input was exchanged for another.
    Exchanged,
    /// The event pattern asks for one more value.
    Asked,
    /// The other events of the tray were closed, so many.
    Closed(usize),
}

/// Where a draft comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// An example of this title.
    Example(String),
    /// An event made to order.
    Made(MadeEvent),
    /// A copy of the rule, to be tried.
    Copy,
    /// What a text was read as, in a few words.
    Read(String),
    /// The text that events were read from.
    Original,
    /// A share link.
    Link,
    /// An empty rule.
    New,
    /// A stored draft of this title.
    Kept(String),
    /// A rule that was read from a text.
    Imported {
        /// What tells it apart there.
        label: String,
        /// What the text is.
        form: String,
    },
}

/// A dialog over the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// The share link.
    Share {
        /// The whole link.
        link: String,
        /// Whether it was copied; `None` while the browser is asked.
        copied: Option<bool>,
    },
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

/// AWS's four input options, without their texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputOption {
    /// The whole event.
    MatchedEvent,
    /// `InputPath`.
    Path,
    /// `Input`.
    Constant,
    /// `InputTransformer`.
    Transformer,
}

impl InputOption {
    /// The option of an input.
    #[must_use]
    pub fn of(input: &Input) -> Self {
        match input {
            Input::MatchedEvent => Self::MatchedEvent,
            Input::Path(_) => Self::Path,
            Input::Constant(_) => Self::Constant,
            Input::Transformer { .. } => Self::Transformer,
        }
    }
}

impl Side {
    /// What a new target begins with.
    #[must_use]
    pub fn new(key: u32) -> Self {
        Self {
            key,
            path: "$.detail".to_owned(),
            constant: "{\n  \"message\": \"The rule matched\"\n}".to_owned(),
            paths: "{\n  \"type\": \"$.detail-type\",\n  \"time\": \"$.time\"\n}".to_owned(),
            template: "\"<type> at <time>\"".to_owned(),
        }
    }
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
            look: Look::default(),
            settings,
            making: None,
            paste: Paste::default(),
            tray: None,
            comparison: Comparison::default(),
            exporting: Exporting::default(),
            importing: Importing::default(),
            sending: Sending::default(),
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
    pub fn reveal(&self, field: Field) -> Option<Place> {
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

/// Sides for the targets of a draft, with keys after `number`.
pub(super) fn sides(draft: &Draft, number: u32) -> Vec<Side> {
    (number + 1..).zip(&draft.targets).map(|(key, _)| Side::new(key)).collect()
}
