//! The model of the page of subscribers.

use super::lit::Pointed;
use super::steps::Steps;
use crate::engine::failure::Failure;
use crate::state::model::Settings;
use crate::state::own::DraftId;
use crate::state::shared::Shared;
use rulepad_subscriber_workbench::{Field, Migrated, Sample, Scope, SubscriberDraft, SubscriberReport};
use rulepad_workbench::share::BadLink;
use rulepad_workbench::{Draft, Span};

/// Everything that the page shows.
#[derive(Clone, Debug)]
pub struct Model {
    /// The draft as it is.
    pub draft: Shared<SubscriberDraft>,
    /// Which stored draft it is.
    pub id: DraftId,
    /// Whether a person changed it; what is only looked at is not stored.
    pub touched: bool,
    /// The number of the draft's state.
    pub revision: u32,
    /// The last answer.
    pub answer: Option<Shared<Answer>>,
    /// How far the next one is.
    pub waiting: Waiting,
    /// What can be undone and redone.
    pub steps: Steps,
    /// What a person looks at.
    pub look: Look,
    /// What is pointed at, or has the focus.
    pub pointed: Option<Pointed>,
    /// A place to bring into view.
    pub reveal: Option<Reveal>,
    /// What is remembered between visits.
    pub settings: Settings,
    /// Messages, oldest first.
    pub notices: Vec<(u32, Notice)>,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// The rule in the migration dialog.
    pub migration: RuleToMigrate,
    /// The samples, once their menu was opened.
    pub samples: Samples,
    /// The texts that came from the page of rules, to see whether they were changed since.
    pub taken: Option<Shared<(String, String)>>,
    /// For the ids of new drafts.
    pub seed: u64,
    /// For the ids of notices and selections.
    pub count: u32,
}

/// An answer with the draft that it is of.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The draft.
    pub draft: Shared<SubscriberDraft>,
    /// What was found.
    pub report: SubscriberReport,
}

/// How far an answer is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Waiting {
    /// It is there.
    #[default]
    Done,
    /// It was asked for.
    Asked,
    /// It takes its time.
    Slow,
    /// It took too long.
    Stopped,
    /// The worker does not work.
    Failed(Failure),
}

/// What a person looks at.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// Whether one region is shown at a time.
    pub narrow: bool,
    /// The region that is shown then.
    pub region: Region,
    /// The filter that is shown.
    pub filter: Scope,
    /// What is shown of the delivery.
    pub lower: Lower,
    /// Which of several events.
    pub at: usize,
    /// Whether the event is shown as it is on the bus.
    pub on_bus: bool,
}

/// A region of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    /// The event.
    Event,
    /// The filters.
    Filters,
    /// The reasons.
    Why,
    /// Transformer and target.
    Delivery,
    /// What arrives.
    Payload,
}

/// What is shown of the delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lower {
    /// The transformer.
    Transformer,
    /// The target.
    Target,
    /// Retries, batches and the queue.
    Delivery,
    /// Name, bus and the rest.
    Subscriber,
}

/// Panes that share a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubscriberPanes {
    /// Event, filters and why.
    Columns,
    /// Upper and lower half.
    Rows,
    /// Delivery and payload.
    Target,
}

/// Asks to bring a place of a text into view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reveal {
    /// The text.
    pub field: Field,
    /// The place.
    pub span: Span,
    /// Differs from that of every other place.
    pub number: u32,
}

/// A message.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// The link in the address cannot be opened.
    BadLink(BadLink),
    /// The browser stores nothing.
    NotStored,
    /// A newer build of the page is there.
    NewerBuild,
    /// The subscriber of a migration was opened.
    Migrated,
    /// A link was opened, and the draft before it is stored.
    Opened,
}

/// The sample subscribers.
#[derive(Clone, Debug, PartialEq)]
pub enum Samples {
    /// Nobody asked for them.
    Unread,
    /// They are on their way.
    Reading,
    /// They are there.
    Read(Shared<Vec<Sample>>),
    /// They cannot be read.
    Failed,
}

/// A dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// A rule as subscribers.
    Migration,
    /// The stored drafts.
    Drafts,
    /// The keys.
    Shortcuts,
}

/// The rule in the migration dialog.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RuleToMigrate {
    /// The text that it is read from; blank where it was chosen.
    pub text: String,
    /// The rules that were found, or are there to be chosen.
    pub rules: Vec<Shared<Draft>>,
    /// What the import could not take of the text or changed: where, if it is a place of the text, and a sentence.
    pub left_out: Vec<(Option<Span>, String)>,
    /// Which of the rules is chosen.
    pub at: usize,
    /// What it becomes.
    pub migrated: Option<Shared<Migrated>>,
    /// How far that is.
    pub waiting: Waiting,
}

impl Model {
    /// The page with a draft.
    #[must_use]
    pub fn new(draft: SubscriberDraft, id: DraftId, settings: Settings, seed: u64) -> Self {
        Self {
            draft: Shared::new(draft),
            id,
            touched: false,
            revision: 1,
            answer: None,
            waiting: Waiting::Asked,
            steps: Steps::default(),
            look: Look {
                narrow: false,
                region: Region::Event,
                filter: Scope::Data,
                lower: Lower::Transformer,
                at: 0,
                on_bus: false,
            },
            pointed: None,
            reveal: None,
            settings,
            notices: Vec::new(),
            dialog: None,
            migration: RuleToMigrate::default(),
            samples: Samples::Unread,
            taken: None,
            seed,
            count: 0,
        }
    }

    /// A number that no other of this page has.
    pub fn number(&mut self) -> u32 {
        self.count += 1;
        self.count
    }

    /// Adds a message, unless it is there.
    pub fn note(&mut self, notice: Notice) {
        if !self.notices.iter().any(|(_, own)| *own == notice) {
            let number = self.number();
            self.notices.push((number, notice));
        }
    }

    /// The last answer, where it is about the text that a field has now.
    #[must_use]
    pub fn current(&self, field: Field) -> Option<&SubscriberReport> {
        let answer = self.answer.as_ref()?;
        (answer.draft.text(field) == self.draft.text(field)).then_some(&answer.report)
    }

    /// The id of the next new draft.
    pub fn next_id(&mut self) -> DraftId {
        self.seed = self.seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        DraftId(self.seed)
    }
}
