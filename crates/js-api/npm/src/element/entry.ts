// What a page loads for `<rulepad-example>`: it registers the element and waits until an example is approached. The
// texts stay readable as they are; everything else is fetched by `example.js`.
import type { Report, Verdict } from "../../../src/types";
import type { Example } from "./example";
import { langOf } from "./lang";
import { words } from "./words-first";

/** The texts of an example: property and the `data-part` of its element. */
export const PARTS = {
  pattern: "pattern",
  event: "event",
  inputPath: "input-path",
  paths: "paths",
  template: "template",
  targets: "targets",
  answer: "answer",
} as const;

/** Attributes that are properties of the same names, with what they are where they are left out. */
export const ATTRIBUTES = {
  verdict: "",
  show: "why,payload",
  editable: "none",
  dialect: "rule",
  theme: "auto",
  loading: "lazy",
  mode: "inline",
  src: "",
  page: "",
  height: "",
} as const;

/** How far below the screen an example is started, in CSS pixels. */
const APPROACH = "400px 0px";

const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

/** An example of an EventBridge rule in a document. */
export class RulepadExample extends Base {
  static readonly observedAttributes = [...Object.keys(ATTRIBUTES), "lang"];
  /** Texts set by property, which are instead of those of the document. */
  readonly texts = new Map<string, string>();
  #example: Example | undefined;
  #starting: Promise<void> | undefined;
  #observer: IntersectionObserver | undefined;
  declare loading: string;
  declare verdict: Verdict | "";

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(":host{display:block}:host([hidden]){display:none}button{font:inherit}");
    root.adoptedStyleSheets = [sheet];
    root.append(document.createElement("slot"));
  }

  /** The last report; `null` until there is one. */
  get report(): Report | null {
    return this.#example?.report ?? null;
  }

  /** A link to the page that carries the current texts; `null` without the attribute `page` or `src`. */
  async getShareUrl(): Promise<string | null> {
    await this.start();
    return (await this.#example?.shareUrl()) ?? null;
  }

  connectedCallback(): void {
    if (this.#example) {
      this.#example.connect();
    } else if (this.loading === "eager" || this.#starting) {
      void this.start();
    } else if (this.loading === "click") {
      this.#offer();
    } else {
      this.#observer = new IntersectionObserver(
        (entries) => {
          if (entries.some(({ isIntersecting }) => isIntersecting)) void this.start();
        },
        { rootMargin: APPROACH },
      );
      this.#observer.observe(this);
    }
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
    this.#example?.disconnect();
  }

  attributeChangedCallback(): void {
    this.#example?.refresh();
  }

  /** Starts the example now, whatever `loading` says. */
  start(): Promise<void> {
    this.#observer?.disconnect();
    this.#starting ??= this.#load();
    return this.#starting;
  }

  async #load(): Promise<void> {
    const root = this.shadowRoot;
    if (!root) return;
    try {
      const { Example } = await import("./example.js");
      this.#example = new Example(this, root);
      if (this.isConnected) this.#example.connect();
      await this.#example.answered;
    } catch {
      this.#example?.disconnect();
      this.#example = undefined;
      this.#starting = undefined;
      this.#say(words(langOf(this)).notLoaded);
    }
  }

  #offer(): void {
    const root = this.shadowRoot;
    if (!root || root.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("part", "run");
    button.textContent = words(langOf(this)).run;
    button.addEventListener("click", () => {
      button.disabled = true;
      void this.start().then(() => button.remove());
    });
    root.append(button);
  }

  #say(sentence: string): void {
    const root = this.shadowRoot;
    if (!root || root.querySelector("[part=notice]")) return;
    const notice = document.createElement("p");
    notice.setAttribute("part", "notice");
    notice.setAttribute("role", "status");
    notice.textContent = sentence;
    root.append(notice);
  }

  /** The text of a part as it is now; `null` where the example has no such part. */
  textOf(name: string): string | null {
    return this.#example?.text(name) ?? this.texts.get(name) ?? this.source(name);
  }

  /** The text of a part in the document. */
  source(name: string): string | null {
    const found = this.querySelector(`[data-part="${name}"]`);
    return found ? (found.textContent ?? "").replace(/\n$/, "") : null;
  }

  /** Replaces the text of a part; `null` brings the document's text back. */
  setPart(name: string, text: string | null): void {
    if (text === null) this.texts.delete(name);
    else this.texts.set(name, String(text));
    this.#example?.replace(name);
  }
}

for (const [property, name] of Object.entries(PARTS)) {
  Object.defineProperty(RulepadExample.prototype, property, {
    configurable: true,
    enumerable: true,
    get(this: RulepadExample) {
      return this.textOf(name);
    },
    set(this: RulepadExample, text: string | null) {
      this.setPart(name, text);
    },
  });
}
for (const [name, otherwise] of Object.entries(ATTRIBUTES)) {
  Object.defineProperty(RulepadExample.prototype, name, {
    configurable: true,
    enumerable: true,
    get(this: RulepadExample) {
      return this.getAttribute(name) ?? otherwise;
    },
    set(this: RulepadExample, value: string | null) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, String(value));
    },
  });
}

// On a server there is nothing to register.
globalThis.customElements?.get("rulepad-example") ?? globalThis.customElements?.define("rulepad-example", RulepadExample);
