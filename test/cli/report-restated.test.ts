// A yearly report of a province that was made from two: the year before is restated to today's territory, or left out and said.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { provinceBooks } from "../../fixtures/kit/province-over-time.js";
import { layoutOf } from "../../fixtures/kit/shipped-layout.js";
import { writeBook } from "../../fixtures/kit/write-book.js";
import { isoDate } from "../../src/model/iso-date.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { writtenReport } from "../kit/written-report.js";

const folder = scratchFolder();
const MERGED = "fixtures/sap-nhap-2025";
/** Members of Quảng Bình and Quảng Trị in 2024, of the Quảng Trị made from both in 2025. */
const MEMBERS = [
  ["44", "2024", 90_000],
  ["45", "2024", 60_000],
  ["44", "2025", 159_000],
] as const;
const [quangBinh, oldQuangTri, quangTri] = MEMBERS.map(([code, year]) => join(folder, `${code}-${year}.xlsx`));

beforeAll(async () => {
  const catalogue = shippedCatalogue();
  for (const [code, year, members] of MEMBERS) {
    const figures = { months: 12, branches: 900, raised: 9_000_000_000, families: 0.6, citizens: 0.3 };
    const period = { ...figures, file: year, words: `Năm ${year}`, asOf: isoDate(Number(year), 12, 31), members };
    const series = { code, population: 900_000, seed: 7, periods: [period] };
    for (const book of provinceBooks(series, catalogue.register, layoutOf(catalogue)).values())
      writeFileSync(join(folder, `${code}-${year}.xlsx`), await writeBook(book));
  }
}, 60_000);

const asked = (files: readonly (string | undefined)[], name: string) =>
  writtenReport(
    ["nam", ...files.flatMap((file) => file ?? []), "--unit", "44", "--period", "2025"],
    join(folder, name),
  );

it("holds the year against both old provinces together, with a note, and every figure can be traced", async () => {
  const report = await asked([quangBinh, oldQuangTri, quangTri], "cả hai.xlsx");
  const line = report.lines("07 So chỉ tiêu").find((one) => one.includes("| Tổng số hội viên |"));
  expect(line?.split(" | ").slice(3, 6)).toEqual(["150000", "159000", "0.06"]);
  expect(report.lines("07 So chỉ tiêu").join("\n")).toContain(
    "Số liệu năm 2024 đã quy đổi về địa bàn hiện nay (lập từ: Tỉnh Quảng Bình, Tỉnh Quảng Trị)",
  );
  const out = join(folder, "cả hai.xlsx");
  expect((await runCli(["verify", out])).exit).toBe(0);
  const lines = report.lines("Số liệu");
  const row = lines.findIndex((one) => one.startsWith("HV01 |"));
  const cells = lines[row]?.split(" | ") ?? [];
  const column = String.fromCharCode(65 + cells.indexOf("150000"));
  const { out: traced } = await runCli(["trace", out, `Số liệu!${column}${row + 1}`]);
  for (const old of ["44-2024.xlsx", "45-2024.xlsx"]) expect(traced).toContain(old);
}, 60_000);

it("tells nothing where only one of the old provinces is at hand, and says which is lacking", async () => {
  const report = await asked([quangBinh, quangTri], "một nửa.xlsx");
  const line = report.lines("07 So chỉ tiêu").find((one) => one.includes("| Tổng số hội viên |"));
  expect(line?.split(" | ").slice(3, 5)).toEqual(["…", "159000"]);
  expect(report.lines("Báo cáo").join("\n")).toContain(
    "Không tính được số năm 2024 trên địa bàn hiện nay: chưa có số liệu của Tỉnh Quảng Trị.",
  );
}, 60_000);

it("restates a cluster of today member by member, and tells nothing of it where a member's past is lacking", async () => {
  mkdirSync(join(folder, "khai-bao/groupings"), { recursive: true });
  writeFileSync(join(folder, "khuyenhoc.yaml"), "khai-bao: khai-bao\n");
  const cluster = (id: string, members: string) =>
    `- { id: ${id}, name: Cụm ${id}, level: province, from: 2025-07-01, members: [${members}], source: thử }\n`;
  writeFileSync(join(folder, "khai-bao/groupings/cum.yaml"), cluster("x", '"44"') + cluster("y", '"44", "38"'));
  const config = join(folder, "khuyenhoc.yaml");
  const report = (unit: string) =>
    writtenReport(
      ["cum", MERGED, "--unit", unit, "--period", "2025", "--provisional", "--config", config],
      join(folder, `cum-${unit}.xlsx`),
    );
  const told = async (unit: string) => {
    const lines = (await report(unit)).lines("03 So cùng kỳ");
    const line = lines.find((one) => one.includes("| Tổng số hội viên |"));
    return { figures: line?.split(" | ").slice(3, 6), notes: lines.join("\n") };
  };
  const whole = await told("x");
  expect(whole.figures).toEqual(["3555", "3485", "70"]);
  expect(whole.notes).toContain("(lập từ: Tỉnh Quảng Bình, Tỉnh Quảng Trị)");
  const lacking = await told("y");
  expect(lacking.figures).toEqual(["3555", "…", "…"]);
  expect(lacking.notes).toContain(
    "Không tính được số năm 2024 trên địa bàn hiện nay: chưa có số liệu của Tỉnh Thanh Hóa.",
  );
}, 60_000);
