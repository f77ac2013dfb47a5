// Answers written into «Giải trình» come back with the file: an answered query is not asked again while its figures stay.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cellIndex, shownText } from "../../src/model/grid.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { answeredCopy, answersIn, withText } from "../kit/answered-copy.js";
import { sendBytes } from "../kit/invented-commune.js";
import { richParts } from "../kit/rich-parts.js";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { zipPackage } from "../kit/zip-package.js";

const folder = scratchFolder();
const SHEET = "03 Mô hình học tập";
/** The workbook without its error: what is left is a query, more recognised than registered. */
const ASKED = withText(zipPackage(richParts()), { sheet: SHEET, cell: "G5", text: 127 });
const REASON = "Công nhận cả các hộ đăng ký từ năm 2016.";

interface Report {
  readonly findings: readonly { code: string; severity: string; explanation: string | null; file: string | null }[];
  readonly files: readonly { verdict: string; cells: { seen: number; used: number; listed: number } }[];
}

async function validated(name: string, bytes: Uint8Array, ...more: string[]) {
  const path = sendBytes(folder, name, bytes);
  const { exit, out } = await runCli(["validate", path, "--json", ...more]);
  const report: Report = JSON.parse(out);
  return { exit, report, query: report.findings.find(({ code }) => code === "V-M02") };
}

