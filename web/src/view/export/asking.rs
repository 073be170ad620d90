//! The workers that write files and read rules, and the calls to an emulator. Each starts when it is first needed.

use crate::engine::client::{Client, Told};
use crate::engine::protocol::{Exporting, Importing, Kind, exporting, importing};
use crate::platform::emulator;
use crate::state::{
    action::Action,
    export::ExportAction,
    import::ImportAction,
    model::{Engine, Model},
    sending::SendAction,
    shared::Shared,
};
use std::{borrow::Cow, rc::Rc};
use yew::prelude::*;

/// Asks what the model wants to know.
#[hook]
pub fn use_exchange(model: &Rc<Model>, dispatch: &Callback<Action>) {
    use_files(model, dispatch);
    use_rules(model, dispatch);
    let dispatch = dispatch.clone();
    use_effect_with(model.sending.sent.clone(), move |sent| {
        if let Some(sent) = sent {
            let number = sent.number;
            emulator::call(
                sent,
                Callback::from(move |ended| dispatch.emit(Action::Send(SendAction::Ended(number, ended)))),
            );
        }
    });
}

#[hook]
fn use_files(model: &Rc<Model>, dispatch: &Callback<Action>) {
    let numbers = use_mut_ref(|| (None::<u32>, None::<u32>));
    let (file, trial) = (&model.exporting.file.asked, &model.exporting.trial.asked);
    *numbers.borrow_mut() =
        (file.as_ref().map(|(number, _)| *number), trial.as_ref().map(|(number, _)| *number));
    let client = {
        let dispatch = dispatch.clone();
        use_memo((), move |()| {
            let file = move |number, told| Action::Export(ExportAction::Told(number, told));
            let trial = move |number, told| Action::Export(ExportAction::TrialTold(number, told));
            Client::<Exporting>::new(Callback::from(move |told| match told {
                Told::Answered(number, exporting::Reply::Exported(export)) => {
                    dispatch.emit(file(number, Ok(Shared::new(*export))));
                }
                Told::Answered(number, exporting::Reply::TryOut(found)) => {
                    dispatch.emit(trial(number, Ok(Shared::new(*found))));
                }
                Told::Slow(Kind::TryingOut, number) => dispatch.emit(trial(number, Err(Engine::Slow))),
                Told::Slow(_, number) => dispatch.emit(file(number, Err(Engine::Slow))),
                Told::Stopped(Kind::TryingOut, number) => dispatch.emit(trial(number, Err(Engine::Stopped))),
                Told::Stopped(_, number) => dispatch.emit(file(number, Err(Engine::Stopped))),
                Told::Failed(reason) => {
                    let (of_file, of_trial) = *numbers.borrow();
                    if let Some(number) = of_file {
                        dispatch.emit(file(number, Err(Engine::Failed(reason.clone()))));
                    }
                    if let Some(number) = of_trial {
                        dispatch.emit(trial(number, Err(Engine::Failed(reason))));
                    }
                }
            }))
        })
    };
    {
        let client = client.clone();
        use_effect_with(model.exporting.file.asked.clone(), move |asked| {
            if let Some((number, (draft, format))) = asked {
                let draft = Cow::Borrowed(&**draft);
                client.ask(*number, &exporting::Question::Export { draft, format: *format });
            }
        });
    }
    use_effect_with(model.exporting.trial.asked.clone(), move |asked| {
        if let Some((number, draft)) = asked {
            client.ask(*number, &exporting::Question::TryOut(Cow::Borrowed(&**draft)));
        }
    });
}

#[hook]
fn use_rules(model: &Rc<Model>, dispatch: &Callback<Action>) {
    let reading = use_mut_ref(|| None::<u32>);
    *reading.borrow_mut() = model.importing.reading.asked.as_ref().map(|(number, _)| *number);
    let client = {
        let dispatch = dispatch.clone();
        use_memo((), move |()| {
            let told = move |number, told| dispatch.emit(Action::Import(ImportAction::Told(number, told)));
            Client::<Importing>::new(Callback::from(move |said| match said {
                Told::Answered(number, importing::Reply::ImportedFiles(files)) => {
                    told(number, Ok(Shared::new(*files)));
                }
                Told::Answered(_, importing::Reply::Imported(_)) => {}
                Told::Slow(_, number) => told(number, Err(Engine::Slow)),
                Told::Stopped(_, number) => told(number, Err(Engine::Stopped)),
                Told::Failed(reason) => {
                    if let Some(number) = *reading.borrow() {
                        told(number, Err(Engine::Failed(reason)));
                    }
                }
            }))
        })
    };
    use_effect_with(model.importing.reading.asked.clone(), move |asked| {
        if let Some((number, text)) = asked {
            client.ask(*number, &importing::Question::Files(Cow::Borrowed(text.as_slice())));
        }
    });
}
