//! What lets EventBridge deliver: the sentence, and the policies to copy.

use super::text::Text;
use crate::platform::clipboard;
use crate::ui::code_editor::{CodeEditor, Language};
use crate::ui::copy_button::CopyButton;
use crate::ui::lang::use_lang;
use crate::ui::prose::Prose;
use crate::ui::visible_text::seen;
use crate::view::common::Common;
use rulepad_workbench::{Lang, Policy, TargetReport};
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
    let lang = use_lang();
    let known = props.report.as_ref().filter(|report| !report.permission.is_empty());
    let Some(report) = known else {
        let words = if props.has_arn {
            Text::PermissionsLater.words(lang)
        } else {
            Text::PermissionsWithoutArn.words(lang)
        };
        return html! {
            <p class="muted option-note">{ words }</p>
        };
    };
    html! {
        <>
            <p class="option-note"><Prose text={report.permission.clone()} /></p>
            { for report.policies.iter().map(|own| policy(lang, own)) }
        </>
    }
}

fn policy(lang: Lang, policy: &Policy) -> Html {
    let text = policy.text.clone();
    html! {
        <section class="policy" key={policy.title.clone()} aria-label={seen(&policy.title)}>
            <div class="field-head">
                <h4><Prose text={policy.title.clone()} /></h4>
                <CopyButton
                    class="field-tool"
                    label={Common::Copy.words(lang)}
                    done={Common::Copied.words(lang)}
                    failed={Common::NotCopied.words(lang)}
                    title={Text::CopyPolicy.words(lang)}
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
