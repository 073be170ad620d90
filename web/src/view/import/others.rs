//! What the other files of an import lose, each under its name: a rule that is replaced may need more than one of them.

use super::ImportDialogProps;
use super::text::Text;
use crate::state::{action::Action, import::ImportAction, import::Importing};
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::prose::Prose;
use crate::ui::visible_text::{VisibleText, seen};
use crate::view::common::Common;
use rulepad_workbench::{ImportedFile, Lang, Severity};
use yew::prelude::*;

/// More sentences are counted.
const SHOWN: usize = 100;

/// The list; nothing where there is one file, or no other one loses anything.
pub(super) fn others(lang: Lang, props: &ImportDialogProps) -> Html {
    let all = lost(&props.importing);
    if all.is_empty() {
        return Html::default();
    }
    let mut room = SHOWN;
    let total: usize = all.iter().map(|file| file.sentences.len()).sum();
    let file = |Lost { at, name, sentences }: &Lost<'_>| {
        let at = *at;
        let shown = sentences.iter().take(room);
        let items: Html = shown
            .map(|(tone, sentence)| {
                html! { <li class={tone.class()}><Glyph tone={*tone} /><Prose text={sentence.clone()} /></li> }
            })
            .collect();
        room = room.saturating_sub(sentences.len());
        html! {
            <li key={at} class="import-other">
                <button
                    type="button"
                    class="problem-message"
                    title={Text::ShowFile(&seen(name)).words(lang)}
                    onclick={props.dispatch.reform(move |_: MouseEvent| Action::Import(ImportAction::File(at)))}
                >
                    <VisibleText text={(*name).to_owned()} />
                </button>
                <ul class="remark-list">{ items }</ul>
            </li>
        }
    };
    let files: Html = all.iter().map(file).collect();
    html! {
        <section class="import-others">
            <p class="remark-title" id="import-others-title">{ Text::InOtherFiles.words(lang) }</p>
            <ul aria-labelledby="import-others-title">{ files }</ul>
            if total > SHOWN {
                <p class="muted">{ Common::AndMore(total - SHOWN).words(lang) }</p>
            }
        </section>
    }
}

/// What one file loses.
#[derive(Debug)]
struct Lost<'i> {
    at: usize,
    name: &'i str,
    sentences: Vec<(Tone, String)>,
}

/// What each file but the shown one loses. A file without rules of a known form, such as notes beside them, loses none.
fn lost(importing: &Importing) -> Vec<Lost<'_>> {
    let files = importing.current().map(|all| all.files.as_slice()).unwrap_or_default();
    let others = files.iter().enumerate().filter(|(at, _)| *at != importing.at);
    others
        .map(|(at, file)| Lost { at, name: &file.name, sentences: sentences(file) })
        .filter(|file| !file.sentences.is_empty())
        .collect()
}

fn sentences(file: &ImportedFile) -> Vec<(Tone, String)> {
    let import = &file.import;
    if import.rules.is_empty() && import.form.is_empty() {
        return Vec::new();
    }
    let found = import.diagnostics.iter().filter_map(|found| {
        let tone = match found.severity {
            Severity::Error => Tone::Bad,
            Severity::Warning => Tone::Caution,
            Severity::Note => return None,
        };
        Some((tone, found.message.clone()))
    });
    let notes = import.rules.iter().flat_map(|rule| {
        rule.notes.iter().map(move |note| {
            let named = import.rules.len() > 1 && !rule.label.is_empty();
            (Tone::Caution, if named { format!("{}: {note}", rule.label) } else { note.clone() })
        })
    });
    found.chain(notes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::protocol::QuestionKind;
    use crate::state::model::{Model, Settings};
    use crate::state::paste::File;
    use crate::state::reduce::reduce;
    use crate::state::requests::test_support::answered;
    use rulepad_workbench::Draft;

    #[test]
    fn each_file_is_named_with_what_it_loses() {
        let rule = |name: &str, more: &str| {
            format!(
                "resource \"aws_cloudwatch_event_rule\" \"{name}\" {{\n  name = \"{name}\"\n  event_pattern = jsonencode({{ source = [\"aws.s3\"] }})\n{more}}}\n"
            )
        };
        let files = [
            ("a.tf", rule("a", "")),
            ("b.tf", rule("b", "  nonsense = 1\n  tags = { team = \"x\" }\n")),
            ("notes.txt", "hello".to_owned()),
        ];
        let given = files
            .map(|(name, text)| File { name: name.to_owned(), text: Ok(text.into()), to_scan: None })
            .to_vec();
        let model = Model::new(Draft::default(), Settings::default());
        let model = reduce(&model, Action::Import(ImportAction::Files(given)));
        let model = answered(&model, |kind| kind == QuestionKind::Import);
        let lost = lost(&model.importing);
        let names: Vec<&str> = lost.iter().map(|file| file.name).collect();
        assert_eq!(names, ["b.tf"], "{lost:?}");
        assert!(lost[0].sentences.iter().any(|(_, sentence)| sentence.contains("nonsense")), "{lost:?}");
    }
}
