//! A rule as subscribers: what is lost, what changes, and both payloads side by side.

use super::text::Text;
use crate::state::shared::Shared;
use crate::subscriber::state::{Action, Dialog, Model, Waiting};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::code_editor::{CodeEditor, Language};
use crate::ui::dialog::Dialog as DialogView;
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use crate::view::common::Common;
use crate::view::failure;
use rulepad_subscriber_workbench::{Migrated, MigratedTarget, Same, Verdict};
use rulepad_workbench::{
    Draft, Example, ImportedFiles, Lang, LineIndex, Span, Verdict as RuleVerdict, examples,
};
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// How many examples are offered.
const EXAMPLES: usize = 4;

/// Properties of [`MigrationDialog`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct MigrationDialogProps {
    /// The model.
    pub model: Shared<Model>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The dialog.
#[component]
pub(super) fn MigrationDialog(props: &MigrationDialogProps) -> Html {
    let lang = use_lang();
    let open = props.model.dialog == Some(Dialog::Migration);
    html! {
        <DialogView
            name="migration"
            class="migration"
            title={Text::MigrationTitle.words(lang)}
            close_label={Common::Close.words(lang)}
            {open}
            on_close={props.dispatch.reform(|()| Action::Dialog(None))}
        >
            if open {
                { source(lang, props) }
                { answer(lang, props) }
            }
        </DialogView>
    }
}

/// The rules of files as drafts, with what could not be taken of their texts.
pub(super) fn read(files: &ImportedFiles) -> Action {
    let rules = files.rules().map(|(_, rule)| Shared::new(rule.onto(&Draft::default()))).collect();
    let problems = files.files.iter().flat_map(|file| &file.import.diagnostics);
    let problems = problems.map(|found| (Some(found.span()), found.message.clone()));
    let notes = files.rules().flat_map(|(_, rule)| rule.notes.iter().map(|note| (None, note.clone())));
    Action::Rules(rules, problems.chain(notes).collect())
}

/// The rule: pasted as whatever has it, or an example.
fn source(lang: Lang, props: &MigrationDialogProps) -> Html {
    let migration = &props.model.migration;
    let dispatch = &props.dispatch;
    let example = |own: Example| {
        let label = own.title.words(lang).to_owned();
        let (dispatch, rule) = (dispatch.clone(), Shared::new(own.draft));
        let onclick = move |_: MouseEvent| {
            dispatch.emit(Action::RuleText(String::new()));
            dispatch.emit(Action::Rules(vec![rule.clone()], Vec::new()));
        };
        html! {
            <Button {onclick}>{ label }</Button>
        }
    };
    let on_rule = {
        let dispatch = dispatch.clone();
        move |event: Event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            let place = select.and_then(|select| usize::try_from(select.selected_index()).ok());
            dispatch.emit(Action::ChooseRule(place.unwrap_or(0)));
        }
    };
    let name = |(place, rule): (usize, &Shared<Draft>)| {
        let label = if rule.rule.name.is_empty() {
            Text::RuleNumber(place + 1).words(lang)
        } else {
            rule.rule.name.clone().into()
        };
        html! {
            <option selected={place == migration.at}>{ label }</option>
        }
    };
    let lines = LineIndex::new(&migration.text);
    let placed = |(at, said): &(Option<Span>, String)| match at {
        Some(span) => {
            let position = lines.position(span.start as usize);
            format!("{}:{} {said}", position.line, position.column)
        }
        None => said.clone(),
    };
    let left_out: Vec<String> = migration.left_out.iter().map(placed).collect();
    html! {
        <div class="migration-source">
            <p class="muted">{ Text::MigrationAbout.words(lang) }</p>
            <div class="migration-editor">
                <CodeEditor
                    label={Text::RuleToMigrate.words(lang)}
                    placeholder={Text::RulePlaceholder.words(lang)}
                    text={migration.text.clone()}
                    language={Language::Plain}
                    line_numbers=false
                    wrap=true
                    on_input={dispatch.reform(Action::RuleText)}
                />
            </div>
            <div class="migration-choices">
                <span class="muted">{ Text::OrExample.words(lang) }</span>
                { for examples().into_iter().filter(|own| !own.draft.targets.is_empty()).take(EXAMPLES).map(example) }
                if migration.rules.len() > 1 {
                    <label>
                        { Common::Rule.words(lang) }{ " " }
                        <select class="field-input" onchange={on_rule}>
                            { for migration.rules.iter().enumerate().map(name) }
                        </select>
                    </label>
                }
            </div>
            { remarks(lang, Tone::Caution, Text::LeftOut, &left_out) }
        </div>
    }
}

fn answer(lang: Lang, props: &MigrationDialogProps) -> Html {
    let migration = &props.model.migration;
    match (&migration.waiting, &migration.migrated) {
        (Waiting::Failed(reason), _) => html! {
            <p role="alert">{ Text::MigrationFailed.words(lang) }{ " " }{ failure::why(lang, reason) }</p>
        },
        (Waiting::Stopped, _) => html! {
            <p role="alert">{ failure::stopped(lang) }</p>
        },
        (_, Some(migrated)) => result(lang, props, migrated),
        (Waiting::Slow, None) => html! {
            <p role="status" class="muted">{ Text::Migrating.words(lang) }</p>
        },
        (Waiting::Done, None) if !migration.text.trim().is_empty() && migration.rules.is_empty() => html! {
            <p role="status">{ Text::NoRuleFound.words(lang) }</p>
        },
        _ => Html::default(),
    }
}

