// Colours of languages whose code is loaded when a text in one of them is first shown. They only colour: such texts
// are read, not typed.
import { type Extension, RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";

/** A stretch of a text with the class that colours it. */
export type Token = [from: number, to: number, classes: string];
type Tokens = (text: string) => Token[];

const NAMES = ["yaml", "shell", "python", "typescript", "hcl"];
/** Longer texts have no colours, in UTF-16 units. */
const LIMIT = 300_000;

const loaded = new Map<string, Promise<Tokens | null>>();

/** The files lie beside the page. What does not load leaves the text as it is, to be tried again later. */
function load(name: string): Promise<Tokens | null> {
  const known = loaded.get(name);
  if (known) return known;
  const address = new URL(`./languages/${name}.js`, document.baseURI).href;
  const loading = import(address).then(
    (module: { tokens: Tokens }) => module.tokens,
    () => {
      loaded.delete(name);
      return null;
    },
  );
  loaded.set(name, loading);
  return loading;
}

class Colours {
  decorations: DecorationSet = Decoration.none;
  #tokens: Tokens | null = null;
  #live = true;

  constructor(view: EditorView, name: string) {
    load(name).then((tokens) => {
      if (!this.#live || !tokens) return;
      this.#tokens = tokens;
      this.#draw(view.state.doc.toString());
      // An empty step makes the view take the colours.
      view.dispatch({});
    });
  }

  update(update: ViewUpdate) {
    if (update.docChanged) this.#draw(update.state.doc.toString());
  }

  destroy() {
    this.#live = false;
  }

  #draw(text: string) {
    const builder = new RangeSetBuilder<Decoration>();
    if (this.#tokens && text.length <= LIMIT)
      for (const [from, to, classes] of this.#tokens(text)) builder.add(from, to, Decoration.mark({ class: classes }));
    this.decorations = builder.finish();
  }
}

const extension = (name: string): [string, Extension] => [
  name,
  ViewPlugin.define((view) => new Colours(view, name), { decorations: (colours) => colours.decorations }),
];

/** An extension for each of those languages, always the same one. */
export const coloured: Record<string, Extension> = Object.fromEntries(NAMES.map(extension));
