// Where pages of a table end: no group's name at the foot, no notes by themselves.

import { expect, it } from "vitest";
import { tableBreaks } from "../../../src/lay-out/report/page-breaks.js";
import type { PlannedRow } from "../../../src/model/workbook-plan.js";

/** Rows of 20 points below a heading in row 1; a landscape page has room for 23 of them. */
function rows(count: number): readonly PlannedRow[] {
  return Array.from({ length: count }, (_, index) => ({ row: index + 1, cells: [], height: 20 }));
}

function breaksOf(count: number, span: { readonly groups?: readonly number[]; readonly lastRow?: number }) {
  const { groups = [], lastRow = count } = span;
  const heading = { first: 1, last: 1 };
  return tableBreaks(
    { rows: rows(count), widths: [20, 20] },
    { heading, lastRow, groups: new Set(groups), isLandscape: true },
  );
}

it("moves a group's name to the next page where its first rows have no room below it", () => {
  expect(breaksOf(60, { groups: [10] })).toEqual([]);
  expect(breaksOf(60, { groups: [23] })).toEqual([22]);
  expect(breaksOf(60, { groups: [22] })).toEqual([21]);
  expect(breaksOf(60, { groups: [20] })).toEqual([]);
});

it("counts on from a page that was ended early", () => {
  expect(breaksOf(60, { groups: [22, 42] })).toEqual([21, 41]);
});

it("takes the last rows along where notes would stand alone", () => {
  expect(breaksOf(24, { lastRow: 23 })).toEqual([20]);
  expect(breaksOf(20, { lastRow: 18 })).toEqual([]);
});

it("knows that a table two pages wide is printed larger, with fewer rows to a page", () => {
  const wide = { rows: rows(120), widths: Array.from({ length: 20 }, () => 14) };
  const span = { heading: { first: 1, last: 1 }, lastRow: 120, groups: new Set([40]), isLandscape: true };
  expect(tableBreaks(wide, span)).toEqual([]);
  expect(tableBreaks({ ...wide, print: { pagesWide: 2 } }, span)).toEqual([]);
  const early = { ...span, groups: new Set([26]) };
  expect(tableBreaks({ ...wide, print: { pagesWide: 2 } }, early)).toEqual([25]);
  expect(tableBreaks(wide, early)).toEqual([]);
});
