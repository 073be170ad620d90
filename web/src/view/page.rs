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
use super::share::ShareDialog;
use super::targets::{TargetsPanel, TargetsPanelProps};
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
use crate::ui::menu::{Menu, MenuItem};
use crate::ui::split::Split;
use crate::ui::tabs::{Tab, TabPanel, Tabs};
use rulepad_workbench::{Diagnostic, Dialect, Family};
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
    let (model, dispatch) = (&*props.model, &props.dispatch);
    let marks = marks(model);
    let link = match &model.dialog {
        Some(Dialog::Share { link, copied }) => Some((AttrValue::from(link.clone()), *copied)),
        _ => None,
    };
    html! {
        <div class={classes!("page", model.look.narrow.then(|| region_class(model.look.region)))}>
            <Header
                draft={model.draft.clone()}
                tray={model.tray.clone()}
                gallery={model.gallery.clone()}
                narrow={model.look.narrow}
                undo={model.history.last().map(Step::words).map(AttrValue::from)}
                redo={model.history.next().map(Step::words).map(AttrValue::from)}
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
                    labels={vec![AttrValue::from("Between texts and targets")]}
                    shares={model.settings.rows.clone()}
                    stacked=true
                    least={0.18}
                    on_resize={dispatch.reform(|shares| Action::Resize(Panes::Rows, shares))}
                >
                    <Split
                        name="columns"
                        class="columns"
                        labels={vec![AttrValue::from("Between event and pattern"), AttrValue::from("Between pattern and why")]}
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
                    { lower(model, &marks.stages, dispatch) }
                </Split>
            </main>
            if model.look.narrow {
                <Undos undos={model.undos.clone()} dispatch={dispatch.clone()} />
                { bottom_bar(model, dispatch) }
            }
            <PasteDialog ..PasteDialogProps::of(model, dispatch.clone()) />
            <ImportDialog ..ImportDialogProps::of(model, dispatch.clone()) />
            <DropState over={model.look.dragging} />
            <ShareDialog
                {link}
                others={model.tray.as_ref().map_or(0, |tray| tray.events.len().saturating_sub(1))}
                dispatch={dispatch.clone()}
            />
            <DraftsDialog ..DraftsDialogProps::of(model, dispatch.clone()) />
            <ShortcutsDialog open={model.dialog == Some(Dialog::Shortcuts)} dispatch={dispatch.clone()} />
            <FinderDialog ..FinderDialogProps::of(model, dispatch.clone()) />
        </div>
    }
}

fn lower(model: &Model, lit: &Lit, dispatch: &Callback<Action>) -> Html {
    let tab = |id: &'static str, label: &'static str, badge: Option<String>| Tab {
        id: id.into(),
        label: label.into(),
        badge: badge.map(AttrValue::from),
    };
    let refused = model.answer.as_ref().is_some_and(|answer| is_refused(answer));
    let tabs = vec![
        tab("targets", "Targets", Some(model.draft.targets.len().to_string())),
        tab("export", "Export", refused.then(|| "refused".to_owned())),
        tab("compare", "Compare", None),
        tab("reference", "Reference", None),
    ];
    let selected = match model.look.lower {
        Lower::Targets => "targets",
        Lower::Export => "export",
        Lower::Compare => "compare",
        Lower::Reference => "reference",
    };
    let on_select = dispatch.reform(|id: AttrValue| Action::Show(lower_region(&id)));
    let folded = model.draft.dialect != Dialect::Rule && model.look.lower == Lower::Targets;
    let of_rules = (model.look.lower == Lower::Export && model.look.format.family() != Family::Filters)
        .then_some("This export belongs");
    html! {
        <section class="lower" id="lower" aria-labelledby="lower-title">
            <h2 class="visually-hidden" id="lower-title">{ "Targets, export and more" }</h2>
            <header class="lower-header">
                <Tabs name="lower" label="Targets, export and more" {tabs} {selected} {on_select} />
                if !model.look.narrow {
                    <Undos undos={model.undos.clone()} dispatch={dispatch.clone()} />
                }
            </header>
            if let Some(what) = of_rules {
                <OfRulesOnly dialect={model.draft.dialect} {what} />
            }
            <TabPanel name="lower" id={selected} class="lower-body">
                { match model.look.lower {
                    Lower::Targets if folded => html! {
                        <FoldedTargets count={model.draft.targets.len()} dialect={model.draft.dialect}>
                            <TargetsPanel ..TargetsPanelProps::of(model, lit.clone(), dispatch.clone()) />
                        </FoldedTargets>
                    },
                    Lower::Targets => html! { <TargetsPanel ..TargetsPanelProps::of(model, lit.clone(), dispatch.clone()) /> },
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
        "export" => Region::Export,
        "compare" => Region::Compare,
        "reference" => Region::Reference,
        _ => Region::Targets,
    }
}

const REGIONS: [(Region, &str); 5] = [
    (Region::Event, "Event"),
    (Region::Pattern, "Pattern"),
    (Region::Why, "Why"),
    (Region::Targets, "Targets"),
    (Region::Export, "Export"),
];

/// What the bottom bar has no room for.
const MORE: [(&str, Region, &str); 2] =
    [("compare", Region::Compare, "Compare"), ("reference", Region::Reference, "Reference")];

/// The choice that opens the import.
const IMPORT: &str = "import";

fn bottom_bar(model: &Model, dispatch: &Callback<Action>) -> Html {
    let item = |(region, label): (Region, &'static str)| {
        html! {
            <button
                type="button"
                aria-current={(region == model.look.region).then_some("true")}
                onclick={dispatch.reform(move |_: MouseEvent| Action::Show(region))}
            >
                { label }
            </button>
        }
    };
    let shown = MORE.into_iter().find(|(_, region, _)| *region == model.look.region);
    let more = shown.map_or("More", |(_, _, label)| label);
    let step = |id: &'static str, verb: &'static str, step: Option<&Step>| {
        step.map(|step| MenuItem {
            id: id.into(),
            label: verb.into(),
            detail: Some(step.words().into_owned().into()),
            ..MenuItem::default()
        })
    };
    let own = [("new", "New rule", Some("Draft")), ("drafts", "Drafts", None)].map(|(id, label, heading)| {
        MenuItem {
            id: id.into(),
            label: label.into(),
            heading: heading.map(AttrValue::from),
            ..MenuItem::default()
        }
    });
    let steps = [step("undo", "Undo", model.history.last()), step("redo", "Redo", model.history.next())];
    let items: Vec<MenuItem> = MORE
        .into_iter()
        .map(|(id, region, label)| MenuItem {
            id: id.into(),
            label: label.into(),
            checked: Some(region == model.look.region),
            ..MenuItem::default()
        })
        .chain([MenuItem { id: IMPORT.into(), label: "Import…".into(), ..MenuItem::default() }])
        .chain(own)
        .chain(steps.into_iter().flatten())
        .collect();
    html! {
        <nav class="bottom-bar" aria-label="Regions">
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

fn region_class(region: Region) -> &'static str {
    match region {
        Region::Event => "show-event",
        Region::Pattern => "show-pattern",
        Region::Why => "show-why",
        Region::Targets | Region::Export | Region::Compare | Region::Reference => "show-lower",
    }
}
