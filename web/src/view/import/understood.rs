//! What was understood of a text, and what it would replace.

use super::ImportDialogProps;
use super::others::others;
use super::tests::tests;
use super::text::Text;
use crate::engine::protocol::QuestionKind;
use crate::platform::focus;
use crate::state::{
    action::Action,
    import::{ImportAction, replacement},
    requests::{RequestAction, State},
};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::prose::Prose;
use crate::ui::visible_text::VisibleText;
use crate::view::common::{Common, severity};
use crate::view::editor::advice;
use crate::view::export::remarks;
use crate::view::failure::why;
use rulepad_workbench::{
    Brings, Change, Diagnostic, Import, ImportedFiles, Lang, LineIndex, Replaced, Understood, replaced,
};
use yew::prelude::*;

/// More problems, or rules to choose from, are counted.
const SHOWN: usize = 200;
/// Longer texts are cut where they are compared, in characters.
const LONG: usize = 400;
/// The same of what stays as it is.
const SHORT: usize = 100;

/// The answer, or what is shown instead.
pub(super) fn understood(lang: Lang, props: &ImportDialogProps) -> Html {
    let importing = &props.importing;
    let again = || {
        html! {
            <Button
                kind={ButtonKind::Primary}
                onclick={props.dispatch.reform(|_| Action::Request(RequestAction::Again(QuestionKind::Import)))}
            >
                { Common::TryAgain.words(lang) }
            </Button>
        }
    };
    let stale = importing.understood().is_none();
    let said = match (&props.state, importing.last()) {
        _ if importing.is_tests() => tests(lang, props),
        (Some(State::Stopped), _) => html! {
            <><p>{ Text::Stopped.words(lang) }</p>{ again() }</>
        },
        (Some(State::Failed(failure)), _) => html! {
            <><p>{ Text::CannotBeRead(&why(lang, failure)).words(lang) }</p>{ again() }</>
        },
        (_, None) if importing.text.trim().is_empty() => empty(lang),
        (Some(State::Slow), None) => {
            html! { <p class="muted" role="status">{ Text::Reading.words(lang) }</p> }
        }
        (None | Some(State::Pending | State::Answered), None) => Html::default(),
        (state, Some((text, import))) => {
            let slow = stale && *state == Some(State::Slow);
            html! {
                <div class={classes!("understood", slow.then_some("stale"))}>
                    { answer(lang, props, text, import, stale) }
                </div>
            }
        }
    };
    html! {
        <section class="import-answer" aria-label={Text::WhatWasUnderstood.words(lang)} tabindex="0">{ said }</section>
    }
}

fn empty(lang: Lang) -> Html {
    html! {
        <div class="empty">
            <p>{ Text::PasteRule.words(lang) }</p>
            <p><Prose text={Text::Forms.words(lang)} /></p>
        </div>
    }
}

fn answer(lang: Lang, props: &ImportDialogProps, text: &str, import: &Import, stale: bool) -> Html {
    let count = import.rules.len();
    let headline = match import.form.as_str() {
        "" => Text::FoundRules(count).words(lang),
        form => Text::FoundIn { form, count }.words(lang),
    };
    let count_all = props.importing.current().map_or(0, ImportedFiles::count);
    // Rulepad's own file brings all its rules whichever is chosen.
    let is_own = import.rules.iter().any(|rule| matches!(rule.brings, Brings::Draft(_)));
    let take_all = props.dispatch.reform(|_: MouseEvent| Action::Import(ImportAction::ReplaceAll));
    html! {
        <>
            <p class="import-form" role="status">{ headline }</p>
            { problems(lang, props, text, &import.diagnostics) }
            if import.rules.len() > 1 {
                { choice(lang, props, import) }
            }
            if count_all > 1 && !is_own {
                <div class="import-actions import-all">
                    <Button disabled={stale} title={Text::TakeAllAbout.words(lang)} onclick={take_all}>
                        { Text::TakeAll(count_all).words(lang) }
                    </Button>
                </div>
            }
            { others(lang, props) }
            if let Some(rule) = import.rules.get(props.importing.chosen) {
                { one(lang, props, rule, stale) }
            }
        </>
    }
}

/// The problems of the text, each with its place.
pub(super) fn problems(lang: Lang, props: &ImportDialogProps, text: &str, found: &[Diagnostic]) -> Html {
    if found.is_empty() {
        return Html::default();
    }
    let lines = LineIndex::new(text);
    let problem = |found: &Diagnostic| {
        let span = found.span();
        let position = lines.position(span.start as usize);
        let (tone, word) = severity(found.severity);
        html! {
            <li class={classes!("problem", tone.class())}>
                <Glyph {tone} label={word.words(lang)} />
                <div class="problem-body">
                    <div class="problem-words">
                        <button
                            type="button"
                            class="problem-message"
                            title={Common::GoThere.words(lang)}
                            onclick={props.dispatch.reform(move |_: MouseEvent| Action::Import(ImportAction::GoTo(span)))}
                        >
                            <Prose text={found.message.clone()} />
                        </button>
                        { for advice(found).map(|help| html! { <p class="problem-advice"><Prose text={help.text.clone()} /></p> }) }
                    </div>
                </div>
                <span class="problem-place">{ format!("{}:{}", position.line, position.column) }</span>
            </li>
        }
    };
    let rest = found.len().saturating_sub(SHOWN);
    html! {
        <ul class="problems" aria-label={Common::ProblemsOfIt.words(lang)}>
            { for found.iter().take(SHOWN).map(problem) }
            if rest > 0 {
                <li class="muted">{ Common::AndMore(rest).words(lang) }</li>
            }
        </ul>
    }
}

