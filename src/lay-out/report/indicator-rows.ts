// Rows of a table by indicators: one line each, under the headings of their groups.

import type { ReportColumn, ReportRows } from "../../model/report.js";
import { fullName } from "../full-name.js";
import { romanNumeral } from "../roman-numeral.js";
import { type GridRow, spanRow } from "./grid.js";
import type { ReportContext } from "./report-context.js";
import { rowCell } from "./row-cells.js";

type ByIndicators = Extract<ReportRows, { by: "indicators" }>;

/** The rows; a single group goes without its heading. */
export function indicatorRows(
  { groups }: ByIndicators,
  columns: readonly ReportColumn[],
  context: ReportContext,
): readonly GridRow[] {
  const listed = groups.flatMap((group) => group.indicators);
  let number = 1;
  return groups.flatMap(({ name, indicators }, index): readonly GridRow[] => {
    const rows = indicators.flatMap((code): readonly GridRow[] => {
      const indicator = context.catalogue.indicators.get(code);
      if (indicator === undefined) return [];
      const label = fullName(indicator, { listed, indicators: context.catalogue.indicators });
      const { measuredIn } = indicator;
      const subject = { number, name: label, measuredIn, indicator, range: context.own };
      number += 1;
      return [{ kind: "data", cells: columns.map((column) => rowCell(column, subject, context)), subject: code }];
    });
    return groups.length === 1 ? rows : [spanRow(`${romanNumeral(index + 1)}. ${name}`, "group"), ...rows];
  });
}
