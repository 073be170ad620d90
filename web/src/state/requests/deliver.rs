//! What an answer, or its absence, does to the model. The answer is always one to the question as it is now.

use super::{NotDone, Question, Reply, Request};
use crate::engine::failure::Failure;
use crate::engine::protocol::deciding::Decided;
use crate::engine::protocol::evaluating::Reply as Evaluated;
use crate::engine::protocol::{QuestionKind, exporting, importing, testing};
use crate::state::builder;
use crate::state::change;
use crate::state::comparison::Compared;
use crate::state::evaluation;
use crate::state::export::Written;
use crate::state::import;
use crate::state::log;
use crate::state::making::{self, Made, NotMade};
use crate::state::model::Model;
use crate::state::paste::{self, ReadPaste};
use crate::state::pick;
use crate::state::shared::Shared;
use crate::state::testing::{Outcomes, scan_broken, scan_matched};
use crate::state::tray;
use rulepad_workbench::Pasted;

/// Takes an answer in; `None` for one to something else.
pub(super) fn answered(model: &mut Model, request: &Request, reply: Reply) -> Option<()> {
    match (request.question.clone(), reply) {
        (Question::Evaluate { .. }, Reply::Evaluating(Evaluated::Report(report))) => {
            evaluation::answered(model, Shared::new(*report));
        }
        (Question::Make(making), Reply::Evaluating(Evaluated::Matching(found))) => {
            making::made(model, &making, Made::Matching(found));
        }
        (Question::Make(making), Reply::Evaluating(Evaluated::Failing(found))) => {
            making::made(model, &making, Made::Failing(found));
        }
        (Question::Compare(other), Reply::Evaluating(Evaluated::Comparison(report))) => {
            model.comparison.answer = Some(Shared::new(Compared { other, report: *report }));
        }
        (Question::Read { source, .. }, Reply::Evaluating(Evaluated::Pasted(pasted, named))) => {
            let pasted = Pasted { named, ..*pasted };
            paste::read(model, source, ReadPaste::Done(Shared::new(pasted)));
        }
        (Question::Try(_), Reply::Evaluating(Evaluated::Tried(verdicts))) => tray::tried(model, &verdicts),
        (Question::Mask { .. }, Reply::Evaluating(Evaluated::Masked(masked))) => {
            model.sharing.masked = Some(Shared::new(*masked));
        }
        (question, Reply::Evaluating(Evaluated::Decided(decided))) => {
            return self::decided(model, question, *decided);
        }
        (Question::Export(format), Reply::Exporting(exporting::Reply::Exported(export))) => {
            model.exporting.file = Some(Written { format, export: Shared::new(*export) });
        }
        (Question::TryOut, Reply::Exporting(exporting::Reply::TryOut(found))) => {
            model.exporting.trial = Some(Shared::new(*found));
        }
        (Question::Import(texts), Reply::Importing(importing::Reply::ImportedFiles(mut files, names))) => {
            files.put_names(names);
            import::read(model, texts, Shared::new(*files));
        }
        (Question::Judge(slice), Reply::Testing(reply)) => match reply {
            testing::Reply::Judged { refused, rows } => {
                model.testing.verdicts.judged(&slice, refused, rows);
            }
            testing::Reply::UnknownRules => model.testing.verdicts.forgotten(),
            _ => return None,
        },
        (Question::Scan(slice), Reply::Testing(reply)) => match reply {
            testing::Reply::Scanned { refused, found } => scan_matched(model, &slice, refused, *found),
            testing::Reply::UnknownScan => scan_broken(model, &slice),
            _ => return None,
        },
        (Question::Check(bus, tray), Reply::Testing(testing::Reply::Checked(outcomes))) => {
            let outcomes = Outcomes::of(&bus, &tray, outcomes);
            model.testing.outcomes = Some(Shared::new(outcomes));
        }
        (Question::Observe(rule, events), Reply::Testing(testing::Reply::Observed(found))) => {
            model.testing.monitor.observed(&rule, &events, found);
        }
        (Question::OpenTests(texts, at), Reply::Testing(testing::Reply::Opened(opened))) => {
            model.importing.tests = Some((texts, at, Shared::new(*opened)));
        }
        (Question::Exercise(_), Reply::Testing(testing::Reply::Exercised(found))) => {
            model.testing.exercised = Some(Shared::new(*found));
        }
        _ => return None,
    }
    Some(())
}

