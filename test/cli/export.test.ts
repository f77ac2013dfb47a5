// export: the figures of a run as tidy tables, from which the printed totals can be made again.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { csvText } from "../../src/cli/commands/export.js";
import { FACT_COLUMNS, TOTAL_COLUMNS } from "../../src/cli/export-tables.js";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";

const folder = join(scratchFolder(), "=xuất");
type Row = Readonly<Record<string, string>>;

beforeAll(async () => {
  const ran = await runCli(["export", "fixtures/tinh-quang-tri-2022/bai-nop", "--unit", "45", "--out", folder]);
  expect(ran.exit).toBe(0);
});

function rowsOf(path: string): readonly Row[] {
  return parse(readFileSync(join(folder, path)), { columns: true });
}

/** What the SQL does, without an engine: sums of what is known, sums of sums, then ratios. */
function remade(facts: readonly Row[], parts: readonly Row[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const add = (code: string, value: number | undefined): void => {
    if (value !== undefined) sums.set(code, (sums.get(code) ?? 0) + value);
  };
  for (const { chi_tieu = "", trang_thai, gia_tri } of facts)
    add(chi_tieu, trang_thai === "known" ? Number(gia_tri) : undefined);
  const inRole = (role: string) => parts.filter(({ vai }) => vai === role);
  for (const { chi_tieu = "", phan = "" } of inRole("cong")) add(chi_tieu, sums.get(phan));
  for (const { chi_tieu = "", phan = "" } of inRole("tu_so")) {
    const whole = inRole("mau_so").find((one) => one["chi_tieu"] === chi_tieu)?.["phan"] ?? "";
    const [of, over] = [sums.get(phan), sums.get(whole)];
    if (of !== undefined && over) sums.set(chi_tieu, of / over);
  }
  return sums;
}

describe("the tables", () => {
  it("stand in folders by period and province", () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    expect(files.map((one) => join(one.parentPath, one.name).slice(folder.length + 1)).sort()).toEqual([
      "chi-tieu.csv",
      "don-vi.csv",
      "so-lieu/ky=2022/tinh=45/so-lieu.csv",
      "tep.csv",
      "thanh-phan.csv",
      "tinh-lai.sql",
      "tong-so/ky=2022/tong-so.csv",
    ]);
  });

  it("give every printed total by adding up the known figures, ratios last", () => {
    const sums = remade(rowsOf("so-lieu/ky=2022/tinh=45/so-lieu.csv"), rowsOf("thanh-phan.csv"));
    const printed = rowsOf("tong-so/ky=2022/tong-so.csv").filter(
      ({ don_vi, trang_thai }) => don_vi?.startsWith("45@") && trang_thai === "known",
    );
    expect(printed.length).toBeGreaterThan(80);
    for (const { chi_tieu = "", gia_tri } of printed)
      expect(sums.get(chi_tieu), chi_tieu).toBeCloseTo(Number(gia_tri), 9);
  });

  it("say of each figure where it stands, and of a figure that is not there why", () => {
    const rows = rowsOf("so-lieu/ky=2022/tinh=45/so-lieu.csv");
    expect(rows.find((row) => row["chi_tieu"] === "HV01" && row["don_vi"]?.startsWith("19432@"))).toMatchObject({
      gia_tri: "2234",
      tep: "fixtures/tinh-quang-tri-2022/bai-nop/19432-lao-bao.xlsx",
      trang: "01 Tổ chức - Hội viên",
      o: "H10:H45",
    });
    for (const { trang_thai, gia_tri } of rows) expect(gia_tri === "").toBe(trang_thai !== "known");
  });
});

it("the SQL speaks of every column of the tables it loads", () => {
  const sql = readFileSync(join(folder, "tinh-lai.sql"), "utf8");
  for (const column of [...FACT_COLUMNS, ...TOTAL_COLUMNS]) expect(sql).toContain(`${column} `);
  expect(sql).toContain("t.don_vi = '45@2022-10-01'");
});

it("a text that a spreadsheet would run as a formula is neutralised, a negative number stays one", () => {
  const rows = [["=HYPERLINK(1)", -5, "+84", "Xã A", null]];
  expect(csvText({ path: "x.csv", columns: ["a", "b", "c", "d", "e"], rows })).toBe(
    "a,b,c,d,e\n'=HYPERLINK(1),-5,'+84,Xã A,\n",
  );
});
