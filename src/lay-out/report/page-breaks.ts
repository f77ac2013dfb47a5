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

/** How a table lies on its pages: rows repeated on each, the last row of figures, rows that name a group of others. */
export interface TableSpan {
  readonly heading: { readonly first: number; readonly last: number };
  readonly lastRow: number;
  readonly groups: ReadonlySet<number>;
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
/** Rows that must find room below the name of a group: two, so that programs may differ by one. */
const BELOW_GROUP = 2;

/** Breaks that keep names of groups off the foot of a page and notes from a page of their own; none where they are not. */
export function tableBreaks(
  sheet: Pick<PlannedSheet, "rows" | "widths"> & { readonly print?: Pick<PlannedSheet["print"], "pagesWide"> },
  span: TableSpan,
): readonly number[] {
  const { heading, lastRow, groups } = span;
  const room = roomOf(sheet.widths, sheet.print?.pagesWide ?? 1, span);
  const heights = sheet.rows.map(({ height }) => height ?? PLAIN_ROW);
  const headingHeight = sheet.rows
    .filter(({ row }) => row >= heading.first && row <= heading.last)
    .reduce((sum, { height = PLAIN_ROW }) => sum + height, 0);
  const breaks: number[] = [];
  let used = 0;
  let start = 1;
  sheet.rows.forEach(({ row }, index) => {
    const own = heights[index] ?? PLAIN_ROW;
    const together = heights.slice(index, index + 1 + BELOW_GROUP).reduce((sum, height) => sum + height, 0);
    const isOrphan = groups.has(row) && used + together > room && start !== row;
    if (isOrphan && row > heading.last + 1) breaks.push(row - 1);
    if (isOrphan || used + own > room) {
      used = headingHeight;
      start = row;
    }
    used += own;
  });
  return start > lastRow && lastRow - COMPANY > heading.last ? [...breaks, lastRow - COMPANY] : breaks;
}

/** Points down a page, in the size before the columns are fitted to it. */
function roomOf(widths: readonly number[], pagesWide: number, { isLandscape }: TableSpan): number {
  const page = isLandscape ? LANDSCAPE : PORTRAIT;
  const across = widths.reduce((sum, width) => sum + width * CHARACTER + PADDING, 0) / pagesWide;
  return page.height / Math.min(1, page.width / across);
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
