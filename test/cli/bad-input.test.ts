// Whatever lies in the folder: each bad file gets its answer, the good ones beside it are counted all the same.

import { readFileSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chance } from "../../fixtures/kit/random.js";
import { writeBook } from "../../fixtures/kit/write-book.js";
import type { Env } from "../../src/cli/env.js";
import { at } from "../../src/model/outcome.js";
import { addressOf, withCell } from "../kit/book-spot.js";
import { bookOf, type CoverWords, inventedCommune, sendBook, sendBytes } from "../kit/invented-commune.js";
import { provinceBook } from "../kit/invented-province.js";
import type { Report } from "../kit/report-schema.js";
import { runCli } from "../kit/run-cli.js";
import { runReport } from "../kit/run-report.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { smallLand } from "../kit/small-land.js";
import { expectVietnamese } from "../kit/vietnamese.js";

const folder = scratchFolder();
const land = smallLand(folder, { 44: 2, 45: 3 }, ["45"]);
const { shippedCatalogue, layout, tree } = land;
const [quangBinh, quangTri] = [at(land.provinces, 0), at(land.provinces, 1)];
const luck = chance(45);
const reports = land.communesOf(quangTri).map((unit) => inventedCommune(unit, tree, luck));
const [good, other] = [at(reports, 0), at(reports, 1)];
const stranger = inventedCommune(at(land.communesOf(quangBinh), 0), tree, luck);

/** A new folder in which one sound workbook lies. */
async function desk(name: string): Promise<string> {
  const home = join(folder, name);
  await sendBook(home, "tốt.xlsx", bookOf(good, layout));
  return home;
}

function otherBook(words: CoverWords = {}) {
  return bookOf(other, layout, words);
}

/** Runs validate twice: for the machine, and for a person, who is answered in Vietnamese. */
async function look(home: string, more: readonly string[] = [], changes: Partial<Env> = {}) {
  const argv = ["validate", home, "--unit", quangTri.code, ...more];
  const shown = await runCli(argv, { shippedCatalogue, ...changes });
  expectVietnamese(shown);
  const ran = await runReport(argv, { shippedCatalogue, ...changes });
  expect(ran.exit).toBe(shown.exit);
  return { ...ran, shown: shown.out };
}

/** [code, file, cell] of what was found about files. */
function found(report: Report) {
  return report.findings
    .filter((one) => one.file !== null)
    .map((one) => [one.code, one.file?.split("/").at(-1), one.cell]);
}

function verdicts(report: Report): Record<string, string> {
  return Object.fromEntries(report.files.map((file) => [file.path.split("/").at(-1) ?? "", file.verdict]));
}

/** The value of members of the communes that were counted. */
function membersOf(...communes: readonly (typeof good)[]): number {
  return communes
    .flatMap((one) => one.branches)
    .reduce((sum, { figures }) => sum + (figures.get("HV01") ?? Number.NaN), 0);
}

function expectCounted(report: Report, ...communes: readonly (typeof good)[]): void {
  expect(report.totals["HV01"]?.value).toBe(membersOf(...communes));
  expect(report.totals["HV01"]?.coverage).toEqual({ have: communes.length, due: 3 });
}

