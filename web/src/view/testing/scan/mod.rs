//! "Scan a file": files of any size matched with all rules of the bus, with progress, counts and what was not read.

mod progress;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod words_en;
mod words_ko;

use super::text::Text as TabText;
use crate::platform::{clipboard, download, slices};
use crate::state::action::Action;
use crate::state::bus::Bus;
use crate::state::shared::Shared;
use crate::state::testing::{Run, Scan, ScanAction, ScanUnread, TestingAction};
use crate::ui::button::Button;
use crate::ui::copy_button::CopyButton;
use crate::ui::lang::use_lang;
use crate::ui::visible_text::VisibleText;
use crate::view::common::Common;
use progress::ScanProgress;
use rulepad_workbench::{Draft, Lang};
use table::ScanTable;
use text::Text;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`ScanView`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct ScanViewProps {
    pub draft: Shared<Draft>,
    pub bus: Shared<Bus>,
    pub scan: Option<Scan>,
    pub dispatch: Callback<Action>,
}

fn act(dispatch: &Callback<Action>, action: ScanAction) -> Callback<MouseEvent> {
    dispatch.reform(move |_: MouseEvent| Action::Testing(TestingAction::Scan(action.clone())))
}

/// The scan.
#[component]
pub(super) fn ScanView(props: &ScanViewProps) -> Html {
    let lang = use_lang();
    let Some(scan) = &props.scan else {
        return html! {
            <div class="empty-panel">
                <div class="empty">
                    <p>{ Text::About.words(lang) }</p>
                    <div class="own-actions">{ chooser(&props.dispatch, &Text::ChooseFiles.words(lang), true) }</div>
                </div>
            </div>
        };
    };
    let names: Vec<String> =
        scan.rules.iter().enumerate().map(|(place, draft)| TabText::rule_name(draft, place, lang)).collect();
    html! {
        <div class="scan">
            { head(lang, props, scan, &names) }
            { state(lang, scan, props) }
            { counts(lang, scan) }
            <ScanTable scan={scan.clone()} names={names} dispatch={props.dispatch.clone()} />
            { gaps(lang, scan) }
        </div>
    }
}

fn chooser(dispatch: &Callback<Action>, label: &AttrValue, primary: bool) -> Html {
    let dispatch = dispatch.clone();
    let onchange = move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>()
            && let Some(listed) = input.files()
        {
            let start = ScanAction::Start(slices::keep_all(&listed));
            dispatch.emit(Action::Testing(TestingAction::Scan(start)));
            // Else the same file could not be chosen twice.
            input.set_value("");
        }
    };
    let kind = if primary { "button-primary" } else { "button-quiet" };
    html! {
        <label class={classes!("button", kind, "scan-choose")}>
            <input type="file" class="visually-hidden" multiple=true {onchange} />
            { label }
        </label>
    }
}

fn head(lang: Lang, props: &ScanViewProps, scan: &Scan, names: &[String]) -> Html {
    let name = match scan.files.as_slice() {
        [only] => html! { <VisibleText text={only.name.clone()} /> },
        files => html! { { Text::Files(files.len()).words(lang) } },
    };
    let json = {
        let (scan, names) = (scan.clone(), names.to_vec());
        move || scan.json(&names, lang)
    };
    let csv = {
        let (scan, names) = (scan.clone(), names.to_vec());
        move || scan.csv(&names)
    };
    let copied = json.clone();
    html! {
        <div class="scan-head">
            <h3 class="scan-name">{ name }</h3>
            <ScanProgress done={scan.done()} all={scan.size()} events={scan.counts.events} run={scan.run} dispatch={props.dispatch.clone()} />
            <span class="spacer" />
            { chooser(&props.dispatch, &Text::OtherFiles.words(lang), false) }
            <CopyButton
                label={Text::CopyJson.words(lang)}
                done={Common::Copied.words(lang)}
                failed={Common::NotCopied.words(lang)}
                on_copy={Callback::from(move |done| clipboard::copy(&copied(), done))}
            />
            <Button onclick={Callback::from(move |_| download::download("rulepad-scan.json", "application/json", &json()))}>
                { Text::DownloadJson.words(lang) }
            </Button>
            <Button onclick={Callback::from(move |_| download::download("rulepad-scan.csv", "text/csv", &csv()))}>
                { Text::DownloadCsv.words(lang) }
            </Button>
            <Button onclick={act(&props.dispatch, ScanAction::Close)}>{ Text::Discard.words(lang) }</Button>
        </div>
    }
}

