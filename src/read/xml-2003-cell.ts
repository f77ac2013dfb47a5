// One cell of «XML Spreadsheet 2003» → the builder: its place, value, style, merge.

import { nameKey } from "../ooxml/name-key.js";
import { damaged } from "../ooxml/package-fault.js";
import { OPEN, type XmlScanner } from "../ooxml/xml-scanner.js";
import { attributeNumber, attributeText, elementText } from "../ooxml/xml-text.js";
import type { BookBuilder } from "./book-builder.js";
import { serialOfMoment } from "./iso-moment.js";
import { isDateFormat } from "./number-format.js";
import { readsOutside } from "./outside-reference.js";
import { styleOf, type Xml2003Styles } from "./xml-2003-styles.js";

const DATA = nameKey("Data");
const TYPE = nameKey("Type");
const INDEX = nameKey("Index");
const STYLE_ID = nameKey("StyleID");
const FORMULA = nameKey("Formula");
const MERGE_ACROSS = nameKey("MergeAcross");
const MERGE_DOWN = nameKey("MergeDown");
const PLAIN_DATE = "dd/mm/yyyy";

interface Shared {
  readonly styles: Xml2003Styles;
  readonly isDate1904: () => boolean;
}

export class Xml2003Cell {
  private readonly scanner: XmlScanner;
  private readonly builder: BookBuilder;
  private readonly shared: Shared;
  private column = 0;
  private styleId = "";
  private formula: 0 | 1 | 2 = 0;
  private across = 0;
  private down = 0;

  constructor(scanner: XmlScanner, builder: BookBuilder, shared: Shared) {
    this.scanner = scanner;
    this.builder = builder;
    this.shared = shared;
  }

  /** Reads the current `Cell` element, whose tag is OPEN; gives the last column it covers. */
  read(row: number, nextColumn: number): number {
    const { scanner, builder } = this;
    const depth = scanner.depth;
    this.readAttributes(nextColumn);
    builder.at(row, this.column, this.formula);
    let hasData = false;
    while (scanner.depth >= depth) {
      if (scanner.nextTag() !== OPEN) continue;
      if (scanner.name === DATA) hasData = this.readData() || hasData;
      else scanner.skipElement();
    }
    if (!hasData && this.formula > 0) builder.uncalculated();
    const [right, bottom] = [this.column + this.across, row + this.down];
    if (this.across > 0 || this.down > 0) builder.merge({ top: row, left: this.column, bottom, right });
    return right;
  }

  private readAttributes(nextColumn: number): void {
    const { scanner } = this;
    this.column = nextColumn;
    this.styleId = "";
    this.formula = 0;
    this.across = 0;
    this.down = 0;
    while (scanner.nextAttribute()) {
      const { attribute } = scanner;
      if (attribute === INDEX) this.column = attributeNumber(scanner);
      else if (attribute === STYLE_ID) this.styleId = attributeText(scanner);
      else if (attribute === FORMULA) this.formula = readsOutside(outsideCells(attributeText(scanner))) ? 2 : 1;
      else if (attribute === MERGE_ACROSS) this.across = attributeNumber(scanner);
      else if (attribute === MERGE_DOWN) this.down = attributeNumber(scanner);
    }
    if (!(this.column >= 1 && this.across >= 0 && this.down >= 0)) throw damaged("có ô ghi sai địa chỉ");
  }

  /** False for data without content. */
  private readData(): boolean {
    const { scanner, builder, shared } = this;
    let type = "String";
    while (scanner.nextAttribute()) if (scanner.attribute === TYPE) type = attributeText(scanner);
    const text = this.readContent();
    const style = styleOf(shared.styles, this.styleId);
    if (text.trim() === "" && type !== "String") return false;
    switch (type) {
      case "Number":
        this.putNumber(Number(text), text);
        break;
      case "DateTime": {
        const moment = serialOfMoment(text, shared.isDate1904());
        const format = isDateFormat(style.numberFormat) ? style.numberFormat : PLAIN_DATE;
        if (moment === undefined) builder.text(text, style.index);
        else builder.number(moment, builder.style(format, style.fontName));
        break;
      }
      case "Boolean":
        builder.boolean(text.trim() === "1");
        break;
      case "Error":
        builder.error(text.trim());
        break;
      default:
        builder.text(text, style.index);
    }
    return true;
  }

  private putNumber(number: number, text: string): void {
    const style = styleOf(this.shared.styles, this.styleId).index;
    if (Number.isFinite(number)) this.builder.number(number, style);
    else this.builder.text(text, style);
  }

  /** Text of the current element and of what is marked up inside it. */
  private readContent(): string {
    const { scanner } = this;
    const depth = scanner.depth - 1;
    let text = "";
    while (scanner.depth > depth) {
      scanner.nextTag();
      text += elementText(scanner);
    }
    return text;
  }
}

/** A formula without its own R1C1 references, whose brackets (`R[-1]C`) name no other workbook. */
function outsideCells(formula: string): string {
  return formula.replace(/(?<=[RC])\[-?\d+\]/g, "");
}
