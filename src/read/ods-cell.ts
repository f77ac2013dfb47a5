// One cell of an OpenDocument table, with its repeats → the builder. Comments and drawings in it are passed over.

import { nameKey } from "../ooxml/name-key.js";
import { damaged, overLimit } from "../ooxml/package-fault.js";
import { CLOSE, OPEN, type XmlScanner } from "../ooxml/xml-scanner.js";
import { attributeNumber, attributeText, elementText } from "../ooxml/xml-text.js";
import type { BookBuilder } from "./book-builder.js";
import { serialOfMoment } from "./iso-moment.js";
import { isDateFormat } from "./number-format.js";
import type { OdsStyles } from "./ods-styles.js";

const VALUE_TYPE = nameKey("value-type");
const VALUE = nameKey("value");
const DATE_VALUE = nameKey("date-value");
const TIME_VALUE = nameKey("time-value");
const BOOLEAN_VALUE = nameKey("boolean-value");
const STRING_VALUE = nameKey("string-value");
const STYLE_NAME = nameKey("style-name");
const FORMULA = nameKey("formula");
const REPEATED = nameKey("number-columns-repeated");
const COLUMNS_SPANNED = nameKey("number-columns-spanned");
const ROWS_SPANNED = nameKey("number-rows-spanned");
const PARAGRAPH = nameKey("p");
const SPACES = nameKey("s");
const SPACE_COUNT = nameKey("c");
const TAB = nameKey("tab");
const LINE_BREAK = nameKey("line-break");
const INLINE = new Set(["span", "a"].map(nameKey));
const DURATION = /^(-?)PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/;
/** References into another file: `'file:///C:/a.ods'#$Trang1.A1`. */
const OUTSIDE = /'[^']*'#|\bfile:\/\//;
const ERROR_CODE = /^#[A-Z/0!?]+$/;

export interface OdsPlace {
  readonly row: number;
  readonly column: number;
  /** Rows that repeat this one, itself counted. */
  readonly rows: number;
}

export class OdsCell {
  /** Columns the cell just read stands for. */
  repeated = 1;
  private readonly scanner: XmlScanner;
  private readonly builder: BookBuilder;
  private readonly styles: OdsStyles;
  private type = "";
  /** Content of the attribute that holds the value. */
  private value: string | undefined;
  private style = "";
  private formula: 0 | 1 | 2 = 0;
  /** True where the cell shows a paragraph, also an empty one: a formula that gave "" was calculated. */
  private isShown = false;
  private across = 1;
  private down = 1;

  constructor(scanner: XmlScanner, builder: BookBuilder, styles: OdsStyles) {
    this.scanner = scanner;
    this.builder = builder;
    this.styles = styles;
  }

  /** Reads the current cell, whose tag is OPEN; false for a blank one. Faults: more cells than the limit. */
  read(place: OdsPlace, usualStyle: string): boolean {
    const { builder } = this;
    this.readAttributes(usualStyle);
    const text = this.readText();
    const isBlank = this.type === "" && text === "" && this.formula === 0;
    if (this.across > 1 || this.down > 1) {
      const { row: top, column: left } = place;
      builder.merge({ top, left, bottom: top + this.down - 1, right: left + this.across - 1 });
    }
    if (isBlank) return false;
    const { limits } = builder;
    if (this.repeated * place.rows > limits.cells) throw overLimit("cells", limits, this.repeated * place.rows);
    for (let row = place.row; row < place.row + place.rows; row++) {
      for (let column = place.column; column < place.column + this.repeated; column++) {
        this.put(row, column, text);
      }
    }
    return true;
  }

  private readAttributes(usualStyle: string): void {
    const { scanner } = this;
    this.repeated = 1;
    this.type = "";
    this.value = undefined;
    this.style = usualStyle;
    this.formula = 0;
    this.across = 1;
    this.down = 1;
    while (scanner.nextAttribute()) this.readAttribute(scanner.attribute);
    if (!(this.repeated >= 1 && this.across >= 1 && this.down >= 1)) throw damaged("có ô ghi sai số ô nó chiếm");
  }

