//! The list of targets.

use crate::state::{action::Action, model::Answer, shared::Shared};
use crate::ui::button::Button;
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::middle_ellipsis::MiddleEllipsis;
use crate::ui::visible_text::VisibleText;
use rulepad_workbench::{Diagnostic, Draft, Outcome, TargetReport};
use yew::prelude::*;

/// Properties of [`TargetList`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct TargetListProps {
    /// The draft as it is.
    pub draft: Shared<Draft>,
    /// The last answer.
    pub answer: Option<Shared<Answer>>,
    /// What tells each target apart.
    pub keys: Vec<u32>,
    /// The chosen target.
    pub chosen: usize,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// Every target with its kind and how it fares.
#[component]
pub(super) fn TargetList(props: &TargetListProps) -> Html {
    let item = |(place, (target, key)): (usize, (&rulepad_workbench::Target, &u32))| {
        let report = super::report(props.answer.as_ref(), &props.draft, place);
        let (tone, word) = report.as_ref().map_or((Tone::Plain, "not evaluated"), fares);
        let kind = report.map(|report| report.kind).unwrap_or_default();
        html! {
            <li key={*key}>
                <button
                    type="button"
                    class="target-item"
                    aria-current={(place == props.chosen).then_some("true")}
                    onclick={props.dispatch.reform(move |_: MouseEvent| Action::SelectTarget(place))}
                >
                    <span class="target-id">
                        if target.id.is_empty() {
                            <em>{ "no id" }</em>
                        } else {
                            <VisibleText text={target.id.clone()} />
                        }
                    </span>
                    <span class="target-kind">
                        if !kind.is_empty() {
                            { kind }
                        } else if target.arn.is_empty() {
                            { "no ARN" }
                        } else {
                            <MiddleEllipsis text={target.arn.clone()} most={26} />
                        }
                    </span>
                    <Glyph {tone} label={word} />
                </button>
            </li>
        }
    };
    html! {
        <nav class="target-list" aria-label="Targets">
            <ul>{ for props.draft.targets.iter().zip(&props.keys).enumerate().map(item) }</ul>
            <Button class="target-add" onclick={props.dispatch.reform(|_| Action::AddTarget(None))}>{ "Add target" }</Button>
        </nav>
    }
}

/// How a target fares, in a shape and a word.
fn fares(report: &TargetReport) -> (Tone, &'static str) {
    let broken = report.diagnostics.iter().any(Diagnostic::is_error);
    match report.rendered.as_ref().map(|rendered| &rendered.outcome) {
        _ if broken => (Tone::Bad, "mistakes"),
        None => (Tone::Plain, "no payload"),
        Some(Outcome::Delivered(_)) if report.diagnostics.is_empty() => (Tone::Good, "payload known"),
        Some(Outcome::Delivered(_)) => (Tone::Caution, "warnings"),
        Some(Outcome::NotDelivered { .. }) => (Tone::Bad, "not delivered"),
        Some(Outcome::Refused { .. }) => (Tone::Bad, "refused"),
        Some(Outcome::Unknown { .. }) => (Tone::Caution, "payload unknown"),
    }
}
