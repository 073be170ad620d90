//! The header: name, drafts, the kind of page, share, theme, language.

use super::text::Text;
use crate::platform::{clipboard, location};
use crate::state::model::Theme;
use crate::state::shared::Shared;
use crate::subscriber::state::{Action, Dialog, Model, Samples, Step};
use crate::subscriber::store;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::copy_button::CopyButton;
use crate::ui::lang::use_lang;
use crate::ui::menu::{Menu, MenuItem};
use crate::view::common::Common;
use crate::view::header::icons;
use rulepad_subscriber_workbench::Sample;
use rulepad_workbench::{Dialect, Lang};
use yew::prelude::*;

/// Properties of [`Header`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct HeaderProps {
    /// The model.
    pub model: Shared<Model>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The header.
#[component]
pub(super) fn Header(props: &HeaderProps) -> Html {
    let lang = use_lang();
    let (model, dispatch) = (&props.model, &props.dispatch);
    let (icon, title, next) = match model.settings.theme {
        Theme::System => (icons::system(), Text::ThemeSystem, Theme::Light),
        Theme::Light => (icons::sun(), Text::ThemeLight, Theme::Dark),
        Theme::Dark => (icons::moon(), Text::ThemeDark, Theme::System),
    };
    let on_share = {
        let model = model.clone();
        Callback::from(move |done: Callback<bool>| {
            clipboard::copy(&format!("{}#{}", location::page(), store::fragment(&model)), done);
        })
    };
    let open = |dialog: Dialog| dispatch.reform(move |_: MouseEvent| Action::Dialog(Some(dialog)));
    html! {
        <header class="header">
            <h1 class="brand">{ icons::brand() }<span class="brand-name">{ Text::Rulepad.words(lang) }</span></h1>
            { samples_menu(lang, model, dispatch) }
            if model.look.narrow {
                { more(lang, model, dispatch) }
            } else {
                <Button title={Text::StartNew.words(lang)} onclick={dispatch.reform(|_| Action::New)}>
                    { Common::New.words(lang) }
                </Button>
                <Button title={Text::ListDrafts.words(lang)} shortcut="Ctrl+K" onclick={open(Dialog::Drafts)}>
                    { Common::Drafts.words(lang) }
                </Button>
            }
            { kind_menu(lang, model) }
            if !model.look.narrow {
                <Button title={Text::MigrateTitle.words(lang)} shortcut="Alt+I" onclick={open(Dialog::Migration)}>
                    { Text::Migrate.words(lang) }
                </Button>
            }
            <span class="spacer" />
            if !model.look.narrow {
                { step(lang, props, false) }
                { step(lang, props, true) }
            }
            <CopyButton
                kind={ButtonKind::Primary}
                label={Text::CopyLink.words(lang)}
                done={Common::Copied.words(lang)}
                failed={Common::NotCopied.words(lang)}
                title={Text::CopyLinkTitle.words(lang)}
                on_copy={on_share}
            />
            if !model.look.narrow {
                <Button kind={ButtonKind::Icon} title={Text::Keys.words(lang)} shortcut="?" onclick={open(Dialog::Shortcuts)}>
                    { "?" }
                </Button>
            }
            <Button
                kind={ButtonKind::Icon}
                title={title.words(lang)}
                onclick={dispatch.reform(move |_| Action::SetTheme(next))}
            >
                { icon }
            </Button>
            { language_switch(lang, dispatch) }
        </header>
    }
}

/// The samples, which are read when the menu is first opened.
fn samples_menu(lang: Lang, model: &Model, dispatch: &Callback<Action>) -> Html {
    let item = |(place, sample): (usize, &Sample)| {
        let titled = sample.titled(lang);
        MenuItem {
            id: place.to_string().into(),
            label: titled.title.clone().into(),
            detail: Some(titled.about.clone().into()),
            ..MenuItem::default()
        }
    };
    let only = |text: Text| {
        vec![MenuItem { id: "none".into(), label: text.words(lang), disabled: true, ..MenuItem::default() }]
    };
    let items: Vec<MenuItem> = match &model.samples {
        Samples::Unread | Samples::Reading => only(Text::SamplesLoading),
        Samples::Failed => only(Text::SamplesFailed),
        Samples::Read(samples) => samples.iter().enumerate().map(item).collect(),
    };
    let on_choose = dispatch.reform(|id: AttrValue| Action::OpenSample(id.parse().unwrap_or(usize::MAX)));
    html! {
        <Menu
            name="examples"
            label={Text::Examples.words(lang)}
            {items}
            {on_choose}
            on_open={dispatch.reform(|()| Action::WantSamples)}
        />
    }
}

