// Where a new page begins, so that no heading stands alone at the foot of a page and no signature alone at its head.

import type { PlannedRow, PlannedSheet } from "../../model/workbook-plan.js";

interface KeptRow {
  readonly row: number;
  /** Points. */
  readonly height: number;
  readonly keepsWithNext: boolean;
}

/** What a program gives a row that has no height of its own. */
const PLAIN_ROW = 15;

/** Height between the margins of a portrait page, 257 mm, less what programs differ in. */
const PAGE = 718;

/**
 * Rows after which a page ends: as few as will do. A row of `kept` stays on one page with the next one, and rows so tied
 * go to the next page together.
 */
export function pageBreaks(rows: readonly PlannedRow[], kept: ReadonlySet<number>): readonly number[] {
  const heights = new Map(rows.map(({ row, height }) => [row, height ?? PLAIN_ROW]));
  const last = Math.max(0, ...heights.keys());
  const all = Array.from({ length: last }, (_, index): KeptRow => {
    const row = index + 1;
    return { row, height: heights.get(row) ?? PLAIN_ROW, keepsWithNext: kept.has(row) };
  });
  const breaks: number[] = [];
  let used = 0;
  for (const group of groupsOf(all)) {
    const height = group.reduce((sum, row) => sum + row.height, 0);
    const [first] = group;
    if (used > 0 && used + height > PAGE && first !== undefined) {
      breaks.push(first.row - 1);
      used = 0;
    }
    used = height > PAGE ? height % PAGE : used + height;
  }
  return breaks;
}

/** How a table lies on its pages: rows repeated on each, the last row of figures. */
export interface TableSpan {
  readonly heading: { readonly first: number; readonly last: number };
  readonly lastRow: number;
  readonly isLandscape: boolean;
}

/** Points between the margins: across and down a landscape page, a portrait page. */
const LANDSCAPE = { width: 712, height: 478 } as const;
const PORTRAIT = { width: 466, height: PAGE } as const;
/** Points of a character of column width, and of a column's own padding. */
const CHARACTER = 5.5;
const PADDING = 3.75;
/** Rows of figures that go with notes to a page of their own. */
const COMPANY = 3;

/** A break that keeps the notes below a table from standing alone on a page; none where they do not. */
export function notesBreak(
  { rows, widths }: Pick<PlannedSheet, "rows" | "widths">,
  { heading, lastRow, isLandscape }: TableSpan,
): readonly number[] {
  const page = isLandscape ? LANDSCAPE : PORTRAIT;
  const across = widths.reduce((sum, width) => sum + width * CHARACTER + PADDING, 0);
  const room = page.height / Math.min(1, page.width / across);
  const repeated = rows.filter(({ row }) => row >= heading.first && row <= heading.last);
  const headingHeight = repeated.reduce((sum, row) => sum + (row.height ?? PLAIN_ROW), 0);
  let used = 0;
  let start = 1;
  for (const { row, height = PLAIN_ROW } of rows) {
    if (used + height > room) {
      used = headingHeight;
      start = row;
    }
    used += height;
  }
  return start > lastRow && lastRow - COMPANY > heading.last ? [lastRow - COMPANY] : [];
}

function groupsOf(rows: readonly KeptRow[]): readonly (readonly KeptRow[])[] {
  const groups: KeptRow[][] = [];
  let isOpen = false;
  for (const row of rows) {
    const last = groups.at(-1);
    if (isOpen && last !== undefined) last.push(row);
    else groups.push([row]);
    isOpen = row.keepsWithNext;
  }
  return groups;
}
