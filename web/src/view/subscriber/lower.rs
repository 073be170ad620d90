//! The delivery: transformer, target, retries and the subscriber's own properties.

use super::field_editor::FieldEditor;
use super::line_input::LineInput;
use super::problems::Problems;
use super::text::Text;
use crate::platform::clipboard;
use crate::state::shared::Shared;
use crate::subscriber::state::{Action, Lit, Lower, Model, Step, marks};
use crate::ui::code_editor::Language;
use crate::ui::copy_button::CopyButton;
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use crate::ui::tabs::{Tab, TabPanel, Tabs};
use crate::view::common::Common;
use rulepad_subscriber_workbench::{Field, PolicyReport, SubscriberDraft, TargetReport, TransformerType};
use rulepad_workbench::Lang;
use yew::prelude::*;

/// Properties of [`DeliveryPane`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct DeliveryPaneProps {
    /// The model.
    pub model: Shared<Model>,
    /// What belongs to what is pointed at.
    pub lit: Lit,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The pane.
#[component]
pub(super) fn DeliveryPane(props: &DeliveryPaneProps) -> Html {
    let lang = use_lang();
    let (model, dispatch) = (&*props.model, &props.dispatch);
    let tab = |lower: Lower| Tab {
        id: id(lower).into(),
        label: Text::LowerName(lower).words(lang),
        badge: badge(model, lower).map(|own| own.words(lang)),
    };
    let chosen = model.look.lower;
    html! {
        <section class="pane delivery" id="delivery" aria-labelledby="delivery-title">
            <h2 class="visually-hidden" id="delivery-title">{ Text::Delivery.words(lang) }</h2>
            <header class="pane-header">
                <Tabs
                    name="delivery"
                    label={Text::Delivery.words(lang)}
                    tabs={ALL.map(tab).to_vec()}
                    selected={id(chosen)}
                    on_select={dispatch.reform(|chosen: AttrValue| {
                        let lower = ALL.into_iter().find(|lower| id(*lower) == chosen.as_str());
                        Action::ShowLower(lower.unwrap_or(Lower::Transformer))
                    })}
                />
            </header>
            <TabPanel name="delivery" id={id(chosen)} class="delivery-body">
                { match chosen {
                    Lower::Transformer => transformer(lang, props),
                    Lower::Target => target(lang, props),
                    Lower::Delivery => delivery(lang, props),
                    Lower::Subscriber => subscriber(lang, props),
                } }
            </TabPanel>
        </section>
    }
}

const ALL: [Lower; 4] = [Lower::Transformer, Lower::Target, Lower::Delivery, Lower::Subscriber];

const fn id(lower: Lower) -> &'static str {
    match lower {
        Lower::Transformer => "transformer",
        Lower::Target => "target",
        Lower::Delivery => "retries",
        Lower::Subscriber => "subscriber",
    }
}

const fn fields(lower: Lower) -> &'static [Field] {
    match lower {
        Lower::Transformer => &[Field::Expression],
        Lower::Target => &[Field::Target, Field::Role, Field::Parameters],
        Lower::Delivery => &[Field::Attempts, Field::Age, Field::Queue, Field::Batch, Field::Window],
        Lower::Subscriber => &[Field::Name, Field::Bus, Field::Rest],
    }
}

/// What is to be done in a part.
fn badge(model: &Model, lower: Lower) -> Option<Text<'static>> {
    let report = &model.answer.as_ref()?.report;
    let own = || fields(lower).iter().flat_map(|field| report.of(*field));
    if own().any(|own| own.diagnostic.is_error()) {
        return Some(Text::StateRefused);
    }
    if own().any(|own| own.refusal == Some(rulepad_subscriber_workbench::Refusal::ByTarget)) {
        return Some(Text::StateTarget);
    }
    fields(lower).iter().any(|field| report.missing.contains(field)).then_some(Text::StateMissing)
}

fn line(
    props: &DeliveryPaneProps,
    field: Field,
    id: &'static str,
    placeholder: Option<&'static str>,
    hint: Html,
) -> Html {
    let model = &*props.model;
    html! {
        <LineInput
            {field}
            {id}
            placeholder={placeholder.map(AttrValue::Static)}
            {hint}
            draft={model.draft.clone()}
            answer={model.answer.clone()}
            reveal={model.reveal}
            dispatch={props.dispatch.clone()}
        />
    }
}

