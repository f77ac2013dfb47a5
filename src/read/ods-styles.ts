// Styles of an OpenDocument spreadsheet: number format and font of a cell style, each with what its parent says; which
// tables are hidden. Format codes are put together as far as reading needs them: percent, and the parts of a date.

import { nameKey } from "../ooxml/name-key.js";
import { OPEN, type XmlScanner } from "../ooxml/xml-scanner.js";
import { attributeText, elementText } from "../ooxml/xml-text.js";
import type { BookBuilder } from "./book-builder.js";

const STYLE = nameKey("style");
const DEFAULT_STYLE = nameKey("default-style");
const FONT_FACE = nameKey("font-face");
const DATE_STYLE = nameKey("date-style");
const TIME_STYLE = nameKey("time-style");
const PERCENTAGE_STYLE = nameKey("percentage-style");
const TEXT_PROPERTIES = nameKey("text-properties");
const TABLE_PROPERTIES = nameKey("table-properties");
const NAME = nameKey("name");
const FAMILY = nameKey("family");
const PARENT = nameKey("parent-style-name");
const DATA_STYLE = nameKey("data-style-name");
const FONT_NAME = nameKey("font-name");
const FONT_FAMILY = nameKey("font-family");
const DISPLAY = nameKey("display");
const DATE_PARTS = new Map(
  [
    ["day", "dd"],
    ["month", "mm"],
    ["year", "yyyy"],
    ["hours", "hh"],
    ["minutes", "mm"],
    ["seconds", "ss"],
  ].map(([name = "", code = ""]) => [nameKey(name), code]),
);
const LITERAL = nameKey("text");
const DEFAULT_NAME = "Default";

interface DeclaredStyle {
  readonly parent: string | undefined;
  readonly format: string | undefined;
  readonly font: string | undefined;
}

export class OdsStyles {
  private readonly builder: BookBuilder;
  private readonly formats = new Map<string, string>();
  private readonly fonts = new Map<string, string>();
  private readonly cells = new Map<string, DeclaredStyle>();
  private readonly hiddenTables = new Set<string>();
  private readonly known = new Map<string, { readonly format: string; readonly font: string }>();

  constructor(builder: BookBuilder) {
    this.builder = builder;
  }

  isHiddenTable(style: string): boolean {
    return this.hiddenTables.has(style);
  }

  /** Builder's index for a cell of this style; `usual` is its format where the style says none of its kind. */
  indexOf(style: string, usual: string, fits: (format: string) => boolean): number {
    const { format, font } = this.known.get(style) ?? this.resolve(style);
    return this.builder.style(fits(format) ? format : usual, font);
  }

  /** Reads a list of styles or fonts, its tag OPEN. */
  readList(scanner: XmlScanner): void {
    const depth = scanner.depth - 1;
    while (scanner.depth > depth) {
      if (scanner.nextTag() !== OPEN) continue;
      const { name } = scanner;
      if (name === STYLE || name === DEFAULT_STYLE) this.readStyle(scanner);
      else if (name === FONT_FACE) this.readFont(scanner);
      else if (name === PERCENTAGE_STYLE) this.formats.set(nameOf(scanner), "0.00%");
      else if (name === DATE_STYLE || name === TIME_STYLE) this.readDateStyle(scanner);
      else scanner.skipElement();
    }
  }

  private resolve(style: string): { readonly format: string; readonly font: string } {
    let format: string | undefined;
    let font: string | undefined;
    const seen = new Set<string>();
    let name: string | undefined = style === "" ? DEFAULT_NAME : style;
    while (name !== undefined && !seen.has(name)) {
      seen.add(name);
      const declared = this.cells.get(name);
      format ??= declared?.format;
      font ??= declared?.font;
      // A default style has no name of its own; the style «Default» stands above all others.
      name = declared?.parent ?? (name === "" ? undefined : name === DEFAULT_NAME ? "" : DEFAULT_NAME);
    }
    const found = {
      format: this.formats.get(format ?? "") ?? "General",
      font: this.fonts.get(font ?? "") ?? font ?? "",
    };
    this.known.set(style, found);
    return found;
  }

  private readStyle(scanner: XmlScanner): void {
    const depth = scanner.depth - 1;
    let name = "";
    let family = "";
    let parent: string | undefined;
    let format: string | undefined;
    let font: string | undefined;
    while (scanner.nextAttribute()) {
      const { attribute } = scanner;
      if (attribute === NAME) name = attributeText(scanner);
      else if (attribute === FAMILY) family = attributeText(scanner);
      else if (attribute === PARENT) parent = attributeText(scanner);
      else if (attribute === DATA_STYLE) format = attributeText(scanner);
    }
    while (scanner.depth > depth) {
      if (scanner.nextTag() !== OPEN) continue;
      if (scanner.name === TEXT_PROPERTIES) font = fontOf(scanner) ?? font;
      else if (scanner.name === TABLE_PROPERTIES && isNotShown(scanner)) this.hiddenTables.add(name);
    }
    if (family === "table-cell") this.cells.set(name, { parent, format, font });
  }

  private readFont(scanner: XmlScanner): void {
    let name = "";
    let family = "";
    while (scanner.nextAttribute()) {
      if (scanner.attribute === NAME) name = attributeText(scanner);
      else if (scanner.attribute === FONT_FAMILY) family = attributeText(scanner);
    }
    this.fonts.set(name, family.replaceAll("'", ""));
  }

  private readDateStyle(scanner: XmlScanner): void {
    const depth = scanner.depth - 1;
    const name = nameOf(scanner);
    let code = "";
    while (scanner.depth > depth) {
      if (scanner.nextTag() !== OPEN) continue;
      const part = DATE_PARTS.get(scanner.name);
      if (part !== undefined) code += part;
      else if (scanner.name === LITERAL) {
        scanner.leaf();
        const text = elementText(scanner);
        code += /^[-/.: ]*$/.test(text) ? text : `"${text.replaceAll('"', "")}"`;
      }
    }
    if (code !== "") this.formats.set(name, code);
  }
}

function nameOf(scanner: XmlScanner): string {
  let name = "";
  while (scanner.nextAttribute()) if (scanner.attribute === NAME) name = attributeText(scanner);
  return name;
}

function fontOf(scanner: XmlScanner): string | undefined {
  let font: string | undefined;
  while (scanner.nextAttribute()) {
    if (scanner.attribute === FONT_NAME) font = attributeText(scanner);
    else if (scanner.attribute === FONT_FAMILY) font ??= attributeText(scanner).replaceAll("'", "");
  }
  return font;
}

function isNotShown(scanner: XmlScanner): boolean {
  let isHidden = false;
  while (scanner.nextAttribute()) if (scanner.attribute === DISPLAY) isHidden = attributeText(scanner) === "false";
  return isHidden;
}
