//! A pane with one of the two large texts: its editor, its problems, and what fixes and tidies it.

use super::editor;
use super::offer::OfferBar;
use super::problems::Problems;
use super::text::PaneText;
use super::text::Text;
use crate::platform::focus;
use crate::state::{
    action::Action,
    field::Field,
    model::{Answer, Selection},
    offer::Offer,
    shared::Shared,
};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::code_editor::{CodeEditor, CompletionQuestion, EditorMark};
use crate::ui::glyph::Tone;
use crate::ui::lang::use_lang;
use crate::ui::menu::MenuItem;
use crate::ui::tabs::{Tab, TabPanel, Tabs};
use crate::ui::tool_row::{Tool, ToolRow};
use crate::view::common::Common;
use rulepad_workbench::{Diagnostic, Draft, Lang, Severity};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`TextPane`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct TextPaneProps {
    /// Which text.
    pub field: Field,
    /// Its id, of the region.
    pub id: AttrValue,
    /// What it is called: its heading and the editor's accessible name.
    pub title: PaneText,
    /// Shown while it is empty.
    pub placeholder: AttrValue,
    /// The keys that lead here.
    pub shortcut: AttrValue,
    /// The draft as it is.
    pub draft: Shared<Draft>,
    /// Whether it was changed since it was opened.
    pub edited: bool,
    /// The last answer.
    pub answer: Option<Shared<Answer>>,
    /// Its problems in the last answer.
    pub found: Rc<[Diagnostic]>,
    /// Verdicts and what is pointed at, for the text of the last answer.
    pub marks: Rc<[EditorMark]>,
    /// A place to bring into view.
    pub reveal: Option<Selection>,
    /// The byte pointed at changed.
    pub on_point: Callback<Option<usize>>,
    /// The byte at the cursor changed; there is none without the focus.
    pub on_cursor: Callback<Option<usize>>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
    /// Offers completions.
    #[prop_or_default]
    pub completions: Option<Callback<CompletionQuestion>>,
    /// What the text is, in a few words, where its title does not say.
    #[prop_or_default]
    pub note: Option<AttrValue>,
    /// What is between the heading and the text.
    #[prop_or_default]
    pub above: Html,
    /// Distinguishes texts that replace one another: each has its own history of typing.
    #[prop_or_default]
    pub document: u32,
    /// Other ways to show the text, and the chosen one.
    #[prop_or_default]
    pub views: Option<Views>,
    /// What else can be done with it, the most important first.
    #[prop_or_default]
    pub tools: Vec<Tool>,
    /// Whether long lines wrap.
    pub wrap: bool,
    /// What is offered for what was pasted here.
    #[prop_or_default]
    pub offer: Option<Offer>,
    /// What is right under the text.
    #[prop_or_default]
    pub under: Html,
    /// What is at the foot of the pane: there nothing that comes and goes moves it from under the pointer.
    #[prop_or_default]
    pub foot: Html,
    /// What is shown where problems would be, while there are none; the room for problems is then always kept, so
    /// that the text does not move while one types.
    #[prop_or_default]
    pub calm: Option<Html>,
    /// What is between the text and its problems.
    #[prop_or_default]
    pub children: Html,
}

/// The ways to show a text; the first is the editor.
#[derive(Clone, PartialEq)]
pub(super) struct Views {
    /// The ways.
    pub tabs: Vec<Tab>,
    /// The id of the chosen one.
    pub chosen: AttrValue,
    /// Another one was chosen.
    pub on_choose: Callback<AttrValue>,
    /// What is shown instead of the editor.
    pub instead: Option<Html>,
}

