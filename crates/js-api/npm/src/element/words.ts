// The words around the report, which brings its sentences itself.
import type { Lang } from "./lang";
import { EN } from "./words-en";
import { KO } from "./words-ko";

/** The words of one language. */
export interface Words {
  /** The name of a part's text. */
  part(name: string): string;
  verdict: string;
  why: string;
  payload: string;
  payloadIfMatched: string;
  payloadOf(target: string): string;
  notDelivered: string;
  refused: string;
  unknown: string;
  problems: string;
  awsAnswers: string;
  awsMeans: string;
  met: string;
  failed: string;
  eventHas: string;
  patternNeeds: string;
  error: string;
  warning: string;
  note: string;
  fix: string;
  fixFor(text: string): string;
  useIt: string;
  useItFor(text: string): string;
  reset: string;
  open: string;
  opensNewTab: string;
  leave: string;
  outdated(expected: string, found: string): string;
  stopped: string;
  failedToRun: string;
  frame: string;
  noFrame: string;
  targetsNotRead: string;
  leftOut(members: readonly string[]): string;
  /** A message that starts a line. */
  sentence(text: string): string;
  verdictName(verdict: string): string;
}

const WORDS: Record<Lang, Words> = { en: EN, ko: KO };

/** The words of a language. */
export const words = (lang: Lang): Words => WORDS[lang];