/// What has no room on a narrow screen.
fn more(lang: Lang, model: &Model, dispatch: &Callback<Action>) -> Html {
    let item = |id: &'static str, label: AttrValue| MenuItem { id: id.into(), label, ..MenuItem::default() };
    let own = [
        item("new", Common::New.words(lang)),
        item("drafts", Common::Drafts.words(lang)),
        item("migrate", Text::Migrate.words(lang)),
    ];
    let steps = [
        model.steps.last().map(|step| item("undo", Text::UndoStep(step).words(lang))),
        model.steps.undone().map(|step| item("redo", Text::RedoStep(step).words(lang))),
    ];
    let items: Vec<MenuItem> = own.into_iter().chain(steps.into_iter().flatten()).collect();
    html! {
        <Menu
            name="more"
            label="⋯"
            title={Text::More.words(lang)}
            class="menu-sign"
            {items}
            on_choose={dispatch.reform(|id: AttrValue| match id.as_str() {
                "new" => Action::New,
                "drafts" => Action::Dialog(Some(Dialog::Drafts)),
                "undo" => Action::StepBack,
                "redo" => Action::StepForward,
                _ => Action::Dialog(Some(Dialog::Migration)),
            })}
        />
    }
}

/// The choice of what the page is about; everything but subscribers is on the page of rules.
fn kind_menu(lang: Lang, model: &Shared<Model>) -> Html {
    let rules = Dialect::ALL.into_iter().enumerate().map(|(place, dialect)| MenuItem {
        id: place.to_string().into(),
        label: dialect.name(lang).into(),
        checked: Some(false),
        ..MenuItem::default()
    });
    let own = MenuItem {
        id: "subscriber".into(),
        label: Text::Kind.words(lang),
        detail: Some(Text::KindDetail.words(lang)),
        checked: Some(true),
        ..MenuItem::default()
    };
    let on_choose = {
        let model = model.clone();
        Callback::from(move |id: AttrValue| {
            let chosen = id.parse().ok().and_then(|place: usize| Dialect::ALL.get(place).copied());
            if let Some(dialect) = chosen {
                // Stored before: the page is loaded again with another program.
                let _ = store::keep(&model);
                location::load(&store::rules_address(&model, dialect));
            }
        })
    };
    let label = if model.look.narrow { Text::KindShort } else { Text::Kind };
    html! {
        <Menu
            name="dialect"
            label={label.words(lang)}
            items={rules.chain([own]).collect::<Vec<_>>()}
            {on_choose}
        />
    }
}

/// The switch to the other language, in that language: for those who cannot read this one.
fn language_switch(lang: Lang, dispatch: &Callback<Action>) -> Html {
    let other = match lang {
        Lang::En => Lang::KO,
        Lang::Ko(_) => Lang::En,
    };
    let set = dispatch.reform(move |_: MouseEvent| Action::SetLang(other));
    html! {
        <Button
            kind={ButtonKind::Icon}
            lang={other.tag()}
            title={Text::SwitchHere.words(other)}
            onclick={set}
        >
            { Text::ShortName.words(other) }
        </Button>
    }
}

/// Undo or redo of the whole draft.
fn step(lang: Lang, props: &HeaderProps, forward: bool) -> Html {
    let steps = &props.model.steps;
    let (own, shortcut): (Option<Step>, _) =
        if forward { (steps.undone(), "Ctrl+Shift+Z") } else { (steps.last(), "Ctrl+Z") };
    let title = match (own, forward) {
        (Some(step), true) => Text::RedoStep(step),
        (Some(step), false) => Text::UndoStep(step),
        (None, true) => Text::NothingToRedo,
        (None, false) => Text::NothingToUndo,
    };
    let onclick =
        props.dispatch.reform(move |_| if forward { Action::StepForward } else { Action::StepBack });
    html! {
        <Button kind={ButtonKind::Icon} title={title.words(lang)} {shortcut} disabled={own.is_none()} {onclick}>
            { if forward { icons::redo() } else { icons::undo() } }
        </Button>
    }
}
