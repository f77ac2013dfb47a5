// A page of a report that is one table: its mark and title, headings in tiers with a row of column codes, rows, notes.

import type { CellRange } from "../../model/cell-address.js";
import type { ReportColumn, TablePage } from "../../model/report.js";
import type { PlannedCell, PlannedSheet } from "../../model/workbook-plan.js";
import { addUnseenMark } from "../own-sheet-mark.js";
import { type PageFrame, pageFrame } from "../page-frame.js";
import { addSpanning, beginSheet, type SheetLines } from "../sheet-lines.js";
import { heightOf, linesNeeded } from "../text-size.js";
import { absentRows } from "./absent-rows.js";
import { fundRows } from "./fund-rows.js";
import { EMPTY, type GridRow } from "./grid.js";
import { indicatorRows } from "./indicator-rows.js";
import { tableBreaks } from "./page-breaks.js";
import { recordRows } from "./record-rows.js";
import type { ReportContext } from "./report-context.js";
import { reportNotes } from "./report-notes.js";
import { restatedUnitNotes } from "./restated-notes.js";
import { say } from "./say.js";
import { scoreRows } from "./score-rows.js";
import { addTableHeading, headingTiers } from "./table-heading.js";
import { gridWidths } from "./table-widths.js";
import { tallyRows } from "./tally-rows.js";
import { unitRows } from "./unit-rows.js";
import { yearRows } from "./year-rows.js";

/** Tables that show no figures of the area. */
const WITHOUT_FIGURES: ReadonlySet<string> = new Set([
  "hand",
  "absent",
  "records",
  "tally",
  "criteria",
  "scores",
  "ranking",
]);
const MARK_ROW = 1;
const MARKS = "Dấu … là chưa có số liệu; dấu — là không thuộc diện báo cáo hoặc chưa có chương trình.";

/** The table before it is put on its sheet: the lines above it, its rows, and the sheet's row of the first of them. */
export interface TableGrid {
  readonly page: TablePage;
  readonly top: readonly TopLine[];
  readonly rows: readonly GridRow[];
  readonly first: number;
}

/** The table of a page, whose formulas know where it will stand. */
export function tableGrid(page: TablePage, context: ReportContext): TableGrid {
  const top = topLines(page, context);
  const first = MARK_ROW + top.length + headingTiers(page.columns) + 2;
  return { page, top, rows: rowsOf(page, first, context), first };
}

/** The page as planned. */
export function tablePage({ page, top, rows, first }: TableGrid, context: ReportContext): PlannedSheet {
  const { columns } = page;
  const widths = gridWidths(page, rows);
  const frame = pageFrame(widths, page.isLandscape ? textColumns(columns) : 0);
  const lines = beginSheet();
  addUnseenMark(lines);
  for (const line of top) addSpanning(lines, line, frame);
  const heading = addTableHeading(lines, columns, widths, context);
  if (lines.next() !== first) throw new Error("rows of a table do not begin where its formulas say");
  for (const row of rows) addRow(lines, row, widths);
  const lastRow = lines.next() - 1;
  addNotes(lines, page, frame, context);
  const bars = shareBars(columns, rows, first);
  const sheet = lines.finish({
    name: page.name,
    visibility: "visible",
    ...(bars.length === 0 ? {} : { bars }),
    widths,
    freeze: { rows: heading.last, columns: textColumns(columns) },
    print: {
      landscape: page.isLandscape,
      repeatRows: { from: heading.first, to: heading.last },
      footer: "",
      header: context.stamp,
      document: { numbersFirst: true },
      ...frame.print,
    },
  });
  const groups = new Set(rows.flatMap(({ cells }, index) => (cells[0]?.look === "group" ? [first + index] : [])));
  const breaks = tableBreaks(sheet, { heading, lastRow, groups, isLandscape: page.isLandscape });
  return breaks.length === 0 ? sheet : { ...sheet, print: { ...sheet.print, breaks } };
}

/** Columns of shares reached, where several units, years or indicators stand below each other to be compared. */
function shareBars(columns: readonly ReportColumn[], rows: readonly GridRow[], first: number): readonly CellRange[] {
  const compared = rows.flatMap(({ subject, cells }, index) => (subject === undefined ? [] : [{ cells, index }]));
  const [top, bottom] = [compared.at(0), compared.at(-1)];
  if (top === undefined || bottom === undefined || top === bottom) return [];
  return columns.flatMap(({ show }, column) => {
    const shown = compared.flatMap(({ cells }) => cells[column] ?? []).filter(({ value }) => typeof value === "number");
    const isReached = show === "figure" || show === "attainment";
    const isShare = isReached && shown.length > 1 && shown.every(({ look }) => look === "ratio");
    const range = { top: first + top.index, left: column + 1, bottom: first + bottom.index, right: column + 1 };
    return isShare ? [range] : [];
  });
}

