//! Why the event passes the filters or not: every scope in one explanation.

use super::text::Text;
use crate::platform::focus;
use crate::state::shared::Shared;
use crate::subscriber::state::{Action, Answer, Lit, Model, Pointed, Waiting};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::folded_text::FoldedText;
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use crate::ui::visible_text::VisibleText;
use crate::view::common::Common;
use crate::view::failure;
use rulepad_subscriber_workbench::{EventReport, Field, Line, LineKind, Near, ScopeReport, Verdict};
use rulepad_workbench::{Lang, Severity, Span};
use yew::prelude::*;

/// Properties of [`WhyPane`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct WhyPaneProps {
    /// The model.
    pub model: Shared<Model>,
    /// What belongs to what is pointed at.
    pub lit: Lit,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The pane.
#[component]
pub(super) fn WhyPane(props: &WhyPaneProps) -> Html {
    let lang = use_lang();
    let model = &*props.model;
    let event = shown(model);
    let dimmed = model.waiting == Waiting::Slow;
    html! {
        <section class="pane why" id="why" aria-labelledby="why-title" tabindex="-1">
            <header class="pane-header">
                <h2 id="why-title" title={Text::WhyKeys.words(lang)}>{ Common::Why.words(lang) }</h2>
            </header>
            if !model.look.narrow {
                <VerdictBand model={props.model.clone()} dispatch={props.dispatch.clone()} />
            }
            <div class={classes!("why-scroll", dimmed.then_some("dimmed"))}>
                if let (Some(answer), Some(event)) = (&model.answer, event) {
                    if event.scopes.is_empty() {
                        <p class="empty">{ Text::NoFilters.words(lang) }</p>
                    }
                    { for event.scopes.iter().enumerate().map(|(place, scope)| of_scope(lang, props, answer, place, scope)) }
                    { unverified(lang, answer, event) }
                } else if model.answer.is_some() {
                    <p class="empty">{ Text::NoEventToTry.words(lang) }</p>
                }
            </div>
        </section>
    }
}

fn shown(model: &Model) -> Option<&EventReport> {
    let report = &model.answer.as_ref()?.report;
    report.events.get(model.look.at).or(report.events.first())
}

/// Properties of [`VerdictBand`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct VerdictBandProps {
    /// The model.
    pub model: Shared<Model>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The verdict: the loudest thing on the page.
#[component]
pub(super) fn VerdictBand(props: &VerdictBandProps) -> Html {
    let lang = use_lang();
    let model = &*props.model;
    let again = html! {
        <Button kind={ButtonKind::Primary} onclick={props.dispatch.reform(|_| Action::Evaluation(Waiting::Asked))}>
            { Common::TryAgain.words(lang) }
        </Button>
    };
    let (tone, headline, summary, more) = match (&model.waiting, &model.answer) {
        (Waiting::Stopped, _) => {
            (Tone::Caution, Text::EvaluationStopped.words(lang), AttrValue::default(), again)
        }
        (Waiting::Failed(reason), _) => {
            (Tone::Caution, Text::CannotEvaluate.words(lang), failure::why(lang, reason), again)
        }
        (_, None) => (Tone::Plain, AttrValue::default(), AttrValue::default(), Html::default()),
        (_, Some(answer)) => {
            let (verdict, headline) = match shown(model) {
                Some(event) if answer.report.verdict != Verdict::FilterError => {
                    (event.verdict, &event.headline)
                }
                _ => (answer.report.verdict, &answer.report.headline),
            };
            if verdict == Verdict::EventError && answer.draft.event.trim().is_empty() {
                (Tone::Plain, Text::NoEventYet.words(lang), Text::PasteAnEvent.words(lang), Html::default())
            } else {
                (tone(verdict), headline.clone().into(), summary(lang, model, answer), Html::default())
            }
        }
    };
    html! {
        <div class={classes!("verdict", tone.class())}>
            <span class="verdict-shape" aria-hidden="true">{ tone.shape() }</span>
            <div class="verdict-words" role="status" aria-label={Text::VerdictName.words(lang)}>
                <p class="verdict-headline">{ headline }</p>
                <p class="verdict-summary"><Prose text={summary} /></p>
            </div>
            { more }
        </div>
    }
}

fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Match => Tone::Good,
        Verdict::NoMatch => Tone::Bad,
        Verdict::FilterError | Verdict::SubscriberError | Verdict::EventError | Verdict::Undecided => {
            Tone::Caution
        }
    }
}

/// What decided the verdict, in a few words.
fn summary(lang: Lang, model: &Model, answer: &Answer) -> AttrValue {
    let Some(event) = shown(model) else { return AttrValue::default() };
    let all = event.scopes.len();
    let failed: Vec<&str> =
        event.scopes.iter().filter(|own| own.holds == Some(false)).map(|own| own.scope.name()).collect();
    let is_refused = answer.report.target.as_ref().filter(|_| event.verdict == Verdict::Match);
    match (failed.as_slice(), is_refused) {
        (_, Some(target)) if target.refused_at_create => Text::ButRefusedAtCreate.words(lang),
        (_, Some(target)) if target.refused_by_target => Text::ButRefusedByTarget.words(lang),
        ([], _) if all == 0 => Text::AcceptsEverything.words(lang),
        ([], _) if event.verdict == Verdict::Match => Text::AllFiltersAccept(all).words(lang),
        ([], _) => AttrValue::default(),
        (failed, _) => Text::FiltersFail { failed: &failed.join("`, `"), all }.words(lang),
    }
}

