//! What arrives at the target, with where each part of it comes from.

use super::text::Text;
use crate::platform::clipboard;
use crate::state::shared::Shared;
use crate::subscriber::state::{Action, Lit, Model, Pointed};
use crate::ui::copy_button::CopyButton;
use crate::ui::folded_text::FoldedText;
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use crate::view::common::Common;
use rulepad_subscriber_workbench::{
    ArrivedOutcome, ArrivedReport, EventReport, PieceKind, PieceReport, TransformerType, Verdict,
};
use rulepad_workbench::{Lang, Span};
use yew::prelude::*;

/// More stretches are shown without their origin.
const MOST: usize = 400;
/// More origins are not listed.
const LISTED: usize = 40;

/// Properties of [`PayloadPane`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct PayloadPaneProps {
    /// The model.
    pub model: Shared<Model>,
    /// What belongs to what is pointed at.
    pub lit: Lit,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The pane.
#[component]
pub(super) fn PayloadPane(props: &PayloadPaneProps) -> Html {
    let lang = use_lang();
    let model = &*props.model;
    let report = model.answer.as_ref().map(|answer| &answer.report);
    let event = report.and_then(|report| report.events.get(model.look.at).or(report.events.first()));
    let arrives = event.and_then(|event| event.arrives.as_ref());
    let payload = arrives.and_then(|arrives| arrives.payload.clone());
    let copy = payload.clone().unwrap_or_default();
    let on_copy = Callback::from(move |done: Callback<bool>| clipboard::copy(&copy, done));
    html! {
        <section class="payload" id="payload" aria-labelledby="payload-title" tabindex="-1">
            <header class="payload-header">
                <h3 id="payload-title">{ Text::WhatArrives.words(lang) }</h3>
                <CopyButton
                    label={Common::Copy.words(lang)}
                    done={Common::Copied.words(lang)}
                    failed={Common::NotCopied.words(lang)}
                    title={Text::CopyPayload.words(lang)}
                    disabled={payload.is_none()}
                    {on_copy}
                />
            </header>
            if let (Some(event), Some(arrives)) = (event, arrives) {
                { status(lang, model, event, arrives) }
                if let Some(payload) = &payload {
                    { text(props, arrives, payload) }
                }
                { origins(lang, props, event, arrives, payload.as_deref().unwrap_or_default()) }
                { beside(lang, arrives) }
            } else {
                <p class="empty payload-empty">{ Text::NothingArrives.words(lang) }</p>
            }
        </section>
    }
}

/// Whether it arrives, in a line.
fn status(lang: Lang, model: &Model, event: &EventReport, arrives: &ArrivedReport) -> Html {
    let target = model.answer.as_ref().and_then(|answer| answer.report.target.as_ref());
    let by_target = target.is_some_and(|target| target.refused_by_target);
    let at_create = target.is_some_and(|target| target.refused_at_create);
    let (tone, said) = match arrives.outcome {
        ArrivedOutcome::Failed => (Tone::Bad, Text::DeliveryFails),
        ArrivedOutcome::NotKnown => (Tone::Caution, Text::PayloadNotKnown),
        _ if event.verdict != Verdict::Match => (Tone::Plain, Text::WouldArrive),
        _ if at_create => (Tone::Bad, Text::NotCreated),
        _ if by_target => (Tone::Caution, Text::TargetRefusesIt),
        ArrivedOutcome::Request => (Tone::Good, Text::TargetGetsRequest),
        ArrivedOutcome::Bytes => (Tone::Good, Text::ArrivesAsBytes),
        ArrivedOutcome::Text if target.is_none() => (Tone::Plain, Text::NoTargetYet),
        ArrivedOutcome::Text => (Tone::Good, Text::Arrives),
    };
    html! {
        <p class={classes!("payload-state", "state-line", tone.class())} role="status">
            <Glyph {tone} /><strong>{ said.words(lang) }</strong>
        </p>
    }
}

/// The payload byte for byte; each stretch lights what it comes from.
fn text(props: &PayloadPaneProps, arrives: &ArrivedReport, payload: &str) -> Html {
    let stretch = |(place, piece): (usize, &PieceReport)| {
        let lit = props.lit.pieces.contains(&place);
        let point = props.dispatch.reform(move |_: MouseEvent| Action::Point(Some(Pointed::Piece(place))));
        let leave = props.dispatch.reform(move |_: MouseEvent| Action::Point(None));
        html! {
            <span
                class={classes!("piece", class(piece.kind), lit.then_some("lit"))}
                onmouseenter={point}
                onmouseleave={leave}
            >
                { piece.out.of(payload) }
            </span>
        }
    };
    let shown = if arrives.pieces.len() > MOST { &[] } else { arrives.pieces.as_slice() };
    html! {
        <pre class="payload-text" translate="no" tabindex="0" aria-labelledby="payload-title">
            if shown.is_empty() {
                { payload }
            } else {
                { for shown.iter().enumerate().map(stretch) }
            }
        </pre>
    }
}

