// The forms in which a run prints its result; text from a report never becomes a formula in somebody's spreadsheet.

import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { withText } from "../kit/answered-copy.js";
import { sendBytes } from "../kit/invented-commune.js";
import { richParts } from "../kit/rich-parts.js";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { zipPackage } from "../kit/zip-package.js";

const folder = scratchFolder();
const EVIL = withText(zipPackage(richParts()), { sheet: "03 Mô hình học tập", cell: "G5", text: "=HYPERLINK(1)" });
const path = sendBytes(folder, "bc.xlsx", EVIL);

describe("--format", () => {
  it("csv has the findings of --json, one a row, and no formulas", async () => {
    const { exit, out } = await runCli(["validate", path, "--format", "csv"]);
    const rows: Record<string, string>[] = parse(out, { columns: true });
    const { out: json } = await runCli(["validate", path, "--format", "json"]);
    const findings: { id: string; code: string; message: string }[] = JSON.parse(json).findings;
    expect(rows.map(({ id, code }) => [id, code])).toEqual(findings.map(({ id, code }) => [id, code]));
    expect(rows.find(({ code }) => code === "V-K05")?.["found"]).toBe("'=HYPERLINK(1)");
    for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+@]/);
    expect(exit).toBe(1);
  });

  it("csv of aggregate has a row for each unit and indicator, numbers as numbers", async () => {
    const argv = [
      "aggregate",
      "fixtures/cum-4-2022/bai-nop",
      "--unit",
      "cum-4",
      "--config",
      "fixtures/cum-4-2022/khuyenhoc.yaml",
    ];
    const { out } = await runCli([...argv, "--out", `${folder}/th.xlsx`, "--format", "csv"]);
    const rows: Record<string, string>[] = parse(out, { columns: true });
    const members = rows.filter(({ indicator }) => indicator === "HV01");
    expect(members.map(({ unitName, value }) => [unitName, value]).slice(0, 2)).toEqual([
      ["Cụm thi đua số 4 (Bắc miền Trung)", "2612345"],
      ["Tỉnh Thanh Hóa", members[1]?.["value"]],
    ]);
    expect(members).toHaveLength(6);
  });

  it("xlsx writes and prints nothing", async () => {
    const { out, err } = await runCli(["validate", path, "--format", "xlsx", "--out", `${folder}/ra`]);
    expect(out).toBe("");
    expect(err).toContain("danh-sach-loi.xlsx");
  });

  it.each([
    [["--format", "pdf"], "Không có kiểu «pdf»."],
    [["--format", "csv", "--json"], "Không dùng --json cùng với --format csv."],
    [["--format", "xlsx"], "Kiểu xlsx ghi ra tệp nên cần một thư mục."],
  ])("%j is refused", async (more, said) => {
    const { exit, err } = await runCli(["validate", path, ...more]);
    expect(exit).toBe(2);
    expect(err).toContain(said);
  });
});
