// The roster of members is checked and let go of: no output, manifest, export, list or message holds a name on it.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ZipPackage } from "../../src/ooxml/zip-package.js";
import { sendBytes } from "../kit/invented-commune.js";
import { layoutBook } from "../kit/office-layouts.js";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";

const folder = scratchFolder();
const ROSTER = "fixtures/danh-sach/sai/hoi-vien.xlsx";
const NAMES = [
  "Hồ Văn Sáu",
  "Nguyễn Thị H",
  "Lê Quang Minh",
  "Trần Thị Lài",
  "Phan Thị Thu",
  "Đoàn Ngọc Lâm",
  "Vân Kiều",
];

/** Every text of a file, of the parts of a package too. */
function textOf(bytes: Buffer): string {
  if (bytes.toString("latin1", 0, 2) !== "PK") return bytes.toString("utf8");
  const archive = new ZipPackage(bytes);
  return archive.entries.map((entry) => textOf(archive.readEntry(entry))).join("\n");
}

function filesBelow(path: string): readonly string[] {
  return statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesBelow(join(path, name))) : [path];
}

function expectNameless(text: string): void {
  for (const name of NAMES) expect(text.normalize("NFC")).not.toContain(name);
}

describe("names of members", () => {
  it("stay out of the summary, its manifest and what is printed", async () => {
    const out = join(folder, "tong-hop", "ra.xlsx");
    const run = await runCli(["aggregate", ROSTER, "--provisional", "--out", out, "--json"]);
    expect(run.out).toContain("V-R02");
    expectNameless(run.out + run.err);
    const files = filesBelow(join(folder, "tong-hop"));
    expect(files.length).toBe(2);
    for (const file of files) expectNameless(textOf(readFileSync(file)));
  });

  it("stay out of lists, receipts and exports", async () => {
    const lists = await runCli(["validate", ROSTER, "--out", join(folder, "ket-qua")]);
    const tables = await runCli(["export", ROSTER, "--provisional", "--out", join(folder, "xuat")]);
    expectNameless(lists.out + lists.err + tables.out + tables.err);
    const files = [...filesBelow(join(folder, "ket-qua")), ...filesBelow(join(folder, "xuat"))];
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) expectNameless(textOf(readFileSync(file)));
  });

  it("stay out of the memory of files read and of the ledger of a working folder", async () => {
    const config = sendBytes(folder, "lam-viec/khuyenhoc.yaml", "so-nhan: so-nhan\nbo-nho: bo-nho\n");
    const out = join(folder, "lam-viec", "ra.xlsx");
    await runCli(["aggregate", ROSTER, "--provisional", "--config", config, "--out", out]);
    const files = filesBelow(join(folder, "lam-viec"));
    expect(files.some((file) => file.includes("bo-nho"))).toBe(true);
    expect(files.some((file) => file.includes("so-nhan"))).toBe(true);
    for (const file of files) {
      const bytes = readFileSync(file);
      expectNameless(textOf(bytes));
      for (const name of NAMES) expect(bytes.includes(Buffer.from(name, "utf16le"))).toBe(false);
    }
  });

  it("are not told where a birthday cannot be read, nor where there is no card to tell instead", async () => {
    const lines = [
      ["Mã đơn vị:", "19441"],
      ["Kỳ báo cáo:", "Năm 2022"],
      ["Ngày chốt số liệu:", "31/12/2022"],
      ["DANH SÁCH HỘI VIÊN"],
      ["STT", "Họ và tên", "Năm sinh", "Giới tính", "Chi hội"],
      ["1", "Hồ Văn Sáu", "Lê Quang Minh", "nam", "Chi hội thôn 1"],
      ["2", "Trần Thị Lài", "1948", "nữ", "Chi hội thôn 1"],
      ["3", "Trần Thị Lài", "1948", "nữ", "Chi hội thôn 1"],
    ];
    const path = sendBytes(folder, "so.xlsx", layoutBook({ sheet: "Sổ", lines, merges: [] }));
    const run = await runCli(["validate", path, "--all", "--json"]);
    expect(run.out).toContain("V-K05");
    expect(run.out).toContain("V-R02");
    expectNameless(run.out + run.err);
  });

  it("are not told where no heading of the list is known, nor where it has none", async () => {
    const people = [
      ["Hồ Văn Sáu", "Vân Kiều", "Trần Thị Lài", "Lê Quang Minh"],
      ["Phan Thị Thu", "12/03/1956", "QT-0002", "nữ", "Đảng viên"],
    ];
    const lists = [people, [["Ông bà", "Cha mẹ", "Ghi chú"], ...people]];
    for (const [place, lines] of lists.entries()) {
      const path = sendBytes(folder, `la-${place}.xlsx`, layoutBook({ sheet: "Sổ", lines, merges: [] }));
      const run = await runCli(["validate", path, "--json"]);
      expect(run.out).toContain("V-K11");
      expect(run.out).toMatch(/dòng \d trang \\"Sổ\\"/);
      expectNameless(run.out + run.err);
    }
  });
});
