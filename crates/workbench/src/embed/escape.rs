//! Texts written into HTML, attributes, Markdown and addresses.

/// A text inside an element. A blank line becomes a character reference: in Markdown it would end the HTML.
pub(super) fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // The parser of HTML drops a line break at the start of a `pre`.
    let mut is_blank = true;
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' if is_blank => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            c => out.push(c),
        }
        is_blank = (is_blank && c.is_whitespace()) || c == '\n';
    }
    out
}

/// The value of an attribute in quotation marks.
pub(super) fn attribute(text: &str) -> String {
    html(text).replace('"', "&quot;").replace('\n', "&#10;")
}

/// Marks longer than any run of backticks in the text, and at least three.
pub(super) fn fence(text: &str) -> String {
    let mut longest = 0_usize;
    let mut run = 0_usize;
    for c in text.chars() {
        run = if c == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    "`".repeat((longest + 1).max(3))
}

/// A text in a paragraph of Markdown that means itself.
pub(super) fn markdown_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if r"\`*_[]<>|~#&$@".contains(c) {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}

/// An address with the characters percent-encoded that end it where it is written.
pub(super) fn address(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '<' | '>' | '"' | '\\' | '`' | '(' | ')' | '[' | ']')
            || c.is_whitespace()
            || c.is_control()
        {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                out.push_str(&format!("%{byte:02X}"));
            }
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_means_the_text() {
        assert_eq!(html("<b>&\"x\"</b>"), "&lt;b&gt;&amp;\"x\"&lt;/b&gt;");
        assert_eq!(html("\na\n\n  \nb\r\n"), "&#10;a\n&#10;  &#10;b&#13;\n");
        assert_eq!(attribute("a\"b\n'<"), "a&quot;b&#10;'&lt;");
        assert!(!html("a\n \n\t\n\nb").split('\n').any(|line| line.trim().is_empty()));
    }

    #[test]
    fn a_fence_is_longer_than_what_it_holds() {
        assert_eq!(
            (fence("{}"), fence("``"), fence("a ```` b ```")),
            ("```".into(), "```".into(), "`````".into())
        );
    }

    #[test]
    fn a_sentence_is_no_markup() {
        assert_eq!(markdown_text("a_b is <x>\n*y*"), r"a\_b is \<x\> \*y\*");
        assert_eq!(address("https://a.b/(x) y#1.é"), "https://a.b/%28x%29%20y#1.é");
    }
}
