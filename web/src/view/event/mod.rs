//! The event.

use super::making::MakeMenu;
use super::text_pane::TextPane;
use crate::state::{
    action::Action,
    field::Field,
    model::{Answer, Place, Pointed, Region},
    shared::Shared,
};
use crate::ui::button::Button;
use crate::ui::code_editor::EditorMark;
use rulepad_workbench::{Dialect, Draft};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`EventPane`].
#[derive(Clone, Properties, PartialEq)]
pub struct EventPaneProps {
    /// The draft as it is.
    pub draft: Shared<Draft>,
    /// Whether it was changed since it was opened.
    pub edited: bool,
    /// The last answer.
    pub answer: Option<Shared<Answer>>,
    /// Marks on the event of the last answer.
    pub marks: Rc<[EditorMark]>,
    /// The last answer with an explanation.
    pub explained: Option<Shared<Answer>>,
    /// A place to bring into view.
    pub reveal: Option<Place>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The event, with the values its pattern looked at marked.
#[component]
pub fn EventPane(props: &EventPaneProps) -> Html {
    let empty = props.draft.event.trim().is_empty();
    let mut found = props.answer.as_ref().map(|answer| answer.report.event.clone()).unwrap_or_default();
    if empty {
        // An event that is not there yet is no mistake.
        found.clear();
    }
    let note = (props.draft.dialect != Dialect::Rule).then(|| props.draft.dialect.reads());
    html! {
        <TextPane
            field={Field::Event}
            id="event"
            title="Event"
            shortcut="Alt+1"
            placeholder="Paste an event, or open an example"
            draft={props.draft.clone()}
            edited={props.edited}
            answer={props.answer.clone()}
            found={Rc::from(found)}
            marks={props.marks.clone()}
            reveal={props.reveal}
            on_point={props.dispatch.reform(|byte: Option<usize>| Action::Point(byte.map(Pointed::Event)))}
            on_cursor={props.dispatch.reform(|byte: Option<usize>| Action::Focus(Region::Event, byte.map(Pointed::Event)))}
            note={note}
            tools={html! {
                <>
                    <Button
                        title="Find a sample event by service, name, field or value"
                        shortcut="Ctrl+K"
                        onclick={props.dispatch.reform(|_| Action::OpenFinder)}
                    >
                        { "Samples" }
                    </Button>
                    <MakeMenu
                        draft={props.draft.clone()}
                        explained={props.explained.clone()}
                        dispatch={props.dispatch.clone()}
                    />
                </>
            }}
            dispatch={props.dispatch.clone()}
        />
    }
}
