// The workbook's list of texts, which cells name by number.

import type { TextRun } from "../model/grid.js";
import type { Limits } from "../ooxml/limits.js";
import { nameKey } from "../ooxml/name-key.js";
import { overLimit } from "../ooxml/package-fault.js";
import { END, OPEN, XmlScanner } from "../ooxml/xml-scanner.js";
import type { KnownTexts } from "./plain-rows/known-texts.js";
import { PlainStrings } from "./plain-strings.js";
import { readStringItem } from "./read-string-item.js";

const LIST = nameKey("sst");
const ITEM = nameKey("si");

export interface SharedStrings {
  /** How many the list has. The first of them, number 0 for a cell, has id 1. */
  readonly count: number;
  /** All texts by id; id 0 is the empty text. What cells hold themselves is added behind the list. */
  readonly texts: string[];
  /** Fonts of texts whose runs all name one, by id. */
  readonly fonts: ReadonlyMap<number, string>;
  /** Runs of texts in several fonts, by id. */
  readonly runs: ReadonlyMap<number, readonly TextRun[]>;
}

/**
 * All texts of the part, in order; none where there is no part. `known` are those of workbooks before, which need not be
 * made again. Faults: too many, too long.
 */
export function readSharedStrings(part: Buffer | undefined, limits: Limits, known?: KnownTexts): SharedStrings {
  const texts = [""];
  const fonts = new Map<number, string>();
  const runs = new Map<number, readonly TextRun[]>();
  if (part === undefined) return { count: 0, texts, fonts, runs };
  const scanner = new XmlScanner(part, limits);
  const plain = new PlainStrings(scanner, limits, { texts, known });
  for (let tag = scanner.nextTag(); tag !== END; tag = scanner.nextTag()) {
    if (tag === OPEN && scanner.name === ITEM) {
      const item = readStringItem(scanner, limits);
      if (item.fontName !== "") fonts.set(texts.length, item.fontName);
      if (item.runs !== undefined) runs.set(texts.length, item.runs);
      texts.push(item.text);
      if (texts.length - 1 > limits.sharedStrings) throw overLimit("sharedStrings", limits);
    } else if (tag === OPEN && scanner.name !== LIST) {
      scanner.skipElement();
    }
    plain.read();
  }
  return { count: texts.length - 1, texts, fonts, runs };
}
