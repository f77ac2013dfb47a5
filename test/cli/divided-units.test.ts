// A commune whose people went to two new ones: divided by branch rows and a declared key, or put before a person.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { CommuneReport } from "../../fixtures/kit/commune-figures.js";
import { chance } from "../../fixtures/kit/random.js";
import { layoutOf } from "../../fixtures/kit/shipped-layout.js";
import { cellIndex, shownText } from "../../src/model/grid.js";
import { isoDate } from "../../src/model/iso-date.js";
import { treeAt } from "../../src/model/org-tree.js";
import { at } from "../../src/model/outcome.js";
import { UsageError } from "../../src/model/usage-error.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { catalogueWith, shippedCatalogue } from "../kit/catalogue.js";
import { bookOf, inventedCommune, sendBook } from "../kit/invented-commune.js";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";

/** Xã Khánh Hưng of 2024 went to Vĩnh Hưng and to the Khánh Hưng of 2025. */
const OLD = "27763@2022-10-01";
const FIRST = "27757@2025-07-01";
const SECOND = "27763@2025-07-01";
const HEADING = "old,next,branches,weight,source";
const folder = scratchFolder();
const [then, now] = [join(folder, "nam-2024"), join(folder, "nam-2025")];
const kept: { report?: CommuneReport } = {};

beforeAll(async () => {
  const catalogue = shippedCatalogue();
  const layout = layoutOf(catalogue);
  for (const [home, key, year] of [
    [then, OLD, 2024],
    [now, FIRST, 2025],
    [now, SECOND, 2025],
  ] as const) {
    const tree = treeAt(catalogue.register, isoDate(year, 12, 31));
    const unit = catalogue.register.byKey(key);
    if (unit === undefined) throw new Error(key);
    const report = inventedCommune(unit, tree, chance(7));
    if (key === OLD) kept.report = report;
    const words = { period: `Năm ${year}`, asOf: `31/12/${year}`, standing: "chính thức" };
    await sendBook(home, `${key}.xlsx`, bookOf(report, layout, words));
  }
});

function sent(): CommuneReport {
  if (kept.report === undefined) throw new Error("nothing was sent");
  return kept.report;
}

/** Runs compare with these rows of the declaration; none: nothing declared. */
async function compare(name: string, rows: readonly string[], more: readonly string[] = ["--json"]) {
  const home = join(folder, name);
  mkdirSync(join(home, "khai-bao/units"), { recursive: true });
  const config = join(home, "khuyenhoc.yaml");
  writeFileSync(config, "khai-bao: khai-bao\n");
  if (rows.length > 0) {
    writeFileSync(join(home, "khai-bao/units/chia-don-vi.csv"), `${[HEADING, ...rows].join("\n")}\n`);
  }
  return runCli(["compare", then, now, "--unit", "80", "--config", config, ...more]);
}

function membersBefore(out: string, key: string) {
  const { children } = JSON.parse(out);
  const child = children.find(({ unit }: { unit: { key: string } }) => unit.key === key);
  return child?.figures.HV01.before ?? undefined;
}

const membersOf = (report: CommuneReport, names: readonly string[]): number =>
  report.branches
    .filter(({ name }) => names.includes(name))
    .reduce((sum, { figures }) => sum + (figures.get("HV01") ?? Number.NaN), 0);

