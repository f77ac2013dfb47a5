// Rows of a table over funds: one for each kind of holder, or one for each own or named fund of the unit.

import type { Indicator } from "../../model/indicator.js";
import { missing, notApplicable, type Quantity } from "../../model/quantity.js";
import { type ReportColumn, type ReportRows, rangeOf } from "../../model/report.js";
import { cellText, EMPTY, type GridCell, type GridRow, live, spanRow } from "./grid.js";
import { ownFigure, type ReportContext } from "./report-context.js";
import { lookOf, reportValue, totalLook } from "./shown-figure.js";

const TOTAL = "Tổng cộng";
const REST = "Chưa tách theo chủ quỹ";
const NONE = "Không có quỹ nào được ghi riêng.";
const NOT_HELD = notApplicable("not-on-form");
const UNKNOWN = missing("blank");

/** A row: the holder or the fund, and its figure of an indicator. */
interface FundRow {
  readonly name: string;
  readonly holder: string;
  readonly figure: (column: ReportColumn, indicator: Indicator) => Quantity;
}

/** The rows; `first` is the sheet's row of the first one. Shares of holders are those of the report's own time. */
export function fundRows(
  rows: Extract<ReportRows, { by: "holders" | "funds" }>,
  columns: readonly ReportColumn[],
  { first, context }: { readonly first: number; readonly context: ReportContext },
): readonly GridRow[] {
  const funds = rows.by === "funds" ? ownFunds(rows.holders, context) : holderRows(columns, context);
  if (funds.length === 0) return [spanRow(NONE, "break")];
  const data = funds.map((fund, index): GridRow => {
    const cells = columns.map((column) => fundCell(column, { fund, number: index + 1, context }));
    return { kind: "data", cells };
  });
  return rows.by === "funds" ? data : [...data, ...sums(columns, { funds, first, context })];
}

function ownFunds(holders: readonly string[], { input }: ReportContext): readonly FundRow[] {
  return input.basis.ownFunds
    .filter(({ holder }) => holders.length === 0 || holders.includes(holder))
    .map(({ name, holder, totals }) => ({
      name,
      holder,
      figure: (_, { code }) => totals.get(code)?.quantity ?? UNKNOWN,
    }));
}

/** Holders in the order in which the columns first name them. */
function holderRows(columns: readonly ReportColumn[], context: ReportContext): readonly FundRow[] {
  const shares = (code: string, when: ReportColumn["when"]) =>
    ownFigure(code, rangeOf(when, context.own), context).total?.byHolder;
  const holders = columns.flatMap(({ indicator, when }) =>
    indicator === undefined ? [] : [...(shares(indicator, when)?.keys() ?? [])],
  );
  return [...new Set(holders)].map((holder) => ({
    name: holder.slice(0, 1).toUpperCase() + holder.slice(1),
    holder,
    figure: ({ when }, { code }) => shares(code, when)?.get(holder) ?? NOT_HELD,
  }));
}

function fundCell(
  column: ReportColumn,
  { fund, number, context }: { readonly fund: FundRow; readonly number: number; readonly context: ReportContext },
): GridCell {
  const indicator = context.catalogue.indicators.get(column.indicator ?? "");
  switch (column.show) {
    case "number":
      return { value: number, look: "centred" };
    case "name":
      return { value: fund.name, look: "text" };
    case "measure":
      return { value: fund.holder, look: "centred" };
    case "figure":
      return indicator === undefined
        ? EMPTY
        : { value: reportValue(fund.figure(column, indicator)), look: lookOf(indicator) };
    default:
      return EMPTY;
  }
}

interface Sums {
  readonly funds: readonly FundRow[];
  readonly first: number;
  readonly context: ReportContext;
}

/** What no holder was told of, where there is any, and the totals that all rows add up to. */
function sums(columns: readonly ReportColumn[], { funds, first, context }: Sums): readonly GridRow[] {
  const figures = columns.map((column) => {
    const indicator = column.show === "figure" ? context.catalogue.indicators.get(column.indicator ?? "") : undefined;
    if (indicator === undefined) return undefined;
    const { quantity } = ownFigure(indicator.code, rangeOf(column.when, context.own), context);
    if (quantity.kind !== "known") return { indicator, total: quantity, rest: 0 };
    const shares = funds.flatMap((fund) => {
      const share = fund.figure(column, indicator);
      return share.kind === "known" ? [share.value] : [];
    });
    return { indicator, total: quantity, rest: quantity.value - shares.reduce((sum, share) => sum + share, 0) };
  });
  const hasRest = figures.some((figure) => figure !== undefined && figure.rest !== 0);
  const last = first + funds.length - 1 + (hasRest ? 1 : 0);
  const rest: GridRow = {
    kind: "data",
    cells: columns.map(({ show }, index): GridCell => {
      const figure = figures[index];
      if (show === "name") return { value: REST, look: "text" };
      return figure === undefined ? EMPTY : { value: figure.rest, look: lookOf(figure.indicator) };
    }),
  };
  const total: GridRow = {
    kind: "data",
    cells: columns.map(({ show }, index): GridCell => {
      const figure = figures[index];
      if (figure === undefined) return { value: show === "name" ? TOTAL : null, look: "total-label" };
      const value = reportValue(figure.total);
      const formula = typeof value === "number" ? `SUM(${cellText(index, first)}:${cellText(index, last)})` : undefined;
      return live({ value, look: totalLook(lookOf(figure.indicator)) }, formula);
    }),
  };
  return hasRest ? [rest, total] : [total];
}
