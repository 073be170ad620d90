// Elements with text, never from markup.

/** An element with a class, attributes and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | boolean | undefined> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/** A sentence whose parts between backticks are code. */
export function prose(sentence: string): (Node | string)[] {
  const parts = sentence.split("`");
  // An odd number of backticks is a backtick of the text itself.
  if (parts.length % 2 === 0) return [sentence];
  return parts.map((part, index) => (index % 2 === 1 ? element("code", {}, part) : part)).filter((part) => part !== "");
}
