//! Here-documents: the text that follows the line of a command.

use super::{Command, Script};

impl Script<'_> {
    /// The end of a here-document, behind `<<`.
    pub(super) fn opened(&mut self) {
        let dash = self.peek() == Some('-');
        if dash {
            self.bump();
        }
        self.skip_space();
        let rest = self.rest();
        let plain = !rest.starts_with(['\'', '"', '\\']);
        let rest = rest.trim_start_matches(['\'', '"', '\\']);
        let skipped = self.rest().len() - rest.len();
        let end = rest.find(|c: char| !(c.is_alphanumeric() || "_-.".contains(c))).unwrap_or(rest.len());
        let word = rest.get(..end).unwrap_or("").to_owned();
        self.at += skipped + end;
        if matches!(self.peek(), Some('\'' | '"')) {
            self.bump();
        }
        if !word.is_empty() {
            self.waiting.push((word, plain, dash));
        }
    }

    /// Reads the here-documents that the line before opened; the last is what its command reads.
    pub(super) fn here_documents(&mut self, command: &mut Command) {
        for (end, plain, dash) in std::mem::take(&mut self.waiting) {
            let mut body = String::new();
            while self.at < self.text.len() {
                let line = self.rest().split_inclusive('\n').next().unwrap_or("");
                let length = line.len();
                let bare = line.trim_end_matches(['\n', '\r']);
                let bare = if dash { bare.trim_start_matches('\t') } else { bare };
                self.at += length;
                // What was copied from a page may be indented.
                if bare == end || bare.trim() == end {
                    break;
                }
                body.push_str(bare);
                body.push('\n');
            }
            command.input = Some(if plain { self.filled(&body) } else { body });
        }
    }
}
