//! A dialog over the page, by the browser's own `<dialog>`: it holds the focus and gives it back.

use crate::ui::button::{Button, ButtonKind};
use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// Properties of [`Dialog`].
#[derive(Clone, Properties, PartialEq)]
pub struct DialogProps {
    /// Prefix of element ids; one of a kind on the page.
    pub name: AttrValue,
    /// Its heading and accessible name.
    pub title: AttrValue,
    /// Accessible name of the button that closes it.
    pub close_label: AttrValue,
    /// Whether it is shown.
    pub open: bool,
    /// The reader closes it: by Escape, the button, or a press beside it.
    pub on_close: Callback<()>,
    /// More classes.
    #[prop_or_default]
    pub class: Classes,
    /// What it shows; made only while it is open.
    pub children: Html,
}

/// A modal dialog.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(props.open, move |open| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                if *open && !dialog.open() {
                    // Refused only for a dialog that is open already or is not on the page.
                    let _ = dialog.show_modal();
                } else if !*open && dialog.open() {
                    dialog.close();
                }
            }
        });
    }
    // `close` also follows from the page's own closing, which must not be reported again.
    let told = {
        let (open, on_close) = (props.open, props.on_close.clone());
        move |_: Event| {
            if open {
                on_close.emit(());
            }
        }
    };
    let beside = {
        let (dialog, on_close) = (dialog.clone(), props.on_close.clone());
        move |event: MouseEvent| {
            let target = event.target();
            let pressed = target.is_some() && target == dialog.get().map(Into::into);
            if pressed {
                on_close.emit(());
            }
        }
    };
    let heading = format!("{}-title", props.name);
    html! {
        <dialog
            ref={dialog}
            class={classes!("dialog", props.class.clone())}
            aria-labelledby={heading.clone()}
            onclose={told}
            onclick={beside}
        >
            if props.open {
                <div class="dialog-body">
                    <header class="dialog-header">
                        <h2 id={heading}>{ &props.title }</h2>
                        <Button
                            kind={ButtonKind::Icon}
                            title={props.close_label.clone()}
                            shortcut="Escape"
                            onclick={props.on_close.reform(|_| ())}
                        >
                            { "✕" }
                        </Button>
                    </header>
                    { props.children.clone() }
                </div>
            }
        </dialog>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::rendered;

    fn dialog(open: bool) -> String {
        rendered::<Dialog>(move || {
            yew::props!(DialogProps {
                name: "share",
                title: "Share",
                close_label: "Close",
                open: open,
                on_close: Callback::noop(),
                children: html! {
                    <p>{ "inside" }</p>
                },
            })
        })
    }

    #[test]
    fn a_closed_dialog_makes_no_content() {
        assert!(!dialog(false).contains("inside"));
    }

    #[test]
    fn an_open_dialog_is_named_by_its_heading() {
        let html = dialog(true);
        assert!(html.contains("aria-labelledby=\"share-title\""), "{html}");
        assert!(html.contains("<h2 id=\"share-title\">Share</h2>") && html.contains("inside"), "{html}");
    }
}
