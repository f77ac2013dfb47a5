// What is laid out is a submission one level up: the written file, read by the program, gives the same facts.

import { expect, test } from "vitest";
import { contributionsOf } from "../../src/aggregate/contributions-of.js";
import { layOutAggregate } from "../../src/lay-out/lay-out-aggregate.js";
import type { Fact } from "../../src/model/fact.js";
import { createNormaliser } from "../../src/normalise/create-normaliser.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { createRecogniser } from "../../src/recognise/create-recogniser.js";
import { writeWorkbook } from "../../src/write/write-workbook.js";
import { exampleAggregation, exampleReport } from "../kit/example-aggregation.js";
import { EXAMPLE_UNITS, exampleCatalogue } from "../kit/example-catalogue.js";

const FILE = { path: "tong-hop.xlsx", sha256: "" };

async function readAgain() {
  const catalogue = exampleCatalogue();
  const book = readWorkbook(await writeWorkbook(layOutAggregate(exampleReport(), catalogue)), FILE.path);
  if (book.value === undefined) throw new Error("the workbook cannot be read");
  const recognised = createRecogniser(catalogue)(book.value, FILE.path);
  const { value: submission, findings } = createNormaliser(catalogue)(recognised.value, FILE);
  const codes = [...book.findings, ...recognised.findings, ...findings].map((finding) => finding.code);
  return { recognised: recognised.value, submission, codes, contributions: contributionsOf(submission, 0, catalogue) };
}

test("sheets that are no forms are passed by, and nothing is found fault with", async () => {
  const { recognised, codes } = await readAgain();
  expect(recognised.unused.map((grid) => grid.name)).toEqual(["Tổng hợp", "Độ phủ", "Nguồn", "Nhật ký đọc"]);
  expect(recognised.factSheet?.name).toBe("_so-lieu");
  expect(codes).toEqual([]);
});

test("unit, period, cut-off and standing are read from the cover", async () => {
  const { submission } = await readAgain();
  expect(submission.unit?.key).toBe(EXAMPLE_UNITS.province.key);
  expect(submission).toMatchObject({
    period: { kind: "year", year: 2025 },
    asOf: "2025-11-30",
    standing: "final",
    revision: 1,
  });
});

test("facts of the child units are the totals they were laid out from, shares of holders included", async () => {
  const { contributions } = await readAgain();
  const facts = contributions.flatMap((contribution) => contribution.facts);
  const shown = new Set([
    "TC01",
    "TC02",
    "DS01",
    "HV01",
    "HV04",
    "HV05",
    "HV10",
    "Q02a",
    "Q02b",
    "Q07",
    "MH2_TS",
    "MH2_CN",
  ]);
  for (const child of exampleAggregation().children) {
    for (const total of child.totals.values()) {
      if (!shown.has(total.indicator)) continue;
      const given = facts.filter((fact) => fact.unit === child.unit.key && fact.indicator === total.indicator);
      const where = `${child.unit.name} ${total.indicator}`;
      if (total.byHolder.size > 0)
        expect(new Map(given.map((fact) => [fact.holder, fact.quantity])), where).toEqual(total.byHolder);
      else
        expect(
          given.map((fact) => fact.quantity),
          where,
        ).toEqual([total.quantity]);
      for (const fact of given) expect([fact.coverage, fact.estimate], where).toEqual([total.coverage, total.estimate]);
    }
  }
});

test("explanations travel upward, own funds stay own funds", async () => {
  const { contributions } = await readAgain();
  const [contribution] = contributions;
  const members = (fact: Fact) => fact.unit === EXAMPLE_UNITS.dongHa.key && fact.indicator === "HV01";
  expect(contribution?.facts.find(members)?.explanation).toBe("Tăng do sáp nhập ba phường từ 01/7/2025");
  expect(contribution?.ownFunds.map(({ holder, name }) => [holder, name])).toEqual([
    ["tỉnh", "Quỹ khuyến học tỉnh Quảng Trị"],
  ]);
});
