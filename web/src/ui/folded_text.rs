//! A text whose long words and quoted strings have their middles folded away; the whole is still selected, copied
//! and read out.

use crate::ui::middle_ellipsis::folded;
use crate::ui::visible_text::{VisibleText, seen as escaped};
use yew::prelude::*;

/// Properties of [`FoldedText`].
#[derive(Clone, Properties, PartialEq)]
pub struct FoldedTextProps {
    /// The text, of any origin.
    pub text: AttrValue,
    /// How many characters of one word or string may be seen.
    #[prop_or(64)]
    pub most: usize,
}

/// The text, with nothing in it hidden but what is folded.
#[component]
pub fn FoldedText(props: &FoldedTextProps) -> Html {
    let seen = |text: &str| {
        html! {
            <VisibleText text={text.to_owned()} />
        }
    };
    let run = |run: Run<'_>| match run {
        Run::Whole(text) => seen(text),
        Run::Folded(text, [head, middle, tail]) => html! {
            <span class="folded" title={escaped(text)}>
                { seen(head) }<span class="middle-ellipsis-cut"><span>{ seen(middle) }</span></span>{ seen(tail) }
            </span>
        },
    };
    html! {
        { for runs(&props.text, props.most).into_iter().map(run) }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Run<'t> {
    Whole(&'t str),
    Folded(&'t str, [&'t str; 3]),
}

/// Short units stay together.
fn runs(text: &str, most: usize) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut from = 0;
    let whole = |from: usize, to: usize| text.get(from..to).filter(|text| !text.is_empty()).map(Run::Whole);
    let mut at = 0;
    for unit in units(text) {
        let end = at + unit.len();
        if let Some(parts) = folded(unit, most) {
            runs.extend(whole(from, at));
            runs.push(Run::Folded(unit, parts));
            from = end;
        }
        at = end;
    }
    runs.extend(whole(from, text.len()));
    runs
}

/// Words, the spaces between them, and strings in quotes with the spaces in them.
fn units(text: &str) -> Vec<&str> {
    let mut units = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (unit, after) = rest.split_at_checked(unit_length(rest)).unwrap_or((rest, ""));
        units.push(unit);
        rest = after;
    }
    units
}

fn unit_length(rest: &str) -> usize {
    if rest.starts_with('"')
        && let Some(length) = string_length(rest)
    {
        return length;
    }
    let spaces = rest.len() - rest.trim_start().len();
    if spaces > 0 {
        return spaces;
    }
    let next = rest.char_indices().skip(1).find(|(_, c)| c.is_whitespace() || *c == '"');
    next.map_or(rest.len(), |(at, _)| at)
}

/// Up to and with the closing quote.
fn string_length(rest: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(at + 1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::rendered;

    #[test]
    fn words_spaces_and_strings_are_units() {
        assert_eq!(units(r#"a is "x \" y" or b"#), ["a", " ", "is", " ", r#""x \" y""#, " ", "or", " ", "b"]);
        assert_eq!(units("\"open  end"), ["\"open", "  ", "end"]);
        assert_eq!(units("가\"나\"다 "), ["가", "\"나\"", "다", " "]);
        assert_eq!(units(""), [""; 0]);
    }

    #[test]
    fn only_what_is_long_is_folded_and_nothing_is_lost() {
        let long = "x".repeat(300);
        let text = format!("Matches {long} or \"{long} {long}\", short.");
        let runs = runs(&text, 20);
        assert_eq!(runs.iter().filter(|run| matches!(run, Run::Folded(..))).count(), 2, "{runs:?}");
        let joined: String = runs
            .iter()
            .map(|run| match run {
                Run::Whole(text) => (*text).to_owned(),
                Run::Folded(_, parts) => parts.concat(),
            })
            .collect();
        assert_eq!(joined, text);
        assert_eq!(super::runs("all of it is short", 20), [Run::Whole("all of it is short")]);
    }

    #[test]
    fn the_whole_is_in_the_tooltip_and_in_the_page() {
        let html = rendered::<FoldedText>(|| {
            yew::props!(FoldedTextProps { text: "see abcdefghij\u{202e}", most: 6usize })
        });
        assert!(html.contains("title=\"abcdefghij\\u202e\""), "{html}");
        assert!(html.contains("cdefghi") && html.contains("RLO"), "{html}");
    }
}
