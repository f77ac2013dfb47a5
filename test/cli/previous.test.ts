// --previous: figures of an earlier period beside those of this one, from submissions and from an output of aggregate.

import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { CommuneReport } from "../../fixtures/kit/commune-figures.js";
import { value } from "../../fixtures/kit/commune-figures.js";
import { chance } from "../../fixtures/kit/random.js";
import { at } from "../../src/model/outcome.js";
import { addressOf, type Spot, withCell } from "../kit/book-spot.js";
import { bookOf, inventedCommune, sendBook, sendBytes } from "../kit/invented-commune.js";
import { runCli } from "../kit/run-cli.js";
import { runReport } from "../kit/run-report.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { smallLand } from "../kit/small-land.js";
import { bookOf2021, yearBefore } from "../kit/year-before.js";

const folder = scratchFolder();
const { shippedCatalogue, layout, tree, provinces, communesOf } = smallLand(folder, { 45: 4 });
const luck = chance(49);
const communes = communesOf(at(provinces, 0)).map((unit) => inventedCommune(unit, tree, luck));
const before = join(folder, "năm trước");
const now = join(folder, "năm nay");
const FILED = { moneyUnit: "đồng" };

beforeAll(async () => {
  for (const one of communes) {
    await sendBook(before, `${one.code}.xlsx`, bookOf2021(yearBefore(one), layout, FILED));
    await sendBook(now, `${one.code}.xlsx`, bookOf(one, layout, FILED));
  }
});

function validate(paths: readonly string[], previous: readonly string[]) {
  return runReport(["validate", ...paths, "--unit", "45", "--previous", ...previous], { shippedCatalogue });
}

/** The first commune's workbook with one cell changed; the findings that stand at that cell with their causes' codes. */
async function spoiled(name: string, spot: Spot, typed: (report: CommuneReport) => number, previous = [before]) {
  const report = at(communes, 0);
  const book = bookOf(report, layout, FILED);
  const path = await sendBook(join(folder, name), "1.xlsx", withCell(book, spot, layout, typed(report)));
  const { report: answer } = await validate([path], previous);
  const { cell } = addressOf(book, spot, layout);
  return answer.findings.filter((one) => one.cell === cell);
}

const branch = (report: CommuneReport, code: string): number => value(at(report.branches, 1).figures, code);

describe("--previous", () => {
  it("finds nothing where nothing is odd", async () => {
    const { report } = await validate([now], [before]);
    expect(report.findings.filter((one) => one.severity !== "note")).toEqual([]);
  });

  it("holds a branch's opening balance against its last closing one", async () => {
    const found = await spoiled("Q01", { form: "BM02", field: "Q01", row: 1 }, (one) => branch(one, "Q01") + 1000);
    expect(found.map((one) => [one.code, one.severity])).toContainEqual(["V-Q02", "error"]);
  });

  it("asks where the last closing balance was an estimate", async () => {
    const estimates = join(folder, "ước tính");
    for (const one of communes) {
      const book = bookOf2021(yearBefore(one), layout, { ...FILED, standing: "ước tính" });
      await sendBook(estimates, `${one.code}.xlsx`, book);
    }
    const spot = { form: "BM02", field: "Q01", row: 1 };
    const found = await spoiled("Q01 ước tính", spot, (one) => branch(one, "Q01") + 1000, [estimates]);
    expect(found.map((one) => [one.code, one.severity])).toContainEqual(["V-Q02", "query"]);
  });

  it("holds members against last year's and those who came and went", async () => {
    const spot = { form: "BM01", field: "HV00", row: 1 };
    const report = at(communes, 0);
    const found = await spoiled("HV00", spot, () => branch(report, "HV00"));
    expect(found).toEqual([]);
    const shifted = await spoiled("HV01", { ...spot, field: "HV01" }, () => branch(report, "HV01") + 2);
    expect(shifted.map((one) => one.code)).toEqual(["V-H04"]);
  });

  it("takes an output of aggregate for the communes that are its rows", async () => {
    const out = join(folder, "tong-hop-2021.xlsx");
    await runCli(["aggregate", before, "--unit", "45", "--out", out], { shippedCatalogue });
    const grown = { ...at(communes, 0), cover: new Map([...at(communes, 0).cover, ["HV06", 9_999]]) };
    const path = await sendBook(join(folder, "cấp tỉnh"), "1.xlsx", bookOf(grown, layout, FILED));
    const { report } = await validate([path], [out]);
    const jump = report.findings.find((one) => one.code === "V-H05");
    expect(jump?.message).toContain(`(${at(communes, 0).cover.get("HV06")} → 9.999)`);
  });

  it("says which files it could not use, and why, and goes on", async () => {
    const odd = join(folder, "lẫn lộn");
    sendBytes(odd, "ảnh.xlsx", "không phải bảng tính");
    sendBytes(odd, "~$1.xlsx", "tạm");
    await sendBook(odd, "cùng kỳ.xlsx", bookOf(at(communes, 1), layout, FILED));
    const { report, exit } = await validate([now], [odd]);
    const said = report.findings.filter((one) => one.code === "V-D10").map((one) => one.message);
    expect(said).toEqual([
      'Không dùng được tệp kỳ trước "cùng kỳ.xlsx": là năm 2022, không sớm hơn kỳ này.',
      'Không dùng được tệp kỳ trước "ảnh.xlsx": không đọc được.',
    ]);
    expect([report.coverage?.received, exit]).toEqual([4, 0]);
  });

  it("says once that a whole folder is of no use", async () => {
    const { report } = await validate([now], [now]);
    const said = report.findings.filter((one) => one.code === "V-D10").map((one) => one.message);
    const names = communes.map((one) => `${one.code}.xlsx`).join(", ");
    expect(said).toEqual([`Không dùng được tệp kỳ trước "${names}": là năm 2022, không sớm hơn kỳ này.`]);
  });

  it("refuses a path that is not there", async () => {
    const { exit, err } = await runCli(["validate", now, "--previous", "khong-co"], { shippedCatalogue });
    expect([exit, err]).toEqual([2, expect.stringContaining("«khong-co»")]);
  });
});
