// Completions asked from outside through one call.
import {
  autocompletion,
  completionKeymap,
  pickedCompletion,
  type Completion as Option,
} from "@codemirror/autocomplete";
import { keymap } from "@codemirror/view";
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
export type Complete = (offset: number, asked: boolean) => { from: number; to: number; options: Completion[] } | null;

const option = ({ label, detail, info, insert, caret }: Completion): Option => ({
  label,
  detail,
  info,
  apply(view, chosen, from, to) {
    view.dispatch({
      changes: { from, to, insert },
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
      (context) => {
        const found = complete(context.pos, context.explicit);
        if (!found || found.options.length === 0) return null;
        const { from, to } = clampRange(found.from, found.to, context.state.doc.length);
        return { from: Math.min(from, context.pos), to: Math.max(to, context.pos), options: found.options.map(option) };
      },
    ],
  }),
  keymap.of(completionKeymap),
];
