// The small words of the cover: standing, number of the revision, values of category fields.

import type { Field } from "../model/form.js";
import type { Standing } from "../model/period.js";
import { sameText, tidyText } from "../model/text.js";

const ROUGH = sameText("ước");
const EXACT = sameText("chính thức");

/** «ước tính», «ước thực hiện» or «chính thức»; undefined for both at once (the label left as it was) or neither. */
export function readStanding(text: string): Standing | undefined {
  const words = sameText(text);
  const isRough = ` ${words} `.includes(` ${ROUGH} `);
  const isExact = words.includes(EXACT);
  if (isRough === isExact) return undefined;
  return isRough ? "estimate" : "final";
}

/** «2», «Lần 2», «lần thứ 2»: the number of the revision; undefined where none is given. */
export function readRevision(text: string): number | undefined {
  const match = /^(?:lần ?)?(?:nộp ?)?(?:thứ ?)?:? ?(\d{1,3})$/iu.exec(tidyText(text));
  return match === null ? undefined : Number(match[1]);
}

/** A look-up from text to the canonical value of a category field, by `sameText`. */
export type CategoryReader = (text: string) => string | undefined;

/** Reads the values a category field declares, each by itself and by the ways it is written. */
export function createCategoryReader(field: Field): CategoryReader {
  const canonical = new Map<string, string>();
  for (const [value, ways] of field.values) {
    for (const way of [value, ...ways]) canonical.set(sameText(way), value);
  }
  return (text) => canonical.get(sameText(text));
}
