//! The comparison with another pattern: its text, the relation in words, and events that show it.

mod text;
mod words_en;
mod words_ko;

use super::editor;
use super::failure::why;
use crate::engine::protocol::QuestionKind;
use crate::state::change::Load;
use crate::state::comparison::Compared;
use crate::state::field::Field;
use crate::state::{
    action::Action,
    model::{Model, Opened, Panes},
    requests::{RequestAction, Shown, State},
    shared::Shared,
};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::code_editor::CodeEditor;
use crate::ui::lang::use_lang;
use crate::ui::split::Split;
use crate::view::common::Common;
use rulepad_workbench::{Diagnostic, Draft, Lang, ShownEvent, apply};
use text::Text;
use yew::prelude::*;

/// Properties of [`ComparePanel`].
#[derive(Clone, Properties, PartialEq)]
pub struct ComparePanelProps {
    /// The draft as it is.
    pub draft: Shared<Draft>,
    /// The other pattern.
    pub other: AttrValue,
    /// What is known of the comparison.
    pub comparison: Shown<Shared<Compared>>,
    /// Shares of the other pattern and the comparison in the width.
    pub shares: Vec<f64>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

impl ComparePanelProps {
    /// What the panel needs of the model.
    #[must_use]
    pub fn of(model: &Model, dispatch: Callback<Action>) -> Self {
        Self {
            draft: model.draft.clone(),
            other: model.settings.other.clone().into(),
            comparison: model.compared(),
            shares: model.settings.compare.clone(),
            dispatch,
        }
    }
}

/// The panel.
#[component]
pub fn ComparePanel(props: &ComparePanelProps) -> Html {
    let lang = use_lang();
    html! {
        <Split
            name="compare-panes"
            class="compare"
            labels={vec![Text::Between.words(lang)]}
            shares={props.shares.clone()}
            least={0.2}
            on_resize={props.dispatch.reform(|shares| Action::Resize(Panes::Compare, shares))}
        >
            { other(lang, props) }
            { answer(lang, props) }
        </Split>
    }
}

fn other(lang: Lang, props: &ComparePanelProps) -> Html {
    let dispatch = &props.dispatch;
    let answer = props.comparison.answer.clone();
    let found = answer.as_ref().map(|answer| answer.report.other.clone()).unwrap_or_default();
    let asked = answer.as_ref().map(|answer| answer.other.clone());
    let fixable = found.iter().filter(|found| found.is_error() && found.first_fix().is_some()).count();
    let on_action = {
        let (dispatch, found, asked) = (dispatch.clone(), found.clone(), asked.clone());
        Callback::from(move |chosen| {
            if let (Some(edits), Some(asked)) = (editor::edits(Field::Pattern, &found, chosen), &asked) {
                dispatch.emit(Action::TypeOther(apply(asked, &edits)));
            }
        })
    };
    let fix = dispatch.reform(|_| Action::FixOther);
    let take = dispatch.reform({
        let pattern = props.draft.pattern.clone();
        move |_| Action::TypeOther(pattern.clone())
    });
    html! {
        <section class="compare-other" aria-labelledby="other-title">
            <header class="payload-header">
                <h3 id="other-title">{ Text::OtherPattern.words(lang) }</h3>
                <span class="spacer" />
                if fixable > 0 {
                    <Button kind={ButtonKind::Primary} title={Common::ApplyFirstFixes.words(lang)} onclick={fix}>
                        { Common::FixAll(fixable).words(lang) }
                    </Button>
                }
                <Button title={Text::CopyTitle.words(lang)} onclick={take}>{ Text::CopyFromAbove.words(lang) }</Button>
            </header>
            <CodeEditor
                class="payload-editor"
                label={Text::OtherPattern.words(lang)}
                text={props.other.clone()}
                placeholder={Text::PasteOne.words(lang)}
                findings_text={asked.map(AttrValue::from)}
                diagnostics={editor::diagnostics(lang, Field::Pattern, &found)}
                on_input={dispatch.reform(Action::TypeOther)}
                {on_action}
            />
        </section>
    }
}

fn answer(lang: Lang, props: &ComparePanelProps) -> Html {
    let Shown { state, answer } = &props.comparison;
    let again = || {
        html! {
            <Button kind={ButtonKind::Primary} onclick={props.dispatch.reform(|_| Action::Request(RequestAction::Again(QuestionKind::Comparison)))}>
                { Common::TryAgain.words(lang) }
            </Button>
        }
    };
    let said = match (state, answer) {
        (None, _) => html! {
            <p class="empty">
                { Text::About.words(lang) }
            </p>
        },
        (Some(State::Stopped), _) => html! {
            <><p>{ Text::Stopped.words(lang) }</p>{ again() }</>
        },
        (Some(State::Failed(failure)), _) => html! {
            <><p>{ Text::CannotRun(&why(lang, failure)).words(lang) }</p>{ again() }</>
        },
        (Some(state), None) => html! {
            <p class="muted">{ (*state == State::Slow).then(|| Text::Comparing.words(lang)) }</p>
        },
        (Some(_), Some(answer)) => relation(lang, props, answer),
    };
    html! {
        <section class="compare-answer" aria-labelledby="relation-title" tabindex="0">
            <h3 id="relation-title" class="visually-hidden">{ Text::HowTheyRelate.words(lang) }</h3>
            { said }
        </section>
    }
}

fn relation(lang: Lang, props: &ComparePanelProps, answer: &Compared) -> Html {
    let report = &answer.report;
    let slow = props.comparison.state == Some(State::Slow);
    let broken = report.other.iter().any(Diagnostic::is_error);
    html! {
        <div class={classes!("relation", slow.then_some("stale"))}>
            <div role="status" aria-label={Text::Relation.words(lang)}>
                <p class="relation-headline">{ &report.headline }</p>
                <p>{ &report.sentence }</p>
                if let Some(first) = report.other.iter().find(|found| found.is_error()).filter(|_| broken) {
                    <p class="muted">{ &first.message }</p>
                }
            </div>
            { for report.notes.iter().map(|note| html! { <p class="muted">{ note }</p> }) }
            if !report.events.is_empty() {
                <ul class="relation-events" aria-label={Text::EventsThatShowIt.words(lang)}>
                    { for report.events.iter().map(|shown| event(lang, props, shown)) }
                </ul>
            }
        </div>
    }
}

fn event(lang: Lang, props: &ComparePanelProps, shown: &ShownEvent) -> Html {
    let title = AttrValue::from(shown.title.words(lang).to_owned());
    let load = props.dispatch.reform({
        let shown = shown.clone();
        move |_| {
            let load = Load { event: Some(shown.event.clone()), ..Load::default() };
            Action::Load(load, Opened::Example(shown.title.clone()))
        }
    });
    html! {
        <li class="relation-event" key={title.to_string()}>
            <header>
                <h4>{ title.clone() }</h4>
                <Button title={Text::PutInEvent(&title).words(lang)} onclick={load}>{ Common::UseIt.words(lang) }</Button>
            </header>
            <CodeEditor
                class="fit"
                label={title}
                text={shown.event.clone()}
                read_only=true
                wrap=true
                line_numbers=false
            />
        </li>
    }
}
