// backup: what a working folder cannot do without comes back byte for byte, or not at all.

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { packBackup } from "../../src/ledger/backup.js";
import { packPart, writeZip } from "../../src/ooxml/zip-writer.js";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { type Desk, desk } from "../kit/working-folder.js";

const folder = scratchFolder();
const kept = join(folder, "cất giữ", "bản sao.zip");
let one: Desk;

beforeAll(async () => {
  one = desk(join(folder, "làm việc"), 2);
  writeFileSync(join(one.folder, "khuyenhoc.yaml"), "khai-bao: khai-bao\nso-nhan: so-nhan\n");
  mkdirSync(join(one.folder, "khai-bao", "units"), { recursive: true });
  writeFileSync(join(one.folder, "khai-bao", "units", "ten-da-ghi-nho.csv"), "parent,name,unit,since,by\n");
  await one.send({ commune: 0, day: "2022-12-01" });
  await one.send({ commune: 1, day: "2022-12-01", isFaulty: true });
  await one.run("2022-12-02", ["validate", one.received]);
  const { exit, out } = await one.run("2022-12-03", ["backup", "--out", kept]);
  expect([exit, out]).toEqual([0, expect.stringContaining("Đã sao lưu 3 tệp")]);
});

function filesBelow(path: string): readonly (readonly [string, string])[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [file.slice(path.length + 1), readFileSync(file, "utf8")] as const)
    .sort();
}

function said({ out, err }: { readonly out: string; readonly err: string }): string {
  return `${out}${err}`.replace(/\s+/g, " ");
}

describe("a backup", () => {
  it("gives back configuration, declarations and ledger, and no submission", async () => {
    const back = join(folder, "máy mới");
    const run = await runCli(["sao-luu", "--restore", kept, "--out", back]);
    expect([run.exit, said(run)]).toEqual([0, expect.stringContaining("3 tệp, dấu vân tay SHA-256 đều khớp.")]);
    const before = filesBelow(one.folder).filter(([path]) => /^(so-nhan|khai-bao|khuyenhoc)/.test(path));
    expect(filesBelow(back)).toEqual(before);
    const again = await runCli(["backup", "--restore", kept, "--out", back]);
    expect([again.exit, said(again)]).toEqual([0, expect.stringContaining("3 tệp đã có sẵn, giống hệt.")]);
  });

  it("is laid beside a ledger that went on, and never over a declaration that says something else", async () => {
    const home = join(folder, "đã làm tiếp");
    cpSync(one.folder, home, { recursive: true });
    const list = join(home, "khai-bao", "units", "ten-da-ghi-nho.csv");
    writeFileSync(list, "parent,name,unit,since,by\n45@2022-10-01,Lao Bao,19432@2022-10-01,2022-12-09,\n");
    const before = filesBelow(home);
    const refused = await runCli(["backup", "--restore", kept, "--out", home]);
    expect(refused.exit).toBe(2);
    expect(said(refused)).toContain("đã có tệp khác với bản sao lưu: khai-bao/units/ten-da-ghi-nho.csv. Chưa ghi gì.");
    expect(filesBelow(home)).toEqual(before);
  });

  it("is not written over one that is there", async () => {
    const before = readFileSync(kept);
    const run = await one.run("2022-12-04", ["backup", "--out", kept]);
    expect([run.exit, said(run)]).toEqual([2, expect.stringContaining("Đã có tệp")]);
    expect(readFileSync(kept).equals(before)).toBe(true);
  });

  it("that breaks off on a full disk goes on where it stopped", async () => {
    const home = join(folder, "đầy đĩa");
    const { machineEnv } = await import("../../src/cli/env.js");
    const { replace } = await machineEnv();
    let left = 1;
    const full = async (path: string, bytes: Uint8Array): Promise<void> => {
      left -= 1;
      if (left < 0) throw Object.assign(new Error("no space"), { code: "ENOSPC" });
      await replace(path, bytes);
    };
    const argv = ["backup", "--restore", kept, "--out", home];
    expect((await runCli(argv, { replace: full })).exit).toBe(3);
    expect(existsSync(join(home, "khuyenhoc.yaml"))).toBe(false);
    const next = await runCli(argv);
    expect([next.exit, said(next)]).toEqual([0, expect.stringContaining("1 tệp đã có sẵn")]);
  });
});

describe("what is no sound backup", () => {
  const bytes = (text: string): Uint8Array => Buffer.from(text, "utf8");
  const sound = (): Buffer => readFileSync(kept);
  const list = '{"mark":"khuyenhoc sao-luu","schema":1,"created":"2022","files":[';
  const cases: readonly (readonly [string, () => Uint8Array, string])[] = [
    ["another file", () => bytes("không phải"), "không phải bản sao lưu"],
    ["one cut off", () => sound().subarray(0, -30), "không phải bản sao lưu"],
    ["a changed byte", () => changed(sound()), "bị hỏng"],
    [
      "a file that is not listed",
      () => writeZip([packPart("MUC-LUC.json", bytes(`${list}]}`)), packPart("la.txt", bytes("lạ"))]),
      "bị hỏng hoặc bị sửa: la.txt",
    ],
    [
      "a listed file that is not there",
      () => writeZip([packPart("MUC-LUC.json", bytes(`${list}{"path":"a"}]}`))]),
      "a.",
    ],
    [
      "a path that leads out",
      () => packBackup({ created: "2022", files: [{ path: "../ngoai.txt", bytes: bytes("x") }] }, "1"),
      "../ngoai.txt",
    ],
    [
      "a path to another drive",
      () => packBackup({ created: "2022", files: [{ path: "C:/ngoai.txt", bytes: bytes("x") }] }, "1"),
      "C:/ngoai.txt",
    ],
    [
      "one of a later program",
      () => writeZip([packPart("MUC-LUC.json", bytes(`${list}]}`.replace('"schema":1', '"schema":9')))]),
      "phiên bản mới hơn",
    ],
  ];

  it.each(cases)("is refused: %s", async (name, made, reason) => {
    const path = join(folder, `${name}.zip`);
    const target = join(folder, `vào ${name}`);
    writeFileSync(path, made());
    const run = await runCli(["backup", "--restore", path, "--out", target]);
    expect([run.exit, said(run)]).toEqual([2, expect.stringContaining(reason)]);
    expect(existsSync(target)).toBe(false);
    expect(existsSync(join(folder, "ngoai.txt"))).toBe(false);
  });

  /** A byte of the last file's contents is another one. */
  function changed(archive: Buffer): Buffer {
    const copy = Buffer.from(archive);
    const directory = copy.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    const end = copy.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    expect(directory).toBeGreaterThan(end);
    copy.writeUInt8(copy.readUInt8(end - 8) ^ 0xff, end - 8);
    return copy;
  }
});

it("speaks English where it is asked to", async () => {
  const argv = ["backup", "--restore", kept, "--out", join(folder, "english"), "--lang", "en"];
  expect(said(await runCli(argv))).toContain("Backup of 03/12/2022: 3 files, each with the SHA-256 it was kept with.");
  const again = await one.run("2022-12-04", ["backup", "--out", kept, "--lang", "en"]);
  expect(said(again)).toContain("is there already. → Write another name after --out");
});

it("without a working folder there is nothing to keep", async () => {
  const run = await runCli(["backup", "--config", join(folder, "không có", "khuyenhoc.yaml")]);
  expect([run.exit, said(run)]).toEqual([2, expect.stringContaining("đây chưa phải thư mục làm việc")]);
});
