//! The rule in the chosen format.

use super::{ExportPanelProps, own, remarks::remarks};
use crate::engine::protocol::Kind;
use crate::platform::{clipboard, download};
use crate::state::{
    action::Action,
    export::ExportAction,
    requests::{RequestAction, Shown, State},
};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::code_editor::{CodeEditor, Language as Colours};
use crate::ui::copy_button::CopyButton;
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::list_box::{ListBox, ListGroup};
use crate::ui::menu::{Menu, MenuItem};
use crate::ui::prose::Prose;
use crate::ui::visible_text::{VisibleText, seen};
use crate::view::failure::say;
use rulepad_workbench::{Export, Exported, Family, Format, Language};
use yew::prelude::*;

/// The formats, and the file in the chosen one.
pub(super) fn file(props: &ExportPanelProps) -> Html {
    let Shown { state, answer } = &props.file;
    // While it is written anew the one before stays, unless it is in another format.
    let shown = answer.as_ref().filter(|written| written.format == props.format);
    let now = Now::of(state.as_ref());
    let body = match (state, shown) {
        (Some(State::Stopped), _) => html! {
            <div class="export-state">
                <p>{ "Writing the file was stopped after 2 seconds. Make the rule smaller, or try again." }</p>
                { again(Kind::Export, &props.dispatch) }
            </div>
        },
        (Some(State::Failed(failure)), _) => html! {
            <div class="export-state">
                <p>{ format!("The file cannot be written: {}.", say(failure)) }</p>
                { again(Kind::Export, &props.dispatch) }
            </div>
        },
        (_, Some(written)) => match &*written.export {
            Export::Ready(file) => self::written(file, props.format.language(), now, Some("Alt+X")),
            Export::NotYet(reason) => html! {
                <div class="export-state">
                    <p class={classes!("state-line", Tone::Caution.class())}>
                        <Glyph tone={Tone::Caution} />
                        <Prose text={reason.clone()} />
                    </p>
                    <p class="muted">{ "A Rulepad file keeps it as it is." }</p>
                </div>
            },
        },
        (Some(State::Slow), None) => html! { <p class="export-state muted" role="status">{ "writing" }</p> },
        (None | Some(State::Pending | State::Answered), None) => Html::default(),
    };
    html! {
        <section class="export" aria-label="Export">
            { formats(props) }
            <div class="export-body" role="region" aria-label={props.format.name()}>{ body }</div>
            if props.narrow {
                { own(props) }
            }
        </section>
    }
}

/// Whether what is shown belongs to the draft as it is. What does not is not taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Now {
    /// It does.
    Current,
    /// The answer is on its way.
    Soon,
    /// The answer takes its time.
    Late,
}

impl Now {
    pub(super) fn of(state: Option<&State>) -> Self {
        match state {
            Some(State::Answered) => Self::Current,
            None | Some(State::Pending) => Self::Soon,
            Some(State::Slow | State::Stopped | State::Failed(_)) => Self::Late,
        }
    }
}

/// The button that asks once more.
pub(super) fn again(kind: Kind, dispatch: &Callback<Action>) -> Html {
    html! {
        <Button
            kind={ButtonKind::Primary}
            onclick={dispatch.reform(move |_| Action::Request(RequestAction::Again(kind)))}
        >
            { "Try again" }
        </Button>
    }
}

/// The choice of a format: a list beside the file, or a menu where there is no room for it.
fn formats(props: &ExportPanelProps) -> Html {
    let on_select = props.dispatch.reform(|id: AttrValue| {
        let format = Format::ALL.into_iter().find(|format| format_id(*format) == id.as_str());
        Action::Export(ExportAction::Select(format.unwrap_or_default()))
    });
    let of = |family: Family| Format::ALL.into_iter().filter(move |format| format.family() == family);
    let families = || Family::ALL.into_iter().filter(|family| of(*family).next().is_some());
    if props.narrow {
        let items = families().flat_map(|family| {
            of(family).enumerate().map(move |(place, format)| MenuItem {
                id: format_id(format).into(),
                label: format.name().into(),
                checked: Some(format == props.format),
                heading: (place == 0).then(|| family.name().into()),
                ..MenuItem::default()
            })
        });
        return html! {
            <div class="format-choice">
                <span class="field-label" id="format-label">{ "Format" }</span>
                <Menu
                    name="format"
                    label={props.format.name()}
                    items={items.collect::<Vec<_>>()}
                    on_choose={on_select}
                />
            </div>
        };
    }
    let groups = families().map(|family| ListGroup {
        label: family.name().into(),
        options: of(family).map(|format| (format_id(format).into(), format.name().into())).collect(),
    });
    html! {
        <ListBox
            name="format"
            label="Format"
            class="formats"
            groups={groups.collect::<Vec<_>>()}
            selected={format_id(props.format)}
            {on_select}
        />
    }
}

/// A file with its name, what is to be said of it, and the ways to take it.
pub(super) fn written(file: &Exported, language: Language, now: Now, shortcut: Option<&'static str>) -> Html {
    let (copied, saved) = (file.text.clone(), file.clone());
    // What is about to be answered must not flash.
    let settling = (now == Now::Soon).then_some("settling");
    html! {
        <>
            <header class="payload-header">
                <h3 class="file-name" title={seen(&file.file_name)}><VisibleText text={file.file_name.clone()} /></h3>
                <span class="spacer" />
                <CopyButton
                    label="Copy"
                    done="Copied"
                    failed="Not copied"
                    disabled={now != Now::Current}
                    class={classes!(settling)}
                    on_copy={Callback::from(move |done| clipboard::copy(&copied, done))}
                />
                <Button
                    kind={ButtonKind::Primary}
                    title={format!("Save {}", file.file_name)}
                    {shortcut}
                    disabled={now != Now::Current}
                    class={classes!(settling)}
                    onclick={Callback::from(move |_| download::download(&saved.file_name, &saved.media_type, &saved.text))}
                >
                    { "Download" }
                </Button>
            </header>
            { remarks(file) }
            <CodeEditor
                key={file.file_name.clone()}
                class={classes!("payload-editor", (now == Now::Late).then_some("stale"))}
                label={file.file_name.clone()}
                language={colours(language)}
                text={file.text.clone()}
                read_only=true
                wrap=true
            />
        </>
    }
}

fn colours(language: Language) -> Colours {
    match language {
        Language::Json => Colours::Json,
        Language::Yaml => Colours::Yaml,
        Language::Shell => Colours::Shell,
        Language::Python => Colours::Python,
        Language::Typescript => Colours::Typescript,
        Language::Hcl => Colours::Hcl,
    }
}

fn format_id(format: Format) -> String {
    format.name().to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "-")
}
