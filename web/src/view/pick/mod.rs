//! A bar at the foot of the event: the value at the cursor, and what can be made of it.

mod text;
mod words_en;
mod words_ko;

use crate::state::action::Action;
use crate::state::model::Model;
use crate::state::pick::{NoTarget, NotPicked, PickAction, Picking, variable_of};
use crate::ui::button::Button;
use crate::ui::lang::use_lang;
use crate::ui::middle_ellipsis::MiddleEllipsis;
use crate::ui::prose::Prose;
use crate::ui::visible_text::VisibleText;
use crate::view::failure::not_done;
use rulepad_workbench::Lang;
use text::Text;
use yew::prelude::*;

/// Properties of [`PickBar`].
#[derive(Clone, Properties, PartialEq)]
pub struct PickBarProps {
    /// The value at the cursor.
    pub picking: Option<Picking>,
    /// Whether there is an event at all.
    pub empty: bool,
    /// The target that takes a variable, or why none does.
    pub target: Result<AttrValue, NoTarget>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

impl PickBarProps {
    /// What the model has of it.
    #[must_use]
    pub fn of(model: &Model, dispatch: Callback<Action>) -> Self {
        Self {
            picking: model.picking.clone(),
            empty: model.draft.event.trim().is_empty(),
            target: variable_of(model).map(|id| id.to_owned().into()),
            dispatch,
        }
    }
}

/// The bar. It keeps its height whatever it shows.
#[component]
pub fn PickBar(props: &PickBarProps) -> Html {
    let lang = use_lang();
    let picked = props.picking.as_ref().and_then(|picking| picking.picked.as_deref());
    let nothing = || Text::NoValueYet.words(lang);
    let sentence = |reason: &str| AttrValue::from(reason.replace('`', ""));
    let no_condition = match picked {
        None => Some(nothing()),
        Some(picked) => picked.no_condition.as_deref().map(sentence),
    };
    let no_variable = match picked {
        None => Some(nothing()),
        Some(picked) => {
            let target = props.target.as_ref().err().map(|why| no_target(*why).words(lang));
            target.or_else(|| picked.no_path.as_deref().map(sentence))
        }
    };
    let hands = match props.target.as_deref() {
        Ok(id) if !id.is_empty() => Text::PassTo(id).words(lang),
        _ => Text::PassToTarget.words(lang),
    };
    let said = props.picking.as_ref().and_then(|picking| picking.said.as_ref());
    let button =
        |action: PickAction, label: AttrValue, keys: &'static str, does: AttrValue, no: Option<AttrValue>| {
            html! {
                <Button
                    disabled={no.is_some()}
                    title={no.unwrap_or(does)}
                    shortcut={keys}
                    onclick={props.dispatch.reform(move |_| Action::Pick(action))}
                >
                    { label }
                </Button>
            }
        };
    html! {
        <div class="pick-bar" role="group" aria-label={Text::ValueAtCursor.words(lang)}>
            <div class={classes!("pick-value", said.is_some().then_some("away"))}>
                if let Some(picked) = picked {
                    <code translate="no" class="pick-path">
                        <MiddleEllipsis text={picked.path.clone().unwrap_or_else(|| picked.name.clone())} most={44} />
                    </code>
                    if picked.value.is_empty() {
                        <span class="muted">{ &picked.kind }</span>
                    } else {
                        <code translate="no" class="pick-literal"><VisibleText text={picked.value.clone()} /></code>
                    }
                } else if !props.empty {
                    <span class="muted">{ Text::PutCursor.words(lang) }</span>
                }
            </div>
            <p class={classes!("pick-said", said.is_some_and(Result::is_err).then_some("caution"))} role="status" aria-label={Text::WhatWasDone.words(lang)}>
                if let Some(said) = said {
                    <Prose text={outcome(lang, said)} />
                }
            </p>
            <div class="pick-do">
                { button(
                    PickAction::Condition,
                    Text::AddToPattern.words(lang),
                    "Alt+P",
                    Text::RequireValue.words(lang),
                    no_condition,
                ) }
                { button(
                    PickAction::Variable,
                    Text::MakeVariable.words(lang),
                    "Alt+M",
                    hands,
                    no_variable,
                ) }
            </div>
        </div>
    }
}

/// What was done, or why not, as a sentence.
fn outcome(lang: Lang, said: &Result<String, NotPicked>) -> AttrValue {
    match said {
        Ok(done) => done.clone().into(),
        Err(NotPicked::NotDone(reason)) => Text::NotDone(&not_done(lang, reason)).words(lang),
        Err(NotPicked::NoTarget(why)) => Text::NotDone(&no_target(*why).words(lang)).words(lang),
    }
}

fn no_target(why: NoTarget) -> Text<'static> {
    match why {
        NoTarget::NotARule => Text::NotARule,
        NoTarget::None => Text::NoTarget,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::requests::NotDone;
    use crate::state::shared::Shared;
    use crate::ui::rendered;
    use rulepad_workbench::pick::at;

    fn shown(of: &'static str, said: Option<Result<String, NotPicked>>) -> String {
        const EVENT: &str = r#"{"detail": {"state": "on", "Subnet ID": 5}}"#;
        let offset = EVENT.find(of).unwrap() + 1;
        rendered::<PickBar>(move || PickBarProps {
            picking: Some(Picking {
                offset,
                picked: Some(Shared::new(at(EVENT, offset, Lang::En).unwrap())),
                said: said.clone(),
            }),
            empty: false,
            target: Ok("notify".into()),
            dispatch: Callback::noop(),
        })
    }

    #[test]
    fn the_bar_shows_path_and_value_with_both_keys() {
        let html = shown("\"on\"", None);
        for part in ["$.detail.state", "\"on\"", "(Alt+P)", "to notify as a variable (Alt+M)"] {
            assert!(html.contains(part), "{part} in {html}");
        }
        assert!(!html.contains("aria-disabled"), "{html}");
    }

    #[test]
    fn what_cannot_be_used_says_why_in_its_tooltip() {
        let html = shown("Subnet", None);
        assert!(html.contains("title=\"A path names") || html.contains("title=\"a path names"), "{html}");
        let html = shown("\"detail\"", None);
        assert!(html.contains("choose a value in it") && html.contains("an object of 2"), "{html}");
    }

    #[test]
    fn what_was_done_takes_the_place_of_the_value() {
        let said = Err(NotDone::Refused("the pattern is not valid JSON".into()).into());
        let html = shown("\"on\"", Some(said));
        assert!(html.contains("pick-value away") && html.contains("pick-said caution"), "{html}");
        assert!(html.contains("The pattern is not valid JSON."), "{html}");
    }

    #[test]
    fn without_a_value_it_says_how_to_get_one() {
        let html = rendered::<PickBar>(|| PickBarProps {
            picking: None,
            empty: false,
            target: Err(NoTarget::None),
            dispatch: Callback::noop(),
        });
        assert!(html.contains("Put the cursor on a value"), "{html}");
        assert_eq!(html.matches("aria-disabled").count(), 2);
    }
}
