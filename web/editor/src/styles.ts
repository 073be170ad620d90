// Lets CodeMirror's own rules in under `style-src 'self'`: a constructed style sheet instead of a <style> element.
// They stand in a layer, so that every rule of the page is stronger than they are.
import { StyleModule } from "style-mod";

interface Mounted {
  sheet: CSSStyleSheet;
  modules: StyleModule[];
}

const mounted = new WeakMap<DocumentOrShadowRoot, Mounted>();

/** Must run before the first editor is made. Older browsers keep the <style> element. */
export function useConstructedStyleSheets() {
  if (!("adoptedStyleSheets" in document)) return;
  StyleModule.mount = (root, modules) => {
    const wanted = Array.isArray(modules) ? modules : [modules as StyleModule];
    let known = mounted.get(root);
    if (!known) {
      known = { sheet: new CSSStyleSheet(), modules: [] };
      mounted.set(root, known);
      // First, so that a page's own constructed sheets come later and win.
      root.adoptedStyleSheets = [known.sheet, ...root.adoptedStyleSheets];
    }
    const { modules: before } = known;
    const after = [...wanted, ...before.filter((module) => !wanted.includes(module))];
    if (after.length === before.length && after.every((module, i) => module === before[i])) return;
    known.modules = after;
    known.sheet.replaceSync(`@layer codemirror{${after.map((module) => module.getRules()).join("\n")}}`);
  };
}