type TopLine = Parameters<typeof addSpanning>[1];

function topLines(page: TablePage, context: ReportContext): readonly TopLine[] {
  const money = hasMoney(page, context) ? [{ value: "Đơn vị tính tiền: đồng", look: "money-unit" } as const] : [];
  const stamp = context.stamp === "" ? [] : [{ value: context.stamp, look: "warning" } as const];
  return [
    { value: page.mark.toUpperCase(), look: "annex-mark" },
    { value: say(page.title, context), look: "report-title" },
    { value: `${context.input.basis.unit.name}. ${context.layout.periodLine}.`, look: "subtitle" },
    ...stamp,
    ...money,
  ];
}

function hasMoney(page: TablePage, { catalogue }: ReportContext): boolean {
  const listed = page.rows.by === "indicators" ? page.rows.groups.flatMap(({ indicators }) => indicators) : [];
  const codes = [...listed, ...page.columns.flatMap(({ indicator, fields }) => indicator ?? fields ?? [])];
  return codes.some((code) => catalogue.indicators.get(code)?.measuredIn.startsWith("đồng"));
}

function rowsOf(page: TablePage, first: number, context: ReportContext): readonly GridRow[] {
  const { rows, columns } = page;
  switch (rows.by) {
    case "indicators":
      return indicatorRows(rows, columns, context);
    case "units":
      return unitRows(columns, first, context);
    case "years":
      return yearRows(page, context);
    case "absent":
      return absentRows(columns, context);
    case "records":
      return recordRows(rows, columns, { first, context });
    case "tally":
      return tallyRows(rows, columns, { first, context });
    case "holders":
    case "funds":
      return fundRows(rows, columns, { first, context });
    case "criteria":
    case "ranking":
    case "scores":
      return scoreRows(rows.by, columns, { first, context });
    case "hand":
      return Array.from({ length: rows.count }, (_, index): GridRow => handRow(columns, index + 1));
  }
}

function handRow(columns: readonly ReportColumn[], number: number): GridRow {
  const cells = columns.map(({ show }) => (show === "number" ? { value: number, look: "centred" as const } : EMPTY));
  return { kind: "data", cells };
}

function addRow(lines: SheetLines, { kind, cells }: GridRow, widths: readonly number[]): void {
  const [only] = cells;
  if (kind === "span" && only !== undefined) {
    const room = widths.reduce((sum, width) => sum + width, 0);
    const text = typeof only.value === "string" ? only.value : "";
    const row = lines.add(
      widths.map((_, index) => ({ ...(index === 0 ? only : { value: null, look: only.look }), column: index + 1 })),
      heightOf(linesNeeded(text, room)),
    );
    lines.merge({ top: row, left: 1, bottom: row, right: widths.length });
    return;
  }
  const planned = cells.map((cell, index): PlannedCell => ({ ...cell, column: index + 1 }));
  const needed = planned.map(({ value, column }) =>
    typeof value === "string" ? linesNeeded(value, widths[column - 1] ?? 1) : 1,
  );
  lines.add(planned, heightOf(Math.max(1, ...needed)));
}

function addNotes(lines: SheetLines, page: TablePage, frame: PageFrame, context: ReportContext): void {
  const declared = page.notes.map((note) => say(note, context));
  const units = page.rows.by === "units" && looksBack(page.columns) ? restatedUnitNotes(context.input) : [];
  const figures = WITHOUT_FIGURES.has(page.rows.by) ? [] : [...reportNotes(context), ...units, MARKS];
  const notes = [...declared, ...figures];
  if (notes.length === 0) return;
  lines.skip();
  for (const value of notes) addSpanning(lines, { value: `Ghi chú: ${value}`, look: "note" }, frame);
}

/** True where figures of an earlier time stand beside those of the report's own. */
function looksBack(columns: readonly ReportColumn[]): boolean {
  return columns.some(({ show, when }) => when !== "this" || show === "change" || show === "growth");
}

/** Columns that say who or what a row is about. */
function textColumns(columns: readonly ReportColumn[]): number {
  const last = columns.findLastIndex(({ show }) => show === "number" || show === "name");
  return last + 1;
}
