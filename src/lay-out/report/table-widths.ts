// Widths of the columns of a report's table, from what stands in them; narrow tables are widened to the page.

import type { ReportColumn, TablePage } from "../../model/report.js";
import { longestWord, numberWidth, textWidth } from "../text-size.js";
import type { GridCell, GridRow } from "./grid.js";

/** Characters between the margins of a page. */
const PAGE_ROOM = { portrait: 84, landscape: 130 } as const;
const HEADING_LINES = 4;
const NARROWEST = 8;
const WIDEST_TEXT = 40;

/** One width a column. */
export function gridWidths(page: TablePage, rows: readonly GridRow[]): readonly number[] {
  const data = rows.filter((row) => row.kind === "data");
  const needed = page.columns.map((column, index) => neededWidth(column, index, data));
  const room = PAGE_ROOM[page.isLandscape ? "landscape" : "portrait"];
  return widened(page.columns, needed, room);
}

function neededWidth({ show, heading }: ReportColumn, index: number, rows: readonly GridRow[]): number {
  if (show === "number") return 6;
  const shown = rows.map(({ cells }) => roomOf(cells[index]));
  const forHeading = Math.max(longestWord(heading) * 1.12, (textWidth(heading) * 1.1) / HEADING_LINES);
  const needed = Math.max(forHeading, ...shown) + 2;
  const isText = show === "name" || show === "field" || show === "score" || show === "document" || show === "state";
  return Math.ceil(Math.max(NARROWEST, isText ? Math.min(needed, WIDEST_TEXT) : needed));
}

function roomOf(cell: GridCell | undefined): number {
  if (cell === undefined || cell.value === null) return 0;
  if (typeof cell.value === "string") return textWidth(cell.value);
  if (cell.look === "ratio" || cell.look === "total-ratio" || cell.look === "signed-ratio") {
    return numberWidth(cell.value * 100) + 5;
  }
  return numberWidth(cell.value) * 1.08 + (cell.look === "signed-count" ? 1 : 0);
}

/** What the page has left goes to names and empty columns first, then to all alike. */
function widened(columns: readonly ReportColumn[], needed: readonly number[], room: number): readonly number[] {
  const lack = room - needed.reduce((sum, width) => sum + width, 0);
  if (lack <= 0) return needed;
  const greedy = columns.map(
    ({ show }, index) =>
      (show === "name" && (needed[index] ?? WIDEST_TEXT) < WIDEST_TEXT) || show === "blank" || show === "document",
  );
  const takers = greedy.filter(Boolean).length;
  const toGreedy = takers === 0 ? 0 : Math.min(lack / takers, 26);
  const others = columns.filter(({ show }, index) => greedy[index] !== true && show !== "number").length;
  const toOthers = others === 0 ? 0 : Math.min((lack - toGreedy * takers) / others, 12);
  return needed.map((width, index) => {
    if (columns[index]?.show === "number") return width;
    return Math.floor(width + (greedy[index] === true ? toGreedy : toOthers));
  });
}
