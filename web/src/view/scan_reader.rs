//! Reads the parts of files that a scan wants, one after the other.

use crate::platform::slices;
use crate::state::action::Action;
use crate::state::model::Model;
use crate::state::testing::{Scan, ScanAction, TestingAction};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Reads what is wanted, and reports it.
#[hook]
pub(super) fn use_scan_reader(model: &Rc<Model>, dispatch: &Callback<Action>) {
    let wanted = model.testing.scan.as_ref().and_then(Scan::wanted);
    let dispatch = dispatch.clone();
    use_effect_with(wanted, move |wanted| {
        let Some(wanted) = *wanted else { return };
        spawn_local(async move {
            let bytes = slices::read(wanted).await;
            dispatch.emit(Action::Testing(TestingAction::Scan(ScanAction::Read(wanted, bytes))));
        });
    });
}
