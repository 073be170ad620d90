// The words that are shown before the example itself is loaded.

interface First {
  run: string;
  notLoaded: string;
}

const EN: First = {
  run: "Run this example",
  notLoaded: "The example could not be loaded. The texts above are shown as they were written.",
};

/** The words of a language; English for languages that have none yet. */
export const words = (_lang: string): First => EN;
