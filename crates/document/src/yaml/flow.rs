//! Brackets that close further left than YAML 1.2 allows, as PyYAML and CloudFormation take them.

/// The text with the collection in brackets that begins at `start` on one line: its line breaks and comments become
/// spaces, one for each character, so that every character keeps its index. `None` where nothing would change.
pub(super) fn on_one_line(text: &str, start: usize) -> Option<String> {
    let (before, rest) = text.split_at_checked(start)?;
    let mut out = String::with_capacity(text.len());
    out.push_str(before);
    let mut inside = Inside::Brackets;
    let mut depth = 0usize;
    let mut last = ' ';
    let mut chars = rest.chars();
    for c in chars.by_ref() {
        let is_break = matches!(c, '\n' | '\r');
        let begins =
            matches!(last, ' ' | '\t' | '\n' | '\r' | '[' | '{' | ',' | ':') || (c, last) == ('\'', '\'');
        let mut kept = c;
        inside = match inside {
            Inside::Brackets => {
                match c {
                    '[' | '{' => depth += 1,
                    ']' | '}' => depth -= 1,
                    _ if is_break => kept = ' ',
                    _ => {}
                }
                match c {
                    '"' | '\'' if begins => Inside::Quotes(c),
                    '#' if begins => {
                        kept = ' ';
                        Inside::Comment
                    }
                    _ => Inside::Brackets,
                }
            }
            Inside::Comment => {
                kept = ' ';
                if is_break { Inside::Brackets } else { Inside::Comment }
            }
            Inside::Quotes(mark) => match c {
                '\\' if mark == '"' => Inside::Escape,
                _ if c == mark => Inside::Brackets,
                _ => Inside::Quotes(mark),
            },
            Inside::Escape => Inside::Quotes('"'),
        };
        out.push(kept);
        last = kept;
        if depth == 0 {
            break;
        }
    }
    out.push_str(chars.as_str());
    (depth == 0 && out != text).then_some(out)
}

enum Inside {
    Brackets,
    Comment,
    /// A text in these quotes. Two single quotes in a row end one text and begin the next, which is the same here.
    Quotes(char),
    Escape,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_breaks_and_comments_between_brackets_go() {
        let text = "a: {b: 'it''s\n}', # é]\n c: \"\\\"\n\" }\nd: [\n]\n";
        let wanted = "a: {b: 'it''s\n}',       c: \"\\\"\n\" }\nd: [\n]\n";
        let line = on_one_line(text, 3).unwrap();
        assert_eq!(line, wanted);
        assert_eq!(line.chars().count(), text.chars().count());
        assert_eq!(
            on_one_line(text, text.find('[').unwrap()).as_deref(),
            Some(&*text.replace("[\n]", "[ ]"))
        );
        assert_eq!(on_one_line("{a: b}\n", 0), None, "nothing to change");
        assert_eq!(on_one_line("{a: \n", 0), None, "nothing closes it");
    }
}
