// Texts in TCVN3, in VNI and in UTF-8 that was taken for another code → Unicode. Whether a text is in one of these is not
// decided here.

import { type Decoded, decodeBy, lettersByCode } from "./code-table.js";
import { decodeDoubleUtf8 } from "./decode-double-utf8.js";
import { TCVN3_TABLES } from "./tcvn3-table.js";
import { VNI_TABLES } from "./vni-table.js";

/** The encodings of one or two codes a letter, told by fonts and words. */
export const CODE_PAGES = ["TCVN3", "VNI"] as const;
export type CodePage = (typeof CODE_PAGES)[number];

/** «UTF-8» stands for text whose UTF-8 bytes were read as windows-1252, «Xã» as «XÃ£»; it is told by its bytes. */
export type Encoding = CodePage | "UTF-8";

/** How the letters of a text are to be read. */
export interface Reading<Kind extends Encoding = Encoding> {
  readonly encoding: Kind;
  /** True for TCVN3 fonts that show every letter as a capital. */
  readonly isCapitals: boolean;
}

const TCVN3_LETTERS = lettersByCode(TCVN3_TABLES);
const VNI_LETTERS = lettersByCode(VNI_TABLES);

/**
 * The text as Unicode, composed (NFC); what the encoding does not know stays as it is. TCVN3 has no capitals with a tone:
 * without the font «Uû ban» is «Uỷ ban», but «ñy ban» stays small.
 */
export function decodeLetters(text: string, reading: Reading): string {
  const decoded =
    reading.encoding === "UTF-8" ? (decodeDoubleUtf8(text) ?? text) : decodeCodes(text, reading.encoding).text;
  return reading.isCapitals ? decoded.normalize("NFC").toUpperCase() : decoded.normalize("NFC");
}

/** The same for the encodings of one or two codes a letter, with the number of characters that the encoding does not have. */
export function decodeCodes(text: string, encoding: CodePage): Decoded {
  return decodeBy(encoding === "TCVN3" ? TCVN3_LETTERS : VNI_LETTERS, text);
}
