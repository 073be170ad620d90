//! A text of several lines of a target, with its problems under it.

use super::text::LargeText;
use super::text::Text;
use crate::state::{
    action::Action,
    field::Field,
    marks::Mark,
    model::{Answer, Pointed, Selection},
    shared::Shared,
    stages::Lit,
};
use crate::ui::code_editor::{CodeEditor, CompletionQuestion, EditorMark, Language, MarkKind};
use crate::ui::lang::use_lang;
use crate::view::{editor, problems::Problems};
use rulepad_workbench::{Diagnostic, Draft, Span};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`TargetText`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct TargetTextProps {
    /// The text.
    pub field: Field,
    /// What it is.
    pub text: LargeText,
    /// Shown while it is empty.
    pub placeholder: AttrValue,
    /// The draft as it is.
    pub draft: Shared<Draft>,
    /// The last answer.
    pub answer: Option<Shared<Answer>>,
    /// What it found about the target.
    pub found: Vec<Diagnostic>,
    /// Places to bring into view.
    pub reveals: Vec<Selection>,
    /// What belongs to what is pointed at.
    #[prop_or_default]
    pub lit: Lit,
    /// Places where values are put in, in the text of the last answer.
    #[prop_or_default]
    pub values: Vec<Span>,
    /// Offers completions.
    #[prop_or_default]
    pub completions: Option<Callback<CompletionQuestion>>,
    /// What can be done with it, beside its name.
    #[prop_or_default]
    pub tools: Html,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The text.
#[component]
pub(super) fn TargetText(props: &TargetTextProps) -> Html {
    let lang = use_lang();
    let field = props.field;
    let label = Text::Label(props.text).words(lang);
    let value = AttrValue::from(field.text(&props.draft).unwrap_or_default().to_owned());
    let findings_text = props.answer.as_ref().and_then(|answer| field.text(&answer.draft));
    let findings_text = findings_text.map(|text| AttrValue::from(text.to_owned()));
    let lit = props.lit.texts.iter().filter(|(lit, _)| *lit == field).map(|(_, span)| (*span, Mark::Lit));
    let values = props.values.iter().map(|span| EditorMark {
        start: span.start as usize,
        end: span.end as usize,
        kind: MarkKind::Value,
    });
    let marks: Rc<[EditorMark]> =
        values.chain(editor::marks(&lit.collect::<Vec<_>>()).iter().copied()).collect();
    let on_action = {
        let (dispatch, found, answer) = (props.dispatch.clone(), props.found.clone(), props.answer.clone());
        Callback::from(move |chosen| {
            if let (Some(edits), Some(answer)) = (editor::edits(field, &found, chosen), &answer) {
                dispatch.emit(Action::Fix { field, draft: answer.draft.clone(), edits });
            }
        })
    };
    html! {
        <div class="field">
            <div class="field-head">
                <span class="field-label" aria-hidden="true">{ label.clone() }</span>
                { props.tools.clone() }
            </div>
            <CodeEditor
                class="fit field-editor"
                {label}
                language={if matches!(field, Field::Template(_)) { Language::Plain } else { Language::Json }}
                text={value}
                placeholder={props.placeholder.clone()}
                {findings_text}
                wrap=true
                line_numbers=false
                shapes=false
                marks={Some(marks)}
                diagnostics={editor::diagnostics(lang, field, &props.found)}
                reveal={editor::reveal(props.reveals.iter().find(|reveal| reveal.field == field).copied())}
                on_input={props.dispatch.reform(move |text| Action::Type(field, text))}
                on_point={props.dispatch.reform(move |byte: Option<usize>| {
                    Action::Point(byte.map(|byte| Pointed::Text(field, byte)))
                })}
                completions={props.completions.clone()}
                {on_action}
            />
            if let Some(answer) = &props.answer {
                <Problems
                    label={Text::ProblemsOf(props.text).words(lang)}
                    {field}
                    draft={answer.draft.clone()}
                    found={props.found.clone()}
                    with_place=true
                    dispatch={props.dispatch.clone()}
                />
            }
        </div>
    }
}
