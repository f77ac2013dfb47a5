// The same reports saved by LibreOffice in every format it has: unit, period and all totals are those of the original.
// Where no LibreOffice is installed nothing is tried, and the test's name says so.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { COMMUNE_ROWS } from "../kit/commune-table.js";
import type { Report } from "../kit/report-schema.js";
import { runReport } from "../kit/run-report.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { sheetJsBytes } from "../kit/sheet-js-book.js";
import { savedBySoffice, soffice } from "../kit/soffice.js";

const folder = scratchFolder();
const COMMUNE = readFileSync(
  fileURLToPath(new URL("../../fixtures/tinh-quang-tri-2022/bai-nop/19441-huong-phung.xlsx", import.meta.url)),
);
const ONE_SHEET = sheetJsBytes(COMMUNE_ROWS, "xlsx");

/** LibreOffice's name of a filter, and whether the file is read with a note that it is no .xlsx. */
const WHOLE_BOOKS: readonly (readonly [filter: string, isNoted: boolean])[] = [
  ["xlsx:Calc MS Excel 2007 XML", false],
  ["ods:calc8", true],
  ["fods:OpenDocument Spreadsheet Flat XML", true],
  ["xls:MS Excel 97", true],
];
/** Formats that hold one sheet; the numbers of the second are separator (;), quote and encoding (UTF-8) of the file. */
const SINGLE_SHEETS = ["html:HTML (StarCalc)", "csv:Text - txt - csv (StarCalc):59,34,76,1"];

async function told(bytes: Uint8Array, name: string) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const { report } = await runReport(["validate", path]);
  return { about: about(report), notes: report.findings.filter(({ code }) => code === "V-K02") };
}

function about({ unit, period, asOf, totals, files }: Report) {
  return { unit, period, asOf, totals, forms: files[0]?.forms, verdict: files[0]?.verdict };
}

const where = soffice === undefined ? " — NOT TRIED: no LibreOffice on this machine" : "";

describe.skipIf(soffice === undefined)(`saved by LibreOffice${where}`, () => {
  it.each(WHOLE_BOOKS)("%s", { timeout: 120_000 }, async (filter, isNoted) => {
    const { about: foreign, notes } = await told(savedBySoffice(COMMUNE, filter), "báo cáo xã");
    expect(foreign).toEqual((await told(COMMUNE, "gốc.xlsx")).about);
    expect(foreign.verdict).toBe("accepted");
    expect(notes.map(({ severity }) => severity)).toEqual(isNoted ? ["note"] : []);
  });

  it.each(SINGLE_SHEETS)("%s", { timeout: 120_000 }, async (filter) => {
    const { about: foreign, notes } = await told(savedBySoffice(ONE_SHEET, filter), "báo cáo xã");
    expect(foreign).toEqual((await told(ONE_SHEET, "gốc.xlsx")).about);
    expect(foreign.verdict).toBe("accepted");
    expect(notes.map(({ severity }) => severity)).toEqual(["note"]);
  });
});
