//! One case of the reference: its texts, what comes of them, and the way into the editors.

use super::paragraphs;
use crate::state::action::Action;
use crate::state::change::Load;
use crate::state::model::Opened;
use crate::ui::button::Button;
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::visible_text::{VisibleText, seen};
use rulepad_workbench::suite::Case;
use rulepad_workbench::{Dialect, Lang, tidy};
use yew::prelude::*;

/// A longer text is cut: a case may be about texts of many thousand characters.
const MOST: usize = 1_500;

/// Properties of [`CaseView`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct CaseViewProps {
    /// The title of its file.
    pub chapter: AttrValue,
    /// The case.
    pub case: Case,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The case.
#[component]
pub(super) fn CaseView(props: &CaseViewProps) -> Html {
    let case = &props.case;
    let name = format!("{}: {}", props.chapter, case.title);
    // A case is written on as few lines as it can; an editor has room for all of them.
    let text = |tag: &str| case.block(tag).map(|text| tidy(text).unwrap_or_else(|| text.to_owned()));
    // A case without an event is about the pattern alone: the event at hand stays.
    let dialect = case.draft().dialect;
    let load = Load { event: text("event"), pattern: text("pattern"), dialect: Some(dialect) };
    let onclick = props.dispatch.reform({
        let name = name.clone();
        move |_| Action::Load(load.clone(), Opened::Example(name.clone()))
    });
    let given = |tag: &'static str, label: &'static str| {
        case.block(tag).map(|text| {
            html! {
                <div class="case-text">
                    <h5>{ label }</h5>
                    { code(label, text) }
                </div>
            }
        })
    };
    html! {
        <section class="case" aria-label={seen(&case.title)}>
            <header class="case-header">
                <h4>{ &case.title }</h4>
                <span class="spacer" />
                if dialect != Dialect::Rule {
                    <span class="muted">{ dialect.name(Lang::En) }</span>
                }
                { case.block("verdict").map(verdict).unwrap_or_default() }
                <Button title={format!("Load “{name}” into the editors")} {onclick}>{ "Load" }</Button>
            </header>
            { paragraphs(&case.about) }
            <div class="case-texts">
                { given("event", "Event").unwrap_or_default() }
                { given("pattern", "Event pattern").unwrap_or_default() }
            </div>
            <dl class="case-found">
                { for case.blocks.iter().filter_map(|(tag, text)| found(tag, text)) }
            </dl>
        </section>
    }
}

fn verdict(name: &str) -> Html {
    let (tone, words) = match name {
        "match" => (Tone::Good, "matches"),
        "no_match" => (Tone::Bad, "does not match"),
        "event_error" => (Tone::Caution, "the event cannot be read"),
        _ => (Tone::Caution, "AWS refuses the pattern"),
    };
    html! {
        <span class={classes!("case-verdict", tone.class())}><Glyph {tone} />{ words }</span>
    }
}

/// What a case tells beside texts and verdict.
fn found(tag: &str, text: &str) -> Option<Html> {
    let label = match tag {
        "aws" => "AWS says",
        "message" => "Problem",
        "help" => "Help",
        "diagnostics" => "Problems by name",
        "all-fixed" => "After all fixes",
        "fixed" => "After the first fix",
        "why" => "Why",
        "near" => "Nearly met",
        "closed" => "With the near miss closed",
        "words" => "In words",
        "formula" => "As a formula",
        _ => return None,
    };
    let shown = match tag {
        "all-fixed" | "fixed" | "closed" | "aws" | "diagnostics" | "formula" => code(label, text),
        _ => html! {
            { for text.lines().map(|line| html! { <p><VisibleText text={line.to_owned()} /></p> }) }
        },
    };
    Some(html! {
        <div class="case-part"><dt>{ label }</dt><dd>{ shown }</dd></div>
    })
}

fn code(label: &'static str, text: &str) -> Html {
    let kept: String = text.chars().take(MOST).collect();
    let more = text.chars().count().saturating_sub(MOST);
    html! {
        <>
            <pre class="case-code" aria-label={label}><code>{ kept }</code></pre>
            if more > 0 {
                <p class="muted">{ format!("… and {more} characters more") }</p>
            }
        </>
    }
}
