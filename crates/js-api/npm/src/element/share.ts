// The fragment of a share link, as the page reads it: `1.` and the base64url of the deflated JSON of a draft.
import type { PartialDraft } from "../../../src/types";

/** The fragment for a draft, without `#`. */
export async function shareFragment(draft: PartialDraft): Promise<string> {
  const json = new Blob([JSON.stringify(draft)]).stream();
  const packed = json.pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `1.${btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")}`;
}