describe("a commune that was divided", () => {
  it("is put before a person where nothing is declared, with the rows to fill in", async () => {
    const out = join(folder, "so-sanh.xlsx");
    const { exit, out: said } = await compare("không khai", [], ["--out", out]);
    expect(exit).toBe(0);
    expect(said.replace(/\s+/g, " ")).toContain("1 xã cũ chia về nhiều nơi");
    const sheet = readWorkbook(readFileSync(out), out).value?.sheets.find(({ name }) => name === "Cần quyết định");
    if (sheet === undefined) throw new Error("no such sheet");
    const column = (letter: number) =>
      Array.from({ length: sheet.rowCount }, (_, row) => shownText(sheet, cellIndex(sheet, row + 1, letter)));
    expect(column(4)).toEqual(expect.arrayContaining(["old", OLD]));
    expect(column(5)).toEqual(expect.arrayContaining(["next", FIRST, SECOND]));
  });

  it("gives each new one the branches declared for it, exactly and without an estimate", async () => {
    const report = sent();
    const names = report.branches.map(({ name }) => name);
    const [one, ...others] = names;
    const { out } = await compare("theo chi hội", [
      `${OLD},${FIRST},${one},,Biên bản bàn giao`,
      `${OLD},${SECOND},${others.join(";")},,Biên bản bàn giao`,
    ]);
    expect(membersBefore(out, FIRST)).toMatchObject({ value: membersOf(report, [one ?? ""]) });
    expect(membersBefore(out, SECOND)).toMatchObject({ value: membersOf(report, others) });
    expect(membersBefore(out, FIRST).estimate).toBeUndefined();
  });

  it("divides by the declared weights, to the last person, and says that it is an estimate", async () => {
    const report = sent();
    const whole = membersOf(
      report,
      report.branches.map(({ name }) => name),
    );
    const rows = [`${OLD},${FIRST},,1,Dân số 2024`, `${OLD},${SECOND},,2,Dân số 2024`];
    const { out } = await compare("theo trọng số", rows);
    const [first, second] = [membersBefore(out, FIRST), membersBefore(out, SECOND)];
    expect([first.estimate, second.estimate]).toEqual([true, true]);
    expect(first.value + second.value).toBe(whole);
    expect(Math.abs(first.value - whole / 3)).toBeLessThan(1);
    expect(JSON.parse(out).unresolved).toEqual([]);
    const { out: said } = await compare("theo trọng số", rows, []);
    expect(said.replace(/\s+/g, " ")).toContain("phần còn lại theo trọng số là số ước tính. Nguồn: Dân số 2024.");
  });

  it("gives branches first and divides what they leave; a branch nobody reported is named", async () => {
    const report = sent();
    const one = at(report.branches, 0).name;
    const { out } = await compare("cả hai", [
      `${OLD},${FIRST},${one.toUpperCase()};Chi hội không có,0,Biên bản`,
      `${OLD},${SECOND},,5,Biên bản`,
    ]);
    expect(membersBefore(out, FIRST)).toMatchObject({ value: membersOf(report, [one]) });
    expect(membersBefore(out, SECOND)).toMatchObject({ estimate: true });
    expect(JSON.parse(out).branchesLacking).toEqual([{ old: OLD, names: ["Chi hội không có"] }]);
  });

  it("is listed by forms and counted by units --check", async () => {
    await compare("kể ra", [`${OLD},${FIRST},,1,Dân số`, `${OLD},${SECOND},,2,Dân số`]);
    const config = ["--config", join(folder, "kể ra/khuyenhoc.yaml")];
    const { out } = await runCli(["forms", ...config]);
    expect(out.replace(/\s+/g, " ")).toMatch(
      /cách chia đơn vị cũ 27763@2022-10-01 → 27757@2025-07-01: thêm mới, \S.*chia-don-vi\.csv dòng 2/,
    );
    const { out: checked } = await runCli(["units", "--check", ...config]);
    expect(checked.replace(/\s+/g, " ")).toContain("2 dòng chia đơn vị cũ");
  });
});

describe("a declaration that cannot be", () => {
  it.each([
    ["no heir", [`${OLD},00004@2025-07-01,,1,Dân số`], 2, /không nhận người của Xã Khánh Hưng/, FIRST],
    ["a unit that went whole", ["45@2022-10-01,44@2025-07-01,,1,Dân số"], 2, /không chia về nhiều nơi/, "Xóa dòng"],
    ["an unknown unit", [`99999@2022-10-01,${FIRST},,1,Dân số`], 2, /không có đơn vị «99999@2022-10-01»/, "khóa"],
    [
      "a weight that is no number",
      [`${OLD},${FIRST},,một nửa,Dân số`],
      2,
      /«một nửa» không phải số nguyên/,
      "số dân|số người",
    ],
    ["a row that says nothing", [`${OLD},${FIRST},,,Dân số`], 2, /chưa ghi chi hội nào/, "branches"],
    ["a row without ground", [`${OLD},${FIRST},,1,`], 2, /thiếu nguồn/, "văn bản"],
    [
      "a key that leaves an heir out",
      [`${OLD},${FIRST},,1,Dân số`],
      2,
      /thiếu nơi nhận 27763@2025-07-01/,
      "trọng số 0",
    ],
    [
      "a branch given to two",
      [`${OLD},${FIRST},Thôn 1,,Biên bản`, `${OLD},${SECOND},THÔN 1,,Biên bản`],
      2,
      /«Thôn 1» được ghi cho hai nơi nhận/,
      "một dòng",
    ],
    ["the same row twice", [`${OLD},${FIRST},A,,x`, `${OLD},${FIRST},B,,x`], 3, /đã có ở dòng 2/, "một dòng"],
  ] as const)("is refused: %s", (_, rows, line, reason, hint) => {
    const text = `${[HEADING, ...rows].join("\n")}\n`;
    const load = () => catalogueWith([{ path: "units/chia-don-vi.csv", text }]);
    expect(load).toThrow(UsageError);
    try {
      load();
    } catch (fault) {
      if (!(fault instanceof UsageError)) throw fault;
      expect(fault.message).toMatch(new RegExp(`^khai-bao/units/chia-don-vi.csv, dòng ${line}: `));
      expect(fault.message).toMatch(reason);
      expect(fault.hint).toMatch(new RegExp(hint));
    }
  });
});
