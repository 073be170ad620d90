// One text of an example: painted, and where it may be changed, with a textarea over the painted layer.
import { element } from "./dom";
import { painted, type Mark } from "./paint";
import type { Words } from "./words";

/** What a pad reports. */
export interface PadEvents {
  change(text: string): void;
}

let count = 0;

/** A text with its label. */
export class Pad {
  readonly view: HTMLElement;
  readonly #paint: HTMLElement;
  readonly #area: HTMLTextAreaElement | undefined;
  #text = "";
  /** Whether Escape was pressed, so that Tab leaves. */
  #leaves = false;

  constructor(name: string, isEditable: boolean, words: Words, events: PadEvents) {
    const id = `rulepad-${++count}`;
    const label = words.part(name);
    this.#paint = element("pre", { class: "paint", "aria-hidden": isEditable ? "true" : undefined });
    const header = element("div", { class: "label" }, element("span", { id }, label));
    const body = element("div", { class: "body" }, this.#paint);
    if (isEditable) {
      this.#area = element("textarea", {
        "aria-label": label,
        "aria-describedby": `${id}-leave`,
        spellcheck: "false",
        autocapitalize: "off",
        autocomplete: "off",
        autocorrect: "off",
        rows: "1",
      });
      header.append(element("span", { class: "hint", id: `${id}-leave` }, words.leave));
      body.append(this.#area);
      this.#listen(this.#area, events);
    }
    this.view = element(
      "div",
      {
        part: "editor",
        class: isEditable ? "pad is-editable" : "pad",
        role: "group",
        "data-name": name,
        "aria-labelledby": id,
      },
      header,
      body,
    );
  }

  #listen(area: HTMLTextAreaElement, { change }: PadEvents): void {
    area.addEventListener("input", () => {
      this.#text = area.value;
      // The painted layer gives the height, so it follows at once; the places come with the next report.
      this.paint([]);
      change(area.value);
    });
    area.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        this.#leaves = true;
        return;
      }
      if (event.key === "Tab" && !event.ctrlKey && !event.altKey && !event.metaKey) {
        if (this.#leaves || event.shiftKey || area.readOnly) return;
        event.preventDefault();
        insert(area, "  ");
        return;
      }
      if (event.key !== "Shift") this.#leaves = false;
    });
    area.addEventListener("blur", () => {
      this.#leaves = false;
    });
  }

  /** Shows a text with its places. */
  show(text: string, marks: readonly Mark[]): void {
    this.#text = text;
    if (this.#area && this.#area.value !== text) this.#area.value = text;
    this.paint(marks);
  }

  /** Paints the places again. */
  paint(marks: readonly Mark[]): void {
    // A last empty line has a height only with something in it.
    this.#paint.replaceChildren(...painted(this.#text, marks), this.#area ? "\n" : "");
  }
}

/** Inserts as typing does, so that the browser's undo knows it. */
function insert(area: HTMLTextAreaElement, text: string): void {
  if (document.execCommand?.("insertText", false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input"));
}
