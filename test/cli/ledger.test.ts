// The ledger of a working folder: what was received and what became of it, over days, files and closed periods.

import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scratchFolder } from "../kit/scratch-folder.js";
import { type Desk, desk } from "../kit/working-folder.js";

const folder = scratchFolder();

function unfolded(text: string): string {
  return text.replace(/\s+/g, " ");
}

/** What became of each file, in the order in which it was written down. */
function states(one: Desk): readonly (readonly [string, string])[] {
  return one
    .lines()
    .filter((line) => line["việc"] === "tệp")
    .sort((a, b) => (String(a["lúc"]) < String(b["lúc"]) ? -1 : 1))
    .map((line) => [String(line["tệp"]).replace(/^.*\//, ""), String(line["kết quả"])]);
}

describe("files that are received", () => {
  it("are written down once, whatever is run again and from wherever it is named", async () => {
    const one = desk(join(folder, "một lần"), 3);
    await one.send({ commune: 0, day: "2022-12-01" });
    await one.send({ commune: 1, day: "2022-12-02", isFaulty: true });
    expect((await one.run("2022-12-03", ["validate", one.received])).exit).toBe(1);
    const before = one.ledger();
    expect(states(one)).toEqual([
      ["xã 0.xlsx", "được cộng"],
      ["xã 1.xlsx", "trả lại"],
    ]);
    await one.run("2022-12-04", ["validate", join(one.received, "xã 0.xlsx")]);
    await one.run("2022-12-05", ["aggregate", one.received, "--unit", "45", "--out", join(one.folder, "t.xlsx")]);
    expect(one.ledger()).toEqual(before);
  });

  it("say which file took the place of which", async () => {
    const one = desk(join(folder, "thay"), 2);
    await one.send({ commune: 0, day: "2022-12-01", name: "lần 1.xlsx", isFaulty: true });
    await one.run("2022-12-02", ["validate", one.received]);
    await one.send({ commune: 0, day: "2022-12-03", name: "lần 2.xlsx", revision: 2 });
    await one.run("2022-12-04", ["validate", one.received]);
    expect(states(one)).toEqual([
      ["lần 1.xlsx", "trả lại"],
      ["lần 1.xlsx", "đã có lần nộp sau"],
      ["lần 2.xlsx", "được cộng"],
    ]);
    const [first, second] = one.lines().filter((line) => line["lúc"] === "2022-12-04T09:00:00.000Z");
    expect([second?.["thay cho"], first?.["thay cho"]]).toContain(one.lines()[0]?.["sha256"]);
  });

  it("leave no ledger where khuyenhoc.yaml names none", async () => {
    const one = desk(join(folder, "không sổ"), 1);
    writeFileSync(join(one.folder, "khuyenhoc.yaml"), "han-nop:\n  2022: 2022-12-05\n");
    await one.send({ commune: 0, day: "2022-12-01" });
    await one.run("2022-12-02", ["validate", one.received]);
    expect(readdirSync(one.folder)).not.toContain("so-nhan");
  });
});

describe("status with a ledger", () => {
  it("keeps a returned file in mind that was taken out of the folder, and does not call a correction late", async () => {
    const one = desk(join(folder, "tình hình"), 4);
    const ask = ["status", one.received, "--unit", "45", "--deadline", "2022-12-05", "--json"];
    await one.send({ commune: 0, day: "2022-12-01", isFaulty: true });
    await one.send({ commune: 1, day: "2022-12-01", isFaulty: true });
    await one.send({ commune: 2, day: "2022-12-01" });
    await one.run("2022-12-02", ["validate", one.received]);
    one.remove("xã 0.xlsx");
    one.remove("xã 2.xlsx");
    await one.send({ commune: 1, day: "2022-12-09", seed: 2 });
    const { out } = await one.run("2022-12-10", ask);
    const units: readonly { state: string; daysLate: number; errors: number; gone: string | null }[] =
      JSON.parse(out).units;
    expect(units.map(({ state, daysLate }) => [state, daysLate])).toEqual([
      ["returned", 0],
      ["received", 0],
      ["missing", 0],
      ["missing", 0],
    ]);
    expect(units[0]?.errors).toBeGreaterThan(0);
    expect(units[2]?.gone).toContain("xã 2.xlsx");
    const { out: said } = await one.run("2022-12-10", ask.slice(0, -1));
    expect(unfolded(said)).toContain("đã từng nhận");
  });
});

describe("a closed period", () => {
  async function closed(name: string): Promise<Desk> {
    const one = desk(join(folder, name), 2);
    await one.send({ commune: 0, day: "2022-12-01" });
    await one.send({ commune: 1, day: "2022-12-01" });
    const lock = ["status", one.received, "--unit", "45", "--lock", "--by", "Nguyễn An"];
    const { exit, err } = await one.run("2022-12-06", lock);
    expect([exit, unfolded(err)]).toEqual([0, expect.stringContaining("Đã khóa kỳ này với 2 tệp, 2/2 đơn vị.")]);
    return one;
  }

  it("returns another file that is no higher revision, and keeps the counted one where both are there", async () => {
    const one = await closed("khóa");
    await one.send({ commune: 0, day: "2022-12-07", name: "sửa.xlsx", seed: 2 });
    const { exit, out } = await one.run("2022-12-08", ["validate", one.received]);
    expect(exit).toBe(1);
    expect(unfolded(out)).toContain("3 tệp: 2 nhận, 1 trả lại.");
    expect(unfolded(out)).toContain("đã khóa ngày 06/12/2022 với lần nộp 1; tệp khác này ghi lần nộp 1.");
  });

  it("takes a higher revision, says what it changed and keeps the old total", async () => {
    const one = await closed("sửa sau khóa");
    await one.send({ commune: 0, day: "2022-12-07", name: "lần 2.xlsx", seed: 2, revision: 2 });
    const add = ["aggregate", one.received, "--unit", "45", "--out", join(one.folder, "t.xlsx")];
    const { err } = await one.run("2022-12-08", add);
    expect(unfolded(err)).toContain("Kỳ này đã khóa ngày 06/12/2022; tổng nay khác trước:");
    const stated = one.lines().filter((line) => line["số"] !== undefined);
    expect(stated.map((line) => line["việc"])).toEqual(["khóa", "tổng sau khóa"]);
    expect(stated[0]?.["số"]).not.toEqual(stated[1]?.["số"]);
    const before = one.ledger();
    expect((await one.run("2022-12-09", add)).err).not.toContain("đã khóa");
    expect(one.ledger()).toEqual(before);
    await one.send({ commune: 0, day: "2022-12-10", name: "lần 2.xlsx", seed: 3, revision: 2 });
    expect((await one.run("2022-12-11", ["validate", one.received])).exit).toBe(1);
  });

  it("is told by status, stays closed when closed again, and opens again", async () => {
    const one = await closed("mở");
    const before = one.ledger();
    const ask = ["status", one.received, "--unit", "45"];
    const again = await one.run("2022-12-07", [...ask, "--lock"]);
    expect(unfolded(again.err)).toContain("Kỳ này đã khóa từ ngày 06/12/2022, tổng không đổi.");
    expect(one.ledger()).toEqual(before);
    expect(unfolded((await one.run("2022-12-07", ask)).out)).toContain("Kỳ này đã khóa ngày 06/12/2022.");
    await one.run("2022-12-08", [...ask, "--unlock"]);
    await one.send({ commune: 0, day: "2022-12-09", seed: 2 });
    expect((await one.run("2022-12-09", ["validate", one.received])).exit).toBe(0);
  });

  it("needs a ledger, and one wish at a time", async () => {
    const one = desk(join(folder, "thiếu sổ"), 1);
    await one.send({ commune: 0, day: "2022-12-01" });
    const both = await one.run("2022-12-02", ["status", one.received, "--lock", "--unlock"]);
    expect([both.exit, both.err]).toEqual([2, expect.stringContaining("Không thể vừa khóa vừa mở khóa")]);
    writeFileSync(join(one.folder, "khuyenhoc.yaml"), "han-nop:\n  2022: 2022-12-05\n");
    const without = await one.run("2022-12-02", ["status", one.received, "--lock"]);
    expect([without.exit, unfolded(without.err)]).toEqual([2, expect.stringContaining("Chưa có sổ nhận")]);
    expect(existsSync(join(one.folder, "so-nhan"))).toBe(false);
  });
});

describe("what goes wrong on the disk", () => {
  it("a full disk is said and loses nothing: the next run writes all of it", async () => {
    const one = desk(join(folder, "đầy"), 2);
    await one.send({ commune: 0, day: "2022-12-01" });
    const full = async (): Promise<void> => {
      throw Object.assign(new Error("no space"), { code: "ENOSPC" });
    };
    const out = join(one.folder, "tổng.xlsx");
    const add = ["aggregate", one.received, "--unit", "45", "--out", out];
    const failed = await one.run("2022-12-02", add, { replace: full });
    expect([failed.exit, unfolded(failed.err)]).toEqual([3, expect.stringContaining("ổ đĩa đã đầy.")]);
    expect([existsSync(out), one.ledger().size]).toEqual([true, 0]);
    expect((await one.run("2022-12-03", add)).exit).toBe(0);
    expect(states(one)).toEqual([["xã 0.xlsx", "được cộng"]]);
  });

  it("a line that was altered or cut off is said; the others hold", async () => {
    const one = desk(join(folder, "sửa tay"), 2);
    await one.send({ commune: 0, day: "2022-12-01" });
    await one.send({ commune: 1, day: "2022-12-01" });
    await one.run("2022-12-02", ["validate", one.received]);
    const [[path, text] = ["", ""]] = one.ledger();
    writeFileSync(join(one.folder, "so-nhan", path), text.slice(0, -20));
    const { exit, err } = await one.run("2022-12-03", ["validate", one.received]);
    expect([exit, unfolded(err)]).toEqual([0, expect.stringContaining("đã bị sửa sau khi ghi")]);
    const lost = text.trimEnd().split("\n").at(-1) ?? "";
    const written = [...one.ledger().values()].at(-1) ?? "";
    expect(JSON.parse(written)).toMatchObject({ sha256: JSON.parse(lost).sha256, "kết quả": "được cộng" });
  });

  it("two runs at once write what one would", async () => {
    const one = desk(join(folder, "cùng lúc"), 4);
    for (const commune of [0, 1, 2, 3]) await one.send({ commune, day: "2022-12-01", isFaulty: commune === 2 });
    const days = ["2022-12-02", "2022-12-03"];
    await Promise.all(days.map((day) => one.run(day, ["validate", one.received])));
    const known = new Map(states(one));
    expect([...known.values()].sort()).toEqual(["trả lại", "được cộng", "được cộng", "được cộng"]);
    const before = one.ledger();
    await one.run("2022-12-04", ["validate", one.received]);
    expect(one.ledger()).toEqual(before);
  });
});

it("a confirmed name is written down beside the list that is in force", async () => {
  const one = desk(join(folder, "tên"), 2);
  const unit = one.land.communesOf(one.land.provinces[0] ?? expect.fail())[0] ?? expect.fail();
  const named = [
    "units",
    "Xã Trên Đồi",
    "--unit",
    "45",
    "--as-of",
    "2022-12-01",
    "--remember",
    unit.code,
    "--by",
    "An",
  ];
  expect((await one.run("2022-12-01", named)).exit).toBe(0);
  expect(one.lines()).toMatchObject([{ việc: "tên đơn vị", tên: "Xã Trên Đồi", "đơn vị": unit.key, người: "An" }]);
});
