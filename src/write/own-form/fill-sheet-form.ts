// The changes that fill one sheet: values into coded cells, copies of repeated rows, and everything below moved down with
// what points at it.

import { addressText, parseRange } from "../../model/cell-address.js";
import { codesIn } from "../../model/form-code.js";
import type { FilledCode, FilledPlace, Filling } from "../../model/own-form.js";
import { escapeText } from "../../ooxml/splice-text.js";
import type { AttributeSpan, ElementSpan } from "../../ooxml/xml-elements.js";
import { attributeSet, prefixOf, type Splice } from "../../ooxml/xml-splice.js";
import { safeText } from "../safe-text.js";
import { filledPieces, stretchWith, textChange, textOf } from "./paragraphs.js";
import { afterInsertion, type Insertion, inCopy, shared } from "./references.js";
import { CELL_ATTRIBUTES, CELL_TEXTS, type FormCell, type FormRow, type SheetForm } from "./sheet-form.js";

export interface SheetFilling {
  readonly filling: Filling;
  /** Rows put into any sheet of the workbook, the lowest of a sheet first. */
  readonly insertions: readonly Insertion[];
  /** True for the formats that show a share as percent. */
  readonly showsPercent: (style: number) => boolean;
}

/** The changes to the sheet's part. */
export function fillSheetForm(sheet: SheetForm, setting: SheetFilling): readonly Splice[] {
  const { bytes, rows, pageTexts } = sheet;
  const own = setting.insertions.filter((one) => one.sheet === sheet.name);
  const masters = sharedMasters(sheet);
  const inRows = rows.flatMap((row) => {
    const place = { sheet, own, masters, setting };
    if (!row.isRepeated) return rowSplices(row, undefined, place);
    const copies = Array.from({ length: setting.filling.rows }, (_, copy) =>
      stretchWith(bytes, row.span, rowSplices(row, copy, place)),
    );
    return [{ start: row.span.start, end: row.span.end, text: copies.join("") }];
  });
  const value = (code: string): string => setting.filling.value(code, undefined).text.replaceAll("&", "&&");
  return [
    ...inRows,
    ...pageTexts.flatMap((text) => filledPieces(bytes, text, value)),
    ...(own.length === 0 ? [] : besideRows(sheet, own)),
  ];
}

interface RowPlace {
  readonly sheet: SheetForm;
  readonly own: readonly Insertion[];
  readonly masters: ReadonlyMap<string, FormCell>;
  readonly setting: SheetFilling;
}

function rowSplices(row: FormRow, copy: number | undefined, place: RowPlace): readonly Splice[] {
  const { bytes } = place.sheet;
  const first = rowAfter(row.row, place.own);
  const number = copy === undefined ? first : first + copy;
  const isMoved = number !== row.row;
  const moved = isMoved ? [attributeSet(bytes, row.span, "r", String(number))] : [];
  const cells = row.cells.flatMap((cell) => {
    const filled = filledCell(cell, { copy, number }, place);
    if (filled !== undefined) return [filled];
    const address = addressText({ row: number, column: cell.column });
    return [...(isMoved ? [attributeSet(bytes, cell.span, "r", address)] : []), ...formulaSplices(cell, copy, place)];
  });
  return [...moved, ...cells];
}

/** Where the sheet's coded cells stand once its repeated rows came `rows` times. */
export function filledPlaces(sheet: SheetForm, rows: number, insertions: readonly Insertion[]): readonly FilledPlace[] {
  const own = insertions.filter((one) => one.sheet === sheet.name);
  return sheet.rows.flatMap(({ row, isRepeated, cells }) => {
    const first = rowAfter(row, own);
    const copies = isRepeated ? Array.from({ length: rows }, (_, copy) => copy) : [undefined];
    return copies.flatMap((copy) =>
      cells.flatMap(({ coded, column }) => {
        if (coded === undefined) return [];
        const codes = codesIn(coded.text.texts.join("")).codes.map(({ text }) => text);
        return [{ sheet: sheet.name, row: copy === undefined ? first : first + copy, column, codes, copy }];
      }),
    );
  });
}

