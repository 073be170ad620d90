// The language of an example: its own, the nearest one of its document, English.

/** A language that an example is shown in. */
export type Lang = "en" | "ko";

/** The language of a tag, of which the first part counts; English for languages that have no words. */
const ofTag = (tag: string): Lang => (/^ko(?![^-_])/i.test(tag) ? "ko" : "en");

/** The language of an element: the nearest `lang`, also outside of a shadow root. */
export function langOf(element: Element): Lang {
  let at: Element | undefined = element;
  while (at) {
    const named: Element | null = at.closest("[lang]");
    if (named) return ofTag(named.getAttribute("lang") ?? "");
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : undefined;
  }
  return "en";
}
