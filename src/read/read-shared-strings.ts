// The workbook's list of texts, which cells name by number.

import type { TextRun } from "../model/grid.js";
import type { Limits } from "../ooxml/limits.js";
import { nameKey } from "../ooxml/name-key.js";
import { overLimit } from "../ooxml/package-fault.js";
import { END, OPEN, XmlScanner } from "../ooxml/xml-scanner.js";
import { isStriking, traitsOf } from "./legacy-text/text-traits.js";
import type { PlainTexts } from "./plain-rows/plain-texts.js";
import type { ListedTexts, TextList } from "./plain-rows/text-list.js";
import { readStringItem } from "./read-string-item.js";

const LIST = nameKey("sst");
const ITEM = nameKey("si");
/** A text inside its item. */
const DEPTH_OF_TEXT = 2;

export interface SharedStrings {
  /** How many the list has. The first of them, number 0 for a cell, has id 1. */
  readonly count: number;
  /** All texts by id; id 0 is the empty text. What cells hold themselves is added behind the list. */
  readonly texts: string[];
  /** The ids of empty texts in the list. */
  readonly empty: readonly number[];
  /** Fonts of texts whose runs all name one, by id. */
  readonly fonts: ReadonlyMap<number, string>;
  /** Runs of texts in several fonts, by id. */
  readonly runs: ReadonlyMap<number, readonly TextRun[]>;
  /** So many of `texts`, from the first on, are known not to strike (legacy-text/text-traits.ts). */
  readonly calm: number;
}

/**
 * All texts of the part, in order; none where there is no part. `plain` is the short way through them, if there is one.
 * Faults: too many, too long.
 */
export function readSharedStrings(part: Buffer | undefined, limits: Limits, plain?: PlainTexts): SharedStrings {
  const strings: Strings = { texts: [""], empty: [], fonts: new Map(), runs: new Map() };
  const { texts } = strings;
  if (part === undefined) return { ...strings, count: 0, calm: 0 };
  const scanner = new XmlScanner(part, limits);
  const list = plain?.listIn(scanner.bytes);
  let isCalm = list?.isCalm === true;
  for (let tag = scanner.nextTag(); tag !== END; tag = scanner.nextTag()) {
    if (tag === OPEN && scanner.name === ITEM) {
      const text = addItem(strings, scanner, limits);
      isCalm &&= !isStriking(traitsOf(text));
    } else if (tag === OPEN && scanner.name !== LIST) {
      scanner.skipElement();
    }
    if (list !== undefined) readPlain(list, scanner, { strings, limits });
  }
  return { ...strings, count: texts.length - 1, calm: isCalm && list?.isCalm === true ? texts.length : 0 };
}

interface Strings extends ListedTexts {
  readonly fonts: Map<number, string>;
  readonly runs: Map<number, readonly TextRun[]>;
}

/** Adds the current item and gives its text. */
function addItem({ texts, empty, fonts, runs }: Strings, scanner: XmlScanner, limits: Limits): string {
  const item = readStringItem(scanner, limits);
  if (item.fontName !== "") fonts.set(texts.length, item.fontName);
  if (item.runs !== undefined) runs.set(texts.length, item.runs);
  if (item.text === "") empty.push(texts.length);
  texts.push(item.text);
  if (texts.length - 1 > limits.sharedStrings) throw overLimit("sharedStrings", limits);
  return item.text;
}

interface Target {
  readonly strings: Strings;
  readonly limits: Limits;
}

/** Reads the plain texts that follow the current tag and leaves the scanner behind the last of them. */
function readPlain(list: TextList, scanner: XmlScanner, { strings, limits }: Target): void {
  const start = scanner.behindTag();
  if (start < 0 || scanner.depth + DEPTH_OF_TEXT > limits.xmlDepth) return;
  scanner.resumeAt(list.read({ part: scanner.bytes, start }, strings, limits));
}
