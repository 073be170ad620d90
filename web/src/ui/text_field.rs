//! A labelled line to type in.

use crate::ui::visible_text::seen;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Asks the field to take the focus, once for each new number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldFocus {
    /// Any number other than the last one.
    pub number: u32,
}

/// Properties of [`TextField`].
#[derive(Clone, Properties, PartialEq)]
pub struct TextFieldProps {
    /// Its id; one of a kind on the page.
    pub id: AttrValue,
    /// What it is called.
    pub label: AttrValue,
    /// The text wanted.
    pub value: AttrValue,
    /// Shown while it is empty.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// Whether the text is set as code.
    #[prop_or_default]
    pub code: bool,
    /// Id of a `datalist` of texts to choose from.
    #[prop_or_default]
    pub list: Option<AttrValue>,
    /// Whether something is wrong with it; `note` explains it.
    #[prop_or_default]
    pub invalid: bool,
    /// Takes the focus.
    #[prop_or_default]
    pub focus: Option<FieldFocus>,
    /// The reader changed it to this.
    pub on_input: Callback<String>,
    /// What is under it and describes it.
    #[prop_or_default]
    pub note: Html,
}

/// A label, a line to type in, and what is to be said about it.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let input = use_node_ref();
    {
        let input = input.clone();
        use_effect_with(props.focus, move |focus| {
            if let (Some(_), Some(input)) = (focus, input.cast::<HtmlInputElement>()) {
                // Focus is refused only by elements that are gone.
                let _ = input.focus();
                input.select();
            }
        });
    }
    let oninput = props.on_input.reform(|event: InputEvent| {
        event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default()
    });
    let note = format!("{}-note", props.id);
    html! {
        <div class="field">
            <label class="field-label" for={props.id.clone()}>{ &props.label }</label>
            <input
                ref={input}
                id={props.id.clone()}
                class={classes!("field-input", props.code.then_some("field-code"))}
                type="text"
                value={props.value.clone()}
                placeholder={props.placeholder.clone()}
                title={(props.value.chars().count() > 40).then(|| seen(&props.value))}
                list={props.list.clone()}
                aria-invalid={props.invalid.then_some("true")}
                aria-describedby={note.clone()}
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                {oninput}
            />
            <div class="field-note" id={note}>{ props.note.clone() }</div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::rendered;

    #[test]
    fn the_label_and_the_note_belong_to_the_line() {
        let html = rendered::<TextField>(|| {
            yew::props!(TextFieldProps {
                id: "arn",
                label: "ARN",
                value: "x",
                invalid: true,
                on_input: Callback::noop(),
            })
        });
        for part in ["for=\"arn\"", "id=\"arn\"", "aria-invalid=\"true\"", "aria-describedby=\"arn-note\""] {
            assert!(html.contains(part), "{part} in {html}");
        }
    }
}
