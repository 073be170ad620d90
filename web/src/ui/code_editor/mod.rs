//! A code editor: text in, typing out, with diagnostics, verdict marks, completions and pointing.

mod binding;
mod held;
mod model;
mod words_ko;

pub use model::{
    Completion, CompletionPoint, CompletionQuestion, Completions, EditRequest, EditorDiagnostic, EditorMark,
    Language, MarkKind, Reveal, Severity, TextEdit,
};

use crate::ui::lang::use_lang;
use crate::ui::visible_text::seen;
use binding::Editor;
use held::Held;
use js_sys::Promise;
use rulepad_workbench::Lang;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::prelude::*;
use yew::prelude::*;

/// Properties of [`CodeEditor`].
#[derive(Clone, Properties, PartialEq)]
pub struct CodeEditorProps {
    /// Accessible name.
    pub label: AttrValue,
    /// Id of an element that describes the editor.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    /// The text to show. Typing is reported through `on_input` and is expected back here.
    pub text: AttrValue,
    /// Colours and folding.
    #[prop_or_default]
    pub language: Language,
    /// Whether the text can only be read, selected and copied.
    #[prop_or_default]
    pub read_only: bool,
    /// Shown while the text is empty.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// Whether long lines wrap.
    #[prop_or_default]
    pub wrap: bool,
    /// Whether lines are numbered.
    #[prop_or(true)]
    pub line_numbers: bool,
    /// Whether spaces and tabs are shown.
    #[prop_or_default]
    pub whitespace: bool,
    /// More classes for the outer element.
    #[prop_or_default]
    pub class: Classes,
    /// The language that the text is in, where that may be another one than the page's.
    #[prop_or_default]
    pub text_lang: Option<Lang>,
    /// The text that `diagnostics` and `marks` were computed for; `text` when absent. While the editor holds
    /// another one, those shown before stay and move along with the typing.
    #[prop_or_default]
    pub findings_text: Option<AttrValue>,
    /// Messages to underline.
    #[prop_or_default]
    pub diagnostics: Rc<[EditorDiagnostic]>,
    /// Verdicts and other marks.
    #[prop_or_default]
    pub marks: Option<Rc<[EditorMark]>>,
    /// Whether a column is kept for the verdicts' shapes when there are marks, so that nothing moves when they come.
    #[prop_or(true)]
    pub shapes: bool,
    /// Selects and scrolls, at each new revision and when the editor appears.
    #[prop_or_default]
    pub reveal: Option<Reveal>,
    /// Edits the text as one undoable step, at each new revision.
    #[prop_or_default]
    pub edit: Option<EditRequest>,
    /// Offers completions, now or later; those of a text that changed meanwhile are dropped.
    #[prop_or_default]
    pub completions: Option<Callback<CompletionQuestion>>,
    /// The reader changed the text to this.
    #[prop_or_default]
    pub on_input: Callback<String>,
    /// The reader pasted this; the text with it was reported through `on_input` before.
    #[prop_or_default]
    pub on_paste: Callback<String>,
    /// The byte under the pointer changed.
    #[prop_or_default]
    pub on_point: Callback<Option<usize>>,
    /// The byte at the cursor changed; there is none while the editor does not have the focus.
    #[prop_or_default]
    pub on_cursor: Callback<Option<usize>>,
    /// A fix was chosen: its place among `diagnostics`, and among that one's `actions`.
    #[prop_or_default]
    pub on_action: Callback<(usize, usize)>,
}

