// Invented provinces against sums made by hand: totals, coverage, and what one fault or one missing workbook changes.
// The expected figures come from the inventing side alone; the program adds up what it reads.

import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Book, BookCell } from "../../fixtures/kit/book.js";
import { type CommuneReport, totalsOf, value } from "../../fixtures/kit/commune-figures.js";
import { chance } from "../../fixtures/kit/random.js";
import { at } from "../../src/model/outcome.js";
import { addressOf, type Spot, sheetOf, withCell, withRowTwice, withSheet } from "../kit/book-spot.js";
import { bookOf, inventedCommune, sendBook } from "../kit/invented-commune.js";
import { provinceBook } from "../kit/invented-province.js";
import type { Report } from "../kit/report-schema.js";
import { runReport } from "../kit/run-report.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { smallLand } from "../kit/small-land.js";

const folder = scratchFolder();
const land = smallLand(folder, { 45: 4 });
const { shippedCatalogue, layout, tree } = land;
const province = at(land.provinces, 0);
const SEEDS = [2022, 2023, 2024];
const PROVINCES = await Promise.all(SEEDS.map(sentProvince));

/** A province's communes, their workbooks in a folder of their own; amounts in whole đồng. */
async function sentProvince(seed: number) {
  const luck = chance(seed);
  const home = join(folder, `tỉnh ${seed}`);
  const communes = land.communesOf(province).map((unit) => inventedCommune(unit, tree, luck));
  for (const one of communes) await sendBook(home, `${one.code}.xlsx`, bookOf(one, layout, { moneyUnit: "đồng" }));
  return { seed, home, communes };
}

function validate(paths: readonly string[]) {
  return runReport(["validate", ...paths, "--unit", province.code], { shippedCatalogue });
}

/** Sums of communes by indicator, added here. */
function sums(communes: readonly CommuneReport[]): ReadonlyMap<string, number> {
  const total = new Map<string, number>();
  for (const commune of communes) {
    for (const [code, figure] of totalsOf(commune)) {
      const before = total.get(code);
      total.set(code, before === undefined ? figure : before + figure);
    }
  }
  return total;
}

/** Every figure that was invented, with the program's answer beside it. */
function expectSums(report: Report, communes: readonly CommuneReport[], due: number): void {
  for (const [code, sum] of sums(communes)) {
    const { value: found, coverage } = report.totals[code] ?? {};
    expect([code, found, coverage]).toEqual([code, sum, { have: communes.length, due }]);
  }
}

describe.each(PROVINCES)("province $seed", ({ home, communes, seed }) => {
  it("adds up to the sums of its communes, each complete", async () => {
    const { report, exit } = await validate([home]);
    expectSums(report, communes, communes.length);
    expect(report.coverage).toMatchObject({ due: 4, received: 4, returned: 0, missing: [] });
    expect(report.findings.filter((one) => one.severity === "error")).toEqual([]);
    expect(exit).toBe(0);
    for (const child of report.children) {
      const commune = communes.find((one) => one.code === child.unit.code);
      for (const [code, figure] of totalsOf(
        at(
          [commune].flatMap((one) => one ?? []),
          0,
        ),
      )) {
        expect([code, child.totals[code]?.value]).toEqual([code, figure]);
      }
    }
  });

  it("computes ratios from the two totals", async () => {
    const { report } = await validate([home]);
    const total = sums(communes);
    expect(report.totals["HV01R"]?.value).toBe(value(total, "HV01") / value(total, "DS01"));
  });

  it("loses exactly what a missing commune gave, and names it", async () => {
    const gone = at(communes, seed % communes.length);
    const rest = communes.filter((one) => one !== gone);
    const { report, exit } = await validate(rest.map((one) => join(home, `${one.code}.xlsx`)));
    expectSums(report, rest, communes.length);
    expect(report.coverage).toMatchObject({ due: 4, received: 3 });
    expect(report.coverage.missing.map((unit) => unit.code)).toEqual([gone.code]);
    const missing = report.findings.find((one) => one.code === "V-D06");
    expect(missing?.message).toContain(gone.name);
    expect(report.findings.find((one) => one.code === "V-S03")?.cause).toBe(missing?.id);
    expect(exit).toBe(0);
  });

  it("does not depend on the order of the files", async () => {
    const paths = communes.map((one) => join(home, `${one.code}.xlsx`));
    const one = await validate(paths);
    const other = await validate([...paths].reverse());
    expect(other.report.totals).toEqual(one.report.totals);
    expect(other.report.children).toEqual(one.report.children);
    expect(other.report.coverage).toEqual(one.report.coverage);
    expect(other.report.findings).toEqual(one.report.findings);
  });
});

interface Fault {
  readonly name: string;
  /** What is done to the workbook of a commune, and where it must be found. */
  readonly spot: Spot;
  readonly typed?: (report: CommuneReport, row: number) => BookCell;
  readonly done?: (book: Book) => Book;
  readonly code: string;
  /** False where the whole sheet is meant. */
  readonly isAtCell?: false;
  /** Findings that follow, folded under the first. */
  readonly following?: readonly string[] | string;
}

const figure = (report: CommuneReport, row: number, code: string): number =>
  value(at(report.branches, row).figures, code);
const spot = (form: string, field: string, row: Spot["row"] = 1): Spot => ({ form, field, row });

