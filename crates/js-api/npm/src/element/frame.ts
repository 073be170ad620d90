// An example in a frame of the page's `?embed` view. Texts go in and out as messages; nothing of a message is markup.
import type { Verdict } from "../../../src/types";

/** The version of the messages. */
const VERSION = 1;
/** The time the page may take to say that it is ready, in milliseconds. */
const START = 20_000;
/** The largest height a frame may ask for, in CSS pixels. */
const MOST = 20_000;

/** What an example in a frame reports. */
export interface FrameEvents {
  /** The view is ready for texts, once more after it was loaded again. */
  ready(): void;
  verdict(verdict: Verdict, answer: string): void;
  change(part: string, text: string): void;
}

/** What the frame shows. */
export interface FrameOptions {
  src: string;
  show: string;
  editable: string;
  theme: string;
  lang: string;
  dialect: string;
  /** CSS pixels until the frame says more; blank for the smallest. */
  height: string;
  title: string;
}

const VERDICTS: readonly unknown[] = ["match", "no_match", "pattern_error", "event_error", "undecided"];

/** A frame and its messages. */
export class Frame {
  readonly view: HTMLIFrameElement;
  /** Settles once the frame is ready; fails where it does not get ready. */
  readonly ready: Promise<void>;
  readonly #id = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("");
  readonly #origin: string;
  readonly #events: FrameEvents;
  #becomeReady: () => void = () => undefined;

  constructor(options: FrameOptions, events: FrameEvents) {
    const address = new URL(options.src, document.baseURI);
    if (address.protocol !== "https:" && address.protocol !== "http:") throw new Error("not an address of a page");
    this.#origin = address.origin;
    this.#events = events;
    const asked = new URLSearchParams();
    for (const name of ["show", "editable", "theme", "lang", "dialect"] as const) {
      if (options[name]) asked.set(name, options[name]);
    }
    asked.set("id", this.#id);
    address.search = `?embed&${asked}`;
    address.hash = "";
    this.view = document.createElement("iframe");
    // Links to the page itself open as in any document; the frame needs no origin.
    this.view.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox");
    this.view.setAttribute("part", "frame");
    this.view.referrerPolicy = "no-referrer";
    this.view.title = options.title;
    this.view.src = address.href;
    const height = Number(options.height);
    this.#setHeight(height > 0 ? height : 160);
    if (globalThis.CSS?.supports("frame-sizing", "content-height")) {
      this.view.style.setProperty("frame-sizing", "content-height");
    }
    this.ready = new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("the frame is not ready")), START);
      this.#becomeReady = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.ready.catch(() => undefined);
  }

  /** Listens to the frame. */
  connect(): void {
    addEventListener("message", this.#listen);
  }

  /** Stops to listen. */
  disconnect(): void {
    removeEventListener("message", this.#listen);
  }

  /** Sends texts. */
  set(parts: Record<string, string>): void {
    this.#send({ type: "set", parts });
  }

  /** Sends the theme. */
  theme(theme: string): void {
    this.#send({ type: "theme", theme });
  }

  #send(message: Record<string, unknown>): void {
    // The frame's origin is opaque, so no other name fits; what is sent are the texts of this public document.
    this.view.contentWindow?.postMessage({ rulepad: VERSION, id: this.#id, ...message }, "*");
  }

  readonly #listen = ({ source, origin, data }: MessageEvent): void => {
    if (source === null || source !== this.view.contentWindow) return;
    if (origin !== "null" && origin !== this.#origin) return;
    if (typeof data !== "object" || data === null) return;
    const message = data as Record<string, unknown>;
    if (message.rulepad !== VERSION || message.id !== this.#id) return;
    switch (message.type) {
      case "ready":
        this.#becomeReady();
        this.#events.ready();
        return;
      case "height":
        if (typeof message.height === "number" && message.height > 0) this.#setHeight(message.height);
        return;
      case "verdict":
        if (VERDICTS.includes(message.verdict) && typeof message.answer === "string") {
          this.#events.verdict(message.verdict as Verdict, message.answer);
        }
        return;
      case "change":
        if (typeof message.part === "string" && typeof message.text === "string") {
          this.#events.change(message.part, message.text);
        }
        return;
      default:
    }
  };

  #setHeight(height: number): void {
    this.view.style.height = `${Math.min(Math.ceil(height), MOST)}px`;
  }
}
