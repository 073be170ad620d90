// Typing over several lines at once. Left to the browser, Chromium keeps the look of what was there in inline
// styles, which the page's content security policy reports; so the editor replaces the text itself.
import { EditorView } from "@codemirror/view";

export const typingOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { main } = view.state.selection;
    const { doc, readOnly } = view.state;
    if (event.inputType !== "insertText" || event.data === null || readOnly || view.composing) return false;
    if (doc.lineAt(main.from).to >= main.to) return false;
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
    return true;
  },
});
