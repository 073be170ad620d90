// Completions asked from outside through one call.
import {
  autocompletion,
  closeCompletion,
  completionKeymap,
  completionStatus,
  pickedCompletion,
  type Completion as Option,
} from "@codemirror/autocomplete";
import { EditorView, keymap } from "@codemirror/view";
import { clampRange } from "./change";

export interface Completion {
  label: string;
  detail?: string;
  info?: string;
  /** What is written in place of the range. */
  insert: string;
  /** Where the cursor goes inside `insert`; its end when absent. */
  caret?: number;
}

/** The range that a chosen completion replaces, and the choices; null when there is nothing to offer. */
export type Complete = (
  offset: number,
  asked: boolean,
) => Promise<{ from: number; to: number; options: Completion[] } | null> | null;

/** `behind`: how much of the range stands behind the cursor, such as a closing quote. */
const option = ({ label, detail, info, insert, caret }: Completion, behind: number): Option => ({
  label,
  detail,
  info,
  apply(view, chosen, from, to) {
    view.dispatch({
      changes: { from, to: Math.min(to + behind, view.state.doc.length), insert },
      selection: { anchor: from + Math.min(caret ?? insert.length, insert.length) },
      annotations: pickedCompletion.of(chosen),
      userEvent: "input.complete",
      scrollIntoView: true,
    });
  },
});

export const completion = (complete: Complete) => [
  autocompletion({
    icons: false,
    // What fits equally well stays in the order it came in.
    compareCompletions: () => 0,
    override: [
      async (context) => {
        const found = await complete(context.pos, context.explicit);
        if (!found || found.options.length === 0) return null;
        const { from, to } = clampRange(found.from, found.to, context.state.doc.length);
        // CodeMirror matches labels against the whole range, so it ends where typing has come to.
        const behind = Math.max(to - context.pos, 0);
        return {
          from: Math.min(from, context.pos),
          to: context.pos,
          options: found.options.map((completion) => option(completion, behind)),
        };
      },
    ],
  }),
  keymap.of(completionKeymap),
  // A list that is still being fetched when the focus leaves would open over a text that nobody is typing in.
  EditorView.domEventHandlers({
    blur(_event, view) {
      // The focus may leave in the middle of an update, in which no other may start.
      setTimeout(() => completionStatus(view.state) === "pending" && closeCompletion(view));
    },
  }),
];