fn transformer(lang: Lang, props: &DeliveryPaneProps) -> Html {
    let model = &*props.model;
    let own = model.draft.transformer;
    let choice = |kind: TransformerType| {
        let (draft, dispatch) = (model.draft.clone(), props.dispatch.clone());
        let onchange = move |_: Event| {
            let draft = SubscriberDraft { transformer: kind, ..SubscriberDraft::clone(&draft) };
            dispatch.emit(Action::Edit(Step::Choose, Box::new(draft)));
        };
        html! {
            <label class="segment">
                <input type="radio" name="transformer" checked={own == kind} {onchange} />
                <span>{ kind.name() }</span>
            </label>
        }
    };
    html! {
        <div class="transformer">
            <fieldset class="options">
                <legend>{ Text::TransformerType.words(lang) }</legend>
                <div class="segments">{ for TransformerType::ALL.map(choice) }</div>
            </fieldset>
            <p class="option-note muted">{ Text::TransformerNote(own).words(lang) }</p>
            if own == TransformerType::Jsonata {
                <div class="expression">
                    <FieldEditor
                        field={Field::Expression}
                        label={Text::Label(Field::Expression).words(lang)}
                        placeholder={Text::ExpressionPlaceholder.words(lang)}
                        language={Language::Plain}
                        draft={model.draft.clone()}
                        answer={model.answer.clone()}
                        marks={marks(model, &props.lit, Some(Field::Expression))}
                        reveal={model.reveal}
                        dispatch={props.dispatch.clone()}
                    />
                </div>
            }
            <Problems
                fields={vec![Field::Expression]}
                answer={model.answer.clone()}
                with_place=true
                dispatch={props.dispatch.clone()}
            />
        </div>
    }
}

fn target(lang: Lang, props: &DeliveryPaneProps) -> Html {
    let model = &*props.model;
    let report = model.answer.as_ref().map(|answer| &answer.report);
    let target = report.and_then(|report| report.target.as_ref());
    let block = report.and_then(|report| report.block.clone());
    let starter = block.clone().filter(|_| model.draft.parameters.trim().is_empty()).map(|block| {
        let (draft, dispatch) = (model.draft.clone(), props.dispatch.clone());
        let name = block.clone();
        let onclick = move |_: MouseEvent| {
            let parameters = format!("{{\n  \"{name}\": {{\n    \n  }}\n}}");
            let draft = SubscriberDraft { parameters, ..SubscriberDraft::clone(&draft) };
            dispatch.emit(Action::Edit(Step::Choose, Box::new(draft)));
        };
        html! {
            <button type="button" class="fix" {onclick}>{ Text::Insert(&block).words(lang) }</button>
        }
    });
    let kind = target.and_then(|target| target.kind.clone());
    let hint = kind.map_or_else(Html::default, |kind| html! { <p class="field-hint muted">{ kind }</p> });
    html! {
        <div class="form">
            if let Some(target) = target {
                { refusals(lang, target) }
            }
            <div class="form-pair">
                { line(props, Field::Target, "target-arn", Some("arn:aws:sqs:us-east-1:111122223333:orders"), hint) }
                { line(props, Field::Role, "role-arn", Some("arn:aws:iam::111122223333:role/orders"), Html::default()) }
            </div>
            <div class="field">
                <div class="field-head">
                    <span class="field-label">{ Text::Label(Field::Parameters).words(lang) }</span>
                    { starter.unwrap_or_default() }
                </div>
                <div class="field-editor">
                    <FieldEditor
                        field={Field::Parameters}
                        class="fit"
                        label={Text::Label(Field::Parameters).words(lang)}
                        placeholder={block.map_or_else(|| Text::NoBlock.words(lang), |block| Text::BlockPlaceholder(&block).words(lang))}
                        draft={model.draft.clone()}
                        answer={model.answer.clone()}
                        reveal={model.reveal}
                        dispatch={props.dispatch.clone()}
                    />
                </div>
                <Problems fields={vec![Field::Parameters]} answer={model.answer.clone()} dispatch={props.dispatch.clone()} />
            </div>
            if let Some(target) = target {
                <details class="policies">
                    <summary>{ Text::RolePolicies.words(lang) }</summary>
                    { for target.policies.iter().map(|own| policy(lang, own)) }
                </details>
                if !target.unverified.is_empty() {
                    <details class="unverified">
                        <summary>{ Text::NotVerified(target.unverified.len()).words(lang) }</summary>
                        <ul>{ for target.unverified.iter().map(|own| html! { <li><Prose text={own.clone()} /></li> }) }</ul>
                    </details>
                }
            }
        </div>
    }
}

