// workbook.xml and what it points to: which sheets there are, in which order, and where their parts stand.

import type { Grid } from "../model/grid.js";
import type { Limits } from "../ooxml/limits.js";
import { nameKey } from "../ooxml/name-key.js";
import { damaged, overLimit } from "../ooxml/package-fault.js";
import { END, OPEN, XmlScanner } from "../ooxml/xml-scanner.js";
import { attributeFlag, attributeNumber, attributeText, elementText } from "../ooxml/xml-text.js";

export interface SheetEntry {
  readonly name: string;
  readonly visibility: Grid["visibility"];
  /** Id of the relationship that leads to its part. */
  readonly relationship: string;
}

export interface WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
  readonly definedNames: ReadonlyMap<string, string>;
}

const WORKBOOK = nameKey("workbook");
const PROPERTIES = nameKey("workbookPr");
const DATE_1904 = nameKey("date1904");
const SHEETS = nameKey("sheets");
const SHEET = nameKey("sheet");
const NAME = nameKey("name");
const STATE = nameKey("state");
const ID = nameKey("id");
const DEFINED_NAMES = nameKey("definedNames");
const DEFINED_NAME = nameKey("definedName");
const LOCAL_SHEET = nameKey("localSheetId");

/**
 * The workbook part; undefined where the part is that of another kind of file. A name that holds for one sheet only is
 * kept as `sheet!name`, because several sheets may have the same.
 */
export function readWorkbookPart(part: Buffer, limits: Limits): WorkbookPart | undefined {
  const scanner = new XmlScanner(part, limits);
  if (scanner.nextTag() !== OPEN || scanner.name !== WORKBOOK) return undefined;
  const found: Found = { sheets: [], definedNames: new Map(), date1904: false };
  for (let tag = scanner.nextTag(); tag !== END; tag = scanner.nextTag()) {
    if (tag === OPEN) readElement(scanner, found, limits);
  }
  if (found.sheets.length === 0) throw damaged("không có trang tính nào");
  return found;
}

interface Found {
  readonly sheets: SheetEntry[];
  readonly definedNames: Map<string, string>;
  date1904: boolean;
}

function readElement(scanner: XmlScanner, found: Found, limits: Limits): void {
  if (scanner.name === PROPERTIES) {
    while (scanner.nextAttribute()) if (scanner.attribute === DATE_1904) found.date1904 = attributeFlag(scanner);
  } else if (scanner.name === SHEET) {
    found.sheets.push(readSheetEntry(scanner));
    if (found.sheets.length > limits.sheets) throw overLimit("sheets", limits);
  } else if (scanner.name === DEFINED_NAME) {
    readDefinedName(scanner, found);
    if (found.definedNames.size > limits.definedNames) throw overLimit("definedNames", limits);
  } else if (scanner.name !== SHEETS && scanner.name !== DEFINED_NAMES) {
    scanner.skipElement();
  }
}

function readSheetEntry(scanner: XmlScanner): SheetEntry {
  let name = "";
  let state = "";
  let relationship = "";
  while (scanner.nextAttribute()) {
    if (scanner.attribute === NAME) name = attributeText(scanner);
    else if (scanner.attribute === STATE) state = attributeText(scanner);
    else if (scanner.attribute === ID && scanner.isAttributePrefixed) relationship = attributeText(scanner);
  }
  const visibility = state === "veryHidden" ? "very-hidden" : state === "hidden" ? "hidden" : "visible";
  return { name, visibility, relationship };
}

function readDefinedName(scanner: XmlScanner, found: Found): void {
  let name = "";
  let owner: string | undefined;
  while (scanner.nextAttribute()) {
    if (scanner.attribute === NAME) name = attributeText(scanner);
    else if (scanner.attribute === LOCAL_SHEET) owner = found.sheets[attributeNumber(scanner)]?.name;
  }
  scanner.leaf();
  found.definedNames.set(owner === undefined ? name : `${owner}!${name}`, elementText(scanner));
}
