//! The rule's own properties.

use super::text::Text;
use super::{ExportPanelProps, own};
use crate::state::{action::Action, field::Field};
use crate::view::common::Common;
use crate::view::property::Property;
use rulepad_workbench::{Family, Lang, State};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

const STATES: [State; 3] = [State::Enabled, State::Disabled, State::EnabledWithAllCloudtrailManagementEvents];

/// The properties, and Rulepad's own file.
pub(super) fn properties(lang: Lang, props: &ExportPanelProps) -> Html {
    let found = props.answer.as_ref().map(|answer| answer.report.rule.clone()).unwrap_or_default();
    let property = |field: Field, id: &'static str, label: Text<'_>, placeholder: Option<&'static str>| {
        let label = label.words(lang);
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
            { property(Field::RuleName, "rule-name", Text::RuleName, Some("my-rule")) }
            { property(Field::RuleBus, "rule-bus", Text::EventBus, Some("default")) }
            { property(Field::RuleDescription, "rule-description", Text::Description, None) }
            if !props.draft.rule.role_arn.is_empty() {
                { property(Field::RuleRole, "rule-role", Text::RuleRole, None) }
            }
            <div class="field">
                <label class="field-label" for="rule-state">{ Text::State.words(lang) }</label>
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
                <h3 id="rule-title">{ Common::Rule.words(lang) }</h3>
                <p class="muted">{ Text::FilterHasNoRule.words(lang) }</p>
                <details class="rule-fold">
                    <summary>{ Text::PropertiesOfRule.words(lang) }{ " " }<span class="muted">{ &props.draft.rule.name }</span></summary>
                    { fields }
                </details>
                { own(lang, props) }
            </section>
        };
    }
    if props.narrow {
        // The file is what is wanted here; what the rule is called is folded over it.
        let wanted = props.reveals.iter().any(|reveal| reveal.field.is_of_rule());
        let about =
            if of_rules { Text::NotInFilter.words(lang) } else { props.draft.rule.name.clone().into() };
        return html! {
            <details class="rule-fold" open={wanted}>
                <summary>{ Common::Rule.words(lang) }{ " " }<span class="muted">{ about }</span></summary>
                <section class="form" aria-label={Common::Rule.words(lang)}>{ fields }</section>
            </details>
        };
    }
    html! {
        <section class="form" aria-labelledby="rule-title">
            <h3 id="rule-title">{ Common::Rule.words(lang) }</h3>
            { fields }
            { own(lang, props) }
        </section>
    }
}