/// Who refuses the subscriber: that AWS does, and that the target does, are two things.
fn refusals(lang: Lang, target: &TargetReport) -> Html {
    let (tone, said, class) = match (target.refused_at_create, target.refused_by_target) {
        (true, _) => (Tone::Bad, Text::RefusedAtCreate, "refusal-create"),
        (false, true) => (Tone::Caution, Text::RefusedByTarget, "refusal-target"),
        (false, false) => (Tone::Good, Text::NotRefused, "refusal-none"),
    };
    html! {
        <p class={classes!("refusal", class, tone.class())} role="status">
            <Glyph {tone} />{ " " }{ said.words(lang) }
        </p>
    }
}

fn policy(lang: Lang, own: &PolicyReport) -> Html {
    let text = own.text.clone();
    let on_copy = Callback::from(move |done: Callback<bool>| clipboard::copy(&text, done));
    html! {
        <div class="policy">
            <div class="field-head">
                <h4>{ &own.title }</h4>
                <CopyButton
                    label={Common::Copy.words(lang)}
                    done={Common::Copied.words(lang)}
                    failed={Common::NotCopied.words(lang)}
                    {on_copy}
                />
            </div>
            <pre class="policy-text" translate="no" tabindex="0">{ &own.text }</pre>
        </div>
    }
}

fn delivery(lang: Lang, props: &DeliveryPaneProps) -> Html {
    let target = props.model.answer.as_ref().and_then(|answer| answer.report.target.as_ref());
    html! {
        <div class="form">
            if let Some(target) = target {
                <ul class="settings">
                    { for target.settings.iter().map(|own| html! { <li><Prose text={own.clone()} /></li> }) }
                </ul>
            } else {
                <p class="muted">{ Text::NoTargetForSettings.words(lang) }</p>
            }
            <div class="form-columns">
                { line(props, Field::Attempts, "attempts", Some("5"), Html::default()) }
                { line(props, Field::Age, "age", Some("300"), Html::default()) }
                { line(props, Field::Batch, "batch", None, Html::default()) }
                { line(props, Field::Window, "window", Some("0"), Html::default()) }
            </div>
            { line(props, Field::Queue, "queue", Some("arn:aws:sqs:us-east-1:111122223333:failures"), Html::default()) }
        </div>
    }
}

fn subscriber(lang: Lang, props: &DeliveryPaneProps) -> Html {
    let model = &*props.model;
    let bus = "arn:aws:events:us-east-1:111122223333:event-busv2/orders/…";
    html! {
        <div class="form">
            <div class="form-pair">
                { line(props, Field::Name, "name", Some("orders"), Html::default()) }
                { line(props, Field::Bus, "bus", Some(bus), Html::default()) }
            </div>
            <div class="field">
                <span class="field-label">{ Text::Label(Field::Rest).words(lang) }</span>
                <div class="field-editor">
                    <FieldEditor
                        field={Field::Rest}
                        class="fit"
                        label={Text::Label(Field::Rest).words(lang)}
                        placeholder={Text::RestPlaceholder.words(lang)}
                        draft={model.draft.clone()}
                        answer={model.answer.clone()}
                        reveal={model.reveal}
                        dispatch={props.dispatch.clone()}
                    />
                </div>
                <Problems fields={vec![Field::Rest]} answer={model.answer.clone()} dispatch={props.dispatch.clone()} />
            </div>
        </div>
    }
}