/** The annotated copy that goes back to the sender. */
async function sentBack(name: string, bytes: Uint8Array): Promise<Uint8Array> {
  const path = sendBytes(folder, name, bytes);
  const out = join(folder, `ra ${name.replace("/bc.xlsx", "")}`);
  await runCli(["validate", path, "--annotate", "--out", out]);
  return readFileSync(join(out, "tra-lai", name.replace(/^.*\//, "")));
}

describe("an answer in the annotated copy", () => {
  it("answers its query as long as the figures stay, three times over", async () => {
    let book = answeredCopy(await sentBack("lan-1/bc.xlsx", ASKED), "V-M02", REASON);
    for (const round of [2, 3, 4]) {
      const { report, query } = await validated(`lan-${round}/bc.xlsx`, book);
      expect(query?.explanation).toBe(REASON);
      const cells = report.files[0]?.cells;
      expect(cells?.seen).toBe((cells?.used ?? Number.NaN) + (cells?.listed ?? Number.NaN));
      // Another fault sends the file back once more; the answer goes with it.
      const faulty = withText(book, { sheet: SHEET, cell: "G5", text: `${round}?` });
      book = withText(await sentBack(`sai-${round}/bc.xlsx`, faulty), { sheet: SHEET, cell: "G5", text: 127 });
      expect(answersIn(book)).toEqual([["V-M02", REASON]]);
    }
  });

  it("does not answer for another figure, and is kept beside the new question", async () => {
    const book = answeredCopy(await sentBack("doi/bc.xlsx", ASKED), "V-M02", REASON);
    const changed = withText(book, { sheet: SHEET, cell: "F5", text: 230_000 });
    const { query } = await validated("doi-2/bc.xlsx", changed);
    expect(query?.explanation).toBeNull();
    expect(answersIn(await sentBack("doi-3/bc.xlsx", changed))).toEqual([["V-M02", REASON]]);
    const back = withText(changed, { sheet: SHEET, cell: "F5", text: 210_000 });
    expect((await validated("doi-4/bc.xlsx", back)).query?.explanation).toBe(REASON);
  });

  it("does not answer once the figure beside it has changed", async () => {
    const book = answeredCopy(await sentBack("mau/bc.xlsx", ASKED), "V-M02", REASON);
    const changed = withText(book, { sheet: SHEET, cell: "E5", text: 190_000 });
    expect((await validated("mau-2/bc.xlsx", changed)).query?.explanation).toBeNull();
  });

  it("never answers an error", async () => {
    const book = answeredCopy(await sentBack("loi/bc.xlsx", zipPackage(richParts())), "V-K06", "Đúng là 119/127.");
    const { exit, report } = await validated("loi-2/bc.xlsx", book);
    expect(exit).toBe(1);
    expect(report.findings.find(({ code }) => code === "V-K06")?.explanation).toBeNull();
  });
});

describe("an answer in a list that was sent out alone", () => {
  it("counts for the file it is about, and the list is no report", async () => {
    const rows = [
      "Đơn vị: Cả nước;;;;",
      "Mã đơn vị: VN;;;;",
      "Kỳ báo cáo: Năm 2017;;;;",
      "Số liệu tính đến ngày: 31/12/2017;;;;",
      ";;;;",
      "STT;Mã;Tên đơn vị;Gia đình học tập: tổng số;Gia đình học tập: đăng ký;Gia đình học tập: công nhận",
      "1;56;Tỉnh Khánh Hòa;262000;200000;210000",
    ];
    const path = sendBytes(folder, "csv/bc.csv", rows.join("\r\n"));
    const out = join(folder, "ra csv");
    await runCli(["validate", path, "--annotate", "--out", out]);
    const list = readFileSync(join(out, "tra-lai/bc - loi can sua.xlsx"));
    sendBytes(folder, "csv/bc - loi can sua.xlsx", answeredCopy(list, "V-M02", REASON));
    const { out: said } = await runCli(["validate", join(folder, "csv"), "--json"]);
    const report: Report = JSON.parse(said);
    expect(report.findings.find(({ code }) => code === "V-M02")?.explanation).toBe(REASON);
    expect(report.files.map(({ verdict }) => verdict)).toEqual(["ignored", "accepted"]);
  });
});

describe("an answer that the ledger keeps", () => {
  it("answers the same figures when the list is gone, and no others; nothing of it is passed on unasked", async () => {
    const home = join(folder, "sổ");
    sendBytes(home, "khuyenhoc.yaml", "so-nhan: so-nhan\n");
    const office = ["--config", join(home, "khuyenhoc.yaml")];
    const book = answeredCopy(await sentBack("so-1/bc.xlsx", ASKED), "V-M02", REASON);
    await validated("so-2/bc.xlsx", book, ...office);
    expect((await validated("so-3/bc.xlsx", ASKED)).query?.explanation).toBeNull();
    expect((await validated("so-4/bc.xlsx", ASKED, ...office)).query?.explanation).toBe(REASON);
    const changed = withText(ASKED, { sheet: SHEET, cell: "F5", text: 230_000 });
    expect((await validated("so-5/bc.xlsx", changed, ...office)).query?.explanation).toBeNull();
    const out = join(folder, "th-so.xlsx");
    await runCli(["aggregate", join(folder, "so-5/bc.xlsx"), "--out", out, ...office]);
    expect(answersIn(readFileSync(out))).toEqual([]);
  });
});

describe("the level above", () => {
  it("finds the answer in the annex, and passes it on", async () => {
    const book = answeredCopy(await sentBack("tinh/bc.xlsx", ASKED), "V-M02", REASON);
    const path = sendBytes(folder, "tinh-2/bc.xlsx", book);
    const [first, second] = [join(folder, "th-1.xlsx"), join(folder, "th-2.xlsx")];
    await runCli(["aggregate", path, "--out", first]);
    expect(answersIn(readFileSync(first))).toContainEqual(["V-M02", REASON]);
    expect(factExplanations(readFileSync(first))).toContainEqual(["MH2_CN", REASON]);
    await runCli(["aggregate", first, "--out", second]);
    expect(answersIn(readFileSync(second))).toContainEqual(["V-M02", REASON]);
  });
});

/** Indicator and explanation of every fact that the workbook carries out of sight. */
function factExplanations(bytes: Uint8Array): readonly (readonly string[])[] {
  const grid = readWorkbook(bytes, "a.xlsx").value?.sheets.find(({ name }) => name === "_so-lieu");
  if (grid === undefined) throw new Error("no facts");
  const text = (row: number, column: number): string => shownText(grid, cellIndex(grid, row, column));
  const names = Array.from({ length: grid.columnCount }, (_, index) => text(2, index + 1));
  const columns = ["indicator", "explanation"].map((name) => names.indexOf(name) + 1);
  return Array.from({ length: grid.rowCount - 2 }, (_, index) => columns.map((column) => text(index + 3, column)));
}

describe("--strict", () => {
  it("asks for answers, and is content once the list of the whole run has them all", async () => {
    const path = sendBytes(folder, "s/bc.xlsx", ASKED);
    const out = join(folder, "ra s");
    const asked = await runCli(["validate", path, "--strict", "--json", "--out", out]);
    const { findings }: Report = JSON.parse(asked.out);
    const open = findings.filter(({ severity }) => severity === "query").map(({ code }) => code);
    expect(asked.exit).toBe(1);
    expect([...open].sort()).toEqual(["V-D06", "V-M02"]);
    const list = join(out, "danh-sach-loi.xlsx");
    for (const code of open) sendBytes(out, "danh-sach-loi.xlsx", answeredCopy(readFileSync(list), code, REASON));
    const answered = await runCli(["validate", path, list, "--strict"]);
    expect(answered.exit).toBe(0);
    expect(answered.out).toContain("2 đã giải trình");
    expect(answered.out).not.toContain("V-M02");
  });
});
