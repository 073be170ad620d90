//! A push button that stays reachable when it cannot be used.

use crate::ui::visible_text::seen;
use yew::prelude::*;

/// How loud a button is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing to do here.
    Primary,
    /// Everything else.
    #[default]
    Quiet,
    /// A square with a sign; `title` is its accessible name.
    Icon,
}

/// Properties of [`Button`].
#[derive(Clone, Properties, PartialEq)]
pub struct ButtonProps {
    /// How loud.
    #[prop_or_default]
    pub kind: ButtonKind,
    /// Says more, in the tooltip.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    /// The key for it, such as `Ctrl+Enter`; shown in the tooltip. Catching the key is the page's work.
    #[prop_or_default]
    pub shortcut: Option<AttrValue>,
    /// Whether it does nothing now. It keeps its focus and tooltip, which can say why.
    #[prop_or_default]
    pub disabled: bool,
    /// Whether it is held down, for a switch.
    #[prop_or_default]
    pub pressed: Option<bool>,
    /// The language of its words, where it is another one than the page's.
    #[prop_or_default]
    pub lang: Option<&'static str>,
    /// More classes.
    #[prop_or_default]
    pub class: Classes,
    /// Pressed by pointer or key.
    #[prop_or_default]
    pub onclick: Callback<MouseEvent>,
    /// What it shows.
    #[prop_or_default]
    pub children: Html,
}

/// A button; it never submits a form.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let kind = match props.kind {
        ButtonKind::Primary => "button-primary",
        ButtonKind::Quiet => "button-quiet",
        ButtonKind::Icon => "button-icon",
    };
    let title = props.title.as_deref().map(seen);
    let name = (props.kind == ButtonKind::Icon).then(|| title.clone()).flatten();
    let onclick = if props.disabled { Callback::noop() } else { props.onclick.clone() };
    html! {
        <button
            type="button"
            lang={props.lang}
            class={classes!("button", kind, props.class.clone())}
            title={tooltip(title.as_deref(), props.shortcut.as_deref())}
            aria-label={name}
            aria-keyshortcuts={props.shortcut.as_deref().map(spoken_keys)}
            aria-disabled={props.disabled.then_some("true")}
            aria-pressed={props.pressed.map(|pressed| if pressed { "true" } else { "false" })}
            {onclick}
        >
            { props.children.clone() }
        </button>
    }
}

fn tooltip(title: Option<&str>, shortcut: Option<&str>) -> Option<String> {
    match (title, shortcut) {
        (Some(title), Some(shortcut)) => Some(format!("{title} ({shortcut})")),
        (Some(one), None) | (None, Some(one)) => Some(one.to_owned()),
        (None, None) => None,
    }
}

/// The keys as `aria-keyshortcuts` names them.
fn spoken_keys(shortcut: &str) -> String {
    shortcut.replace("Ctrl", "Control").replace("Cmd", "Meta")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::rendered;

    #[test]
    fn the_shortcut_is_shown_and_spoken() {
        let html = rendered::<Button>(|| {
            yew::props!(ButtonProps {
                title: "Save",
                shortcut: "Ctrl+S",
                kind: ButtonKind::Icon,
                children: "S"
            })
        });
        for part in
            ["title=\"Save (Ctrl+S)\"", "aria-label=\"Save\"", "aria-keyshortcuts=\"Control+S\"", ">S<"]
        {
            assert!(html.contains(part), "{part} in {html}");
        }
    }

    #[test]
    fn a_disabled_button_stays_reachable() {
        let html = rendered::<Button>(|| yew::props!(ButtonProps { disabled: true, pressed: Some(false) }));
        assert!(html.contains("aria-disabled=\"true\"") && !html.contains(" disabled"), "{html}");
        assert!(html.contains("aria-pressed=\"false\""), "{html}");
    }
}