fn of_scope(
    lang: Lang,
    props: &WhyPaneProps,
    answer: &Shared<Answer>,
    place: usize,
    scope: &ScopeReport,
) -> Html {
    let (tone, word) = match scope.holds {
        Some(true) => (Tone::Good, Text::StateHolds),
        Some(false) => (Tone::Bad, Text::StateFails),
        None => (Tone::Caution, Text::StateOpen),
    };
    let field = Field::of(scope.scope);
    let usable = answer.draft.text(field) == props.model.draft.text(field);
    // Why it silently never matches, with the fix: the same problems are under the filter.
    let traps = answer.report.of(field).filter(|own| own.diagnostic.severity == Severity::Warning);
    let traps = traps.filter(|_| scope.holds == Some(false)).map(|own| {
        html! {
            <div class="why-trap">
                <p><Glyph tone={Tone::Caution} />{ " " }<Prose text={own.diagnostic.message.clone()} /></p>
                if usable {
                    { for own.fixes().map(|(words, edits)| fix(props, answer, field, words, edits.to_vec())) }
                }
            </div>
        }
    });
    html! {
        <section class="why-scope" aria-label={scope.scope.name()}>
            <h3 class={tone.class()}>
                <Glyph {tone} label={word.words(lang)} />
                <span class="why-scope-name">{ scope.scope.name() }</span>
                <span class="why-scope-summary"><Prose text={scope.summary.clone()} /></span>
            </h3>
            { for traps }
            <ul class="why-list">
                { for scope.why.iter().enumerate().map(|(at, line)| html! {
                    <li key={at}>{ of_line(lang, props, answer, (place, at), field, line, usable) }</li>
                }) }
            </ul>
        </section>
    }
}

fn of_line(
    lang: Lang,
    props: &WhyPaneProps,
    answer: &Shared<Answer>,
    at: (usize, usize),
    field: Field,
    line: &Line,
    usable: bool,
) -> Html {
    let (scope, number) = at;
    let point = move |on: bool| on.then_some(Pointed::Line(scope, number));
    let (tone, word) =
        if line.holds { (Tone::Good, Text::ConditionMet) } else { (Tone::Bad, Text::ConditionFailed) };
    let lit = props.lit.lines.contains(&at);
    let span: Span = line.pattern;
    let go = props.dispatch.reform(move |_: MouseEvent| Action::GoTo(field, span));
    let near = |near: &Near| {
        html! {
            <p class="why-near">
                <span class="why-near-text"><Prose text={near.text.clone()} /></span>
                if usable && !near.edits.is_empty() {
                    { fix(props, answer, field, &Text::UseInFilter.words(lang), near.edits.clone()) }
                }
            </p>
        }
    };
    html! {
        <div
            class={classes!(
                "why-line",
                "why-condition",
                tone.class(),
                (!line.holds).then_some("why-failed"),
                lit.then_some("lit"),
                (line.depth > 0).then_some("why-deeper"),
            )}
            onmouseenter={props.dispatch.reform(move |_: MouseEvent| Action::Point(point(true)))}
            onmouseleave={props.dispatch.reform(move |_: MouseEvent| Action::Point(None))}
            onfocusin={props.dispatch.reform(move |_: FocusEvent| Action::Point(point(true)))}
            onfocusout={props.dispatch.reform(move |_: FocusEvent| Action::Point(None))}
        >
            <div class="why-row">
                <button type="button" class="why-main" title={Common::GoThere.words(lang)} onclick={go}>
                    <Glyph {tone} label={word.words(lang)} />
                    <span class="why-body">{ body(lang, line) }</span>
                </button>
            </div>
            { for line.near.iter().map(near) }
        </div>
    }
}

fn body(lang: Lang, line: &Line) -> Html {
    let name = html! {
        <span class="why-name"><FoldedText text={line.name.clone()} most={56} /></span>
    };
    let value = |class: &'static str, label: Option<Text<'_>>, value: &str| {
        html! {
            <span class={classes!("why-value", class)}>
                if let Some(label) = label {
                    <span class="why-label">{ label.words(lang) }{ " " }</span>
                }
                <code translate="no"><VisibleText text={value.to_owned()} /></code>
            </span>
        }
    };
    match (line.kind, line.holds) {
        (LineKind::Condition, true) if !line.saw.is_empty() => html! {
            <>{ name }{ " " }{ value("why-saw", None, &line.saw) }</>
        },
        (LineKind::Condition, false) if line.contrast => html! {
            <>
                { name }{ " " }
                { value("why-saw", Some(Text::EventHas), &line.saw) }{ " " }
                { value("why-wants", Some(Text::FilterNeeds), &line.wants) }
            </>
        },
        _ => html! {
            <span class="why-sentence"><Prose text={line.sentence.clone()} /></span>
        },
    }
}

fn fix(
    props: &WhyPaneProps,
    answer: &Shared<Answer>,
    field: Field,
    words: &str,
    edits: Vec<rulepad_workbench::Edit>,
) -> Html {
    let text = answer.draft.text(field).unwrap_or_default().to_owned();
    let dispatch = props.dispatch.clone();
    let onclick = move |_: MouseEvent| {
        dispatch.emit(Action::Fix(field, text.clone(), edits.clone()));
        focus::keep(&["#why .fix", "#why .why-main", "#why"]);
    };
    html! {
        <button type="button" class="fix" {onclick}><Prose text={words.to_owned()} /></button>
    }
}

/// What nobody has verified about the verdict.
fn unverified(lang: Lang, answer: &Answer, event: &EventReport) -> Html {
    let all: Vec<&String> = event.unverified.iter().chain(&answer.report.unverified).collect();
    if all.is_empty() {
        return Html::default();
    }
    html! {
        <details class="unverified" open={event.verdict == Verdict::Undecided}>
            <summary>{ Text::NotVerified(all.len()).words(lang) }</summary>
            <ul>{ for all.into_iter().map(|own| html! { <li><Prose text={own.clone()} /></li> }) }</ul>
        </details>
    }
}
