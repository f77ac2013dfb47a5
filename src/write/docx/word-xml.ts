// The small words of WordprocessingML (ISO/IEC 29500-1, 17): lengths in twentieths of a point, sizes in half points.

import { escapeText } from "../../ooxml/splice-text.js";
import { type Attributes, element } from "../../ooxml/xml-element.js";
import { allowedText } from "../safe-text.js";

export const TWIPS_A_POINT = 20;
const TWIPS_A_MILLIMETRE = 1440 / 25.4;

/** Millimetres in twentieths of a point. */
export function twips(millimetres: number): number {
  return Math.round(millimetres * TWIPS_A_MILLIMETRE);
}

/** An element of the main namespace: its attributes are of that namespace too. */
export function word(name: string, attributes: Attributes = {}, children: readonly string[] = []): string {
  const named = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [`w:${key}`, value]));
  return element(`w:${name}`, named, children);
}

/** An element that says one thing. */
export function saying(name: string, value: string | number): string {
  return word(name, { val: value });
}

/** A run of text; a line break within it stays one. `size` in points, where it is not that of the style. */
export function run(text: string, size?: number): string {
  const properties = size === undefined ? [] : [word("rPr", {}, [saying("sz", size * 2), saying("szCs", size * 2)])];
  const lines = allowedText(text).split("\n");
  const pieces = lines.flatMap((line, index) => [
    ...(index === 0 ? [] : [word("br")]),
    element("w:t", { "xml:space": "preserve" }, [escapeText(line)]),
  ]);
  return word("r", {}, [...properties, ...pieces]);
}

/** A paragraph in a style; `properties` are those that the style leaves open, in the order of the format. */
export function paragraph(style: string, runs: readonly string[], properties: readonly string[] = []): string {
  return word("p", {}, [word("pPr", {}, [saying("pStyle", style), ...properties]), ...runs]);
}
