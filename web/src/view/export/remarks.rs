//! What is shown above a file: what AWS refuses of the rule, what the file cannot carry, and what is still to do by hand.

use super::text::Text;
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::prose::Prose;
use rulepad_workbench::{Exported, Lang};
use yew::prelude::*;

/// More than these are folded.
const SHOWN: usize = 2;

/// Both lists; nothing where there is nothing to say.
pub(super) fn remarks(lang: Lang, file: &Exported) -> Html {
    if file.refused.is_empty() && file.losses.is_empty() && file.notes.is_empty() {
        return Html::default();
    }
    html! {
        <div class="export-remarks" tabindex="0" role="region" aria-label={Text::AboutFile.words(lang)}>
            { list(Text::Refused.words(lang), Tone::Bad, &file.refused, true) }
            { list(Text::NotInFile.words(lang), Tone::Caution, &file.losses, true) }
            { list(Text::ToDo.words(lang), Tone::Plain, &file.notes, false) }
        </div>
    }
}

/// A short list is open, and one of losses always is.
pub(in crate::view) fn list(title: AttrValue, tone: Tone, sentences: &[String], open: bool) -> Html {
    let item = |sentence: &String| {
        html! { <li><Glyph {tone} /><Prose text={sentence.clone()} /></li> }
    };
    let items = html! {
        <ul class="remark-list" aria-label={title.clone()}>{ for sentences.iter().map(item) }</ul>
    };
    match sentences.len() {
        0 => Html::default(),
        count if count > SHOWN && !open => html! {
            <details class={classes!("remark-group", tone.class())}>
                <summary>{ title }<span class="muted">{ format!(" {count}") }</span></summary>
                { items }
            </details>
        },
        _ => html! {
            <div class={classes!("remark-group", tone.class())}>
                <p class="remark-title">{ title }</p>
                { items }
            </div>
        },
    }
}
