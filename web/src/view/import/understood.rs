//! What was understood of a text, and what it would replace.

use super::ImportDialogProps;
use super::others::others;
use crate::engine::protocol::Kind;
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
use crate::view::editor::advice;
use crate::view::export::remarks;
use crate::view::failure::say;
use rulepad_workbench::{Change, Diagnostic, Import, LineIndex, Replaced, Severity, Understood, replaced};
use yew::prelude::*;

/// More problems, or rules to choose from, are counted.
const SHOWN: usize = 200;
/// Longer texts are cut where they are compared, in characters.
const LONG: usize = 400;
/// The same of what stays as it is.
const SHORT: usize = 100;

const FORMS: &str = "Import reads the output of `describe-rule` and `list-targets-by-rule`, requests of PutRule and PutTargets, \
    templates of CloudFormation and SAM, Terraform, and Rulepad's own file.";

/// The answer, or what stands in its place.
pub(super) fn understood(props: &ImportDialogProps) -> Html {
    let importing = &props.importing;
    let again = || {
        html! {
            <Button
                kind={ButtonKind::Primary}
                onclick={props.dispatch.reform(|_| Action::Request(RequestAction::Again(Kind::Import)))}
            >
                { "Try again" }
            </Button>
        }
    };
    let stale = importing.understood().is_none();
    let said = match (&props.state, importing.last()) {
        (Some(State::Stopped), _) => html! {
            <><p>{ "Reading was stopped after 15 seconds. Use a part of the text, or try again." }</p>{ again() }</>
        },
        (Some(State::Failed(failure)), _) => html! {
            <><p>{ format!("The text cannot be read: {}.", say(failure)) }</p>{ again() }</>
        },
        (_, None) if importing.text.trim().is_empty() => empty(),
        (Some(State::Slow), None) => html! { <p class="muted" role="status">{ "Reading" }</p> },
        (None | Some(State::Pending | State::Answered), None) => Html::default(),
        (state, Some((text, import))) => {
            let slow = stale && *state == Some(State::Slow);
            html! {
                <div class={classes!("understood", slow.then_some("stale"))}>
                    { answer(props, text, import, stale) }
                </div>
            }
        }
    };
    html! {
        <section class="import-answer" aria-label="What was understood" tabindex="0">{ said }</section>
    }
}

fn empty() -> Html {
    html! {
        <div class="empty">
            <p>{ "Paste a rule in any format, or drop files. What was understood is shown here first; nothing is replaced until you choose Replace." }</p>
            <p><Prose text={FORMS} /></p>
        </div>
    }
}

fn answer(props: &ImportDialogProps, text: &str, import: &Import, stale: bool) -> Html {
    let headline = match (import.form.as_str(), import.rules.len()) {
        ("", 0) => "No rule was found".to_owned(),
        (form, 0) => format!("{form}: no rule found"),
        ("", 1) => "1 rule".to_owned(),
        ("", count) => format!("{count} rules"),
        (form, 1) => form.to_owned(),
        (form, count) => format!("{form}: {count} rules"),
    };
    html! {
        <>
            <p class="import-form" role="status">{ headline }</p>
            { problems(props, text, &import.diagnostics) }
            if import.rules.len() > 1 {
                { choice(props, import) }
            }
            { others(props) }
            if let Some(rule) = import.rules.get(props.importing.chosen) {
                { one(props, rule, stale) }
            }
        </>
    }
}

