//! What the chosen target receives, as its service names it.

use super::delivery_status::Reach;
use super::parts::{Parts, around, is_http};
use crate::platform::clipboard;
use crate::state::{
    action::Action,
    indent::Shown,
    model::{Pointed, Stretch},
    stages::{Lit, payload, values},
};
use crate::ui::button::Button;
use crate::ui::code_editor::{CodeEditor, EditorMark, Language, MarkKind, Reveal};
use crate::ui::copy_button::CopyButton;
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::prose::Prose;
use crate::ui::visible_text::VisibleText;
use crate::view::pattern::AwsSays;
use rulepad_workbench::{Certainty, Outcome, Payload, Span, TargetReport};
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
    let name = if props.id.is_empty() { "this target" } else { props.id.as_str() };
    let title = match props.reach {
        Reach::Reaches => format!("What {name} receives"),
        Reach::IfMatched | Reach::NotOfRules => format!("What {name} would receive"),
    };
    let report = props.report.as_ref();
    let rendered = report.and_then(|report| report.rendered.as_ref());
    let payload = rendered.and_then(|rendered| payload(&rendered.outcome));
    let delivery = report.and_then(|report| report.delivery.as_ref());
    let (before, payload_name, after) = delivery.map(around).unwrap_or_default();
    // A service may receive nothing of the payload.
    let shows_payload = delivery.is_none() || payload_name.is_some();
    let http = delivery.is_some_and(is_http);
    let part = |label: &'static str, parts: Vec<rulepad_workbench::Part>| {
        if parts.is_empty() {
            return Html::default();
        }
        html! {
            <Parts {label} {parts} {http} dispatch={props.dispatch.clone()} />
        }
    };
    let named = payload_name.filter(|name| !http || *name != "body");
    html! {
        <section class="payload" aria-labelledby="payload-title">
            { header(props, &title, payload) }
            <div class="payload-state" role="group" aria-label="Delivery">{ status(props) }</div>
            { part("Before the payload", before) }
            if let Some(name) = named {
                <p class="part-name">{ name }</p>
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
            { part("After the payload", after) }
        </section>
    }
}

fn header(props: &RequestProps, title: &str, payload: Option<&Payload>) -> Html {
    let indented = props.indented;
    let raw = payload.map(|payload| payload.text.clone()).unwrap_or_default();
    html! {
        <header class="payload-header">
            <h3 id="payload-title"><VisibleText text={title.to_owned()} /></h3>
            <span class="spacer" />
            if payload.is_some_and(|payload| payload.is_json) {
                <Button
                    title="Show the JSON indented; the target receives it as it is without"
                    pressed={indented}
                    onclick={props.dispatch.reform(move |_| Action::Indent(!indented))}
                >
                    { "Indented" }
                </Button>
            }
            if payload.is_some() {
                <CopyButton
                    label="Copy payload"
                    done="Copied"
                    failed="Not copied"
                    title="Copy it as the target receives it"
                    on_copy={Callback::from(move |done| clipboard::copy(&raw, done))}
                />
            }
        </header>
    }
}

/// What happens, what is not verified, and what to know.
fn status(props: &RequestProps) -> Html {
    let Some(report) = &props.report else {
        return line(Tone::Plain, "", "the payload appears here once the event can be read");
    };
    let Some(rendered) = &report.rendered else {
        return line(Tone::Plain, "", "the payload appears here once the event can be read");
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
            { outcome(&rendered.outcome, refused, props.reach) }
            { for unsure.into_iter().map(|reason| line(Tone::Caution, "not verified: ", reason)) }
            { notes(report) }
        </>
    }
}

/// The operation EventBridge calls, and what to know.
fn notes(report: &TargetReport) -> Html {
    let delivery = report.delivery.as_ref();
    let operation = delivery.map(|delivery| &delivery.operation).filter(|operation| !operation.is_empty());
    let said: Vec<&String> = match delivery.filter(|delivery| !delivery.notes.is_empty()) {
        Some(delivery) => delivery.notes.iter().collect(),
        None => Some(&report.receives).filter(|receives| !receives.is_empty()).into_iter().collect(),
    };
    html! {
        <ul class="request-notes">
            if let Some(operation) = operation {
                <li>{ "EventBridge calls " }<code>{ operation }</code></li>
            }
            { for said.into_iter().map(|note| html! { <li><Prose text={note.clone()} /></li> }) }
        </ul>
    }
}

fn outcome(outcome: &Outcome, refused: Option<&String>, reach: Reach) -> Html {
    match (outcome, refused) {
        (Outcome::Refused { message }, _) => html! {
            <>
                { line(Tone::Bad, "AWS refuses this target", "") }
                <AwsSays says={message.clone()} />
            </>
        },
        (Outcome::NotDelivered { reason, .. }, _) => line(Tone::Bad, "not delivered: ", reason),
        (_, Some(reason)) => line(Tone::Bad, "the service does not take it: ", reason),
        (Outcome::Unknown { reason, .. }, None) => line(Tone::Caution, "unknown: ", reason),
        (Outcome::Delivered(_), None) => match reach {
            Reach::Reaches => line(Tone::Good, "delivered", ""),
            Reach::IfMatched => line(Tone::Plain, "would be delivered if the event matched", ""),
            Reach::NotOfRules => line(
                Tone::Plain,
                "not delivered by this pattern: ",
                "only a rule delivers to targets; this is what a rule would send",
            ),
        },
    }
}

fn is_reason(outcome: &Outcome, said: &str) -> bool {
    matches!(outcome, Outcome::Unknown { reason, .. } | Outcome::NotDelivered { reason, .. } if reason == said)
}

fn line(tone: Tone, label: &'static str, sentence: &str) -> Html {
    html! {
        <p class={classes!("state-line", tone.class())}>
            <Glyph {tone} />
            <span>
                <strong>{ label }</strong>
                if !sentence.is_empty() {
                    <Prose text={sentence.to_owned()} />
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
        let shown = Shown::of(&payload.text, *indented);
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
