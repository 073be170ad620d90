// Shows characters that cannot be seen, or that reorder what is seen, as small labels.
import { highlightSpecialChars } from "@codemirror/view";

// Kept equal to the table in `web/src/ui/visible_text.rs` by a test there.
const named: Record<number, string> = {
  0x00: "NUL", 0x01: "SOH", 0x02: "STX", 0x03: "ETX", 0x04: "EOT", 0x05: "ENQ", 0x06: "ACK", 0x07: "BEL",
  0x08: "BS", 0x09: "TAB", 0x0a: "LF", 0x0b: "VT", 0x0c: "FF", 0x0d: "CR", 0x0e: "SO", 0x0f: "SI",
  0x10: "DLE", 0x11: "DC1", 0x12: "DC2", 0x13: "DC3", 0x14: "DC4", 0x15: "NAK", 0x16: "SYN", 0x17: "ETB",
  0x18: "CAN", 0x19: "EM", 0x1a: "SUB", 0x1b: "ESC", 0x1c: "FS", 0x1d: "GS", 0x1e: "RS", 0x1f: "US",
  0x7f: "DEL", 0x85: "NEL", 0xa0: "NBSP", 0xad: "SHY", 0x61c: "ALM", 0x200b: "ZWSP", 0x200e: "LRM", 0x200f: "RLM",
  0x2028: "LS", 0x2029: "PS", 0x202a: "LRE", 0x202b: "RLE", 0x202c: "PDF", 0x202d: "LRO", 0x202e: "RLO",
  0x202f: "NNBSP", 0x2060: "WJ", 0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI", 0x3000: "IDSP",
  0xfeff: "BOM",
};

const codePoint = (code: number) => "U+" + code.toString(16).toUpperCase().padStart(4, "0");

// CodeMirror shows the other controls by itself; joiners (U+200C, U+200D) stay, for words and emoji are made with them.
const unseen =
  /[\u00a0\u1680\u180e\u2000-\u200a\u202a-\u202c\u202f\u205f-\u2065\u2068\u206a-\u206f\u3000\u3164\uffa0\u{e0000}-\u{e007f}]/gu;

export const visibleCharacters = highlightSpecialChars({
  addSpecialChars: unseen,
  render(code) {
    const label = document.createElement("span");
    label.className = "cm-specialChar";
    label.textContent = named[code] ?? codePoint(code);
    label.title = codePoint(code);
    return label;
  },
});
