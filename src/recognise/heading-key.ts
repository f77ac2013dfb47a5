// Headings as keys: with and without their numbering, with and without their brackets. Must not know what any heading
// means.

import { tidyText } from "../model/text.js";
import { wordKey } from "./word-key.js";

/** «1.», «a)», «IV.» at the beginning of a text. */
const NUMBERING = /^(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]|\(?[A-Za-zĐđ]\)|[A-Za-zĐđ]\.|[IVXivx]{1,4}[.)])\s*(?=\S)/;
/** By this position a numbering has shown its first point or bracket: «(12.», «xvii)». */
const NUMBERING_SHOWN = 4;
const LAST_BRACKETS = /(?:\s*[([][^()[\]]*[)\]])+[\s*:.;]*$/;
const ANY_BRACKETS = /[([][^()[\]]*[)\]]/g;

/** A heading tier or a label without its numbering: «1. Dân số» → «Dân số», «a) Nữ» → «Nữ». */
export function withoutNumbering(text: string): string {
  return unnumbered(tidyText(text));
}

/** `withoutNumbering` of a text without leading spaces, not tidied. */
export function unnumbered(text: string): string {
  return mayBeNumbered(text) ? text.replace(NUMBERING, "") : text;
}

/**
 * Keys of a heading, the most particular first: as it stands, without brackets at its end («(hộ)», «(%)», «(3=1+2)»),
 * without any brackets. Equal ones are given once; empty ones are left out.
 */
export function headingKeys(text: string): readonly string[] {
  const whole = unnumbered(text.trimStart());
  const key = wordKey(whole);
  if (!whole.includes("(") && !whole.includes("[")) return key === "" ? [] : [key];
  const keys = [key, wordKey(whole.replace(LAST_BRACKETS, "")), wordKey(whole.replace(ANY_BRACKETS, " "))];
  return keys.filter((one, position) => one !== "" && keys.indexOf(one) === position);
}

/** False where the first letters already say that no numbering begins the text; most texts have none. */
function mayBeNumbered(text: string): boolean {
  const end = Math.min(text.length - 1, NUMBERING_SHOWN);
  for (let index = 1; index <= end; index += 1) {
    const code = text.charCodeAt(index);
    if (code === POINT || code === BRACKET) return true;
  }
  return false;
}

const POINT = ".".charCodeAt(0);
const BRACKET = ")".charCodeAt(0);