describe("a file that cannot be read", () => {
  it.each([
    ["a note under a workbook's name", "ghi chú.xlsx", "Kính gửi đồng chí thư ký."],
    ["a picture", "ảnh.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ["an empty file", "rỗng.xlsx", ""],
  ])("%s is V-K10 and exit 3", async (_, name, bytes) => {
    const home = await desk(`không phải bảng tính ${name}`);
    sendBytes(home, name, bytes);
    const { report, exit } = await look(home);
    expect(found(report)).toEqual([["V-K10", name, null]]);
    expect(verdicts(report)).toEqual({ [name]: "unreadable", "tốt.xlsx": "accepted" });
    expectCounted(report, good);
    expect(exit).toBe(3);
  });

  it("a workbook cut off on its way is answered, and the others go on", async () => {
    const home = await desk("đứt đoạn");
    const whole = await writeBook(otherBook());
    sendBytes(home, "đứt.xlsx", whole.subarray(0, whole.length / 2));
    const { report, exit } = await look(home);
    expect(verdicts(report)).toEqual({ "đứt.xlsx": "unreadable", "tốt.xlsx": "accepted" });
    expectCounted(report, good);
    expect(exit).toBe(3);
  });

  it.skipIf(process.platform === "win32")(
    "what a link leads to is read, and one that leads nowhere is answered",
    async () => {
      const home = await desk("đường dẫn");
      const away = join(folder, "nơi khác");
      await sendBook(away, "của xã bên.xlsx", otherBook());
      symlinkSync(away, join(home, "thư mục xã bên"));
      symlinkSync(home, join(away, "quay lại"));
      symlinkSync(join(folder, "đã xóa.xlsx"), join(home, "đã xóa.xlsx"));
      const { report, exit } = await look(home);
      expect(verdicts(report)).toEqual({
        "của xã bên.xlsx": "accepted",
        "quay lại": "unreadable",
        "tốt.xlsx": "accepted",
        "đã xóa.xlsx": "unreadable",
      });
      expectCounted(report, good, other);
      expect(exit).toBe(3);
    },
  );

  it("one that the system will not give says so", async () => {
    const home = await desk("bị khóa");
    await sendBook(home, "khóa.xlsx", otherBook());
    const read = async (path: string): Promise<Uint8Array> => {
      if (path.normalize("NFC").endsWith("khóa.xlsx")) throw Object.assign(new Error("refused"), { code: "EACCES" });
      return readFileSync(path);
    };
    const { report, exit, shown } = await look(home, [], { read });
    expect(verdicts(report)).toEqual({ "khóa.xlsx": "unreadable", "tốt.xlsx": "accepted" });
    expect(shown.replace(/\s+/g, " ")).toContain("không có quyền đọc");
    expectCounted(report, good);
    expect(exit).toBe(3);
  });

  it("a lock file is passed over with a note", async () => {
    const home = await desk("tệp tạm");
    sendBytes(home, "~$tốt.xlsx", "Thư ký");
    const { report, exit } = await look(home);
    expect(found(report)).toEqual([["V-K17", "~$tốt.xlsx", null]]);
    expect(verdicts(report)).toEqual({ "~$tốt.xlsx": "ignored", "tốt.xlsx": "accepted" });
    expectCounted(report, good);
    expect(exit).toBe(0);
  });
});

describe("a workbook that says nothing known", () => {
  it("of no known form is V-K11", async () => {
    const home = await desk("biểu lạ");
    await sendBook(home, "quà tết.xlsx", {
      sheets: [{ kind: "cover", name: "Quà", issuer: "", title: "Danh sách quà Tết", pairs: [["Bánh chưng", 12]] }],
    });
    const { report, exit } = await look(home);
    expect(found(report)).toEqual([["V-K11", "quà tết.xlsx", null]]);
    expect(verdicts(report)).toEqual({ "quà tết.xlsx": "returned", "tốt.xlsx": "accepted" });
    expectCounted(report, good);
    expect(exit).toBe(1);
  });

  it("of an unknown unit is V-D01", async () => {
    const home = await desk("đơn vị lạ");
    await sendBook(home, "lạ.xlsx", otherBook({ "unit.code": "99999", "unit.name": "Xã Không Có Thật" }));
    const { report, exit } = await look(home);
    expect(found(report).map(([code]) => code)).toEqual(["V-D01"]);
    expect(verdicts(report)["lạ.xlsx"]).toBe("returned");
    expectCounted(report, good);
    expect(exit).toBe(1);
  });
});

describe("two files for one commune", () => {
  it("contradict one another: V-K14 on both, neither is counted", async () => {
    const home = await desk("hai bản");
    await sendBook(home, "bản 1.xlsx", otherBook());
    await sendBook(home, "bản 2.xlsx", otherBook({ preparedBy: "Hồ Thị Mai" }));
    const { report, exit } = await look(home);
    expect(found(report)).toEqual([
      ["V-K14", "bản 1.xlsx", null],
      ["V-K14", "bản 2.xlsx", null],
    ]);
    expect(verdicts(report)).toMatchObject({ "bản 1.xlsx": "returned", "bản 2.xlsx": "returned" });
    expectCounted(report, good);
    expect(exit).toBe(1);
  });

  it("--latest takes the one that was changed last", async () => {
    const home = await desk("bản sau cùng");
    const first = await sendBook(home, "b.xlsx", otherBook());
    const last = await sendBook(home, "a.xlsx", otherBook({ preparedBy: "Hồ Thị Mai" }));
    utimesSync(first, 1_670_000_000, 1_670_000_000);
    utimesSync(last, 1_670_100_000, 1_670_100_000);
    const { report, exit } = await look(home, ["--latest"]);
    expect(verdicts(report)).toMatchObject({ "a.xlsx": "accepted", "b.xlsx": "superseded" });
    expectCounted(report, good, other);
    expect(exit).toBe(0);
  });

  it("a higher «Lần nộp» replaces the earlier one, and its faults are not told", async () => {
    const home = await desk("lần nộp");
    await sendBook(home, "a.xlsx", otherBook({ revision: 2 }));
    const faulty = withCell(otherBook(), { form: "BM01", field: "HV02", row: 0 }, layout, -3);
    await sendBook(home, "b.xlsx", faulty);
    const { report, exit } = await look(home);
    expect(verdicts(report)).toMatchObject({ "a.xlsx": "accepted", "b.xlsx": "superseded" });
    expect(found(report)).toEqual([]);
    expectCounted(report, good, other);
    expect(exit).toBe(0);
  });

  it("of the same bytes are one file, counted once", async () => {
    const home = await desk("trùng");
    const bytes = await writeBook(otherBook());
    sendBytes(home, "một.xlsx", bytes);
    sendBytes(home, "sao/một.xlsx", bytes);
    const { report, exit } = await look(home);
    expect(report.files.map((file) => file.verdict).sort()).toEqual(["accepted", "accepted", "duplicate"]);
    expectCounted(report, good, other);
    expect(exit).toBe(0);
  });
});

describe("a unit of another parent (V-D09)", () => {
  it("as a whole file is sent back", async () => {
    const home = await desk("xã tỉnh khác");
    await sendBook(home, "tỉnh khác.xlsx", bookOf(stranger, layout));
    const { report, exit } = await look(home);
    expect(found(report)).toEqual([["V-D09", "tỉnh khác.xlsx", null]]);
    expect(verdicts(report)["tỉnh khác.xlsx"]).toBe("returned");
    expectCounted(report, good);
    expect(exit).toBe(1);
  });

  it("as a row of a province's workbook is named at its cell on every form", async () => {
    const home = join(folder, "dòng lạc");
    const book = provinceBook(quangTri, { communes: [good, other, stranger] }, layout);
    await sendBook(home, "tỉnh.xlsx", book);
    const { report, exit } = await look(home);
    const spots = ["BM00b", "BM01", "BM02", "BM03"].map((form) =>
      addressOf(book, { form, field: "unit.name", row: 2 }, layout),
    );
    const ours = report.findings.filter((one) => one.code === "V-D09");
    expect(ours.map(({ sheet, cell }) => ({ sheet, cell }))).toEqual(spots);
    expect(report.findings.filter((one) => one.severity === "error")).toEqual(ours);
    expect(verdicts(report)["tỉnh.xlsx"]).toBe("returned");
    expect(exit).toBe(1);
  });
});

describe("a file of another period (V-D10)", () => {
  it("is not counted where the period is asked for", async () => {
    const home = await desk("kỳ khác");
    await sendBook(home, "năm ngoái.xlsx", otherBook({ period: "Năm 2021", asOf: "30/11/2021" }));
    const { report, exit } = await look(home, ["--period", "2022"]);
    expect(found(report)).toEqual([["V-D10", "năm ngoái.xlsx", null]]);
    expect(verdicts(report)).toEqual({ "năm ngoái.xlsx": "ignored", "tốt.xlsx": "accepted" });
    expectCounted(report, good);
    expect(exit).toBe(1);
  });

  it("stops the run where it is not, with what was found and what to type", async () => {
    const home = await desk("hai kỳ");
    await sendBook(home, "năm ngoái.xlsx", otherBook({ period: "Năm 2021", asOf: "30/11/2021" }));
    const stopped = await runCli(["validate", home], { shippedCatalogue });
    expect(stopped.exit).toBe(2);
    expectVietnamese(stopped);
    for (const said of ["năm 2021", "năm 2022", "năm ngoái.xlsx", "--period"]) expect(stopped.err).toContain(said);
  });

  it("another cut-off date is asked about and counted", async () => {
    const home = await desk("ngày chốt");
    await sendBook(home, "muộn.xlsx", otherBook({ asOf: "31/12/2022" }));
    const { report, exit } = await look(home, ["--as-of", "2022-11-30"]);
    expect(report.findings.filter((one) => one.code === "V-D10").map((one) => one.severity)).toEqual(["query"]);
    expectCounted(report, good, other);
    expect(exit).toBe(0);
  });
});
