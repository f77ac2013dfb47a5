// LibreOffice opens what is written and, made to compute every formula anew, gets the stored results.
// Where no LibreOffice is at hand the test is skipped.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { cellIndex, type Grid, shownText, type WorkbookGrid } from "../../src/model/grid.js";
import { ZipPackage } from "../../src/ooxml/zip-package.js";
import { packPart, writeZip } from "../../src/ooxml/zip-writer.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { writeExample } from "./write-example.js";

const soffice = (process.env["PATH"] ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "soffice"))
  .find((path) => existsSync(path));
const folder = mkdtempSync(join(tmpdir(), "khuyenhoc-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(soffice === undefined)("a recalculation in LibreOffice changes no value", async () => {
  const bytes = await writeExample();
  writeFileSync(join(folder, "goc.xlsx"), withoutResults(bytes));
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const target = [
    "--convert-to",
    "xlsx:Calc MS Excel 2007 XML",
    "--outdir",
    join(folder, "ra"),
    join(folder, "goc.xlsx"),
  ];
  execFileSync(soffice ?? "soffice", ["--headless", profile, ...target], { stdio: "ignore" });
  const ours = gridsOf(bytes);
  const theirs = gridsOf(readFileSync(join(folder, "ra", "goc.xlsx")));
  let formulas = 0;
  for (const grid of ours.sheets) {
    const other = theirs.sheets.find(({ name }) => name === grid.name);
    grid.rows.forEach((row, index) => {
      const column = grid.columns[index] ?? 0;
      if (grid.formulas[index] === 1) formulas += 1;
      const where = `${grid.name} ${row}:${column}`;
      expect(other === undefined ? undefined : valueAt(other, row, column), where).toEqual(valueAt(grid, row, column));
    });
  }
  expect(formulas).toBeGreaterThan(20);
});

function withoutResults(bytes: Uint8Array): Uint8Array {
  const archive = new ZipPackage(bytes);
  const parts = archive.entries.map((entry) => {
    const content = archive.readEntry(entry);
    if (!entry.name.startsWith("xl/worksheets/")) return packPart(entry.name, content);
    return packPart(entry.name, Buffer.from(content.toString("utf8").replace(/<\/f><v>[^<]*<\/v>/g, "</f>"), "utf8"));
  });
  return writeZip(parts);
}

function gridsOf(bytes: Uint8Array): WorkbookGrid {
  const { value } = readWorkbook(bytes, "thu.xlsx");
  if (value === undefined) throw new Error("the workbook cannot be read");
  return value;
}

/** A number to 12 digits, which is what programs agree on; else the text. */
function valueAt(grid: Grid, row: number, column: number): string {
  const index = cellIndex(grid, row, column);
  const number = index < 0 ? Number.NaN : (grid.numbers[index] ?? Number.NaN);
  return Number.isNaN(number) ? shownText(grid, index) : number.toPrecision(12);
}
