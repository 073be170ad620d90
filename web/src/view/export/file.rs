//! The rule in the chosen format.

use super::text::Text;
use super::{ExportPanelProps, own, remarks::remarks};
use crate::engine::protocol::QuestionKind;
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
use crate::view::common::Common;
use crate::view::failure::why;
use rulepad_workbench::{Export, Exported, Family, Format, Lang, Language};
use yew::prelude::*;

/// The formats, and the file in the chosen one.
pub(super) fn file(lang: Lang, props: &ExportPanelProps) -> Html {
    let Shown { state, answer } = &props.file;
    // While it is written again the one before stays, unless it is in another format.
    let shown = answer.as_ref().filter(|written| written.format == props.format);
    let now = Now::of(state.as_ref());
    let body = match (state, shown) {
        (Some(State::Stopped), _) => html! {
            <div class="export-state">
                <p>{ Text::Stopped.words(lang) }</p>
                { again(lang, QuestionKind::Export, &props.dispatch) }
            </div>
        },
        (Some(State::Failed(failure)), _) => html! {
            <div class="export-state">
                <p>{ Text::CannotBeWritten(&why(lang, failure)).words(lang) }</p>
                { again(lang, QuestionKind::Export, &props.dispatch) }
            </div>
        },
        (_, Some(written)) => match &*written.export {
            Export::Ready(file) => self::written(lang, file, props.format.language(), now, Some("Alt+X")),
            Export::NotYet(reason) => html! {
                <div class="export-state">
                    <p class={classes!("state-line", Tone::Caution.class())}>
                        <Glyph tone={Tone::Caution} />
                        <Prose text={reason.clone()} />
                    </p>
                    <p class="muted">{ Text::RulepadFileKeeps.words(lang) }</p>
                </div>
            },
        },
        (Some(State::Slow), None) => {
            html! { <p class="export-state muted" role="status">{ Text::Writing.words(lang) }</p> }
        }
        (None | Some(State::Pending | State::Answered), None) => Html::default(),
    };
    html! {
        <section class="export" aria-label={Text::Export.words(lang)}>
            { formats(lang, props) }
            <div class="export-body" role="region" aria-label={props.format.name(lang)}>{ body }</div>
            if props.narrow {
                { own(lang, props) }
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
pub(super) fn again(lang: Lang, kind: QuestionKind, dispatch: &Callback<Action>) -> Html {
    html! {
        <Button
            kind={ButtonKind::Primary}
            onclick={dispatch.reform(move |_| Action::Request(RequestAction::Again(kind)))}
        >
            { Common::TryAgain.words(lang) }
        </Button>
    }
}

/// The choice of a format: a list beside the file, or a menu where there is no room for it.
fn formats(lang: Lang, props: &ExportPanelProps) -> Html {
    let on_select = props.dispatch.reform(|id: AttrValue| {
        let format = id.parse().ok().and_then(|place: usize| Format::ALL.get(place).copied());
        Action::Export(ExportAction::Select(format.unwrap_or_default()))
    });
    let of = |family: Family| Format::ALL.into_iter().filter(move |format| format.family() == family);
    let families = || Family::ALL.into_iter().filter(|family| of(*family).next().is_some());
    if props.narrow {
        let items = families().flat_map(|family| {
            of(family).enumerate().map(move |(place, format)| MenuItem {
                id: format_id(format),
                label: format.name(lang).into(),
                checked: Some(format == props.format),
                heading: (place == 0).then(|| family.name(lang).into()),
                ..MenuItem::default()
            })
        });
        return html! {
            <div class="format-choice">
                <span class="field-label" id="format-label">{ Common::Format.words(lang) }</span>
                <Menu
                    name="format"
                    label={props.format.name(lang)}
                    items={items.collect::<Vec<_>>()}
                    on_choose={on_select}
                />
            </div>
        };
    }
    let groups = families().map(|family| ListGroup {
        label: family.name(lang).into(),
        options: of(family).map(|format| (format_id(format), format.name(lang).into())).collect(),
    });
    html! {
        <ListBox
            name="format"
            label={Common::Format.words(lang)}
            class="formats"
            groups={groups.collect::<Vec<_>>()}
            selected={format_id(props.format)}
            {on_select}
        />
    }
}

/// A file with its name, what is to be said of it, and the ways to take it.
pub(super) fn written(
    lang: Lang,
    file: &Exported,
    language: Language,
    now: Now,
    shortcut: Option<&'static str>,
) -> Html {
    let (copied, saved) = (file.text.clone(), file.clone());
    // What is about to be answered must not flash.
    let settling = (now == Now::Soon).then_some("settling");
    html! {
        <>
            <header class="payload-header">
                <h3 class="file-name" title={seen(&file.file_name)}><VisibleText text={file.file_name.clone()} /></h3>
                <span class="spacer" />
                <CopyButton
                    label={Common::Copy.words(lang)}
                    done={Common::Copied.words(lang)}
                    failed={Common::NotCopied.words(lang)}
                    disabled={now != Now::Current}
                    class={classes!(settling)}
                    on_copy={Callback::from(move |done| clipboard::copy(&copied, done))}
                />
                <Button
                    kind={ButtonKind::Primary}
                    title={Text::SaveAs(&file.file_name).words(lang)}
                    {shortcut}
                    disabled={now != Now::Current}
                    class={classes!(settling)}
                    onclick={Callback::from(move |_| download::download(&saved.file_name, &saved.media_type, &saved.text))}
                >
                    { Common::Download.words(lang) }
                </Button>
            </header>
            { remarks(lang, file) }
            <CodeEditor
                key={file.file_name.clone()}
                class={classes!("payload-editor", (now == Now::Late).then_some("stale"))}
                label={file.file_name.clone()}
                text_lang={Lang::En}
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

/// A format as an item of a list: its place among all formats.
fn format_id(format: Format) -> AttrValue {
    let place = Format::ALL.into_iter().position(|other| other == format);
    place.unwrap_or_default().to_string().into()
}
