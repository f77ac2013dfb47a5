// What a person sees at a terminal of 80 columns: counts first, then what is wrong, at the end what to do next.

import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chance } from "../../fixtures/kit/random.js";
import { COMMANDS } from "../../src/cli/command-table.js";
import { type Env, machineEnv } from "../../src/cli/env.js";
import { at } from "../../src/model/outcome.js";
import { withCell } from "../kit/book-spot.js";
import { bookOf, inventedCommune, sendBook, sendBytes } from "../kit/invented-commune.js";
import { type CliRun, runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { smallLand } from "../kit/small-land.js";
import { expectVietnamese } from "../kit/vietnamese.js";

const folder = scratchFolder();
const land = smallLand(folder, { 45: 12 });
const { shippedCatalogue, layout, tree } = land;
const luck = chance(80);
const reports = land.communesOf(at(land.provinces, 0)).map((unit) => inventedCommune(unit, tree, luck));
const sound = join(folder, "đủ cả");
const mixed = join(folder, "lẫn lộn");
for (const [index, report] of reports.entries()) {
  const book = bookOf(report, layout);
  await sendBook(sound, `${report.code}.xlsx`, book);
  if (index > 4) continue;
  const faulty = withCell(book, { form: "BM01", field: "HV04", row: 0 }, layout, 999);
  await sendBook(mixed, `${report.code} báo cáo năm của văn phòng.xlsx`, index > 2 ? faulty : book);
}
sendBytes(mixed, "ghi chú của đồng chí thư ký gửi kèm báo cáo.docx", "Kính gửi văn phòng Hội.");

function cli(argv: readonly string[], changes: Partial<Env> = {}): Promise<CliRun> {
  return runCli(argv, { shippedCatalogue, ...changes });
}

const RUNS: readonly (readonly [string, readonly string[]])[] = [
  ["validate, all sound", ["validate", sound]],
  ["validate, faults among them", ["validate", mixed]],
  ["aggregate, all sound", ["aggregate", sound, "--out", join(folder, "a.xlsx")]],
  ["aggregate, faults among them", ["aggregate", mixed, "--out", join(folder, "b.xlsx")]],
  ["aggregate, provisional", ["aggregate", mixed, "--provisional", "--out", join(folder, "c.xlsx")]],
  [
    "nothing that tells unit and period",
    ["aggregate", join(mixed, "ghi chú của đồng chí thư ký gửi kèm báo cáo.docx")],
  ],
  ["help", ["--help"]],
  ...Object.keys(COMMANDS).map((name): [string, string[]] => [`${name} --help`, [name, "--help"]]),
  ["a wrong option", ["validate", sound, "--period", "kỳ này"]],
  ["an unknown unit", ["validate", sound, "--unit", "nơi nào đó rất xa xôi mà không ai từng nghe nói đến bao giờ cả"]],
  ["a missing folder", ["validate", join(folder, "một thư mục tên rất dài mà không hề có ở đây bao giờ cả")]],
];

/** Lines that are longer than the screen although they could be broken at a space. */
function tooLong(text: string, width: number): readonly string[] {
  return text.split("\n").filter((line) => line.length > width && line.trim().includes(" "));
}

describe("lines", () => {
  it.each(RUNS)("%s: keep within 80 columns, in Vietnamese", async (_, argv) => {
    const ran = await cli(argv);
    expectVietnamese(ran);
    expect(tooLong(`${ran.out}\n${withoutWritten(ran.err)}`, 80)).toEqual([]);
    for (const line of ran.out.split("\n")) expect(line).toBe(line.trimEnd());
  });

  it("follow the screen's width", async () => {
    const narrow = await cli(["validate", mixed], { columns: 60 });
    const wide = await cli(["validate", mixed], { columns: 120 });
    expect(tooLong(narrow.out, 60)).toEqual([]);
    expect(wide.out.split("\n").length).toBeLessThan(narrow.out.split("\n").length);
    expect(wide.out.replace(/\s+/g, " ")).toBe(narrow.out.replace(/\s+/g, " "));
  });
});

/** A path that was written stands whole on its line, to be copied. */
function withoutWritten(text: string): string {
  return text.replace(/^Đã ghi .*$/gm, "");
}

describe("order", () => {
  it("begins with the counts", async () => {
    expect((await cli(["validate", sound])).out.split("\n")[0]).toMatch(/^12 tệp: 12 nhận\./);
    const { out } = await cli(["validate", mixed]);
    const opening = out.slice(0, 120).replace(/\s+/g, " ");
    expect(opening).toMatch(/^6 tệp: /);
    for (const said of ["3 nhận", "2 trả lại", "1 không đọc được", "3 lỗi"]) expect(opening).toContain(said);
  });

  it("says where, what, how to mend and the code of each finding", async () => {
    const { out } = await cli(["validate", mixed]);
    const said = out.replace(/\s+/g, " ");
    expect(said).toMatch(/01 Tổ chức - Hội viên › \S+ — lỗi/);
    expect(said).toContain("Hội viên nữ (999) vượt Hội viên cuối kỳ");
    expect(said).toMatch(/→ \p{Lu}[^→]*\[V-H03\]/u);
  });

  it("shows the totals with n/N where they are incomplete, and without where they are complete", async () => {
    const whole = await cli(["aggregate", sound, "--out", join(folder, "d.xlsx")]);
    expect(whole.out).toMatch(/Tổng số hội viên$/m);
    const part = await cli(["aggregate", mixed, "--out", join(folder, "e.xlsx")]);
    expect(part.out).toMatch(/Tổng số hội viên \(3\/12\)/);
  });

  it.each(RUNS.slice(0, 5))("%s: ends with what to do next", async (_, argv) => {
    const { err } = await cli(argv);
    const last = err.trimEnd().split("\n\n").at(-1) ?? "";
    expect(last).toMatch(/Việc tiếp theo: \S+/);
  });
});

describe("colour", () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes are what is looked for
  const ESCAPE = /\u001b\[\d+(?:;\d+)*m/g;

  it("is never the only sign: without it the text is the same", async () => {
    const plain = await cli(["validate", mixed]);
    const painted = await cli(["validate", mixed], { hasColour: true });
    expect(plain.out).not.toMatch(ESCAPE);
    expect(painted.out).toMatch(ESCAPE);
    expect(painted.out.replace(ESCAPE, "")).toBe(plain.out);
  });

  it("--json has none", async () => {
    const { out } = await cli(["validate", mixed, "--json"], { hasColour: true });
    expect(out).not.toMatch(ESCAPE);
  });

  it("is off where NO_COLOR is set, and where the output is no terminal", async () => {
    const { isTTY } = process.stdout;
    const before = process.env["NO_COLOR"];
    try {
      process.stdout.isTTY = true;
      delete process.env["NO_COLOR"];
      expect((await machineEnv()).hasColour).toBe(true);
      process.env["NO_COLOR"] = "1";
      expect((await machineEnv()).hasColour).toBe(false);
      delete process.env["NO_COLOR"];
      process.stdout.isTTY = false;
      expect((await machineEnv()).hasColour).toBe(false);
    } finally {
      process.stdout.isTTY = isTTY;
      if (before !== undefined) process.env["NO_COLOR"] = before;
    }
  });
});
