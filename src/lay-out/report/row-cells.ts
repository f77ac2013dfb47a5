// One row of the asked unit's figures: an indicator over stretches of time, or a year over indicators. Each figure is a
// live reference to the sheet of figures.

import type { Indicator } from "../../model/indicator.js";
import type { MonthRange } from "../../model/period.js";
import type { Quantity } from "../../model/quantity.js";
import { type ReportColumn, rangeOf } from "../../model/report.js";
import type { Target } from "../../model/target.js";
import type { Look } from "../../model/workbook-plan.js";
import { type CellRef, referenceText } from "../sheet-lines.js";
import { attainment, change, growth, lacking, ratioParts } from "./compare-figures.js";
import { EMPTY, type GridCell, live } from "./grid.js";
import { ownFigure, type ReportContext, targetOf } from "./report-context.js";
import { lookOf, NOT_OWED_MARK, reportValue } from "./shown-figure.js";
import { targetText } from "./target-text.js";

/** What a row is about. */
export interface RowSubject {
  readonly number: number | null;
  readonly name: string;
  readonly measuredIn: string;
  /** Undefined where each column names its own. */
  readonly indicator: Indicator | undefined;
  /** The stretch of time that «this» means in this row. */
  readonly range: MonthRange;
}

/** The cell of a column in the row. */
export function rowCell(column: ReportColumn, row: RowSubject, context: ReportContext): GridCell {
  switch (column.show) {
    case "number":
      return { value: row.number, look: "centred" };
    case "name":
      return { value: row.name, look: "text" };
    case "measure":
      return { value: row.measuredIn, look: "centred" };
    case "state":
    case "blank":
    case "rank":
      return EMPTY;
    default:
      return figureCell(column, row, context);
  }
}

interface Asked {
  readonly indicator: Indicator;
  readonly range: MonthRange;
  readonly against: MonthRange;
  readonly context: ReportContext;
}

function figureCell(column: ReportColumn, row: RowSubject, context: ReportContext): GridCell {
  const indicator = row.indicator ?? context.catalogue.indicators.get(column.indicator ?? "");
  if (indicator === undefined) return EMPTY;
  const range = column.when === "this" ? row.range : rangeOf(column.when, row.range);
  const asked: Asked = { indicator, range, against: rangeOf(column.against, row.range), context };
  switch (column.show) {
    case "figure":
      return placedFigure(asked);
    case "change":
      return comparison(asked, "change");
    case "growth":
      return comparison(asked, "growth");
    default:
      return againstTarget(column, asked);
  }
}

function placedFigure({ indicator, range, context }: Asked): GridCell {
  const { quantity, total } = ownFigure(indicator.code, range, context);
  const cell = context.places.cell(indicator.code, range);
  const value = reportValue(quantity);
  const shown: GridCell = { value, look: lookOf(indicator), total };
  if (cell === undefined || typeof value !== "number") return shown;
  return { ...shown, link: referenceText(cell), formula: referenceText(cell) };
}

/** A share has no growth: its change is told in points of percent. */
function comparison(asked: Asked, way: "change" | "growth"): GridCell {
  const { indicator, range, against, context } = asked;
  const [later, earlier] = [range, against].map((one) => ownFigure(indicator.code, one, context).quantity);
  const cells = [range, against].map((one) => context.places.cell(indicator.code, one));
  if (later === undefined || earlier === undefined) return EMPTY;
  const isShare = indicator.ratio?.times === 100;
  const told = isShare ? "change" : way;
  const value = reportValue(told === "change" ? change(later, earlier) : growth(later, earlier));
  const shown: GridCell = { value, look: isShare || way === "growth" ? "signed-ratio" : "signed-count" };
  return live(shown, typeof value === "number" ? differenceFormula(cells, told) : undefined);
}

function differenceFormula(cells: readonly (CellRef | undefined)[], way: "change" | "growth"): string | undefined {
  const [later, earlier] = cells;
  if (later === undefined || earlier === undefined) return undefined;
  const difference = `${referenceText(later)}-${referenceText(earlier)}`;
  return way === "change" ? difference : `(${difference})/${referenceText(earlier)}`;
}

function againstTarget({ show }: ReportColumn, asked: Asked): GridCell {
  const { indicator, range, context } = asked;
  const target = targetOf(context.input.basis.unit, { indicator: indicator.code, range }, context);
  if (target === undefined) return { value: NOT_OWED_MARK, look: "centred" };
  const figure = ownFigure(indicator.code, range, context).quantity;
  const cell = context.places.cell(indicator.code, range);
  switch (show) {
    case "target":
      return { value: target.value, look: lookOf(indicator) };
    case "attainment":
      return shareOfTarget(attainment(figure, target), target, cell);
    case "lacking":
      return lackingCell(asked, target, figure);
    case "document":
      return { value: targetText(target), look: "text" };
    default:
      return { value: verdictText(figure, target), look: "centred" };
  }
}

function shareOfTarget(quantity: Quantity, target: Target, cell: CellRef | undefined): GridCell {
  const value = reportValue(quantity);
  const isLive = typeof value === "number" && cell !== undefined;
  return live({ value, look: "ratio" }, isLive ? `${referenceText(cell)}/${target.value}` : undefined);
}

function lackingCell({ indicator, range, context }: Asked, target: Target, figure: Quantity): GridCell {
  const parts = ratioParts(indicator, (code) => ownFigure(code, range, context).quantity);
  const numerator = context.catalogue.indicators.get(indicator.ratio?.of ?? "");
  const look: Look = parts.of === undefined ? lookOf(indicator) : lookOf(numerator);
  return { value: reportValue(lacking(figure, target, parts)), look };
}

/** «Đạt» or «Chưa đạt»; the marks of reports where the figure is not known. */
export function verdictText(figure: Quantity, target: Target): string {
  if (figure.kind !== "known") return String(reportValue(figure));
  return figure.value >= target.value ? "Đạt" : "Chưa đạt";
}
