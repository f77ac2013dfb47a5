// Fifteen things that happen to a form before it comes back. Thirteen are read in full, two are answered with what was
// done; none is misread.

import { describe, expect, it } from "vitest";
import { totalsOf } from "../../fixtures/kit/commune-figures.js";
import { chance } from "../../fixtures/kit/random.js";
import { createTemplateLayout } from "../../src/lay-out/template/lay-out-template.js";
import { treeAt } from "../../src/model/org-tree.js";
import { at } from "../../src/model/outcome.js";
import type { WorkbookPlan } from "../../src/model/workbook-plan.js";
import { conclude } from "../../src/pipeline/conclude.js";
import { fingerprint } from "../../src/pipeline/fingerprint.js";
import { createTakeIn } from "../../src/pipeline/take-in.js";
import { writeWorkbook } from "../../src/write/write-workbook.js";
import * as changes from "../kit/alterations.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { filledTemplate, listedFields } from "../kit/filled-template.js";
import { inventedCommune } from "../kit/invented-commune.js";
import { savedBySoffice, soffice } from "../kit/soffice.js";

const catalogue = shippedCatalogue();
const AS_OF = "2025-12-31" as const;
const PERIOD = { kind: "year", year: 2025 } as const;
const tree = treeAt(catalogue.register, AS_OF);
const unit = at(
  [...tree.units()].filter(({ level }) => level === "commune"),
  7,
);
const report = inventedCommune(unit, tree, chance(15));
const REQUEST = { unit, period: PERIOD, asOf: AS_OF, rows: [], funds: [], rowCount: 12 };
const blank = createTemplateLayout(
  catalogue,
  fingerprint,
)({ ...REQUEST, created: "2025-12-01T00:00:00Z", toolVersion: "0" });
const filled = filledTemplate(blank, report);

const MEMBERS = "01 Tổ chức - Hội viên";
const FUND = "02 Quỹ";
const MODELS = "03 Mô hình học tập";
const COVER = "00 Chung";

interface Told {
  readonly code: string;
  readonly sheet: string | undefined;
  /** A word of what the finding says was done. */
  readonly says: string;
}

interface Expected {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
  readonly file?: string;
  /** Sheets whose figures are all counted. */
  readonly reads: readonly string[];
  readonly told: readonly Told[];
  readonly needsSoffice?: boolean;
}

const ALL = [COVER, MEMBERS, FUND, MODELS];
const altered = (alter: changes.Alter) => () => writeWorkbook(alter(filled));
const bySoffice = (filter: string) => async () => savedBySoffice(await writeWorkbook(filled), filter);
const note = (sheet: string, says: string): Told => ({ code: "V-L02", sheet, says });

const ALTERATIONS: readonly Expected[] = [
  { name: "rows inserted above everything", bytes: altered(changes.rowsInserted(() => 1, 3)), reads: ALL, told: [] },
  {
    name: "blank rows inserted between branches",
    bytes: altered(changes.rowsInserted((sheet, plan) => secondRow(sheet.name, plan), 2)),
    reads: ALL,
    told: [],
  },
  { name: "unused rows deleted", bytes: altered(changes.unusedRowsDeleted), reads: ALL, told: [] },
  {
    name: "a column of the office's own inserted",
    bytes: altered(changes.columnInserted(MEMBERS, "HV04", "Cán bộ phụ trách")),
    reads: ALL,
    told: [note(MEMBERS, "thêm cột «Cán bộ phụ trách»")],
  },
  {
    name: "two columns moved",
    bytes: altered(changes.columnsSwapped(FUND, "Q03", "Q04")),
    reads: ALL,
    told: [note(FUND, "đổi chỗ")],
  },
  {
    name: "a sheet renamed",
    bytes: altered(changes.sheetsRenamed((name) => (name === MEMBERS ? "Hội viên năm 2025" : name))),
    reads: ALL,
    told: [note("Hội viên năm 2025", `«${MEMBERS}» đổi tên`)],
  },
  {
    name: "all sheets renamed and turned round",
    bytes: altered((plan) => changes.sheetsTurned(changes.sheetsRenamed((_, index) => `Sheet${index + 1}`)(plan))),
    reads: ALL,
    told: ALL.map((name, index) => note(`Sheet${index + 1}`, `«${name}» đổi tên`)),
  },
  { name: "sheets copied into a new book", bytes: altered(changes.copiedOut), reads: ALL, told: [] },
  {
    name: "values pasted over formulas",
    bytes: altered(changes.pastedOver),
    reads: ALL,
    told: [MEMBERS, FUND, MODELS].map((sheet) => note(sheet, "công thức")),
  },
  {
    name: "a heading worded otherwise",
    bytes: altered(changes.headingReworded(MEMBERS, "Hội viên cuối kỳ", "Tổng số hội viên")),
    reads: ALL,
    told: [note(MEMBERS, "Tổng số hội viên")],
  },
  {
    name: "saved again by LibreOffice",
    bytes: bySoffice("xlsx:Calc MS Excel 2007 XML"),
    reads: ALL,
    told: [],
    needsSoffice: true,
  },
  {
    name: "saved as .ods by LibreOffice",
    bytes: bySoffice("ods:calc8"),
    reads: ALL,
    told: [{ code: "V-K02", sheet: undefined, says: ".ods" }],
    needsSoffice: true,
  },
  {
    name: "the members' sheet saved as CSV",
    bytes: async () => changes.sheetAsCsv(filled, MEMBERS),
    file: "hoi-vien.csv",
    reads: [MEMBERS],
    told: [{ code: "V-K02", sheet: undefined, says: "ngăn bằng dấu phẩy" }],
  },
  {
    name: "a required column deleted",
    bytes: altered(changes.columnDeleted(MEMBERS, "HV01")),
    reads: [],
    told: [{ code: "V-L01", sheet: MEMBERS, says: "cột «Hội viên cuối kỳ» đã bị bỏ" }],
  },
  {
    name: "a column doubled",
    bytes: altered(changes.columnDoubled(FUND, "Q07")),
    reads: [],
    told: [{ code: "V-L01", sheet: FUND, says: "cột «Số dư cuối kỳ» có hai lần" }],
  },
];

