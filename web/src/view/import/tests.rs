//! What was understood of a test file: how much it holds, what is missing, and the way to open it.

use super::ImportDialogProps;
use super::text::Text;
use super::understood::problems;
use crate::engine::protocol::QuestionKind;
use crate::state::action::Action;
use crate::state::import::ImportAction;
use crate::state::requests::{RequestAction, State};
use crate::ui::button::{Button, ButtonKind};
use crate::view::common::Common;
use crate::view::failure::why;
use rulepad_workbench::{Diagnostic, Lang};
use yew::prelude::*;

pub(super) fn tests(lang: Lang, props: &ImportDialogProps) -> Html {
    let again = || {
        let again = RequestAction::Again(QuestionKind::OpeningTests);
        html! {
            <Button onclick={props.dispatch.reform(move |_| Action::Request(again.clone()))}>
                { Common::TryAgain.words(lang) }
            </Button>
        }
    };
    match &props.opening {
        Some(State::Stopped) => return html! { <><p>{ Text::Stopped.words(lang) }</p>{ again() }</> },
        Some(State::Failed(failure)) => {
            return html! { <><p>{ Text::CannotBeRead(&why(lang, failure)).words(lang) }</p>{ again() }</> };
        }
        _ => {}
    }
    let Some(opened) = props.importing.opened() else {
        return html! { <p class="muted" role="status">{ Text::Reading.words(lang) }</p> };
    };
    let (rules, tests) = (opened.rules, opened.bus.tests.len() + opened.bus.routes.len());
    let events = opened.events.as_ref().map_or(0, |events| events.events.len());
    let broken = opened.problems.iter().any(Diagnostic::is_error);
    html! {
        <div class="understood">
            <p class="import-form" role="status">{ Text::TestFile { rules, events, tests }.words(lang) }</p>
            { problems(lang, props, &props.importing.text, &opened.problems) }
            if broken {
                <p class="muted">{ Text::NamedFiles.words(lang) }</p>
            }
            <p class="muted">{ Text::CopiesAreOpened.words(lang) }</p>
            <div class="import-actions">
                <Button
                    kind={ButtonKind::Primary}
                    disabled={rules == 0}
                    title={if broken { Text::OpenWithout } else { Text::CanBeUndone }.words(lang)}
                    onclick={props.dispatch.reform(|_: MouseEvent| Action::Import(ImportAction::OpenTests))}
                >
                    { Text::OpenTests.words(lang) }
                </Button>
            </div>
        </div>
    }
}
