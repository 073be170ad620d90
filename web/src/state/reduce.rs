//! The one place where the page changes: a model and an action give the next model.

use super::action::Action;
use super::builder;
use super::bus;
use super::change;
use super::drafts::{self, DraftsAction};
use super::evaluation;
use super::export;
use super::fetched::Fetched;
use super::field::Field;
use super::finder;
use super::history;
use super::import::{self, ImportAction};
use super::language;
use super::log;
use super::making;
use super::model::{
    Dialog, Lower, Model, Notice, Opened, Panes, PatternView, Pointed, Region, Selection, Stretch,
};
use super::moment::Moment;
use super::offer;
use super::open;
use super::paste::{self, PasteAction};
use super::pick;
use super::reference;
use super::requests::{self, Question};
use super::sending;
use super::shared::Shared;
use super::sharing;
use super::step::Step;
use super::targets;
use super::testing;
use super::tray;
use rulepad_workbench::{Draft, Span, looks_like};

/// The model after an action.
#[must_use]
pub fn reduce(model: &Model, action: Action) -> Model {
    let mut next = model.clone();
    let typed = matches!(action, Action::Type(Field::Event, _));
    // What goes through the history, or gives a draft another id, is no step of it.
    let step =
        (!matches!(action, Action::StepBack | Action::StepForward | Action::Drafts(DraftsAction::Forked(_))))
            .then(|| Step::of(&action));
    let opens_link = matches!(action, Action::OpenLink(_) | Action::Open(_, Opened::Link));
    let types = typed || matches!(action, Action::Type(Field::Pattern, _));
    match action {
        Action::Type(field, text) => change::set_text(&mut next, field, text),
        Action::SetValue(condition) => {
            next.notices.retain(|notice| !matches!(notice, Notice::NotSet(_)));
            requests::ask(&mut next, Question::SetValue(condition));
        }
        Action::Pasted(field, pasted) => offer::pasted(&mut next, field, &pasted),
        Action::TakeOffer => offer::take(&mut next),
        Action::DropOffer => next.offer = None,
        Action::Fix { field, draft, edits } => change::fix(&mut next, field, &draft, &edits),
        Action::FixAll(field @ (Field::Event | Field::Pattern)) => {
            requests::ask(&mut next, Question::Fix(field));
        }
        Action::FixAll(_) => {}
        Action::Tidy(field) => change::tidy(&mut next, field),
        Action::SetDialect(dialect) => offer::switch(&mut next, dialect),
        Action::SetState(state) => change::draft(&mut next, |draft| draft.rule.state = state),
        Action::AddTarget(kind) => targets::add(&mut next, kind),
        Action::DuplicateTarget(place) => targets::duplicate(&mut next, place),
        Action::MoveTarget(place, way) => targets::shift(&mut next, place, way),
        Action::RemoveTarget(place) => targets::remove(&mut next, place),
        Action::SetOption(place, option) => targets::set_option(&mut next, place, option),
        Action::Exchange(place, draft, input) => targets::exchange(&mut next, place, &draft, *input),

        Action::SetTable(table) => change::draft(&mut next, |draft| draft.table = table.map(|table| *table)),
        Action::WriteDown(payload) => log::write(&mut next, payload),
        Action::Strike(place) => log::strike(&mut next, place),
        Action::ClearLog => log::clear(&mut next),

        Action::Pick(action) => pick::act(&mut next, action),
        Action::Request(action) => requests::reduce(&mut next, action),
        Action::Settle(revision) => evaluation::pause(&mut next, revision),

        Action::Make(wish) => making::make(&mut next, wish),
        Action::TypeOther(other) => next.settings.other = other,
        Action::FixOther => {
            let other = next.settings.other.clone();
            requests::ask(&mut next, Question::FixOther(other));
        }
        Action::Reference(action) => reference::reduce(&mut next, action),
        Action::ReadCatalogue => next.catalogue = Fetched::Reading,
        Action::CatalogueRead(read) => {
            next.catalogue = Fetched::told(read);
            finder::search(&mut next);
        }
        Action::WantGallery => next.gallery.want(),
        Action::ReadGallery => next.gallery = Fetched::Reading,
        Action::GalleryRead(read) => next.gallery = Fetched::told(read),
        Action::Build(change) => builder::carry_out(&mut next, change),
        Action::Unbuild => builder::undo(&mut next),
        Action::ForgetRefused => next.builder.refused = None,
        Action::OpenFinder => finder::open(&mut next),
        Action::Find(query) => finder::find(&mut next, query),
        Action::ChooseFound(place) => finder::choose(&mut next, place),
        Action::TakeFound(take) => finder::take(&mut next, take),

        Action::Point(pointed) => next.look.pointed = pointed,
        Action::Focus(region, Some(focused)) => {
            if let Pointed::Event(byte) = focused {
                pick::follow_cursor(&mut next, byte);
            }
            next.look.focused = Some((region, focused));
        }
        // The region that got the focus may have told so first.
        Action::Focus(region, None) => {
            next.look.focused = next.look.focused.filter(|(own, _)| *own != region)
        }
        Action::GoToLine(line) => go_to_line(&mut next, line),
        Action::GoTo(field, span) => {
            show_field(&mut next, field);
            next.look.reveals.clear();
            reveal(&mut next, field, span, true);
        }
        Action::ShowDetail(detail) => next.look.detail = detail,
        Action::ShowValue(span) => {
            next.look.reveals.clear();
            reveal(&mut next, Field::Event, span, false);
        }
        Action::ShowStretch(span) => {
            let number = next.next_number();
            next.look.stretch = Some(Stretch { span, number });
        }
        Action::Show(region) => show(&mut next, region),
        Action::ShowPattern(view) => {
            next.look.pattern = view;
            if view == PatternView::Builder {
                next.catalogue.want();
            }
        }
        Action::SelectTarget(place) => {
            next.look.reveals.clear();
            next.look.stretch = None;
            next.look.target = place;
        }
        Action::Wrap => next.settings.wrap = !next.settings.wrap,
        Action::Indent(on) => next.settings.indented = on,
        Action::Resize(panes, shares) => {
            let kept = match panes {
                Panes::Columns => &mut next.settings.columns,
                Panes::Rows => &mut next.settings.rows,
                Panes::Target => &mut next.settings.target,
                Panes::Export => &mut next.settings.export,
                Panes::Compare => &mut next.settings.compare,
            };
            *kept = shares;
        }
        Action::SetTheme(theme) => next.settings.theme = theme,
        Action::SetLang(lang) => language::set(&mut next, lang),
        Action::Narrow(narrow) => next.look.narrow = narrow,

        Action::Open(draft, what) => open::open(&mut next, draft, what),
        Action::OpenLink(link) => open::open_link(&mut next, *link),
        Action::Load(texts, what) => open::load(&mut next, texts, what),
        Action::New => open::open(&mut next, Shared::new(Draft::default()), Opened::New),
        Action::StepBack => history::undo(&mut next),
        Action::StepForward => history::redo(&mut next),
        Action::Drafts(action) => drafts::reduce(&mut next, action),
        Action::Undo(number) => open::undo(&mut next, number),
        Action::Forget(number) => next.undos.retain(|undo| undo.number != number),
        Action::Notice(notice) => {
            if matches!(notice, Notice::NotStored(_)) {
                next.notices.retain(|other| !matches!(other, Notice::NotStored(_)));
            }
            if !next.notices.contains(&notice) {
                next.notices.push(notice);
            }
        }
        Action::Dismiss(place) => {
            if place < next.notices.len() {
                next.notices.remove(place);
            }
        }
        Action::Export(action) => export::reduce(&mut next, action),
        Action::Import(action) => import::reduce(&mut next, action),
        Action::Send(action) => sending::reduce(&mut next, action),
        // Where rules are read, files are such texts.
        Action::Paste(PasteAction::Files(files)) if takes_files(&next) || hold_rules(&files) => {
            import::reduce(&mut next, ImportAction::Files(files));
        }
        Action::Paste(PasteAction::Text(text)) if looks_like(&text).is_some() || import::is_tests(&text) => {
            import::reduce(&mut next, ImportAction::Text(text));
        }
        Action::Paste(action) => paste::reduce(&mut next, action),
        Action::Tray(action) => tray::reduce(&mut next, action),
        Action::Bus(action) => bus::reduce(&mut next, action),
        Action::Testing(action) => testing::reduce(&mut next, action),
        Action::Dragging(over) => next.look.dragging = over,
        Action::Dialog(dialog) => next.dialog = dialog,
        Action::Share(action) => sharing::reduce(&mut next, action),
    }
    if next.draft != model.draft || next.own.id != model.own.id {
        next.followed = !opens_link;
    }
    if next.draft != model.draft {
        (next.typing, next.unsettled) = (types, None);
    }
    offer::follow(&mut next);
    bus::follow(&mut next, model);
    tray::follow(&mut next);
    tray::follow_room(&mut next, model);
    paste::follow(&mut next);
    pick::follow_event(&mut next, &model.draft.event, typed);
    reference::follow(&mut next);
    testing::follow(&mut next);
    requests::sync(&mut next);
    if let Some(step) = step {
        let before = Moment::of(model);
        if before.differs(&Moment::of(&next)) {
            history::remember(&mut next, &before, step);
        }
    }
    next
}

