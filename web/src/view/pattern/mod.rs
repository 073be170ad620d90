//! The event pattern, with what AWS says when it refuses it.

use super::text_pane::TextPane;
use crate::state::{
    action::Action,
    field::Field,
    model::{Answer, Place, Pointed},
    shared::Shared,
};
use crate::ui::code_editor::EditorMark;
use crate::ui::visible_text::VisibleText;
use rulepad_workbench::Draft;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`PatternPane`].
#[derive(Clone, Properties, PartialEq)]
pub struct PatternPaneProps {
    /// The draft as it is.
    pub draft: Shared<Draft>,
    /// Whether it was changed since it was opened.
    pub edited: bool,
    /// The last answer.
    pub answer: Option<Shared<Answer>>,
    /// Marks on the pattern of the last answer.
    pub marks: Rc<[EditorMark]>,
    /// A place to bring into view.
    pub reveal: Option<Place>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The event pattern.
#[component]
pub fn PatternPane(props: &PatternPaneProps) -> Html {
    let report = props.answer.as_ref().map(|answer| &answer.report);
    let found = report.map(|report| report.pattern.clone()).unwrap_or_default();
    let says = report.and_then(|report| report.aws_error.clone());
    html! {
        <TextPane
            field={Field::Pattern}
            id="pattern"
            title="Event pattern"
            shortcut="Alt+2"
            placeholder={"{\n  \"source\": [\"aws.codebuild\"]\n}"}
            draft={props.draft.clone()}
            edited={props.edited}
            answer={props.answer.clone()}
            found={Rc::from(found)}
            marks={props.marks.clone()}
            reveal={props.reveal}
            on_point={props.dispatch.reform(|byte: Option<usize>| Action::Point(byte.map(Pointed::Pattern)))}
            dispatch={props.dispatch.clone()}
        >
            if let Some(says) = says {
                <AwsSays {says} />
            }
        </TextPane>
    }
}

/// Properties of [`AwsSays`].
#[derive(Clone, Properties, PartialEq)]
pub struct AwsSaysProps {
    /// AWS's words.
    pub says: AttrValue,
}

/// AWS's own words, set apart from Rulepad's.
#[component]
pub fn AwsSays(props: &AwsSaysProps) -> Html {
    html! {
        <figure class="aws-says" aria-label="AWS says">
            <figcaption>{ "AWS says" }</figcaption>
            <blockquote tabindex="0"><VisibleLines text={props.says.clone()} /></blockquote>
        </figure>
    }
}

#[derive(Clone, Properties, PartialEq)]
struct VisibleLinesProps {
    text: AttrValue,
}

/// A text of several lines; what cannot be seen in a line is named.
#[component]
fn VisibleLines(props: &VisibleLinesProps) -> Html {
    let line = |line: &str| {
        html! {
            <span class="line"><VisibleText text={line.to_owned()} /></span>
        }
    };
    html! {
        { for props.text.split('\n').map(line) }
    }
}
