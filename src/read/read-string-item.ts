// One text of a workbook: shared or inline, plain or in runs of several fonts. Runs are joined; phonetic guides are not text.

import type { TextRun } from "../model/grid.js";
import type { Limits } from "../ooxml/limits.js";
import { nameKey } from "../ooxml/name-key.js";
import { overLimit } from "../ooxml/package-fault.js";
import { OPEN, type XmlScanner } from "../ooxml/xml-scanner.js";
import { attributeText, cellText } from "../ooxml/xml-text.js";

const TEXT = nameKey("t");
const RUN = nameKey("r");
const RUN_PROPERTIES = nameKey("rPr");
const RUN_FONT = nameKey("rFont");
const VALUE = nameKey("val");

export interface StringItem {
  readonly text: string;
  /** The font all its runs name alike; "" where the cell's own font holds for any of them. */
  readonly fontName: string;
  /** Its runs, where they are not all in one font. */
  readonly runs: readonly TextRun[] | undefined;
}

/**
 * The text of the current element (`si` or `is`, its tag OPEN), which ends at its closing tag. White space is kept as it
 * stands, whatever xml:space says: to trim is for later, and a run that lost its last space would glue two words.
 */
export function readStringItem(scanner: XmlScanner, limits: Limits): StringItem {
  const depth = scanner.depth - 1;
  let text = "";
  let fontName: string | undefined;
  let isMixed = false;
  const runs: TextRun[] = [];
  while (scanner.depth > depth) {
    if (scanner.nextTag() !== OPEN) continue;
    if (scanner.name === TEXT) {
      text += readText(scanner, limits);
    } else if (scanner.name === RUN) {
      const run = readRun(scanner, limits);
      text += run.text;
      runs.push(run);
      if (run.text.trim() !== "") {
        isMixed ||= fontName !== undefined && fontName !== run.fontName;
        fontName = isMixed ? "" : run.fontName;
      }
    } else {
      scanner.skipElement();
    }
    if (text.length > limits.textLength) throw overLimit("textLength", limits, text.length);
  }
  return { text, fontName: fontName ?? "", runs: isMixed ? runs : undefined };
}

function readRun(scanner: XmlScanner, limits: Limits): TextRun {
  const depth = scanner.depth - 1;
  let text = "";
  let fontName = "";
  while (scanner.depth > depth) {
    if (scanner.nextTag() !== OPEN) continue;
    if (scanner.name === TEXT) text += readText(scanner, limits);
    else if (scanner.name === RUN_PROPERTIES) fontName = readRunFont(scanner);
    else scanner.skipElement();
  }
  return { text, fontName };
}

function readRunFont(scanner: XmlScanner): string {
  const depth = scanner.depth - 1;
  let fontName = "";
  while (scanner.depth > depth) {
    if (scanner.nextTag() !== OPEN || scanner.name !== RUN_FONT) continue;
    while (scanner.nextAttribute()) if (scanner.attribute === VALUE) fontName = attributeText(scanner);
  }
  return fontName;
}

/** Text of the current leaf, refused before it is made where even its bytes are too many. */
export function readText(scanner: XmlScanner, limits: Limits): string {
  scanner.leaf();
  const length = scanner.textEnd - scanner.textStart;
  // A character is at most twelve bytes long: `&#x0010FFFF;`.
  if (length > limits.textLength * 12) throw overLimit("textLength", limits);
  const text = cellText(scanner);
  if (text.length > limits.textLength) throw overLimit("textLength", limits, text.length);
  return text;
}
