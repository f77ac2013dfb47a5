// Rows of the list of units whose figures are not in the report: missing, sent back, without an association.

import { rangeInShort } from "../../model/month-range.js";
import type { Absence } from "../../model/period-figures.js";
import type { ReportColumn } from "../../model/report.js";
import { RECEIVED_TEXTS } from "../cell-texts.js";
import { EMPTY, type GridCell, type GridRow, spanRow } from "./grid.js";
import type { ReportContext } from "./report-context.js";

/** One row a unit, with the periods in question where there are several. */
export function absentRows(columns: readonly ReportColumn[], context: ReportContext): readonly GridRow[] {
  const { absences, coverage, parts } = context.ownFigures;
  const byUnit = new Map<string, Absence[]>();
  for (const absence of absences) {
    const list = byUnit.get(absence.unit.key);
    if (list === undefined) byUnit.set(absence.unit.key, [absence]);
    else list.push(absence);
  }
  const isFolded = parts === undefined || parts.length > 1;
  const listed = [...byUnit.values()].map((list) => {
    const [first] = list;
    return { name: first?.unit.name ?? "", state: stateOf(list, isFolded) };
  });
  const without = coverage.noAssociation.map(({ name }) => ({ name, state: RECEIVED_TEXTS["no-association"] }));
  const rows = [...listed, ...without].map(({ name, state }, index): GridRow => {
    const cells = columns.map(({ show }): GridCell => {
      if (show === "number") return { value: index + 1, look: "centred" };
      if (show === "name") return { value: name, look: "text" };
      return show === "state" ? { value: state, look: "text" } : EMPTY;
    });
    return { kind: "data", cells };
  });
  return rows.length > 0 ? rows : [spanRow("Không có đơn vị nào thiếu báo cáo.", "break")];
}

function stateOf(list: readonly Absence[], isFolded: boolean): string {
  const states = (["missing", "returned"] as const).flatMap((kind) => {
    const periods = list.filter((absence) => absence.receivedAs === kind).map(({ range }) => rangeInShort(range));
    if (periods.length === 0) return [];
    return [isFolded ? `${RECEIVED_TEXTS[kind]}: ${periods.join(", ")}` : RECEIVED_TEXTS[kind]];
  });
  return states.join("; ");
}
