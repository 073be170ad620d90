//! An input option with its texts read, once for everything that is asked of them.

use crate::input::Input;
use crate::input_path::{self, ReadPath};
use crate::intended_path::several;
use crate::paths_map::{self, PathsMap};
use crate::template::Template;
use rulepad_document::json::Node;

/// An input option with its texts read.
#[cfg_attr(
    target_pointer_width = "64",
    expect(clippy::large_enum_variant, reason = "there is one of them at a time, on the stack")
)]
pub(crate) enum ReadInput<'i> {
    MatchedEvent,
    Path {
        text: &'i str,
        path: ReadPath,
        /// The paths of a text that lists several.
        several: Option<Vec<String>>,
    },
    Constant(&'i str),
    Transformer {
        map: PathsMap<'i>,
        template: Template<'i>,
    },
}

impl<'i> ReadInput<'i> {
    /// Reads the texts of an option; `target` is the index that diagnostics name.
    pub fn read(input: &'i Input, event: &Node, target: u32) -> Self {
        match input {
            Input::MatchedEvent => Self::MatchedEvent,
            Input::Path(text) => Self::Path { text, path: input_path::read(text), several: several(text) },
            Input::Constant(text) => Self::Constant(text),
            Input::Transformer { paths, template } => Self::Transformer {
                map: paths_map::read(paths, target, Some(event)),
                template: Template::read(template, target),
            },
        }
    }
}
