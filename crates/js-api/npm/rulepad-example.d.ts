// The custom element `<rulepad-example>`; importing the module registers it.
import type { Report, Verdict } from "./types.js";

/** What `rulepad-verdict` carries. `verdict` is `null` for an example without a pattern. */
export interface VerdictDetail {
  verdict: Verdict | null;
  answer: string;
}

/** What `rulepad-mismatch` carries: what the document stores, and what was found. */
export interface MismatchDetail {
  expected: { verdict: string | null; answer: string | null; payload: string | null };
  found: VerdictDetail & { payload: string | null };
}

/** What `rulepad-change` carries. */
export interface ChangeDetail {
  part: string;
  text: string;
}

export declare class RulepadExample extends HTMLElement {
  /** The texts as they are shown; `null` where the example has no such part. Setting one replaces the document's text. */
  pattern: string | null;
  event: string | null;
  inputPath: string | null;
  paths: string | null;
  template: string | null;
  targets: string | null;
  answer: string | null;
  /** The verdict that the document was written for; blank for none. */
  verdict: Verdict | "";
  /** What is shown beneath the texts: `why`, `payload`, both or neither. */
  show: string;
  /** Which texts a reader may change: `none`, `all`, or the name of a part. */
  editable: string;
  dialect: string;
  theme: string;
  loading: string;
  mode: string;
  /** The language, `en` or `ko`; blank for that of the document, the nearest `lang` around the example. */
  lang: string;
  /** The address of the page whose view a frame shows, with its version. */
  src: string;
  /** The address of the page for "Open in Rulepad". */
  page: string;
  /** The height of a frame until it reports one, in CSS pixels. */
  height: string;
  /** The last report; `null` until there is one, and in a frame. */
  readonly report: Report | null;
  /** Starts the example now, whatever `loading` says. */
  start(): Promise<void>;
  /** A link to the page that carries the current texts; `null` without `page` and `src`. */
  getShareUrl(): Promise<string | null>;
}

declare global {
  interface HTMLElementTagNameMap {
    "rulepad-example": RulepadExample;
  }
  interface HTMLElementEventMap {
    "rulepad-verdict": CustomEvent<VerdictDetail>;
    "rulepad-mismatch": CustomEvent<MismatchDetail>;
    "rulepad-change": CustomEvent<ChangeDetail>;
  }
}
