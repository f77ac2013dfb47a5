// An office's own workbook, in which codes stand where figures belong → the form it is: the label beside each code, and
// the headings above each code of a repeated row, told as they will be told in the reports that come back.

import { addressText } from "../model/cell-address.js";
import type { DraftedField, DraftedForm } from "../model/drafted-form.js";
import { type CategoryCode, codesIn, type FormCode } from "../model/form-code.js";
import { type Grid, shownText, type WorkbookGrid } from "../model/grid.js";
import { at } from "../model/outcome.js";
import type { FormFault } from "../model/own-form.js";
import { tidyText } from "../model/text.js";
import { columnOf, isShown, rowStart, textIn } from "./cell-kinds.js";
import { isCodeRow } from "./code-row.js";
import type { HeadingBand } from "./heading-band.js";
import { tiersOf } from "./heading-tiers.js";

/** What texts mean: a code between braces, and a heading of a column without one. */
export interface Meanings {
  readonly codeOf: (text: string) => FormCode | undefined;
  readonly sortingColumn: (heading: string) => CategoryCode | undefined;
}

export interface DraftedForms {
  readonly forms: readonly DraftedForm[];
  readonly faults: readonly FormFault[];
}

const MOST_TIERS = 4;
/** So many lines above the headings are looked at for titles. */
const TITLE_LINES = 8;
const SHORTEST_TITLE = 6;

/** The forms of a workbook, one for each sheet that carries codes. */
export function draftForms(book: WorkbookGrid, meanings: Meanings): DraftedForms {
  const drafts = book.sheets.map((grid) => draftForm(grid, meanings));
  return {
    forms: drafts.flatMap(({ form }) => form ?? []),
    faults: drafts.flatMap(({ faults }) => faults),
  };
}

interface CodedCell {
  readonly row: number;
  readonly column: number;
  readonly index: number;
  readonly codes: readonly FormCode[];
  /** Nothing but codes stands in the cell. */
  readonly isAlone: boolean;
}

function draftForm(
  grid: Grid,
  { codeOf, sortingColumn }: Meanings,
): { readonly form?: DraftedForm; readonly faults: readonly FormFault[] } {
  const cells = codedCells(grid, codeOf);
  if (cells.length === 0) return { faults: [] };
  const place = (cell: CodedCell): string => `${grid.name} › ${addressText(cell)}`;
  const marks = cells.flatMap((cell) => cell.codes.flatMap((code) => (code.kind === "repeat" ? [{ cell, code }] : [])));
  const [mark, another] = marks;
  if (another !== undefined) {
    return { faults: [{ place: place(another.cell), why: "một trang chỉ khai báo được một bảng có dòng lặp" }] };
  }
  const pairs = cells
    .filter(({ row, isAlone }) => row !== mark?.cell.row && isAlone)
    .map((cell) => pairOf(grid, cell, place(cell)));
  const band = mark === undefined ? undefined : bandAbove(grid, mark.cell.row);
  const inRow = cells.filter(({ row }) => row === mark?.cell.row);
  const columns =
    band === undefined || mark === undefined
      ? []
      : [
          ...columnsOf(grid, band, inRow),
          ...uncodedColumns(grid, { band, row: mark.cell.row, grain: mark.code.grain, inRow }, sortingColumn),
        ];
  const faults = [...pairs, ...columns].flatMap(({ heading, place: where, isNeeded }): readonly FormFault[] =>
    heading === "" && isNeeded ? [{ place: where, why: "không thấy tiêu đề hay nhãn nào cạnh mã này" }] : [],
  );
  const told = (fields: readonly (DraftedField & { readonly isNeeded: boolean })[]): readonly DraftedField[] =>
    fields
      .filter(({ heading }) => heading !== "")
      .map(({ code, heading, place: where }) => ({ code, heading, place: where }));
  const table = mark === undefined ? undefined : { grain: mark.code.grain, columns: told(columns) };
  const titles = titlesAbove(grid, band?.top ?? Math.min(...cells.map(({ row }) => row)));
  return { form: { sheet: grid.name, titles, pairs: told(pairs), table }, faults };
}

function codedCells(grid: Grid, codeOf: Meanings["codeOf"]): readonly CodedCell[] {
  const cells: CodedCell[] = [];
  for (let row = 1; row <= grid.rowCount; row += 1) {
    for (let index = rowStart(grid, row); index < rowStart(grid, row + 1); index += 1) {
      const text = textIn(grid, index);
      const found = text === undefined ? [] : codesIn(text).codes;
      if (text === undefined || found.length === 0) continue;
      const isAlone = text.replace(/\{\{[^{}]*\}\}/g, "").trim() === "";
      cells.push({
        row,
        column: columnOf(grid, index),
        index,
        codes: found.flatMap((one) => codeOf(one.text) ?? []),
        isAlone,
      });
    }
  }
  return cells;
}

