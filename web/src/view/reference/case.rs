//! One case of the reference: its texts, what comes of them, and the way into the editors.

use super::paragraphs;
use super::text::Text;
use crate::state::action::Action;
use crate::state::change::Load;
use crate::state::model::Opened;
use crate::state::paste::PasteAction;
use crate::state::shared::Shared;
use crate::ui::button::Button;
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::lang::use_lang;
use crate::ui::visible_text::{VisibleText, seen};
use crate::view::common::Common;
use rulepad_workbench::suite::{Blocks, Case, is_given, is_of_aws, is_prose, label, written_in};
use rulepad_workbench::{Dialect, Draft, Lang, Wording, tidy};
use yew::prelude::*;

/// A longer text is cut: a case may be about texts of many thousand characters.
const MOST: usize = 1_500;

/// Properties of [`CaseView`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct CaseViewProps {
    /// Its title.
    pub title: AttrValue,
    /// The language of its title.
    pub of_title: Lang,
    /// The title of its file, with its own, in every language.
    pub name: Wording,
    /// What the blocks of its file are about.
    pub of: Blocks,
    /// The case.
    pub case: Case,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The case.
#[component]
pub(super) fn CaseView(props: &CaseViewProps) -> Html {
    let lang = use_lang();
    let (case, of) = (&props.case, props.of);
    let dialect = case.draft().dialect;
    let onclick = {
        let (case, name) = (case.clone(), props.name.clone());
        props.dispatch.reform(move |_| load(&case, name.clone()))
    };
    let given = case.blocks.iter().filter(|(tag, _)| is_given(of, tag) && tag != "dialect");
    let given = given.map(|(tag, text)| {
        let label = AttrValue::from(label(of, tag, lang).to_owned());
        html! {
            <div class="case-text">
                <h5>{ label.clone() }</h5>
                { code(lang, label, text) }
            </div>
        }
    });
    let expected = case
        .blocks_for(lang)
        .filter(|(tag, text)| !is_given(of, tag) && tag != "verdict" && !text.is_empty());
    html! {
        <section class="case" aria-label={seen(&props.title)}>
            <header class="case-header">
                <h4 lang={props.of_title.tag()}>{ &props.title }</h4>
                <span class="spacer" />
                if dialect != Dialect::Rule {
                    <span class="muted">{ dialect.name(lang) }</span>
                }
                { case.block("verdict").map(|name| verdict(lang, name)).unwrap_or_default() }
                // The editors of rules have no place for a subscriber.
                if of == Blocks::Rule {
                    <Button title={Text::LoadCase(props.name.words(lang)).words(lang)} {onclick}>{ Text::Load.words(lang) }</Button>
                }
            </header>
            { paragraphs(&case.about, Lang::En) }
            <div class="case-texts">{ for given }</div>
            <dl class="case-found">{ for expected.map(|(tag, text)| found(lang, of, tag, text)) }</dl>
        </section>
    }
}

fn verdict(lang: Lang, name: &str) -> Html {
    let (tone, words) = match name {
        "match" => (Tone::Good, Common::Matches.words(lang)),
        "no_match" => (Tone::Bad, Common::DoesNotMatch.words(lang)),
        "event_error" => (Tone::Caution, Text::EventCannotBeRead.words(lang)),
        "undecided" => (Tone::Caution, Text::NotDecided.words(lang)),
        "subscriber_error" => (Tone::Caution, Text::SubscriberRefused.words(lang)),
        _ => (Tone::Caution, Text::PatternRefused.words(lang)),
    };
    html! {
        <span class={classes!("case-verdict", tone.class())}><Glyph {tone} />{ words }</span>
    }
}

/// What a case expects beside the verdict.
fn found(lang: Lang, of: Blocks, tag: &str, text: &str) -> Html {
    let label = AttrValue::from(label(of, tag, lang).to_owned());
    let english = (lang != Lang::En && is_of_aws(tag)).then_some("en");
    let shown = if is_prose(of, tag) {
        html! {
            { for text.lines().map(|line| html! {
                <p lang={written_in(tag).tag()}><VisibleText text={line.to_owned()} /></p>
            }) }
        }
    } else {
        code(lang, label.clone(), text)
    };
    html! {
        <div class="case-part"><dt>{ label }</dt><dd lang={english}>{ shown }</dd></div>
    }
}

/// Puts a case into the editors: pasted texts as if they were pasted now, a target with the whole rule, any other case
/// as the texts that it has.
fn load(case: &Case, name: Wording) -> Action {
    let what = Opened::Example(name);
    if let Some(text) = case.block("pasted") {
        return Action::Paste(PasteAction::Text(text.into()));
    }
    // A case is written on as few lines as it can; an editor has room for all of them.
    let long = |text: &str| tidy(text).unwrap_or_else(|| text.to_owned());
    let draft = case.draft();
    if draft.targets.is_empty() {
        // A case without an event is about the pattern alone: the loaded event stays.
        let text = |tag: &str| case.block(tag).map(long);
        let load = Load { event: text("event"), pattern: text("pattern"), dialect: Some(draft.dialect) };
        return Action::Load(load, what);
    }
    let draft = Draft { event: long(&draft.event), pattern: long(&draft.pattern), ..draft };
    Action::Open(Shared::new(draft), what)
}

fn code(lang: Lang, label: AttrValue, text: &str) -> Html {
    let kept: String = text.chars().take(MOST).collect();
    let more = text.chars().count().saturating_sub(MOST);
    html! {
        <>
            <pre class="case-code" aria-label={label}><code translate="no">{ kept }</code></pre>
            if more > 0 {
                <p class="muted">{ Text::MoreCharacters(more).words(lang) }</p>
            }
        </>
    }
}
