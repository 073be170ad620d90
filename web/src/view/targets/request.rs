//! What the chosen target receives, as its service names it.

use super::delivery_status::Reach;
use super::parts::{Parts, around, is_http};
use super::text::Text;
use crate::platform::clipboard;
use crate::state::{
    action::Action,
    indent::IndentedPayload,
    model::{Pointed, Stretch},
    stages::{Lit, payload, values},
};
use crate::ui::button::Button;
use crate::ui::code_editor::{CodeEditor, EditorMark, Language, MarkKind, Reveal};
use crate::ui::copy_button::CopyButton;
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use crate::ui::visible_text::VisibleText;
use crate::view::common::Common;
use crate::view::pattern::AwsSays;
use rulepad_workbench::{Certainty, Lang, Outcome, Payload, Span, TargetReport};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Request`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct RequestProps {
    /// The target's id.
    pub id: AttrValue,
    /// What was found about it.
    pub report: Option<TargetReport>,
    /// Whether the event reaches it.
    pub reach: Reach,
    /// What belongs to what is pointed at.
    pub lit: Lit,
    /// A stretch of the payload to bring into view.
    pub stretch: Option<Stretch>,
    /// Whether JSON is shown indented.
    pub indented: bool,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// Parts and payload, and how sure they are.
#[component]
pub(super) fn Request(props: &RequestProps) -> Html {
    let lang = use_lang();
    let title = match (props.reach, props.id.as_str()) {
        (Reach::Reaches, "") => Text::ThisReceives,
        (Reach::Reaches, id) => Text::Receives(id),
        (_, "") => Text::ThisWouldReceive,
        (_, id) => Text::WouldReceive(id),
    };
    let title = title.words(lang);
    let report = props.report.as_ref();
    let rendered = report.and_then(|report| report.rendered.as_ref());
    let payload = rendered.and_then(|rendered| payload(&rendered.outcome));
    let delivery = report.and_then(|report| report.delivery.as_ref());
    let (before, payload_name, after) = delivery.map(around).unwrap_or_default();
    // A service may receive nothing of the payload.
    let shows_payload = delivery.is_none() || payload_name.is_some();
    let http = delivery.is_some_and(is_http);
    let part = |label: Text<'_>, parts: Vec<rulepad_workbench::DeliveredPart>| {
        if parts.is_empty() {
            return Html::default();
        }
        html! {
            <Parts label={label.words(lang)} {parts} {http} dispatch={props.dispatch.clone()} />
        }
    };
    let named = payload_name.filter(|name| !http || *name != "body");
    html! {
        <section class="payload" aria-labelledby="payload-title">
            { header(lang, props, &title, payload) }
            <div class="payload-state" role="group" aria-label={Text::Delivery.words(lang)}>{ status(lang, props) }</div>
            { part(Text::BeforePayload, before) }
            if let Some(name) = named {
                <p class="part-name" translate="no">{ name }</p>
            }
            if let Some(payload) = payload.filter(|_| shows_payload) {
                <PayloadText
                    label={title}
                    payload={payload.clone()}
                    lit={props.lit.payload.clone()}
                    stretch={props.stretch}
                    indented={props.indented}
                    dispatch={props.dispatch.clone()}
                />
            }
            { part(Text::AfterPayload, after) }
        </section>
    }
}

fn header(lang: Lang, props: &RequestProps, title: &str, payload: Option<&Payload>) -> Html {
    let indented = props.indented;
    let raw = payload.map(|payload| payload.text.clone()).unwrap_or_default();
    html! {
        <header class="payload-header">
            <h3 id="payload-title"><VisibleText text={title.to_owned()} /></h3>
            <div class="payload-tools">
                if payload.is_some_and(|payload| payload.is_json) {
                    <Button
                        title={Text::IndentedTitle.words(lang)}
                        pressed={indented}
                        onclick={props.dispatch.reform(move |_| Action::Indent(!indented))}
                    >
                        { Text::Indented.words(lang) }
                    </Button>
                }
                if payload.is_some() {
                    <CopyButton
                        label={Text::CopyPayload.words(lang)}
                        done={Common::Copied.words(lang)}
                        failed={Common::NotCopied.words(lang)}
                        title={Text::CopyAsReceived.words(lang)}
                        on_copy={Callback::from(move |done| clipboard::copy(&raw, done))}
                    />
                }
            </div>
        </header>
    }
}

/// What happens, what is not verified, and what to know.
fn status(lang: Lang, props: &RequestProps) -> Html {
    let Some(report) = &props.report else {
        return line(lang, Tone::Plain, Text::PayloadLater, "");
    };
    let Some(rendered) = &report.rendered else {
        return line(lang, Tone::Plain, Text::PayloadLater, "");
    };
    let delivery = report.delivery.as_ref();
    let refused = delivery.and_then(|delivery| delivery.refused.as_ref());
    let mut unsure: Vec<&String> = match &rendered.certainty {
        Certainty::Verified => Vec::new(),
        Certainty::Unverified(reasons) => reasons.iter().collect(),
    };
    unsure.extend(delivery.into_iter().flat_map(|delivery| &delivery.unverified));
    unsure.retain(|reason| !is_reason(&rendered.outcome, reason));
    unsure.dedup();
    html! {
        <>
            { outcome(lang, &rendered.outcome, refused, props.reach) }
            { for unsure.into_iter().map(|reason| line(lang, Tone::Caution, Text::NotVerifiedBecause, reason)) }
            { notes(lang, report) }
        </>
    }
}

/// The operation EventBridge calls, and what to know.
fn notes(lang: Lang, report: &TargetReport) -> Html {
    let delivery = report.delivery.as_ref();
    let operation = delivery.map(|delivery| &delivery.operation).filter(|operation| !operation.is_empty());
    let said: Vec<&String> = match delivery.filter(|delivery| !delivery.notes.is_empty()) {
        Some(delivery) => delivery.notes.iter().collect(),
        None => Some(&report.receives).filter(|receives| !receives.is_empty()).into_iter().collect(),
    };
    html! {
        <ul class="request-notes">
            if let Some(operation) = operation {
                <li><Prose text={Text::EventBridgeCalls(operation).words(lang)} /></li>
            }
            { for said.into_iter().map(|note| html! { <li><Prose text={note.clone()} /></li> }) }
        </ul>
    }
}

fn outcome(lang: Lang, outcome: &Outcome, refused: Option<&String>, reach: Reach) -> Html {
    match (outcome, refused) {
        (Outcome::Refused { message }, _) => html! {
            <>
                { line(lang, Tone::Bad, Text::AwsRefuses, "") }
                <AwsSays says={message.clone()} />
            </>
        },
        (Outcome::NotDelivered { reason, .. }, _) => line(lang, Tone::Bad, Text::NotDeliveredBecause, reason),
        (_, Some(reason)) => line(lang, Tone::Bad, Text::NotTakenBecause, reason),
        (Outcome::Unknown { reason, .. }, None) => line(lang, Tone::Caution, Text::UnknownBecause, reason),
        (Outcome::Delivered(_), None) => match reach {
            Reach::Reaches => line(lang, Tone::Good, Text::Delivered, ""),
            Reach::IfMatched => line(lang, Tone::Plain, Text::WouldBeDelivered, ""),
            Reach::NotOfRules => {
                line(lang, Tone::Plain, Text::NotByThisPattern, &Text::OnlyRulesDeliver.words(lang))
            }
        },
    }
}

fn is_reason(outcome: &Outcome, said: &str) -> bool {
    matches!(outcome, Outcome::Unknown { reason, .. } | Outcome::NotDelivered { reason, .. } if reason == said)
}

/// A shape and a label, and the reason where there is one.
fn line(lang: Lang, tone: Tone, label: Text<'_>, sentence: &str) -> Html {
    let is_label = label != Text::PayloadLater;
    let label = label.words(lang);
    html! {
        <p class={classes!("state-line", tone.class())}>
            <Glyph {tone} />
            <span>
                if is_label {
                    <strong>{ label }</strong>
                } else {
                    { label }
                }
                if !sentence.is_empty() {
                    { " " }<Prose text={sentence.to_owned()} />
                }
            </span>
        </p>
    }
}

#[derive(Clone, Properties, PartialEq)]
struct PayloadTextProps {
    label: AttrValue,
    payload: Payload,
    lit: Vec<Span>,
    stretch: Option<Stretch>,
    indented: bool,
    dispatch: Callback<Action>,
}

/// The payload; values put in are underlined, and pointing at one lights where it comes from.
#[component]
fn PayloadText(props: &PayloadTextProps) -> Html {
    let is_json = props.payload.is_json;
    let shown = use_memo((props.payload.clone(), props.indented && is_json), |(payload, indented)| {
        let shown = IndentedPayload::of(&payload.text, *indented);
        let text = AttrValue::from(shown.text.clone());
        let values: Vec<EditorMark> =
            values(payload).into_iter().map(|span| mark(shown.span(span), MarkKind::Value)).collect();
        (shown, text, values)
    });
    let (text, values) = (&shown.1, &shown.2);
    let lit = props.lit.iter().map(|span| mark(shown.0.span(*span), MarkKind::Lit));
    let marks: Rc<[EditorMark]> = values.iter().copied().chain(lit).collect();
    let reveal = props.stretch.map(|stretch| {
        let span = shown.0.span(stretch.span);
        Reveal { revision: stretch.number, start: span.start as usize, end: span.end as usize, focus: true }
    });
    let on_point = {
        let (shown, dispatch) = (shown.clone(), props.dispatch.clone());
        Callback::from(move |byte: Option<usize>| {
            dispatch.emit(Action::Point(byte.map(|byte| Pointed::Payload(shown.0.byte(byte)))));
        })
    };
    html! {
        <CodeEditor
            class="payload-editor"
            label={props.label.clone()}
            language={if is_json { Language::Json } else { Language::Plain }}
            text={text.clone()}
            read_only=true
            wrap=true
            line_numbers=false
            whitespace={!is_json}
            shapes=false
            marks={Some(marks)}
            {reveal}
            {on_point}
        />
    }
}

fn mark(span: Span, kind: MarkKind) -> EditorMark {
    EditorMark { start: span.start as usize, end: span.end as usize, kind }
}
