// Cells of a unit's row that follow from its figures: differences, attainment, rank.

import type { Quantity } from "../../model/quantity.js";
import { attainment, change, growth, lacking, ratioParts } from "./compare-figures.js";
import { cellText, EMPTY, type GridCell, live } from "./grid.js";
import { targetOf, unitFigure } from "./report-context.js";
import { verdictText } from "./row-cells.js";
import { lookOf, NOT_OWED_MARK, reportValue } from "./shown-figure.js";
import { targetText } from "./target-text.js";
import type { UnitBlock, UnitColumn, UnitRow } from "./unit-columns.js";

/** The cell of a column that is no plain figure. */
export function derivedCell(column: UnitColumn, at: UnitRow, block: UnitBlock): GridCell {
  const { indicator, range, against, declared } = column;
  if (indicator === undefined) return EMPTY;
  const figureAt = (code: string, when = range): Quantity =>
    unitFigure(at.child, { indicator: code, range: when }, block.context).quantity;
  const figure = figureAt(indicator.code);
  switch (declared.show) {
    case "change":
    case "growth": {
      const earlier = figureAt(indicator.code, against);
      const isShare = indicator.ratio?.times === 100;
      const isDifference = isShare || declared.show === "change";
      const value = reportValue(isDifference ? change(figure, earlier) : growth(figure, earlier));
      const shown: GridCell = { value, look: isShare || !isDifference ? "signed-ratio" : "signed-count" };
      const cells = typeof value === "number" ? comparedCells(column, at.row, block) : undefined;
      return live(shown, cells && (isDifference ? cells.difference : cells.share));
    }
    case "rank":
      return rankCell(column, { figure, row: at.row }, block);
    default:
      return againstTarget(column, at, { figure, figureAt, block });
  }
}

/** Formulas over the two figures of the row; undefined where one of them has no column. */
function comparedCells(
  { indicator, range, against }: UnitColumn,
  row: number,
  { columns }: UnitBlock,
): { readonly difference: string; readonly share: string } | undefined {
  const [later, earlier] = [range, against].map((when) =>
    columns.findIndex((one) => one.isFigure && one.indicator === indicator && one.range === when),
  );
  if (later === undefined || earlier === undefined || later < 0 || earlier < 0) return undefined;
  const difference = `${cellText(later, row)}-${cellText(earlier, row)}`;
  return { difference, share: `(${difference})/${cellText(earlier, row)}` };
}

interface Known {
  readonly figure: Quantity;
  readonly figureAt: (code: string) => Quantity;
  readonly block: UnitBlock;
}

function againstTarget(
  { indicator, range, declared }: UnitColumn,
  at: UnitRow,
  { figure, figureAt, block }: Known,
): GridCell {
  if (indicator === undefined) return EMPTY;
  const target = targetOf(at.child.unit, { indicator: indicator.code, range }, block.context);
  if (target === undefined) return { value: NOT_OWED_MARK, look: "centred" };
  switch (declared.show) {
    case "target":
      return { value: target.value, look: lookOf(indicator) };
    case "attainment":
      return { value: reportValue(attainment(figure, target)), look: "ratio" };
    case "lacking":
      return { value: reportValue(lacking(figure, target, ratioParts(indicator, figureAt))), look: "count" };
    case "document":
      return { value: targetText(target), look: "text" };
    default:
      return { value: verdictText(figure, target), look: "centred" };
  }
}

/** The unit's place among the units. Live where the figure has a column. */
function rankCell(
  column: UnitColumn,
  { figure, row }: { readonly figure: Quantity; readonly row: number },
  { first, columns, context, ranks }: UnitBlock,
): GridCell {
  const { indicator, range } = column;
  const rank = figure.kind === "known" ? ranks(column).get(figure.value) : undefined;
  if (rank === undefined) return { value: NOT_OWED_MARK, look: "centred" };
  const last = first + context.ownFigures.children.length - 1;
  const index = columns.findIndex((one) => one.isFigure && one.indicator === indicator && one.range === range);
  const [top, bottom] = [cellText(index, first), cellText(index, last)].map(fixedRows);
  const formula = index < 0 ? undefined : `RANK(${cellText(index, row)},${top}:${bottom},0)`;
  return live({ value: rank, look: "centred" }, formula);
}

function fixedRows(address: string): string {
  return address.replace(/(\d+)$/, "$$$1");
}
