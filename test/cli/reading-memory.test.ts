// Reports that were read before are not read again, and nothing that is written tells the difference.

import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { machineEnv } from "../../src/cli/env.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { type Desk, desk } from "../kit/working-folder.js";

const folder = scratchFolder();
let count = 0;
let one: Desk;

beforeEach(async () => {
  count += 1;
  one = desk(join(folder, `bàn ${count}`), 3);
  configure("bo-nho: .bo-nho\n");
  await one.send({ commune: 0, day: "2022-12-01" });
  await one.send({ commune: 1, day: "2022-12-01", isFaulty: true });
  await one.send({ commune: 2, day: "2022-12-01" });
});

function configure(text: string): void {
  writeFileSync(join(one.folder, "khuyenhoc.yaml"), text);
}

/** Files of the memory. */
function kept(): readonly string[] {
  return readdirSync(join(one.folder, ".bo-nho"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Adds up, and gives what was said and written, and how many reports were read anew. */
async function addUp(changes: Parameters<Desk["run"]>[2] = {}) {
  const { keep } = await machineEnv();
  let fresh = 0;
  const out = join(one.folder, "tong.xlsx");
  const counting = (path: string, bytes: Uint8Array): void => {
    fresh += 1;
    keep(path, bytes);
  };
  const argv = ["aggregate", one.received, "--unit", "45", "--out", out, "--all"];
  const said = await one.run("2022-12-05", argv, { keep: counting, ...changes });
  const files = [out, join(one.folder, "tong.nguon-goc.zip")].map((path) => readFileSync(path).toString("base64"));
  return { fresh, result: { said, files } };
}

describe("the memory of reports read before", () => {
  it("gives the same words, workbook and manifest as reading, byte for byte", async () => {
    configure("han-nop:\n  2022: 2022-12-05\n");
    const without = await addUp();
    configure("bo-nho: .bo-nho\n");
    const [cold, warm] = [await addUp(), await addUp()];
    expect([without.fresh, cold.fresh, warm.fresh]).toEqual([0, 3, 0]);
    expect(cold.result).toEqual(without.result);
    expect(warm.result).toEqual(without.result);
  });

  it("serves validate and aggregate alike", async () => {
    await one.run("2022-12-05", ["validate", one.received]);
    expect(kept()).toHaveLength(3);
    expect((await addUp()).fresh).toBe(0);
  });

  it("reads a file whose bytes changed, and only that one, whatever its date says", async () => {
    await addUp();
    const path = await one.send({ commune: 2, day: "2022-12-01", seed: 5 });
    utimesSync(path, new Date("2022-11-01"), new Date("2022-11-01"));
    expect((await addUp()).fresh).toBe(1);
  });

  it("reads everything again under other declarations, and lets go of what it kept", async () => {
    await addUp();
    const before = kept();
    mkdirSync(join(one.folder, "khai-bao", "units"), { recursive: true });
    writeFileSync(join(one.folder, "khai-bao", "units", "ten-da-ghi-nho.csv"), "parent,name,unit,since,by\n");
    configure("bo-nho: .bo-nho\nkhai-bao: khai-bao\n");
    expect((await addUp()).fresh).toBe(3);
    expect(kept()).toHaveLength(3);
    expect(kept().filter((path) => before.includes(path))).toEqual([]);
  });

  it("does without what is damaged or cut off", async () => {
    const { result } = await addUp();
    const [first = "", second = ""] = kept();
    writeFileSync(first, readFileSync(first).subarray(0, 40));
    const bytes = readFileSync(second);
    bytes.writeUInt8(bytes.readUInt8(200) ^ 1, 200);
    writeFileSync(second, bytes);
    const again = await addUp();
    expect([again.fresh, again.result]).toEqual([2, result]);
  });

  it("is not used where an earlier period is compared with", async () => {
    const before = join(one.folder, "truoc");
    mkdirSync(before);
    writeFileSync(join(before, "a.csv"), "không phải báo cáo\n");
    await one.run("2022-12-05", ["validate", one.received, "--previous", before]);
    expect(readdirSync(one.folder)).not.toContain(".bo-nho");
  });

  it("that cannot be written costs nothing but time", async () => {
    writeFileSync(join(one.folder, ".bo-nho"), "một tệp ở chỗ của thư mục");
    const { result } = await addUp();
    expect(result.said.exit).toBe(1);
    expect(result.files).toHaveLength(2);
  });
});
