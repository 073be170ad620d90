//! The event: its text, what it was taken for, and how it is on the bus.

use super::field_editor::{FieldEditor, editor_marks};
use super::problems::Problems;
use super::publisher::Publisher;
use super::text::Text;
use crate::state::shared::Shared;
use crate::subscriber::state::{Action, Lit, Model, Pointed, Step, marks};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::code_editor::CodeEditor;
use crate::ui::lang::use_lang;
use crate::ui::menu::{Menu, MenuItem};
use crate::ui::prose::Prose;
use crate::ui::tabs::{Tab, TabPanel, Tabs};
use crate::ui::tool_row::{Tool, ToolRow};
use crate::view::common::Common;
use rulepad_subscriber_workbench::{Field, Published, SubscriberDraft};
use rulepad_workbench::Lang;
use yew::prelude::*;

/// Properties of [`EventPane`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct EventPaneProps {
    /// The model.
    pub model: Shared<Model>,
    /// What belongs to what is pointed at.
    pub lit: Lit,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The pane.
#[component]
pub(super) fn EventPane(props: &EventPaneProps) -> Html {
    let lang = use_lang();
    let (model, dispatch) = (&*props.model, &props.dispatch);
    let report = model.answer.as_ref().map(|answer| &answer.report);
    let event = report.and_then(|report| report.events.get(model.look.at).or(report.events.first()));
    let tab = |id: &'static str, text: Text| Tab { id: id.into(), label: text.words(lang), badge: None };
    let selected = if model.look.on_bus { "bus" } else { "pasted" };
    let is_broken = report.is_some_and(|report| report.of(Field::Event).any(|own| own.diagnostic.is_error()));
    let tools = vec![Tool::Button {
        label: Common::Format.words(lang),
        title: if is_broken { Common::IndentOnceValid } else { Common::Indent }.words(lang),
        shortcut: None,
        disabled: is_broken || model.look.on_bus,
        onclick: dispatch.reform(|()| Action::Format(Field::Event)),
    }];
    let empty = model.draft.event.trim().is_empty();
    html! {
        <section class="pane" id="event" aria-labelledby="event-title">
            <header class="pane-header">
                <h2 id="event-title" title={Text::EventKeys.words(lang)}>{ Common::Event.words(lang) }</h2>
                <Tabs
                    name="event-view"
                    label={Text::EventAs.words(lang)}
                    tabs={vec![tab("pasted", Text::AsPasted), tab("bus", Text::OnTheBus)]}
                    {selected}
                    on_select={dispatch.reform(|id: AttrValue| Action::OnBus(id.as_str() == "bus"))}
                />
                <ToolRow name="event" more={Text::MoreForEvent.words(lang)} {tools} />
            </header>
            <div class="published">
                { published_menu(lang, &model.draft, dispatch) }
                if let Some(event) = event {
                    <p class="published-said" role="status"><Prose text={event.said.clone()} /></p>
                } else if empty {
                    <p class="published-said">{ Text::PasteAnEvent.words(lang) }</p>
                }
                { several(lang, model, dispatch) }
            </div>
            <TabPanel name="event-view" id={selected} class="pane-view">
                <FieldEditor
                    field={Field::Event}
                    class={classes!("pane-editor", model.look.on_bus.then_some("away"))}
                    label={Common::Event.words(lang)}
                    placeholder={Text::EventPlaceholder.words(lang)}
                    draft={model.draft.clone()}
                    answer={model.answer.clone()}
                    marks={marks(model, &props.lit, Some(Field::Event))}
                    wrap={model.settings.wrap}
                    reveal={model.reveal}
                    dispatch={dispatch.clone()}
                />
                if model.look.on_bus {
                    if let Some(event) = event {
                        <CodeEditor
                            class="pane-editor"
                            label={Text::EventOnTheBus.words(lang)}
                            text={event.event.clone()}
                            read_only=true
                            wrap={model.settings.wrap}
                            marks={editor_marks(&marks(model, &props.lit, None))}
                            on_point={dispatch.reform(|byte: Option<usize>| Action::Point(byte.map(Pointed::Bus)))}
                        />
                    } else {
                        <p class="empty pane-empty">{ Text::NothingOnTheBus.words(lang) }</p>
                    }
                } else {
                    <></>
                }
            </TabPanel>
            <Publisher
                draft={model.draft.clone()}
                answer={model.answer.clone()}
                dispatch={dispatch.clone()}
            />
            if !empty && report.is_some_and(|report| report.of(Field::Event).next().is_some()) {
                <div class="pane-foot">
                    <Problems
                        fields={vec![Field::Event]}
                        answer={model.answer.clone()}
                        with_place=true
                        dispatch={dispatch.clone()}
                    />
                </div>
            }
        </section>
    }
}

/// How the event was published, where its text does not show it.
fn published_menu(lang: Lang, draft: &Shared<SubscriberDraft>, dispatch: &Callback<Action>) -> Html {
    const ALL: [Published; 3] = [Published::Recognize, Published::PutEvents, Published::PutRawEvents];
    let item = |(place, published): (usize, Published)| MenuItem {
        id: place.to_string().into(),
        label: Text::Published(published).words(lang),
        detail: Some(Text::PublishedDetail(published).words(lang)),
        checked: Some(draft.published == published),
        ..MenuItem::default()
    };
    let on_choose = {
        let (draft, dispatch) = (draft.clone(), dispatch.clone());
        Callback::from(move |id: AttrValue| {
            let chosen = id.parse().ok().and_then(|place: usize| ALL.get(place).copied());
            let draft =
                SubscriberDraft { published: chosen.unwrap_or_default(), ..SubscriberDraft::clone(&draft) };
            dispatch.emit(Action::Edit(Step::Choose, Box::new(draft)));
        })
    };
    html! {
        <Menu
            name="published"
            label={Text::PublishedBy(draft.published).words(lang)}
            items={ALL.into_iter().enumerate().map(item).collect::<Vec<_>>()}
            {on_choose}
        />
    }
}

/// Which of several events is shown.
fn several(lang: Lang, model: &Model, dispatch: &Callback<Action>) -> Html {
    let count = model.answer.as_ref().map_or(0, |answer| answer.report.events.len());
    if count < 2 {
        return Html::default();
    }
    let at = model.look.at.min(count - 1);
    let step = |to: Option<usize>, sign: &'static str, title: Text| {
        let onclick = dispatch.reform(move |_: MouseEvent| Action::ShowEvent(to.unwrap_or(at)));
        html! {
            <Button kind={ButtonKind::Icon} title={title.words(lang)} disabled={to.is_none()} {onclick}>{ sign }</Button>
        }
    };
    html! {
        <div class="several">
            { step(at.checked_sub(1), "‹", Text::EventBefore) }
            <span>{ Text::EventOf { at: at + 1, count }.words(lang) }</span>
            { step((at + 1 < count).then_some(at + 1), "›", Text::EventAfter) }
        </div>
    }
}