function secondRow(sheet: string, plan: typeof filled): number | undefined {
  const [first] = listedFields(plan).filter((field) => field.sheet === sheet && field.from > 0);
  return first === undefined ? undefined : first.from + 1;
}

/** Codes that the sheets ask for, with what the commune had of them. */
function figuresOn(sheets: readonly string[]): readonly (readonly [string, number])[] {
  const asked = new Set(
    listedFields(blank)
      .filter(({ sheet }) => sheets.includes(sheet))
      .map(({ field }) => field),
  );
  return [...totalsOf(report)].filter(
    ([code]) => asked.has(code) && (sheets.includes(COVER) || !report.cover.has(code)),
  );
}

/** The plan whose very-hidden sheet lost its last lines, as if two forms had been put together by hand. */
function hiddenSheetCut(plan: WorkbookPlan): WorkbookPlan {
  const sheets = plan.sheets.map((sheet) =>
    sheet.visibility === "very-hidden" ? { ...sheet, rows: sheet.rows.slice(0, -5) } : sheet,
  );
  return { ...plan, sheets };
}

it("that lost part of its hidden sheet is not accused of columns that only the hidden sheet lacks", async () => {
  const cut = hiddenSheetCut(changes.columnsSwapped(FUND, "Q03", "Q04")(filled));
  const taken = await createTakeIn(catalogue)({ path: "xa.xlsx", modified: AS_OF, bytes: await writeWorkbook(cut) }, 0);
  expect(taken.drafts.map(({ code, place, values }) => [code, place.sheet, values.get("gì")?.slice(0, 8)])).toEqual([
    ["V-L02", undefined, "trang ẩn"],
  ]);
});

describe("a form that was altered", () => {
  it.each(ALTERATIONS)(
    "$name",
    { timeout: 150_000 },
    async ({ bytes, file = "xa.xlsx", reads, told, needsSoffice }) => {
      if (needsSoffice === true && soffice === undefined) return;
      const taken = await createTakeIn(catalogue)({ path: file, modified: AS_OF, bytes: await bytes() }, 0);
      const request = {
        unit: unit.key,
        period: PERIOD,
        asOf: AS_OF,
        standing: undefined,
        provisional: false,
        latest: false,
      };
      const before = { history: undefined, unused: [] };
      const { aggregation, findings, verdicts } = conclude([taken], { ...request, before }, catalogue);
      const own = findings.filter(({ place, cause }) => place.file === file && cause === undefined);
      expect(own.map(({ code, place }) => [code, place.sheet])).toEqual(told.map(({ code, sheet }) => [code, sheet]));
      for (const [index, { says }] of told.entries()) expect(at(own, index).message).toContain(says);
      expect(verdicts).toEqual([told.some(({ code }) => code === "V-L01") ? "returned" : "accepted"]);
      for (const [code, value] of figuresOn(reads)) {
        expect([code, aggregation?.totals.get(code)?.quantity]).toEqual([code, { kind: "known", value }]);
      }
    },
  );
});