fn decided(model: &mut Model, question: Question, decided: Decided) -> Option<()> {
    match (question, decided) {
        (Question::Pick(_), Decided::Picked(picked)) => pick::picked(model, picked),
        (Question::Condition(_), Decided::Condition(change)) => pick::condition(model, change),
        (Question::SetValue(_), Decided::ValueSet(edits)) => pick::set_value(model, edits),
        (Question::Variable { key, .. }, Decided::Variable(new)) => pick::variable(model, key, new),
        (Question::Fix(field), Decided::Fixed(text)) => change::set_text(model, field, text),
        (Question::FixOther(_), Decided::Fixed(text)) => model.settings.other = text,
        (Question::Form(_), Decided::Form(built)) => builder::shown(model, *built),
        (Question::Change(change), Decided::Change(edits)) => {
            builder::changed(model, change, edits.map_err(NotDone::Refused));
        }
        (Question::Log(keys, _), Decided::Log(log)) => log::read(model, keys, Ok(log)),
        _ => return None,
    }
    Some(())
}

/// The worker did not get to an end in time.
pub(super) fn stopped(model: &mut Model, request: &Request) {
    match request.question.clone() {
        Question::Make(_) => making::not_made(model, NotMade::Stopped),
        Question::Read { source, .. } => paste::read(model, source, ReadPaste::Stopped),
        Question::Condition(_) | Question::Variable { .. } => pick::say(model, Err(NotDone::Stopped.into())),
        Question::SetValue(_) => pick::not_set(model, NotDone::Stopped),
        Question::Form(_) => builder::not_shown(model),
        Question::Change(change) => builder::changed(model, change, Err(NotDone::Stopped)),
        Question::Log(keys, _) => log::read(model, keys, Err(log::Stopped)),
        Question::Scan(slice) => scan_broken(model, &slice),
        // What follows from these is shown as long as they are in the table, or is no more than a help.
        Question::Evaluate { .. }
        | Question::Compare(_)
        | Question::Try(_)
        | Question::Pick(_)
        | Question::Fix(_)
        | Question::FixOther(_)
        | Question::Mask { .. }
        | Question::Export(_)
        | Question::TryOut
        | Question::Import(_)
        | Question::Judge(_)
        | Question::Check(..)
        | Question::Observe(..)
        | Question::OpenTests(..)
        | Question::Exercise(_) => {}
    }
}

/// The worker does not work.
pub(super) fn failed(model: &mut Model, request: &Request, failure: &Failure) {
    match &request.question {
        Question::Make(_) => making::not_made(model, NotMade::Failed(failure.clone())),
        Question::Read { source, .. } => paste::read(model, *source, ReadPaste::Failed(failure.clone())),
        Question::Scan(slice) => scan_broken(model, slice),
        _ => {}
    }
}

/// There is nothing to ask any more, so the last answer is to nothing.
pub(super) fn forget(model: &mut Model, kind: QuestionKind) {
    match kind {
        QuestionKind::Comparison => model.comparison.answer = None,
        QuestionKind::Import => model.importing.last = None,
        QuestionKind::Log => model.log.table = None,
        QuestionKind::Masking => model.sharing.masked = None,
        QuestionKind::Checking => model.testing.outcomes = None,
        QuestionKind::Exercise => model.testing.exercised = None,
        QuestionKind::OpeningTests => model.importing.tests = None,
        _ => {}
    }
}
