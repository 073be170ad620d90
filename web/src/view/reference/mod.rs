//! The reference: the readable cases that are also the tests, each of which can be put into the editors.

mod case;
mod contents;
mod text;
mod words_en;
mod words_ko;

use crate::state::action::Action;
use crate::state::model::{Model, Place};
use crate::state::reference::{Reference, ReferenceAction};
use crate::state::shared::Shared;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use crate::view::common::Common;
use crate::view::reasons::Words;
use case::CaseView;
use contents::ContentsList;
use rulepad_workbench::reference::{Chapter, Contents};
use rulepad_workbench::suite::Case;
use rulepad_workbench::{Lang, Wording};
use text::Text;
use web_sys::Element;
use yew::prelude::*;

/// Properties of [`ReferencePanel`].
#[derive(Clone, Properties, PartialEq)]
pub struct ReferencePanelProps {
    /// What is known of it.
    pub reference: Reference,
    /// What is shown of it.
    pub place: Place,
    /// What is looked for.
    pub query: String,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

impl ReferencePanelProps {
    /// What the panel needs of the model.
    #[must_use]
    pub fn of(model: &Model, dispatch: Callback<Action>) -> Self {
        Self {
            reference: model.reference.clone(),
            place: model.look.place,
            query: model.look.query.clone(),
            dispatch,
        }
    }
}

/// The panel.
#[component]
pub fn ReferencePanel(props: &ReferencePanelProps) -> Html {
    let lang = use_lang();
    match &props.reference {
        Reference::Unread | Reference::Reading => html! {
            <p class="reference-state muted" role="status">{ Text::Loading.words(lang) }</p>
        },
        Reference::Failed(reason) => html! {
            <div class="empty-panel">
                <p class="empty"><Prose text={Text::CannotBeShown(&reason.words(lang)).words(lang)} /></p>
                <Button kind={ButtonKind::Primary} onclick={props.dispatch.reform(|_| Action::Reference(ReferenceAction::Read))}>
                    { Common::TryAgain.words(lang) }
                </Button>
            </div>
        },
        Reference::Read(contents) => html! {
            <div class="reference">
                <ContentsList
                    contents={contents.clone()}
                    place={props.place}
                    query={props.query.clone()}
                    dispatch={props.dispatch.clone()}
                />
                <ChapterView
                    key={props.place.chapter}
                    contents={contents.clone()}
                    place={props.place}
                    dispatch={props.dispatch.clone()}
                />
            </div>
        },
    }
}

#[derive(Clone, Properties, PartialEq)]
struct ChapterProps {
    contents: Shared<Contents>,
    place: Place,
    dispatch: Callback<Action>,
}

/// One file: what it is about, and its cases.
#[component]
fn ChapterView(props: &ChapterProps) -> Html {
    let lang = use_lang();
    let article = use_node_ref();
    use_effect_with(props.place, {
        let article = article.clone();
        move |place| go_to(&article, *place)
    });
    let Some(chapter) = props.contents.chapters.get(props.place.chapter) else { return Html::default() };
    let suite = &chapter.suite;
    let introduction = chapter.introduction(lang);
    html! {
        <article ref={article} class="reference-chapter" aria-labelledby="chapter-title" tabindex="0">
            if lang != Lang::En {
                <p class="muted">{ Text::CasesInEnglish.words(lang) }</p>
            }
            <h3 id="chapter-title" lang={introduction.lang.tag()}>
                <Prose text={introduction.title.clone()} />
            </h3>
            { paragraphs(&introduction.about, introduction.lang) }
            { for suite.cases.iter().zip(&chapter.anchors).map(|(case, anchor)| {
                let title = chapter.case_title(case, lang);
                html! {
                    <CaseView
                        key={anchor.clone()}
                        name={name(chapter, case)}
                        title={title.text.to_owned()}
                        of_title={title.lang}
                        of={chapter.topic.group.blocks()}
                        case={case.clone()}
                        dispatch={props.dispatch.clone()}
                    />
                }
            }) }
        </article>
    }
}

/// What a case is called outside of its chapter.
fn name(chapter: &Chapter, case: &Case) -> Wording {
    let named = |lang| {
        let of = chapter.introduction(lang).title.replace('`', "");
        format!("{of}: {}", chapter.case_title(case, lang).text)
    };
    Wording::each(named)
}

/// Brings a case to the top, or the start of the chapter.
fn go_to(article: &NodeRef, place: Place) {
    let Some(article) = article.cast::<Element>() else { return };
    let cases = article.get_elements_by_class_name("case");
    let case = place.case.and_then(|case| cases.item(u32::try_from(case).ok()?));
    match case {
        Some(case) => case.scroll_into_view(),
        None => article.set_scroll_top(0),
    }
}

/// A text of paragraphs parted by empty lines.
fn paragraphs(text: &str, lang: Lang) -> Html {
    let joined = |paragraph: &str| paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
    let paragraphs = text.split("\n\n").map(joined).filter(|paragraph| !paragraph.is_empty());
    html! {
        { for paragraphs.map(|text| html! { <p lang={lang.tag()}><Prose {text} /></p> }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::fetched::{NotFetched, NotLoaded};
    use crate::ui::rendered;
    use rulepad_workbench::reference::{Group, TOPICS};

    const FILE: &str = "# prefix\n\nThe start\nof it.\n\nMore `code`.\n\n## A case\n\nWhy <so>.\n\n```pattern\n{\"a\": [1]}\n```\n```event\n{\"a\": 1}\n```\n```verdict\nmatch\n```\n## Another\n\n```pattern\n[]\n```\n```verdict\npattern_error\n```\n```aws\nNo.\n```\n";

    fn panel(make: impl FnOnce() -> Reference + Send + 'static) -> String {
        rendered::<ReferencePanel>(move || ReferencePanelProps {
            reference: make(),
            place: Place::default(),
            query: String::new(),
            dispatch: Callback::noop(),
        })
    }

    #[test]
    fn a_chapter_is_listed_and_its_cases_are_shown() {
        let html = panel(|| Reference::Read(Shared::new(Contents::read(&[FILE.to_owned()], &[]))));
        for part in [
            "<nav",
            "aria-current=\"true\"",
            "The start of it.",
            "<code translate=\"no\">",
            "<h4",
            "A case",
            "&lt;so&gt;",
            "{\"a\": 1}",
            "✓",
            "matches",
            "AWS refuses the pattern",
            "AWS says",
            "Load “prefix: A case”",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
    }

    /// The panel on the Korean page, with an introduction.
    #[component]
    fn Korean() -> Html {
        let introduction = "# exact: 정확한 값(`exact`)\n\n그대로 씁니다.\n\n* A case: 한 예제\n".to_owned();
        let contents = Contents::read(&[FILE.to_owned()], &[introduction]);
        html! {
            <ContextProvider<Lang> context={Lang::KO}>
                <ReferencePanel
                    reference={Reference::Read(Shared::new(contents))}
                    place={Place::default()}
                    query=""
                    dispatch={Callback::noop()}
                />
            </ContextProvider<Lang>>
        }
    }

    #[test]
    fn a_topic_is_introduced_in_the_language_of_the_page_with_the_titles_of_its_cases() {
        let html = rendered::<Korean>(|| ());
        for part in [
            "<h3 id=\"chapter-title\" lang=\"ko\">",
            "<code translate=\"no\">",
            "<p lang=\"ko\">",
            "그대로 씁니다.",
            "<h4 lang=\"ko\">한 예제</h4>",
            "<h4 lang=\"en\">Another</h4>",
            "예제의 설명은 영어로 제공됩니다.",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
        assert!(!html.contains("The start of it."), "{html}");
        let list = html.split("<span lang=\"ko\" class=\"reference-name\">").nth(1).unwrap_or_default();
        assert!(list.contains("정확한 값") && list.contains("class=\"reference-synopsis\""), "{html}");
        assert!(html.contains("“정확한 값(exact): 한 예제” 예제를"), "{html}");
        assert!(html.contains("<dt>AWS의 응답</dt><dd lang=\"en\">"), "{html}");
    }

    #[test]
    fn a_case_of_a_target_shows_what_is_given_and_what_is_received() {
        let file = "# paths\n\nP.\n\n## One\n\n```event\n{\"a\": 1}\n```\n```input-path\n$.a\n```\n```payload\n1\n```\n";
        let html = panel(move || Reference::Read(Shared::new(Contents::read(&[file.to_owned()], &[]))));
        for part in ["<h5>Event</h5>", "<h5>Input path</h5>", "$.a", "<dt>Payload</dt>"] {
            assert!(html.contains(part), "{part} in {html}");
        }
    }

    #[test]
    fn a_case_of_a_subscriber_shows_its_texts_and_cannot_be_loaded_into_the_editors_of_rules() {
        let file = "# d\n\nD.\n\n## One\n\n```request\n{\"Name\": 1}\n```\n```data\n{\"a\": [1]}\n```\n```verdict\nundecided\n```\n\
            ```target\na queue\n```\n";
        let at = TOPICS.iter().position(|topic| topic.group == Group::Subscriber).unwrap();
        let mut texts = vec![FILE.to_owned(); at];
        texts.push(file.to_owned());
        let html = rendered::<ReferencePanel>(move || ReferencePanelProps {
            reference: Reference::Read(Shared::new(Contents::read(&texts, &[]))),
            place: Place { chapter: at, case: None },
            query: "".into(),
            dispatch: Callback::noop(),
        });
        let (_, shown) = html.split_once("id=\"chapter-title\"").unwrap();
        for part in ["<h5>Subscriber</h5>", "<h5>DATA filter</h5>", "no verdict", "<dt>Target</dt>"] {
            assert!(shown.contains(part), "{part} in {shown}");
        }
        assert!(!shown.contains("<button"), "{shown}");
    }

    #[test]
    fn what_is_looked_for_is_listed_instead_of_the_topics() {
        let html = rendered::<ReferencePanel>(|| ReferencePanelProps {
            reference: Reference::Read(Shared::new(Contents::read(&[FILE.to_owned()], &[]))),
            place: Place { chapter: 0, case: Some(1) },
            query: "another".into(),
            dispatch: Callback::noop(),
        });
        assert!(html.contains("1 found") && html.contains("aria-current=\"true\""), "{html}");
        assert!(!html.contains("Event patterns"), "{html}");
    }

    #[test]
    fn a_failure_says_why_and_can_be_tried_again() {
        let html = panel(|| Reference::Failed(NotFetched::File("or.md".into(), NotLoaded::NoAnswer)));
        assert!(html.contains("did not load") && html.contains("Try again"), "{html}");
    }
}
