//! How to try the rule: AWS's own answer, a copy of it end to end, an emulator on this machine.

use super::file::{self, Now};
use super::text::Text;
use super::{ExportPanelProps, remarks};
use crate::engine::protocol::QuestionKind;
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
use crate::view::common::Common;
use crate::view::failure::why;
use crate::view::reasons::Words;
use rulepad_workbench::trial::{Operation, Trial};
use rulepad_workbench::{Format, Lang, Language};
use yew::prelude::*;

/// The calls, with what they do.
const CALLS: [(Operation, Text<'_>, Text<'_>); 4] = [
    (Operation::TestEventPattern, Text::TestPattern, Text::TestPatternTitle),
    (Operation::PutRule, Text::PutRule, Text::PutRuleTitle),
    (Operation::PutTargets, Text::PutTargets, Text::PutTargetsTitle),
    (Operation::PutEvents, Text::SendEvent, Text::SendEventTitle),
];

/// Calls to an emulator on the person's own machine.
pub(super) fn emulator(lang: Lang, props: &ExportPanelProps) -> Html {
    let checked = endpoint(&props.emulator);
    let trial = props.trial.current().and_then(|found| (**found).as_ref().ok());
    let ready = trial.is_some() && matches!(checked, Ok(Some(_)));
    let note = match &checked {
        Err(reason) => html! {
            <p class={classes!("address-refused", Tone::Bad.class())}>
                <Glyph tone={Tone::Bad} label={Common::Error.words(lang)} /><Prose text={reason.words(lang)} />
            </p>
        },
        Ok(_) => html! {
            <p class="muted">{ Text::EmulatorAbout.words(lang) }</p>
        },
    };
    let call = |(operation, label, title): (Operation, Text<'_>, Text<'_>)| {
        let has = trial.is_some_and(|trial| trial.calls.iter().any(|call| call.operation == operation));
        html! {
            <Button
                title={title.words(lang)}
                disabled={!ready || !has || props.sending.sent.is_some()}
                onclick={props.dispatch.reform(move |_| Action::Send(SendAction::Send(operation)))}
            >
                { label.words(lang) }
            </Button>
        }
    };
    html! {
        <section class="form try-emulator" aria-labelledby="emulator-title">
            <h3 id="emulator-title">{ Text::OnEmulator.words(lang) }</h3>
            <TextField
                id="emulator"
                label={Text::Address.words(lang)}
                value={props.emulator.clone()}
                placeholder="http://127.0.0.1:4566"
                code=true
                invalid={checked.is_err()}
                on_input={props.dispatch.reform(|address| Action::Send(SendAction::Address(address)))}
                {note}
            />
            <div class="try-calls" role="group" aria-label={Text::Calls.words(lang)}>{ for CALLS.into_iter().map(call) }</div>
            <div class="try-outcome" role="status" aria-label={Text::Answer.words(lang)}>{ outcome(lang, props) }</div>
        </section>
    }
}

fn outcome(lang: Lang, props: &ExportPanelProps) -> Html {
    if let Some(sent) = &props.sending.sent {
        return html! { <p class="muted late-word">{ Text::Calling(sent.operation.name()).words(lang) }</p> };
    }
    let Some((operation, outcome)) = &props.sending.outcome else { return Html::default() };
    let (tone, words, aws) = match outcome {
        Outcome::Answered(answer) => {
            let tone = if answer.good { Tone::Good } else { Tone::Bad };
            (tone, answer.words.clone().into(), answer.aws.clone())
        }
        Outcome::Silent(at) => (Tone::Bad, Text::Silent(at).words(lang), None),
        Outcome::Elsewhere(at) => (Tone::Bad, Text::Elsewhere(at).words(lang), None),
        Outcome::Late(at) => (Tone::Caution, Text::Late { at, seconds: PATIENCE }.words(lang), None),
    };
    html! {
        <>
            <p class={classes!("state-line", tone.class())}>
                <Glyph {tone} label={if tone == Tone::Good { Text::Done } else { Text::NotDone }.words(lang)} />
                <span><strong>{ operation.name() }</strong>{ ": " }<Prose text={words} /></span>
            </p>
            if let Some(said) = aws {
                <blockquote class="aws-says">{ said }</blockquote>
            }
        </>
    }
}

/// AWS's own answer, and a copy of the rule end to end.
pub(super) fn end_to_end(lang: Lang, props: &ExportPanelProps) -> Html {
    let Shown { state, answer } = &props.trial;
    let now = Now::of(state.as_ref());
    let body = match (state, answer) {
        (Some(State::Stopped), _) => html! {
            <div class="export-state">
                <p>{ Text::ScriptStopped.words(lang) }</p>
                { file::again(lang, QuestionKind::TryingOut, &props.dispatch) }
            </div>
        },
        (Some(State::Failed(failure)), _) => html! {
            <div class="export-state">
                <p>{ Text::ScriptNotWritten(&why(lang, failure)).words(lang) }</p>
                { file::again(lang, QuestionKind::TryingOut, &props.dispatch) }
            </div>
        },
        (_, Some(found)) => match &**found {
            Ok(trial) => ways(lang, props, trial, now),
            Err(reason) => html! {
                <p class={classes!("export-state", "state-line", Tone::Caution.class())}>
                    <Glyph tone={Tone::Caution} /><Prose text={reason.clone()} />
                </p>
            },
        },
        (Some(State::Slow), None) => {
            html! { <p class="export-state muted" role="status">{ Text::Writing.words(lang) }</p> }
        }
        (None | Some(State::Pending | State::Answered), None) => Html::default(),
    };
    html! {
        <section class="export try-aws" aria-label={Text::OnAws.words(lang)}>
            <div class="export-body">{ body }</div>
        </section>
    }
}

fn ways(lang: Lang, props: &ExportPanelProps, trial: &Trial, now: Now) -> Html {
    let copy = {
        let draft = trial.copy.clone();
        props.dispatch.reform(move |_: MouseEvent| Action::Open(Shared::new(draft.clone()), Opened::Copy))
    };
    html! {
        <>
            <div class="try-words" tabindex="0" role="region" aria-label={Text::HowToTry.words(lang)}>
                <p>
                    if trial.reserved {
                        <Prose text={Text::ReservedSource.words(lang)} />
                    } else {
                        <Prose text={Text::TestsOnly.words(lang)} />
                    }
                </p>
                <div class="try-links">
                    <Button
                        onclick={props.dispatch.reform(|_| Action::Export(ExportAction::Select(Format::TestEventPattern)))}
                    >
                        { Text::TestCall.words(lang) }
                    </Button>
                    <Button title={Text::OpenCopyTitle.words(lang)} onclick={copy}>
                        { Text::OpenCopy.words(lang) }
                    </Button>
                    <Button onclick={props.dispatch.reform(|_| Action::Export(ExportAction::Show(Exchange::Export)))}>
                        { Text::ExportRule.words(lang) }
                    </Button>
                </div>
                { remarks::list(Text::AboutCopy.words(lang), Tone::Plain, &trial.notes, true) }
            </div>
            { file::written(lang, &trial.script, Language::Shell, now, None) }
        </>
    }
}
