// The rows of a blank form: numbered, named where names are known, linked to the sheet where names are typed, each with
// its live check; and the row of sums.

import { columnLetters } from "../../model/cell-address.js";
import { at } from "../../model/outcome.js";
import type { Look, PlannedCell } from "../../model/workbook-plan.js";
import type { FormColumn } from "../form-columns.js";
import { HOLDER_FIELD } from "../form-rows.js";
import { referenceText } from "../sheet-lines.js";
import { FAULT, faultFormula, type Spots } from "./live-checks.js";
import { CHECK_FIELD, isName } from "./template-columns.js";
import type { TemplateContext } from "./template-context.js";
import type { KnownRow } from "./template-request.js";

const UNFILLED = "Chưa điền số";
const TOTAL_LABEL = "Tổng cộng";

/** A sheet on which rows have their names. */
export interface NamedRows {
  readonly sheet: string;
  readonly columns: ReadonlyMap<string, number>;
  readonly firstRow: number;
}

export interface RowsPlace {
  readonly context: TemplateContext;
  readonly columns: readonly FormColumn[];
  readonly firstRow: number;
  /** Where names are typed; undefined on the sheet where they are. */
  readonly naming: NamedRows | undefined;
  readonly check: RowCheck;
  /** Rows of which nothing is known, by their number: the same for every unit. */
  readonly blankRows: Map<number, readonly PlannedCell[]>;
}

/** Cells of the row with this index (from 0). */
export function rowCells(place: RowsPlace, index: number): readonly PlannedCell[] {
  const known = place.context.request.rows[index];
  if (known !== undefined) return namedCells(place, index, known);
  return keptRow(place, place.firstRow + index, () => namedCells(place, index, undefined));
}

function keptRow({ blankRows }: RowsPlace, row: number, make: () => readonly PlannedCell[]): readonly PlannedCell[] {
  const cells = blankRows.get(row) ?? make();
  blankRows.set(row, cells);
  return cells;
}

function namedCells(place: RowsPlace, index: number, known: KnownRow | undefined): readonly PlannedCell[] {
  const row = place.firstRow + index;
  return place.columns.map(({ field, kind }, position): PlannedCell => {
    const column = position + 1;
    if (field === CHECK_FIELD) return { column, ...checkCell(place, row, known) };
    if (field.code === "row.number") return { column, value: index + 1, look: "centred" };
    if (field.code === HOLDER_FIELD) return { column, value: null, look: "centred" };
    if (kind !== "text") return { column, value: known?.openings.get(field.code) ?? null, look: "entry-number" };
    if (field.role === "identity") return { column, ...identityCell(place, { index, code: field.code, known }) };
    return { column, value: known?.categories.get(field.code) ?? null, look: "entry-text" };
  });
}

/** Cells of a row for a fund of the unit's own. */
export function fundCells(
  place: RowsPlace,
  { index, row }: { readonly index: number; readonly row: number },
): readonly PlannedCell[] {
  const known = place.context.request.funds[index];
  if (known !== undefined) return namedFund(place, { index, row }, known);
  return keptRow(place, row, () => namedFund(place, { index, row }, undefined));
}

function namedFund(
  place: RowsPlace,
  { index, row }: { readonly index: number; readonly row: number },
  known: KnownRow | undefined,
): readonly PlannedCell[] {
  const { request } = place.context;
  return place.columns.map(({ field, kind }, position): PlannedCell => {
    const column = position + 1;
    if (field === CHECK_FIELD) return { column, ...checkCell(place, row, known) };
    if (field.code === "row.number") return { column, value: request.rowCount + index + 1, look: "centred" };
    if (kind !== "text") return { column, value: known?.openings.get(field.code) ?? null, look: "entry-number" };
    if (isName(field)) return { column, value: known?.name ?? null, look: "entry-text" };
    if (field.role === "identity") return { column, value: null, look: "centred" };
    return { column, value: known?.categories.get(field.code) ?? null, look: "entry-text" };
  });
}

