// A province's own workbook and its communes' arrive together: one of the two is counted, the other compared.

import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type CommuneReport, inventFund, totalsOf, value } from "../../fixtures/kit/commune-figures.js";
import { chance } from "../../fixtures/kit/random.js";
import { at } from "../../src/model/outcome.js";
import { bookOf, inventedCommune, sendBook } from "../kit/invented-commune.js";
import { provinceBook } from "../kit/invented-province.js";
import { runReport } from "../kit/run-report.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { smallLand } from "../kit/small-land.js";

const folder = scratchFolder();
const land = smallLand(folder, { 44: 2, 45: 3 });
const { shippedCatalogue, layout, tree } = land;
const province = at(land.provinces, 1);
const luck = chance(45);
const communes = land.communesOf(province).map((unit) => inventedCommune(unit, tree, luck));
const fund = new Map<string, number>();
inventFund(fund, 250_000_000, luck);
const cover = new Map([["TC01", communes.length]]);
const upper = await sendBook(folder, "tỉnh.xlsx", provinceBook(province, { communes, ownFund: fund, cover }, layout));
const lower = await Promise.all(
  communes.map((one) => sendBook(join(folder, "xã"), `${one.code}.xlsx`, bookOf(one, layout))),
);

function sum(code: string, of: readonly CommuneReport[] = communes): number {
  return of.reduce((total, one) => total + value(totalsOf(one), code), 0);
}

function validate(...argv: readonly string[]) {
  return runReport(["validate", ...argv], { shippedCatalogue });
}

describe("where all communes are there", () => {
  it("their workbooks are used, each figure once, and the province's rows agree", async () => {
    const { report, exit } = await validate(upper, ...lower);
    expect(report.findings).toEqual([]);
    expect(exit).toBe(0);
    for (const code of ["HV01", "HV02", "DS01", "MH2_CN", "TC07"]) {
      expect([code, report.totals[code]]).toEqual([code, { value: sum(code), coverage: { have: 3, due: 3 } }]);
    }
    expect(report.totals["TC05a"]?.value).toBe(sum("TC05a"));
    expect(report.unit?.code).toBe(province.code);
  });

  it("the province's own fund stands beside theirs, once", async () => {
    const { report } = await validate(upper, ...lower);
    const { byHolder, value: all } = report.totals["Q07"] ?? {};
    expect(all).toBe(sum("Q07") + value(fund, "Q07"));
    expect(byHolder?.["tỉnh"]?.value).toBe(value(fund, "Q07"));
    expect(byHolder?.["xã"]?.value).toBe(communes.reduce((total, one) => total + value(one.ownFund, "Q07"), 0));
  });

  it("a difference is asked about (V-T05) with both figures, and the communes' one is counted", async () => {
    const [first, ...rest] = communes;
    if (first === undefined) throw new Error("no commune");
    const [branch, ...branches] = first.branches;
    if (branch === undefined) throw new Error("no branch");
    const more = new Map([...branch.figures, ["HV09b", 0], ["HV10", 0]]);
    for (const code of ["HV00", "HV01"]) more.set(code, value(branch.figures, code) + 5);
    const changed = { ...first, branches: [{ ...branch, figures: more }, ...branches] };
    const path = await sendBook(join(folder, "sau"), `${first.code}.xlsx`, bookOf(changed, layout));
    const { report, exit } = await validate(upper, path, ...lower.slice(1));
    const asked = report.findings.filter((one) => one.code === "V-T05");
    expect(asked.map((one) => [one.field, one.difference, one.severity])).toEqual([
      ["HV00", -5, "query"],
      ["HV01", -5, "query"],
    ]);
    expect(asked[0]?.message).toContain(province.name);
    expect(report.totals["HV01"]?.value).toBe(sum("HV01", [changed, ...rest]));
    expect(report.findings.filter((one) => one.severity === "error")).toEqual([]);
    expect(exit).toBe(0);
  });
});

describe("where a commune is missing", () => {
  it("the province's own rows are used, for all of them", async () => {
    const { report, exit } = await validate(upper, ...lower.slice(1));
    for (const code of ["HV01", "DS01", "MH2_CN", "TC07"]) {
      expect([code, report.totals[code]]).toEqual([code, { value: sum(code), coverage: { have: 3, due: 3 } }]);
    }
    expect(report.totals["Q07"]?.value).toBe(sum("Q07") + value(fund, "Q07"));
    expect(report.findings).toEqual([]);
    expect(exit).toBe(0);
  });

  it("what the communes sent is compared with their rows", async () => {
    const own = communes.map((one, index) => (index === 1 ? withFewer(one) : one));
    const path = await sendBook(
      join(folder, "ít"),
      "tỉnh.xlsx",
      provinceBook(province, { communes: own, cover }, layout),
    );
    const { report } = await validate(path, ...lower.slice(1));
    expect(report.totals["HV02"]?.value).toBe(sum("HV02", own));
    const asked = report.findings.filter((one) => one.code === "V-T05" && one.field === "HV02");
    expect(asked.map((one) => one.difference)).toEqual([sum("HV02", own.slice(1)) - sum("HV02", communes.slice(1))]);
  });
});

/** A commune as its province has it, with none newly admitted in its branches. */
function withFewer(one: CommuneReport): CommuneReport {
  const branches = one.branches.map((branch) => ({ ...branch, figures: new Map([...branch.figures, ["HV02", 0]]) }));
  return { ...one, branches };
}

describe("a cluster's workbook beside a member's own", () => {
  it("contradict one another (V-K14): neither is counted, and nothing is added twice", async () => {
    const cluster = join(folder, "cụm.xlsx");
    const argv = ["aggregate", upper, "--unit", "cum-4", "--out", cluster];
    expect((await runReport(argv, { shippedCatalogue })).report.totals["HV01"]?.value).toBe(sum("HV01"));
    const alone = await validate(cluster, "--unit", "VN");
    expect(alone.report.totals["HV01"]?.value).toBe(sum("HV01"));
    const { report, exit } = await validate(cluster, upper, "--unit", "VN");
    expect(report.findings.filter((one) => one.code === "V-K14").map((one) => one.file)).toEqual([cluster, upper]);
    expect(report.files.map((file) => file.verdict)).toEqual(["returned", "returned"]);
    expect(report.totals["HV01"]).toMatchObject({ value: null, why: "rejected" });
    expect(exit).toBe(1);
  });
});
