// The same inputs at the same moment give the same workbook, byte for byte, however the files were named to the program.

import { utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chance } from "../../fixtures/kit/random.js";
import { type Env, machineEnv } from "../../src/cli/env.js";
import { sha256 } from "../../src/cli/write-manifest.js";
import { at } from "../../src/model/outcome.js";
import { withCell } from "../kit/book-spot.js";
import { bookOf, inventedCommune, sendBook, sendBytes } from "../kit/invented-commune.js";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { smallLand } from "../kit/small-land.js";

const folder = scratchFolder();
const land = smallLand(folder, { 45: 4 });
const { shippedCatalogue, layout, tree } = land;
const luck = chance(3);
const sent = join(folder, "bài nộp");
const files: string[] = [];
for (const [index, unit] of land.communesOf(at(land.provinces, 0)).entries()) {
  if (index === 3) continue;
  const book = bookOf(inventedCommune(unit, tree, luck), layout);
  const faulty = withCell(book, { form: "BM01", field: "HV02", row: 0 }, layout, -3);
  files.push(await sendBook(sent, `${unit.code}.xlsx`, index === 1 ? faulty : book));
}
files.push(sendBytes(sent, "ghi chú.xlsx", "Kính gửi đồng chí thư ký."));

/** What a run writes and what it says. */
async function outcome(paths: readonly string[], changes: Partial<Env> = {}) {
  const written: Uint8Array[] = [];
  const write = async (path: string, bytes: Uint8Array): Promise<string> => {
    written.push(bytes);
    return path;
  };
  const argv = ["aggregate", ...paths, "--unit", "45", "--out", join(folder, "ra.xlsx")];
  const { out, err, exit } = await runCli(argv, { shippedCatalogue, write, ...changes });
  return { bytes: Buffer.from(at(written, 0)), manifest: sha256(at(written, 1)), out, err, exit };
}

const first = await outcome(files);

describe("the same bytes and the same words", () => {
  it("from one run to the next", async () => {
    expect(await outcome(files)).toEqual(first);
  });

  it("in whatever order the files are named, and where one is named twice", async () => {
    const turned = await outcome([...files].reverse());
    expect(turned.bytes.equals(first.bytes)).toBe(true);
    expect(turned).toEqual(first);
    expect(await outcome([...files, at(files, 0)])).toEqual(first);
  });

  it("whether the folder is named or the files in it", async () => {
    expect(await outcome([sent])).toEqual(first);
  });

  it("on a screen of another width or with colour", async () => {
    const { bytes } = await outcome(files, { columns: 132, hasColour: true });
    expect(bytes.equals(first.bytes)).toBe(true);
  });

  it("whenever the files were last changed", async () => {
    for (const file of files) utimesSync(file, 1_600_000_000, 1_600_000_000);
    expect(await outcome(files)).toEqual(first);
  });
});

describe("the moment of the run", () => {
  it("is all that differs in a later one", async () => {
    const later = await outcome(files, { now: () => "2023-01-10T01:00:00.000Z" });
    expect(later.bytes.equals(first.bytes)).toBe(false);
    expect({ ...later, bytes: first.bytes, manifest: first.manifest }).toEqual(first);
  });

  it("is what SOURCE_DATE_EPOCH says, in seconds", async () => {
    const before = process.env["SOURCE_DATE_EPOCH"];
    try {
      process.env["SOURCE_DATE_EPOCH"] = "1670205600";
      expect((await machineEnv()).now()).toBe("2022-12-05T02:00:00.000Z");
    } finally {
      if (before === undefined) delete process.env["SOURCE_DATE_EPOCH"];
      else process.env["SOURCE_DATE_EPOCH"] = before;
    }
  });
});
