// A published anomaly told again: of another unit, with all figures so many times larger, its columns in another order.
// What was wrong stays wrong, and nothing else becomes so.

import type { CaseBook, CaseMark, CaseSheet } from "../../fixtures/kit/case-book.js";
import type { Chance } from "../../fixtures/kit/random.js";
import type { OrgTree } from "../../src/model/org-tree.js";
import type { Unit } from "../../src/model/unit.js";

/** Columns that name a row, before those that hold its figures. */
const NAMING = 3;
const SCALES = [1, 2, 3, 7, 10];

type Cell = CaseSheet["rows"][number][number];

/** The case with another unit, another scale and another order of columns; its marks follow their cells. */
export function variantOf(book: CaseBook, tree: OrgTree, luck: Chance): CaseBook {
  const scale = luck.pick(SCALES);
  const other = luck.pick(siblingsOf(book, tree));
  const orders = new Map(book.sheets.map((sheet) => [sheet.name, orderOf(sheet, luck)]));
  const marks = book.marks.map((mark): CaseMark => {
    const place = orders.get(mark.sheet)?.indexOf(mark.column - 1) ?? -1;
    return { ...mark, column: place + 1 };
  });
  const sheets = book.sheets.map((sheet) => {
    const order = orders.get(sheet.name) ?? [];
    const shares = order.map((column) => sheet.rows.some((row) => String(row[column]).includes("%")));
    return { ...sheet, ...reordered(sheet, order, (cells) => renamed(scaled(cells, scale, shares), other)) };
  });
  return { sheets, marks, about: book.about };
}

/** True for a table: its first figures stand right of number, code and name. */
function isTable({ rows }: CaseSheet): boolean {
  return rows.some(([first]) => first === "STT");
}

function orderOf(sheet: CaseSheet, luck: Chance): readonly number[] {
  const width = Math.max(...sheet.rows.map((row) => row.length));
  const all = Array.from({ length: width }, (_, index) => index);
  if (!isTable(sheet)) return all;
  const figures = all.slice(NAMING);
  const shuffled = figures
    .map((index) => ({ index, rank: luck.next() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ index }) => index);
  return [...all.slice(0, NAMING), ...shuffled];
}

/** Merged headings are written out above each of their columns, so that columns can go anywhere. */
function reordered(
  sheet: CaseSheet,
  order: readonly number[],
  change: (cells: readonly Cell[]) => readonly Cell[],
): Pick<CaseSheet, "rows" | "merges"> {
  if (!isTable(sheet)) return sheet;
  const apart = sheet.merges.filter(({ left }) => left > NAMING);
  const written = sheet.rows.map((row, index) =>
    row.map((cell, column): Cell => {
      const merge = apart.find(
        (one) => one.top <= index + 1 && index + 1 <= one.bottom && one.left <= column + 1 && column + 1 <= one.right,
      );
      return merge === undefined ? cell : (sheet.rows[merge.top - 1]?.[merge.left - 1] ?? null);
    }),
  );
  const rows = written.map((row) => (row.length <= NAMING ? row : change(order.map((column) => row[column] ?? null))));
  return { rows, merges: sheet.merges.filter((merge) => !apart.includes(merge)) };
}

/** Percentages stay what they are. */
function scaled(cells: readonly Cell[], times: number, shares: readonly boolean[]): readonly Cell[] {
  const isFigure = (column: number): boolean => column >= NAMING && shares[column] !== true;
  return cells.map((cell, column) => (typeof cell === "number" && isFigure(column) ? cell * times : cell));
}

/** The row of a unit, told of another; headings stay. */
function renamed(cells: readonly Cell[], { code, name }: Unit): readonly Cell[] {
  const [number, was, ...rest] = cells;
  const isUnit = typeof was === "string" && /^\d+$/.test(was);
  return isUnit ? [number ?? null, code, name, ...rest.slice(1)] : cells;
}

/** Units beside the one that the case speaks of, itself left out where there are others. */
function siblingsOf({ sheets }: CaseBook, tree: OrgTree): readonly Unit[] {
  const codes = sheets.filter(isTable).flatMap(({ rows }) => rows.flatMap(([, code]) => code ?? []));
  const [unit] = codes.flatMap((code) => tree.byCode(String(code)) ?? []);
  const parent = unit === undefined ? undefined : tree.parentOf(unit.key);
  if (unit === undefined || parent === undefined) throw new Error("a case speaks of a unit in force");
  const others = tree.childrenOf(parent.key).filter((one) => one !== unit && one.level === unit.level);
  return others.length > 0 ? others : [unit];
}