type Told = DraftedField & { readonly isNeeded: boolean };

/** The code of a cell beside its label: the nearest text to the left, else the one above. */
function pairOf(grid: Grid, cell: CodedCell, place: string): Told {
  const code = at(cell.codes, cell.codes.length - 1);
  const left = Array.from({ length: cell.index - rowStart(grid, cell.row) }, (_, back) => cell.index - 1 - back);
  const beside = left.find((index) => isShown(grid, index));
  const above = beside ?? cellAbove(grid, cell);
  const heading = above === undefined ? "" : withoutColon(shownText(grid, above));
  return { code, heading, place, isNeeded: code.kind === "figure" };
}

function cellAbove(grid: Grid, { row, column }: CodedCell): number | undefined {
  if (row === 1) return undefined;
  for (let index = rowStart(grid, row - 1); index < rowStart(grid, row); index += 1) {
    if (columnOf(grid, index) === column && isShown(grid, index)) return index;
  }
  return undefined;
}

/** A label that is itself a code, or a number, is none. */
function withoutColon(text: string): string {
  const tidy = tidyText(text).replace(/\s*:$/, "");
  return /\{\{|^[\d.,]+$/.test(tidy) ? "" : tidy;
}

/** The rows of headings above a row: those with more than one text, passing over the row of column numbers. */
function bandAbove(grid: Grid, row: number): HeadingBand {
  let bottom = row - 1;
  while (bottom > 1 && (isCodeRow(grid, bottom) || textCount(grid, bottom) === 0)) bottom -= 1;
  let top = bottom;
  while (top > 1 && bottom - top < MOST_TIERS - 1 && isHeadingRow(grid, top - 1)) top -= 1;
  const merges = grid.merges.filter((merge) => merge.bottom >= top && merge.top <= bottom);
  return { top, bottom, merges };
}

/** Labels with a code beside them are no headings, however near to the table they stand. */
function isHeadingRow(grid: Grid, row: number): boolean {
  for (let index = rowStart(grid, row); index < rowStart(grid, row + 1); index += 1) {
    if (textIn(grid, index)?.includes("{{") === true) return false;
  }
  return textCount(grid, row) > 1;
}

function textCount(grid: Grid, row: number): number {
  let count = 0;
  for (let index = rowStart(grid, row); index < rowStart(grid, row + 1); index += 1) {
    if (isShown(grid, index) && !(textIn(grid, index) ?? "").includes("{{")) count += 1;
  }
  return count;
}

function columnsOf(grid: Grid, band: HeadingBand, cells: readonly CodedCell[]): readonly Told[] {
  const tiers = new Map(tiersOf(grid, band).map((one) => [one.column, one.tiers]));
  return cells.flatMap(({ row, column, codes }) =>
    codes
      .filter(({ kind }) => kind !== "repeat")
      .map((code): Told => {
        const heading = (tiers.get(column) ?? []).join(" ");
        return { code, heading, place: `${grid.name} › ${addressText({ row, column })}`, isNeeded: true };
      }),
  );
}

interface Uncoded {
  readonly band: HeadingBand;
  readonly row: number;
  readonly grain: "upper" | "branch";
  readonly inRow: readonly CodedCell[];
}

/** Columns of the repeated row without a code whose heading says that they sort the rows. */
function uncodedColumns(
  grid: Grid,
  { band, row, grain, inRow }: Uncoded,
  sortingColumn: Meanings["sortingColumn"],
): readonly Told[] {
  return tiersOf(grid, band).flatMap(({ column, tiers }): readonly Told[] => {
    const heading = tiers.join(" ");
    const code = inRow.some((cell) => cell.column === column) ? undefined : sortingColumn(heading);
    const place = `${grid.name} › ${addressText({ row, column })}`;
    return code === undefined || !code.declaredAt.has(grain) ? [] : [{ code, heading, place, isNeeded: false }];
  });
}

function titlesAbove(grid: Grid, row: number): readonly string[] {
  const titles: string[] = [];
  for (let line = Math.max(1, row - TITLE_LINES); line < row; line += 1) {
    for (let index = rowStart(grid, line); index < rowStart(grid, line + 1); index += 1) {
      const text = tidyText(textIn(grid, index) ?? "");
      if (text.length >= SHORTEST_TITLE && text === text.toUpperCase() && !text.includes("{{")) titles.push(text);
    }
  }
  return titles;
}