/// A code editor for one text.
///
/// It fills its parent; with the class `fit` it grows with its text instead. Tab leaves it, F8 walks the
/// diagnostics, Ctrl-Shift-M lists them, Ctrl-F searches.
#[component]
pub fn CodeEditor(props: &CodeEditorProps) -> Html {
    let lang = use_lang();
    let host = use_node_ref();
    let latest = use_mut_ref(|| props.clone());
    *latest.borrow_mut() = props.clone();
    let held = use_memo((), |()| RefCell::new(Held::new(props.text.clone())));
    let shown = use_mut_ref(|| Rc::<[EditorDiagnostic]>::from([]));
    let live = use_mut_ref(|| None::<Live>);
    // No borrow may be held while the editor is called: it calls back at once.
    let editor = {
        let live = live.clone();
        move || live.borrow().as_ref().map(|live| live.editor.clone())
    };

    {
        let (host, latest, held, shown, live) =
            (host.clone(), latest.clone(), held.clone(), shown.clone(), live.clone());
        use_effect_with((), move |()| {
            if let Some(host) = host.cast() {
                let settings = settings(lang, &latest.borrow());
                let text = held.borrow().text().clone();
                let started = Live::start(&host, &text, &settings, &latest, &held, &shown);
                *live.borrow_mut() = Some(started);
            }
            move || {
                let ended = live.borrow_mut().take();
                if let Some(ended) = ended {
                    ended.editor.destroy();
                }
            }
        });
    }
    {
        let (editor, latest) = (editor.clone(), latest.clone());
        let known = (
            (lang, props.label.clone(), props.described_by.clone(), props.placeholder.clone()),
            (
                (props.language, props.read_only, props.wrap, props.line_numbers, props.whitespace),
                props.shapes && props.marks.is_some(),
            ),
        );
        use_effect_with(known, move |_| {
            if let Some(editor) = editor() {
                let settings = settings(lang, &latest.borrow());
                editor.set_settings(&settings);
            }
        });
    }
    {
        let (editor, held) = (editor.clone(), held.clone());
        use_effect_with(props.text.clone(), move |text| {
            if let Some(editor) = editor()
                && held.borrow_mut().wanted(text)
            {
                editor.set_text(text);
            }
        });
    }
    let findings_text = props.findings_text.clone().unwrap_or_else(|| props.text.clone());
    {
        let (editor, held) = (editor.clone(), held.clone());
        let known = (props.diagnostics.clone(), findings_text.clone(), props.text.clone());
        use_effect_with(known, move |(diagnostics, text, _)| {
            if let Some(editor) = editor()
                && held.borrow().text() == text
            {
                let array = binding::diagnostics(&held.borrow(), diagnostics);
                *shown.borrow_mut() = diagnostics.clone();
                editor.set_diagnostics(&array);
            }
        });
    }
    {
        let (editor, held) = (editor.clone(), held.clone());
        let known = (props.marks.clone(), findings_text, props.text.clone());
        use_effect_with(known, move |(marks, text, _)| {
            if let Some(editor) = editor()
                && held.borrow().text() == text
            {
                let triples = binding::marks(&held.borrow(), marks.as_deref().unwrap_or_default());
                editor.set_marks(&triples);
            }
        });
    }
    {
        let (editor, held) = (editor.clone(), held.clone());
        let done = use_mut_ref(|| props.edit.as_ref().map(|request| request.revision));
        use_effect_with(props.edit.clone(), move |request| {
            let revision = request.as_ref().map(|request| request.revision);
            let fresh = done.replace(revision) != revision;
            if let (true, Some(request), Some(editor)) = (fresh, request, editor())
                && *held.borrow().text() == request.text
            {
                let edits = binding::edits(&held.borrow(), &request.edits);
                editor.apply_edits(&edits);
            }
        });
    }
    {
        let held = held.clone();
        use_effect_with(props.reveal, move |reveal| {
            if let (Some(reveal), Some(editor)) = (reveal, editor()) {
                let [from, to] = [reveal.start, reveal.end].map(|byte| binding::unit(&held.borrow(), byte));
                editor.select(from, to);
                if reveal.focus {
                    editor.focus();
                }
            }
        });
    }

    html! {
        <div ref={host} class={classes!("code-editor", props.class.clone())} lang={props.text_lang.map(Lang::tag)}>{ without_browser(props) }</div>
    }
}

/// What replaces the editor where there is no browser: the text under its name, for the first screen and tests of views.
fn without_browser(props: &CodeEditorProps) -> Html {
    if cfg!(target_arch = "wasm32") {
        return Html::default();
    }
    html! {
        <pre
            role="textbox"
            aria-multiline="true"
            aria-label={props.label.clone()}
            aria-describedby={props.described_by.clone()}
            aria-readonly={props.read_only.then_some("true")}
            aria-placeholder={props.placeholder.clone()}
        >
            { &props.text }
        </pre>
    }
}

fn settings(lang: Lang, props: &CodeEditorProps) -> js_sys::Object {
    let text = |text: &Option<AttrValue>| text.as_deref().map_or(JsValue::UNDEFINED, JsValue::from_str);
    let phrases = js_sys::Object::new();
    let translated: &[(&str, &str)] = match lang {
        Lang::En => &[],
        Lang::Ko(_) => &words_ko::PHRASES,
    };
    for (english, other) in translated {
        // A fresh plain object refuses no property.
        let _ = js_sys::Reflect::set(&phrases, &JsValue::from_str(english), &JsValue::from_str(other));
    }
    binding::object([
        ("label", seen(&props.label).as_str().into()),
        ("describedBy", text(&props.described_by)),
        ("language", props.language.name().into()),
        ("readOnly", props.read_only.into()),
        ("placeholder", text(&props.placeholder)),
        ("wrap", props.wrap.into()),
        ("lineNumbers", props.line_numbers.into()),
        ("whitespace", props.whitespace.into()),
        ("shapes", (props.shapes && props.marks.is_some()).into()),
        ("phrases", phrases.into()),
    ])
}

