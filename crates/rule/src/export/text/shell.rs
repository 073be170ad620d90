//! Words of a POSIX shell.

/// One word, whatever the text holds, except NUL, which no shell carries.
pub fn word(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=,@+".contains(c);
    if !text.is_empty() && text.chars().all(plain) && !text.starts_with(['-', '=']) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::text::HARD;
    use std::process::Command;

    #[test]
    fn a_shell_reads_every_word_as_it_was() {
        let texts: Vec<String> = HARD.iter().map(|text| text.replace('\0', "")).collect();
        let script: String = texts.iter().map(|text| format!("printf '%s\\0' {}\n", word(text))).collect();
        let run = Command::new("sh").arg("-c").arg(script).output().unwrap();
        let read: Vec<&[u8]> = run.stdout.split(|byte| *byte == 0).collect();
        assert_eq!(read.len(), texts.len() + 1, "{}", String::from_utf8_lossy(&run.stderr));
        for (text, read) in texts.iter().zip(read) {
            assert_eq!(text.as_bytes(), read);
        }
    }

    #[test]
    fn plain_words_stay_plain() {
        assert_eq!(
            word("arn:aws:sns:us-east-1:123456789012:topic"),
            "arn:aws:sns:us-east-1:123456789012:topic"
        );
        assert_eq!(word("it's"), r"'it'\''s'");
        assert_eq!(word("--name"), "'--name'");
    }
}
