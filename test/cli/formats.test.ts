// One commune's report in every format and encoding: the same unit, period and figures come out as from its .xlsx twin.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BookType } from "@e965/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { COMMUNE_FIGURES, COMMUNE_ROWS, delimited } from "../kit/commune-table.js";
import { ENCODERS } from "../kit/encode-text.js";
import type { Report } from "../kit/report-schema.js";
import { runReport } from "../kit/run-report.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { sheetJsBytes } from "../kit/sheet-js-book.js";

const folder = scratchFolder();
const twin: { told?: unknown } = {};

/** What a report says, without the file's name and format. */
function told(report: Report) {
  const [file] = report.files;
  return { unit: report.unit, period: report.period, asOf: report.asOf, totals: report.totals, forms: file?.forms };
}

async function reportOf(name: string, bytes: Uint8Array) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return (await runReport(["validate", path])).report;
}

beforeAll(async () => {
  twin.told = told(await reportOf("xa.xlsx", sheetJsBytes(COMMUNE_ROWS, "xlsx")));
});

it("the .xlsx itself is understood", async () => {
  const report = await reportOf("lai.xlsx", sheetJsBytes(COMMUNE_ROWS, "xlsx"));
  expect([report.unit?.code, report.period, report.asOf]).toEqual(["19441", "2022", "2022-11-30"]);
  expect(report.files[0]?.verdict).toBe("accepted");
  for (const [code, value] of Object.entries(COMMUNE_FIGURES)) expect(report.totals[code]?.value, code).toBe(value);
});

describe("text tables", () => {
  const separators = { "dấu phẩy": ",", "dấu chấm phẩy": ";", "dấu tab": "\t" };
  const cases = Object.entries(ENCODERS).flatMap(([encoding, encode]) =>
    Object.entries(separators).map(([name, separator]) => ({ encoding, encode, name, separator })),
  );

  it.each(cases)("$encoding, $name", async ({ encoding, encode, name, separator }) => {
    const report = await reportOf("xa.csv", encode(delimited(separator)));
    expect(told(report)).toEqual(twin.told);
    expect(report.files[0]?.verdict).toBe("accepted");
    const note = report.findings.find((one) => one.code === "V-K02");
    expect([note?.severity, note?.message]).toEqual(["note", expect.stringContaining(name)]);
    expect(note?.message).toContain(`bảng mã ${/^UTF-8|^UTF-16|^windows-1258/.exec(encoding)?.[0]}`);
  });
});

describe("workbooks of other formats", () => {
  const formats: readonly (readonly [BookType, string])[] = [
    ["biff8", "xls"],
    ["xlsb", "xlsb"],
    ["ods", "ods"],
    ["fods", "fods"],
    ["xlml", "xls"],
    ["html", "xls"],
    ["xlsm", "xlsm"],
  ];

  it.each(formats)("%s under the name .%s", async (bookType, extension) => {
    const report = await reportOf(`xa.${extension}`, sheetJsBytes(COMMUNE_ROWS, bookType));
    expect(told(report)).toEqual(twin.told);
    expect(report.files[0]?.verdict).toBe("accepted");
    const notes = report.findings.filter((one) => one.code === "V-K02").map((one) => one.severity);
    expect(notes).toEqual(bookType === "xlsm" ? [] : ["note"]);
  });

  it("are told by their content under any name", async () => {
    for (const name of ["xa.xlsx", "xa.csv", "xa", "xa.docx"]) {
      expect(told(await reportOf(name, sheetJsBytes(COMMUNE_ROWS, "biff8")))).toEqual(twin.told);
    }
  });
});

describe("files that are no tables", () => {
  const other: readonly (readonly [name: string, content: Uint8Array | string, code: string, kind: string])[] = [
    ["anh.jpg", Buffer.from("ffd8ffe000104a46", "hex"), "V-K10", "ảnh"],
    ["bao-cao.pdf", "%PDF-1.7\n1 0 obj", "V-K10", "tệp PDF"],
    ["bao-cao.txt", "Kính gửi Hội Khuyến học tỉnh\nChúng tôi xin báo cáo như sau.\n", "V-K10", "tệp văn bản"],
    ["trong.xlsx", "", "V-K10", "tệp trống"],
    ["~$xa.xlsx", "x", "V-K17", "~$xa.xlsx"],
    ["trang.htm", "<html><body><p>Đang bảo trì</p></body></html>", "V-K02", "trang web HTML"],
    ["goi.rar", "Rar!\x1a\x07\x00", "V-K10", "tệp nén RAR"],
  ];

  it.each(other)("%s", async (name, content, code, kind) => {
    const report = await reportOf(name, Buffer.from(content));
    const [finding] = report.findings.filter((one) => one.file?.endsWith(name) === true);
    expect([finding?.code, finding?.message]).toEqual([code, expect.stringContaining(kind)]);
    expect(finding?.fix).not.toBe("");
    expect(report.files[0]?.verdict).toBe(code === "V-K17" ? "ignored" : "unreadable");
  });

  it("do not stop the others of their folder", async () => {
    const mixed = join(folder, "lẫn lộn");
    mkdirSync(mixed);
    for (const [name, content] of other) writeFileSync(join(mixed, name), content);
    writeFileSync(join(mixed, "Báo cáo xã.csv"), ENCODERS["windows-1258"](delimited(";")));
    const { report, exit } = await runReport(["validate", mixed]);
    expect(report.files.map((file) => file.verdict).sort()).toEqual(
      ["accepted", "ignored", ...Array.from({ length: 6 }, () => "unreadable")].sort(),
    );
    expect(report.totals).toEqual((await runReport(["validate", join(folder, "xa.xlsx")])).report.totals);
    expect(exit).toBe(3);
  });
});
