// What the name of a font says about the letters typed in it. A hint, no proof: Unicode is pasted into such cells too.

import type { CodePage, Reading } from "./decode-letters.js";

/**
 * What a font's letters are to be read as; `unknown` for the fonts of ĐHBK (`VnTimes`, `VnArial2`), whose codes nobody here
 * knows.
 */
export type FontHint = Reading<CodePage> | "unknown";

const SMALL_TCVN3: FontHint = { encoding: "TCVN3", isCapitals: false };
const CAPITAL_TCVN3: FontHint = { encoding: "TCVN3", isCapitals: true };
const VNI: FontHint = { encoding: "VNI", isCapitals: false };

/**
 * The hint of a font name; undefined for Unicode fonts, `UVN …`, `SVN-…`, `UTM …` and `VNF-…` among them.
 * Source: custom of the fonts themselves: `.VnTime` is TCVN3, `.VnTimeH` the same in capitals, `VNI-Times` is VNI.
 */
export function fontHint(name: string): FontHint | undefined {
  const first = name.charCodeAt(0) | 0x20;
  if (first !== 0x2e && first !== 0x76) return undefined;
  if (/^\.vn/i.test(name)) return name.endsWith("H") ? CAPITAL_TCVN3 : SMALL_TCVN3;
  if (/^vni-/i.test(name)) return VNI;
  return /^vn(?![iuf])[a-z]/i.test(name) ? "unknown" : undefined;
}
