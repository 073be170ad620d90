// An example once it is approached: it asks the programs about its texts and shows verdict, reasons and payload.
import type { Edit, Report } from "../../../src/types";
import { isSame, storedOf, type Found, type Stored } from "./answer";
import { answerTo } from "./asking";
import { Stopped } from "./client";
import { element } from "./dom";
import { dialectOf, draftOf, SHOWN, type Texts } from "./draft";
import type { RulepadExample } from "./entry";
import { Frame } from "./frame";
import { langOf, type Lang } from "./lang";
import { marksOf } from "./marks";
import { Pad } from "./pad";
import { payload, problemLines, verdictBand, whyLines } from "./result";
import { shareFragment } from "./share";
import styles from "./example.css";
import { words, type Words } from "./words";

/** How long after a change the texts are evaluated, in milliseconds. */
const PAUSE = 60;

const ROLES: Record<string, string> = { pattern: "pattern", event: "event" };

let sheet: CSSStyleSheet | undefined;
function styleSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
  }
  return sheet;
}

/** How the first answer is settled. */
interface First {
  resolve(): void;
  reject(error: unknown): void;
}

/** The running side of a `<rulepad-example>`. */
export class Example {
  /** The last report; `null` until there is one. */
  report: Report | null = null;
  /** Settles with the first answer, and fails where there is none. */
  readonly answered: Promise<void>;
  readonly #host: RulepadExample;
  readonly #root: ShadowRoot;
  readonly #texts = new Map<string, string>();
  readonly #pads = new Map<string, Pad>();
  readonly #observer = new MutationObserver(() => this.#readDocument());
  /** Follows the language of the document. */
  readonly #spoken = new MutationObserver(() => this.refresh());
  #source = new Map<string, string>();
  #frame: Frame | undefined;
  #found: Found | undefined;
  #lit: number | undefined;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #layout = "";
  #isEdited = false;
  #mismatch = "";
  #band = element("div", { class: "verdict", part: "verdict", role: "status" });
  #problems = element("ul", { class: "problems", part: "problems" });
  #why = element("ul", { class: "why", part: "why" });
  #payloads = element("div", { class: "payloads", part: "payload" });
  #notice = element("p", { class: "notice", part: "notice", role: "status", hidden: true });
  #outdated = element("p", { class: "outdated", part: "mismatch", role: "alert", hidden: true });
  #reset = element("button", { type: "button", class: "tool", hidden: true });
  #open = element("a", { class: "tool", target: "_blank", rel: "noopener", hidden: true });
  readonly #first: First;

  constructor(host: RulepadExample, root: ShadowRoot) {
    this.#host = host;
    this.#root = root;
    let first: First = { resolve: () => undefined, reject: () => undefined };
    this.answered = new Promise<void>((resolve, reject) => {
      first = { resolve, reject };
    });
    this.#first = first;
    this.#reset.addEventListener("click", () => this.#resetTexts());
    this.#open.addEventListener("click", () => void this.#link());
    this.#readDocument();
  }

  get #lang(): Lang {
    return langOf(this.#host);
  }

  get #words(): Words {
    return words(this.#lang);
  }

  /** Follows the document, once more after a disconnection. */
  connect(): void {
    this.#observer.observe(this.#host, { childList: true, characterData: true, subtree: true });
    this.#spoken.observe(document.documentElement, { attributeFilter: ["lang"] });
    this.#frame?.connect();
    this.refresh();
  }

  /** Follows nothing. */
  disconnect(): void {
    this.#observer.disconnect();
    this.#spoken.disconnect();
    this.#frame?.disconnect();
    clearTimeout(this.#timer);
  }

  /** The text of a part as it is shown; `undefined` where the example has none. */
  text(name: string): string | undefined {
    return this.#texts.get(name);
  }

  /** Takes the attributes as they are now. */
  refresh(): void {
    if (this.#host.getAttribute("mode") === "frame") {
      this.#refreshFrame();
      return;
    }
    this.#schedule(0);
  }

  /** Takes the text of a part that was set or taken back by property. */
  replace(name: string): void {
    this.#take(name, this.#host.texts.get(name) ?? this.#host.source(name) ?? undefined);
    this.#frame?.set(this.#sent([name]));
    this.refresh();
  }

  #take(name: string, text: string | undefined): void {
    if (text === undefined) this.#texts.delete(name);
    else this.#texts.set(name, text);
  }

