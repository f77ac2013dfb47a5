// How a table lies on paper: how many landscape A4 pages side by side, and which columns of the first page the lines
// above and below the table span. Text columns are repeated on further pages, so those lines keep out of them there.

import type { PlannedSheet } from "../model/workbook-plan.js";

/** Columns' characters on one page in letters of about 7 points. */
const ROOM_OF_PAGE = 225;
/** Share of the width that the left block takes; the national heading at the right is longer. */
const LEFT_SHARE = 0.42;

export interface PageFrame {
  readonly widths: readonly number[];
  /** First and last column of lines above and below the table. */
  readonly left: number;
  readonly right: number;
  /** Last column of the left half. */
  readonly half: number;
  /** What the page set-up says of it. */
  readonly print: Pick<PlannedSheet["print"], "pagesWide" | "repeatColumns">;
}

/** The frame of a table with these column widths, of which the first `textColumns` say who a row is about. */
export function pageFrame(widths: readonly number[], textColumns = 0): PageFrame {
  const repeated = roomOf(widths.slice(0, textColumns));
  const figures = roomOf(widths) - repeated;
  const pages = Math.max(1, Math.ceil(figures / (ROOM_OF_PAGE - repeated)));
  if (pages === 1) return { widths, ...spanOf(widths, 1, widths.length), print: {} };
  const right = textColumns + columnsWithin(widths.slice(textColumns), figures / pages);
  return {
    widths,
    ...spanOf(widths, textColumns + 1, right),
    print: { pagesWide: pages, repeatColumns: { from: 1, to: textColumns } },
  };
}

/** Room of the columns left … right, 1-based, both inclusive. */
export function roomBetween({ widths }: PageFrame, left: number, right: number): number {
  return roomOf(widths.slice(left - 1, right));
}

function spanOf(widths: readonly number[], left: number, right: number): Pick<PageFrame, "left" | "right" | "half"> {
  const inside = widths.slice(left - 1, right);
  return { left, right, half: left - 1 + nearestBoundary(inside, roomOf(inside) * LEFT_SHARE) };
}

/** Number of columns, at least 1 and not all of several, whose room comes nearest to `room`. */
function nearestBoundary(widths: readonly number[], room: number): number {
  let best = 1;
  for (let count = 2; count < widths.length; count += 1) {
    const distance = Math.abs(roomOf(widths.slice(0, count)) - room);
    if (distance < Math.abs(roomOf(widths.slice(0, best)) - room)) best = count;
  }
  return best;
}

/** How many columns lie within `room`; at least 1. */
function columnsWithin(widths: readonly number[], room: number): number {
  let used = 0;
  for (const [index, width] of widths.entries()) {
    used += width;
    if (used > room) return Math.max(1, index);
  }
  return Math.max(1, widths.length);
}

function roomOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}
