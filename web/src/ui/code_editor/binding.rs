//! The JavaScript side of the editor, `web/editor/src/editor.ts`; its offsets are UTF-16 units.

use super::held::Held;
use super::model::{Completions, EditorDiagnostic, EditorMark, TextEdit};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[wasm_bindgen(module = "/editor/dist/editor.js")]
extern "C" {
    #[derive(Clone)]
    pub(super) type Editor;

    #[wasm_bindgen(constructor)]
    pub(super) fn new(host: &HtmlElement, text: &str, settings: &Object, calls: &Object) -> Editor;

    #[wasm_bindgen(method, js_name = setText)]
    pub(super) fn set_text(this: &Editor, text: &str);

    #[wasm_bindgen(method, js_name = setSettings)]
    pub(super) fn set_settings(this: &Editor, settings: &Object);

    #[wasm_bindgen(method, js_name = setDiagnostics)]
    pub(super) fn set_diagnostics(this: &Editor, diagnostics: &Array);

    #[wasm_bindgen(method, js_name = setMarks)]
    pub(super) fn set_marks(this: &Editor, triples: &[u32]);

    #[wasm_bindgen(method, js_name = applyEdits)]
    pub(super) fn apply_edits(this: &Editor, edits: &Array) -> bool;

    #[wasm_bindgen(method)]
    pub(super) fn select(this: &Editor, from: u32, to: u32);

    #[wasm_bindgen(method)]
    pub(super) fn focus(this: &Editor);

    #[wasm_bindgen(method)]
    pub(super) fn destroy(this: &Editor);
}

/// A plain object of these entries.
pub(super) fn object<const N: usize>(entries: [(&str, JsValue); N]) -> Object {
    let object = Object::new();
    for (key, value) in entries {
        // A fresh plain object refuses no property.
        let _ = Reflect::set(&object, &key.into(), &value);
    }
    object
}

/// An offset as JavaScript takes it.
pub(super) fn unit(held: &Held, byte: usize) -> u32 {
    u32::try_from(held.unit_of(byte)).unwrap_or(u32::MAX)
}

pub(super) fn diagnostics(held: &Held, diagnostics: &[EditorDiagnostic]) -> Array {
    let one = |diagnostic: &EditorDiagnostic| {
        let actions = diagnostic.actions.iter().map(|label| JsValue::from_str(label)).collect::<Array>();
        object([
            ("from", unit(held, diagnostic.start).into()),
            ("to", unit(held, diagnostic.end).into()),
            ("severity", diagnostic.severity.name().into()),
            ("message", diagnostic.message.as_str().into()),
            ("actions", actions.into()),
        ])
    };
    diagnostics.iter().map(one).collect()
}

pub(super) fn marks(held: &Held, marks: &[EditorMark]) -> Vec<u32> {
    marks.iter().flat_map(|mark| [unit(held, mark.start), unit(held, mark.end), mark.kind as u32]).collect()
}

pub(super) fn edits(held: &Held, edits: &[TextEdit]) -> Array {
    let one = |edit: &TextEdit| {
        object([
            ("from", unit(held, edit.start).into()),
            ("to", unit(held, edit.end).into()),
            ("insert", edit.text.as_str().into()),
        ])
    };
    edits.iter().map(one).collect()
}

pub(super) fn completions(held: &Held, found: &Completions) -> Object {
    let text = |text: &Option<yew::AttrValue>| text.as_deref().map_or(JsValue::UNDEFINED, JsValue::from_str);
    let options = found.options.iter().map(|option| {
        let caret = option.caret.and_then(|byte| option.insert.get(..byte));
        let caret = caret.map(|before| before.encode_utf16().count() as f64);
        object([
            ("label", option.label.as_str().into()),
            ("detail", text(&option.detail)),
            ("info", text(&option.info)),
            ("insert", option.insert.as_str().into()),
            ("caret", caret.map_or(JsValue::UNDEFINED, JsValue::from_f64)),
        ])
    });
    object([
        ("from", unit(held, found.start).into()),
        ("to", unit(held, found.end).into()),
        ("options", options.collect::<Array>().into()),
    ])
}
