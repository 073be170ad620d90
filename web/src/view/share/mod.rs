//! The Share dialog: what is shared of the draft, and how: a link, a snippet for a document, Markdown.

mod choices;
mod masking;
mod panels;
#[cfg(test)]
mod tests;
mod text;
mod words_en;
mod words_ko;

use crate::state::action::Action;
use crate::state::model::{Dialog as Shown, Model};
use crate::state::requests::Shown as Asked;
use crate::state::shared::Shared;
use crate::state::sharing::{ShareAction, ShareTab, Sharing, Subject};
use crate::ui::dialog::Dialog;
use crate::ui::lang::use_lang;
use crate::ui::tabs::{Tab, TabPanel, Tabs};
use crate::view::common::Common;
use rulepad_workbench::Lang;
use rulepad_workbench::mask::Masked;
use text::Text;
use yew::prelude::*;

/// Properties of [`ShareDialog`].
#[derive(Clone, Properties, PartialEq)]
pub struct ShareDialogProps {
    /// What it shows; `None` while it is closed.
    pub content: Option<Content>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// What the open dialog shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// The choices.
    sharing: Sharing,
    /// What is shared; `None` while it is being masked, or cannot be.
    subject: Option<Subject>,
    /// How far masking is.
    masking: Asked<Shared<Masked>>,
    /// How many targets the draft has.
    targets: usize,
    /// How many events are loaded; one that is alone counts as none.
    events: usize,
    /// How many other rules the bus has.
    others: usize,
    /// How many tests there are.
    tests: usize,
    /// Whether the draft has a payload to show.
    has_payload: bool,
    /// Whether the text that the rule was imported from would be shared.
    has_origin: bool,
}

impl ShareDialogProps {
    /// What the dialog needs of the model.
    #[must_use]
    pub fn of(model: &Model, dispatch: Callback<Action>) -> Self {
        let content = (model.dialog == Some(Shown::Share)).then(|| Content {
            sharing: model.sharing.clone(),
            subject: model.shared_subject(),
            masking: model.masking(),
            targets: model.draft.targets.len(),
            events: model.tray.as_ref().map_or(0, |tray| tray.events.len()).saturating_sub(1),
            others: model.bus.rules.len().saturating_sub(1),
            tests: model.bus.count(),
            has_payload: model.sharing.targets && rulepad_workbench::embed::has_payload(&model.draft),
            has_origin: model.draft.origin.is_some(),
        });
        Self { content, dispatch }
    }
}

/// The dialog.
#[component]
pub fn ShareDialog(props: &ShareDialogProps) -> Html {
    let lang = use_lang();
    let content = props.content.as_ref().map(|shown| content(lang, shown, &props.dispatch));
    html! {
        <Dialog
            name="share"
            title={Text::Share.words(lang)}
            close_label={Common::Close.words(lang)}
            class="share-dialog"
            open={props.content.is_some()}
            on_close={props.dispatch.reform(|()| Action::Dialog(None))}
        >
            { content.unwrap_or_default() }
        </Dialog>
    }
}

const TABS: [(ShareTab, &str, Text); 3] = [
    (ShareTab::Link, "link", Text::Link),
    (ShareTab::Embed, "embed", Text::Embed),
    (ShareTab::Markdown, "markdown", Text::Markdown),
];

fn content(lang: Lang, content: &Content, dispatch: &Callback<Action>) -> Html {
    let tab = |(_, id, label): (ShareTab, &'static str, Text)| Tab {
        id: id.into(),
        label: label.words(lang),
        badge: None,
    };
    let selected = TABS.iter().find(|(tab, ..)| *tab == content.sharing.tab).map_or("link", |(_, id, _)| *id);
    let on_select = dispatch.reform(|id: AttrValue| {
        let tab = TABS.iter().find(|(_, own, _)| *own == id.as_str()).map(|(tab, ..)| *tab);
        Action::Share(ShareAction::Show(tab.unwrap_or_default()))
    });
    let panel = match &content.subject {
        None => masking::waiting(lang, content, dispatch),
        Some(subject) => match content.sharing.tab {
            ShareTab::Link => panels::link(lang, subject, &content.sharing.page),
            ShareTab::Embed => panels::embed(lang, content, subject, &content.sharing.page, dispatch),
            ShareTab::Markdown => panels::markdown(lang, subject),
        },
    };
    html! {
        <div class="share">
            <Tabs
                name="share"
                label={Text::Ways.words(lang)}
                tabs={TABS.into_iter().map(tab).collect::<Vec<_>>()}
                {selected}
                {on_select}
            />
            { choices::choices(lang, content, dispatch) }
            <TabPanel name="share" id={selected} class="share-panel">
                { panel }
            </TabPanel>
        </div>
    }
}
