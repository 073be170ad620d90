// The code editor of the page: CodeMirror behind one class. Every offset is a UTF-16 unit of the text it holds.
import { defaultKeymap, history, historyKeymap, isolateHistory } from "@codemirror/commands";
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput } from "@codemirror/language";
import { search, searchKeymap } from "@codemirror/search";
import { Annotation, Compartment, EditorSelection, EditorState, type Extension, Transaction } from "@codemirror/state";
import { EditorView, highlightActiveLineGutter, highlightWhitespace, keymap, lineNumbers, placeholder, tooltips } from "@codemirror/view";
import { clampRange, differingMiddle, orderedEdits, type Change } from "./change";
import { completion, type Complete } from "./completion";
import { diagnostics, showDiagnostics, type Diagnostic, type OnAction } from "./diagnostics";
import { languageOf } from "./language";
import { marks, setMarks, shapeColumn } from "./marks";
import { pointing, type OnPoint } from "./pointing";
import { visibleCharacters } from "./special";
import { useConstructedStyleSheets } from "./styles";
import { typingOver } from "./typing-over";

useConstructedStyleSheets();

/** What may change during an editor's life. */
export interface Settings {
  /** Accessible name. */
  label: string;
  /** Id of the element that describes the editor. */
  describedBy?: string;
  language: string;
  readOnly?: boolean;
  placeholder?: string;
  wrap?: boolean;
  lineNumbers?: boolean;
  /** Shows spaces and tabs. */
  whitespace?: boolean;
  /** Keeps a column for the verdicts' shapes. */
  shapes?: boolean;
  /** CodeMirror's own English phrases and their translations. */
  phrases?: Record<string, string>;
}

/** What the editor tells. */
export interface Calls {
  input(text: string): void;
  /** This was pasted, and the text it is part of now was reported before. */
  paste(pasted: string): void;
  /** The character under the pointer. */
  point: OnPoint;
  /** The character at the cursor, while the editor has the focus. */
  cursor: OnPoint;
  action: OnAction;
  complete: Complete;
}

/** A timer of the completions outlives its editor; what it would call is gone by then. */
const silent: Calls = { input() {}, paste() {}, point() {}, cursor() {}, action() {}, complete: () => null };

/** Marks a change that came from outside, which is not told back. */
const fromOutside = Annotation.define<true>();

function extensionsFor(settings: Settings): Extension {
  const attributes: Record<string, string> = {
    "aria-label": settings.label,
    spellcheck: "false",
    autocorrect: "off",
    autocapitalize: "off",
    translate: "no",
    // Editable text takes the focus without it, but not every tool knows.
    tabindex: "0",
  };
  if (settings.describedBy) attributes["aria-describedby"] = settings.describedBy;
  // A reader keeps its caret for keyboard users but must not call up a touch keyboard.
  if (settings.readOnly) attributes["inputmode"] = "none";
  return [
    EditorView.contentAttributes.of(attributes),
    EditorState.readOnly.of(settings.readOnly ?? false),
    EditorState.phrases.of(settings.phrases ?? {}),
    settings.shapes ? shapeColumn : [],
    settings.lineNumbers ? [lineNumbers(), highlightActiveLineGutter()] : [],
    settings.language !== "json" ? [] : foldGutter({ openText: "▾", closedText: "▸" }),
    settings.placeholder ? placeholder(settings.placeholder) : [],
    settings.whitespace ? highlightWhitespace() : [],
    settings.wrap ? EditorView.lineWrapping : [],
    languageOf(settings.language),
  ];
}

export class Editor {
  readonly #view: EditorView;
  readonly #settings = new Compartment();
  #calls: Calls;

