//! The text that rules are read from.

use super::ImportDialogProps;
use super::text::Text;
use crate::state::refusal::Refusal;
use crate::state::{action::Action, import::ImportAction};
use crate::ui::code_editor::{CodeEditor, EditorDiagnostic, Language, Reveal};
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::prose::Prose;
use crate::ui::visible_text::{VisibleText, seen};
use crate::view::editor;
use crate::view::export::{open_file, open_folder};
use crate::view::reasons::Words;
use rulepad_workbench::{Lang, NamedText};
use std::rc::Rc;
use yew::prelude::*;

/// A place to paste, drop or open it.
pub(super) fn source(lang: Lang, props: &ImportDialogProps) -> Html {
    let importing = &props.importing;
    let found = importing.last();
    let diagnostics: Rc<[EditorDiagnostic]> = found
        .map(|(_, import)| import.diagnostics.iter().map(|found| editor::diagnostic(lang, found)).collect())
        .unwrap_or_default();
    let reveal = importing.reveal.map(|(revision, span)| Reveal {
        revision,
        start: span.start as usize,
        end: span.end as usize,
        focus: true,
    });
    // Only JSON has colours while it is typed.
    let language = match importing.text.trim_start().starts_with(['{', '[']) {
        true => Language::Json,
        false => Language::Plain,
    };
    html! {
        <section class="import-source" aria-label={Text::ToImport.words(lang)}>
            if importing.files.len() > 1 {
                { files(lang, props) }
            }
            <CodeEditor
                class="payload-editor"
                label={Text::WithRules.words(lang)}
                {language}
                text={importing.text.to_string()}
                placeholder={Text::Placeholder.words(lang)}
                wrap=true
                findings_text={found.map(|(text, _)| AttrValue::from(text.to_string()))}
                {diagnostics}
                {reveal}
                key={importing.at}
                on_input={props.dispatch.reform(|text| Action::Import(ImportAction::Type(text)))}
            />
            if !importing.refused.is_empty() {
                <p class={classes!("import-refused", Tone::Caution.class())} role="status">
                    <Glyph tone={Tone::Caution} /><Prose text={refused(lang, &importing.refused)} />
                </p>
            }
            <footer class="import-foot">
                { open_file(&props.dispatch, Text::ChooseFiles.words(lang), Text::ChooseFilesTitle.words(lang)) }
                { open_folder(lang, &props.dispatch) }
                <span class="muted import-name">
                    { match &importing.file {
                        Some(name) => html! { <span class="file-name" title={seen(name)}><VisibleText text={name.clone()} /></span> },
                        None => html! { Text::OrDrop.words(lang) },
                    } }
                </span>
            </footer>
        </section>
    }
}

/// What was not read, a sentence each.
fn refused(lang: Lang, all: &[Refusal]) -> String {
    all.iter().map(|refusal| refusal.words(lang).to_string()).collect::<Vec<_>>().join(" ")
}

/// Which of several files is shown, with what each holds.
fn files(lang: Lang, props: &ImportDialogProps) -> Html {
    let importing = &props.importing;
    let read = importing.current();
    let item = |(at, file): (usize, &NamedText)| {
        let found = read.and_then(|all| all.files.get(at)).map(|file| file.import.rules.len());
        let onclick = props.dispatch.reform(move |_: MouseEvent| Action::Import(ImportAction::File(at)));
        html! {
            <li key={at}>
                <button
                    type="button"
                    class="import-file"
                    aria-current={(at == importing.at).then_some("true")}
                    title={seen(&file.name)}
                    {onclick}
                >
                    <VisibleText text={file.name.clone()} />
                    <span class="muted">
                        { match found {
                            None => AttrValue::default(),
                            Some(count) => Text::Rules(count).words(lang),
                        } }
                    </span>
                </button>
            </li>
        }
    };
    html! {
        <ul class="import-files" aria-label={Text::Files.words(lang)}>{ for importing.files.iter().enumerate().map(item) }</ul>
    }
}