/// The pane.
#[component]
pub(super) fn TextPane(props: &TextPaneProps) -> Html {
    let lang = use_lang();
    let field = props.field;
    let text = AttrValue::from(field.text(&props.draft).unwrap_or_default().to_owned());
    let answered = props.answer.as_ref().and_then(|answer| field.text(&answer.draft));
    let current = answered == Some(text.as_str());
    let findings_text = answered.map(|text| AttrValue::from(text.to_owned()));
    let fixable = props.found.iter().filter(|found| found.is_error() && found.first_fix().is_some()).count();
    let broken = props.found.iter().any(Diagnostic::is_error);
    let on_action = {
        let (dispatch, found, answer) = (props.dispatch.clone(), props.found.clone(), props.answer.clone());
        Callback::from(move |chosen| {
            if let (Some(edits), Some(answer)) = (editor::edits(field, &found, chosen), &answer) {
                dispatch.emit(Action::Fix { field, draft: answer.draft.clone(), edits });
            }
        })
    };
    let fix_all = {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| {
            dispatch.emit(Action::FixAll(field));
            focus::keep(if field == Field::Event {
                &["#event [role=textbox]"]
            } else {
                &[
                    "#pattern .pane-editor:not(.away) [role=textbox]",
                    "#pattern [role=tab][aria-selected=true]",
                ]
            });
        }
    };
    let mut tools = props.tools.clone();
    let instead = props.views.as_ref().and_then(|views| views.instead.clone());
    if instead.is_none() {
        tools.push(Tool::Button {
            label: Common::Format.words(lang),
            title: if broken { Common::IndentOnceValid } else { Common::Indent }.words(lang),
            shortcut: None,
            disabled: broken,
            onclick: props.dispatch.reform(move |()| Action::Tidy(field)),
        });
    }
    let title = Text::Pane(props.title).words(lang);
    let heading = format!("{}-title", props.id);
    let views_name = format!("{}-view", props.id);
    let editor = html! {
        <>
            <CodeEditor
                key={props.document}
                class={classes!("pane-editor", instead.is_some().then_some("away"))}
                label={title.clone()}
                {text}
                placeholder={props.placeholder.clone()}
                wrap={props.wrap}
                {findings_text}
                diagnostics={editor::diagnostics(lang, field, &props.found)}
                marks={props.marks.clone()}
                reveal={editor::reveal(props.reveal)}
                on_input={props.dispatch.reform(move |text| Action::Type(field, text))}
                on_paste={props.dispatch.reform(move |pasted| Action::Pasted(field, pasted))}
                on_point={props.on_point.clone()}
                on_cursor={props.on_cursor.clone()}
                completions={props.completions.clone()}
                {on_action}
            />
        </>
    };
    let view = match &props.views {
        None => html! {
            <div class="pane-view">{ editor }</div>
        },
        Some(views) => html! {
            <TabPanel name={views_name.clone()} id={views.chosen.clone()} class="pane-view">
                // Always two children, or else the editor would be made again, without what can be undone in it.
                { editor }
                { instead.clone().unwrap_or_default() }
            </TabPanel>
        },
    };
    html! {
        <section class="pane" id={props.id.clone()} aria-labelledby={heading.clone()}>
            <header class="pane-header">
                <h2 id={heading} title={format!("{title} ({})", props.shortcut)}>{ title }</h2>
                if let Some(note) = &props.note {
                    <span class="pane-note" title={note.clone()}>{ note }</span>
                }
                if let Some(views) = &props.views {
                    <Tabs
                        name={views_name.clone()}
                        label={Text::ShownAs(props.title).words(lang)}
                        tabs={views.tabs.clone()}
                        selected={views.chosen.clone()}
                        on_select={views.on_choose.clone()}
                    />
                }
                <ToolRow
                    name={props.id.clone()}
                    more={Text::MoreFor(props.title).words(lang)}
                    {tools}
                    rest={vec![wrap_switch(lang, props.wrap)]}
                    on_rest={props.dispatch.reform(|_| Action::Wrap)}
                />
            </header>
            { props.above.clone() }
            { view }
            { props.under.clone() }
            <OfferBar offer={props.offer.clone().filter(|offer| offer.field == field)} dispatch={props.dispatch.clone()} />
            if props.calm.is_some() || !props.found.is_empty() {
                <Foot stale={!current} late={props.edited} kept={props.calm.is_some()}>
                    { head(lang, props, fix_all, fixable) }
                    { props.children.clone() }
                    if let Some(answer) = &props.answer {
                        <Problems
                            label={Text::ProblemsOf(props.title).words(lang)}
                            {field}
                            draft={answer.draft.clone()}
                            found={props.found.to_vec()}
                            with_place=true
                            dispatch={props.dispatch.clone()}
                        />
                    }
                </Foot>
            }
            { props.foot.clone() }
        </section>
    }
}

/// Whether long lines wrap, in the menu of the pane.
fn wrap_switch(lang: Lang, wrap: bool) -> MenuItem {
    MenuItem {
        id: "wrap".into(),
        label: Text::WrapLongLines.words(lang),
        detail: Some(Text::InBothTexts.words(lang)),
        checked: Some(wrap),
        switch: true,
        ..MenuItem::default()
    }
}

/// What the problems come to, and the button that fixes all of them.
fn head(lang: Lang, props: &TextPaneProps, fix_all: impl Fn(MouseEvent) + 'static, fixable: usize) -> Html {
    if props.found.is_empty() {
        return props.calm.clone().unwrap_or_default();
    }
    let count = |severity: Severity| props.found.iter().filter(|found| found.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if errors == 0 && (props.calm.is_none() || warnings == 0) {
        return props.calm.clone().unwrap_or_default();
    }
    let tone = if errors > 0 { Tone::Bad } else { Tone::Caution };
    html! {
        <div class={classes!("foot-head", tone.class())}>
            <span class="foot-count">{ Text::Counted { errors, warnings }.words(lang) }</span>
            <span class="spacer" />
            if fixable > 0 {
                <Button
                    kind={ButtonKind::Primary}
                    title={Common::ApplyFirstFixes.words(lang)}
                    onclick={fix_all}
                >
                    { Common::FixAll(fixable).words(lang) }
                </Button>
            }
        </div>
    }
}

#[derive(Clone, Properties, PartialEq)]
struct FootProps {
    stale: bool,
    late: bool,
    kept: bool,
    children: Html,
}

/// What is under the text. Where its room is not kept it opens a moment late while a person types: half a word is
/// often an error that the next key ends, and the text must not move for it.
#[component]
fn Foot(props: &FootProps) -> Html {
    let late = use_state_eq(|| props.late);
    let opened = {
        let late = late.clone();
        move |_: AnimationEvent| late.set(false)
    };
    html! {
        <div
            class={classes!(
                "pane-foot",
                if props.kept { Some("kept") } else { late.then_some("late") },
                props.stale.then_some("stale"),
            )}
            onanimationend={opened}
        >
            { props.children.clone() }
        </div>
    }
}
