//! The event pattern, with AWS's message when it refuses it.

pub(super) mod completion;
mod meter;
mod text;
mod words_en;
mod words_ko;

use super::builder::{BuilderView, undo_tool};
use super::in_words::{InWordsView, InWordsViewProps};
use super::text::PaneText;
use super::text_pane::{TextPane, Views};
use crate::state::{
    action::Action,
    builder::Builder,
    fetched::Fetched,
    field::Field,
    model::{Answer, PatternView, Pointed, Region, Selection},
    offer::Offer,
    shared::Shared,
};
use crate::ui::code_editor::EditorMark;
use crate::ui::folded_text::FoldedText;
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use crate::ui::tabs::Tab;
use crate::ui::tool_row::Tool;
use crate::ui::visible_text::VisibleText;
use crate::view::common::Common;
use completion::Completer;
use rulepad_workbench::catalogue::Catalogue;
use rulepad_workbench::{Dialect, Draft, Lang};
use std::rc::Rc;
use text::Text;
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
    /// The last answer with an explanation.
    pub explained: Option<Shared<Answer>>,
    /// How it is shown.
    pub view: PatternView,
    /// What services send, for the form.
    pub catalogue: Fetched<Catalogue>,
    /// What the form knows beside the pattern.
    pub builder: Builder,
    /// Whether long lines wrap.
    pub wrap: bool,
    /// What is offered for what was pasted.
    pub offer: Option<Offer>,
    /// A place to bring into view.
    pub reveal: Option<Selection>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The event pattern.
#[component]
pub fn PatternPane(props: &PatternPaneProps) -> Html {
    let lang = use_lang();
    // A pattern that is not there yet has no errors.
    let tried = props.answer.as_ref().filter(|answer| !answer.draft.pattern.trim().is_empty());
    let report = tried.map(|answer| &answer.report);
    let found = report.map(|report| report.pattern.clone()).unwrap_or_default();
    let says = report.and_then(|report| report.aws_error.clone());
    let gloss = report.and_then(|report| report.aws_gloss.clone());
    let completions = use_context::<Completer>().map(|completer| {
        let draft = props.draft.clone();
        Callback::from(move |question| {
            let is_typed = draft.dialect.has_envelope();
            completer.ask(question, &draft.event, is_typed, lang);
        })
    });
    html! {
        <TextPane
            field={Field::Pattern}
            id="pattern"
            title={pane(props.draft.dialect)}
            shortcut="Alt+2"
            placeholder={"{\n  \"source\": [\"aws.codebuild\"]\n}"}
            draft={props.draft.clone()}
            edited={props.edited}
            answer={props.answer.clone()}
            found={Rc::from(found)}
            marks={props.marks.clone()}
            reveal={props.reveal}
            on_point={props.dispatch.reform(|byte: Option<usize>| Action::Point(byte.map(Pointed::Pattern)))}
            on_cursor={props.dispatch.reform(|byte: Option<usize>| Action::Focus(Region::Pattern, byte.map(Pointed::Pattern)))}
            {completions}
            views={views(lang, props)}
            tools={tools(lang, props)}
            wrap={props.wrap}
            offer={props.offer.clone()}
            calm={calm(lang, props)}
            dispatch={props.dispatch.clone()}
        >
            { meter(props) }
            if let Some(says) = says {
                <AwsSays {says} {gloss} />
            }
        </TextPane>
    }
}

const JSON: &str = "json";
const BUILDER: &str = "builder";
const WORDS: &str = "words";

fn views(lang: Lang, props: &PatternPaneProps) -> Views {
    let tab = |id: &'static str, label: AttrValue| Tab { id: id.into(), label, badge: None };
    Views {
        tabs: vec![
            tab(JSON, Text::Json.words(lang)),
            tab(BUILDER, Text::Builder.words(lang)),
            tab(WORDS, Text::InWords.words(lang)),
        ],
        chosen: match props.view {
            PatternView::Json => JSON.into(),
            PatternView::Builder => BUILDER.into(),
            PatternView::Words => WORDS.into(),
        },
        on_choose: props.dispatch.reform(|id: AttrValue| {
            Action::ShowPattern(match id.as_str() {
                BUILDER => PatternView::Builder,
                WORDS => PatternView::Words,
                _ => PatternView::Json,
            })
        }),
        instead: match props.view {
            PatternView::Json => None,
            PatternView::Builder => Some(html! {
                <BuilderView
                    draft={props.draft.clone()}
                    answer={props.answer.clone()}
                    catalogue={props.catalogue.clone()}
                    form={props.builder.form.clone()}
                    refused={props.builder.refused.clone()}
                    dispatch={props.dispatch.clone()}
                />
            }),
            PatternView::Words => Some(html! {
                <InWordsView ..InWordsViewProps::of(props.answer.as_ref(), props.explained.as_ref()) />
            }),
        },
    }
}

