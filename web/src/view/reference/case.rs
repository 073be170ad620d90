//! One case of the reference: its texts, what comes of them, and the way into the editors.

use super::paragraphs;
use super::text::Text;
use crate::state::action::Action;
use crate::state::change::Load;
use crate::state::model::Opened;
use crate::ui::button::Button;
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::lang::use_lang;
use crate::ui::visible_text::{VisibleText, seen};
use crate::view::common::Common;
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
    let lang = use_lang();
    let case = &props.case;
    let name = format!("{}: {}", props.chapter, case.title);
    // A case is written on as few lines as it can; an editor has room for all of them.
    let text = |tag: &str| case.block(tag).map(|text| tidy(text).unwrap_or_else(|| text.to_owned()));
    // A case without an event is about the pattern alone: the loaded event stays.
    let dialect = case.draft().dialect;
    let load = Load { event: text("event"), pattern: text("pattern"), dialect: Some(dialect) };
    let onclick = props.dispatch.reform({
        let name = name.clone();
        move |_| Action::Load(load.clone(), Opened::Example(name.clone()))
    });
    let given = |tag: &'static str, label: Common| {
        let label = label.words(lang);
        case.block(tag).map(|text| {
            html! {
                <div class="case-text">
                    <h5>{ label.clone() }</h5>
                    { code(lang, label.clone(), text) }
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
                { case.block("verdict").map(|name| verdict(lang, name)).unwrap_or_default() }
                <Button title={Text::LoadCase(&name).words(lang)} {onclick}>{ Text::Load.words(lang) }</Button>
            </header>
            { paragraphs(&case.about) }
            <div class="case-texts">
                { given("event", Common::Event).unwrap_or_default() }
                { given("pattern", Common::EventPattern).unwrap_or_default() }
            </div>
            <dl class="case-found">
                { for case.blocks.iter().filter_map(|(tag, text)| found(lang, tag, text)) }
            </dl>
        </section>
    }
}

fn verdict(lang: Lang, name: &str) -> Html {
    let (tone, words) = match name {
        "match" => (Tone::Good, Common::Matches.words(lang)),
        "no_match" => (Tone::Bad, Common::DoesNotMatch.words(lang)),
        "event_error" => (Tone::Caution, Text::EventCannotBeRead.words(lang)),
        _ => (Tone::Caution, Text::PatternRefused.words(lang)),
    };
    html! {
        <span class={classes!("case-verdict", tone.class())}><Glyph {tone} />{ words }</span>
    }
}

/// What a case expects beside texts and verdict.
fn found(lang: Lang, tag: &str, text: &str) -> Option<Html> {
    let label = match tag {
        "aws" => Common::AwsSays.words(lang),
        "message" => Text::Problem.words(lang),
        "help" => Text::Help.words(lang),
        "diagnostics" => Text::ProblemsByName.words(lang),
        "all-fixed" => Text::AfterAllFixes.words(lang),
        "fixed" => Text::AfterFirstFix.words(lang),
        "why" => Common::Why.words(lang),
        "near" => Text::NearlyMet.words(lang),
        "closed" => Text::NearMissClosed.words(lang),
        "words" => Text::InWords.words(lang),
        "formula" => Text::AsFormula.words(lang),
        _ => return None,
    };
    let shown = match tag {
        "all-fixed" | "fixed" | "closed" | "aws" | "diagnostics" | "formula" => {
            code(lang, label.clone(), text)
        }
        _ => html! {
            { for text.lines().map(|line| html! { <p><VisibleText text={line.to_owned()} /></p> }) }
        },
    };
    Some(html! {
        <div class="case-part"><dt>{ label }</dt><dd>{ shown }</dd></div>
    })
}

fn code(lang: Lang, label: AttrValue, text: &str) -> Html {
    let kept: String = text.chars().take(MOST).collect();
    let more = text.chars().count().saturating_sub(MOST);
    html! {
        <>
            <pre class="case-code" aria-label={label}><code>{ kept }</code></pre>
            if more > 0 {
                <p class="muted">{ Text::MoreCharacters(more).words(lang) }</p>
            }
        </>
    }
}
