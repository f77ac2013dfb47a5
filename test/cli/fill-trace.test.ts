// A filled form of the office's own answers «where does this number come from?» like every other output.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { cellIndex } from "../../src/model/grid.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { officeDocument, officeWorkbook } from "../kit/office-form.js";
import { patchedCell } from "../kit/patched-cell.js";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { savedBySoffice, soffice } from "../kit/soffice.js";

const folder = scratchFolder();
const CONFIG = ["--config", "fixtures/cum-4-2022/khuyenhoc.yaml"];
const CLUSTER = ["fixtures/cum-4-2022/bai-nop", "--unit", "cum-4", ...CONFIG];
const out = join(folder, "ra.xlsx");
const manifest = join(folder, "ra.nguon-goc.zip");

beforeAll(async () => {
  const form = join(folder, "mau.xlsx");
  writeFileSync(form, officeWorkbook());
  const run = await runCli(["fill", form, ...CLUSTER, "--out", out]);
  expect(run.err).toContain("ra.nguon-goc.zip");
});

/** The form after someone saved it again, beside the same manifest. */
async function verifyAs(name: string, bytes: Uint8Array) {
  const path = join(folder, `${name}.xlsx`);
  writeFileSync(path, bytes);
  writeFileSync(join(folder, `${name}.nguon-goc.zip`), readFileSync(manifest));
  return { path, ...(await runCli(["verify", path, ...CONFIG])) };
}

describe("a filled workbook", () => {
  it("is traced from a repeated row down to the cells that were read", async () => {
    const run = await runCli(["trace", out, "Biểu 1!B9", "--json"]);
    const { figure } = JSON.parse(run.out);
    const grid = readWorkbook(readFileSync(out), "ra.xlsx").value?.sheets[0];
    const shown = grid?.numbers[cellIndex(grid, 9, 2)];
    expect(shown).toBeGreaterThan(100_000);
    expect([run.exit, figure.unit.name, figure.indicator.code, figure.value]).toEqual([
      0,
      "Tỉnh Quảng Trị",
      "HV01",
      shown,
    ]);
    expect(run.out).toContain("45-quang-tri.xlsx");
  });

  it("is traced from an amount in triệu and from a figure inside a sentence", async () => {
    const amount = await runCli(["trace", out, "Biểu 1!C9"]);
    expect(amount.out).toContain("Vận động trong kỳ (Q02)");
    const sentence = await runCli(["trace", out, "Biểu 1!A2"]);
    expect([sentence.exit, amount.exit]).toEqual([0, 0]);
    expect(sentence.out).toContain("2.612.345 người");
  });

  it("is what was written, and follows from its parts", async () => {
    const run = await runCli(["verify", out, ...CONFIG]);
    expect([run.exit, run.out.includes("còn nguyên như lúc ghi, 13 ô số liệu")]).toEqual([0, true]);
    expect(run.out).not.toContain("--config");
    const without = await runCli(["verify", out]);
    expect(without.out.replace(/\s+/g, " ")).toContain("có dùng --config thì đối chiếu lại với đúng tùy chọn ấy");
  });

  it("tells an amount that was typed over, as the form shows it", async () => {
    const changed = await verifyAs("sua", patchedCell(readFileSync(out), "Biểu 1", "C9", 1));
    expect(changed.exit).toBe(1);
    expect(changed.out).toMatch(/ĐÃ BỊ SỬA 1 ô số liệu:\n\s+Biểu 1 › C9: lúc ghi [\d.,]+, nay 1/);
    const trace = await runCli(["trace", changed.path, "Biểu 1!C9"]);
    expect([trace.exit, trace.err.includes("đã bị sửa")]).toEqual([1, true]);
  });

  it.skipIf(soffice === undefined)("shows the same figures when LibreOffice has saved it", async () => {
    const saved = await verifyAs("luu-lai", savedBySoffice(readFileSync(out), "xlsx:Calc MS Excel 2007 XML"));
    expect(saved.out).toContain("mọi ô số liệu vẫn như lúc ghi");
  });
});

describe("a filled document", () => {
  it("has no cells to be traced, and no manifest that would say so", async () => {
    const form = join(folder, "mau.docx");
    writeFileSync(form, officeDocument());
    const run = await runCli(["fill", form, ...CLUSTER, "--out", join(folder, "van-ban.docx")]);
    expect(run.err).not.toContain("nguon-goc");
  });
});
