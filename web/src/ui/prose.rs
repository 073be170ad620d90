//! A sentence whose parts in backticks are code; long names and values in it are folded.

use crate::ui::folded_text::FoldedText;
use yew::prelude::*;

/// Properties of [`Prose`].
#[derive(Clone, Properties, PartialEq)]
pub struct ProseProps {
    /// The sentence.
    pub text: AttrValue,
}

/// A sentence. A backtick without its partner is shown as it is.
#[component]
pub fn Prose(props: &ProseProps) -> Html {
    let parts: Vec<&str> = props.text.split('`').collect();
    let last = parts.len().saturating_sub(1);
    let part = |(place, part): (usize, &&str)| {
        let text = AttrValue::from((*part).to_owned());
        match (place % 2 == 1, place == last) {
            (true, false) => html! {
                <code translate="no"><FoldedText {text} /></code>
            },
            (true, true) => html! {
                <FoldedText text={format!("`{text}")} />
            },
            (false, _) => html! {
                <FoldedText {text} />
            },
        }
    };
    html! {
        <span class="prose">{ for parts.iter().enumerate().filter(|(_, part)| !part.is_empty()).map(part) }</span>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::rendered;

    fn text(text: &'static str) -> String {
        let html = rendered::<Prose>(move || ProseProps { text: text.into() });
        html.replace("<bdi class=\"visible-text\">", "").replace("</bdi>", "")
    }

    #[test]
    fn quoted_parts_are_code() {
        assert_eq!(
            text("`a` is `b`, yes"),
            "<span class=\"prose\"><code translate=\"no\">a</code> is <code translate=\"no\">b</code>, yes</span>"
        );
    }

    #[test]
    fn a_lone_backtick_stays() {
        assert_eq!(text("one ` here"), "<span class=\"prose\">one ` here</span>");
    }
}
