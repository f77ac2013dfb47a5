// Two runs side by side as a workbook: every figure of the unit, those asked for most of each unit below it, and what has to
// be known when they are compared.

import type { UnitRef } from "../model/aggregation.js";
import { columnLetters } from "../model/cell-address.js";
import type { TotalsByIndicator } from "../model/fact.js";
import type { Indicator } from "../model/indicator.js";
import { DIVISION_COLUMNS, DIVISION_PATH } from "../model/split-key.js";
import type { Look, PlannedCell, PlannedSheet, WorkbookPlan } from "../model/workbook-plan.js";
import { plainTableSheet, rowsAbove } from "./plain-table.js";
import { lookOf, reportValue } from "./report/shown-figure.js";

export interface ComparedFigures {
  readonly unit: UnitRef;
  /** Undefined where the earlier side has nothing of this territory. */
  readonly before: TotalsByIndicator | undefined;
  readonly after: TotalsByIndicator;
}

export interface CompareReport {
  /** What each side is, and of how many units: a line for the earlier one, a line for the later one. */
  readonly sides: readonly string[];
  readonly total: ComparedFigures;
  readonly children: readonly ComparedFigures[];
  /** Sentences. */
  readonly reasons: readonly string[];
  /** To be decided by a person, unit by unit. */
  readonly open: readonly OpenDivision[];
  readonly created: string;
  readonly toolVersion: string;
}

/** A unit whose figures nothing divides among the units that took over its people. */
export interface OpenDivision {
  readonly old: string;
  readonly oldName: string;
  readonly heirs: readonly { readonly key: string; readonly name: string }[];
}

const FIGURES = ["Trước", "Sau", "Tăng, giảm", "Tăng, giảm (%)", "Ghi chú"] as const;
const ESTIMATES = "trước: có phần ước tính";

/** Differences are live formulas; where one side is not known there is none. */
export function layOutCompare(report: CompareReport, indicators: readonly Indicator[]): WorkbookPlan {
  const { sides, total, children, reasons, created, toolVersion } = report;
  const title = `So sánh ${total.unit.name}`;
  const first = rowsAbove(sides.length) + 1;
  const own = figureRows([total], indicators);
  const each = figureRows(
    children,
    indicators.filter(({ isHeadline }) => isHeadline),
  );
  const tableOf = (name: string, headings: readonly string[], widths: readonly number[]) => ({
    name,
    title,
    lines: sides,
    headings: ["STT", ...headings, ...FIGURES],
    widths: [6, ...widths, 18, 18, 18, 12, 14],
    whenEmpty: "Không có chỉ tiêu nào có số liệu.",
    footer: `${name} – ${total.unit.name}`,
  });
  return {
    title,
    creator: `khuyenhoc ${toolVersion}`,
    created,
    sheets: [
      plainTableSheet({
        ...tableOf("So sánh", ["Chỉ tiêu", "Đơn vị tính"], [48, 14]),
        rows: own.map((row, index) => [...nameCells(row, index, []), ...figureCells(row, 4, first + index)]),
      }),
      plainTableSheet({
        ...tableOf("Từng đơn vị", ["Đơn vị", "Mã số", "Chỉ tiêu", "Đơn vị tính"], [30, 11, 40, 14]),
        rows: each.map((row, index) => [
          ...nameCells(row, index, [row.unit.name, row.unit.code]),
          ...figureCells(row, 6, first + index),
        ]),
      }),
      plainTableSheet({
        name: "Cần biết",
        title,
        lines: sides,
        headings: ["STT", "Cần biết khi đọc số so sánh"],
        widths: [6, 110],
        rows: reasons.map((text, index) => [
          { column: 1, value: index + 1, look: "centred" },
          { column: 2, value: text, look: "text" },
        ]),
        whenEmpty: "Hai bên cùng phạm vi, cùng cách tính.",
        footer: `Cần biết – ${total.unit.name}`,
      }),
      ...(report.open.length === 0 ? [] : [openSheet(report, title)]),
    ],
  };
}

