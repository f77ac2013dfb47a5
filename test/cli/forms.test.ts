// forms: what is in force and where it comes from, one thing explained, and schemas that agree with the loader.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";

const folder = scratchFolder();
const OWN = "fixtures/cum-4-2022/khuyenhoc.yaml";

describe("forms", () => {
  it("lists the forms with their files, and says where nothing is the office's own", async () => {
    const { exit, out } = await runCli(["forms"]);
    expect(exit).toBe(0);
    expect(out).toMatch(/BM01 +Tổ chức và hội viên, trang «01 Tổ chức - Hội viên»/);
    expect(out.replaceAll(/\s+/g, " ")).toContain("(có sẵn, forms/bm01.yaml dòng 4)");
    expect(out).toContain("Không có khai báo riêng nào.");
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("names what the office declares itself", async () => {
    const own = join(folder, "riêng");
    mkdirSync(join(own, "khai-bao", "rules"), { recursive: true });
    writeFileSync(join(own, "khuyenhoc.yaml"), "khai-bao: khai-bao\n");
    const shipped = readFileSync("src/catalogue/rules/1-hoi-vien.yaml", "utf8");
    const first = shipped.slice(shipped.indexOf("- id:"), shipped.indexOf("- id:", shipped.indexOf("- id:") + 1));
    writeFileSync(join(own, "khai-bao", "rules", "cua-tinh.yaml"), first);
    const { out } = await runCli(["forms", "--config", join(own, "khuyenhoc.yaml")]);
    expect(out.replaceAll(/\s+/g, " ")).toMatch(/quy tắc V-H01\.dan-so: thay bản có sẵn, \S.* dòng 1/);
  });

  it.each([
    ["BM02", ["Quỹ khuyến học, khuyến tài", "Mỗi dòng một chi hội, ban:", "Số dư cuối kỳ [Q07] (bắt buộc)"]],
    ["hv01", ["HV01: Tổng số hội viên (người).", "lấy kỳ cuối", "V-H01.dan-so"]],
    ["V-H03", ["V-H03 (lỗi)", "Cách sửa:", "V-H03.nu"]],
  ])("explains %s", async (code, said) => {
    const { exit, out } = await runCli(["forms", code]);
    const flat = out.replaceAll(/\s+/g, " ");
    expect(exit).toBe(0);
    for (const part of said) expect(flat).toContain(part);
  });

  it("answers a code that nothing has", async () => {
    const { exit, err } = await runCli(["forms", "BM99", "--config", OWN]);
    expect([exit, err]).toEqual([2, expect.stringContaining("Không có biểu, chỉ tiêu hay lỗi nào mang mã «BM99».")]);
  });

  it("writes schemas that take every shipped declaration and refuse an unknown word", async () => {
    const out = join(folder, "lược đồ");
    expect((await runCli(["forms", "--schemas", out])).exit).toBe(0);
    expect(readdirSync(out)).toHaveLength(8);
    const kinds = ["indicators", "forms", "rules", "findings", "targets", "scoresheets", "groupings", "reports"];
    for (const kind of kinds) {
      const schema = z.fromJSONSchema(JSON.parse(readFileSync(join(out, `${kind}.schema.json`), "utf8")));
      for (const file of readdirSync(`src/catalogue/${kind}`).filter((name) => name.endsWith(".yaml"))) {
        const entries: unknown = parse(readFileSync(`src/catalogue/${kind}/${file}`, "utf8"));
        expect([file, schema.safeParse(entries).error?.issues]).toEqual([file, undefined]);
      }
      expect(schema.safeParse([{ "từ lạ": 1 }]).success).toBe(false);
    }
  });
});
