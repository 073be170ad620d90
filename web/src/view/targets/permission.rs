//! What lets EventBridge deliver: the sentence, and the policies to copy.

use crate::platform::clipboard;
use crate::ui::code_editor::{CodeEditor, Language};
use crate::ui::copy_button::CopyButton;
use crate::ui::prose::Prose;
use crate::ui::visible_text::seen;
use rulepad_workbench::{Policy, TargetReport};
use yew::prelude::*;

/// Properties of [`PermissionView`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct PermissionViewProps {
    /// What was found about the target.
    pub report: Option<TargetReport>,
    /// Whether there is an ARN at all.
    pub has_arn: bool,
}

/// The sentence and the policies.
#[component]
pub(super) fn PermissionView(props: &PermissionViewProps) -> Html {
    let known = props.report.as_ref().filter(|report| !report.permission.is_empty());
    let Some(report) = known else {
        let words = if props.has_arn {
            "The permissions appear here once the ARN names a kind of target that EventBridge delivers to."
        } else {
            "The permissions appear here once the target has an ARN."
        };
        return html! {
            <p class="muted option-note">{ words }</p>
        };
    };
    html! {
        <>
            <p class="option-note"><Prose text={report.permission.clone()} /></p>
            { for report.policies.iter().map(policy) }
        </>
    }
}

fn policy(policy: &Policy) -> Html {
    let text = policy.text.clone();
    html! {
        <section class="policy" key={policy.title.clone()} aria-label={seen(&policy.title)}>
            <div class="field-head">
                <h4><Prose text={policy.title.clone()} /></h4>
                <CopyButton
                    class="field-tool"
                    label="Copy"
                    done="Copied"
                    failed="Not copied"
                    title="Copy this policy"
                    on_copy={Callback::from(move |done| clipboard::copy(&text, done))}
                />
            </div>
            <CodeEditor
                class="fit field-editor"
                label={policy.title.replace('`', "")}
                language={Language::Json}
                text={policy.text.clone()}
                read_only=true
                wrap=true
                line_numbers=false
            />
        </section>
    }
}