/// What stands in the way, each with its place.
fn problems(props: &ImportDialogProps, text: &str, found: &[Diagnostic]) -> Html {
    if found.is_empty() {
        return Html::default();
    }
    let lines = LineIndex::new(text);
    let problem = |found: &Diagnostic| {
        let span = found.span();
        let position = lines.position(span.start as usize);
        let (tone, word) = match found.severity {
            Severity::Error => (Tone::Bad, "error"),
            Severity::Warning => (Tone::Caution, "warning"),
            Severity::Note => (Tone::Plain, "note"),
        };
        html! {
            <li class={classes!("problem", tone.class())}>
                <Glyph {tone} label={word} />
                <div class="problem-body">
                    <div class="problem-words">
                        <button
                            type="button"
                            class="problem-message"
                            title="Go there"
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
        <ul class="problems" aria-label="Problems of the text">
            { for found.iter().take(SHOWN).map(problem) }
            if rest > 0 {
                <li class="muted">{ format!("and {rest} more") }</li>
            }
        </ul>
    }
}

/// Which of several rules.
fn choice(props: &ImportDialogProps, import: &Import) -> Html {
    let rule = |(place, rule): (usize, &Understood)| {
        let chosen = place == props.importing.chosen;
        let onchange = props.dispatch.reform(move |_: Event| Action::Import(ImportAction::Choose(place)));
        html! {
            <label class={classes!("import-rule", chosen.then_some("chosen"))} key={place}>
                <input type="radio" name="import-rule" checked={chosen} {onchange} />
                <span class="import-label"><VisibleText text={label(rule, place)} /></span>
                if let Some(pattern) = &rule.pattern {
                    { verdict(pattern.mistakes) }
                }
            </label>
        }
    };
    let rest = import.rules.len().saturating_sub(SHOWN);
    html! {
        <fieldset class="import-rules">
            <legend class="field-label">{ "Which one" }</legend>
            { for import.rules.iter().enumerate().take(SHOWN).map(rule) }
            if rest > 0 {
                <p class="muted">{ format!("and {rest} more, which are not listed") }</p>
            }
        </fieldset>
    }
}

fn label(rule: &Understood, place: usize) -> String {
    if rule.label.is_empty() { format!("rule {}", place + 1) } else { rule.label.clone() }
}

fn verdict(mistakes: usize) -> Html {
    let (tone, words) = match mistakes {
        0 => (Tone::Good, "pattern valid".to_owned()),
        1 => (Tone::Bad, "1 error in the pattern".to_owned()),
        count => (Tone::Bad, format!("{count} errors in the pattern")),
    };
    html! {
        <span class={classes!("import-verdict", tone.class())}><Glyph {tone} />{ words }</span>
    }
}

/// The chosen rule: what it says, and what it would replace.
fn one(props: &ImportDialogProps, rule: &Understood, stale: bool) -> Html {
    let parts = replacement(&props.importing, &props.draft).map(|new| replaced(&props.draft, &new));
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
                    { verdict(pattern.mistakes) }
                    if let Some(sentence) = &pattern.sentence {
                        <p><Prose text={sentence.clone()} /></p>
                    } else {
                        <p class="muted">{ "It can be fixed once it is here." }</p>
                    }
                </div>
            }
            { remarks::list("Changed or left out", Tone::Caution, &rule.notes, true) }
            if !parts.is_empty() {
                <table class="replaced">
                    <caption class="visually-hidden">{ "What would be replaced" }</caption>
                    <thead>
                        <tr><th scope="col">{ "Part" }</th><th scope="col">{ "Now" }</th><th scope="col">{ "After" }</th></tr>
                    </thead>
                    <tbody>{ for parts.iter().map(row) }</tbody>
                </table>
                <div class="import-actions">
                    <Button
                        kind={ButtonKind::Primary}
                        disabled={changes == 0 || stale}
                        title={if changes == 0 { "This is what you have" } else { "Can be undone" }}
                        onclick={replace}
                    >
                        { "Replace" }
                    </Button>
                    <span class="muted">
                        { match changes {
                            0 => "This is what you have.".to_owned(),
                            1 => "1 part changes. It can be undone.".to_owned(),
                            count => format!("{count} parts change. It can be undone."),
                        } }
                    </span>
                </div>
            }
        </>
    }
}

fn row(part: &Replaced) -> Html {
    let (tone, word) = match part.change {
        Change::Same => (Tone::Plain, "unchanged"),
        Change::Spelling => (Tone::Plain, "different spelling only"),
        Change::Changed => (Tone::Caution, "changes"),
        Change::Added => (Tone::Good, "new"),
        Change::Removed => (Tone::Bad, "removed"),
    };
    let quiet = matches!(part.change, Change::Same);
    html! {
        <tr class={classes!(tone.class(), quiet.then_some("same"))}>
            <th scope="row"><Prose text={part.part.clone()} /><span class="replaced-word">{ word }</span></th>
            if quiet {
                <td colspan="2" data-column="Now">{ cell(&part.before, SHORT) }</td>
            } else {
                <td data-column="Now">{ cell(&part.before, LONG) }</td>
                <td data-column="After">{ cell(&part.after, LONG) }</td>
            }
        </tr>
    }
}

fn cell(text: &str, room: usize) -> Html {
    if text.is_empty() {
        return html! { <span class="muted">{ "none" }</span> };
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
