// export: the figures of a run as tidy tables, from which the printed totals can be made again.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance, type Json } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { csvText } from "../../src/cli/commands/export.js";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";

const folder = join(scratchFolder(), "=xuất");
type Row = Readonly<Record<string, string>>;

beforeAll(async () => {
  const ran = await runCli([
    "export",
    "fixtures/tinh-quang-tri-2022/bai-nop",
    "--unit",
    "45",
    "--out",
    folder,
    "--parquet",
  ]);
  expect(ran.exit).toBe(0);
});

function rowsOf(path: string): readonly Row[] {
  return parse(readFileSync(join(folder, path)), { columns: true });
}

/** Runs the SQL files of the folder as they stand, and gives what a question to them gives. */
async function asked(
  format: "csv" | "parquet",
  question: string,
  where = folder,
): Promise<readonly Readonly<Record<string, Json>>[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`SET file_search_path = '${where}'`);
  for (const file of ["tinh-lai.sql", `nap-${format}.sql`])
    await connection.run(readFileSync(join(where, file), "utf8"));
  const rows = (await connection.runAndReadAll(question)).getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

describe("the tables", () => {
  it("stand in folders by period and province", () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    expect(files.map((one) => join(one.parentPath, one.name).slice(folder.length + 1)).sort()).toEqual([
      "chi-tieu.csv",
      "chi-tieu.parquet",
      "don-vi.csv",
      "don-vi.parquet",
      "nap-csv.sql",
      "nap-parquet.sql",
      "so-lieu/ky=2022/tinh=45/so-lieu.csv",
      "so-lieu/ky=2022/tinh=45/so-lieu.parquet",
      "tep.csv",
      "tep.parquet",
      "thanh-phan.csv",
      "thanh-phan.parquet",
      "thuoc-ve/ky=2022/thuoc-ve.csv",
      "thuoc-ve/ky=2022/thuoc-ve.parquet",
      "tinh-lai.sql",
      "tong-so/ky=2022/tong-so.csv",
      "tong-so/ky=2022/tong-so.parquet",
    ]);
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

describe.each(["csv", "parquet"] as const)("the SQL over %s, on an engine", (format) => {
  it("gives every printed total, of the province and of each commune", async () => {
    const printed = await asked(format, "SELECT * FROM tong_so WHERE trang_thai = 'known'");
    const made = await asked(format, "SELECT * FROM tinh_lai");
    const key = (row: Readonly<Record<string, Json>>): string => `${row["don_vi"]} ${row["chi_tieu"]}`;
    const values = new Map(made.map((row) => [key(row), Number(row["gia_tri"])]));
    expect(printed.filter((row) => String(row["don_vi"]).startsWith("45@")).length).toBeGreaterThan(80);
    expect(new Set(printed.map((row) => row["don_vi"])).size).toBe(6);
    for (const row of printed) expect(values.get(key(row)), key(row)).toBeCloseTo(Number(row["gia_tri"]), 9);
    expect(await asked(format, "SELECT * FROM khac_nhau")).toEqual([]);
  });

  it("tells a figure that was altered by every total above it", async () => {
    const question = `INSERT INTO so_lieu SELECT * REPLACE (1.0 AS gia_tri) FROM so_lieu
      WHERE chi_tieu = 'HV01' AND don_vi LIKE '19432@%'; SELECT don_vi FROM khac_nhau WHERE chi_tieu = 'HV01' ORDER BY 1`;
    expect((await asked(format, question)).map((row) => row["don_vi"])).toEqual(["19432@2022-10-01", "45@2022-10-01"]);
  });
});

it("gives the totals of a cluster and of its provinces, from what the provinces sent", async () => {
  const home = "fixtures/cum-4-2022";
  const where = join(folder, "cụm");
  const argv = ["export", `${home}/bai-nop`, "--unit", "cum-4", "--config", `${home}/khuyenhoc.yaml`, "--parquet"];
  expect((await runCli([...argv, "--out", where])).exit).toBe(0);
  for (const format of ["csv", "parquet"] as const) {
    const known =
      "SELECT COUNT(DISTINCT don_vi) AS units, COUNT(*) > 300 AS many FROM tong_so WHERE trang_thai = 'known'";
    expect(await asked(format, known, where)).toEqual([{ units: "6", many: true }]);
    expect(await asked(format, "SELECT * FROM khac_nhau", where)).toEqual([]);
  }
});

it("Parquet holds what CSV holds, number for number and letter for letter", async () => {
  const question = "SELECT * FROM so_lieu ORDER BY ALL";
  const [csv, parquet] = [await asked("csv", question), await asked("parquet", question)];
  expect(csv.length).toBeGreaterThan(200);
  expect(parquet).toEqual(csv);
});

it("a text that a spreadsheet would run as a formula is neutralised, a negative number stays one", () => {
  const rows = [["=HYPERLINK(1)", -5, "+84", "Xã A", null]];
  expect(csvText({ path: "x.csv", columns: ["a", "b", "c", "d", "e"], rows })).toBe(
    "a,b,c,d,e\n'=HYPERLINK(1),-5,'+84,Xã A,\n",
  );
});
