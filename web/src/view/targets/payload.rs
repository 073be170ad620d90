//! What the chosen target receives.

use crate::platform::clipboard;
use crate::state::action::Action;
use crate::ui::button::Button;
use crate::ui::code_editor::{CodeEditor, Language};
use crate::ui::copy_button::CopyButton;
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::prose::Prose;
use crate::ui::visible_text::VisibleText;
use crate::view::pattern::AwsSays;
use rulepad_workbench::{Certainty, Outcome, Payload, TargetReport, Verdict, tidy};
use yew::prelude::*;

/// Properties of [`PayloadView`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct PayloadViewProps {
    /// The target's id.
    pub id: AttrValue,
    /// What was found about it.
    pub report: Option<TargetReport>,
    /// Whether the event matches.
    pub verdict: Option<Verdict>,
    /// Whether JSON is shown indented.
    pub indented: bool,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The payload, and how sure it is.
#[component]
pub(super) fn PayloadView(props: &PayloadViewProps) -> Html {
    let matches = props.verdict == Some(Verdict::Match);
    let name = if props.id.is_empty() { "this target" } else { props.id.as_str() };
    let title = if matches { format!("What {name} receives") } else { format!("What {name} would receive") };
    let rendered = props.report.as_ref().and_then(|report| report.rendered.as_ref());
    let payload = rendered.and_then(|rendered| payload(&rendered.outcome));
    let text = payload.map(|payload| {
        let indented = (props.indented && payload.is_json).then(|| tidy(&payload.text)).flatten();
        AttrValue::from(indented.unwrap_or_else(|| payload.text.clone()))
    });
    let is_json = payload.is_some_and(|payload| payload.is_json);
    let raw = payload.map(|payload| payload.text.clone()).unwrap_or_default();
    let indented = props.indented;
    html! {
        <section class="payload" aria-labelledby="payload-title">
            <header class="payload-header">
                <h3 id="payload-title"><VisibleText text={title.clone()} /></h3>
                <span class="spacer" />
                if is_json {
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
            <div class="payload-state" role="group" aria-label="Delivery">
                if let Some(rendered) = rendered {
                    { state(&rendered.outcome, matches) }
                    if let Certainty::Unverified(reasons) = &rendered.certainty {
                        { for reasons.iter().filter(|reason| !is_reason(&rendered.outcome, reason)).map(|reason| line(Tone::Caution, "not verified: ", reason)) }
                    }
                } else {
                    { line(Tone::Plain, "", "the payload stands here once the event can be read") }
                }
            </div>
            if let Some(text) = text {
                <CodeEditor
                    class="payload-editor"
                    label={title}
                    language={if is_json { Language::Json } else { Language::Plain }}
                    {text}
                    read_only=true
                    wrap=true
                    line_numbers=false
                />
            }
        </section>
    }
}

/// The payload of an outcome, delivered or not.
fn payload(outcome: &Outcome) -> Option<&Payload> {
    match outcome {
        Outcome::Delivered(payload) | Outcome::NotDelivered { would_be: payload, .. } => Some(payload),
        Outcome::Unknown { would_be, .. } => would_be.as_ref(),
        Outcome::Refused { .. } => None,
    }
}

fn state(outcome: &Outcome, matches: bool) -> Html {
    match outcome {
        Outcome::Delivered(_) if matches => line(Tone::Good, "delivered", ""),
        Outcome::Delivered(_) => line(Tone::Plain, "delivered if the event matched", ""),
        Outcome::NotDelivered { reason, .. } => line(Tone::Bad, "not delivered: ", reason),
        Outcome::Refused { message } => html! {
            <>
                { line(Tone::Bad, "AWS refuses this target", "") }
                <AwsSays says={message.clone()} />
            </>
        },
        Outcome::Unknown { reason, .. } => line(Tone::Caution, "unknown: ", reason),
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
