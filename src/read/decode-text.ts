// Bytes of a text file → text. What is proved (byte order mark, strict UTF-8, the zeros of UTF-16) is taken; 8-bit text
// is windows-1258 where that reads as Vietnamese. All other 8-bit text is handed on letter for byte, as cells of old
// fonts stand in workbooks, so that what decodes TCVN3 and VNI there serves here as well.

import { encodingOf, textIn } from "../ooxml/text-encoding.js";
import { vietnameseShare } from "./vietnamese-words.js";

export interface DecodedText {
  /** NFC, but for text that may still be TCVN3 or VNI. */
  readonly text: string;
  /** Name of the encoding for messages; «8 bit» where it is not known. */
  readonly encoding: "UTF-8" | "UTF-16" | "windows-1258" | "8 bit";
}

/** Least share of well-built words by which 8-bit text is taken for windows-1258. */
const ENOUGH = 0.6;

/** Decodes a whole text file. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  if (encoding.name !== "8-bit") {
    return {
      text: textIn(bytes, encoding).normalize("NFC"),
      encoding: encoding.name === "utf-8" ? "UTF-8" : "UTF-16",
    };
  }
  const composed = new TextDecoder("windows-1258").decode(bytes).normalize("NFC");
  const share = vietnameseShare(composed);
  if (share !== undefined && share >= ENOUGH) return { text: composed, encoding: "windows-1258" };
  return { text: textIn(bytes, encoding), encoding: "8 bit" };
}
