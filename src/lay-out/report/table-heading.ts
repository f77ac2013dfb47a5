// Headings of a report's table: groups over columns, then a row of letters and numbers as on Vietnamese forms, where a
// share says which columns it is computed from.

import type { ReportColumn, Show } from "../../model/report.js";
import type { PlannedCell } from "../../model/workbook-plan.js";
import type { SheetLines } from "../sheet-lines.js";
import { boldLines, heightOf } from "../text-size.js";
import type { ReportContext } from "./report-context.js";
import { say } from "./say.js";

const TEXTS: ReadonlySet<Show> = new Set<Show>([
  "number",
  "name",
  "measure",
  "state",
  "document",
  "blank",
  "verdict",
  "field",
]);

/** Rows of headings above the row of codes. */
export function headingTiers(columns: readonly ReportColumn[]): number {
  return columns.some(({ group }) => group !== undefined) ? 2 : 1;
}

/** Adds the headings and the codes; gives the first and the last row of them. */
export function addTableHeading(
  lines: SheetLines,
  columns: readonly ReportColumn[],
  widths: readonly number[],
  context: ReportContext,
): { readonly first: number; readonly last: number } {
  const shown = columns.map((column) => ({ ...column, heading: say(column.heading, context) }));
  const first = lines.next();
  const isTiered = headingTiers(columns) === 2;
  if (isTiered) addGroups(lines, shown, widths);
  const own = shown.map(({ heading, group }, index): PlannedCell => {
    const value = isTiered && group === undefined ? null : heading;
    return { column: index + 1, value, look: "heading" };
  });
  const needed = own.map(({ value, column }) => boldLines(String(value ?? ""), widths[column - 1] ?? 1));
  const row = lines.add(own, heightOf(Math.max(1, ...needed)));
  if (isTiered) {
    shown.forEach(({ group }, index) => {
      if (group === undefined) lines.merge({ top: row - 1, left: index + 1, bottom: row, right: index + 1 });
    });
  }
  const codes = columnCodes(columns, context);
  const last = lines.add(
    codes.map((value, index) => ({ column: index + 1, value, look: "codes" })),
    heightOf(1),
  );
  return { first, last };
}

function addGroups(lines: SheetLines, columns: readonly ReportColumn[], widths: readonly number[]): void {
  const isBegun = ({ group }: ReportColumn, index: number): boolean =>
    group !== undefined && columns[index - 1]?.group === group;
  const cells = columns.map((column, index): PlannedCell => {
    const value = isBegun(column, index) ? null : (column.group ?? column.heading);
    return { column: index + 1, value, look: "heading" };
  });
  const spans = columns.flatMap((column, index) =>
    isBegun(column, index) ? [] : [{ from: index, to: lastOfGroup(columns, index) }],
  );
  const needed = spans.map(({ from, to }) => {
    const { group, heading } = columns[from] ?? { group: undefined, heading: "" };
    const room = widths.slice(from, to + 1).reduce((sum, width) => sum + width, 0);
    return group === undefined ? Math.ceil(boldLines(heading, room) / 2) : boldLines(group, room);
  });
  const row = lines.add(cells, heightOf(Math.max(1, ...needed)));
  for (const { from, to } of spans) {
    if (columns[from]?.group !== undefined) lines.merge({ top: row, left: from + 1, bottom: row, right: to + 1 });
  }
}

function lastOfGroup(columns: readonly ReportColumn[], index: number): number {
  const group = columns[index]?.group;
  let last = index;
  while (group !== undefined && columns[last + 1]?.group === group) last += 1;
  return last;
}

/** A, B, … for texts, 1, 2, … for figures; «5=4/3» for a share of two columns of the same stretch of time. */
function columnCodes(columns: readonly ReportColumn[], { catalogue }: ReportContext): readonly string[] {
  let [letter, number] = [0, 0];
  const codes = columns.map(({ show }) => {
    if (!TEXTS.has(show)) return String(++number);
    letter += 1;
    return String.fromCharCode(64 + letter);
  });
  return columns.map((column, index) => {
    const own = codes[index] ?? "";
    const ratio = catalogue.indicators.get(column.indicator ?? "")?.ratio;
    if (ratio === undefined || column.show !== "figure") return own;
    const places = [ratio.of, ratio.over].map((code) =>
      columns.findIndex((one) => one.show === "figure" && one.indicator === code && one.when === column.when),
    );
    const [of, over] = places.map((place) => codes[place]);
    return of === undefined || over === undefined ? own : `${own}=${of}/${over}`;
  });
}
