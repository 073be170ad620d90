//! The header: name, examples, share, help, theme.

pub(in crate::view) mod icons;
mod shortcuts;
mod text;
mod words_en;
mod words_ko;

pub use shortcuts::ShortcutsDialog;

use super::dialect::DialectMenu;
use super::export::{open_file, save};
use crate::platform::{language, location};
use crate::state::bus::Bus;
use crate::state::{
    action::Action,
    drafts::DraftsAction,
    fetched::Fetched,
    model::{Dialog, Opened, Theme},
    shared::Shared,
    sharing::ShareAction,
    tray::Tray,
};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::lang::use_lang;
use crate::ui::menu::{Menu, MenuItem};
use crate::view::common::Common;
use crate::view::reasons::Words;
use rulepad_workbench::{Draft, Example, Lang, examples};
use text::Text;
use yew::prelude::*;

/// Properties of [`Header`].
#[derive(Clone, Properties, PartialEq)]
pub struct HeaderProps {
    /// The draft as it is.
    pub draft: Shared<Draft>,
    /// The loaded events.
    pub tray: Option<Shared<Tray>>,
    /// The rules of the bus, and the tests.
    pub bus: Shared<Bus>,
    /// The gallery of examples.
    pub gallery: Fetched<Vec<Example>>,
    /// Whether there is little room.
    pub narrow: bool,
    /// What can be undone, in a few words.
    pub undo: Option<AttrValue>,
    /// What can be redone.
    pub redo: Option<AttrValue>,
    /// Light or dark.
    pub theme: Theme,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The choice among the examples that opens the finder.
const FIND: &str = "find";
/// The choice among the examples that reads the gallery once more.
const AGAIN: &str = "again";

/// The examples: what to start with, the way to the catalogue, and the gallery as soon as it is there, at the end so
/// that nothing moves when it comes.
fn all_items(lang: Lang, gallery: &Fetched<Vec<Example>>) -> Vec<MenuItem> {
    let of = |example: Example| MenuItem {
        id: example.id.into(),
        label: example.title.words(lang).to_owned().into(),
        detail: Some(example.about.words(lang).to_owned().into()),
        ..MenuItem::default()
    };
    let find = MenuItem {
        id: FIND.into(),
        label: Text::FindSampleEvent.words(lang),
        detail: Some(Text::AllServices.words(lang)),
        heading: Some(Text::FromCatalogue.words(lang)),
        ..MenuItem::default()
    };
    let mut begin: Vec<MenuItem> = examples().into_iter().map(of).collect();
    let mut shown: Vec<MenuItem> = match gallery {
        Fetched::Unread | Fetched::Reading => Vec::new(),
        Fetched::Read(gallery) => gallery.iter().cloned().map(of).collect(),
        Fetched::Failed(reason) => vec![MenuItem {
            id: AGAIN.into(),
            label: Common::TryAgain.words(lang),
            detail: Some(Text::NoGallery(&reason.words(lang)).words(lang)),
            ..MenuItem::default()
        }],
    };
    for (group, heading) in
        [(&mut begin, Text::StartHere.words(lang)), (&mut shown, Text::Gallery.words(lang))]
    {
        if let Some(first) = group.first_mut() {
            first.heading = Some(heading);
        }
    }
    begin.into_iter().chain([find]).chain(shown).collect()
}

/// The header.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let lang = use_lang();
    let dispatch = &props.dispatch;
    let items = use_memo((lang, props.gallery.clone()), |(lang, gallery)| all_items(*lang, gallery));
    let on_choose = {
        let (dispatch, gallery) = (dispatch.clone(), props.gallery.clone());
        Callback::from(move |id: AttrValue| {
            let shown = gallery.read().map(|gallery| gallery.to_vec()).unwrap_or_default();
            if id.as_str() == FIND {
                dispatch.emit(Action::OpenFinder);
            } else if id.as_str() == AGAIN {
                dispatch.emit(Action::ReadGallery);
            } else if let Some(example) =
                examples().into_iter().chain(shown).find(|example| example.id == id.as_str())
            {
                let what = Opened::Example(example.title.clone());
                dispatch.emit(Action::Open(Shared::new(example.draft), what));
            }
        })
    };
    let on_save = {
        let (draft, tray, bus) = (props.draft.clone(), props.tray.clone(), props.bus.clone());
        Callback::from(move |_| save(&draft, tray.as_deref(), &bus))
    };
    let (icon, title, next) = match props.theme {
        Theme::System => (icons::system(), Text::ThemeSystem.words(lang), Theme::Light),
        Theme::Light => (icons::sun(), Text::ThemeLight.words(lang), Theme::Dark),
        Theme::Dark => (icons::moon(), Text::ThemeDark.words(lang), Theme::System),
    };
    html! {
        <header class="header">
            <h1 class="brand">{ icons::brand() }<span class="brand-name">{ Text::Rulepad.words(lang) }</span></h1>
            <Menu
                name="examples"
                label={Text::Examples.words(lang)}
                items={(*items).clone()}
                {on_choose}
                on_open={dispatch.reform(|()| Action::WantGallery)}
            />
            if !props.narrow {
                <Button
                    title={Text::StartNew.words(lang)}
                    onclick={dispatch.reform(|_| Action::New)}
                >
                    { Common::New.words(lang) }
                </Button>
                <Button
                    title={Text::ListDrafts.words(lang)}
                    onclick={dispatch.reform(|_| Action::Drafts(DraftsAction::Show))}
                >
                    { Common::Drafts.words(lang) }
                </Button>
            }
            <DialectMenu
                dialect={props.draft.dialect}
                narrow={props.narrow}
                draft={props.draft.clone()}
                dispatch={dispatch.clone()}
            />
            <span class="spacer" />
            if !props.narrow {
                { step_button(lang, props, false) }
                { step_button(lang, props, true) }
                { open_file(dispatch, Common::Open.words(lang), Common::OpenFile.words(lang)) }
                <Button
                    title={Text::ImportFrom.words(lang)}
                    shortcut="Alt+I"
                    onclick={dispatch.reform(|_| Action::Dialog(Some(Dialog::Import)))}
                >
                    { Common::Import.words(lang) }
                </Button>
                <Button title={Common::SaveFile.words(lang)} shortcut="Ctrl+S" onclick={on_save}>{ Common::Save.words(lang) }</Button>
            }
            <Button
                kind={ButtonKind::Primary}
                title={Text::ShareDraft.words(lang)}
                shortcut="Alt+S"
                onclick={dispatch.reform(|_| Action::Share(ShareAction::Open(location::page())))}
            >
                { Text::Share.words(lang) }
            </Button>
            <Button
                kind={ButtonKind::Icon}
                title={Text::KeyboardShortcuts.words(lang)}
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
            { language_switch(lang, dispatch) }
        </header>
    }
}

