//! What there is to copy: a link, a snippet, Markdown.

use super::Content;
use super::choices::check;
use super::text::Text;
use crate::platform::{clipboard, download};
use crate::state::action::Action;
use crate::state::sharing::{ShareAction, Subject};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::copy_button::CopyButton;
use crate::view::common::Common;
use rulepad_workbench::embed::{
    Editable, Look, Place, Snippet, Theme, frame_address, markdown as as_markdown, snippet,
};
use rulepad_workbench::{Lang, file, share};
use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// The heights of a frame that cannot report its own, in CSS pixels.
const HEIGHTS: [u32; 4] = [320, 480, 640, 800];

/// The link, with its length, and a file where it is too long.
pub(super) fn link(lang: Lang, subject: &Subject, page: &str) -> Html {
    let whole = |fragment: String| AttrValue::from(format!("{page}#{fragment}"));
    let is_short = |link: &AttrValue| link.len() <= share::LONG;
    // The tests are in the link as long as it stays short.
    let with_tests = subject.tests.as_ref().map(|tests| {
        let (events, bus) = &**tests;
        whole(share::encode_with(&subject.draft, subject.events.as_ref().or(events.as_ref()), Some(bus)))
    });
    let without_tests = with_tests.as_ref().filter(|link| !is_short(link)).map(|link| link.len());
    let link = with_tests
        .filter(is_short)
        .unwrap_or_else(|| whole(share::encode_with(&subject.draft, subject.events.as_ref(), None)));
    let is_long = !is_short(&link);
    let saved = subject.clone();
    let save = Callback::from(move |_| {
        let (events, bus) =
            saved.tests.as_deref().cloned().map_or((None, None), |(events, bus)| (events, Some(bus)));
        let file = file::save_with(&saved.draft, saved.events.clone().or(events), bus);
        download::download(&file.file_name, &file.media_type, &file.text);
    });
    html! {
        <>
            { copied(&Text::Link.words(lang), &link, 4, true) }
            <p class="share-size muted">{ Text::Length(link.len()).words(lang) }</p>
            if let Some(length) = without_tests {
                <p class="share-long tone-caution">{ Text::TestsLeftOut { length, limit: share::LONG }.words(lang) }</p>
            }
            if is_long {
                <p class="share-long tone-caution">{ Text::MayBeCut(share::LONG).words(lang) }</p>
            }
            <div class="dialog-actions">
                if is_long || without_tests.is_some() {
                    <Button kind={ButtonKind::Quiet} title={Common::SaveFile.words(lang)} onclick={save}>
                        { Text::SaveFile.words(lang) }
                    </Button>
                }
                { copy(lang, Text::CopyLink, &link, ButtonKind::Primary) }
            </div>
        </>
    }
}

/// Pattern, event, verdict and reason, for an issue or a chat.
pub(super) fn markdown(lang: Lang, subject: &Subject) -> Html {
    let Some(stored) = &subject.stored else { return evaluating(lang) };
    let text = AttrValue::from(as_markdown(&subject.draft, stored, None, lang));
    html! {
        <>
            { copied(&Text::Markdown.words(lang), &text, 14, true) }
            <p class="muted">{ Text::AboutMarkdown.words(lang) }</p>
            <div class="dialog-actions">{ copy(lang, Text::CopyMarkdown, &text, ButtonKind::Primary) }</div>
        </>
    }
}

/// A snippet with what it shows.
pub(super) fn embed(
    lang: Lang,
    content: &Content,
    subject: &Subject,
    page: &str,
    dispatch: &Callback<Action>,
) -> Html {
    let Some(stored) = &subject.stored else { return evaluating(lang) };
    let (kind, look) = (content.sharing.snippet, content.sharing.look);
    let script = format!("{}v1/rulepad-example.js", folder(page));
    let place = Place { page, script: &script };
    let text = AttrValue::from(snippet(kind, &subject.draft, stored, look, place, lang));
    let kinds = Snippet::ALL.map(|one| (one, Text::Snippet(one)));
    let label = Text::Snippet(kind).words(lang);
    html! {
        <>
            { segments(lang, "snippet", Text::SnippetKind, &kinds, kind, dispatch.reform(|kind| Action::Share(ShareAction::Snippet(kind)))) }
            if kind != Snippet::Link {
                { looks(lang, look, content.has_payload, kind, dispatch) }
            }
            { copied(&label, &text, 8, false) }
            <p class="muted">{ Text::AboutSnippet(kind).words(lang) }</p>
            <div class="dialog-actions">{ copy(lang, Text::CopySnippet(kind), &text, ButtonKind::Primary) }</div>
            if kind != Snippet::Link {
                { preview(lang, subject, look, page) }
            }
        </>
    }
}

/// The example as a document shows it, in a frame without an origin.
fn preview(lang: Lang, subject: &Subject, look: Look, page: &str) -> Html {
    html! {
        <section class="share-live" aria-labelledby="share-live-title">
            <h3 id="share-live-title" class="field-label">{ Text::Preview.words(lang) }</h3>
            <iframe
                class="share-preview"
                title={Text::Preview.words(lang)}
                sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"
                height="320"
                src={frame_address(&subject.draft, look, page, lang)}
            />
        </section>
    }
}