fn tools(lang: Lang, props: &PatternPaneProps) -> Vec<Tool> {
    if props.view == PatternView::Builder {
        vec![undo_tool(lang, props.builder.can_undo(&props.draft.pattern), &props.dispatch)]
    } else {
        Vec::new()
    }
}

/// What is shown while nothing is wrong: the pattern in words.
fn calm(lang: Lang, props: &PatternPaneProps) -> Html {
    let sentence = props.answer.as_ref().and_then(|answer| answer.report.in_words.as_ref());
    let quiet = |words: AttrValue| html! { <p class="foot-calm muted">{ words }</p> };
    if props.draft.pattern.trim().is_empty() {
        return quiet(Text::NoPatternYet.words(lang));
    }
    let Some(words) = sentence else {
        return quiet(Text::ProblemsAppearHere.words(lang));
    };
    html! {
        <>
            <div class="foot-head tone-good">
                <Glyph tone={Tone::Good} />
                <span class="foot-count">{ accepted(lang, props.draft.dialect) }</span>
            </div>
            if props.view != PatternView::Words {
                <p class="foot-calm"><FoldedText text={words.sentence.clone()} /></p>
            }
        </>
    }
}

fn accepted(lang: Lang, dialect: Dialect) -> AttrValue {
    match dialect {
        Dialect::Rule | Dialect::Archive => Text::AcceptsPattern.words(lang),
        Dialect::Pipes | Dialect::EventSourceMapping => Text::AcceptsFilterPattern.words(lang),
        Dialect::SnsAttributes | Dialect::SnsBody => Text::AcceptsFilterPolicy.words(lang),
    }
}

/// What the service that evaluates it calls the pattern.
#[must_use]
pub(super) fn pane(dialect: Dialect) -> PaneText {
    match dialect {
        Dialect::Rule | Dialect::Archive => PaneText::EventPattern,
        Dialect::Pipes | Dialect::EventSourceMapping => PaneText::FilterPattern,
        Dialect::SnsAttributes | Dialect::SnsBody => PaneText::FilterPolicy,
    }
}

/// Wildcards that were counted before the text was broken stay counted, or else the text would jump.
fn meter(props: &PatternPaneProps) -> Html {
    let answer = props.answer.as_ref();
    let broken = answer.is_some_and(|answer| answer.report.in_words.is_none());
    let counted = |answer: &&Shared<Answer>| answer.report.complexity.is_some();
    let earlier = props.explained.as_ref().filter(|_| broken);
    let Some(shown) = answer.filter(counted).or_else(|| earlier.filter(counted)) else {
        return Html::default();
    };
    match &shown.report.complexity {
        Some(complexity) => html! {
            <meter::Meter
                complexity={complexity.clone()}
                pattern={shown.draft.pattern.clone()}
                stale={shown.draft.pattern != props.draft.pattern}
                dispatch={props.dispatch.clone()}
            />
        },
        None => Html::default(),
    }
}

/// Properties of [`AwsSays`].
#[derive(Clone, Properties, PartialEq)]
pub struct AwsSaysProps {
    /// AWS's words.
    pub says: AttrValue,
    /// What they mean, in the page's language where that is not theirs.
    #[prop_or_default]
    pub gloss: Option<AttrValue>,
}

/// AWS's own words, set apart from Rulepad's.
#[component]
pub fn AwsSays(props: &AwsSaysProps) -> Html {
    let lang = use_lang();
    html! {
        <figure class="aws-says" aria-label={Common::AwsSays.words(lang)}>
            <figcaption>{ Common::AwsSays.words(lang) }</figcaption>
            <blockquote lang="en" tabindex="0"><VisibleLines text={props.says.clone()} /></blockquote>
            if let Some(gloss) = &props.gloss {
                <p class="aws-gloss muted"><Prose text={format!("{}: {gloss}", Common::AwsMeans.words(lang))} /></p>
            }
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
