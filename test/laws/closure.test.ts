// Closure through real files: communes → provinces → cluster → nation, level by level or all at once, gives the same
// figures; what the program writes it reads again without a word.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Book } from "../../fixtures/kit/book.js";
import { type CommuneReport, inventFund, value } from "../../fixtures/kit/commune-figures.js";
import { type Chance, chance } from "../../fixtures/kit/random.js";
import { cellIndex, shownText } from "../../src/model/grid.js";
import { at } from "../../src/model/outcome.js";
import type { Unit } from "../../src/model/unit.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { sheetOf, withCell } from "../kit/book-spot.js";
import { bookOf, inventedCommune, sendBook, sendBytes } from "../kit/invented-commune.js";
import { provinceBook } from "../kit/invented-province.js";
import { patchedCell } from "../kit/patched-cell.js";
import type { Report } from "../kit/report-schema.js";
import { runReport } from "../kit/run-report.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { smallLand } from "../kit/small-land.js";

const folder = scratchFolder();
const land = smallLand(folder, { 42: 3, 44: 3, 45: 4 });
const { shippedCatalogue, layout, tree } = land;

/** A commune of the first province. */
const communeAt = (index: number): Unit => at(land.communesOf(at(land.provinces, 0)), index);

/** A workbook's state: most are sent, some with an error that returns them. */
type State = "sent" | "returned" | "missing" | "no-association";
const STATES: readonly State[] = ["sent", "sent", "sent", "sent", "returned", "missing", "no-association"];
/** Columns in which blanks, «x», «…» and the typed zero are strewn: none of them decides whether the file is accepted. */
const STREWN = [
  ["BM01", "HV02"],
  ["BM01", "HV04"],
  ["BM02", "Q03"],
  ["BM02", "Q05b"],
  ["BM02", "Q08c"],
  ["BM03", "MH3_CN"],
  ["BM03", "MH5_DK"],
  ["BM03", "MH1b_TS"],
] as const;
const NOTHINGS = [null, "x", "…", "-", "chưa có Hội"];

interface SentProvince {
  readonly unit: Unit;
  /** Workbooks of the communes and of the province's own fund. */
  readonly files: readonly string[];
}

interface SentArea {
  readonly folder: string;
  readonly config: string;
  readonly provinces: readonly SentProvince[];
}

/** Draws who sends what, and writes it: workbooks, and the office's own list of associations not yet founded. */
async function sentArea(seed: number): Promise<SentArea> {
  const luck = chance(seed);
  const home = join(folder, `đợt ${seed}`);
  const without: string[] = [];
  const provinces: SentProvince[] = [];
  for (const province of land.provinces) {
    const files: string[] = [];
    for (const commune of land.communesOf(province)) {
      const state = luck.pick(STATES);
      if (state === "no-association") without.push(`${commune.key},,,kiểm thử`);
      if (state !== "sent" && state !== "returned") continue;
      const book = strewn(bookOf(inventedCommune(commune, tree, luck), layout, { moneyUnit: "đồng" }), luck);
      const sent = state === "sent" ? book : withCell(book, { form: "BM01", field: "HV01", row: 0 }, layout, 1);
      files.push(await sendBook(join(home, province.code), `${commune.code}.xlsx`, sent));
    }
    if (luck.next() < 0.5) files.push(await sendOwnFund(home, province, luck));
    provinces.push({ unit: province, files });
  }
  mkdirSync(join(home, "khai báo/units"), { recursive: true });
  writeFileSync(
    join(home, "khai báo/units/to-chuc-hoi.csv"),
    ["unit,founded,dissolved,source", ...without, ""].join("\n"),
  );
  writeFileSync(join(home, "khuyenhoc.yaml"), "khai-bao: khai báo\n");
  return { folder: home, config: join(home, "khuyenhoc.yaml"), provinces };
}

function strewn(book: Book, luck: Chance): Book {
  return Array.from({ length: luck.between(0, 4) }).reduce<Book>((so) => {
    const [form, field] = luck.pick(STREWN);
    return withCell(so, { form, field, row: luck.between(0, 2) }, layout, luck.pick(NOTHINGS));
  }, book);
}

function sendOwnFund(home: string, province: Unit, luck: Chance): Promise<string> {
  const fund = new Map<string, number>();
  inventFund(fund, luck.between(50_000, 400_000) * 1000, luck);
  const book = provinceBook(province, { communes: [], ownFund: fund }, layout);
  return sendBook(join(home, province.code), "quỹ tỉnh.xlsx", book);
}

/** A province's workbooks added up, and its summary read again. */
async function passedOn(name: string, books: readonly Book[]) {
  const province = at(land.provinces, 0);
  const files: string[] = [];
  for (const [index, book] of books.entries()) files.push(await sendBook(join(folder, name), `${index}.xlsx`, book));
  const out = join(folder, name, "tỉnh.xlsx");
  const argv = ["aggregate", ...files, "--unit", province.code, "--out", out];
  const sent = await runReport(argv, { shippedCatalogue });
  const again = await runReport(["validate", out], { shippedCatalogue });
  return { out, sent: sent.report, again: again.report };
}

/** Communes of the first province, in thousands of đồng. */
function someCommunes(seed: number, changed: (book: Book, report: CommuneReport) => Book): readonly Book[] {
  const luck = chance(seed);
  return land.communesOf(at(land.provinces, 0)).map((unit) => {
    const report = inventedCommune(unit, tree, luck);
    return changed(bookOf(report, layout), report);
  });
}