/// The switch to the other language, in that language: for those who cannot read this one. The program without Korean
/// leaves it to the one that has both.
fn language_switch(lang: Lang, dispatch: &Callback<Action>) -> Html {
    let (tag, title, short, onclick) = if cfg!(feature = "korean") {
        let other = match lang {
            Lang::En => Lang::KO,
            Lang::Ko(_) => Lang::En,
        };
        let set = dispatch.reform(move |_: MouseEvent| Action::SetLang(other));
        (other.tag(), Text::SwitchHere.words(other), Text::ShortName.words(other), set)
    } else {
        let load = Callback::from(|_: MouseEvent| language::load(KOREAN));
        (KOREAN, words_ko::SWITCH_HERE.into(), words_ko::SHORT_NAME.into(), load)
    };
    html! {
        <Button kind={ButtonKind::Icon} lang={tag} {title} {onclick}>{ short }</Button>
    }
}

/// The tag of Korean, also in the program that has no Korean.
const KOREAN: &str = "ko";

/// Undo or redo of the whole draft.
fn step_button(lang: Lang, props: &HeaderProps, forward: bool) -> Html {
    let (step, shortcut) = if forward { (&props.redo, "Ctrl+Shift+Z") } else { (&props.undo, "Ctrl+Z") };
    let title = match (step, forward) {
        (Some(step), true) => Text::RedoStep(step),
        (Some(step), false) => Text::UndoStep(step),
        (None, true) => Text::NothingToRedo,
        (None, false) => Text::NothingToUndo,
    };
    let title = title.words(lang);
    let onclick =
        props.dispatch.reform(move |_| if forward { Action::StepForward } else { Action::StepBack });
    html! {
        <Button kind={ButtonKind::Icon} {title} {shortcut} disabled={step.is_none()} {onclick}>
            { if forward { icons::redo() } else { icons::undo() } }
        </Button>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::fetched::{NotFetched, NotLoaded};

    fn labels(gallery: &Fetched<Vec<Example>>) -> Vec<String> {
        all_items(Lang::En, gallery).iter().map(|item| item.label.to_string()).collect()
    }

    #[test]
    fn the_gallery_follows_what_is_there_at_once() {
        let before = labels(&Fetched::Unread);
        assert_eq!(before.last().map(String::as_str), Some("Find a sample event…"));
        assert_eq!(labels(&Fetched::Reading), before);
        let gallery = rulepad_workbench::gallery().unwrap();
        let after = all_items(Lang::En, &Fetched::Read(Shared::new(gallery.clone())));
        assert_eq!(after.len(), before.len() + gallery.len());
        let headings: Vec<_> = after.iter().filter_map(|item| item.heading.as_deref()).collect();
        assert_eq!(headings, ["Start here", "From the catalogue", "Gallery: every kind of target"]);
        assert!(after.iter().zip(&before).all(|(after, before)| after.label.as_str() == before));
    }

    #[test]
    fn a_gallery_that_cannot_be_read_is_reported() {
        let items = all_items(
            Lang::En,
            &Fetched::Failed(NotFetched::File("gallery.ndjson".into(), NotLoaded::Status(503))),
        );
        let last = items.last().unwrap();
        assert_eq!((&*last.id, &*last.label), (AGAIN, "Try again"));
        assert!(last.detail.as_deref().unwrap().contains("the server answered 503"));
    }
}
