//! One field: the values it may have, to be picked or typed, and its other conditions.

use super::matcher::{MatcherLine, anything_but};
use super::pick::Pick;
use super::text::{Part, Text};
use crate::platform::{focus, keys::is_enter};
use crate::state::{
    action::Action,
    model::{Pointed, Region},
};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::folded_text::FoldedText;
use crate::ui::glyph::{Glyph, Tone};
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use crate::ui::visible_text::seen;
use crate::view::common::Common;
use rulepad_workbench::Lang;
use rulepad_workbench::builder::{Change, Matcher, Offer, Operator, Origin, Row, start};
use rulepad_workbench::catalogue::FieldKind;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`FieldRow`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct FieldRowProps {
    /// The field.
    pub row: Row,
    /// What its dialect can ask.
    pub operators: Vec<Operator>,
    /// Whether the event meets it, where that is known.
    pub holds: Option<bool>,
    /// Why the last change of it was not carried out.
    pub refused: Option<AttrValue>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// More values than these are behind a button.
const MOST_OFFERS: usize = 12;

/// The field. Pointing at it lights what its condition looks at.
#[component]
pub(super) fn FieldRow(props: &FieldRowProps) -> Html {
    let lang = use_lang();
    let Row { field, span, matchers, offers, note, .. } = &props.row;
    let all = use_state_eq(|| false);
    let dispatch = &props.dispatch;
    let point = |on: bool| {
        let (dispatch, byte) = (dispatch.clone(), span.start as usize);
        move || dispatch.emit(Action::Point(on.then_some(Pointed::Pattern(byte))))
    };
    let focus_on = |on: bool| {
        let (dispatch, byte) = (dispatch.clone(), span.start as usize);
        move || dispatch.emit(Action::Focus(Region::Pattern, on.then_some(Pointed::Pattern(byte))))
    };
    let (enter, leave, focused, blurred) = (point(true), point(false), focus_on(true), focus_on(false));
    let remove = {
        let (dispatch, field) = (dispatch.clone(), field.clone());
        move |_: MouseEvent| {
            dispatch.emit(Action::Build(Change::RemoveField(field.clone())));
            focus::keep(&[".builder .builder-add-input", ".builder button"]);
        }
    };
    let hidden = offers.len().saturating_sub(MOST_OFFERS);
    let few = |(place, offer): &(usize, &Offer)| *all || *place < MOST_OFFERS || offer.picked;
    let lines = matchers
        .iter()
        .enumerate()
        .filter(|(_, shown)| !offers.iter().any(|offer| offer.picked && offer.value == shown.text));
    let legend = match props.holds {
        Some(true) => Some((Tone::Good, Text::Met.words(lang))),
        Some(false) => Some((Tone::Bad, Text::Failed.words(lang))),
        None => None,
    };
    html! {
        <fieldset
            class="builder-row"
            data-field={field.clone()}
            onmouseenter={move |_| enter()}
            onmouseleave={move |_| leave()}
            onfocusin={move |_| focused()}
            onfocusout={move |_| blurred()}
        >
            <legend class="visually-hidden">{ seen(field) }</legend>
            <div class="builder-row-head">
                <span class="builder-verdict">
                    if let Some((tone, label)) = legend {
                        <Glyph {tone} {label} />
                    }
                </span>
                <code translate="no" class="builder-name"><FoldedText text={field.clone()} most={48} /></code>
                <span class="muted builder-kind-name">{ kind_name(lang, props.row.kind) }</span>
                <span class="spacer" />
                <Button
                    kind={ButtonKind::Icon}
                    title={Text::RemoveField(field).words(lang)}
                    onclick={remove}
                >
                    { "✕" }
                </Button>
            </div>
            <div class="builder-body">
            if !offers.is_empty() {
                <div class="builder-offers" role="group" aria-label={seen(&Text::ValuesOf(field).words(lang))}>
                    { for offers.iter().enumerate().filter(few).map(|(_, offer)| chip(lang, field, offer, dispatch)) }
                    if hidden > 0 && !*all {
                        <button type="button" class="chip chip-more" onclick={move |_| all.set(true)}>
                            { Text::MoreValues(hidden).words(lang) }
                        </button>
                    }
                </div>
            }
            // In a separate list, or else its neighbours would be made again as it grows, and lose the focus.
            <>
            { for lines.map(|(at, shown)| html! {
                <MatcherLine
                    key={at}
                    field={field.clone()}
                    {at}
                    shown={shown.clone()}
                    operators={props.operators.clone()}
                    dispatch={dispatch.clone()}
                />
            }) }
            </>
            <AddValue row={props.row.clone()} operators={props.operators.clone()} dispatch={dispatch.clone()} />
            </div>
            if let Some(reason) = &props.refused {
                <p class="builder-refused tone-bad" role="alert"><Glyph tone={Tone::Bad} /><Prose text={reason.clone()} /></p>
            }
            if !note.is_empty() {
                <p class="builder-note tone-caution"><Glyph tone={Tone::Caution} /><Prose text={note.clone()} /></p>
            }
        </fieldset>
    }
}

fn kind_name(lang: Lang, kind: Option<FieldKind>) -> AttrValue {
    let name = match kind {
        Some(FieldKind::String) => Text::KindString,
        Some(FieldKind::Number) => Text::KindNumber,
        Some(FieldKind::Boolean) => Text::KindBoolean,
        Some(FieldKind::Null) => Text::KindNull,
        Some(FieldKind::Object) => Text::KindObject,
        Some(FieldKind::Any) | None => return AttrValue::default(),
    };
    name.words(lang)
}

fn chip(lang: Lang, field: &str, offer: &Offer, dispatch: &Callback<Action>) -> Html {
    let change = Change::Toggle { field: field.to_owned(), value: offer.value.clone() };
    let from_event = offer.origin == Origin::Event;
    html! {
        <button
            key={offer.value.clone()}
            type="button"
            class="chip"
            aria-pressed={if offer.picked { "true" } else { "false" }}
            title={from_event.then(|| Text::SeenInEvent.words(lang))}
            onclick={dispatch.reform(move |_: MouseEvent| Action::Build(change.clone()))}
        >
            <FoldedText text={if offer.label.is_empty() { offer.value.clone() } else { offer.label.clone() }} most={36} />
        </button>
    }
}

#[derive(Clone, Properties, PartialEq)]
struct AddValueProps {
    row: Row,
    operators: Vec<Operator>,
    dispatch: Callback<Action>,
}

/// One more value as it is typed, or a matcher of another kind to start with.
#[component]
fn AddValue(props: &AddValueProps) -> Html {
    let lang = use_lang();
    let (field, dispatch) = (&props.row.field, &props.dispatch);
    let typed = use_state_eq(String::new);
    let wrong = use_state_eq(|| None::<String>);
    {
        // What was added is shown above; what was refused stays to be fixed.
        let typed = typed.clone();
        use_effect_with(props.row.matchers.clone(), move |_| typed.set(String::new()));
    }
    // A condition whose text is still to be typed; once it is, the place of its matcher.
    let pending = use_state_eq(|| None::<Pending>);
    let box_ref = use_node_ref();
    {
        let box_ref = box_ref.clone();
        use_effect_with(pending.as_ref().map(|pending| pending.operator), move |operator| {
            if let (Some(_), Some(input)) = (operator, box_ref.cast::<HtmlInputElement>()) {
                // Focus is refused only by elements that are gone.
                let _ = input.focus();
            }
        });
    }
    let is_number = props.row.kind == Some(FieldKind::Number);
    let add = {
        let (dispatch, field, typed, wrong) = (dispatch.clone(), field.clone(), typed.clone(), wrong.clone());
        move || {
            let matcher = if is_number { Matcher::number(&typed, lang) } else { Ok(Matcher::string(&typed)) };
            wrong.set(matcher.as_ref().err().cloned());
            if let Ok(matcher) = matcher {
                dispatch.emit(Action::Build(Change::AddMatcher { field: field.clone(), matcher }));
            }
        }
    };
    let oninput = {
        let (typed, wrong) = (typed.clone(), wrong.clone());
        move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                wrong.set(None);
                typed.set(input.value());
            }
        }
    };
    let onkeydown = {
        let (add, empty) = (add.clone(), typed.is_empty());
        move |event: KeyboardEvent| {
            if is_enter(&event) && !empty {
                event.prevent_default();
                add();
            }
        }
    };
    let on_choose = {
        let (dispatch, field, operators) = (dispatch.clone(), field.clone(), props.operators.clone());
        let pending = pending.clone();
        Callback::from(move |id: String| {
            let starts_empty =
                operators.iter().find(|operator| operator.name() == id && is_empty(&start(**operator)));
            if let Some(operator) = starts_empty {
                // Nothing is written before there is something to write.
                pending.set(Some(Pending { operator: *operator, typed: String::new() }));
            } else if let Some(matcher) = start_of(&id, &operators) {
                dispatch.emit(Action::Build(Change::AddMatcher { field: field.clone(), matcher }));
                focus::newest_in_field(field.clone(), ".builder-matcher", "input, select, button");
            }
        })
    };
    let label = if is_number { Text::AnotherNumberOf(field) } else { Text::AnotherTextOf(field) }.words(lang);
    let note = format!("builder-wrong-{}", props.row.span.start);
    html! {
        <>
            if let Some(open) = &*pending {
                { pending_line(lang, props, open, &pending, &box_ref) }
            }
            <div class="builder-add">
                <input
                    class="field-input field-code"
                    type="text"
                    aria-label={seen(&label)}
                    aria-invalid={wrong.is_some().then_some("true")}
                    aria-describedby={wrong.is_some().then(|| note.clone())}
                    placeholder={if is_number { Text::AnotherNumber } else { Text::AnotherString }.words(lang)}
                    value={(*typed).clone()}
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    {oninput}
                    {onkeydown}
                />
                <Button
                    title={Text::AcceptToo(field).words(lang)}
                    shortcut="Enter"
                    disabled={typed.is_empty()}
                    onclick={move |_| add()}
                >
                    { Common::Add.words(lang) }
                </Button>
                <Pick
                    class="builder-condition"
                    label={Text::AnotherCondition(field).words(lang)}
                    options={starts(lang, &props.operators)}
                    chosen={NONE}
                    {on_choose}
                />
            </div>
            if let Some(wrong) = &*wrong {
                <p class="builder-refused tone-bad" id={note} role="alert"><Glyph tone={Tone::Bad} /><Prose text={wrong.clone()} /></p>
            }
        </>
    }
}

