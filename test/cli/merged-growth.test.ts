// Growth across the merger of 1/7/2025: the change of units is no fall and no rise, a true fall is asked about.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseCase } from "../../fixtures/kit/case-book.js";
import { writeCase } from "../../fixtures/kit/write-book.js";
import { sendBytes } from "../kit/invented-commune.js";
import { runReport } from "../kit/run-report.js";
import { scratchFolder } from "../kit/scratch-folder.js";

const THEN = "fixtures/sap-nhap-2025/nam-2024";
const NOW = "fixtures/sap-nhap-2025/nam-2025/44-quang-tri";
const folder = scratchFolder();

/** Growth questions on the report of 2025 with one figure typed otherwise: what they found and what they had expected. */
async function asked(figure: string, typed: string) {
  const text = readFileSync(`${NOW}.md`, "utf8").replace(`| ${figure} |`, `| ${typed} |`);
  const path = sendBytes(join(folder, typed), "44.xlsx", await writeCase(parseCase(text)));
  const { report } = await runReport(["validate", path, "--previous", THEN]);
  return report.findings
    .filter(({ code }) => code === "V-H05")
    .map(({ cell, found, expected }) => [cell, found, expected]);
}

describe("growth across a merger", () => {
  it("is not asked about where only the units changed", async () => {
    const { report } = await runReport(["validate", `${NOW}.xlsx`, "--previous", THEN]);
    expect(report.findings.map(({ code }) => code)).toContain("V-S01");
    expect(report.findings.filter(({ code }) => code === "V-H05")).toEqual([]);
  }, 30_000);

  it("is asked about where members fell against the sum of the old communes", async () => {
    expect(await asked("2254", "1700")).toEqual([["D4", "1700", "2.196"]]);
  }, 30_000);

  it("is asked about where the population jumped", async () => {
    expect(await asked("8512", "18512")).toEqual([["E4", "18512", "8.470"]]);
  }, 30_000);
});
