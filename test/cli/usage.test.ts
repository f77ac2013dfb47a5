// How the program is called: options, exit codes, where it writes. What is wrong is said in Vietnamese, with a way out.

import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chance } from "../../fixtures/kit/random.js";
import { COMMANDS } from "../../src/cli/command-table.js";
import { OPTIONS } from "../../src/cli/options.js";
import { shownText } from "../../src/model/grid.js";
import { at } from "../../src/model/outcome.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { withCell } from "../kit/book-spot.js";
import { bookOf, inventedCommune, sendBook } from "../kit/invented-commune.js";
import { runCli } from "../kit/run-cli.js";
import { runReport } from "../kit/run-report.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { smallLand } from "../kit/small-land.js";
import { expectVietnamese } from "../kit/vietnamese.js";

const folder = scratchFolder();
const land = smallLand(folder, { 45: 2 });
const { shippedCatalogue, layout, tree } = land;
const luck = chance(9);
const [first, second] = land.communesOf(at(land.provinces, 0)).map((unit) => inventedCommune(unit, tree, luck));
if (first === undefined || second === undefined) throw new Error("two communes are needed");
const sent = join(folder, "bài nộp");
const one = await sendBook(sent, "một.xlsx", bookOf(first, layout));
const two = await sendBook(sent, "hai.xlsx", bookOf(second, layout));
const members = (report: typeof first): number =>
  report.branches.reduce((sum, { figures }) => sum + (figures.get("HV01") ?? Number.NaN), 0);

function cli(...argv: readonly string[]) {
  return runCli(argv, { shippedCatalogue });
}

describe("exit 2, nothing read, with what to do", () => {
  const empty = join(folder, "rỗng");
  mkdirSync(empty);
  it.each([
    ["a missing folder", ["validate", join(folder, "không có")], "không có"],
    ["an empty folder", ["validate", empty], "rỗng"],
    ["a missing folder beside a good one", ["aggregate", sent, join(folder, "không có")], "không có"],
    ["no path", ["validate"], "tệp"],
    ["an unknown command", ["tron"], "tron"],
    ["no command", [], "lệnh"],
    ["an unknown option", ["validate", sent, "--mau-sac"], "--mau-sac"],
    ["an option without its value", ["validate", sent, "--period"], "--period"],
    ["a wrong period", ["validate", sent, "--period", "2022-Q5"], "2022-Q5"],
    ["a wrong date", ["validate", sent, "--as-of", "30/11/2022"], "30/11/2022"],
    ["a day that is none", ["validate", sent, "--as-of", "2022-02-30"], "2022-02-30"],
    ["an unknown unit", ["validate", sent, "--unit", "77777"], "77777"],
    ["an unknown severity", ["validate", sent, "--severity", "nang"], "nang"],
    ["a missing configuration", ["validate", sent, "--config", join(folder, "khong-co.yaml")], "khong-co.yaml"],
  ])("%s", async (_, argv, said) => {
    const ran = await cli(...argv);
    expect(ran.exit).toBe(2);
    expectVietnamese(ran);
    expect(ran.err).toContain(said);
    expect(ran.err).toMatch(/→ \p{Lu}|Cách dùng:/u);
  });

  it("a wrong option is told before any file is opened", async () => {
    const read = async (): Promise<Uint8Array> => {
      throw new Error("a file was opened");
    };
    const ran = await runCli(["validate", sent, "--period", "mới đây"], { shippedCatalogue, read });
    expect(ran.exit).toBe(2);
  });

  it("files of several provinces ask for the unit, and name the cluster that has them all", async () => {
    const wide = smallLand(join(folder, "hai tỉnh"), { 44: 1, 45: 1 });
    const home = join(folder, "hai tỉnh/bài nộp");
    for (const province of wide.provinces) {
      const report = inventedCommune(at(wide.communesOf(province), 0), wide.tree, luck);
      await sendBook(home, `${report.code}.xlsx`, bookOf(report, layout));
    }
    const ran = await runCli(["validate", home], { shippedCatalogue: wide.shippedCatalogue });
    expect(ran.exit).toBe(2);
    expectVietnamese(ran);
    for (const said of ["--unit", "cum-4", "VN"]) expect(ran.err).toContain(said);
  });
});

