//! What a code editor shows and is given, as plain values; every span is in bytes of the text it was computed for.

use std::rc::Rc;
use yew::{AttrValue, Callback};

/// How the text is coloured and folded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// JSON, with folding and closing brackets.
    #[default]
    Json,
    /// YAML; this and those below are read only, and their colours are loaded when they are first shown.
    Yaml,
    /// The POSIX shell.
    Shell,
    /// Python.
    Python,
    /// TypeScript.
    Typescript,
    /// HCL.
    Hcl,
    /// No colours.
    Plain,
}

impl Language {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Yaml => "yaml",
            Self::Shell => "shell",
            Self::Python => "python",
            Self::Typescript => "typescript",
            Self::Hcl => "hcl",
            Self::Plain => "plain",
        }
    }
}

/// How loud a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The text does not work.
    Error,
    /// The text works but probably not as meant.
    Warning,
    /// Something worth knowing.
    Info,
    /// A suggestion.
    Hint,
}

impl Severity {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
            Self::Hint => "hint",
        }
    }
}

/// A message about a span, underlined in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct EditorDiagnostic {
    /// First byte.
    pub start: usize,
    /// Byte after the last; equal to `start` for a place between characters.
    pub end: usize,
    /// How loud.
    pub severity: Severity,
    /// The sentence; parts in backticks are set as code, line breaks are kept.
    pub message: AttrValue,
    /// Labels of the fixes offered as buttons; choosing one calls `on_action` with its place here.
    pub actions: Vec<AttrValue>,
}

/// What a mark means for its span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// Looked at by what is pointed at now. Has no shape.
    Lit = 0,
    /// ✓
    Passed = 1,
    /// !
    Unsure = 2,
    /// ✕
    Failed = 3,
    /// Put in from elsewhere. Has no shape.
    Value = 4,
}

/// A verdict on a span. Several may overlap; the column beside the lines shows the loudest that begins there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EditorMark {
    /// First byte.
    pub start: usize,
    /// Byte after the last; an empty span shows nothing.
    pub end: usize,
    /// Its message.
    pub kind: MarkKind,
}

/// Asks the editor to select a span and bring it into view, once for each new revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reveal {
    /// Any number other than the last one.
    pub revision: u32,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// Whether the editor takes the focus too.
    pub focus: bool,
}

/// One replacement in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct TextEdit {
    /// First byte replaced.
    pub start: usize,
    /// Byte after the last replaced.
    pub end: usize,
    /// What is there afterwards.
    pub text: AttrValue,
}

/// Asks the editor to make edits as one step of its history, once for each new revision.
#[derive(Clone, Debug, PartialEq)]
pub struct EditRequest {
    /// Any number other than the last one.
    pub revision: u32,
    /// The text the spans belong to; the request is dropped when the editor holds another.
    pub text: AttrValue,
    /// The replacements, in any order, not overlapping.
    pub edits: Rc<[TextEdit]>,
}

/// Where completions are asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct CompletionPoint {
    /// The whole text.
    pub text: AttrValue,
    /// The cursor, in bytes.
    pub offset: usize,
    /// Whether the reader asked by key (Ctrl-Space) rather than by typing.
    pub asked: bool,
}

/// Completions are asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct CompletionQuestion {
    /// Where.
    pub point: CompletionPoint,
    /// Takes them, or nothing.
    pub answer: Callback<Option<Completions>>,
}

/// What can replace one span.
#[derive(Clone, Debug, PartialEq)]
pub struct Completions {
    /// First byte replaced; the text from here to the cursor filters the options by their labels.
    pub start: usize,
    /// Byte after the last replaced, at the cursor or after it.
    pub end: usize,
    /// The choices, best first.
    pub options: Vec<Completion>,
}

/// One choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Completion {
    /// What is listed and filtered by.
    pub label: AttrValue,
    /// A few words beside the label.
    pub detail: Option<AttrValue>,
    /// A sentence shown while the choice is selected.
    pub info: Option<AttrValue>,
    /// What is written.
    pub insert: AttrValue,
    /// Where the cursor goes, in bytes of `insert`; its end when absent.
    pub caret: Option<usize>,
}