/** Where a row stands after rows were put in above it. */
function rowAfter(row: number, insertions: readonly Insertion[]): number {
  return insertions.reduce((after, one) => (row > one.row ? after + one.count : after), row);
}

/** The cell with its value; undefined where it carries no code. */
function filledCell(
  { coded, column, span }: FormCell,
  { copy, number }: { readonly copy: number | undefined; readonly number: number },
  { sheet, setting }: RowPlace,
): Splice | undefined {
  if (coded === undefined) return undefined;
  const { bytes } = sheet;
  const value = (code: string): FilledCode => setting.filling.value(code, copy);
  const prefix = prefixOf(bytes, span);
  const style = span.attributes.get("s")?.text;
  const head = `<${prefix}c r="${addressText({ row: number, column })}"${style === undefined ? "" : ` s="${style}"`}`;
  const whole = coded.text.texts.join("");
  const [only] = codesIn(whole).codes;
  const figure = only !== undefined && whole.trim() === `{{${only.text}}}` ? value(only.text).number : undefined;
  if (figure !== undefined) {
    const shown = figure.isShare && !setting.showsPercent(Number(style ?? "0")) ? figure.value * 100 : figure.value;
    return { start: span.start, end: span.end, text: `${head}><${prefix}v>${shown}</${prefix}v></${prefix}c>` };
  }
  const splices = filledPieces(coded.part, coded.text, (code) => safeText(value(code).text));
  const { contentStart: start, contentEnd: end } = coded.span;
  const inner = stretchWith(coded.part, { start, end }, splices);
  const isEmpty =
    codesIn(whole).codes.every(({ text }) => value(text).text === "") && /^(\{\{[^{}]*\}\}|\s)*$/.test(whole);
  const text = isEmpty ? "/>" : ` t="inlineStr"><${prefix}is>${inner}</${prefix}is></${prefix}c>`;
  return { start: span.start, end: span.end, text: `${head}${text}` };
}

/** A formula that other cells share, by its number. */
function sharedMasters({ rows, bytes }: SheetForm): ReadonlyMap<string, FormCell> {
  const cells = rows.flatMap((row) => row.cells);
  return new Map(
    cells.flatMap((cell) => {
      const number = cell.formula?.attributes.get("si")?.text;
      const isMaster = cell.formula !== undefined && textOf(bytes, cell.formula) !== "";
      return number !== undefined && isMaster ? [[number, cell] as const] : [];
    }),
  );
}

function formulaSplices(cell: FormCell, copy: number | undefined, place: RowPlace): readonly Splice[] {
  const { formula, value, span } = cell;
  const { bytes } = place.sheet;
  if (formula === undefined) return [];
  const splices: Splice[] = [];
  if (value !== undefined) {
    splices.push({ start: value.start, end: value.end, text: "" });
    if (span.attributes.has("t")) splices.push(attributeSet(bytes, span, "t", "n"));
  }
  const text = movedFormula(cell, copy, place);
  if (place.setting.insertions.length === 0 || text === undefined) return splices;
  const name = `${prefixOf(bytes, formula)}f`;
  const list = formula.attributes.get("t")?.text === "array" ? formula.attributes.get("ref")?.text : undefined;
  const kind = list === undefined ? "" : ` t="array" ref="${moved(list, copy, cell, place)}"`;
  splices.push({ start: formula.start, end: formula.end, text: `<${name}${kind}>${escapeText(text)}</${name}>` });
  return splices;
}

