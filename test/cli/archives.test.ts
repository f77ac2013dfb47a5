// A zip of submissions given on the command line: its files count like files of a folder.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { COMMUNE_ROWS, delimited } from "../kit/commune-table.js";
import { runReport } from "../kit/run-report.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { sheetJsBytes } from "../kit/sheet-js-book.js";
import { zipPackage } from "../kit/zip-package.js";

const folder = scratchFolder();
const xlsx = sheetJsBytes(COMMUNE_ROWS, "xlsx");

function written(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

it("files in an archive are read, named by archive and path, and added up as if they stood in a folder", async () => {
  const path = written(
    "gói tháng 11.zip",
    zipPackage([
      ["Xã Hướng Phùng/báo cáo.xlsx", xlsx],
      ["__MACOSX/Xã Hướng Phùng/._báo cáo.xlsx", "x"],
      ["bản sao.zip", zipPackage([["như trên.xlsx", xlsx]])],
      ["~$báo cáo.xlsx", "x"],
      [
        "../../thư.docx",
        zipPackage([
          ["[Content_Types].xml", "<Types/>"],
          ["word/document.xml", "<x/>"],
        ]),
      ],
    ]),
  );
  const { report, exit } = await runReport(["validate", path]);
  expect(report.files.map((file) => [file.path.slice(path.length), file.verdict])).toEqual([
    ["/Xã Hướng Phùng/báo cáo.xlsx", "accepted"],
    ["/bản sao.zip/như trên.xlsx", "duplicate"],
    ["/~$báo cáo.xlsx", "ignored"],
    ["/thư.docx", "unreadable"],
  ]);
  const single = await runReport(["validate", written("xa.xlsx", xlsx)]);
  expect(report.totals).toEqual(single.report.totals);
  expect(exit).toBe(3);
  expect(report.findings.find((one) => one.code === "V-K10")?.message).toContain("tệp Word");
});

it("a workbook is a workbook under any name, and an archive of workbooks is none", async () => {
  const named = await runReport(["validate", written("báo cáo.zip", xlsx)]);
  expect(named.report.files.map((file) => file.verdict)).toEqual(["accepted"]);
  const archive = await runReport(["validate", written("báo cáo.xlsx", zipPackage([["a.csv", delimited(";")]]))]);
  expect(archive.report.files.map((file) => [file.path.slice(-18), file.verdict])).toEqual(
    [["/báo cáo.xlsx/a.csv", "accepted"]].map(([path, verdict]) => [path?.slice(-18), verdict]),
  );
});

it("an archive with nothing to read, or a bomb, is answered and stops nothing", async () => {
  const empty = written("trong.zip", zipPackage([["__MACOSX/._a", "x"]]));
  const bomb = written("bom.zip", zipPackage([["bom.xlsx", Buffer.alloc(3_000_000)]]));
  const { report, exit } = await runReport(["validate", empty, bomb, written("xa.xlsx", xlsx)]);
  expect(report.files.map((file) => file.verdict)).toEqual(["unreadable", "unreadable", "accepted"]);
  const said = report.findings.flatMap((one) => (one.file?.includes(".zip") === true ? [[one.code, one.message]] : []));
  expect(said).toEqual([
    ["V-K15", expect.stringContaining('"bom.xlsx" vượt giới hạn tỉ lệ nén')],
    ["V-K10", expect.stringContaining('"trong.zip" không phải bảng tính (tệp nén .zip)')],
  ]);
  expect(exit).toBe(3);
});
