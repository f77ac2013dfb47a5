// Bytes of an XML part → the text they stand for. Only the five predefined entities and character references exist here.

import { byteAt, type XmlScanner } from "./xml-scanner.js";

const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;
const SMALL_X = 0x78;
const RETURN = 0x0d;

const ENTITIES = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Text of the current attribute. */
export function attributeText(scanner: XmlScanner): string {
  return plainText(scanner.bytes, scanner.valueStart, scanner.valueEnd);
}

/** True where the current attribute says `1`, `true` or `on`. */
export function attributeFlag(scanner: XmlScanner): boolean {
  const text = attributeText(scanner).trim();
  return text === "1" || text === "true" || text === "on";
}

/** Whole number of the current attribute; NaN where there is none. */
export function attributeNumber(scanner: XmlScanner): number {
  const { bytes, valueStart, valueEnd } = scanner;
  let value = valueStart < valueEnd ? 0 : Number.NaN;
  for (let position = valueStart; position < valueEnd; position++) {
    const digit = byteAt(bytes, position) - 0x30;
    if (digit < 0 || digit > 9) return wholeNumber(attributeText(scanner));
    value = value * 10 + digit;
  }
  return value;
}

/** Text between the last two tags, as XML has it: for formulas and defined names. */
export function elementText(scanner: XmlScanner): string {
  const { bytes, textStart, textEnd } = scanner;
  return scanner.isTextMixed
    ? mixedText(bytes.toString("utf8", textStart, textEnd))
    : plainText(bytes, textStart, textEnd);
}

/** The same, with `_x000D_` and its like as the characters they stand for: for all that a person reads in a cell. */
export function cellText(scanner: XmlScanner): string {
  const { bytes, textStart, textEnd } = scanner;
  const traits = scanner.isTextMixed ? ALL_TRAITS : traitsOf(bytes, textStart, textEnd);
  if (traits === 0) return bytes.toString("latin1", textStart, textEnd);
  if (traits === WIDE) return bytes.toString("utf8", textStart, textEnd);
  return unescapeCharacters(elementText(scanner));
}

/** Text with the escapes of spreadsheet strings undone: `_x000D_` → return, `_x005F_` → underscore. */
export function unescapeCharacters(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

const WIDE = 1;
const ESCAPED = 2;
const ALL_TRAITS = 3;

function traitsOf(bytes: Buffer, start: number, end: number): number {
  let traits = 0;
  for (let position = start; position < end; position++) {
    const byte = byteAt(bytes, position);
    if (byte >= 0x80) traits |= WIDE;
    else if (byte === AMPERSAND || byte === RETURN) traits |= ESCAPED;
    else if (byte === UNDERSCORE && byteAt(bytes, position + 1) === SMALL_X) traits |= ESCAPED;
  }
  return traits;
}

function plainText(bytes: Buffer, start: number, end: number): string {
  const traits = traitsOf(bytes, start, end);
  if (traits === 0) return bytes.toString("latin1", start, end);
  const text = bytes.toString("utf8", start, end);
  return traits === WIDE ? text : unescapedText(text);
}

/** Text with comments and instructions inside it, which are dropped, and CDATA sections, which stand for themselves. */
function mixedText(text: string): string {
  return text
    .split(/(<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((piece, index) =>
      index % 2 === 0 ? unescapedText(piece) : piece.startsWith("<![CDATA[") ? piece.slice(9, -3) : "",
    )
    .join("");
}

/** Text of XML with its entities and line ends resolved. */
export function unescapedText(text: string): string {
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  if (!lines.includes("&")) return lines;
  return lines.replace(/&(?:#x([0-9A-Fa-f]{1,8})|#([0-9]{1,10})|([A-Za-z]+));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole;
    return character(hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16));
  });
}

function character(code: number): string {
  const isScalar = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isScalar ? String.fromCodePoint(code) : "\ufffd";
}

function wholeNumber(text: string): number {
  return /^\s*-?\d+\s*$/.test(text) ? Number(text) : Number.NaN;
}