/// A condition that is not written yet.
#[derive(Clone, Debug, PartialEq)]
struct Pending {
    operator: Operator,
    typed: String,
}

/// Whether a matcher asks for nothing yet.
fn is_empty(matcher: &Matcher) -> bool {
    match matcher {
        Matcher::Text(_, text) => text.is_empty(),
        Matcher::AnythingBut(values) => values.iter().all(|value| value == "\"\""),
        _ => false,
    }
}

/// The matcher of an operator with this text; `None` while there is none.
fn with_text(operator: Operator, text: &str) -> Option<Matcher> {
    if text.is_empty() {
        return None;
    }
    Some(match start(operator) {
        Matcher::AnythingBut(_) => anything_but(text),
        _ => Matcher::Text(operator, text.to_owned()),
    })
}

/// The box of a condition that is written once it has a text: with Enter, or when the box is left.
fn pending_line(
    lang: Lang,
    props: &AddValueProps,
    open: &Pending,
    pending: &UseStateHandle<Option<Pending>>,
    box_ref: &NodeRef,
) -> Html {
    let operator = open.operator;
    let done = {
        let (dispatch, field, pending) = (props.dispatch.clone(), props.row.field.clone(), pending.clone());
        let typed = open.typed.clone();
        move || {
            if let Some(matcher) = with_text(operator, &typed) {
                dispatch.emit(Action::Build(Change::AddMatcher { field: field.clone(), matcher }));
            }
            pending.set(None);
        }
    };
    let oninput = {
        let pending = pending.clone();
        move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                pending.set(Some(Pending { operator, typed: input.value() }));
            }
        }
    };
    let onkeydown = {
        let (done, pending, field) = (done.clone(), pending.clone(), props.row.field.clone());
        move |event: KeyboardEvent| {
            if is_enter(&event) {
                event.prevent_default();
                done();
                focus::last_in_field(field.clone(), ".builder-matcher", "input, button");
            } else if event.key() == "Escape" {
                event.prevent_default();
                pending.set(None);
                focus::last_in_field(field.clone(), ".builder-add", "input");
            }
        }
    };
    html! {
        <div class="builder-matcher builder-pending">
            <span class="builder-operator">{ operator.name() }</span>
            <span class="builder-argument">
                <input
                    ref={box_ref.clone()}
                    class="field-input field-code"
                    type="text"
                    aria-label={seen(&Text::Argument { field: &props.row.field, operator: operator.name(), part: Part::Whole }.words(lang))}
                    placeholder={Text::WrittenOnceTyped.words(lang)}
                    value={open.typed.clone()}
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    {oninput}
                    {onkeydown}
                    onblur={move |_: FocusEvent| done()}
                />
            </span>
        </div>
    }
}

/// Plain values that are not typed as text.
const VALUES: [(&str, Text<'_>); 4] = [
    ("0", Text::EqualsNumber),
    ("true", Text::EqualsTrue),
    ("false", Text::EqualsFalse),
    ("null", Text::EqualsNull),
];

/// What the list of conditions shows before one is chosen.
const NONE: &str = "";

fn starts(lang: Lang, operators: &[Operator]) -> Vec<(AttrValue, AttrValue)> {
    let none = (AttrValue::from(NONE), Text::Condition.words(lang));
    let value = |(id, label): (&'static str, Text<'_>)| (id.into(), label.words(lang));
    let operator = |operator: &Operator| {
        (operator.name().into(), format!("{}: {}", operator.name(), operator.synopsis(lang)).into())
    };
    [none].into_iter().chain(VALUES.into_iter().map(value)).chain(operators.iter().map(operator)).collect()
}

fn start_of(id: &str, operators: &[Operator]) -> Option<Matcher> {
    if VALUES.iter().any(|(value, _)| *value == id) {
        return Some(Matcher::Value(id.to_owned()));
    }
    operators.iter().find(|operator| operator.name() == id).map(|operator| start(*operator))
}
