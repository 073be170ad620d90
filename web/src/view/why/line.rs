//! One line of the explanation.

use super::text::Text;
use crate::platform::focus;
use crate::state::{
    action::Action,
    field::Field,
    model::{Pointed, Region},
    shared::Shared,
};
use crate::ui::folded_text::FoldedText;
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use crate::ui::visible_text::{VisibleText, seen};
use crate::view::common::Common;
use rulepad_workbench::{Draft, Lang, Line, LineKind, Near, Span};
use yew::prelude::*;

/// Properties of [`WhyLine`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct WhyLineProps {
    /// Its place in the explanation.
    pub place: usize,
    /// The line.
    pub line: Line,
    /// The draft it explains.
    pub draft: Shared<Draft>,
    /// Whether the pattern is still the explained one.
    pub usable: bool,
    /// Whether it belongs to what is pointed at.
    pub lit: bool,
    /// What opens and closes the lines below it.
    pub toggle: Html,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// A condition, an `$or` or one of its branches; pointing at it lights what it is about.
#[component]
pub(super) fn WhyLine(props: &WhyLineProps) -> Html {
    let lang = use_lang();
    let (line, place) = (&props.line, props.place);
    let point = |on: bool| {
        props.dispatch.reform(move |_: MouseEvent| Action::Point(on.then_some(Pointed::Line(place))))
    };
    let focus = |on: bool| {
        props
            .dispatch
            .reform(move |_: FocusEvent| Action::Focus(Region::Why, on.then_some(Pointed::Line(place))))
    };
    let (tone, word) = if line.holds { (Tone::Good, Text::Met) } else { (Tone::Bad, Text::Failed) };
    let kind = match line.kind {
        LineKind::Condition => "why-condition",
        LineKind::AnyOf => "why-any-of",
        LineKind::Branch => "why-branch",
    };
    let failed = (!line.holds).then_some("why-failed");
    html! {
        <div
            class={classes!("why-line", kind, tone.class(), failed, props.lit.then_some("lit"))}
            onmouseenter={point(true)}
            onmouseleave={point(false)}
            onfocusin={focus(true)}
            onfocusout={focus(false)}
        >
            <div class="why-row">
            <button
                type="button"
                class="why-main"
                title={Text::GoToPlace.words(lang)}
                onclick={props.dispatch.reform(move |_: MouseEvent| Action::GoToLine(place))}
            >
                <Glyph {tone} label={word.words(lang)} />
                <span class="why-body">{ body(lang, line, &props.draft) }</span>
            </button>
            { props.toggle.clone() }
            </div>
            { for line.near.iter().map(|near| near_miss(lang, props, near)) }
            { set_value(lang, props) }
        </div>
    }
}

fn body(lang: Lang, line: &Line, draft: &Draft) -> Html {
    let name = html! {
        <span class="why-name"><FoldedText text={line.name.clone()} most={56} /></span>
    };
    // What was cut in the middle is whole in the tooltip.
    let whole = |shown: &str, whole: &dyn Fn() -> String| shown.contains('…').then(whole);
    let seen = || whole(&line.saw, &|| texts(&draft.event, &line.event));
    let wanted = || whole(&line.wants, &|| texts(&draft.pattern, &[line.pattern]));
    let value = |class: &'static str, label: Option<Text<'_>>, value: &str, title: Option<String>| {
        html! {
            <span class={classes!("why-value", class)} {title}>
                if let Some(label) = label {
                    <span class="why-label">{ label.words(lang) }{ " " }</span>
                }
                <code translate="no"><VisibleText text={value.to_owned()} /></code>
            </span>
        }
    };
    let sentence = || {
        html! {
            <span class="why-sentence"><FoldedText text={line.sentence.clone()} /></span>
        }
    };
    match (line.kind, line.holds) {
        (LineKind::Condition, true) if line.saw.is_empty() => html! {
            <>{ name }{ " " }{ sentence() }</>
        },
        (LineKind::Condition, true) => html! {
            <>{ name }{ " " }{ value("why-saw", None, &line.saw, seen()) }</>
        },
        (LineKind::Condition, false) if line.contrast => html! {
            <>{ name }{ " " }{ value("why-saw", Some(Text::EventHas), &line.saw, seen()) }{ " " }{ value("why-wants", Some(Text::PatternNeeds), &line.wants, wanted()) }</>
        },
        // Its shape shows it.
        (LineKind::Branch, _) => name,
        _ => html! {
            <>{ name }{ " " }{ sentence() }</>
        },
    }
}

/// The parts of a text at these places.
fn texts(text: &str, spans: &[Span]) -> String {
    let parts = spans.iter().filter_map(|span| text.get(span.start as usize..span.end as usize));
    parts.collect::<Vec<_>>().join(", ")
}

/// The other way out of a failed condition: the event that meets it.
fn set_value(lang: Lang, props: &WhyLineProps) -> Html {
    let condition = props.line.pattern;
    if !props.usable || props.line.holds || props.line.kind != LineKind::Condition {
        return Html::default();
    }
    let onclick = {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| {
            dispatch.emit(Action::SetValue(condition));
            focus::keep(&["#why .fix", "#why .why-main"]);
        }
    };
    html! {
        <p class="why-near why-set">
            <button
                type="button"
                class="fix"
                aria-label={seen(&Text::SetValueOf(&props.line.name).words(lang))}
                title={Text::SetValueTitle.words(lang)}
                {onclick}
            >
                { Text::SetValue.words(lang) }
            </button>
        </p>
    }
}

fn near_miss(lang: Lang, props: &WhyLineProps, near: &Near) -> Html {
    let action = Action::Fix { field: Field::Pattern, draft: props.draft.clone(), edits: near.edits.clone() };
    let onclick = {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| {
            dispatch.emit(action.clone());
            focus::keep(&["#why .fix", "#why .why-main"]);
        }
    };
    html! {
        <p class="why-near">
            <span class="why-near-text"><Prose text={near.text.clone()} /></span>
            if props.usable && !near.edits.is_empty() {
                <button
                    type="button"
                    class="fix"
                    aria-label={seen(&Text::UseNear(&near.text.replace('`', "")).words(lang))}
                    {onclick}
                >
                    { Common::UseIt.words(lang) }
                </button>
            }
        </p>
    }
}
