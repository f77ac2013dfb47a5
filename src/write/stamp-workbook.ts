// Many workbooks of one shape: the first is made by exceljs, the others are that package with other values. Parts in
// which nothing differs keep the bytes they were packed in.

import { addressText } from "../model/cell-address.js";
import { at } from "../model/outcome.js";
import type { PlannedCell, PlannedRow, PlannedSheet, WorkbookPlan } from "../model/workbook-plan.js";
import { ZipPackage } from "../ooxml/zip-package.js";
import { copyPart, type PackedPart, packPart, writeZip } from "../ooxml/zip-writer.js";
import { type CellPatch, createSheetPatcher, type SheetPatcher } from "./patch-sheet.js";
import { createStringPatcher } from "./patch-strings.js";
import { writeWorkbook } from "./write-workbook.js";

/** Writes a workbook of the model's shape. A plan of another shape is our mistake and throws. */
export type Stamp = (plan: WorkbookPlan) => Uint8Array;

const STRINGS = "xl/sharedStrings.xml";

/** What differs from the model on one sheet. */
interface SheetChanges {
  readonly cells: readonly CellPatch[];
  readonly heights: ReadonlyMap<number, number>;
}

/** Makes the model's package once. */
export async function createStamp(model: WorkbookPlan): Promise<Stamp> {
  const archive = new ZipPackage(await writeWorkbook(model));
  const text = (part: string): string => archive.read(part)?.toString("utf8") ?? "";
  const packed = archive.entries.map(({ name }) => copyPart(archive, name)).filter((part) => part !== undefined);
  const sheetParts = model.sheets.map((_, index) => `xl/worksheets/sheet${index + 1}.xml`);
  const patchers = new Map<string, SheetPatcher>();
  const patcherOf = (part: string): SheetPatcher => {
    const known = patchers.get(part) ?? createSheetPatcher(text(part));
    patchers.set(part, known);
    return known;
  };
  const uses = usesOf(model);
  const strings = createStringPatcher(text(STRINGS));
  return (plan) => {
    if (plan.sheets.length !== model.sheets.length) throw anotherShape("sheets");
    const changes = plan.sheets.map((sheet, index) => changesOf(sheet, at(model.sheets, index)));
    const renamed = renamedTexts(changes, uses);
    const parts = new Map<string, PackedPart>();
    if (renamed.size > 0) parts.set(STRINGS, packPart(STRINGS, Buffer.from(strings(renamed), "utf8")));
    for (const [index, { cells, heights }] of changes.entries()) {
      const left = cells.filter(({ before }) => typeof before !== "string" || !renamed.has(before));
      if (left.length === 0 && heights.size === 0) continue;
      const part = at(sheetParts, index);
      parts.set(part, packPart(part, Buffer.from(patcherOf(part)(left, heights), "utf8")));
    }
    return writeZip(packed.map((part) => parts.get(part.name) ?? part));
  };
}

/** How many cells hold each text: where all of them change alike, the text itself is changed. */
function usesOf({ sheets }: WorkbookPlan): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const sheet of sheets) {
    for (const { cells } of sheet.rows) {
      for (const { value, formula } of cells) {
        if (typeof value !== "string" || formula !== undefined) continue;
        const before = uses.get(value);
        uses.set(value, before === undefined ? 1 : before + 1);
      }
    }
  }
  return uses;
}

/** Texts that become another one in every cell that holds them. */
function renamedTexts(
  changes: readonly SheetChanges[],
  uses: ReadonlyMap<string, number>,
): ReadonlyMap<string, string> {
  const wanted = new Map<string, { readonly to: string; count: number }>();
  const mixed = new Set<string>();
  for (const { cells } of changes) {
    for (const { before, value, hasFormula } of cells) {
      if (typeof before !== "string" || hasFormula) continue;
      const known = wanted.get(before);
      if (typeof value !== "string" || (known !== undefined && known.to !== value)) mixed.add(before);
      else if (known === undefined) wanted.set(before, { to: value, count: 1 });
      else known.count += 1;
    }
  }
  const whole = [...wanted].filter(([text, { count }]) => !mixed.has(text) && count === uses.get(text));
  return new Map(whole.map(([text, { to }]) => [text, to]));
}

function changesOf(sheet: PlannedSheet, model: PlannedSheet): SheetChanges {
  if (sheet.rows.length !== model.rows.length || sheet.name !== model.name) throw anotherShape(sheet.name);
  const cells: CellPatch[] = [];
  const heights = new Map<number, number>();
  for (const [index, row] of sheet.rows.entries()) {
    const before = at(model.rows, index);
    if (row.height !== before.height && row.height !== undefined) heights.set(row.row, row.height);
    compareCells(row, before, cells);
  }
  return { cells, heights };
}

function compareCells(row: PlannedRow, model: PlannedRow, into: CellPatch[]): void {
  if (row.cells === model.cells) return;
  if (row.row !== model.row || row.cells.length !== model.cells.length) throw anotherShape(`row ${row.row}`);
  for (let index = 0; index < row.cells.length; index += 1) {
    const cell = at(row.cells, index);
    const before = at(model.cells, index);
    if (!isAlike(cell, before)) throw anotherShape(addressText({ row: row.row, column: cell.column }));
    if (cell.value === before.value) continue;
    into.push({
      address: addressText({ row: row.row, column: cell.column }),
      value: cell.value,
      before: before.value,
      hasFormula: cell.formula !== undefined,
    });
  }
}

function isAlike(cell: PlannedCell, model: PlannedCell): boolean {
  return cell.column === model.column && cell.look === model.look && cell.formula === model.formula;
}

function anotherShape(where: string): Error {
  return new Error(`the workbook has another shape than its model: ${where}`);
}
