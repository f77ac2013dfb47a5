// Rows of a table by units: one line for each direct reporter, what belongs to none of them, and the total.

import type { ReceivedAs } from "../../model/aggregation.js";
import type { Indicator } from "../../model/indicator.js";
import type { MonthRange } from "../../model/period.js";
import type { Quantity } from "../../model/quantity.js";
import type { ReportColumn, Show } from "../../model/report.js";
import { RECEIVED_TEXTS } from "../cell-texts.js";
import { sourceLink } from "../sources-sheet.js";
import { cellText, EMPTY, type GridCell, type GridRow, live } from "./grid.js";
import { ownFigure, type ReportContext, unitFigure } from "./report-context.js";
import { rowCell } from "./row-cells.js";
import { lookOf, reportValue, totalLook } from "./shown-figure.js";
import { type UnitBlock, type UnitColumn, type UnitRow, unitColumns, unitRanks } from "./unit-columns.js";
import { derivedCell } from "./unit-derived.js";

const REST = "Phần chung và phần chưa tách theo đơn vị";
const TOTAL = "Tổng cộng";
/** What is told of the asked unit as of each unit below. */
const OF_TOTALS: ReadonlySet<Show> = new Set<Show>(["change", "growth", "attainment"]);
const WHOLE = { number: null, name: TOTAL, measuredIn: "" };

/** The rows; `first` is the sheet's row of the first one. */
export function unitRows(declared: readonly ReportColumn[], first: number, context: ReportContext): readonly GridRow[] {
  const { children } = context.ownFigures;
  const columns = unitColumns(declared, context);
  const files = new Map(context.input.basis.grassroots.map((row) => [row.unit.key, row.file]));
  const last = first + children.length - 1;
  const block: UnitBlock = { first, last, columns, context, ranks: unitRanks(context) };
  const rows = children.map((child, index) => {
    const file = files.get(child.unit.key);
    const at = {
      child,
      row: first + index,
      number: index + 1,
      link: file === undefined ? undefined : sourceLink(file),
    };
    const cells = columns.map((column) => unitCell(column, at, block));
    return { kind: "data" as const, cells, subject: child.unit.key };
  });
  const rest = restRow(block);
  const total = totalRow({ ...block, last: rest === undefined ? last : last + 1 });
  return [...rows, ...(rest === undefined ? [] : [rest]), total];
}

function unitCell(column: UnitColumn, at: UnitRow, block: UnitBlock): GridCell {
  const { show } = column.declared;
  switch (show) {
    case "number":
      return { value: at.number, look: "centred" };
    case "name":
      return { value: at.child.unit.name, look: "text", ...(at.link === undefined ? {} : { link: at.link }) };
    case "state":
      return { value: stateText(at.child.receivedAs), look: "centred" };
    case "measure":
    case "blank":
      return EMPTY;
    case "figure":
      return figureCell(column, at, block);
    default:
      return derivedCell(column, at, block);
  }
}

/** «có» however the figures came in; else what became of the report. */
function stateText(receivedAs: ReceivedAs): string {
  const cameIn = receivedAs === "own-workbook" || receivedAs === "from-below" || receivedAs === "parent-row";
  return cameIn ? "có" : RECEIVED_TEXTS[receivedAs];
}

function figureCell(column: UnitColumn, { child, row }: UnitRow, { context, columns }: UnitBlock): GridCell {
  const { indicator, range } = column;
  if (indicator === undefined) return EMPTY;
  const { quantity, total } = unitFigure(child, { indicator: indicator.code, range }, context);
  const value = reportValue(quantity);
  const find = (code: string): Quantity => unitFigure(child, { indicator: code, range }, context).quantity;
  return live({ value, look: lookOf(indicator), total }, ratioInRow({ indicator, range, row, value }, columns, find));
}

interface InRow {
  readonly indicator: Indicator;
  readonly range: MonthRange;
  readonly row: number;
  readonly value: number | string;
}

/** A share as the quotient of two cells of its row, where both parts have a column and give it. */
function ratioInRow(
  { indicator, range, row, value }: InRow,
  columns: readonly UnitColumn[],
  find: (code: string) => Quantity,
): string | undefined {
  const { ratio } = indicator;
  if (ratio === undefined || typeof value !== "number") return undefined;
  const [of, over] = [ratio.of, ratio.over].map((code) => {
    const index = columns.findIndex((one) => one.isFigure && one.indicator?.code === code && one.range === range);
    const quantity = find(code);
    return { index, value: quantity.kind === "known" ? quantity.value : Number.NaN };
  });
  if (of === undefined || over === undefined || of.index < 0 || over.index < 0) return undefined;
  return of.value / over.value === value ? `${cellText(of.index, row)}/${cellText(over.index, row)}` : undefined;
}

/** What the total has beyond its units: own funds, what the unit records itself. Undefined where there is nothing. */
function restRow({ columns, context }: UnitBlock): GridRow | undefined {
  const rests = columns.map((column) => (column.isAdded ? restOf(column, context) : undefined));
  if (!rests.some((rest) => rest !== undefined && rest !== 0)) return undefined;
  const cells = columns.map((column, index): GridCell => {
    const rest = rests[index];
    if (column.declared.show === "name") return { value: REST, look: "text" };
    if (rest === undefined) return EMPTY;
    return { value: rest, look: lookOf(column.indicator) };
  });
  return { kind: "data", cells };
}

function restOf({ indicator, range }: UnitColumn, context: ReportContext): number | undefined {
  if (indicator === undefined) return undefined;
  const total = ownFigure(indicator.code, range, context).quantity;
  if (total.kind !== "known") return undefined;
  let rest = total.value;
  for (const child of context.ownFigures.children) {
    const { quantity } = unitFigure(child, { indicator: indicator.code, range }, context);
    if (quantity.kind === "known") rest -= quantity.value;
  }
  return rest;
}

function totalRow(block: UnitBlock): GridRow {
  const row = block.last + 1;
  return { kind: "data", cells: block.columns.map((column, index) => totalCell(column, { index, row }, block)) };
}

function totalCell(
  column: UnitColumn,
  { index, row }: { readonly index: number; readonly row: number },
  block: UnitBlock,
): GridCell {
  const { declared, indicator, range } = column;
  const { context, first, last, columns } = block;
  if (declared.show === "name") return { value: TOTAL, look: "total-label" };
  if (OF_TOTALS.has(declared.show)) return rowCell(declared, { ...WHOLE, indicator, range: context.own }, context);
  if (declared.show !== "figure" || indicator === undefined) return { value: null, look: "total-label" };
  const find = (code: string): Quantity => ownFigure(code, range, context).quantity;
  const { quantity, total } = ownFigure(indicator.code, range, context);
  const value = reportValue(quantity);
  const cell: GridCell = { value, look: totalLook(lookOf(indicator)), total };
  if (typeof value !== "number") return cell;
  if (!column.isAdded) return live(cell, ratioInRow({ indicator, range, row, value }, columns, find));
  return live(cell, last < first ? undefined : `SUM(${cellText(index, first)}:${cellText(index, last)})`);
}