function errors(report: Report): readonly (readonly [string, string | null])[] {
  return report.findings.filter((one) => one.severity === "error").map((one) => [one.code, one.cell]);
}

async function addUp(area: SentArea, unit: string, files: readonly string[]) {
  const out = join(area.folder, "kết quả", `${unit.replace("@", " từ ")} ${files.length}.xlsx`);
  const argv = ["aggregate", ...files, "--unit", unit, "--config", area.config, "--out", out];
  const { report } = await runReport(argv, { shippedCatalogue });
  return { out, report };
}

/** Everything a report says in figures. */
function figures({ totals, children }: Report) {
  return { totals, children };
}

describe.each([1, 2, 3])("area %i", (seed) => {
  it("gives the same figures level by level and all at once", async () => {
    const area = await sentArea(seed);
    const outs: string[] = [];
    for (const { unit, files } of area.provinces) {
      if (files.length > 0) outs.push((await addUp(area, unit.code, files)).out);
    }
    const everything = area.provinces.flatMap(({ files }) => files);
    const cluster = await addUp(area, "cum-4", outs);
    expect(figures(cluster.report)).toEqual(figures((await addUp(area, "cum-4", everything)).report));
    const nation = await addUp(area, "VN", [cluster.out]);
    expect(figures(nation.report)).toEqual(figures((await addUp(area, "VN", everything)).report));
    for (const { report } of [cluster, nation]) {
      expect(report.files.map((file) => file.verdict)).toEqual(report.files.map(() => "accepted"));
      expect(report.findings.filter((one) => one.severity === "error")).toEqual([]);
    }
  });
});

describe("a summary read again", () => {
  it("gives no finding where nothing is missing", async () => {
    const { sent, again } = await passedOn(
      "đọc lại",
      someCommunes(11, (book) => book),
    );
    expect(sent.findings).toEqual([]);
    expect(again.findings).toEqual([]);
    expect(figures(again)).toEqual(figures(sent));
  });

  it("keeps balances that were off by less than rounding to thousands", async () => {
    const oneMore = (book: Book, { branches }: CommuneReport): Book => {
      const closing = value(at(branches, 0).figures, "Q07") / 1000;
      return withCell(book, { form: "BM02", field: "Q07", row: 0 }, layout, closing + 1);
    };
    const { sent, again } = await passedOn("làm tròn", someCommunes(12, oneMore));
    expect(errors(sent)).toEqual([]);
    expect(errors(again)).toEqual([]);
    expect(figures(again)).toEqual(figures(sent));
  });

  it("keeps party members where most communes left the Party's whole strength blank", async () => {
    const withoutStrength = (book: Book, report: CommuneReport): Book => {
      const cover = new Map([...report.cover].filter(([code]) => code !== "HV06"));
      return report.code === communeAt(0).code ? book : bookOf({ ...report, cover }, layout);
    };
    const { sent, again } = await passedOn("thiếu đảng viên", someCommunes(15, withoutStrength));
    expect(errors(sent)).toEqual([]);
    expect(errors(again)).toEqual([]);
    expect(figures(again)).toEqual(figures(sent));
  });

  it("keeps a part of which one commune did not give the whole", async () => {
    const withoutWhole = (book: Book, { code }: CommuneReport): Book =>
      code !== communeAt(1).code
        ? book
        : sheetOf(book, "BM03", layout)
            .rows.slice(0, -1)
            .reduce((so, _, row) => withCell(so, { form: "BM03", field: "MH2_TS", row }, layout, null), book);
    const { sent, again } = await passedOn("thiếu tổng số", someCommunes(13, withoutWhole));
    expect(errors(sent)).toEqual([]);
    expect(errors(again)).toEqual([]);
    expect(figures(again)).toEqual(figures(sent));
  });
});

describe("a summary corrected by hand", () => {
  it("is told so at the cell, and the typed value is taken", async () => {
    const { out, sent } = await passedOn(
      "sửa tay",
      someCommunes(14, (book) => book),
    );
    const child = at(sent.children, 1);
    const admitted = child.totals["HV02"]?.value ?? Number.NaN;
    const bytes = readFileSync(out);
    const { sheet, cell } = placeOf(bytes, child.unit.key, "HV02");
    const changed = sendBytes(join(folder, "sửa tay"), "tỉnh sửa.xlsx", patchedCell(bytes, sheet, cell, admitted + 5));
    const { report } = await runReport(["validate", changed, "--provisional"], { shippedCatalogue });
    const [told] = report.findings.filter((one) => one.code === "V-K18");
    expect([told?.sheet, told?.cell, told?.found, told?.unit?.key]).toEqual([
      sheet,
      cell,
      String(admitted + 5),
      child.unit.key,
    ]);
    expect(report.files[0]?.verdict).toBe("returned");
    const taken = report.children.find((one) => one.unit.key === child.unit.key);
    expect(taken?.totals["HV02"]?.value).toBe(admitted + 5);
  });
});

/** Where a workbook's own list of facts says that a figure is shown. */
function placeOf(
  bytes: Uint8Array,
  unit: string,
  indicator: string,
): { readonly sheet: string; readonly cell: string } {
  const grid = readWorkbook(bytes, "").value?.sheets.find((one) => one.name === "_so-lieu");
  if (grid === undefined) throw new Error("no fact sheet");
  for (let row = 1; row <= grid.rowCount; row++) {
    const text = (column: number): string => shownText(grid, cellIndex(grid, row, column));
    if (text(1) === unit && text(5) === indicator) return { sheet: text(14), cell: text(15) };
  }
  throw new Error(`no ${indicator} of ${unit}`);
}
