//! What a person looks at.

use super::super::export::Exchange;
use super::super::field::Field;
use rulepad_workbench::{Format, Span};

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
    /// What is shown of the reference.
    pub place: Place,
    /// What is looked for in the reference.
    pub query: String,
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
    pub reveals: Vec<Selection>,
    /// The stretch of the payload brought into view.
    pub stretch: Option<Stretch>,
}

/// A place in the reference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The chapter, by its place in the reference.
    pub chapter: usize,
    /// The case that is gone to, by its place in the chapter.
    pub case: Option<usize>,
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
    /// The tests.
    Tests,
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
    /// The rules of the bus and their tests.
    Tests,
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
    /// The property that only this kind of target has.
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
pub struct Selection {
    /// The text.
    pub field: Field,
    /// The place.
    pub span: Span,
    /// Whether the text takes the focus.
    pub focus: bool,
    /// Differs from that of every other place.
    pub number: u32,
}