fn takes_files(model: &Model) -> bool {
    model.dialog == Some(Dialog::Import)
}

/// Whether one of the files holds rules rather than events.
fn hold_rules(files: &[paste::File]) -> bool {
    let holds = |text: &std::rc::Rc<str>| looks_like(text).is_some() || import::is_tests(text);
    files.iter().any(|file| file.text.as_ref().is_ok_and(holds))
}

fn go_to_line(model: &mut Model, line: usize) {
    let Some(explained) = model.explained.clone() else { return };
    let Some(line) = explained.report.why.get(line) else { return };
    model.look.reveals.clear();
    if explained.draft.event == model.draft.event
        && let Some(value) = line.event.first()
    {
        reveal(model, Field::Event, *value, false);
    }
    if explained.draft.pattern == model.draft.pattern {
        reveal(model, Field::Pattern, line.pattern, true);
        model.look.region = Region::Pattern;
    }
}

pub(super) fn reveal(model: &mut Model, field: Field, span: Span, focus: bool) {
    if field == Field::Pattern {
        model.look.pattern = PatternView::Json;
    }
    let number = model.next_number();
    model.look.reveals.push(Selection { field, span, focus, number });
}

fn show_field(model: &mut Model, field: Field) {
    match field {
        Field::Event => show(model, Region::Event),
        Field::Pattern => show(model, Region::Pattern),
        field if field.is_of_rule() => show(model, Region::Export),
        field => {
            show(model, Region::Targets);
            if let Some(target) = field.target() {
                model.look.target = target;
                model.look.detail = field.detail().unwrap_or(model.look.detail);
            }
        }
    }
}

/// Shows a region of the page.
pub(super) fn show(model: &mut Model, region: Region) {
    model.look.region = region;
    match region {
        Region::Targets => model.look.lower = Lower::Targets,
        Region::Tests => model.look.lower = Lower::Tests,
        Region::Export => model.look.lower = Lower::Export,
        Region::Compare => model.look.lower = Lower::Compare,
        Region::Reference => model.look.lower = Lower::Reference,
        Region::Event | Region::Pattern | Region::Why => {}
    }
}
