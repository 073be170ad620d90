//! Everything that can happen to the page.

use super::address::Link;
use super::bus::BusAction;
use super::change::Load;
use super::drafts::DraftsAction;
use super::export::ExportAction;
use super::fetched::NotFetched;
use super::field::Field;
use super::finder::Take;
use super::import::ImportAction;
use super::making::Wish;
use super::model::{
    Detail, Dialog, InputOption, Notice, Opened, Panes, PatternView, Pointed, Region, Theme, Way,
};
use super::paste::PasteAction;
use super::pick::PickAction;
use super::reference::ReferenceAction;
use super::requests::RequestAction;
use super::sending::SendAction;
use super::shared::Shared;
use super::sharing::ShareAction;
use super::testing::TestingAction;
use super::tray::TrayAction;
use rulepad_workbench::Lang;
use rulepad_workbench::builder::Change;
use rulepad_workbench::catalogue::Catalogue;
use rulepad_workbench::{Dialect, Draft, Edit, Example, Input, Span, State, Table, TargetKind};

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A text was typed in.
    Type(Field, String),
    /// The event is to meet the condition that is here in the pattern.
    SetValue(Span),
    /// This was pasted into a text.
    Pasted(Field, String),
    /// What is offered for a pasted text is taken.
    TakeOffer,
    /// What is offered for a pasted text is not wanted.
    DropOffer,
    /// A fix was chosen, made for this text of the field; dropped when the field holds another.
    Fix {
        /// The field.
        field: Field,
        /// The draft the fix was found in.
        draft: Shared<Draft>,
        /// The edits.
        edits: Vec<Edit>,
    },
    /// Apply the fixes of all errors of the event or the pattern.
    FixAll(Field),
    /// The event or the pattern is to be indented.
    Tidy(Field),
    /// Who reads the pattern was chosen.
    SetDialect(Dialect),
    /// The rule's state was chosen.
    SetState(State),
    /// A target is wanted, of this kind or of none yet.
    AddTarget(Option<TargetKind>),
    /// A target is wanted once more.
    DuplicateTarget(usize),
    /// A target is to stand before or after its neighbour.
    MoveTarget(usize, Way),
    /// A target is to go.
    RemoveTarget(usize),
    /// A target's input option was chosen.
    SetOption(usize, InputOption),
    /// A target is to receive this instead of what it does, found in this draft.
    Exchange(usize, Shared<Draft>, Box<Input>),

    /// The event log's table is set up, or given up.
    SetTable(Option<Box<Table>>),
    /// A payload is to be written down in the event log.
    WriteDown(String),
    /// An item is to go from the event log, by its place.
    Strike(usize),
    /// The event log is to be empty.
    ClearLog,

    /// The value at the cursor of the event is to be used.
    Pick(PickAction),

    /// Something happened to what the workers are asked.
    Request(RequestAction),
    /// Nothing was typed for a moment, so that the answer to the draft of this number counts.
    Settle(u32),

    /// An event is to be made and put in.
    Make(Wish),
    /// The other pattern of the comparison was typed in.
    TypeOther(String),
    /// Apply the fixes of all errors of the other pattern.
    FixOther,
    /// Something about the reference.
    Reference(ReferenceAction),
    /// The catalogue of events is to be read, once more.
    ReadCatalogue,
    /// The files of the catalogue were read, or not.
    CatalogueRead(Result<Shared<Catalogue>, NotFetched>),
    /// The examples are looked at, so that the gallery is wanted.
    WantGallery,
    /// The gallery is to be read, once more.
    ReadGallery,
    /// The file of the gallery was read, or not.
    GalleryRead(Result<Shared<Vec<Example>>, NotFetched>),
    /// The form of the pattern is changed.
    Build(Change),
    /// The last change of the form is taken back.
    Unbuild,
    /// Why the last change of the form was not carried out was read.
    ForgetRefused,
    /// A sample is looked for.
    OpenFinder,
    /// What is looked for was typed.
    Find(String),
    /// One of what was found was chosen, by its place.
    ChooseFound(usize),
    /// What was chosen is to be taken.
    TakeFound(Take),

    /// Something else is under the pointer, or nothing.
    Point(Option<Pointed>),
    /// What has the focus in a region is about something else, or the focus left that region.
    Focus(Region, Option<Pointed>),
    /// A line of the explanation was chosen: its place in the pattern and its values are to be shown.
    GoToLine(usize),
    /// A place was chosen.
    GoTo(Field, Span),
    /// Something else of the chosen target is to be shown.
    ShowDetail(Detail),
    /// A value of the event is to be shown, without leaving the place at hand.
    ShowValue(Span),
    /// A stretch of the payload is to be shown.
    ShowStretch(Span),
    /// A region was chosen.
    Show(Region),
    /// A way to show the event pattern was chosen.
    ShowPattern(PatternView),
    /// A target was chosen.
    SelectTarget(usize),
    /// Long lines are to wrap, or no longer.
    Wrap,
    /// Payloads are to be shown indented, or as they are.
    Indent(bool),
    /// An edge between panes was moved.
    Resize(Panes, Vec<f64>),
    /// Light or dark was chosen.
    SetTheme(Theme),
    /// This language was chosen.
    SetLang(Lang),
    /// The screen became narrow or wide.
    Narrow(bool),

    /// A whole draft is opened in place of this one.
    Open(Shared<Draft>, Opened),
    /// The address is a link now.
    OpenLink(Box<Link>),
    /// Texts are put in place of those at hand.
    Load(Load, Opened),
    /// An empty rule is wanted.
    New,
    /// The last step is undone.
    StepBack,
    /// The step that was undone last is done again.
    StepForward,
    /// Something happened to the stored drafts.
    Drafts(DraftsAction),
    /// What was done is taken back, by its number.
    Undo(u32),
    /// What was done can no longer be taken back.
    Forget(u32),
    /// Something must be known.
    Notice(Notice),
    /// The notice at this place was read.
    Dismiss(usize),
    /// Something happened to the rule as a file.
    Export(ExportAction),
    /// Something happened to the text that rules are read from.
    Import(ImportAction),
    /// Something happened to the calls to an emulator.
    Send(SendAction),
    /// Something happened to pasted texts.
    Paste(PasteAction),
    /// Something happened to the events at hand.
    Tray(TrayAction),
    /// Something happened to the rules of the bus or to the tests.
    Bus(BusAction),
    /// Something happened in the Tests tab.
    Testing(TestingAction),
    /// Files are dragged over the page, or no longer.
    Dragging(bool),
    /// A dialog is opened, or closed.
    Dialog(Option<Dialog>),
    /// Something happened in the Share dialog.
    Share(ShareAction),
}
