// The words that are shown before the example itself is loaded.
import type { Lang } from "./lang";

interface First {
  run: string;
  notLoaded: string;
}

const WORDS: Record<Lang, First> = {
  en: {
    run: "Run this example",
    notLoaded: "The example could not be loaded. The texts above are shown as they were written.",
  },
  ko: {
    run: "예제 실행",
    notLoaded: "예제를 불러오지 못했습니다. 위의 텍스트는 작성된 그대로입니다.",
  },
};

/** The words of a language. */
export const words = (lang: Lang): First => WORDS[lang];