/// Which of several rules.
fn choice(lang: Lang, props: &ImportDialogProps, import: &Import) -> Html {
    let rule = |(place, rule): (usize, &Understood)| {
        let chosen = place == props.importing.chosen;
        let onchange = props.dispatch.reform(move |_: Event| Action::Import(ImportAction::Choose(place)));
        html! {
            <label class={classes!("import-rule", chosen.then_some("chosen"))} key={place}>
                <input type="radio" name="import-rule" checked={chosen} {onchange} />
                <span class="import-label"><VisibleText text={label(lang, rule, place)} /></span>
                if let Some(pattern) = &rule.pattern {
                    { verdict(lang, pattern.mistakes) }
                }
            </label>
        }
    };
    let rest = import.rules.len().saturating_sub(SHOWN);
    html! {
        <fieldset class="import-rules">
            <legend class="field-label">{ Text::WhichOne.words(lang) }</legend>
            { for import.rules.iter().enumerate().take(SHOWN).map(rule) }
            if rest > 0 {
                <p class="muted">{ Text::NotListed(rest).words(lang) }</p>
            }
        </fieldset>
    }
}

fn label(lang: Lang, rule: &Understood, place: usize) -> String {
    if rule.label.is_empty() {
        Text::RuleNumber(place + 1).words(lang).to_string()
    } else {
        rule.label.clone()
    }
}

fn verdict(lang: Lang, errors: usize) -> Html {
    let tone = if errors == 0 { Tone::Good } else { Tone::Bad };
    let words = Text::ErrorsInPattern(errors).words(lang);
    html! {
        <span class={classes!("import-verdict", tone.class())}><Glyph {tone} />{ words }</span>
    }
}

/// The chosen rule: what it is, and what it would replace.
fn one(lang: Lang, props: &ImportDialogProps, rule: &Understood, stale: bool) -> Html {
    let parts = replacement(&props.importing, &props.draft).map(|new| replaced(&props.draft, &new, lang));
    let parts = parts.unwrap_or_default();
    let changes = parts.iter().filter(|part| part.change != Change::Same).count();
    let replace = {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| {
            dispatch.emit(Action::Import(ImportAction::Replace));
            focus::keep(&[".import-answer .button-primary"]);
        }
    };
    html! {
        <>
            if let Some(pattern) = &rule.pattern {
                <div class="import-pattern">
                    { verdict(lang, pattern.mistakes) }
                    if let Some(sentence) = &pattern.sentence {
                        <p><Prose text={sentence.clone()} /></p>
                    } else {
                        <p class="muted">{ Text::FixLater.words(lang) }</p>
                    }
                </div>
            }
            { remarks::list(Text::ChangedOrSkipped.words(lang), Tone::Caution, &rule.notes, true) }
            if !parts.is_empty() {
                <table class="replaced">
                    <caption class="visually-hidden">{ Text::WhatIsReplaced.words(lang) }</caption>
                    <thead>
                        <tr><th scope="col">{ Text::Part.words(lang) }</th><th scope="col">{ Text::Now.words(lang) }</th><th scope="col">{ Text::After.words(lang) }</th></tr>
                    </thead>
                    <tbody>{ for parts.iter().map(|part| row(lang, part)) }</tbody>
                </table>
                <div class="import-actions">
                    <Button
                        kind={ButtonKind::Primary}
                        disabled={changes == 0 || stale}
                        title={if changes == 0 { Text::NothingChanges } else { Text::CanBeUndone }.words(lang)}
                        onclick={replace}
                    >
                        { Text::Replace.words(lang) }
                    </Button>
                    <span class="muted">
                        { Text::Changes(changes).words(lang) }
                    </span>
                </div>
            }
        </>
    }
}

fn row(lang: Lang, part: &Replaced) -> Html {
    let (tone, word) = match part.change {
        Change::Same => (Tone::Plain, Text::Unchanged),
        Change::Spelling => (Tone::Plain, Text::SpellingOnly),
        Change::Changed => (Tone::Caution, Text::Changed),
        Change::Added => (Tone::Good, Text::Added),
        Change::Removed => (Tone::Bad, Text::Removed),
    };
    let quiet = matches!(part.change, Change::Same);
    html! {
        <tr class={classes!(tone.class(), quiet.then_some("same"))}>
            <th scope="row"><Prose text={part.part.clone()} /><span class="replaced-word">{ word.words(lang) }</span></th>
            if quiet {
                <td colspan="2" data-column={Text::Now.words(lang)}>{ cell(lang, &part.before, SHORT) }</td>
            } else {
                <td data-column={Text::Now.words(lang)}>{ cell(lang, &part.before, LONG) }</td>
                <td data-column={Text::After.words(lang)}>{ cell(lang, &part.after, LONG) }</td>
            }
        </tr>
    }
}

fn cell(lang: Lang, text: &str, room: usize) -> Html {
    if text.is_empty() {
        return html! { <span class="muted">{ Text::None.words(lang) }</span> };
    }
    let cut: String = text.chars().take(room).collect();
    let more = text.chars().nth(room).is_some();
    html! {
        <div class="replaced-text">
            if cut.contains('\n') || !cut.contains('`') {
                <VisibleText text={cut.replace('\n', " ").split_whitespace().collect::<Vec<_>>().join(" ")} />
            } else {
                <Prose text={cut} />
            }
            if more { <span class="muted">{ " …" }</span> }
        </div>
    }
}