/// What an example shows, what its reader can change, and its colours.
fn looks(lang: Lang, look: Look, has_payload: bool, kind: Snippet, dispatch: &Callback<Action>) -> Html {
    let act = |change: fn(&mut Look, bool)| {
        dispatch.reform(move |on| {
            let mut look = look;
            change(&mut look, on);
            Action::Share(ShareAction::Look(look))
        })
    };
    let changed = |change: fn(Look, u32) -> Look| {
        dispatch.reform(move |event: Event| {
            let chosen = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value());
            let chosen = chosen.and_then(|value| value.parse().ok()).unwrap_or_default();
            Action::Share(ShareAction::Look(change(look, chosen)))
        })
    };
    let editable = Editable::ALL.map(|one| (one == look.editable, Text::Editable(one)));
    let theme = Theme::ALL.map(|one| (one == look.theme, Text::Theme(one)));
    let heights = HEIGHTS.map(|one| (one == look.height, Text::Pixels(one)));
    html! {
        <div class="share-looks">
            <fieldset class="share-shown">
                <legend class="field-label">{ Text::Shown.words(lang) }</legend>
                <div>
                    { check(Text::ShowWhy.words(lang), look.why, act(|look, on| look.why = on)) }
                    if has_payload {
                        { check(Text::ShowPayload.words(lang), look.payload, act(|look, on| look.payload = on)) }
                    }
                </div>
            </fieldset>
            { select(lang, "share-editable", Text::EditableLabel, &editable, changed(|look, place| Look {
                editable: Editable::ALL.get(usize::try_from(place).unwrap_or_default()).copied().unwrap_or_default(),
                ..look
            })) }
            { select(lang, "share-theme", Text::ThemeLabel, &theme, changed(|look, place| Look {
                theme: Theme::ALL.get(usize::try_from(place).unwrap_or_default()).copied().unwrap_or_default(),
                ..look
            })) }
            if kind == Snippet::Frame {
                { select(lang, "share-height", Text::HeightLabel, &heights, changed(|look, place| Look {
                    height: HEIGHTS.get(usize::try_from(place).unwrap_or_default()).copied().unwrap_or(look.height),
                    ..look
                })) }
            }
        </div>
    }
}

fn select(
    lang: Lang,
    id: &'static str,
    label: Text,
    choices: &[(bool, Text)],
    onchange: Callback<Event>,
) -> Html {
    let option = |(place, (selected, words)): (usize, &(bool, Text))| {
        html! {
            <option value={place.to_string()} selected={*selected}>{ words.words(lang) }</option>
        }
    };
    html! {
        <div class="field">
            <label class="field-label" for={id}>{ label.words(lang) }</label>
            <select {id} class="field-input" {onchange}>{ for choices.iter().enumerate().map(option) }</select>
        </div>
    }
}

fn segments<T: Copy + PartialEq + 'static>(
    lang: Lang,
    name: &'static str,
    label: Text,
    choices: &[(T, Text)],
    chosen: T,
    on_choose: Callback<T>,
) -> Html {
    let radio = |(one, words): &(T, Text)| {
        let one = *one;
        let onchange = on_choose.reform(move |_: Event| one);
        html! {
            <label class="segment">
                <input type="radio" {name} checked={one == chosen} {onchange} />
                <span>{ words.words(lang) }</span>
            </label>
        }
    };
    html! {
        <fieldset class="share-kinds">
            <legend class="visually-hidden">{ label.words(lang) }</legend>
            <div class="segments">{ for choices.iter().map(radio) }</div>
        </fieldset>
    }
}

/// A text to copy, selected as a whole by the focus.
fn copied(label: &AttrValue, text: &AttrValue, rows: u32, autofocus: bool) -> Html {
    let select = |event: FocusEvent| {
        if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
            area.select();
            area.set_scroll_top(0);
        }
    };
    html! {
        <textarea
            class="share-text"
            aria-label={label}
            readonly=true
            {autofocus}
            spellcheck="false"
            rows={rows.to_string()}
            value={text}
            onfocus={select}
        />
    }
}

fn copy(lang: Lang, label: Text, text: &AttrValue, kind: ButtonKind) -> Html {
    let text = text.clone();
    html! {
        <CopyButton
            label={label.words(lang)}
            done={Common::Copied.words(lang)}
            failed={Common::NotCopied.words(lang)}
            {kind}
            on_copy={Callback::from(move |done| clipboard::copy(&text, done))}
        />
    }
}

fn evaluating(lang: Lang) -> Html {
    html! {
        <p role="status" class="muted">{ Text::Evaluating.words(lang) }</p>
    }
}

/// The folder of a page's address, with its last slash.
fn folder(page: &str) -> &str {
    page.rfind('/').and_then(|slash| page.get(..=slash)).unwrap_or(page)
}
