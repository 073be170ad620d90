//! What the wildcards of the pattern cost, beside the most that AWS takes.

use super::text::Text;
use crate::state::{action::Action, field::Field};
use crate::ui::glyph::Tone;
use crate::ui::lang::use_lang;
use crate::ui::visible_text::VisibleText;
use crate::view::common::Common;
use rulepad_workbench::{Complexity, Count};
use yew::prelude::*;

/// Properties of [`Meter`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct MeterProps {
    /// What they cost.
    pub complexity: Complexity,
    /// The pattern it was counted in.
    pub pattern: AttrValue,
    /// Whether it belongs to an earlier text.
    pub stale: bool,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The meter.
#[component]
pub(super) fn Meter(props: &MeterProps) -> Html {
    let lang = use_lang();
    let Complexity { value, limit, costliest, .. } = &props.complexity;
    let (least, limit) = (value.least(), *limit);
    let amount = match value {
        Count::Exact(value) => Text::Amount { value: *value, limit },
        Count::AtLeast(value) => Text::AmountAtLeast { value: *value, limit },
    };
    let amount = amount.words(lang);
    let tone = if least > limit { Tone::Bad } else { Tone::Plain };
    let costliest = costliest.as_ref().map(|cost| {
        let span = cost.span;
        let text = span.of(&props.pattern).split_whitespace().collect::<Vec<_>>().join(" ");
        html! {
            <span class="meter-costliest">
                <span class="muted">{ Text::Costliest.words(lang) }{ " " }</span>
                <button
                    type="button"
                    class="meter-go"
                    title={Common::GoThere.words(lang)}
                    onclick={props.dispatch.reform(move |_: MouseEvent| Action::GoTo(Field::Pattern, span))}
                >
                    <code translate="no"><VisibleText {text} /></code>
                </button>
            </span>
        }
    });
    html! {
        <div class={classes!("complexity", tone.class(), props.stale.then_some("stale"))}>
            <span id="complexity-label">{ Text::Wildcards.words(lang) }</span>
            <svg
                class="meter-bar"
                role="meter"
                aria-labelledby="complexity-label"
                aria-valuemin="0"
                aria-valuemax={limit.to_string()}
                aria-valuenow={least.min(limit).to_string()}
                aria-valuetext={amount.clone()}
                viewBox={format!("0 0 {limit} 1")}
                preserveAspectRatio="none"
            >
                <rect class="meter-fill" width={least.min(limit).to_string()} height="1" />
            </svg>
            <span class="meter-amount">
                if least > limit { { "✕ " } }
                { amount }
            </span>
            <span class="muted" title={Text::LimitInferred.words(lang)}>
                { Text::Inferred.words(lang) }
            </span>
            { costliest.unwrap_or_default() }
        </div>
    }
}
