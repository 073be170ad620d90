//! The share link: the whole draft in an address that no server sees.

use crate::platform::{clipboard, location};
use crate::state::{action::Action, model::Dialog as Shown};
use crate::ui::copy_button::CopyButton;
use crate::ui::dialog::Dialog;
use rulepad_workbench::{Draft, share};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// Links longer than this are cut by some programs they are pasted into.
const LONG: usize = 8_000;

/// Makes the link, copies it, and shows it.
pub fn share_draft(draft: &Draft, dispatch: &Callback<Action>) {
    let link = format!("{}#{}", location::page(), share::encode(draft));
    clipboard::copy(&link, dispatch.reform(Action::LinkCopied));
    dispatch.emit(Action::Dialog(Some(Shown::Share { link, copied: None })));
}

/// Properties of [`ShareDialog`].
#[derive(Clone, Properties, PartialEq)]
pub struct ShareDialogProps {
    /// The link and whether it was copied; absent while the dialog is closed.
    pub link: Option<(AttrValue, Option<bool>)>,
    /// How many loaded events are not shown, and so not in the link.
    pub others: usize,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The dialog with the link.
#[component]
pub fn ShareDialog(props: &ShareDialogProps) -> Html {
    let content = props.link.as_ref().map(|(link, copied)| content(link, *copied, props.others));
    html! {
        <Dialog
            name="share"
            title="Share"
            close_label="Close"
            open={props.link.is_some()}
            on_close={props.dispatch.reform(|()| Action::Dialog(None))}
        >
            { content.unwrap_or_default() }
        </Dialog>
    }
}

fn content(link: &AttrValue, copied: Option<bool>, others: usize) -> Html {
    let length = link.len();
    let said = match copied {
        Some(true) => "The link is copied.",
        Some(false) => "The browser did not allow copying; the link is selected, so copy it by hand.",
        None => "",
    };
    let select = |event: FocusEvent| {
        if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
            area.select();
            area.set_scroll_top(0);
        }
    };
    let text = link.clone();
    html! {
        <div class="share">
            <p role="status" class="share-said">{ said }</p>
            <textarea
                class="share-link"
                aria-label="Link"
                readonly=true
                autofocus=true
                rows="4"
                value={link.clone()}
                onfocus={select}
            />
            <p class="muted">
                { format!("{} characters. ", grouped(length)) }
                { "It holds the event, the pattern, the rule and its targets as they are now, in the part after # that browsers send to no server." }
                if length > LONG {
                    { " Some programs cut links of this length." }
                }
            </p>
            if others > 0 {
                <p class="share-left-out">
                    { format!("Of the loaded events it holds the one that is shown. The other {others} are not in it: Save keeps all of them in a file.") }
                </p>
            }
            <div class="dialog-actions">
                <CopyButton
                    label="Copy link"
                    done="Copied"
                    failed="Not copied"
                    kind={crate::ui::button::ButtonKind::Primary}
                    on_copy={Callback::from(move |done| clipboard::copy(&text, done))}
                />
            </div>
        </div>
    }
}

/// A number with its thousands parted.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted() {
        assert_eq!([7, 999, 1000, 1234567].map(grouped), ["7", "999", "1,000", "1,234,567"]);
    }
}
