//! Terraform's language as its library reads it, with the numbers that the library cannot hold.

use hcl_edit::parser::{Error, parse_body};
use hcl_edit::structure::Body;

/// The file. Spans are of the text; so must numbers be taken, as the library keeps them as `f64` and `u64`.
pub(super) fn parse(text: &str) -> Result<Body, Error> {
    parse_body(text).or_else(|error| {
        let masked = masked(text);
        if masked == text { Err(error) } else { parse_body(&masked).map_err(|_| error) }
    })
}

/// What the scanner stands in.
enum Inside {
    /// Expressions and blocks, with braces open.
    Code(usize),
    /// A string in double quotes.
    Quoted,
    /// A heredoc that ends at a line with this word.
    Heredoc(String),
}

/// The text with zeros for the numbers that neither `u64` nor `f64` holds, so that all places stay.
fn masked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open = vec![Inside::Code(0)];
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let outermost = open.len() == 1;
        let length = match open.last_mut() {
            None => break,
            Some(Inside::Code(braces)) => match c {
                '#' => line(rest),
                '/' if rest.starts_with("//") => line(rest),
                '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |at| at + 2),
                '"' => {
                    open.push(Inside::Quoted);
                    1
                }
                '<' if rest.starts_with("<<") => {
                    let head = line(rest);
                    let word: String =
                        rest.get(2..head).unwrap_or_default().trim_start_matches('-').trim().into();
                    if word.chars().next().is_some_and(|c| c.is_alphabetic() || c == '_') {
                        open.push(Inside::Heredoc(word));
                        head
                    } else {
                        2
                    }
                }
                '{' => {
                    *braces += 1;
                    1
                }
                '}' => {
                    if *braces == 0 && !outermost {
                        open.pop();
                    } else {
                        *braces = braces.saturating_sub(1);
                    }
                    1
                }
                c if c.is_alphabetic() || c == '_' => {
                    run(rest, |c| c.is_alphanumeric() || c == '_' || c == '-')
                }
                '0'..='9' => {
                    let length = number(rest);
                    if rest.get(..length).is_some_and(|number| !fits(number)) {
                        out.push_str(&"0".repeat(length));
                        rest = rest.get(length..).unwrap_or_default();
                        continue;
                    }
                    length
                }
                c => c.len_utf8(),
            },
            Some(Inside::Quoted) => match c {
                '\\' => 1 + rest.chars().nth(1).map_or(0, char::len_utf8),
                '"' => {
                    open.pop();
                    1
                }
                c => template(rest, c, &mut open),
            },
            Some(Inside::Heredoc(word)) => {
                let ends = out.ends_with('\n') && ends(rest, word);
                if ends {
                    open.pop();
                    line(rest)
                } else {
                    template(rest, c, &mut open)
                }
            }
        };
        let (done, later) = rest.split_at_checked(length).unwrap_or((rest, ""));
        out.push_str(done);
        rest = later;
    }
    out
}

/// One step in a template; `${` and `%{` open code, unless their sign is doubled.
fn template(rest: &str, c: char, open: &mut Vec<Inside>) -> usize {
    if rest.starts_with("$${") || rest.starts_with("%%{") {
        return 3;
    }
    if rest.starts_with("${") || rest.starts_with("%{") {
        open.push(Inside::Code(0));
        return 2;
    }
    c.len_utf8()
}

/// Whether the line is the end of a heredoc.
fn ends(rest: &str, word: &str) -> bool {
    let after = rest.trim_start_matches([' ', '\t']).strip_prefix(word);
    after.is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '-'))
}

/// The length of the line, its end included.
fn line(rest: &str) -> usize {
    rest.find('\n').map_or(rest.len(), |at| at + 1)
}

fn run(rest: &str, is_part: impl Fn(char) -> bool) -> usize {
    rest.find(|c| !is_part(c)).unwrap_or(rest.len())
}

/// The length of the number at the start.
fn number(rest: &str) -> usize {
    let digits = |from: usize| from + rest.get(from..).map_or(0, |rest| run(rest, |c| c.is_ascii_digit()));
    let starts = |at: usize, signs: &[char]| rest.get(at..).is_some_and(|rest| rest.starts_with(signs));
    let mut end = digits(0);
    if starts(end, &['.']) && digits(end + 1) > end + 1 {
        end = digits(end + 1);
    }
    if starts(end, &['e', 'E']) {
        let signed = end + 1 + usize::from(starts(end + 1, &['+', '-']));
        if digits(signed) > signed {
            end = digits(signed);
        }
    }
    end
}

fn fits(number: &str) -> bool {
    if number.bytes().all(|byte| byte.is_ascii_digit()) {
        return number.parse::<u64>().is_ok();
    }
    number.parse::<f64>().is_ok_and(f64::is_finite)
}

#[cfg(test)]
mod tests {
    use super::{masked, parse};

    #[test]
    fn numbers_that_the_library_cannot_hold_are_masked_where_they_are_numbers() {
        let text = "a = [1e400, -18446744073709551616, 1.5, a1e400] # 1e400\nb = \"1e400 ${f(1e400)} \\\" $${1e400}\"\nc = <<-EOT\n  1e400 ${1e400}\n  EOT\nd = 1e400 /* 1e400 */ // 1e400\n";
        let expected = "a = [00000, -00000000000000000000, 1.5, a1e400] # 1e400\nb = \"1e400 ${f(00000)} \\\" $${1e400}\"\nc = <<-EOT\n  1e400 ${00000}\n  EOT\nd = 00000 /* 1e400 */ // 1e400\n";
        assert_eq!(masked(text), expected);
        assert!(parse(text).is_ok());
        assert_eq!(masked("é \"é\\é 😀"), "é \"é\\é 😀");
    }
}
