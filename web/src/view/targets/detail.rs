//! What is set of the chosen target: id, ARN and role, then one aspect at a time.

use super::failure::Failure;
use super::input::InputFields;
use super::log::LogView;
use super::parameters::Parameters;
use super::part::PartProps;
use super::permission::PermissionView;
use super::text::Text;
use crate::platform::focus;
use crate::state::{
    action::Action,
    field::Field,
    log::Log,
    model::{Answer, Detail, Selection},
    shared::Shared,
    stages::{Lit, payload},
};
use crate::ui::button::Button;
use crate::ui::glyph::Glyph;
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use crate::ui::tabs::{Tab, TabPanel, Tabs};
use crate::view::common::severity;
use crate::view::property::Property;
use rulepad_workbench::{Diagnostic, Draft, Lang, Permission, Severity, Target, TargetKind, TargetReport};
use yew::prelude::*;

/// Properties of [`TargetDetail`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct TargetDetailProps {
    /// The draft as it is.
    pub draft: Shared<Draft>,
    /// The last answer.
    pub answer: Option<Shared<Answer>>,
    /// What it found about this target.
    pub report: Option<TargetReport>,
    /// The target's place.
    pub place: usize,
    /// Tells the target apart.
    pub number: u32,
    /// What is shown of it.
    pub detail: Detail,
    /// What of it belongs to what is pointed at.
    pub lit: Lit,
    /// Places to bring into view.
    pub reveals: Vec<Selection>,
    /// The event log.
    pub log: Log,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// Id, ARN and role always; of the rest what was chosen.
