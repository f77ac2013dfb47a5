// One sheet of an office's own workbook: which cells carry codes, which rows are repeated, where its formulas stand.

import { addressText, type CellAddress, parseAddress } from "../../model/cell-address.js";
import { codesIn, isRepeatMark } from "../../model/form-code.js";
import { groupBy } from "../../model/group-by.js";
import type { FormFault, PlacedCode } from "../../model/own-form.js";
import type { Limits } from "../../ooxml/limits.js";
import { type ElementSpan, findElements } from "../../ooxml/xml-elements.js";
import { type Paragraph, textOf } from "./paragraphs.js";

/** Elements whose attribute names cells of the sheet, and those whose text does. */
export const CELL_ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ["mergeCell", "ref"],
  ["dimension", "ref"],
  ["conditionalFormatting", "sqref"],
  ["dataValidation", "sqref"],
  ["hyperlink", "ref"],
  ["autoFilter", "ref"],
  ["sortState", "ref"],
  ["ignoredError", "sqref"],
  ["protectedRange", "sqref"],
]);
export const CELL_TEXTS: readonly string[] = ["formula", "formula1", "formula2", "sqref", "f"];
const PAGE_TEXTS = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"];
const WANTED = {
  elements: [
    ...["worksheet", "sheetData", "row", "c", "v", "is", "t", "rPh", "mergeCells", "brk", "tablePart"],
    ...CELL_ATTRIBUTES.keys(),
    ...CELL_TEXTS,
    ...PAGE_TEXTS,
  ],
  attributes: ["r", "s", "t", "ref", "sqref", "si", "id", "count", "spans"],
};

/** A text of the workbook's list: its pieces, and where they stand. */
export interface SharedText {
  readonly part: Buffer;
  readonly span: ElementSpan;
  readonly text: Pick<Paragraph, "pieces" | "texts">;
}

export interface FormCell extends CellAddress {
  readonly span: ElementSpan;
  readonly formula: ElementSpan | undefined;
  readonly value: ElementSpan | undefined;
  /** Where its text stands: in the cell itself, or in the workbook's list. Undefined where it carries no code. */
  readonly coded: SharedText | undefined;
}

export interface FormRow {
  readonly row: number;
  readonly span: ElementSpan;
  readonly cells: readonly FormCell[];
  readonly isRepeated: boolean;
}

export interface SheetForm {
  readonly name: string;
  readonly part: string;
  readonly bytes: Buffer;
  readonly rows: readonly FormRow[];
  readonly elements: readonly ElementSpan[];
  /** Heads and feet of printed pages that carry codes. */
  readonly pageTexts: readonly Pick<Paragraph, "pieces" | "texts">[];
  readonly codes: readonly PlacedCode[];
  readonly faults: readonly FormFault[];
}

/** The texts of the workbook's list, in order. */
export function sharedTexts(part: Buffer | undefined, limits: Limits): readonly SharedText[] {
  if (part === undefined) return [];
  const elements = findElements(part, { elements: ["si", "t", "rPh"], attributes: [] }, limits);
  const pieces = groupBy(elements, ({ inside }) => inside);
  return elements
    .filter(({ name }) => name === "si")
    .map((span) => ({ part, span, text: piecesOf(part, pieces.get(span)) }));
}

/** Phonetic guides are no text. */
function piecesOf(part: Buffer, children: readonly ElementSpan[] = []): Pick<Paragraph, "pieces" | "texts"> {
  const pieces = children.filter(({ name }) => name === "t");
  return { pieces, texts: pieces.map((piece) => textOf(part, piece)) };
}

/** The sheet of a part. Faults: damaged. */
export function sheetForm(
  sheet: { readonly name: string; readonly part: string; readonly bytes: Buffer },
  strings: readonly SharedText[],
  limits: Limits,
): SheetForm {
  const { name, bytes } = sheet;
  const elements = findElements(bytes, WANTED, limits);
  const children = groupBy(elements, ({ inside }) => inside);
  const rows = rowsOf(bytes, { elements, children, strings });
  const pageTexts = elements
    .filter((one) => PAGE_TEXTS.includes(one.name))
    .map((span) => ({ pieces: [span], texts: [textOf(bytes, span)] }))
    .filter(({ texts }) => codesIn(texts.join("")).codes.length > 0);
  const said = [
    ...rows.flatMap(({ cells, isRepeated }) => cells.flatMap((cell) => describe(cell, { name, isRepeated }))),
    ...pageTexts.map(({ texts }) => placed(texts.join(""), `${name} › đầu trang, chân trang`, false)),
  ];
  return {
    ...sheet,
    rows,
    elements,
    pageTexts,
    codes: said.flatMap(({ codes }) => codes),
    faults: said.flatMap(({ faults }) => faults),
  };
}

interface Parsed {
  readonly elements: readonly ElementSpan[];
  readonly children: ReadonlyMap<ElementSpan | undefined, readonly ElementSpan[]>;
  readonly strings: readonly SharedText[];
}

function rowsOf(part: Buffer, parsed: Parsed): readonly FormRow[] {
  let last = 0;
  return parsed.elements
    .filter((one) => one.name === "row" && one.inside?.name === "sheetData")
    .map((span) => {
      last = Number(span.attributes.get("r")?.text ?? last + 1);
      const cells = cellsOf(part, { span, row: last }, parsed);
      return { row: last, span, cells, isRepeated: cells.some(isMark) };
    });
}

function cellsOf(
  part: Buffer,
  { span, row }: { readonly span: ElementSpan; readonly row: number },
  { children, strings }: Parsed,
): readonly FormCell[] {
  let last = 0;
  return (children.get(span) ?? [])
    .filter(({ name }) => name === "c")
    .map((cell) => {
      last = parseAddress(cell.attributes.get("r")?.text ?? "")?.column ?? last + 1;
      const inside = children.get(cell) ?? [];
      const named = (name: string) => inside.find((one) => one.name === name);
      const [formula, value, inline] = [named("f"), named("v"), named("is")];
      const index = value === undefined ? Number.NaN : Number(textOf(part, value));
      const own = inline === undefined ? undefined : { part, span: inline, text: piecesOf(part, children.get(inline)) };
      const text = cell.attributes.get("t")?.text === "s" ? strings[index] : own;
      return { row, column: last, span: cell, formula, value, coded: formula === undefined ? coded(text) : undefined };
    });
}

/** The text where it carries a code, or braces left open. */
function coded(text: SharedText | undefined): SharedText | undefined {
  return text?.text.texts.join("").match(/\{\{|\}\}/) ? text : undefined;
}

function isMark({ coded: text }: FormCell): boolean {
  return text !== undefined && codesIn(text.text.texts.join("")).codes.some((code) => isRepeatMark(code.text));
}

function describe(cell: FormCell, { name, isRepeated }: { readonly name: string; readonly isRepeated: boolean }) {
  if (cell.coded === undefined) return [];
  return [placed(cell.coded.text.texts.join(""), `${name} › ${addressText(cell)}`, isRepeated)];
}

function placed(
  text: string,
  place: string,
  isRepeated: boolean,
): { readonly codes: readonly PlacedCode[]; readonly faults: readonly FormFault[] } {
  const { codes, isOpen } = codesIn(text);
  return {
    codes: codes.map((code) => ({ text: code.text, place, isRepeated })),
    faults: isOpen ? [{ place, why: "mở ngoặc «{{» mà không đóng «}}», hoặc ngược lại" }] : [],
  };
}
