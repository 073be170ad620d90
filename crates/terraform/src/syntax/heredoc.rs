//! Heredocs: `<<WORD` and `<<-WORD`, to the line that is the word.

use super::cursor::{Cursor, Parsed};
use super::template::{Token, tokens, tree};
use super::{SyntaxProblem, TemplatePart};

/// The text of a heredoc; the cursor is left behind its last word.
pub(super) fn heredoc(cursor: &mut Cursor<'_>) -> Parsed<Vec<TemplatePart>> {
    cursor.at += 2;
    let indented = cursor.take("-");
    let Some(word) = cursor.name() else { return cursor.fault(SyntaxProblem::HeredocWord) };
    let head = cursor.rest().find('\n');
    let Some(head) =
        head.filter(|length| cursor.rest().get(..*length).is_some_and(|own| own.trim().is_empty()))
    else {
        return cursor.fault(SyntaxProblem::LineBreakAfterHeredocWord);
    };
    let start = cursor.at + head + 1;
    let mut line = start;
    let (end, after) = loop {
        let rest = cursor.text.get(line..cursor.end).unwrap_or("");
        if rest.is_empty() {
            return cursor.fault(SyntaxProblem::HeredocUnclosed);
        }
        let length = rest.find('\n').map_or(rest.len(), |length| length + 1);
        let own = rest.get(..length).unwrap_or("");
        if own.trim() == word {
            let lead = own.len() - own.trim_start_matches([' ', '\t']).len();
            break (line, line + lead + word.len());
        }
        line += length;
    };
    let outer = (cursor.end, cursor.lines);
    cursor.at = start;
    cursor.end = end;
    let read = tokens(cursor).and_then(|mut tokens| {
        if indented {
            dedent(&mut tokens);
        }
        tree(cursor, tokens)
    });
    (cursor.end, cursor.lines) = outer;
    if read.is_ok() {
        cursor.at = after;
    }
    read
}

/// Removes from every line the spaces that all of them start with. Lines of nothing but space do not count, and
/// stay as they are.
fn dedent(tokens: &mut [Token]) {
    let mut least = usize::MAX;
    let mut first = true;
    let mut lines = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let starts = std::mem::replace(&mut first, false);
        match token {
            Token::Text(line) => {
                first = line.ends_with('\n');
                let space = line.chars().take_while(|c| c.is_whitespace()).count();
                let blank = line.chars().all(char::is_whitespace) && line.ends_with('\n');
                if starts && !blank {
                    least = least.min(space);
                    lines.push(at);
                }
            }
            _ if starts => least = 0,
            _ => {}
        }
    }
    for at in lines {
        if let Some(Token::Text(line)) = tokens.get_mut(at) {
            *line = line.chars().skip(least).collect();
        }
    }
}
