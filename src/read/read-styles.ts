// styles.xml → number format and font of each cell format. Colours, borders and fills are not for reading.

import type { CellStyle } from "../model/grid.js";
import type { Limits } from "../ooxml/limits.js";
import { nameKey } from "../ooxml/name-key.js";
import { overLimit } from "../ooxml/package-fault.js";
import { END, OPEN, XmlScanner } from "../ooxml/xml-scanner.js";
import { attributeNumber, attributeText } from "../ooxml/xml-text.js";
import { builtInFormat } from "./number-format.js";

const STYLE_SHEET = nameKey("styleSheet");
const NUMBER_FORMATS = nameKey("numFmts");
const NUMBER_FORMAT = nameKey("numFmt");
const FORMAT_ID = nameKey("numFmtId");
const FORMAT_CODE = nameKey("formatCode");
const FONTS = nameKey("fonts");
const FONT = nameKey("font");
const FONT_NAME = nameKey("name");
const FONT_ID = nameKey("fontId");
const VALUE = nameKey("val");
const CELL_FORMATS = nameKey("cellXfs");
const CELL_FORMAT = nameKey("xf");

/** Styles of the part, by the number that cells name them with. Faults: too many. */
export function readStyles(part: Buffer, limits: Limits): readonly CellStyle[] {
  const scanner = new XmlScanner(part, limits);
  const formats = new Map<number, string>();
  const fonts: string[] = [];
  const cellFormats: { format: number; font: number }[] = [];
  const bound = (count: number): void => {
    if (count > limits.styles) throw overLimit("styles", limits);
  };
  for (let tag = scanner.nextTag(); tag !== END; tag = scanner.nextTag()) {
    if (tag !== OPEN || scanner.name === STYLE_SHEET) continue;
    if (scanner.name === NUMBER_FORMATS) {
      eachChild(scanner, NUMBER_FORMAT, () => bound(readNumberFormat(scanner, formats, limits)));
    } else if (scanner.name === FONTS) {
      eachChild(scanner, FONT, () => bound(fonts.push(readFontName(scanner))));
    } else if (scanner.name === CELL_FORMATS) {
      eachChild(scanner, CELL_FORMAT, () => bound(cellFormats.push(readCellFormat(scanner))));
    } else {
      scanner.skipElement();
    }
  }
  return cellFormats.map(({ format, font }): CellStyle => {
    return { numberFormat: formats.get(format) ?? builtInFormat(format), fontName: fonts[font] ?? "" };
  });
}

/** Calls `take` at each child of this name; whatever it leaves of the child is passed over. */
function eachChild(scanner: XmlScanner, name: number, take: () => void): void {
  const depth = scanner.depth;
  while (scanner.depth >= depth) {
    if (scanner.nextTag() !== OPEN) continue;
    if (scanner.name === name) take();
    while (scanner.depth > depth) scanner.nextTag();
  }
}

function readNumberFormat(scanner: XmlScanner, formats: Map<number, string>, limits: Limits): number {
  let id = Number.NaN;
  let code = "General";
  while (scanner.nextAttribute()) {
    if (scanner.attribute === FORMAT_ID) id = attributeNumber(scanner);
    else if (scanner.attribute === FORMAT_CODE) code = attributeText(scanner);
  }
  if (code.length > limits.formatLength) throw overLimit("formatLength", limits, code.length);
  return formats.set(id, code).size;
}

function readFontName(scanner: XmlScanner): string {
  const depth = scanner.depth - 1;
  let name = "";
  while (scanner.depth > depth) {
    if (scanner.nextTag() !== OPEN || scanner.name !== FONT_NAME) continue;
    while (scanner.nextAttribute()) if (scanner.attribute === VALUE) name = attributeText(scanner);
  }
  return name;
}

function readCellFormat(scanner: XmlScanner): { format: number; font: number } {
  let format = 0;
  let font = 0;
  while (scanner.nextAttribute()) {
    if (scanner.attribute === FORMAT_ID) format = attributeNumber(scanner);
    else if (scanner.attribute === FONT_ID) font = attributeNumber(scanner);
  }
  return { format, font };
}
