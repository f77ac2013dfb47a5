// compare: two sides with their territory made the same, and the reasons why figures differ.

import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseCase } from "../../fixtures/kit/case-book.js";
import { chance } from "../../fixtures/kit/random.js";
import { writeCase } from "../../fixtures/kit/write-book.js";
import { originsOn } from "../../src/model/destinations.js";
import { cellIndex, type Grid, shownText } from "../../src/model/grid.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { bookOf, inventedCommune, sendBook, sendBytes } from "../kit/invented-commune.js";
import { expectRecalculatedAlike } from "../kit/recalculated.js";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { smallLand } from "../kit/small-land.js";
import { soffice } from "../kit/soffice.js";

const THEN = "fixtures/sap-nhap-2025/nam-2024";
const NOW = "fixtures/sap-nhap-2025/nam-2025";
const COMMUNES = "fixtures/tinh-quang-tri-2022/bai-nop";
const folder = scratchFolder();

function flat(text: string): string {
  return text.replace(/\s+/g, " ");
}

describe("across the merger of 1/7/2025", () => {
  it("compares Quảng Trị of 2025 with both old provinces, and says so", async () => {
    const { exit, out } = await runCli(["compare", THEN, NOW]);
    expect(exit).toBe(0);
    expect(flat(out)).toContain("3.485 3.555 +70 (+2%) Tổng số hội viên");
    expect(flat(out)).toContain("đã quy đổi 2 tỉnh cũ về địa bàn hiện nay");
    expect(flat(out)).toContain("Tỉnh Quảng Trị lập từ: Tỉnh Quảng Bình, Tỉnh Quảng Trị.");
  }, 30_000);

  it("gives each new commune the sum of the old ones it was made from", async () => {
    const { out } = await runCli(["so-sanh", THEN, NOW, "--json"]);
    const { children, figures, unresolved } = JSON.parse(out);
    const named = (name: string) => children.find((one: { unit: { name: string } }) => one.unit.name === name);
    expect(named("Xã Dân Hóa").figures.HV01).toMatchObject({ before: { value: 2196 }, after: { value: 2254 } });
    expect(named("Xã Ba Lòng").figures.HV01).toMatchObject({ before: { value: 1289 }, after: { value: 1301 } });
    expect(named("Xã Ba Lòng").madeFrom).toEqual(["Xã Triệu Nguyên", "Xã Ba Lòng"]);
    expect(figures.HV01.before.value + unresolved.length).toBe(3485);
  }, 30_000);
});

describe("as a workbook", () => {
  it("has every figure of both sides with live differences, the units below, and what is to be known", async () => {
    const out = join(folder, "so sánh.xlsx");
    const { exit, err } = await runCli(["compare", THEN, NOW, "--out", out]);
    expect([exit, err]).toEqual([0, expect.stringContaining("so sánh.xlsx")]);
    const sheets = readWorkbook(readFileSync(out), out).value?.sheets ?? [];
    expect(sheets.map(({ name }) => name)).toEqual(["So sánh", "Từng đơn vị", "Cần biết"]);
    const lines = sheets.map((sheet) => linesOf(sheet));
    expect(lines[0]).toContainEqual(expect.stringMatching(/Tổng số hội viên \| người \| 3485 \| 3555 \| 70 \| 0.02/));
    expect(lines[1]).toContainEqual(
      expect.stringMatching(/Xã Dân Hóa \| \d+ \| Tổng số hội viên \| người \| 2196 \| 2254 \| 58 \|/),
    );
    expect(lines[2]?.join("\n")).toContain("Tỉnh Quảng Trị lập từ: Tỉnh Quảng Bình, Tỉnh Quảng Trị.");
    if (soffice !== undefined) expect(expectRecalculatedAlike(readFileSync(out))).toBeGreaterThan(8);
  }, 60_000);

  it("is not written over what was compared", async () => {
    const home = join(folder, "ghi đè");
    cpSync(`${COMMUNES}/19432-lao-bao.xlsx`, join(home, "a.xlsx"));
    const { exit, err } = await runCli(["compare", join(home, "a.xlsx"), home, "--out", join(home, "a.xlsx")]);
    expect([exit, flat(err)]).toEqual([2, expect.stringContaining("Không ghi đè lên tệp báo cáo.")]);
  });
});

/** Rows of a sheet, the cells of each with bars between them. */
function linesOf(sheet: Grid): readonly string[] {
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: sheet.columnCount }, (_, column) =>
      shownText(sheet, cellIndex(sheet, row + 1, column + 1)),
    ).join(" | "),
  );
}

describe("two runs over the same period", () => {
  it("names the units that came in, and those that sent another file", async () => {
    const fewer = join(folder, "lần trước");
    cpSync(COMMUNES, fewer, { recursive: true });
    rmSync(join(fewer, "19468-huc.xlsx"));
    const { exit, out } = await runCli(["compare", fewer, COMMUNES, "--unit", "45"]);
    expect(exit).toBe(0);
    expect(flat(out)).toContain("Chỉ bên sau có số liệu: Xã Húc.");
    expect(flat(out)).toContain("Tệp khác nhau: Xã Húc (thêm).");
  });

  it("says that nothing differs where nothing does", async () => {
    const { out } = await runCli(["compare", COMMUNES, COMMUNES, "--unit", "45"]);
    expect(flat(out)).toContain("9.431 9.431 0 Tổng số hội viên");
    expect(out).toContain("Hai bên cùng phạm vi, cùng cách tính.");
  });
});