/** The formula as it reads after all rows were put in; undefined for one that has no text of its own. */
function movedFormula(cell: FormCell, copy: number | undefined, place: RowPlace): string | undefined {
  const { formula } = cell;
  const { bytes } = place.sheet;
  if (formula === undefined) return undefined;
  const own = textOf(bytes, formula);
  const master = place.masters.get(formula.attributes.get("si")?.text ?? "");
  if (own !== "") return moved(own, copy, cell, place);
  if (master?.formula === undefined) return undefined;
  const by = { rows: cell.row - master.row, columns: cell.column - master.column };
  return moved(shared(textOf(bytes, master.formula), by), copy, cell, place);
}

function moved(text: string, copy: number | undefined, { row }: FormCell, { sheet, setting }: RowPlace): string {
  return setting.insertions.reduce(
    (formula, one) =>
      copy !== undefined && one.sheet === sheet.name && one.row === row
        ? inCopy(formula, one, copy)
        : afterInsertion(formula, one, { own: sheet.name, single: "stays" }),
    text,
  );
}

/** What names cells beside the rows themselves: merges, colours and limits by range, links, page breaks. */
function besideRows(sheet: SheetForm, own: readonly Insertion[]): readonly Splice[] {
  const { bytes, elements } = sheet;
  const after = (text: string): string =>
    own.reduce((list, one) => afterInsertion(list, one, { own: sheet.name, single: "grows" }), text);
  return elements.flatMap((element): readonly Splice[] => {
    const attribute = element.attributes.get(CELL_ATTRIBUTES.get(element.name) ?? "");
    if (element.name === "mergeCell") return mergeSplices(bytes, element, mergedRanges(element, sheet.name, own));
    if (element.name === "mergeCells") return mergeCount(sheet, element, own);
    if (attribute !== undefined) return valueChange(attribute, after(attribute.text));
    if (CELL_TEXTS.includes(element.name) && element.inside?.name !== "c") {
      const text = textOf(bytes, element);
      return textChange(element, text, after(text));
    }
    const below = element.name === "brk" ? element.attributes.get("id") : undefined;
    if (below === undefined) return [];
    return valueChange(below, String(rowAfter(Number(below.text) + 1, own) - 1));
  });
}

/** A merge inside a repeated row comes with every copy. */
function mergeSplices(bytes: Buffer, element: ElementSpan, refs: readonly string[]): readonly Splice[] {
  const ref = element.attributes.get("ref");
  if (ref === undefined || refs.length === 1) return ref === undefined ? [] : valueChange(ref, refs.join());
  const xml = refs.map((text) => `<${prefixOf(bytes, element)}mergeCell ref="${text}"/>`).join("");
  return [{ start: element.start, end: element.end, text: xml }];
}

function mergeCount({ name, elements }: SheetForm, list: ElementSpan, own: readonly Insertion[]): readonly Splice[] {
  const stated = list.attributes.get("count");
  const merges = elements.filter((one) => one.name === "mergeCell");
  const count = merges.reduce((sum, one) => sum + mergedRanges(one, name, own).length, 0);
  return stated === undefined ? [] : valueChange(stated, String(count));
}

/** The ranges that a merge becomes. */
function mergedRanges({ attributes }: ElementSpan, sheet: string, own: readonly Insertion[]): readonly string[] {
  return own.reduce<readonly string[]>(
    (list, one) => list.flatMap((text) => mergesAfter(text, one, sheet)),
    [attributes.get("ref")?.text ?? ""],
  );
}

function mergesAfter(ref: string, insertion: Insertion, sheet: string): readonly string[] {
  const { top, bottom } = parseRange(ref) ?? { top: undefined, bottom: undefined };
  if (top !== insertion.row || bottom !== insertion.row) {
    return [afterInsertion(ref, insertion, { own: sheet, single: "stays" })];
  }
  return Array.from({ length: insertion.count + 1 }, (_, copy) => inCopy(ref, insertion, copy));
}

function valueChange({ start, end, text }: AttributeSpan, after: string): readonly Splice[] {
  return text === after ? [] : [{ start, end, text: escapeText(after) }];
}
