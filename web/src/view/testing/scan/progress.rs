//! How far a scan is, how long the rest takes, and the way to cancel or go on.

use super::super::tools::seconds_left;
use super::act;
use super::text::Text;
use crate::platform::clock;
use crate::state::action::Action;
use crate::state::testing::{Run, ScanAction};
use crate::ui::button::Button;
use crate::ui::lang::use_lang;
use yew::prelude::*;

/// Properties of [`ScanProgress`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct ScanProgressProps {
    /// Bytes that were read.
    pub done: u64,
    /// All bytes.
    pub all: u64,
    /// Events that were read.
    pub events: u64,
    pub run: Run,
    pub dispatch: Callback<Action>,
}

/// The progress.
#[component]
pub(super) fn ScanProgress(props: &ScanProgressProps) -> Html {
    let lang = use_lang();
    // When the scan was started or continued, and how much was done then.
    let begun = use_mut_ref(|| None::<(f64, u64)>);
    let left = use_state_eq(|| None::<u32>);
    {
        let left = left.clone();
        use_effect_with((props.done, props.all, props.run), move |&(done, all, run)| {
            let now = clock::now();
            let mut begun = begun.borrow_mut();
            match *begun {
                Some((since, before)) if done >= before && run == Run::Running => {
                    left.set(seconds_left(
                        now - since,
                        kilobytes(done - before),
                        kilobytes(all.saturating_sub(done)),
                    ));
                }
                _ => {
                    *begun = Some((now, done));
                    left.set(None);
                }
            }
        });
    }
    let (done, all, events) = (props.done, props.all, props.events);
    let seconds = left.filter(|_| props.run == Run::Running);
    let button = match props.run {
        Run::Running => Some((Text::Cancel, ScanAction::Cancel)),
        Run::Cancelled => Some((Text::Continue, ScanAction::Continue)),
        Run::Done | Run::Broken => None,
    };
    html! {
        <span class="tests-progress scan-progress">
            <progress
                max={all.max(1).to_string()}
                value={if all == 0 { "1".to_owned() } else { done.to_string() }}
                aria-label={Text::ProgressLabel.words(lang)}
            />
            <span class="muted">{ Text::Progress { done, all, events, seconds }.words(lang) }</span>
            if let Some((words, action)) = button {
                <Button onclick={act(&props.dispatch, action)}>{ words.words(lang) }</Button>
            }
        </span>
    }
}

fn kilobytes(bytes: u64) -> usize {
    usize::try_from(bytes.div_ceil(1024)).unwrap_or(usize::MAX)
}
