// The 719 ways in which names of units were really written, or were derived from real names (test/data/NGUON.md).

import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { z } from "zod";
import { type OrgTree, treeAt } from "../../src/model/org-tree.js";
import type { Unit } from "../../src/model/unit.js";
import { createUnitMatcher } from "../../src/normalise/match-unit.js";
import { decodeLegacyText } from "../../src/read/legacy-text/decode-legacy-text.js";
import { gridFromTable, workbookOf } from "../kit/grid-from-table.js";
import { textsOf } from "../kit/grid-texts.js";
import { shippedRegister } from "../kit/shipped-register.js";

const FILE = new URL("../data/ten-don-vi-bien-the.csv", import.meta.url);
const ROW = z.object({
  bien_the: z.string(),
  ten_chinh_thuc: z.string(),
  ma: z.string(),
  danh_muc: z.enum(["truoc-2025-07", "tu-2025-07"]),
  loai_bien_the: z.string(),
});
type Row = z.infer<typeof ROW>;

/** Names in legacy encodings go through the decoder first, as a column each, which is how they arrive. */
const LEGACY = ["tcvn3", "vni"];
/**
 * What spelling alone must not decide: other letters or marks, no marks, no type, another type, a former name. Rows of
 * other kinds that also lack the type («Thanh Hoá» for Tỉnh Thanh Hóa) belong here too.
 */
const ONLY_SUGGESTED = new Set(["khac_dau", "khac_chinh_ta", "khong_dau", "bo_tien_to", "khac_loai", "ten_truoc_2025"]);
const TYPE = /^(xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh|thủ đô|x|p|tt|tx|tp|h|q|t)[.\s]/iu;

const register = shippedRegister();
const match = createUnitMatcher(register);
const trees = new Map<Row["danh_muc"], OrgTree>([
  ["truoc-2025-07", treeAt(register, "2025-03-31")],
  ["tu-2025-07", treeAt(register, "2025-07-31")],
]);
const written = z.array(ROW).parse(parse(readFileSync(FILE), { columns: true }));
const rows = [
  ...written.filter((row) => !LEGACY.includes(row.loai_bien_the)),
  ...LEGACY.flatMap((encoding) => decoded(written.filter((row) => row.loai_bien_the === encoding))),
];

function decoded(legacy: readonly Row[]): readonly Row[] {
  const { value } = decodeLegacyText(workbookOf(gridFromTable(legacy.map((row) => [row.bien_the]))), "xã.xlsx");
  const texts = value.sheets.flatMap(textsOf);
  return legacy.map((row, index) => ({ ...row, bien_the: texts[index] ?? "" }));
}

function isOnlySuggested(row: Row): boolean {
  return ONLY_SUGGESTED.has(row.loai_bien_the) || !TYPE.test(row.bien_the.normalize("NFC").trim());
}

function unitOf(row: Row): { readonly unit: Unit; readonly tree: OrgTree } {
  const tree = trees.get(row.danh_muc);
  const unit = tree?.byCode(row.ma);
  if (tree === undefined || unit === undefined) throw new Error(`không có ${row.ma} trong ${row.danh_muc}`);
  return { unit, tree };
}

/** The siblings: the old district, or the new province. */
function nearScope(row: Row): readonly Unit[] {
  const { unit, tree } = unitOf(row);
  const parent = tree.parentOf(unit.key);
  return parent === undefined ? [] : tree.childrenOf(parent.key);
}

/** The whole province. */
function wideScope(row: Row): readonly Unit[] {
  const { unit, tree } = unitOf(row);
  const parent = tree.parentOf(unit.key);
  const above = parent?.level === "district" ? tree.parentOf(parent.key) : undefined;
  return above === undefined ? nearScope(row) : tree.reportersTo(above.key);
}

type Outcome = "right" | "wrong" | "ambiguous" | "first" | "listed" | "nothing";

function outcomeOf(row: Row, scope: readonly Unit[]): Outcome {
  const { unit } = unitOf(row);
  const result = match(row.bien_the, scope);
  if (result.kind === "found") return result.unit === unit ? "right" : "wrong";
  if (result.kind === "ambiguous") return "ambiguous";
  if (result.suggestions[0] === unit) return "first";
  return result.suggestions.includes(unit) ? "listed" : "nothing";
}

function tableOf(scopeOf: (row: Row) => readonly Unit[]): string {
  const counts = new Map<string, Map<Outcome, number>>();
  for (const row of rows) {
    const line = counts.get(row.loai_bien_the) ?? new Map<Outcome, number>();
    const outcome = outcomeOf(row, scopeOf(row));
    counts.set(row.loai_bien_the, line.set(outcome, (line.get(outcome) ?? 0) + 1));
  }
  return [...counts].map(([kind, line]) => `${kind}: ${JSON.stringify(Object.fromEntries(line))}`).join("\n");
}

function shareOf(list: readonly Row[], wanted: ReadonlySet<Outcome>): number {
  return list.filter((row) => wanted.has(outcomeOf(row, nearScope(row)))).length / list.length;
}

const decidable = rows.filter((row) => !isOnlySuggested(row));
const suggested = rows.filter(isOnlySuggested);

test("có đủ 719 biến thể", () => {
  expect([rows.length, decidable.length + suggested.length]).toEqual([719, 719]);
  expect(decidable.length).toBeGreaterThanOrEqual(506);
});

test("16 tên gõ theo TCVN3, VNI ra đúng chữ và đúng đơn vị", () => {
  const legacy = rows.filter((row) => LEGACY.includes(row.loai_bien_the));
  expect(legacy).toHaveLength(16);
  expect(legacy.map((row) => row.bien_the)).toEqual(legacy.map((row) => row.ten_chinh_thuc));
  expect(legacy.filter((row) => outcomeOf(row, nearScope(row)) !== "right")).toEqual([]);
});

test("trong huyện (tỉnh mới): không nhận nhầm, nhận đủ ít nhất 99 %", () => {
  const wrong = rows.filter((row) => outcomeOf(row, nearScope(row)) === "wrong").map((row) => row.bien_the);
  expect(wrong, tableOf(nearScope)).toEqual([]);
  expect(shareOf(decidable, new Set(["right"])), tableOf(nearScope)).toBeGreaterThanOrEqual(0.99);
});

test("phần còn lại: gợi ý đầu tiên đúng ít nhất 85 %", () => {
  expect(shareOf(suggested, new Set(["right", "first"])), tableOf(nearScope)).toBeGreaterThanOrEqual(0.85);
});

test("trong cả tỉnh: chỉ nhầm khi chữ đã ghi chính là tên một đơn vị khác của tỉnh", () => {
  for (const row of rows) {
    const result = match(row.bien_the, wideScope(row));
    if (result.kind !== "found" || result.unit === unitOf(row).unit) continue;
    expect(result.unit.name, tableOf(wideScope)).toBe(row.bien_the);
  }
  const ambiguous = rows.filter((row) => outcomeOf(row, wideScope(row)) === "ambiguous");
  expect(ambiguous.length, tableOf(wideScope)).toBeLessThanOrEqual(6);
});
