//! One matcher of a field, to be changed in place.

use super::pick::Pick;
use super::text::{Part, Text};
use crate::platform::focus;
use crate::state::action::Action;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::folded_text::FoldedText;
use crate::ui::lang::use_lang;
use crate::ui::visible_text::seen;
use rulepad_workbench::Lang;
use rulepad_workbench::builder::{Change, Comparison, Matcher, MatcherForm, Operator, text_of};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`MatcherLine`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct MatcherLineProps {
    /// Its field.
    pub field: AttrValue,
    /// Its place in the field's list.
    pub at: usize,
    /// The matcher.
    pub shown: MatcherForm,
    /// What its dialect can ask.
    pub operators: Vec<Operator>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// What kind it is, what it asks, and a way to take it out.
#[component]
pub(super) fn MatcherLine(props: &MatcherLineProps) -> Html {
    let lang = use_lang();
    let (field, at) = (props.field.to_string(), props.at);
    let set = {
        let (dispatch, field) = (props.dispatch.clone(), field.clone());
        Callback::from(move |matcher: Matcher| {
            dispatch.emit(Action::Build(Change::SetMatcher { field: field.clone(), at, matcher }));
        })
    };
    let remove = {
        let (dispatch, field) = (props.dispatch.clone(), field.clone());
        move |_: MouseEvent| {
            dispatch.emit(Action::Build(Change::RemoveMatcher { field: field.clone(), at }));
            focus::last_in_field(field.clone(), ".builder-add", "input");
            focus::keep(&[".builder .builder-add-input"]);
        }
    };
    let name = name(lang, &props.shown.matcher);
    let about = About { lang, field: &field, operator: &name };
    html! {
        <div class="builder-matcher">
            <span class="builder-operator">{ name.clone() }</span>
            <span class="builder-argument">{ argument(&props.shown, about, &set, &props.dispatch) }</span>
            <Button kind={ButtonKind::Icon} title={Text::RemoveCondition(&field).words(lang)} onclick={remove}>
                { "✕" }
            </Button>
        </div>
    }
}

fn name(lang: Lang, matcher: &Matcher) -> AttrValue {
    match matcher {
        Matcher::Value(_) => Text::Equals.words(lang),
        Matcher::Kept(_) => Text::AsWritten.words(lang),
        _ => matcher.operator().map_or("", Operator::name).into(),
    }
}

/// What a matcher's parts are labelled by.
#[derive(Clone, Copy)]
struct About<'a> {
    lang: Lang,
    field: &'a str,
    operator: &'a str,
}

impl About<'_> {
    /// The accessible name of a part.
    fn part(self, part: Part) -> AttrValue {
        Text::Argument { field: self.field, operator: self.operator, part }.words(self.lang)
    }
}

fn argument(
    shown: &MatcherForm,
    about: About<'_>,
    set: &Callback<Matcher>,
    dispatch: &Callback<Action>,
) -> Html {
    let lang = about.lang;
    let line = |value: &str, part: Part, make: Callback<String, Option<Matcher>>| {
        let set = set.clone();
        let on_input = Callback::from(move |text: String| {
            // An empty value is not written: what was there stays until there is another one.
            if text.is_empty() {
                return;
            }
            if let Some(matcher) = make.emit(text) {
                set.emit(matcher);
            }
        });
        let on_leave = dispatch.reform(|()| Action::ForgetRefused);
        html! {
            <TypedText label={about.part(part)} value={value.to_owned()} {on_input} {on_leave} />
        }
    };
    match &shown.matcher {
        Matcher::Value(json) => match text_of(json) {
            Some(text) => {
                line(&text, Part::Whole, Callback::from(|text: String| Some(Matcher::string(&text))))
            }
            None if matches!(json.as_str(), "true" | "false" | "null") => html! {
                <Pick
                    label={about.part(Part::Whole)}
                    options={["true", "false", "null"].map(|value| (value.into(), value.into())).to_vec()}
                    chosen={json.clone()}
                    on_choose={set.reform(Matcher::Value)}
                />
            },
            None => line(json, Part::Number, Callback::from(|text: String| Some(Matcher::Value(text)))),
        },
        Matcher::Text(operator, text) => {
            let operator = *operator;
            line(text, Part::Whole, Callback::from(move |text: String| Some(Matcher::Text(operator, text))))
        }
        Matcher::AnythingBut(values) => html! {
            <>
                { line(&listed(values), Part::Values, Callback::from(|text: String| Some(anything_but(&text)))) }
                <small class="muted">{ Text::SeveralValues.words(lang) }</small>
            </>
        },
        Matcher::Numeric(list) => numeric(list, about, set, &line),
        Matcher::Exists(exists) => html! {
            <Pick
                label={about.part(Part::Whole)}
                options={vec![("true".into(), Text::HasAnyValue.words(lang)), ("false".into(), Text::IsMissing.words(lang))]}
                chosen={if *exists { "true" } else { "false" }}
                on_choose={set.reform(|value: String| Matcher::Exists(value == "true"))}
            />
        },
        Matcher::Kept(text) => html! {
            <code translate="no"><FoldedText text={text.clone()} /></code>
        },
    }
}

