// compare: two sides with their territory made the same, and the reasons why figures differ.

import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";

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
