//! The event pattern in words: one sentence, and a formula.

mod text;
mod words_en;
mod words_ko;

use crate::platform::clipboard;
use crate::state::{model::Answer, shared::Shared};
use crate::ui::copy_button::CopyButton;
use crate::ui::folded_text::FoldedText;
use crate::ui::lang::use_lang;
use crate::view::common::Common;
use rulepad_workbench::InWords;
use text::Text;
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
    let lang = use_lang();
    let Some(InWords { sentence, formula }) = &props.words else {
        return html! {
            <div class="words">
                <p class="empty">{ Text::NothingYet.words(lang) }</p>
            </div>
        };
    };
    let part = |heading: AttrValue, text: &str, shown: Html| {
        let copied = text.to_owned();
        html! {
            <section class="words-part" aria-label={heading.clone()}>
                <header class="words-header">
                    <h3>{ heading }</h3>
                    <CopyButton
                        label={Common::Copy.words(lang)}
                        done={Common::Copied.words(lang)}
                        failed={Common::NotCopied.words(lang)}
                        on_copy={Callback::from(move |done| clipboard::copy(&copied, done))}
                    />
                </header>
                { shown }
            </section>
        }
    };
    html! {
        <div class={classes!("words", props.stale.then_some("stale"))} tabindex="0" role="group" aria-label={Text::PatternInWords.words(lang)}>
            if props.stale {
                <p class="muted">{ Common::FromLastPattern.words(lang) }</p>
            }
            { part(Text::Sentence.words(lang), sentence, html! {
                <p class="words-sentence"><FoldedText text={sentence.clone()} /></p>
            }) }
            { part(Text::Formula.words(lang), formula, html! {
                <p class="words-formula"><code translate="no"><FoldedText text={formula.clone()} /></code></p>
            }) }
        </div>
    }
}