/** Cells of the row of sums, which stands at `row`. */
export function totalCells(place: RowsPlace, row: number): readonly PlannedCell[] {
  const { columns, firstRow, context } = place;
  const known = [...context.request.rows, ...(hasFunds(columns) ? context.request.funds : [])];
  return columns.map(({ field, kind }, position): PlannedCell => {
    const column = position + 1;
    const letters = columnLetters(column);
    const range = `${letters}${firstRow}:${letters}${row - 1}`;
    if (field === CHECK_FIELD) {
      const faults = `COUNTIF(${range},"${FAULT}*")`;
      const formula = `IF(${faults}>0,"${FAULT}: "&${faults}&" dòng cần sửa","")`;
      return { column, value: "", formula, look: "total-label" };
    }
    if (kind === "text") return { column, value: isName(field) ? TOTAL_LABEL : null, look: "total-label" };
    const values = known.flatMap(({ openings }) => openings.get(field.code) ?? []);
    const sum = values.length === 0 ? "" : values.reduce((total, value) => total + value, 0);
    return { column, value: sum, formula: `IF(COUNT(${range})=0,"",SUM(${range}))`, look: "total-count" };
  });
}

function hasFunds(columns: readonly FormColumn[]): boolean {
  return columns.some(({ field }) => field.code === HOLDER_FIELD);
}

/** Names and codes: of child units as the register has them; of branches typed once and shown on the other sheets. */
function identityCell(
  { context, naming }: RowsPlace,
  { index, code, known }: { readonly index: number; readonly code: string; readonly known: KnownRow | undefined },
): { readonly value: string | null; readonly formula?: string; readonly look: Look } {
  const text = (code.endsWith(".name") ? known?.name : known?.code) ?? "";
  const isCode = code.endsWith(".code");
  if (context.grain === "upper") return { value: text === "" ? null : text, look: isCode ? "centred" : "text" };
  const column = naming?.columns.get(code);
  if (naming === undefined || column === undefined) {
    return { value: text === "" ? null : text, look: isCode ? "entry-centred" : "entry-text" };
  }
  const there = referenceText({ sheet: naming.sheet, row: naming.firstRow + index, column });
  // Not in the format of text: LibreOffice loses the result of such a formula when it saves an .xls.
  return { value: text, formula: `IF(${there}="","",${there})`, look: isCode ? "centred" : "label" };
}

/** The check of any row: `formula` gives it for a row of the sheet. It is put together once for all rows of a form. */
export interface RowCheck {
  readonly formula: (row: number) => string;
  /** Indicators of the form. */
  readonly codes: ReadonlySet<string>;
}

/** The check of the rows of these columns. */
export function rowCheckOf(columns: readonly FormColumn[], { catalogue, request, grain }: TemplateContext): RowCheck {
  const figures = columns.flatMap(({ kind }, position) => (kind === "text" ? [] : [position + 1]));
  const [first = 1] = figures;
  const last = figures.at(-1) ?? first;
  const cell = (column: number): string => columnLetters(column) + ANY_ROW;
  const name = cell(columns.findIndex(({ field }) => isName(field)) + 1);
  const spots: Spots = new Map(
    figures.map((column, order) => [
      at(columns, column - 1).field.code,
      { cell: cell(column), called: `cột ${order + 1}` },
    ]),
  );
  const subject = grain === "branch" ? "branch" : "child";
  const faults = faultFormula(spots, { catalogue, period: request.period, subject }) ?? '""';
  const isBlank = `COUNT(${cell(first)}:${cell(last)})=0`;
  const parts = `IF(${isBlank},IF(${name}="","","${UNFILLED}"),${faults})`.split(ANY_ROW);
  return { formula: (row) => parts.join(String(row)), codes: new Set(spots.keys()) };
}

/** What stands for the row in a formula that is the same for every row. */
const ANY_ROW = "\u0001";

function checkCell({ check }: RowsPlace, row: number, known: KnownRow | undefined) {
  const hasNothing = known !== undefined && [...known.openings.keys()].every((code) => !check.codes.has(code));
  return { value: hasNothing ? UNFILLED : "", formula: check.formula(row), look: "check" } as const;
}