  constructor(host: HTMLElement, text: string, settings: Settings, calls: Calls) {
    this.#calls = calls;
    this.#view = new EditorView({
      parent: host,
      doc: text,
      extensions: [
        // Only "\n" ends a line, so that a "\r" is kept (and shown) and offsets stay those of the text given.
        EditorState.lineSeparator.of("\n"),
        EditorView.clipboardInputFilter.of((pasted) => pasted.replace(/\r\n?/g, "\n")),
        history(),
        marks,
        visibleCharacters,
        typingOver,
        // What floats may hang out below an editor, but never covers what stands above it: its own buttons.
        tooltips({
          tooltipSpace: (view) => ({
            top: view.dom.getBoundingClientRect().top,
            left: 0,
            bottom: innerHeight,
            right: innerWidth,
          }),
        }),
        bracketMatching(),
        codeFolding({ placeholderText: "…" }),
        indentOnInput(),
        search({ top: true }),
        completion((offset, asked) => this.#calls.complete(offset, asked)),
        diagnostics,
        // Tab is not bound: it leaves the editor, and so the switch for that is not needed.
        keymap.of([...defaultKeymap.filter((binding) => binding.key !== "Ctrl-m"), ...searchKeymap, ...historyKeymap, ...foldKeymap]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.every((tr) => !tr.docChanged || tr.annotation(fromOutside)))
            this.#calls.input(update.state.doc.toString());
          for (const tr of update.transactions) {
            if (!tr.isUserEvent("input.paste")) continue;
            let pasted = "";
            tr.changes.iterChanges((_fromA, _toA, _fromB, _toB, inserted) => (pasted += inserted.toString()));
            this.#calls.paste(pasted);
          }
        }),
        pointing(
          (offset) => this.#calls.point(offset),
          (offset) => this.#calls.cursor(offset),
        ),
        this.#settings.of(extensionsFor(settings)),
      ],
    });
  }

  /** Makes the text this one by replacing its differing middle; the reader's cursor and history stay. */
  setText(text: string) {
    const change = differingMiddle(this.#view.state.doc.toString(), text);
    if (!change) return;
    this.#view.dispatch({
      changes: change,
      annotations: [
        fromOutside.of(true),
        isolateHistory.of("full"),
        Transaction.addToHistory.of(!this.#view.state.readOnly),
      ],
    });
  }

  setSettings(settings: Settings) {
    this.#view.dispatch({ effects: this.#settings.reconfigure(extensionsFor(settings)) });
  }

  setDiagnostics(found: Diagnostic[]) {
    this.#view.dispatch(showDiagnostics(this.#view.state, found, (diagnostic, action) => this.#calls.action(diagnostic, action)));
  }

  /** Triples of from, to, kind; see `marks.ts`. */
  setMarks(triples: Uint32Array) {
    this.#view.dispatch({ effects: setMarks.of(triples) });
  }

  /** Makes all edits as one step of the history, and tells the new text; false when they overlap. */
  applyEdits(edits: Change[]): boolean {
    const changes = orderedEdits(edits, this.#view.state.doc.length);
    if (!changes) return false;
    const edited = this.#view.state.changes(changes);
    const last = changes.at(-1);
    this.#view.dispatch({
      changes: edited,
      // The cursor goes to what was written, or else bringing it into view would scroll away from there.
      selection: last && { anchor: edited.mapPos(last.to, 1) },
      annotations: isolateHistory.of("full"),
      userEvent: "input.fix",
      scrollIntoView: true,
    });
    return true;
  }

  /** Selects a range and scrolls only as far as it takes to see it, with a line to spare. */
  select(from: number, to: number) {
    const range = clampRange(from, to, this.#view.state.doc.length);
    const seen = EditorSelection.range(range.from, range.to);
    this.#view.dispatch({
      selection: seen,
      effects: EditorView.scrollIntoView(EditorSelection.range(range.to, range.from), {
        y: "nearest",
        yMargin: this.#view.defaultLineHeight,
      }),
    });
  }

  focus() {
    this.#view.focus();
  }

  destroy() {
    this.#calls = silent;
    this.#view.destroy();
  }
}
