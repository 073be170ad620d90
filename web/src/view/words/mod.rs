//! The event pattern in words: one sentence, and a formula.

use crate::platform::clipboard;
use crate::state::{model::Answer, shared::Shared};
use crate::ui::copy_button::CopyButton;
use crate::ui::folded_text::FoldedText;
use rulepad_workbench::InWords;
use yew::prelude::*;

/// Properties of [`InWordsView`].
#[derive(Clone, Properties, PartialEq)]
pub struct InWordsViewProps {
    /// The pattern in words; absent while no pattern was accepted yet.
    pub words: Option<InWords>,
    /// Whether it belongs to an earlier text.
    pub stale: bool,
}

impl InWordsViewProps {
    /// The last answer's words, else those of the last pattern that AWS accepts.
    #[must_use]
    pub fn of(answer: Option<&Shared<Answer>>, explained: Option<&Shared<Answer>>) -> Self {
        let words =
            |answer: Option<&Shared<Answer>>| answer.and_then(|answer| answer.report.in_words.clone());
        let own = words(answer);
        let stale = own.is_none();
        Self { words: own.or_else(|| words(explained)), stale }
    }
}

/// The words.
#[component]
pub fn InWordsView(props: &InWordsViewProps) -> Html {
    let Some(InWords { sentence, formula }) = &props.words else {
        return html! {
            <div class="words">
                <p class="empty">{ "Once AWS accepts the pattern, it appears here as a sentence and as a formula." }</p>
            </div>
        };
    };
    let part = |heading: &'static str, text: &str, shown: Html| {
        let copied = text.to_owned();
        html! {
            <section class="words-part" aria-label={heading}>
                <header class="words-header">
                    <h3>{ heading }</h3>
                    <CopyButton
                        label="Copy"
                        done="Copied"
                        failed="Not copied"
                        on_copy={Callback::from(move |done| clipboard::copy(&copied, done))}
                    />
                </header>
                { shown }
            </section>
        }
    };
    html! {
        <div class={classes!("words", props.stale.then_some("stale"))} tabindex="0" role="group" aria-label="The pattern in words">
            if props.stale {
                <p class="muted">{ "from the last pattern AWS accepts" }</p>
            }
            { part("Sentence", sentence, html! {
                <p class="words-sentence"><FoldedText text={sentence.clone()} /></p>
            }) }
            { part("Formula", formula, html! {
                <p class="words-formula"><code><FoldedText text={formula.clone()} /></code></p>
            }) }
        </div>
    }
}