/** Every heir of every undivided unit once, in the columns of the declaration that settles it. */
function openSheet({ open, total, sides }: CompareReport, title: string): PlannedSheet {
  const rows = open.flatMap(({ old, oldName, heirs }) => heirs.map(({ key, name }) => [oldName, name, old, key]));
  return plainTableSheet({
    name: "Cần quyết định",
    title,
    lines: [
      ...sides,
      `Ghi nơi mỗi chi hội đã về (branches) hoặc số dân (weight), và căn cứ (source), vào ${DIVISION_PATH} của thư mục khai báo.`,
    ],
    headings: ["STT", "Đơn vị cũ", "Nơi nhận", ...DIVISION_COLUMNS],
    widths: [6, 30, 30, 20, 20, 30, 12, 30],
    rows: rows.map((texts, index) => [
      { column: 1, value: index + 1, look: "centred" },
      ...[...texts, "", "", ""].map((value, place): PlannedCell => ({ column: place + 2, value, look: "text" })),
    ]),
    whenEmpty: "",
    footer: `Cần quyết định – ${total.unit.name}`,
  });
}

interface FigureRow {
  readonly unit: UnitRef;
  readonly indicator: Indicator;
  readonly before: number | string | null;
  readonly after: number | string | null;
  /** True where a part of what was before was divided by a declared weight. */
  readonly isEstimate: boolean;
}

/** A row for each indicator of which one side knows a figure. */
function figureRows(units: readonly ComparedFigures[], indicators: readonly Indicator[]): readonly FigureRow[] {
  return units.flatMap(({ unit, before, after }) =>
    indicators.flatMap((indicator): readonly FigureRow[] => {
      const [then, now] = [before?.get(indicator.code), after.get(indicator.code)];
      if (then?.quantity.kind !== "known" && now?.quantity.kind !== "known") return [];
      const [a, b] = [then, now].map((total) => (total === undefined ? null : reportValue(total.quantity)));
      return [{ unit, indicator, before: a ?? null, after: b ?? null, isEstimate: then?.estimate === true }];
    }),
  );
}

function nameCells({ indicator }: FigureRow, index: number, unit: readonly string[]): readonly PlannedCell[] {
  const texts = [...unit, indicator.name, indicator.measuredIn];
  return [
    { column: 1, value: index + 1, look: "centred" },
    ...texts.map((value, place): PlannedCell => ({ column: place + 2, value, look: "text" })),
  ];
}

/** Before, after, the difference and its share of what was before, from column `left` on, in a 1-based row. */
function figureCells(figures: FigureRow, left: number, row: number): readonly PlannedCell[] {
  const note: PlannedCell = { column: left + 4, value: figures.isEstimate ? ESTIMATES : null, look: "text" };
  return [...changeCells(figures, left, row), note];
}

function changeCells({ indicator, before, after }: FigureRow, left: number, row: number): readonly PlannedCell[] {
  const look = lookOf(indicator);
  const [a, b, change] = [0, 1, 2].map((place) => `${columnLetters(left + place)}${row}`);
  const cells: PlannedCell[] = [
    { column: left, value: before, look },
    { column: left + 1, value: after, look },
  ];
  if (typeof before !== "number" || typeof after !== "number") return [...cells, ...emptyCells(left + 2, look)];
  const signed = look === "ratio" ? "signed-ratio" : "signed-count";
  cells.push({ column: left + 2, value: after - before, formula: `${b}-${a}`, look: signed });
  const hasShare = look !== "ratio" && before !== 0;
  cells.push(
    hasShare
      ? { column: left + 3, value: (after - before) / before, formula: `${change}/${a}`, look: "signed-ratio" }
      : { column: left + 3, value: null, look: "text" },
  );
  return cells;
}

function emptyCells(column: number, look: Look): readonly PlannedCell[] {
  return [
    { column, value: null, look },
    { column: column + 1, value: null, look },
  ];
}
