//! What a pasted text is: the values in it, how they are laid out, and what was around them.

use crate::kind::ShapeKind;
use crate::wanted::Wanted;

/// What a pasted text is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TextForm {
    /// What the first value of the text is; `None` where no value could be read.
    pub shape: Option<ShapeKind>,
    /// How the values are laid out.
    pub layout: Layout,
    /// What was around the text, outermost.
    pub around: Option<Around>,
    /// What the text was read for.
    pub wanted: Wanted,
}

/// How the values of a text are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layout {
    /// The text is empty or white space.
    Empty,
    /// The text holds no value.
    None,
    /// The text is one JSON value.
    One,
    /// One JSON value on each line.
    Lines,
    /// One JSON value on each line of a log, with other words before it.
    Log,
    /// One JSON value among other words.
    Within,
    /// Several JSON values, one after the other.
    Several,
    /// One document in YAML.
    Yaml,
    /// Several documents in YAML.
    YamlDocuments,
    /// A table of log events.
    Table,
}

/// What was around a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Around {
    /// A byte order mark.
    ByteOrderMark,
    /// The colours of a terminal.
    Colours,
    /// HTML entities for its quotes.
    Html,
    /// A backslash before its quotes, or quotes that are doubled.
    EscapedQuotes,
    /// A Markdown fence.
    Fence,
    /// A here-document of a shell.
    HereDocument,
    /// `aws sns publish`, with the attributes of its message.
    Publish,
    /// A command of the AWS CLI, with this option for the text.
    Option(&'static str),
    /// A JSON string.
    JsonString,
    /// Quotes of a shell or a programming language.
    Quotes,
}

impl TextForm {
    /// A text without any value.
    pub(crate) fn without_value(layout: Layout, wanted: Wanted) -> Self {
        Self { shape: None, layout, around: None, wanted }
    }
}

impl Default for TextForm {
    fn default() -> Self {
        Self::without_value(Layout::Empty, Wanted::Events)
    }
}
