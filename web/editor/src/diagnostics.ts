// Diagnostics under the text: squiggles, a tooltip on hover or F8, and a list on Ctrl-Shift-M, with fixes to click.
import { linter, lintKeymap, setDiagnostics, type Diagnostic as Lint } from "@codemirror/lint";
import type { EditorState, TransactionSpec } from "@codemirror/state";
import { keymap, type EditorView } from "@codemirror/view";
import { clampRange } from "./change";

export interface Diagnostic {
  from: number;
  to: number;
  severity: "error" | "warning" | "info" | "hint";
  message: string;
  /** Labels of the fixes. */
  actions: string[];
}

/** The fix chosen, by its place in the diagnostics last shown. */
export type OnAction = (diagnostic: number, action: number) => void;

const shapes = { error: "✕", warning: "!", info: "i", hint: "i" };

/** A message with its `quoted` parts set as code; the lines after the first stand back. */
function rendered(view: EditorView, { severity, message }: Diagnostic): Node {
  const node = document.createElement("span");
  const shape = document.createElement("span");
  shape.className = "cm-diagnostic-shape";
  shape.textContent = shapes[severity];
  shape.setAttribute("role", "img");
  shape.setAttribute("aria-label", view.state.phrase(severity));
  node.append(shape);
  const [first = "", ...more] = message.split("\n");
  appendQuoted(node, first);
  for (const line of more) {
    const block = document.createElement("span");
    block.className = "cm-diagnostic-more";
    appendQuoted(block, line);
    node.append(block);
  }
  return node;
}

function appendQuoted(node: Node & ParentNode, line: string) {
  line.split("`").forEach((part, i, parts) => {
    if (i % 2 === 0) return node.append(part);
    // A lone backtick quotes nothing.
    if (i === parts.length - 1) return node.append("`" + part);
    const code = document.createElement("code");
    code.textContent = part;
    node.append(code);
  });
}

/** A transaction that shows these diagnostics and no others. */
export function showDiagnostics(state: EditorState, found: readonly Diagnostic[], act: OnAction): TransactionSpec {
  const lints = found.map(
    (diagnostic, index): Lint => ({
      ...clampRange(diagnostic.from, diagnostic.to, state.doc.length),
      severity: diagnostic.severity,
      message: diagnostic.message,
      renderMessage: (view) => rendered(view as EditorView, diagnostic),
      actions: diagnostic.actions.map((name, action) => ({
        // A button's label cannot set code apart.
        name: name.replaceAll("`", ""),
        apply(view) {
          act(index, action);
          view.focus();
        },
      })),
    }),
  );
  return setDiagnostics(state, lints);
}

export const diagnostics = [linter(null), keymap.of(lintKeymap)];
