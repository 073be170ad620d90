// Shows characters that cannot be seen, or that reorder what is seen, as small labels.
import { highlightSpecialChars } from "@codemirror/view";

const c0 =
  "NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US".split(
    " ",
  );

const named: Record<number, string> = {
  0x7f: "DEL", 0x85: "NEL", 0xa0: "NBSP", 0xad: "SHY", 0x61c: "ALM", 0x200b: "ZWSP", 0x200e: "LRM", 0x200f: "RLM",
  0x2028: "LS", 0x2029: "PS", 0x202a: "LRE", 0x202b: "RLE", 0x202c: "PDF", 0x202d: "LRO", 0x202e: "RLO",
  0x202f: "NNBSP", 0x2060: "WJ", 0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI", 0x3000: "IDSP",
  0xfeff: "BOM",
};

/** The short name shown for a code point, as in `visible_text.rs`. */
export const nameOf = (code: number): string =>
  c0[code] ?? named[code] ?? "U+" + code.toString(16).toUpperCase().padStart(4, "0");

export const visibleCharacters = highlightSpecialChars({
  addSpecialChars: /[\u00a0\u1680\u180e\u2000-\u200a\u202a-\u202c\u202f\u205f-\u2064\u2068\u206a-\u206f\u3000\u3164\uffa0]/g,
  render(code) {
    const label = document.createElement("span");
    const name = nameOf(code);
    label.className = "cm-specialChar";
    label.textContent = name;
    label.title = "U+" + code.toString(16).toUpperCase().padStart(4, "0");
    label.setAttribute("aria-label", name);
    return label;
  },
});
