//! The rule's own properties.

use super::{ExportPanelProps, own};
use crate::state::{action::Action, field::Field};
use crate::view::property::Property;
use rulepad_workbench::{Family, State};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

const STATES: [State; 3] = [State::Enabled, State::Disabled, State::EnabledWithAllCloudtrailManagementEvents];

/// The properties, and Rulepad's own file.
pub(super) fn properties(props: &ExportPanelProps) -> Html {
    let found = props.answer.as_ref().map(|answer| answer.report.rule.clone()).unwrap_or_default();
    let property =
        |field: Field, id: &'static str, label: &'static str, placeholder: Option<&'static str>| {
            html! {
                <Property
                    {field}
                    {id}
                    {label}
                    {placeholder}
                    draft={props.draft.clone()}
                    answer={props.answer.clone()}
                    found={found.clone()}
                    reveal={props.reveals.iter().find(|reveal| reveal.field == field).copied()}
                    dispatch={props.dispatch.clone()}
                />
            }
        };
    let on_state = props.dispatch.reform(|event: Event| {
        let chosen = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value());
        let state = STATES.into_iter().find(|state| Some(state.name()) == chosen.as_deref());
        Action::SetState(state.unwrap_or_default())
    });
    let fields = html! {
        <>
            { property(Field::RuleName, "rule-name", "Rule name", Some("my-rule")) }
            { property(Field::RuleBus, "rule-bus", "Event bus", Some("default")) }
            { property(Field::RuleDescription, "rule-description", "Description", None) }
            if !props.draft.rule.role_arn.is_empty() {
                { property(Field::RuleRole, "rule-role", "Role ARN of the rule", None) }
            }
            <div class="field">
                <label class="field-label" for="rule-state">{ "State" }</label>
                <select id="rule-state" class="field-input" onchange={on_state}>
                    { for STATES.into_iter().map(|state| html! {
                        <option value={state.name()} selected={state == props.draft.rule.state}>{ state.name() }</option>
                    }) }
                </select>
            </div>
        </>
    };
    let of_rules = props.format.family() == Family::Filters;
    if of_rules && !props.narrow {
        return html! {
            <section class="form" aria-labelledby="rule-title">
                <h3 id="rule-title">{ "Rule" }</h3>
                <p class="muted">{ "A filter has no name, state or event bus: these belong to EventBridge rules." }</p>
                <details class="rule-fold">
                    <summary>{ "Properties of the rule " }<span class="muted">{ &props.draft.rule.name }</span></summary>
                    { fields }
                </details>
                { own(props) }
            </section>
        };
    }
    if props.narrow {
        // The file is what is wanted here; what the rule is called is folded over it.
        let wanted = props.reveals.iter().any(|reveal| reveal.field.is_of_rule());
        let about = if of_rules { "not part of a filter" } else { props.draft.rule.name.as_str() };
        return html! {
            <details class="rule-fold" open={wanted}>
                <summary>{ "Rule " }<span class="muted">{ about }</span></summary>
                <section class="form" aria-label="Rule">{ fields }</section>
            </details>
        };
    }
    html! {
        <section class="form" aria-labelledby="rule-title">
            <h3 id="rule-title">{ "Rule" }</h3>
            { fields }
            { own(props) }
        </section>
    }
}
