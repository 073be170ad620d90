//! The rule's own properties, and the rule as a file to take away.

use super::property::Property;
use crate::platform::{clipboard, download};
use crate::state::{
    action::Action,
    field::Field,
    model::{Answer, Model, Panes, Place},
    shared::Shared,
};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::code_editor::{CodeEditor, Language};
use crate::ui::copy_button::CopyButton;
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::prose::Prose;
use crate::ui::split::Split;
use crate::ui::tabs::{Tab, TabPanel, Tabs};
use rulepad_workbench::{Draft, Export, Exported, Format, State, export};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Properties of [`ExportPanel`].
#[derive(Clone, Properties, PartialEq)]
pub struct ExportPanelProps {
    /// The draft as it is.
    pub draft: Shared<Draft>,
    /// The last answer.
    pub answer: Option<Shared<Answer>>,
    /// The chosen format.
    pub format: Format,
    /// Places to bring into view.
    pub reveals: Vec<Place>,
    /// Shares of properties and file in the width.
    pub shares: Vec<f64>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

impl ExportPanelProps {
    /// What the panel needs of the model.
    #[must_use]
    pub fn of(model: &Model, dispatch: Callback<Action>) -> Self {
        Self {
            draft: model.draft.clone(),
            answer: model.answer.clone(),
            format: model.look.format,
            reveals: model.look.reveals.clone(),
            shares: model.settings.export.clone(),
            dispatch,
        }
    }
}

/// The panel.
#[component]
pub fn ExportPanel(props: &ExportPanelProps) -> Html {
    html! {
        <Split
            name="export-panes"
            labels={vec![AttrValue::from("Between the rule's properties and its export")]}
            shares={props.shares.clone()}
            least={0.2}
            on_resize={props.dispatch.reform(|shares| Action::Resize(Panes::Export, shares))}
        >
            { properties(props) }
            <File draft={props.draft.clone()} format={props.format} dispatch={props.dispatch.clone()} />
        </Split>
    }
}

const STATES: [State; 3] = [State::Enabled, State::Disabled, State::EnabledWithAllCloudtrailManagementEvents];

fn properties(props: &ExportPanelProps) -> Html {
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
    html! {
        <section class="form" aria-labelledby="rule-title">
            <h3 id="rule-title">{ "Rule" }</h3>
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
        </section>
    }
}

#[derive(Clone, Properties, PartialEq)]
struct FileProps {
    draft: Shared<Draft>,
    format: Format,
    dispatch: Callback<Action>,
}

/// The rule in the chosen format.
#[component]
fn File(props: &FileProps) -> Html {
    let exported = use_memo((props.draft.clone(), props.format), |(draft, format)| export(draft, *format));
    let tabs = Format::ALL.iter().map(|format| Tab {
        id: tab_id(*format).into(),
        label: format.name().into(),
        badge: None,
    });
    let on_select = props.dispatch.reform(|id: AttrValue| {
        let format = Format::ALL.into_iter().find(|format| tab_id(*format) == id.as_str());
        Action::SelectFormat(format.unwrap_or_default())
    });
    html! {
        <section class="export" aria-label="Export">
            <header class="payload-header">
                <Tabs
                    name="format"
                    label="Format"
                    tabs={tabs.collect::<Vec<_>>()}
                    selected={tab_id(props.format)}
                    {on_select}
                />
                <span class="spacer" />
                if let Export::Ready(file) = &*exported {
                    { take(file) }
                }
            </header>
            <TabPanel name="format" id={tab_id(props.format)} class="export-body">
                { match &*exported {
                    Export::Ready(file) => ready(file),
                    Export::NotYet(reason) => html! {
                        <p class={classes!("state-line", Tone::Caution.class())}>
                            <Glyph tone={Tone::Caution} />
                            <Prose text={reason.clone()} />
                        </p>
                    },
                } }
            </TabPanel>
        </section>
    }
}

fn take(file: &Exported) -> Html {
    let (copied, saved) = (file.text.clone(), file.clone());
    html! {
        <>
            <CopyButton
                label="Copy"
                done="Copied"
                failed="Not copied"
                on_copy={Callback::from(move |done| clipboard::copy(&copied, done))}
            />
            <Button
                kind={ButtonKind::Primary}
                title={format!("Save {}", file.file_name)}
                onclick={Callback::from(move |_| download::download(&saved.file_name, &saved.media_type, &saved.text))}
            >
                { "Download" }
            </Button>
        </>
    }
}

fn ready(file: &Exported) -> Html {
    html! {
        <>
            if !file.notes.is_empty() {
                <ul class="export-notes" aria-label="Notes">
                    { for file.notes.iter().map(|note| html! {
                        <li class={Tone::Caution.class()}><Glyph tone={Tone::Caution} /><Prose text={note.clone()} /></li>
                    }) }
                </ul>
            }
            <CodeEditor
                class="payload-editor"
                label={file.file_name.clone()}
                language={if file.media_type == "application/json" { Language::Json } else { Language::Plain }}
                text={file.text.clone()}
                read_only=true
                wrap=true
            />
        </>
    }
}

fn tab_id(format: Format) -> String {
    format.name().to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "-")
}
