//! The variables of an input transformer: path, value, kind.

use crate::state::{action::Action, model::Pointed};
use crate::ui::visible_text::VisibleText;
use rulepad_workbench::Variable;
use yew::prelude::*;

/// Properties of [`Variables`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct VariablesProps {
    /// The variables.
    pub variables: Vec<Variable>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The table; pointing at a row lights its values in the event.
#[component]
pub(super) fn Variables(props: &VariablesProps) -> Html {
    let row = |variable: &Variable| {
        let spans = variable.event_spans.clone();
        let enter =
            props.dispatch.reform(move |_: MouseEvent| Action::Point(Some(Pointed::Values(spans.clone()))));
        let leave = props.dispatch.reform(|_: MouseEvent| Action::Point(None));
        html! {
            <tr onmouseenter={enter} onmouseleave={leave}>
                <th scope="row"><code>{ format!("<{}>", variable.name) }</code></th>
                <td>
                    if variable.reserved {
                        <span class="muted">{ "AWS sets it" }</span>
                    } else {
                        <code><VisibleText text={variable.path.clone()} /></code>
                    }
                </td>
                <td class="variable-value">
                    if let Some(value) = &variable.value {
                        <code title={value.clone()}><VisibleText text={value.clone()} /></code>
                    } else {
                        <span class="muted">{ "no value" }</span>
                    }
                </td>
                <td class="muted">{ &variable.kind }</td>
            </tr>
        }
    };
    html! {
        <table class="variables" aria-label="Variables">
            <thead>
                <tr>
                    <th scope="col">{ "Variable" }</th>
                    <th scope="col">{ "Path" }</th>
                    <th scope="col">{ "Value" }</th>
                    <th scope="col">{ "Kind" }</th>
                </tr>
            </thead>
            <tbody>{ for props.variables.iter().map(row) }</tbody>
        </table>
    }
}