#[component]
pub(super) fn TargetDetail(props: &TargetDetailProps) -> Html {
    let lang = use_lang();
    let place = props.place;
    let Some(target) = props.draft.targets.get(place) else { return Html::default() };
    let found = props.report.as_ref().map(|report| report.diagnostics.clone()).unwrap_or_default();
    let kind = target.kind();
    let role = kind.map(TargetKind::permission);
    let takes_role =
        !target.role_arn.is_empty() || matches!(role, Some(Permission::Role | Permission::Either));
    let shown = aspects(lang, target, &found);
    let detail =
        shown.iter().find(|aspect| aspect.detail == props.detail).map_or(Detail::Input, |own| own.detail);
    let on_select = props.dispatch.reform(|id: AttrValue| {
        Action::ShowDetail(
            DETAILS.into_iter().find(|detail| id_of(*detail) == id.as_str()).unwrap_or_default(),
        )
    });
    let property = |field: Field, name: &str, label: Text<'_>, placeholder: &'static str| {
        let label = label.words(lang);
        html! {
            <Property
                {field}
                id={format!("target-{name}-{}", props.number)}
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
    let remarks = found.iter().filter(|found| Field::of(found).is_none());
    html! {
        <div class="form target-detail">
            <div class="form-row">
                { property(Field::TargetId(place), "id", Text::Id, "my-target") }
                { property(
                    Field::TargetArn(place),
                    "arn",
                    Text::Arn,
                    "arn:aws:lambda:us-east-1:123456789012:function:my-function",
                ) }
            </div>
            if takes_role {
                { property(Field::TargetRole(place), "role", Text::RoleArn, "arn:aws:iam::123456789012:role/my-role") }
            }
            { for remarks.map(|found| remark(lang, found)) }
            <div class="detail-tabs">
                <Tabs
                    name="detail"
                    label={Text::OfThisTarget.words(lang)}
                    tabs={shown.iter().map(Aspect::tab).collect::<Vec<_>>()}
                    selected={id_of(detail)}
                    {on_select}
                />
                <span class="spacer" />
                { tools(lang, props) }
            </div>
            <TabPanel name="detail" id={id_of(detail)} class="detail-panel">
                { panel(props, target, found, detail) }
            </TabPanel>
        </div>
    }
}

fn tools(lang: Lang, props: &TargetDetailProps) -> Html {
    let place = props.place;
    let act = |action: Action| {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| {
            dispatch.emit(action.clone());
            focus::keep(&["#lower .target-card[aria-current]", "#lower .empty-panel button"]);
        }
    };
    html! {
        <>
            <Button title={Text::DuplicateTitle.words(lang)} onclick={act(Action::DuplicateTarget(place))}>
                { Text::Duplicate.words(lang) }
            </Button>
            <Button
                title={Text::RemoveTargetTitle.words(lang)}
                onclick={act(Action::RemoveTarget(place))}
            >
                { Text::RemoveTarget.words(lang) }
            </Button>
        </>
    }
}

fn part(props: &TargetDetailProps, found: Vec<Diagnostic>) -> PartProps {
    PartProps {
        place: props.place,
        number: props.number,
        draft: props.draft.clone(),
        answer: props.answer.clone(),
        found,
        reveals: props.reveals.clone(),
        dispatch: props.dispatch.clone(),
    }
}

fn panel(props: &TargetDetailProps, target: &Target, found: Vec<Diagnostic>, detail: Detail) -> Html {
    let rendered = props.report.as_ref().and_then(|report| report.rendered.clone());
    match detail {
        Detail::Input => html! {
            <InputFields
                place={props.place}
                number={props.number}
                draft={props.draft.clone()}
                answer={props.answer.clone()}
                {found}
                {rendered}
                lit={props.lit.clone()}
                reveals={props.reveals.clone()}
                dispatch={props.dispatch.clone()}
            />
        },
        Detail::Parameters => html! {
            <Parameters ..part(props, found) />
        },
        Detail::Failure => html! {
            <Failure ..part(props, found) />
        },
        Detail::Permission => html! {
            <PermissionView report={props.report.clone()} has_arn={!target.arn.is_empty()} />
        },
        Detail::Log => {
            let payload = rendered.as_ref().and_then(|rendered| payload(&rendered.outcome));
            html! {
                <LogView
                    draft={props.draft.clone()}
                    log={props.log.clone()}
                    id={target.id.clone()}
                    payload={payload.map(|payload| AttrValue::from(payload.text.clone()))}
                    dispatch={props.dispatch.clone()}
                />
            }
        }
    }
}

/// One thing that can be shown of a target.
struct Aspect {
    detail: Detail,
    label: AttrValue,
    badge: Option<AttrValue>,
}

impl Aspect {
    fn tab(&self) -> Tab {
        Tab { id: id_of(self.detail).into(), label: self.label.clone(), badge: self.badge.clone() }
    }
}

const DETAILS: [Detail; 5] =
    [Detail::Input, Detail::Parameters, Detail::Failure, Detail::Permission, Detail::Log];

fn id_of(detail: Detail) -> &'static str {
    match detail {
        Detail::Input => "input",
        Detail::Parameters => "parameters",
        Detail::Failure => "failure",
        Detail::Permission => "permission",
        Detail::Log => "log",
    }
}

/// What can be shown of this target, with what is to be looked at.
fn aspects(lang: Lang, target: &Target, found: &[Diagnostic]) -> Vec<Aspect> {
    let kind = target.kind();
    let own = kind.and_then(TargetKind::parameters);
    let has_own = own.is_some() || !target.parameters.is_empty() || !target.endpoint.is_empty();
    let set = [&target.dead_letter_arn, &target.retry_attempts, &target.event_age];
    let is_set = set.iter().any(|text| !text.is_empty());
    let aspect = |detail: Detail| {
        let (shown, label, used) = match detail {
            Detail::Input => (true, Text::Input.words(lang), false),
            Detail::Parameters => {
                (has_own, own.map_or_else(|| Text::Parameters.words(lang), AttrValue::from), false)
            }
            Detail::Failure => (true, Text::Retries.words(lang), is_set),
            Detail::Permission => (true, Text::Permissions.words(lang), false),
            Detail::Log => (kind == Some(TargetKind::Lambda), Text::EventLog.words(lang), false),
        };
        let badge = problems(found, detail).or(used.then(|| Text::Set.words(lang)));
        shown.then_some(Aspect { detail, label, badge })
    };
    DETAILS.into_iter().filter_map(aspect).collect()
}

/// The shape and the number of what is wrong there.
fn problems(found: &[Diagnostic], detail: Detail) -> Option<AttrValue> {
    let there = |severity: Severity| {
        let of = |found: &&Diagnostic| Field::of(found).and_then(Field::detail) == Some(detail);
        found.iter().filter(of).filter(|found| found.severity == severity).count()
    };
    match (there(Severity::Error), there(Severity::Warning)) {
        (0, 0) => None,
        (0, warnings) => Some(format!("! {warnings}").into()),
        (errors, _) => Some(format!("✕ {errors}").into()),
    }
}

/// A problem of the target as a whole.
fn remark(lang: Lang, found: &Diagnostic) -> Html {
    let (tone, word) = severity(found.severity);
    html! {
        <div class={classes!("remark", tone.class())} role="note">
            <Glyph {tone} label={word.words(lang)} />
            <div>
                <Prose text={found.message.clone()} />
                { for found.help.iter().map(|help| html! { <p class="problem-advice"><Prose text={help.text.clone()} /></p> }) }
            </div>
        </div>
    }
}