/// Whether the counts are those of all bytes, and of the rules as they are.
fn state(lang: Lang, scan: &Scan, props: &ScanViewProps) -> Html {
    let (words, class) = match scan.run {
        Run::Running => (Text::Running, "muted"),
        Run::Done if scan.is_whole() => (Text::Complete, "tone-good"),
        Run::Done => (Text::Incomplete, "tone-caution"),
        Run::Cancelled => (Text::Part, "tone-caution"),
        Run::Broken => (Text::CannotGoOn, "tone-caution"),
    };
    let now = props.bus.drafts(&props.draft);
    let same = |(one, other): (&Shared<Draft>, &Shared<Draft>)| {
        one == other
            || (one.pattern == other.pattern
                && one.dialect == other.dialect
                && one.rule.state == other.rule.state)
    };
    let is_current = now.len() == scan.rules.len() && scan.rules.iter().zip(&now).all(same);
    html! {
        <>
            <p class={classes!("scan-state", class)} role="status">{ words.words(lang) }</p>
            if !is_current {
                <p class="scan-state tone-caution">
                    { Text::OtherRules.words(lang) }{ " " }
                    <Button onclick={act(&props.dispatch, ScanAction::Start(scan.files.to_vec()))}>{ Text::Again.words(lang) }</Button>
                </p>
            }
        </>
    }
}

fn counts(lang: Lang, scan: &Scan) -> Html {
    let own = &scan.counts;
    let all = [
        (Text::Events, own.events),
        (Text::Matched, own.matched),
        (Text::Idle, own.idle),
        (Text::NotRead, own.unread),
        (Text::Undecided, own.undecided),
    ];
    html! {
        <dl class="scan-counts">
            { for all.into_iter().map(|(words, count)| html! {
                <div><dt>{ words.words(lang) }</dt><dd>{ Text::Number(count).words(lang) }</dd></div>
            }) }
        </dl>
    }
}

/// What was not read, with its place.
fn gaps(lang: Lang, scan: &Scan) -> Html {
    let own = &scan.counts;
    if !own.has_gaps() {
        return Html::default();
    }
    let file = |place: usize| scan.files.get(place).map(|file| file.name.clone()).unwrap_or_default();
    let several = scan.files.len() > 1;
    let line = |unread: &ScanUnread| {
        let name = several.then(|| file(unread.file));
        let (line, item) = (unread.what.line, unread.what.item);
        let place = Text::Place { file: name.as_deref(), line, item }.words(lang);
        html! { <li><span class="scan-place">{ place }</span>{ " " }{ unread.what.why.words(lang).to_owned() }</li> }
    };
    let more = (own.unread + own.undecided).saturating_sub(own.named.len() as u64);
    html! {
        <section class="scan-gaps" aria-label={Text::Gaps.words(lang)}>
            <h3>{ Text::Gaps.words(lang) }</h3>
            <ul>
                { for own.broken.iter().map(|(place, why)| html! {
                    <li><span class="scan-place">{ format!("{}:", file(*place)) }</span>{ " " }{ why.words(lang).to_owned() }</li>
                }) }
                { for own.not_given.iter().map(|place| html! { <li>{ Text::NotGiven(&file(*place)).words(lang) }</li> }) }
                { for own.named.iter().map(line) }
                if more > 0 { <li class="muted">{ Text::MoreGaps(more).words(lang) }</li> }
            </ul>
        </section>
    }
}