describe("series that break", () => {
  const YEARS = "fixtures/binh-thuan-2018-2024/bai-nop";

  it("says so where the criteria changed between the sides, and not where both stand on one side of it", async () => {
    const note = "Năm 2020 theo bộ tiêu chí cũ (QĐ 448), năm 2023 theo bộ tiêu chí mới.";
    const { exit, out } = await runCli(["compare", `${YEARS}/2020.xlsx`, `${YEARS}/2023.xlsx`]);
    expect([exit, flat(out)]).toEqual([0, expect.stringContaining(note)]);
    const later = await runCli(["compare", `${YEARS}/2023.xlsx`, `${YEARS}/2024.xlsx`]);
    expect(later.out).not.toContain("bộ tiêu chí");
  }, 30_000);

  it("takes a cluster by its members of today, and says that it had others", async () => {
    const home = join(folder, "cụm");
    const land = smallLand(home, { 44: 1, 45: 1 });
    const members = (codes: string, when: string): string =>
      `- id: cum-4\n  name: Cụm thi đua số 4\n  level: province\n  ${when}\n  members: [${codes}]\n  source: kiểm thử\n`;
    const both = members('"44", "45"', "until: 2023-01-01");
    writeFileSync(
      join(land.shippedCatalogue, "groupings/cum-thi-dua.yaml"),
      both + members('"45"', "from: 2023-01-01\n  until: 2025-07-01"),
    );
    for (const [year, provinces] of [
      ["2022", land.provinces],
      ["2023", land.provinces.slice(1)],
    ] as const)
      for (const unit of provinces.flatMap((province) => land.communesOf(province))) {
        const words = { period: `Năm ${year}`, asOf: `31/12/${year}`, standing: "chính thức" };
        const report = inventedCommune(unit, land.tree, chance(Number(unit.code)));
        await sendBook(join(home, year), `${unit.code}.xlsx`, bookOf(report, land.layout, words));
      }
    const argv = ["compare", join(home, "2022"), join(home, "2023"), "--unit", "cum-4"];
    const { exit, out } = await runCli([...argv, "--json"], { shippedCatalogue: land.shippedCatalogue });
    expect(exit).toBe(0);
    const { figures } = JSON.parse(out);
    expect(figures.HV01.before.value).toBe(figures.HV01.after.value);
    const { out: said } = await runCli(argv, { shippedCatalogue: land.shippedCatalogue });
    expect(flat(said)).toContain("Cụm nay không gồm đúng các địa bàn như trước");
  }, 30_000);
});

it.each([
  [["compare", THEN], "Cần ghi đúng hai mục"],
  [["compare", NOW, join(THEN, "45-quang-tri.xlsx")], "có ngày chốt trước bên kia"],
])(
  "refuses %j",
  async (argv, said) => {
    const { exit, err } = await runCli(argv);
    expect(exit).toBe(2);
    expect(flat(err)).toContain(said);
  },
  30_000,
);

describe("in the territory of a unit that is gone", () => {
  it("tells what came of today's units there, with how many of them gave it", async () => {
    const argv = ["compare", join(THEN, "45-quang-tri.xlsx"), NOW, "--unit", "45@2022-10-01"];
    const { exit, out } = await runCli([...argv, "--json"]);
    expect(exit).toBe(0);
    const { before, figures } = JSON.parse(out);
    expect([before.unit.key, figures.HV01.before.value]).toEqual(["45@2022-10-01", 1289]);
    const { value, coverage } = figures.HV01.after;
    expect([value, coverage.have, coverage.due > 30]).toEqual([1301, 1, true]);
  }, 30_000);

  it("adds up the units of today that lie wholly in it", async () => {
    const { argv, members } = await oldQuangTri();
    const { exit, out } = await runCli([...argv, "--json"]);
    expect(exit).toBe(0);
    expect(JSON.parse(out).figures.HV01.after.value).toBe(members);
    const { out: said } = await runCli(argv);
    expect(flat(said)).toContain("Bên sau cộng từ các đơn vị nay nằm trọn trong địa bàn cũ.");
  }, 60_000);
});

/** A workbook of today's Quảng Trị with a row for each commune that was made from old Quảng Trị, ten members each. */
async function oldQuangTri() {
  const { register } = shippedCatalogue();
  const communes = register.treeOn("2025-12-31").reportersTo("44@2025-07-01");
  const old = register.treeOn("2024-12-31");
  const inside = communes.filter(({ key }) =>
    [...originsOn(key, "2024-12-31", register)].every((origin) => old.isBelow(origin, "45@2022-10-01")),
  );
  const cover = readFileSync("fixtures/sap-nhap-2025/nam-2025/44-quang-tri.md", "utf8").split("| --- |")[0] ?? "";
  const rows = inside.map(({ code, name }, index) => `| ${index + 1} | "${code}" | ${name} | 10 | 100 |`);
  const text = `${cover}| --- | --- | --- | --- | --- |\n${rows.join("\n")}\n`;
  const path = sendBytes(join(folder, "cả tỉnh"), "44.xlsx", await writeCase(parseCase(text)));
  const argv = ["compare", join(THEN, "45-quang-tri.xlsx"), path, "--unit", "45@2022-10-01"];
  return { argv, members: 10 * inside.length };
}
