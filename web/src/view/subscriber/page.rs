//! The whole page for one model.

use super::arrives::{PayloadPane, PayloadPaneProps};
use super::dialogs::{DialogProps, DraftsDialog, ShortcutsDialog};
use super::event::{EventPane, EventPaneProps};
use super::filters::{FiltersPane, FiltersPaneProps};
use super::header::{Header, HeaderProps};
use super::lower::{DeliveryPane, DeliveryPaneProps};
use super::migration::{MigrationDialog, MigrationDialogProps};
use super::text::Text;
use super::why::{VerdictBand, WhyPane, WhyPaneProps};
use crate::state::shared::Shared;
use crate::subscriber::state::{Action, Model, Notice, Region, SubscriberPanes, lit};
use crate::ui::glyph::Tone;
use crate::ui::lang::use_lang;
use crate::ui::split::Split;
use crate::ui::toast::{Toast, Toasts};
use crate::view::common::Common;
use rulepad_workbench::{Lang, Words};
use yew::prelude::*;

/// Properties of [`Page`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct PageProps {
    /// What it shows.
    pub model: Shared<Model>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// How long a message that needs no answer is shown.
const SHOWN_MILLIS: u32 = 8_000;

/// The page.
#[component]
pub(super) fn Page(props: &PageProps) -> Html {
    let lang = use_lang();
    let PageProps { model, dispatch } = props.clone();
    let lit = lit(&model);
    let resize = |panes| dispatch.reform(move |shares| Action::Resize(panes, shares));
    html! {
        <div class={classes!("page", "subscriber-page", model.look.narrow.then(|| region_class(model.look.region)))}>
            <Header ..HeaderProps { model: model.clone(), dispatch: dispatch.clone() } />
            { notices(lang, &model, &dispatch) }
            <main>
                if model.look.narrow {
                    <VerdictBand model={model.clone()} dispatch={dispatch.clone()} />
                }
                <Split
                    name="rows"
                    class="rows"
                    labels={vec![Text::BetweenRows.words(lang)]}
                    shares={model.settings.rows.clone()}
                    stacked=true
                    least={0.18}
                    on_resize={resize(SubscriberPanes::Rows)}
                >
                    <Split
                        name="columns"
                        class="columns"
                        labels={vec![Text::BetweenEventAndFilters.words(lang), Text::BetweenFiltersAndWhy.words(lang)]}
                        shares={model.settings.columns.clone()}
                        on_resize={resize(SubscriberPanes::Columns)}
                    >
                        <EventPane ..EventPaneProps { model: model.clone(), lit: lit.clone(), dispatch: dispatch.clone() } />
                        <FiltersPane ..FiltersPaneProps { model: model.clone(), lit: lit.clone(), dispatch: dispatch.clone() } />
                        <WhyPane ..WhyPaneProps { model: model.clone(), lit: lit.clone(), dispatch: dispatch.clone() } />
                    </Split>
                    <section class="lower" id="lower" aria-label={Text::DeliveryAndPayload.words(lang)}>
                        <Split
                            name="delivery-panes"
                            class="delivery-panes"
                            labels={vec![Text::BetweenDeliveryAndPayload.words(lang)]}
                            shares={model.settings.target.clone()}
                            least={0.2}
                            on_resize={resize(SubscriberPanes::Target)}
                        >
                            <DeliveryPane ..DeliveryPaneProps { model: model.clone(), lit: lit.clone(), dispatch: dispatch.clone() } />
                            <PayloadPane ..PayloadPaneProps { model: model.clone(), lit: lit.clone(), dispatch: dispatch.clone() } />
                        </Split>
                    </section>
                </Split>
            </main>
            if model.look.narrow {
                { bottom_bar(lang, &model, &dispatch) }
            }
            <MigrationDialog ..MigrationDialogProps { model: model.clone(), dispatch: dispatch.clone() } />
            <DraftsDialog ..DialogProps { model: model.clone(), dispatch: dispatch.clone() } />
            <ShortcutsDialog ..DialogProps { model: model.clone(), dispatch: dispatch.clone() } />
        </div>
    }
}

fn notices(lang: Lang, model: &Model, dispatch: &Callback<Action>) -> Html {
    let toast = |(number, notice): &(u32, Notice)| {
        let (tone, text, stays) = match notice {
            Notice::BadLink(bad) => (Tone::Caution, bad.words(lang).into(), true),
            Notice::NotStored => (Tone::Bad, Text::NotStored.words(lang), true),
            Notice::NewerBuild => (Tone::Plain, Text::NewerBuild.words(lang), true),
            Notice::Migrated => (Tone::Good, Text::MigratedOpened.words(lang), false),
            Notice::Opened => (Tone::Plain, Text::LinkOpened.words(lang), false),
        };
        Toast { id: *number, tone, text, action: None, millis: (!stays).then_some(SHOWN_MILLIS) }
    };
    html! {
        <Toasts
            label={Text::Messages.words(lang)}
            dismiss_label={Common::Close.words(lang)}
            toasts={model.notices.iter().map(toast).collect::<Vec<_>>()}
            on_dismiss={dispatch.reform(Action::Dismiss)}
        />
    }
}

const REGIONS: [Region; 5] = [Region::Event, Region::Filters, Region::Why, Region::Delivery, Region::Payload];

fn bottom_bar(lang: Lang, model: &Model, dispatch: &Callback<Action>) -> Html {
    let item = |region: Region| {
        html! {
            <button
                type="button"
                aria-current={(region == model.look.region).then_some("true")}
                onclick={dispatch.reform(move |_: MouseEvent| Action::Show(region))}
            >
                { Text::RegionName(region).words(lang) }
            </button>
        }
    };
    html! {
        <nav class="bottom-bar" aria-label={Text::Regions.words(lang)}>{ for REGIONS.map(item) }</nav>
    }
}

fn region_class(region: Region) -> Classes {
    match region {
        Region::Event => classes!("show-event"),
        Region::Filters => classes!("show-pattern"),
        Region::Why => classes!("show-why"),
        Region::Delivery => classes!("show-lower", "show-delivery"),
        Region::Payload => classes!("show-lower", "show-payload"),
    }
}
