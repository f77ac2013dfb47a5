// A part that is packed piece by piece reads like any other.

import fc from "fast-check";
import { expect, it } from "vitest";
import { GrowingPart } from "../../src/ooxml/growing-part.js";
import { ZipPackage } from "../../src/ooxml/zip-package.js";
import { packPart, writeZip } from "../../src/ooxml/zip-writer.js";

const PIECES = fc.array(fc.string({ unit: "binary", maxLength: 2_000 }), { maxLength: 6 });

it("holds all pieces in their order, whichever is packed first", async () => {
  await fc.assert(
    fc.asyncProperty(PIECES, fc.integer({ min: 1, max: 9 }), async (pieces, level) => {
      const part = new GrowingPart("chi-tieu/HV01.json", level);
      for (const piece of pieces) void part.push(Buffer.from(piece));
      const archive = new ZipPackage(writeZip([await part.finished(), packPart("khac.txt", Buffer.from("khác"))]));
      expect(archive.read("chi-tieu/HV01.json")?.toString("utf8")).toBe(pieces.join(""));
      expect(archive.read("khac.txt")?.toString("utf8")).toBe("khác");
    }),
    { seed: 20251130, numRuns: 60 },
  );
});

it("is the same bytes for the same pieces", async () => {
  const made = async () => {
    const part = new GrowingPart("a", 1);
    for (let piece = 0; piece < 9; piece += 1) void part.push(Buffer.from(`[${piece},"sum"],`.repeat(4_000)));
    return (await part.finished()).packed;
  };
  expect(await made()).toEqual(await made());
});
