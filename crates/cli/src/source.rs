//! Texts from files and from standard input.

use crate::message::Message;
use crate::stop::Stop;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, Read};
use std::path::Path;

/// A text and the name that stands before its diagnostics.
pub struct InputText {
    /// The file's name as given, `<stdin>` for standard input.
    pub name: String,
    /// The text.
    pub text: String,
}

impl InputText {
    /// Reads a file; `-` is standard input.
    pub fn read(file: &OsStr) -> Result<Self, Stop> {
        let (name, bytes) = if file == "-" {
            let mut bytes = Vec::new();
            let read = io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes);
            ("<stdin>".to_owned(), read)
        } else {
            (Path::new(file).display().to_string(), fs::read(file))
        };
        let bytes = bytes.map_err(|error| Stop::new(Message::unreadable(&name, error)))?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            Stop::new(Message::NotUtf8 { name: name.clone(), at })
        })?;
        Ok(Self { name, text })
    }

    /// The same without the line end at its end, which an editor puts into a file and AWS never sees.
    pub fn without_last_line_end(mut self) -> Self {
        if self.text.ends_with('\n') {
            self.text.pop();
            if self.text.ends_with('\r') {
                self.text.pop();
            }
        }
        self
    }
}

/// Stops when standard input is asked for more than once.
pub fn one_standard_input<'f>(files: impl IntoIterator<Item = Option<&'f OsString>>) -> Result<(), Stop> {
    if files.into_iter().flatten().filter(|file| *file == "-").count() > 1 {
        return Err(Stop::new(Message::StandardInputTwice));
    }
    Ok(())
}
