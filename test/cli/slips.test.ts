// Slips of the unit as a secretary meets them: one figure, a whole sheet, one commune among its neighbours; and funds
// that change hands inside a province.

import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type CommuneReport, value } from "../../fixtures/kit/commune-figures.js";
import { chance } from "../../fixtures/kit/random.js";
import { at } from "../../src/model/outcome.js";
import { addressOf, withCell } from "../kit/book-spot.js";
import { bookOf, inventedCommune, sendBook } from "../kit/invented-commune.js";
import { runReport } from "../kit/run-report.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { smallLand } from "../kit/small-land.js";
import { bookOf2021, yearBefore } from "../kit/year-before.js";

const folder = scratchFolder();
const { shippedCatalogue, layout, tree, provinces, communesOf } = smallLand(folder, { 45: 10 });
const luck = chance(2022);
const communes = communesOf(at(provinces, 0)).map((unit) => inventedCommune(unit, tree, luck));
const first = at(communes, 0);
const before = join(folder, "năm trước");
const DONG = { moneyUnit: "đồng" };

beforeAll(async () => {
  for (const one of communes) await sendBook(before, `${one.code}.xlsx`, bookOf2021(yearBefore(one), layout, DONG));
});

function validate(paths: readonly string[], previous: readonly string[] = []) {
  const options = previous.length === 0 ? [] : ["--previous", ...previous];
  return runReport(["validate", ...paths, "--unit", "45", ...options], { shippedCatalogue });
}

/** Every commune's workbook of this year in a folder; the first one as `book` makes it. */
async function sent(name: string, book: (report: CommuneReport) => ReturnType<typeof bookOf>): Promise<string> {
  const there = join(folder, name);
  for (const one of communes) {
    await sendBook(there, `${one.code}.xlsx`, one === first ? book(one) : bookOf(one, layout, DONG));
  }
  return there;
}

const members = { form: "BM01", field: "HV01", row: 0 } as const;

/** A report whose amounts are all a thousandth of what they are: typed in nghìn under the words «đồng». */
function inThousands(report: CommuneReport): CommuneReport {
  const small = (figures: CommuneReport["cover"]) =>
    new Map([...figures].map(([code, amount]) => [code, layout.isMoney(code) ? amount / 1000 : amount]));
  return {
    ...report,
    branches: report.branches.map((branch) => ({ ...branch, figures: small(branch.figures) })),
    ownFund: small(report.ownFund),
  };
}

describe("a slip of the unit", () => {
  it("in one figure is asked about at its cell, with the figure it would be; its sums say nothing more", async () => {
    const typed = value(at(first.branches, 0).figures, "HV01") * 10;
    const there = await sent("mười lần", (one) => withCell(bookOf(one, layout, DONG), members, layout, typed));
    const { report } = await validate([there], [before]);
    const slip = report.findings.find((one) => one.code === "V-U01" && one.cause === null);
    expect(slip?.cell).toBe(addressOf(bookOf(first, layout, DONG), members, layout).cell);
    expect(slip?.expected).toBe(String(typed / 10).replace(/\B(?=(\d{3})+$)/g, "."));
    const others = report.findings.filter((one) => one.severity === "query" && one.cause === null && one !== slip);
    expect(others.map((one) => one.code)).toEqual([]);
  });

  it("of a whole sheet is one finding, everything else about its amounts folded under it", async () => {
    const there = await sent("nghìn đồng", (one) => bookOf(inThousands(one), layout, DONG));
    const { report } = await validate([there], [before]);
    const slips = report.findings.filter((one) => one.code === "V-U02");
    const [primary] = slips.filter((one) => one.cause === null);
    expect(primary?.message).toContain("chỉ bằng khoảng 1/1.000 kỳ trước; có phải cả trang ghi nhầm đơn vị tính?");
    expect(slips.filter((one) => one.cause === null)).toHaveLength(1);
    const amounts = report.findings.filter(
      (one) => one.file?.endsWith(`${first.code}.xlsx`) === true && one.cause === null && one.severity !== "note",
    );
    expect(amounts.map((one) => one.code)).toEqual(["V-U02"]);
  });

  it("of one commune shows beside its neighbours where nothing earlier is known", async () => {
    const there = await sent("không có kỳ trước", (one) => bookOf(inThousands(one), layout, DONG));
    const { report } = await validate([there]);
    const slips = report.findings.filter((one) => one.code === "V-U02");
    expect([...new Set(slips.map((one) => one.unit?.code))]).toEqual([first.code]);
    expect(slips.some((one) => one.cause === null)).toBe(true);
  });
});

describe("funds handed over", () => {
  const handed = (report: CommuneReport, code: string, amount: number): CommuneReport => {
    const ownFund = new Map(report.ownFund);
    const closing = value(ownFund, "Q07") + (code === "Q04" ? amount : -amount);
    return { ...report, ownFund: ownFund.set(code, amount).set("Q07", closing) };
  };

  it.each([
    [3_000_000, []],
    [2_000_000, ["Bàn giao quỹ không khớp: giao 3.000.000, nhận 2.000.000."]],
  ])("inside a province: 3.000.000 out, %s in", async (taken, said) => {
    const there = join(folder, `bàn giao ${taken}`);
    for (const one of communes) {
      const out = one === first ? handed({ ...one, ownFund: richer(one) }, "Q06", 3_000_000) : one;
      const report = one === at(communes, 1) ? handed(one, "Q04", taken) : out;
      await sendBook(there, `${one.code}.xlsx`, bookOf(report, layout, DONG));
    }
    const { report } = await validate([there]);
    expect(report.findings.filter((one) => one.code === "V-Q06").map((one) => one.message)).toEqual(said);
  });
});

/** An own fund with enough in it to hand some over. */
function richer({ ownFund }: CommuneReport): CommuneReport["ownFund"] {
  const more = 50_000_000;
  return new Map([...ownFund, ["Q01", value(ownFund, "Q01") + more], ["Q07", value(ownFund, "Q07") + more]]);
}