describe("help and version", () => {
  it("--version prints the version alone", async () => {
    const ran = await cli("--version");
    expect([ran.exit, ran.err]).toEqual([0, ""]);
    expect(ran.out).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it("--help names every command with its Vietnamese name", async () => {
    const ran = await cli("--help");
    expect(ran.exit).toBe(0);
    expectVietnamese(ran);
    for (const [name, { alias, about }] of Object.entries(COMMANDS)) {
      for (const said of [name, alias, about]) expect(flat(ran.out)).toContain(said);
    }
  });

  it.each(Object.entries(COMMANDS))("%s --help lists every option of it and no other", async (name, { alias }) => {
    const ran = await cli(name, "--help");
    expect(ran.exit).toBe(0);
    expectVietnamese(ran);
    for (const { flags, about, commands } of OPTIONS) {
      const isIts = commands.some((command) => command === name);
      expect([flags, flat(ran.out).includes(`${flags} ${about}`)]).toEqual([flags, isIts]);
    }
    expect((await cli(alias, "--help")).out).toBe(ran.out);
  });
});

/** Text of a screen without its line breaks and columns. */
function flat(text: string): string {
  return text.replace(/\s+/g, " ");
}

describe("exit codes of a run", () => {
  it("0 where nothing blocks, and the Vietnamese name of a command is the command", async () => {
    const english = await cli("validate", sent);
    const vietnamese = await cli("kiem-tra", sent);
    expect(english.exit).toBe(0);
    expect(vietnamese).toEqual(english);
  });

  it("--strict turns an open question into exit 1", async () => {
    expect((await cli("validate", one, "--unit", "45")).exit).toBe(0);
    expect((await cli("validate", one, "--unit", "45", "--strict")).exit).toBe(1);
  });

  it("--severity shows what is grave enough, and changes neither count nor exit", async () => {
    const all = await cli("validate", one, "--unit", "45", "--strict");
    const errors = await cli("validate", one, "--unit", "45", "--strict", "--severity", "error");
    expect(all.out).toContain("[V-D06]");
    expect(errors.out).not.toContain("[V-D06]");
    expect(errors.exit).toBe(all.exit);
    expect(errors.out.split("\n")[0]).toBe(all.out.split("\n")[0]);
  });

  it("--provisional counts what can be read of a returned file, says so in print, and still gives 1", async () => {
    const faulty = withCell(bookOf(second, layout), { form: "BM01", field: "HV02", row: 0 }, layout, -3);
    const path = await sendBook(join(folder, "tạm tính"), "hai.xlsx", faulty);
    const out = join(folder, "kết quả/tạm tính.xlsx");
    const argv = ["aggregate", one, path, "--out", out];
    const strict = await runReport(argv, { shippedCatalogue });
    expect(strict.report.totals["HV01"]).toMatchObject({ value: members(first), coverage: { have: 1, due: 2 } });
    expect(textsOf(out)).not.toContain("SỐ LIỆU TẠM TÍNH");
    const { exit, report } = await runReport([...argv, "--provisional"], { shippedCatalogue });
    expect(exit).toBe(1);
    expect(report.totals["HV01"]).toMatchObject({
      value: members(first) + members(second),
      coverage: { have: 2, due: 2 },
    });
    expect(textsOf(out)).toContain("SỐ LIỆU TẠM TÍNH");
    expect((await cli(...argv, "--provisional")).out).toContain("SỐ LIỆU TẠM TÍNH");
  });
});

/** Everything that is written in a workbook, as one text. */
function textsOf(path: string): string {
  const sheets = readWorkbook(readFileSync(path), path).value?.sheets ?? [];
  return sheets.flatMap((grid) => Array.from(grid.textIds, (_, index) => shownText(grid, index))).join("\n");
}

describe("an output that cannot be written is exit 3, and the figures are shown all the same", () => {
  it.each([
    ["a folder stands there", () => sent],
    ["the path leads through a file", () => join(one, "tổng hợp.xlsx")],
  ])("%s", async (_, target) => {
    const before = readFileSync(one);
    const ran = await cli("aggregate", sent, "--out", target());
    expect(ran.exit).toBe(3);
    expectVietnamese(ran);
    expect(ran.err).toContain("--out");
    expect(ran.out).toContain("2 tệp: 2 nhận");
    expect(readdirSync(sent).sort()).toEqual(["hai.xlsx", "một.xlsx"]);
    expect(readFileSync(one).equals(before)).toBe(true);
  });

  it.skipIf(process.getuid?.() === 0)("the folder may not be written to (root may write everywhere)", async () => {
    const closed = join(folder, "chỉ đọc");
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    const ran = await cli("aggregate", sent, "--out", join(closed, "tổng hợp.xlsx"));
    expect(ran.exit).toBe(3);
    expect(flat(ran.err)).toContain("không có quyền ghi");
  });

  it.skipIf(process.platform !== "linux")("the system lets nobody make a folder there", async () => {
    const ran = await cli("aggregate", sent, "--out", "/proc/năm 2022/quý 4/tổng hợp.xlsx");
    expect(ran.exit).toBe(3);
    expectVietnamese(ran);
    expect(ran.err).toContain("--out");
  });

  it("the system's refusal is told in Vietnamese", async () => {
    const write = async (): Promise<string> => {
      throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
    };
    const ran = await runCli(["aggregate", sent, "--out", join(folder, "x.xlsx")], { shippedCatalogue, write });
    expect(ran.exit).toBe(3);
    expectVietnamese(ran);
    expect(flat(ran.err)).toContain("đầy");
  });
});

describe("where it writes", () => {
  it("makes the folders that are missing, and leaves nothing else behind", async () => {
    const out = join(folder, "năm 2022/quý 4/tổng hợp.xlsx");
    const ran = await cli("aggregate", sent, "--out", out);
    expect([ran.exit, existsSync(out)]).toEqual([0, true]);
    expect(flat(ran.err)).toContain("Đã ghi");
    expect(readdirSync(join(folder, "năm 2022/quý 4"))).toEqual(["tổng hợp.nguon-goc.zip", "tổng hợp.xlsx"]);
  });

  it("a target held open by another program is left alone, a numbered sibling is written and said", async () => {
    const out = join(folder, "đang mở.xlsx");
    const sibling = join(folder, "đang mở (2).xlsx");
    const write = async (_: string, bytes: Uint8Array): Promise<string> => {
      writeFileSync(sibling, bytes);
      return sibling;
    };
    const ran = await runCli(["aggregate", sent, "--out", out], { shippedCatalogue, write });
    expect(ran.exit).toBe(0);
    expect(flat(ran.err)).toContain("đang mở (2).xlsx");
  });

  it("validate writes nothing", async () => {
    const write = async (): Promise<string> => {
      throw new Error("something was written");
    };
    expect((await runCli(["validate", two], { shippedCatalogue, write })).exit).toBe(0);
  });
});