const fn class(kind: PieceKind) -> &'static str {
    match kind {
        PieceKind::Expression => "piece-expression",
        PieceKind::Event => "piece-event",
        PieceKind::MadeFrom => "piece-made",
        PieceKind::Computed => "piece-computed",
    }
}

/// Each value of the payload that comes from the event, for those who point with keys.
fn origins(
    lang: Lang,
    props: &PayloadPaneProps,
    event: &EventReport,
    arrives: &ArrivedReport,
    payload: &str,
) -> Html {
    let model = &*props.model;
    let answered = model.answer.as_ref().map(|answer| &answer.draft);
    let Some(draft) = answered.filter(|draft| draft.transformer == TransformerType::Jsonata) else {
        return Html::default();
    };
    let expression = draft.expression.as_str();
    let of_event = |(_, piece): &(usize, &PieceReport)| piece.kind != PieceKind::Expression;
    let found: Vec<(usize, &PieceReport)> = arrives.pieces.iter().enumerate().filter(of_event).collect();
    if found.is_empty() {
        return Html::default();
    }
    let row = |(place, piece): &(usize, &PieceReport)| {
        let place = *place;
        let kind = match piece.kind {
            PieceKind::Event => Text::CopiedFrom,
            PieceKind::MadeFrom => Text::MadeFrom,
            PieceKind::Computed | PieceKind::Expression => Text::ComputedFrom,
        };
        let by = piece.expression.map(|span| span.of(expression).to_owned());
        let values: Vec<&str> = piece.event.iter().map(|span: &Span| span.of(&event.event)).collect();
        let point = move |on: bool| on.then_some(Pointed::Piece(place));
        let lit = props.lit.pieces.contains(&place);
        html! {
            <li>
                <button
                    type="button"
                    class={classes!("origin", lit.then_some("lit"))}
                    onmouseenter={props.dispatch.reform(move |_: MouseEvent| Action::Point(point(true)))}
                    onmouseleave={props.dispatch.reform(move |_: MouseEvent| Action::Point(None))}
                    onfocus={props.dispatch.reform(move |_: FocusEvent| Action::Point(point(true)))}
                    onblur={props.dispatch.reform(move |_: FocusEvent| Action::Point(None))}
                >
                    <code translate="no"><FoldedText text={piece.out.of(payload).to_owned()} most={40} /></code>
                    <span class="origin-how">{ kind.words(lang) }</span>
                    if let Some(by) = by {
                        <code translate="no"><FoldedText text={by} most={56} /></code>
                    }
                    if piece.kind != PieceKind::Event && !values.is_empty() {
                        <span class="origin-values">
                            { Text::OfValues.words(lang) }{ " " }
                            <code translate="no"><FoldedText text={values.join(", ")} most={48} /></code>
                        </span>
                    }
                </button>
            </li>
        }
    };
    html! {
        <ul class="origins" aria-label={Text::Origins.words(lang)}>
            { for found.iter().take(LISTED).map(row) }
            if found.len() > LISTED {
                <li class="muted">{ Common::AndMore(found.len() - LISTED).words(lang) }</li>
            }
        </ul>
    }
}

/// What a call carries, the parameters, and what is not verified.
fn beside(lang: Lang, arrives: &ArrivedReport) -> Html {
    html! {
        <div class="payload-beside">
            if let Some(call) = &arrives.call {
                <p class="muted">{ Text::OneCallCarries.words(lang) }</p>
                <pre class="payload-text" translate="no" tabindex="0">{ call }</pre>
            }
            if !arrives.parameters.is_empty() {
                <dl class="parts">
                    { for arrives.parameters.iter().map(|own| html! {
                        <div class="part">
                            <dt>{ &own.path }</dt>
                            <dd>
                                if let Some(value) = &own.value {
                                    { value }
                                } else {
                                    <em>{ Text::ParameterGivesNothing.words(lang) }</em>
                                }
                            </dd>
                        </div>
                    }) }
                </dl>
            }
            if !arrives.unverified.is_empty() {
                <details class="unverified">
                    <summary>{ Text::NotVerified(arrives.unverified.len()).words(lang) }</summary>
                    <ul>{ for arrives.unverified.iter().map(|own| html! { <li><Prose text={own.clone()} /></li> }) }</ul>
                </details>
            }
        </div>
    }
}