const FAULTS: readonly Fault[] = [
  {
    name: "women above members",
    spot: spot("BM01", "HV04"),
    typed: (report, row) => figure(report, row, "HV01") + 1,
    code: "V-H03",
  },
  {
    name: "a typed total that is none",
    spot: spot("BM01", "HV01", "total"),
    typed: (report) => totalsOf(report).get("HV01") ?? null,
    code: "V-T01",
  },
  {
    name: "a fund off by 1.000 đồng",
    spot: spot("BM02", "Q07"),
    typed: (report, row) => figure(report, row, "Q07") + 1000,
    code: "V-Q01",
  },
  {
    name: "more recognised than there are",
    spot: spot("BM03", "MH2_CN"),
    typed: (report, row) => figure(report, row, "MH2_TS") + 1,
    code: "V-M01",
    following: ["V-M02"],
  },
  {
    name: "a branch twice",
    spot: spot("BM01", "row.name", 2),
    done: (book) => withRowTwice(book, { form: "BM01", row: 1 }, layout),
    code: "V-D05",
    following: "whatever the doubled sums fail",
  },
  { name: "a negative number", spot: spot("BM01", "HV02"), typed: () => -3, code: "V-K07" },
  { name: "words in a number's place", spot: spot("BM01", "HV02"), typed: () => "ba mươi", code: "V-K05" },
  { name: "a number in two readings", spot: spot("BM03", "MH2_DK"), typed: () => "119/127", code: "V-K06" },
  {
    name: "no unit of money",
    spot: spot("BM02", "Q07"),
    done: (book) => withSheet(book, { ...sheetOf(book, "BM02", layout), unitLine: undefined }),
    code: "V-K04",
    isAtCell: false,
  },
];

describe.each(FAULTS)("$name ($code)", (fault) => {
  it.each(PROVINCES.slice(0, 2))(
    "is the one finding, and returns that file alone: $seed",
    async ({ home, communes, seed }) => {
      const index = seed % communes.length;
      const sick = at(communes, index);
      const there = join(folder, `${fault.code} ${seed}`);
      cpSync(home, there, { recursive: true });
      const { book, place } = spoiled(sick, fault);
      await sendBook(there, `${sick.code}.xlsx`, book);
      const { report, exit } = await validate([there]);
      rmSync(there, { recursive: true });
      const found = report.findings.filter(
        (one) => one.file === join(there, `${sick.code}.xlsx`).replaceAll("\\", "/"),
      );
      const [first] = found.filter((one) => one.cause === null);
      const cell = fault.isAtCell === false ? null : place.cell;
      expect([first?.code, first?.severity, first?.sheet, first?.cell]).toEqual([
        fault.code,
        "error",
        place.sheet,
        cell,
      ]);
      const others = found.filter((one) => one !== first);
      expect(others.map((one) => one.cause)).toEqual(others.map(() => first?.id));
      if (typeof fault.following !== "string") {
        expect(others.map((one) => one.code)).toEqual(fault.following ?? []);
      }
      expect(report.files.map((file) => file.verdict)).toEqual(
        communes.map((one) => (one === sick ? "returned" : "accepted")),
      );
      expectSums(
        report,
        communes.filter((one) => one !== sick),
        communes.length,
      );
      expect(report.coverage).toMatchObject({ received: 3, returned: 1, missing: [] });
      expect(exit).toBe(1);
    },
  );
});

/** The commune's workbook with one fault, and the cell where the fault stands. */
function spoiled(commune: CommuneReport, fault: Fault) {
  const words = fault.code === "V-K04" ? { moneyUnit: "" } : { moneyUnit: "đồng" };
  const sound = bookOf(commune, layout, words);
  const row = typeof fault.spot.row === "number" ? fault.spot.row : 0;
  const typed = fault.typed?.(commune, row);
  const changed = typed === undefined ? sound : withCell(sound, fault.spot, layout, off(typed, fault.spot));
  const book = fault.done?.(changed) ?? changed;
  return { book, place: addressOf(book, fault.spot, layout) };
}

/** A total is changed by ten; everything else is typed as given. */
function off(typed: BookCell, { row }: Spot): BookCell {
  return row === "total" && typeof typed === "number" ? typed + 10 : typed;
}

describe("a province's own workbook", () => {
  const { communes } = at(PROVINCES, 0);
  const books = join(folder, "tỉnh gõ tay");

  it("adds up to the sums of its rows, without a finding", async () => {
    const path = await sendBook(books, "đủ.xlsx", provinceBook(province, { communes }, layout));
    const { report } = await validate([path]);
    expect(report.findings).toEqual([]);
    expect(report.totals["HV01"]).toEqual({ value: value(sums(communes), "HV01"), coverage: { have: 4, due: 4 } });
  });

  it("is not accused of a part above its whole where one row left the whole blank", async () => {
    const whole = provinceBook(province, { communes }, layout);
    const book = withCell(whole, { form: "BM00b", field: "HV06", row: 1 }, layout, null);
    const path = await sendBook(books, "thiếu một ô.xlsx", withCell(book, spot("BM03", "MH2_TS"), layout, null));
    const { report } = await validate([path]);
    expect(report.findings.filter((one) => one.severity === "error")).toEqual([]);
  });
});
