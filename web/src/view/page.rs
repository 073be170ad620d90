//! The whole page for one model.

use super::compare::{ComparePanel, ComparePanelProps};
use super::dialect::{FoldedTargets, OfRulesOnly};
use super::drafts::{DraftsDialog, DraftsDialogProps};
use super::editor;
use super::event::EventPane;
use super::export::{ExportPanel, ExportPanelProps};
use super::finder::{FinderDialog, FinderDialogProps};
use super::header::{Header, ShortcutsDialog};
use super::import::{ImportDialog, ImportDialogProps};
use super::notices::{Notices, Undos};
use super::paste::{DropState, PasteDialog, PasteDialogProps};
use super::pattern::PatternPane;
use super::pick::PickBarProps;
use super::reference::{ReferencePanel, ReferencePanelProps};
use super::share::{ShareDialog, ShareDialogProps};
use super::targets::{TargetsPanel, TargetsPanelProps};
use super::testing::{TestsPanel, TestsPanelProps};
use super::text::Text;
use super::verdict::{VerdictView, VerdictViewProps};
use super::why::{WhyPane, WhyPaneProps};
use crate::state::{
    action::Action,
    drafts::DraftsAction,
    field::Field,
    marks::marks,
    model::{Answer, Dialog, Lower, Model, Panes, Region},
    stages::Lit,
    step::Step,
};
use crate::ui::lang::use_lang;
use crate::ui::menu::{Menu, MenuItem};
use crate::ui::split::Split;
use crate::ui::tabs::{Tab, TabPanel, Tabs};
use crate::view::common::Common;
use rulepad_workbench::{Diagnostic, Dialect, Family, Lang};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Page`].
#[derive(Clone, Properties, PartialEq)]
pub struct PageProps {
    /// What it shows.
    pub model: Rc<Model>,
    /// Takes actions.
    pub dispatch: Callback<Action>,
}

/// The page.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let lang = use_lang();
    let (model, dispatch) = (&*props.model, &props.dispatch);
    let marks = marks(model);
    html! {
        <div class={classes!("page", model.look.narrow.then(|| region_class(model.look.region)))}>
            <Header
                draft={model.draft.clone()}
                tray={model.tray.clone()}
                bus={model.bus.clone()}
                gallery={model.gallery.clone()}
                narrow={model.look.narrow}
                undo={model.history.last().map(|step| step.words(lang)).map(AttrValue::from)}
                redo={model.history.next().map(|step| step.words(lang)).map(AttrValue::from)}
                theme={model.settings.theme}
                dispatch={dispatch.clone()}
            />
            <Notices notices={model.notices.clone()} dispatch={dispatch.clone()} />
            <main>
                if model.look.narrow {
                    <VerdictView ..VerdictViewProps::of(model, dispatch.clone()) />
                }
                <Split
                    name="rows"
                    class="rows"
                    labels={vec![Text::BetweenRows.words(lang)]}
                    shares={model.settings.rows.clone()}
                    stacked=true
                    least={0.18}
                    on_resize={dispatch.reform(|shares| Action::Resize(Panes::Rows, shares))}
                >
                    <Split
                        name="columns"
                        class="columns"
                        labels={vec![Text::BetweenEventAndPattern.words(lang), Text::BetweenPatternAndWhy.words(lang)]}
                        shares={model.settings.columns.clone()}
                        on_resize={dispatch.reform(|shares| Action::Resize(Panes::Columns, shares))}
                    >
                        <EventPane
                            draft={model.draft.clone()}
                            edited={model.edited}
                            answer={model.answer.clone()}
                            explained={model.explained.clone()}
                            marks={editor::marks(&marks.event)}
                            pick={PickBarProps::of(model, dispatch.clone())}
                            reading={model.puts_in_slowly()}
                            tray={model.tray.clone()}
                            wrap={model.settings.wrap}
                            offer={model.offer.clone()}
                            reveal={model.reveal(Field::Event)}
                            dispatch={dispatch.clone()}
                        />
                        <PatternPane
                            draft={model.draft.clone()}
                            edited={model.edited}
                            answer={model.answer.clone()}
                            explained={model.explained.clone()}
                            view={model.look.pattern}
                            catalogue={model.catalogue.clone()}
                            builder={model.builder.clone()}
                            wrap={model.settings.wrap}
                            offer={model.offer.clone()}
                            marks={editor::marks(&marks.pattern)}
                            reveal={model.reveal(Field::Pattern)}
                            dispatch={dispatch.clone()}
                        />
                        <WhyPane ..WhyPaneProps::of(model, marks.lines.clone(), dispatch.clone()) />
                    </Split>
                    { lower(lang, model, &marks.stages, dispatch) }
                </Split>
            </main>
            if model.look.narrow {
                <Undos undos={model.undos.clone()} dispatch={dispatch.clone()} />
                { bottom_bar(lang, model, dispatch) }
            }
            <PasteDialog ..PasteDialogProps::of(model, dispatch.clone()) />
            <ImportDialog ..ImportDialogProps::of(model, dispatch.clone()) />
            <DropState over={model.look.dragging} />
            <ShareDialog ..ShareDialogProps::of(model, dispatch.clone()) />
            <DraftsDialog ..DraftsDialogProps::of(model, dispatch.clone()) />
            <ShortcutsDialog open={model.dialog == Some(Dialog::Shortcuts)} dispatch={dispatch.clone()} />
            <FinderDialog ..FinderDialogProps::of(model, dispatch.clone()) />
        </div>
    }
}

fn lower(lang: Lang, model: &Model, lit: &Lit, dispatch: &Callback<Action>) -> Html {
    let tab = |id: &'static str, label: Common, badge: Option<AttrValue>| Tab {
        id: id.into(),
        label: label.words(lang),
        badge,
    };
    let refused = model.answer.as_ref().is_some_and(|answer| is_refused(answer));
    let tabs = vec![
        tab("targets", Common::Targets, Some(model.draft.targets.len().to_string().into())),
        tab("tests", Common::Tests, (model.bus.count() > 0).then(|| model.bus.count().to_string().into())),
        tab("export", Common::Export, refused.then(|| Text::Refused.words(lang))),
        tab("compare", Common::Compare, None),
        tab("reference", Common::Reference, None),
    ];
    let selected = match model.look.lower {
        Lower::Targets => "targets",
        Lower::Tests => "tests",
        Lower::Export => "export",
        Lower::Compare => "compare",
        Lower::Reference => "reference",
    };
    let on_select = dispatch.reform(|id: AttrValue| Action::Show(lower_region(&id)));
    let folded = model.draft.dialect != Dialect::Rule && model.look.lower == Lower::Targets;
    let of_rules = model.look.lower == Lower::Export && model.look.format.family() != Family::Filters;
    html! {
        <section class="lower" id="lower" aria-labelledby="lower-title">
            <h2 class="visually-hidden" id="lower-title">{ Text::TargetsAndMore.words(lang) }</h2>
            <header class="lower-header">
                <Tabs name="lower" label={Text::TargetsAndMore.words(lang)} {tabs} {selected} {on_select} />
                if !model.look.narrow {
                    <Undos undos={model.undos.clone()} dispatch={dispatch.clone()} />
                }
            </header>
            if of_rules {
                <OfRulesOnly dialect={model.draft.dialect} />
            }
            <TabPanel name="lower" id={selected} class="lower-body">
                { match model.look.lower {
                    Lower::Targets if folded => html! {
                        <FoldedTargets count={model.draft.targets.len()} dialect={model.draft.dialect}>
                            <TargetsPanel ..TargetsPanelProps::of(model, lit.clone(), dispatch.clone()) />
                        </FoldedTargets>
                    },
                    Lower::Targets => html! { <TargetsPanel ..TargetsPanelProps::of(model, lit.clone(), dispatch.clone()) /> },
                    Lower::Tests => html! { <TestsPanel ..TestsPanelProps::of(model, dispatch.clone()) /> },
                    Lower::Export => html! { <ExportPanel ..ExportPanelProps::of(model, dispatch.clone()) /> },
                    Lower::Compare => html! { <ComparePanel ..ComparePanelProps::of(model, dispatch.clone()) /> },
                    Lower::Reference => html! { <ReferencePanel ..ReferencePanelProps::of(model, dispatch.clone()) /> },
                } }
            </TabPanel>
        </section>
    }
}

/// Whether AWS refuses what an export would bring it: the pattern, or something of the rule or its targets. A rule
/// that has no name yet is not finished, which is no refusal to mark.
fn is_refused(answer: &Answer) -> bool {
    let errors = |found: &[Diagnostic]| found.iter().any(Diagnostic::is_error);
    let (draft, report) = (&answer.draft, &answer.report);
    let has_pattern = !draft.pattern.trim().is_empty();
    (has_pattern && errors(&report.pattern))
        || (!draft.rule.name.is_empty() && errors(&report.rule))
        || report.targets.iter().any(|target| errors(&target.diagnostics))
}

fn lower_region(id: &str) -> Region {
    match id {
        "tests" => Region::Tests,
        "export" => Region::Export,
        "compare" => Region::Compare,
        "reference" => Region::Reference,
        _ => Region::Targets,
    }
}

/// The regions that the bottom bar names.
const REGIONS: [Region; 5] = [Region::Event, Region::Pattern, Region::Why, Region::Targets, Region::Export];

/// What the bottom bar has no room for.
const MORE: [(&str, Region); 3] =
    [("tests", Region::Tests), ("compare", Region::Compare), ("reference", Region::Reference)];

/// The choice that opens the import.
const IMPORT: &str = "import";

fn bottom_bar(lang: Lang, model: &Model, dispatch: &Callback<Action>) -> Html {
    let item = |region: Region| {
        html! {
            <button
                type="button"
                aria-current={(region == model.look.region).then_some("true")}
                onclick={dispatch.reform(move |_: MouseEvent| Action::Show(region))}
            >
                { name(region).words(lang) }
            </button>
        }
    };
    let shown = MORE.into_iter().find(|(_, region)| *region == model.look.region);
    let more = shown.map_or(Text::More, |(_, region)| name(region)).words(lang);
    let step = |id: &'static str, verb: Common, step: Option<&Step>| {
        step.map(|step| MenuItem {
            id: id.into(),
            label: verb.words(lang),
            detail: Some(step.words(lang).into()),
            ..MenuItem::default()
        })
    };
    let new = Text::NewRule.words(lang);
    let drafts = Common::Drafts.words(lang);
    let own = [("new", new, Some(Text::Draft.words(lang))), ("drafts", drafts, None)];
    let own =
        own.map(|(id, label, heading)| MenuItem { id: id.into(), label, heading, ..MenuItem::default() });
    let steps =
        [step("undo", Common::Undo, model.history.last()), step("redo", Common::Redo, model.history.next())];
    let items: Vec<MenuItem> = MORE
        .into_iter()
        .map(|(id, region)| MenuItem {
            id: id.into(),
            label: name(region).words(lang),
            checked: Some(region == model.look.region),
            ..MenuItem::default()
        })
        .chain([MenuItem { id: IMPORT.into(), label: Text::ImportMore.words(lang), ..MenuItem::default() }])
        .chain(own)
        .chain(steps.into_iter().flatten())
        .collect();
    html! {
        <nav class="bottom-bar" aria-label={Text::Regions.words(lang)}>
            { for REGIONS.into_iter().map(item) }
            <Menu
                name="more"
                label={more}
                class={classes!(shown.is_some().then_some("current"))}
                {items}
                align_end=true
                on_choose={dispatch.reform(|id: AttrValue| match id.as_str() {
                    "new" => Action::New,
                    "drafts" => Action::Drafts(DraftsAction::Show),
                    "undo" => Action::StepBack,
                    "redo" => Action::StepForward,
                    IMPORT => Action::Dialog(Some(Dialog::Import)),
                    id => Action::Show(lower_region(id)),
                })}
            />
        </nav>
    }
}

/// What a region is called.
fn name(region: Region) -> Text<'static> {
    match region {
        Region::Event => Text::Event,
        Region::Pattern => Text::Pattern,
        Region::Why => Text::Why,
        Region::Targets => Text::Targets,
        Region::Tests => Text::Tests,
        Region::Export => Text::Export,
        Region::Compare => Text::Compare,
        Region::Reference => Text::Reference,
    }
}

fn region_class(region: Region) -> &'static str {
    match region {
        Region::Event => "show-event",
        Region::Pattern => "show-pattern",
        Region::Why => "show-why",
        Region::Targets | Region::Tests | Region::Export | Region::Compare | Region::Reference => {
            "show-lower"
        }
    }
}
