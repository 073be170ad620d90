//! The header: name, examples, share, help, theme.

mod icons;
mod shortcuts;

pub use shortcuts::ShortcutsDialog;

use super::dialect::DialectMenu;
use super::export::{open_file, save};
use super::share::share_draft;
use crate::state::{
    action::Action,
    model::{Dialog, Opened, Theme},
    shared::Shared,
};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::menu::{Menu, MenuItem};
use rulepad_workbench::{Draft, examples};
use yew::prelude::*;

/// Properties of [`Header`].
#[derive(Clone, Properties, PartialEq)]
pub struct HeaderProps {
    /// The draft as it is.
    pub draft: Shared<Draft>,
    /// Whether there is little room.
    pub narrow: bool,
    /// Light or dark.
    pub theme: Theme,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The choice among the examples that opens the finder.
const FIND: &str = "find";

/// The header.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let dispatch = &props.dispatch;
    let items = use_memo((), |()| {
        let item = |example: rulepad_workbench::Example| MenuItem {
            id: example.id.into(),
            label: example.title.into(),
            detail: Some(example.about.into()),
            ..MenuItem::default()
        };
        let find = MenuItem {
            id: FIND.into(),
            label: "Find a sample event…".into(),
            detail: Some("of any AWS service, by name, field or value (Ctrl+K)".into()),
            heading: Some("From the catalogue".into()),
            ..MenuItem::default()
        };
        examples().into_iter().map(item).chain([find]).collect::<Vec<_>>()
    });
    let on_choose = {
        let dispatch = dispatch.clone();
        Callback::from(move |id: AttrValue| {
            if id.as_str() == FIND {
                dispatch.emit(Action::OpenFinder);
            } else if let Some(example) = examples().into_iter().find(|example| example.id == id.as_str()) {
                let what = Opened::Example(example.title);
                dispatch.emit(Action::Open(Shared::new(example.draft), what));
            }
        })
    };
    let on_share = {
        let (draft, dispatch) = (props.draft.clone(), dispatch.clone());
        Callback::from(move |_| share_draft(&draft, &dispatch))
    };
    let on_save = {
        let draft = props.draft.clone();
        Callback::from(move |_| save(&draft))
    };
    let (icon, title, next) = match props.theme {
        Theme::System => (icons::system(), "Theme: as the system; switch to light", Theme::Light),
        Theme::Light => (icons::sun(), "Theme: light; switch to dark", Theme::Dark),
        Theme::Dark => (icons::moon(), "Theme: dark; switch to the system's", Theme::System),
    };
    html! {
        <header class="header">
            <h1 class="brand">{ icons::brand() }<span class="brand-name">{ "Rulepad" }</span></h1>
            <Menu name="examples" label="Examples" items={(*items).clone()} {on_choose} />
            <DialectMenu dialect={props.draft.dialect} narrow={props.narrow} dispatch={dispatch.clone()} />
            <span class="spacer" />
            if !props.narrow {
                { open_file(dispatch, "Open", "Open a file that holds a rule: of Rulepad, a template, an answer of AWS") }
                <Button title="Save all that is typed as a file of Rulepad" onclick={on_save}>{ "Save" }</Button>
            }
            <Button
                kind={ButtonKind::Primary}
                title="Copy a link to this draft"
                shortcut="Ctrl+S"
                onclick={on_share}
            >
                { "Share" }
            </Button>
            <Button
                kind={ButtonKind::Icon}
                title="Keyboard shortcuts"
                shortcut="?"
                onclick={dispatch.reform(|_| Action::Dialog(Some(Dialog::Shortcuts)))}
            >
                { "?" }
            </Button>
            <Button
                kind={ButtonKind::Icon}
                {title}
                onclick={dispatch.reform(move |_| Action::SetTheme(next))}
            >
                { icon }
            </Button>
        </header>
    }
}