/// An editor on the page and the closures it calls, which must live as long as it does.
struct Live {
    editor: Editor,
    _input: Closure<dyn Fn(String)>,
    _paste: Closure<dyn Fn(String)>,
    _point: Closure<dyn Fn(Option<u32>)>,
    _cursor: Closure<dyn Fn(Option<u32>)>,
    _action: Closure<dyn Fn(u32, u32)>,
    _complete: Closure<dyn Fn(u32, bool) -> JsValue>,
}

impl Live {
    fn start(
        host: &web_sys::HtmlElement,
        text: &str,
        settings: &js_sys::Object,
        latest: &Rc<RefCell<CodeEditorProps>>,
        held: &Rc<RefCell<Held>>,
        shown: &Rc<RefCell<Rc<[EditorDiagnostic]>>>,
    ) -> Self {
        let input = {
            let (latest, held) = (latest.clone(), held.clone());
            Closure::<dyn Fn(String)>::new(move |text: String| {
                held.borrow_mut().typed(text.clone().into());
                let on_input = latest.borrow().on_input.clone();
                on_input.emit(text);
            })
        };
        let paste = {
            let latest = latest.clone();
            Closure::<dyn Fn(String)>::new(move |pasted: String| {
                let on_paste = latest.borrow().on_paste.clone();
                on_paste.emit(pasted);
            })
        };
        let tells = |on: fn(&CodeEditorProps) -> &Callback<Option<usize>>| {
            let (latest, held) = (latest.clone(), held.clone());
            Closure::<dyn Fn(Option<u32>)>::new(move |unit: Option<u32>| {
                let byte = unit.map(|unit| held.borrow().byte_of(unit as usize));
                let told = on(&latest.borrow()).clone();
                told.emit(byte);
            })
        };
        let (point, cursor) = (tells(|props| &props.on_point), tells(|props| &props.on_cursor));
        let action = {
            let (latest, held, shown) = (latest.clone(), held.clone(), shown.clone());
            Closure::<dyn Fn(u32, u32)>::new(move |diagnostic: u32, action: u32| {
                let latest = latest.borrow().clone();
                let text = latest.findings_text.as_ref().unwrap_or(&latest.text);
                // A fix of what is no longer so, seen for a moment while typing, must not be applied.
                if *shown.borrow() == latest.diagnostics && held.borrow().text() == text {
                    latest.on_action.emit((diagnostic as usize, action as usize));
                }
            })
        };
        let complete = {
            let (latest, held) = (latest.clone(), held.clone());
            Closure::<dyn Fn(u32, bool) -> JsValue>::new(move |unit: u32, asked: bool| {
                let Some(completions) = latest.borrow().completions.clone() else { return JsValue::NULL };
                let point = {
                    let held = held.borrow();
                    let offset = held.byte_of(unit as usize);
                    CompletionPoint { text: held.text().clone(), offset, asked }
                };
                Promise::new(&mut |resolve, _| {
                    let (held, text) = (held.clone(), point.text.clone());
                    let answer = Callback::from(move |found: Option<Completions>| {
                        let held = held.borrow();
                        let found = found
                            .filter(|_| *held.text() == text)
                            .map_or(JsValue::NULL, |found| binding::completions(&held, &found).into());
                        // What resolves a promise does not throw.
                        let _ = resolve.call1(&JsValue::NULL, &found);
                    });
                    completions.emit(CompletionQuestion { point: point.clone(), answer });
                })
                .into()
            })
        };
        let calls = binding::object([
            ("input", input.as_ref().clone()),
            ("paste", paste.as_ref().clone()),
            ("point", point.as_ref().clone()),
            ("cursor", cursor.as_ref().clone()),
            ("action", action.as_ref().clone()),
            ("complete", complete.as_ref().clone()),
        ]);
        let editor = Editor::new(host, text, settings, &calls);
        Self {
            editor,
            _input: input,
            _paste: paste,
            _point: point,
            _cursor: cursor,
            _action: action,
            _complete: complete,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::rendered;

    #[test]
    fn without_a_browser_the_text_stands_under_its_name() {
        let html = rendered::<CodeEditor>(|| {
            yew::props!(CodeEditorProps {
                label: "Event <1>",
                described_by: Some(AttrValue::from("hint")),
                text: "{\"a\": \"<b>\"}",
                read_only: true,
                class: "fit",
            })
        });
        assert!(html.starts_with("<div class=\"code-editor fit\">"), "{html}");
        for part in [
            "role=\"textbox\"",
            "aria-multiline=\"true\"",
            "aria-label=\"Event &lt;1",
            "aria-describedby=\"hint\"",
            "aria-readonly=\"true\"",
            "&lt;b&gt;",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
        assert!(!html.contains("aria-placeholder"), "{html}");
    }
}
