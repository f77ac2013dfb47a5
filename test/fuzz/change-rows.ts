// Ways in which people change a table: figures in other places, rows lost or twice, words where numbers belong, merges.

import type { Chance } from "../../fixtures/kit/random.js";
import { rangeText } from "../../src/model/cell-address.js";
import { escapeXml, sheetPackage } from "../kit/zip-package.js";

type Rows = readonly (readonly string[])[];

type Change = (rows: Rows, luck: Chance) => Rows;

const WORDS = [
  "x",
  "-",
  "…",
  "chưa có",
  "khoảng 100",
  "12/3",
  "1.5",
  "1,5",
  "1.000,5",
  "1 234",
  "-7",
  "3%",
  "0",
  "Tổng cộng",
  "Cộng",
  "Toàn xã",
  "I",
  "II.",
  "1.1",
  "Người lập biểu",
  "Ghi chú: số liệu ước",
  "Đơn vị tính: triệu đồng",
  "Kỳ báo cáo: quý 3",
  "Mã đơn vị: 19432",
  "__proto__",
  "constructor",
  "toString",
  "STT",
  "Tên chi hội, ban",
  "Hội viên cuối kỳ",
  "01/01/2022",
  "Hội viªn",
  "H\u1ED9i",
  " ",
  "=SUM(A1)",
];

const CHANGES: readonly Change[] = [
  (rows, luck) => rows.filter((_, index) => index !== luck.between(0, rows.length - 1)),
  (rows, luck) => rows.flatMap((row) => (luck.next() < 0.05 ? [row, row] : [row])),
  (rows, luck) => rows.flatMap((row) => (luck.next() < 0.05 ? [[], row] : [row])),
  (rows, luck) => withCell(rows, luck, () => luck.pick(WORDS)),
  (rows, luck) => withCell(rows, luck, () => String(luck.between(0, 2_000))),
  (rows, luck) => withCell(rows, luck, () => ""),
  (rows, luck) => withCell(rows, luck, (text) => `${text} ${luck.pick(WORDS)}`),
  function swapCells(rows, luck) {
    const [a, b] = [placeIn(rows, luck), placeIn(rows, luck)];
    const put = new Map([
      [a.key, b.text],
      [b.key, a.text],
    ]);
    return rows.map((row, at) => row.map((text, column) => put.get(`${at} ${column}`) ?? text));
  },
  function swapColumns(rows, luck) {
    const width = Math.max(...rows.map((row) => row.length));
    const [a, b] = [luck.between(0, width - 1), luck.between(0, width - 1)];
    return rows.map((row) =>
      row.length < 3 ? row : row.map((text, column) => row[column === a ? b : column === b ? a : column] ?? text),
    );
  },
  (rows) => rows.map((row) => ["", ...row]),
  (rows, luck) => [...rows, ...rows.slice(luck.between(0, rows.length - 1))],
];

/** The rows with one to four changes. */
export function changedRows(rows: Rows, luck: Chance): Rows {
  let changed = rows;
  for (let count = luck.between(1, 4); count > 0 && changed.length > 0; count--)
    changed = luck.pick(CHANGES)(changed, luck);
  return changed;
}

/** A merge somewhere in so many rows: `B3:D5`. */
function someMerge(rows: Rows, luck: Chance): string {
  const top = luck.between(1, Math.max(1, rows.length));
  const left = luck.between(1, 9);
  return rangeText({ top, left, bottom: top + luck.between(0, 4), right: left + luck.between(0, 4) });
}

function withCell(rows: Rows, luck: Chance, change: (text: string) => string): Rows {
  const { key } = placeIn(rows, luck);
  return rows.map((row, at) => row.map((text, column) => (`${at} ${column}` === key ? change(text) : text)));
}

function placeIn(rows: Rows, luck: Chance): { readonly key: string; readonly text: string } {
  const row = luck.between(0, rows.length - 1);
  const cells = rows[row] ?? [];
  const column = luck.between(0, Math.max(0, cells.length - 1));
  return { key: `${row} ${column}`, text: cells[column] ?? "" };
}

/** The rows as a workbook of one sheet, figures as numbers, now and then with a merge. */
export function packedRows(rows: Rows, luck: Chance): Buffer {
  const cells = rows.map((row) => `<row>${row.map((text) => cellOf(text, luck)).join("")}</row>`).join("");
  const merges = luck.next() < 0.3 ? `<mergeCells><mergeCell ref="${someMerge(rows, luck)}"/></mergeCells>` : "";
  return Buffer.from(sheetPackage(cells, { behind: merges }));
}

function cellOf(text: string, luck: Chance): string {
  if (text === "") return "<c/>";
  const isFigure = /^-?\d{1,3}(?:\.\d{3})*$/.test(text) && luck.next() < 0.8;
  return isFigure
    ? `<c><v>${text.replaceAll(".", "")}</v></c>`
    : `<c t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`;
}