  private readAttribute(attribute: number): void {
    const { scanner } = this;
    switch (attribute) {
      case VALUE_TYPE: {
        // LibreOffice says twice what a value is; that it is an error, it says the second time.
        const type = attributeText(scanner);
        if (this.type === "" || type === "error") this.type = type;
        break;
      }
      case VALUE:
      case DATE_VALUE:
      case TIME_VALUE:
      case BOOLEAN_VALUE:
      case STRING_VALUE:
        this.value = attributeText(scanner);
        break;
      case STYLE_NAME:
        this.style = attributeText(scanner);
        break;
      case FORMULA:
        this.formula = OUTSIDE.test(attributeText(scanner)) ? 2 : 1;
        break;
      case REPEATED:
        this.repeated = attributeNumber(scanner);
        break;
      case COLUMNS_SPANNED:
        this.across = attributeNumber(scanner);
        break;
      case ROWS_SPANNED:
        this.down = attributeNumber(scanner);
        break;
    }
  }

  private put(row: number, column: number, text: string): void {
    const { builder, value, type } = this;
    builder.at(row, column, this.formula);
    switch (type) {
      case "float":
      case "currency":
        this.putNumber(value, { text, usual: "General", fits: () => true });
        break;
      case "percentage":
        this.putNumber(value, { text, usual: "0.00%", fits: (format) => format.includes("%") });
        break;
      case "date":
        this.putSerial(serialOfMoment(value ?? "", false), text, "dd/mm/yyyy");
        break;
      case "time":
        this.putSerial(daysOf(value ?? ""), text, "hh:mm:ss");
        break;
      case "boolean":
        builder.boolean(value === "true");
        break;
      case "error":
        builder.error(ERROR_CODE.test(text) ? text : "#VALUE!");
        break;
      default:
        this.putText(value ?? text);
    }
  }

  private putText(text: string): void {
    if (text === "" && this.type === "" && !this.isShown) this.builder.uncalculated();
    else if (this.formula > 0 && ERROR_CODE.test(text)) this.builder.error(text);
    else
      this.builder.text(
        text,
        this.styles.indexOf(this.style, "General", () => true),
      );
  }

  private putNumber(
    value: string | undefined,
    shown: { readonly text: string; readonly usual: string; readonly fits: (format: string) => boolean },
  ): void {
    const number = value === undefined || value.trim() === "" ? Number.NaN : Number(value);
    if (Number.isFinite(number)) this.builder.number(number, this.styles.indexOf(this.style, shown.usual, shown.fits));
    else this.builder.text(shown.text);
  }

  private putSerial(serial: number | undefined, text: string, usual: string): void {
    if (serial === undefined) this.builder.text(text);
    else this.builder.number(serial, this.styles.indexOf(this.style, usual, isDateFormat));
  }

  /** Paragraphs of the current cell, one a line; ends at the cell's closing tag. */
  private readText(): string {
    const { scanner } = this;
    const depth = scanner.depth - 1;
    const lines: string[] = [];
    while (scanner.depth > depth) {
      if (scanner.nextTag() !== OPEN) continue;
      if (scanner.name === PARAGRAPH) lines.push(this.readParagraph());
      else scanner.skipElement();
    }
    this.isShown = lines.length > 0;
    return lines.join("\n");
  }

  private readParagraph(): string {
    const { scanner } = this;
    const depth = scanner.depth - 1;
    let line = "";
    while (scanner.depth > depth) {
      const tag = scanner.nextTag();
      line += elementText(scanner).replace(/\s+/g, " ");
      if (tag === CLOSE) continue;
      if (scanner.name === SPACES) line += " ".repeat(this.readSpaceCount());
      else if (scanner.name === TAB) line += "\t";
      else if (scanner.name === LINE_BREAK) line += "\n";
      else if (!INLINE.has(scanner.name)) scanner.skipElement();
    }
    return line;
  }

  private readSpaceCount(): number {
    const { scanner } = this;
    let count = 1;
    while (scanner.nextAttribute()) if (scanner.attribute === SPACE_COUNT) count = attributeNumber(scanner);
    return count >= 0 ? Math.min(count, this.builder.limits.textLength) : 1;
  }
}

/** Days of `PT08H30M00S`; undefined for other texts. */
function daysOf(duration: string): number | undefined {
  const match = DURATION.exec(duration);
  if (match === null) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(2).map((part) => (part === undefined ? 0 : Number(part)));
  return ((hours * 60 + minutes) * 60 + seconds) / 86_400;
}