  /** The texts of the document: what changed there since it was last read replaces what is shown. */
  #readDocument(): void {
    const source = new Map<string, string>();
    for (const part of this.#host.querySelectorAll<HTMLElement>("[data-part]")) {
      const name = part.dataset.part ?? "";
      if (!source.has(name)) source.set(name, (part.textContent ?? "").replace(/\n$/, ""));
    }
    const changed = [...new Set([...source.keys(), ...this.#source.keys()])].filter(
      (name) => source.get(name) !== this.#source.get(name),
    );
    this.#source = source;
    for (const name of changed) this.#take(name, this.#host.texts.get(name) ?? source.get(name));
    if (changed.length > 0 && this.#found) {
      this.#frame?.set(this.#sent(changed));
      this.refresh();
    }
  }

  #resetTexts(): void {
    for (const name of SHOWN) this.#take(name, this.#host.texts.get(name) ?? this.#source.get(name));
    this.#isEdited = false;
    this.#schedule(0);
  }

  #edit(name: string, text: string): void {
    this.#texts.set(name, text);
    this.#isEdited = true;
    this.#reset.hidden = false;
    this.#host.dispatchEvent(
      new CustomEvent("rulepad-change", { bubbles: true, composed: true, detail: { part: name, text } }),
    );
    this.#schedule(PAUSE);
  }

  #schedule(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#evaluate(), pause);
  }

  async #evaluate(): Promise<void> {
    const asked = ++this.#asked;
    const texts: Texts = Object.fromEntries(this.#texts);
    try {
      const lang = this.#lang;
      const dialect = dialectOf(this.#host.getAttribute("dialect") ?? "");
      const found = await answerTo(texts, dialect, lang);
      // A later question has the answer to show.
      if (asked !== this.#asked) return;
      this.#found = found;
      this.report = found.report;
      this.#say(found.leftOut);
      this.#draw();
      const stored = storedOf(found);
      let compared = stored;
      if (lang !== "en" && !this.#host.hasAttribute("lang") && this.#differences(stored)) {
        // Where the example names no language, its document may store the answer in English, as Markdown does.
        const english = storedOf(await answerTo(texts, dialect, "en"));
        if (asked !== this.#asked) return;
        if (!this.#differences(english)) compared = english;
      }
      this.#check(compared);
      this.#first.resolve();
      this.#announce(stored);
      void this.#link();
    } catch (error) {
      if (asked !== this.#asked) return;
      if (!this.#found) {
        this.#first.reject(error);
        return;
      }
      this.#say(error instanceof Stopped ? this.#words.stopped : this.#words.failedToRun);
    }
  }

  /** What must be known beside the answer; nothing where that is blank. */
  #say(notice: string): void {
    this.#notice.textContent = notice;
    this.#notice.hidden = notice === "";
  }

  #announce({ verdict, answer }: Stored): void {
    this.#host.dispatchEvent(
      new CustomEvent("rulepad-verdict", { bubbles: true, composed: true, detail: { verdict, answer } }),
    );
  }

  /** What the document stores otherwise than it was found; `undefined` where nothing is, and after a reader's change. */
  #differences(found: Stored) {
    if (this.#isEdited) return undefined;
    const expected = {
      verdict: this.#host.getAttribute("verdict") || null,
      answer: this.#texts.get("answer") ?? null,
      payload: this.#texts.get("payload") ?? null,
    };
    const texts = (["answer", "payload"] as const).filter((name) => {
      const stored = expected[name];
      return stored !== null && !isSame(stored, found[name] ?? "");
    });
    const isVerdict = expected.verdict !== null && expected.verdict !== found.verdict;
    return isVerdict || texts.length > 0 ? { expected, texts, isVerdict } : undefined;
  }

  /** Compares the answer to the document's own texts with what the document stores. */
  #check(found: Stored): void {
    const different = this.#differences(found);
    this.#outdated.hidden = !different;
    if (!different) {
      if (!this.#isEdited) this.#mismatch = "";
      return;
    }
    const { expected, texts, isVerdict } = different;
    const name = (verdict: string | null): string => (verdict === null ? "" : this.#words.verdictName(verdict));
    const text = (of: string | null | undefined): string => `“${(of ?? "").replace(/`/g, "").trim()}”`;
    const [first] = texts;
    this.#outdated.textContent =
      isVerdict || !first
        ? this.#words.outdated(name(expected.verdict), name(found.verdict))
        : this.#words.outdated(text(expected[first]), text(found[first]));
    const mismatch = JSON.stringify([expected, found]);
    if (mismatch === this.#mismatch) return;
    this.#mismatch = mismatch;
    this.#host.dispatchEvent(
      new CustomEvent("rulepad-mismatch", { bubbles: true, composed: true, detail: { expected, found } }),
    );
  }

  /** Builds the parts again where they or what may be edited have changed. */
  #draw(): void {
    const found = this.#found;
    if (!found) return;
    const shown = (this.#host.getAttribute("show") ?? "why,payload").split(/[\s,]+/);
    const editable = this.#host.getAttribute("editable") ?? "none";
    const order = [...this.#source.keys()];
    const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
    const names = SHOWN.filter((name) => this.#texts.has(name)).sort((one, other) => place(one) - place(other));
    const layout = JSON.stringify([names, editable, this.#lang]);
    if (layout !== this.#layout) {
      this.#layout = layout;
      this.#build(names, (name) => editable === "all" || editable === name);
    }
    this.#paint();
    const { report } = found;
    // A verdict that stays is not announced again.
    const band = verdictBand(found);
    if (this.#band.textContent !== band.map(({ textContent }) => textContent).join("")) this.#band.replaceChildren(...band);
    const apply = (name: string) => (this.#isEditable(name) ? (edits: Edit[]) => this.#apply(name, edits) : undefined);
    const problems = problemLines(found, this.#words, (document) => apply(ROLES[document] ?? ""));
    this.#problems.replaceChildren(...problems);
    this.#problems.hidden = problems.length === 0;
    const isWhy = shown.includes("why") && report !== null && found.hasEvent && report.why.length > 0;
    const lines = isWhy ? whyLines(report, this.#words, { point: (line) => this.#point(line), apply: apply("pattern") }) : [];
    this.#why.replaceChildren(...lines);
    this.#why.hidden = lines.length === 0;
    const isPayload = shown.includes("payload");
    const payloads = isPayload ? found.payloads.map(({ title, rendered }) => payload(title, rendered, this.#words)) : [];
    this.#payloads.replaceChildren(...payloads);
    this.#payloads.hidden = payloads.length === 0;
    this.#reset.hidden = !this.#isEdited;
  }

  #isEditable(name: string): boolean {
    const editable = this.#host.getAttribute("editable") ?? "none";
    return this.#pads.has(name) && (editable === "all" || editable === name);
  }

  #build(names: readonly string[], isEditable: (name: string) => boolean): void {
    const texts = this.#words;
    this.#pads.clear();
    const pads = names.map((name) => {
      const pad = new Pad(name, isEditable(name), texts, { change: (text) => this.#edit(name, text) });
      this.#pads.set(name, pad);
      return pad.view;
    });
    this.#reset.textContent = texts.reset;
    this.#open.replaceChildren(texts.open, element("span", { class: "unseen" }, ` (${texts.opensNewTab})`));
    this.#band.setAttribute("aria-label", texts.verdict);
    this.#why.setAttribute("aria-label", texts.why);
    this.#problems.setAttribute("aria-label", texts.problems);
    const toolbar = element("div", { class: "toolbar", part: "toolbar" }, this.#reset, this.#open);
    const box = element(
      "div",
      { class: "box", part: "box", lang: this.#lang },
      this.#outdated,
      element("div", { class: "texts", "data-count": String(names.length) }, ...pads),
      this.#band,
      this.#problems,
      this.#why,
      this.#payloads,
      this.#notice,
      toolbar,
    );
    this.#root.adoptedStyleSheets = [...this.#root.adoptedStyleSheets.slice(0, 1), styleSheet()];
    this.#root.replaceChildren(box);
  }

  #paint(): void {
    const marks = marksOf(this.report, this.#found?.problems ?? [], this.#lit);
    for (const [name, pad] of this.#pads) pad.show(this.#texts.get(name) ?? "", marks[name] ?? []);
  }

  #point(line: number | undefined): void {
    this.#lit = line;
    const marks = marksOf(this.report, this.#found?.problems ?? [], line);
    for (const [name, pad] of this.#pads) pad.paint(marks[name] ?? []);
  }

  #apply(name: string, edits: Edit[]): void {
    let text = this.#texts.get(name) ?? "";
    for (const { span, text: put } of [...edits].sort((one, other) => other.span.start - one.span.start)) {
      text = text.slice(0, span.start) + put + text.slice(span.end);
    }
    this.#edit(name, text);
    this.#pads.get(name)?.show(text, []);
  }

  /** The address of the page with the current texts; `null` without an address. */
  async shareUrl(): Promise<string | null> {
    const page = this.#host.getAttribute("page") || this.#host.getAttribute("src");
    if (!page) return null;
    const url = new URL(page, document.baseURI);
    if (url.protocol !== "https:" && url.protocol !== "http:") return null;
    const dialect = dialectOf(this.#host.getAttribute("dialect") ?? "");
    url.search = "";
    url.hash = await shareFragment(draftOf(Object.fromEntries(this.#texts), dialect));
    return url.href;
  }

  async #link(): Promise<void> {
    const address = await this.shareUrl().catch(() => null);
    this.#open.hidden = address === null;
    if (address !== null) this.#open.href = address;
  }

  #sent(names: readonly string[]): Record<string, string> {
    const parts = names.filter((name) => name !== "answer" && name !== "payload" && this.#texts.has(name));
    return Object.fromEntries(parts.map((name) => [name, this.#texts.get(name) ?? ""]));
  }

  #refreshFrame(): void {
    const attribute = (name: string): string => this.#host.getAttribute(name) ?? "";
    if (this.#frame) {
      this.#frame.theme(attribute("theme") || "auto");
      return;
    }
    const options = {
      src: attribute("src"),
      show: attribute("show"),
      editable: attribute("editable"),
      theme: attribute("theme"),
      lang: this.#lang,
      dialect: attribute("dialect"),
      height: attribute("height"),
      title: this.#words.frame,
    };
    try {
      this.#frame = new Frame(options, {
        ready: () => this.#frame?.set(this.#sent([...this.#texts.keys()])),
        verdict: (verdict, answer) => {
          // The messages have no payload, so it is not compared.
          const found = { verdict, answer, payload: this.#texts.get("payload") ?? null };
          this.#announce(found);
          // A frame answers in one language, and the document may store another where the example names none.
          const isSpoken = this.#lang === "en" || this.#host.hasAttribute("lang");
          this.#check(isSpoken ? found : { ...found, answer: this.#texts.get("answer") ?? answer });
        },
        change: (part, text) => {
          this.#isEdited = true;
          this.#outdated.hidden = true;
          this.#texts.set(part, text);
          this.#host.dispatchEvent(
            new CustomEvent("rulepad-change", { bubbles: true, composed: true, detail: { part, text } }),
          );
        },
      });
    } catch (error) {
      this.#first.reject(error);
      return;
    }
    const frame = this.#frame;
    frame.connect();
    this.#root.adoptedStyleSheets = [...this.#root.adoptedStyleSheets.slice(0, 1), styleSheet()];
    const box = element("div", { class: "framed is-waiting" }, this.#outdated, frame.view);
    this.#root.append(box);
    frame.ready.then(
      () => {
        // A frame that is moved loads again, so the rest goes and the frame stays.
        for (const child of [...this.#root.children]) if (child !== box) child.remove();
        box.classList.remove("is-waiting");
        this.#first.resolve();
      },
      (error: unknown) => {
        box.remove();
        frame.disconnect();
        this.#frame = undefined;
        this.#first.reject(error);
      },
    );
  }
}
