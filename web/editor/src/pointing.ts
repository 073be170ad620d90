// Tells which character is under the pointer, and which one the cursor of a focused editor is at.
import { findClusterBreak } from "@codemirror/state";
import { EditorView, ViewPlugin, type PluginValue } from "@codemirror/view";

/** A UTF-16 offset, or null when nothing is pointed at. */
export type OnPoint = (offset: number | null) => void;

function offsetUnder(view: EditorView, at: { x: number; y: number }): number | null {
  const offset = view.posAtCoords(at);
  if (offset === null) return null;
  const line = view.state.doc.lineAt(offset);
  const right = view.coordsAtPos(offset, 1);
  // posAtCoords answers with the nearest gap; the character begins at the gap to the left of the pointer.
  if (right && at.x < right.left && offset > line.from)
    return line.from + findClusterBreak(line.text, offset - line.from, false);
  // Right of the end of a line there is no character.
  return offset === line.to ? null : offset;
}

class Pointer implements PluginValue {
  #under: number | null = null;
  #cursor: number | null = null;
  #frame = 0;

  constructor(
    readonly view: EditorView,
    readonly tellPoint: OnPoint,
    readonly tellCursor: OnPoint,
  ) {}

  say(offset: number | null) {
    if (offset !== this.#under) this.tellPoint((this.#under = offset));
  }

  move(event: MouseEvent) {
    const at = { x: event.clientX, y: event.clientY };
    const dragging = event.buttons !== 0;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.say(dragging ? null : offsetUnder(this.view, at)));
  }

  leave() {
    cancelAnimationFrame(this.#frame);
    this.say(null);
  }

  cursor() {
    const offset = this.view.hasFocus ? this.view.state.selection.main.head : null;
    if (offset !== this.#cursor) this.tellCursor((this.#cursor = offset));
  }

  destroy() {
    cancelAnimationFrame(this.#frame);
  }
}

/** Must stand after the listener that tells the text, so that an offset is never told before its text. */
export const pointing = (tellPoint: OnPoint, tellCursor: OnPoint) => {
  const pointer = ViewPlugin.define((view) => new Pointer(view, tellPoint, tellCursor), {
    eventObservers: {
      mousemove(event) {
        this.move(event);
      },
      mouseleave() {
        this.leave();
      },
    },
  });
  return [
    pointer,
    EditorView.updateListener.of((update) => {
      // What was under the pointer may have moved away from it.
      if (update.docChanged) update.view.plugin(pointer)?.leave();
      if (update.selectionSet || update.focusChanged || update.docChanged) update.view.plugin(pointer)?.cursor();
    }),
  ];
};