fn result(lang: Lang, props: &MigrationDialogProps, migrated: &Migrated) -> Html {
    let target = |(place, own): (usize, &MigratedTarget)| of_target(lang, props, migrated, place, own);
    let has_none = migrated.targets.is_empty() && migrated.losses.is_empty();
    html! {
        <div class="migration-result">
            { remarks(lang, Tone::Bad, Text::Losses, &migrated.losses) }
            { remarks(lang, Tone::Caution, Text::Changes, &migrated.changes) }
            if !migrated.services.is_empty() {
                <p class="remark tone-caution">
                    <Glyph tone={Tone::Caution} />
                    <span><Prose text={Text::NeedsEventSources(&migrated.services.join("`, `")).words(lang)} /></span>
                </p>
            }
            if has_none {
                <p role="status">{ Text::RuleWithoutTargets.words(lang) }</p>
            }
            { for migrated.targets.iter().enumerate().map(target) }
        </div>
    }
}

fn remarks(lang: Lang, tone: Tone, title: Text<'_>, all: &[String]) -> Html {
    if all.is_empty() {
        return Html::default();
    }
    html! {
        <section class="migration-remarks">
            <h4>{ title.words(lang) }</h4>
            <ul>
                { for all.iter().map(|own| html! {
                    <li class={classes!("remark", tone.class())}><Glyph {tone} /><span><Prose text={own.clone()} /></span></li>
                }) }
            </ul>
        </section>
    }
}

fn of_target(
    lang: Lang,
    props: &MigrationDialogProps,
    migrated: &Migrated,
    place: usize,
    own: &MigratedTarget,
) -> Html {
    let take = props.dispatch.reform(move |_: MouseEvent| Action::TakeMigrated(place));
    let (tone, said) = match own.payloads.same {
        Same::Bytes => (Tone::Good, Text::SameBytes),
        Same::Json => (Tone::Good, Text::SameJson),
        Same::Different => (Tone::Caution, Text::DifferentPayloads),
        Same::NotCompared => (Tone::Plain, Text::NotCompared),
    };
    let agree = match (migrated.classic, own.verdict) {
        (RuleVerdict::Match, Some(Verdict::Match)) => Some((Tone::Good, Text::BothMatch)),
        (RuleVerdict::NoMatch, Some(Verdict::NoMatch)) => Some((Tone::Good, Text::NeitherMatches)),
        (RuleVerdict::Match | RuleVerdict::NoMatch, Some(Verdict::Match | Verdict::NoMatch)) => {
            Some((Tone::Bad, Text::VerdictsDiffer))
        }
        _ => None,
    };
    let side = |title: Text<'_>, text: Option<&String>| {
        html! {
            <div class="migration-side">
                <h5>{ title.words(lang) }</h5>
                <pre class="payload-text" translate="no" tabindex="0">
                    if let Some(text) = text {
                        { text }
                    } else {
                        <em>{ Text::NoPayload.words(lang) }</em>
                    }
                </pre>
            </div>
        }
    };
    html! {
        <section class="migration-target" aria-label={own.id.clone()}>
            <header>
                <h4>{ &own.id }</h4>
                <code translate="no">{ &own.arn }</code>
                <span class="spacer" />
                if own.draft.is_some() {
                    <Button kind={ButtonKind::Primary} onclick={take}>{ Text::OpenSubscriber.words(lang) }</Button>
                }
            </header>
            { remarks(lang, Tone::Bad, Text::Losses, &own.losses) }
            { remarks(lang, Tone::Caution, Text::Changes, &own.changes) }
            if own.draft.is_some() {
                if let Some((tone, said)) = agree {
                    <p class={classes!("state-line", tone.class())}><Glyph {tone} /><strong>{ said.words(lang) }</strong></p>
                }
                <p class={classes!("state-line", tone.class())}><Glyph {tone} /><strong>{ said.words(lang) }</strong></p>
                <div class="migration-sides">
                    { side(Text::PayloadOfRule, own.payloads.classic.as_ref()) }
                    { side(Text::PayloadOfSubscriber, own.payloads.subscriber.as_ref()) }
                </div>
            }
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::subscriber::state::Action;
    use rulepad_workbench::{Lang, NamedText, import_files};

    #[test]
    fn what_the_import_leaves_out_has_its_place() {
        let text = r#"{"Name": "r", "EventPattern": "{\"source\": [\"shop\"]}", "Unheard": 1}"#;
        let files = vec![NamedText { name: String::new(), text: text.to_owned() }];
        let Action::Rules(rules, left_out) = read(&import_files(&files, Lang::En)) else {
            panic!("no rules")
        };
        assert_eq!(rules.len(), 1);
        let places: Vec<&str> = left_out.iter().filter_map(|(at, _)| Some(at.as_ref()?.of(text))).collect();
        assert!(places.iter().any(|place| place.contains("Unheard")), "{left_out:?}");
    }
}
