//! What happens on the page of subscribers.

use super::lit::Pointed;
use super::model::{Dialog, Lower, Notice, Region, SubscriberPanes, Waiting};
use super::steps::Step;
use crate::state::model::Theme;
use crate::state::shared::Shared;
use rulepad_subscriber_workbench::link::Linked;
use rulepad_subscriber_workbench::{Field, Migrated, Sample, Scope, SubscriberDraft, SubscriberReport};
use rulepad_workbench::{Draft, Edit, Lang, Span};

/// What a person or a worker did.
#[derive(Debug)]
pub enum Action {
    /// A text was typed.
    Type(Field, String),
    /// Something was chosen or filled in; the draft with it.
    Edit(Step, Box<SubscriberDraft>),
    /// A fix was chosen, for a text that was this.
    Fix(Field, String, Vec<Edit>),
    /// A JSON text is to be indented.
    Format(Field),
    /// The evaluation of the revision of this number.
    Answered(u32, Box<SubscriberReport>),
    /// How far the evaluation is.
    Evaluation(Waiting),
    /// What is pointed at.
    Point(Option<Pointed>),
    /// Nothing of a text is pointed at any more; what is pointed at elsewhere stays.
    Leave(Field),
    /// A place of a text is wanted.
    GoTo(Field, Span),
    /// Another region, where one is shown alone.
    Show(Region),
    /// Another filter.
    ShowFilter(Scope),
    /// Another part of the delivery.
    ShowLower(Lower),
    /// Another of several events.
    ShowEvent(usize),
    /// The event as it is on the bus, or as it was pasted.
    OnBus(bool),
    /// Whether the screen is narrow.
    Narrow(bool),
    /// An edge between panes was moved.
    Resize(SubscriberPanes, Vec<f64>),
    /// Long lines wrap, or do not.
    Wrap,
    /// Light or dark.
    SetTheme(Theme),
    /// The language.
    SetLang(Lang),
    /// Undo.
    StepBack,
    /// Redo.
    StepForward,
    /// A new draft.
    New,
    /// A draft from elsewhere, beside the stored ones.
    Open(Box<Linked>),
    /// The menu of samples was opened.
    WantSamples,
    /// The samples, or nothing where they cannot be read.
    SamplesRead(Option<Vec<Sample>>),
    /// A sample is opened, by its place.
    OpenSample(usize),
    /// A stored draft.
    Reopen(crate::state::own::DraftId, Box<SubscriberDraft>),
    /// A dialog is opened or closed.
    Dialog(Option<Dialog>),
    /// A message.
    Notice(Notice),
    /// A message is dismissed.
    Dismiss(u32),
    /// The text of a rule to migrate.
    RuleText(String),
    /// The rules in it, and what the import could not take or changed, with its place.
    Rules(Vec<Shared<Draft>>, Vec<(Option<Span>, String)>),
    /// Another of them.
    ChooseRule(usize),
    /// How far the migration is.
    Migration(Waiting),
    /// What the rule becomes.
    Migrated(Box<Migrated>),
    /// The subscriber of a target is opened as a draft.
    TakeMigrated(usize),
}
