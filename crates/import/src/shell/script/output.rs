//! What commands print, and the files that they write.

use super::{Command, Script};

impl Script<'_> {
    /// Keeps a command; what it prints, where that is known.
    pub(super) fn finish(&mut self, command: Command) -> Option<String> {
        const MOST: usize = 10_000;
        let words: Vec<&str> = command.words.iter().map(|word| word.text.as_str()).collect();
        let printed = match &words[..] {
            ["cat"] | ["cat", "-"] => command.input.clone(),
            ["cat", file] => self.file(file),
            ["echo", "-n" | "-e", rest @ ..] | ["echo", rest @ ..] => Some(rest.join(" ")),
            ["printf", "%s" | "%s\\n", text] => Some((*text).to_owned()),
            ["printf", format] if !format.contains('%') => Some(printed_escapes(format)),
            ["tee", file] => {
                let (file, input) = ((*file).to_owned(), command.input.clone());
                if let Some(input) = &input {
                    self.written.insert(file, input.clone());
                }
                input
            }
            ["for" | "read", name, ..] => {
                let name = (*name).to_owned();
                self.variables.remove(&name);
                None
            }
            _ => None,
        };
        if let (Some(file), Some(printed)) = (&command.output, &printed)
            && self.spend(printed.len())
        {
            self.written.insert(file.clone(), printed.clone());
        }
        if self.commands.len() < MOST {
            self.commands.push(command);
        }
        printed
    }

    /// The text of a file that the script wrote, or that was given beside it.
    pub fn file(&self, path: &str) -> Option<String> {
        let plain = path.trim_start_matches("./");
        let written = self.written.iter().find(|(own, _)| own.trim_start_matches("./") == plain);
        written.map(|(_, text)| text.clone()).or_else(|| self.files.get(path).map(|own| own.text.clone()))
    }
}

/// What `printf` prints for a format without `%`: octal escapes are bytes.
fn printed_escapes(format: &str) -> String {
    let mut bytes = Vec::with_capacity(format.len());
    let mut rest = format;
    while let Some(c) = rest.chars().next() {
        rest = rest.get(c.len_utf8()..).unwrap_or("");
        if c != '\\' {
            bytes.extend(c.encode_utf8(&mut [0; 4]).as_bytes());
            continue;
        }
        let digits: String = rest.chars().take(3).take_while(|c| ('0'..='7').contains(c)).collect();
        if let Ok(byte) = u8::from_str_radix(&digits, 8) {
            bytes.push(byte);
            rest = rest.get(digits.len()..).unwrap_or("");
            continue;
        }
        let Some(c) = rest.chars().next() else { break };
        rest = rest.get(c.len_utf8()..).unwrap_or("");
        match c {
            'n' => bytes.push(b'\n'),
            't' => bytes.push(b'\t'),
            'r' => bytes.push(b'\r'),
            '\\' | '\'' | '"' => bytes.push(c as u8),
            other => {
                bytes.push(b'\\');
                bytes.extend(other.encode_utf8(&mut [0; 4]).as_bytes());
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
