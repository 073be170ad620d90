// Typing over a selection. Left to the browser, Chromium keeps the look of what was there in inline styles,
// which the page's content security policy reports; so the editor replaces the text itself.
import { EditorView } from "@codemirror/view";

export const typingOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { main } = view.state.selection;
    if (event.inputType !== "insertText" || event.data === null) return false;
    if (view.state.readOnly || view.composing || main.empty) return false;
    const typed = event.data;
    const insert = () =>
      view.state.update(view.state.replaceSelection(typed), { userEvent: "input.type", scrollIntoView: true });
    // A bracket or quote may go around the selection instead.
    const handlers = view.state.facet(EditorView.inputHandler);
    if (!handlers.some((handle) => handle(view, main.from, main.to, typed, insert))) view.dispatch(insert());
    return true;
  },
});
