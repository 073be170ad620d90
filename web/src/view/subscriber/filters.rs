//! The filters: one for each part of the event, all of which must accept it.

use super::field_editor::FieldEditor;
use super::problems::Problems;
use super::text::Text;
use crate::state::shared::Shared;
use crate::subscriber::state::{Action, Lit, Model, marks};
use crate::ui::lang::use_lang;
use crate::ui::tabs::{Tab, TabPanel, Tabs};
use crate::ui::tool_row::{Tool, ToolRow};
use crate::view::common::Common;
use rulepad_subscriber_workbench::{Field, Scope, SubscriberReport};
use yew::prelude::*;

/// Properties of [`FiltersPane`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct FiltersPaneProps {
    /// The model.
    pub model: Shared<Model>,
    /// What belongs to what is pointed at.
    pub lit: Lit,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The pane.
#[component]
pub(super) fn FiltersPane(props: &FiltersPaneProps) -> Html {
    let lang = use_lang();
    let (model, dispatch) = (&*props.model, &props.dispatch);
    let shown = model.look.filter;
    let field = Field::of(shown);
    let report = model.answer.as_ref().map(|answer| &answer.report);
    let tab = |scope: Scope| Tab {
        id: id(scope).into(),
        label: scope.name().into(),
        badge: state(model, scope).map(|state| state.words(lang)),
    };
    let is_broken = report.is_some_and(|report| report.of(field).any(|own| own.diagnostic.is_error()));
    let tools = vec![Tool::Button {
        label: Common::Format.words(lang),
        title: if is_broken { Common::IndentOnceValid } else { Common::Indent }.words(lang),
        shortcut: None,
        disabled: is_broken,
        onclick: dispatch.reform(move |()| Action::Format(field)),
    }];
    let has_problems = report.is_some_and(|report| report.of(field).next().is_some());
    let editor = |scope: Scope| {
        let own = Field::of(scope);
        html! {
            <FieldEditor
                key={id(scope)}
                field={own}
                class={classes!("pane-editor", (scope != shown).then_some("away"))}
                label={Text::FilterOf(scope).words(lang)}
                placeholder={Text::FilterPlaceholder(scope).words(lang)}
                draft={model.draft.clone()}
                answer={model.answer.clone()}
                marks={marks(model, &props.lit, Some(own))}
                wrap={model.settings.wrap}
                reveal={model.reveal}
                dispatch={dispatch.clone()}
            />
        }
    };
    html! {
        <section class="pane" id="pattern" aria-labelledby="pattern-title">
            <header class="pane-header">
                <h2 id="pattern-title" title={Text::FiltersKeys.words(lang)}>{ Text::Filters.words(lang) }</h2>
                <Tabs
                    name="filter"
                    label={Text::Filters.words(lang)}
                    tabs={Scope::ALL.map(tab).to_vec()}
                    selected={id(shown)}
                    on_select={dispatch.reform(|chosen: AttrValue| {
                        let scope = Scope::ALL.into_iter().find(|scope| id(*scope) == chosen.as_str());
                        Action::ShowFilter(scope.unwrap_or(Scope::Data))
                    })}
                />
                <ToolRow name="pattern" more={Text::MoreForFilters.words(lang)} {tools} />
            </header>
            <TabPanel name="filter" id={id(shown)} class="pane-view">
                { for Scope::ALL.map(editor) }
            </TabPanel>
            if has_problems {
                <div class="pane-foot">
                    <Problems
                        fields={vec![field]}
                        answer={model.answer.clone()}
                        with_place=true
                        dispatch={dispatch.clone()}
                    />
                </div>
            }
            <p class="filter-note">{ Text::FilterNote(shown).words(lang) }</p>
        </section>
    }
}

/// A scope in ids.
pub(super) const fn id(scope: Scope) -> &'static str {
    match scope {
        Scope::Data => "data",
        Scope::Metadata => "metadata",
        Scope::SystemMetadata => "system-metadata",
    }
}

/// What is to be said of a filter beside its name.
fn state(model: &Model, scope: Scope) -> Option<Text<'static>> {
    let field = Field::of(scope);
    if model.draft.text(field).is_none_or(|text| text.trim().is_empty()) {
        return None;
    }
    let report: &SubscriberReport = &model.answer.as_ref()?.report;
    if report.of(field).any(|own| own.diagnostic.is_error()) {
        return Some(Text::StateRefused);
    }
    let event = report.events.get(model.look.at).or(report.events.first())?;
    let own = event.scopes.iter().find(|own| own.scope == scope)?;
    Some(match own.holds {
        Some(true) => Text::StateHolds,
        Some(false) => Text::StateFails,
        None => Text::StateOpen,
    })
}
