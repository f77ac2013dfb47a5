// status: who has sent, late, returned, missing; deadlines from the command line and from khuyenhoc.yaml.

import { copyFileSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { textsOf } from "../kit/grid-texts.js";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";

const folder = scratchFolder();
const sent = join(folder, "bài nộp");
const config = join(folder, "khuyenhoc.yaml");
const argv = ["status", sent, "--unit", "45"];

beforeAll(() => {
  mkdirSync(sent);
  for (const [name, day] of [
    ["19432-lao-bao.xlsx", "2022-12-04"],
    ["19468-huc.xlsx", "2022-12-07"],
  ] as const) {
    copyFileSync(join("fixtures/tinh-quang-tri-2022/bai-nop", name), join(sent, name));
    utimesSync(join(sent, name), new Date(`${day}T00:30:00+07:00`), new Date(`${day}T00:30:00+07:00`));
  }
  writeFileSync(config, "han-nop:\n  2022: 2022-12-05\n");
});

describe("status", () => {
  it("names who is late and who has not sent, and counts the others", async () => {
    const { exit, out } = await runCli([...argv, "--deadline", "2022-12-05"]);
    expect(exit).toBe(0);
    expect(out).toContain("hạn nộp 05/12/2022");
    expect(out).toContain("đã nhận 2/125; chưa nộp 123; nộp muộn 1.");
    expect(out.replace(/\s+/g, " ")).toContain("Xã Húc (19468): nộp 07/12/2022, chậm 2 ngày;");
    expect(out).toContain("và 83 đơn vị khác (thêm --all để xem hết)");
    expect(out).not.toContain("Lao Bảo");
  });

  it("takes the deadline of the period from khuyenhoc.yaml", async () => {
    const { out } = await runCli([...argv, "--config", config, "--json"]);
    const { deadline, counts, units } = JSON.parse(out);
    expect(deadline).toBe("2022-12-05");
    expect(counts).toMatchObject({ missing: 123, late: 1, received: 1, returned: 0 });
    expect(units.filter((one: { daysLate: number }) => one.daysLate > 0)).toMatchObject([
      { unit: { code: "19468" }, daysLate: 2, saved: "2022-12-07" },
    ]);
  });

  it("of a commune, to which nobody reports, is about its own report", async () => {
    const own = await runCli(["status", sent, "--unit", "19468", "--deadline", "2022-12-05"]);
    expect(own.out).toContain("đã nhận 1/1; nộp muộn 1.");
    const other = await runCli(["status", sent, "--unit", "19441", "--period", "2022"]);
    expect(other.out).toContain("đã nhận 0/1; chưa nộp 1.");
  });

  it("words a reminder short enough for a phone", async () => {
    const { out } = await runCli(["tinh-hinh", sent, "--unit", "45", "--zalo"]);
    expect(out).toMatch(/^Báo cáo khuyến học năm 2022: đã nhận 2\/125; chưa nộp 123\./);
    expect(out).toContain("và 111 đơn vị khác.");
    expect(out.length).toBeLessThan(600);
  });

  it("writes a workbook with a row for every unit", async () => {
    const out = join(folder, "tình hình.xlsx");
    await runCli([...argv, "--out", out]);
    const [sheet] = readWorkbook(readFileSync(out), out).value?.sheets ?? [];
    expect(sheet?.name).toBe("Tình hình nộp");
    expect((sheet === undefined ? [] : textsOf(sheet)).filter((text) => text === "chưa nộp")).toHaveLength(123);
  });

  it.each([
    [[...argv, "--deadline", "5/12/2022"], "Không hiểu hạn nộp «5/12/2022»"],
    [["status", "không có"], "Không thấy tệp hay thư mục"],
  ])("refuses %j", async (words, said) => {
    const { exit, err } = await runCli(words);
    expect(exit).toBe(2);
    expect(err).toContain(said);
  });

  it("refuses a deadline in khuyenhoc.yaml that is no date", async () => {
    const wrong = join(folder, "sai.yaml");
    writeFileSync(wrong, "han-nop:\n  2022: tháng 12\n");
    const { exit, err } = await runCli([...argv, "--config", wrong]);
    expect(exit).toBe(2);
    expect(err).toContain("không hiểu hạn nộp «2022: tháng 12»");
  });
});
