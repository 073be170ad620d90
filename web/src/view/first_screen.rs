//! The first screen of a first visit without a browser: what is seen until the program is there.

use super::page::Page;
use crate::state::model::{Answer, Model, Settings};
use crate::state::shared::Shared;
use rulepad_workbench::{Lang, evaluate, examples};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`FirstScreen`].
#[derive(Clone, Copy, Properties, PartialEq, Eq)]
pub struct FirstScreenProps {
    /// Whether it is that of a narrow screen.
    pub is_narrow: bool,
    /// The language of the page.
    pub lang: Lang,
}

/// The page with the first example and its verdict.
#[component]
pub fn FirstScreen(props: &FirstScreenProps) -> Html {
    html! {
        <ContextProvider<Lang> context={props.lang}>
            <Page model={Rc::new(opening(props))} dispatch={Callback::noop()} />
        </ContextProvider<Lang>>
    }
}

/// The page as a first visit has it once the first answer is there.
fn opening(props: &FirstScreenProps) -> Model {
    let example = examples().into_iter().next().map(|example| example.draft).unwrap_or_default();
    let settings = Settings { browser_lang: props.lang, ..Settings::default() };
    let mut model = Model::first((settings, 0), None, None, || example);
    model.look.narrow = props.is_narrow;
    let report = Shared::new(evaluate(&model.draft, props.lang));
    let answer = Shared::new(Answer { draft: model.draft.clone(), report });
    model.explained = (!answer.report.why.is_empty()).then(|| answer.clone());
    model.answer = Some(answer);
    model
}

#[cfg(test)]
mod tests {
    use super::{FirstScreen, FirstScreenProps};
    use crate::ui::rendered;
    use rulepad_workbench::Lang;

    #[test]
    fn the_first_screen_has_example_and_verdict() {
        for is_narrow in [false, true] {
            for (lang, refused, targets) in [
                (Lang::En, "AWS refuses this pattern", "Targets"),
                (Lang::KO, "AWS가 거부하는 패턴입니다", "대상"),
            ] {
                let html = rendered::<FirstScreen>(move || FirstScreenProps { is_narrow, lang });
                for part in ["aws.codebuild", refused, targets] {
                    assert!(html.contains(part), "{part} in {html}");
                }
                assert_eq!(html.contains("bottom-bar"), is_narrow);
            }
        }
    }
}
