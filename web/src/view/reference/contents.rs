//! The list beside a chapter: all topics, or what a search found.

use super::text::Text;
use crate::platform::files;
use crate::state::action::Action;
use crate::state::model::Place;
use crate::state::reference::ReferenceAction;
use crate::state::shared::Shared;
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use crate::view::common::Common;
use rulepad_workbench::Lang;
use rulepad_workbench::reference::{Chapter, Contents, Entry, Group};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// More of what was found is not listed: nobody reads on, they add a word.
const MOST: usize = 50;

/// Properties of [`ContentsList`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct ContentsListProps {
    /// The reference.
    pub contents: Shared<Contents>,
    /// What is shown beside the list.
    pub place: Place,
    /// What is looked for.
    pub query: String,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The list, with the search above it.
#[component]
pub(super) fn ContentsList(props: &ContentsListProps) -> Html {
    let lang = use_lang();
    let search = |query: String| Action::Reference(ReferenceAction::Search(query));
    let oninput = props
        .dispatch
        .reform(move |event: InputEvent| search(event.target_unchecked_into::<HtmlInputElement>().value()));
    let onkeydown = {
        let (dispatch, blank) = (props.dispatch.clone(), props.query.is_empty());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !blank {
                event.prevent_default();
                event.stop_propagation();
                dispatch.emit(search(String::new()));
            }
        })
    };
    // Known to the browser alone: the page names its files.
    let site = use_state_eq(|| None::<String>);
    use_effect_with(lang, {
        let site = site.clone();
        move |lang| site.set(files::reference_site(*lang))
    });
    let found = props.contents.search(&props.query, lang);
    let is_searching = !props.query.trim().is_empty();
    html! {
        <nav class="reference-contents" aria-label={Common::Reference.words(lang)}>
            <div class="reference-search" role="search">
                <input
                    class="field-input"
                    type="search"
                    aria-label={Text::Search.words(lang)}
                    placeholder={Text::Search.words(lang)}
                    autocomplete="off"
                    spellcheck="false"
                    value={props.query.clone()}
                    {oninput}
                    {onkeydown}
                />
                <div class="reference-found muted">
                    <span role="status">
                        { if is_searching { counted(lang, found.len()) } else { AttrValue::default() } }
                    </span>
                    { site.as_ref().map(|site| link(lang, site)).unwrap_or_default() }
                </div>
            </div>
            if is_searching {
                <ul>{ for found.iter().take(MOST).map(|entry| found_entry(lang, props, entry)) }</ul>
            } else {
                { for Group::ALL.map(|group| topics(lang, props, group)) }
            }
        </nav>
    }
}

fn counted(lang: Lang, found: usize) -> AttrValue {
    match found {
        0 => Text::NothingFound,
        1..=MOST => Text::Found(found),
        _ => Text::FirstOfFound { shown: MOST, found },
    }
    .words(lang)
}

/// The way to the same as pages.
fn link(lang: Lang, site: &str) -> Html {
    html! {
        <a href={site.to_owned()} target="_blank" rel="noopener" title={Text::SiteHint.words(lang)}>
            { Text::Site.words(lang) }
        </a>
    }
}

fn topics(lang: Lang, props: &ContentsListProps, group: Group) -> Html {
    let chapters = props.contents.chapters.iter().enumerate();
    let of_group = chapters.filter(|(_, chapter)| chapter.topic.group == group);
    let entry = |(place, chapter): (usize, &Chapter)| {
        let introduction = chapter.introduction(lang);
        let shown = Place { chapter: place, case: None };
        let synopsis = html! { <Prose text={introduction.synopsis()} /> };
        entry(props, shown, (&introduction.title, introduction.lang), (synopsis, introduction.lang))
    };
    html! {
        <section class="reference-group" aria-label={group.title(lang)}>
            <h3>{ group.title(lang) }</h3>
            <ul>{ for of_group.map(entry) }</ul>
        </section>
    }
}

fn found_entry(lang: Lang, props: &ContentsListProps, found: &Entry) -> Html {
    let place = Place { chapter: found.chapter, case: found.case };
    let introduction = props.contents.chapters.get(found.chapter).map(|chapter| chapter.introduction(lang));
    let of_chapter = introduction.map_or(Lang::En, |introduction| introduction.lang);
    let (title, beneath) = match found.case {
        Some(_) => (found.lang, html! { { &found.of } }),
        None => {
            let synopsis = introduction.map(|introduction| introduction.synopsis()).unwrap_or_default();
            (of_chapter, html! { <Prose text={synopsis} /> })
        }
    };
    entry(props, place, (&found.title, title), (beneath, of_chapter))
}

/// One line of the list: a title, and what is said of it beneath, each with its language.
fn entry(
    props: &ContentsListProps,
    place: Place,
    (title, of_title): (&str, Lang),
    (beneath, of_beneath): (Html, Lang),
) -> Html {
    let is_current = match place.case {
        Some(_) => place == props.place,
        None => place.chapter == props.place.chapter,
    };
    html! {
        <li key={format!("{}-{:?}", place.chapter, place.case)}>
            <button
                type="button"
                class="reference-entry"
                aria-current={is_current.then_some("true")}
                onclick={props.dispatch.reform(move |_: MouseEvent| Action::Reference(ReferenceAction::Show(place)))}
            >
                <span class="reference-name" lang={of_title.tag()}><Prose text={title.to_owned()} /></span>
                <span class="reference-synopsis" lang={of_beneath.tag()}>{ beneath }</span>
            </button>
        </li>
    }
}