/// The signs of one end, and of the other: a range is written from below.
const SIGNS: [&str; 5] = ["=", ">", ">=", "<", "<="];
const UPPER: [&str; 2] = ["<", "<="];

/// A line to type in: its text, which part it is, and the matcher made of what is typed.
type Line<'l> = dyn Fn(&str, Part, Callback<String, Option<Matcher>>) -> Html + 'l;

fn numeric(list: &[Comparison], about: About<'_>, set: &Callback<Matcher>, line: &Line<'_>) -> Html {
    let end = |place: usize, one: &Comparison| {
        let with = |change: fn(&mut Comparison, String)| {
            let list = list.to_vec();
            move |text: String| {
                let mut list = list.clone();
                change(list.get_mut(place)?, text);
                Some(Matcher::Numeric(list))
            }
        };
        let sign = with(|one, sign| one.sign = sign);
        let number = with(|one, number| one.number = number);
        let signs: &[&str] = if place == 0 { &SIGNS } else { &UPPER };
        let on_choose = {
            let set = set.clone();
            Callback::from(move |value: String| {
                if let Some(matcher) = sign(value) {
                    set.emit(matcher);
                }
            })
        };
        html! {
            <span class="builder-comparison">
                <Pick
                    class="builder-sign"
                    label={about.part(Part::Sign(place + 1))}
                    options={signs.iter().map(|sign| ((*sign).into(), (*sign).into())).collect::<Vec<_>>()}
                    chosen={one.sign.clone()}
                    {on_choose}
                />
                { line(&one.number, if place == 0 { Part::FirstNumber } else { Part::SecondNumber }, Callback::from(number)) }
            </span>
        }
    };
    let ends = list.iter().enumerate().map(|(place, one)| end(place, one));
    let open = match list {
        [one] if one.sign.starts_with('>') => {
            let mut both = list.to_vec();
            both.push(Comparison { sign: "<".to_owned(), number: above(&one.number) });
            Some((Text::AndBelow, both))
        }
        [one, _] => Some((Text::OneEnd, vec![one.clone()])),
        _ => None,
    };
    html! {
        <>
            { for ends }
            if let Some((label, list)) = open {
                <Button onclick={set.reform(move |_| Matcher::Numeric(list.clone()))}>{ label.words(about.lang) }</Button>
            }
        </>
    }
}

/// A number above another one, for a range that AWS takes.
fn above(number: &str) -> String {
    let whole: Option<i64> = number.trim().parse().ok();
    whole.map_or_else(|| "1000000000".to_owned(), |whole| whole.saturating_add(100).to_string())
}

fn listed(values: &[String]) -> String {
    match values {
        [one] => text_of(one).filter(|text| !text.contains([',', '"'])).unwrap_or_else(|| one.clone()),
        _ => values.join(", "),
    }
}

/// Values in JSON, or else one text as it is typed.
pub(super) fn anything_but(text: &str) -> Matcher {
    let parsed = Matcher::parse(&format!("{{\"anything-but\": [{text}]}}"), Lang::En);
    match parsed {
        Ok(matcher @ Matcher::AnythingBut(_)) if !text.trim().is_empty() => matcher,
        _ => match Matcher::string(text) {
            Matcher::Value(json) => Matcher::AnythingBut(vec![json]),
            other => other,
        },
    }
}

#[derive(Clone, Properties, PartialEq)]
struct TypedTextProps {
    label: AttrValue,
    value: String,
    on_input: Callback<String>,
    on_leave: Callback<()>,
}

/// A line that keeps what is typed until it is left: half a number is no matcher yet.
#[component]
fn TypedText(props: &TypedTextProps) -> Html {
    let typed = use_state_eq(|| None::<String>);
    let oninput = {
        let (typed, on_input) = (typed.clone(), props.on_input.clone());
        move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                typed.set(Some(input.value()));
                on_input.emit(input.value());
            }
        }
    };
    let onblur = {
        let (typed, on_leave) = (typed.clone(), props.on_leave.clone());
        move |_: FocusEvent| {
            typed.set(None);
            on_leave.emit(());
        }
    };
    html! {
        <input
            class="field-input field-code"
            type="text"
            aria-label={seen(&props.label)}
            value={typed.as_ref().unwrap_or(&props.value).clone()}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            {oninput}
            {onblur}
        />
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_for_anything_but_is_json_or_one_text() {
        let values = |text: &str| match anything_but(text) {
            Matcher::AnythingBut(values) => values,
            other => panic!("{other:?}"),
        };
        assert_eq!(values("a b"), ["\"a b\""]);
        assert_eq!(values("\"a\", \"b\""), ["\"a\"", "\"b\""]);
        assert_eq!(values("5, 6.0"), ["5", "6.0"]);
        assert_eq!(values(""), ["\"\""]);
        for text in ["a b", "\"a\", \"b\"", "5, 6.0"] {
            assert_eq!(listed(&values(text)), text);
        }
        assert_eq!(values(&listed(&["\"5\"".to_owned()])), ["5"], "a typed 5 is the number");
    }
}
