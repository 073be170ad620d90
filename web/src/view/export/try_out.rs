//! How to try the rule: AWS's own answer, a copy of it end to end, an emulator on this machine.

use super::file::{self, Now};
use super::{ExportPanelProps, remarks};
use crate::engine::protocol::Kind;
use crate::state::{
    action::Action,
    export::{Exchange, ExportAction},
    model::Opened,
    requests::{Shown, State},
    sending::{Outcome, PATIENCE, SendAction, endpoint},
    shared::Shared,
};
use crate::ui::button::Button;
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::prose::Prose;
use crate::ui::text_field::TextField;
use crate::view::failure::say;
use rulepad_workbench::trial::{Operation, Trial};
use rulepad_workbench::{Format, Language};
use yew::prelude::*;

/// The calls, with what they do.
const CALLS: [(Operation, &str, &str); 4] = [
    (
        Operation::TestEventPattern,
        "Test the pattern",
        "TestEventPattern with the pattern and the event as they are",
    ),
    (Operation::PutRule, "Put the rule", "PutRule with the copy of the rule"),
    (Operation::PutTargets, "Put its targets", "PutTargets with the targets of the copy"),
    (Operation::PutEvents, "Send the event", "PutEvents with the event of the copy"),
];

/// Calls to an emulator on the person's own machine.
pub(super) fn emulator(props: &ExportPanelProps) -> Html {
    let checked = endpoint(&props.emulator);
    let trial = props.trial.current().and_then(|found| (**found).as_ref().ok());
    let ready = trial.is_some() && matches!(checked, Ok(Some(_)));
    let note = match &checked {
        Err(reason) => html! {
            <p class={classes!("address-refused", Tone::Bad.class())}>
                <Glyph tone={Tone::Bad} label="error" /><Prose text={reason.clone()} />
            </p>
        },
        Ok(_) => html! {
            <p class="muted">{ "MiniStack, LocalStack, moto. Nothing is contacted before you press a button, and nothing but this address." }</p>
        },
    };
    let call = |(operation, label, title): (Operation, &'static str, &'static str)| {
        let has = trial.is_some_and(|trial| trial.calls.iter().any(|call| call.operation == operation));
        html! {
            <Button
                {title}
                disabled={!ready || !has || props.sending.sent.is_some()}
                onclick={props.dispatch.reform(move |_| Action::Send(SendAction::Send(operation)))}
            >
                { label }
            </Button>
        }
    };
    html! {
        <section class="form try-emulator" aria-labelledby="emulator-title">
            <h3 id="emulator-title">{ "On an emulator of yours" }</h3>
            <TextField
                id="emulator"
                label="Address on this machine"
                value={props.emulator.clone()}
                placeholder="http://127.0.0.1:4566"
                code=true
                invalid={checked.is_err()}
                on_input={props.dispatch.reform(|address| Action::Send(SendAction::Address(address)))}
                {note}
            />
            <div class="try-calls" role="group" aria-label="Calls">{ for CALLS.into_iter().map(call) }</div>
            <div class="try-outcome" role="status" aria-label="Answer">{ outcome(props) }</div>
        </section>
    }
}

fn outcome(props: &ExportPanelProps) -> Html {
    if let Some(sent) = &props.sending.sent {
        return html! { <p class="muted late-word">{ format!("calling {}", sent.operation.name()) }</p> };
    }
    let Some((operation, outcome)) = &props.sending.outcome else { return Html::default() };
    let (tone, words, aws) = match outcome {
        Outcome::Answered(answer) => {
            let tone = if answer.good { Tone::Good } else { Tone::Bad };
            (tone, answer.words.clone(), answer.aws.clone())
        }
        Outcome::Silent(at) => (
            Tone::Bad,
            format!(
                "Nobody answers at `{at}`, or it does not let this page read the answer (CORS). Check that the emulator runs and \
                 that this is its port. LocalStack needs the page's address in `EXTRA_CORS_ALLOWED_ORIGINS`; MiniStack and moto \
                 let every page in."
            ),
            None,
        ),
        Outcome::Elsewhere(at) => (
            Tone::Bad,
            format!(
                "`{at}` sends the page to another address, and the page does not go there: nothing else is ever contacted."
            ),
            None,
        ),
        Outcome::Late(at) => {
            (Tone::Caution, format!("`{at}` did not answer within {PATIENCE} seconds."), None)
        }
    };
    html! {
        <>
            <p class={classes!("state-line", tone.class())}>
                <Glyph {tone} label={if tone == Tone::Good { "done" } else { "not done" }} />
                <span><strong>{ operation.name() }</strong>{ ": " }<Prose text={words} /></span>
            </p>
            if let Some(said) = aws {
                <blockquote class="aws-says">{ said }</blockquote>
            }
        </>
    }
}

/// AWS's own answer, and a copy of the rule end to end.
pub(super) fn end_to_end(props: &ExportPanelProps) -> Html {
    let Shown { state, answer } = &props.trial;
    let now = Now::of(state.as_ref());
    let body = match (state, answer) {
        (Some(State::Stopped), _) => html! {
            <div class="export-state">
                <p>{ "Writing the script was stopped after 2 seconds. Make the rule smaller, or try again." }</p>
                { file::again(Kind::TryingOut, &props.dispatch) }
            </div>
        },
        (Some(State::Failed(failure)), _) => html! {
            <div class="export-state">
                <p>{ format!("The script cannot be written: {}.", say(failure)) }</p>
                { file::again(Kind::TryingOut, &props.dispatch) }
            </div>
        },
        (_, Some(found)) => match &**found {
            Ok(trial) => ways(props, trial, now),
            Err(reason) => html! {
                <p class={classes!("export-state", "state-line", Tone::Caution.class())}>
                    <Glyph tone={Tone::Caution} /><Prose text={reason.clone()} />
                </p>
            },
        },
        (Some(State::Slow), None) => html! { <p class="export-state muted" role="status">{ "writing" }</p> },
        (None | Some(State::Pending | State::Answered), None) => Html::default(),
    };
    html! {
        <section class="export try-aws" aria-label="On AWS">
            <div class="export-body">{ body }</div>
        </section>
    }
}

fn ways(props: &ExportPanelProps, trial: &Trial, now: Now) -> Html {
    let copy = {
        let draft = trial.copy.clone();
        props.dispatch.reform(move |_: MouseEvent| Action::Open(Shared::new(draft.clone()), Opened::Copy))
    };
    html! {
        <>
            <div class="try-words" tabindex="0" role="region" aria-label="How to try it">
                <p>
                    if trial.reserved {
                        <Prose text="Only AWS sends events whose source begins with `aws.`. `test-event-pattern` shows whether the pattern matches such an event; to try the whole way to the targets, use a copy of the rule with a source of your own." />
                    } else {
                        <Prose text="`test-event-pattern` shows whether the pattern matches without creating anything; the script below tries a copy of the rule up to its targets." />
                    }
                </p>
                <div class="try-links">
                    <Button
                        onclick={props.dispatch.reform(|_| Action::Export(ExportAction::Select(Format::TestEventPattern)))}
                    >
                        { "The test-event-pattern call" }
                    </Button>
                    <Button title="Opens the copy in place of the draft; it can be undone" onclick={copy}>
                        { "Open the copy here" }
                    </Button>
                    <Button onclick={props.dispatch.reform(|_| Action::Export(ExportAction::Show(Exchange::Export)))}>
                        { "Export the rule itself" }
                    </Button>
                </div>
                { remarks::list("About the copy", Tone::Plain, &trial.notes, true) }
            </div>
            { file::written(&trial.script, Language::Shell, now, None) }
        </>
    }
}
