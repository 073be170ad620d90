//! The code editor of one text of the draft.

use crate::state::marks::Mark;
use crate::state::shared::Shared;
use crate::subscriber::state::{Action, Answer, Marks, Pointed, Reveal};
use crate::ui::code_editor::{
    CodeEditor, EditorDiagnostic, EditorMark, Language, MarkKind, Reveal as EditorReveal,
    Severity as Loudness,
};
use crate::ui::lang::use_lang;
use crate::view::common::Common;
use rulepad_subscriber_workbench::{Field, Problem, SubscriberDraft};
use rulepad_workbench::{Lang, Severity};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`FieldEditor`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct FieldEditorProps {
    /// The text.
    pub field: Field,
    /// Accessible name.
    pub label: AttrValue,
    /// Shown while it is empty.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// The draft as it is.
    pub draft: Shared<SubscriberDraft>,
    /// The last answer.
    pub answer: Option<Shared<Answer>>,
    /// Its colours.
    #[prop_or_default]
    pub language: Language,
    /// Verdicts and what is pointed at, in the text of the last answer.
    #[prop_or_default]
    pub marks: Option<Marks>,
    /// Whether long lines wrap.
    #[prop_or(true)]
    pub wrap: bool,
    /// A place to bring into view.
    #[prop_or_default]
    pub reveal: Option<Reveal>,
    /// More classes.
    #[prop_or_default]
    pub class: Classes,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The editor.
#[component]
pub(super) fn FieldEditor(props: &FieldEditorProps) -> Html {
    let lang = use_lang();
    let field = props.field;
    let text = AttrValue::from(props.draft.text(field).unwrap_or_default().to_owned());
    let answered = props.answer.as_ref().and_then(|answer| answer.draft.text(field));
    let problems: Vec<Problem> =
        props.answer.iter().flat_map(|answer| answer.report.of(field)).cloned().collect();
    let diagnostics: Rc<[EditorDiagnostic]> = problems.iter().map(|own| diagnostic(lang, own)).collect();
    let on_action = {
        let (dispatch, text) = (props.dispatch.clone(), answered.unwrap_or_default().to_owned());
        Callback::from(move |(place, action): (usize, usize)| {
            let edits =
                problems.get(place).and_then(|own| own.fixes().nth(action)).map(|(_, edits)| edits.to_vec());
            if let Some(edits) = edits {
                dispatch.emit(Action::Fix(field, text.clone(), edits));
            }
        })
    };
    let reveal = props.reveal.filter(|own| own.field == field).map(|own| EditorReveal {
        revision: own.number,
        start: own.span.start as usize,
        end: own.span.end as usize,
        focus: true,
    });
    let on_point = props.dispatch.reform(move |byte: Option<usize>| match byte {
        Some(byte) => Action::Point(Some(Pointed::Text(field, byte))),
        None => Action::Leave(field),
    });
    html! {
        <CodeEditor
            class={props.class.clone()}
            label={props.label.clone()}
            placeholder={props.placeholder.clone()}
            {text}
            language={props.language}
            wrap={props.wrap}
            findings_text={answered.map(|text| AttrValue::from(text.to_owned()))}
            {diagnostics}
            marks={props.marks.as_ref().map(editor_marks)}
            {reveal}
            on_input={props.dispatch.reform(move |text| Action::Type(field, text))}
            on_cursor={on_point.clone()}
            {on_point}
            {on_action}
        />
    }
}

/// Marks as an editor shows them.
pub(super) fn editor_marks(marks: &Marks) -> Rc<[EditorMark]> {
    let kind = |mark: Mark| match mark {
        Mark::Lit => MarkKind::Lit,
        Mark::Passed => MarkKind::Passed,
        Mark::Failed => MarkKind::Failed,
    };
    let one = |(span, mark): &(rulepad_workbench::Span, Mark)| EditorMark {
        start: span.start as usize,
        end: span.end as usize,
        kind: kind(*mark),
    };
    marks.iter().map(one).collect()
}

fn diagnostic(lang: Lang, own: &Problem) -> EditorDiagnostic {
    let found = &own.diagnostic;
    let mut message = found.message.clone();
    for help in found.help.iter().filter(|help| help.edits.is_empty()) {
        message.push('\n');
        message.push_str(&help.text);
    }
    if let Some(said) = &found.reference {
        // Set apart as code, unless quoting would end inside it.
        let quote = if said.sentence.contains('`') { "" } else { "`" };
        message.push_str(&format!("\n{}: {quote}{}{quote}", Common::AwsSays.words(lang), said.sentence));
    }
    let span = found.span();
    EditorDiagnostic {
        start: span.start as usize,
        end: span.end as usize,
        severity: match found.severity {
            Severity::Error => Loudness::Error,
            Severity::Warning => Loudness::Warning,
            Severity::Note => Loudness::Info,
        },
        message: message.into(),
        actions: own.fixes().map(|(words, _)| AttrValue::from(words.to_owned())).collect(),
    }
}
