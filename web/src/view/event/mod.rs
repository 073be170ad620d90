//! The event.

mod events_list;
mod text;
mod tray;
mod words_en;
mod words_ko;
mod wrapped;

use super::making::make_menu;
use super::pick::{PickBar, PickBarProps};
use super::text::PaneText;
use super::text_pane::TextPane;
use crate::platform::focus;
use crate::state::{
    action::Action,
    field::Field,
    model::{Answer, Pointed, Region, Selection},
    offer::Offer,
    paste::PasteAction,
    shared::Shared,
    tray::Tray,
};
use crate::ui::code_editor::EditorMark;
use crate::ui::lang::use_lang;
use crate::ui::tool_row::Tool;
use rulepad_workbench::{Dialect, Draft, Lang};
use std::rc::Rc;
use text::Text;
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
    /// Whether what is to take its place is still being read.
    pub reading: bool,
    /// The events it is one of.
    pub tray: Option<Shared<Tray>>,
    /// The value at the cursor.
    pub pick: PickBarProps,
    /// Whether long lines wrap.
    pub wrap: bool,
    /// What is offered for what was pasted.
    pub offer: Option<Offer>,
    /// A place to bring into view.
    pub reveal: Option<Selection>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The event, with the values its pattern looked at marked.
#[component]
pub fn EventPane(props: &EventPaneProps) -> Html {
    let lang = use_lang();
    let empty = props.draft.event.trim().is_empty();
    let mut found = props.answer.as_ref().map(|answer| answer.report.event.clone()).unwrap_or_default();
    if empty {
        // An event that is not there yet is no error.
        found.clear();
    }
    let note = (props.draft.dialect != Dialect::Rule).then(|| props.draft.dialect.reads(lang));
    let above = props.tray.as_ref().map(|tray| {
        html! {
            <tray::TrayBar tray={tray.clone()} dispatch={props.dispatch.clone()} />
        }
    });
    let current = props.answer.as_ref().filter(|answer| answer.draft.event == props.draft.event);
    let strip = current
        .and_then(|answer| answer.report.wrapped.as_ref())
        .map(|wrapped| wrapped::strip(lang, wrapped, props.draft.dialect, &props.dispatch));
    let strip = if props.reading { Some(wrapped::reading(lang)) } else { strip };
    let document = props.tray.as_ref().map_or(0, |tray| tray.document);
    use_kept_focus(document);
    html! {
        <TextPane
            field={Field::Event}
            id="event"
            title={PaneText::Event}
            shortcut="Alt+1"
            placeholder={Text::NoEventYet.words(lang)}
            draft={props.draft.clone()}
            edited={props.edited}
            answer={props.answer.clone()}
            found={Rc::from(found)}
            marks={props.marks.clone()}
            reveal={props.reveal}
            on_point={props.dispatch.reform(|byte: Option<usize>| Action::Point(byte.map(Pointed::Event)))}
            on_cursor={props.dispatch.reform(|byte: Option<usize>| Action::Focus(Region::Event, byte.map(Pointed::Event)))}
            note={note}
            {document}
            above={above}
            foot={strip.unwrap_or_default()}
            under={html! { <PickBar ..props.pick.clone() /> }}
            wrap={props.wrap}
            offer={props.offer.clone()}
            tools={tools(lang, props)}
            dispatch={props.dispatch.clone()}
        />
    }
}

fn tools(lang: Lang, props: &EventPaneProps) -> Vec<Tool> {
    let button =
        |label: AttrValue, title: AttrValue, shortcut: &'static str, action: fn() -> Action| Tool::Button {
            label,
            title,
            shortcut: Some(shortcut.into()),
            disabled: false,
            onclick: props.dispatch.reform(move |()| action()),
        };
    vec![
        button(Text::PasteOrDrop.words(lang), Text::PasteTitle.words(lang), "Alt+V", || {
            Action::Paste(PasteAction::Open)
        }),
        button(Text::Samples.words(lang), Text::SamplesTitle.words(lang), "Ctrl+K", || Action::OpenFinder),
        make_menu(lang, &props.draft, props.explained.as_ref(), &props.dispatch),
    ]
}

/// Another text has another editor: where the focus was in the one that is gone, it goes to the new one.
#[hook]
fn use_kept_focus(document: u32) {
    let shown = use_mut_ref(|| document);
    use_effect_with(document, move |document| {
        if shown.replace(*document) != *document {
            focus::keep(&["#event [role=textbox]"]);
        }
    });
}
