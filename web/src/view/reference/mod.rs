//! The reference: the readable cases that are also the tests, each of which can be put into the editors.

mod case;
mod text;
mod words_en;

use crate::state::{action::Action, model::Model, reference::Reference, shared::Shared};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use crate::view::common::Common;
use crate::view::reasons::Words;
use case::CaseView;
use rulepad_workbench::Lang;
use rulepad_workbench::suite::Suite;
use text::Text;
use yew::prelude::*;

/// Properties of [`ReferencePanel`].
#[derive(Clone, Properties, PartialEq)]
pub struct ReferencePanelProps {
    /// What is known of it.
    pub reference: Reference,
    /// The chosen file.
    pub chapter: usize,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

impl ReferencePanelProps {
    /// What the panel needs of the model.
    #[must_use]
    pub fn of(model: &Model, dispatch: Callback<Action>) -> Self {
        Self { reference: model.reference.clone(), chapter: model.look.chapter, dispatch }
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
                <Button kind={ButtonKind::Primary} onclick={props.dispatch.reform(|_| Action::ReadReference)}>
                    { Common::TryAgain.words(lang) }
                </Button>
            </div>
        },
        Reference::Read(suites) => html! {
            <div class="reference">
                { contents(lang, props, suites) }
                if suites.get(props.chapter).is_some() {
                    <Chapter
                        key={props.chapter}
                        suites={suites.clone()}
                        chapter={props.chapter}
                        dispatch={props.dispatch.clone()}
                    />
                }
            </div>
        },
    }
}

fn contents(lang: Lang, props: &ReferencePanelProps, suites: &Shared<Vec<Suite>>) -> Html {
    let entry = |(place, suite): (usize, &Suite)| {
        html! {
            <li>
                <button
                    type="button"
                    class="reference-entry"
                    aria-current={(place == props.chapter).then_some("true")}
                    onclick={props.dispatch.reform(move |_: MouseEvent| Action::SelectChapter(place))}
                >
                    <span class="reference-name">{ &suite.title }</span>
                    <span class="reference-synopsis"><Prose text={suite.synopsis()} /></span>
                </button>
            </li>
        }
    };
    html! {
        <nav class="reference-contents" aria-label={Common::Reference.words(lang)}>
            <ul>{ for suites.iter().enumerate().map(entry) }</ul>
        </nav>
    }
}

#[derive(Clone, Properties, PartialEq)]
struct ChapterProps {
    suites: Shared<Vec<Suite>>,
    chapter: usize,
    dispatch: Callback<Action>,
}

/// One file: what it is about, and its cases.
#[component]
fn Chapter(props: &ChapterProps) -> Html {
    let Some(suite) = props.suites.get(props.chapter) else { return Html::default() };
    html! {
        <article class="reference-chapter" aria-labelledby="chapter-title" tabindex="0">
            <h3 id="chapter-title">{ &suite.title }</h3>
            { paragraphs(&suite.about) }
            { for suite.cases.iter().map(|case| html! {
                <CaseView chapter={suite.title.clone()} case={case.clone()} dispatch={props.dispatch.clone()} />
            }) }
        </article>
    }
}

/// A text of paragraphs parted by empty lines.
fn paragraphs(text: &str) -> Html {
    let joined = |paragraph: &str| paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
    let paragraphs = text.split("\n\n").map(joined).filter(|paragraph| !paragraph.is_empty());
    html! {
        { for paragraphs.map(|text| html! { <p><Prose {text} /></p> }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::fetched::{NotFetched, NotLoaded};
    use crate::ui::rendered;
    use rulepad_workbench::suite::parse;

    const FILE: &str = "# prefix\n\nThe start\nof it.\n\nMore `code`.\n\n## A case\n\nWhy <so>.\n\n```pattern\n{\"a\": [1]}\n```\n```event\n{\"a\": 1}\n```\n```verdict\nmatch\n```\n## Another\n\n```pattern\n[]\n```\n```verdict\npattern_error\n```\n```aws\nNo.\n```\n";

    fn panel(make: impl FnOnce() -> Reference + Send + 'static) -> String {
        rendered::<ReferencePanel>(move || ReferencePanelProps {
            reference: make(),
            chapter: 0,
            dispatch: Callback::noop(),
        })
    }

    #[test]
    fn a_file_is_listed_and_its_cases_are_shown() {
        let html = panel(|| Reference::Read(Shared::new(vec![parse(FILE)])));
        for part in [
            "<nav",
            "aria-current=\"true\"",
            "The start of it.",
            "<code>",
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

    #[test]
    fn a_failure_says_why_and_can_be_tried_again() {
        let html = panel(|| Reference::Failed(NotFetched::File("or.md".into(), NotLoaded::NoAnswer)));
        assert!(html.contains("did not load") && html.contains("Try again"), "{html}");
    }
}
