// Rows of the list of units whose figures are not in the report: missing, sent back, without an association.

import type { UnitRef } from "../../model/aggregation.js";
import { groupBy } from "../../model/group-by.js";
import { vietnameseDate } from "../../model/iso-date.js";
import { isInside, rangeInShort } from "../../model/month-range.js";
import type { Absence } from "../../model/period-figures.js";
import type { ReportColumn } from "../../model/report.js";
import type { LateReport } from "../../model/report-status.js";
import { RECEIVED_TEXTS } from "../cell-texts.js";
import { EMPTY, type GridCell, type GridRow, spanRow } from "./grid.js";
import type { ReportContext } from "./report-context.js";

/** One row a unit, with the periods in question where there are several. */
export function absentRows(columns: readonly ReportColumn[], context: ReportContext): readonly GridRow[] {
  const { absences, coverage, parts } = context.ownFigures;
  const isFolded = parts === undefined || parts.length > 1;
  const late = (context.input.late ?? []).filter(({ range }) => isInside(range, context.own));
  const units = new Map<string, { readonly name: string; readonly states: string[] }>();
  const stand = (unit: UnitRef, state: string): void => {
    const known = units.get(unit.key) ?? { name: unit.name, states: [] };
    units.set(unit.key, known);
    known.states.push(state);
  };
  for (const own of groupBy(absences, ({ unit }) => unit.key).values()) {
    for (const { unit } of own.slice(0, 1)) stand(unit, stateOf(own, isFolded));
  }
  for (const one of late) stand(one.unit, lateText(one, isFolded));
  for (const unit of coverage.noAssociation) stand(unit, RECEIVED_TEXTS["no-association"]);
  const rows = [...units.values()].map(({ name, states }, index): GridRow => {
    const cells = columns.map(({ show }): GridCell => {
      if (show === "number") return { value: index + 1, look: "centred" };
      if (show === "name") return { value: name, look: "text" };
      return show === "state" ? { value: states.join("; "), look: "text" } : EMPTY;
    });
    return { kind: "data", cells };
  });
  return rows.length > 0 ? rows : [spanRow("Không có đơn vị nào thiếu báo cáo.", "break")];
}

/** «nộp muộn 3 ngày (08/12/2022, hạn 05/12/2022)». */
function lateText({ saved, deadline, daysLate, range }: LateReport, isFolded: boolean): string {
  const days = `nộp muộn ${daysLate} ngày (${vietnameseDate(saved)}, hạn ${vietnameseDate(deadline)})`;
  return isFolded ? `${rangeInShort(range)} ${days}` : days;
}

function stateOf(list: readonly Absence[], isFolded: boolean): string {
  const states = (["missing", "returned"] as const).flatMap((kind) => {
    const periods = list.filter((absence) => absence.receivedAs === kind).map(({ range }) => rangeInShort(range));
    if (periods.length === 0) return [];
    return [isFolded ? `${RECEIVED_TEXTS[kind]}: ${periods.join(", ")}` : RECEIVED_TEXTS[kind]];
  });
  return states.join("; ");
}
